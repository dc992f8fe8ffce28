// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/scenario.h"

#include "core/sim/market.h"

#include <algorithm>

namespace core::sim {
namespace {

constexpr std::array<std::uint32_t, 8> kEven{600, 700, 800, 900, 1'000, 1'100, 1'300, 1'600};

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
    Scenario{.name = "day",
             .description = "launches, trades and wallets in the proportions of a real day: most wallets come back",
             .tradesPerLaunch = 360,
             .offspringPermille = 500,
             .starPermille = 13,
             .poolAttention = 0,
             .freshPermille = 60,
             .regulars = 20'000,
             .minutes = kEven,
             .schemes = {"dev", "sniper", "organic"}},
    Scenario{.name = "steady",
             .description = "four tokens and exactly the asked number of trades per second, for counting",
             .minutes = {1'000, 1'000, 1'000, 1'000, 1'000, 1'000, 1'000, 1'000},
             .schemes = {"metronome"}},
    Scenario{.name = "cabal",
             .description = "wallets of one owner, paid by another or from an exchange, buy and sell together",
             .minutes = kEven,
             .schemes = {"dev", "sniper", "organic", "funded_cabal", "exchange_cabal", "shifting_crew",
                         "exchange_customers", "private_payers", "viral_launch"}},
    Scenario{.name = "insider",
             .description = "bags bought in the creation's slot or by the dev, handed on, and sold by others",
             .minutes = kEven,
             .schemes = {"dev", "sniper", "organic", "creation_block", "drip_dump", "exchange_customers",
                         "private_payers", "dust_spam", "viral_launch", "vesting"}},
    Scenario{.name = "wash",
             .description = "rings that trade among themselves, beside bots and people who only trade much",
             .minutes = kEven,
             .schemes = {"dev", "sniper", "organic", "wash_ring", "bot_users", "exchange_customers",
                         "private_payers", "sandwich_bots", "market_maker"}},
    Scenario{.name = "pump",
             .description = "groups that collect a quiet coin, let their members rush in, and sell to them",
             .minutes = kEven,
             .schemes = {"dev", "sniper", "organic", "rush_pump", "bot_users", "exchange_customers",
                         "private_payers", "viral_launch"}},
    Scenario{.name = "locomotive",
             .description = "leaders and those who follow them, beside bots that copy and calls that many answer",
             .minutes = kEven,
             .schemes = {"dev", "sniper", "organic", "locomotive", "copy_traders", "bot_users"}},
    Scenario{.name = "rugs",
             .description = "bags that drip, coins dumped twice, liquidity that is pulled, beside honest unlocks",
             .minutes = kEven,
             .schemes = {"dev", "sniper", "organic", "drip_dump", "two_step_rug", "liquidity_pull", "vesting",
                         "viral_launch", "exchange_customers", "private_payers"}},
    Scenario{.name = "decoys",
             .description = "dev dumps and snipers alone; whatever else looks like a scheme is not one",
             .minutes = kEven,
             .schemes = {"dev", "sniper", "organic", "exchange_customers", "private_payers", "copy_traders",
                         "bot_users", "dust_spam", "sandwich_bots", "viral_launch", "vesting", "market_maker"}},
    Scenario{.name = "mixed",
             .description = "every scheme and every decoy in one crowd",
             .minutes = kEven,
             .schemes = {"dev",
                         "sniper",
                         "organic",
                         "creation_block",
                         "funded_cabal",
                         "exchange_cabal",
                         "shifting_crew",
                         "wash_ring",
                         "locomotive",
                         "drip_dump",
                         "two_step_rug",
                         "liquidity_pull",
                         "rush_pump",
                         "exchange_customers",
                         "private_payers",
                         "copy_traders",
                         "bot_users",
                         "dust_spam",
                         "sandwich_bots",
                         "viral_launch",
                         "vesting",
                         "market_maker"}},
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
    infos.reserve(kScenarios.size());
    for (const Scenario& scenario : kScenarios) infos.push_back({scenario.name, scenario.description});
    return infos;
}

}  // namespace core::sim
