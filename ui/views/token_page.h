// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/candle.h"
#include "core/pipeline/snapshot.h"

#include <QWidget>

#include <cstdint>
#include <memory>
#include <optional>

class QSettings;
class QSplitter;

namespace ui {

class CandleChart;
class ChartGrid;
class IntervalBar;
class TokenHeader;
class TokenTabs;

/// The open token: header, K-line, and the tabs of who is behind it.
class TokenPage final : public QWidget {
    Q_OBJECT
public:
    explicit TokenPage(QWidget* parent = nullptr);

    /// Says which token the page is for; nothing while none is.
    void setToken(std::optional<core::Mint> mint);
    /// Shows what the snapshot holds of the token; says so when it holds nothing.
    void show(const core::pipeline::Snapshot& snapshot);
    void setBars(core::BarSpec bars);
    [[nodiscard]] QSplitter& splitter() const { return *m_splitter; }
    void copyAddress();
    void focusChart();
    [[nodiscard]] TokenTabs& tabs() const { return *m_tabs; }
    [[nodiscard]] ChartGrid& charts() const { return *m_charts; }
    /// Whether the chart shows something that needs the holders over time.
    [[nodiscard]] bool wantsHolderHistory() const;

public slots:
    /// The cluster map in front, with room enough.
    void openMap();
    /// Opens the list of who traded from `from` until before `to`, Unix seconds; `makersAsked` tells what to get.
    void showBarMakers(std::int64_t from, std::int64_t to);
    /// Marks a cluster in the tables, from the chart or the map; 0 for none. Emits nothing.
    void lightCluster(std::uint32_t cluster);
    /// Paints the chart before anything else: it is what a coin was opened for, and the tables below it take longer.
    void paintChartNow();
    /// Opens the bars of the chart as a table.
    void showBarTable();

signals:
    void barsChosen(core::BarSpec bars);
    void addressCopied(const QString& address);
    void flagChosen(const core::pipeline::FlagRef& flag);
    void tokenChosen(const core::Mint& mint);
    /// Whose trades are wanted; none when the list was closed.
    void makersAsked(std::optional<core::pipeline::TimeRange> range);
    /// Who traded the bar under the pointer is wanted; none when it left.
    void hoveredAsked(std::optional<core::pipeline::TimeRange> range);
    /// A cluster is looked at, under the pointer or chosen; 0 when none is.
    void clusterLit(std::uint32_t cluster);
    void said(const QString& text);
    /// The moment of a bar, Unix seconds, is to be seen again.
    void replayAsked(qint64 time);
    /// What charts() or wantsHolderHistory() ask for is something else.
    void wishesChanged();
    void walletOpened(const core::Wallet& wallet);
    void clusterOpened(std::uint32_t cluster);
    /// What of the coin's graph is wanted; nothing while the map is not to be seen.
    void graphAsked(std::optional<core::pipeline::GraphWish> wish);

private:
    void connectChart();
    void leaveMap();
    void showOnChart(const core::pipeline::TokenDetail& detail);

    std::optional<core::Mint> m_mint;
    TokenHeader* m_header;
    IntervalBar* m_intervals;
    CandleChart* m_chart;
    ChartGrid* m_charts;
    TokenTabs* m_tabs;
    QSplitter* m_splitter;
    QList<int> m_sizesBefore;  ///< of the splitter, while the map takes its room
    std::uint32_t m_chosenCluster = 0;
    std::shared_ptr<const core::pipeline::TokenPeople> m_people;  ///< on the chart
    std::optional<core::pipeline::TimeRange> m_hovered;
};

}  // namespace ui
