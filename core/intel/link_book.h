// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/sparse_vector.h"
#include "core/intel/link.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace core::intel {

/// Wallets that stand for one hand.
struct Cluster {
    std::vector<WalletId> members;  ///< ascending: the first, seen before all others, names the cluster
};

/// Every pair with evidence, and the clusters that the accepted ones make. A cluster is a connected component
/// of accepted links, so the result does not depend on the order in which they came; where two sides of
/// kBridgeSide wallets or more, or two crews, hang on links of one kind alone, they stay apart. Thread: confined.
class LinkBook {
public:
    /// Posterior from which a link counts. Source: detection section 4.2.
    static constexpr double kAccept = 0.90;
    /// Evidence kept for each kind of one link.
    static constexpr std::size_t kMostEvidence = 3;
    /// Pairs in memory; beyond, new pairs without hard evidence are not begun (and counted).
    static constexpr std::size_t kMostLinks = 1'000'000;
    /// Sides that one kind of evidence alone does not unite. On the Hop sybil graph 20 costs .023 of pair F1, 50
    /// costs .006, against no test at all.
    static constexpr std::size_t kBridgeSide = 50;
    /// A crew: this many wallets joined by acting together. Two of them are not united by transfers alone: wallets
    /// that collect for several crews would make one of all.
    static constexpr std::size_t kCore = 3;

    /// Adds to the ratio of a kind, up to `cap`. Nothing happens for a pair of one wallet.
    void add(WalletId a, WalletId b, LinkKind kind, float llr, float cap, LinkEvidence evidence);
    /// Sets the ratio of a kind: for evidence that is measured as a whole, again and again.
    void set(WalletId a, WalletId b, LinkKind kind, float llr, LinkEvidence evidence);
    /// Both wallets bought or hold one coin.
    void shareCoin(WalletId a, WalletId b);
    /// The wallet turned out to be a hub: nothing that hangs on it counts from now on, and nothing more is kept.
    void drop(WalletId wallet);
    /// As long as it is closed, what hangs on the wallet is kept and does not count.
    void close(WalletId wallet, bool closed);

    /// Brings the list that linksOf() will give near.
    void fetch(WalletId wallet) const noexcept {
        m_of.fetchPlace(wallet);
        if (wallet < m_clusterOf.size()) __builtin_prefetch(&m_clusterOf[wallet]);
    }
    [[nodiscard]] const Link* find(WalletId a, WalletId b) const;
    /// The links of one wallet, accepted or not.
    [[nodiscard]] std::span<const std::uint32_t> linksOf(WalletId wallet) const noexcept;
    [[nodiscard]] const Link& link(std::uint32_t index) const noexcept { return m_links[index]; }
    /// The cluster of a wallet; null when it stands alone.
    [[nodiscard]] const Cluster* clusterOf(WalletId wallet) const;
    /// Best posterior of the wallet's accepted links into its cluster, 0..1.
    [[nodiscard]] double membership(WalletId wallet) const;
    /// Mean of the members' memberships, 0..1.
    [[nodiscard]] double confidence(const Cluster& cluster) const;
    /// Accepted links inside a cluster, in the order of the pair.
    [[nodiscard]] std::vector<const Link*> linksIn(const Cluster& cluster) const;
    /// Every cluster of at least two, by its first member.
    [[nodiscard]] std::vector<const Cluster*> clusters() const;
    [[nodiscard]] std::size_t size() const noexcept { return m_links.size(); }
    [[nodiscard]] std::uint64_t refused() const noexcept { return m_refused; }
    /// Changes whenever a cluster does.
    [[nodiscard]] std::uint64_t version() const noexcept { return m_version; }

private:
    static constexpr std::uint32_t kNoCluster = 0xffffffffU;

    void grow(WalletId wallet);
    Link* touch(WalletId a, WalletId b, bool hard);
    void note(Link& link, LinkEvidence evidence);
    void judge(Link& link);
    void rebuild(std::span<const WalletId> wallets) const;
    void settle() const;
    void form(std::vector<WalletId> members) const;
    [[nodiscard]] double best(WalletId wallet) const;

    std::vector<Link> m_links;
    boost::unordered_flat_map<std::uint64_t, std::uint32_t> m_byPair;
    SparseVector<std::vector<std::uint32_t>, 1'024> m_of;  ///< by wallet: indexes of its links; most have none
    std::vector<bool> m_hub;
    std::vector<bool> m_closed;
    std::uint64_t m_refused = 0;
    std::uint64_t m_version = 0;

    // Clusters are made anew for the wallets that changed, when somebody asks.
    mutable std::vector<WalletId> m_changed;
    mutable std::vector<std::uint32_t> m_clusterOf;  ///< by wallet
    mutable std::vector<Cluster> m_clusters;         ///< emptied ones are used again
    mutable std::vector<std::uint32_t> m_free;
};

}  // namespace core::intel
