// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/cliff.h"

#include "core/base/checked_math.h"

#include <algorithm>
#include <limits>

namespace core::ledger {

std::optional<Cliff> cliffOf(const Reserves& reserves, std::uint64_t coins) noexcept {
    if (reserves.base == 0 || reserves.quote == 0) return std::nullopt;
    constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
    Cliff out;
    out.before = {reserves.quote, reserves.base};
    const Uint128 product = wideMul(reserves.base, reserves.quote);
    // A pool holds no more coins than fit its counter.
    std::uint64_t base = saturatingAdd(reserves.base, coins);
    // The pool keeps the rounding: what stays is rounded up, and with it never more than was there.
    auto quote = static_cast<std::uint64_t>((product + base - 1) / base);
    const std::uint64_t payable = std::min(reserves.realQuote.value_or(reserves.quote), reserves.quote);
    if (reserves.quote - quote > payable) {
        out.drains = true;
        quote = reserves.quote - payable;
        // Only as many coins are taken as that pays for.
        if (quote != 0) base = static_cast<std::uint64_t>(std::min<Uint128>(kMost, product / quote));
    }
    out.received = reserves.quote - quote;
    out.after = {quote, base};
    const double ratio = (static_cast<double>(quote) / static_cast<double>(reserves.quote)) *
                         (static_cast<double>(reserves.base) / static_cast<double>(base));
    out.fall = std::clamp(1.0 - ratio, 0.0, 1.0);
    return out;
}

}  // namespace core::ledger
