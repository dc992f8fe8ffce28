// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash_index.h"
#include "core/base/slab.h"

#include <cstddef>
#include <cstdint>
#include <limits>

namespace core {

/// A table that forgets what was not touched for long: two generations of at most `most` entries; when the young
/// one is full, the old one goes. O(1) amortised, never more than 2 * most entries. Losing an entry costs recall.
/// `Piece`: values made at once, see StableVector. Keys are numbers that no stranger chooses. Values stand apart
/// from the table and never move; its free places cost 8 bytes, not a value each. A pointer holds until the next
/// call that may add. Thread: confined.
template <class Key, class Value, std::size_t Piece = 256>
class RecentMap {
public:
    explicit RecentMap(std::size_t most) : m_most(most) {}

    /// The entry, made when it is not there.
    Value& operator[](const Key& key) {
        if (Value* found = find(key)) return *found;
        makeRoom();
        const std::uint32_t place = m_values.take();
        m_owners.growTo(m_values.places());
        m_owners[place].key = key;
        m_index.add(hashOfNumber(key), place);
        join(place);
        return m_values[place];
    }
    /// The entry, or null.
    Value* find(const Key& key) {
        const std::uint32_t place = placeOf(key);
        if (place == HashIndex::kNone) return nullptr;
        if (m_owners[place].generation != m_generation) {
            m_owners[place].generation = kNone;
            --m_old;
            makeRoom();
            join(place);
        }
        return &m_values[place];
    }
    /// The entry, or null; does not count as a touch.
    [[nodiscard]] const Value* peek(const Key& key) const {
        const std::uint32_t place = placeOf(key);
        return place == HashIndex::kNone ? nullptr : &m_values[place];
    }
    /// Brings the key's place in the table near, for a find() that comes soon.
    void fetch(const Key& key) const noexcept { m_index.fetch(hashOfNumber(key)); }
    /// Brings the key's value near, once its place is.
    void fetchValue(const Key& key) const noexcept {
        const std::uint32_t place = m_index.guess(hashOfNumber(key));
        if (place == HashIndex::kNone) return;
        __builtin_prefetch(&m_owners[place], 1);
        m_values.fetch(place);
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_young + m_old; }
    /// Another bound; a table that is beyond it forgets with the next entries.
    void setMost(std::size_t most) noexcept { m_most = most; }
    template <class Visit>
    void forEach(Visit visit) {
        for (std::uint32_t place = 0; place < m_owners.size(); ++place)
            if (m_owners[place].generation != kNone) visit(m_owners[place].key, m_values[place]);
    }
    template <class Visit>
    void forEach(Visit visit) const {
        for (std::uint32_t place = 0; place < m_owners.size(); ++place)
            if (m_owners[place].generation != kNone) visit(m_owners[place].key, m_values[place]);
    }

private:
    static constexpr std::uint64_t kNone = std::numeric_limits<std::uint64_t>::max();
    struct Owner {
        Key key{};
        std::uint64_t generation = kNone;  ///< the one it was last touched in; kNone: nobody's place
    };

    [[nodiscard]] std::uint32_t placeOf(const Key& key) const {
        return m_index.find(hashOfNumber(key), [&](std::uint32_t place) { return m_owners[place].key == key; });
    }
    void join(std::uint32_t place) {
        m_owners[place].generation = m_generation;
        ++m_young;
    }
    void makeRoom() {
        if (m_young < m_most) return;
        for (std::uint32_t place = 0; place < m_owners.size(); ++place) {
            Owner& owner = m_owners[place];
            if (owner.generation == kNone || owner.generation == m_generation) continue;
            m_index.remove(hashOfNumber(owner.key), place);
            owner.generation = kNone;
            m_values.give(place);
        }
        ++m_generation;
        m_old = m_young;
        m_young = 0;
    }

    std::size_t m_most;
    std::uint64_t m_generation = 0;
    std::size_t m_young = 0;
    std::size_t m_old = 0;
    HashIndex m_index;
    StableVector<Owner, 1024> m_owners;  ///< by place
    Slab<Value, Piece> m_values;
};

}  // namespace core
