// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/raw_event.h"

namespace core::wire {

/// The Jupiter v6 aggregator: no venue, but its events tell the hops on venues that have no decoder here.
/// Source: solana-wire section 14.
extern const Venue kJupiterV6;

}  // namespace core::wire
