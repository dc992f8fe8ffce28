// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/bar_pyramid.h"

namespace ui {

/// Heikin-Ashi bars of a history: close is the mean of the four prices, open the middle of the body before.
/// Volumes and counts stay. Thread: GUI.
class HeikinAshi {
public:
    /// Follows `bars`, of which those from `firstChanged` on are new.
    void update(const BarPyramid& bars, std::size_t firstChanged);
    void clear() { m_bars.clear(); }
    [[nodiscard]] const BarPyramid& bars() const { return m_bars; }

private:
    BarPyramid m_bars;
};

}  // namespace ui
