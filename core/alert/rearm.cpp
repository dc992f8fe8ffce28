// SPDX-License-Identifier: GPL-3.0-or-later
// What stays when other rules are armed: a line that is dragged on a chart must not make every other rule forget.
#include "core/alert/moment.h"
#include "core/ledger/market.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <utility>

namespace core::alert {
namespace {

constexpr std::size_t kMostCoins = 65'536;
constexpr std::size_t kMostTallies = 65'536;  // over all rules, twice that at most
constexpr std::size_t kFewestTallies = 256;   // for one

}  // namespace

void RuleEngine::arm(std::shared_ptr<const RuleSet> set, const Watchlists& lists) {
    const std::unique_ptr<PlanBook> before =
        std::exchange(m_book, std::make_unique<PlanBook>(std::move(set), lists));
    if (before != nullptr) {
        carryOver(*before);
    } else {
        m_coins = std::make_unique<RecentMap<std::uint32_t, OnCoin, 64>>(kMostCoins);
        carryTallies(*m_book);
    }
    m_counted.assign(m_book->tallies().size(), 0);
    m_stamped.assign(m_book->plans().size(), {});
    m_stats.armed = m_book->plans().size();
}

void RuleEngine::carryOver(const PlanBook& before) {
    std::map<std::pair<std::string_view, std::uint32_t>, std::uint32_t> planOf;
    for (std::uint32_t i = 0; i < m_book->plans().size(); ++i) {
        const Rule& rule = *m_book->plans()[i].rule;
        planOf.emplace(std::pair{std::string_view{rule.id}, rule.version}, i);
    }
    std::unordered_map<std::uint32_t, std::uint32_t> renumbered;
    for (std::uint32_t i = 0; i < before.plans().size(); ++i) {
        const Rule& rule = *before.plans()[i].rule;
        if (const auto now = planOf.find({rule.id, rule.version}); now != planOf.end())
            renumbered.emplace(i, now->second);
    }
    m_fired.renumber(renumbered);
    carryTallies(before);
    carryCoins(before);
}

// Tallies that count the same in both books. Those of lists whose wallets changed have counted others.
void RuleEngine::carryTallies(const PlanBook& before) {
    std::map<std::string_view, std::size_t> numberOf;
    for (std::size_t i = 0; i < m_tallies.size(); ++i) numberOf.emplace(before.tallies()[i].name, i);
    const auto sameList = [&](const Activity& says) {
        if (says.actor.who != Who::Listed) return true;
        const auto was = before.lists().find(says.actor.name);
        const auto is = m_book->lists().find(says.actor.name);
        return was != before.lists().end() && is != m_book->lists().end() &&
               was->second.wallets == is->second.wallets;
    };
    const std::size_t count = m_book->tallies().size();
    const std::size_t most = std::max(kFewestTallies, kMostTallies / std::max<std::size_t>(1, count));
    std::vector<RecentMap<std::uint64_t, Tally, 64>> kept;
    kept.reserve(count);
    for (const TallyPlan& plan : m_book->tallies()) {
        const auto was = numberOf.find(plan.name);
        if (was != numberOf.end() && sameList(*plan.says)) {
            kept.push_back(std::move(m_tallies[was->second]));
            kept.back().setMost(most);
        } else {
            kept.emplace_back(most);
        }
    }
    m_tallies = std::move(kept);
}

// What was said and measured of coins, under the numbers that kinds and gauges have now.
void RuleEngine::carryCoins(const PlanBook& before) {
    std::vector<std::uint32_t> kindNow(before.kinds().size(), kNone);
    for (const auto& [name, number] : before.kinds()) kindNow[number] = m_book->kind(name);
    using GaugeName = std::tuple<std::string_view, std::size_t, Unit>;
    const auto nameOf = [](const PlanBook& book, const GaugePlan& plan) {
        return GaugeName{book.zones()[plan.zone].name, plan.field, plan.unit};
    };
    std::map<GaugeName, std::uint32_t> gaugeOf;
    for (std::uint32_t i = 0; i < m_book->gauges().size(); ++i)
        gaugeOf.emplace(nameOf(*m_book, m_book->gauges()[i]), i);
    std::vector<std::uint32_t> gaugeNow(before.gauges().size(), kNone);
    for (std::size_t i = 0; i < before.gauges().size(); ++i)
        if (const auto now = gaugeOf.find(nameOf(before, before.gauges()[i])); now != gaugeOf.end())
            gaugeNow[i] = now->second;
    m_coins->forEach([&](std::uint32_t, OnCoin& on) {
        for (Said& said : on.said) said.kind = kindNow[said.kind];
        std::erase_if(on.said, [](const Said& said) { return said.kind == kNone; });
        for (OnCoin::Gauge& gauge : on.gauges) gauge.gauge = gaugeNow[gauge.gauge];
        std::erase_if(on.gauges, [](const OnCoin::Gauge& gauge) { return gauge.gauge == kNone; });
    });
    decltype(m_tagged) tagged;
    for (const auto& [key, stands] : m_tagged) {
        const std::uint32_t kind = kindNow[static_cast<std::uint32_t>(key >> 32U)];
        if (kind != kNone) tagged.emplace((std::uint64_t{kind} << 32U) | static_cast<std::uint32_t>(key), stands);
    }
    m_tagged = std::move(tagged);
}

std::vector<Mint> RuleEngine::namedCoins() const {
    std::set<Mint> out;
    for (const Zone& zone : m_book->zones())
        if (!zone.gauges.empty()) out.insert(zone.mints.begin(), zone.mints.end());
    return {out.begin(), out.end()};
}

void RuleEngine::meet(const detect::Scene& scene) {
    if (scene.coin == nullptr || scene.coin->trades == 0) return;
    OnCoin& on = (*m_coins)[scene.coin->ordinal()];
    const std::int64_t now = scene.market.lastTime().value_or(0);
    for (const std::uint32_t zone : m_book->zonesOf(scene.coin->mint())) {
        for (const std::uint32_t number : m_book->zones()[zone].gauges) {
            OnCoin::Gauge& gauge = on.gauge(number);
            const GaugePlan& plan = m_book->gauges()[number];
            if (!gauge.now) gauge.now = coinValue(plan.field, plan.unit, *scene.coin, scene, now);
        }
    }
}

}  // namespace core::alert
