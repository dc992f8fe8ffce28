// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/scheme.h"
#include "core/sim/schemes/schemes.h"

#include <algorithm>
#include <array>

namespace core::sim {
namespace {

constexpr std::array kRegistry{
    SchemeEntry{"organic", &makeOrganicCrowd},
    SchemeEntry{"sniper", &makeSnipers},
    SchemeEntry{"dev", &makeDevs},
    SchemeEntry{"metronome", &makeMetronome},
    SchemeEntry{"creation_block", &makeCreationBlock},
    SchemeEntry{"funded_cabal", &makeFundedCabal},
    SchemeEntry{"exchange_cabal", &makeExchangeCabal},
    SchemeEntry{"shifting_crew", &makeShiftingCrew},
    SchemeEntry{"wash_ring", &makeWashRing},
    SchemeEntry{"locomotive", &makeLocomotive},
    SchemeEntry{"drip_dump", &makeDripDump},
    SchemeEntry{"two_step_rug", &makeTwoStepRug},
    SchemeEntry{"liquidity_pull", &makeLiquidityPull},
    SchemeEntry{"rush_pump", &makeRushPump},
    SchemeEntry{"exchange_customers", &makeExchangeCustomers},
    SchemeEntry{"copy_traders", &makeCopyTraders},
    SchemeEntry{"bot_users", &makeBotUsers},
    SchemeEntry{"dust_spam", &makeDustSpam},
    SchemeEntry{"private_payers", &makePrivatePayers},
    SchemeEntry{"sandwich_bots", &makeSandwichBots},
    SchemeEntry{"viral_launch", &makeViralLaunch},
    SchemeEntry{"vesting", &makeVesting},
    SchemeEntry{"market_maker", &makeMarketMaker},
};

}  // namespace

std::span<const SchemeEntry> schemeRegistry() noexcept {
    return kRegistry;
}

std::unique_ptr<Scheme> makeScheme(std::string_view name) {
    const auto found = std::find_if(kRegistry.begin(), kRegistry.end(),
                                    [&](const SchemeEntry& entry) { return entry.name == name; });
    return found == kRegistry.end() ? nullptr : found->make();
}

}  // namespace core::sim
