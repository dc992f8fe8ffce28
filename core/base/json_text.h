// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace core {

/// Appends `text` as a quoted JSON string; invalid UTF-8 becomes U+FFFD, control characters are escaped.
void appendJsonString(std::string& out, std::string_view text);

/// Appends an integer in decimal; `quoted` for amounts that can pass 2^53.
void appendJsonInteger(std::string& out, std::uint64_t value, bool quoted);

/// Appends `,"name":` (or `"name":` right after an opening brace or bracket).
void appendJsonKey(std::string& out, std::string_view name);

}  // namespace core
