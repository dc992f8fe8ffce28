// SPDX-License-Identifier: GPL-3.0-or-later
// The value axes of the chart.
#include "ui/chart/candle_chart.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ui {
namespace {

constexpr double kTopMargin = 0.2;  // of the price pane above the highest bar
constexpr double kBottomMargin = 0.1;
constexpr double kPaneMargin = 0.08;
constexpr double kMostWaste = 1.6;  // heights of an indicator pane over what its lines need, while ticking

/// The next round number above: the axis of volumes moves seldom.
double roundedUp(double value) {
    if (value <= 0) return 1;
    const double magnitude = std::pow(10.0, std::floor(std::log10(value)));
    static constexpr std::array kSteps{1.0, 1.2, 1.5, 2.0, 2.5, 3.0, 4.0, 5.0, 6.0, 8.0};
    for (const double step : kSteps)
        if (step * magnitude >= value) return step * magnitude;
    return 10 * magnitude;
}

bool setRange(QCPAxis* axis, double lower, double upper) {
    const QCPRange before = axis->range();
    axis->setRange(lower, upper);
    return axis->range() != before;
}

}  // namespace

bool CandleChart::scalePrices() {
    const bool percent = m_settings.scale == PriceScale::Percent;
    PriceDisplay& display = m_scene.display;
    const PriceDisplay before = display;
    display.scale = m_settings.scale;
    display.marketCap = m_settings.marketCap;
    display.dollars = m_settings.dollars;
    display.percentBase = percent && !m_scene.bars.empty() ? m_scene.bars.front().bar.close : 0;
    bool changed = display.percentBase != before.percentBase || display.scale != before.scale ||
                   display.marketCap != before.marketCap || display.dollars != before.dollars;
    const QString manual = m_manualScale ? tr("manual ") : QString();
    m_overlayState.scale = manual + (logarithmic() ? tr("log") : percent ? tr("%") : QString());
    if (m_manualScale || m_scene.bars.empty()) return changed;
    double low = m_scene.bars.front().bar.low;
    double high = m_scene.bars.front().bar.high;
    for (const DrawnBar& drawn : m_scene.bars) {
        low = std::min(low, drawn.bar.low);
        high = std::max(high, drawn.bar.high);
    }
    QCPAxis* axis = m_panes->front().values;
    const bool log = logarithmic() && low > 0;
    if (logarithmic() && !log) m_overlayState.scale = tr("log off: 0");
    const auto type = log ? QCPAxis::stLogarithmic : QCPAxis::stLinear;
    if (axis->scaleType() != type) {
        axis->setScaleType(type);
        changed = true;
    }
    m_priceTicker->setLogarithmic(log);
    const double bottom = log ? std::log(low) : low;
    const double top = log ? std::log(high) : high;
    const double flat = log ? 0.1 : std::max(std::abs(high) * 0.1, 1e-18);
    const double span = (top > bottom ? top - bottom : flat) / (1 - kTopMargin - kBottomMargin);
    const double middleShift = top > bottom ? 0 : flat / 2;
    const double lower = bottom - middleShift - span * kBottomMargin;
    const double upper = top + middleShift + span * kTopMargin;
    return setRange(axis, log ? std::exp(lower) : lower, log ? std::exp(upper) : upper) || changed;
}

bool CandleChart::rescale(bool tick) {
    bool changed = scalePrices();
    if (const ChartPane* pane = m_panes->find(QStringLiteral("volume"))) {
        double most = 0;
        for (const DrawnBar& drawn : m_scene.rawBars) most = std::max(most, drawn.bar.volume);
        changed = setRange(pane->values, 0, roundedUp(most * 1.1)) || changed;
    }
    if (const ChartPane* pane = m_panes->find(QStringLiteral("people")); pane && m_bands)
        changed = setRange(pane->values, 0, roundedUp(std::max(m_bands->most() * 1.3, 1.0))) || changed;
    for (const auto& track : m_tracks) {
        const ChartPane* pane = m_panes->find(track->id());
        const auto range = track->range(m_scene.rawBars);
        if (!pane || !range) continue;
        auto [lower, upper] = *range;
        if (track->kind().id == "rsi") {
            lower = 0;
            upper = 100;
        }
        const double room = upper > lower ? (upper - lower) * kPaneMargin : std::max(std::abs(upper) * 0.1, 1e-18);
        const QCPRange now = pane->values->range();
        const bool fits =
            now.lower <= lower && now.upper >= upper && now.size() <= (upper - lower + 2 * room) * kMostWaste;
        if (tick && fits) continue;
        changed = setRange(pane->values, lower - room, upper + room * 2.5) || changed;
    }
    return changed;
}

void CandleChart::zoomPrices(double factor) {
    m_manualScale = true;
    QCPAxis* axis = m_panes->front().values;
    if (axis->scaleType() == QCPAxis::stLogarithmic) {
        const double middle = std::sqrt(axis->range().lower * axis->range().upper);
        const double half = std::pow(axis->range().upper / middle, factor);
        axis->setRange(middle / half, middle * half);
    } else {
        axis->scaleRange(factor, axis->range().center());
    }
}

void CandleChart::dragPrices(double pixels) {
    QCPAxis* axis = m_panes->front().values;
    const double from = axis->pixelToCoord(0);
    const double to = axis->pixelToCoord(pixels);
    if (axis->scaleType() == QCPAxis::stLogarithmic)
        axis->setRange(axis->range().lower * from / to, axis->range().upper * from / to);
    else
        axis->moveRange(from - to);
}

void CandleChart::setLogarithmic(bool on) {
    setPriceScale(on ? PriceScale::Logarithmic : PriceScale::Linear);
}

void CandleChart::setPriceScale(PriceScale scale) {
    m_settings.scale = scale;
    m_manualScale = false;
    keepSettings();
    applyView();
}

void CandleChart::setMarketCap(bool on) {
    m_settings.marketCap = on;
    keepSettings();
    applyView();
}

void CandleChart::setDollars(bool on) {
    m_settings.dollars = on;
    keepSettings();
    applyView();
}

}  // namespace ui
