// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/checked_math.h"

#include <cstdint>

namespace core {

/// A price as the exact ratio of raw quote units to raw base units; no rounding until it is painted.
/// A zero on either side means "no price": trades of amount 0 exist and tell none.
struct PriceRatio {
    std::uint64_t quote = 0;  ///< raw units of the quote asset (lamports for SOL)
    std::uint64_t base = 0;   ///< raw units of the coin

    [[nodiscard]] constexpr bool valid() const noexcept { return base != 0 && quote != 0; }

    /// Quote units per coin in whole units, for pixels and statistics. 0 when there is no price.
    [[nodiscard]] double value(int baseDecimals, int quoteDecimals) const noexcept;

    /// Exact comparison by cross multiplication; both sides must be valid.
    friend constexpr bool operator<(const PriceRatio& a, const PriceRatio& b) noexcept {
        return wideMul(a.quote, b.base) < wideMul(b.quote, a.base);
    }
    friend constexpr bool operator==(const PriceRatio& a, const PriceRatio& b) noexcept {
        return wideMul(a.quote, b.base) == wideMul(b.quote, a.base) && a.valid() == b.valid();
    }
};

}  // namespace core
