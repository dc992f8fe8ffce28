// SPDX-License-Identifier: GPL-3.0-or-later
// Coverage of a pixel is taken from the distance of its centre to the edge, which for a circle is within 2 % of the
// area that is covered.
#include "ui/map/map_discs.h"

#include <QRectF>

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace ui {
namespace {

constexpr std::uint32_t kWhole = 256;

/// `color` over `ground` by `part` of kWhole. Both hold red and blue apart from green, so two multiplications do.
std::uint32_t mixed(std::uint32_t ground, std::uint32_t color, std::uint32_t part) {
    constexpr std::uint32_t kRedBlue = 0x00ff00ff;
    constexpr std::uint32_t kGreen = 0x0000ff00;
    constexpr std::uint32_t kHalfRedBlue = 0x00800080;
    constexpr std::uint32_t kHalfGreen = 0x00008000;
    const std::uint32_t rest = kWhole - part;
    const std::uint32_t redBlue = ((color & kRedBlue) * part + (ground & kRedBlue) * rest + kHalfRedBlue) >> 8U;
    const std::uint32_t green = ((color & kGreen) * part + (ground & kGreen) * rest + kHalfGreen) >> 8U;
    return 0xff000000U | (redBlue & kRedBlue) | (green & kGreen);
}

/// Of the row at distance `dy` from the centre, half of what lies within `radius`; negative for none.
double halfChord(double radius, double dy) {
    if (radius <= 0 || std::abs(dy) >= radius) return -1;
    return std::sqrt(radius * radius - dy * dy);
}

/// A pixel index that fits an int, whatever the map's zoom makes of a place.
int pixelOf(double at, int most) {
    if (!(at > 0)) return 0;  // nor is what is no number
    return static_cast<int>(std::min(at, static_cast<double>(most)));
}

/// How much of the pixel that begins at `pixel` lies in [from, to), along one axis.
double covered(double pixel, double from, double to) {
    return std::clamp(std::min(pixel + 1, to) - std::max(pixel, from), 0.0, 1.0);
}

}  // namespace

MapDiscs::MapDiscs(QImage& image)
    : m_bits(image.bits()),
      m_stride(image.bytesPerLine()),
      m_width(image.width()),
      m_height(image.height()),
      m_ratio(image.devicePixelRatio()) {
    Q_ASSERT(image.format() == QImage::Format_RGB32);
}

/// Pixels whose centres are in [from, to) of row `y`. `coverage` gives 0 to 1 for the centre of a pixel.
template <class Coverage>
void MapDiscs::blendRow(int y, double from, double to, const QColor& color, Coverage coverage) {
    const int first = pixelOf(std::ceil(from - 0.5), m_width);
    const int last = pixelOf(std::ceil(to - 0.5), m_width);
    if (first >= last) return;
    auto* const row = reinterpret_cast<std::uint32_t*>(m_bits + y * m_stride);
    const std::uint32_t ink = color.rgb();
    const double whole = color.alphaF() * kWhole;
    for (int x = first; x < last; ++x)
        row[x] = mixed(row[x], ink, static_cast<std::uint32_t>(coverage(x + 0.5) * whole + 0.5));
}

void MapDiscs::fillDisc(QPointF centre, double radius, const QColor& color) {
    const QPointF at = centre * m_ratio;
    const double r = radius * m_ratio;
    const double outer = r + 0.5;
    const int bottom = pixelOf(std::ceil(at.y() + outer), m_height);
    for (int y = pixelOf(std::floor(at.y() - outer), m_height); y < bottom; ++y) {
        const double dy = y + 0.5 - at.y();
        const double half = halfChord(outer, dy);
        if (half < 0) continue;
        const auto edge = [&](double x) {
            return std::clamp(outer - std::sqrt((x - at.x()) * (x - at.x()) + dy * dy), 0.0, 1.0);
        };
        const double inside = halfChord(r - 0.5, dy);
        if (inside < 0) {
            blendRow(y, at.x() - half, at.x() + half, color, edge);
            continue;
        }
        blendRow(y, at.x() - half, at.x() - inside, color, edge);
        blendRow(y, at.x() - inside, at.x() + inside, color, [](double) { return 1.0; });
        blendRow(y, at.x() + inside, at.x() + half, color, edge);
    }
}

void MapDiscs::drawRing(QPointF centre, double radius, double width, const QColor& color) {
    const QPointF at = centre * m_ratio;
    const double r = radius * m_ratio;
    const double reach = width * m_ratio / 2 + 0.5;
    const int bottom = pixelOf(std::ceil(at.y() + r + reach), m_height);
    for (int y = pixelOf(std::floor(at.y() - r - reach), m_height); y < bottom; ++y) {
        const double dy = y + 0.5 - at.y();
        const double half = halfChord(r + reach, dy);
        if (half < 0) continue;
        const auto edge = [&](double x) {
            const double away = std::sqrt((x - at.x()) * (x - at.x()) + dy * dy) - r;
            return std::clamp(reach - std::abs(away), 0.0, 1.0);
        };
        const double hole = halfChord(r - reach, dy);
        if (hole < 0) {
            blendRow(y, at.x() - half, at.x() + half, color, edge);
            continue;
        }
        blendRow(y, at.x() - half, at.x() - hole, color, edge);
        blendRow(y, at.x() + hole, at.x() + half, color, edge);
    }
}

void MapDiscs::drawSquare(QPointF centre, double radius, double width, const QColor& color, const QColor& ground) {
    const QPointF at = centre * m_ratio;
    const auto square = [&at](double half) { return QRectF(at.x() - half, at.y() - half, 2 * half, 2 * half); };
    const QRectF middle = square(radius * m_ratio);
    const QRectF outer = square((radius + width / 2) * m_ratio);
    const QRectF inner = square(std::max(0.0, (radius - width / 2) * m_ratio));
    const int bottom = pixelOf(std::ceil(outer.bottom()), m_height);
    for (int y = pixelOf(std::floor(outer.top()), m_height); y < bottom; ++y) {
        const double filled = covered(y, middle.top(), middle.bottom());
        blendRow(y, middle.left() - 0.5, middle.right() + 0.5, ground,
                 [&](double x) { return filled * covered(x - 0.5, middle.left(), middle.right()); });
        const double whole = covered(y, outer.top(), outer.bottom());
        const double hole = covered(y, inner.top(), inner.bottom());
        const auto frame = [&](double x) {
            return whole * covered(x - 0.5, outer.left(), outer.right()) -
                   hole * covered(x - 0.5, inner.left(), inner.right());
        };
        if (hole < 1) {
            blendRow(y, outer.left() - 0.5, outer.right() + 0.5, color, frame);
        } else {
            blendRow(y, outer.left() - 0.5, inner.left() + 0.5, color, frame);
            blendRow(y, inner.right() - 0.5, outer.right() + 0.5, color, frame);
        }
    }
}

}  // namespace ui
