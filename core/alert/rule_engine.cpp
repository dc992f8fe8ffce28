// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/rule_engine.h"

#include "core/alert/moment.h"
#include "core/ledger/market.h"

#include <algorithm>

namespace core::alert {
namespace {

constexpr std::size_t kMostTags = 200'000;
/// From here on a wallet counts as linked to the creator, as for the detector of its dumps.
constexpr double kLinked = 0.90;

std::string earlierName(std::string_view rule, std::string_view mint) {
    return std::string{rule} + " " + std::string{mint};
}

std::uint64_t tagKey(intel::WalletId wallet, std::uint32_t kind) noexcept {
    return (std::uint64_t{kind} << 32U) | wallet;
}

}  // namespace

RuleEngine::RuleEngine(std::shared_ptr<const RuleSet> set, const Watchlists& lists, std::vector<FiredKey> earlier) {
    remember(std::move(earlier));
    arm(std::move(set), lists);
}

void RuleEngine::remember(std::vector<FiredKey> earlier) {
    for (FiredKey& key : earlier) m_earlier[earlierName(key.rule, key.mint)].push_back(std::move(key));
}

RuleEngine::~RuleEngine() = default;

void RuleEngine::arrive(const Event& event) {
    m_old = m_freshness.isOld(event.at, ledger::eventTime(event.at));
}

void RuleEngine::onEvent(const detect::Scene& scene, std::vector<Alert>& out) {
    if (m_book->plans().empty() || scene.coin == nullptr) return;
    const Event& event = scene.event;
    const auto time = ledger::eventTime(event.at);
    Moment moment{.scene = scene, .coin = scene.coin};
    moment.now = time.value_or(scene.market.lastTime().value_or(0));
    const auto acts = [&](Verb verb, const Wallet& wallet, std::uint64_t coins, std::uint64_t lamports) {
        Moment each = moment;
        each.verb = verb;
        each.address = wallet;
        each.doing.time = each.now;
        each.doing.coins = coins;
        each.doing.lamports = lamports;
        doing(each, out);
    };
    struct Visitor {
        const detect::Scene& scene;
        const decltype(acts)& act;

        void operator()(const Trade& trade) const {
            act(trade.side == Side::Buy ? Verb::Buy : Verb::Sell, trade.wallet,
                trade.baseUser.value_or(trade.baseAmount).value(),
                lamportsOf(trade.quoteAmount.value(), trade.quoteMint, scene.market).value_or(0));
        }
        void operator()(const TokenCreated& created) const {
            if (created.creator) act(Verb::Create, *created.creator, 0, 0);
        }
        void operator()(const Graduated&) const { act(Verb::Trade, Wallet{}, 0, 0); }
        void operator()(const LiquidityChange& change) const {
            act(change.added ? Verb::AddLiquidity : Verb::RemoveLiquidity, change.wallet, change.baseAmount.value(),
                lamportsOf(change.quoteAmount.value(), change.quoteMint, scene.market).value_or(0));
        }
        void operator()(const TokenTransfer& transfer) const {
            act(Verb::Send, transfer.from, transfer.amount.value(), 0);
            act(Verb::Receive, transfer.to, transfer.amount.value(), 0);
        }
        void operator()(const MintTo& minted) const { act(Verb::Mint, minted.to, minted.amount.value(), 0); }
        void operator()(const Burn& burn) const { act(Verb::Burn, burn.wallet, burn.amount.value(), 0); }
        void operator()(const SolTransfer&) const {}
        void operator()(const AuthorityChanged&) const {}
    };
    std::visit(Visitor{scene, acts}, event.body);
}

// Verb::Trade stands for the event that is no doing: a graduation.
void RuleEngine::doing(Moment& moment, std::vector<Alert>& out) {
    moment.stamp = ++m_stamp;
    const std::vector<Zone>& zones = m_book->zones();
    const auto& others = m_book->zonesOf(moment.coin->mint());
    m_touched.clear();
    offerZone(moment, zones.front());
    for (const std::uint32_t zone : others) offerZone(moment, zones[zone]);
    if (!m_touched.empty()) look(moment, out);
}

void RuleEngine::offerZone(Moment& moment, const Zone& zone) {
    const Verb verb = *moment.verb;
    if (verb == Verb::Trade) {
        if (zone.graduates.empty()) return;
        moment.on = &(*m_coins)[moment.ordinal()];
        if (moment.on->graduated) return;
        for (const std::uint32_t plan : zone.graduates) touch(plan);
        return;
    }
    const bool trade = verb == Verb::Buy || verb == Verb::Sell;
    if (trade && !zone.gauges.empty()) gaugesOf(moment, zone);
    const auto place = static_cast<std::size_t>(verb);
    const bool moves = trade || verb == Verb::Send || verb == Verb::Receive;
    if (!zone.asks[place] && (zone.clusters.empty() || !moves)) return;
    if (moment.doing.wallet == intel::kNoWallet) {
        moment.doing.wallet = moment.scene.who.find(moment.address);
        moment.doing.signature = moment.scene.event.at.signature;
        moment.doing.slot = moment.scene.event.at.slot;
    }
    const Zone::Doers& doers = zone.doers[place];
    offer(moment, doers.anyone);
    if (!doers.related.empty() && linkOf(moment) >= kLinked) offer(moment, doers.related);
    if (!doers.wallets.empty()) {
        if (const auto found = doers.wallets.find(moment.address); found != doers.wallets.end())
            offer(moment, found->second);
    }
    if (!doers.lists.empty() && m_book->anyLists()) {
        for (const std::uint32_t list : m_book->listsOf(moment.address))
            if (const auto found = doers.lists.find(list); found != doers.lists.end()) offer(moment, found->second);
    }
    for (const auto& [kind, tallies] : doers.tags)
        if (isTagged(moment, kind)) offer(moment, tallies);
    if (doers.cluster.empty() && zone.clusters.empty()) return;
    if (moment.cluster == nullptr) bindCluster(moment, moment.doing.wallet);
    if (moment.cluster == nullptr) return;
    offer(moment, doers.cluster);
    if (!moves) return;
    for (const Zone::ClusterTrigger& trigger : zone.clusters) {
        const auto& least = trigger.says->holds;
        const bool rising = trigger.says->compare == Compare::AtLeast || trigger.says->compare == Compare::Above;
        if (least && rising &&
            !reachesShare(here(moment)->coins, moment.coin->supply, least->number, trigger.says->compare)) {
            continue;
        }
        touch(trigger.plan);
    }
}

// The cluster of a wallet, and the member under which it is counted on this coin: its name changes as it grows.
void RuleEngine::bindCluster(Moment& moment, intel::WalletId wallet) const {
    if (wallet == intel::kNoWallet || moment.coin == nullptr) return;
    const intel::LinkBook& links = moment.scene.who.links();
    moment.cluster = links.clusterOf(wallet);
    if (moment.cluster == nullptr) return;
    if (moment.on == nullptr) moment.on = &(*m_coins)[moment.ordinal()];
    for (const intel::WalletId anchor : moment.on->anchors) {
        if (links.clusterOf(anchor) != moment.cluster) continue;
        moment.anchor = anchor;
        return;
    }
    if (moment.on->anchors.size() >= OnCoin::kMostAnchors) moment.on->anchors.erase(moment.on->anchors.begin());
    moment.on->anchors.push_back(wallet);
    moment.anchor = wallet;
}

void RuleEngine::offer(Moment& moment, const std::vector<std::uint32_t>& tallies) {
    for (const std::uint32_t number : tallies) {
        const TallyPlan& plan = m_book->tallies()[number];
        if (!selects(moment, *plan.says)) continue;
        m_counted[number] = moment.stamp;
        if (plan.window > 0) {
            const bool ofCluster = plan.says->actor.who == Who::Cluster;
            const std::uint64_t key =
                (std::uint64_t{moment.ordinal()} << 32U) | (ofCluster ? moment.anchor : kNone);
            Tally& tally = m_tallies[number][key];
            tally.add(moment.doing, plan.window, plan.distinct);
            tally.settle(moment.now, plan.window);
        }
        wake(moment, number);
    }
}

// The rules whose numbers are reached; they stand in order of them, so the first that is not ends the walk.
void RuleEngine::wake(const Moment& moment, std::uint32_t tally) {
    for (const auto& triggers : m_book->tallies()[tally].triggers) {
        for (const Trigger& trigger : triggers) {
            if (!reaches(moment, *trigger.says, tally)) break;
            touch(trigger.plan, tally);
        }
    }
}

void RuleEngine::gaugesOf(Moment& moment, const Zone& zone) {
    if (moment.on == nullptr) moment.on = &(*m_coins)[moment.ordinal()];
    for (const std::uint32_t number : zone.gauges) {
        const GaugePlan& plan = m_book->gauges()[number];
        OnCoin::Gauge& gauge = moment.on->gauge(number);
        gauge.before = gauge.now;
        gauge.now = coinValue(plan.field, plan.unit, *moment.coin, moment.scene, moment.now);
        gauge.stamp = moment.stamp;
        if (!gauge.now) continue;
        // A coin that is met in the middle of its life wakes nobody by being where it is.
        if (!gauge.before && !(moment.coin->creationSeen && moment.coin->trades <= 1)) continue;
        const double before = gauge.before.value_or(0);
        const double low = std::min(before, *gauge.now);
        const double high = std::max(before, *gauge.now);
        auto level =
            std::lower_bound(plan.levels.begin(), plan.levels.end(), low,
                             [](const GaugePlan::Level& each, double value) { return each.value < value; });
        for (; level != plan.levels.end() && level->value <= high; ++level)
            if (level->above(low) != level->above(high)) touch(level->plan);
    }
}

void RuleEngine::touch(std::uint32_t plan, std::uint32_t tally) {
    Stamped& stamped = m_stamped[plan];
    if (stamped.stamp == m_stamp) {
        if (stamped.tally == kNone) stamped.tally = tally;
        return;
    }
    stamped = {m_stamp, tally};
    m_touched.push_back(plan);
}

void RuleEngine::look(Moment& moment, std::vector<Alert>& out) {
    std::sort(m_touched.begin(), m_touched.end());
    for (const std::uint32_t number : m_touched) {
        const Plan& plan = m_book->plans()[number];
        const std::uint32_t tally = m_stamped[number].tally;
        if (plan.aboutClusters && moment.cluster == nullptr) continue;
        ++m_stats.looked;
        if (!holdsNode(moment, plan, plan.root)) {
            m_fired.failed(number, moment.ordinal(), subjectOf(moment, plan, tally));
            continue;
        }
        Alert alert = alertOf(moment, plan, tally);
        FiredBook::Holding holding;
        holding.plan = number;
        holding.coin = moment.ordinal();
        holding.subject = alert.subject;
        holding.now = moment.now;
        holding.strength = alert.supplyShare.value_or(0);
        holding.severity = alert.severity;
        holding.instant = plan.instant;
        holding.window = plan.window;
        holding.coolDown = plan.rule->coolDownSeconds;
        holding.old = m_old;
        std::vector<const FiredKey*> earlier;
        if (!m_earlier.empty()) {
            const auto known =
                m_earlier.find(earlierName(plan.rule->id, alert.mint ? alert.mint->base58() : std::string{}));
            if (known != m_earlier.end())
                for (const FiredKey& key : known->second)
                    if (key.version == plan.rule->version) earlier.push_back(&key);
        }
        switch (m_fired.decide(holding, earlier)) {
            case FiredBook::Verdict::Fire:
                ++m_stats.fired;
                out.push_back(std::move(alert));
                break;
            case FiredBook::Verdict::Repeat: ++m_stats.repeated; break;
            case FiredBook::Verdict::Cooling: ++m_stats.cooling; break;
            case FiredBook::Verdict::Old: ++m_stats.old; break;
        }
    }
    if (moment.verb == Verb::Trade && moment.on != nullptr) moment.on->graduated = true;
}

// ---- flags

void RuleEngine::remember(const Flag& flag, std::uint32_t kind, Moment& moment) {
    const bool tag = m_book->isTag(kind);
    std::vector<intel::WalletId> wallets;
    if (tag) {
        for (const Wallet& wallet : flag.wallets) {
            const intel::WalletId id = moment.scene.who.find(wallet);
            if (id == intel::kNoWallet) continue;
            if (wallets.size() >= OnCoin::kMostTagged) {
                ++m_stats.forgotten;
                break;
            }
            wallets.push_back(id);
        }
    }
    if (moment.coin == nullptr) {
        for (const intel::WalletId wallet : wallets) {
            if (flag.withdrawn)
                m_tagged.erase(tagKey(wallet, kind));
            else if (m_tagged.size() < kMostTags)
                m_tagged.insert_or_assign(tagKey(wallet, kind), true);
            else
                ++m_stats.forgotten;
        }
        return;
    }
    moment.on = &(*m_coins)[moment.ordinal()];
    auto& said = moment.on->said;
    auto found = std::find_if(said.begin(), said.end(),
                              [&](const Said& each) { return each.kind == kind && each.subject == flag.subject; });
    if (found == said.end()) {
        if (said.size() >= OnCoin::kMostSaid) {
            said.erase(said.begin());
            ++m_stats.forgotten;
        }
        Said made;
        made.kind = kind;
        made.subject = flag.subject;
        made.first = moment.now;
        made.firstStamp = moment.stamp;
        said.push_back(std::move(made));
        found = said.end() - 1;
    } else if (found->withdrawn && !flag.withdrawn) {
        // Said again after it was taken back: it begins anew.
        found->first = moment.now;
        found->firstStamp = moment.stamp;
    }
    found->last = moment.now;
    found->lastStamp = moment.stamp;
    found->confidence = flag.confidence;
    found->value = flag.value;
    found->wallets = flag.wallets.size();
    found->withdrawn = flag.withdrawn;
    found->tagged = std::move(wallets);
}

void RuleEngine::onFlag(const detect::Scene& scene, const Flag& flag, std::vector<Alert>& out) {
    const std::uint32_t kind = m_book->kind(flag.kind);
    if (kind == kNone) return;
    Moment moment{.scene = scene, .coin = scene.coin};
    moment.stamp = ++m_stamp;
    const auto known = flag.time ? std::optional{flag.time->value()} : ledger::eventTime(scene.event.at);
    moment.now = known.value_or(scene.market.lastTime().value_or(0));
    moment.flag = &flag;
    moment.flagKind = kind;
    remember(flag, kind, moment);
    m_touched.clear();
    const auto wakeIn = [&](const Zone& zone) {
        if (const auto plans = zone.flags.find(kind); plans != zone.flags.end())
            for (const std::uint32_t plan : plans->second) touch(plan);
    };
    wakeIn(m_book->zones().front());
    if (moment.coin != nullptr)
        for (const std::uint32_t zone : m_book->zonesOf(moment.coin->mint())) wakeIn(m_book->zones()[zone]);
    if (m_touched.empty()) return;
    // A flag of a cluster names its first member; one of wallets may name several of a cluster.
    intel::WalletId of = intel::kNoWallet;
    if (const auto named = Wallet::fromBase58(flag.subject)) of = scene.who.find(*named);
    if (of == intel::kNoWallet && !flag.wallets.empty()) of = scene.who.find(flag.wallets.front());
    bindCluster(moment, of);
    look(moment, out);
}

bool RuleEngine::isTagged(const Moment& moment, std::uint32_t kind) {
    if (!m_tagged.empty() && m_tagged.contains(tagKey(moment.doing.wallet, kind))) return true;
    const OnCoin* on = moment.on != nullptr ? moment.on : m_coins->find(moment.ordinal());
    if (on == nullptr) return false;
    return std::any_of(on->said.begin(), on->said.end(), [&](const Said& said) {
        return said.kind == kind && !said.withdrawn &&
               std::find(said.tagged.begin(), said.tagged.end(), moment.doing.wallet) != said.tagged.end();
    });
}

ClusterHere* RuleEngine::here(Moment& moment) const {
    if (moment.cluster == nullptr || moment.coin == nullptr) return nullptr;
    if (!moment.clusterHere) moment.clusterHere = clusterHere(*moment.cluster, *moment.coin, moment.scene.who);
    return &*moment.clusterHere;
}

double RuleEngine::linkOf(Moment& moment) const {
    if (!moment.link)
        moment.link = moment.coin != nullptr && moment.coin->creator
                          ? moment.scene.who.linkToCreator(moment.address, *moment.coin)
                          : 0.0;
    return *moment.link;
}

}  // namespace core::alert
