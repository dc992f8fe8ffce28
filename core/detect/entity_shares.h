// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intel/intel.h"
#include "core/ledger/token_ledger.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace core::detect {

/// Who holds a coin, the wallets of a cluster taken as one entity. Curve and pools, burned coins, and listed
/// exchanges and services stand apart: they hold for others. Shares are of supply, 0..1.
struct EntityShares {
    struct Entity {
        Wallet wallet;  ///< the one with the largest bag
        std::size_t wallets = 1;
        double share = 0;
    };
    static constexpr std::size_t kTop = 10;

    std::uint64_t holders = 0;   ///< wallets
    std::uint64_t entities = 0;  ///< after merging
    double top10Raw = 0;         ///< of the ten largest wallets, listed ones among them
    double top10 = 0;            ///< of the ten largest entities
    double hhi = 0;              ///< sum of squared shares of entities
    double gini = 0;             ///< over entities
    std::uint64_t nakamoto = 0;  ///< fewest entities that hold more than half of what all of them hold
    double reserves = 0;         ///< in the curve and pools, as far as transfers showed it
    double exchanges = 0;
    double services = 0;      ///< listed infrastructure, lockers among it
    double burned = 0;        ///< sent to the incinerator
    double confidence = 1;    ///< least confidence of a cluster among `top`
    std::vector<Entity> top;  ///< the largest first, at most kTop
};

/// Unknown unless the creation was seen and the supply is known. Cost: one look at every holder.
[[nodiscard]] std::optional<EntityShares> entityShares(const ledger::TokenLedger& coin, const intel::Intel& who);

}  // namespace core::detect
