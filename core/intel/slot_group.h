// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intel/wallet_book.h"
#include "core/ledger/token_ledger.h"
#include "core/model/event.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace core::intel {

/// One wallet's first buy (or sell) of a coin in a slot.
struct SlotTrade {
    WalletId wallet = kNoWallet;
    std::optional<std::uint32_t> txIndex;
    std::optional<Signature> signature;
    std::uint64_t coins = 0;
    std::uint64_t lamports = 0;
    bool firstBuy = false;  ///< the wallet's first of the coin
};

/// What distinct wallets did with one coin in one slot on one side, once the slot is over.
struct SlotGroup {
    /// Wallets kept of one group; more is a crowd and says nothing about pairs.
    static constexpr std::size_t kMost = 64;
    /// Foreign transactions that may stand between two of one chain. Source: detection section 4.7.
    static constexpr std::uint32_t kMostBetween = 2;
    /// A buyer at most this many transactions behind the creation, or behind one that is, was told of it.
    /// Source: detection section 4.6 (39 of 42 launches).
    static constexpr std::uint32_t kBehind = 8;

    const ledger::TokenLedger* coin = nullptr;
    Slot slot{0};
    std::optional<std::int64_t> time;
    Side side = Side::Buy;
    bool creationSlot = false;
    std::optional<std::uint32_t> creationIndex;  ///< transaction of the creation, when it is in this slot
    WalletId creator = kNoWallet;                ///< when the creation was seen
    std::vector<SlotTrade> trades;               ///< by transaction index, unknown ones last; by arrival within
    std::uint32_t wallets = 0;                   ///< also those beyond kMost

    /// Indexes into `trades` that stand together in the block: runs of at least `least` wallets other than the
    /// creator with at most kMostBetween foreign transactions between neighbours. Empty without indexes.
    [[nodiscard]] std::vector<std::vector<std::size_t>> chains(std::size_t least) const;
    /// Indexes of the buyers right behind the creation: kBehind transactions after it, or the same after one that
    /// is, the creator left out. Empty without indexes.
    [[nodiscard]] std::vector<std::size_t> behindCreation() const;
    /// Standard deviation over mean of the lamports of some of the trades; unknown for fewer than two.
    [[nodiscard]] std::optional<double> ticketSpread(const std::vector<std::size_t>& of) const;
};

}  // namespace core::intel
