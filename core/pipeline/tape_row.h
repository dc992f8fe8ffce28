// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/token_ledger.h"
#include "core/pipeline/snapshot.h"

#include <cstdint>

namespace core::pipeline {

/// Ids of tape rows: those of this session count up from here, stored ones down.
inline constexpr std::uint64_t kFirstTapeId = std::uint64_t{1} << 40U;

/// A trade as a row of the tape, right after `coin` took it in.
[[nodiscard]] TapeRow tapeRow(const Event& event, const Trade& trade, const ledger::TokenLedger& coin,
                              std::uint64_t id);

}  // namespace core::pipeline
