// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/market.h"
#include "core/model/event.h"
#include "core/pipeline/move_journal.h"

#include <cstdint>
#include <limits>
#include <optional>

namespace core::pipeline {

/// Calls `take` with each wallet's part in what the event moved; other events move nothing. `quote` is the asset
/// that the coin is counted in: a trade in another one has no quote amount.
template <class Take>
void eachMove(const Event& event, const std::optional<Mint>& quote, Take&& take) {
    Move move;
    move.slot = event.at.slot ? event.at.slot->value() : 0;
    move.time = ledger::eventTime(event.at).value_or(0);
    move.txIndex = event.at.txIndex.value_or(std::numeric_limits<std::uint32_t>::max());
    const auto tell = [&](const Wallet& wallet, MoveKind kind) {
        move.wallet = wallet;
        move.kind = kind;
        take(move);
    };
    if (const auto* trade = std::get_if<Trade>(&event.body)) {
        move.base = trade->baseUser.value_or(trade->baseAmount).value();
        if (quote == trade->quoteMint) move.quote = trade->quoteUser.value_or(trade->quoteAmount).value();
        tell(trade->wallet, trade->side == Side::Buy ? MoveKind::Buy : MoveKind::Sell);
    } else if (const auto* moved = std::get_if<TokenTransfer>(&event.body)) {
        move.base = moved->amount.value();
        tell(moved->from, MoveKind::Sent);
        tell(moved->to, MoveKind::Received);
    } else if (const auto* minted = std::get_if<MintTo>(&event.body)) {
        move.base = minted->amount.value();
        tell(minted->to, MoveKind::Received);
    } else if (const auto* burn = std::get_if<Burn>(&event.body)) {
        move.base = burn->amount.value();
        tell(burn->wallet, MoveKind::Sent);
    }
}

}  // namespace core::pipeline
