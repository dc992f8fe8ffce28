// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/dev_dump.h"

#include "core/base/recent_map.h"
#include "core/base/text.h"
#include "core/detect/sell_window.h"
#include "core/ledger/market.h"

#include <fmt/format.h>

#include <algorithm>

namespace core::detect {
namespace {

// Defaults and their reasons: detection section 4.4.
struct Params {
    std::int64_t fastWindowSeconds = 60;
    std::int64_t slowWindowSeconds = 1800;
    double bagFraction = 0.5;  // of the most the dev entity ever held
    double supplyFraction = 0.02;
    double link = 0.90;                // P(one hand) from which a wallet is the dev's
    double dripPerMinute = 0.001;      // of supply: selling slower than this is no drip
    double dripTotal = 0.03;           // of supply, beyond what dripPerMinute allows
    std::int64_t dripSeconds = 300;    // a drip lasts; what is faster is told by the windows
    double certainty = 0.99;           // creation and sells were read from the chain
    std::size_t mostMembers = 256;     // wallets of the entity whose balances are added up
    std::size_t mostWalletsTold = 32;  // in one flag
    std::size_t mostCoins = 8'192;     // whose dev moved, twice that at most: ten hours of launches and more
};

struct State {
    SellWindow window;
    std::uint64_t version = 0;  // of the links when the balance was added up
    bool known = false;
    Int128 balance = 0;
    Int128 peak = 0;
    double drip = 0;  // Page's statistic, of supply
    std::int64_t dripSince = 0;
    std::int64_t dripLast = 0;
    bool firedFast = false;
    bool firedSlow = false;
    bool firedDrip = false;
};

class DevDump final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        if (scene.coin == nullptr || !scene.coin->creationSeen || !scene.coin->creator) return;
        if (const auto* trade = std::get_if<Trade>(&scene.event.body)) {
            const std::uint64_t coins = userCoins(*trade);
            if (trade->side == Side::Buy)
                moved(scene, nullptr, &trade->wallet, coins, trade, out);
            else
                moved(scene, &trade->wallet, nullptr, coins, trade, out);
        } else if (const auto* transfer = std::get_if<TokenTransfer>(&scene.event.body)) {
            moved(scene, &transfer->from, &transfer->to, transfer->amount.value(), nullptr, out);
        }
    }

private:
    // Coins left `from` for `to`; a null side is the market.
    void moved(const Scene& scene, const Wallet* from, const Wallet* to, std::uint64_t coins, const Trade* trade,
               Findings& out) {
        const ledger::TokenLedger& coin = *scene.coin;
        const double fromLink = from != nullptr ? scene.who.linkToCreator(*from, coin) : 0;
        const double toLink = to != nullptr ? scene.who.linkToCreator(*to, coin) : 0;
        const bool leaves = fromLink >= m_params.link;
        const bool enters = toLink >= m_params.link;
        if (!leaves && !enters) return;
        State& state = m_states[coin.ordinal()];
        if (!state.known || state.version != scene.who.links().version()) {
            addUp(scene, state);
        } else {
            if (leaves) state.balance -= static_cast<Int128>(coins);
            if (enters) state.balance += static_cast<Int128>(coins);
        }
        state.peak = std::max(state.peak, state.balance + (leaves && !enters ? static_cast<Int128>(coins) : 0));
        const auto time = ledger::eventTime(scene.event.at);
        if (trade == nullptr || !time) return;
        const bool sell = trade->side == Side::Sell;
        state.window.add({scene.event.at, *time, trade->wallet, coins, sell, sell ? fromLink : toLink});
        drip(state, coin, *time, coins, sell);
        if (!sell) return;
        if (!state.firedFast && judge(state, *time, m_params.fastWindowSeconds, scene, out)) {
            state.firedFast = state.firedSlow = true;
        } else if (!state.firedSlow && judge(state, *time, m_params.slowWindowSeconds, scene, out)) {
            state.firedSlow = true;
        } else if (!state.firedDrip && state.drip > m_params.dripTotal &&
                   *time - state.dripSince >= m_params.dripSeconds) {
            state.firedDrip = true;
            tellDrip(state, *time, scene, out);
        }
    }

    // Membership changed: what the members hold now, from their positions.
    void addUp(const Scene& scene, State& state) const {
        const ledger::TokenLedger& coin = *scene.coin;
        state.known = true;
        state.balance = 0;
        const auto add = [&](const Wallet& wallet) {
            const auto held = coin.positions.find(wallet);
            if (held != coin.positions.end()) state.balance += std::max<Int128>(0, held->second.balance());
        };
        add(*coin.creator);
        if (const intel::Cluster* cluster = scene.who.clusterOf(*coin.creator)) {
            std::size_t members = 0;
            for (const intel::WalletId id : cluster->members) {
                const Wallet& wallet = scene.who.wallets()[id].address;
                if (wallet == *coin.creator || scene.who.linkToCreator(wallet, coin) < m_params.link) continue;
                if (++members > m_params.mostMembers) break;
                add(wallet);
            }
        }
        state.version = scene.who.links().version();
    }

    // Page CUSUM: grows with net sells, shrinks with time. Late events add without turning the clock back.
    void drip(State& state, const ledger::TokenLedger& coin, std::int64_t time, std::uint64_t coins,
              bool sell) const {
        if (!coin.supply || *coin.supply == 0) return;
        if (state.drip > 0 && time > state.dripLast)
            state.drip -= m_params.dripPerMinute * static_cast<double>(time - state.dripLast) / 60;
        if (state.drip <= 0) {
            state.drip = 0;
            state.dripSince = time;
        }
        const double share = static_cast<double>(coins) / static_cast<double>(*coin.supply);
        state.drip = std::max(0.0, state.drip + (sell ? share : -share));
        state.dripLast = std::max(state.dripLast, time);
    }

    // The wallets that sold, the creator first where it did, with the confidence that they are the dev.
    void fill(Flag& flag, const std::vector<const SellWindow::Move*>& sells, const Scene& scene) const {
        double linked = 0;
        double all = 0;
        for (const SellWindow::Move* move : sells) {
            linked += move->link * static_cast<double>(move->coins);
            all += static_cast<double>(move->coins);
            if (std::find(flag.wallets.begin(), flag.wallets.end(), move->wallet) == flag.wallets.end() &&
                flag.wallets.size() < m_params.mostWalletsTold)
                flag.wallets.push_back(move->wallet);
            const bool creator = move->wallet == *scene.coin->creator;
            flag.evidence.push_back(evidenceOf(
                "sell", move->at, {move->wallet}, TokenAmount{move->coins},
                creator ? std::string{"sell by the address that created the coin"}
                        : fmt::format("sell by a wallet linked to the creator with P = {:.2f}", move->link)));
        }
        std::stable_partition(flag.wallets.begin(), flag.wallets.end(),
                              [&](const Wallet& wallet) { return wallet == *scene.coin->creator; });
        flag.confidence = m_params.certainty * (all > 0 ? linked / all : 1.0);
        if (std::any_of(sells.begin(), sells.end(), [](const auto* move) { return move->link < 1; }))
            flag.against.emplace_back("The linked wallets may belong to somebody else.");
    }

    static std::string seller(const Flag& flag, const ledger::TokenLedger& coin) {
        const bool creator = flag.wallets.front() == *coin.creator;
        if (creator && flag.wallets.size() == 1) return "the dev";
        const std::size_t linked = flag.wallets.size() - (creator ? 1 : 0);
        return fmt::format("{}{} linked wallet{}", creator ? "the dev and " : "", linked, linked == 1 ? "" : "s");
    }

    bool judge(const State& state, std::int64_t now, std::int64_t window, const Scene& scene, Findings& out) const {
        const ledger::TokenLedger& coin = *scene.coin;
        const SellWindow::Total total = state.window.over(now, window);
        if (total.net <= 0 || state.peak <= 0 || total.moves.empty()) return false;
        const double ofBag = std::min(1.0, static_cast<double>(total.net) / static_cast<double>(state.peak));
        const double ofSupply = coin.supply && *coin.supply != 0
                                    ? static_cast<double>(total.net) / static_cast<double>(*coin.supply)
                                    : 0.0;
        if (ofBag < m_params.bagFraction && ofSupply < m_params.supplyFraction) return false;

        Flag flag = flagOf("dev_dump", scene);
        flag.slot = total.moves.back()->at.slot;
        flag.time = BlockTime{now};
        flag.value = ofSupply;
        flag.unit = "share of supply";
        flag.gravity = ofSupply >= m_params.supplyFraction ? Severity::Critical : Severity::Warning;
        fill(flag, total.moves, scene);
        flag.rule =
            fmt::format("{}: {} sold {:.0f}% of the peak bag ({:.1f}% of supply) in {}.", coinName(coin),
                        seller(flag, coin), ofBag * 100, ofSupply * 100,
                        total.sells == 1 ? std::string{"one trade"}
                                         : fmt::format("{} trades within {} s", total.sells, now - total.first));
        out.flags.push_back(std::move(flag));
        return true;
    }

    void tellDrip(const State& state, std::int64_t now, const Scene& scene, Findings& out) const {
        const ledger::TokenLedger& coin = *scene.coin;
        std::vector<const SellWindow::Move*> sells;
        for (const SellWindow::Move& move : state.window.moves())
            if (move.sell && move.time >= state.dripSince) sells.push_back(&move);
        if (sells.empty()) return;
        Flag flag = flagOf("dev_dump", scene);
        const double minutes = static_cast<double>(now - state.dripSince) / 60;
        flag.value = state.drip + m_params.dripPerMinute * minutes;
        flag.unit = "share of supply";
        // The windows are the faster alarm; who was warned by them hears of the drip without another one.
        if (!state.firedSlow) flag.gravity = Severity::Warning;
        fill(flag, sells, scene);
        flag.rule =
            fmt::format("{}: {} {} coins out, {:.1f}% of supply net over {:.0f} min.", coinName(coin),
                        seller(flag, coin), flag.wallets.size() == 1 ? "drips" : "drip", flag.value * 100, minutes);
        flag.against.emplace_back("Steady small sells may be profit taking.");
        out.flags.push_back(std::move(flag));
    }

    Params m_params;
    RecentMap<std::uint32_t, State> m_states{m_params.mostCoins};  // by ordinal; only coins whose dev moved
};

}  // namespace

std::unique_ptr<Detector> makeDevDump() {
    return std::make_unique<DevDump>();
}

}  // namespace core::detect
