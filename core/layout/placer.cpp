// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/placer.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace core::layout {
namespace {

constexpr double kCell = 96;
constexpr double kStep = 22;         // between neighbours on the spiral
constexpr double kFarthest = 4.0e6;  // of a coordinate: everything stays well within what a grid can number
constexpr std::uint32_t kMostTries = 400'000;

std::int64_t cellAt(double value) {
    return static_cast<std::int64_t>(std::floor(std::clamp(value, -kFarthest, kFarthest) / kCell));
}

}  // namespace

Placer::Placer(double aspect) : m_stretch(std::isfinite(aspect) ? std::sqrt(std::clamp(aspect, 0.25, 4.0)) : 1.0) {}

std::int64_t Placer::cellOf(std::int64_t column, std::int64_t row) {
    constexpr std::int64_t kRows = 1 << 20;
    return column * kRows + row;
}

void Placer::occupy(Point at, double radius) {
    const auto index = static_cast<std::uint32_t>(m_discs.size());
    m_discs.push_back({at, radius});
    for (std::int64_t column = cellAt(at.x - radius); column <= cellAt(at.x + radius); ++column)
        for (std::int64_t row = cellAt(at.y - radius); row <= cellAt(at.y + radius); ++row)
            m_cells[cellOf(column, row)].push_back(index);
}

bool Placer::isFree(Point at, double radius) const {
    for (std::int64_t column = cellAt(at.x - radius); column <= cellAt(at.x + radius); ++column)
        for (std::int64_t row = cellAt(at.y - radius); row <= cellAt(at.y + radius); ++row) {
            const auto cell = m_cells.find(cellOf(column, row));
            if (cell == m_cells.end()) continue;
            for (const std::uint32_t index : cell->second) {
                const Disc& disc = m_discs[index];
                if (std::hypot(disc.at.x - at.x, disc.at.y - at.y) < disc.radius + radius) return false;
            }
        }
    return true;
}

Point Placer::place(double radius, Point middle) {
    const bool central = middle == Point{};
    // What did not fit before does not fit now: discs are only added.
    const auto size = static_cast<std::int64_t>(radius / 4);
    std::uint32_t first = 0;
    if (central)
        if (const auto known = m_next.find(size); known != m_next.end()) first = known->second;
    const double golden = std::numbers::pi * (3 - std::sqrt(5.0));
    Point at = middle;
    for (std::uint32_t i = first; i < first + kMostTries; ++i) {
        const double out = kStep * std::sqrt(static_cast<double>(i));
        const double angle = golden * i;
        at = {middle.x + out * std::cos(angle) * m_stretch, middle.y + out * std::sin(angle) / m_stretch};
        if (!isFree(at, radius)) continue;
        if (central) m_next[size] = i;
        break;
    }
    occupy(at, radius);
    return at;
}

}  // namespace core::layout
