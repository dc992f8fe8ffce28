// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QWidget>

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

class QHBoxLayout;
class QLabel;
class QMenu;
class QToolButton;
class QVBoxLayout;

namespace ui {

class DataTable;

/// One tab under the chart: a line of controls and a table or two. Thread: GUI.
class TokenPane : public QWidget {
    Q_OBJECT
public:
    using Detail = std::shared_ptr<const core::pipeline::TokenDetail>;

    explicit TokenPane(const QString& objectName, QWidget* parent = nullptr);

    /// Shows what is known of the open token; null empties the pane. `solDollars`: US dollars for one SOL.
    virtual void show(const Detail& detail, std::optional<double> solDollars) = 0;
    using QWidget::show;
    /// What stands on the tab: a word, with a count where there is one.
    [[nodiscard]] virtual QString title(const Detail& detail) const = 0;
    /// Marks the rows of a cluster by its number; 0 for none.
    virtual void light(std::uint32_t cluster);
    /// The tables in it, for settings.
    [[nodiscard]] const std::vector<DataTable*>& tables() const { return m_tables; }

signals:
    void flagChosen(const core::pipeline::FlagRef& flag);
    void tokenChosen(const core::Mint& mint);
    /// The pointer came over a row of a cluster; 0 when it left.
    void clusterHovered(std::uint32_t cluster);
    /// More is wanted of a wallet: Enter, a double click or W on it.
    void walletOpened(const core::Wallet& wallet);
    void said(const QString& text);

protected:
    /// Adds a table and passes on what it says. `clusterOf`: the cluster number of a row, 0 for none; `walletOf`:
    /// its wallet for the context menu.
    void adopt(DataTable* table, std::function<std::uint32_t(int)> clusterOf = {},
               std::function<std::optional<core::Wallet>(int)> walletOf = {});
    /// The line above the tables.
    [[nodiscard]] QHBoxLayout& controls() const { return *m_controls; }
    [[nodiscard]] QVBoxLayout& body() const { return *m_body; }
    /// What can be done with a wallet, for a context menu.
    void fillWalletMenu(QMenu& menu, const core::Wallet& wallet);
    /// A plain label in the line above.
    QLabel* addNote(const QString& objectName);
    QToolButton* addToggle(const QString& objectName, const QString& text, const QString& toolTip);

private:
    QHBoxLayout* m_controls;
    QVBoxLayout* m_body;
    std::vector<DataTable*> m_tables;
};

}  // namespace ui
