// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/candle.h"
#include "core/model/event.h"

#include <cstddef>
#include <cstdint>
#include <optional>
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
/// themselves; reading one trade reads its block. Thread: confined.
class PointLog {
public:
    static constexpr std::size_t kBlock = 64;

    void push_back(const TradePoint& point);
    /// Forgets the `count` oldest; memory comes back by whole blocks.
    void dropOldest(std::size_t count);

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }
    [[nodiscard]] TradePoint front() const { return newest(m_size).front(); }
    [[nodiscard]] TradePoint back() const { return newest(1).front(); }
    /// The last `count` in order of arrival, all when there are fewer.
    [[nodiscard]] std::vector<TradePoint> newest(std::size_t count) const;
    /// The last to arrive of those with coins and a time up to `time`.
    [[nodiscard]] std::optional<TradePoint> lastUntil(std::int64_t time) const;
    /// Calls visit(point) for each, in order of arrival.
    template <class Visit>
    void forEach(Visit&& visit) const {
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

private:
    struct Block {
        std::vector<std::uint8_t> bytes;
        std::int64_t earliest = 0;  ///< time of the earliest trade in it
        std::size_t count = 0;
    };
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

    std::vector<Block> m_blocks;
    std::size_t m_dropped = 0;  ///< trades of the first block that are forgotten
    std::size_t m_size = 0;
    TradePoint m_last;  ///< the one the next is written against
};

}  // namespace core::ledger
