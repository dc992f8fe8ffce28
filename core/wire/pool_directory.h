// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/ids.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <span>
#include <unordered_map>
#include <utility>
#include <vector>

namespace core::wire {

/// The two sides of a pool. Decimals are empty until some source told them.
struct PoolSides {
    Mint base;
    Mint quote;
    std::optional<std::uint8_t> baseDecimals;
    std::optional<std::uint8_t> quoteDecimals;
};

/// Remembers which mints a pool trades, because PumpSwap's events do not say. Fed by pool creations, by
/// instruction accounts and by Pool accounts; holds at most `capacity` pools, oldest out first.
/// Thread: confined to the engine.
class PoolDirectory {
public:
    explicit PoolDirectory(std::size_t capacity = 1'000'000) : m_capacity(capacity) {}

    /// Adds a pool; decimals learned later are filled in, known mints are never replaced.
    void learn(const Pubkey& pool, const PoolSides& sides);
    /// Null when no source has named this pool.
    [[nodiscard]] const PoolSides* find(const Pubkey& pool) const noexcept;
    [[nodiscard]] std::size_t size() const noexcept { return m_pools.size(); }

    /// Pools added since the last call: events that waited for them can be decoded now.
    [[nodiscard]] std::vector<Pubkey> takeLearned() { return std::exchange(m_learned, {}); }

    /// A pool that an event named and nobody knows; asked for over HTTP by the live source's owner.
    void want(const Pubkey& pool);
    /// Takes the pools wanted since the last call, at most 100 (the limit of getMultipleAccounts).
    [[nodiscard]] std::vector<Pubkey> takeWanted();

private:
    std::size_t m_capacity;
    std::unordered_map<Pubkey, PoolSides> m_pools;
    std::deque<Pubkey> m_age;
    std::deque<Pubkey> m_wanted;
    std::vector<Pubkey> m_learned;
};

}  // namespace core::wire
