// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/plan.h"

#include "core/alert/condition_text.h"
#include "core/alert/rule_check.h"
#include "core/alert/words.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace core::alert {
namespace {

std::int64_t windowOf(const Activity& activity) {
    if (activity.withinSeconds) return *activity.withinSeconds;
    return activity.measure == Measure::Sum ? 0 : ConditionLimits::kLongestWindow;
}

TriggerClass classOf(const Activity& activity) {
    if (activity.measure != Measure::Sum) return TriggerClass::Count;
    if (!activity.amount) return TriggerClass::Any;
    switch (activity.amount->unit) {
        case Unit::Sol: return TriggerClass::Sol;
        case Unit::Usd: return TriggerClass::Usd;
        default: return TriggerClass::Share;
    }
}

// What is the same for all rules that share a tally.
std::string tallyName(const std::string& zone, const Activity& activity) {
    Activity shared = activity;
    shared.count = 2;
    if (shared.measure == Measure::Sum) {
        shared.amount.reset();
        shared.compare = Compare::AtLeast;
    }
    shared.withinSeconds = windowOf(activity) == 0 ? std::nullopt : std::optional{windowOf(activity)};
    return zone + ":" + printActivity(shared);
}

// What it takes to look at a condition: memory at hand, a table, the coin's holders one by one.
int costOf(const Condition& says) {
    if (const auto* value = std::get_if<CoinValue>(&says.is)) {
        const Field* field = findField(coinFields(), value->test.field);
        return field != nullptr && field->wakes ? 1 : (value->test.field == "age" ? 1 : 5);
    }
    if (std::holds_alternative<CoinFact>(says.is) || std::holds_alternative<CoinCrosses>(says.is)) return 0;
    if (std::holds_alternative<Activity>(says.is)) return 2;
    if (std::holds_alternative<FlagCondition>(says.is)) return 3;
    return 4;
}

}  // namespace

class PlanBook::Builder {
public:
    explicit Builder(PlanBook& book) : m_book(book), m_lists(book.m_lists) {
        for (const auto& [name, list] : m_book.m_set->lists) m_lists.insert_or_assign(name, list);
    }

    void run() {
        m_book.m_zones.emplace_back();
        for (const Rule& rule : m_book.m_set->rules)
            if (rule.armed) add(rule);
        for (TallyPlan& tally : m_book.m_tallies) {
            for (auto& triggers : tally.triggers)
                std::stable_sort(triggers.begin(), triggers.end(), [](const Trigger& a, const Trigger& b) {
                    return std::tuple(amount(a), a.says->count, a.says->compare) <
                           std::tuple(amount(b), b.says->count, b.says->compare);
                });
        }
        for (GaugePlan& gauge : m_book.m_gauges)
            std::stable_sort(gauge.levels.begin(), gauge.levels.end(),
                             [](const auto& a, const auto& b) { return a.value < b.value; });
        for (Zone& zone : m_book.m_zones)
            std::stable_sort(zone.clusters.begin(), zone.clusters.end(), [](const auto& a, const auto& b) {
                const auto least = [](const Zone::ClusterTrigger& trigger) {
                    return trigger.says->holds ? trigger.says->holds->number.value() : 0.0;
                };
                return least(a) < least(b);
            });
    }

private:
    static double amount(const Trigger& trigger) {
        return trigger.says->amount ? trigger.says->amount->number.value() : 0;
    }

    void add(const Rule& rule) {
        m_plan = static_cast<std::uint32_t>(m_book.m_plans.size());
        Plan plan;
        plan.rule = &rule;
        plan.aboutClusters = isAboutClusters(rule.when);
        m_zone = zoneOf(rule);
        plan.root = node(plan, rule.when, false);
        m_book.m_plans.push_back(std::move(plan));
    }

    // ---- scopes
    std::uint32_t zoneOf(const Rule& rule) {
        switch (rule.scope.what) {
            case Scope::What::Watched: return zoneOfList(kWatched);
            case Scope::What::List: return zoneOfList(rule.scope.list);
            case Scope::What::Mints: return zoneOfMints(rule.scope.mints);
            case Scope::What::Any: break;
        }
        // "coin is watched and ..." is a scope too.
        const auto narrow = [&](const Condition& each) -> std::optional<std::uint32_t> {
            const auto* fact = std::get_if<CoinFact>(&each.is);
            if (fact == nullptr) return std::nullopt;
            if (fact->what == CoinFact::What::Watched) return zoneOfList(kWatched);
            if (fact->what == CoinFact::What::Listed) return zoneOfList(fact->name);
            if (fact->what == CoinFact::What::Mint) {
                const auto mint = core::Mint::fromBase58(fact->name);
                return mint ? std::optional{zoneOfMints({*mint})} : std::nullopt;
            }
            return std::nullopt;
        };
        if (const auto* all = std::get_if<AllOf>(&rule.when.is))
            for (const Condition& each : all->of)
                if (const auto zone = narrow(each)) return *zone;
        return 0;
    }
    std::uint32_t zoneOfList(std::string_view name) {
        coinList(name);
        const auto [found, fresh] = m_zoneOfName.try_emplace("list " + std::string{name}, zones());
        if (fresh) {
            m_book.m_zones.emplace_back().name = found->first;
            for (const core::Mint& mint : m_book.m_coinLists.find(name)->second)
                m_book.m_zonesOf[mint].push_back(found->second);
        }
        return found->second;
    }
    std::uint32_t zoneOfMints(std::vector<core::Mint> mints) {
        std::sort(mints.begin(), mints.end());
        mints.erase(std::unique(mints.begin(), mints.end()), mints.end());
        std::string name = "mints";
        for (const core::Mint& mint : mints) name += " " + mint.base58();
        const auto [found, fresh] = m_zoneOfName.try_emplace(std::move(name), zones());
        if (fresh) {
            m_book.m_zones.emplace_back().name = found->first;
            for (const core::Mint& mint : mints) m_book.m_zonesOf[mint].push_back(found->second);
            m_book.m_zones.back().mints = std::move(mints);
        }
        return found->second;
    }
    [[nodiscard]] std::uint32_t zones() const { return static_cast<std::uint32_t>(m_book.m_zones.size()); }
    void coinList(std::string_view name) {
        const auto [entry, fresh] = m_book.m_coinLists.try_emplace(std::string{name});
        if (!fresh) return;
        if (const auto list = m_lists.find(name); list != m_lists.end())
            entry->second.insert(list->second.mints.begin(), list->second.mints.end());
    }
    std::uint32_t walletList(const std::string& name) {
        const auto [entry, fresh] =
            m_walletLists.try_emplace(name, static_cast<std::uint32_t>(m_walletLists.size()));
        if (fresh) {
            if (const auto list = m_lists.find(name); list != m_lists.end()) {
                for (const Wallet& wallet : list->second.wallets) {
                    auto& of = m_book.m_listsOf[wallet];
                    if (of.empty() || of.back() != entry->second) of.push_back(entry->second);
                }
            }
        }
        return entry->second;
    }

    // ---- conditions
    std::uint32_t node(Plan& plan, const Condition& says, bool denied) {
        if (const auto* negated = std::get_if<NotThat>(&says.is)) return node(plan, negated->of.front(), !denied);
        const auto* all = std::get_if<AllOf>(&says.is);
        const auto* any = std::get_if<AnyOf>(&says.is);
        Node made;
        if (all != nullptr || any != nullptr) {
            // What is denied of all is denied of any, and the other way round.
            made.op = (all != nullptr) != denied ? Node::Op::All : Node::Op::Any;
            for (const Condition& each : all != nullptr ? all->of : any->of)
                made.of.push_back(node(plan, each, denied));
            std::stable_sort(made.of.begin(), made.of.end(), [&](std::uint32_t a, std::uint32_t b) {
                return cost(plan.nodes[a], plan) < cost(plan.nodes[b], plan);
            });
        } else {
            made.leaf = leaf(plan, says, denied);
        }
        plan.nodes.push_back(std::move(made));
        return static_cast<std::uint32_t>(plan.nodes.size() - 1);
    }
    static int cost(const Node& node, const Plan& plan) {
        if (node.op == Node::Op::Leaf) return costOf(*node.leaf.says);
        int most = 0;
        for (const std::uint32_t each : node.of) most = std::max(most, cost(plan.nodes[each], plan));
        return most;
    }

    Leaf leaf(Plan& plan, const Condition& says, bool denied) {
        Leaf out{&says, denied};
        Zone& zone = m_book.m_zones[m_zone];
        if (const auto* activity = std::get_if<Activity>(&says.is)) {
            out.at = tally(*activity);
            if (denied) return out;
            const std::int64_t window = windowOf(*activity);
            plan.window = std::max(plan.window, window);
            plan.instant = plan.instant || window == 0;
            m_book.m_tallies[out.at].triggers[static_cast<std::size_t>(classOf(*activity))].push_back(
                {m_plan, activity});
        } else if (const auto* flag = std::get_if<FlagCondition>(&says.is)) {
            out.at = kind(flag->kind);
            if (denied) return out;
            plan.instant = plan.instant || flag->phase != FlagPhase::Stands;
            addOnce(zone.flags[out.at]);
        } else if (const auto* cluster = std::get_if<ClusterCondition>(&says.is)) {
            if (!denied) zone.clusters.push_back({m_plan, cluster});
        } else if (const auto* value = std::get_if<CoinValue>(&says.is)) {
            const Field* field = findField(coinFields(), value->test.field);
            out.field = static_cast<std::size_t>(field - coinFields().data());
            if (field->wakes)
                out.at = gauge(out.field, value->test.quantity,
                               value->test.compare == Compare::Above || value->test.compare == Compare::AtMost);
        } else if (const auto* crosses = std::get_if<CoinCrosses>(&says.is)) {
            const Field* field = findField(coinFields(), crosses->field);
            out.field = static_cast<std::size_t>(field - coinFields().data());
            out.at = gauge(out.field, crosses->level, !crosses->upwards);
            plan.instant = plan.instant || !denied;
        } else if (const auto* fact = std::get_if<CoinFact>(&says.is)) {
            if (fact->what == CoinFact::What::Watched) coinList(kWatched);
            if (fact->what == CoinFact::What::Listed) coinList(fact->name);
            if (fact->what == CoinFact::What::Graduates && !denied) {
                plan.instant = true;
                addOnce(zone.graduates);
            }
        }
        return out;
    }
    void addOnce(std::vector<std::uint32_t>& plans) const {
        if (plans.empty() || plans.back() != m_plan) plans.push_back(m_plan);
    }

    std::uint32_t kind(const std::string& name) {
        const auto [found, fresh] =
            m_book.m_kinds.try_emplace(name, static_cast<std::uint32_t>(m_book.m_kinds.size()));
        if (fresh) m_book.m_tags.push_back(false);
        return found->second;
    }

    std::uint32_t tally(const Activity& activity) {
        const auto [found, fresh] = m_tallyOfName.try_emplace(tallyName(m_book.m_zones[m_zone].name, activity),
                                                              static_cast<std::uint32_t>(m_book.m_tallies.size()));
        if (!fresh) return found->second;
        TallyPlan& made = m_book.m_tallies.emplace_back();
        made.name = found->first;
        made.says = &activity;
        made.window = windowOf(activity);
        made.distinct = activity.measure == Measure::Wallets;
        if (activity.verb == Verb::Trade) {
            enter(activity.actor, Verb::Buy, found->second);
            enter(activity.actor, Verb::Sell, found->second);
        } else {
            enter(activity.actor, activity.verb, found->second);
        }
        return found->second;
    }
    void enter(const Actor& actor, Verb verb, std::uint32_t tally) {
        const auto place = static_cast<std::size_t>(verb);
        m_book.m_zones[m_zone].asks[place] = true;
        // A tag may be a kind that no condition has named: known before the zone is held on to.
        const std::uint32_t tag = actor.who == Who::Tagged ? kind(actor.name) : kNone;
        if (tag != kNone) m_book.m_tags[tag] = true;
        Zone::Doers& doers = m_book.m_zones[m_zone].doers[place];
        switch (actor.who) {
            case Who::Anyone: doers.anyone.push_back(tally); break;
            case Who::Dev:
            case Who::Linked:
            case Who::DevOrLinked: doers.related.push_back(tally); break;
            case Who::Cluster: doers.cluster.push_back(tally); break;
            case Who::Listed: doers.lists[walletList(actor.name)].push_back(tally); break;
            case Who::Tagged: doers.tags[tag].push_back(tally); break;
            case Who::Wallet:
                if (const auto wallet = Wallet::fromBase58(actor.name)) doers.wallets[*wallet].push_back(tally);
                break;
        }
    }

    std::uint32_t gauge(std::size_t field, const Quantity& level, bool strict) {
        const auto [found, fresh] =
            m_gaugeOf.try_emplace({m_zone, field, level.unit}, static_cast<std::uint32_t>(m_book.m_gauges.size()));
        if (fresh) {
            m_book.m_gauges.push_back({field, level.unit, m_zone, {}});
            m_book.m_zones[m_zone].gauges.push_back(found->second);
        }
        m_book.m_gauges[found->second].levels.push_back({level.number.value(), m_plan, strict});
        return found->second;
    }

    PlanBook& m_book;
    Watchlists& m_lists;
    std::uint32_t m_plan = 0;
    std::uint32_t m_zone = 0;
    std::map<std::string, std::uint32_t> m_zoneOfName;
    std::map<std::string, std::uint32_t> m_tallyOfName;
    std::map<std::string, std::uint32_t> m_walletLists;
    std::map<std::tuple<std::uint32_t, std::size_t, Unit>, std::uint32_t> m_gaugeOf;
};

PlanBook::PlanBook(std::shared_ptr<const RuleSet> set, const Watchlists& lists)
    : m_set(std::move(set)), m_lists(lists) {
    Builder{*this}.run();
}

const std::vector<std::uint32_t>& PlanBook::zonesOf(const Mint& mint) const {
    static const std::vector<std::uint32_t> kNowhere;
    if (m_zonesOf.empty()) return kNowhere;
    const auto found = m_zonesOf.find(mint);
    return found == m_zonesOf.end() ? kNowhere : found->second;
}

std::uint32_t PlanBook::kind(std::string_view flagKind) const {
    const auto found = m_kinds.find(flagKind);
    return found == m_kinds.end() ? kNone : found->second;
}

const std::vector<std::uint32_t>& PlanBook::listsOf(const Wallet& wallet) const {
    static const std::vector<std::uint32_t> kNowhere;
    const auto found = m_listsOf.find(wallet);
    return found == m_listsOf.end() ? kNowhere : found->second;
}

bool PlanBook::isOnList(const Mint& mint, std::string_view list) const {
    const auto found = m_coinLists.find(list);
    return found != m_coinLists.end() && found->second.contains(mint);
}

}  // namespace core::alert
