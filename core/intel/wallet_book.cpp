// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intel/wallet_book.h"

#include <algorithm>

namespace core::intel {
namespace {

// A wallet that buys on at least this many coins and this share of all is a bot. Source: detection section 4.1.
constexpr std::uint32_t kBotMints = 14;
constexpr std::uint32_t kBotShareDivisor = 20;
// First fundings of others by one that creates no coins. Source: detection section 4.1, the soft bound.
constexpr std::uint32_t kMostFunded = 10;

// Many wallets have their first SOL from it: an exchange, though it buy a coin now and then. A dev pays its own.
bool paysBeginners(const WalletFacts& facts) noexcept {
    return facts.mintsCreated == 0 && facts.funded > kMostFunded;
}

}  // namespace

void WalletBook::putAway(const std::shared_ptr<ledger::ColdStore>& store, std::size_t hot) {
    m_facts.putAway(store, hot);
    m_facts.onLost = [this](std::uint32_t id, WalletFacts& facts) {
        const auto number = std::find(m_ids.begin(), m_ids.end(), id) - m_ids.begin();
        facts.address = m_numbers->address(static_cast<ledger::WalletNumber>(number));
        facts.listed = m_addresses.kind(facts.address);
    };
}

WalletId WalletBook::id(const Wallet& address, std::int64_t time) {
    const ledger::WalletNumber number = m_numbers->number(address);
    if (m_ids.size() <= number) m_ids.resize(std::max<std::size_t>(number + 1, m_numbers->size()), kNoWallet);
    WalletId& id = m_ids[number];
    if (id == kNoWallet) {
        id = static_cast<WalletId>(m_facts.size());
        WalletFacts& facts = m_facts.grow();
        facts.address = address;
        facts.firstSeen = time;
        facts.listed = m_addresses.kind(address);
        m_apart.push_back(facts.listed != HubKind::None);
    }
    return id;
}

WalletId WalletBook::find(const Wallet& address) const {
    const ledger::WalletNumber number = m_numbers->find(address);
    return number < m_ids.size() ? m_ids[number] : kNoWallet;
}

bool WalletBook::traded(WalletId id, std::int64_t time) {
    constexpr std::uint32_t kTenMinutes = 600;
    WalletFacts& facts = m_facts[id];
    const auto now = static_cast<std::uint32_t>(time);
    // Without a time nothing tells how fast it was; what comes late belongs to an earlier burst.
    if (time <= 0 || now < facts.burstStart) return false;
    if (now - facts.burstStart > kTenMinutes) {
        facts.burstStart = now;
        facts.burst = 0;
    }
    if (facts.machine || ++facts.burst < kMachineTrades) return false;
    facts.machine = true;
    return true;
}

void WalletBook::turned(WalletId id, Side side, Slot slot, std::uint32_t coin, std::uint64_t count) {
    WalletFacts& facts = m_facts[id];
    const auto now = static_cast<std::uint32_t>(slot.value());
    const auto trade = static_cast<std::uint32_t>(count);
    if (side == Side::Buy) {
        facts.lastBuySlot = now;
        facts.lastBuyCoin = coin;
        facts.lastBuyTrade = trade;
        return;
    }
    if (facts.lastBuySlot != now || facts.lastBuyCoin != coin || facts.sandwiches >= kSandwiches) return;
    if (trade - facts.lastBuyTrade < 2) return;
    ++facts.sandwiches;
    facts.lastBuySlot = 0;
}

void WalletBook::learn(const WalletHistory& history) {
    const auto found = m_histories.find(history.wallet);
    if (found == m_histories.end()) {
        if (m_histories.size() < kMostHistories) m_histories.emplace(history.wallet, history);
        return;
    }
    const bool further = history.complete && (!found->second.complete || history.listed > found->second.listed);
    if (further) found->second = history;
}

const WalletHistory* WalletBook::history(const Wallet& wallet) const {
    const auto found = m_histories.find(wallet);
    return found == m_histories.end() ? nullptr : &found->second;
}

void WalletBook::meet(WalletId a, WalletId b) {
    for (const auto& [one, other] : {std::pair{a, b}, std::pair{b, a}}) {
        WalletFacts& facts = m_facts[one];
        if (facts.peers >= kMostPeers) continue;
        std::vector<WalletId>& peers = m_peers[one];
        const auto place = std::lower_bound(peers.begin(), peers.end(), other);
        if (place != peers.end() && *place == other) continue;
        peers.insert(place, other);
        facts.peers = static_cast<std::uint32_t>(peers.size());
        if (facts.peers >= kMostPeers) m_peers.erase(one);
    }
}

HubKind WalletBook::lastingHub(WalletId id) const {
    const WalletFacts& facts = m_facts[id];
    if (facts.listed != HubKind::None) return facts.listed;
    if (facts.reserved) return HubKind::Infrastructure;
    if (facts.peers < kMostPeers) return HubKind::None;
    return paysBeginners(facts) ? HubKind::Exchange : HubKind::Infrastructure;
}

HubKind WalletBook::hub(WalletId id) const {
    if (const HubKind lasting = lastingHub(id); lasting != HubKind::None) return lasting;
    const WalletFacts& facts = m_facts[id];
    const std::uint32_t own = facts.ownGroup;
    if (facts.peers > own + std::max(own, kPassingPeers)) {
        if (paysBeginners(facts)) return HubKind::Exchange;
        if (!facts.trades && !passesOn(facts)) return HubKind::Infrastructure;
    }
    // A rug factory and a crew that opens launches buy on many coins too: who creates coins or is there right
    // behind the creation time and again is no bystander.
    const bool everywhere =
        facts.mintsBought >= kBotMints && std::uint64_t{facts.mintsBought} * kBotShareDivisor >= mintsSeen;
    if (everywhere && facts.mintsCreated == 0 && facts.openings * 2 < facts.mintsBought) return HubKind::Bot;
    return HubKind::None;
}

}  // namespace core::intel
