// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/token_ledger.h"
#include "core/pipeline/board_query.h"
#include "core/pipeline/coin_card.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::pipeline {

/// What is known of a figure: that it lies between two values, which mostly are one.
struct FigureRange {
    double low = 0;
    double high = 0;
};

/// A coin with what a board needs of it. `card` may be null where no figure needs it.
struct BoardCoin {
    const ledger::TokenLedger& coin;
    const CoinCard* card = nullptr;
    std::uint64_t volume1m = 0;  ///< raw quote units
    std::uint64_t volume5m = 0;
    std::optional<std::int64_t> now{};  ///< Unix seconds, chain clock
    std::optional<double> solDollars{};
};

/// A figure of a coin; nothing when it is not known. Source of the meanings: BoardFigure.
[[nodiscard]] std::optional<FigureRange> figureOf(BoardFigure figure, const BoardCoin& of);
/// Whether a figure is taken from the card, or is a recent volume.
[[nodiscard]] bool needsCard(BoardFigure figure) noexcept;
[[nodiscard]] bool needsVolume(BoardFigure figure) noexcept;
/// What it takes to know a figure: 0 its own number, 1 the card, 2 a look at every holder.
[[nodiscard]] int boardCost(BoardFigure figure) noexcept;

enum class FilterAnswer : std::uint8_t { Passes, Fails, Unknown };

/// A filter made ready to be asked of many coins. Thread: any, as long as nobody changes it.
class BoardSieve {
public:
    explicit BoardSieve(const BoardFilter& filter);

    [[nodiscard]] bool needsCard() const noexcept { return m_needsCard; }
    [[nodiscard]] bool needsVolume() const noexcept { return m_needsVolume; }
    /// Of its dearest condition.
    [[nodiscard]] int cost() const noexcept { return m_cost; }
    [[nodiscard]] bool passesAll() const noexcept { return m_filter.empty(); }
    /// Unknown: it would pass but for figures that are not known.
    [[nodiscard]] FilterAnswer ask(const BoardCoin& of) const;
    [[nodiscard]] bool unknownPasses() const noexcept { return m_filter.unknownPasses; }

private:
    BoardFilter m_filter;  ///< conditions that cost least first, words in lower case
    bool m_needsCard = false;
    bool m_needsVolume = false;
    int m_cost = 0;
};

}  // namespace core::pipeline
