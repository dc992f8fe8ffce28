// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/insider_holdings.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace core::detect {
namespace {

// Detection section 4.3.
struct Params {
    double walletShare = 0.001;
    double flagShare = 0.05;
    std::size_t flagWallets = 3;
    double dangerShare = 0.30;
    double boughtItself = 0.5;
    double retell = 0.01;  // of supply: what must change before the flag is told again
    std::size_t mostWallets = 4096;
    std::size_t mostEvidence = 24;
};

struct Holder {
    double tainted = 0;   ///< raw coins of the bag that come from the dev side, pro rata
    double balance = 0;   ///< raw coins, from the first sight of taint on
    bool source = false;  ///< the dev or a buyer of the creation slot: bought, not received
};

struct State {
    std::unordered_map<Wallet, Holder> holders;
    std::vector<Evidence> chain;
    std::vector<Wallet> listed;  ///< everybody who was in a statement, also those who have sold since
    double peak = 0;
    double told = 0;
    std::size_t toldWallets = 0;
    bool alerted = false;
};

class InsiderHoldings final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        if (scene.coin == nullptr || !scene.coin->creationSeen || !scene.coin->supply || *scene.coin->supply == 0)
            return;
        if (const auto* trade = std::get_if<Trade>(&scene.event.body)) {
            onTrade(scene, *trade, out);
        } else if (const auto* moved = std::get_if<TokenTransfer>(&scene.event.body)) {
            onTransfer(scene, *moved, out);
        } else if (const auto* burn = std::get_if<Burn>(&scene.event.body)) {
            if (State* state = find(*scene.coin)) spend(*state, burn->wallet, burn->amount.value());
        }
    }

private:
    State* find(const ledger::TokenLedger& coin) {
        const auto found = m_states.find(coin.mint());
        return found == m_states.end() ? nullptr : &found->second;
    }

    // A sale burns the taint pro rata.
    static void spend(State& state, const Wallet& wallet, std::uint64_t coins) {
        const auto found = state.holders.find(wallet);
        if (found == state.holders.end() || found->second.balance <= 0) return;
        Holder& holder = found->second;
        const double part = std::min(1.0, static_cast<double>(coins) / holder.balance);
        holder.tainted -= holder.tainted * part;
        holder.balance -= holder.balance * part;
    }

    void onTrade(const Scene& scene, const Trade& trade, Findings& out) {
        const ledger::TokenLedger& coin = *scene.coin;
        const auto coins = static_cast<double>(trade.baseUser.value_or(trade.baseAmount).value());
        if (trade.side == Side::Sell) {
            State* state = find(coin);
            if (state == nullptr) return;
            const auto held = state->holders.find(trade.wallet);
            const bool counts = held != state->holders.end() && !held->second.source && held->second.tainted > 0;
            spend(*state, trade.wallet, trade.baseUser.value_or(trade.baseAmount).value());
            if (counts) tell(scene, *state, out);
            return;
        }
        const bool creator = coin.creator == trade.wallet;
        const bool creationSlot = coin.createdSlot && scene.event.at.slot == coin.createdSlot;
        if (!creator && !creationSlot) {
            if (State* state = find(coin)) {
                const auto held = state->holders.find(trade.wallet);
                if (held != state->holders.end()) held->second.balance += coins;
            }
            return;
        }
        State& state = m_states[coin.mint()];
        if (state.holders.size() >= m_params.mostWallets) return;
        Holder& holder = state.holders[trade.wallet];
        holder.source = true;
        holder.tainted += coins;
        holder.balance += coins;
    }

    void onTransfer(const Scene& scene, const TokenTransfer& moved, Findings& out) {
        const ledger::TokenLedger& coin = *scene.coin;
        if (moved.from == moved.to) return;
        const bool fromCreator = coin.creator == moved.from;
        State* state = fromCreator ? &m_states[coin.mint()] : find(coin);
        if (state == nullptr) return;
        const auto coins = static_cast<double>(moved.amount.value());
        const auto source = state->holders.find(moved.from);
        double taint = 0;
        if (source != state->holders.end() && source->second.balance > 0) {
            const double part = std::min(1.0, coins / source->second.balance);
            taint = source->second.tainted * part;
            source->second.tainted -= taint;
            source->second.balance -= source->second.balance * part;
        } else if (fromCreator) {
            taint = coins;
        }
        const bool pool = scene.who.hub(moved.to) != intel::HubKind::None;
        const auto target = state->holders.find(moved.to);
        if (taint <= 0) {
            if (target != state->holders.end()) target->second.balance += coins;
            return;
        }
        if (pool || (target == state->holders.end() && state->holders.size() >= m_params.mostWallets)) return;
        Holder& holder = state->holders[moved.to];
        if (target == state->holders.end()) {
            // What it held before came from elsewhere.
            const auto before = coin.positions.find(moved.to);
            if (before != coin.positions.end())
                holder.balance = std::max(0.0, static_cast<double>(before->second.balance()) - coins);
        }
        holder.tainted += taint;
        holder.balance += coins;
        const auto supply = static_cast<double>(*coin.supply);
        if (taint / supply >= m_params.walletShare && state->chain.size() < m_params.mostEvidence) {
            const auto since = ledger::eventTime(scene.event.at);
            state->chain.push_back(
                evidenceOf("transfer", scene.event.at, {moved.from, moved.to}, moved.amount,
                           fmt::format("{:.1f}% of supply moved on{}", coins / supply * 100,
                                       since && coin.createdTime
                                           ? fmt::format(" {} s after the creation", *since - *coin.createdTime)
                                           : std::string{})));
        }
        tell(scene, *state, out);
    }

    void tell(const Scene& scene, State& state, Findings& out) const {
        const ledger::TokenLedger& coin = *scene.coin;
        const auto supply = static_cast<double>(*coin.supply);
        std::vector<std::pair<double, Wallet>> held;
        double sum = 0;
        double unsold = 0;
        for (const auto& [wallet, holder] : state.holders) {
            if (holder.source) {
                unsold += holder.tainted;
                continue;
            }
            if (holder.tainted < supply * m_params.walletShare) continue;
            const auto position = coin.positions.find(wallet);
            const double bought =
                position == coin.positions.end() ? 0 : static_cast<double>(position->second.bought);
            if (bought >= m_params.boughtItself * (bought + holder.tainted)) continue;
            held.emplace_back(holder.tainted, wallet);
            sum += holder.tainted;
        }
        const double share = sum / supply;
        const bool flagged = state.told > 0 || state.toldWallets > 0;
        if (!flagged && share < m_params.flagShare && held.size() < m_params.flagWallets) return;
        // A list that grew is told at once: a wallet must not wait for the next percent.
        if (flagged && held.size() <= state.toldWallets && std::abs(share - state.told) < m_params.retell) return;
        state.told = share;
        state.toldWallets = std::max(held.size(), state.toldWallets);
        std::sort(held.begin(), held.end(), [](const auto& a, const auto& b) {
            return a.first != b.first ? a.first > b.first : a.second < b.second;
        });
        Flag flag = flagOf("insider_holdings", scene);
        flag.value = share;
        flag.unit = "share of supply";
        // Every coin counted here was followed transfer by transfer.
        flag.confidence = 0.99;
        state.peak = std::max(state.peak, share);
        for (const auto& [coins, wallet] : held) {
            flag.wallets.push_back(wallet);
            if (std::find(state.listed.begin(), state.listed.end(), wallet) == state.listed.end())
                state.listed.push_back(wallet);
        }
        // Who sold stays named: the flag tells whose warehouse it was.
        for (const Wallet& wallet : state.listed)
            if (std::find(flag.wallets.begin(), flag.wallets.end(), wallet) == flag.wallets.end())
                flag.wallets.push_back(wallet);
        flag.rule = fmt::format(
            "{}: {} wallets hold {:.1f}% of supply that came from the dev or the creation slot "
            "without a purchase ({:.1f}% at most, {} wallets in all); buyers of that slot still "
            "hold {:.1f}%.",
            coinName(coin), held.size(), share * 100, state.peak * 100, flag.wallets.size(), unsold / supply * 100);
        flag.evidence = state.chain;
        flag.against.emplace_back("A vesting or locker program holds coins for others in the same way.");
        if (!state.alerted && share >= m_params.flagShare) {
            state.alerted = true;
            flag.alert = share >= m_params.dangerShare ? Severity::Critical : Severity::Warning;
        }
        out.flags.push_back(std::move(flag));
    }

    Params m_params;
    std::unordered_map<Mint, State> m_states;
};

}  // namespace

std::unique_ptr<Detector> makeInsiderHoldings() {
    return std::make_unique<InsiderHoldings>();
}

}  // namespace core::detect
