// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/cold_store.h"
#include "core/ledger/idle_order.h"
#include "core/ledger/point_pages.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::ledger {

class TokenLedger;

/// What lies in a cold store, and how it went.
struct ColdStats {
    std::uint64_t coins = 0;     ///< put away now
    std::uint64_t bytes = 0;     ///< that they take there, and old trade points of those in use
    std::uint64_t hotBytes = 0;  ///< that the others take in memory
    std::uint64_t out = 0;       ///< coins put away so far
    std::uint64_t in = 0;        ///< coins brought back so far
    std::uint64_t lost = 0;      ///< coins whose blob came back damaged or not at all
    std::uint64_t blocks = 0;    ///< of trade points that came back damaged or not at all: bars are missing
    std::uint64_t refused = 0;   ///< coins, and pages of trade points, that could not be put away
    std::string error;           ///< the last thing that went wrong; empty when nothing did
};

/// Keeps what coins hold of each wallet and trade within a budget of memory: those that nobody touched for longest
/// go to a cold store, and come back when somebody looks. Of a coin in use the old trade points go alone, page by
/// page, and are read where they lie. Results do not depend on it, but for a coin whose blob is lost, which says so
/// (TokenLedger::detailLost), and for bars whose points are lost, which are counted. Thread: confined to the
/// engine.
class ColdCoins final : private PointPages {
public:
    /// A coin nobody traded for `idleSeconds` of the chain's time may go; a tenth of that where a quarter more than
    /// the budget is held.
    ColdCoins(std::shared_ptr<ColdStore> store, std::size_t budget, std::int64_t idleSeconds)
        : m_store(std::move(store)), m_budget(budget), m_idleSeconds(idleSeconds) {}

    /// The coin was traded or looked into. Coins must outlive this.
    void touched(TokenLedger& coin);
    /// Puts coins away until the budget is met, `most` at most, and never `keep`. `now`: the chain's time.
    void cool(std::optional<std::int64_t> now, const TokenLedger* keep, std::size_t most);
    /// Brings a coin's detail back, or marks it as lost.
    void warm(TokenLedger& coin);
    /// Trade points were dropped from a coin.
    void dropped(const TokenLedger& coin);
    /// Trade points that are away or lost.
    [[nodiscard]] std::size_t pointsGone() const noexcept { return m_pointsGone; }
    [[nodiscard]] const ColdStats& stats() const noexcept { return m_stats; }

private:
    struct Held {
        TokenLedger* coin = nullptr;
        std::size_t hot = 0;     ///< bytes, as counted
        std::size_t cold = 0;    ///< bytes of its blob; 0: it is here
        std::size_t points = 0;  ///< its trade points that are not in memory
    };

    [[nodiscard]] bool putAway(TokenLedger& coin);
    void shed(TokenLedger& coin);
    void count(Held& held);
    void refused(const Error& error);
    [[nodiscard]] std::vector<std::uint8_t> readBlock(const PagePlace& place) override;

    std::shared_ptr<ColdStore> m_store;
    std::size_t m_budget;
    std::int64_t m_idleSeconds;
    std::vector<Held> m_held;  ///< by ordinal
    IdleOrder m_order;
    std::vector<std::uint8_t> m_blob;
    std::optional<std::uint64_t> m_pageRead;  ///< the page that was read last: its other blocks are asked for next
    std::vector<std::uint8_t> m_page;
    std::uint64_t m_rest = 0;  ///< rounds to wait after a refusal
    std::size_t m_pointsGone = 0;
    ColdStats m_stats;
};

}  // namespace core::ledger
