// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstddef>
#include <utility>

namespace core::detect {

/// A table that forgets what was not touched for long: two generations of at most `most` entries; when the young
/// one is full, the old one goes. O(1) amortised, never more than 2 * most entries. Losing an entry costs recall.
/// A pointer holds until the next call that may add. Thread: confined.
template <class Key, class Value>
class RecentMap {
public:
    explicit RecentMap(std::size_t most) : m_most(most) {}

    /// The entry, made when it is not there.
    Value& operator[](const Key& key) {
        if (Value* found = find(key)) return *found;
        makeRoom();
        return m_young[key];
    }
    /// The entry, or null.
    Value* find(const Key& key) {
        if (const auto young = m_young.find(key); young != m_young.end()) return &young->second;
        const auto old = m_old.find(key);
        if (old == m_old.end()) return nullptr;
        Value moved = std::move(old->second);
        m_old.erase(old);
        makeRoom();
        return &(m_young[key] = std::move(moved));
    }
    /// The entry, or null; does not count as a touch.
    [[nodiscard]] const Value* peek(const Key& key) const {
        if (const auto young = m_young.find(key); young != m_young.end()) return &young->second;
        const auto old = m_old.find(key);
        return old == m_old.end() ? nullptr : &old->second;
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_young.size() + m_old.size(); }
    template <class Visit>
    void forEach(Visit visit) const {
        for (const auto& [key, value] : m_old) visit(key, value);
        for (const auto& [key, value] : m_young) visit(key, value);
    }

private:
    void makeRoom() {
        if (m_young.size() < m_most) return;
        m_old.swap(m_young);
        m_young.clear();
    }

    std::size_t m_most;
    boost::unordered_flat_map<Key, Value> m_young, m_old;
};

}  // namespace core::detect
