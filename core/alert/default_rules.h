// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"

#include <memory>
#include <string_view>

namespace core::alert {

/// The rules that ship with the program (resources/rules.toml). Thread: any.
[[nodiscard]] const std::shared_ptr<const RuleSet>& defaultRules();
/// Their text, to be copied and changed.
[[nodiscard]] std::string_view defaultRulesText() noexcept;

}  // namespace core::alert
