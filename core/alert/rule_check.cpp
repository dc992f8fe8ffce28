// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/rule_check.h"

#include "core/alert/words.h"

#include <algorithm>

namespace core::alert {
namespace {

/// Calls visit(leaf, denied) for every condition that is no node; `denied` below an odd number of nots.
template <class Visit>
void eachLeaf(const Condition& condition, bool denied, const Visit& visit) {
    if (const auto* all = std::get_if<AllOf>(&condition.is)) {
        for (const Condition& each : all->of) eachLeaf(each, denied, visit);
    } else if (const auto* any = std::get_if<AnyOf>(&condition.is)) {
        for (const Condition& each : any->of) eachLeaf(each, denied, visit);
    } else if (const auto* negated = std::get_if<NotThat>(&condition.is)) {
        for (const Condition& each : negated->of) eachLeaf(each, !denied, visit);
    } else {
        visit(condition, denied);
    }
}

// Whether this condition alone makes its rule look when it comes true.
bool wakes(const Condition& leaf, bool denied) {
    if (std::holds_alternative<Activity>(leaf.is)) return !denied;
    if (std::holds_alternative<FlagCondition>(leaf.is) || std::holds_alternative<CoinCrosses>(leaf.is))
        return !denied;
    if (std::holds_alternative<ClusterCondition>(leaf.is)) return !denied;
    if (const auto* fact = std::get_if<CoinFact>(&leaf.is))
        return !denied && fact->what == CoinFact::What::Graduates;
    if (const auto* value = std::get_if<CoinValue>(&leaf.is)) {
        const Field* field = findField(coinFields(), value->test.field);
        return field != nullptr && field->wakes;
    }
    return false;
}

}  // namespace

std::vector<std::string> listsIn(const Condition& condition) {
    std::vector<std::string> out;
    eachLeaf(condition, false, [&](const Condition& leaf, bool) {
        std::string name;
        if (const auto* activity = std::get_if<Activity>(&leaf.is); activity && activity->actor.who == Who::Listed)
            name = activity->actor.name;
        if (const auto* fact = std::get_if<CoinFact>(&leaf.is); fact && fact->what == CoinFact::What::Listed)
            name = fact->name;
        if (!name.empty() && std::find(out.begin(), out.end(), name) == out.end()) out.push_back(name);
    });
    return out;
}

std::optional<std::string> neverWakes(const Rule& rule) {
    bool any = false;
    eachLeaf(rule.when, false, [&](const Condition& leaf, bool denied) { any = any || wakes(leaf, denied); });
    if (any) return std::nullopt;
    return "Nothing in this condition makes the rule look: name something that happens, such as a sell, a flag or "
           "a "
           "price.";
}

bool isAboutClusters(const Condition& condition) {
    bool any = false;
    eachLeaf(condition, false, [&](const Condition& leaf, bool denied) {
        if (denied) return;
        if (std::holds_alternative<ClusterCondition>(leaf.is)) any = true;
        if (const auto* activity = std::get_if<Activity>(&leaf.is))
            any = any || activity->actor.who == Who::Cluster;
    });
    return any;
}

}  // namespace core::alert
