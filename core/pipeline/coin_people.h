// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intel/intel.h"
#include "core/ledger/market.h"
#include "core/pipeline/flag_index.h"
#include "core/pipeline/move_journal.h"
#include "core/pipeline/token_people.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <memory>
#include <span>
#include <unordered_map>

namespace core::pipeline {

/// What the page of one coin is made from. Thread: confined to the engine.
struct CoinScene {
    const ledger::TokenLedger& coin;
    const ledger::Market& market;
    const intel::Intel& who;
    const MoveJournal& journal;
    const FlagIndex& flags;
};

/// A wallet's part in a coin beside its amounts.
struct Standing {
    Roles roles = 0;
    ClusterTag cluster;

    friend bool operator==(const Standing&, const Standing&) noexcept = default;
};
using Standings = boost::unordered_flat_map<Wallet, Standing, std::hash<Wallet>>;

/// The number a cluster goes by: that of its first member, from 1.
[[nodiscard]] inline std::uint32_t clusterNumber(const intel::Cluster& cluster) noexcept {
    return cluster.members.front() + 1;
}

/// The position as a row; times and origin are left open.
[[nodiscard]] HolderRow holderRow(const CoinScene& scene, const Wallet& wallet, const ledger::Position& position,
                                  const Standing& standing);
/// Who funded the wallet of a row, and how old it is.
void addOrigin(const CoinScene& scene, HolderRow& row);
/// Share of supply of raw coins; unknown unless the creation and the supply were seen.
[[nodiscard]] std::optional<double> shareOf(const ledger::TokenLedger& coin, double coins) noexcept;

/// Every cluster of at least two wallets with the coin, largest holding first; `total` counts them all.
/// `standings` names every wallet with the coin.
[[nodiscard]] std::vector<ClusterRow> clusterRows(const CoinScene& scene, const Standings& standings,
                                                  std::size_t& total);
/// The creator's record; nothing when the creator is unknown. `created`: its coins in order of creation.
[[nodiscard]] std::optional<CreatorRecord> creatorRecord(const CoinScene& scene, const Standings& standings,
                                                         std::span<const Mint> created);
/// Statements that pictures share, by their place in the book.
using FlagCopies = std::unordered_map<std::uint32_t, std::shared_ptr<const Flag>>;
/// The coin's flags as they stand, the newest statement first. `copies` is what the last call left in it.
[[nodiscard]] std::vector<FlagRow> flagRows(const CoinScene& scene, FlagCopies& copies);
/// What happened to the coin in order of time; its moves by the creator are passed over for `moves`.
[[nodiscard]] std::vector<LaneEvent> laneEvents(const CoinScene& scene, std::span<const Move> moves);
/// Who traded the coin in `range`, by entity.
[[nodiscard]] BarMakers barMakers(const CoinScene& scene, const Standings& standings, const TimeRange& range);
/// Everything about one flag; null when nobody stated it.
[[nodiscard]] std::shared_ptr<const FlagCase> flagCase(const ledger::Market& market, const MoveJournal& journal,
                                                       const FlagIndex& flags, const FlagRef& ref);

}  // namespace core::pipeline
