// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/axis_tickers.h"

#include "ui/format/number_text.h"
#include "ui/format/price_text.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

constexpr int kFewestPriceDigits = 3;
constexpr int kMostPriceDigits = 9;
constexpr double kTickPixels = 95;

/// Digits needed so that neighbours a `step` apart read differently.
int digitsFor(double value, double step) {
    if (value <= 0 || step <= 0) return 4;
    const double stepLeading = std::floor(std::log10(step) + 1e-9);
    const double mantissa = step / std::pow(10.0, stepLeading);
    const int half = std::abs(mantissa - std::round(mantissa)) > 1e-6 ? 1 : 0;
    const int digits = static_cast<int>(std::floor(std::log10(value) + 1e-9) - stepLeading) + 1 + half;
    return std::clamp(digits, kFewestPriceDigits, kMostPriceDigits);
}

QVector<double> decadeTicks(const QCPRange& range) {
    QVector<double> out;
    const bool wide = range.upper / range.lower > 1e3;
    for (int decade = static_cast<int>(std::floor(std::log10(range.lower))); std::pow(10.0, decade) <= range.upper;
         ++decade)
        for (const double mantissa : {1.0, 2.0, 5.0}) {
            const double tick = mantissa * std::pow(10.0, decade);
            if (tick >= range.lower && tick <= range.upper && (mantissa == 1.0 || !wide)) out.append(tick);
        }
    return out;
}

}  // namespace

void PriceTicker::generate(const QCPRange& range, const QLocale&, QChar, int, QVector<double>& ticks,
                           QVector<double>* subTicks, QVector<QString>* tickLabels) {
    const bool decades = m_logarithmic && range.lower > 0 && range.upper / range.lower > 5;
    const double step = getTickStep(range);
    if (decades) {
        ticks = decadeTicks(range);
    } else {
        ticks = createTickVector(step, range);
        trimTicks(range, ticks, false);
    }
    ticks.erase(std::remove_if(ticks.begin(), ticks.end(), [](double tick) { return tick < 0; }), ticks.end());
    if (subTicks) subTicks->clear();
    if (!tickLabels) return;
    tickLabels->clear();
    for (const double tick : std::as_const(ticks))
        tickLabels->append(tick < step / 1e3 && !decades
                               ? QStringLiteral("0")
                               : format::price(tick, decades ? 1 : digitsFor(tick, step)));
}

void VolumeTicker::generate(const QCPRange& range, const QLocale&, QChar, int, QVector<double>& ticks,
                            QVector<double>* subTicks, QVector<QString>* tickLabels) {
    ticks = createTickVector(getTickStep(range), range);
    trimTicks(range, ticks, false);
    ticks.erase(std::remove_if(ticks.begin(), ticks.end(), [&](double tick) { return tick <= range.size() / 1e6; }),
                ticks.end());
    if (subTicks) subTicks->clear();
    if (!tickLabels) return;
    tickLabels->clear();
    for (const double tick : std::as_const(ticks)) tickLabels->append(format::compact(tick));
}

void BarTimeTicker::generate(const QCPRange& range, const QLocale& locale, QChar, int, QVector<double>& ticks,
                             QVector<double>* subTicks, QVector<QString>* tickLabels) {
    ticks.clear();
    if (subTicks) subTicks->clear();
    if (tickLabels) tickLabels->clear();
    if (m_series.empty()) return;
    const double wanted = std::max(range.size() * kTickPixels / std::max(m_width, 1.0), 1.0);
    const double magnitude = std::pow(10.0, std::floor(std::log10(wanted)));
    double step = magnitude * 10;
    for (const double mantissa : {1.0, 2.0, 5.0})
        if (mantissa * magnitude >= wanted) {
            step = mantissa * magnitude;
            break;
        }
    const bool withSeconds = m_bars.trades != 0 || m_bars.seconds < 60;
    const bool withTime = m_bars.trades != 0 || m_bars.seconds < 86400;
    QDate day;
    const double first = std::max(std::ceil(range.lower / step) * step, 0.0);
    const double end = std::min(range.upper, static_cast<double>(m_series.size()) - 1);
    for (double key = first; key <= end; key += step) {
        ticks.append(key);
        if (!tickLabels) continue;
        const QDateTime time =
            QDateTime::fromSecsSinceEpoch(m_series.at(static_cast<std::size_t>(key)).openTime, Qt::UTC);
        const bool newDay = day.isValid() && time.date() != day;
        day = time.date();
        if (!withTime || newDay)
            tickLabels->append(locale.toString(time.date(), QStringLiteral("d MMM")));
        else
            tickLabels->append(time.toString(withSeconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm")));
    }
}

}  // namespace ui
