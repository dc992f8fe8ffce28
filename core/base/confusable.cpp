// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/confusable.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>

namespace core {
namespace {

// Reads one code point and moves on; nothing for a byte that begins none.
std::optional<char32_t> next(std::string_view& bytes) {
    const auto at = [&](std::size_t i) { return static_cast<std::uint8_t>(bytes[i]); };
    const std::uint8_t lead = at(0);
    const std::size_t length = lead < 0x80                   ? 1
                               : lead >= 0xf0 && lead < 0xf5 ? 4
                               : lead >= 0xe0 && lead < 0xf0 ? 3
                               : lead >= 0xc2 && lead < 0xe0 ? 2
                                                             : 0;
    char32_t code = length <= 1 ? lead : static_cast<char32_t>(lead & (0x7fU >> length));
    bool good = length != 0 && length <= bytes.size();
    for (std::size_t i = 1; good && i < length; ++i) {
        good = (at(i) & 0xc0U) == 0x80U;
        code = (code << 6U) | (at(i) & 0x3fU);
    }
    if (good && ((length == 3 && code < 0x800) || (length == 4 && (code < 0x10000 || code > 0x10ffff)) ||
                 (code >= 0xd800 && code < 0xe000)))
        good = false;
    bytes.remove_prefix(good ? length : 1);
    return good ? std::optional{code} : std::nullopt;
}

struct Pair {
    char32_t from;
    char to;
};

// Lower and upper case that look like a Latin letter or digit. Sorted. Source: UTS 39 confusables.txt, the single
// letters of Latin-1, Latin Extended-A, Greek and Cyrillic; accents taken off as NFKD does.
constexpr std::array kLetters = std::to_array<Pair>({
    {0xaa, 'a'},  {0xb2, '2'},  {0xb3, '3'},  {0xb9, '1'},  {0xba, 'o'},  {0xc0, 'a'},  {0xc1, 'a'},  {0xc2, 'a'},
    {0xc3, 'a'},  {0xc4, 'a'},  {0xc5, 'a'},  {0xc7, 'c'},  {0xc8, 'e'},  {0xc9, 'e'},  {0xca, 'e'},  {0xcb, 'e'},
    {0xcc, 'i'},  {0xcd, 'i'},  {0xce, 'i'},  {0xcf, 'i'},  {0xd0, 'd'},  {0xd1, 'n'},  {0xd2, 'o'},  {0xd3, 'o'},
    {0xd4, 'o'},  {0xd5, 'o'},  {0xd6, 'o'},  {0xd8, 'o'},  {0xd9, 'u'},  {0xda, 'u'},  {0xdb, 'u'},  {0xdc, 'u'},
    {0xdd, 'y'},  {0xe0, 'a'},  {0xe1, 'a'},  {0xe2, 'a'},  {0xe3, 'a'},  {0xe4, 'a'},  {0xe5, 'a'},  {0xe7, 'c'},
    {0xe8, 'e'},  {0xe9, 'e'},  {0xea, 'e'},  {0xeb, 'e'},  {0xec, 'i'},  {0xed, 'i'},  {0xee, 'i'},  {0xef, 'i'},
    {0xf1, 'n'},  {0xf2, 'o'},  {0xf3, 'o'},  {0xf4, 'o'},  {0xf5, 'o'},  {0xf6, 'o'},  {0xf8, 'o'},  {0xf9, 'u'},
    {0xfa, 'u'},  {0xfb, 'u'},  {0xfc, 'u'},  {0xfd, 'y'},  {0xff, 'y'},  {0x100, 'a'}, {0x101, 'a'}, {0x102, 'a'},
    {0x103, 'a'}, {0x104, 'a'}, {0x105, 'a'}, {0x106, 'c'}, {0x107, 'c'}, {0x10c, 'c'}, {0x10d, 'c'}, {0x10e, 'd'},
    {0x10f, 'd'}, {0x110, 'd'}, {0x111, 'd'}, {0x112, 'e'}, {0x113, 'e'}, {0x116, 'e'}, {0x117, 'e'}, {0x118, 'e'},
    {0x119, 'e'}, {0x11a, 'e'}, {0x11b, 'e'}, {0x11e, 'g'}, {0x11f, 'g'}, {0x128, 'i'}, {0x129, 'i'}, {0x12a, 'i'},
    {0x12b, 'i'}, {0x130, 'i'}, {0x131, 'i'}, {0x141, 'l'}, {0x142, 'l'}, {0x143, 'n'}, {0x144, 'n'}, {0x147, 'n'},
    {0x148, 'n'}, {0x14c, 'o'}, {0x14d, 'o'}, {0x150, 'o'}, {0x151, 'o'}, {0x158, 'r'}, {0x159, 'r'}, {0x15a, 's'},
    {0x15b, 's'}, {0x15e, 's'}, {0x15f, 's'}, {0x160, 's'}, {0x161, 's'}, {0x164, 't'}, {0x165, 't'}, {0x16a, 'u'},
    {0x16b, 'u'}, {0x16e, 'u'}, {0x16f, 'u'}, {0x170, 'u'}, {0x171, 'u'}, {0x178, 'y'}, {0x179, 'z'}, {0x17a, 'z'},
    {0x17b, 'z'}, {0x17c, 'z'}, {0x17d, 'z'}, {0x17e, 'z'}, {0x251, 'a'}, {0x261, 'g'}, {0x391, 'a'}, {0x392, 'b'},
    {0x395, 'e'}, {0x396, 'z'}, {0x397, 'h'}, {0x399, 'i'}, {0x39a, 'k'}, {0x39c, 'm'}, {0x39d, 'n'}, {0x39f, 'o'},
    {0x3a1, 'p'}, {0x3a4, 't'}, {0x3a5, 'y'}, {0x3a7, 'x'}, {0x3ac, 'a'}, {0x3af, 'i'}, {0x3b1, 'a'}, {0x3b5, 'e'},
    {0x3b9, 'i'}, {0x3ba, 'k'}, {0x3bd, 'v'}, {0x3bf, 'o'}, {0x3c1, 'p'}, {0x3c4, 't'}, {0x3c5, 'y'}, {0x3c7, 'x'},
    {0x3cc, 'o'}, {0x3f2, 'c'}, {0x3f3, 'j'}, {0x3f9, 'c'}, {0x405, 's'}, {0x406, 'i'}, {0x407, 'i'}, {0x408, 'j'},
    {0x410, 'a'}, {0x412, 'b'}, {0x415, 'e'}, {0x417, '3'}, {0x41a, 'k'}, {0x41c, 'm'}, {0x41d, 'h'}, {0x41e, 'o'},
    {0x420, 'p'}, {0x421, 'c'}, {0x422, 't'}, {0x423, 'y'}, {0x425, 'x'}, {0x42c, 'b'}, {0x430, 'a'}, {0x432, 'b'},
    {0x435, 'e'}, {0x437, '3'}, {0x43a, 'k'}, {0x43c, 'm'}, {0x43d, 'h'}, {0x43e, 'o'}, {0x440, 'p'}, {0x441, 'c'},
    {0x442, 't'}, {0x443, 'y'}, {0x445, 'x'}, {0x44c, 'b'}, {0x450, 'e'}, {0x451, 'e'}, {0x455, 's'}, {0x456, 'i'},
    {0x457, 'i'}, {0x458, 'j'}, {0x4ae, 'y'}, {0x4af, 'y'}, {0x4bb, 'h'}, {0x4c0, 'l'}, {0x4cf, 'l'}, {0x501, 'd'},
    {0x51b, 'q'}, {0x51d, 'w'},
});
static_assert(std::is_sorted(kLetters.begin(), kLetters.end(),
                             [](const Pair& a, const Pair& b) { return a.from < b.from; }));

std::optional<char32_t> latin(char32_t code) {
    const auto found = std::lower_bound(kLetters.begin(), kLetters.end(), code,
                                        [](const Pair& pair, char32_t value) { return pair.from < value; });
    if (found == kLetters.end() || found->from != code) return std::nullopt;
    return static_cast<char32_t>(found->to);
}

// Whole alphabets: the mathematical ones A-Z a-z thirteen times over, digits, circled and full-width letters.
std::optional<char32_t> ofAlphabet(char32_t code) {
    if (code >= 0xff01 && code <= 0xff5e) return code - 0xff01 + '!';
    if (code >= 0x1d400 && code <= 0x1d6a3) {
        const char32_t letter = (code - 0x1d400) % 52;
        return letter < 26 ? letter + 'A' : letter - 26 + 'a';
    }
    if (code >= 0x1d7ce && code <= 0x1d7ff) return (code - 0x1d7ce) % 10 + '0';
    if (code >= 0x24b6 && code <= 0x24cf) return code - 0x24b6 + 'A';
    if (code >= 0x24d0 && code <= 0x24e9) return code - 0x24d0 + 'a';
    if (code >= 0x1f130 && code <= 0x1f149) return code - 0x1f130 + 'A';
    if (code >= 0x2460 && code <= 0x2468) return code - 0x2460 + '1';
    if (code >= 0x2080 && code <= 0x2089) return code - 0x2080 + '0';
    if (code >= 0x2074 && code <= 0x2079) return code - 0x2070 + '0';
    if (code == 0x2070) return U'0';
    return std::nullopt;
}

// Nothing to see: spaces, controls, marks that combine, characters of no width, variation selectors, tags.
bool invisible(char32_t code) {
    constexpr auto kRanges = std::to_array<std::pair<char32_t, char32_t>>({
        {0x0, 0x20},      {0x7f, 0xa0},     {0xad, 0xad},     {0x300, 0x36f},   {0x34f, 0x34f},
        {0x483, 0x489},   {0x61c, 0x61c},   {0x115f, 0x1160}, {0x1680, 0x1680}, {0x17b4, 0x17b5},
        {0x180b, 0x180e}, {0x1ab0, 0x1aff}, {0x1dc0, 0x1dff}, {0x2000, 0x200f}, {0x2028, 0x202f},
        {0x205f, 0x206f}, {0x20d0, 0x20ff}, {0x2800, 0x2800}, {0x3000, 0x3000}, {0x3164, 0x3164},
        {0xfe00, 0xfe0f}, {0xfe20, 0xfe2f}, {0xfeff, 0xfeff}, {0xffa0, 0xffa0}, {0xe0000, 0xe0fff},
    });
    return std::any_of(kRanges.begin(), kRanges.end(),
                       [&](const auto& range) { return code >= range.first && code <= range.second; });
}

void append(std::string& out, char32_t code) {
    if (code < 0x80) {
        out += static_cast<char>(code);
    } else if (code < 0x800) {
        out += static_cast<char>(0xc0U | (code >> 6U));
        out += static_cast<char>(0x80U | (code & 0x3fU));
    } else if (code < 0x10000) {
        out += static_cast<char>(0xe0U | (code >> 12U));
        out += static_cast<char>(0x80U | ((code >> 6U) & 0x3fU));
        out += static_cast<char>(0x80U | (code & 0x3fU));
    } else {
        out += static_cast<char>(0xf0U | (code >> 18U));
        out += static_cast<char>(0x80U | ((code >> 12U) & 0x3fU));
        out += static_cast<char>(0x80U | ((code >> 6U) & 0x3fU));
        out += static_cast<char>(0x80U | (code & 0x3fU));
    }
}

bool punctuation(char32_t code) {
    return (code >= '!' && code <= '/') || (code >= ':' && code <= '@') || (code >= '[' && code <= '`') ||
           (code >= '{' && code <= '~') || (code >= 0x2010 && code <= 0x2027) || code == 0xb7;
}

}  // namespace

std::string lookalike(std::string_view bytes, std::size_t maxCodePoints) {
    std::string out;
    std::string marks;
    for (std::size_t read = 0; !bytes.empty() && read < maxCodePoints; ++read) {
        auto code = next(bytes);
        if (!code || invisible(*code)) continue;
        if (const auto plain = ofAlphabet(*code)) code = plain;
        if (*code >= 'A' && *code <= 'Z') code = *code - 'A' + 'a';
        if (const auto letter = latin(*code)) {
            code = letter;
        } else {
            // Other capitals of Greek and Cyrillic, whose small letters may look Latin again.
            if ((*code >= 0x391 && *code <= 0x3a9) || (*code >= 0x410 && *code <= 0x42f)) code = *code + 0x20;
            if (*code >= 0x400 && *code <= 0x40f) code = *code + 0x50;
            if (const auto small = latin(*code)) code = small;
        }
        // Nought and one, and the letters that look alike in most fonts.
        if (*code == '0') code = U'o';
        if (*code == '1' || *code == 'i') code = U'l';
        append(punctuation(*code) ? marks : out, *code);
    }
    return out.empty() ? marks : out;
}

}  // namespace core
