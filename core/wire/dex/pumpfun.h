// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/raw_event.h"

namespace core::wire {

/// The pump.fun bonding curve. Source: solana-wire section 6.
extern const Venue kPumpFun;

}  // namespace core::wire
