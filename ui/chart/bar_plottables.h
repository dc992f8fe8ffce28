// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/bar_series.h"
#include "ui/chart/qcustomplot.h"

#include <cstddef>
#include <vector>

namespace ui {

/// Bars of the visible range as they are drawn: one by one, or in buckets when a bar is narrower than
/// 2 pixels. Buckets start at multiples of their size, so that they do not flicker while scrolling.
struct DrawnBar {
    double key = 0;  ///< middle of the bucket, bar index
    Bar bar;
};
[[nodiscard]] std::size_t bucketSize(double barWidthPixels);
[[nodiscard]] std::vector<DrawnBar> drawnBars(const BarSeries& series, double lowerKey, double upperKey,
                                              double barWidthPixels);

/// What both plottables share: they read a BarSeries and are never selected.
class BarPlottable : public QCPAbstractPlottable {
public:
    /// `series` must outlive the plottable.
    BarPlottable(QCPAxis* keyAxis, QCPAxis* valueAxis, const BarSeries& series);
    double selectTest(const QPointF& pos, bool onlySelectable, QVariant* details) const override;
    QCPRange getKeyRange(bool& found, QCP::SignDomain domain) const override;
    QCPRange getValueRange(bool& found, QCP::SignDomain domain, const QCPRange& keys) const override;

protected:
    [[nodiscard]] std::vector<DrawnBar> visibleBars() const;
    [[nodiscard]] double barPixels() const;
    void drawLegendIcon(QCPPainter* painter, const QRectF& rect) const override;

private:
    const BarSeries& m_series;
};

/// Candles: up hollow, down filled.
class CandlePlottable final : public BarPlottable {
public:
    using BarPlottable::BarPlottable;

protected:
    void draw(QCPPainter* painter) override;
};

/// Volume, bought part below, sold part above it.
class VolumePlottable final : public BarPlottable {
public:
    using BarPlottable::BarPlottable;

protected:
    void draw(QCPPainter* painter) override;
};

}  // namespace ui
