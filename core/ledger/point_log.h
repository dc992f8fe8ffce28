// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/base/byte_writer.h"
#include "core/ledger/thaw.h"
#include "core/model/candle.h"
#include "core/model/event.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace core::ledger {

/// What a candle needs of a trade.
struct TradePoint {
    OrderKey key;
    std::int64_t time = 0;  ///< Unix seconds
    std::uint64_t base = 0;
    std::uint64_t quote = 0;
    Side side = Side::Buy;

    friend bool operator==(const TradePoint&, const TradePoint&) = default;
};

/// The trades of one coin in order of arrival, kept so that any interval can be built later: written as differences
/// of variable length, about 20 bytes each instead of 72, exact for any values. Blocks of kBlock trades stand for
/// themselves; reading one trade reads its block. May be put away, and comes back when somebody looks. Thread:
/// confined.
class PointLog {
public:
    static constexpr std::size_t kBlock = 64;

    void push_back(const TradePoint& point);
    /// Forgets the `count` oldest; memory comes back by whole blocks.
    void dropOldest(std::size_t count);

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }
    /// The first and the last; an empty one when there are none.
    [[nodiscard]] TradePoint front() const {
        const auto all = newest(m_size);
        return all.empty() ? TradePoint{} : all.front();
    }
    [[nodiscard]] TradePoint back() const {
        const auto last = newest(1);
        return last.empty() ? TradePoint{} : last.front();
    }
    /// The last `count` in order of arrival, all when there are fewer.
    [[nodiscard]] std::vector<TradePoint> newest(std::size_t count) const;
    /// The last to arrive of those with coins and a time up to `time`.
    [[nodiscard]] std::optional<TradePoint> lastUntil(std::int64_t time) const;
    /// Calls visit(point) for each, in order of arrival.
    template <class Visit>
    void forEach(Visit&& visit) const {
        look();
        std::size_t skip = m_dropped;
        for (const Block& block : m_blocks) {
            Reader reader{block};
            for (std::size_t i = 0; i < block.count; ++i) {
                const TradePoint& point = reader.next();
                if (i >= skip) visit(point);
            }
            skip = 0;
        }
    }

    /// Every trade, for read(). Not while it is away.
    void write(ByteWriter& to) const;
    /// What write() wrote, after leave(): as many trades, in blocks that hold what they say. Comes back only if all
    /// of it is so; the reader fails otherwise.
    void read(ByteReader& from);
    /// Gives its memory back until `thaw` brings it back.
    void leave(Thaw& thaw);
    /// What was put away is gone: it is empty from now on.
    void lose() noexcept;
    [[nodiscard]] bool away() const noexcept { return m_away != nullptr; }
    /// Bytes in memory, about.
    [[nodiscard]] std::size_t bytes() const noexcept { return m_blocks.capacity() * sizeof(Block) + m_bytes; }

private:
    struct Block {
        std::vector<std::uint8_t> bytes;
        std::int64_t earliest = 0;  ///< time of the earliest trade in it
        std::size_t count = 0;
    };
    [[nodiscard]] static bool holds(std::span<const std::uint8_t> bytes, std::size_t count) noexcept;

    /// Reads one block from its first trade on.
    class Reader {
    public:
        explicit Reader(const Block& block) : m_at(block.bytes.data()) {}
        const TradePoint& next() noexcept;

    private:
        std::uint64_t number() noexcept;
        std::uint64_t difference() noexcept;

        const std::uint8_t* m_at;
        TradePoint m_point;
    };

    void look() const {
        if (m_away != nullptr) [[unlikely]]
            m_away->thaw();
    }

    std::vector<Block> m_blocks;
    std::size_t m_bytes = 0;    ///< that the blocks' trades take
    Thaw* m_away = nullptr;     ///< set while it is away
    std::size_t m_dropped = 0;  ///< trades of the first block that are forgotten
    std::size_t m_size = 0;
    TradePoint m_last;  ///< the one the next is written against
};

}  // namespace core::ledger
