// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/cluster_history.h"

#include "core/pipeline/analysis_json.h"

#include <algorithm>

namespace core::pipeline {
namespace {

std::uint64_t fingerprint(const intel::Cluster& cluster) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a over the members' numbers
    for (const intel::WalletId member : cluster.members) hash = (hash ^ member) * 0x100000001b3ULL;
    return hash;
}

}  // namespace

std::vector<store::StoredCluster> ClusterHistory::changes(const intel::Intel& who, const ledger::Market& market,
                                                          std::int64_t nowNs, bool last) {
    std::vector<store::StoredCluster> out;
    if (m_asked && !m_waiting && m_version == who.links().version()) return out;
    m_asked = true;
    m_waiting = false;
    m_version = who.links().version();

    const auto row = [&](intel::WalletId first) {
        store::StoredCluster cluster;
        cluster.wallet = who.wallets()[first].address;
        if (const auto slot = market.lastSlot()) cluster.slot = slot->value();
        cluster.time = market.lastTime();
        cluster.changedNs = nowNs;
        return cluster;
    };
    std::vector<const ledger::TokenLedger*> coins;
    std::map<intel::WalletId, Told> seen;
    for (const intel::Cluster* cluster : who.links().clusters()) {
        const intel::WalletId first = cluster->members.front();
        const Told now{fingerprint(*cluster), cluster->members.size(), nowNs};
        if (const auto known = m_told.find(first); known != m_told.end()) {
            const Told& before = known->second;
            const bool grown = now.members * 4 >= before.members * 5 || now.members * 4 <= before.members * 3;
            const bool due = last || grown || nowNs - before.atNs >= kMostSilence;
            if (now.print == before.print || !due) {
                m_waiting = m_waiting || now.print != before.print;
                seen.emplace(first, before);
                continue;
            }
        }
        seen.emplace(first, now);
        if (coins.empty()) {
            for (const auto& [mint, coin] : market.tokens()) coins.push_back(coin.get());
            std::sort(coins.begin(), coins.end(),
                      [](const auto* a, const auto* b) { return a->ordinal() < b->ordinal(); });
        }
        // Only coins of its members can be named: those of all would be looked through for each cluster.
        std::vector<const ledger::TokenLedger*> theirs;
        std::vector<std::uint32_t> ordinals;
        for (const intel::WalletId member : cluster->members) {
            const auto of = who.coinsOf(member);
            ordinals.insert(ordinals.end(), of.begin(), of.end());
        }
        std::sort(ordinals.begin(), ordinals.end());
        ordinals.erase(std::unique(ordinals.begin(), ordinals.end()), ordinals.end());
        for (const std::uint32_t ordinal : ordinals) {
            const auto at =
                std::lower_bound(coins.begin(), coins.end(), ordinal,
                                 [](const auto* coin, std::uint32_t value) { return coin->ordinal() < value; });
            if (at != coins.end() && (*at)->ordinal() == ordinal) theirs.push_back(*at);
        }
        store::StoredCluster changed = row(first);
        changed.members = cluster->members.size();
        appendClusterJson(*cluster, who, theirs, changed.json);
        out.push_back(std::move(changed));
    }
    for (const auto& [first, told] : m_told)
        if (!seen.contains(first)) out.push_back(row(first));
    m_told = std::move(seen);
    return out;
}

}  // namespace core::pipeline
