// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core::ledger {

/// Where a market leaves what it keeps of coins that nobody trades any more, one blob a coin. What lies there means
/// something to the process that put it there alone. Thread: confined to the engine, like the market.
class ColdStore {
public:
    ColdStore() = default;
    ColdStore(const ColdStore&) = delete;
    ColdStore& operator=(const ColdStore&) = delete;
    virtual ~ColdStore() = default;

    /// Keeps a coin's blob, in place of an older one. Errors: whatever hinders it; then nothing is kept.
    [[nodiscard]] virtual Result<void> put(const Mint& mint, std::span<const std::uint8_t> blob) = 0;
    /// Gives a coin's blob back and forgets it. Errors: NotFound, whatever hinders it.
    [[nodiscard]] virtual Result<std::vector<std::uint8_t>> take(const Mint& mint) = 0;
};

}  // namespace core::ledger
