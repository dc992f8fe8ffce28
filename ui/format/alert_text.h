// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alert.h"
#include "core/review/reliability.h"

#include <QColor>
#include <QString>

#include <optional>
#include <string>

namespace ui::format {

/// "critical": how grave it is, and its colour.
[[nodiscard]] QString severityText(core::Severity severity);
[[nodiscard]] QColor severityInk(core::Severity severity);
/// "Discovery", "Defence", "High signal".
[[nodiscard]] QString alertGroupText(core::AlertGroup group);
/// "true", "false"; empty for none.
[[nodiscard]] QString verdictText(std::optional<bool> verdict);
/// The id of a rule as words: "dev_sells" is "Dev sells".
[[nodiscard]] QString ruleText(const std::string& rule);
/// "stated 0.80, happened 0.60 (n = 25)".
[[nodiscard]] QString statedHappened(const core::review::StatedHappened& seen);

}  // namespace ui::format
