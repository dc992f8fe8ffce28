// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/dex/registry.h"

#include "core/wire/dex/jupiter_v6.h"
#include "core/wire/dex/meteora_damm_v1.h"
#include "core/wire/dex/meteora_damm_v2.h"
#include "core/wire/dex/meteora_dbc.h"
#include "core/wire/dex/meteora_dlmm.h"
#include "core/wire/dex/orca_whirlpool.h"
#include "core/wire/dex/pumpfun.h"
#include "core/wire/dex/pumpswap.h"
#include "core/wire/dex/raydium_amm_v4.h"
#include "core/wire/dex/raydium_clmm.h"
#include "core/wire/dex/raydium_cpmm.h"
#include "core/wire/dex/raydium_launchlab.h"

#include <algorithm>
#include <array>

namespace core::wire {
namespace {

// One line adds a venue. Aggregators whose events are read stand behind them.
// clang-format off
constexpr std::array kPrograms{
    &kPumpFun,
    &kPumpSwap,
    &kRaydiumAmmV4,
    &kRaydiumCpmm,
    &kRaydiumClmm,
    &kRaydiumLaunchLab,
    &kMeteoraDlmm,
    &kMeteoraDammV2,
    &kMeteoraDbc,
    &kMeteoraDammV1,
    &kOrcaWhirlpool,
    &kJupiterV6,
};
// clang-format on
constexpr std::size_t kAggregators = 1;
constexpr std::size_t kVenues = kPrograms.size() - kAggregators;

struct Keys {
    Pubkey program;
    Pubkey authority;
};

const std::array<Keys, kPrograms.size()>& keys() noexcept {
    static const auto table = [] {
        std::array<Keys, kPrograms.size()> out;
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].program = Pubkey::fromBase58(kPrograms[i]->programText).value();
            // A program without self-CPI events has no authority; the zero key signs nothing.
            if (!kPrograms[i]->eventAuthority.empty())
                out[i].authority = Pubkey::fromBase58(kPrograms[i]->eventAuthority).value();
        }
        return out;
    }();
    return table;
}

std::size_t indexOf(const Venue& venue) noexcept {
    return static_cast<std::size_t>(std::find(kPrograms.begin(), kPrograms.end(), &venue) - kPrograms.begin());
}

}  // namespace

std::span<const Venue* const> venues() noexcept {
    static constexpr std::array<const Venue*, kPrograms.size()> kTable = kPrograms;
    return std::span{kTable}.first<kVenues>();
}

const Venue* venueOf(const Pubkey& program) noexcept {
    for (std::size_t i = 0; i < kPrograms.size(); ++i)
        if (keys()[i].program == program) return kPrograms[i];
    return nullptr;
}

const Venue* venueOf(std::string_view programText) noexcept {
    for (const Venue* venue : kPrograms)
        if (venue->programText == programText) return venue;
    return nullptr;
}

const Venue* venueById(std::string_view id) noexcept {
    for (const Venue* venue : venues())
        if (venue->id == id) return venue;
    return nullptr;
}

const Pubkey& eventAuthorityOf(const Venue& venue) noexcept {
    return keys()[indexOf(venue)].authority;
}
const Pubkey& programOf(const Venue& venue) noexcept {
    return keys()[indexOf(venue)].program;
}

}  // namespace core::wire
