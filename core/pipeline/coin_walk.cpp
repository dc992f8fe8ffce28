// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/coin_walk.h"

#include "core/base/checked_math.h"

#include <algorithm>
#include <cmath>

namespace core::pipeline {

std::int64_t wholeQuote(double value) {
    constexpr double kMost = 9.2e18;
    return static_cast<std::int64_t>(std::clamp(std::round(value), -kMost, kMost));
}

std::optional<SaleResult> CoinWalk::add(const Move& move) {
    if (move.time != 0) {
        m_firstTime = std::min(m_firstTime.value_or(move.time), move.time);
        m_lastTime = std::max(m_lastTime.value_or(move.time), move.time);
    }
    const auto coins = static_cast<double>(move.base);
    switch (move.kind) {
        case MoveKind::Buy:
            if (move.slot != 0) m_firstBuy = std::min(m_firstBuy.value_or(move.slot), move.slot);
            m_spent = saturatingAdd(m_spent, move.quote);
            // A purchase in another quote asset has no cost in this one.
            if (move.quote != 0)
                m_lots.buy(coins, static_cast<double>(move.quote), move.time);
            else
                m_lots.receive(coins, move.time);
            break;
        case MoveKind::Sell: {
            m_got = saturatingAdd(m_got, move.quote);
            const auto proceeds = static_cast<double>(move.quote);
            const Lots::Sale sale = m_lots.sell(coins, proceeds, move.time);
            m_soldCoins += coins;
            if (move.quote == 0) break;
            m_soldKnown += sale.known;
            m_gain += sale.gain;
            m_heldSeconds += sale.heldSeconds;
            if (coins > 0) return SaleResult{move.time, sale.gain, sale.known / coins, proceeds};
            break;
        }
        case MoveKind::Received: m_lots.receive(coins, move.time); break;
        case MoveKind::Sent: m_lots.send(coins); break;
    }
    return std::nullopt;
}

void CoinWalk::finish(WalletCoin& out) const {
    out.spent = m_spent;
    out.got = m_got;
    out.soldCoins = m_soldCoins;
    out.soldKnown = m_soldKnown;
    out.firstTime = m_firstTime;
    out.lastTime = m_lastTime;
    if (m_soldKnown <= 0) return;
    out.realised = wholeQuote(m_gain);
    out.hold = wholeQuote(m_heldSeconds / m_soldKnown);
}

}  // namespace core::pipeline
