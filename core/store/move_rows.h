// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"
#include "core/store/database.h"

#include <cstdint>
#include <string_view>

namespace core::store {

// How events that are no trades stand in the tables `moves` and `liquidity`. Of this library alone.

/// What a row of `moves` is. Numbers stand in files: none is given twice.
enum class MoveKind : std::uint8_t { Transfer = 0, Mint = 1, Burn = 2, Authority = 3 };

/// Columns that moveAt() reads, from `moves` as t.
extern const std::string_view kSelectMoves;
/// Columns that liquidityAt() reads, from `liquidity` as t.
extern const std::string_view kSelectLiquidity;

/// Signature, path, slot, transaction index, block time and time of arrival in the first six columns.
[[nodiscard]] EventHeader headerAt(const Statement& row);
/// A row of kSelectMoves. One of another version's kind is told as a transfer of nothing from a wallet to itself.
[[nodiscard]] Event moveAt(const Statement& row);
/// A row of kSelectLiquidity.
[[nodiscard]] Event liquidityAt(const Statement& row);

}  // namespace core::store
