// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/store/database.h"

#include <string_view>

namespace core::store {

// How trades stand in the table `trades`. Of this library alone.

/// Columns that tradeAt() reads, from `trades` as t.
extern const std::string_view kSelectTrades;
/// Puts rows of t into order of the chain.
extern const std::string_view kInChainOrder;

/// A row of kSelectTrades.
[[nodiscard]] Event tradeAt(const Statement& from);

}  // namespace core::store
