// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/wallet_questions.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace core::pipeline {
namespace {

// Source: detection section 4.2.
constexpr int kMostHops = 3;
constexpr std::uint64_t kFirstBuyers = 70;
constexpr std::size_t kMostAsked = 200'000;
constexpr std::size_t kBagsOfFlag = 8;

double shareOf(std::uint64_t coins, const ledger::TokenLedger& coin) {
    return coin.supply && *coin.supply != 0 ? static_cast<double>(coins) / static_cast<double>(*coin.supply) : 0;
}

}  // namespace

void WalletQuestions::onEvent(const Event& event, const ledger::TokenLedger& coin) {
    if (!coin.creationSeen) return;
    const auto* trade = std::get_if<Trade>(&event.body);
    if (trade == nullptr || !coin.lastWasFirstBuy || coin.buyers > kFirstBuyers) return;
    ask(trade->wallet, coin.mint(), shareOf(trade->baseAmount.value(), coin), 0);
}

void WalletQuestions::askCreator(const ledger::TokenLedger& coin) {
    if (!coin.creator) return;
    LookupWish wish{*coin.creator, Question::Launches, coin.mint(), 0, std::nullopt};
    if (coin.createdSlot) wish.slot = coin.createdSlot->value();
    m_lookup.ask(std::move(wish));
    ask(*coin.creator, coin.mint(), 0, 0);
}

void WalletQuestions::ask(const Wallet& wallet, const Mint& mint, double share, int hops) {
    // How a hub began says nothing of who uses it.
    if (m_engine.intel().hub(wallet) != intel::HubKind::None) return;
    if (m_asked.size() >= kMostAsked) m_asked.clear();
    const auto [at, added] = m_asked.try_emplace(wallet, Asked{hops, mint, share});
    if (!added) at->second.hops = std::min(at->second.hops, hops);
    m_lookup.ask({wallet, Question::Beginning, mint, share, std::nullopt});
}

void WalletQuestions::onPayment(const SolTransfer& transfer) {
    const auto paid = m_asked.find(transfer.to);
    if (paid == m_asked.end() || paid->second.hops >= kMostHops) return;
    // Behind the payer of a buyer stands who paid the payer; it matters as much as the buyer.
    const Asked of = paid->second;
    ask(transfer.from, of.mint, of.share, of.hops + 1);
}

void WalletQuestions::onFlag(const Flag& flag) {
    if (!m_bags || !flag.mint || flag.withdrawn) return;
    if (flag.kind != "bundler" && flag.kind != "cabal" && flag.kind != "insider_holdings") return;
    const ledger::TokenLedger* coin = m_engine.market().find(*flag.mint);
    if (coin == nullptr || !coin->createdSlot) return;
    for (std::size_t i = 0; i < std::min(kBagsOfFlag, flag.wallets.size()); ++i) {
        const auto position = coin->positions.find(flag.wallets[i]);
        const double share = position == coin->positions.end() ? 0 : shareOf(position->second.bought, *coin);
        m_lookup.ask({flag.wallets[i], Question::Bag, *flag.mint, share, coin->createdSlot->value()});
    }
}

void WalletQuestions::open(const std::optional<Mint>& mint) {
    if (mint == m_open) return;
    const ledger::TokenLedger* coin = mint ? m_engine.market().find(*mint) : nullptr;
    if (mint && coin == nullptr) return;  // opened before it traded: asked again until it has
    m_open = mint;
    if (coin == nullptr) return;
    askCreator(*coin);
    std::vector<std::pair<std::uint64_t, Wallet>> largest;
    for (const auto& [wallet, position] : coin->positions)
        if (position.isBuyer) largest.emplace_back(position.bought, wallet);
    const std::size_t most = std::min<std::size_t>(largest.size(), kFirstBuyers);
    std::partial_sort(largest.begin(), largest.begin() + static_cast<std::ptrdiff_t>(most), largest.end(),
                      std::greater<>());
    for (std::size_t i = 0; i < most; ++i)
        ask(largest[i].second, coin->mint(), shareOf(largest[i].first, *coin), 0);
}

}  // namespace core::pipeline
