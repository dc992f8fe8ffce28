// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/number.h"

#include "core/base/checked_math.h"

#include <cmath>

namespace core::alert {
namespace {

constexpr std::uint64_t kTen = 10;

bool isDigit(char c) noexcept {
    return c >= '0' && c <= '9';
}

std::optional<int> suffixPlaces(char c) noexcept {
    switch (c) {
        case 'k': return 3;
        case 'M': return 6;
        case 'B': return 9;
        default: return std::nullopt;
    }
}

}  // namespace

Number::Number(std::uint64_t digits, int decimals) : m_digits(digits), m_decimals(decimals) {
    while (m_decimals > 0 && m_digits % kTen == 0) {
        m_digits /= kTen;
        --m_decimals;
    }
    if (m_digits == 0) m_decimals = 0;
}

Result<Number> Number::parse(std::string_view text) {
    std::uint64_t digits = 0;
    int decimals = 0;
    int seen = 0;
    bool point = false;
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '.' && !point && seen > 0) {
            point = true;
            continue;
        }
        if (!isDigit(c)) break;
        ++seen;
        if (point) ++decimals;
        if (digits == 0 && c == '0') continue;
        const auto grown = checkedMul(digits, kTen);
        const auto sum = grown ? checkedAdd(*grown, static_cast<std::uint64_t>(c - '0')) : std::nullopt;
        if (!sum) return fail(ErrorCode::Overflow, "a number of too many digits");
        digits = *sum;
    }
    if (seen == 0 || text[at - 1] == '.') return fail(ErrorCode::BadValue, "no number");
    int shift = 0;
    if (at < text.size()) {
        if (const auto places = suffixPlaces(text[at]); places && at + 1 == text.size()) {
            shift = *places;
        } else if (text[at] == 'e' || text[at] == 'E') {
            ++at;
            const bool minus = at < text.size() && text[at] == '-';
            if (at < text.size() && (text[at] == '-' || text[at] == '+')) ++at;
            if (at == text.size() || text.size() - at > 2) return fail(ErrorCode::BadValue, "no number");
            for (; at < text.size(); ++at) {
                if (!isDigit(text[at])) return fail(ErrorCode::BadValue, "no number");
                shift = shift * static_cast<int>(kTen) + (text[at] - '0');
            }
            if (minus) shift = -shift;
        } else {
            return fail(ErrorCode::BadValue, "no number");
        }
    }
    decimals -= shift;
    for (; decimals < 0; ++decimals) {
        const auto grown = checkedMul(digits, kTen);
        if (!grown) return fail(ErrorCode::Overflow, "a number of too many digits");
        digits = *grown;
    }
    const Number out{digits, decimals};
    int length = 0;
    for (std::uint64_t rest = out.m_digits; rest != 0; rest /= kTen) ++length;
    if (length > kMostDigits || out.m_decimals > kMostDigits)
        return fail(ErrorCode::Overflow, "a number of too many digits");
    return out;
}

std::string Number::text() const {
    std::string digits = std::to_string(m_digits);
    if (m_decimals == 0) return digits;
    const auto decimals = static_cast<std::size_t>(m_decimals);
    if (digits.size() <= decimals) digits.insert(0, decimals + 1 - digits.size(), '0');
    digits.insert(digits.size() - decimals, 1, '.');
    return digits;
}

double Number::value() const {
    return static_cast<double>(m_digits) / std::pow(10.0, m_decimals);
}

std::optional<std::uint64_t> Number::scaled(int places) const {
    std::uint64_t out = m_digits;
    for (int step = m_decimals; step < places; ++step) {
        const auto grown = checkedMul(out, kTen);
        if (!grown) return std::nullopt;
        out = *grown;
    }
    for (int step = places; step < m_decimals; ++step) out /= kTen;
    return out;
}

}  // namespace core::alert
