// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/candle.h"
#include "ui/chart/bar_pyramid.h"

namespace ui {

/// Between times and places on the bar-index axis, so that what is drawn on one interval stands at the same
/// time on every other. Outside the bars the last spacing goes on.
class TimeMap {
public:
    /// `bars` must outlive the map.
    TimeMap(const BarPyramid& bars, core::BarSpec spec) : m_bars(bars), m_spec(spec) {}
    void setSpec(core::BarSpec spec) { m_spec = spec; }

    /// Bar index with the part of the bar that has passed; bar i begins at i - 0.5.
    [[nodiscard]] double key(double unixSeconds) const;
    [[nodiscard]] double time(double key) const;
    /// Index of the bar that holds the time: the last that opened at or before it; 0 before the first.
    [[nodiscard]] std::size_t bar(double unixSeconds) const;
    /// When the bar ends: where the next begins, or its own span; for the newest N-trade bar its beginning + 1.
    [[nodiscard]] double end(std::size_t bar) const;

private:
    [[nodiscard]] double spacing() const;

    const BarPyramid& m_bars;
    core::BarSpec m_spec;
};

}  // namespace ui
