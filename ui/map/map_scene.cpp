// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_scene.h"

#include "core/layout/components.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>
#include <string_view>

namespace ui {

using core::pipeline::CoinGraph;
using core::pipeline::GraphLink;
using core::pipeline::GraphNode;
using core::pipeline::GraphNodeKind;

namespace {

constexpr double kLeastRadius = 4;
constexpr double kRadiusOfAll = 125;  // added for the whole supply; grows with the root, so areas compare
constexpr double kPayerRadius = 8;
constexpr double kWindowRadius = 15;
constexpr std::size_t kDrawnPerNode = 2;  // links beyond those that hold a piece together

MapStyle styleOf(const GraphLink& link) {
    if (link.paid) return MapStyle::Funding;
    if (link.parts.empty()) return MapStyle::Other;
    // What was seen on the chain goes before what weighs more.
    for (const auto& part : link.parts) {
        if (part.kind == "transfer") return MapStyle::Transfer;
        if (part.kind == "same_transaction" || part.kind == "same_bundle") return MapStyle::SameTransaction;
    }
    const std::string_view kind = link.parts.front().kind;
    if (kind == "funded_by_same") return MapStyle::FundedBySame;
    if (kind == "same_slot_buy" || kind == "co_trading") return MapStyle::SameSlot;
    if (kind == "exit_synchrony") return MapStyle::ExitSync;
    return MapStyle::Other;
}

double heldAt(const GraphNode& node, const std::optional<std::int64_t>& until) {
    if (!until || node.history.empty()) return node.held;
    // The newest point is what it holds now, transfers of unknown time included.
    if (*until >= node.history.back().time) return node.held;
    const auto after = std::upper_bound(node.history.begin(), node.history.end(), *until,
                                        [](std::int64_t time, const auto& point) { return time < point.time; });
    return after == node.history.begin() ? 0 : std::prev(after)->coins;
}

class SceneMaker {
public:
    SceneMaker(std::shared_ptr<const CoinGraph> graph, const MapFilter& filter)
        : m_graph(*graph), m_joined(graph->nodes.size()) {
        m_out.graph = std::move(graph);
        m_out.filter = filter;
    }

    MapScene make() {
        sizeNodes();
        joinPieces();
        chooseEdges();
        findFloating();
        return std::move(m_out);
    }

private:
    [[nodiscard]] bool isThere(const GraphLink& link) const {
        return !m_out.filter.until || !link.firstTime || *link.firstTime <= *m_out.filter.until;
    }
    [[nodiscard]] bool holds(const GraphLink& link) const {
        return link.accepted && link.posterior >= m_out.filter.confidence && isThere(link);
    }

    /// A link in the order in which links are chosen: accepted ones first, then the stronger, then the earlier.
    struct Ranked {
        bool accepted = false;
        double posterior = 0;
        std::uint32_t link = 0;

        friend bool operator<(const Ranked& a, const Ranked& b) {
            if (a.accepted != b.accepted) return a.accepted;
            if (a.posterior != b.posterior) return a.posterior > b.posterior;
            return a.link < b.link;
        }
    };

    void sizeNodes() {
        double all = m_graph.supply ? static_cast<double>(*m_graph.supply) : 0;
        if (!m_graph.supply)
            for (const GraphNode& node : m_graph.nodes) all += node.held;
        m_out.nodes.reserve(m_graph.nodes.size());
        for (const GraphNode& node : m_graph.nodes) {
            MapNode out;
            out.held = heldAt(node, m_out.filter.until);
            if (m_graph.supply && all > 0) out.share = out.held / all;
            out.visible = !m_out.filter.until || !node.since || *node.since <= *m_out.filter.until;
            const double part = all > 0 ? std::clamp(out.held / all, 0.0, 1.0) : 0;
            switch (node.kind) {
                case GraphNodeKind::Wallet: out.radius = kLeastRadius + kRadiusOfAll * std::sqrt(part); break;
                case GraphNodeKind::Intermediary: out.radius = kPayerRadius; break;
                case GraphNodeKind::Window: out.radius = kWindowRadius; break;
            }
            m_out.nodes.push_back(out);
        }
    }

    void joinPieces() {
        for (const GraphLink& link : m_graph.links)
            if (holds(link)) m_joined.join(link.a, link.b);
        std::map<std::uint32_t, const core::pipeline::GraphCluster*> clusters;
        for (const auto& cluster : m_graph.clusters) clusters.emplace(cluster.tag.number, &cluster);
        for (const std::vector<std::uint32_t>& group : m_joined.groups()) {
            MapPiece piece;
            piece.tag = m_graph.nodes[group.front()].cluster;
            double membership = 0;
            for (const std::uint32_t node : group) {
                piece.nodes.push_back(node);
                piece.held += m_out.nodes[node].held;
                membership += m_graph.nodes[node].membership;
            }
            if (m_graph.supply && *m_graph.supply != 0)
                piece.share = piece.held / static_cast<double>(*m_graph.supply);
            piece.confidence = membership / static_cast<double>(group.size());
            if (const auto known = clusters.find(piece.tag.number); known != clusters.end())
                piece.creators = known->second->creators;
            std::stable_sort(piece.nodes.begin(), piece.nodes.end(), [this](std::uint32_t a, std::uint32_t b) {
                return m_out.nodes[a].held > m_out.nodes[b].held;
            });
            m_out.pieces.push_back(std::move(piece));
        }
        std::stable_sort(m_out.pieces.begin(), m_out.pieces.end(),
                         [](const MapPiece& a, const MapPiece& b) { return a.held > b.held; });
        std::set<std::uint32_t> named;
        for (std::size_t i = 0; i < m_out.pieces.size(); ++i) {
            m_out.pieces[i].largest = named.insert(m_out.pieces[i].tag.number).second;
            for (const std::uint32_t node : m_out.pieces[i].nodes) m_out.nodes[node].piece = static_cast<int>(i);
        }
        for (std::size_t i = 0; i < m_out.nodes.size(); ++i)
            if (m_graph.nodes[i].kind == GraphNodeKind::Wallet && m_out.nodes[i].piece < 0 &&
                m_out.nodes[i].visible)
                ++m_out.unlinked;
    }

    // A crew of 40 has 780 pairs. What holds it together is drawn, and the strongest of the rest.
    void chooseEdges() {
        std::vector<Ranked> order;
        order.reserve(m_graph.links.size());
        std::map<std::uint32_t, std::set<std::uint32_t>> payers;  // of each node
        for (std::uint32_t i = 0; i < m_graph.links.size(); ++i) {
            const GraphLink& link = m_graph.links[i];
            if (!isThere(link)) continue;
            if (link.paid) {
                payers[link.b].insert(link.a);
                addEdge(i, holds(link));
                continue;
            }
            if (link.posterior >= m_out.filter.confidence) order.push_back({link.accepted, link.posterior, i});
        }
        std::sort(order.begin(), order.end());
        core::layout::Components tree(m_graph.nodes.size());
        for (const MapEdge& edge : m_out.edges)
            if (m_out.nodes[edge.a].piece >= 0 && m_out.nodes[edge.a].piece == m_out.nodes[edge.b].piece)
                tree.join(edge.a, edge.b);
        std::vector<std::size_t> extra(m_graph.nodes.size(), 0);
        for (const Ranked& ranked : order) {
            const std::uint32_t index = ranked.link;
            const GraphLink& link = m_graph.links[index];
            if (tree.of(link.a) != tree.of(link.b)) {
                tree.join(link.a, link.b);
                addEdge(index, holds(link));
                continue;
            }
            const bool told = link.parts.size() == 1 && link.parts.front().kind == "funded_by_same" &&
                              shared(payers, link.a, link.b);
            if (told || extra[link.a] >= kDrawnPerNode || extra[link.b] >= kDrawnPerNode) {
                ++m_out.quietEdges;
                continue;
            }
            ++extra[link.a];
            ++extra[link.b];
            addEdge(index, holds(link));
        }
    }

    [[nodiscard]] static bool shared(const std::map<std::uint32_t, std::set<std::uint32_t>>& payers,
                                     std::uint32_t a, std::uint32_t b) {
        const auto one = payers.find(a);
        const auto two = payers.find(b);
        if (one == payers.end() || two == payers.end()) return false;
        return std::any_of(one->second.begin(), one->second.end(),
                           [&](std::uint32_t payer) { return two->second.contains(payer); });
    }

    void addEdge(std::uint32_t index, bool counts) {
        const GraphLink& link = m_graph.links[index];
        m_out.edges.push_back({link.a, link.b, index, styleOf(link), counts});
    }

    // A payer of wallets of one piece alone stands in its middle and is drawn in its colour; one of several stands
    // between them.
    void findFloating() {
        constexpr int kNone = -2;
        std::vector<int> paid(m_graph.nodes.size(), kNone);  // the piece of the first neighbour; -1: of no piece
        for (const MapEdge& edge : m_out.edges)
            for (const auto& [node, other] : {std::pair{edge.a, edge.b}, std::pair{edge.b, edge.a}}) {
                if (m_graph.nodes[node].kind == GraphNodeKind::Wallet || m_out.nodes[node].piece >= 0) continue;
                const int piece = m_out.nodes[other].piece;
                if (paid[node] == kNone) paid[node] = piece;
                if (paid[node] != piece) m_out.nodes[node].floating = true;
            }
    }

    const CoinGraph& m_graph;
    core::layout::Components m_joined;
    MapScene m_out;
};

}  // namespace

MapScene makeScene(std::shared_ptr<const CoinGraph> graph, const MapFilter& filter) {
    return SceneMaker(std::move(graph), filter).make();
}

std::uint64_t MapScene::structure() const {
    std::uint64_t out = 0xcbf29ce484222325ULL;
    const auto mix = [&out](std::uint64_t value) {
        out = (out ^ value) * 0x100000001b3ULL;
        out ^= out >> 29U;
    };
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        mix(std::hash<core::Wallet>{}(graph->nodes[i].wallet));
        mix(static_cast<std::uint64_t>(graph->nodes[i].from));
        mix(static_cast<std::uint64_t>(nodes[i].piece + 1));
        // A bubble that grew by a pixel pushes nobody.
        mix(static_cast<std::uint64_t>(nodes[i].radius / 4));
    }
    for (const MapEdge& edge : edges) mix((std::uint64_t{edge.a} << 32U) | edge.b);
    return out;
}

core::layout::LayoutInput layoutInput(const MapScene& scene, const MapPlaces& before, const MapPlaces& pins,
                                      double aspect) {
    core::layout::LayoutInput out;
    out.aspect = aspect;
    out.nodes.reserve(scene.nodes.size());
    for (std::size_t i = 0; i < scene.nodes.size(); ++i) {
        core::layout::LayoutNode node;
        node.radius = scene.nodes[i].radius;
        node.floating = scene.nodes[i].floating;
        const MapKey key = keyOf(scene.graph->nodes[i]);
        if (const auto pin = pins.find(key); pin != pins.end()) {
            node.before = pin->second;
            node.pinned = true;
        } else if (const auto place = before.find(key); place != before.end()) {
            node.before = place->second;
        }
        out.nodes.push_back(node);
    }
    for (const MapEdge& edge : scene.edges) {
        const bool payment = edge.style == MapStyle::Funding;
        // Suppositions pull nobody: they are no reason to stand together.
        if (!edge.counts && !payment) continue;
        const int a = scene.nodes[edge.a].piece;
        const int b = scene.nodes[edge.b].piece;
        if (payment && a >= 0 && b >= 0 && a != b) continue;
        out.edges.push_back({edge.a, edge.b, payment ? 1.0 : scene.graph->links[edge.link].posterior});
    }
    return out;
}

}  // namespace ui
