// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/model/price.h"

#include <cstdint>
#include <optional>

namespace core::ledger {

/// What selling a bag into the present reserves would do to the price. Constant product, fees left out.
struct Cliff {
    PriceRatio before;
    PriceRatio after;            ///< of the reserves after the sale
    std::uint64_t received = 0;  ///< quote units the sale would bring, rounded down
    double fall = 0;             ///< 1 - after / before, 0..1
    bool drains = false;         ///< takes all that is really there: not all of the bag can be sold
};

/// The cliff of `coins` raw coins; unknown without a price. What a curve really holds (Reserves::realQuote) bounds
/// what it can pay. Exact in integers of 128 bits, any amounts.
[[nodiscard]] std::optional<Cliff> cliffOf(const Reserves& reserves, std::uint64_t coins) noexcept;

}  // namespace core::ledger
