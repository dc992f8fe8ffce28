// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"
#include "core/detect/detector.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace core::alert {

// What the fields of words.h are worth at a moment. Unknown is empty. Shares are told in percent.

/// A coin's field by its place in coinFields().
[[nodiscard]] std::optional<double> coinValue(std::size_t field, Unit unit, const ledger::TokenLedger& coin,
                                              const detect::Scene& scene, std::int64_t now);
/// What an amount of the coin's quote asset is in lamports; nothing for an asset whose price is unknown.
[[nodiscard]] std::optional<std::uint64_t> lamportsOf(std::uint64_t quote, const Mint& quoteMint,
                                                      const ledger::Market& market);
/// A wallet's field.
[[nodiscard]] std::optional<double> walletValue(std::string_view field, intel::WalletId wallet,
                                                const ledger::TokenLedger* coin, const intel::Intel& who,
                                                std::int64_t now);

/// A cluster as it stands in a coin.
struct ClusterHere {
    const intel::Cluster* cluster = nullptr;
    double confidence = 0;
    std::size_t buyers = 0;   ///< members that have had the coin
    std::size_t sellers = 0;  ///< members that have sold it
    std::uint64_t coins = 0;  ///< that they hold, held at 2^64-1

    [[nodiscard]] std::optional<double> value(std::string_view field) const;
};
/// Members whose balances are added up; a larger cluster is counted in part.
inline constexpr std::size_t kMostMembers = 512;
[[nodiscard]] ClusterHere clusterHere(const intel::Cluster& cluster, const ledger::TokenLedger& coin,
                                      const intel::Intel& who);

/// Whether `coins` are that share of the supply; false when the supply is unknown. Exact.
[[nodiscard]] bool reachesShare(Uint128 coins, const std::optional<std::uint64_t>& supply, const Number& percent,
                                Compare compare);

}  // namespace core::alert
