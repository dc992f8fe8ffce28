// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// The creator sells at least half of the most it held, or at least 2% of supply, within 60 s or 30 min.
/// Counts the creator's own address; linked wallets join when clusters exist. Net of what it buys back after a
/// sell. Silent for coins whose creation was not seen. Source: detection section 4.4.
[[nodiscard]] std::unique_ptr<Detector> makeDevDump();

inline constexpr DetectorInfo kDevDump{
    .kind = "dev_dump",
    .description = "The dev sold at least 50% of the peak bag or 2% of supply within 60 s (fast) or 30 min (slow).",
    .version = "2",
    .make = &makeDevDump,
};

}  // namespace core::detect
