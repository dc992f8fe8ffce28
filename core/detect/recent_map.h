// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/slab.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstddef>
#include <cstdint>

namespace core::detect {

/// A table that forgets what was not touched for long: two generations of at most `most` entries; when the young
/// one is full, the old one goes. O(1) amortised, never more than 2 * most entries. Losing an entry costs recall.
/// Values stand apart from the table and never move, so that its free places cost 13 bytes, not a value each.
/// A pointer holds until the next call that may add. Thread: confined.
template <class Key, class Value>
class RecentMap {
public:
    explicit RecentMap(std::size_t most) : m_most(most) {}

    /// The entry, made when it is not there.
    Value& operator[](const Key& key) {
        if (Value* found = find(key)) return *found;
        makeRoom();
        const std::uint32_t place = m_values.take();
        m_young.emplace(key, place);
        return m_values[place];
    }
    /// The entry, or null.
    Value* find(const Key& key) {
        if (const auto young = m_young.find(key); young != m_young.end()) return &m_values[young->second];
        const auto old = m_old.find(key);
        if (old == m_old.end()) return nullptr;
        const std::uint32_t place = old->second;
        m_old.erase(old);
        makeRoom();
        m_young.emplace(key, place);
        return &m_values[place];
    }
    /// The entry, or null; does not count as a touch.
    [[nodiscard]] const Value* peek(const Key& key) const {
        if (const auto young = m_young.find(key); young != m_young.end()) return &m_values[young->second];
        const auto old = m_old.find(key);
        return old == m_old.end() ? nullptr : &m_values[old->second];
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_young.size() + m_old.size(); }
    template <class Visit>
    void forEach(Visit visit) const {
        for (const auto& [key, place] : m_old) visit(key, m_values[place]);
        for (const auto& [key, place] : m_young) visit(key, m_values[place]);
    }

private:
    using Places = boost::unordered_flat_map<Key, std::uint32_t>;

    void makeRoom() {
        if (m_young.size() < m_most) return;
        for (const auto& [key, place] : m_old) m_values.give(place);
        m_old.swap(m_young);
        m_young.clear();
    }

    std::size_t m_most;
    Places m_young, m_old;
    Slab<Value> m_values;
};

}  // namespace core::detect
