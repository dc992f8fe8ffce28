// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/wire/transaction_facts.h"

#include <vector>

namespace core::wire {

/// Appends what the native programs did between wallets: transfers of SOL and tokens, minted and burned
/// supply, changed authorities. Legs of swaps and other work of venues, hops inside aggregators, wrapping
/// of SOL, rent and moves between accounts of one owner are none of these. Thread: any.
/// Source: solana-wire section 15.
void appendNativeEvents(const TransactionView& transaction, const TransactionFacts& facts, const EventHeader& at,
                        std::vector<Event>& out);

}  // namespace core::wire
