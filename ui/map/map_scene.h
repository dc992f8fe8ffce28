// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/graph_layout.h"
#include "core/pipeline/coin_graph.h"

#include <compare>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace ui {

/// Names a bubble from one picture to the next: its wallet, and of an exchange the stretch of time.
struct MapKey {
    core::Wallet wallet;
    std::int64_t from = 0;

    friend auto operator<=>(const MapKey&, const MapKey&) = default;
};
[[nodiscard]] inline MapKey keyOf(const core::pipeline::GraphNode& node) {
    return {node.wallet, node.from};
}

/// What of a graph is looked at.
struct MapFilter {
    double confidence = 0.90;           ///< links below drop, and clusters fall apart where nothing else holds them
    std::optional<std::int64_t> until;  ///< Unix seconds: links and bags up to then; now when empty

    friend bool operator==(const MapFilter&, const MapFilter&) = default;
};

/// A bubble as it is drawn. Its index is that in the graph.
struct MapNode {
    double radius = 0;  ///< map units
    double held = 0;    ///< raw coins at the time looked at
    std::optional<double> share;
    int piece = -1;         ///< index into MapScene::pieces; -1: linked to nobody
    bool visible = true;    ///< was there by then
    bool floating = false;  ///< pays for wallets of several pieces
};

/// How a link is drawn. What is seen on the chain is solid, what is concluded is dotted.
enum class MapStyle : std::uint8_t { Funding, Transfer, SameTransaction, FundedBySame, SameSlot, ExitSync, Other };
inline constexpr std::size_t kMapStyles = 7;
[[nodiscard]] constexpr bool isObserved(MapStyle style) noexcept {
    return style <= MapStyle::SameTransaction;
}

struct MapEdge {
    std::uint32_t a = 0;  ///< indices into MapScene::nodes
    std::uint32_t b = 0;
    std::uint32_t link = 0;  ///< index into CoinGraph::links
    MapStyle style = MapStyle::Other;
    bool counts = true;  ///< holds a cluster together; false: only supposed, or a payment
};

/// Wallets that hang together at this confidence: a cluster, or what is left of one.
struct MapPiece {
    core::pipeline::ClusterTag tag;
    bool largest = true;  ///< of its cluster: carries its name
    bool creators = false;
    double confidence = 0;
    double held = 0;  ///< raw coins
    std::optional<double> share;
    std::vector<std::uint32_t> nodes;  ///< largest bag first
};

/// One look at a graph: what is drawn, how large, in which groups. Immutable.
struct MapScene {
    std::shared_ptr<const core::pipeline::CoinGraph> graph;
    MapFilter filter;
    std::vector<MapNode> nodes;    ///< one for each of the graph
    std::vector<MapEdge> edges;    ///< drawn ones
    std::vector<MapPiece> pieces;  ///< largest holding first
    std::size_t unlinked = 0;      ///< visible wallets of no piece
    std::size_t quietEdges = 0;    ///< links not drawn, since stronger ones tell the same

    /// Names what is where: another value means that bubbles have to be placed anew.
    [[nodiscard]] std::uint64_t structure() const;
};

/// Looks at a graph. Cost: its nodes and links, once.
[[nodiscard]] MapScene makeScene(std::shared_ptr<const core::pipeline::CoinGraph> graph, const MapFilter& filter);

using MapPlaces = std::map<MapKey, core::layout::Point>;

/// The job for the layout; `pins` stand where they are.
[[nodiscard]] core::layout::LayoutInput layoutInput(const MapScene& scene, const MapPlaces& before,
                                                    const MapPlaces& pins, double aspect);

}  // namespace ui
