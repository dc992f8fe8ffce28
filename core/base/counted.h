// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace core {

/// "1 wallet", "3 wallets": a number of things whose plural takes an s, for a sentence.
[[nodiscard]] inline std::string counted(std::uint64_t count, std::string_view one) {
    std::string out = std::to_string(count);
    out += ' ';
    out += one;
    if (count != 1) out += 's';
    return out;
}

}  // namespace core
