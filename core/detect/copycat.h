// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// A coin whose name and symbol look like those of an earlier coin (see lookalike()), or whose metadata URI is the
/// same. Names are compared with the last 262,144 different ones. Source: detection section 4.14.
[[nodiscard]] std::unique_ptr<Detector> makeCopycat();

inline constexpr DetectorInfo kCopycat{
    .kind = "copycat",
    .description = "The name and symbol look like those of an earlier coin, or the metadata URI is the same.",
    .version = "1",
    .make = &makeCopycat,
};

}  // namespace core::detect
