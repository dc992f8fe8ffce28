// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/entity_shares.h"

#include "core/detect/apart.h"

#include <algorithm>
#include <unordered_map>

namespace core::detect {
namespace {

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

struct Holder {
    double coins = 0;
    const Wallet* wallet = nullptr;
    intel::WalletId id = intel::kNoWallet;
};

// Lists of a look, kept from one to the next: they are large for an allocator, and looks are frequent.
struct Lists {
    std::vector<Holder> holders;
    std::vector<Bag> bags;
    std::unordered_map<const intel::Cluster*, std::size_t> byCluster;

    void clear() {
        holders.clear();
        bags.clear();
        byCluster.clear();
    }
};

}  // namespace

std::optional<EntityShares> entityShares(const ledger::TokenLedger& coin, const intel::Intel& who) {
    if (!coin.creationSeen || !coin.supply || *coin.supply == 0) return std::nullopt;
    const auto supply = static_cast<double>(*coin.supply);
    EntityShares out;
    thread_local Lists lists;
    lists.clear();
    std::vector<Holder>& holders = lists.holders;
    for (const auto& [wallet, position] : coin.positions) {
        const Int128 balance = position.balance();
        if (balance > 0) holders.push_back({static_cast<double>(balance), &wallet});
    }
    // All of them lie anywhere in memory: asked for one behind the other without anything between, many are on
    // their way at once.
    for (Holder& holder : holders) {
        holder.id = who.find(*holder.wallet);
        if (holder.id != intel::kNoWallet) __builtin_prefetch(&who.wallets()[holder.id]);
    }
    // A fixed order makes the sums the same on every run.
    std::sort(holders.begin(), holders.end(), [](const Holder& a, const Holder& b) {
        return a.coins != b.coins ? a.coins > b.coins : *a.wallet < *b.wallet;
    });
    std::vector<Bag>& bags = lists.bags;
    for (const auto& [coins, wallet, id] : holders) {
        const double share = coins / supply;
        const Apart apart = apartOf(coin, who, *wallet, id);
        if (apart == Apart::Reserve) {
            out.reserves += share;
            continue;
        }
        ++out.holders;
        if (out.holders <= EntityShares::kTop) out.top10Raw += share;
        if (apart != Apart::No) {
            (apart == Apart::Exchange  ? out.exchanges
             : apart == Apart::Service ? out.services
                                       : out.burned) += share;
            continue;
        }
        const intel::Cluster* cluster = id == intel::kNoWallet ? nullptr : who.links().clusterOf(id);
        std::size_t place = bags.size();
        if (cluster != nullptr) place = lists.byCluster.try_emplace(cluster, place).first->second;
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
