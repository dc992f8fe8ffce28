// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// A wallet or a cluster trades a coin with itself: its position stays as it was and the loss is what the fees
/// take. Three forms: W1 flat again within one transaction or slot, W2 round trips without a result, W3 one wallet
/// of a cluster takes what another gives, or where wallets that nothing links answer each other's legs far more
/// often than strangers do. Silent for bots, for trips whose result is more than fees, for trips
/// across two pools and for pairs around a stranger's trade. Source: detection section 4.9.
[[nodiscard]] std::unique_ptr<Detector> makeWashTrading();

inline constexpr DetectorInfo kWashTrading{
    .kind = "wash_trading",
    .description =
        "At least 20% of a coin's volume of the last minute, hour or day was traded by wallets or clusters that "
        "ended "
        "as they began, within 1% of coins and twice the fees.",
    .version = "3",
    .make = &makeWashTrading,
};

}  // namespace core::detect
