// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/raw_event.h"

namespace core::wire {

/// The Raydium AMM v4. Source: solana-wire section 8.
extern const Venue kRaydiumAmmV4;

}  // namespace core::wire
