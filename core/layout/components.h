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
        // Most nodes may stand alone: they get no list of their own.
        std::vector<std::uint32_t> members(m_parent.size(), 0);
        for (std::uint32_t node = 0; node < m_parent.size(); ++node) ++members[of(node)];
        std::vector<std::vector<std::uint32_t>> out;
        std::vector<std::size_t> place(m_parent.size(), 0);  // by root: in `out`
        for (std::uint32_t node = 0; node < m_parent.size(); ++node) {
            const std::uint32_t root = of(node);
            if (members[root] < 2) continue;
            if (root == node) {
                place[root] = out.size();
                out.emplace_back().reserve(members[root]);
            }
            out[place[root]].push_back(node);
        }
        std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.size() > b.size(); });
        return out;
    }

private:
    std::vector<std::uint32_t> m_parent;
};

}  // namespace core::layout
