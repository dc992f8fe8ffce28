// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/price_text.h"

#include "ui/format/number_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

namespace ui::format {
namespace {

constexpr int kFoldedZeros = 4;

/// d.ddd × 10^exponent in decimal digits, so that rounding is what a person would do on paper.
struct Decimal {
    std::string digits;
    int exponent = 0;
};

Decimal shortestDecimal(double value) {
    std::array<char, 64> text{};
    const auto end =
        std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::scientific).ptr;
    Decimal out;
    const char* at = text.data();
    for (; at != end && *at != 'e'; ++at)
        if (*at != '.') out.digits.push_back(*at);
    if (at != end) ++at;
    if (at != end && *at == '+') ++at;
    std::from_chars(at, end, out.exponent);
    return out;
}

void roundHalfUp(Decimal& decimal, std::size_t significant) {
    if (decimal.digits.size() <= significant) {
        decimal.digits.resize(significant, '0');
        return;
    }
    bool carry = decimal.digits[significant] >= '5';
    decimal.digits.resize(significant);
    for (std::size_t i = significant; carry && i-- > 0;) {
        carry = decimal.digits[i] == '9';
        decimal.digits[i] = carry ? '0' : static_cast<char>(decimal.digits[i] + 1);
    }
    if (carry) {
        decimal.digits.insert(decimal.digits.begin(), '1');
        decimal.digits.pop_back();
        ++decimal.exponent;
    }
}

QString subscript(int number) {
    QString out;
    for (const QChar digit : QString::number(number))
        out += QChar(static_cast<char16_t>(0x2080 + digit.digitValue()));
    return out;
}

}  // namespace

QString unknown() {
    return QStringLiteral("–");
}

QString price(double value, int significant) {
    if (!std::isfinite(value) || value < 0) return unknown();
    if (value == 0) return QStringLiteral("0");
    if (value >= 1e6) return compact(value);
    significant = std::clamp(significant, 1, 15);
    Decimal decimal = shortestDecimal(value);
    // Never round away digits before the point.
    roundHalfUp(decimal, static_cast<std::size_t>(std::max(significant, decimal.exponent + 1)));
    const QString digits = QString::fromStdString(decimal.digits);
    if (decimal.exponent >= 0) {
        const int whole = decimal.exponent + 1;
        if (digits.size() <= whole) return digits.leftJustified(whole, u'0');
        return digits.left(whole) + u'.' + digits.mid(whole);
    }
    const int zeros = -decimal.exponent - 1;
    if (zeros >= kFoldedZeros) return QStringLiteral("0.0") + subscript(zeros) + digits;
    return QStringLiteral("0.") + QString(zeros, u'0') + digits;
}

QString fullPrice(double value) {
    if (!std::isfinite(value) || value < 0) return unknown();
    // The longest fixed form of a double needs 308 digits before or 1,074 after the point.
    std::array<char, 1400> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), value, std::chars_format::fixed).ptr;
    return QString::fromLatin1(text.data(), end - text.data());
}

}  // namespace ui::format
