// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/chart/candle_chart.h"

#include <QWidget>

#include <memory>
#include <optional>
#include <vector>

class QGridLayout;

namespace ui {

class ChartCell;

/// One, two or four charts beside each other with one crosshair: the time under the pointer is marked on all
/// of them. The first is the open coin's; each further one shows that coin at another interval or another coin.
/// Thread: GUI.
class ChartGrid final : public QWidget {
    Q_OBJECT
public:
    /// `first` becomes the grid's own.
    explicit ChartGrid(CandleChart* first, QWidget* parent = nullptr);

    /// 1, 2 or 4; charts that go lose their coin.
    void setCount(std::size_t count);
    [[nodiscard]] std::size_t count() const { return m_charts.size(); }
    [[nodiscard]] const std::vector<CandleChart*>& charts() const { return m_charts; }

    /// Says which coin is open; the charts that follow it change with it.
    void setOpenCoin(std::optional<core::Mint> mint);
    /// Shows `mint` in the chart at `place`, 1 to 3; nothing follows the open coin.
    void setCoin(std::size_t place, std::optional<core::Mint> mint);
    void setBars(std::size_t place, core::BarSpec bars);
    /// Says why what was typed at `place` is no coin.
    void refuseCoin(std::size_t place, const QString& why);
    /// What the further charts want to show, by place.
    [[nodiscard]] std::vector<core::pipeline::CoinBars> wishes() const;
    /// Takes what the snapshot holds for the further charts.
    void show(const core::pipeline::Snapshot& snapshot, const QString& watermark);
    using QWidget::show;

    /// "2 1m 5m": the number of charts and the intervals of the further ones, for settings.
    [[nodiscard]] QString state() const;
    void restoreState(const QString& state);

signals:
    /// wishes() are others.
    void wishesChanged();
    void countChanged(std::size_t count);
    /// Text that should name a coin was typed at `place`.
    void coinTyped(std::size_t place, const QString& text);
    void said(const QString& text);

private:
    void link(CandleChart* source, double unixSeconds);
    void addCell();

    QGridLayout* m_layout;
    std::vector<CandleChart*> m_charts;
    std::vector<ChartCell*> m_cells;  ///< of the charts behind the first
    std::optional<core::Mint> m_open;
};

}  // namespace ui
