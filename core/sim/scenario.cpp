// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/scenario.h"

#include "core/sim/market.h"

#include <algorithm>

namespace core::sim {
namespace {

constexpr std::array kScenarios{
    Scenario{.name = "launch-hour",
             .description = "an hour of launches: most die within minutes, a few graduate",
             .minutes = {300, 500, 700, 900, 1'000, 1'200, 1'400, 2'000},
             .schemes = {"dev", "sniper", "organic"}},
    Scenario{.name = "quiet",
             .description = "few launches, small amounts, long pauses between short bursts",
             .tradesPerLaunch = 120,
             .failedPermille = 110,
             .starPermille = 4,
             .sniperPermille = 150,
             .sizePermille = 500,
             .minutes = {100, 100, 200, 400, 600, 1'000, 1'600, 4'000},
             .schemes = {"dev", "sniper", "organic"}},
    Scenario{.name = "busy",
             .description = "many launches at once, snipers on most of them, strong bursts, many failures",
             .tradesPerLaunch = 50,
             .failedPermille = 190,
             .routedPermille = 60,
             .offspringPermille = 500,
             .starPermille = 30,
             .sniperPermille = 600,
             .sizePermille = 1'400,
             .minutes = {600, 700, 800, 900, 1'000, 1'100, 1'300, 1'600},
             .schemes = {"dev", "sniper", "organic"}},
    Scenario{.name = "steady",
             .description = "four tokens and exactly the asked number of trades per second, for counting",
             .minutes = {1'000, 1'000, 1'000, 1'000, 1'000, 1'000, 1'000, 1'000},
             .schemes = {"metronome"}},
};

}  // namespace

std::span<const Scenario> allScenarios() noexcept {
    return kScenarios;
}

const Scenario* findScenario(std::string_view name) noexcept {
    const auto found = std::find_if(kScenarios.begin(), kScenarios.end(),
                                    [&](const Scenario& scenario) { return scenario.name == name; });
    return found == kScenarios.end() ? nullptr : &*found;
}

std::vector<ScenarioInfo> scenarios() {
    std::vector<ScenarioInfo> infos;
    for (const Scenario& scenario : kScenarios) infos.push_back({scenario.name, scenario.description});
    return infos;
}

}  // namespace core::sim
