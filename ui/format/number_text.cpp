// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/format/number_text.h"

#include "ui/format/price_text.h"

#include <array>
#include <cmath>

namespace ui::format {
namespace {

constexpr QChar kMinus = u'\u2212';

/// Names of the units and how many of one make the next.
struct Units {
    double step;
    std::array<const char16_t*, 5> names;
};
constexpr Units kThousands{1e3, {u"", u"K", u"M", u"B", u"T"}};
constexpr Units kMyriads{1e4, {u"", u"万", u"亿", u"万亿", u"亿亿"}};

Folding& chosenFolding() {
    static Folding folding = Folding::Thousands;
    return folding;
}

QString threeDigits(double value) {
    const double size = std::abs(value);
    if (size == 0) return QStringLiteral("0");
    const int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
    QString text = QString::number(size, 'f', decimals);
    if (size < 1000 && size == std::floor(size)) text = QString::number(size, 'f', 0);
    return text;
}

}  // namespace

void setFolding(Folding folding) {
    chosenFolding() = folding;
}

Folding folding() {
    return chosenFolding();
}

QString compact(double value) {
    if (!std::isfinite(value)) return unknown();
    const Units& units = folding() == Folding::Myriads ? kMyriads : kThousands;
    double scaled = std::abs(value);
    std::size_t unit = 0;
    // 999.5 would print as "1000": it belongs to the next unit.
    while (scaled >= units.step - 0.5 && unit + 1 < units.names.size()) {
        scaled /= units.step;
        ++unit;
    }
    QString text = threeDigits(scaled);
    if (scaled > 0 && scaled < 0.005 && unit == 0) text = price(scaled, 2);
    return (value < 0 ? QString(kMinus) : QString()) + text + QString::fromUtf16(units.names[unit]);
}

QString compact(std::optional<double> value) {
    return value ? compact(*value) : unknown();
}

QString grouped(std::uint64_t value) {
    QString text = QString::number(value);
    for (qsizetype at = text.size() - 3; at > 0; at -= 3) text.insert(at, QChar(0x2009));
    return text;
}

QString share(std::optional<double> part) {
    if (!part || !std::isfinite(*part)) return unknown();
    return QString::number(*part * 100, 'f', 1) + u'%';
}

QString change(std::optional<double> part) {
    if (!part || !std::isfinite(*part)) return unknown();
    const double percent = *part * 100;
    const QString size =
        std::abs(percent) >= 1000 ? compact(std::abs(percent)) : QString::number(std::abs(percent), 'f', 1);
    if (size == QStringLiteral("0.0")) return QStringLiteral("0.0%");
    return (percent < 0 ? QString(kMinus) : QStringLiteral("+")) + size + u'%';
}

QString bytes(std::uint64_t count) {
    static constexpr std::array<const char16_t*, 5> kUnits{u" B", u" kB", u" MB", u" GB", u" TB"};
    double scaled = static_cast<double>(count);
    std::size_t unit = 0;
    while (scaled >= 999.5 && unit + 1 < kUnits.size()) {
        scaled /= 1000;
        ++unit;
    }
    return threeDigits(scaled) + QString::fromUtf16(kUnits[unit]);
}

}  // namespace ui::format
