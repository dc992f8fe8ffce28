// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"
#include "core/labels/label_book.h"

namespace ui {

/// The user's labels as lists that rules may speak of: "watched", "blocked" and "alerts", and every group and named crew
/// under its own name. Names that a rule could not write down are left out. Thread: any.
[[nodiscard]] core::alert::Watchlists listsOf(const core::labels::LabelBook& book);

}  // namespace ui
