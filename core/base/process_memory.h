// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace core {

/// Most memory this process held since it began, or since resetPeakMemory(); bytes, 0 when the system does
/// not tell. Thread: any.
[[nodiscard]] std::uint64_t peakMemoryBytes();

/// Starts the peak over at what is held now and gives freed memory back first, so that the next peak is that
/// of the work in between. False where the system cannot (then the peak is that of the whole process).
bool resetPeakMemory();

}  // namespace core
