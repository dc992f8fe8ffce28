// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// A wallet whose return per closed position is credibly above zero and above that of all wallets, after shrinkage
/// towards them. About the wallet, not one coin. Left out: coins the wallet created or is linked to the creator of,
/// bags of the creation slot, bags whose cost was not seen, hubs. Told again when it changes by much, and when it
/// no longer holds. Source: detection section 4.12.
[[nodiscard]] std::unique_ptr<Detector> makeSmartMoney();

inline constexpr DetectorInfo kSmartMoney{
    .kind = "smart_money",
    .description =
        "The wallet closed at least 10 coins in 30 days, held for at least 60 s in the median, with a return "
        "that is above zero and above all wallets' with 95% probability after shrinkage.",
    .version = "1",
    .make = &makeSmartMoney,
};

}  // namespace core::detect
