// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"
#include "core/base/result.h"

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace core::alert {

// A rules file is TOML:
//
//   format = 1
//
//   [[rule]]
//   id = "dev_dump"                     # a-z, 0-9, - and _
//   title = "The dev sells"
//   version = 1                         # raise it when the rule changes: it stands in every alert
//   group = "defence"                   # discovery, defence or high_signal
//   severity = "auto"                   # info, warning, critical, or from confidence, supply share and liquidity
//   kind = "dev_dump"                   # what its alerts are called; left out: the flag's kind, else the id
//   cool_down = "10m"                   # of one coin
//   scope = "any"                       # "watched", or a list of mints, or { list = "name" }
//   armed = true
//   sound = "alarm"                     # what is played with its alerts; left out: what the settings say
//   when = 'dev or linked wallet sells >= 2% of supply within 60s'     # condition_text.h
//
//   [list.insiders]
//   wallets = ["..."]
//   mints = ["..."]

/// Bounds on a file that anybody may have written.
struct RuleFileLimits {
    static constexpr std::size_t kMostBytes = 1U << 20U;
    static constexpr std::size_t kMostRules = 2'000;
    static constexpr std::size_t kMostLists = 256;
    static constexpr std::size_t kMostEntries = 50'000;  ///< of one list
    static constexpr std::size_t kMostProblems = 100;    ///< that are told
    static constexpr std::size_t kLongestTitle = 120;    ///< characters
};

/// What is wrong where, in one sentence. Line and column count from 1, columns in characters.
struct Problem {
    std::size_t line = 1;
    std::size_t column = 1;
    std::string text;
};

/// A file as it was read: `set` holds what is sound, and is all of it when there are no problems.
struct ParsedRules {
    RuleSet set;
    std::vector<Problem> problems;  ///< by place

    [[nodiscard]] bool ok() const noexcept { return problems.empty(); }
};

/// Reads a rules file. `known`: lists that exist beside those of the file, so that a rule may speak of them.
/// A mistake in TOML itself ends the reading; all others are told together. Thread: any.
[[nodiscard]] ParsedRules parseRules(std::string_view text, const Watchlists& known = {});

/// The rules as a file; reads as the same rules. Comments of the file they came from are not in it: a program never
/// writes over a file of the user with it.
[[nodiscard]] std::string printRules(const RuleSet& set);
/// One rule, as it stands in a file: what an editor of blocks shows beside them.
[[nodiscard]] std::string printRule(const Rule& rule);
/// Its settings as they are printed: key and value in TOML. What is as it is without being said is left out.
[[nodiscard]] std::vector<std::pair<std::string_view, std::string>> ruleValues(const Rule& rule);

/// The sound rules of a file. Errors: Io, TooLarge, BadValue (names the file and every problem, one a line).
[[nodiscard]] Result<RuleSet> readRules(const std::filesystem::path& file, const Watchlists& known = {});

/// "FILE:3:14: sentence" a line.
[[nodiscard]] std::string problemText(std::string_view file, const std::vector<Problem>& problems);

}  // namespace core::alert
