// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/lots.h"
#include "core/pipeline/move_journal.h"
#include "core/pipeline/wallet_page.h"

#include <cstdint>
#include <optional>
#include <utility>

namespace core::pipeline {

/// What a sale brought, first in, first out.
struct SaleResult {
    std::int64_t time = 0;  ///< Unix seconds
    double gain = 0;        ///< quote units, of the coins whose purchase was seen
    double share = 0;       ///< of the coins sold, those whose purchase was seen
    double proceeds = 0;    ///< quote units, of all
};

/// Walks one wallet's moves of one coin in order and adds up what it paid, got and earned.
class CoinWalk {
public:
    /// The next move of the wallet; what a sale brought, when it was one in the coin's quote asset.
    std::optional<SaleResult> add(const Move& move);
    /// Fills in costs, proceeds, results, times and how long it held.
    void finish(WalletCoin& out) const;

    /// The slot of the first purchase, where the feed told one.
    [[nodiscard]] const std::optional<std::uint64_t>& firstBuySlot() const noexcept { return m_firstBuy; }
    /// Coins held whose cost is known, and that cost in quote units.
    [[nodiscard]] std::pair<double, double> held() const { return m_lots.known(); }

private:
    Lots m_lots;
    std::uint64_t m_spent = 0;
    std::uint64_t m_got = 0;
    double m_soldCoins = 0;
    double m_soldKnown = 0;
    double m_gain = 0;
    double m_heldSeconds = 0;
    std::optional<std::int64_t> m_firstTime, m_lastTime;
    std::optional<std::uint64_t> m_firstBuy;
};

/// A result in whole quote units; what is too large for 64 bits is the largest they hold.
[[nodiscard]] std::int64_t wholeQuote(double value);

}  // namespace core::pipeline
