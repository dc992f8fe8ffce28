// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/raw_event.h"

namespace core::wire {

/// Orca Whirlpools. Source: solana-wire section 13.
extern const Venue kOrcaWhirlpool;

}  // namespace core::wire
