// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <optional>

namespace ui::format {

/// Where a large number gets a unit: every thousand (K M B T) or, as Chinese counts, every ten thousand (万 亿).
enum class Folding : std::uint8_t { Thousands, Myriads };
/// What compact() does from now on; files and clipboard never depend on it. Thread: GUI.
void setFolding(Folding folding);
[[nodiscard]] Folding folding();

/// 999, 1.23K, 45.6M, 7.89B, 1.2T with three significant digits; by ten thousands 9999, 1.23万, 4560万, 7.89亿,
/// which may have four digits before the point. Unknown for NaN and infinities.
[[nodiscard]] QString compact(double value);
[[nodiscard]] QString compact(std::optional<double> value);
/// Digits in groups: 371 204 882 (thin spaces).
[[nodiscard]] QString grouped(std::uint64_t value);
/// A share 0..1 as "43.9%"; unknown when empty.
[[nodiscard]] QString share(std::optional<double> part);
/// A change as "+38.2%" or "−61.8%"; unknown when empty.
[[nodiscard]] QString change(std::optional<double> part);
/// Bytes as "312 MB".
[[nodiscard]] QString bytes(std::uint64_t count);

}  // namespace ui::format
