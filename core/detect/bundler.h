// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// Buys of one slot that were sent together. Needs transaction indexes: without them it stays silent.
/// Source: detection section 4.7.
[[nodiscard]] std::unique_ptr<Detector> makeBundler();

inline constexpr DetectorInfo kBundler{
    .kind = "bundler",
    .description =
        "At least 3 signers bought in one slot, side by side in the block, with like tickets or 10% of supply.",
    .version = "1",
    .make = &makeBundler,
};

}  // namespace core::detect
