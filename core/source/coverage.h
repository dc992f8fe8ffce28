// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace core::source {

/// A program whose log events carry trades, by the venue id that interfaces section 3 gives it.
struct LogProgram {
    std::string_view venue;
    std::string_view id;  ///< base58
};

/// The programs that can be followed over logsSubscribe alone. Source: solana-wire sections 6 and 7.
inline constexpr LogProgram kLogPrograms[] = {
    {"pumpfun", "6EF8rrecthR5Dkzon8Nwu78hRvfCKubJ14M5uBEwF6P"},
    {"pumpswap", "pAMMBay6oceH9fJKBRHGP5D4bD4sWpmSwMn52FMfXEA"},
};

/// The program of a venue id; null when logs do not show that venue.
[[nodiscard]] const LogProgram* logProgram(std::string_view venue) noexcept;

/// One sentence each: what a feed of this kind ("solana-rpc", "pumpportal") cannot show.
[[nodiscard]] std::vector<std::string> blindSpots(std::string_view source, bool hasKey);

}  // namespace core::source
