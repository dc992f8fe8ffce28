// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/graph_layout.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core::layout {

/// How far a layout may go from where it starts.
enum class Effort : std::uint8_t { Cold, Warm };

/// Fruchterman-Reingold from `places` on, which holds one point for each of its nodes; unit: the length that edges
/// strive for. Edges are indices into `places`. Leaves `places` alone when igraph refuses. Thread: any, serialised.
void relax(std::vector<Point>& places, std::span<const LayoutEdge> edges, Effort effort, std::uint64_t seed);

/// Communities by Leiden with the constant Potts model; one number from 0 for each node, all 0 when igraph refuses.
/// Thread: any, serialised.
[[nodiscard]] std::vector<std::uint32_t> leiden(std::size_t nodes, std::span<const LayoutEdge> edges,
                                                double resolution, std::uint64_t seed);

}  // namespace core::layout
