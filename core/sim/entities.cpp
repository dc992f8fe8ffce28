// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/entities.h"

#include "core/base/checked_math.h"

namespace core::sim {

Holding& Token::holding(const Trader& trader, std::uint64_t seed) {
    const auto [at, added] = holdingOf.try_emplace(trader.id, holdings.size());
    if (added) {
        Holding fresh;
        fresh.trader = trader.id;
        fresh.agent = trader.agent;
        fresh.account = Address::derived(seed, "token account", trader.id, id);
        holdings.push_back(fresh);
    }
    return holdings[at->second];
}

std::uint64_t Token::held(TraderId trader) const noexcept {
    const auto found = holdingOf.find(trader);
    return found == holdingOf.end() ? 0 : holdings[found->second].cell.amount;
}

std::uint64_t Token::price() const noexcept {
    if (stage == TokenStage::Pool) return mulDiv(amm.quote, kTokenSupply, amm.base).value_or(0);
    return mulDiv(curve.virtualLamports, kTokenSupply, curve.virtualTokens).value_or(0);
}

}  // namespace core::sim
