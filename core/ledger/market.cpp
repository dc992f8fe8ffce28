// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/market.h"

#include "core/base/secret_hash.h"

#include <limits>

namespace core::ledger {

OrderKey orderKey(const EventHeader& at, std::uint64_t arrival) {
    constexpr auto kUnknown = std::numeric_limits<std::uint64_t>::max();
    OrderKey key;
    // Without a slot the block time orders (interfaces section 3).
    key.slot = at.slot ? at.slot->value() : static_cast<std::uint64_t>(eventTime(at).value_or(0));
    key.txIndex = at.txIndex ? *at.txIndex : kUnknown;
    // A path orders events only inside one transaction; across transactions without an index it says nothing.
    key.path = at.txIndex && at.path ? at.path->key() : kUnknown;
    key.arrival = arrival;
    return key;
}

std::optional<std::int64_t> eventTime(const EventHeader& at) {
    constexpr std::int64_t kNanoseconds = 1'000'000'000;
    // Years 1 to 9999. Event lines and servers may name any number; from here on times can be added up.
    constexpr std::int64_t kFirst = -62'135'596'800;
    constexpr std::int64_t kLast = 253'402'300'799;
    if (at.blockTime && at.blockTime->value() >= kFirst && at.blockTime->value() <= kLast)
        return at.blockTime->value();
    if (at.received) return at.received->value() / kNanoseconds;
    return std::nullopt;
}

TokenLedger* Market::find(const Mint& mint, std::uint32_t hash) const {
    const std::uint32_t ordinal =
        m_index.find(hash, [&](std::uint32_t number) { return m_byOrdinal[number]->mint() == mint; });
    return ordinal == HashIndex::kNone ? nullptr : m_byOrdinal[ordinal];
}

TokenLedger& Market::token(const Mint& mint) {
    const std::uint32_t hash = secretHash(mint.bytes());
    if (TokenLedger* known = find(mint, hash)) return *known;
    const auto ordinal = static_cast<std::uint32_t>(m_byOrdinal.size());
    auto& coin = m_tokens[mint] = std::make_unique<TokenLedger>(mint, ordinal, m_wallets);
    m_byOrdinal.push_back(coin.get());
    m_index.add(hash, ordinal);
    return *coin;
}

TokenLedger* Market::find(const Mint& mint) {
    return find(mint, secretHash(mint.bytes()));
}
const TokenLedger* Market::find(const Mint& mint) const {
    return find(mint, secretHash(mint.bytes()));
}

TokenLedger* Market::apply(const Event& event, std::uint64_t arrival) {
    const auto time = eventTime(event.at);
    const bool isTrade = std::holds_alternative<Trade>(event.body);
    if (event.at.slot) {
        if (m_lastSlot && *event.at.slot < *m_lastSlot) {
            if (isTrade) ++m_late;
        } else {
            m_lastSlot = event.at.slot;
        }
    }
    if (time && (!m_lastTime || *m_lastTime < *time)) m_lastTime = time;
    TokenLedger* coin = take(event, arrival, time);
    if (m_cold && coin != nullptr) {
        m_cold->touched(*coin);
        // A coin at a time: many at once would be a pause.
        m_cold->cool(m_lastTime, coin, 1);
    }
    return coin;
}

void Market::cool(const TokenLedger* keep) {
    if (m_cold) m_cold->cool(m_lastTime, keep, std::numeric_limits<std::size_t>::max());
}

TokenLedger* Market::take(const Event& event, std::uint64_t arrival, std::optional<std::int64_t> time) {
    if (const auto* trade = std::get_if<Trade>(&event.body)) {
        ++m_trades;
        m_solPrice.apply(*trade);
        TokenLedger& coin = token(trade->mint);
        if (coin.points.away()) m_cold->warm(coin);
        const std::size_t before = coin.points.size();
        coin.apply(event.at, *trade, orderKey(event.at, arrival), time.value_or(0));
        if (before == 0 && !coin.points.empty()) m_trimOrder.push_back(&coin);
        m_points += coin.points.size() - before;
        if (pointsHere() > m_limits.points) trimPoints();
        return &coin;
    }
    if (const auto* created = std::get_if<TokenCreated>(&event.body)) {
        TokenLedger& coin = token(created->mint);
        coin.apply(event.at, *created);
        return &coin;
    }
    if (const auto* graduated = std::get_if<Graduated>(&event.body)) {
        TokenLedger& coin = token(graduated->mint);
        coin.apply(*graduated, time);
        return &coin;
    }
    if (const auto* change = std::get_if<LiquidityChange>(&event.body)) {
        TokenLedger& coin = token(change->mint);
        coin.apply(*change);
        return &coin;
    }
    if (const auto* transfer = std::get_if<TokenTransfer>(&event.body)) {
        TokenLedger* coin = find(transfer->mint);
        if (coin != nullptr) coin->apply(*transfer);
        return coin;
    }
    // Supply of a coin that nobody created or traded in sight says nothing a board could show.
    if (const auto* minted = std::get_if<MintTo>(&event.body)) {
        TokenLedger* coin = find(minted->mint);
        if (coin != nullptr) coin->apply(*minted);
        return coin;
    }
    if (const auto* burn = std::get_if<Burn>(&event.body)) {
        TokenLedger* coin = find(burn->mint);
        if (coin != nullptr) coin->apply(*burn);
        return coin;
    }
    return nullptr;
}

std::size_t Market::pointsHere() const noexcept {
    return m_cold ? m_points - m_cold->pointsGone() : m_points;
}

void Market::trimPoints() {
    // The coin that started trading longest ago gives up its older half; a coin too small to matter goes
    // to the back and is asked again later.
    for (std::size_t tries = m_trimOrder.size(); tries > 0 && pointsHere() > m_limits.points; --tries) {
        TokenLedger* coin = m_trimOrder.front();
        m_trimOrder.pop_front();
        m_trimOrder.push_back(coin);
        // What was put away takes no memory.
        if (coin->points.away()) continue;
        const std::size_t paged = coin->points.paged();
        const std::size_t here = (coin->points.size() - paged) / 2;
        if (here == 0) continue;
        coin->points.dropOldest(paged + here);
        coin->pointsTrimmed = true;
        if (m_cold) m_cold->dropped(*coin);
        m_points -= paged + here;
    }
}

}  // namespace core::ledger
