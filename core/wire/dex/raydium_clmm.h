// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/raw_event.h"

namespace core::wire {

/// The Raydium CLMM. Source: solana-wire section 10.
extern const Venue kRaydiumClmm;

}  // namespace core::wire
