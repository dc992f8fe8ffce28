// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

namespace core::wire {

/// Whether an address is a point on ed25519, as every wallet's is and no program-derived address can be.
/// Cost: some microseconds. Thread: any. Source: solana-wire section 16.
[[nodiscard]] bool isOnCurve(const Pubkey& key);

}  // namespace core::wire
