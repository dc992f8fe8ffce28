// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <vector>

namespace core::ledger {

/// Where a block of trade points lies in a page of a cold store.
struct PagePlace {
    std::uint64_t page = 0;
    std::uint64_t checksum = 0;    ///< of the block's bytes
    std::uint32_t pageLength = 0;  ///< of all blocks of the page
    std::uint32_t offset = 0;
    std::uint32_t length = 0;  ///< 0: the block is lost
};

/// Reads blocks that a coin in use put away. Thread: confined to the engine.
class PointPages {
public:
    PointPages() = default;
    PointPages(const PointPages&) = delete;
    PointPages& operator=(const PointPages&) = delete;
    /// The bytes of a block, exactly those that were written; nothing where they are gone or damaged, which is
    /// counted.
    [[nodiscard]] virtual std::vector<std::uint8_t> readBlock(const PagePlace& place) = 0;

protected:
    ~PointPages() = default;
};

}  // namespace core::ledger
