// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/pump.h"

#include "core/base/counted.h"
#include "core/base/recent_map.h"
#include "core/detect/burst_meter.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace core::detect {
namespace {

// Detection section 4.10.
struct Params : PumpParams {
    double halved = 0.5;                  // of the peak: the pump is over
    std::int64_t halvedWithin = 600'000;  // milliseconds behind the alarm
    std::size_t buyers = 10;              // kept as evidence
    std::size_t mostCoins = 8'192;        // with a baseline, twice that at most
};

struct Buyer {
    intel::WalletId wallet = intel::kNoWallet;
    std::uint64_t coins = 0;
    std::optional<Signature> signature;
    std::optional<Slot> slot;
};

struct State {
    BurstMeter slow, fast;
    std::int64_t bucket = std::numeric_limits<std::int64_t>::min();  ///< 25 s, whose first buyers are kept
    std::vector<Buyer> buyers, before;
    bool masked = false;
    // Since the last alarm.
    std::int64_t alarm = 0;
    double peak = 0;
    Flag told;
    bool open = false;
};

class Pump final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        const auto* trade = std::get_if<Trade>(&scene.event.body);
        if (trade == nullptr || scene.coin == nullptr) return;
        const ledger::TokenLedger& coin = *scene.coin;
        const auto seconds = ledger::eventTime(scene.event.at);
        if (!seconds || !coin.quoteMint || *coin.quoteMint != trade->quoteMint) return;
        if (*seconds < 0) return;
        State& state = m_states[coin.ordinal()];
        if (coin.graduated && !state.masked) {
            state.masked = true;
            const std::int64_t at = coin.graduatedTime.value_or(*seconds) * 1'000;
            state.slow.graduated(at, m_params.slow);
            state.fast.graduated(at, m_params.fast);
        }
        BurstTrade burst;
        burst.time = *seconds * 1'000;
        burst.volume = static_cast<double>(trade->quoteAmount.value());
        if (trade->price().valid()) burst.price = burst.volume / static_cast<double>(trade->baseAmount.value());
        burst.buy = trade->side == Side::Buy;
        burst.moment = scene.event.at.slot ? scene.event.at.slot->value() : static_cast<std::uint64_t>(*seconds);
        burst.trader = scene.who.find(trade->wallet);
        watch(scene, burst, state, out);

        auto slow = state.slow.alarm(burst, m_params.slow, m_slow, coin.graduated);
        const auto fast = state.fast.alarm(burst, m_params.fast, m_fast, coin.graduated);
        if (slow || fast)
            tell(scene, slow ? *slow : *fast, slow ? m_params.slow : m_params.fast, burst, state, out);
        keepBuyer(scene, *trade, burst, state);
    }

private:
    void keepBuyer(const Scene& scene, const Trade& trade, const BurstTrade& burst, State& state) const {
        const std::int64_t bucket = burst.time / m_params.slow.width;
        if (bucket < state.bucket) return;
        if (bucket > state.bucket) {
            state.bucket = bucket;
            state.before.swap(state.buyers);
            state.buyers.clear();
        }
        const auto wallet = static_cast<intel::WalletId>(burst.trader);
        if (!burst.buy || wallet == intel::kNoWallet || state.buyers.size() >= m_params.buyers) return;
        // Thousands of coins keep theirs: doubling would reserve room for six that never come.
        if (state.buyers.capacity() == 4) state.buyers.reserve(m_params.buyers);
        state.buyers.push_back({wallet, trade.baseUser.value_or(trade.baseAmount).value(), scene.event.at.signature,
                                scene.event.at.slot});
    }

    // Whether the price comes down as fast as it went up.
    void watch(const Scene& scene, const BurstTrade& trade, State& state, Findings& out) const {
        if (!state.open || trade.price <= 0 || trade.time < state.alarm) return;
        if (trade.time - state.alarm > m_params.halvedWithin) {
            state.open = false;
            state.told = {};
            return;
        }
        state.peak = std::max(state.peak, trade.price);
        if (trade.price > state.peak * (1 - m_params.halved)) return;
        state.open = false;
        Flag flag = flagOf("pump", scene);
        flag.subject = state.told.subject;
        flag.value = state.told.value;
        flag.unit = state.told.unit;
        flag.wallets = state.told.wallets;
        flag.evidence = std::move(state.told.evidence);
        flag.evidence.push_back(
            evidenceOf("trade", scene.event.at, {std::get<Trade>(scene.event.body).wallet}, std::nullopt,
                       fmt::format("price {:.0f}% below its peak", (1 - trade.price / state.peak) * 100)));
        flag.confidence = 0.95;
        flag.rule = fmt::format(
            "{}: the pump is over, the price fell by {:.0f}% from its peak within {} s of the alarm.",
            coinName(*scene.coin), (1 - trade.price / state.peak) * 100, (trade.time - state.alarm) / 1'000);
        flag.against = state.told.against;
        state.told = {};
        flag.gravity = Severity::Critical;
        out.flags.push_back(std::move(flag));
    }

    void tell(const Scene& scene, const Burst& burst, const BurstParams& params, const BurstTrade& now,
              State& state, Findings& out) {
        const ledger::TokenLedger& coin = *scene.coin;
        // One alarm for both widths.
        state.slow.quiet(burst.end, m_params.slow);
        state.fast.quiet(burst.end, m_params.fast);
        Flag flag = flagOf("pump", scene);
        flag.subject = fmt::format("{}", burst.end / 1'000);
        flag.value = burst.change;
        flag.unit = "return in 25 s";
        const double most = params.clip * (params.buyers ? 5 : 4);
        const double least = params.score * (params.buyers ? 5.0 : 4.0) / 4;
        // Not calibrated: no labelled pumps of meme coins exist. 0.5 at the threshold, 0.9 at the most.
        flag.confidence = 0.5 + 0.4 * (burst.score - least) / std::max(1.0, most - least);
        flag.rule = fmt::format(
            "{}: {} by about {} in {} s, {:.2f} quote units against a usual {:.2f}, price {:+.1f}% "
            "in "
            "25 s; {:.0f} of {:.0f} points above the coin's own past.",
            coinName(coin), counted(burst.trades, "trade"), counted(burst.buyers, "buyer"), params.width / 1'000,
            burst.volume / std::pow(10.0, coin.quoteDecimals),
            burst.usualVolume / std::pow(10.0, coin.quoteDecimals), burst.change * 100, burst.score, most);
        // The bucket ended before this trade, which belongs to the next one.
        const std::int64_t bucket = (burst.end - 1) / m_params.slow.width;
        const std::vector<Buyer>& buyers = bucket == state.bucket ? state.buyers : state.before;
        for (const Buyer& buyer : buyers) {
            const Wallet address = scene.who.wallets()[buyer.wallet].address;
            if (std::find(flag.wallets.begin(), flag.wallets.end(), address) == flag.wallets.end())
                flag.wallets.push_back(address);
            EventHeader at;
            at.signature = buyer.signature;
            at.slot = buyer.slot;
            const intel::Cluster* cluster = scene.who.links().clusterOf(buyer.wallet);
            flag.evidence.push_back(evidenceOf(
                "buy", at, {address}, TokenAmount{buyer.coins},
                cluster == nullptr ? std::string{"among the first buyers of the burst"}
                                   : fmt::format("among the first buyers of the burst, of the cluster {}",
                                                 scene.who.wallets()[cluster->members.front()].address.base58())));
        }
        if (flag.evidence.empty())
            flag.evidence.push_back(evidenceOf("trade", scene.event.at, {std::get<Trade>(scene.event.body).wallet},
                                               std::nullopt, "the trade that ended the bucket"));
        if (flag.wallets.empty()) flag.wallets.push_back(flag.evidence.front().wallets.front());
        flag.against.emplace_back("News, a listing or a raid by a real community looks the same from here.");
        flag.gravity = Severity::Warning;
        state.alarm = now.time;
        state.peak = burst.price;
        state.open = true;
        state.told = flag;
        out.flags.push_back(std::move(flag));
    }

    Params m_params;
    BurstPopulation m_slow, m_fast;
    RecentMap<std::uint32_t, State> m_states{m_params.mostCoins};
};

}  // namespace

std::unique_ptr<Detector> makePump() {
    return std::make_unique<Pump>();
}

}  // namespace core::detect
