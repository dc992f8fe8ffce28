// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/graph_layout.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace core::layout {

/// Finds room for discs among discs. Thread: confined.
class Placer {
public:
    /// `aspect`: width over height of what is filled from the middle.
    explicit Placer(double aspect);

    void occupy(Point at, double radius);
    [[nodiscard]] bool isFree(Point at, double radius) const;
    /// The first free place on a spiral around `middle`, and takes it.
    Point place(double radius, Point middle = {});

private:
    struct Disc {
        Point at;
        double radius = 0;
    };
    [[nodiscard]] static std::int64_t cellOf(std::int64_t column, std::int64_t row);

    double m_stretch;
    std::vector<Disc> m_discs;
    std::unordered_map<std::int64_t, std::vector<std::uint32_t>> m_cells;
    std::unordered_map<std::int64_t, std::uint32_t> m_next;  ///< by size: where the search around 0 goes on
};

}  // namespace core::layout
