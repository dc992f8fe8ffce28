// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/token_people.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::pipeline {

/// What of the open coin's graph is wanted.
struct GraphWish {
    std::size_t holders = 200;  ///< with the largest bags, beside all wallets of clusters
    std::size_t nodes = 2'000;  ///< at most, whatever they are

    static constexpr std::size_t kMostNodes = 50'000;

    friend bool operator==(const GraphWish&, const GraphWish&) noexcept = default;
};

enum class GraphNodeKind : std::uint8_t {
    Wallet,        ///< has or had the coin
    Intermediary,  ///< never had it: paid for wallets that did, or belongs to their cluster
    Window         ///< an exchange or another service in one stretch of time, by its payments
};

/// What a wallet held from a time on.
struct HeldFrom {
    std::int64_t time = 0;  ///< Unix seconds
    double coins = 0;       ///< raw, not below 0

    friend bool operator==(const HeldFrom&, const HeldFrom&) = default;
};

/// A bubble of the map.
struct GraphNode {
    Wallet wallet;  ///< of a Window: the payer
    GraphNodeKind kind = GraphNodeKind::Wallet;
    Roles roles = 0;
    ClusterTag cluster;
    std::string label;                  ///< what the address list calls it; mostly empty
    double held = 0;                    ///< raw coins, not below 0
    double boughtCoins = 0;             ///< raw coins, ever
    double membership = 0;              ///< P(belongs to its cluster), 0..1; 0 without one
    std::optional<std::int64_t> since;  ///< Unix seconds of its first move of the coin, or first payment
    std::int64_t from = 0;              ///< of a Window: Unix seconds of its first and last payment
    std::int64_t until = 0;
    std::vector<HeldFrom> history;  ///< ascending, at most kMostHistory; empty: as now ever since

    static constexpr std::size_t kMostHistory = 48;

    friend bool operator==(const GraphNode&, const GraphNode&) = default;
};

/// What one kind of evidence says about a link; "funding" is the payment itself.
struct GraphLinkPart {
    std::string_view kind;
    float llr = 0;  ///< natural; 0 for a payment
    std::vector<LinkProof> proofs;

    friend bool operator==(const GraphLinkPart&, const GraphLinkPart&) = default;
};

/// What joins two bubbles. Indices into CoinGraph::nodes.
struct GraphLink {
    std::uint32_t a = 0;  ///< of a payment: who paid
    std::uint32_t b = 0;
    bool paid = false;           ///< the first SOL of b came from a
    std::uint64_t lamports = 0;  ///< of that payment
    double posterior = 0;        ///< P(one hand) of the evidence; 0 where only the payment is known
    bool accepted = false;       ///< counts for clusters
    std::optional<std::uint64_t> firstSlot, lastSlot;  ///< of what was kept of the evidence
    std::optional<std::int64_t> firstTime, lastTime;   ///< Unix seconds
    std::vector<GraphLinkPart> parts;                  ///< strongest first

    friend bool operator==(const GraphLink&, const GraphLink&) = default;
};

/// A cluster on the map.
struct GraphCluster {
    ClusterTag tag;
    bool creators = false;
    double confidence = 0;      ///< 0..1
    std::size_t wallets = 0;    ///< shown
    std::size_t elsewhere = 0;  ///< members without the coin that are not shown

    friend bool operator==(const GraphCluster&, const GraphCluster&) = default;
};

/// Who is linked to whom on the open coin. Immutable.
struct CoinGraph {
    Mint mint;
    GraphWish wish;
    std::optional<std::int64_t> asOfTime;
    std::optional<std::int64_t> fromTime;  ///< Unix seconds of the coin's first move known
    std::optional<std::uint64_t> supply;   ///< raw; only where shares of it are known
    std::vector<GraphNode> nodes;          ///< wallets of clusters first, then by bag, then who paid them
    std::vector<GraphLink> links;
    std::vector<GraphCluster> clusters;  ///< largest bag first
    std::size_t hiddenNodes = 0;         ///< wallets with coins, or of a cluster here, that are not shown
    std::size_t hiddenLinks = 0;         ///< between shown wallets, weaker than all shown
    bool historyTrimmed = false;         ///< the oldest moves are gone: bags at early times are too small

    static constexpr std::size_t kMostLinks = 40'000;
    static constexpr double kLeastPosterior = 0.5;
    static constexpr std::int64_t kWindowGap = 600;  ///< seconds without a payment that end a window
};

}  // namespace core::pipeline
