// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/move_journal.h"

#include "core/ledger/market.h"

#include <algorithm>
#include <iterator>
#include <limits>

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
    Move move;
    move.slot = event.at.slot ? event.at.slot->value() : 0;
    move.time = ledger::eventTime(event.at).value_or(0);
    move.txIndex = event.at.txIndex.value_or(std::numeric_limits<std::uint32_t>::max());
    // Late events are passed over: their slot is known from its neighbours.
    if (move.slot != 0 && move.time > 0 && (m_times.empty() || m_times.back().first < move.slot)) {
        constexpr std::size_t kMostTimes = 300'000;
        m_times.emplace_back(move.slot, move.time);
        if (m_times.size() > kMostTimes) m_times.pop_front();
    }
    const std::uint32_t ordinal = coin.ordinal();
    const auto note = [&](const Wallet& wallet, MoveKind kind) {
        while (m_coins.size() <= ordinal) m_coins.emplace_back();
        Coin& kept = m_coins[ordinal];
        kept.mint = coin.mint();
        move.wallet = wallet;
        move.kind = kind;
        push(kept, ordinal, move);
    };
    if (const auto* trade = std::get_if<Trade>(&event.body)) {
        move.base = trade->baseUser.value_or(trade->baseAmount).value();
        if (coin.quoteMint == trade->quoteMint) move.quote = trade->quoteUser.value_or(trade->quoteAmount).value();
        note(trade->wallet, trade->side == Side::Buy ? MoveKind::Buy : MoveKind::Sell);
    } else if (const auto* moved = std::get_if<TokenTransfer>(&event.body)) {
        m_transfersSeen = true;
        move.base = moved->amount.value();
        note(moved->from, MoveKind::Sent);
        note(moved->to, MoveKind::Received);
    } else if (const auto* minted = std::get_if<MintTo>(&event.body)) {
        move.base = minted->amount.value();
        note(minted->to, MoveKind::Received);
    } else if (const auto* burn = std::get_if<Burn>(&event.body)) {
        move.base = burn->amount.value();
        note(burn->wallet, MoveKind::Sent);
    } else if (std::holds_alternative<SolTransfer>(event.body)) {
        m_transfersSeen = true;
    }
}

}  // namespace core::pipeline
