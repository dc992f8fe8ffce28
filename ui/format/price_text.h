// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace ui::format {

/// What stands on the screen where a value is not known. Never "0".
[[nodiscard]] QString unknown();

/// A price with `significant` digits, rounded half up. Four or more zeros after the point are told by a
/// subscript count: 0.0₅4127. Unknown for NaN, infinities and negative values.
[[nodiscard]] QString price(double value, int significant = 4);

/// The same price as a plain decimal with all its digits, for tooltips, copies and screen readers.
[[nodiscard]] QString fullPrice(double value);

}  // namespace ui::format
