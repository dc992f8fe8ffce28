// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/raw_event.h"

namespace core::wire {

/// Meteora dynamic bonding curve, the curve of many launchpads. Source: solana-wire section 12.4.
extern const Venue kMeteoraDbc;

}  // namespace core::wire
