// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/token_ledger.h"
#include "core/model/event.h"
#include "core/pipeline/token_people.h"

#include <cstdint>
#include <deque>
#include <optional>
#include <utility>
#include <vector>

namespace core::pipeline {

/// One wallet's part in a trade or a transfer. A transfer is two of them, Sent and right behind it Received.
struct Move {
    Wallet wallet;
    std::uint64_t base = 0;
    std::uint64_t quote = 0;  ///< of trades, what the wallet paid or got; 0 in another quote asset than the coin's
    std::uint64_t slot = 0;   ///< 0 when the feed gave none
    std::int64_t time = 0;    ///< Unix seconds
    std::uint32_t txIndex = 0;  ///< the maximum when unknown
    MoveKind kind = MoveKind::Buy;
};

/// Moves kept over all coins, and of one coin.
struct JournalLimits {
    std::size_t all = 1'000'000;
    std::size_t coin = 250'000;
};

/// Who moved coins of which coin when, in order of arrival: what candles do not tell. 72 bytes a move; bounded as
/// a whole and for each coin, the oldest half of a coin goes first. Thread: confined to the engine.
class MoveJournal {
public:
    struct Coin {
        Mint mint;
        std::uint64_t dropped = 0;  ///< moves that are gone: the index of moves.front() counted from the start
        std::vector<Move> moves;
    };

    explicit MoveJournal(JournalLimits limits = {}) : m_limits(limits) {}

    /// Notes what the event moved of the coin; other events change nothing.
    void add(const Event& event, const ledger::TokenLedger& coin);
    /// The moves of a coin by its ordinal; null when there are none.
    [[nodiscard]] const Coin* of(std::uint32_t ordinal) const noexcept;
    /// When a slot was, Unix seconds, from the youngest event at most a second before it; unknown for slots outside
    /// of what was seen.
    [[nodiscard]] std::optional<std::int64_t> timeOf(std::uint64_t slot) const;
    /// Whether any transfer was seen: feeds of logs show none.
    [[nodiscard]] bool transfersSeen() const noexcept { return m_transfersSeen; }
    [[nodiscard]] std::size_t size() const noexcept { return m_size; }

private:
    void push(Coin& coin, std::uint32_t ordinal, const Move& move);
    void halve(Coin& coin);

    JournalLimits m_limits;
    std::deque<Coin> m_coins;  ///< by ordinal
    std::deque<std::uint32_t> m_age;
    std::deque<std::pair<std::uint64_t, std::int64_t>> m_times;  ///< slot and Unix seconds, ascending, bounded
    std::size_t m_size = 0;
    bool m_transfersSeen = false;
};

}  // namespace core::pipeline
