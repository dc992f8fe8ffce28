// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/raw_event.h"

namespace core::wire {

/// Meteora DAMM v2 (cp-amm). Source: solana-wire section 12.2.
extern const Venue kMeteoraDammV2;

}  // namespace core::wire
