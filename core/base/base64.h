// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// Standard base64 with padding.
[[nodiscard]] std::string base64Encode(std::span<const std::uint8_t> bytes);

/// Appends the bytes of padded standard base64 to `out` (cleared first, capacity kept for reuse).
/// Errors: BadEncoding for a foreign character, a wrong length or bits left over; `out` is then empty.
[[nodiscard]] Result<void> base64DecodeInto(std::string_view text, std::vector<std::uint8_t>& out);

/// As base64DecodeInto, into a new vector.
[[nodiscard]] Result<std::vector<std::uint8_t>> base64Decode(std::string_view text);

}  // namespace core
