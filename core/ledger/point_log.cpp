// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/point_log.h"

#include "core/base/checksum.h"

#include <algorithm>
#include <array>
#include <limits>
#include <utility>

namespace core::ledger {
namespace {

constexpr std::uint64_t kUnknown = std::numeric_limits<std::uint64_t>::max();

// First byte of a trade: its side, and which parts are as in the one before or unknown and so not written.
constexpr std::uint8_t kSell = 1;
constexpr std::uint8_t kSameSlot = 2;
constexpr std::uint8_t kSameTime = 4;
constexpr std::uint8_t kNoIndex = 8;
constexpr std::uint8_t kNoPath = 16;
constexpr std::uint8_t kSamePath = 32;

// Its first byte and seven numbers of at most ten.
constexpr std::size_t kLongestTrade = 71;

class Writer {
public:
    void byte(std::uint8_t value) noexcept { m_bytes[m_size++] = value; }
    // Seven bits a byte, the lowest first.
    void number(std::uint64_t value) noexcept {
        while (value >= 0x80U) {
            byte(static_cast<std::uint8_t>(value | 0x80U));
            value >>= 7U;
        }
        byte(static_cast<std::uint8_t>(value));
    }
    // Modulo 2^64, so that every pair of values has a difference; small ones of either sign become small numbers.
    void difference(std::uint64_t value, std::uint64_t before) noexcept {
        const std::uint64_t by = value - before;
        number((by << 1U) ^ (0U - (by >> 63U)));
    }
    [[nodiscard]] const std::uint8_t* begin() const noexcept { return m_bytes.data(); }
    [[nodiscard]] const std::uint8_t* end() const noexcept { return m_bytes.data() + m_size; }

private:
    std::array<std::uint8_t, kLongestTrade> m_bytes{};
    std::size_t m_size = 0;
};

}  // namespace

void PointLog::push_back(const TradePoint& point) {
    look();
    if (m_blocks.empty() || m_blocks.back().count == kBlock) {
        m_blocks.emplace_back().earliest = point.time;
        m_last = {};
    }
    if (m_size == 0) m_firstTime = point.time;
    Block& block = m_blocks.back();
    const OrderKey& key = point.key;
    const OrderKey& last = m_last.key;
    const std::uint8_t parts = static_cast<std::uint8_t>(
        (point.side == Side::Sell ? kSell : 0) | (key.slot == last.slot ? kSameSlot : 0) |
        (point.time == m_last.time ? kSameTime : 0) | (key.txIndex == kUnknown ? kNoIndex : 0) |
        (key.path == kUnknown ? kNoPath : 0) | (key.path == last.path ? kSamePath : 0));
    Writer writer;
    writer.byte(parts);
    if ((parts & kSameSlot) == 0) writer.difference(key.slot, last.slot);
    if ((parts & kSameTime) == 0)
        writer.difference(static_cast<std::uint64_t>(point.time), static_cast<std::uint64_t>(m_last.time));
    if ((parts & kNoIndex) == 0) writer.number(key.txIndex);
    if ((parts & (kNoPath | kSamePath)) == 0) writer.difference(key.path, last.path);
    writer.difference(key.arrival, last.arrival);
    writer.number(point.base);
    writer.number(point.quote);
    // By small steps: doubling would leave a third of the room empty, and most coins stop inside a block.
    constexpr std::size_t kStep = 192;
    const auto length = static_cast<std::size_t>(writer.end() - writer.begin());
    if (block.bytes.capacity() < block.bytes.size() + length) {
        m_bytes -= block.bytes.capacity();
        block.bytes.reserve(block.bytes.capacity() + kStep);
        m_bytes += block.bytes.capacity();
    }
    block.bytes.insert(block.bytes.end(), writer.begin(), writer.end());
    block.earliest = std::min(block.earliest, point.time);
    ++block.count;
    ++m_size;
    m_last = point;
}

std::uint64_t PointLog::Reader::number() noexcept {
    std::uint64_t value = 0;
    for (unsigned shift = 0;; shift += 7) {
        const std::uint8_t byte = *m_at++;
        value |= std::uint64_t{byte & 0x7fU} << shift;
        if (byte < 0x80U) return value;
    }
}

std::uint64_t PointLog::Reader::difference() noexcept {
    const std::uint64_t folded = number();
    return (folded >> 1U) ^ (0U - (folded & 1U));
}

const TradePoint& PointLog::Reader::next() noexcept {
    const std::uint8_t parts = *m_at++;
    OrderKey& key = m_point.key;
    m_point.side = (parts & kSell) != 0 ? Side::Sell : Side::Buy;
    if ((parts & kSameSlot) == 0) key.slot += difference();
    if ((parts & kSameTime) == 0)
        m_point.time = static_cast<std::int64_t>(static_cast<std::uint64_t>(m_point.time) + difference());
    key.txIndex = (parts & kNoIndex) != 0 ? kUnknown : number();
    if ((parts & kNoPath) != 0)
        key.path = kUnknown;
    else if ((parts & kSamePath) == 0)
        key.path += difference();
    key.arrival += difference();
    m_point.base = number();
    m_point.quote = number();
    return m_point;
}

std::vector<TradePoint> PointLog::newest(std::size_t count) const {
    look();
    count = std::min(count, m_size);
    std::vector<TradePoint> out;
    out.reserve(count);
    std::size_t first = blocks();
    std::size_t covered = 0;
    while (covered < count) covered += countOf(--first);
    std::size_t skip = covered - count;
    for (; first < blocks(); ++first) {
        readBlock(first, skip, [&out](const TradePoint& point) { out.push_back(point); });
        skip -= std::min(skip, countOf(first));
    }
    return out;
}

std::optional<TradePoint> PointLog::lastUntil(std::int64_t time) const {
    look();
    for (std::size_t at = blocks(); at-- > 0;) {
        if (earliestOf(at) > time) continue;
        std::optional<TradePoint> found;
        readBlock(at, at == 0 ? m_dropped : 0, [&](const TradePoint& point) {
            if (point.time <= time && point.base != 0) found = point;
        });
        if (found) return found;
    }
    return std::nullopt;
}

void PointLog::dropOldest(std::size_t count) {
    look();
    count = std::min(count, m_size);
    m_size -= count;
    m_dropped += count;
    std::size_t whole = 0;
    while (whole < blocks() && m_dropped >= countOf(whole)) m_dropped -= countOf(whole++);
    const std::size_t paged = std::min(whole, m_paged.size());
    const std::size_t here = whole - paged;
    for (std::size_t at = 0; at < here; ++at) m_bytes -= m_blocks[at].bytes.capacity();
    m_paged.erase(m_paged.begin(), m_paged.begin() + static_cast<std::ptrdiff_t>(paged));
    m_blocks.erase(m_blocks.begin(), m_blocks.begin() + static_cast<std::ptrdiff_t>(here));
    if (blocks() == 0) m_dropped = 0;
    m_paged.shrink_to_fit();
    m_blocks.shrink_to_fit();
    findFirstTime();
}

void PointLog::findFirstTime() {
    bool first = true;
    if (m_size != 0)
        readBlock(0, m_dropped, [&](const TradePoint& point) {
            if (std::exchange(first, false)) m_firstTime = point.time;
        });
    // Of a block that is lost its earliest trade's time is still known.
    if (m_size != 0 && first) m_firstTime = earliestOf(0);
}

void PointLog::writePage(std::vector<std::uint8_t>& page) const {
    page.clear();
    for (std::size_t at = 0; at < kPageBlocks; ++at)
        page.insert(page.end(), m_blocks[at].bytes.begin(), m_blocks[at].bytes.end());
}

void PointLog::shed(std::uint64_t page, PointPages& pages) {
    m_pages = &pages;
    std::size_t length = 0;
    for (std::size_t at = 0; at < kPageBlocks; ++at) length += m_blocks[at].bytes.size();
    std::size_t offset = 0;
    for (std::size_t at = 0; at < kPageBlocks; ++at) {
        const Block& block = m_blocks[at];
        m_paged.push_back({{page, checksum(block.bytes), static_cast<std::uint32_t>(length),
                            static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(block.bytes.size())},
                           block.earliest});
        offset += block.bytes.size();
        m_bytes -= block.bytes.capacity();
    }
    m_blocks.erase(m_blocks.begin(), m_blocks.begin() + kPageBlocks);
}

std::vector<std::uint8_t> PointLog::fetch(std::size_t at) const {
    PagePlace& place = m_paged[at].place;
    if (place.length == 0) return {};
    std::vector<std::uint8_t> bytes = m_pages->readBlock(place);
    if (bytes.empty()) place.length = 0;
    return bytes;
}

void PointLog::write(ByteWriter& to) const {
    to.varint(m_dropped);
    to.varint(m_paged.size());
    for (const Paged& block : m_paged) {
        to.varint(block.place.page);
        to.fixed(block.place.checksum);
        to.varint(block.place.pageLength);
        to.varint(block.place.offset);
        to.varint(block.place.length);
        to.signedVarint(block.earliest);
    }
    to.varint(m_blocks.size());
    for (const Block& block : m_blocks) {
        to.varint(block.count);
        to.signedVarint(block.earliest);
        to.varint(block.bytes.size());
        to.bytes(block.bytes);
    }
}

// Reader trusts what it reads.
bool PointLog::holds(std::span<const std::uint8_t> bytes, std::size_t count) noexcept {
    ByteReader in{bytes};
    for (std::size_t i = 0; i < count && !in.failed(); ++i) {
        const auto parts = in.integer<std::uint8_t>();
        if ((parts & kSameSlot) == 0) (void)in.varint();
        if ((parts & kSameTime) == 0) (void)in.varint();
        if ((parts & kNoIndex) == 0) (void)in.varint();
        if ((parts & (kNoPath | kSamePath)) == 0) (void)in.varint();
        for (int always = 0; always < 3; ++always) (void)in.varint();  // arrival, coins, quote
    }
    return !in.failed() && in.atEnd();
}

void PointLog::read(ByteReader& from) {
    const std::uint64_t dropped = from.varint();
    std::size_t trades = 0;
    std::vector<Paged> paged;
    for (std::uint64_t left = from.varint(); left != 0 && !from.failed(); --left) {
        Paged block;
        block.place.page = from.varint();
        block.place.checksum = from.integer<std::uint64_t>();
        const std::uint64_t page = from.varint();
        const std::uint64_t offset = from.varint();
        const std::uint64_t length = from.varint();
        block.earliest = from.signedVarint();
        // What lies outside of its page is damaged; longer than any 64 trades it cannot be.
        constexpr std::uint64_t kLongest = kPageBlocks * kBlock * kLongestTrade;
        if (m_pages == nullptr || page > kLongest || offset > page || length > page - offset) from.fail();
        block.place.pageLength = static_cast<std::uint32_t>(page);
        block.place.offset = static_cast<std::uint32_t>(offset);
        block.place.length = static_cast<std::uint32_t>(length);
        trades += kBlock;
        paged.push_back(block);
    }
    const std::uint64_t blocks = from.varint();
    std::vector<Block> found;
    for (std::uint64_t i = 0; i < blocks && !from.failed(); ++i) {
        Block block;
        const std::uint64_t count = from.varint();
        block.earliest = from.signedVarint();
        const std::string_view bytes = from.text();
        const std::span<const std::uint8_t> view{reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
        // Only the last one may still grow.
        if (count == 0 || count > kBlock || (i + 1 != blocks && count != kBlock) ||
            !holds(view, static_cast<std::size_t>(count))) {
            from.fail();
            return;
        }
        block.count = static_cast<std::size_t>(count);
        block.bytes.assign(view.begin(), view.end());
        trades += block.count;
        found.push_back(std::move(block));
    }
    if (from.failed() || dropped > trades || trades - dropped != m_size || (dropped != 0 && dropped >= kBlock)) {
        from.fail();
        return;
    }
    m_paged = std::move(paged);
    m_blocks = std::move(found);
    m_dropped = static_cast<std::size_t>(dropped);
    m_bytes = 0;
    for (const Block& block : m_blocks) m_bytes += block.bytes.capacity();
    m_away = nullptr;
}

void PointLog::leave(Thaw& thaw) {
    m_paged = {};
    m_blocks = {};
    m_bytes = 0;
    m_away = &thaw;
}

void PointLog::lose() noexcept {
    m_away = nullptr;
    m_paged = {};
    m_blocks = {};
    m_bytes = m_dropped = m_size = 0;
    m_last = {};
}

}  // namespace core::ledger
