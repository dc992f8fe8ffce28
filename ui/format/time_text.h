// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace ui::format {

/// "22s", "12m", "3h", "4d": for cards. Unknown when empty or negative by more than the clocks' skew.
[[nodiscard]] QString shortAge(std::optional<std::int64_t> seconds);
/// "22s", "6m 41s", "3h 12m", "4d 2h".
[[nodiscard]] QString longAge(std::optional<std::int64_t> seconds);
/// "14:22:07" UTC of Unix seconds; unknown when empty.
[[nodiscard]] QString clockTime(std::optional<std::int64_t> unixSeconds);
/// "2026-11-23 14:22:07 UTC".
[[nodiscard]] QString dateTime(std::optional<std::int64_t> unixSeconds);
/// "182 ms", "4.1 s", "3m 20s".
[[nodiscard]] QString lag(std::optional<double> milliseconds);

}  // namespace ui::format
