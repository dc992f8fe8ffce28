// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"

#include <cstddef>
#include <deque>
#include <optional>
#include <unordered_map>

namespace core::pipeline {

/// What a TapeBook keeps.
struct TapeLimits {
    std::size_t coin = 500;     ///< rows of a coin
    std::size_t coins = 2'000;  ///< coins
    std::size_t all = 200'000;  ///< rows of all coins, some 70 MB
};

/// The newest trades of the coins that traded last, at hand when one of them is opened. Beyond a limit the coin
/// goes that did not trade for a round of the others. Thread: confined to the engine.
class TapeBook {
public:
    explicit TapeBook(TapeLimits limits = {}) : m_limits(limits) {}

    /// Notes a trade of the coin. The coin `keep` stays, whatever it does.
    void add(const Mint& mint, const TapeRow& row, const std::optional<Mint>& keep);
    /// The coin's rows, newest first; null when there are none. Good until the next add().
    [[nodiscard]] const std::deque<TapeRow>* of(const Mint& mint) const;
    [[nodiscard]] std::size_t coins() const noexcept { return m_tapes.size(); }
    /// Rows of all coins.
    [[nodiscard]] std::size_t rows() const noexcept { return m_rows; }

private:
    struct Tape {
        std::deque<TapeRow> rows;
        bool traded = false;  ///< since its last turn
    };

    TapeLimits m_limits;
    std::unordered_map<Mint, Tape> m_tapes;
    std::deque<Mint> m_turns;  ///< whose turn it is to go, first
    std::size_t m_rows = 0;
};

}  // namespace core::pipeline
