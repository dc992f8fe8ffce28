// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alert.h"

#include <optional>
#include <string>
#include <vector>

namespace core {

/// One statement of a detector about a coin or about wallets, as of a slot. Statements are never rewritten: a
/// newer one with the same kind, mint and subject stands beside the older. Source: interfaces section 4, FLAG.
struct Flag {
    std::string kind;
    std::optional<Mint> mint;  ///< empty: about the wallets alone
    std::string subject;       ///< what in the coin it is about (a cluster, a wallet); empty: the coin
    double confidence = 0;     ///< 0..1
    std::optional<Slot> slot;  ///< as of
    std::optional<BlockTime> time;
    double value = 0;  ///< in `unit`
    std::string unit;
    std::string rule;  ///< one sentence with the live numbers, names already sanitized
    std::vector<Wallet> wallets;
    std::optional<Mint> otherMint;  ///< a second coin that it speaks of: the one that was copied
    std::vector<Evidence> evidence;
    std::vector<std::string> against;  ///< what speaks against it, one sentence each
    bool withdrawn = false;            ///< what was said before turned out to be something else
    /// How bad it is, set where the statement is worth a look at once: a colour. Alerts are made by rules.
    std::optional<Severity> gravity;
};

}  // namespace core
