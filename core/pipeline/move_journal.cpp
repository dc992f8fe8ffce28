// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/move_journal.h"

#include "core/ledger/market.h"
#include "core/pipeline/event_moves.h"

#include <algorithm>
#include <iterator>

namespace core::pipeline {

const MoveJournal::Coin* MoveJournal::of(std::uint32_t ordinal) const noexcept {
    return ordinal < m_coins.size() ? &m_coins[ordinal] : nullptr;
}

std::optional<std::int64_t> MoveJournal::timeOf(std::uint64_t slot) const {
    constexpr std::uint64_t kNear = 2;  // slots of about 0.4 s
    const auto after =
        std::upper_bound(m_times.begin(), m_times.end(), slot,
                         [](std::uint64_t wanted, const auto& entry) { return wanted < entry.first; });
    if (after == m_times.begin()) return std::nullopt;
    const auto& [known, time] = *std::prev(after);
    return slot - known <= kNear ? std::optional{time} : std::nullopt;
}

void MoveJournal::halve(Coin& coin) {
    const std::size_t drop = coin.moves.size() / 2;
    coin.moves.erase(coin.moves.begin(), coin.moves.begin() + static_cast<std::ptrdiff_t>(drop));
    coin.moves.shrink_to_fit();
    coin.dropped += drop;
    m_size -= drop;
}

void MoveJournal::push(Coin& coin, std::uint32_t ordinal, const Move& move) {
    if (coin.moves.empty() && coin.dropped == 0) m_age.push_back(ordinal);
    if (coin.moves.size() >= m_limits.coin) halve(coin);
    // Most coins have few moves and there are many coins: what doubling sets aside would be a third of it all.
    if (coin.moves.size() == coin.moves.capacity()) coin.moves.reserve(coin.moves.size() * 5 / 4 + 4);
    coin.moves.push_back(move);
    ++m_size;
    // The coin that began longest ago gives up its older half; one too small to matter goes to the back.
    for (std::size_t tries = m_age.size(); tries > 0 && m_size > m_limits.all; --tries) {
        const std::uint32_t oldest = m_age.front();
        m_age.pop_front();
        m_age.push_back(oldest);
        if (m_coins[oldest].moves.size() > 1) halve(m_coins[oldest]);
    }
}

void MoveJournal::add(const Event& event, const ledger::TokenLedger& coin) {
    const std::uint64_t slot = event.at.slot ? event.at.slot->value() : 0;
    const std::int64_t time = ledger::eventTime(event.at).value_or(0);
    // Late events are passed over: their slot is known from its neighbours.
    if (slot != 0 && time > 0 && (m_times.empty() || m_times.back().first < slot)) {
        constexpr std::size_t kMostTimes = 300'000;
        m_times.emplace_back(slot, time);
        if (m_times.size() > kMostTimes) m_times.pop_front();
    }
    if (std::holds_alternative<TokenTransfer>(event.body) || std::holds_alternative<SolTransfer>(event.body))
        m_transfersSeen = true;
    const std::uint32_t ordinal = coin.ordinal();
    eachMove(event, coin.quoteMint, [&](const Move& move) {
        while (m_coins.size() <= ordinal) m_coins.emplace_back();
        Coin& kept = m_coins[ordinal];
        kept.mint = coin.mint();
        push(kept, ordinal, move);
    });
}

}  // namespace core::pipeline
