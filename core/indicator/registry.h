// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/indicator/indicator.h"

#include <string_view>
#include <vector>

namespace core::indicator {

/// Every indicator, in the order of menus. A new one is a file here and a line in kinds.h and in registry.cpp.
[[nodiscard]] std::span<const Kind* const> kinds();
/// Null when there is none of that id.
[[nodiscard]] const Kind* find(std::string_view id);
/// As many as the kind has; missing ones are standard, others are held within bounds, NaN is standard.
[[nodiscard]] std::vector<double> parametersFor(const Kind& kind, std::span<const double> wanted);

}  // namespace core::indicator
