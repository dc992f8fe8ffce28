// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/price.h"
#include "core/model/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// One transaction that proves something. Source: interfaces section 4, EVIDENCE.
struct Evidence {
    std::string kind;
    std::optional<Signature> signature;
    std::optional<Slot> slot;
    std::vector<Wallet> wallets;
    std::optional<TokenAmount> amount;
    std::string text;
};

enum class Severity { Info, Warning, Critical };

/// "info", "warning", "critical".
[[nodiscard]] std::string_view severityName(Severity severity) noexcept;

/// What an alert is for: finding something early, getting out in time, or what seldom happens and mostly matters.
enum class AlertGroup : std::uint8_t { Discovery, Defence, HighSignal };

/// Something a rule wants said. Source: interfaces section 4, `alerts`.
struct Alert {
    std::string rule;  ///< id of the rule
    std::uint32_t ruleVersion = 0;
    AlertGroup group = AlertGroup::Defence;
    std::string kind;
    std::optional<Mint> mint;
    std::string subject;  ///< what in the coin it is about (a cluster, a wallet, of a flag); empty: the coin
    std::vector<Wallet> wallets;
    std::optional<Slot> slot;
    std::optional<BlockTime> time;  ///< of the event behind it, not of its arrival
    Severity severity = Severity::Info;
    std::string text;  ///< one plain sentence with the live numbers, token names already sanitized
    double confidence = 0.0;
    std::vector<Evidence> evidence;
    // What the coin was like then; unknown is empty.
    std::string coin;                      ///< its symbol, sanitized, or its short mint; empty without a coin
    PriceRatio price;                      ///< of the last trade
    std::uint8_t baseDecimals = 6;         ///< of price
    std::uint8_t quoteDecimals = 9;        ///< of price
    std::optional<double> supplyShare;     ///< share of supply that it speaks of
    std::optional<double> liquidityQuote;  ///< whole quote units in the curve or pool
};

/// What tells this alert from every other: rule and version, coin, subject, slot and time.
[[nodiscard]] std::string alertKey(const Alert& alert);

/// "discovery", "defence", "high_signal".
[[nodiscard]] std::string_view alertGroupName(AlertGroup group) noexcept;

}  // namespace core
