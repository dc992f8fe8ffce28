// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/model/quote_asset.h"
#include "core/pipeline/coin_walk.h"
#include "core/pipeline/wallet_scene.h"

#include <algorithm>
#include <limits>

namespace core::pipeline {
namespace {

constexpr std::size_t kTextCharacters = 40;
constexpr std::int64_t kDay = 86'400;

struct Result : SaleResult {
    std::uint32_t coin = 0;
};

template <class Value>
std::optional<Value> median(std::vector<Value> values) {
    if (values.empty()) return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// One coin's moves of the wallet.
WalletCoin walkCoin(const Wallet& wallet, const ledger::TokenLedger& coin, const MoveJournal::Coin* journal,
                    std::uint32_t number, std::vector<Result>& results) {
    WalletCoin out;
    out.mint = coin.mint();
    out.symbol = sanitizeText(coin.symbol, kTextCharacters);
    out.quoteMint = coin.quoteMint.value_or(Mint{});
    out.baseDecimals = coin.baseDecimals;
    out.quoteDecimals = coin.quoteDecimals;
    out.created = coin.creator == wallet;
    if (const auto held = coin.positions.find(wallet); held != coin.positions.end()) {
        const ledger::Position& position = held->second;
        out.bought = position.bought;
        out.sold = position.sold;
        out.transferredIn = position.transferredIn();
        out.transferredOut = position.transferredOut();
        out.balance = position.balance();
    }
    if (journal == nullptr) return out;
    out.trimmed = journal->dropped != 0;
    CoinWalk walk;
    for (const Move& move : journal->moves) {
        if (move.wallet != wallet) continue;
        if (const auto sale = walk.add(move)) results.push_back({*sale, number});
    }
    walk.finish(out);
    const auto [coins, cost] = walk.held();
    if (coins >= 1 && coin.lastPrice.valid()) {
        const double price = static_cast<double>(coin.lastPrice.quote) / static_cast<double>(coin.lastPrice.base);
        out.unrealised = wholeQuote(coins * price - cost);
    }
    const auto& firstBuy = walk.firstBuySlot();
    if (firstBuy && coin.createdSlot && *firstBuy >= coin.createdSlot->value() && !out.trimmed)
        out.entrySlots = *firstBuy - coin.createdSlot->value();
    return out;
}

void fillFunders(const WalletScene& scene, intel::WalletId id, WalletPage& out) {
    intel::WalletId at = id;
    while (out.funders.size() < WalletPage::kMostHops) {
        const intel::Funding& funding = scene.who.wallets()[at].funding;
        if (funding.from == intel::kNoWallet || funding.from == id) return;
        FunderStep step;
        step.wallet = scene.who.wallets()[funding.from].address;
        step.label = sanitizeText(scene.who.label(step.wallet), kTextCharacters);
        step.roles = rolesOver(scene, step.wallet, funding.from);
        step.time = funding.time;
        step.lamports = funding.lamports;
        out.funders.push_back(step);
        // What an exchange was paid with says nothing about its customer.
        if (has(step.roles, Role::Exchange)) return;
        at = funding.from;
    }
}

void fillWindows(const std::vector<Result>& results, std::optional<std::int64_t> seenSince, WalletPage& out) {
    constexpr std::array<std::int64_t, 4> kSeconds{kDay, 7 * kDay, 30 * kDay, 0};
    for (std::size_t i = 0; i < kSeconds.size(); ++i) {
        WalletWindow& window = out.windows[i];
        window.seconds = kSeconds[i];
        const std::int64_t from = kSeconds[i] == 0 || !out.asOfTime ? std::numeric_limits<std::int64_t>::min()
                                                                    : *out.asOfTime - kSeconds[i];
        window.whole = kSeconds[i] == 0 || (seenSince && *seenSince <= from);
        double gain = 0;
        double proceeds = 0;
        double covered = 0;
        std::unordered_map<std::uint32_t, double> coins;
        for (const Result& result : results) {
            if (result.time < from) continue;
            proceeds += result.proceeds;
            covered += result.proceeds * result.share;
            if (result.share <= 0) continue;
            ++window.sales;
            gain += result.gain;
            coins[result.coin] += result.gain;
        }
        window.realised = wholeQuote(gain);
        window.coins = coins.size();
        for (const auto& [coin, sum] : coins) window.won += sum > 0 ? 1 : 0;
        if (proceeds > 0) window.coverage = covered / proceeds;
    }
}

void fillGains(std::vector<Result>& results, WalletPage& out) {
    std::stable_sort(results.begin(), results.end(), [](const auto& a, const auto& b) { return a.time < b.time; });
    double sum = 0;
    std::size_t known = 0;
    for (const Result& result : results) known += result.share > 0 ? 1 : 0;
    const std::size_t stride = known / WalletPage::kMostGains + 1;
    std::size_t step = 0;
    for (const Result& result : results) {
        if (result.share <= 0) continue;
        sum += result.gain;
        ++step;
        if (!out.gains.empty() && out.gains.back().time == result.time)
            out.gains.back().lamports = wholeQuote(sum);
        else if (step % stride == 0 || step == known)
            out.gains.push_back({result.time, wholeQuote(sum)});
    }
}

}  // namespace

Roles rolesOver(const WalletScene& scene, const Wallet& wallet, intel::WalletId id) {
    Roles roles = scene.flags.rolesOf(wallet);
    if (id == intel::kNoWallet) return roles;
    switch (scene.who.wallets().hub(id)) {
        case intel::HubKind::Exchange: return with(roles, Role::Exchange);
        case intel::HubKind::Bot: return with(roles, Role::Bot);
        case intel::HubKind::Infrastructure:
            // One that paid three others and did not trade yet may be a crew's own.
            return scene.who.wallets().lastingHub(id) == intel::HubKind::None ? roles
                                                                              : with(roles, Role::Infrastructure);
        case intel::HubKind::None: break;
    }
    return roles;
}

CreatorCoin createdCoin(const WalletScene& scene, const Mint& mint) {
    CreatorCoin row;
    row.mint = mint;
    row.open = scene.open == mint;
    const ledger::TokenLedger* coin = scene.market.find(mint);
    if (coin == nullptr) return row;
    row.symbol = sanitizeText(coin->symbol, kTextCharacters);
    row.createdTime = coin->createdTime;
    row.graduated = coin->graduated;
    row.trades = coin->trades;
    row.holds = coin->creatorShare();
    if (coin->lastPrice.valid() && coin->athPrice.valid()) {
        const double peak = coin->athPrice.value(coin->baseDecimals, coin->quoteDecimals);
        if (peak > 0) row.fromPeak = coin->lastPrice.value(coin->baseDecimals, coin->quoteDecimals) / peak - 1.0;
    }
    for (const std::uint32_t place : scene.flags.of(mint))
        if (scene.flags.at(place).kind == "dev_dump" && !scene.flags.at(place).withdrawn)
            row.dump = refOf(scene.flags.at(place));
    return row;
}

WalletPage walletPage(const WalletScene& scene, const Wallet& wallet) {
    WalletPage out;
    out.wallet = wallet;
    out.asOfTime = scene.market.lastTime();
    out.label = sanitizeText(scene.who.label(wallet), kTextCharacters);
    if (const auto created = scene.created.find(wallet); created != scene.created.end()) {
        out.createdCount = created->second.size();
        for (auto mint = created->second.rbegin();
             mint != created->second.rend() && out.created.size() < CreatorRecord::kMostCoins; ++mint)
            out.created.push_back(createdCoin(scene, *mint));
    }
    const intel::WalletId id = scene.who.find(wallet);
    out.roles = rolesOver(scene, wallet, id);
    if (const WalletHistory* history = scene.who.wallets().history(wallet); history != nullptr && history->complete)
        out.bornTime = history->oldestTime;
    if (id == intel::kNoWallet) return out;
    out.known = true;
    const intel::WalletFacts& facts = scene.who.wallets()[id];
    if (facts.firstSeen != 0) out.firstSeen = facts.firstSeen;
    out.peers = facts.peers;
    out.funded = facts.funded;
    fillFunders(scene, id, out);
    if (const intel::Cluster* cluster = scene.who.links().clusterOf(id)) {
        out.cluster.number = cluster->members.front() + 1;
        out.clusterSize = cluster->members.size();
        out.membership = scene.who.links().membership(id);
    }
    for (const Lead& lead : scene.leads) {
        if (lead.follower == wallet) out.follows.push_back({lead.leader, lead});
        if (lead.leader == wallet) out.followedBy.push_back({lead.follower, lead});
    }
    for (auto* rows : {&out.follows, &out.followedBy})
        std::stable_sort(rows->begin(), rows->end(),
                         [](const LeadRow& a, const LeadRow& b) { return a.lead.tokens > b.lead.tokens; });

    const auto coins = scene.who.coinsOf(id);
    out.coinCount = coins.size();
    std::vector<Result> results;
    std::vector<std::int64_t> holds;
    std::size_t walked = 0;
    std::optional<std::int64_t> seenSince;
    for (auto ordinal = coins.rbegin(); ordinal != coins.rend(); ++ordinal) {
        const MoveJournal::Coin* journal = scene.journal.of(*ordinal);
        walked += journal == nullptr ? 0 : journal->moves.size();
        const ledger::TokenLedger* coin = journal == nullptr ? nullptr : scene.market.find(journal->mint);
        if (coin == nullptr || walked > kMostWalkedMoves || out.coins.size() >= WalletPage::kMostCoins) {
            ++out.coinsLeftOut;
            continue;
        }
        const bool inSol = coin->quoteMint == wrappedSolMint();
        std::vector<Result> own;
        WalletCoin row = walkCoin(wallet, *coin, journal, *ordinal, own);
        if (inSol)
            results.insert(results.end(), own.begin(), own.end());
        else
            ++out.otherQuote;
        if (row.hold) {
            holds.push_back(*row.hold);
            const auto place = std::lower_bound(WalletPage::kHolds.begin(), WalletPage::kHolds.end(), *row.hold);
            ++out.holds[static_cast<std::size_t>(place - WalletPage::kHolds.begin())];
        }
        if (row.entrySlots) {
            const auto place =
                std::lower_bound(WalletPage::kEntries.begin(), WalletPage::kEntries.end(), *row.entrySlots);
            ++out.entries[static_cast<std::size_t>(place - WalletPage::kEntries.begin())];
        }
        if (row.firstTime) seenSince = std::min(seenSince.value_or(*row.firstTime), *row.firstTime);
        out.coins.push_back(std::move(row));
    }
    std::stable_sort(out.coins.begin(), out.coins.end(), [](const WalletCoin& a, const WalletCoin& b) {
        return a.lastTime.value_or(0) > b.lastTime.value_or(0);
    });
    out.medianHold = median(std::move(holds));
    fillWindows(results, seenSince, out);
    fillGains(results, out);
    return out;
}

}  // namespace core::pipeline
