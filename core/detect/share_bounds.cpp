// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/share_bounds.h"

#include "core/detect/apart.h"

#include <algorithm>
#include <functional>
#include <unordered_map>
#include <utility>
#include <vector>

namespace core::detect {
namespace {

constexpr std::size_t kTop = 10;

struct Owned {
    intel::WalletId wallet;
    double coins;
    const intel::Cluster* cluster;
};

// Share of supply of the ten largest of these sums.
double tenLargest(std::vector<double> sums, double supply) {
    const std::size_t most = std::min(sums.size(), kTop);
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
        const bool sure = one.cluster != nullptr && who.links().membership(one.wallet) >= ShareBounds::kSure;
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
            if (other == placeOf.end() || link.posterior() < ShareBounds::kMaybe) continue;
            if (who.wallets().hub(other->first) != intel::HubKind::None) continue;
            parent[root(i)] = root(other->second);
        }
    }
    std::vector<double> sums(owned.size());
    for (std::size_t i = 0; i < owned.size(); ++i) sums[root(i)] += owned[i].coins;
    return tenLargest(std::move(sums), supply);
}

}  // namespace

ShareBounds shareBounds(const ledger::TokenLedger& coin, const intel::Intel& who) {
    if (!coin.supply || *coin.supply == 0) return {};
    std::vector<Owned> owned;
    const ApartLook look{coin, who};
    for (std::size_t i = 0; i < coin.positions.size(); ++i) {
        const Int128 balance = coin.positions[i].balance();
        if (balance <= 0) continue;
        const ledger::WalletNumber owner = coin.positions.ownerAt(i);
        const intel::WalletId id = who.wallets().idOf(coin.positions.wallets(), owner);
        if (look.of(owner, id) != Apart::No) continue;
        const intel::Cluster* cluster = id == intel::kNoWallet ? nullptr : who.links().clusterOf(id);
        owned.push_back({id, static_cast<double>(balance), cluster});
    }
    const auto supply = static_cast<double>(*coin.supply);
    return {leastTop(owned, who, supply), mostTop(owned, who, supply)};
}

}  // namespace core::detect
