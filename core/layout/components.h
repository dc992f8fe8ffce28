// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/graph_layout.h"

#include <algorithm>
#include <cstdint>
#include <numeric>
#include <span>
#include <utility>
#include <vector>

namespace core::layout {

/// Disjoint sets of nodes that edges join.
class Components {
public:
    explicit Components(std::size_t nodes) : m_parent(nodes) {
        std::iota(m_parent.begin(), m_parent.end(), std::uint32_t{0});
    }
    /// The representative of a node: the smallest of its set.
    [[nodiscard]] std::uint32_t of(std::uint32_t node) {
        while (m_parent[node] != node) {
            m_parent[node] = m_parent[m_parent[node]];
            node = m_parent[node];
        }
        return node;
    }
    void join(std::uint32_t a, std::uint32_t b) {
        a = of(a);
        b = of(b);
        if (a == b) return;
        m_parent[std::max(a, b)] = std::min(a, b);
    }
    /// Every set of at least two, largest first, ties by the smallest node; nodes ascending.
    [[nodiscard]] std::vector<std::vector<std::uint32_t>> groups() {
        std::vector<std::vector<std::uint32_t>> byRoot(m_parent.size());
        for (std::uint32_t node = 0; node < m_parent.size(); ++node) byRoot[of(node)].push_back(node);
        std::erase_if(byRoot, [](const auto& group) { return group.size() < 2; });
        std::stable_sort(byRoot.begin(), byRoot.end(),
                         [](const auto& a, const auto& b) { return a.size() > b.size(); });
        return byRoot;
    }

private:
    std::vector<std::uint32_t> m_parent;
};

}  // namespace core::layout
