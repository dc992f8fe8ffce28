// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/flag_book.h"
#include "core/intel/intel.h"
#include "core/ledger/market.h"
#include "core/pipeline/coin_card.h"
#include "core/pipeline/recent_volume.h"

#include <cstdint>
#include <deque>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace core::pipeline {

/// Keeps the card of every coin. Statements are read once, as they are made; the figures of a card are summed anew
/// when its coin or its flags changed, at most four times a second. Thread: confined to the engine.
class CardBook {
public:
    /// Where cards come from. `createdBy` gives a creator's coins in order of creation.
    struct Scene {
        const ledger::Market& market;
        const intel::Intel& who;
        const detect::FlagBook& flags;
        std::function<std::span<const Mint>(const Wallet&)> createdBy;
        bool transfersSeen = false;  ///< the feed has shown transfers
        std::int64_t steadyMs = 0;
    };

    /// Notes one applied trade of a coin.
    void onTrade(const ledger::TokenLedger& coin, std::int64_t time, std::uint64_t quoteAmount);
    /// Reads what was stated since the last call; the same book every time.
    void take(const ledger::Market& market, const detect::FlagBook& flags);
    /// The card of a coin of the market; never null. While a card is asked for, its pointer changes when and only
    /// when the card does.
    [[nodiscard]] const std::shared_ptr<const CoinCard>& card(const Scene& scene, const ledger::TokenLedger& coin);
    /// Raw quote units traded in the last `seconds` before `now`.
    [[nodiscard]] std::uint64_t volume(const ledger::TokenLedger& coin, std::int64_t now,
                                       std::int64_t seconds) const noexcept;
    /// Gives back the room of cards that nobody asked for since `steadyMs`, and of volumes too old to count at
    /// `now`.
    void release(std::int64_t steadyMs, std::optional<std::int64_t> now);

private:
    struct Entry {
        RecentVolume volume;
        // Read from the statements.
        std::vector<Wallet> snipers, bundlers;                                         ///< sorted
        std::optional<std::uint32_t> sniper, bundler, rat, fresh, dev, devDump, copy;  ///< places of the last ones
        std::map<std::string, std::uint32_t> clusters;                                 ///< by subject
        std::uint32_t copies = 0;
        std::uint32_t statements = 0;
        // What the card was made from.
        std::uint64_t coinVersion = 0;
        std::uint32_t statementsRead = 0;
        std::size_t created = 0;
        std::optional<std::int64_t> madeAtMs;
        std::int64_t askedAtMs = 0;
        std::shared_ptr<const CoinCard> card;
    };
    struct Creator {
        CreatorTotals totals;
        Mint quote;
        std::int64_t atMs = 0;
    };

    Entry& entryOf(const ledger::TokenLedger& coin);
    void note(Entry& entry, const Flag& flag, std::uint32_t place);
    void recollect(const detect::FlagBook& flags, const Mint& mint, const std::string& kind,
                   std::vector<Wallet>& wallets) const;
    [[nodiscard]] CoinCard make(const Scene& scene, const ledger::TokenLedger& coin, const Entry& entry);
    [[nodiscard]] std::optional<CreatorTotals> creator(const Scene& scene, const ledger::TokenLedger& coin);
    [[nodiscard]] std::optional<CopyMark> copyMark(const Scene& scene, const ledger::TokenLedger& coin,
                                                   const Entry& entry) const;

    std::deque<Entry> m_entries;  ///< by the ledger's ordinal
    std::uint32_t m_next = 0;     ///< place of the first statement that was not read
    std::unordered_map<Wallet, Creator> m_creators;
};

}  // namespace core::pipeline
