// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// A cluster's members meet in one coin. Told again when the members or their share change by much.
/// Source: detection section 4.2.
[[nodiscard]] std::unique_ptr<Detector> makeCabal();

inline constexpr DetectorInfo kCabal{
    .kind = "cabal",
    .description = "A cluster of at least 2 linked wallets bought or holds the coin.",
    .version = "1",
    .make = &makeCabal,
};

}  // namespace core::detect
