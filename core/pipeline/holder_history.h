// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/coin_people.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <optional>
#include <set>
#include <utility>
#include <vector>

namespace core::pipeline {

/// How many wallets held a coin, and how much of it the ten largest entities held, second by second: walks once
/// through the moves and goes on where it stopped. An entity is a cluster as it stands now, or a wallet alone.
/// Cost: O(log entities) a move. Thread: confined to the engine.
class HolderHistory {
public:
    /// Begins anew: another coin, or wallets that stand differently.
    void restart();
    /// Moves of wallets that hold for others or for nobody are passed over.
    void advance(const MoveJournal::Coin& coin, const Standings& standings, std::uint64_t supply);
    /// Oldest first, at most TokenPeople::kMostBand; thinned out evenly when there were more.
    [[nodiscard]] const std::vector<HolderPoint>& points() const noexcept { return m_points; }

private:
    void move(const Wallet& wallet, std::uint32_t cluster, Int128 change);
    void note(std::uint64_t supply);

    using Bag = std::pair<Int128, std::uint32_t>;  ///< balance and entity
    std::uint64_t m_next = 0;                      ///< counted from the coin's first move
    boost::unordered_flat_map<Wallet, Int128, std::hash<Wallet>> m_wallets;
    boost::unordered_flat_map<Wallet, std::uint32_t, std::hash<Wallet>> m_alone;
    boost::unordered_flat_map<std::uint32_t, std::uint32_t> m_clusters;
    std::vector<Int128> m_entities;
    std::set<Bag> m_bags;  ///< of entities that hold something
    std::size_t m_holding = 0;
    std::optional<std::int64_t> m_time;  ///< of the moves since the last point
    std::vector<HolderPoint> m_points;
};

}  // namespace core::pipeline
