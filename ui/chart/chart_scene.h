// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/bar_pyramid.h"
#include "ui/chart/chart_viewport.h"
#include "ui/chart/price_display.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ui {

/// Bars of the visible range as they are drawn: one by one, or in buckets when a bar is narrower than
/// 2 pixels. Buckets start at multiples of their size, so that they do not flicker while scrolling.
struct DrawnBar {
    double key = 0;  ///< middle of the bucket, bar index
    Bar bar;
    double closeBefore = 0;  ///< of the bar before; its open where there is none
    std::size_t last = 0;    ///< index of its last bar
};
/// A power of two: so many bars are at least 2 pixels wide.
[[nodiscard]] std::size_t bucketSize(double barWidthPixels);
[[nodiscard]] std::vector<DrawnBar> drawnBars(const BarPyramid& bars, double lowerKey, double upperKey,
                                              double barWidthPixels);

enum class BarStyle : std::uint8_t { Candles, HollowCandles, HeikinAshi, Bars, Line, Area, Steps };

/// What the layers of the chart draw. The bucket that holds the newest bar is told apart: it is drawn over
/// the kept picture, so that a trade repaints only its column.
struct ChartScene {
    const BarPyramid* raw = nullptr;
    const BarPyramid* shown = nullptr;  ///< what the price pane draws: raw or Heikin-Ashi
    BarStyle style = BarStyle::Candles;
    PriceDisplay display;
    double pixelRatio = 1;
    std::size_t step = 1;      ///< bars of a bucket
    std::size_t liveFrom = 0;  ///< first bar of the newest bucket
    bool live = false;         ///< the newest bucket is in view: the last of both lists
    std::vector<DrawnBar> bars;
    std::vector<DrawnBar> rawBars;

    /// Lists the visible bars anew.
    void prepare(const ChartViewport& view);
    /// Lists the newest bucket anew: its bars changed, nothing else.
    void refreshLive();
    [[nodiscard]] std::size_t settled(const std::vector<DrawnBar>& list) const {
        return list.size() - (live ? 1 : 0);
    }
};

}  // namespace ui
