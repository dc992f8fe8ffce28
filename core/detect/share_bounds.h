// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intel/intel.h"
#include "core/ledger/token_ledger.h"

namespace core::detect {

/// How much of supply the ten largest entities hold at least and at most, given how sure the links are: where only
/// members that are sure to kSure count as one with their cluster, and where every link from kMaybe on joins.
/// Source: detection section 4.13.
struct ShareBounds {
    static constexpr double kSure = 0.97;
    static constexpr double kMaybe = 0.50;
    double least = 0;
    double most = 0;
};

/// Curve, pools, listed exchanges and services stand apart, as in entityShares(). Zero where the supply is unknown.
/// Cost: one look at every holder and its links.
[[nodiscard]] ShareBounds shareBounds(const ledger::TokenLedger& coin, const intel::Intel& who);

}  // namespace core::detect
