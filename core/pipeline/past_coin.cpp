// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/past_coin.h"

#include "core/base/text.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace core::pipeline {
namespace {

constexpr std::uint64_t kNoSlot = ~std::uint64_t{0};

std::uint64_t mainTrades(const ledger::TokenLedger& coin) {
    return coin.trades - coin.otherQuoteTrades;
}

bool sameTrade(const ledger::TradePoint& a, const ledger::TradePoint& b) {
    return a.key.slot == b.key.slot && a.key.path == b.key.path && a.base == b.base && a.quote == b.quote &&
           a.side == b.side;
}

}  // namespace

void PastCoin::take(std::unique_ptr<StoredCoin> stored) {
    m_stored = std::move(stored);
    m_joined.reset();
    ++m_version;
}

bool PastCoin::has(const Mint& mint) const noexcept {
    return m_stored != nullptr && m_stored->mint == mint && m_stored->ledger != nullptr;
}

ledger::CandleSeries& PastCoin::joined(const ledger::TokenLedger& own, BarSpec bars) {
    const std::uint64_t trades = mainTrades(own);
    if (m_joined && m_joined->spec() == bars) {
        std::vector<ledger::TradePoint> more;
        if (trades > m_joinedTrades) more = own.points.newest(static_cast<std::size_t>(trades - m_joinedTrades));
        // One of the slot in which the session began, or before it, may be among the stored ones that were taken.
        const bool mayBeStored = std::any_of(more.begin(), more.end(), [this](const ledger::TradePoint& point) {
            const bool slots = point.key.slot != kNoSlot && m_firstSlot != kNoSlot;
            return slots ? point.key.slot <= m_firstSlot : point.time < m_firstTime;
        });
        if (!mayBeStored) {
            for (const ledger::TradePoint& point : more) m_joined->add(point);
            m_joinedTrades = trades;
            return *m_joined;
        }
        ++m_version;
    }
    m_joined.emplace(bars);
    m_joinedTrades = trades;
    const std::vector<ledger::TradePoint> seen = own.points.newest(own.points.size());
    m_firstSlot = kNoSlot;
    m_firstTime = std::numeric_limits<std::int64_t>::max();
    for (const ledger::TradePoint& point : seen) {
        m_firstSlot = std::min(m_firstSlot, point.key.slot);
        m_firstTime = std::min(m_firstTime, point.time);
    }
    m_stored->ledger->points.forEach([&](const ledger::TradePoint& point) {
        const bool slots = point.key.slot != kNoSlot && m_firstSlot != kNoSlot;
        if (slots ? point.key.slot > m_firstSlot : point.time >= m_firstTime) return;
        // A session that was fed the same trades again must not count them twice.
        if (slots && point.key.slot == m_firstSlot &&
            std::any_of(seen.begin(), seen.end(), [&](const auto& one) { return sameTrade(one, point); }))
            return;
        m_joined->add(point);
    });
    for (const ledger::TradePoint& point : seen) m_joined->add(point);
    return *m_joined;
}

void PastCoin::fillTape(std::vector<TapeRow>& tape, std::size_t limit) const {
    // Stored rows are there once each: only what the session saw itself can be among them again.
    const auto own = static_cast<std::ptrdiff_t>(tape.size());
    for (const TapeRow& row : m_stored->tape) {
        if (tape.size() >= limit) return;
        const bool known = std::any_of(tape.begin(), tape.begin() + own, [&](const TapeRow& one) {
            return one.at.signature && one.at.signature == row.at.signature && one.at.path == row.at.path;
        });
        if (!known) tape.push_back(row);
    }
}

void PastCoin::fillRow(TokenRow& row) const {
    const ledger::TokenLedger& past = *m_stored->ledger;
    constexpr std::size_t kNameCharacters = 40;
    if (row.name.empty()) row.name = sanitizeText(past.name, kNameCharacters);
    if (row.symbol.empty()) row.symbol = sanitizeText(past.symbol, kNameCharacters);
    if (!row.creator) row.creator = past.creator;
    if (!row.createdTime) row.createdTime = past.createdTime;
    if (!row.createdSlot && past.createdSlot) row.createdSlot = past.createdSlot->value();
    if (past.firstPrice.valid()) row.firstPrice = past.firstPrice;
    if (past.athPrice.valid() && (!row.athPrice.valid() || row.athPrice < past.athPrice))
        row.athPrice = past.athPrice;
}

}  // namespace core::pipeline
