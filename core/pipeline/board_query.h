// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::pipeline {

/// What a board can be sorted and filtered by.
enum class BoardFigure : std::uint8_t {
    Age,               ///< seconds since the creation
    MarketCapQuote,    ///< whole quote units
    MarketCapDollars,  ///< of coins quoted in SOL or dollars
    LiquidityQuote,    ///< whole quote units
    Volume,            ///< whole quote units, ever; the next two in the last 1 and 5 minutes
    Volume1m,
    Volume5m,
    Change5m,     ///< last price over an earlier one, minus 1
    ChangeSeen,   ///< over the first price that was seen
    Progress,     ///< of the curve, 0..1
    GraduatedAt,  ///< Unix seconds
    Trades,
    Buys,
    Sells,
    Buyers,
    Holders,
    Top10,  ///< shares of supply, 0..1, to Cluster
    Sniper,
    Bundler,
    Rat,
    Fresh,  ///< share of the first buyers
    Dev,
    Cluster,
    DevCreated,    ///< coins of the creator
    DevGraduated,  ///< of them, share that graduated, 0..1
    DevBestPeak,   ///< whole quote units
    CopyRank       ///< 1: the first of its name; 2 and on: a copy
};
inline constexpr std::size_t kBoardFigures = static_cast<std::size_t>(BoardFigure::CopyRank) + 1;

/// Bounds of one figure, both included; at least one of them is set.
struct BoardCondition {
    BoardFigure figure = BoardFigure::Age;
    std::optional<double> least;
    std::optional<double> most;

    friend bool operator==(const BoardCondition&, const BoardCondition&) = default;
};

/// Which coins a board shows: those that meet every condition.
struct BoardFilter {
    std::vector<BoardCondition> conditions;
    bool unknownPasses = true;       ///< a coin whose figure is not known meets the condition
    bool hideBlocked = true;         ///< coins that the user blocked are not shown
    std::vector<std::string> words;  ///< one of them is in name or ticker, whatever the case; empty: any coin
    std::vector<std::string> withoutWords;  ///< none of them is

    [[nodiscard]] bool empty() const noexcept {
        return conditions.empty() && words.empty() && withoutWords.empty();
    }
    friend bool operator==(const BoardFilter&, const BoardFilter&) = default;
};

/// What one board shows, and in which order.
struct BoardQuery {
    BoardFilter filter;
    /// Unknown figures come last. Empty: the column's own order (youngest, fullest, last graduated first).
    std::optional<BoardFigure> sort;
    bool ascending = false;

    friend bool operator==(const BoardQuery&, const BoardQuery&) = default;
};

/// How many coins a board knows and why it does not show some of them.
struct BoardTally {
    std::uint64_t known = 0;
    std::uint64_t passing = 0;
    std::uint64_t filtered = 0;  ///< hidden by the filter
    std::uint64_t unknown = 0;   ///< of the filtered, those of which a figure is not known
    std::uint64_t blocked = 0;   ///< hidden by the user
    bool ordering = false;       ///< coins are known, and their first order is being made: none of it is shown yet

    friend bool operator==(const BoardTally&, const BoardTally&) = default;
};

}  // namespace core::pipeline
