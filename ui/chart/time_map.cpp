// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/time_map.h"

#include <algorithm>
#include <cmath>

namespace ui {

double TimeMap::spacing() const {
    if (m_spec.seconds != 0) return m_spec.seconds;
    if (m_bars.size() < 2) return 1;
    const double span = static_cast<double>(m_bars.at(m_bars.size() - 1).openTime - m_bars.at(0).openTime);
    return std::max(span / static_cast<double>(m_bars.size() - 1), 1e-3);
}

std::size_t TimeMap::bar(double unixSeconds) const {
    std::size_t low = 0;
    std::size_t high = m_bars.size();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (static_cast<double>(m_bars.at(middle).openTime) <= unixSeconds)
            low = middle + 1;
        else
            high = middle;
    }
    return low == 0 ? 0 : low - 1;
}

double TimeMap::end(std::size_t bar) const {
    const auto open = static_cast<double>(m_bars.at(bar).openTime);
    const double own = m_spec.seconds != 0 ? open + m_spec.seconds : open + 1;
    if (bar + 1 >= m_bars.size()) return own;
    const auto next = static_cast<double>(m_bars.at(bar + 1).openTime);
    // Over a quiet gap a time bar ends with its own span; N-trade bars may share a second.
    return m_spec.seconds != 0 ? std::min(own, next) : std::max(next, open);
}

double TimeMap::key(double unixSeconds) const {
    if (m_bars.empty()) return 0;
    const auto first = static_cast<double>(m_bars.at(0).openTime);
    if (unixSeconds < first) return -0.5 - (first - unixSeconds) / spacing();
    const std::size_t at = bar(unixSeconds);
    const auto open = static_cast<double>(m_bars.at(at).openTime);
    const double index = static_cast<double>(at) - 0.5;
    if (at + 1 >= m_bars.size()) return index + (unixSeconds - open) / spacing();
    const double span = end(at) - open;
    return index + (span > 0 ? std::clamp((unixSeconds - open) / span, 0.0, 1.0) : 0);
}

double TimeMap::time(double key) const {
    if (m_bars.empty()) return 0;
    const double place = key + 0.5;
    if (place < 0) return static_cast<double>(m_bars.at(0).openTime) + place * spacing();
    const auto index = static_cast<std::size_t>(std::min(place, static_cast<double>(m_bars.size()) - 1));
    const auto open = static_cast<double>(m_bars.at(index).openTime);
    const double part = place - static_cast<double>(index);
    if (index + 1 >= m_bars.size()) return open + part * spacing();
    return open + part * (end(index) - open);
}

}  // namespace ui
