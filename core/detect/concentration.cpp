// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/concentration.h"

#include "core/base/counted.h"
#include "core/base/text.h"
#include "core/detect/entity_shares.h"
#include "core/detect/sell_window.h"
#include "core/detect/share_bounds.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace core::detect {
namespace {

// Detection section 4.13; the rest keeps the cost per trade constant.
struct Params {
    std::array<double, 2> bands{0.20, 0.50};  // of supply, top ten
    double slack = 0.01;                      // below a band before it counts as left: no to and fro at its edge
    double moved = 0.01;                      // of supply: worth a look before the trades are due
    std::size_t fewestTrades = 32;            // between looks when little moves
    std::size_t fewHolders = 64;              // below, looked at more often
    double certainty = 0.99;                  // every trade and transfer was read from the chain
};

struct State {
    std::uint64_t moved = 0;   // raw coins since the last look, held at the limit
    std::uint32_t trades = 0;  // since the last look
    std::uint8_t band = 0;     // bands reached
};

class ConcentrationBands final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        if (scene.coin == nullptr || !scene.coin->holdersKnown() || !scene.coin->supply) return;
        std::uint64_t coins = 0;
        if (const auto* trade = std::get_if<Trade>(&scene.event.body)) {
            coins = userCoins(*trade);
        } else if (const auto* moved = std::get_if<TokenTransfer>(&scene.event.body)) {
            coins = moved->amount.value();
        } else if (const auto* burn = std::get_if<Burn>(&scene.event.body)) {
            coins = burn->amount.value();
        } else {
            return;
        }
        const ledger::TokenLedger& coin = *scene.coin;
        if (m_states.size() <= coin.ordinal()) m_states.resize(coin.ordinal() + 1);
        State& state = m_states[coin.ordinal()];
        state.moved = saturatingAdd(state.moved, coins);
        ++state.trades;
        const std::size_t holders = coin.positions.size();
        const bool much = static_cast<double>(state.moved) >= m_params.moved * static_cast<double>(*coin.supply);
        // A look costs a step for each holder: as many trades pay for it, and few holders are cheap.
        const std::size_t due = much ? (holders < m_params.fewHolders ? holders / 4 : holders)
                                     : std::max(m_params.fewestTrades, 4 * holders);
        if (state.trades < due) return;
        state.trades = 0;
        state.moved = 0;
        look(scene, state, out);
    }

private:
    void look(const Scene& scene, State& state, Findings& out) const {
        const auto shares = entityShares(*scene.coin, scene.who);
        if (!shares || shares->top.empty()) return;
        std::uint8_t band = state.band;
        while (band < m_params.bands.size() && shares->top10 >= m_params.bands[band]) ++band;
        while (band > 0 && shares->top10 < m_params.bands[band - 1U] - m_params.slack) --band;
        if (band == state.band) return;
        const bool up = band > state.band;
        const double edge = m_params.bands[up ? band - 1U : band];
        state.band = band;

        Flag flag = flagOf("concentration", scene);
        flag.value = shares->top10;
        flag.unit = "share of supply";
        flag.confidence = m_params.certainty * shares->confidence;
        std::size_t wallets = 0;
        for (const EntityShares::Entity& entity : shares->top) {
            flag.wallets.push_back(entity.wallet);
            wallets += entity.wallets;
        }
        const ShareBounds bounds = shareBounds(*scene.coin, scene.who);
        std::string apart;
        const auto name = [&](double share, std::string_view what) {
            if (share >= 0.0005) apart += fmt::format("; {:.1f}% {}", share * 100, what);
        };
        name(shares->exchanges, "on exchanges");
        name(shares->services, "in listed services");
        name(shares->burned, "burned");
        const std::string holders =
            shares->top.size() == 1
                ? fmt::format("the largest entity ({}) holds", counted(wallets, "wallet"))
                : fmt::format("the {} largest entities ({}) hold", shares->top.size(), counted(wallets, "wallet"));
        flag.rule = fmt::format(
            "{}: {} {:.1f}% of supply, {} than {:.0f}% "
            "({:.1f} to {:.1f}% as only links of 97% or all of 50% count); by wallet it is {:.1f}%; HHI {:.3f}, "
            "Gini {:.2f}, {} of {} entities hold half of what "
            "is held{}.",
            coinName(*scene.coin), holders, shares->top10 * 100, up ? "more" : "less", edge * 100,
            bounds.least * 100, bounds.most * 100, shares->top10Raw * 100, shares->hhi, shares->gini,
            shares->nakamoto, shares->entities, apart);
        flag.evidence.push_back(evidenceOf(
            "crossing", scene.event.at, {shares->top.front().wallet}, std::nullopt,
            fmt::format("the event after which it was seen; the largest entity holds "
                        "{:.1f}% with {}",
                        shares->top.front().share * 100, counted(shares->top.front().wallets, "wallet"))));
        flag.against.emplace_back(
            "A vesting or locker program, or an exchange that is on no list, counts as a holder.");
        out.flags.push_back(std::move(flag));
    }

    Params m_params;
    std::vector<State> m_states;  // by ordinal
};

}  // namespace

std::unique_ptr<Detector> makeConcentration() {
    return std::make_unique<ConcentrationBands>();
}

}  // namespace core::detect
