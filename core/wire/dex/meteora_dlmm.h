// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/raw_event.h"

namespace core::wire {

/// Meteora DLMM, liquidity in price bins. Source: solana-wire section 12.1.
extern const Venue kMeteoraDlmm;

}  // namespace core::wire
