// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// Wallets whose first signature was less than 24 h, and whose signatures fewer than 10, before their first buy of
/// a coin; among the coin's first 70 buyers. One fresh wallet is close to no evidence, since 10 to 18% of early
/// buyers are; it is told of a coin when more of the buyers whose beginning is known are fresh than that explains
/// (binomial, p < 0.001). A wallet whose beginning no node has told is unknown and counts on neither side.
/// O(1) per event; the last 8,192 coins. Source: detection section 4.8 and fact 5.
[[nodiscard]] std::unique_ptr<Detector> makeFreshWallet();

inline constexpr DetectorInfo kFreshWallet{
    .kind = "fresh_wallet",
    .description =
        "More of the first 70 buyers than chance explains (p < 0.001 against 15%) are wallets younger than 24 h "
        "with "
        "fewer than 10 signatures.",
    .version = "1",
    .make = &makeFreshWallet,
};

}  // namespace core::detect
