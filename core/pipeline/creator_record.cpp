// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/coin_people.h"

#include "core/base/text.h"

#include <algorithm>

namespace core::pipeline {
namespace {

constexpr std::size_t kSymbolCharacters = 40;

CreatorCoin creatorCoin(const CoinScene& scene, const Mint& mint) {
    CreatorCoin row;
    row.mint = mint;
    row.open = mint == scene.coin.mint();
    const ledger::TokenLedger* coin = scene.market.find(mint);
    if (coin == nullptr) return row;
    row.symbol = sanitizeText(coin->symbol, kSymbolCharacters);
    row.createdTime = coin->createdTime;
    row.graduated = coin->graduated;
    row.trades = coin->trades;
    row.holds = coin->creatorShare();
    if (coin->lastPrice.valid() && coin->athPrice.valid()) {
        const double peak = coin->athPrice.value(coin->baseDecimals, coin->quoteDecimals);
        if (peak > 0) row.fromPeak = coin->lastPrice.value(coin->baseDecimals, coin->quoteDecimals) / peak - 1.0;
    }
    for (const std::uint32_t place : scene.flags.of(mint))
        if (scene.flags.kind(place) == "dev_dump") row.dump = refOf(scene.flags.at(place));
    return row;
}

}  // namespace

std::optional<CreatorRecord> creatorRecord(const CoinScene& scene, const Standings& standings,
                                           std::span<const Mint> created) {
    const ledger::TokenLedger& coin = scene.coin;
    if (!coin.creator) return std::nullopt;
    CreatorRecord out;
    out.wallet = *coin.creator;
    out.share = coin.creatorShare();
    double linked = 0;
    for (const auto& [wallet, standing] : standings) {
        if (!has(standing.roles, Role::CreatorLinked)) continue;
        ++out.linkedWallets;
        if (const auto held = coin.positions.find(wallet); held != coin.positions.end())
            linked += std::max(0.0, static_cast<double>(held->second.balance()));
    }
    out.linkedShare = shareOf(coin, linked);
    if (const auto held = coin.positions.find(out.wallet); held != coin.positions.end()) {
        const auto standing = standings.find(out.wallet);
        out.position =
            holderRow(scene, out.wallet, held->second, standing == standings.end() ? Standing{} : standing->second);
    }
    out.created = created.size();
    // Totals over all of them need a look at each; a factory of coins is judged by its newest thousand.
    constexpr std::size_t kJudged = 1'000;
    std::size_t judged = 0;
    for (auto mint = created.rbegin(); mint != created.rend() && judged < kJudged; ++mint, ++judged) {
        CreatorCoin row = creatorCoin(scene, *mint);
        out.graduated += row.graduated ? 1 : 0;
        out.dumped += row.dump ? 1 : 0;
        if (out.coins.size() < CreatorRecord::kMostCoins) out.coins.push_back(std::move(row));
    }
    return out;
}

}  // namespace core::pipeline
