// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/checked_math.h"
#include "core/model/event.h"

#include <boost/circular_buffer.hpp>

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

namespace core::detect {

/// What one hand bought and sold of one coin within the last half hour, for the dump detectors. The last moves are
/// kept one by one, as evidence; what is older stays in sums of a few seconds each, so that many small moves push
/// nothing out of a window. Bounded: kMostMoves moves and kMostSums sums; takes the memory of those that are there,
/// for there is a window for each coin and most hands move once.
class SellWindow {
public:
    static constexpr std::size_t kMostMoves = 32;
    /// A sum counts in a window when all of it lies inside: at the far edge up to this much is left out.
    static constexpr std::int64_t kSumSeconds = 5;
    /// Half an hour of sums, and room for late events, which begin a sum of their own.
    static constexpr std::size_t kMostSums = 512;

    struct Move {
        EventHeader at;
        std::int64_t time;
        Wallet wallet;
        std::uint64_t coins;
        bool sell;
        double link;         ///< P(the wallet belongs to this hand)
        bool again = false;  ///< a purchase by a wallet that had the coin before
    };
    struct Total {
        Int128 net = 0;                  ///< sold less what was bought back after the sells
        Int128 churned = 0;              ///< of `net`, what was bought on top of the bag right before
        std::uint64_t sells = 0;         ///< also those no longer kept
        std::int64_t first = 0;          ///< of the first sell
        std::vector<const Move*> moves;  ///< the sells still kept, in order
    };

    void add(Move move) {
        if (m_moves.size() == kMostMoves) {
            fold(m_moves.front());
            m_moves.pop_front();
        }
        m_moves.push_back(std::move(move));
    }
    [[nodiscard]] const boost::circular_buffer_space_optimized<Move>& moves() const noexcept { return m_moves; }

    /// The moves of the `window` seconds up to `now`.
    [[nodiscard]] Total over(std::int64_t now, std::int64_t window) const {
        Total out;
        out.first = now;
        for (const Sum& sum : m_sums) {
            if (sum.first + window < now || sum.last > now) continue;
            out.net = std::max(sum.least, out.net + sum.net);
            out.sells += sum.sells;
            if (sum.sells != 0) out.first = std::min(out.first, sum.first);
        }
        Int128 bought = 0;
        for (const Move& move : m_moves) {
            if (move.time + window < now || move.time > now) continue;
            if (!move.sell) {
                if (move.again) bought += static_cast<Int128>(move.coins);
                // Buying back makes up for earlier sells. What was bought before them, at the launch above
                // all, is the bag that is sold now and no credit, nor is what is bought beyond them.
                out.net = std::max<Int128>(0, out.net - static_cast<Int128>(move.coins));
                out.churned = std::min(out.churned, out.net);
                continue;
            }
            out.net += static_cast<Int128>(move.coins);
            const Int128 churned = std::min(bought, static_cast<Int128>(move.coins));
            bought -= churned;
            out.churned += churned;
            ++out.sells;
            out.moves.push_back(&move);
            out.first = std::min(out.first, move.time);
        }
        return out;
    }

private:
    // Sells add, buys take away down to zero: any row of moves takes a net x to max(least, x + net).
    struct Sum {
        std::int64_t first;
        std::int64_t last;
        Int128 net = 0;
        Int128 least = 0;
        std::uint64_t sells = 0;
    };

    void fold(const Move& move) {
        if (m_sums.empty() || move.time < m_sums.back().last || m_sums.back().first + kSumSeconds <= move.time) {
            m_sums.push_back({move.time, move.time});  // in the place of the oldest, once it is full
        }
        Sum& sum = m_sums.back();
        sum.last = move.time;
        const auto coins = static_cast<Int128>(move.coins);
        sum.net += move.sell ? coins : -coins;
        sum.least = std::max<Int128>(0, sum.least + (move.sell ? coins : -coins));
        sum.sells += move.sell ? 1 : 0;
    }

    boost::circular_buffer_space_optimized<Move> m_moves{kMostMoves};
    boost::circular_buffer_space_optimized<Sum> m_sums{kMostSums};
};

/// Coins of a trade that the wallet gave or got.
[[nodiscard]] inline std::uint64_t userCoins(const Trade& trade) noexcept {
    return trade.baseUser.value_or(trade.baseAmount).value();
}

}  // namespace core::detect
