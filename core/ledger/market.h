// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash_index.h"
#include "core/ledger/cold_coins.h"
#include "core/ledger/sol_price.h"
#include "core/ledger/token_ledger.h"
#include "core/model/event.h"

#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <span>
#include <unordered_map>
#include <vector>

namespace core::ledger {

/// Results of one wallet over all coins quoted in SOL.
struct WalletTotals {
    std::uint64_t trades = 0;
    Int128 realisedLamports = 0;
};

/// How much a market and what is known of its wallets and coins keep in memory.
struct MarketLimits {
    std::size_t points = 6'000'000;  ///< trade points in memory over all tokens (about 20 bytes each)
    /// Where positions and points of idle coins go once those of all take more than `hotBytes`; null: nowhere.
    std::shared_ptr<ColdStore> cold{};
    std::size_t hotBytes = std::size_t{256} << 20U;
    std::int64_t idleSeconds = 600;  ///< without a trade, by the chain's time, before a coin may go
    /// With a cold store: wallets of which all is kept here, those of the last hours at the pace of a whole market.
    std::size_t hotWallets = 131'072;
    /// With a cold store: what statements of detectors take here.
    std::size_t hotFlagBytes = std::size_t{8} << 20U;
};

/// Every coin seen, by mint. Thread: confined to the engine.
class Market {
public:
    explicit Market(MarketLimits limits = {}) : m_limits(std::move(limits)) {
        if (m_limits.cold) m_cold.emplace(m_limits.cold, m_limits.hotBytes, m_limits.idleSeconds);
    }
    /// Numbers of every wallet that has a position; others may number theirs in it too.
    [[nodiscard]] const std::shared_ptr<WalletTable>& wallets() const noexcept { return m_wallets; }

    /// Applies one event. `arrival` rises by one per event and breaks ties where the chain's order is not
    /// known. Returns the coin it touched; null for events of no coin.
    TokenLedger* apply(const Event& event, std::uint64_t arrival);

    [[nodiscard]] TokenLedger* find(const Mint& mint);
    [[nodiscard]] const TokenLedger* find(const Mint& mint) const;
    [[nodiscard]] std::size_t size() const noexcept { return m_tokens.size(); }
    [[nodiscard]] const std::unordered_map<Mint, std::unique_ptr<TokenLedger>>& tokens() const noexcept {
        return m_tokens;
    }
    /// All of them in the order in which they were met: a place stays with its coin, and new ones come behind.
    [[nodiscard]] std::span<TokenLedger* const> byOrdinal() const noexcept { return m_byOrdinal; }
    [[nodiscard]] std::optional<Slot> lastSlot() const noexcept { return m_lastSlot; }
    [[nodiscard]] std::optional<std::int64_t> lastTime() const noexcept { return m_lastTime; }
    [[nodiscard]] std::uint64_t trades() const noexcept { return m_trades; }
    /// What lies in the cold store; nothing when there is none.
    [[nodiscard]] std::optional<ColdStats> cold() const {
        return m_cold ? std::optional{m_cold->stats()} : std::nullopt;
    }
    /// For a walk over all coins that looks into each: puts away again what it brought back. References to
    /// positions and points of other coins than `keep` end here.
    void cool(const TokenLedger* keep = nullptr);
    /// US dollars for one SOL, from the trades themselves.
    [[nodiscard]] std::optional<double> solDollars() const { return m_solPrice.dollars(); }
    /// Trades of an older slot than the youngest one applied before.
    [[nodiscard]] std::uint64_t late() const noexcept { return m_late; }

private:
    TokenLedger* take(const Event& event, std::uint64_t arrival, std::optional<std::int64_t> time);
    TokenLedger& token(const Mint& mint);
    [[nodiscard]] TokenLedger* find(const Mint& mint, std::uint32_t hash) const;
    [[nodiscard]] std::size_t pointsHere() const noexcept;
    void trimPoints();

    MarketLimits m_limits;
    std::shared_ptr<WalletTable> m_wallets = std::make_shared<WalletTable>();
    std::unordered_map<Mint, std::unique_ptr<TokenLedger>> m_tokens;
    std::vector<TokenLedger*> m_byOrdinal;
    HashIndex m_index;  ///< ordinals by mint: every event asks, and the map walks from node to node
    std::deque<TokenLedger*> m_trimOrder;
    std::size_t m_points = 0;  ///< of all coins, also those that were put away or lost
    std::optional<Slot> m_lastSlot;
    std::optional<std::int64_t> m_lastTime;
    std::uint64_t m_trades = 0;
    std::uint64_t m_late = 0;
    SolPrice m_solPrice;
    std::optional<ColdCoins> m_cold;
};

/// Where an event stands in the order of the chain; unknown parts are the maximum.
[[nodiscard]] OrderKey orderKey(const EventHeader& at, std::uint64_t arrival);

/// Unix seconds of an event: the chain's, else the receive time; nothing when neither is known. Within years 1
/// to 9999: a block time outside of them is none.
[[nodiscard]] std::optional<std::int64_t> eventTime(const EventHeader& at);

}  // namespace core::ledger
