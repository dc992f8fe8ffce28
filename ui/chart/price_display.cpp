// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/price_display.h"

#include "ui/format/price_text.h"

#include <QObject>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

constexpr int kFewestDigits = 1;
constexpr int kMostDigits = 9;

/// Digits needed so that neighbours a `step` apart read differently.
int digitsFor(double value, double step) {
    if (value <= 0 || step <= 0) return 4;
    const double stepLeading = std::floor(std::log10(step) + 1e-9);
    const double mantissa = step / std::pow(10.0, stepLeading);
    const int half = std::abs(mantissa - std::round(mantissa)) > 1e-6 ? 1 : 0;
    const int digits = static_cast<int>(std::floor(std::log10(value) + 1e-9) - stepLeading) + 1 + half;
    return std::clamp(digits, kFewestDigits, kMostDigits);
}

QString percentText(double part, double step) {
    const int decimals = step > 0 ? std::clamp(static_cast<int>(std::ceil(-std::log10(step) - 1e-9)), 0, 4) : 2;
    const QString digits = QString::number(std::abs(part), 'f', decimals);
    const bool zero = digits.toDouble() == 0;
    return (zero ? QString() : part < 0 ? QStringLiteral("−") : QStringLiteral("+")) + digits + u'%';
}

}  // namespace

QString compactText(double value, double step, int digits) {
    if (!std::isfinite(value)) return format::unknown();
    struct Unit {
        double size;
        const char* suffix;
    };
    static constexpr std::array<Unit, 5> kUnits{{{1e12, "T"}, {1e9, "B"}, {1e6, "M"}, {1e3, "K"}, {1, ""}}};
    const double size = std::abs(value);
    const QString sign = value < 0 ? QStringLiteral("−") : QString();
    if (size == 0) return QStringLiteral("0");
    if (size < 1) return sign + format::price(size, step > 0 ? digitsFor(size, step) : digits);
    const auto unit =
        std::find_if(kUnits.begin(), kUnits.end() - 1, [&](const Unit& one) { return size >= one.size; });
    const double mantissa = size / unit->size;
    const int whole = mantissa >= 100 ? 3 : mantissa >= 10 ? 2 : 1;
    const int decimals =
        step > 0 ? static_cast<int>(std::ceil(-std::log10(step / unit->size) - 1e-9)) : digits - whole;
    return sign + QString::number(mantissa, 'f', std::clamp(decimals, 0, 6)) + QString::fromLatin1(unit->suffix);
}

double PriceDisplay::factor() const {
    return (marketCap && canShowMarketCap() ? supply : 1) * (dollars && canShowDollars() ? dollarRate : 1);
}

double PriceDisplay::shown(double price) const {
    return percent() ? (price / percentBase - 1) * 100 : price * factor();
}

double PriceDisplay::price(double number) const {
    return percent() ? (number / 100 + 1) * percentBase : number / factor();
}

QString PriceDisplay::text(double price, double step) const {
    const double number = shown(price);
    if (percent()) return percentText(number, step);
    if (marketCap && canShowMarketCap()) return compactText(number, step, 4);
    return format::price(number, step > 0 ? std::max(digitsFor(number, step), 3) : 4);
}

QString PriceDisplay::unit(const QString& quoteTicker) const {
    if (percent()) return QStringLiteral("%");
    const QString currency = dollars && canShowDollars() ? QStringLiteral("USD") : quoteTicker;
    return marketCap && canShowMarketCap() ? QObject::tr("MCap %1").arg(currency) : currency;
}

}  // namespace ui
