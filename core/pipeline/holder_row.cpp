// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/coin_people.h"

#include <algorithm>
#include <limits>

namespace core::pipeline {
namespace {

std::int64_t clamped(Int128 value) noexcept {
    constexpr Int128 kLeast = std::numeric_limits<std::int64_t>::min();
    constexpr Int128 kMost = std::numeric_limits<std::int64_t>::max();
    return static_cast<std::int64_t>(std::clamp(value, kLeast, kMost));
}

}  // namespace

std::optional<double> shareOf(const ledger::TokenLedger& coin, double coins) noexcept {
    if (!coin.holdersKnown() || !coin.supply || *coin.supply == 0) return std::nullopt;
    return coins / static_cast<double>(*coin.supply);
}

HolderRow holderRow(const CoinScene& scene, const Wallet& wallet, const ledger::Position& position,
                    const Standing& standing) {
    const ledger::TokenLedger& coin = scene.coin;
    HolderRow row;
    row.wallet = wallet;
    row.roles = standing.roles;
    row.cluster = standing.cluster;
    row.label = scene.who.label(wallet);
    row.bought = position.bought;
    row.sold = position.sold;
    row.transferredIn = position.transferredIn();
    row.transferredOut = position.transferredOut();
    row.balance = position.balance();
    row.share = shareOf(coin, std::max(0.0, static_cast<double>(row.balance)));
    row.covered = position.covered;
    row.cost = position.cost;
    row.realised = position.realised;
    if (position.covered != 0 && coin.lastPrice.valid()) {
        const auto value = mulDiv(position.covered, coin.lastPrice.quote, coin.lastPrice.base);
        if (value) row.unrealised = clamped(static_cast<Int128>(*value) - position.cost);
    }
    // What left without having been seen coming came from somewhere, at an unknown price.
    const Int128 missing = std::max<Int128>(0, -row.balance);
    const double came = static_cast<double>(position.bought) + static_cast<double>(position.transferredIn()) +
                        static_cast<double>(missing);
    if (came > 0) row.coverage = static_cast<double>(position.bought) / came;
    row.trades = position.trades;
    return row;
}

void addOrigin(const CoinScene& scene, HolderRow& row) {
    const intel::WalletBook& book = scene.who.wallets();
    if (const intel::WalletId id = book.find(row.wallet); id != intel::kNoWallet) {
        if (const intel::WalletId from = book[id].funding.from; from != intel::kNoWallet) {
            row.funder = book[from].address;
            row.funderLabel = scene.who.label(*row.funder);
        }
    }
    if (const WalletHistory* history = book.history(row.wallet); history != nullptr && history->oldestTime) {
        row.born = history->oldestTime;
        row.bornEarlier = !history->complete;
    }
}

}  // namespace core::pipeline
