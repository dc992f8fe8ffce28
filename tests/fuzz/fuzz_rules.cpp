// SPDX-License-Identifier: GPL-3.0-or-later
// A rules file: what is read prints as the same rules, can be armed, and can be changed in place without touching
// the others; what is wrong is told with a place that the text has.
#include "core/alert/plan.h"
#include "core/alert/rule_edit.h"
#include "core/alert/rule_file.h"
#include "tests/fuzz/fuzz.h"

#include <algorithm>
#include <memory>

namespace {

using core::alert::ParsedRules;
using core::alert::RuleSet;

void requirePlaces(std::string_view text, const std::vector<core::alert::Problem>& problems) {
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    for (const core::alert::Problem& problem : problems) {
        fuzz::require(!problem.text.empty(), "a problem says what is wrong");
        fuzz::require(problem.line >= 1 && problem.line <= lines + 1, "a problem stands on a line of the text");
        fuzz::require(problem.column >= 1 && problem.column <= text.size() + 2, "a problem stands in its line");
    }
}

void requireEdits(std::string_view text, const RuleSet& set) {
    for (core::alert::Rule rule : set.rules) {
        rule.version = rule.version % 1'000'000 + 1;
        const auto made = core::alert::withRule(text, rule.id, rule);
        // A file of an odd form may be refused, but never be changed into something else.
        if (!made) continue;
        const ParsedRules after = core::alert::parseRules(*made);
        fuzz::require(after.set.rules.size() == set.rules.size(), "an edit keeps the number of rules");
        for (const core::alert::Rule& other : set.rules) {
            const auto& wanted = other.id == rule.id ? rule : other;
            fuzz::require(
                std::find(after.set.rules.begin(), after.set.rules.end(), wanted) != after.set.rules.end(),
                "an edit changes one rule");
        }
    }
}

}  // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    // Without a byte to spare behind it, so that AddressSanitizer sees one read too many.
    const std::vector<char> exact(data, data + size);
    const std::string_view text{exact.data(), exact.size()};
    const ParsedRules read = core::alert::parseRules(text);
    requirePlaces(text, read.problems);
    if (const auto places = core::alert::rulePlaces(text)) {
        std::size_t end = 0;
        for (const core::alert::RulePlace& place : *places) {
            fuzz::require(place.from < place.to && place.to <= text.size(), "a rule stands in the text");
            end = std::max(end, place.to);
        }
    }
    if (!read.ok()) return 0;
    const std::string printed = core::alert::printRules(read.set);
    const ParsedRules again = core::alert::parseRules(printed);
    fuzz::require(again.ok() && again.set == read.set, "rules print as the same rules");
    fuzz::require(core::alert::printRules(again.set) == printed, "and print the same twice");
    // Everything that can be read can be armed.
    const core::alert::PlanBook book{std::make_shared<const RuleSet>(read.set), {}};
    const auto armed = std::count_if(read.set.rules.begin(), read.set.rules.end(),
                                     [](const core::alert::Rule& rule) { return rule.armed; });
    fuzz::require(book.plans().size() == static_cast<std::size_t>(armed), "every armed rule has a plan");
    if (read.set.rules.size() <= 8) requireEdits(text, read.set);
    return 0;
}
