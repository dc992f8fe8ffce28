// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string_view>

namespace ui {

/// The title of an indicator or the name of one of its parameters, as the user's language has it; names that are
/// not known here stay as they are. Thread: GUI.
[[nodiscard]] QString indicatorText(std::string_view name);

}  // namespace ui
