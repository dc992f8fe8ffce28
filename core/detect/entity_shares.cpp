// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/entity_shares.h"

#include "core/detect/apart.h"

#include <algorithm>
#include <unordered_map>

namespace core::detect {
namespace {

struct Bag {
    double coins = 0;
    ledger::WalletNumber wallet = ledger::kNoNumber;
    std::size_t wallets = 0;
    const intel::Cluster* cluster = nullptr;

    // Holders come with the largest first, and by address where they hold as much.
    void add(ledger::WalletNumber owner, double amount) {
        coins += amount;
        if (wallets++ == 0) wallet = owner;
    }
};

struct Holder {
    double coins = 0;
    ledger::WalletNumber owner = ledger::kNoNumber;
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
    if (!coin.holdersKnown() || !coin.supply || *coin.supply == 0) return std::nullopt;
    const auto supply = static_cast<double>(*coin.supply);
    EntityShares out;
    thread_local Lists lists;
    lists.clear();
    std::vector<Holder>& holders = lists.holders;
    // By number: addresses lie anywhere in memory, and only where two hold as much do they say anything.
    const ledger::WalletTable& addresses = coin.positions.wallets();
    for (std::size_t i = 0; i < coin.positions.size(); ++i) {
        const Int128 balance = coin.positions[i].balance();
        if (balance <= 0) continue;
        const ledger::WalletNumber owner = coin.positions.ownerAt(i);
        holders.push_back({static_cast<double>(balance), owner, who.wallets().idOf(addresses, owner)});
    }
    // A fixed order makes the sums the same on every run.
    const auto larger = [&addresses](const auto& a, double aCoins, const auto& b, double bCoins) {
        return aCoins != bCoins ? aCoins > bCoins : addresses.address(a) < addresses.address(b);
    };
    std::sort(holders.begin(), holders.end(),
              [&](const Holder& a, const Holder& b) { return larger(a.owner, a.coins, b.owner, b.coins); });
    const ApartLook look{coin, who};
    std::vector<Bag>& bags = lists.bags;
    for (const auto& [coins, owner, id] : holders) {
        const double share = coins / supply;
        const Apart apart = look.of(owner, id);
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
        bags[place].add(owner, coins);
    }
    std::sort(bags.begin(), bags.end(),
              [&](const Bag& a, const Bag& b) { return larger(a.wallet, a.coins, b.wallet, b.coins); });
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
        out.top.push_back({addresses.address(bags[i].wallet), bags[i].wallets, share});
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
