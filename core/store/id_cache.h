// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <utility>

namespace core::store {

/// Row ids of the addresses that were met lately: two generations of at most `most` each, and when the young one is
/// full the old one goes. What it forgot is asked of the database again. Thread: confined.
template <class Key>
class IdCache {
public:
    explicit IdCache(std::size_t most) : m_most(most) {}

    /// The row's id, or null when it is not known here. The pointer holds until the next call.
    [[nodiscard]] const std::int64_t* find(const Key& key) {
        if (const auto found = m_young.find(key); found != m_young.end()) return &found->second;
        const auto found = m_old.find(key);
        return found == m_old.end() ? nullptr : &add(key, found->second);
    }
    void clear() {
        m_young.clear();
        m_old.clear();
    }
    const std::int64_t& add(const Key& key, std::int64_t id) {
        if (m_young.size() >= m_most) {
            m_old = std::move(m_young);
            m_young = {};
        }
        return m_young.try_emplace(key, id).first->second;
    }

private:
    using Map = boost::unordered_flat_map<Key, std::int64_t, std::hash<Key>>;
    std::size_t m_most;
    Map m_young;
    Map m_old;
};

}  // namespace core::store
