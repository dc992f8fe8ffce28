// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"

#include <cstdint>
#include <span>
#include <vector>

namespace core::ledger {

/// Where a market leaves what it keeps of coins that nobody trades any more, one blob a coin, and a book its pages
/// that are full. What lies there means something to the process that put it there alone. Thread: confined to the
/// engine, like the market.
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
    /// Keeps a page for good; its number, by which parts of it are read. Errors: whatever hinders it.
    [[nodiscard]] virtual Result<std::uint64_t> addPage(std::span<const std::uint8_t> page) = 0;
    /// `length` bytes of a page from `offset` on. Errors: NotFound where there are fewer, whatever hinders it.
    [[nodiscard]] virtual Result<std::vector<std::uint8_t>> readPage(std::uint64_t page, std::uint32_t offset,
                                                                     std::uint32_t length) = 0;
};

}  // namespace core::ledger
