// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QPoint>
#include <QTimer>
#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QListView;
class QMenu;
class QToolButton;

namespace ui {

class BoardModel;
class BoardPresets;
class TokenCardDelegate;

/// One column of the board with its head: what it shows, how many it hides, by which filter. While the pointer is
/// over the cards none of them moves. A click on a chip opens its evidence, one beside the chips the coin.
class BoardColumn final : public QWidget {
    Q_OBJECT
public:
    /// `id` names the child objects ("new" gives "newList"); `hint` is shown while the column is empty. `presets`
    /// must outlive it.
    BoardColumn(const QString& id, const QString& title, const QString& hint, BoardPresets& presets,
                QWidget* parent = nullptr);

    /// `rows` belongs to `snapshot`.
    void show(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot,
              const std::vector<core::pipeline::TokenRow>& rows, const core::pipeline::BoardTally& tally);
    void setOpenToken(std::optional<core::Mint> mint);
    [[nodiscard]] const BoardModel& model() const { return *m_model; }

    /// What the column is to show.
    [[nodiscard]] core::pipeline::BoardQuery query() const;
    [[nodiscard]] QString presetId() const { return m_preset; }
    void setPreset(const QString& id);
    void setOrder(std::optional<core::pipeline::BoardFigure> figure, bool ascending);
    /// Where a chip of a row is on the list's viewport; empty when it is not drawn.
    [[nodiscard]] QRect chipRect(int row, const QString& chip) const;

signals:
    void tokenChosen(const core::Mint& mint);
    void flagChosen(const core::pipeline::FlagRef& flag);
    void queryChanged();
    /// The user does not want to see this coin.
    void blockAsked(const core::Mint& mint, const QString& title);
    /// The filter in use is to be edited; or the lot to be read from or written to a file.
    void editAsked(const QString& preset);
    void importAsked();
    void exportAsked();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHead(const QString& id, const QString& title);
    void buildList(const QString& id, const QString& title);
    void fillMenu(QMenu& menu);
    void showCardMenu(const QPoint& at);
    bool handleKey(int key);
    void choose(const QModelIndex& index);
    void block(const QModelIndex& index);
    void updateHead();
    [[nodiscard]] QString hiddenReason() const;

    BoardPresets& m_presets;
    const QString m_id;
    const QString m_emptyHint;
    QLabel* m_count = nullptr;
    QLabel* m_frozen = nullptr;
    QLabel* m_hint = nullptr;
    QToolButton* m_filter = nullptr;
    QListView* m_list;
    BoardModel* m_model;
    TokenCardDelegate* m_delegate;
    core::pipeline::BoardTally m_tally;
    QString m_preset;
    std::optional<core::pipeline::BoardFigure> m_sort;
    bool m_ascending = false;
    QTimer m_press;                     ///< runs while a card is held down
    std::optional<QPoint> m_pressedAt;  ///< by a mouse, until it is a click
    bool m_swallowClick = false;        ///< the press was long: its release is no click
};

}  // namespace ui
