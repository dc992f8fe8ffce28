// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/bar_plottables.h"

#include "ui/theme/palette.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr double kNarrowestDrawn = 2;  // pixels
constexpr double kBucketPixels = 3;
constexpr double kBodyPart = 0.7;
constexpr double kHollowFrom = 3;  // pixels of body from which an outline shows as one

}  // namespace

std::size_t bucketSize(double barWidthPixels) {
    if (barWidthPixels >= kNarrowestDrawn) return 1;
    return static_cast<std::size_t>(std::ceil(kBucketPixels / std::max(barWidthPixels, 1e-9)));
}

std::vector<DrawnBar> drawnBars(const BarSeries& series, double lowerKey, double upperKey, double barWidthPixels) {
    std::vector<DrawnBar> out;
    if (series.empty() || upperKey < -0.5) return out;
    const std::size_t step = bucketSize(barWidthPixels);
    const double count = static_cast<double>(series.size());
    if (lowerKey > count) return out;
    const auto from = static_cast<std::size_t>(std::max(std::floor(lowerKey), 0.0)) / step * step;
    const auto end = static_cast<std::size_t>(std::clamp(std::ceil(upperKey) + 1, 0.0, count));
    for (std::size_t first = from; first < end; first += step) {
        const std::size_t last = std::min(first + step, series.size());
        out.push_back({static_cast<double>(first + last - 1) / 2, series.bucket(first, last)});
    }
    return out;
}

BarPlottable::BarPlottable(QCPAxis* keyAxis, QCPAxis* valueAxis, const BarSeries& series)
    : QCPAbstractPlottable(keyAxis, valueAxis), m_series(series) {
    setSelectable(QCP::stNone);
    setAntialiased(false);
}

double BarPlottable::selectTest(const QPointF&, bool, QVariant*) const {
    return -1;
}

QCPRange BarPlottable::getKeyRange(bool& found, QCP::SignDomain) const {
    found = !m_series.empty();
    return found ? QCPRange(-0.5, static_cast<double>(m_series.size()) - 0.5) : QCPRange();
}

QCPRange BarPlottable::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
    found = !m_series.empty();
    if (!found) return {};
    const Bar all = m_series.bucket(0, m_series.size());
    return {all.low, all.high};
}

std::vector<DrawnBar> BarPlottable::visibleBars() const {
    const QCPRange range = keyAxis()->range();
    return drawnBars(m_series, range.lower, range.upper, barPixels());
}

double BarPlottable::barPixels() const {
    return keyAxis()->axisRect()->width() / std::max(keyAxis()->range().size(), 1e-9);
}

void BarPlottable::drawLegendIcon(QCPPainter*, const QRectF&) const {}

void CandlePlottable::draw(QCPPainter* painter) {
    const auto& colors = theme::palette();
    const double pixels = barPixels();
    const bool buckets = bucketSize(pixels) > 1;
    const int body = buckets ? 1 : std::max(static_cast<int>(pixels * kBodyPart), 1) | 1;
    QVector<QLineF> upLines;
    QVector<QLineF> downLines;
    QVector<QRectF> upBodies;
    QVector<QRectF> downBodies;
    for (const DrawnBar& drawn : visibleBars()) {
        const double x = std::round(keyAxis()->coordToPixel(drawn.key));
        const auto y = [&](double price) { return std::round(valueAxis()->coordToPixel(price)); };
        const bool up = drawn.bar.close >= drawn.bar.open;
        const double high = y(drawn.bar.high);
        const double low = y(drawn.bar.low);
        auto& lines = up ? upLines : downLines;
        if (buckets) {
            lines.append(QLineF(x, high, x, low));
            continue;
        }
        const double top = y(std::max(drawn.bar.open, drawn.bar.close));
        const double bottom = y(std::min(drawn.bar.open, drawn.bar.close));
        lines.append(QLineF(x, high, x, top));
        lines.append(QLineF(x, bottom, x, low));
        const double left = x - (body - 1) / 2;
        if (bottom - top < 1 || body == 1)
            lines.append(body == 1 ? QLineF(x, top, x, bottom) : QLineF(left, top, left + body - 1, top));
        else
            (up ? upBodies : downBodies).append(QRectF(left, top, body - 1, bottom - top));
    }
    painter->setPen(QPen(colors.up, 0));
    painter->setBrush(body >= kHollowFrom ? colors.window : colors.up);
    painter->drawLines(upLines);
    painter->drawRects(upBodies);
    painter->setPen(QPen(colors.down, 0));
    painter->setBrush(colors.down);
    painter->drawLines(downLines);
    painter->drawRects(downBodies);
}

void VolumePlottable::draw(QCPPainter* painter) {
    const auto& colors = theme::palette();
    const double pixels = barPixels();
    const bool buckets = bucketSize(pixels) > 1;
    const double width = buckets ? kBucketPixels - 1 : std::max(std::floor(pixels * kBodyPart), 1.0);
    const double zero = valueAxis()->coordToPixel(0);
    QColor bought = colors.up;
    QColor sold = colors.down;
    bought.setAlpha(150);
    sold.setAlpha(150);
    painter->setPen(Qt::NoPen);
    for (const DrawnBar& drawn : visibleBars()) {
        const double left = std::round(keyAxis()->coordToPixel(drawn.key) - width / 2);
        const double split = std::round(valueAxis()->coordToPixel(drawn.bar.buyVolume));
        const double top = std::round(valueAxis()->coordToPixel(drawn.bar.volume));
        painter->fillRect(QRectF(left, split, width, zero - split), bought);
        painter->fillRect(QRectF(left, top, width, split - top), sold);
    }
}

}  // namespace ui
