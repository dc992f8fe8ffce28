// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <string_view>

namespace core::source {

/// The text as a JSON string with its quotes; bytes that are no UTF-8 become U+FFFD.
[[nodiscard]] std::string jsonQuote(std::string_view text);

/// Whether a JSON-RPC answer's result is null: the server does not know what was asked for, or not yet.
[[nodiscard]] bool resultIsNull(std::string_view response);

}  // namespace core::source
