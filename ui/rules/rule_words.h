// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"
#include "core/alert/words.h"

#include <QString>

namespace ui {

// The words of the rule language for the screen, in the language of the window.

/// "market cap" of "market_cap"; the word itself when there is no other.
[[nodiscard]] QString fieldWord(std::string_view field);
/// What the field is, in a sentence.
[[nodiscard]] QString fieldMeaning(const core::alert::Field& field);
[[nodiscard]] QString verbWord(core::alert::Verb verb);
[[nodiscard]] QString whoWord(core::alert::Who who, bool counted);
[[nodiscard]] QString phaseWord(core::alert::FlagPhase phase);
/// "% of supply", "SOL".
[[nodiscard]] QString unitShown(core::alert::Unit unit);
/// The title of a shipped rule; other titles are the user's and stay.
[[nodiscard]] QString shippedTitle(const core::alert::Rule& rule);
[[nodiscard]] QString groupWord(core::AlertGroup group);
[[nodiscard]] QString severityWord(core::Severity severity);

}  // namespace ui
