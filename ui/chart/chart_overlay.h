// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/bar_series.h"
#include "ui/chart/qcustomplot.h"

#include <optional>

namespace ui {

/// What moves without the bars: last-price line, crosshair, legend and notices. It lives on a buffered
/// layer of its own, so that a mouse move repaints nothing else.
struct OverlayState {
    QString title;  ///< "WIFHAT/SOL · 5s"
    QString quoteTicker;
    std::optional<QPointF> cursor;       ///< pixels; empty when the pointer is elsewhere
    std::optional<std::size_t> readBar;  ///< bar of the crosshair
    std::optional<double> lastPrice;
    bool lastUp = true;
    QString countdown;
    QString notice;  ///< shown in the middle of an empty chart
    QString watermark;
    QString scale;  ///< "manual", "log"
};

/// The legend line of a bar: O H L C, change, volume, buys and sells, time.
[[nodiscard]] QString barLegend(const Bar& bar, const QString& quoteTicker);

class ChartOverlay final : public QCPLayerable {
public:
    /// Axes, `series` and `state` must outlive the overlay.
    ChartOverlay(QCustomPlot* plot, QCPAxisRect* prices, QCPAxisRect* volumes, const BarSeries& series,
                 const OverlayState& state);

protected:
    void applyDefaultAntialiasingHint(QCPPainter* painter) const override;
    void draw(QCPPainter* painter) override;
    [[nodiscard]] QRect clipRect() const override;

private:
    void drawWatermark(QCPPainter* painter) const;
    void drawLastPrice(QCPPainter* painter) const;
    void drawCrosshair(QCPPainter* painter) const;
    void drawLegend(QCPPainter* painter) const;
    void drawAxisLabel(QCPPainter* painter, double y, const QString& text, const QColor& fill,
                       const QColor& ink) const;

    QCPAxisRect* m_prices;
    QCPAxisRect* m_volumes;
    const BarSeries& m_series;
    const OverlayState& m_state;
};

}  // namespace ui
