// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/fixed_bytes.h"

#include <cstdint>

namespace core {

/// A hash of 32 bytes that others may have made up to fall on one place: it depends on numbers drawn at the start
/// of the process, so no result may depend on it. Thread: any.
[[nodiscard]] std::uint32_t secretHash(const std::array<std::uint8_t, 32>& bytes) noexcept;

}  // namespace core
