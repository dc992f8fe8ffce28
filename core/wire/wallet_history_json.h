// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/wallet_history.h"

#include <simdjson.h>

#include <optional>

namespace core::wire {

/// What a getSignaturesForAddress call and its result tell about the beginning of an address; nothing when the call
/// asked for a stretch that need not reach it (`until`), or is not such a call. For .cpp files only. Thread: any.
/// Source: solana-wire, RPC.
[[nodiscard]] std::optional<WalletHistory> readWalletHistory(const simdjson::dom::element& request,
                                                             const simdjson::dom::element& result);

}  // namespace core::wire
