// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/sub_groups.h"

#include "core/layout/components.h"
#include "core/layout/igraph_calls.h"

namespace core::layout {

std::vector<std::uint32_t> subGroups(std::size_t nodes, std::span<const LayoutEdge> edges, std::uint64_t seed) {
    std::vector<std::uint32_t> out(nodes, 0);
    Components components(nodes);
    for (const LayoutEdge& edge : edges)
        if (edge.a < nodes && edge.b < nodes) components.join(edge.a, edge.b);
    std::vector<std::uint32_t> place(nodes, 0);
    std::vector<std::vector<LayoutEdge>> edgesOf(nodes);
    for (const LayoutEdge& edge : edges)
        if (edge.a < nodes && edge.b < nodes && edge.a != edge.b) edgesOf[components.of(edge.a)].push_back(edge);
    for (const std::vector<std::uint32_t>& group : components.groups()) {
        constexpr std::size_t kLeast = 4;  // less has no parts
        if (group.size() < kLeast) continue;
        for (std::uint32_t i = 0; i < group.size(); ++i) place[group[i]] = i;
        std::vector<LayoutEdge>& inside = edgesOf[group.front()];
        for (LayoutEdge& edge : inside) edge = {place[edge.a], place[edge.b], edge.weight};
        const auto told = leiden(group.size(), inside, kSubGroupResolution, seed);
        std::vector<std::pair<std::size_t, std::uint32_t>> sizes(group.size());
        for (std::uint32_t i = 0; i < sizes.size(); ++i) sizes[i].second = i;
        for (const std::uint32_t number : told)
            if (number < sizes.size()) ++sizes[number].first;
        std::stable_sort(sizes.begin(), sizes.end(),
                         [](const auto& a, const auto& b) { return a.first > b.first; });
        std::vector<std::uint32_t> rank(group.size(), 0);
        for (std::uint32_t i = 0; i < sizes.size(); ++i) rank[sizes[i].second] = i;
        for (std::size_t i = 0; i < group.size(); ++i) out[group[i]] = told[i] < rank.size() ? rank[told[i]] : 0;
    }
    return out;
}

}  // namespace core::layout
