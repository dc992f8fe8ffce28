// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <string_view>

namespace core {

/// A non-negative decimal number, "32425292.22108698" or "1e-7", times 10^decimals as an integer; digits
/// past the last place round half up. Goes through the text and never through a double.
/// Errors: BadValue (not a non-negative number), Overflow (past 64 bits).
[[nodiscard]] Result<std::uint64_t> scaledDecimal(std::string_view text, int decimals);

}  // namespace core
