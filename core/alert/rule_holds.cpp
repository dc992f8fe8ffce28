// SPDX-License-Identifier: GPL-3.0-or-later
// RuleEngine: whether a condition holds at a moment. Unknown holds neither way.
#include "core/alert/moment.h"
#include "core/alert/words.h"
#include "core/ledger/market.h"

#include <algorithm>

namespace core::alert {
namespace {

constexpr double kLamportsPerSol = 1e9;
constexpr int kSolDecimals = 9;
constexpr double kPercent = 100;

bool passesTest(const Test& test, std::optional<double> value) {
    return value && holds(test.compare, *value, test.quantity.number.value());
}

}  // namespace

bool RuleEngine::holdsNode(Moment& moment, const Plan& plan, std::uint32_t number) {
    const Node& node = plan.nodes[number];
    const auto each = [&](std::uint32_t child) { return holdsNode(moment, plan, child); };
    switch (node.op) {
        case Node::Op::All: return std::all_of(node.of.begin(), node.of.end(), each);
        case Node::Op::Any: return std::any_of(node.of.begin(), node.of.end(), each);
        case Node::Op::Leaf: break;
    }
    const auto held = holdsLeaf(moment, node.leaf);
    return held && *held != node.leaf.denied;
}

std::optional<bool> RuleEngine::holdsLeaf(Moment& moment, const Leaf& leaf) {
    if (const auto* says = std::get_if<Activity>(&leaf.says->is)) return holdsThat(moment, leaf, *says);
    if (const auto* says = std::get_if<FlagCondition>(&leaf.says->is)) return holdsThat(moment, leaf, *says);
    if (const auto* says = std::get_if<ClusterCondition>(&leaf.says->is)) return holdsThat(moment, *says);
    if (const auto* says = std::get_if<CoinValue>(&leaf.says->is)) return holdsThat(moment, leaf, *says);
    if (const auto* says = std::get_if<CoinCrosses>(&leaf.says->is)) return holdsThat(moment, leaf, *says);
    if (const auto* says = std::get_if<CoinFact>(&leaf.says->is)) return holdsThat(moment, *says);
    return std::nullopt;
}

std::optional<bool> RuleEngine::holdsThat(Moment& moment, const Leaf& leaf, const Activity& says) {
    if (moment.coin == nullptr) return std::nullopt;
    if (says.actor.who == Who::Cluster && moment.cluster == nullptr) return std::nullopt;
    return reaches(moment, says, leaf.at);
}

bool RuleEngine::selects(Moment& moment, const Activity& says) {
    switch (says.actor.who) {
        case Who::Dev:
            if (moment.coin->creator != moment.address) return false;
            break;
        case Who::Linked:
            if (moment.coin->creator == moment.address) return false;
            break;
        default: break;
    }
    if (says.measure != Measure::Sum && says.amount &&
        !reachesAmount(moment, says, moment.doing.coins, moment.doing.lamports))
        return false;
    return says.actor.with.empty() || passes(moment, says.actor.with, says.actor.who == Who::Cluster);
}

bool RuleEngine::passes(Moment& moment, const std::vector<Test>& tests, bool ofCluster) {
    return std::all_of(tests.begin(), tests.end(), [&](const Test& test) {
        if (!ofCluster)
            return passesTest(
                test, walletValue(test.field, moment.doing.wallet, moment.coin, moment.scene.who, moment.now));
        const ClusterHere* cluster = here(moment);
        return cluster != nullptr && passesTest(test, cluster->value(test.field));
    });
}

Tally* RuleEngine::tallyAt(const Moment& moment, std::uint32_t tally) {
    const TallyPlan& plan = m_book->tallies()[tally];
    const bool ofCluster = plan.says->actor.who == Who::Cluster;
    const std::uint64_t key = (std::uint64_t{moment.ordinal()} << 32U) | (ofCluster ? moment.anchor : kNone);
    Tally* found = m_tallies[tally].find(key);
    if (found != nullptr) found->settle(moment.now, plan.window);
    return found;
}

bool RuleEngine::reaches(const Moment& moment, const Activity& says, std::uint32_t number) {
    const TallyPlan& plan = m_book->tallies()[number];
    if (plan.window == 0) {
        if (m_counted[number] != moment.stamp) return false;
        return reachesAmount(moment, says, moment.doing.coins, moment.doing.lamports);
    }
    const Tally* tally = tallyAt(moment, number);
    if (tally == nullptr) return false;
    switch (says.measure) {
        case Measure::Sum:
            return tally->times() > 0 && reachesAmount(moment, says, tally->coins(), tally->lamports());
        case Measure::Wallets: return tally->wallets() >= says.count;
        case Measure::Times: return tally->times() >= says.count;
    }
    return false;
}

bool RuleEngine::reachesAmount(const Moment& moment, const Activity& says, Uint128 coins, Uint128 lamports) const {
    if (!says.amount) return true;
    switch (says.amount->unit) {
        case Unit::PercentOfSupply:
            return reachesShare(coins, moment.coin->supply, says.amount->number, says.compare);
        case Unit::Sol: {
            const auto level = says.amount->number.scaled(kSolDecimals);
            return level && holds(says.compare, lamports, Uint128{*level});
        }
        case Unit::Usd: {
            const auto dollars = moment.scene.market.solDollars();
            return dollars && holds(says.compare, static_cast<double>(lamports) / kLamportsPerSol * *dollars,
                                    says.amount->number.value());
        }
        default: return false;
    }
}

std::optional<bool> RuleEngine::holdsThat(Moment& moment, const Leaf& leaf, const FlagCondition& says) {
    const auto passed = [&](const std::string& field, double confidence, double value, std::size_t wallets,
                            const Test& test) {
        if (field == "confidence") return passesTest(test, confidence);
        if (field == "value")
            return passesTest(test, test.quantity.unit == Unit::Percent ? value * kPercent : value);
        return passesTest(test, static_cast<double>(wallets));
    };
    if (moment.coin == nullptr) {
        // Of wallets alone: only the statement at hand is asked.
        if (moment.flag == nullptr || moment.flagKind != leaf.at) return false;
        const Flag& flag = *moment.flag;
        if (flag.withdrawn != (says.phase == FlagPhase::Ends)) return false;
        return std::all_of(says.with.begin(), says.with.end(), [&](const Test& test) {
            return passed(test.field, flag.confidence, flag.value, flag.wallets.size(), test);
        });
    }
    if (moment.on == nullptr) moment.on = m_coins->find(moment.ordinal());
    if (moment.on == nullptr) return false;
    // Woken by a flag of this kind the rule speaks of that one, not of another that stands beside it.
    const bool thisOne = moment.flag != nullptr && moment.flagKind == leaf.at && !leaf.denied;
    return std::any_of(moment.on->said.begin(), moment.on->said.end(), [&](const Said& said) {
        if (said.kind != leaf.at || said.withdrawn != (says.phase == FlagPhase::Ends)) return false;
        if (thisOne && said.lastStamp != moment.stamp) return false;
        const bool starts = says.phase == FlagPhase::Starts;
        const std::int64_t at = starts ? said.first : said.last;
        const std::uint64_t stamp = starts ? said.firstStamp : said.lastStamp;
        if (says.withinSeconds ? moment.now - at > *says.withinSeconds
                               : says.phase != FlagPhase::Stands && stamp != moment.stamp)
            return false;
        return std::all_of(says.with.begin(), says.with.end(), [&](const Test& test) {
            return passed(test.field, said.confidence, said.value, said.wallets, test);
        });
    });
}

std::optional<bool> RuleEngine::holdsThat(Moment& moment, const ClusterCondition& says) {
    const ClusterHere* cluster = here(moment);
    if (cluster == nullptr) return std::nullopt;
    if (!passes(moment, says.with, true)) return false;
    if (!says.holds) return true;
    if (!moment.coin->supply) return std::nullopt;
    return reachesShare(cluster->coins, moment.coin->supply, says.holds->number, says.compare);
}

std::optional<bool> RuleEngine::holdsThat(Moment& moment, const Leaf& leaf, const CoinValue& says) {
    if (moment.coin == nullptr) return std::nullopt;
    const auto value = coinValue(leaf.field, says.test.quantity.unit, *moment.coin, moment.scene, moment.now);
    if (!value) return std::nullopt;
    return holds(says.test.compare, *value, says.test.quantity.number.value());
}

std::optional<bool> RuleEngine::holdsThat(Moment& moment, const Leaf& leaf, const CoinCrosses& says) {
    if (moment.on == nullptr) return false;
    const OnCoin::Gauge& gauge = moment.on->gauge(leaf.at);
    if (gauge.stamp != moment.stamp) return false;
    if (!gauge.before || !gauge.now) return std::nullopt;
    const double level = says.level.number.value();
    return says.upwards ? *gauge.before < level && *gauge.now >= level
                        : *gauge.before > level && *gauge.now <= level;
}

std::optional<bool> RuleEngine::holdsThat(Moment& moment, const CoinFact& says) {
    if (moment.coin == nullptr) return std::nullopt;
    switch (says.what) {
        case CoinFact::What::Watched: return m_book->isOnList(moment.coin->mint(), kWatched);
        case CoinFact::What::Listed: return m_book->isOnList(moment.coin->mint(), says.name);
        case CoinFact::What::Mint: return moment.coin->mint().base58() == says.name;
        case CoinFact::What::Graduated: return moment.coin->graduated;
        case CoinFact::What::Graduates:
            return moment.verb == Verb::Trade && moment.on != nullptr && !moment.on->graduated;
    }
    return std::nullopt;
}

}  // namespace core::alert
