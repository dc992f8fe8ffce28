// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QSettings;
class QStackedWidget;
class QTabBar;

namespace ui {

class ClustersPane;
class HoldersPane;
class MakersPane;
class MapPane;
class TokenPane;

/// What stands under the chart: tape, holders, first buyers, clusters, flags, dev, and who traded a candle while
/// that is asked for. Only the tab in front is kept up to date. Thread: GUI.
class TokenTabs final : public QWidget {
    Q_OBJECT
public:
    enum Tab { Tape, Holders, FirstBuyers, Clusters, Flags, Dev, Map, Makers };
    explicit TokenTabs(QWidget* parent = nullptr);

    /// Null empties all tabs.
    void show(std::shared_ptr<const core::pipeline::TokenDetail> detail, std::optional<double> solDollars);
    using QWidget::show;
    void choose(Tab tab);
    [[nodiscard]] Tab current() const;
    [[nodiscard]] MapPane& map() const { return *m_map; }
    /// Moves the map into a pane of its own, where it stays up to date beside the tab in front; null takes it back.
    /// `home` must have a layout and must not go away while the map is in it.
    void setMapHome(QWidget* home);
    [[nodiscard]] bool mapApart() const { return m_mapHome != nullptr; }
    /// The holders with a role, in front.
    void showHolders(core::pipeline::Role role);
    /// A wallet among the holders, in front.
    void showWallet(const core::Wallet& wallet);
    /// A cluster, in front.
    void showCluster(std::uint32_t number);
    /// Opens the tab of who traded in a stretch of time, or closes it.
    void setMakersRange(std::optional<core::pipeline::TimeRange> range);
    /// Marks a cluster's rows; 0 for none.
    void light(std::uint32_t cluster);
    void saveColumns(QSettings& settings) const;
    void restoreColumns(const QSettings& settings);

signals:
    void flagChosen(const core::pipeline::FlagRef& flag);
    void tokenChosen(const core::Mint& mint);
    void clusterHovered(std::uint32_t cluster);
    void clusterChosen(std::uint32_t cluster);
    void walletOpened(const core::Wallet& wallet);
    /// More is wanted of a cluster.
    void clusterOpened(std::uint32_t cluster);
    /// What of the graph is wanted; nothing while the map is not to be seen.
    void graphAsked(std::optional<core::pipeline::GraphWish> wish);
    void makersClosed();
    void said(const QString& text);

private:
    void showFront();
    [[nodiscard]] bool mapWanted() const { return mapApart() || current() == Map; }
    void askGraph();

    QTabBar* m_bar;
    QStackedWidget* m_stack;
    std::vector<TokenPane*> m_panes;
    HoldersPane* m_holders;
    ClustersPane* m_clusters;
    MakersPane* m_makers;
    MapPane* m_map;
    QWidget* m_mapHome = nullptr;
    std::shared_ptr<const core::pipeline::TokenDetail> m_detail;
    std::optional<double> m_dollars;
    std::uint32_t m_lit = 0;
};

}  // namespace ui
