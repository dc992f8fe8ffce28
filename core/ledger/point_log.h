// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/byte_reader.h"
#include "core/base/byte_writer.h"
#include "core/ledger/point_pages.h"
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
/// themselves; reading one trade reads its block. The oldest blocks may lie in pages of a file while the coin goes
/// on trading, and are read there when somebody asks for them; what is damaged there is left out. All of it may be
/// put away, and comes back when somebody looks. Thread: confined.
class PointLog {
public:
    static constexpr std::size_t kBlock = 64;
    static constexpr std::size_t kPageBlocks = 16;

    void push_back(const TradePoint& point);
    /// Forgets the `count` oldest; memory comes back by whole blocks.
    void dropOldest(std::size_t count);

    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    [[nodiscard]] bool empty() const noexcept { return m_size == 0; }
    /// Time of the first, also while they are away; nothing when there are none.
    [[nodiscard]] std::optional<std::int64_t> firstTime() const noexcept {
        return m_size == 0 ? std::nullopt : std::optional{m_firstTime};
    }
    /// The last; an empty one when there are none.
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
        for (std::size_t at = 0; at < blocks(); ++at) readBlock(at, at == 0 ? m_dropped : 0, visit);
    }

    /// Whether so many trades lie in memory that a page of the oldest should go.
    [[nodiscard]] bool heavy() const noexcept { return m_blocks.size() > 2 * kPageBlocks; }
    /// The oldest page of trades that lie in memory, for shed(). Only when heavy().
    void writePage(std::vector<std::uint8_t>& page) const;
    /// What writePage() wrote lies in that page from now on and no longer here.
    void shed(std::uint64_t page, PointPages& pages);
    /// Trades that lie in pages.
    [[nodiscard]] std::size_t paged() const noexcept {
        return m_paged.empty() ? 0 : m_paged.size() * kBlock - m_dropped;
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
    [[nodiscard]] std::size_t bytes() const noexcept {
        return m_blocks.capacity() * sizeof(Block) + m_bytes + m_paged.capacity() * sizeof(Paged);
    }
    /// Whether the bytes are as many trades as they should be and nothing else.
    [[nodiscard]] static bool holds(std::span<const std::uint8_t> bytes, std::size_t count) noexcept;

private:
    struct Block {
        std::vector<std::uint8_t> bytes;
        std::int64_t earliest = 0;  ///< time of the earliest trade in it
        std::size_t count = 0;
    };
    /// A whole block that lies in a page.
    struct Paged {
        PagePlace place;
        std::int64_t earliest = 0;
    };

    /// Reads one block from its first trade on.
    class Reader {
    public:
        explicit Reader(const std::vector<std::uint8_t>& bytes) : m_at(bytes.data()) {}
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

    // Blocks by age: those in pages come first.
    [[nodiscard]] std::size_t blocks() const noexcept { return m_paged.size() + m_blocks.size(); }
    [[nodiscard]] std::size_t countOf(std::size_t at) const noexcept {
        return at < m_paged.size() ? kBlock : m_blocks[at - m_paged.size()].count;
    }
    [[nodiscard]] std::int64_t earliestOf(std::size_t at) const noexcept {
        return at < m_paged.size() ? m_paged[at].earliest : m_blocks[at - m_paged.size()].earliest;
    }
    /// Calls visit(point) for the trades of a block behind the first `skip`.
    template <class Visit>
    void readBlock(std::size_t at, std::size_t skip, Visit&& visit) const {
        std::vector<std::uint8_t> fetched;
        if (at < m_paged.size()) {
            fetched = fetch(at);
            if (fetched.empty()) return;
        }
        Reader reader{at < m_paged.size() ? fetched : m_blocks[at - m_paged.size()].bytes};
        for (std::size_t i = 0, count = countOf(at); i < count; ++i) {
            const TradePoint& point = reader.next();
            if (i >= skip) visit(point);
        }
    }
    [[nodiscard]] std::vector<std::uint8_t> fetch(std::size_t at) const;
    void findFirstTime();

    mutable std::vector<Paged> m_paged;  ///< a block that proves damaged is marked as lost when it is read
    PointPages* m_pages = nullptr;       ///< reads them
    std::vector<Block> m_blocks;
    std::size_t m_bytes = 0;    ///< that the blocks' trades take
    Thaw* m_away = nullptr;     ///< set while it is away
    std::size_t m_dropped = 0;  ///< trades of the first block that are forgotten
    std::size_t m_size = 0;
    std::int64_t m_firstTime = 0;
    TradePoint m_last;  ///< the one the next is written against
};

}  // namespace core::ledger
