// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/market.h"
#include "core/pipeline/snapshot.h"
#include "core/pipeline/stored_coins.h"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace core::pipeline {

/// Ids of tape rows: those of this session count up from here, stored ones down.
inline constexpr std::uint64_t kFirstTapeId = std::uint64_t{1} << 40U;

/// A trade as a row of the tape, right after `coin` took it in.
[[nodiscard]] TapeRow tapeRow(const Event& event, const Trade& trade, const ledger::TokenLedger& coin,
                              std::uint64_t id);

/// The open coin as earlier sessions stored it, joined with what this session saw. Holders stay unknown: nobody
/// watched between the sessions. Thread: confined to the engine.
class PastCoin {
public:
    /// Another coin is open; nothing is known of it yet.
    void reset() { *this = PastCoin{}; }
    void take(std::shared_ptr<const StoredCoin> stored);

    /// Whether anything is stored of the coin.
    [[nodiscard]] bool has(const Mint& mint) const noexcept;
    /// What the stored events alone make of it; null when nothing is stored.
    [[nodiscard]] ledger::TokenLedger* ledger() noexcept { return m_ledger; }
    /// Rises with every answer.
    [[nodiscard]] std::uint64_t version() const noexcept { return m_version; }
    /// Bars of the stored trades before the session's first one, then of the session's. O(trades) when the bars are
    /// others than last time, else O(new trades).
    [[nodiscard]] ledger::CandleSeries& joined(const ledger::TokenLedger& own, BarSpec bars);
    /// Fills up `tape` to `limit` with stored rows, newest first.
    void fillTape(std::vector<TapeRow>& tape, std::size_t limit) const;
    /// Fills in what the session has not seen of the coin itself.
    void fillRow(TokenRow& row) const;

private:
    std::shared_ptr<const StoredCoin> m_stored;
    std::unique_ptr<ledger::Market> m_market;
    ledger::TokenLedger* m_ledger = nullptr;
    std::vector<TapeRow> m_tape;  ///< newest first
    std::optional<ledger::CandleSeries> m_joined;
    std::uint64_t m_joinedTrades = 0;  ///< of the session, in the bars
    std::uint64_t m_version = 0;
};

}  // namespace core::pipeline
