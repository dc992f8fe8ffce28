// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// The share of supply that the ten largest entities hold crosses 20% or 50%, upwards or downwards. Looked at after
/// as many trades as the coin has holders when a percent of supply has moved since, else after four times as many.
/// Source: detection section 4.13.
[[nodiscard]] std::unique_ptr<Detector> makeConcentration();

inline constexpr DetectorInfo kConcentration{
    .kind = "concentration",
    .description = "The ten largest holders by entity came to hold more, or less, than 20% or 50% of supply.",
    .version = "1",
    .make = &makeConcentration,
};

}  // namespace core::detect
