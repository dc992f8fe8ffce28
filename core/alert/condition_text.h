// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace core::alert {

// The language of conditions. Words are separated by blanks or line ends; names stand in quotes.
//
//   condition = each-of { "or" each-of }
//   each-of   = one { "and" one }
//   one       = "not" one | "(" condition ")" | activity | flag | cluster | coin
//   activity  = actor [with] verb [amount] [within]                       all its doings together, or one of them
//             | number (wallets | members) [with] verb [amount "each"] [within]       distinct wallets
//             | number events ["by" actor [with]] [amount "each"] [within]            how often
//             | ordinal "member" "of" "cluster" verb [amount "each"] [within]
//   actor     = "anyone" | "dev" | "linked" "wallet" | "dev" "or" "linked" "wallet" | "wallet" ADDRESS
//             | "wallet" "of" "list" NAME | "wallet" "tagged" kind | "cluster"
//   wallets   = "wallets" | "wallets" "of" "list" NAME | "wallets" "tagged" kind | ["dev" "or"] "linked" "wallets"
//   members   = "members" "of" "cluster"
//   flag      = "flag" kind ["starts" | "ends"] [with] [within]
//   cluster   = "cluster" [with] ["holds" amount]
//   coin      = ["coin"] field comparison quantity
//             | ["coin"] field "crosses" ("above" | "below") quantity
//             | "coin" ("graduates" | "is" ("watched" | "graduated" | "on" "list" NAME | ADDRESS))
//   with      = "with" test { "," test }
//   test      = field comparison quantity
//   amount    = comparison quantity
//   within    = "within" duration
//   quantity  = number ["%" ["of" "supply"] | "SOL" | "USD"] | duration
//   comparison = ">=" | ">" | "<=" | "<"

/// Bounds on one condition; a rule comes from a file that anybody may have written.
struct ConditionLimits {
    static constexpr std::size_t kMostBytes = 4'096;
    static constexpr int kDeepest = 24;
    static constexpr std::size_t kMostParts = 64;  ///< conditions without and, or, not
    static constexpr std::size_t kMostTests = 8;   ///< behind one "with"
    static constexpr std::uint32_t kMostCount = 1'000;
    static constexpr std::int64_t kLongestWindow = 86'400;  ///< seconds
};

/// What is wrong where: one sentence, the byte it stands at.
struct TextProblem {
    std::size_t at = 0;
    std::string text;
};

/// Reads a condition. Either it, or everything that was found wrong, in order (at least one).
[[nodiscard]] std::variant<Condition, std::vector<TextProblem>> parseCondition(std::string_view text);

/// The condition as text; reads as the same condition.
[[nodiscard]] std::string printCondition(const Condition& condition);

/// One part of it, for a sentence: "dev or linked wallet sells >= 2% of supply within 60s".
[[nodiscard]] std::string printActivity(const Activity& activity);

}  // namespace core::alert
