// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/coin_people.h"

#include "core/base/text.h"
#include "core/intel/link.h"
#include "core/ledger/cliff.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>

namespace core::pipeline {
namespace {

constexpr std::size_t kSymbolCharacters = 40;
constexpr std::size_t kExitCoins = 8;          // the youngest coins that are looked through for exits
constexpr std::size_t kExitMoves = 5'000;      // of each
constexpr std::size_t kExitClusters = 6;       // the largest: the others are small change
constexpr std::size_t kDetailedClusters = 12;  // with links; a link list walks the whole cluster
constexpr double kSoldOut = 0.9;

std::optional<CliffFall> fallOf(const ledger::TokenLedger& coin, Int128 coins) {
    if (!coin.reserves || coins <= 0) return std::nullopt;
    constexpr auto kMost = static_cast<Int128>(std::numeric_limits<std::uint64_t>::max());
    const auto cliff = ledger::cliffOf(*coin.reserves, static_cast<std::uint64_t>(std::min(coins, kMost)));
    if (!cliff) return std::nullopt;
    return CliffFall{cliff->fall, cliff->received, cliff->drains};
}

std::vector<ClusterLink> linksOf(const CoinScene& scene, const intel::Cluster& cluster, std::size_t& count) {
    std::vector<ClusterLink> out;
    for (const intel::Link* link : scene.who.links().linksIn(cluster)) {
        const double posterior = link->posterior();
        for (std::size_t kind = 0; kind < intel::kLinkKinds; ++kind) {
            if (link->llr[kind] == 0.0F) continue;
            ClusterLink row;
            row.a = scene.who.wallets()[link->a].address;
            row.b = scene.who.wallets()[link->b].address;
            row.kind = intel::linkName(static_cast<intel::LinkKind>(kind));
            row.llr = link->llr[kind];
            row.posterior = posterior;
            for (const intel::LinkEvidence& seen : link->evidence)
                if (static_cast<std::size_t>(seen.kind) == kind)
                    row.proofs.push_back({seen.signature, seen.slot, seen.amount});
            out.push_back(std::move(row));
        }
    }
    count = out.size();
    std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.llr > b.llr; });
    if (out.size() > ClusterRow::kMostLinks) out.resize(ClusterRow::kMostLinks);
    return out;
}

// How the members left another coin; nothing when none of them sold it.
std::optional<PastExit> exitFrom(const CoinScene& scene, const MoveJournal::Coin& coin,
                                 const std::set<Wallet>& members) {
    double in = 0;
    double sold = 0;
    PastExit out;
    out.mint = coin.mint;
    bool any = false;
    const std::size_t count = std::min(coin.moves.size(), kExitMoves);
    for (std::size_t i = 0; i < count; ++i) {
        const Move& move = coin.moves[i];
        if ((move.kind == MoveKind::Buy || move.kind == MoveKind::Received) && members.contains(move.wallet)) {
            const bool inside = move.kind == MoveKind::Received && i > 0 &&
                                coin.moves[i - 1].kind == MoveKind::Sent &&
                                members.contains(coin.moves[i - 1].wallet);
            if (!inside) in += static_cast<double>(move.base);
        }
    }
    if (in <= 0) return std::nullopt;
    for (std::size_t i = 0; i < count && !out.complete; ++i) {
        const Move& move = coin.moves[i];
        if (move.kind != MoveKind::Sell || !members.contains(move.wallet)) continue;
        if (!any) out.since = move.time;
        any = true;
        sold += static_cast<double>(move.base);
        out.seconds = std::max<std::int64_t>(0, move.time - out.since);
        out.complete = sold >= kSoldOut * in;
    }
    if (!any) return std::nullopt;
    out.soldShare = std::min(1.0, sold / in);
    if (const auto* ledger = scene.market.find(coin.mint))
        out.symbol = sanitizeText(ledger->symbol, kSymbolCharacters);
    return out;
}

void fillExits(const CoinScene& scene, const intel::Cluster& cluster, ClusterRow& row) {
    std::set<std::uint32_t> coins;
    std::set<Wallet> members;
    for (const intel::WalletId id : cluster.members) {
        if (members.size() >= ClusterRow::kMostMembers) break;
        members.insert(scene.who.wallets()[id].address);
        for (const std::uint32_t ordinal : scene.who.coinsOf(id)) coins.insert(ordinal);
    }
    coins.erase(scene.coin.ordinal());
    row.otherCoins = coins.size();
    std::size_t looked = 0;
    for (auto ordinal = coins.rbegin(); ordinal != coins.rend() && looked < kExitCoins; ++ordinal, ++looked) {
        const MoveJournal::Coin* journal = scene.journal.of(*ordinal);
        if (journal == nullptr) continue;
        if (auto exit = exitFrom(scene, *journal, members)) row.exits.push_back(*std::move(exit));
    }
    std::stable_sort(row.exits.begin(), row.exits.end(),
                     [](const auto& a, const auto& b) { return a.since > b.since; });
    if (row.exits.size() > ClusterRow::kMostExits) row.exits.resize(ClusterRow::kMostExits);
}

void fillMembers(const CoinScene& scene, const intel::Cluster& cluster, const Standings& standings,
                 ClusterRow& row) {
    std::vector<ClusterMember> elsewhere;
    for (const intel::WalletId id : cluster.members) {
        ClusterMember member;
        member.wallet = scene.who.wallets()[id].address;
        const auto held = scene.coin.positions.find(member.wallet);
        if (held == scene.coin.positions.end()) {
            if (elsewhere.size() >= ClusterRow::kMostMembers) continue;
            member.membership = scene.who.links().membership(id);
            member.roles = scene.flags.rolesOf(member.wallet);
            elsewhere.push_back(member);
            continue;
        }
        const ledger::Position& position = held->second;
        member.here = true;
        member.balance = position.balance();
        member.bought = position.bought;
        member.sold = position.sold;
        if (const auto known = standings.find(member.wallet); known != standings.end())
            member.roles = known->second.roles;
        row.members.push_back(member);
    }
    const auto larger = [](const ClusterMember& a, const ClusterMember& b) {
        return a.balance != b.balance ? a.balance > b.balance : a.wallet < b.wallet;
    };
    std::sort(row.members.begin(), row.members.end(), larger);
    if (row.members.size() > ClusterRow::kMostMembers) row.members.resize(ClusterRow::kMostMembers);
    for (ClusterMember& member : row.members)
        member.membership = scene.who.links().membership(scene.who.find(member.wallet));
    for (const ClusterMember& member : elsewhere)
        if (row.members.size() < ClusterRow::kMostMembers) row.members.push_back(member);
}

}  // namespace

std::vector<ClusterRow> clusterRows(const CoinScene& scene, const Standings& standings, std::size_t& total) {
    const ledger::TokenLedger& coin = scene.coin;
    std::map<std::uint32_t, ClusterRow> byNumber;
    for (const auto& [wallet, position] : coin.positions) {
        const auto standing = standings.find(wallet);
        if (standing == standings.end() || !standing->second.cluster) continue;
        ClusterRow& row = byNumber[standing->second.cluster.number];
        row.tag = standing->second.cluster;
        ++row.here;
        row.held += std::max<Int128>(0, position.balance());
        row.bought = saturatingAdd(row.bought, position.bought);
        row.sold = saturatingAdd(row.sold, position.sold);
        row.realised += position.realised;
        row.creators = row.creators || has(standing->second.roles, Role::Creator);
    }
    std::vector<ClusterRow> out;
    for (auto& [number, row] : byNumber)
        if (row.here >= 2) out.push_back(std::move(row));
    total = out.size();
    std::sort(out.begin(), out.end(), [](const ClusterRow& a, const ClusterRow& b) {
        return a.held != b.held ? a.held > b.held
                                : std::pair{b.bought, a.tag.number} < std::pair{a.bought, b.tag.number};
    });
    if (out.size() > TokenPeople::kMostClusters) out.resize(TokenPeople::kMostClusters);
    for (std::size_t i = 0; i < out.size(); ++i) {
        ClusterRow& row = out[i];
        const intel::WalletId firstId = row.tag.number - 1;
        const intel::Cluster* cluster = scene.who.links().clusterOf(firstId);
        if (cluster == nullptr) continue;
        row.first = scene.who.wallets()[firstId].address;
        row.size = cluster->members.size();
        row.confidence = scene.who.links().confidence(*cluster);
        row.heldShare = shareOf(coin, static_cast<double>(row.held));
        row.boughtShare = shareOf(coin, static_cast<double>(row.bought));
        row.half = fallOf(coin, row.held / 2);
        row.all = fallOf(coin, row.held);
        fillMembers(scene, *cluster, standings, row);
        if (i < kDetailedClusters) row.links = linksOf(scene, *cluster, row.linkCount);
        if (i < kExitClusters) fillExits(scene, *cluster, row);
    }
    return out;
}

}  // namespace core::pipeline
