// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/raw_event.h"

namespace core::wire {

/// The PumpSwap constant-product AMM. Source: solana-wire section 7.
extern const Venue kPumpSwap;

/// The sides of a PumpSwap pool out of its account data. Errors: Truncated, BadDiscriminator.
/// Source: solana-wire section 7.4, `Pool` account.
[[nodiscard]] Result<PoolSides> readPumpSwapPoolAccount(std::span<const std::uint8_t> account);

}  // namespace core::wire
