// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"

#include <cstdint>
#include <initializer_list>
#include <unordered_set>

namespace core::pipeline {

/// Lets each event through once. The key is (signature, path); a source without paths is matched by
/// (signature, kind, coin, side). Remembers at least `capacity` events and at most twice that, oldest out.
/// Events without a signature cannot be told apart and always pass. Thread: confined.
class Deduplicator {
public:
    /// `pathlessSources`: some source of this run tells events without a path (PumpPortal, event lines).
    Deduplicator(std::size_t capacity, bool pathlessSources)
        : m_capacity(capacity), m_pathlessSources(pathlessSources) {}

    /// True for the first sight of an event.
    [[nodiscard]] bool firstSight(const Event& event);
    [[nodiscard]] std::uint64_t duplicates() const noexcept { return m_duplicates; }

private:
    struct Key {
        std::uint64_t a;
        std::uint64_t b;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const noexcept { return key.a ^ (key.b * 0x9e3779b97f4a7c15ULL); }
    };
    using Set = std::unordered_set<Key, KeyHash>;

    [[nodiscard]] bool known(const Key& key) const { return m_young.contains(key) || m_old.contains(key); }
    void remember(std::initializer_list<Key> keysOfOneEvent);

    std::size_t m_capacity;
    bool m_pathlessSources;
    Set m_young;
    Set m_old;
    std::size_t m_youngEvents = 0;  ///< an event may have several keys
    std::uint64_t m_duplicates = 0;
};

}  // namespace core::pipeline
