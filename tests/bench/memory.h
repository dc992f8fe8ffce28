// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/market.h"

#include <cstdint>
#include <string_view>

namespace bench {

/// Bytes of the process that lie in memory now.
[[nodiscard]] std::uint64_t residentBytes();

/// Limits with a cold file of this run, beyond `hotBytes`; `program` names the file. Ends the program with a
/// message where none can be made.
[[nodiscard]] core::ledger::MarketLimits coldLimits(std::string_view program, std::size_t hotBytes);

}  // namespace bench
