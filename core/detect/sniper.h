// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// Who bought within kSlots slots of the creation, one flag a coin whose list grows; the creator is none. Silent
/// where the creation was not seen or has no slot. Source: detection section 4.6.
[[nodiscard]] std::unique_ptr<Detector> makeSniper();

inline constexpr DetectorInfo kSniper{
    .kind = "sniper",
    .description = "Bought in the creation slot (slot 0) or within the 3 slots behind it.",
    .version = "1",
    .make = &makeSniper,
};

}  // namespace core::detect
