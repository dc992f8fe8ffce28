// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// One hand (a wallet or its cluster) takes at least half of a pool's quote reserve out within 10 min, net of what
/// it puts back afterwards; or the product of a pool's reserves falls by as much with no removal decoded. Trades
/// along a curve and the emptying of a bonding curve at graduation are neither. Source: detection section 4.5.
[[nodiscard]] std::unique_ptr<Detector> makeLiquidityRemoval();

inline constexpr DetectorInfo kLiquidityRemoval{
    .kind = "liquidity_removal",
    .description = "One hand took at least 50% of a pool's quote reserve out within 10 min.",
    .version = "1",
    .make = &makeLiquidityRemoval,
};

}  // namespace core::detect
