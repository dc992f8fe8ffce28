// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/igraph_calls.h"

#include <igraph/igraph.h>

#include <cmath>
#include <mutex>

namespace core::layout {
namespace {

constexpr igraph_integer_t kColdSteps = 300;
constexpr igraph_integer_t kWarmSteps = 15;
constexpr double kWarmHeat = 0.15;
// Below, all pairs repel each other; above, those of neighbouring cells.
constexpr std::size_t kGridFrom = 150;

// Debian's igraph is built without thread safety: error state and random numbers are global.
std::mutex& igraphLock() {
    static std::mutex kLock;
    return kLock;
}

// The default error handler aborts the program.
void quiet() {
    igraph_set_error_handler(&igraph_error_handler_ignore);
    igraph_set_warning_handler(&igraph_warning_handler_ignore);
}

class Graph {
public:
    Graph(std::size_t nodes, std::span<const LayoutEdge> edges) {
        igraph_vector_int_t ends;
        if (igraph_vector_int_init(&ends, static_cast<igraph_integer_t>(2 * edges.size())) != IGRAPH_SUCCESS)
            return;
        for (std::size_t i = 0; i < edges.size(); ++i) {
            VECTOR(ends)[2 * i] = edges[i].a;
            VECTOR(ends)[2 * i + 1] = edges[i].b;
        }
        m_made = igraph_create(&m_graph, &ends, static_cast<igraph_integer_t>(nodes), false) == IGRAPH_SUCCESS;
        igraph_vector_int_destroy(&ends);
        if (!m_made) return;
        m_weighted = igraph_vector_init(&m_weights, static_cast<igraph_integer_t>(edges.size())) == IGRAPH_SUCCESS;
        for (std::size_t i = 0; m_weighted && i < edges.size(); ++i) VECTOR(m_weights)[i] = edges[i].weight;
    }
    Graph(const Graph&) = delete;
    Graph& operator=(const Graph&) = delete;
    ~Graph() {
        if (m_weighted) igraph_vector_destroy(&m_weights);
        if (m_made) igraph_destroy(&m_graph);
    }
    [[nodiscard]] bool made() const { return m_made && m_weighted; }
    [[nodiscard]] const igraph_t* graph() const { return &m_graph; }
    [[nodiscard]] const igraph_vector_t* weights() const { return &m_weights; }

private:
    igraph_t m_graph{};
    igraph_vector_t m_weights{};
    bool m_made = false;
    bool m_weighted = false;
};

}  // namespace

void relax(std::vector<Point>& places, std::span<const LayoutEdge> edges, Effort effort, std::uint64_t seed) {
    const std::lock_guard lock(igraphLock());
    quiet();
    const Graph graph(places.size(), edges);
    igraph_matrix_t at;
    const auto count = static_cast<igraph_integer_t>(places.size());
    if (!graph.made() || igraph_matrix_init(&at, count, 2) != IGRAPH_SUCCESS) return;
    for (igraph_integer_t i = 0; i < count; ++i) {
        MATRIX(at, i, 0) = places[static_cast<std::size_t>(i)].x;
        MATRIX(at, i, 1) = places[static_cast<std::size_t>(i)].y;
    }
    igraph_rng_seed(igraph_rng_default(), static_cast<igraph_uint_t>(seed));
    const bool cold = effort == Effort::Cold;
    const auto grid = places.size() >= kGridFrom ? IGRAPH_LAYOUT_GRID : IGRAPH_LAYOUT_NOGRID;
    const double heat = cold ? std::sqrt(static_cast<double>(places.size())) / 2 : kWarmHeat;
    const auto done =
        igraph_layout_fruchterman_reingold(graph.graph(), &at, true, cold ? kColdSteps : kWarmSteps, heat, grid,
                                           graph.weights(), nullptr, nullptr, nullptr, nullptr);
    for (igraph_integer_t i = 0; done == IGRAPH_SUCCESS && i < count; ++i) {
        const Point next{MATRIX(at, i, 0), MATRIX(at, i, 1)};
        if (std::isfinite(next.x) && std::isfinite(next.y)) places[static_cast<std::size_t>(i)] = next;
    }
    igraph_matrix_destroy(&at);
}

std::vector<std::uint32_t> leiden(std::size_t nodes, std::span<const LayoutEdge> edges, double resolution,
                                  std::uint64_t seed) {
    std::vector<std::uint32_t> out(nodes, 0);
    const std::lock_guard lock(igraphLock());
    quiet();
    const Graph graph(nodes, edges);
    igraph_vector_int_t membership;
    if (!graph.made() || igraph_vector_int_init(&membership, 0) != IGRAPH_SUCCESS) return out;
    igraph_rng_seed(igraph_rng_default(), static_cast<igraph_uint_t>(seed));
    constexpr igraph_integer_t kRounds = 4;
    constexpr double kRandomness = 0.01;
    igraph_integer_t groups = 0;
    const auto done = igraph_community_leiden(graph.graph(), graph.weights(), nullptr, resolution, kRandomness,
                                              false, kRounds, &membership, &groups, nullptr);
    const auto told = static_cast<std::size_t>(igraph_vector_int_size(&membership));
    for (std::size_t i = 0; done == IGRAPH_SUCCESS && i < nodes && i < told; ++i)
        out[i] = static_cast<std::uint32_t>(VECTOR(membership)[i]);
    igraph_vector_int_destroy(&membership);
    return out;
}

}  // namespace core::layout
