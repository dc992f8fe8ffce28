// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/raw_event.h"

namespace core::wire {

/// Raydium LaunchLab, the curves of letsbonk and other platforms. Source: solana-wire section 11.
extern const Venue kRaydiumLaunchLab;

}  // namespace core::wire
