// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/base/byte_writer.h"
#include "core/base/checked_math.h"

#include <cstdint>
#include <memory>

namespace core::ledger {

/// What one wallet did with one coin, from the trades and transfers seen. Raw units; average-cost basis.
/// Transfers move coins, never cost: coins that came by transfer are sold at unknown cost and add nothing
/// to the realised result. There are millions: what most of them do not have stands apart.
struct Position {
    std::uint64_t bought = 0;  ///< coins, held at 2^64-1
    std::uint64_t sold = 0;
    std::uint64_t covered = 0;  ///< coins still held whose cost is known
    std::uint64_t cost = 0;     ///< quote units paid for them, fees in where the venue tells
    std::int64_t realised = 0;  ///< quote units, fees in where the venue tells; held at the limits
    std::uint32_t trades = 0;
    bool isBuyer = false;  ///< bought at least once, in whatever quote asset

    void buy(std::uint64_t coins, std::uint64_t paid);
    void sell(std::uint64_t coins, std::uint64_t received);
    void receive(std::uint64_t coins);
    void send(std::uint64_t coins);

    /// Every part, for read().
    void write(ByteWriter& to) const;
    /// What write() wrote, in place of what is here; the reader fails on anything else.
    void read(ByteReader& from);

    /// Coins that came without a trade, held at 2^64-1.
    [[nodiscard]] std::uint64_t transferredIn() const noexcept { return m_moved ? m_moved->in : 0; }
    [[nodiscard]] std::uint64_t transferredOut() const noexcept { return m_moved ? m_moved->out : 0; }
    /// Coins sold whose cost nobody saw.
    [[nodiscard]] std::uint64_t uncoveredSold() const noexcept { return m_moved ? m_moved->uncoveredSold : 0; }
    /// Coins held as far as was seen; negative when more left than came in (earlier history is missing).
    [[nodiscard]] Int128 balance() const noexcept {
        return static_cast<Int128>(bought) + transferredIn() - sold - transferredOut();
    }

private:
    struct Moved {
        std::uint64_t in = 0;
        std::uint64_t out = 0;
        std::uint64_t uncoveredSold = 0;
    };
    Moved& moved();

    std::unique_ptr<Moved> m_moved;
};

}  // namespace core::ledger
