// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule_file.h"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::alert {

// Changes to the text of a rules file that leave everything else as its author wrote it, comments too.

/// Where a rule stands in the text: the bytes from its "[[rule]]" to the end of its last line.
struct RulePlace {
    std::string id;  ///< empty when it has none
    std::size_t from = 0;
    std::size_t to = 0;
    std::size_t line = 1;  ///< of its "[[rule]]"
};

/// Of every rule, sound or not, in the order of the file; nothing for a text that is no TOML.
[[nodiscard]] std::optional<std::vector<RulePlace>> rulePlaces(std::string_view text);

/// The text with `rule` in the place of the rule `id`: only values that differ are written anew. A rule that is not
/// there is added at the end. The result reads as the same rules but for this one. Errors: BadShape when the text
/// is no TOML or the rule cannot be put in without changing others.
[[nodiscard]] Result<std::string> withRule(std::string_view text, std::string_view id, const Rule& rule,
                                           const Watchlists& known = {});
/// The same with the rule as somebody wrote it, from "[[rule]]" on, to the byte.
[[nodiscard]] Result<std::string> withRuleText(std::string_view text, std::string_view id,
                                               std::string_view ruleText);
/// What came of taking over the rules of another file.
struct ImportedRules {
    std::string text;
    std::vector<std::string> added;    ///< ids, as they stand in the text now
    std::size_t same = 0;              ///< rules that were there already, to the letter
    std::vector<std::string> renamed;  ///< of `added`: another rule had the id
    std::vector<std::string> kept;     ///< lists that were there with other entries, and stay as they were
};
/// The text with the rules and lists of another file behind its own, each as its author wrote it. Errors: BadShape
/// when either is no TOML; BadValue with the problems of `other` when it has any; TooLarge.
[[nodiscard]] Result<ImportedRules> withRulesOf(std::string_view text, std::string_view other,
                                                const Watchlists& known = {});
/// The text without the rule `id` and one empty line before it. Errors: NotFound, BadShape.
[[nodiscard]] Result<std::string> withoutRule(std::string_view text, std::string_view id);

}  // namespace core::alert
