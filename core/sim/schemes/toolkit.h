// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/world.h"

#include <cstdint>
#include <optional>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

/// What several schemes need: plausible amounts and settings, money that travels, bags that are sold, and telling
/// the truth about it.
namespace core::sim {

inline constexpr std::uint64_t kSol = 1'000'000'000;
inline constexpr std::int64_t kMillisecond = 1'000'000;
inline constexpr std::int64_t kSecond = 1'000'000'000;

/// Action kinds from here on belong to the parts below; schemes number their own from 0.
inline constexpr std::uint32_t kPaymentKind = 1'000;
inline constexpr std::uint32_t kExitKind = 1'001;

/// `low` … `high` seconds from now, to the nanosecond.
[[nodiscard]] std::int64_t inSeconds(World& world, std::uint64_t low, std::uint64_t high);
/// Settings as the crowd's: what a wallet or a website fills in.
[[nodiscard]] TradeStyle ordinaryStyle(World& world, bool isBuy);
/// Settings of somebody in a hurry: a priority fee, often a tip.
[[nodiscard]] TradeStyle hastyStyle(World& world, bool isBuy);
/// `mean` with a bell-shaped error whose standard deviation is about `permille` of it.
[[nodiscard]] std::uint64_t around(Random& random, std::uint64_t mean, std::uint64_t permille);
/// An amount as people enter it: half of the time made round.
[[nodiscard]] std::uint64_t typed(Random& random, std::uint64_t lamports);
/// What people withdraw to have at least `least`: about a third round it up to 0.1 SOL.
[[nodiscard]] std::uint64_t withdrawal(Random& random, std::uint64_t least);
/// A live token that draws attention and trades now, at least `minAge` seconds old; 0 when there is none.
[[nodiscard]] TokenId popularToken(World& world, std::uint64_t minAge, std::uint64_t maxAge = ~std::uint64_t{0});

/// Buys, and tags a buyer of the creation slot as what he is: a sniper.
TradeResult buyAs(World& world, TokenId token, TraderId trader, std::uint64_t lamports, const TradeStyle& style);

/// Pairs that look linked and are not, each once, up to a limit.
class UnrelatedPairs {
public:
    explicit UnrelatedPairs(std::size_t limit) : m_left(limit) {}
    void add(World& world, TraderId a, TraderId b);

private:
    std::size_t m_left;
    std::set<std::pair<TraderId, TraderId>> m_seen;
};

/// SOL under way along wallets that each pass on nearly all they got. Thread: confined.
class Payments {
public:
    /// Sends so that the last of `path` gets about `lamports`; the first is who pays. The first transfer goes at
    /// `startNs`, each further one `low` … `high` seconds after the one before. Returns when it arrives.
    std::int64_t send(World& world, std::vector<TraderId> path, std::uint64_t lamports, std::int64_t startNs,
                      std::uint64_t low, std::uint64_t high);
    /// True when the action was one of these.
    bool act(World& world, const Action& action);

private:
    struct Journey {
        std::vector<TraderId> path;
        std::vector<std::uint64_t> lamports;  ///< of each transfer
    };
    std::vector<Journey> m_journeys;
};

/// Bags sold in pieces, and the event that this makes in the truth. Thread: confined.
class Exits {
public:
    /// A sale of about `bag` tokens in all; told as `kind` once half of it is gone.
    [[nodiscard]] std::size_t open(std::string_view kind, std::string_view mint, std::uint64_t bag);
    /// Adds to the bag what was bought since.
    void grow(std::size_t sale, std::uint64_t tokens) { m_sales.at(sale).bag += tokens; }
    /// Lets `trader` sell all it holds by then, from `startNs` on in `parts` pieces `pace` seconds apart on
    /// average. With `sweepTo` the money goes there afterwards.
    void plan(World& world, std::size_t sale, TokenId token, TraderId trader, std::uint64_t parts,
              std::int64_t startNs, std::uint64_t pace, TraderId sweepTo = 0);
    /// Notes a sale done elsewhere.
    void sold(World& world, std::size_t sale, TraderId trader, std::uint64_t tokens);
    /// True when the action was one of these.
    bool act(World& world, const Action& action);

private:
    struct Sale {
        std::string kind, mint;
        std::uint64_t bag = 0, sold = 0, startSlot = 0, endSlot = 0;
        std::vector<std::string> wallets;
        std::optional<std::size_t> told;
    };
    struct Plan {
        std::size_t sale = 0;
        std::uint64_t partsLeft = 0, pace = 0, tries = 0;
        TraderId sweepTo = 0;
        bool sweeping = false;
    };
    std::vector<Sale> m_sales;
    std::vector<Plan> m_plans;
};

}  // namespace core::sim
