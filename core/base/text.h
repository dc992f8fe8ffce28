// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace core {

/// Text from the chain made safe to show and log: invalid UTF-8 becomes U+FFFD; control, bidi, zero-width,
/// line- and paragraph-separator and tag characters are removed; cut to `maxCodePoints` with an ellipsis.
/// Thread: any. Cost: linear.
[[nodiscard]] std::string sanitizeText(std::string_view bytes, std::size_t maxCodePoints);

/// Valid UTF-8 of the same text, invalid sequences replaced by U+FFFD, nothing else changed: for machine
/// output, where JSON escapes the control characters.
[[nodiscard]] std::string validUtf8(std::string_view bytes);

/// `abcd…wxyz` of a base58 text.
[[nodiscard]] std::string shortKey(std::string_view base58);

/// RFC 3339 UTC of seconds since the epoch, `2026-11-23T15:00:00Z`; values outside years 1 to 9999 are
/// given as the number itself.
[[nodiscard]] std::string rfc3339(std::int64_t unixSeconds);

/// Shortest decimal text that reads back as the same double; "null" for NaN and infinities. C locale.
[[nodiscard]] std::string shortestDouble(double value);

}  // namespace core
