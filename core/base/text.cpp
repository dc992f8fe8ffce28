// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <ctime>
#include <optional>

namespace core {
namespace {

constexpr char32_t kReplacement = 0xFFFD;

struct Decoded {
    char32_t codePoint;
    std::size_t size;
};

// One code point at the head of `bytes`; anything malformed, overlong or surrogate is one replaced byte.
Decoded decodeUtf8(std::string_view bytes) noexcept {
    const auto at = [&](std::size_t i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char first = at(0);
    if (first < 0x80) return {first, 1};
    std::size_t size = 0;
    char32_t value = 0;
    char32_t smallest = 0;
    if ((first & 0xe0U) == 0xc0U) {
        size = 2, value = first & 0x1fU, smallest = 0x80;
    } else if ((first & 0xf0U) == 0xe0U) {
        size = 3, value = first & 0x0fU, smallest = 0x800;
    } else if ((first & 0xf8U) == 0xf0U) {
        size = 4, value = first & 0x07U, smallest = 0x10000;
    } else {
        return {kReplacement, 1};
    }
    if (bytes.size() < size) return {kReplacement, 1};
    for (std::size_t i = 1; i < size; ++i) {
        if ((at(i) & 0xc0U) != 0x80U) return {kReplacement, 1};
        value = (value << 6U) | (at(i) & 0x3fU);
    }
    const bool surrogate = value >= 0xD800 && value <= 0xDFFF;
    if (value < smallest || value > 0x10FFFF || surrogate) return {kReplacement, 1};
    return {value, size};
}

void appendUtf8(std::string& out, char32_t c) {
    const auto put = [&](char32_t byte) { out += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xc0U | (c >> 6U)), put(0x80U | (c & 0x3fU));
    } else if (c < 0x10000) {
        put(0xe0U | (c >> 12U)), put(0x80U | ((c >> 6U) & 0x3fU)), put(0x80U | (c & 0x3fU));
    } else {
        put(0xf0U | (c >> 18U)), put(0x80U | ((c >> 12U) & 0x3fU));
        put(0x80U | ((c >> 6U) & 0x3fU)), put(0x80U | (c & 0x3fU));
    }
}

// Characters that change how the text around them is shown, or that show as nothing.
bool isDeceptive(char32_t c) noexcept {
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0xad || c == 0x34f || c == 0x61c ||
           (c >= 0x115f && c <= 0x1160) || (c >= 0x180b && c <= 0x180f) || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0x2028 && c <= 0x202e) || (c >= 0x2060 && c <= 0x206f) || c == 0x3164 || c == 0xfeff ||
           c == 0xffa0 || (c >= 0xfff9 && c <= 0xfffb) || (c >= 0xe0000 && c <= 0xe0fff);
}

}  // namespace

std::string sanitizeText(std::string_view bytes, std::size_t maxCodePoints) {
    std::string out;
    std::size_t count = 0;
    while (!bytes.empty()) {
        const Decoded decoded = decodeUtf8(bytes);
        bytes.remove_prefix(decoded.size);
        if (isDeceptive(decoded.codePoint)) continue;
        if (count++ == maxCodePoints) {
            out += "…";
            break;
        }
        appendUtf8(out, decoded.codePoint);
    }
    return out;
}

std::string validUtf8(std::string_view bytes) {
    std::string out;
    out.reserve(bytes.size());
    while (!bytes.empty()) {
        const Decoded decoded = decodeUtf8(bytes);
        bytes.remove_prefix(decoded.size);
        appendUtf8(out, decoded.codePoint);
    }
    return out;
}

std::string shortKey(std::string_view base58) {
    if (base58.size() <= 10) return std::string{base58};
    std::string out{base58.substr(0, 4)};
    out += "…";
    out += base58.substr(base58.size() - 4);
    return out;
}

std::string rfc3339(std::int64_t unixSeconds) {
    constexpr std::int64_t kYear1 = -62135596800;
    constexpr std::int64_t kYear10000 = 253402300800;
    if (unixSeconds < kYear1 || unixSeconds >= kYear10000) return std::to_string(unixSeconds);
    const std::time_t time = unixSeconds;
    std::tm utc{};
    gmtime_r(&time, &utc);
    std::array<char, 32> text{};
    const std::size_t length = std::strftime(text.data(), text.size(), "-%m-%dT%H:%M:%SZ", &utc);
    // strftime does not pad years before 1000; RFC 3339 has four digits.
    const std::string year = std::to_string(utc.tm_year + 1900);
    return std::string(4 - year.size(), '0') + year + std::string{text.data(), length};
}

std::string shortestDouble(double value) {
    if (!std::isfinite(value)) return "null";
    std::array<char, 32> text{};
    // Written out, a large number looks like an integer of more than 64 bits, which JSON readers refuse.
    constexpr double kLarge = 1e18;
    const auto end = std::fabs(value) < kLarge ? std::to_chars(text.data(), text.data() + text.size(), value)
                                               : std::to_chars(text.data(), text.data() + text.size(), value,
                                                               std::chars_format::scientific);
    return {text.data(), end.ptr};
}

}  // namespace core
