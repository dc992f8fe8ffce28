// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/decimal.h"

#include "core/base/checked_math.h"

#include <charconv>
#include <string>

namespace core {

Result<std::uint64_t> scaledDecimal(std::string_view text, int decimals) {
    constexpr std::size_t kLongest = 400;
    constexpr int kWidestExponent = 400;
    const auto bad = [] { return fail(ErrorCode::BadValue, "not a decimal number"); };
    if (text.empty() || text.size() > kLongest) return bad();
    int exponent = 0;
    if (const auto e = text.find_first_of("eE"); e != std::string_view::npos) {
        std::string_view digits = text.substr(e + 1);
        if (digits.starts_with('+')) {
            digits.remove_prefix(1);
            if (digits.starts_with('-')) return bad();
        }
        const auto parsed = std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
        if (parsed.ec != std::errc{} || parsed.ptr != digits.data() + digits.size()) return bad();
        if (exponent > kWidestExponent || exponent < -kWidestExponent) return bad();
        text = text.substr(0, e);
    }
    std::string digits;
    int afterPoint = 0;
    bool point = false;
    for (const char c : text) {
        if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9') {
            digits += c;
            if (point) ++afterPoint;
        } else {
            return bad();
        }
    }
    if (digits.empty()) return bad();
    int shift = decimals + exponent - afterPoint;  // value = digits * 10^shift
    bool roundUp = false;
    for (; shift < 0 && !digits.empty(); ++shift) {
        roundUp = digits.back() >= '5';
        digits.pop_back();
    }
    if (shift < 0) roundUp = false;
    std::uint64_t value = 0;
    const auto append = [&value](std::uint64_t digit) {
        const auto tenfold = checkedMul(value, std::uint64_t{10});
        const auto sum = tenfold ? checkedAdd(*tenfold, digit) : std::nullopt;
        if (sum) value = *sum;
        return sum.has_value();
    };
    for (const char c : digits)
        if (!append(static_cast<std::uint64_t>(c - '0'))) return fail(ErrorCode::Overflow, "amount past 64 bits");
    for (; shift > 0 && value != 0; --shift)
        if (!append(0)) return fail(ErrorCode::Overflow, "amount past 64 bits");
    if (roundUp) {
        const auto next = checkedAdd(value, std::uint64_t{1});
        if (!next) return fail(ErrorCode::Overflow, "amount past 64 bits");
        value = *next;
    }
    return value;
}

}  // namespace core
