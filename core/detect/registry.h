// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

#include <span>

namespace core::detect {

/// Every detector of this build. Thread: any.
[[nodiscard]] std::span<const DetectorInfo> detectors() noexcept;

}  // namespace core::detect
