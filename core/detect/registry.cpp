// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/registry.h"

#include "core/base/text.h"
#include "core/detect/dev_dump.h"
#include "core/detect/graduation.h"

#include <array>

namespace core::detect {

std::span<const DetectorInfo> detectors() noexcept {
    // One line adds a detector.
    static constexpr std::array kTable{
        kDevDump,
        kGraduation,
    };
    return kTable;
}

std::string coinName(const ledger::TokenLedger& coin) {
    constexpr std::size_t kMostCharacters = 40;
    std::string name = sanitizeText(coin.symbol, kMostCharacters);
    return name.empty() ? shortKey(coin.mint().base58()) : name;
}

}  // namespace core::detect
