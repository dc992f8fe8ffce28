// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/snapshot.h"
#include "core/pipeline/stored_coins.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace core::pipeline {

/// The open coin as earlier sessions stored it, joined with what this session saw. Holders stay unknown: nobody
/// watched between the sessions. Thread: confined to the engine.
class PastCoin {
public:
    /// Another coin is open; nothing is known of it yet.
    void reset() { *this = PastCoin{}; }
    void take(std::unique_ptr<StoredCoin> stored);

    /// Whether anything is stored of the coin.
    [[nodiscard]] bool has(const Mint& mint) const noexcept;
    /// What the stored events alone make of it; null when nothing is stored.
    [[nodiscard]] ledger::TokenLedger* ledger() noexcept { return m_stored ? m_stored->ledger : nullptr; }
    /// Rises with every answer, and when the bars that were joined begin anew.
    [[nodiscard]] std::uint64_t version() const noexcept { return m_version; }
    /// Bars of the stored trades before the session's first one, then of the session's. O(trades) when the bars are
    /// others than last time, else O(new trades).
    [[nodiscard]] ledger::CandleSeries& joined(const ledger::TokenLedger& own, BarSpec bars);
    /// Fills up `tape` to `limit` with stored rows, newest first.
    void fillTape(std::vector<TapeRow>& tape, std::size_t limit) const;
    /// Fills in what the session has not seen of the coin itself.
    void fillRow(TokenRow& row) const;

private:
    std::unique_ptr<StoredCoin> m_stored;
    std::optional<ledger::CandleSeries> m_joined;
    std::uint64_t m_joinedTrades = 0;  ///< of the session, in the bars
    // Where the session's trades began when the bars were joined.
    std::uint64_t m_firstSlot = 0;
    std::int64_t m_firstTime = 0;
    std::uint64_t m_version = 0;
};

}  // namespace core::pipeline
