// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>

namespace core::sim {

/// How a trade that fails does so.
enum class Failure : std::uint8_t {
    None,
    Slippage,    ///< the venue refuses before it moves anything
    AfterEvent,  ///< the venue traded and printed its event, then a later instruction failed
    Router       ///< the bot program gives up before it calls the venue
};

/// How a trader sends a trade.
struct TradeStyle {
    std::uint32_t computeLimit = 250'000;
    std::uint64_t computePrice = 100'000;  ///< micro-lamports per unit
    std::optional<std::uint8_t> router;    ///< index of a bot program that calls the venue
    bool forgesEvent = false;              ///< the bot program prints a look-alike trade event of its own
    bool exactIn = false;                  ///< names the lamports instead of the tokens
    std::uint64_t tipLamports = 0;         ///< to a tip account, last instruction
    std::uint64_t feeTo = 0;               ///< trader that the sending service takes its fee for; 0 = none
    std::uint64_t feeLamports = 0;         ///< that fee
    bool contiguous = false;               ///< right behind the transaction before it
    Failure failure = Failure::None;
};

}  // namespace core::sim
