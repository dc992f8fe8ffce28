// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// The dev entity (the creator and the wallets linked to it) sells at least half of the most it held, or at least
/// 2% of supply, within 60 s or 30 min; or drips coins out faster than 0.1% of supply a minute until 3% are gone.
/// Net of what it buys back after a sell. A wallet counts from the event on by which it is linked: what it sold
/// before is not added. Silent for coins whose creation was not seen. Source: detection section 4.4.
[[nodiscard]] std::unique_ptr<Detector> makeDevDump();

inline constexpr DetectorInfo kDevDump{
    .kind = "dev_dump",
    .description =
        "The dev and linked wallets sold at least 50% of the peak bag or 2% of supply within 60 s (fast) or "
        "30 min (slow), or dripped out 3% of supply beyond 0.1% a minute.",
    .version = "3",
    .make = &makeDevDump,
};

}  // namespace core::detect
