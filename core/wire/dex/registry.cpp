// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/dex/registry.h"

#include "core/wire/dex/pumpfun.h"
#include "core/wire/dex/pumpswap.h"
#include "core/wire/dex/raydium_amm_v4.h"

#include <algorithm>
#include <array>

namespace core::wire {
namespace {

// One line adds a venue.
constexpr std::array kVenues{
    &kPumpFun,
    &kPumpSwap,
    &kRaydiumAmmV4,
};

struct Keys {
    Pubkey program;
    Pubkey authority;
};

const std::array<Keys, kVenues.size()>& keys() noexcept {
    static const auto table = [] {
        std::array<Keys, kVenues.size()> out;
        for (std::size_t i = 0; i < out.size(); ++i) {
            out[i].program = Pubkey::fromBase58(kVenues[i]->programText).value();
            // A program without self-CPI events has no authority; the zero key signs nothing.
            if (!kVenues[i]->eventAuthority.empty())
                out[i].authority = Pubkey::fromBase58(kVenues[i]->eventAuthority).value();
        }
        return out;
    }();
    return table;
}

std::size_t indexOf(const Venue& venue) noexcept {
    return static_cast<std::size_t>(std::find(kVenues.begin(), kVenues.end(), &venue) - kVenues.begin());
}

}  // namespace

std::span<const Venue* const> venues() noexcept {
    static constexpr std::array<const Venue*, kVenues.size()> kTable = kVenues;
    return kTable;
}

const Venue* venueOf(const Pubkey& program) noexcept {
    for (std::size_t i = 0; i < kVenues.size(); ++i)
        if (keys()[i].program == program) return kVenues[i];
    return nullptr;
}

const Venue* venueOf(std::string_view programText) noexcept {
    for (const Venue* venue : kVenues)
        if (venue->programText == programText) return venue;
    return nullptr;
}

const Venue* venueById(std::string_view id) noexcept {
    for (const Venue* venue : kVenues)
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
