// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core {

/// Longest base58 text that `base58Decode` takes; instruction data of a 1,232-byte transaction is shorter.
inline constexpr std::size_t kMaxBase58Text = 2048;

/// Base58 (Bitcoin alphabet) of the bytes; each leading zero byte is one '1'. Cost: quadratic in size.
[[nodiscard]] std::string base58Encode(std::span<const std::uint8_t> bytes);

/// Bytes of base58 text. Errors: TooLarge past kMaxBase58Text, BadEncoding for a foreign character.
[[nodiscard]] Result<std::vector<std::uint8_t>> base58Decode(std::string_view text);

/// Decodes into exactly `out.size()` bytes (32 or 64 on this chain); false when the text is anything else.
[[nodiscard]] bool base58DecodeExact(std::string_view text, std::span<std::uint8_t> out) noexcept;

}  // namespace core
