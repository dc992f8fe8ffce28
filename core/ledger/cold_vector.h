// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/checksum.h"
#include "core/base/slab.h"
#include "core/ledger/cold_store.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <type_traits>
#include <utility>
#include <vector>

namespace core::ledger {

/// What a ColdVector has in the store, and how it went.
struct ColdVectorStats {
    std::uint64_t away = 0;     ///< values there now, also those on the page that is being filled
    std::uint64_t back = 0;     ///< values that came back so far
    std::uint64_t lost = 0;     ///< values that did not come back whole
    std::uint64_t refused = 0;  ///< pages that the store did not take: they stay in memory
    std::string error;          ///< the last thing that went wrong; empty when nothing did
};

/// Values by number, of which new ones never stop coming and most are never looked at again: beyond `hot` of them,
/// those at which nobody looked for longest go to a cold store, some to a page, and come back when somebody does.
/// A value away costs 4 bytes. A value is copied byte by byte, or tells itself whether it may go (mayLeave) and
/// gives its bytes (kBytes, write, read). Without a store all stay. Thread: confined to the engine.
template <class Value, std::size_t Piece>
class ColdVector {
public:
    /// From now on values beyond `hot` may go.
    void putAway(std::shared_ptr<ColdStore> store, std::size_t hot) {
        m_store = std::move(store);
        m_hot = hot;
    }
    /// Makes anew what can be known of a value that was lost; it holds Value{}.
    std::function<void(std::uint32_t number, Value& value)> onLost;

    [[nodiscard]] std::size_t size() const noexcept { return m_placeOf.size(); }
    /// Adds one element, as Value{} makes it.
    Value& grow() {
        const std::uint32_t place = take(static_cast<std::uint32_t>(m_placeOf.size()));
        m_placeOf.push_back(place);
        return m_values[place];
    }
    void growTo(std::size_t size) {
        while (m_placeOf.size() < size) grow();
    }
    /// References stay good until the next cool().
    [[nodiscard]] Value& operator[](std::uint32_t number) { return m_values[here(number)]; }
    [[nodiscard]] const Value& operator[](std::uint32_t number) const { return m_values[here(number)]; }
    /// Brings near what tells where a value is; later the value, if it is here.
    void fetchPlace(std::uint32_t number) const noexcept {
        if (number < m_placeOf.size()) __builtin_prefetch(&m_placeOf[number]);
    }
    void fetch(std::uint32_t number) const noexcept {
        if (number >= m_placeOf.size()) return;
        const std::uint32_t place = m_pages.empty() ? number : m_placeOf[number];
        if ((place & kAway) == 0) m_values.fetch(place);
    }
    /// Puts a value or two away, if there are too many. References end here.
    void cool() {
        if (m_store == nullptr || m_placeOf.size() - m_stats.away <= m_hot) return;
        // A value that was looked at since the last round gets another one.
        constexpr int kLooks = 8;
        constexpr int kMost = 2;
        for (int looks = 0, gone = 0; looks < kLooks && gone < kMost; ++looks) {
            m_hand = m_hand + 1 < m_owner.size() ? m_hand + 1 : 0;
            if (m_owner[m_hand] == kNone || std::exchange(m_seen[m_hand], std::uint8_t{0}) != 0) continue;
            if (leave(m_hand)) ++gone;
        }
    }
    [[nodiscard]] const ColdVectorStats& stats() const noexcept { return m_stats; }

private:
    static constexpr bool kPlain = std::is_trivially_copyable_v<Value>;
    static constexpr std::uint32_t kNone = 0xffffffffU;
    static constexpr std::uint32_t kAway = 0x80000000U;
    static constexpr std::size_t valueBytes() noexcept {
        if constexpr (kPlain)
            return sizeof(Value);
        else
            return Value::kBytes;
    }
    static constexpr std::size_t kBytes = valueBytes();
    static constexpr std::size_t kRecord = kBytes + sizeof(std::uint32_t);
    // Reading one value reads its page.
    static constexpr std::uint32_t kPerPage = 8'192 / kRecord;

    struct Page {
        std::vector<std::uint8_t> bytes;  ///< empty: in the store
        std::uint64_t number = 0;
    };

    std::uint32_t take(std::uint32_t number) const {
        const std::uint32_t place = m_values.take();
        if (place >= m_owner.size()) {
            m_owner.resize(place + std::size_t{1}, kNone);
            m_seen.resize(place + std::size_t{1});
        }
        m_owner[place] = number;
        m_seen[place] = 1;
        return place;
    }

    std::uint32_t here(std::uint32_t number) const {
        if (m_pages.empty()) return number;  // until the first one leaves, places are as numbers
        const std::uint32_t place = m_placeOf[number];
        if ((place & kAway) != 0) return comeBack(number, place & ~kAway);
        m_seen[place] = 1;
        return place;
    }

    bool leave(std::uint32_t place) {
        const Value& value = m_values[place];
        if constexpr (!kPlain) {
            if (!value.mayLeave()) return false;
        }
        // As many records as 31 bits can name.
        if (m_pages.size() >= (kAway - 1) / kPerPage) return false;
        if (m_pages.empty() || m_pages.back().bytes.size() >= kPerPage * kRecord) {
            if (!m_pages.empty()) close(m_pages.back());
            m_pages.emplace_back().bytes.reserve(kPerPage * kRecord);
        }
        std::vector<std::uint8_t>& page = m_pages.back().bytes;
        const std::size_t at = page.size();
        page.resize(at + kRecord);
        const std::span<std::uint8_t> bytes{page.data() + at, kBytes};
        if constexpr (kPlain)
            std::memcpy(bytes.data(), &value, kBytes);
        else
            value.write(bytes);
        const auto check = static_cast<std::uint32_t>(checksum(bytes));
        std::memcpy(page.data() + at + kBytes, &check, sizeof check);
        const auto record = static_cast<std::uint32_t>((m_pages.size() - 1) * kPerPage + at / kRecord);
        m_placeOf[std::exchange(m_owner[place], kNone)] = kAway | record;
        m_values.give(place);
        ++m_stats.away;
        return true;
    }

    void close(Page& page) {
        const auto number = m_store->addPage(page.bytes);
        if (!number) {
            ++m_stats.refused;
            m_stats.error = number.error().message();
            return;
        }
        page.number = *number;
        std::vector<std::uint8_t>{}.swap(page.bytes);
    }

    std::uint32_t comeBack(std::uint32_t number, std::uint32_t record) const {
        const Page& page = m_pages[record / kPerPage];
        const std::size_t at = record % kPerPage * kRecord;
        std::array<std::uint8_t, kRecord> bytes{};
        bool whole = true;
        if (!page.bytes.empty()) {
            std::memcpy(bytes.data(), page.bytes.data() + at, kRecord);
        } else if (auto read = m_store->readPage(page.number, static_cast<std::uint32_t>(at), kRecord)) {
            std::memcpy(bytes.data(), read->data(), kRecord);
        } else {
            whole = false;
            m_stats.error = read.error().message();
        }
        const std::span<const std::uint8_t> told{bytes.data(), kBytes};
        std::uint32_t check = 0;
        std::memcpy(&check, bytes.data() + kBytes, sizeof check);
        if (whole && check != static_cast<std::uint32_t>(checksum(told))) {
            whole = false;
            m_stats.error = "what was kept of a wallet came back damaged";
        }
        const std::uint32_t place = take(number);
        m_placeOf[number] = place;
        --m_stats.away;
        ++m_stats.back;
        Value& value = m_values[place];
        if (!whole) {
            ++m_stats.lost;
            if (onLost) onLost(number, value);
        } else if constexpr (kPlain) {
            std::memcpy(&value, bytes.data(), kBytes);
        } else {
            value.read(told);
        }
        return place;
    }

    std::shared_ptr<ColdStore> m_store;
    std::size_t m_hot = 0;
    // A look brings a value back, which changes nothing that anybody could see.
    mutable std::vector<std::uint32_t> m_placeOf;  ///< by number: its place, or kAway and its record
    mutable Slab<Value, Piece> m_values;
    mutable std::vector<std::uint32_t> m_owner;  ///< by place; kNone: free
    mutable std::vector<std::uint8_t> m_seen;    ///< by place: looked at since the hand came by
    std::uint32_t m_hand = 0;
    std::vector<Page> m_pages;
    mutable ColdVectorStats m_stats;
};

}  // namespace core::ledger
