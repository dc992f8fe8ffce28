// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace core::alert {

/// Where in a TOML file each byte of one of its strings stands, quotes and escapes of all four forms undone.
class TomlText {
public:
    /// `line` and `column` (from 1, columns in characters) of the string's first quote.
    TomlText(std::string_view file, std::size_t line, std::size_t column);

    /// Line and column of the value's byte; the string's end for any beyond.
    [[nodiscard]] std::pair<std::size_t, std::size_t> placeOf(std::size_t byte) const;

private:
    std::vector<std::pair<std::size_t, std::size_t>> m_places;  ///< by byte of the value, then that of the end
};

/// Line and column of a table's header whose bracket is followed by no name: toml++ 3.3 takes for granted that
/// there is one and goes wrong without (an assertion, or worse where there are none). To be asked before it reads.
[[nodiscard]] std::optional<std::pair<std::size_t, std::size_t>> namelessHeader(std::string_view file);

/// "90s", "10m", "2h", "7d" in seconds; nothing for another text, 0, or more than 7 days.
[[nodiscard]] std::optional<std::int64_t> parseDuration(std::string_view text);

}  // namespace core::alert
