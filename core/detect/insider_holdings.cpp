// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/insider_holdings.h"

#include "core/base/counted.h"
#include "core/base/recent_map.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>
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
    double linked = 0.90;            // to the dev: what it buys is bought with the dev's money
    double paid = 0.50;              // the same of one whose first SOL the dev sent before the creation
    int hops = 2;                    // over so many addresses at most
    std::int64_t settleSeconds = 8;  // a wallet that only passes coins on may be paying out a schedule
    std::uint32_t schedule = 5;      // equal payments from one that never traded
    double equal = 1e-4;
    double followed = 0.99;         // coins followed transfer by transfer
    std::size_t mostCoins = 8'192;  // whose dev side holds, twice that at most: ten hours of launches and more
};

struct Holder {
    double tainted = 0;   ///< raw coins of the bag that come from the dev side, pro rata
    double balance = 0;   ///< raw coins, from the first sight of taint on
    bool source = false;  ///< the dev or a buyer of the creation slot: bought, not received
    double link = 0;      ///< P(it is the dev's), of one that bought; 0: it received
    Wallet from{};        ///< who sent the last of it
    double paid = 0;      ///< raw coins of its last payment to another
    std::uint32_t equalPayments = 0;
    std::int64_t paying = 0;  ///< time of its first payment
};

/// Few of a coin's traders hold what came from the dev side. One bit for each that does answers for most others
/// without a walk through memory.
class Holders {
public:
    using Map = std::unordered_map<Wallet, Holder>;

    [[nodiscard]] Holder* find(const Wallet& wallet) {
        return const_cast<Holder*>(std::as_const(*this).find(wallet));
    }
    [[nodiscard]] const Holder* find(const Wallet& wallet) const {
        if (!has(wallet)) return nullptr;
        const auto found = m_holders.find(wallet);
        return found == m_holders.end() ? nullptr : &found->second;
    }
    Holder& operator[](const Wallet& wallet) {
        const std::size_t bit = bitOf(wallet);
        m_bits[bit / 64] |= std::uint64_t{1} << (bit % 64);
        return m_holders[wallet];
    }
    [[nodiscard]] std::size_t size() const noexcept { return m_holders.size(); }
    [[nodiscard]] Map::const_iterator begin() const noexcept { return m_holders.begin(); }
    [[nodiscard]] Map::const_iterator end() const noexcept { return m_holders.end(); }

private:
    static constexpr std::size_t kBits = 512;
    static std::size_t bitOf(const Wallet& wallet) noexcept { return std::hash<Wallet>{}(wallet) % kBits; }
    [[nodiscard]] bool has(const Wallet& wallet) const noexcept {
        const std::size_t bit = bitOf(wallet);
        return (m_bits[bit / 64] >> (bit % 64) & 1U) != 0;
    }

    std::array<std::uint64_t, kBits / 64> m_bits{};
    Map m_holders;
};

struct State {
    Holders holders;
    std::vector<Evidence> chain;
    std::vector<Wallet> listed;  ///< everybody who was in a statement, also those who have sold since
    double peak = 0;
    double told = 0;
    std::size_t toldWallets = 0;
    bool alerted = false;
    std::int64_t settled = 0;  ///< when payments that may be a schedule are judged; 0: none wait
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
        settle(scene, out);
    }

private:
    State* find(const ledger::TokenLedger& coin) { return m_states.find(coin.ordinal()); }
    State& stateOf(const ledger::TokenLedger& coin) { return m_states[coin.ordinal()]; }

    // A sale burns the taint pro rata.
    static void spend(State& state, const Wallet& wallet, std::uint64_t coins) {
        Holder* found = state.holders.find(wallet);
        if (found == nullptr || found->balance <= 0) return;
        Holder& holder = *found;
        const double part = std::min(1.0, static_cast<double>(coins) / holder.balance);
        holder.tainted -= holder.tainted * part;
        holder.balance -= holder.balance * part;
    }

    void settle(const Scene& scene, Findings& out) {
        State* state = find(*scene.coin);
        const auto time = ledger::eventTime(scene.event.at);
        if (state == nullptr || state->settled == 0 || !time || *time < state->settled) return;
        state->settled = 0;
        tell(scene, *state, out);
    }

    // The dev's own money bought it: the wallet counts from now on, and with what it holds already.
    void buyWithDevsMoney(const Scene& scene, const Wallet& wallet, Findings& out) {
        const ledger::TokenLedger& coin = *scene.coin;
        if (coin.creator == wallet) return;
        State* known = find(coin);
        const Holder* held = known == nullptr ? nullptr : known->holders.find(wallet);
        if (held != nullptr && (held->link > 0 || (!held->source && held->tainted > 0))) return;
        const double link = scene.who.linkToCreator(wallet, coin);
        const bool devs =
            link >= m_params.linked || (link >= m_params.paid && coin.createdTime &&
                                        scene.who.paidFor(wallet, *coin.creator, m_params.hops, *coin.createdTime));
        if (!devs) return;
        State& state = stateOf(coin);
        if (held == nullptr && state.holders.size() >= m_params.mostWallets) return;
        Holder& holder = state.holders[wallet];
        holder.link = link;
        holder.source = false;
        const auto position = coin.positions.find(wallet);
        const auto holds = position == coin.positions.end() ? Int128{0} : (*position).second.balance();
        holder.balance = std::max(0.0, static_cast<double>(holds));
        holder.tainted = holder.balance;
        if (state.chain.size() < m_params.mostEvidence)
            state.chain.push_back(evidenceOf("buy", scene.event.at, {wallet}, std::nullopt,
                                             fmt::format("bought; linked to the dev with {:.0f}%", link * 100)));
        tell(scene, state, out);
    }

    void onTrade(const Scene& scene, const Trade& trade, Findings& out) {
        const ledger::TokenLedger& coin = *scene.coin;
        const auto coins = static_cast<double>(trade.baseUser.value_or(trade.baseAmount).value());
        buyWithDevsMoney(scene, trade.wallet, out);
        if (trade.side == Side::Sell) {
            State* state = find(coin);
            if (state == nullptr) return;
            const Holder* held = state->holders.find(trade.wallet);
            if (held == nullptr) return;
            const bool counts = !held->source && held->tainted > 0;
            spend(*state, trade.wallet, trade.baseUser.value_or(trade.baseAmount).value());
            if (counts) tell(scene, *state, out);
            return;
        }
        const bool creator = coin.creator == trade.wallet;
        const bool creationSlot = coin.createdSlot && scene.event.at.slot == coin.createdSlot;
        if (!creator && !creationSlot) {
            if (State* state = find(coin)) {
                if (Holder* held = state->holders.find(trade.wallet)) {
                    // buyWithDevsMoney counted the buy that made it known.
                    if (held->link > 0) {
                        const auto position = coin.positions.find(trade.wallet);
                        held->balance = static_cast<double>((*position).second.balance());
                        held->tainted = held->balance;
                    } else {
                        held->balance += coins;
                    }
                }
            }
            return;
        }
        State& state = stateOf(coin);
        if (state.holders.size() >= m_params.mostWallets) return;
        Holder& holder = state.holders[trade.wallet];
        if (holder.link > 0) return;
        holder.source = true;
        holder.tainted += coins;
        holder.balance += coins;
    }

    void onTransfer(const Scene& scene, const TokenTransfer& moved, Findings& out) {
        const ledger::TokenLedger& coin = *scene.coin;
        if (moved.from == moved.to) return;
        const bool fromCreator = coin.creator == moved.from;
        State* state = fromCreator ? &stateOf(coin) : find(coin);
        if (state == nullptr) return;
        const auto coins = static_cast<double>(moved.amount.value());
        Holder* source = state->holders.find(moved.from);
        double taint = 0;
        if (source != nullptr && source->balance > 0) {
            const double part = std::min(1.0, coins / source->balance);
            taint = source->tainted * part;
            source->tainted -= taint;
            source->balance -= source->balance * part;
            notePayment(scene, *source, coins, *state);
        } else if (fromCreator) {
            taint = coins;
        }
        const bool pool = scene.who.hub(moved.to) != intel::HubKind::None;
        Holder* target = state->holders.find(moved.to);
        if (taint <= 0) {
            if (target != nullptr) target->balance += coins;
            return;
        }
        if (pool || (target == nullptr && state->holders.size() >= m_params.mostWallets)) return;
        Holder& holder = state->holders[moved.to];
        if (target == nullptr) {
            // What it held before came from elsewhere.
            const auto before = coin.positions.find(moved.to);
            if (before != coin.positions.end())
                holder.balance = std::max(0.0, static_cast<double>(before->second.balance()) - coins);
        }
        holder.tainted += taint;
        holder.balance += coins;
        holder.from = moved.from;
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

    // One that never traded and pays on what it was given.
    void notePayment(const Scene& scene, Holder& payer, double coins, State& state) const {
        if (payer.source || payer.link > 0) return;
        const bool same = std::abs(coins - payer.paid) <= m_params.equal * coins;
        payer.equalPayments = same ? payer.equalPayments + 1 : 1;
        payer.paid = coins;
        const auto time = ledger::eventTime(scene.event.at);
        if (!time || payer.paying != 0) return;
        payer.paying = *time;
        state.settled = *time + m_params.settleSeconds;
    }

    // Equal sums to many, from a wallet that only holds and pays: wages, a vesting plan, an airdrop.
    [[nodiscard]] bool paysSchedule(const ledger::TokenLedger& coin, const Wallet& wallet,
                                    const Holder& payer) const {
        if (payer.paying == 0 || payer.equalPayments < m_params.schedule) return false;
        const auto position = coin.positions.find(wallet);
        return position == coin.positions.end() || (*position).second.trades == 0;
    }
    [[nodiscard]] bool maySettle(const State& state, const Holder& payer) const noexcept {
        return payer.paying != 0 && state.settled != 0 && payer.paying + m_params.settleSeconds >= state.settled;
    }

    void withdraw(const Scene& scene, State& state, Findings& out) const {
        if (state.told == 0 && state.toldWallets == 0) return;
        state.told = 0;
        state.toldWallets = 0;
        Flag flag = flagOf("insider_holdings", scene);
        flag.withdrawn = true;
        flag.unit = "share of supply";
        flag.confidence = 0.05;
        flag.wallets = state.listed;
        flag.rule = fmt::format(
            "{}: withdrawn; what was held back is paid out in equal sums by a wallet that never "
            "traded, as vesting plans and airdrops are.",
            coinName(*scene.coin));
        flag.evidence = state.chain;
        flag.against.emplace_back("A dev may pay its own wallets in equal sums too.");
        out.flags.push_back(std::move(flag));
    }

    void tell(const Scene& scene, State& state, Findings& out) const {
        const ledger::TokenLedger& coin = *scene.coin;
        const auto supply = static_cast<double>(*coin.supply);
        std::vector<std::pair<double, Wallet>> held;
        double sum = 0;
        double unsold = 0;
        double bought = 0;
        double certainty = 0;
        bool scheduled = false;
        for (const auto& [wallet, holder] : state.holders) {
            if (holder.source) {
                unsold += holder.tainted;
                continue;
            }
            if (holder.tainted < supply * m_params.walletShare) continue;
            if (holder.link > 0) {
                held.emplace_back(holder.tainted, wallet);
                sum += holder.tainted;
                bought += holder.tainted;
                certainty += holder.tainted * holder.link;
                continue;
            }
            const Holder* payer = state.holders.find(holder.from);
            if (paysSchedule(coin, wallet, holder) ||
                (payer != nullptr && paysSchedule(coin, holder.from, *payer))) {
                scheduled = true;
                continue;
            }
            if (payer != nullptr && maySettle(state, *payer)) continue;
            const auto position = coin.positions.find(wallet);
            const double own = position == coin.positions.end() ? 0 : static_cast<double>(position->second.bought);
            if (own >= m_params.boughtItself * (own + holder.tainted)) continue;
            held.emplace_back(holder.tainted, wallet);
            sum += holder.tainted;
            certainty += holder.tainted * m_params.followed;
        }
        if (held.empty() && scheduled) {
            withdraw(scene, state, out);
            return;
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
        // Weighed by bag: what was followed transfer by transfer, and what was bought by a linked wallet.
        flag.confidence = sum > 0 ? certainty / sum : m_params.followed;
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
            "{}: {} {:.1f}% of supply that came from the dev or the creation slot without a purchase or was bought "
            "by "
            "wallets linked to the dev ({:.1f}%); {:.1f}% at most, wallets in all: {}; buyers of that slot still "
            "hold "
            "{:.1f}%.",
            coinName(coin), counted(held.size(), "wallet") + (held.size() == 1 ? " holds" : " hold"), share * 100,
            bought / supply * 100, state.peak * 100, flag.wallets.size(), unsold / supply * 100);
        flag.evidence = state.chain;
        flag.against.emplace_back("A vesting or locker program holds coins for others in the same way.");
        if (!state.alerted && share >= m_params.flagShare) {
            state.alerted = true;
            flag.gravity = share >= m_params.dangerShare ? Severity::Critical : Severity::Warning;
        }
        out.flags.push_back(std::move(flag));
    }

    Params m_params;
    RecentMap<std::uint32_t, State> m_states{m_params.mostCoins};  // by ordinal; only coins whose dev side holds
};

}  // namespace

std::unique_ptr<Detector> makeInsiderHoldings() {
    return std::make_unique<InsiderHoldings>();
}

}  // namespace core::detect
