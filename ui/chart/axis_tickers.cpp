// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/axis_tickers.h"

#include <QDateTime>

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

constexpr double kTickPixels = 95;
constexpr double kClearTop = 0.12;  // part of a pane without labels
constexpr std::int64_t kDay = 86400;

QVector<double> decadeTicks(double lower, double upper) {
    QVector<double> out;
    const bool wide = upper / lower > 1e3;
    for (int decade = static_cast<int>(std::floor(std::log10(lower))); std::pow(10.0, decade) <= upper; ++decade)
        for (const double mantissa : {1.0, 2.0, 5.0}) {
            const double tick = mantissa * std::pow(10.0, decade);
            if (tick >= lower && tick <= upper && (mantissa == 1.0 || !wide)) out.append(tick);
        }
    return out;
}

/// The next of 1, 2, 5, 10, 20 …
double roundStep(double wanted) {
    const double magnitude = std::pow(10.0, std::floor(std::log10(wanted)));
    for (const double mantissa : {1.0, 2.0, 5.0})
        if (mantissa * magnitude >= wanted) return mantissa * magnitude;
    return magnitude * 10;
}

/// The next span of time that clocks count in.
std::int64_t roundTime(double seconds) {
    static constexpr std::array<std::int64_t, 20> kSpans{1,     5,     10,   15,       30,       60,       120,
                                                         300,   600,   900,  1800,     3600,     7200,     10800,
                                                         21600, 43200, kDay, 2 * kDay, 7 * kDay, 30 * kDay};
    for (const std::int64_t span : kSpans)
        if (static_cast<double>(span) >= seconds) return span;
    return static_cast<std::int64_t>(std::ceil(seconds / static_cast<double>(365 * kDay))) * 365 * kDay;
}

QString timeText(const QLocale& locale, std::int64_t time, bool day, bool seconds) {
    const QDateTime at = QDateTime::fromSecsSinceEpoch(time, Qt::UTC);
    if (day) return locale.toString(at.date(), QStringLiteral("d MMM"));
    return at.toString(seconds ? QStringLiteral("HH:mm:ss") : QStringLiteral("HH:mm"));
}

}  // namespace

void PriceTicker::generate(const QCPRange& range, const QLocale&, QChar, int, QVector<double>& ticks,
                           QVector<double>* subTicks, QVector<QString>* tickLabels) {
    const QCPRange shown(m_display.shown(range.lower), m_display.shown(range.upper));
    const bool decades = m_logarithmic && shown.lower > 0 && shown.upper / shown.lower > 5;
    const double step = getTickStep(shown);
    if (decades) {
        ticks = decadeTicks(shown.lower, shown.upper);
    } else {
        ticks = createTickVector(step, shown);
        trimTicks(shown, ticks, false);
    }
    for (double& tick : ticks) tick = m_display.price(tick);
    ticks.erase(std::remove_if(ticks.begin(), ticks.end(), [](double tick) { return tick < 0; }), ticks.end());
    if (subTicks) subTicks->clear();
    if (!tickLabels) return;
    tickLabels->clear();
    const double smallest = std::abs(m_display.price(step) - m_display.price(0)) / 1e3;
    for (const double tick : std::as_const(ticks))
        tickLabels->append(tick < smallest && !decades && !m_display.percent()
                               ? QStringLiteral("0")
                               : m_display.text(tick, decades ? m_display.shown(tick) : step));
}

void NumberTicker::generate(const QCPRange& range, const QLocale&, QChar, int, QVector<double>& ticks,
                            QVector<double>* subTicks, QVector<QString>* tickLabels) {
    const double step = getTickStep(range);
    ticks = createTickVector(step, range);
    trimTicks(range, ticks, false);
    // Panes are low: a label at the upper edge would stand in the pane above.
    const double highest = range.upper - range.size() * kClearTop;
    ticks.erase(std::remove_if(ticks.begin(), ticks.end(), [&](double tick) { return tick > highest; }),
                ticks.end());
    if (subTicks) subTicks->clear();
    if (!tickLabels) return;
    tickLabels->clear();
    for (double& tick : ticks) {
        if (std::abs(tick) < step / 1e6) tick = 0;
        tickLabels->append((tick == 0 ? QStringLiteral("0") : compactText(tick, step)) + m_suffix);
    }
}

void BarTimeTicker::generate(const QCPRange& range, const QLocale& locale, QChar, int, QVector<double>& ticks,
                             QVector<double>* subTicks, QVector<QString>* tickLabels) {
    ticks.clear();
    if (subTicks) subTicks->clear();
    if (tickLabels) tickLabels->clear();
    if (m_bars.empty()) return;
    const double wanted = std::max(range.size() * kTickPixels / std::max(m_width, 1.0), 1.0);
    const double last = static_cast<double>(m_bars.size()) - 1;
    const auto from = static_cast<std::size_t>(std::clamp(std::ceil(range.lower), 0.0, last));
    const auto to = static_cast<std::size_t>(std::clamp(std::floor(range.upper), 0.0, last));
    const bool withSeconds = m_spec.trades != 0 || m_spec.seconds < 60;
    const auto add = [&](std::size_t index, std::int64_t time, bool newDay) {
        ticks.append(static_cast<double>(index));
        if (tickLabels) tickLabels->append(timeText(locale, time, newDay || m_spec.seconds >= kDay, withSeconds));
    };
    // Round times only where the clock runs evenly with the bars: over quiet gaps labels would crowd.
    const std::int64_t span = m_bars.at(to).openTime - m_bars.at(from).openTime;
    const bool even = m_spec.seconds != 0 && to > from &&
                      span == static_cast<std::int64_t>(to - from) * static_cast<std::int64_t>(m_spec.seconds);
    if (even) {
        const std::int64_t step = roundTime(wanted * m_spec.seconds);
        const std::int64_t first = m_bars.at(from).openTime;
        for (std::int64_t time = (first + step - 1) / step * step; time <= m_bars.at(to).openTime; time += step)
            if ((time - first) % m_spec.seconds == 0)
                add(from + static_cast<std::size_t>((time - first) / m_spec.seconds), time, time % kDay == 0);
        return;
    }
    const auto step = static_cast<std::size_t>(roundStep(wanted));
    // Over many days the first label says its day too.
    std::int64_t day = span > 2 * kDay ? 0 : -1;
    for (std::size_t index = (from + step - 1) / step * step; index <= to; index += step) {
        const std::int64_t time = m_bars.at(index).openTime;
        add(index, time, day >= 0 && time / kDay != day);
        day = time / kDay;
    }
}

}  // namespace ui
