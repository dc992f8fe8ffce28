// SPDX-License-Identifier: GPL-3.0-or-later
// Links from trades that share a slot: who buys together, stands together in the block, sells together. Source:
// detection section 4.2, families same_bundle, same_amount (tickets), same_slot_buy, co_trading, exit_synchrony.
#include "core/base/poisson.h"
#include "core/intel/intel.h"
#include "core/model/quote_asset.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace core::intel {
namespace {

// Crowds above this say nothing about pairs.
constexpr std::size_t kMostBuyers = 16;
// Only pairs with this many coins are tested: pairs are selected by having one.
constexpr std::uint16_t kFewestCoins = 3;
constexpr std::uint16_t kFewestExits = 2;
constexpr double kFalseRate = 0.01;
constexpr float kMostSlot = 6;
constexpr float kMostExit = 4;
constexpr float kMostTogether = 4;
constexpr std::size_t kMostPairs = 1'000'000;

// Two strangers right behind a creation: 1 of 26 reactive snipers of the development launches came within 13
// transactions, none within 8, out of some 600; so 8/600 each, against 0.8 for a block that was told.
constexpr float kBehindCreation = 8.0F;
// Two strangers next to each other in one block: 2 * (2 + 1) places of some 700.
constexpr float kSideBySide = 4.5F;
constexpr float kMostBundle = 12.0F;
constexpr double kEqualTickets = 0.05;
constexpr double kSimilarTickets = 0.10;

// P(X >= k) for k common of n and m coins out of N, hypergeometric.
double hypergeometricTail(unsigned k, unsigned n, unsigned m, unsigned all) {
    const auto choose = [](double top, double of) {
        return std::lgamma(top + 1) - std::lgamma(of + 1) - std::lgamma(top - of + 1);
    };
    double tail = 0;
    for (unsigned i = k; i <= std::min(n, m); ++i) {
        if (m - i > all - n) continue;
        tail += std::exp(choose(n, i) + choose(all - n, m - i) - choose(all, m));
    }
    return std::min(1.0, tail);
}

}  // namespace

void Intel::addToGroup(const EventHeader& at, const Trade& trade, WalletId wallet, const ledger::TokenLedger& coin,
                       std::optional<std::int64_t> time) {
    Coin& state = m_coins[coin.ordinal()];
    SlotGroup& group = m_activity[coin.ordinal()].open[trade.side == Side::Buy ? 0 : 1];
    if (!group.trades.empty() && group.slot != *at.slot) closeGroup(group, state);
    if (group.trades.empty()) {
        if (!m_spare.empty()) {
            group.trades = std::move(m_spare.back());
            m_spare.pop_back();
        }
        group.coin = &coin;
        group.slot = *at.slot;
        group.time = time;
        group.side = trade.side;
        group.wallets = 0;
        group.creationSlot = coin.creationSeen && coin.createdSlot == at.slot;
        group.creationIndex = group.creationSlot ? state.creationIndex : std::nullopt;
        group.creator = state.creator;
        m_openCoins.push_back(coin.ordinal());
    }
    const bool inSol = trade.quoteMint == wrappedSolMint();
    const std::uint64_t lamports = inSol ? trade.quoteAmount.value() : 0;
    const auto same = std::find_if(group.trades.begin(), group.trades.end(),
                                   [&](const SlotTrade& other) { return other.wallet == wallet; });
    if (same != group.trades.end()) {
        same->coins = saturatingAdd(same->coins, trade.baseAmount.value());
        same->lamports = saturatingAdd(same->lamports, lamports);
        return;
    }
    ++group.wallets;
    if (group.trades.size() >= SlotGroup::kMost) return;
    group.trades.push_back({wallet, at.txIndex, at.signature, trade.baseAmount.value(), lamports,
                            coin.lastWasFirstBuy && trade.side == Side::Buy});
}

// A list of trades is as large as a page or two; taking and giving back one for each group costs more than it
// holds.
void Intel::clearClosed() {
    constexpr std::size_t kMostSpare = 1'024;
    for (SlotGroup& group : m_closed) {
        if (m_spare.size() >= kMostSpare) break;
        group.trades.clear();
        m_spare.push_back(std::move(group.trades));
    }
    m_closed.clear();
}

void Intel::closeGroups(std::optional<Slot> before) {
    std::sort(m_openCoins.begin(), m_openCoins.end());
    m_openCoins.erase(std::unique(m_openCoins.begin(), m_openCoins.end()), m_openCoins.end());
    for (const std::uint32_t ordinal : m_openCoins) {
        Activity* coin = m_activity.find(ordinal);
        if (coin == nullptr) continue;
        for (SlotGroup& group : coin->open)
            if (!group.trades.empty() && (!before || group.slot < *before)) closeGroup(group, m_coins[ordinal]);
    }
    m_openCoins.clear();
}

void Intel::closeGroup(SlotGroup& group, Coin& coin) {
    const auto before = [](const SlotTrade& a, const SlotTrade& b) {
        constexpr auto kLast = std::numeric_limits<std::uint64_t>::max();
        const std::uint64_t x = a.txIndex ? *a.txIndex : kLast;
        const std::uint64_t y = b.txIndex ? *b.txIndex : kLast;
        return x < y;
    };
    // Mostly they came in order; the sort would ask for memory first.
    if (!std::is_sorted(group.trades.begin(), group.trades.end(), before))
        std::stable_sort(group.trades.begin(), group.trades.end(), before);
    if (group.side == Side::Buy) {
        std::vector<std::size_t> first;
        for (std::size_t i = 0; i < group.trades.size(); ++i)
            if (group.trades[i].firstBuy) first.push_back(i);
        coin.buyers += static_cast<std::uint32_t>(first.size());
        coin.collisions += first.size() * (first.size() - (first.empty() ? 0 : 1));
        if (group.wallets >= 2 && group.wallets <= kMostBuyers) {
            if (first.size() >= 2) pairBuys(group, first);
            linkBlock(group);
        }
        for (const std::size_t i : group.behindCreation())
            if (group.trades[i].firstBuy) ++m_wallets.facts(group.trades[i].wallet).openings;
    } else if (group.wallets >= 2 && group.wallets <= kMostBuyers) {
        pairSells(group);
    }
    m_closed.push_back(std::move(group));
    group = {};
}

std::vector<std::uint32_t> Intel::commonCoins(WalletId a, WalletId b) const {
    std::vector<std::uint32_t> out;
    std::ranges::set_intersection(coinsOf(a), coinsOf(b), std::back_inserter(out));
    return out;
}

void Intel::pairBuys(const SlotGroup& group, const std::vector<std::size_t>& of) {
    for (std::size_t i = 0; i < of.size(); ++i) {
        const SlotTrade& one = group.trades[of[i]];
        if (one.wallet == group.creator || m_wallets.hub(one.wallet) != HubKind::None) continue;
        for (std::size_t j = 0; j < i; ++j) {
            const SlotTrade& other = group.trades[of[j]];
            if (other.wallet == group.creator || m_wallets.hub(other.wallet) != HubKind::None) continue;
            m_links.shareCoin(one.wallet, other.wallet);
            const std::uint64_t key = pairKey(one.wallet, other.wallet);
            auto found = m_pairs.find(key);
            if (found == m_pairs.end()) {
                ++m_pairsSeen;
                // A full table forgets nothing and begins nothing: it costs recall, never precision.
                if (m_pairs.size() >= kMostPairs) continue;
                found = m_pairs.emplace(key, PairCount{}).first;
            }
            PairCount& count = found->second;
            if (count.buys != std::numeric_limits<std::uint16_t>::max()) ++count.buys;
            if (count.buys >= kFewestCoins) testPair(one.wallet, other.wallet, count, group, one);
        }
    }
}

void Intel::testPair(WalletId a, WalletId b, const PairCount& count, const SlotGroup& group,
                     const SlotTrade& proof) {
    const std::vector<std::uint32_t> common = commonCoins(a, b);
    double expected = 0;
    for (const std::uint32_t ordinal : common) {
        const Coin& coin = m_coins[ordinal];
        if (coin.buyers < 2) continue;
        expected += static_cast<double>(coin.collisions) /
                    (static_cast<double>(coin.buyers) * static_cast<double>(coin.buyers - 1));
    }
    const double p = poissonTail(count.buys, expected);
    // Benjamini-Hochberg as the pairs come: the line rises with every pair that passed.
    const double line = kFalseRate * static_cast<double>(m_pairsAccepted + 1) /
                        static_cast<double>(std::max<std::uint64_t>(1, m_pairsSeen));
    if (p > line) return;
    ++m_pairsAccepted;
    const auto slotLlr = p > 0 ? static_cast<float>(std::min<double>(kMostSlot, std::log(0.5 / p))) : kMostSlot;
    m_links.set(a, b, LinkKind::SameSlotBuy, slotLlr,
                {LinkKind::SameSlotBuy, proof.signature, group.slot, proof.lamports});
    const double together =
        hypergeometricTail(static_cast<unsigned>(common.size()), m_wallets[a].mintsBought,
                           std::min<std::uint32_t>(m_wallets[b].mintsBought, m_wallets.mintsSeen),
                           std::max(m_wallets.mintsSeen, m_wallets[a].mintsBought));
    constexpr double kBeyondChance = 1e-8;
    if (together < kBeyondChance)
        m_links.add(a, b, LinkKind::CoTrading, kMostTogether, kMostTogether,
                    {LinkKind::CoTrading, proof.signature, group.slot, proof.lamports});
    m_links.shareCoin(a, b);
}

void Intel::pairSells(const SlotGroup& group) {
    for (std::size_t i = 0; i < group.trades.size(); ++i) {
        const SlotTrade& one = group.trades[i];
        if (one.wallet == group.creator || m_wallets.hub(one.wallet) != HubKind::None) continue;
        for (std::size_t j = 0; j < i; ++j) {
            const SlotTrade& other = group.trades[j];
            // Only pairs that something else joined: a slot of sells alone begins nothing.
            const Link* link = m_links.find(one.wallet, other.wallet);
            if (link == nullptr) continue;
            PairCount& count = m_pairs[pairKey(one.wallet, other.wallet)];
            if (count.lastSellCoin == group.coin->ordinal()) continue;
            count.lastSellCoin = group.coin->ordinal();
            if (count.sells != std::numeric_limits<std::uint16_t>::max()) ++count.sells;
            if (count.sells < kFewestExits) continue;
            m_links.set(one.wallet, other.wallet, LinkKind::ExitSynchrony, kMostExit,
                        {LinkKind::ExitSynchrony, one.signature, group.slot, one.lamports});
        }
    }
}

void Intel::linkBlock(const SlotGroup& group) {
    constexpr std::size_t kFewest = 3;
    std::vector<std::size_t> behind = group.behindCreation();
    std::vector<std::vector<std::size_t>> chains = group.chains(kFewest);
    const auto join = [&](const std::vector<std::size_t>& block, float llr) {
        const auto spread = group.ticketSpread(block);
        const bool equal = spread && *spread <= kEqualTickets;
        const bool similar = spread && *spread <= kSimilarTickets;
        for (std::size_t i = 0; i < block.size(); ++i) {
            const SlotTrade& one = group.trades[block[i]];
            if (m_wallets.hub(one.wallet) != HubKind::None) continue;
            for (std::size_t j = 0; j < i; ++j) {
                const SlotTrade& other = group.trades[block[j]];
                if (m_wallets.hub(other.wallet) != HubKind::None) continue;
                m_links.add(one.wallet, other.wallet, LinkKind::SameBundle, llr, kMostBundle,
                            {LinkKind::SameBundle, one.signature, group.slot, one.lamports});
                if (similar)
                    m_links.add(one.wallet, other.wallet, LinkKind::SameAmount, equal ? 2.0F : 1.5F, 4.0F,
                                {LinkKind::SameAmount, one.signature, group.slot, one.lamports});
                m_links.shareCoin(one.wallet, other.wallet);
            }
        }
    };
    if (behind.size() >= kFewest) join(behind, kBehindCreation);
    for (const auto& chain : chains) {
        // What stands behind the creation has been counted.
        const bool counted =
            behind.size() >= kFewest && std::any_of(chain.begin(), chain.end(), [&](std::size_t i) {
                return std::find(behind.begin(), behind.end(), i) != behind.end();
            });
        if (!counted) join(chain, kSideBySide);
    }
}

}  // namespace core::intel
