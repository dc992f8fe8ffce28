// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <cstdint>

namespace core {

/// A wallet after whose first buys another one buys the same coins. Source: interfaces section 4, `leads`.
struct Lead {
    Wallet leader;
    Wallet follower;
    std::uint64_t tokens = 0;   ///< coins on which it followed
    double medianLagSlots = 0;  ///< slots behind the leader
    double followRate = 0;      ///< share of the leader's coins, 0..1
    double nullRate = 0;        ///< the share that the follower's own activity explains, 0..1
    double qValue = 1;          ///< false discovery rate at which it was accepted
    bool copyBot = false;       ///< so fast and so faithful that it is a program
};

}  // namespace core
