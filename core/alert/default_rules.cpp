// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/default_rules.h"

#include "core/alert/rule_file.h"

#include <stdexcept>

namespace core::alert {

extern const char* const kShippedRules;  // made of resources/rules.toml

std::string_view defaultRulesText() noexcept {
    return kShippedRules;
}

const std::shared_ptr<const RuleSet>& defaultRules() {
    static const std::shared_ptr<const RuleSet> kRules = [] {
        ParsedRules read = parseRules(defaultRulesText());
        if (!read.ok()) throw std::logic_error(problemText("rules.toml", read.problems));
        return std::make_shared<const RuleSet>(std::move(read.set));
    }();
    return kRules;
}

}  // namespace core::alert
