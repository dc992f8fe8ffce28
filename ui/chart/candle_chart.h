// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "ui/chart/axis_tickers.h"
#include "ui/chart/bar_plottables.h"
#include "ui/chart/bar_series.h"
#include "ui/chart/chart_overlay.h"
#include "ui/chart/chart_viewport.h"
#include "ui/chart/qcustomplot.h"

#include <memory>
#include <optional>

class QToolButton;

namespace ui {

/// The K-line of one token: candles above, bought and sold volume below, time by bar index.
/// Keys: arrows read bars, Home/End first/latest, + and - zoom, Shift+arrows scroll, R reset, L log scale,
/// digits open the interval entry (`intervalTyped`). Thread: GUI.
class CandleChart final : public QCustomPlot {
    Q_OBJECT
public:
    explicit CandleChart(QWidget* parent = nullptr);
    ~CandleChart() override;

    /// Shows the candles of `detail`; null empties the chart. Another token or other bars start a new view.
    void show(const std::shared_ptr<const core::pipeline::TokenDetail>& detail, std::optional<std::int64_t> asOf);
    using QCustomPlot::show;
    /// Text in the middle of the empty chart.
    void setNotice(const QString& text);
    /// Large faint text behind the bars; empty for none.
    void setWatermark(const QString& text);

    [[nodiscard]] const BarSeries& series() const { return m_series; }
    [[nodiscard]] const ChartViewport& viewportState() const { return m_view; }
    [[nodiscard]] const OverlayState& overlayState() const { return m_overlayState; }
    [[nodiscard]] bool manualScale() const { return m_manualScale; }
    [[nodiscard]] bool logarithmic() const { return m_logarithmic; }
    [[nodiscard]] QCPRange priceRange() const;
    [[nodiscard]] QRect pricePane() const;

public slots:
    void jumpToLatest();
    void resetView();
    void setLogarithmic(bool on);

signals:
    /// A digit was typed into the chart: the first character of an interval.
    void intervalTyped(const QString& text);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void leaveEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    enum class Zone { Bars, PriceAxis, TimeAxis };

    [[nodiscard]] Zone zoneAt(const QPointF& at) const;
    void buildPanes();
    void buildLatestButton();
    void applyView();
    void scalePrices();
    void scaleVolumes();
    void zoomPrices(double factor);
    void readBarAt(const QPointF& at);
    void stepReadBar(int bars);
    /// Tells screen readers the bar that is read, or the last one.
    void describe();
    void updateCountdown(std::optional<std::int64_t> asOf);
    void updateLatestButton();
    void refreshOverlay();

    BarSeries m_series;
    ChartViewport m_view;
    OverlayState m_overlayState;
    core::Mint m_mint;
    core::BarSpec m_bars;
    std::uint64_t m_candleVersion = 0;
    bool m_hasToken = false;
    bool m_painted = false;
    bool m_manualScale = false;
    bool m_logarithmic = false;
    std::optional<QPointF> m_dragFrom;
    Zone m_dragZone = Zone::Bars;
    QCPAxisRect* m_prices = nullptr;
    QCPAxisRect* m_volumes = nullptr;
    QSharedPointer<PriceTicker> m_priceTicker;
    QSharedPointer<BarTimeTicker> m_timeTicker;
    QToolButton* m_latest = nullptr;
};

}  // namespace ui
