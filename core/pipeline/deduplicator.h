// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/large_pages.h"
#include "core/model/event.h"

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <vector>

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
    /// Brings near what firstSight() will ask for.
    void fetch(const Event& event) const noexcept;
    [[nodiscard]] std::uint64_t duplicates() const noexcept { return m_duplicates; }

private:
    struct Key {
        std::uint64_t a = 0;
        std::uint64_t b = 0;
        friend bool operator==(const Key&, const Key&) = default;
    };
    // Keys side by side instead of a node each: one cache line a look-up, and a third of the memory.
    class Set {
    public:
        void fetch(const Key& key) const noexcept;
        [[nodiscard]] bool contains(const Key& key) const noexcept;
        void insert(const Key& key);

    private:
        using Slots = std::vector<Key, LargePages<Key>>;

        [[nodiscard]] std::size_t homeOf(const Key& key) const noexcept;
        [[nodiscard]] std::size_t slotOf(const Key& key) const noexcept;
        void grow();

        Slots m_slots;  ///< a power of two, at most two thirds in use; all zero is free
        std::size_t m_size = 0;
        bool m_hasZero = false;
    };

    [[nodiscard]] static Key signatureKey(const Event& event) noexcept;
    [[nodiscard]] static Key pathKey(const Event& event) noexcept;
    [[nodiscard]] bool known(const Key& key) const noexcept { return m_young.contains(key) || m_old.contains(key); }
    void remember(std::initializer_list<Key> keysOfOneEvent);

    std::size_t m_capacity;
    bool m_pathlessSources;
    Set m_young;
    Set m_old;
    std::size_t m_youngEvents = 0;  ///< an event may have several keys
    std::uint64_t m_duplicates = 0;
};

}  // namespace core::pipeline
