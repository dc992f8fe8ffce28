// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace core {

/// P(Poisson of `mean` >= least), to nine digits, also far out in the tail. A mean of 0 or less, or one that is no
/// number, has no events. Cost: some ten terms, more as the mean grows by its square root. Thread: any.
[[nodiscard]] double poissonTail(std::uint64_t least, double mean) noexcept;

}  // namespace core
