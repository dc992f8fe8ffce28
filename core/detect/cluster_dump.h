// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// A cluster of linked wallets sells at least half of the most it held together, or at least 2% of supply, within
/// 60 s or 30 min, net of what it buys back; against supply net also of what wallets that had the coin bought right
/// before. A second member's sell within 5 slots raises the severity. Says what
/// selling the rest would do to the price. The creator's cluster is dev_dump's. Sells of a slot whose wallets are
/// linked by that very slot count once it is over. Source: detection section 4.4.
[[nodiscard]] std::unique_ptr<Detector> makeClusterDump();

inline constexpr DetectorInfo kClusterDump{
    .kind = "cluster_dump",
    .description =
        "A cluster of linked wallets sold at least 50% of its peak bag or 2% of supply within 60 s (fast) or "
        "30 min (slow).",
    .version = "2",
    .make = &makeClusterDump,
};

}  // namespace core::detect
