// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/fresh_wallet.h"

#include "core/base/counted.h"
#include "core/base/recent_map.h"
#include "core/detect/statistics.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace core::detect {
namespace {

// Detection section 4.8.
struct Params {
    std::int64_t freshSeconds = 86'400;
    std::int64_t youngSeconds = 10 * 86'400;
    std::uint64_t firstBuyers = 70;
    double base = 0.15;  // of early buyers, in every group that was looked at
    double chance = 1e-3;
    std::size_t most = 2'048;  // coins of each generation: over an hour of launches at the rate of 2026
};

enum class Age : std::uint8_t { Unknown, Fresh, Young, Old };

struct Buyer {
    intel::WalletId wallet;
    Age age;  // as far as its history was told by now
    std::uint64_t slot;
    std::int64_t time;
    Signature signature;
};

struct Coin {
    Mint mint;
    std::vector<Buyer> buyers;
    int known = 0, fresh = 0, young = 0;
    int told = 0;  // fresh buyers in the last statement
};

// 1 / chance to two digits, in groups of three: "2,000" reads better than 0.0005.
std::string oneIn(double chance) {
    constexpr double kMost = 1e9;
    if (!(chance * kMost > 1)) return "more than 1,000,000,000";
    const double times = 1 / chance;
    const double step = std::pow(10.0, std::max(0.0, std::floor(std::log10(times)) - 1));
    std::string digits = fmt::format("{:.0f}", std::round(times / step) * step);
    for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
    return digits;
}

class FreshWallet final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        const auto* trade = std::get_if<Trade>(&scene.event.body);
        const auto time = ledger::eventTime(scene.event.at);
        if (trade == nullptr || trade->side != Side::Buy || scene.coin == nullptr || !time) return;
        const ledger::TokenLedger& coin = *scene.coin;
        if (!coin.lastWasFirstBuy || !coin.creationSeen || coin.buyers > m_params.firstBuyers) return;
        if (coin.creator == trade->wallet || !scene.event.at.slot || !scene.event.at.signature) return;
        Coin& state = m_coins[coin.ordinal()];
        state.mint = coin.mint();
        Buyer buyer{scene.who.find(trade->wallet), Age::Unknown, scene.event.at.slot->value(), *time,
                    *scene.event.at.signature};
        if (const WalletHistory* history = scene.who.wallets().history(trade->wallet))
            buyer.age = ageOf(*history, buyer);
        count(state, buyer.age, 1);
        // Doubling would reserve room for 128 where 70 is the most.
        if (state.buyers.size() == state.buyers.capacity() && state.buyers.capacity() >= 32)
            state.buyers.reserve(m_params.firstBuyers);
        state.buyers.push_back(buyer);
        judge(scene, coin, state, out);
    }

    void onHistory(const Scene& scene, const WalletHistory& history, Findings& out) override {
        const intel::WalletId wallet = scene.who.find(history.wallet);
        if (wallet == intel::kNoWallet) return;
        // What reaches further back stands, see WalletBook::learn().
        const WalletHistory* best = scene.who.wallets().history(history.wallet);
        if (best == nullptr) return;
        for (const std::uint32_t ordinal : scene.who.coinsOf(wallet)) {
            Coin* state = m_coins.find(ordinal);
            if (state == nullptr) continue;
            const auto buyer = std::find_if(state->buyers.begin(), state->buyers.end(),
                                            [wallet](const Buyer& one) { return one.wallet == wallet; });
            if (buyer == state->buyers.end()) continue;
            // A second list of a wallet must not count it twice.
            count(*state, buyer->age, -1);
            buyer->age = ageOf(*best, *buyer);
            count(*state, buyer->age, 1);
            if (const ledger::TokenLedger* coin = scene.market.find(state->mint)) judge(scene, *coin, *state, out);
        }
    }

private:
    [[nodiscard]] Age ageOf(const WalletHistory& history, const Buyer& buyer) const {
        if (!history.complete) return Age::Old;  // more signatures than a list holds
        // The buy itself is in the list of a wallet that was asked for after it.
        if (!history.oldestTime || *history.oldestTime > buyer.time) return Age::Unknown;
        const std::int64_t age = buyer.time - *history.oldestTime;
        if (age < m_params.freshSeconds && history.before(buyer.slot) < WalletHistory::kFirst) return Age::Fresh;
        return age < m_params.youngSeconds ? Age::Young : Age::Old;
    }

    static void count(Coin& state, Age age, int by) {
        state.known += age != Age::Unknown ? by : 0;
        state.fresh += age == Age::Fresh ? by : 0;
        state.young += age == Age::Young ? by : 0;
    }

    void judge(const Scene& scene, const ledger::TokenLedger& coin, Coin& state, Findings& out) const {
        if (state.fresh <= state.told || state.fresh < 2) return;
        const double p = poissonBinomialTail(static_cast<std::uint32_t>(state.fresh),
                                             static_cast<std::uint32_t>(state.known), m_params.base * state.known);
        if (p >= m_params.chance) return;
        state.told = state.fresh;

        Flag flag = flagOf("fresh_wallet", scene);
        flag.mint = coin.mint();
        flag.value = static_cast<double>(state.fresh) / static_cast<double>(state.known);
        flag.unit = "share of the first buyers whose beginning is known";
        // That they are fresh is a fact; that it is no accident is as sure as chance is small.
        flag.confidence = std::min(0.99, 1 - p);
        std::uint64_t coins = 0;
        for (const Buyer& buyer : state.buyers) {
            if (buyer.age != Age::Fresh) continue;
            const Wallet wallet = scene.who.wallets()[buyer.wallet].address;
            const WalletHistory& history = *scene.who.wallets().history(wallet);
            flag.wallets.push_back(wallet);
            EventHeader at;
            at.signature = buyer.signature;
            at.slot = Slot{buyer.slot};
            const auto held = coin.positions.find(wallet);
            const std::uint64_t bought = held == coin.positions.end() ? 0 : held->second.bought;
            coins = saturatingAdd(coins, bought);
            flag.evidence.push_back(
                evidenceOf("buy", at, {wallet}, TokenAmount{bought},
                           fmt::format("first buy {} min after the wallet's first signature, {} before it",
                                       (buyer.time - *history.oldestTime) / 60,
                                       counted(history.before(buyer.slot), "signature"))));
        }
        const double share =
            coin.supply && *coin.supply != 0 ? static_cast<double>(coins) / static_cast<double>(*coin.supply) : 0;
        flag.rule = fmt::format(
            "{}: {} of {} early buyers whose beginning is known were fresh wallets, another {} younger than 10 "
            "days; "
            "they bought {:.1f}% of supply. About 15% are fresh on any coin; by chance as many are on one coin in "
            "{}.",
            coinName(coin), state.fresh, state.known, state.young, share * 100, oneIn(p));
        flag.against.emplace_back("New users, and traders who take a new wallet for each coin, look the same.");
        flag.against.emplace_back("A node that keeps only recent history makes old wallets look new.");
        const auto buyers = static_cast<int>(state.buyers.size());
        if (state.known < buyers)
            flag.against.push_back(fmt::format("The beginning of {} of the first {} buyers is unknown.",
                                               buyers - state.known, buyers));
        out.flags.push_back(std::move(flag));
    }

    Params m_params;
    RecentMap<std::uint32_t, Coin> m_coins{m_params.most};  // by ordinal
};

}  // namespace

std::unique_ptr<Detector> makeFreshWallet() {
    return std::make_unique<FreshWallet>();
}

}  // namespace core::detect
