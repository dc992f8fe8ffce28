// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

[[nodiscard]] std::unique_ptr<Detector> makeGraduation();

/// A coin left its curve for a pool: a fact, told once per coin.
inline constexpr DetectorInfo kGraduation{
    .kind = "graduated",
    .description = "The coin's curve is full and its liquidity moved to a pool.",
    .version = "1",
    .make = &makeGraduation,
};

}  // namespace core::detect
