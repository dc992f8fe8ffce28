// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/raw_event.h"

namespace core::wire {

/// The Raydium CPMM. Source: solana-wire section 9.
extern const Venue kRaydiumCpmm;

}  // namespace core::wire
