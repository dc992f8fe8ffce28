// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/coin_people.h"

#include <algorithm>
#include <map>

namespace core::pipeline {
namespace {

struct Entity {
    MakerRow row;
    boost::unordered_flat_map<Wallet, std::uint64_t, std::hash<Wallet>> wallets;  ///< quote units traded
};

}  // namespace

BarMakers barMakers(const CoinScene& scene, const Standings& standings, const TimeRange& range) {
    BarMakers out;
    out.range = range;
    const MoveJournal::Coin* journal = scene.journal.of(scene.coin.ordinal());
    if (journal == nullptr) return out;
    out.trimmed = journal->dropped != 0 && !journal->moves.empty() && range.from < journal->moves.front().time;
    std::map<std::uint32_t, Entity> clusters;
    boost::unordered_flat_map<Wallet, Entity, std::hash<Wallet>> alone;
    for (const Move& move : journal->moves) {
        if (move.time < range.from || move.time >= range.to) continue;
        if (move.kind != MoveKind::Buy && move.kind != MoveKind::Sell) continue;
        const auto found = standings.find(move.wallet);
        const Standing standing = found == standings.end() ? Standing{} : found->second;
        Entity& entity = standing.cluster ? clusters[standing.cluster.number] : alone[move.wallet];
        entity.row.cluster = standing.cluster;
        entity.row.roles = static_cast<Roles>(entity.row.roles | standing.roles);
        std::uint64_t& traded = entity.wallets[move.wallet];
        traded = saturatingAdd(traded, move.quote);
        if (move.kind == MoveKind::Buy) {
            ++entity.row.buys;
            entity.row.boughtBase = saturatingAdd(entity.row.boughtBase, move.base);
            entity.row.boughtQuote = saturatingAdd(entity.row.boughtQuote, move.quote);
            out.boughtQuote = saturatingAdd(out.boughtQuote, move.quote);
        } else {
            ++entity.row.sells;
            entity.row.soldBase = saturatingAdd(entity.row.soldBase, move.base);
            entity.row.soldQuote = saturatingAdd(entity.row.soldQuote, move.quote);
            out.soldQuote = saturatingAdd(out.soldQuote, move.quote);
        }
    }
    const auto take = [&](Entity& entity) {
        entity.row.wallets = entity.wallets.size();
        std::uint64_t most = 0;
        bool any = false;
        for (const auto& [wallet, traded] : entity.wallets) {
            if (any && (traded < most || (traded == most && entity.row.wallet < wallet))) continue;
            any = true;
            most = traded;
            entity.row.wallet = wallet;
        }
        out.rows.push_back(entity.row);
    };
    for (auto& [number, entity] : clusters) take(entity);
    for (auto& [wallet, entity] : alone) take(entity);
    out.entities = out.rows.size();
    std::sort(out.rows.begin(), out.rows.end(), [](const MakerRow& a, const MakerRow& b) {
        if (a.soldQuote != b.soldQuote) return a.soldQuote > b.soldQuote;
        if (a.boughtQuote != b.boughtQuote) return a.boughtQuote > b.boughtQuote;
        return a.wallet < b.wallet;
    });
    // Both ends of the list matter: the largest sellers and the largest buyers.
    if (out.rows.size() > BarMakers::kMost) {
        std::stable_sort(out.rows.begin(), out.rows.end(), [](const MakerRow& a, const MakerRow& b) {
            return std::max(a.soldQuote, a.boughtQuote) > std::max(b.soldQuote, b.boughtQuote);
        });
        out.rows.resize(BarMakers::kMost);
        std::stable_sort(out.rows.begin(), out.rows.end(),
                         [](const MakerRow& a, const MakerRow& b) { return a.soldQuote > b.soldQuote; });
    }
    return out;
}

}  // namespace core::pipeline
