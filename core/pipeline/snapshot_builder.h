// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/market.h"
#include "core/pipeline/board_sorter.h"
#include "core/pipeline/card_book.h"
#include "core/pipeline/past_coin.h"
#include "core/pipeline/snapshot.h"
#include "core/pipeline/tape_book.h"
#include "core/pipeline/tape_row.h"
#include "core/pipeline/token_people_builder.h"

#include <deque>
#include <memory>
#include <unordered_map>
#include <vector>

namespace core::pipeline {

/// Builds the rows that the screen asked for out of the market; caches what did not change.
/// Boards are sorted anew at most 4 times a second, rows refreshed with every picture.
/// Thread: confined to the engine.
class SnapshotBuilder {
public:
    /// Notes one applied event: keeps the tape of the selected coin and the boards' order.
    void onEvent(const Event& event, const ledger::TokenLedger& coin);
    void onAlert(const Alert& alert);
    /// A new wish; refills the tape when another coin is selected.
    void setInterest(const Interest& interest, const ledger::Market& market);
    /// What earlier sessions stored of the open coin; of another it is passed over.
    void setStored(std::unique_ptr<StoredCoin> stored);

    /// Who follows whom as of now, for pages of wallets; asked for while one is open.
    void setLeads(std::function<std::vector<Lead>()> leads) { m_people.setLeads(std::move(leads)); }
    /// Nothing more will happen: the next picture shows who stands behind what is open as of then, however short
    /// ago that was looked at.
    void settle() { m_people.settle(); }
    /// Fills everything but `health` and `mode`.
    void build(ledger::Market& market, const intel::Intel& who, const detect::FlagBook& flags,
               std::int64_t steadyMs, Snapshot& out);

private:
    struct CachedRow {
        std::uint64_t version = 0;
        std::uint64_t askedIn = 0;  ///< picture
        TokenRow row;
    };
    [[nodiscard]] const TokenRow& rowOf(const ledger::TokenLedger& coin);
    [[nodiscard]] CardBook::Scene cardScene(const ledger::Market& market, const intel::Intel& who,
                                            const detect::FlagBook& flags, std::int64_t steadyMs) const;
    [[nodiscard]] static TokenRow makeRow(const ledger::TokenLedger& coin);
    static void fillRow(const ledger::TokenLedger& coin, TokenRow& row);
    void release(const ledger::Market& market, std::int64_t steadyMs);
    void buildDetail(ledger::TokenLedger* coin);
    void buildCompared(ledger::Market& market);
    void buildPrices(const ledger::Market& market, std::int64_t steadyMs);
    void fillBoard(const CardBook::Scene& scene, const BoardSorter::Board& board, std::vector<TokenRow>& rows);

    Interest m_interest;
    TokenPeopleBuilder m_people;
    std::unordered_map<Mint, CachedRow> m_rows;
    CardBook m_cards;
    BoardSorter m_sorter;
    TapeBook m_tapes;
    std::shared_ptr<const TokenDetail> m_detail;
    std::uint64_t m_detailVersion = 0;
    bool m_detailStale = true;
    PastCoin m_past;
    std::vector<std::shared_ptr<const TokenDetail>> m_compared;
    std::deque<std::shared_ptr<const Alert>> m_alerts;
    std::uint64_t m_alertCount = 0;
    std::shared_ptr<const CoinPrices> m_prices;
    std::int64_t m_releasedAtMs = 0;
    std::uint64_t m_releasedIn = 0;            ///< picture
    std::optional<std::int64_t> m_pricedAtMs;  ///< empty: at once
    std::uint64_t m_nextTapeId = kFirstTapeId;
    std::uint64_t m_version = 0;
};

}  // namespace core::pipeline
