// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_scene.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace ui {
namespace {

constexpr double kNarrowestDrawn = 2;  // pixels

DrawnBar drawnBar(const BarPyramid& bars, std::size_t first, std::size_t last) {
    DrawnBar out;
    out.key = static_cast<double>(first + last - 1) / 2;
    out.bar = last - first == 1 ? bars.at(first) : bars.bucket(first, last);
    out.closeBefore = first > 0 ? bars.at(first - 1).close : out.bar.open;
    out.last = last - 1;
    return out;
}

}  // namespace

std::size_t bucketSize(double barWidthPixels) {
    if (barWidthPixels >= kNarrowestDrawn) return 1;
    const double wanted = kNarrowestDrawn / std::max(barWidthPixels, 1e-9);
    return std::bit_ceil(static_cast<std::size_t>(std::ceil(wanted)));
}

std::vector<DrawnBar> drawnBars(const BarPyramid& bars, double lowerKey, double upperKey, double barWidthPixels) {
    std::vector<DrawnBar> out;
    if (bars.empty() || upperKey < -0.5) return out;
    const std::size_t step = bucketSize(barWidthPixels);
    const double count = static_cast<double>(bars.size());
    if (lowerKey > count) return out;
    const auto from = static_cast<std::size_t>(std::max(std::floor(lowerKey), 0.0)) / step * step;
    const auto end = static_cast<std::size_t>(std::clamp(std::ceil(upperKey) + 1, 0.0, count));
    out.reserve((end - std::min(from, end)) / step + 1);
    for (std::size_t first = from; first < end; first += step)
        out.push_back(drawnBar(bars, first, std::min(first + step, bars.size())));
    return out;
}

void ChartScene::prepare(const ChartViewport& view) {
    step = bucketSize(view.barWidth());
    liveFrom = raw->empty() ? 0 : (raw->size() - 1) / step * step;
    bars = drawnBars(*shown, view.lower(), view.upper(), view.barWidth());
    rawBars = shown == raw ? bars : drawnBars(*raw, view.lower(), view.upper(), view.barWidth());
    live = !bars.empty() && bars.back().last + 1 == raw->size();
}

void ChartScene::refreshLive() {
    if (!live) return;
    bars.back() = drawnBar(*shown, liveFrom, shown->size());
    rawBars.back() = drawnBar(*raw, liveFrom, raw->size());
}

}  // namespace ui
