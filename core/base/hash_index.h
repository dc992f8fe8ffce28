// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/large_pages.h"

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

namespace core {

/// Finds numbers by the hash of a key that is stored elsewhere: open addressing with 8 bytes an entry, so that a
/// look-up waits for one cache line here and one for the key, and growing copies little. The caller compares
/// keys. Hashes of keys that strangers choose must depend on a secret. Up to 2^31 entries. Thread: as a vector.
class HashIndex {
public:
    static constexpr std::uint32_t kNone = 0xffffffffU;

    /// The number under `hash` that `same(number)` accepts; kNone when there is none. O(1) expected.
    template <class Same>
    [[nodiscard]] std::uint32_t find(std::uint32_t hash, Same&& same) const {
        if (m_slots.empty()) return kNone;
        for (std::size_t at = hash & mask();; at = (at + 1) & mask()) {
            const Slot& slot = m_slots[at];
            if (slot.number == kNone) return kNone;
            if (slot.hash == hash && same(slot.number)) return slot.number;
        }
    }
    /// The first number under `hash`, its key unseen: a guess for what to bring near. kNone when there is none.
    [[nodiscard]] std::uint32_t guess(std::uint32_t hash) const noexcept {
        if (m_slots.empty()) return kNone;
        for (std::size_t at = hash & mask();; at = (at + 1) & mask())
            if (m_slots[at].number == kNone || m_slots[at].hash == hash) return m_slots[at].number;
    }
    /// Brings the entry's place near, for a find() that comes soon.
    void fetch(std::uint32_t hash) const noexcept {
        if (!m_slots.empty()) __builtin_prefetch(&m_slots[hash & mask()]);
    }
    /// Adds a number whose key is not there yet; never kNone.
    void add(std::uint32_t hash, std::uint32_t number) {
        if ((m_size + 1) * 4 > m_slots.size() * 3) rehash();
        ++m_size;
        put({hash, number});
    }
    /// Takes out a number that was added with this hash; nothing happens when it is not there.
    void remove(std::uint32_t hash, std::uint32_t number) {
        if (m_slots.empty()) return;
        std::size_t hole = hash & mask();
        while (m_slots[hole].number != number) {
            if (m_slots[hole].number == kNone) return;
            hole = (hole + 1) & mask();
        }
        // What follows moves up where it may, so that no search ends at the hole.
        for (std::size_t at = (hole + 1) & mask(); m_slots[at].number != kNone; at = (at + 1) & mask()) {
            const std::size_t home = m_slots[at].hash & mask();
            if (((at - home) & mask()) < ((at - hole) & mask())) continue;
            m_slots[hole] = m_slots[at];
            hole = at;
        }
        m_slots[hole] = {};
        --m_size;
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }
    /// Bytes set aside.
    [[nodiscard]] std::size_t bytes() const noexcept { return m_slots.size() * sizeof(Slot); }

private:
    struct Slot {
        std::uint32_t hash = 0;
        std::uint32_t number = kNone;
    };

    using Slots = std::vector<Slot, LargePages<Slot>>;

    [[nodiscard]] std::size_t mask() const noexcept { return m_slots.size() - 1; }
    void put(Slot slot) {
        std::size_t at = slot.hash & mask();
        while (m_slots[at].number != kNone) at = (at + 1) & mask();
        m_slots[at] = slot;
    }
    void rehash() {
        constexpr std::size_t kSmallest = 8;
        const Slots old = std::exchange(m_slots, {});
        m_slots.resize(old.empty() ? kSmallest : old.size() * 2);
        for (const Slot& slot : old)
            if (slot.number != kNone) put(slot);
    }

    Slots m_slots;  ///< a power of two, at most three quarters in use
    std::size_t m_size = 0;
};

/// A 32-bit hash of a 64-bit key that nobody outside chooses freely.
[[nodiscard]] constexpr std::uint32_t hashOfNumber(std::uint64_t key) noexcept {
    key ^= key >> 32U;
    key *= 0xd6e8feb86659fd93ULL;
    return static_cast<std::uint32_t>(key ^ (key >> 32U));
}

}  // namespace core
