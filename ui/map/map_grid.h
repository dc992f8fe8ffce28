// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/graph_layout.h"

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

namespace ui {

/// Finds the bubble under the pointer among tens of thousands. Map units. Thread: GUI.
class MapGrid {
public:
    void clear();
    void add(std::uint32_t node, core::layout::Point at, double radius);
    /// The bubble whose edge is nearest to `at` and at most `slack` away.
    [[nodiscard]] std::optional<std::uint32_t> find(core::layout::Point at, double slack) const;

private:
    static constexpr std::uint32_t kLast = 0xffffffff;
    struct Entry {
        std::uint32_t node = 0;
        std::uint32_t next = kLast;  ///< of the same cell: index into m_entries
        core::layout::Point at;
        double radius = 0;
    };
    std::vector<Entry> m_entries;
    std::unordered_map<std::int64_t, std::uint32_t> m_cells;  ///< the last entry of each
    double m_largest = 0;
};

}  // namespace ui
