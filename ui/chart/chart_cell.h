// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/candle.h"
#include "core/model/ids.h"
#include "core/pipeline/snapshot.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QLineEdit;

namespace ui {

class CandleChart;

/// A chart beside the open coin's: a line with the coin and the interval, both to be typed over, and the chart.
/// Thread: GUI.
class ChartCell final : public QWidget {
    Q_OBJECT
public:
    explicit ChartCell(core::BarSpec bars, QWidget* parent = nullptr);

    [[nodiscard]] CandleChart& chart() const { return *m_chart; }
    /// Nothing: it follows the open coin.
    [[nodiscard]] const std::optional<core::Mint>& coin() const { return m_coin; }
    void setCoin(std::optional<core::Mint> mint);
    [[nodiscard]] core::BarSpec bars() const { return m_bars; }
    void setBars(core::BarSpec bars);
    void refuseCoin(const QString& why);
    /// `detail` is null while nothing is known of the coin.
    void show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail, std::optional<std::int64_t> asOf);
    using QWidget::show;

signals:
    void changed();
    void coinTyped(const QString& text);
    void closeAsked();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    void takeBars();

    std::optional<core::Mint> m_coin;
    core::BarSpec m_bars;
    QLabel* m_title;
    QLabel* m_price;
    QLineEdit* m_coinEntry;
    QLineEdit* m_barsEntry;
    CandleChart* m_chart;
};

}  // namespace ui
