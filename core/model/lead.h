// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace core {

/// One coin on which a follower followed.
struct LeadProof {
    Mint mint;
    std::uint64_t leaderSlot = 0;
    std::uint64_t followerSlot = 0;
    std::optional<Signature> leader, follower;

    friend bool operator==(const LeadProof&, const LeadProof&) = default;
};

/// A wallet after whose first buys another one buys the same coins. Source: interfaces section 4, `leads`.
struct Lead {
    Wallet leader;
    Wallet follower;
    std::uint64_t tokens = 0;          ///< coins on which it followed
    double medianLagSlots = 0;         ///< slots behind the leader
    double followRate = 0;             ///< share of the leader's coins, 0..1
    double nullRate = 0;               ///< the share that the follower's own activity explains, 0..1
    double qValue = 1;                 ///< false discovery rate at which it was accepted
    bool copyBot = false;              ///< so fast and so faithful that it is a program
    std::vector<std::uint8_t> lags{};  ///< slots behind the leader of the last follows, ascending
    std::vector<LeadProof> proofs{};   ///< the last few, oldest first

    friend bool operator==(const Lead&, const Lead&) = default;
};

}  // namespace core
