// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>
#include <vector>

namespace ui::phrases {

/// A sentence of core (a flag's rule, note or what argues against it, an alert, a feed's trouble) in the language
/// of the window. Numbers, names and addresses stand in it as they came. English, and what no pattern fits, comes
/// back as it is. Cheap to call again for the same sentence. Thread: GUI.
[[nodiscard]] QString inLanguage(const QString& english);
[[nodiscard]] QString inLanguage(const std::string& english);
/// All of them, in one paragraph.
[[nodiscard]] QString inLanguage(const std::vector<std::string>& sentences);

/// Whether a pattern fits, whatever the language.
[[nodiscard]] bool isKnown(const QString& english);

}  // namespace ui::phrases
