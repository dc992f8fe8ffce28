// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QListView;

namespace ui {

class BoardModel;
class TokenCardDelegate;

/// One column of the board with its head. While the pointer is over the cards none of them moves.
class BoardColumn final : public QWidget {
    Q_OBJECT
public:
    /// `id` names the child objects ("new" gives "newList"); `hint` is shown while the column is empty.
    BoardColumn(const QString& id, const QString& title, const QString& hint, QWidget* parent = nullptr);

    /// `rows` belongs to `snapshot`; `count` is how many there are in all.
    void show(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot,
              const std::vector<core::pipeline::TokenRow>& rows, std::uint64_t count);
    void setOpenToken(std::optional<core::Mint> mint);
    [[nodiscard]] const BoardModel& model() const { return *m_model; }

signals:
    void tokenChosen(const core::Mint& mint);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void choose(const QModelIndex& index);
    void updateHead();

    QLabel* m_count;
    QLabel* m_frozen;
    QLabel* m_hint;
    QListView* m_list;
    BoardModel* m_model;
    TokenCardDelegate* m_delegate;
    std::uint64_t m_total = 0;
};

}  // namespace ui
