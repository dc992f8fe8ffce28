// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/condition_text.h"

#include <cstdint>
#include <string_view>
#include <vector>

namespace core::alert {

/// A piece of a condition's text.
struct Token {
    enum class Kind : std::uint8_t { Word, Number, Name, Symbol, End };
    Kind kind = Kind::End;
    std::string_view text;  ///< of a name: without its quotes
    std::size_t at = 0;     ///< byte of the whole text
};

/// Takes a text apart; the last token is End. What no token begins with is told in `problems` and left out.
[[nodiscard]] std::vector<Token> tokensOf(std::string_view text, std::vector<TextProblem>& problems);

}  // namespace core::alert
