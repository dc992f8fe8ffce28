// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/cluster_dump.h"

#include "core/base/text.h"
#include "core/detect/sell_window.h"
#include "core/ledger/cliff.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <unordered_map>

namespace core::detect {
namespace {

// Defaults and their reasons: detection section 4.4.
struct Params {
    std::int64_t fastWindowSeconds = 60;
    std::int64_t slowWindowSeconds = 1800;
    double bagFraction = 0.5;  // of the most the cluster ever held
    double supplyFraction = 0.02;
    std::uint64_t togetherSlots = 5;   // a second member's sell this close is no accident
    double smallest = 0.001;           // of supply: a smaller bag moves no price and is not told
    double alertFraction = 0.005;      // of supply: less sold is told but is no alert
    double certainty = 0.99;           // the sells were read from the chain
    std::size_t fewestMembers = 2;     // that held the coin: one wallet's exit is no cluster's
    std::size_t mostMembers = 256;     // whose balances are added up
    std::size_t mostClusters = 64;     // followed in one coin
    std::size_t mostWalletsTold = 32;  // in one flag
};

struct State {
    SellWindow window;
    intel::WalletId anchor = intel::kNoWallet;  // a member that finds the cluster again under another name
    std::optional<std::uint64_t> version;       // of the links when the balance was added up
    Int128 balance = 0;
    Int128 peak = 0;
    std::size_t membersHere = 0;
    bool firedFast = false;
    bool firedSlow = false;
    bool together = false;
};

class ClusterDump final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        if (scene.coin == nullptr) return;
        if (const auto* trade = std::get_if<Trade>(&scene.event.body)) {
            const std::uint64_t coins = userCoins(*trade);
            const bool sell = trade->side == Side::Sell;
            const intel::WalletId id = scene.who.find(trade->wallet);
            State* state = moved(scene, id, coins, sell);
            const auto time = ledger::eventTime(scene.event.at);
            if (state == nullptr || !time) return;
            state->window.add(
                {scene.event.at, *time, trade->wallet, coins, sell, 1.0, !sell && !scene.coin->lastWasFirstBuy});
            if (sell) look(scene, *state, id, *time, out);
        } else if (const auto* transfer = std::get_if<TokenTransfer>(&scene.event.body)) {
            const intel::WalletId from = scene.who.find(transfer->from);
            const intel::WalletId to = scene.who.find(transfer->to);
            const intel::Cluster* cluster = clusterHere(scene, from);
            if (cluster != nullptr && cluster == clusterHere(scene, to)) {
                addUp(scene, *cluster, stateOf(scene, *cluster, from));
                return;
            }
            moved(scene, from, transfer->amount.value(), true);
            moved(scene, to, transfer->amount.value(), false);
        }
    }

    // Wallets that sell in one slot are linked when it is over: those of its sells that no state took come in now.
    void onSlotGroup(const Scene& scene, const intel::SlotGroup& group, Findings& out) override {
        if (group.side != Side::Sell || group.trades.size() < m_params.fewestMembers || !group.time) return;
        for (const intel::SlotTrade& trade : group.trades) {
            const intel::Cluster* cluster = clusterHere(scene, trade.wallet);
            if (cluster == nullptr || !trade.signature) continue;
            State& state = stateOf(scene, *cluster, trade.wallet);
            const Wallet& wallet = scene.who.wallets()[trade.wallet].address;
            const auto& moves = state.window.moves();
            if (std::any_of(moves.begin(), moves.end(), [&](const SellWindow::Move& move) {
                    return move.at.signature == trade.signature && move.wallet == wallet;
                }))
                continue;
            // A sell that was taken and has left the ring since cannot be told from one that never was: in the
            // second case the window is young.
            if (moves.size() >= SellWindow::kMostMoves) continue;
            EventHeader at;
            at.signature = trade.signature;
            at.slot = group.slot;
            at.blockTime = BlockTime{*group.time};
            at.txIndex = trade.txIndex;
            addUp(scene, *cluster, state);
            state.peak = std::max(state.peak, state.balance + soldInSlot(group, *cluster));
            state.window.add({at, *group.time, wallet, trade.coins, true, 1.0});
            look(scene, state, trade.wallet, *group.time, out);
        }
    }

private:
    using Coin = std::unordered_map<intel::WalletId, State>;  // by the cluster's first member

    // The wallet's cluster, unless it is the creator's.
    static const intel::Cluster* clusterHere(const Scene& scene, intel::WalletId id) {
        if (id == intel::kNoWallet) return nullptr;
        const intel::Cluster* cluster = scene.who.links().clusterOf(id);
        if (cluster == nullptr) return nullptr;
        if (scene.coin->creator && scene.who.clusterOf(*scene.coin->creator) == cluster) return nullptr;
        return cluster;
    }

    static Int128 soldInSlot(const intel::SlotGroup& group, const intel::Cluster& cluster) {
        Int128 sum = 0;
        for (const intel::SlotTrade& trade : group.trades)
            if (std::binary_search(cluster.members.begin(), cluster.members.end(), trade.wallet))
                sum += static_cast<Int128>(trade.coins);
        return sum;
    }

    State& stateOf(const Scene& scene, const intel::Cluster& cluster, intel::WalletId wallet) {
        Coin& coin = m_coins[scene.coin->ordinal()];
        const intel::WalletId name = cluster.members.front();
        const auto found = coin.find(name);
        if (found != coin.end()) return found->second;
        // The cluster may have grown to another first member.
        for (auto entry = coin.begin(); entry != coin.end(); ++entry) {
            if (scene.who.links().clusterOf(entry->second.anchor) != &cluster) continue;
            auto node = coin.extract(entry);
            node.key() = name;
            return coin.insert(std::move(node)).position->second;
        }
        if (coin.size() >= m_params.mostClusters) {
            // The one with the smallest bag makes room.
            coin.erase(std::min_element(coin.begin(), coin.end(), [](const auto& a, const auto& b) {
                return a.second.peak != b.second.peak ? a.second.peak < b.second.peak : a.first < b.first;
            }));
        }
        State& state = coin[name];
        state.anchor = wallet;
        return state;
    }

    void addUp(const Scene& scene, const intel::Cluster& cluster, State& state) const {
        state.version = scene.who.links().version();
        state.balance = 0;
        state.membersHere = 0;
        std::size_t looked = 0;
        for (const intel::WalletId id : cluster.members) {
            if (++looked > m_params.mostMembers) break;
            const auto held = scene.coin->positions.find(scene.who.wallets()[id].address);
            if (held == scene.coin->positions.end()) continue;
            ++state.membersHere;
            state.balance += std::max<Int128>(0, held->second.balance());
        }
        state.peak = std::max(state.peak, state.balance);
    }

    // Coins left (or reached) a wallet. Its cluster's state; null where there is none to follow.
    State* moved(const Scene& scene, intel::WalletId id, std::uint64_t coins, bool leaves) {
        const intel::Cluster* cluster = clusterHere(scene, id);
        if (cluster == nullptr) return nullptr;
        State& state = stateOf(scene, *cluster, id);
        const auto amount = static_cast<Int128>(coins);
        const bool trade = std::holds_alternative<Trade>(scene.event.body);
        const bool joins = !leaves && (!trade || scene.coin->lastWasFirstBuy);
        if (state.version != scene.who.links().version() || joins)
            addUp(scene, *cluster, state);
        else
            state.balance += leaves ? -amount : amount;
        state.peak = std::max(state.peak, state.balance + (leaves && trade ? amount : 0));
        return &state;
    }

    void look(const Scene& scene, State& state, intel::WalletId seller, std::int64_t now, Findings& out) const {
        if (state.membersHere < m_params.fewestMembers) return;
        const bool together = soldTogether(state);
        if (!state.firedFast && judge(state, seller, now, m_params.fastWindowSeconds, together, scene, out)) {
            state.firedFast = state.firedSlow = true;
        } else if (!state.firedSlow &&
                   judge(state, seller, now, m_params.slowWindowSeconds, together, scene, out)) {
            state.firedSlow = true;
        } else if (state.firedSlow && together && !state.together) {
            // Told before the second member sold.
            if (!judge(state, seller, now, m_params.slowWindowSeconds, together, scene, out)) return;
        } else {
            return;
        }
        state.together = state.together || together;
    }

    // The last sell and one of another member within a few slots.
    bool soldTogether(const State& state) const {
        const SellWindow::Move* last = nullptr;
        const auto& moves = state.window.moves();
        for (auto move = moves.rbegin(); move != moves.rend(); ++move) {
            if (!move->sell || !move->at.slot) continue;
            if (last == nullptr) {
                last = &*move;
                continue;
            }
            const std::uint64_t a = last->at.slot->value();
            const std::uint64_t b = move->at.slot->value();
            if ((a > b ? a - b : b - a) <= m_params.togetherSlots && move->wallet != last->wallet) return true;
        }
        return false;
    }

    bool judge(const State& state, intel::WalletId seller, std::int64_t now, std::int64_t window, bool together,
               const Scene& scene, Findings& out) const {
        const ledger::TokenLedger& coin = *scene.coin;
        const SellWindow::Total total = state.window.over(now, window);
        if (total.net <= 0 || state.peak <= 0 || total.moves.empty()) return false;
        const double supply = coin.supply ? static_cast<double>(*coin.supply) : 0.0;
        const double ofBag = std::min(1.0, static_cast<double>(total.net) / static_cast<double>(state.peak));
        const double ofSupply = supply > 0 ? static_cast<double>(total.net) / supply : 0.0;
        // A ring sells a little of a large bag and buys it back, over and over: only what leaves the bag counts
        // against supply. Against the bag all of it does, for a bag may be bought and sold within a minute.
        const double left = supply > 0 ? static_cast<double>(total.net - total.churned) / supply : 0.0;
        if (ofBag < m_params.bagFraction && left < m_params.supplyFraction) return false;
        if (supply > 0 && static_cast<double>(state.peak) < m_params.smallest * supply) return false;
        const intel::Cluster* cluster = scene.who.links().clusterOf(seller);
        if (cluster == nullptr) return false;

        Flag flag = flagOf("cluster_dump", scene);
        flag.mint = coin.mint();
        flag.subject = scene.who.wallets()[cluster->members.front()].address.base58();
        flag.slot = total.moves.back()->at.slot;
        flag.time = BlockTime{now};
        flag.value = ofSupply;
        flag.unit = "share of supply";
        flag.confidence = m_params.certainty * scene.who.links().confidence(*cluster);
        for (const SellWindow::Move* move : total.moves) {
            if (std::find(flag.wallets.begin(), flag.wallets.end(), move->wallet) == flag.wallets.end() &&
                flag.wallets.size() < m_params.mostWalletsTold)
                flag.wallets.push_back(move->wallet);
            flag.evidence.push_back(
                evidenceOf("sell", move->at, {move->wallet}, TokenAmount{move->coins},
                           supply > 0 ? fmt::format("sell of {:.2f}% of supply by a member of the cluster",
                                                    static_cast<double>(move->coins) / supply * 100)
                                      : std::string{"sell by a member of the cluster"}));
        }
        if (ofSupply >= m_params.alertFraction) flag.gravity = together ? Severity::Critical : Severity::Warning;
        flag.rule = fmt::format(
            "{}: {} of {} likely linked wallets sold {:.0f}% of their peak bag ({:.1f}% of supply) "
            "in {}{}; {}.",
            coinName(coin), flag.wallets.size(), state.membersHere, ofBag * 100, ofSupply * 100,
            total.sells == 1 ? std::string{"one trade"}
                             : fmt::format("{} trades within {} s", total.sells, now - total.first),
            together ? ", two of them within 5 slots" : "", rest(state, coin));
        flag.against.emplace_back("The wallets may belong to different people who act alike.");
        out.flags.push_back(std::move(flag));
        return true;
    }

    // What is left and what selling it would do.
    static std::string rest(const State& state, const ledger::TokenLedger& coin) {
        if (state.balance <= 0) return "nothing is left";
        const auto left =
            static_cast<std::uint64_t>(std::min<Int128>(state.balance, std::numeric_limits<std::uint64_t>::max()));
        std::string text = coin.supply && *coin.supply != 0
                               ? fmt::format("{:.1f}% of supply is left",
                                             static_cast<double>(left) / static_cast<double>(*coin.supply) * 100)
                               : std::string{"a rest is left"};
        const auto cliff = coin.reserves ? ledger::cliffOf(*coin.reserves, left) : std::nullopt;
        text += cliff ? fmt::format(" and would take the price down by {:.0f}%", cliff->fall * 100)
                      : std::string{", with reserves unknown"};
        return text;
    }

    Params m_params;
    std::unordered_map<std::uint32_t, Coin> m_coins;  // by ordinal; only coins where a cluster moved
};

}  // namespace

std::unique_ptr<Detector> makeClusterDump() {
    return std::make_unique<ClusterDump>();
}

}  // namespace core::detect
