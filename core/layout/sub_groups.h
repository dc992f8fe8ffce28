// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/graph_layout.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core::layout {

/// Parts of a component whose members share at least this much weight with each other, on average over their pairs.
inline constexpr double kSubGroupResolution = 0.3;

/// Densely linked parts inside of each component, for colours alone: it says nothing about who belongs to whom.
/// Leiden with the constant Potts model at kSubGroupResolution, component by component, so that a large graph does
/// not blur small ones. Numbers rise from 0 inside each component by size, largest first, ties by the first node.
/// The same input gives the same numbers. Thread: any.
[[nodiscard]] std::vector<std::uint32_t> subGroups(std::size_t nodes, std::span<const LayoutEdge> edges,
                                                   std::uint64_t seed = 1);

}  // namespace core::layout
