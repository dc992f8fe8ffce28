// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/models/board_presets.h"

#include <QTimer>
#include <QWidget>

#include <array>
#include <memory>
#include <optional>

class QLabel;
class QSettings;
class QSplitter;
class QStackedWidget;
class QToolButton;

namespace ui {

class BoardColumn;
class BoardTableModel;
class DataTable;

/// The launches: New | Graduating | Graduated as columns of cards, or all of them as one table.
class BoardView final : public QWidget {
    Q_OBJECT
public:
    explicit BoardView(QWidget* parent = nullptr);

    void show(const std::shared_ptr<const core::pipeline::Snapshot>& snapshot);
    using QWidget::show;
    void setOpenToken(std::optional<core::Mint> mint);
    [[nodiscard]] BoardColumn& column(core::pipeline::Stage stage) const;
    [[nodiscard]] DataTable& table() const { return *m_table; }
    [[nodiscard]] BoardPresets& presets() { return m_presets; }

    /// Adds what the boards want to be built; wishesChanged tells when it is something else.
    void addWishes(core::pipeline::Interest& interest) const;
    [[nodiscard]] bool asTable() const;
    void setAsTable(bool table);
    /// Hides a coin on every board; undone by a button that stays for a while, or later in the list of blocked
    /// ones.
    void block(const core::Mint& mint, const QString& title);
    void unblock(const core::Mint& mint);

    /// Widths of the columns.
    [[nodiscard]] QByteArray saveState() const;
    void restoreState(const QByteArray& state);
    /// Filters, orders, blocked coins, columns of the table.
    void saveSettings(QSettings& settings) const;
    void restoreSettings(const QSettings& settings);

signals:
    void tokenChosen(const core::Mint& mint);
    void flagChosen(const core::pipeline::FlagRef& flag);
    void wishesChanged();
    /// Something worth a line on the screen.
    void said(const QString& text);

private:
    struct Blocked {
        core::Mint mint;
        QString title;
    };
    void buildHead();
    void buildTable();
    void buildUndo();
    void editPreset(const QString& id);
    void importPresets();
    void exportPresets();
    void fillBlockedMenu(class QMenu& menu);
    void updateTableHead();
    void showBlocked();

    static constexpr std::size_t kMostBlocked = 5'000;

    BoardPresets m_presets;
    std::array<BoardColumn*, 3> m_columns{};  ///< by Stage
    QSplitter* m_splitter;
    QStackedWidget* m_pages;
    QToolButton* m_cardsButton = nullptr;
    QToolButton* m_tableButton = nullptr;
    QToolButton* m_blockedButton = nullptr;
    QToolButton* m_tableFilter = nullptr;
    QLabel* m_tableCount = nullptr;
    BoardTableModel* m_tableModel;
    DataTable* m_table = nullptr;
    QString m_tablePreset;
    std::optional<core::pipeline::BoardFigure> m_tableSort;
    bool m_tableAscending = false;
    core::pipeline::BoardTally m_tableTally;
    std::vector<Blocked> m_blocked;  ///< the last one blocked last
    QWidget* m_undo = nullptr;
    QLabel* m_undoText = nullptr;
    std::optional<core::Mint> m_undoMint;
    QTimer m_undoTime;
};

}  // namespace ui
