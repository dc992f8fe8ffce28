// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/toml_text.h"

#include <charconv>

namespace core::alert {
namespace {

/// Walks over a file and counts lines and characters.
struct Cursor {
    std::string_view text;
    std::size_t at = 0;
    std::size_t line = 1;
    std::size_t column = 1;

    [[nodiscard]] bool over() const { return at >= text.size(); }
    [[nodiscard]] bool begins(std::string_view what) const { return text.substr(at, what.size()) == what; }
    void step() {
        if (text[at] == '\n') {
            ++line;
            column = 1;
            ++at;
            return;
        }
        ++at;
        // The rest of a character of several bytes.
        while (!over() && (static_cast<unsigned char>(text[at]) & 0xc0U) == 0x80U) ++at;
        ++column;
    }
    void skip(std::size_t bytes) {
        const std::size_t end = at + bytes;
        while (!over() && at < end) step();
    }
};

std::size_t utf8Bytes(std::uint32_t codePoint) {
    if (codePoint < 0x80) return 1;
    if (codePoint < 0x800) return 2;
    return codePoint < 0x10000 ? 3 : 4;
}

}  // namespace

TomlText::TomlText(std::string_view file, std::size_t line, std::size_t column) {
    Cursor cursor{file};
    while (!cursor.over() && (cursor.line < line || (cursor.line == line && cursor.column < column))) cursor.step();
    const auto place = [&] { return std::pair{cursor.line, cursor.column}; };
    if (cursor.over()) {
        m_places.push_back(place());
        return;
    }
    const char quote = file[cursor.at];
    const bool raw = quote == '\'';
    const bool several = cursor.begins(raw ? "'''" : "\"\"\"");
    const std::string_view end = raw ? (several ? "'''" : "'") : (several ? "\"\"\"" : "\"");
    cursor.skip(end.size());
    if (several) {
        if (cursor.begins("\r\n"))
            cursor.skip(2);
        else if (cursor.begins("\n"))
            cursor.skip(1);
    }
    while (!cursor.over() && !cursor.begins(end)) {
        const auto here = place();
        if (raw || file[cursor.at] != '\\') {
            const std::size_t from = cursor.at;
            cursor.step();
            for (std::size_t i = from; i < cursor.at; ++i) m_places.push_back(here);
            continue;
        }
        const char kind = cursor.at + 1 < file.size() ? file[cursor.at + 1] : '\0';
        if (kind == 'u' || kind == 'U') {
            const std::size_t digits = kind == 'u' ? 4 : 8;
            std::uint32_t codePoint = 0;
            const std::string_view hex = file.substr(cursor.at + 2, digits);
            std::from_chars(hex.data(), hex.data() + hex.size(), codePoint, 16);
            cursor.skip(2 + digits);
            m_places.insert(m_places.end(), utf8Bytes(codePoint), here);
        } else if (kind == '\n' || kind == '\r' || kind == ' ' || kind == '\t') {
            // A backslash at the end of a line takes the blanks up to the next word away.
            cursor.step();
            while (!cursor.over() && (file[cursor.at] == ' ' || file[cursor.at] == '\t' ||
                                      file[cursor.at] == '\n' || file[cursor.at] == '\r'))
                cursor.step();
        } else {
            cursor.skip(2);
            m_places.push_back(here);
        }
    }
    m_places.push_back(place());
}

std::pair<std::size_t, std::size_t> TomlText::placeOf(std::size_t byte) const {
    return byte < m_places.size() ? m_places[byte] : m_places.back();
}

std::optional<std::pair<std::size_t, std::size_t>> namelessHeader(std::string_view file) {
    const auto skip = [&](std::size_t at, std::string_view what) {
        const std::size_t found = file.find_first_not_of(what, at);
        return found == std::string_view::npos ? file.size() : found;
    };
    std::size_t line = 1;
    for (std::size_t start = 0; start < file.size(); ++line) {
        constexpr std::string_view kBom = "\xef\xbb\xbf";
        const bool bom = start == 0 && file.substr(0, kBom.size()) == kBom;
        const std::size_t first = skip(start + (bom ? kBom.size() : 0), " \t\r\v\f");
        if (first < file.size() && file[first] == '[') {
            std::size_t at = first + 1;
            if (at < file.size() && file[at] == '[') ++at;
            at = skip(at, " \t");
            // A closing bracket and the end the library tells itself.
            const char c = at < file.size() ? file[at] : ']';
            const bool named = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                               c == '-' || c == '_' || c == '"' || c == '\'' || c == ']';
            if (!named) return std::pair{line, first - start + 1};
        }
        const std::size_t end = file.find('\n', start);
        if (end == std::string_view::npos) break;
        start = end + 1;
    }
    return std::nullopt;
}

std::optional<std::int64_t> parseDuration(std::string_view text) {
    constexpr std::int64_t kLongest = 7 * 86'400;
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end + 1 != text.data() + text.size() || number < 1) return std::nullopt;
    std::int64_t unit = 0;
    switch (*end) {
        case 's': unit = 1; break;
        case 'm': unit = 60; break;
        case 'h': unit = 3'600; break;
        case 'd': unit = 86'400; break;
        default: return std::nullopt;
    }
    if (number > kLongest / unit) return std::nullopt;
    return number * unit;
}

}  // namespace core::alert
