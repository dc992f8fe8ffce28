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
