// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/market.h"
#include "core/pipeline/board_filter.h"
#include "core/pipeline/card_book.h"
#include "core/pipeline/snapshot.h"

#include <array>
#include <cstdint>
#include <optional>
#include <unordered_set>
#include <utility>
#include <vector>

namespace core::pipeline {

/// The column that a coin stands in.
[[nodiscard]] Stage stageOf(const ledger::TokenLedger& coin);

/// Keeps the boards in order: which coins pass, and which come first. With tens of thousands of coins that is too
/// much for one picture, during which no trade is applied and no alert raised: a new order is made a part with each
/// picture, and shown when it is whole. Few coins are done in one. Thread: confined to the engine.
class BoardSorter {
public:
    /// One board: the coins it shows in order, and how many it does not.
    struct Board {
        std::vector<const ledger::TokenLedger*> coins;
        BoardTally tally{.ordering = true};
    };

    /// The wish of an Interest that nobody set.
    BoardSorter();
    /// Another wish; the boards are ordered anew from the next picture on, in larger parts.
    void want(const Interest& interest);
    /// Goes on with the order that is being made, or begins one when it is time: four times a second, and more
    /// seldom the more looks at coins it takes.
    void advance(const CardBook::Scene& scene, CardBook& cards);
    /// By Stage.
    [[nodiscard]] const Board& board(std::size_t stage) const { return m_boards[stage]; }
    /// All coins in one list; empty while nobody wants it.
    [[nodiscard]] const Board& table() const { return m_boards[kTable]; }

private:
    static constexpr std::size_t kTable = 3;  // behind one for each Stage

    struct Wish {
        BoardQuery query;
        BoardFigure usual = BoardFigure::Age;  ///< what it is ordered by when the query names nothing
    };
    // One board on its way into order.
    struct Sieving {
        explicit Sieving(const Wish& wish);

        BoardSieve sieve;
        BoardFigure figure;
        bool ownAge;  ///< a coin whose creation was not seen stands where its first trade does
        bool byKey;   ///< not in the column's own order
        bool rising;
        bool card;
        bool volume;
        std::size_t looksACoin;
        std::size_t next = 0;  ///< coin
        BoardTally tally{};
        std::vector<std::pair<double, const ledger::TokenLedger*>> keys{};
    };

    void begin(std::int64_t steadyMs);
    /// These go on with at most so many looks and return how many they took.
    std::size_t gather(const ledger::Market& market, std::size_t looks);
    std::size_t sift(const CardBook::Scene& scene, CardBook& cards, std::size_t looks);
    static void look(const CardBook::Scene& scene, CardBook& cards, BoardCoin of, Sieving& into);
    void endBoard();

    std::array<Wish, kTable> m_columns{};
    std::optional<Wish> m_tableWish;
    std::unordered_set<Mint> m_blocked;
    std::size_t m_limit = 0;  ///< rows of a board
    std::array<Board, kTable + 1> m_boards;

    std::optional<std::int64_t> m_begunAtMs;  ///< the order shown or being made; empty: at once
    std::size_t m_work = 0;                   ///< looks that the last whole order took
    // The order that is being made.
    bool m_running = false;
    bool m_asked = true;  ///< somebody waits for it
    std::size_t m_looks = 0;
    std::size_t m_gathered = 0;  ///< coins that stand on their board
    std::size_t m_at = 0;        ///< board
    std::optional<Sieving> m_sieving;
    std::array<Board, kTable + 1> m_made;  ///< first all coins of a board, then those that it shows
};

}  // namespace core::pipeline
