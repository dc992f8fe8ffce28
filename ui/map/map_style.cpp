// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_style.h"

#include "ui/theme/palette.h"

#include <QPainter>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

namespace ui {
namespace {

struct Stroke {
    double width = 1;
    QList<qreal> dashes;  // in widths; none: solid
};

const Stroke& strokeOf(MapStyle style) {
    static const std::array<Stroke, kMapStyles> all = {{
        {1.3, {}},              // Funding
        {3.0, {}},              // Transfer
        {2.2, {}},              // SameTransaction
        {1.0, {5, 3}},          // FundedBySame
        {1.0, {1.2, 3}},        // SameSlot
        {1.0, {6, 3, 1.2, 3}},  // ExitSync
        {1.0, {2, 5}},          // Other
    }};
    return all[static_cast<std::size_t>(style)];
}

}  // namespace

void drawMapLines(QPainter& painter, MapStyle style, const QColor& color, const QList<QLineF>& lines) {
    const Stroke& stroke = strokeOf(style);
    QPen pen(color, stroke.width);
    pen.setCosmetic(true);
    pen.setCapStyle(Qt::FlatCap);
    if (!stroke.dashes.isEmpty()) pen.setDashPattern(stroke.dashes);
    painter.setPen(pen);
    painter.drawLines(lines);
    if (style != MapStyle::Transfer) return;
    // A double line: one of the ground inside of the wide one.
    painter.setPen(QPen(theme::palette().window, 1.0));
    painter.drawLines(lines);
}

QColor paler(QColor color, double by) {
    color.setAlphaF(static_cast<float>(color.alphaF() * by));
    return color;
}

QRgb overGround(const QColor& color, double by) {
    const QColor ground = theme::palette().window;
    const auto mixed = [by](int over, int under) { return qRound(over * by + under * (1 - by)); };
    return qRgb(mixed(color.red(), ground.red()), mixed(color.green(), ground.green()),
                mixed(color.blue(), ground.blue()));
}

std::optional<QLineF> seenPart(MapStyle style, const QLineF& line, const QRectF& seen) {
    // Liang and Barsky: what lies inside of each of the four edges, as a stretch of the line.
    double from = 0;
    double to = 1;
    const auto cut = [&](double toward, double room) {
        if (toward == 0) return room >= 0;
        const double at = room / toward;
        if (toward < 0)
            from = std::max(from, at);
        else
            to = std::min(to, at);
        return from <= to;
    };
    const bool inside = cut(-line.dx(), line.x1() - seen.left()) && cut(line.dx(), seen.right() - line.x1()) &&
                        cut(-line.dy(), line.y1() - seen.top()) && cut(line.dy(), seen.bottom() - line.y1());
    if (!inside) return std::nullopt;
    const Stroke& stroke = strokeOf(style);
    if (from > 0 && !stroke.dashes.isEmpty()) {
        // It begins where a dash begins.
        const double period =
            stroke.width * std::accumulate(stroke.dashes.begin(), stroke.dashes.end(), 0.0) / line.length();
        from = std::floor(from / period) * period;
    }
    return QLineF(line.pointAt(from), line.pointAt(to));
}

}  // namespace ui
