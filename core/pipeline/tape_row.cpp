// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/tape_row.h"

#include <optional>

namespace core::pipeline {
namespace {

// How far the trade moved the price that the reserves set; unknown without reserves.
std::optional<double> impactOf(const Trade& trade) {
    if (!trade.after || trade.after->base == 0 || trade.after->quote == 0) return std::nullopt;
    const auto base = static_cast<double>(trade.after->base);
    const auto quote = static_cast<double>(trade.after->quote);
    const auto coins = static_cast<double>(trade.baseAmount.value());
    const auto paid = static_cast<double>(trade.quoteAmount.value());
    const bool buy = trade.side == Side::Buy;
    const double baseBefore = buy ? base + coins : base - coins;
    const double quoteBefore = buy ? quote - paid : quote + paid;
    if (baseBefore <= 0 || quoteBefore <= 0) return std::nullopt;
    return (quote / base) / (quoteBefore / baseBefore) - 1.0;
}

}  // namespace

TapeRow tapeRow(const Event& event, const Trade& trade, const ledger::TokenLedger& coin, std::uint64_t id) {
    TapeRow row;
    row.id = id;
    row.at = event.at;
    row.side = trade.side;
    row.baseAmount = trade.baseAmount.value();
    row.quoteAmount = trade.quoteAmount.value();
    row.price = trade.price();
    row.wallet = trade.wallet;
    row.venue = trade.venue;
    row.route = trade.route;
    row.byCreator = coin.creator && *coin.creator == trade.wallet;
    if (const auto held = coin.positions.find(trade.wallet); held != coin.positions.end() && coin.holdersKnown()) {
        const Int128 balance = held->second.balance();
        const auto narrowed = static_cast<std::int64_t>(balance);
        if (static_cast<Int128>(narrowed) == balance) row.positionAfter = narrowed;
        if (held->second.sold != 0) row.realised = held->second.realised;
    }
    row.impact = impactOf(trade);
    return row;
}

}  // namespace core::pipeline
