// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/past_coin.h"

#include "core/base/text.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace core::pipeline {
namespace {

constexpr std::size_t kTapeRows = 500;
constexpr std::uint64_t kNoSlot = ~std::uint64_t{0};

// How far the trade moved the price that the reserves set; unknown without reserves.
std::optional<double> impactOf(const Trade& trade) {
    if (!trade.after || trade.after->base == 0 || trade.after->quote == 0) return std::nullopt;
    const auto base = static_cast<double>(trade.after->base);
    const auto quote = static_cast<double>(trade.after->quote);
    const auto coins = static_cast<double>(trade.baseAmount.value());
    const auto paid = static_cast<double>(trade.quoteAmount.value());
    const bool buy = trade.side == Side::Buy;
    const double baseBefore = buy ? base + coins : base - coins;
    const double quoteBefore = buy ? quote - paid : quote + paid;
    if (baseBefore <= 0 || quoteBefore <= 0) return std::nullopt;
    return (quote / base) / (quoteBefore / baseBefore) - 1.0;
}

std::uint64_t mainTrades(const ledger::TokenLedger& coin) {
    return coin.trades - coin.otherQuoteTrades;
}

bool sameTrade(const ledger::TradePoint& a, const ledger::TradePoint& b) {
    return a.key.slot == b.key.slot && a.key.path == b.key.path && a.base == b.base && a.quote == b.quote &&
           a.side == b.side;
}

}  // namespace

TapeRow tapeRow(const Event& event, const Trade& trade, const ledger::TokenLedger& coin, std::uint64_t id) {
    TapeRow row;
    row.id = id;
    row.at = event.at;
    row.side = trade.side;
    row.baseAmount = trade.baseAmount.value();
    row.quoteAmount = trade.quoteAmount.value();
    row.price = trade.price();
    row.wallet = trade.wallet;
    row.venue = trade.venue;
    row.route = trade.route;
    row.byCreator = coin.creator && *coin.creator == trade.wallet;
    if (const auto held = coin.positions.find(trade.wallet); held != coin.positions.end() && coin.holdersKnown()) {
        const Int128 balance = held->second.balance();
        const auto narrowed = static_cast<std::int64_t>(balance);
        if (static_cast<Int128>(narrowed) == balance) row.positionAfter = narrowed;
        if (held->second.sold != 0) row.realised = held->second.realised;
    }
    row.impact = impactOf(trade);
    return row;
}

void PastCoin::take(std::shared_ptr<const StoredCoin> stored) {
    m_stored = std::move(stored);
    m_joined.reset();
    m_tape.clear();
    m_ledger = nullptr;
    m_market = std::make_unique<ledger::Market>();
    ++m_version;
    std::uint64_t arrival = 0;
    for (const Event& event : m_stored->events) {
        m_ledger = m_market->apply(event, arrival++);
        if (m_ledger != nullptr) m_ledger->creationSeen = false;
    }
    const std::size_t count = m_stored->trades.size();
    for (std::size_t i = 0; i < count; ++i) {
        const Event& event = m_stored->trades[i];
        m_ledger = m_market->apply(event, arrival++);
        const std::size_t fromNewest = count - i;
        if (m_ledger == nullptr || fromNewest > kTapeRows) continue;
        if (const auto* trade = std::get_if<Trade>(&event.body))
            m_tape.push_back(tapeRow(event, *trade, *m_ledger, kFirstTapeId - fromNewest));
    }
    std::reverse(m_tape.begin(), m_tape.end());
}

bool PastCoin::has(const Mint& mint) const noexcept {
    return m_stored != nullptr && m_stored->mint == mint && m_ledger != nullptr;
}

ledger::CandleSeries& PastCoin::joined(const ledger::TokenLedger& own, BarSpec bars) {
    const std::uint64_t trades = mainTrades(own);
    if (m_joined && m_joined->spec() == bars) {
        if (trades > m_joinedTrades)
            for (const ledger::TradePoint& point :
                 own.points.newest(static_cast<std::size_t>(trades - m_joinedTrades)))
                m_joined->add(point);
        m_joinedTrades = trades;
        return *m_joined;
    }
    m_joined.emplace(bars);
    m_joinedTrades = trades;
    const std::vector<ledger::TradePoint> seen = own.points.newest(own.points.size());
    std::uint64_t firstSlot = kNoSlot;
    std::int64_t firstTime = std::numeric_limits<std::int64_t>::max();
    for (const ledger::TradePoint& point : seen) {
        firstSlot = std::min(firstSlot, point.key.slot);
        firstTime = std::min(firstTime, point.time);
    }
    m_ledger->points.forEach([&](const ledger::TradePoint& point) {
        const bool slots = point.key.slot != kNoSlot && firstSlot != kNoSlot;
        if (slots ? point.key.slot > firstSlot : point.time >= firstTime) return;
        // A session that was fed the same trades again must not count them twice.
        if (slots && point.key.slot == firstSlot &&
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
    for (const TapeRow& row : m_tape) {
        if (tape.size() >= limit) return;
        const bool known = std::any_of(tape.begin(), tape.begin() + own, [&](const TapeRow& one) {
            return one.at.signature && one.at.signature == row.at.signature && one.at.path == row.at.path;
        });
        if (!known) tape.push_back(row);
    }
}

void PastCoin::fillRow(TokenRow& row) const {
    const ledger::TokenLedger& past = *m_ledger;
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
