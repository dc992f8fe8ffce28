// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/fired_book.h"

#include <algorithm>

namespace core::alert {

FiredBook::Fired* FiredBook::find(OnCoin& on, const std::string& subject) {
    const auto found = std::find_if(on.fired.begin(), on.fired.end(),
                                    [&](const Fired& fired) { return fired.subject == subject; });
    return found == on.fired.end() ? nullptr : &*found;
}

FiredBook::Verdict FiredBook::decide(const Holding& holding, std::span<const FiredKey* const> earlier) {
    OnCoin& on = m_on[keyOf(holding.plan, holding.coin)];
    if (!on.asked) {
        on.asked = true;
        for (const FiredKey* key : earlier) {
            on.fired.push_back({key->subject, key->time, 0, key->severity, true});
            on.last = std::max(on.last.value_or(key->time), key->time);
            on.severity = std::max(on.severity, key->severity);
        }
    }
    Fired* fired = find(on, holding.subject);
    if (fired != nullptr) {
        // From before what was told: a replay of the same events.
        if (holding.now < fired->lastTrue) return Verdict::Repeat;
        const bool over =
            !fired->standing || (holding.window > 0 && holding.now - fired->lastTrue > holding.window);
        const bool anew = holding.instant && holding.now > fired->lastTrue;
        const bool stronger = holding.severity > fired->severity ||
                              (fired->strength > 0 && holding.strength >= fired->strength * kStronger);
        fired->standing = true;
        if (!over && !anew && !stronger) {
            fired->lastTrue = std::max(fired->lastTrue, holding.now);
            return Verdict::Repeat;
        }
    }
    const bool graver = holding.severity > on.severity;
    if (on.last && holding.now < *on.last + holding.coolDown && !graver) return Verdict::Cooling;
    if (fired == nullptr) {
        if (on.fired.size() >= kMostSubjects) on.fired.erase(on.fired.begin());
        fired = &on.fired.emplace_back();
        fired->subject = holding.subject;
    }
    *fired = {holding.subject, holding.now, holding.strength, holding.severity, true};
    on.last = holding.now;
    on.severity = holding.severity;
    return holding.old ? Verdict::Old : Verdict::Fire;
}

void FiredBook::failed(std::uint32_t plan, std::uint32_t coin, const std::string& subject) {
    OnCoin* on = m_on.find(keyOf(plan, coin));
    if (on == nullptr) return;
    if (Fired* fired = find(*on, subject)) fired->standing = false;
}

void FiredBook::renumber(const std::unordered_map<std::uint32_t, std::uint32_t>& to) {
    RecentMap<std::uint64_t, OnCoin> kept{kMost};
    m_on.forEach([&](std::uint64_t key, OnCoin& on) {
        const auto plan = to.find(static_cast<std::uint32_t>(key >> 32U));
        if (plan != to.end()) kept[keyOf(plan->second, static_cast<std::uint32_t>(key))] = std::move(on);
    });
    m_on = std::move(kept);
}

}  // namespace core::alert
