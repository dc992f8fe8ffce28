// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>

namespace core::alert {

/// What the armed rules did; shown with the health of the engine.
struct RuleStats {
    std::size_t armed = 0;
    std::uint64_t looked = 0;  ///< times a rule was looked at
    std::uint64_t fired = 0;
    std::uint64_t repeated = 0;   ///< held, but was told already
    std::uint64_t cooling = 0;    ///< held within the cool-down
    std::uint64_t old = 0;        ///< held for what had happened long before
    std::uint64_t forgotten = 0;  ///< tags and doings that a bound left out
};

}  // namespace core::alert
