// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/entity_shares.h"

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace core::detect {
namespace {

// Coins sent here are gone. Source: the address has no known key and the incinerator empties it.
const Wallet& incinerator() {
    static const Wallet kIncinerator = *Wallet::fromBase58("1nc1nerator11111111111111111111111111111111");
    return kIncinerator;
}

struct Bag {
    double coins = 0;
    double largest = 0;
    Wallet wallet;
    std::size_t wallets = 0;
    const intel::Cluster* cluster = nullptr;

    void add(const Wallet& owner, double amount) {
        coins += amount;
        ++wallets;
        if (largest < amount || (largest == amount && owner < wallet)) {
            largest = amount;
            wallet = owner;
        }
    }
};

struct Owned {
    intel::WalletId wallet;
    double coins;
    const intel::Cluster* cluster;
};

// Share of supply of the ten largest of these sums.
double tenLargest(std::vector<double> sums, double supply) {
    const std::size_t most = std::min(sums.size(), EntityShares::kTop);
    std::partial_sort(sums.begin(), sums.begin() + static_cast<std::ptrdiff_t>(most), sums.end(), std::greater<>());
    double out = 0;
    for (std::size_t i = 0; i < most; ++i) out += sums[i];
    return out / supply;
}

// Only the surest members of a cluster count as one.
double leastTop(const std::vector<Owned>& owned, const intel::Intel& who, double supply) {
    std::vector<double> sums;
    std::unordered_map<const intel::Cluster*, std::size_t> byCluster;
    for (const Owned& one : owned) {
        const bool sure = one.cluster != nullptr && who.links().membership(one.wallet) >= EntityShares::kSure;
        std::size_t place = sums.size();
        if (sure) place = byCluster.try_emplace(one.cluster, place).first->second;
        if (place == sums.size()) sums.push_back(0);
        sums[place] += one.coins;
    }
    return tenLargest(std::move(sums), supply);
}

// Whoever may belong together counts as one.
double mostTop(const std::vector<Owned>& owned, const intel::Intel& who, double supply) {
    std::unordered_map<intel::WalletId, std::size_t> placeOf;
    std::unordered_map<const intel::Cluster*, std::size_t> byCluster;
    std::vector<std::size_t> parent(owned.size());
    const auto root = [&parent](std::size_t at) {
        while (parent[at] != at) at = parent[at] = parent[parent[at]];
        return at;
    };
    for (std::size_t i = 0; i < owned.size(); ++i) {
        parent[i] = i;
        if (owned[i].wallet != intel::kNoWallet) placeOf.emplace(owned[i].wallet, i);
        if (owned[i].cluster != nullptr) parent[i] = root(byCluster.try_emplace(owned[i].cluster, i).first->second);
    }
    for (std::size_t i = 0; i < owned.size(); ++i) {
        if (owned[i].wallet == intel::kNoWallet || who.wallets().hub(owned[i].wallet) != intel::HubKind::None)
            continue;
        for (const std::uint32_t index : who.links().linksOf(owned[i].wallet)) {
            const intel::Link& link = who.links().link(index);
            const auto other = placeOf.find(link.a == owned[i].wallet ? link.b : link.a);
            if (other == placeOf.end() || link.posterior() < EntityShares::kMaybe) continue;
            if (who.wallets().hub(other->first) != intel::HubKind::None) continue;
            parent[root(i)] = root(other->second);
        }
    }
    std::vector<double> sums(owned.size());
    for (std::size_t i = 0; i < owned.size(); ++i) sums[root(i)] += owned[i].coins;
    return tenLargest(std::move(sums), supply);
}

}  // namespace

std::optional<EntityShares> entityShares(const ledger::TokenLedger& coin, const intel::Intel& who) {
    if (!coin.creationSeen || !coin.supply || *coin.supply == 0) return std::nullopt;
    const auto supply = static_cast<double>(*coin.supply);
    EntityShares out;
    std::vector<std::pair<double, const Wallet*>> wallets;
    wallets.reserve(coin.positions.size());
    for (const auto& [wallet, position] : coin.positions) {
        const Int128 balance = position.balance();
        if (balance > 0) wallets.emplace_back(static_cast<double>(balance), &wallet);
    }
    // A fixed order makes the sums the same on every run.
    std::sort(wallets.begin(), wallets.end(), [](const auto& a, const auto& b) {
        return a.first != b.first ? a.first > b.first : *a.second < *b.second;
    });
    std::vector<Bag> bags;
    bags.reserve(wallets.size());
    std::vector<Owned> owned;
    owned.reserve(wallets.size());
    std::unordered_map<const intel::Cluster*, std::size_t> byCluster;
    for (const auto& [coins, wallet] : wallets) {
        const double share = coins / supply;
        if (coin.isReserve(Pubkey{*wallet})) {
            out.reserves += share;
            continue;
        }
        ++out.holders;
        if (out.holders <= EntityShares::kTop) out.top10Raw += share;
        const intel::WalletId id = who.find(*wallet);
        const intel::Cluster* cluster = nullptr;
        if (id != intel::kNoWallet) {
            // Only what the list names holds for others: a wallet with many counterparties may be a dev's.
            const intel::WalletFacts& facts = who.wallets()[id];
            if (facts.listed == intel::HubKind::Exchange || facts.listed == intel::HubKind::Infrastructure) {
                (facts.listed == intel::HubKind::Exchange ? out.exchanges : out.services) += share;
                continue;
            }
            if (facts.reserved) {
                out.reserves += share;
                continue;
            }
            cluster = who.links().clusterOf(id);
        }
        if (*wallet == incinerator()) {
            out.burned += share;
            continue;
        }
        owned.push_back({id, coins, cluster});
        std::size_t place = bags.size();
        if (cluster != nullptr) place = byCluster.try_emplace(cluster, place).first->second;
        if (place == bags.size()) bags.emplace_back().cluster = cluster;
        bags[place].add(*wallet, coins);
    }
    std::sort(bags.begin(), bags.end(), [](const Bag& a, const Bag& b) {
        return a.coins != b.coins ? a.coins > b.coins : a.wallet < b.wallet;
    });
    out.entities = bags.size();
    double sum = 0;
    double weighted = 0;
    for (std::size_t i = 0; i < bags.size(); ++i) {
        const double share = bags[i].coins / supply;
        out.hhi += share * share;
        sum += bags[i].coins;
        weighted += static_cast<double>(bags.size() - i) * bags[i].coins;
        if (i >= EntityShares::kTop) continue;
        out.top10 += share;
        out.top.push_back({bags[i].wallet, bags[i].wallets, share});
        // A cluster counts as one only where it holds with several wallets.
        if (bags[i].wallets > 1)
            out.confidence = std::min(out.confidence, who.links().confidence(*bags[i].cluster));
    }
    // Joining more cannot make the ten largest smaller, but sums in another order may differ in their last digit.
    out.top10Least = std::min(out.top10, leastTop(owned, who, supply));
    out.top10Most = std::max(out.top10, mostTop(owned, who, supply));
    if (sum > 0) {
        const auto n = static_cast<double>(bags.size());
        out.gini = 2.0 * weighted / (n * sum) - (n + 1.0) / n;
        double held = 0;
        for (const Bag& bag : bags) {
            ++out.nakamoto;
            if ((held += bag.coins) > sum / 2) break;
        }
    }
    return out;
}

}  // namespace core::detect
