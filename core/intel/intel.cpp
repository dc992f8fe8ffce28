// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intel/intel.h"

#include "core/model/quote_asset.h"

#include <algorithm>

namespace core::intel {
namespace {

// Coins a wallet's list keeps; a wallet on more is a bot or rests on its other links.
constexpr std::size_t kMostCoins = 512;
// One transaction that funds or trades for more wallets than this is a service's batch.
constexpr std::size_t kMostInTransaction = 10;

}  // namespace

HubKind Intel::hub(const Wallet& wallet) const {
    const WalletId id = m_wallets.find(wallet);
    return id == kNoWallet ? HubKind::None : m_wallets.hub(id);
}

const Cluster* Intel::clusterOf(const Wallet& wallet) const {
    const WalletId id = m_wallets.find(wallet);
    return id == kNoWallet ? nullptr : m_links.clusterOf(id);
}

double Intel::linkToCreator(const Wallet& wallet, const ledger::TokenLedger& coin) const {
    if (!coin.creator) return 0;
    if (wallet == *coin.creator) return 1;
    const WalletId a = m_wallets.find(wallet);
    const WalletId b = m_wallets.find(*coin.creator);
    if (a == kNoWallet || b == kNoWallet) return 0;
    const Cluster* mine = m_links.clusterOf(a);
    if (mine == nullptr || mine != m_links.clusterOf(b)) return 0;
    const Link* direct = m_links.find(a, b);
    if (direct != nullptr && direct->accepted) return direct->posterior();
    return m_links.membership(a) * m_links.membership(b);
}

std::optional<std::uint32_t> Intel::creationIndex(const ledger::TokenLedger& coin) const {
    return coin.ordinal() < m_coins.size() ? m_coins[coin.ordinal()].creationIndex : std::nullopt;
}

double Intel::slotCollision(const ledger::TokenLedger& coin) const {
    if (coin.ordinal() >= m_coins.size()) return 0;
    const Coin& state = m_coins[coin.ordinal()];
    if (state.buyers < 2) return 0;
    return static_cast<double>(state.collisions) /
           (static_cast<double>(state.buyers) * static_cast<double>(state.buyers - 1));
}

Intel::Coin& Intel::coinOf(const ledger::TokenLedger& coin) {
    if (m_coins.size() <= coin.ordinal()) {
        m_wallets.mintsSeen += static_cast<std::uint32_t>(coin.ordinal() + 1 - m_coins.size());
        m_coins.resize(coin.ordinal() + 1);
    }
    return m_coins[coin.ordinal()];
}

void Intel::reserve(const Pubkey& address, std::int64_t time) {
    const WalletId id = m_wallets.id(Wallet{address}, time);
    if (m_wallets[id].reserved) return;
    m_wallets.reserve(id);
    m_links.drop(id);
}

void Intel::party(WalletId wallet, const ledger::TokenLedger& coin) {
    m_bought.growTo(wallet + std::size_t{1});
    m_bought[wallet].add(coin.ordinal(), kMostCoins);
}

ledger::ColdVectorStats Intel::cold() const {
    ledger::ColdVectorStats out = m_wallets.cold();
    const ledger::ColdVectorStats& lists = m_bought.stats();
    out.lost += lists.lost;
    out.refused += lists.refused;
    if (out.error.empty()) out.error = lists.error;
    return out;
}

void Intel::checkHub(WalletId wallet) {
    const HubKind lasting = m_wallets.lastingHub(wallet);
    if (lasting != HubKind::None)
        m_links.drop(wallet);
    else
        m_links.close(wallet, m_wallets.hub(wallet) != HubKind::None);
}

void Intel::sameTransaction(const EventHeader& at, WalletId wallet, bool funded) {
    if (!at.signature) return;
    if (m_transaction != at.signature) {
        m_transaction = at.signature;
        m_fundedInIt.clear();
        m_tradedInIt.clear();
    }
    std::vector<WalletId>& list = funded ? m_fundedInIt : m_tradedInIt;
    if (std::find(list.begin(), list.end(), wallet) != list.end()) return;
    if (list.size() >= kMostInTransaction) return;
    constexpr float kSameTransaction = 10.0F;
    if (m_wallets.lastingHub(wallet) == HubKind::None) {
        for (const WalletId other : list) {
            if (m_wallets.lastingHub(other) != HubKind::None) continue;
            m_links.add(wallet, other, LinkKind::SameTransaction, kSameTransaction, kSameTransaction,
                        {LinkKind::SameTransaction, at.signature, at.slot, 0});
        }
    }
    list.push_back(wallet);
}

void Intel::onCreated(const EventHeader& at, const TokenCreated& created, const ledger::TokenLedger& coin,
                      std::int64_t time) {
    Coin& state = coinOf(coin);
    state.creationIndex = at.txIndex;
    if (created.bondingCurve) reserve(*created.bondingCurve, time);
    if (!created.creator) return;
    state.creator = m_wallets.id(*created.creator, time);
    WalletFacts& facts = m_wallets.facts(state.creator);
    ++facts.mintsCreated;
    facts.trades = true;
    checkHub(state.creator);
    party(state.creator, coin);
}

void Intel::onTrade(const EventHeader& at, const Trade& trade, const ledger::TokenLedger& coin, std::int64_t time) {
    coinOf(coin);
    const WalletId wallet = m_wallets.id(trade.wallet, time);
    m_bought.fetch(wallet);
    WalletFacts& facts = m_wallets.facts(wallet);
    const bool begins = !facts.trades;
    facts.trades = true;
    (void)m_wallets.traded(wallet, time);
    if (at.slot) m_wallets.turned(wallet, trade.side, *at.slot, coin.ordinal(), coin.trades);
    if (begins) {
        checkHub(wallet);
        linkPaid(wallet);
    }
    if (trade.pool) reserve(*trade.pool, time);
    const bool inSol = trade.quoteMint == wrappedSolMint();
    const std::uint64_t lamports = inSol ? trade.quoteUser.value_or(trade.quoteAmount).value() : 0;
    sameTransaction(at, wallet, false);
    if (trade.side == Side::Buy) {
        facts.largestBuy = std::max(facts.largestBuy, lamports);
        if (coin.lastWasFirstBuy) {
            ++facts.mintsBought;
            party(wallet, coin);
            checkHub(wallet);
            onFirstBuy(at, wallet, lamports, coin);
        } else if (m_inflows.contains(wallet)) {
            linkInflows(wallet, lamports, m_now);
        }
    } else if (inSol && lamports != 0) {
        facts.proceeds = saturatingAdd(facts.proceeds, lamports);
    }
    if (at.slot) addToGroup(at, trade, wallet, coin, time);
}

void Intel::apply(const Event& event, const ledger::TokenLedger* coin) {
    clearClosed();
    const std::int64_t time = ledger::eventTime(event.at).value_or(0);
    m_now = std::max(m_now, time);
    if (event.at.slot && (!m_slot || *m_slot < *event.at.slot)) {
        closeGroups(event.at.slot);
        m_slot = event.at.slot;
    }
    if (const auto* transfer = std::get_if<SolTransfer>(&event.body)) {
        onSolTransfer(event.at, *transfer, time);
        return;
    }
    if (coin == nullptr) return;
    if (const auto* trade = std::get_if<Trade>(&event.body)) {
        onTrade(event.at, *trade, *coin, time);
    } else if (const auto* created = std::get_if<TokenCreated>(&event.body)) {
        onCreated(event.at, *created, *coin, time);
    } else if (const auto* moved = std::get_if<TokenTransfer>(&event.body)) {
        coinOf(*coin);
        onTokenTransfer(event.at, *moved, *coin, time);
    } else if (const auto* change = std::get_if<LiquidityChange>(&event.body)) {
        reserve(change->pool, time);
    } else if (const auto* graduated = std::get_if<Graduated>(&event.body)) {
        if (graduated->toPool) reserve(*graduated->toPool, time);
    }
}

void Intel::finish() {
    clearClosed();
    closeGroups(std::nullopt);
}

}  // namespace core::intel
