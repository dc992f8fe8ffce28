// SPDX-License-Identifier: GPL-3.0-or-later
// RuleEngine: what is said when a rule fires.
#include "core/alert/condition_text.h"

#include "core/alert/moment.h"
#include "core/alert/severity.h"
#include "core/alert/words.h"
#include "core/base/counted.h"
#include "core/base/text.h"
#include "core/ledger/market.h"

#include <fmt/format.h>

#include <algorithm>

namespace core::alert {
namespace {

constexpr std::size_t kMostWallets = 32;
constexpr double kLamportsPerSol = 1e9;
constexpr double kPercent = 100;

std::string whoDid(const Activity& says, const ClusterHere* cluster, const Wallet& wallet) {
    const Actor& actor = says.actor;
    switch (actor.who) {
        case Who::Anyone: return says.measure == Measure::Sum ? "one or more wallets" : "wallets";
        case Who::Dev: return "the dev";
        case Who::Linked: return "wallets linked to the dev";
        case Who::DevOrLinked: return "the dev or wallets linked to it";
        case Who::Wallet: return shortKey(actor.name);
        case Who::Listed: return fmt::format("{} of list {}", shortKey(wallet.base58()), actor.name);
        case Who::Tagged: return fmt::format("{}, tagged {},", shortKey(wallet.base58()), actor.name);
        case Who::Cluster:
            return cluster == nullptr
                       ? "a cluster"
                       : fmt::format("a cluster of {} likely linked wallets", cluster->cluster->members.size());
    }
    return {};
}

std::string crowdOf(const Activity& says, std::size_t count) {
    switch (says.actor.who) {
        case Who::Listed: return fmt::format("{} of list {}", counted(count, "wallet"), says.actor.name);
        case Who::Tagged: return fmt::format("{} tagged {}", counted(count, "wallet"), says.actor.name);
        case Who::Linked: return counted(count, "wallet") + " linked to the dev";
        case Who::DevOrLinked: return counted(count, "wallet") + " of the dev";
        case Who::Cluster: return counted(count, "member") + " of a cluster";
        default: return counted(count, "wallet");
    }
}

// The table names several of a verb's events, all with an s at the end.
std::string_view one(std::string_view events) {
    return events.ends_with('s') ? events.substr(0, events.size() - 1) : events;
}

std::optional<double> shareOf(Uint128 coins, const ledger::TokenLedger& coin) {
    if (!coin.supply || *coin.supply == 0) return std::nullopt;
    return static_cast<double>(coins) / static_cast<double>(*coin.supply);
}

std::string amountText(Uint128 coins, Uint128 lamports, const ledger::TokenLedger& coin, const VerbWord& verb) {
    std::string out;
    if (verb.movesCoins) {
        if (const auto share = shareOf(coins, coin)) out = fmt::format("{:.2f}% of supply", *share * kPercent);
    }
    if (verb.movesQuote && lamports != 0)
        out += fmt::format("{}{:.2f} SOL", out.empty() ? "" : " for ",
                           static_cast<double>(lamports) / kLamportsPerSol);
    return out;
}

void join(std::string& text, std::string_view more) {
    if (!text.empty()) text += "; ";
    text += more;
}

}  // namespace

std::string RuleEngine::subjectOf(const Moment& moment, const Plan& plan, std::uint32_t tally) const {
    const auto name = [&](const intel::Cluster& cluster) {
        return moment.scene.who.wallets()[cluster.members.front()].address.base58();
    };
    if (plan.aboutClusters) return moment.cluster != nullptr ? name(*moment.cluster) : std::string{};
    if (moment.flag != nullptr) {
        // One alert for a cluster and not one for each of its wallets.
        if (moment.cluster != nullptr && Wallet::fromBase58(moment.flag->subject)) return name(*moment.cluster);
        return moment.flag->subject;
    }
    if (tally == kNone) return {};
    const Activity& says = *m_book->tallies()[tally].says;
    const bool oneWallet =
        says.measure == Measure::Sum &&
        (says.actor.who == Who::Wallet || says.actor.who == Who::Listed || says.actor.who == Who::Tagged);
    if (!oneWallet) return {};
    const intel::Cluster* cluster = moment.scene.who.clusterOf(moment.address);
    return cluster != nullptr ? name(*cluster) : moment.address.base58();
}

Alert RuleEngine::alertOf(Moment& moment, const Plan& plan, std::uint32_t tally) {
    const Rule& rule = *plan.rule;
    const EventHeader& at = moment.scene.event.at;
    Alert out;
    out.rule = rule.id;
    out.ruleVersion = rule.version;
    out.group = rule.group;
    out.kind = !rule.kind.empty() ? rule.kind : moment.flag != nullptr ? moment.flag->kind : rule.id;
    out.subject = subjectOf(moment, plan, tally);
    out.slot = at.slot;
    if (const auto time = ledger::eventTime(at)) out.time = BlockTime{*time};
    out.confidence = 1;
    std::optional<double> liquiditySol;
    if (moment.coin != nullptr) {
        const ledger::TokenLedger& coin = *moment.coin;
        out.mint = coin.mint();
        out.coin = detect::coinName(coin);
        out.price = coin.lastPrice;
        out.baseDecimals = coin.baseDecimals;
        out.quoteDecimals = coin.quoteDecimals;
        out.liquidityQuote = coin.liquidityQuote();
        const Field* field = findField(coinFields(), "liquidity");
        liquiditySol = coinValue(static_cast<std::size_t>(field - coinFields().data()), Unit::Sol, coin,
                                 moment.scene, moment.now);
    }
    std::string text;
    explain(moment, plan, plan.root, out, text);
    if (moment.flag != nullptr) {
        const Flag& flag = *moment.flag;
        out.slot = flag.slot ? flag.slot : out.slot;
        if (flag.time) out.time = flag.time;
        out.text = flag.rule;
        out.confidence = std::min(out.confidence, flag.confidence);
        out.wallets = flag.wallets;
        out.evidence = flag.evidence;
        if (flag.unit == "share of supply") out.supplyShare = flag.value;
    } else {
        out.text = fmt::format("{}: {}.", out.coin, text.empty() ? rule.title : text);
    }
    out.severity = rule.severity ? *rule.severity : weighed(out.confidence, out.supplyShare, liquiditySol);
    return out;
}

// Says of every condition that holds what it saw.
void RuleEngine::explain(Moment& moment, const Plan& plan, std::uint32_t number, Alert& alert, std::string& text) {
    const Node& node = plan.nodes[number];
    if (node.op != Node::Op::Leaf) {
        for (const std::uint32_t each : node.of) explain(moment, plan, each, alert, text);
        return;
    }
    const Leaf& leaf = node.leaf;
    const auto held = holdsLeaf(moment, leaf);
    if (!held || *held == leaf.denied) return;
    if (leaf.denied) {
        if (!std::holds_alternative<CoinFact>(leaf.says->is)) join(text, "not: " + printCondition(*leaf.says));
        return;
    }
    if (const auto* activity = std::get_if<Activity>(&leaf.says->is)) {
        explainActivity(moment, leaf, *activity, alert, text);
    } else if (std::holds_alternative<ClusterCondition>(leaf.says->is)) {
        const ClusterHere* cluster = here(moment);
        alert.confidence = std::min(alert.confidence, cluster->confidence);
        const auto share = shareOf(cluster->coins, *moment.coin);
        join(text,
             fmt::format("a cluster of {} likely linked wallets, {} of which have had the coin and {} have sold, "
                         "holds {}",
                         cluster->cluster->members.size(), cluster->buyers, cluster->sellers,
                         share ? fmt::format("{:.1f}% of supply", *share * kPercent) : "an unknown share"));
        if (share && !alert.supplyShare) alert.supplyShare = share;
        for (const intel::WalletId member : cluster->cluster->members) {
            if (alert.wallets.size() >= kMostWallets) break;
            const Wallet& wallet = moment.scene.who.wallets()[member].address;
            if (moment.coin->positions.contains(wallet) &&
                std::find(alert.wallets.begin(), alert.wallets.end(), wallet) == alert.wallets.end())
                alert.wallets.push_back(wallet);
        }
    } else if (const auto* value = std::get_if<CoinValue>(&leaf.says->is)) {
        const Unit unit = value->test.quantity.unit;
        const auto now = coinValue(leaf.field, unit, *moment.coin, moment.scene, moment.now);
        const std::string shown =
            unit == Unit::Seconds
                ? durationText(static_cast<std::int64_t>(now.value_or(0)))
                : fmt::format("{:.6g}{}{}", now.value_or(0), unit == Unit::Percent || unit == Unit::None ? "" : " ",
                              unitWord(unit));
        std::string name = value->test.field;
        std::replace(name.begin(), name.end(), '_', ' ');
        join(text, fmt::format("{} is {}", name, shown));
    } else if (const auto* crosses = std::get_if<CoinCrosses>(&leaf.says->is)) {
        const OnCoin::Gauge& gauge = moment.on->gauge(leaf.at);
        std::string name = crosses->field;
        std::replace(name.begin(), name.end(), '_', ' ');
        join(text,
             fmt::format("{} went {} {}{}{}, from {:.6g} to {:.6g}", name, crosses->upwards ? "above" : "below",
                         crosses->level.number.text(), crosses->level.unit == Unit::Percent ? "" : " ",
                         unitWord(crosses->level.unit), *gauge.before, *gauge.now));
    } else if (const auto* fact = std::get_if<CoinFact>(&leaf.says->is)) {
        if (fact->what == CoinFact::What::Graduates)
            join(text, "graduated after " + counted(moment.coin->trades, "trade"));
        else if (fact->what == CoinFact::What::Graduated)
            join(text, "it has graduated");
    } else if (const auto* flag = std::get_if<FlagCondition>(&leaf.says->is)) {
        if (moment.on == nullptr) return;
        for (const Said& said : moment.on->said) {
            if (said.kind != leaf.at || said.withdrawn != (flag->phase == FlagPhase::Ends)) continue;
            alert.confidence = std::min(alert.confidence, said.confidence);
            join(text, fmt::format("flag {} stands with confidence {:.2f}", flag->kind, said.confidence));
            break;
        }
    }
    // What made the moment is proof of itself.
    if (alert.evidence.empty() && moment.scene.event.at.signature && moment.flag == nullptr) {
        const bool graduates = moment.verb == Verb::Trade;
        alert.evidence.push_back(detect::evidenceOf(
            graduates ? "migration" : "trade", moment.scene.event.at,
            graduates || moment.address.isZero() ? std::vector<Wallet>{} : std::vector{moment.address},
            graduates ? std::nullopt : std::optional{TokenAmount{moment.doing.coins}},
            graduates ? "the curve's program reported the migration"
                      : "the event that the rule was looked at for"));
    }
}

void RuleEngine::explainActivity(Moment& moment, const Leaf& leaf, const Activity& says, Alert& alert,
                                 std::string& text) {
    const TallyPlan& plan = m_book->tallies()[leaf.at];
    const VerbWord& verb = wordOf(says.verb);
    const ledger::TokenLedger& coin = *moment.coin;
    Tally* tally = plan.window > 0 ? tallyAt(moment, leaf.at) : nullptr;
    const Uint128 coins = tally != nullptr ? tally->coins() : moment.doing.coins;
    const Uint128 lamports = tally != nullptr ? tally->lamports() : moment.doing.lamports;
    const std::uint64_t times = tally != nullptr ? tally->times() : 1;
    const ClusterHere* cluster = says.actor.who == Who::Cluster ? here(moment) : nullptr;
    const std::string amount = amountText(coins, lamports, coin, verb);
    std::string sentence;
    switch (says.measure) {
        case Measure::Sum:
            sentence = fmt::format("{} {}{}{}{}", whoDid(says, cluster, moment.address), verb.past,
                                   amount.empty() ? "" : " ", amount,
                                   times > 1 ? fmt::format(" in {} transactions", times) : std::string{});
            break;
        case Measure::Wallets:
            sentence = fmt::format("{} {}{}{}", crowdOf(says, tally != nullptr ? tally->wallets() : 1), verb.past,
                                   amount.empty() ? "" : " ", amount);
            break;
        case Measure::Times:
            sentence =
                fmt::format("{}{}{}", counted(times, one(verb.events)), amount.empty() ? "" : " of ", amount);
            break;
    }
    if (plan.window > 0) sentence += " within " + durationText(plan.window);
    join(text, sentence);
    if (says.actor.who == Who::Linked || says.actor.who == Who::DevOrLinked)
        alert.confidence =
            std::min(alert.confidence, moment.address.isZero() ? 1.0 : std::max(linkOf(moment), 0.0));
    if (cluster != nullptr) alert.confidence = std::min(alert.confidence, cluster->confidence);
    if (verb.movesCoins && !alert.supplyShare) alert.supplyShare = shareOf(coins, coin);
    const auto prove = [&](const Doing& doing) {
        if (doing.wallet == intel::kNoWallet) return;
        const Wallet& wallet = moment.scene.who.wallets()[doing.wallet].address;
        if (alert.wallets.size() < kMostWallets &&
            std::find(alert.wallets.begin(), alert.wallets.end(), wallet) == alert.wallets.end())
            alert.wallets.push_back(wallet);
        EventHeader at;
        at.signature = doing.signature;
        at.slot = doing.slot;
        const std::string moved = amountText(doing.coins, doing.lamports, coin, verb);
        alert.evidence.push_back(detect::evidenceOf(
            verb.many, at, {wallet}, verb.movesCoins ? std::optional{TokenAmount{doing.coins}} : std::nullopt,
            moved.empty() ? std::string{verb.past} : fmt::format("{} {}", verb.past, moved)));
    };
    if (tally == nullptr) {
        prove(moment.doing);
        return;
    }
    for (const Doing& doing : tally->proofs())
        if (doing.time + plan.window >= moment.now) prove(doing);
}

}  // namespace core::alert
