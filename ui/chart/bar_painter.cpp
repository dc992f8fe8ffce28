// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/bar_painter.h"

#include "ui/theme/palette.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr double kBodyPart = 0.72;
constexpr int kHollowFrom = 3;  // widths of a wick from which an outline shows as one

/// Widths in device pixels, chosen so that wick and body share a middle.
struct Widths {
    int wick = 1;
    int body = 1;

    Widths(double barPixels, double ratio, bool buckets) {
        wick = std::max(static_cast<int>(ratio), 1);
        body = buckets ? wick : std::max(static_cast<int>(barPixels * ratio * kBodyPart), wick);
        if ((body - wick) % 2 != 0) --body;
    }
};

class Device {
public:
    Device(QPainter& painter, double ratio) : m_painter(painter), m_ratio(ratio) {}
    [[nodiscard]] int pixel(double logical) const {
        // Far outside values must not overflow; the clip hides them anyway.
        return static_cast<int>(std::lround(std::clamp(logical, -1e5, 1e5) * m_ratio));
    }
    void fill(int x, int y, int width, int height, const QColor& color) const {
        m_painter.fillRect(QRectF(x / m_ratio, y / m_ratio, width / m_ratio, height / m_ratio), color);
    }

private:
    QPainter& m_painter;
    double m_ratio;
};

void paintCandles(const Device& device, const PaneScale& scale, const ChartScene& scene,
                  std::span<const DrawnBar> bars) {
    const auto& colors = theme::palette();
    const Widths widths(scale.barPixels() * static_cast<double>(scene.step), scale.ratio(), scene.step > 1);
    for (const DrawnBar& drawn : bars) {
        const Bar& bar = drawn.bar;
        const bool hollow = bar.close >= bar.open;
        const bool up = scene.style == BarStyle::HollowCandles ? bar.close >= drawn.closeBefore : hollow;
        const QColor& color = !bar.traded ? colors.dim : up ? colors.up : colors.down;
        const int middle = device.pixel(scale.x(drawn.key));
        const int high = device.pixel(scale.y(bar.high));
        const int low = std::max(device.pixel(scale.y(bar.low)), high + widths.wick);
        const int left = middle - widths.wick / 2;
        if (widths.body <= widths.wick) {
            device.fill(left, high, widths.wick, low - high, color);
            continue;
        }
        const int top = device.pixel(scale.y(std::max(bar.open, bar.close)));
        const int bottom = std::max(device.pixel(scale.y(std::min(bar.open, bar.close))), top + widths.wick);
        const int bodyLeft = middle - widths.wick / 2 - (widths.body - widths.wick) / 2;
        if (high < top) device.fill(left, high, widths.wick, top - high, color);
        if (low > bottom) device.fill(left, bottom, widths.wick, low - bottom, color);
        device.fill(bodyLeft, top, widths.body, bottom - top, color);
        const int inner = widths.body - 2 * widths.wick;
        if (hollow && widths.body >= kHollowFrom * widths.wick && inner > 0 && bottom - top > 2 * widths.wick)
            device.fill(bodyLeft + widths.wick, top + widths.wick, inner, bottom - top - 2 * widths.wick,
                        colors.window);
    }
}

void paintOhlc(const Device& device, const PaneScale& scale, const ChartScene& scene,
               std::span<const DrawnBar> bars) {
    const auto& colors = theme::palette();
    const Widths widths(scale.barPixels() * static_cast<double>(scene.step), scale.ratio(), scene.step > 1);
    for (const DrawnBar& drawn : bars) {
        const Bar& bar = drawn.bar;
        const QColor& color = bar.close >= bar.open ? colors.up : colors.down;
        const int left = device.pixel(scale.x(drawn.key)) - widths.wick / 2;
        const int high = device.pixel(scale.y(bar.high));
        const int low = std::max(device.pixel(scale.y(bar.low)), high + widths.wick);
        device.fill(left, high, widths.wick, low - high, color);
        const int arm = (widths.body - widths.wick) / 2;
        if (arm < 1) continue;
        device.fill(left - arm, device.pixel(scale.y(bar.open)), arm, widths.wick, color);
        device.fill(left + widths.wick, device.pixel(scale.y(bar.close)), arm, widths.wick, color);
    }
}

void paintCloses(QPainter& painter, const PaneScale& scale, const ChartScene& scene, std::span<const DrawnBar> bars,
                 const DrawnBar* before, double bottom) {
    QPolygonF line;
    const auto put = [&](const DrawnBar& drawn) {
        const QPointF at(scale.x(drawn.key), scale.y(drawn.bar.close));
        if (scene.style == BarStyle::Steps && !line.isEmpty()) line.append(QPointF(at.x(), line.back().y()));
        line.append(at);
    };
    if (before) put(*before);
    for (const DrawnBar& drawn : bars) put(drawn);
    if (line.size() == 1) line.append(line.front() + QPointF(1, 0));
    if (line.isEmpty()) return;
    const QColor color = theme::palette().link;
    if (scene.style == BarStyle::Area) {
        QColor soft = color;
        soft.setAlpha(40);
        QPolygonF area = line;
        area.append(QPointF(line.back().x(), bottom));
        area.append(QPointF(line.front().x(), bottom));
        painter.setPen(Qt::NoPen);
        painter.setBrush(soft);
        painter.drawPolygon(area);
    }
    painter.setRenderHint(QPainter::Antialiasing, scene.style != BarStyle::Steps);
    painter.setBrush(Qt::NoBrush);
    painter.setPen(QPen(color, 1.5));
    painter.drawPolyline(line);
    painter.setRenderHint(QPainter::Antialiasing, false);
}

}  // namespace

void paintPriceBars(QPainter& painter, const PaneScale& scale, const ChartScene& scene,
                    std::span<const DrawnBar> bars, const DrawnBar* before, double bottom) {
    const Device device(painter, scale.ratio());
    switch (scene.style) {
        case BarStyle::Candles:
        case BarStyle::HollowCandles:
        case BarStyle::HeikinAshi: paintCandles(device, scale, scene, bars); break;
        case BarStyle::Bars: paintOhlc(device, scale, scene, bars); break;
        case BarStyle::Line:
        case BarStyle::Area:
        case BarStyle::Steps: paintCloses(painter, scale, scene, bars, before, bottom); break;
    }
}

void paintVolumes(QPainter& painter, const PaneScale& scale, const ChartScene& scene,
                  std::span<const DrawnBar> bars) {
    const auto& colors = theme::palette();
    const Device device(painter, scale.ratio());
    const double pixels = scale.barPixels() * static_cast<double>(scene.step) * scale.ratio();
    Widths widths(scale.barPixels() * static_cast<double>(scene.step), scale.ratio(), false);
    if (scene.step > 1) widths.body = std::max(static_cast<int>(pixels) - 1, 1);
    const auto mixed = [&](const QColor& color) {
        // Opaque: half over the window's colour, so that overlapping parts do not darken.
        const QColor& under = colors.window;
        return QColor((color.red() * 5 + under.red() * 4) / 9, (color.green() * 5 + under.green() * 4) / 9,
                      (color.blue() * 5 + under.blue() * 4) / 9);
    };
    const QColor bought = mixed(colors.up);
    const QColor sold = mixed(colors.down);
    const int zero = device.pixel(scale.y(0));
    for (const DrawnBar& drawn : bars) {
        if (drawn.bar.volume <= 0) continue;
        const int left = device.pixel(scale.x(drawn.key)) - widths.wick / 2 - (widths.body - widths.wick) / 2;
        const int top = std::min(device.pixel(scale.y(drawn.bar.volume)), zero - 1);
        const int split = std::clamp(device.pixel(scale.y(drawn.bar.buyVolume)), top, zero);
        if (zero > split) device.fill(left, split, widths.body, zero - split, bought);
        if (split > top) device.fill(left, top, widths.body, split - top, sold);
    }
}

void paintLine(QPainter& painter, const PaneScale& scale, std::span<const LinePoint> points, const QColor& color,
               double width) {
    QPolygonF line;
    line.reserve(static_cast<qsizetype>(points.size()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(Qt::NoBrush);
    // A pen of one device pixel needs no outline to be made of the line; two of them side by side are as wide
    // as one of two, at a fraction of its cost.
    QPen pen(color, 1);
    pen.setCosmetic(true);
    painter.setPen(pen);
    const int strokes = std::max(static_cast<int>(std::lround(scale.ratio() * width)), 1);
    const auto flush = [&] {
        if (line.size() == 1) line.append(line.front() + QPointF(1, 0));
        for (int i = 0; i < strokes && !line.isEmpty(); ++i) {
            if (i > 0) line.translate(0, 1 / scale.ratio());
            painter.drawPolyline(line);
        }
        line.clear();
    };
    for (const LinePoint& point : points)
        if (std::isnan(point.value))
            flush();
        else
            line.append(QPointF(scale.x(point.key), std::clamp(scale.y(point.value), -1e5, 1e5)));
    flush();
    painter.setRenderHint(QPainter::Antialiasing, false);
}

void paintDots(QPainter& painter, const QRectF& line, const QColor& color) {
    constexpr int kSide = 4;
    QImage dots(kSide, kSide, QImage::Format_ARGB32_Premultiplied);
    for (int y = 0; y < kSide; ++y)
        for (int x = 0; x < kSide; ++x)
            dots.setPixelColor(x, y, (x / 2 + y / 2) % 2 == 0 ? color : Qt::transparent);
    const QBrush brush(dots);
    // In short pieces: what is taller than 64 rows is handed to a pool of threads, which costs more than the line.
    constexpr double kPiece = 32;
    for (double top = line.top(); top < line.bottom(); top += kPiece)
        painter.fillRect(QRectF(line.left(), top, line.width(), std::min(kPiece, line.bottom() - top)), brush);
}

}  // namespace ui
