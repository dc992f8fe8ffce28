// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/cold_coins.h"

#include "core/base/checksum.h"
#include "core/ledger/token_ledger.h"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

namespace core::ledger {
namespace {

// After a refusal the store is left alone for as many rounds: a full disk does not get emptier by asking.
constexpr std::uint64_t kRest = 10'000;

}  // namespace

void ColdCoins::count(Held& held) {
    const std::size_t bytes = held.coin->detailBytes();
    m_stats.hotBytes += bytes - held.hot;
    held.hot = bytes;
    const PointLog& points = held.coin->points;
    const std::size_t gone = points.away() ? points.size() : points.paged();
    m_pointsGone += gone - held.points;
    held.points = gone;
}

void ColdCoins::refused(const Error& error) {
    ++m_stats.refused;
    m_stats.error = error.message();
    m_rest = kRest;
}

void ColdCoins::touched(TokenLedger& coin) {
    if (m_held.size() <= coin.ordinal()) m_held.resize(coin.ordinal() + std::size_t{1});
    Held& held = m_held[coin.ordinal()];
    held.coin = &coin;
    if (held.cold != 0) return;  // an event that needed neither positions nor points
    if (m_stats.hotBytes > m_budget && m_rest == 0 && coin.points.heavy()) shed(coin);
    count(held);
    m_order.touch(coin.ordinal());
}

void ColdCoins::dropped(const TokenLedger& coin) {
    // One that was not touched yet is counted when it is.
    if (coin.ordinal() < m_held.size() && m_held[coin.ordinal()].coin != nullptr) count(m_held[coin.ordinal()]);
}

void ColdCoins::cool(std::optional<std::int64_t> now, const TokenLedger* keep, std::size_t most) {
    if (m_stats.hotBytes <= m_budget) return;
    if (m_rest != 0) {
        --m_rest;
        return;
    }
    // Far above the budget less idle ones go too: a market of coins that trade now and then must not outgrow it.
    const std::int64_t idleSeconds =
        m_stats.hotBytes > m_budget + m_budget / 4 ? m_idleSeconds / 10 : m_idleSeconds;
    std::uint32_t at = m_order.oldest();
    while (at != IdleOrder::kNone && most != 0 && m_stats.hotBytes > m_budget) {
        TokenLedger& coin = *m_held[at].coin;
        const std::uint32_t next = m_order.newerThan(at);
        // Without a time nothing tells how idle it is: the order of touches alone decides.
        const bool idle = !now || !coin.lastTradeTime || *coin.lastTradeTime <= *now - idleSeconds;
        if (&coin != keep && idle) {
            if (!putAway(coin)) return;
            --most;
        }
        // Those behind it were touched later; a few may be idle all the same, for looks count as touches.
        if (!idle) break;
        at = next;
    }
}

bool ColdCoins::putAway(TokenLedger& coin) {
    Held& held = m_held[coin.ordinal()];
    coin.pack(m_blob);
    if (auto done = m_store->put(coin.mint(), m_blob); !done) {
        refused(done.error());
        return false;
    }
    coin.leave(*this);
    count(held);
    m_order.remove(coin.ordinal());
    held.cold = m_blob.size();
    m_stats.bytes += held.cold;
    ++m_stats.coins;
    ++m_stats.out;
    return true;
}

void ColdCoins::shed(TokenLedger& coin) {
    coin.points.writePage(m_blob);
    const auto page = m_store->addPage(m_blob);
    if (!page) {
        refused(page.error());
        return;
    }
    coin.points.shed(*page, *this);
    m_stats.bytes += m_blob.size();
}

std::vector<std::uint8_t> ColdCoins::readBlock(const PagePlace& place) {
    std::string error;
    if (m_pageRead != place.page || m_page.size() != place.pageLength) {
        auto page = m_store->readPage(place.page, 0, place.pageLength);
        m_pageRead.reset();
        if (page) {
            m_pageRead = place.page;
            m_page = std::move(*page);
        } else {
            error = page.error().message();
        }
    }
    if (m_pageRead) {
        const std::span<const std::uint8_t> bytes = std::span{m_page}.subspan(place.offset, place.length);
        if (checksum(bytes) == place.checksum && PointLog::holds(bytes, PointLog::kBlock))
            return {bytes.begin(), bytes.end()};
        error = "trades that were kept of a coin came back damaged";
    }
    ++m_stats.blocks;
    m_stats.error = error;
    return {};
}

void ColdCoins::warm(TokenLedger& coin) {
    Held& held = m_held[coin.ordinal()];
    const auto blob = m_store->take(coin.mint());
    const bool whole = blob && coin.unpack(*blob);
    if (!whole) {
        coin.lose();
        ++m_stats.lost;
        m_stats.error = blob ? "what was kept of a coin came back damaged" : blob.error().message();
        // Gone for good: a coin that begins anew does not count them again.
        held.points = 0;
    }
    m_stats.bytes -= held.cold;
    --m_stats.coins;
    ++m_stats.in;
    held.cold = 0;
    count(held);
    m_order.touch(coin.ordinal());
}

}  // namespace core::ledger
