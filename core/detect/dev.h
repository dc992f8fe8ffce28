// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// The creator of a coin, a fact of the chain. Source: interfaces section 4.
[[nodiscard]] std::unique_ptr<Detector> makeDev();

inline constexpr DetectorInfo kDev{
    .kind = "dev",
    .description = "Signed and paid for the creation of the coin.",
    .version = "1",
    .make = &makeDev,
};

}  // namespace core::detect
