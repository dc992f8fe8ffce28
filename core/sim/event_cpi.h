// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/payload.h"
#include "core/sim/transaction_builder.h"

namespace core::sim {

/// Anchor's event: the log line, directly followed by the program's call of itself with the same payload.
/// Source: solana-wire section 5.4.
void emitEvent(TransactionBuilder& tx, AccountIndex program, AccountIndex authority, const Payload& event);

}  // namespace core::sim
