// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/pipeline/wallet_scene.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace core::pipeline {
namespace {

constexpr std::size_t kTextCharacters = 40;
constexpr std::array<std::int64_t, 3> kDelays{1, 3, 10};

std::optional<double> priceUntil(const ledger::TokenLedger& coin, std::int64_t time) {
    const auto point = coin.points.lastUntil(time);
    if (!point || point->base == 0 || point->quote == 0) return std::nullopt;
    return static_cast<double>(point->quote) / static_cast<double>(point->base);
}

void measureGains(const WalletScene& scene, Locomotive& row) {
    std::array<double, kDelays.size()> sums{};
    std::set<std::pair<Mint, std::uint64_t>> seen;
    const auto now = scene.market.lastTime();
    for (std::size_t i = 0; i < kDelays.size(); ++i) row.gains[i].delay = kDelays[i];
    for (const FollowedBuy& buy : row.buys) {
        // Ten followers of one buy are one case.
        if (!buy.time || !seen.emplace(buy.mint, buy.leaderSlot).second) continue;
        const ledger::TokenLedger* coin = scene.market.find(buy.mint);
        if (coin == nullptr || coin->pointsTrimmed) continue;
        // Not over yet: what will be is unknown.
        if (!now || *now < *buy.time + Locomotive::kFollowSeconds) continue;
        const auto out = priceUntil(*coin, *buy.time + Locomotive::kFollowSeconds);
        for (std::size_t i = 0; i < kDelays.size(); ++i) {
            const auto in = priceUntil(*coin, *buy.time + kDelays[i]);
            if (!in || !out) continue;
            ++row.gains[i].buys;
            sums[i] += *out / *in - 1;
        }
    }
    for (std::size_t i = 0; i < kDelays.size(); ++i)
        if (row.gains[i].buys != 0) row.gains[i].mean = sums[i] / static_cast<double>(row.gains[i].buys);
}

}  // namespace

LeadBoard leadBoard(const WalletScene& scene) {
    std::map<Wallet, Locomotive> byLeader;
    std::map<Wallet, std::vector<std::uint8_t>> lagsOf;
    for (const Lead& lead : scene.leads) {
        Locomotive& row = byLeader[lead.leader];
        row.wallet = lead.leader;
        ++row.followers;
        row.copyBots += lead.copyBot ? 1 : 0;
        row.coins = std::max(row.coins, lead.tokens);
        row.qValue = std::min(row.qValue, lead.qValue);
        if (lead.followRate > row.followRate) {
            row.followRate = lead.followRate;
            row.nullRate = lead.nullRate;
        }
        for (const std::uint8_t lag : lead.lags) {
            ++row.lags[std::min<std::size_t>(lag, row.lags.size() - 1)];
            lagsOf[lead.leader].push_back(lag);
        }
        row.pairs.push_back({lead.follower, lead});
        for (const LeadProof& proof : lead.proofs) {
            FollowedBuy buy;
            buy.mint = proof.mint;
            buy.follower = lead.follower;
            buy.leaderSlot = proof.leaderSlot;
            buy.followerSlot = proof.followerSlot;
            buy.leaderSignature = proof.leader;
            buy.followerSignature = proof.follower;
            buy.time = scene.journal.timeOf(proof.leaderSlot);
            if (const auto* coin = scene.market.find(proof.mint))
                buy.symbol = sanitizeText(coin->symbol, kTextCharacters);
            row.buys.push_back(std::move(buy));
        }
    }
    LeadBoard out;
    for (auto& [wallet, row] : byLeader) {
        row.roles = rolesOver(scene, wallet, scene.who.find(wallet));
        std::vector<std::uint8_t>& lags = lagsOf[wallet];
        std::sort(lags.begin(), lags.end());
        if (!lags.empty()) {
            row.medianLag = (lags[(lags.size() - 1) / 2] + lags[lags.size() / 2]) / 2.0;
            row.lagLow = lags[lags.size() / 4];
            row.lagHigh = lags[lags.size() * 3 / 4];
        }
        std::stable_sort(row.pairs.begin(), row.pairs.end(),
                         [](const LeadRow& a, const LeadRow& b) { return a.lead.tokens > b.lead.tokens; });
        std::stable_sort(row.buys.begin(), row.buys.end(),
                         [](const FollowedBuy& a, const FollowedBuy& b) { return a.leaderSlot > b.leaderSlot; });
        if (row.buys.size() > Locomotive::kMostBuys) row.buys.resize(Locomotive::kMostBuys);
        for (const FollowedBuy& buy : row.buys)
            if (buy.time) row.lastActive = std::max(row.lastActive.value_or(*buy.time), *buy.time);
        measureGains(scene, row);
        out.rows.push_back(std::move(row));
    }
    out.count = out.rows.size();
    std::stable_sort(out.rows.begin(), out.rows.end(), [](const Locomotive& a, const Locomotive& b) {
        return std::tuple{a.qValue, b.followRate - b.nullRate} < std::tuple{b.qValue, a.followRate - a.nullRate};
    });
    if (out.rows.size() > LeadBoard::kMostRows) out.rows.resize(LeadBoard::kMostRows);
    return out;
}

}  // namespace core::pipeline
