// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/random.h"

#include <string>

namespace core::sim {

/// What a deployer calls a token. Text as hostile as the chain carries it: at most 32 and 13 bytes.
struct TokenName {
    std::string name;
    std::string symbol;
};

/// A meme name; a few are CJK, emoji, or carry bidi and zero-width characters.
[[nodiscard]] TokenName makeTokenName(Random& random);

}  // namespace core::sim
