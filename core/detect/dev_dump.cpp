// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/dev_dump.h"

#include "core/base/text.h"
#include "core/ledger/market.h"

#include <fmt/format.h>

#include <algorithm>
#include <deque>
#include <unordered_map>

namespace core::detect {
namespace {

// Defaults and their reasons: detection section 4.4.
struct Params {
    std::int64_t fastWindowSeconds = 60;
    std::int64_t slowWindowSeconds = 1800;
    double bagFraction = 0.5;  // of the most the dev ever held
    double supplyFraction = 0.02;
    std::size_t mostSells = 32;  // ring per coin
};

struct Move {
    EventHeader at;
    std::int64_t time;
    std::uint64_t coins;
    bool sell;
};

struct State {
    Int128 peak = 0;
    std::deque<Move> moves;
    bool firedFast = false;
    bool firedSlow = false;
};

class DevDump final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        const Event& event = scene.event;
        const auto* trade = std::get_if<Trade>(&event.body);
        if (trade == nullptr || scene.coin == nullptr) return;
        const ledger::TokenLedger& coin = *scene.coin;
        if (!coin.creationSeen || !coin.creator || trade->wallet != *coin.creator) return;
        const auto held = coin.positions.find(trade->wallet);
        const auto time = ledger::eventTime(event.at);
        if (held == coin.positions.end() || !time) return;
        State& state = m_states[coin.mint()];
        const bool sell = trade->side == Side::Sell;
        const Int128 after = held->second.balance();
        state.peak = std::max(state.peak, sell ? after + trade->baseAmount.value() : after);
        state.moves.push_back({event.at, *time, trade->baseAmount.value(), sell});
        if (state.moves.size() > m_params.mostSells) state.moves.pop_front();
        if (!sell) return;
        if (!state.firedFast && judge(state, *time, m_params.fastWindowSeconds, scene, out)) {
            state.firedFast = state.firedSlow = true;
        } else if (!state.firedSlow && judge(state, *time, m_params.slowWindowSeconds, scene, out)) {
            state.firedSlow = true;
        }
    }

private:
    bool judge(const State& state, std::int64_t now, std::int64_t window, const Scene& scene, Findings& out) const {
        const ledger::TokenLedger& coin = *scene.coin;
        Int128 net = 0;
        std::vector<const Move*> sells;
        std::int64_t first = now;
        for (const Move& move : state.moves) {
            if (move.time + window < now || move.time > now) continue;
            if (!move.sell) {
                // Buying back makes up for earlier sells. What was bought before them, at the launch above
                // all, is the bag that is sold now and no credit, nor is what is bought beyond them.
                net = std::max<Int128>(0, net - static_cast<Int128>(move.coins));
                continue;
            }
            net += static_cast<Int128>(move.coins);
            sells.push_back(&move);
            first = std::min(first, move.time);
        }
        if (net <= 0 || state.peak <= 0) return false;
        const double ofBag = std::min(1.0, static_cast<double>(net) / static_cast<double>(state.peak));
        const double ofSupply =
            coin.supply && *coin.supply != 0 ? static_cast<double>(net) / static_cast<double>(*coin.supply) : 0.0;
        if (ofBag < m_params.bagFraction && ofSupply < m_params.supplyFraction) return false;

        Flag flag = flagOf("dev_dump", scene);
        flag.wallets = {*coin.creator};
        flag.slot = sells.back()->at.slot;
        flag.time = BlockTime{now};
        flag.value = ofSupply;
        flag.unit = "share of supply";
        flag.alert = ofSupply >= m_params.supplyFraction ? Severity::Critical : Severity::Warning;
        // The link between creator and seller is certain (same address); what is left is that creation and
        // every sell were read from the chain.
        flag.confidence = 0.99;
        flag.rule =
            fmt::format("{}: the dev sold {:.0f}% of the peak bag ({:.1f}% of supply) in {}.", coinName(coin),
                        ofBag * 100, ofSupply * 100,
                        sells.size() == 1 ? std::string{"one trade"}
                                          : fmt::format("{} trades within {} s", sells.size(), now - first));
        for (const Move* move : sells)
            flag.evidence.push_back(evidenceOf("sell", move->at, {*coin.creator}, TokenAmount{move->coins},
                                               "sell by the address that created the coin"));
        out.flags.push_back(std::move(flag));
        return true;
    }

    Params m_params;
    std::unordered_map<Mint, State> m_states;
};

}  // namespace

std::unique_ptr<Detector> makeDevDump() {
    return std::make_unique<DevDump>();
}

}  // namespace core::detect
