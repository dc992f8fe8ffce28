// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// The rat warehouse: coins that come from the dev or from buyers of the creation slot by transfer, and are held by
/// wallets that bought less than half of their bag. Coins are followed pro rata through transfers and sells.
/// Silent where the creation was not seen. Source: detection section 4.3.
[[nodiscard]] std::unique_ptr<Detector> makeInsiderHoldings();

inline constexpr DetectorInfo kInsiderHoldings{
    .kind = "insider_holdings",
    .description =
        "Wallets hold at least 5% of supply, or at least 3 wallets 0.1% each, that came from the dev or the "
        "creation slot without a purchase, or that a wallet linked to the dev bought, or one that the dev had "
        "paid.",
    .version = "3",
    .make = &makeInsiderHoldings,
};

}  // namespace core::detect
