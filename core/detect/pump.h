// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// A burst of buying that is abnormal against the coin's own past; told again when the price halves within 10
/// minutes. Silent in a coin's first 5 minutes, 30 s behind a graduation and for an hour after each alarm.
/// Source: detection section 4.10.
[[nodiscard]] std::unique_ptr<Detector> makePump();

inline constexpr DetectorInfo kPump{
    .kind = "pump",
    .description =
        "Volume, trades, rushes, buyers and return of 5 s (97% of all points) or 25 s (88%) far above the "
        "coin's own past, and the price up by 1.5% or more.",
    .version = "1",
    .make = &makePump,
};

}  // namespace core::detect
