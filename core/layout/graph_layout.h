// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace core::layout {

/// A place on the map, in map units: pixels at a zoom of 1. y points down.
struct Point {
    double x = 0;
    double y = 0;

    friend bool operator==(const Point&, const Point&) noexcept = default;
};

/// One bubble to be placed.
struct LayoutNode {
    double radius = 6;
    /// Stands between groups: joins none, and goes near the middle of what it is linked to.
    bool floating = false;
    bool pinned = false;          ///< stays exactly at `before`
    std::optional<Point> before;  ///< where it was: the layout goes on from there
};

/// What pulls two bubbles together; indices into LayoutInput::nodes, edges with others are passed over.
struct LayoutEdge {
    std::uint32_t a = 0;
    std::uint32_t b = 0;
    double weight = 1;
};

struct LayoutInput {
    std::vector<LayoutNode> nodes;
    std::vector<LayoutEdge> edges;
    std::uint64_t seed = 1;
    double aspect = 1.5;     ///< width over height of what the map should fill
    bool subGroups = false;  ///< densely linked parts are wanted too
};

struct LayoutResult {
    std::vector<Point> points;             ///< one for each node
    std::size_t groups = 0;                ///< components of at least two nodes
    std::vector<std::uint32_t> subGroups;  ///< as subGroups(), one for each node; empty unless wanted
};

/// Places a graph: every component by Fruchterman and Reingold (igraph) on its own, components beside each other
/// without touching, nodes of none around them. The same input gives the same places; places from before are taken
/// up, so that what did not change hardly moves. `cancelled` is asked between components; a cancelled layout has no
/// points. Thread: any; calls run one after the other, since igraph keeps global state.
[[nodiscard]] LayoutResult layoutGraph(const LayoutInput& input, const std::function<bool()>& cancelled = {});

}  // namespace core::layout
