// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <utility>

namespace core::pipeline {

/// The bag of one wallet and coin, first in first out. Coins that came without a purchase, or that nobody saw
/// coming, are sold at an unknown cost and give no result. Amounts as double: statistics, not balances.
class Lots {
public:
    struct Sale {
        double known = 0;        ///< of the coins sold, those whose purchase was seen
        double gain = 0;         ///< quote units, of the known ones
        double heldSeconds = 0;  ///< times known coins
    };

    void buy(double coins, double paid, std::int64_t time) { m_lots.push_back({coins, paid, time, true}); }
    void receive(double coins, std::int64_t time) { m_lots.push_back({coins, 0, time, false}); }
    /// Takes coins out of the oldest lots; `received` quote units for all of them.
    Sale sell(double coins, double received, std::int64_t time) {
        Sale out;
        const double all = coins;
        while (coins > 0 && !m_lots.empty()) {
            Lot& lot = m_lots.front();
            const double part = std::min(coins, lot.coins);
            if (lot.bought && all > 0 && lot.coins > 0) {
                const double cost = lot.cost * part / lot.coins;
                out.known += part;
                out.gain += received * part / all - cost;
                out.heldSeconds += part * static_cast<double>(std::max<std::int64_t>(0, time - lot.time));
                lot.cost -= cost;
            }
            lot.coins -= part;
            coins -= part;
            if (lot.coins <= 0) m_lots.pop_front();
        }
        return out;
    }
    /// Sends coins on, oldest first.
    void send(double coins) { (void)sell(coins, 0, 0); }

    /// Coins held whose cost is known, and that cost in quote units.
    [[nodiscard]] std::pair<double, double> known() const {
        double coins = 0;
        double cost = 0;
        for (const Lot& lot : m_lots)
            if (lot.bought) {
                coins += lot.coins;
                cost += lot.cost;
            }
        return {coins, cost};
    }

private:
    struct Lot {
        double coins = 0;
        double cost = 0;
        std::int64_t time = 0;
        bool bought = false;
    };
    std::deque<Lot> m_lots;
};

}  // namespace core::pipeline
