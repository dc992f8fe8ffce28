// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_grid.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr double kCell = 64;

std::int64_t column(double value) {
    return static_cast<std::int64_t>(std::floor(std::clamp(value, -1e9, 1e9) / kCell));
}
std::int64_t keyOf(std::int64_t x, std::int64_t y) {
    constexpr std::int64_t kRows = std::int64_t{1} << 31;
    return x * kRows + y;
}

}  // namespace

void MapGrid::clear() {
    m_entries.clear();
    m_cells.clear();
    m_largest = 0;
}

void MapGrid::add(std::uint32_t node, core::layout::Point at, double radius) {
    const auto place = static_cast<std::uint32_t>(m_entries.size());
    const auto [cell, first] = m_cells.try_emplace(keyOf(column(at.x), column(at.y)), place);
    m_entries.push_back({node, first ? kLast : cell->second, at, radius});
    cell->second = place;
    m_largest = std::max(m_largest, radius);
}

std::optional<std::uint32_t> MapGrid::find(core::layout::Point at, double slack) const {
    std::optional<std::uint32_t> best;
    double nearest = slack;
    const double reach = m_largest + slack;
    for (std::int64_t x = column(at.x - reach); x <= column(at.x + reach); ++x)
        for (std::int64_t y = column(at.y - reach); y <= column(at.y + reach); ++y) {
            const auto cell = m_cells.find(keyOf(x, y));
            if (cell == m_cells.end()) continue;
            for (std::uint32_t place = cell->second; place != kLast; place = m_entries[place].next) {
                const Entry& entry = m_entries[place];
                const double away = std::hypot(entry.at.x - at.x, entry.at.y - at.y) - entry.radius;
                if (away > nearest || (away == nearest && best && entry.node > *best)) continue;
                nearest = away;
                best = entry.node;
            }
        }
    return best;
}

}  // namespace ui
