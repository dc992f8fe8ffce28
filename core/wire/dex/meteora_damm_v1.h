// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/raw_event.h"

namespace core::wire {

/// Meteora DAMM v1 (dynamic AMM). Source: solana-wire section 12.3.
extern const Venue kMeteoraDammV1;

}  // namespace core::wire
