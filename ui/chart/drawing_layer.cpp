// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/drawing_layer.h"

#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QFontMetrics>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr double kReach = 6;  // pixels from the pointer to what it takes
constexpr double kHandle = 4;
constexpr double kFar = 1e5;

double distanceToSegment(const QPointF& at, const QLineF& line) {
    const QPointF along = line.p2() - line.p1();
    const double length = QPointF::dotProduct(along, along);
    const double part = length > 0 ? std::clamp(QPointF::dotProduct(at - line.p1(), along) / length, 0.0, 1.0) : 0;
    const QPointF offset = at - (line.p1() + along * part);
    return std::hypot(offset.x(), offset.y());
}

}  // namespace

DrawingLayer::DrawingLayer(QCustomPlot* plot, const ChartPane& pane, const PriceDisplay& display)
    : QCPLayerable(plot, QStringLiteral("marks")), m_pane(pane), m_display(display) {}

void DrawingLayer::applyDefaultAntialiasingHint(QCPPainter* painter) const {
    painter->setAntialiasing(true);
}

QRect DrawingLayer::clipRect() const {
    // Price tags stand on the axis.
    return m_pane.rect->rect().adjusted(0, 0, kPriceAxisWidth, 0);
}

QPointF DrawingLayer::pixel(const DrawingPoint& point) const {
    const PaneScale scale = m_pane.scale(1);
    const double key = m_times ? m_times->key(point.time) : 0;
    return {std::clamp(scale.x(key), -kFar, kFar), std::clamp(scale.y(point.price), -kFar, kFar)};
}

DrawingPoint DrawingLayer::point(const QPointF& pixel) const {
    return {m_times ? m_times->time(m_pane.keys->pixelToCoord(pixel.x())) : 0,
            m_pane.values->pixelToCoord(pixel.y())};
}

QLineF DrawingLayer::line(const Drawing& drawing) const {
    const QPointF first = pixel(drawing.points[0]);
    const QRect pane = m_pane.rect->rect();
    switch (drawing.kind) {
        case DrawingKind::HorizontalLine:
        case DrawingKind::AlertLine: return {QPointF(pane.left(), first.y()), QPointF(pane.right(), first.y())};
        case DrawingKind::VerticalLine: return {QPointF(first.x(), pane.top()), QPointF(first.x(), pane.bottom())};
        case DrawingKind::TrendLine:
        case DrawingKind::Rectangle:
        case DrawingKind::Note: break;
        case DrawingKind::Ray: {
            QLineF out(first, pixel(drawing.points[1]));
            if (out.length() > 0) out.setLength(out.length() + 2.0 * (pane.width() + pane.height()));
            return out;
        }
    }
    return {first, pixel(drawing.points[1])};
}

QRectF DrawingLayer::noteBox(const Drawing& drawing) const {
    const QFontMetrics metrics(theme::font(12));
    const QString text = drawing.text.isEmpty() ? QStringLiteral("…") : drawing.text;
    const QPointF at = pixel(drawing.points[0]);
    return {at.x(), at.y() - 22, static_cast<double>(std::min(metrics.horizontalAdvance(text), 360)) + 14, 20};
}

double DrawingLayer::distance(const Drawing& drawing, const QPointF& at) const {
    switch (drawing.kind) {
        case DrawingKind::Rectangle: {
            const QRectF box = QRectF(pixel(drawing.points[0]), pixel(drawing.points[1])).normalized();
            double nearest = kFar;
            for (const QLineF& side :
                 {QLineF(box.topLeft(), box.topRight()), QLineF(box.topRight(), box.bottomRight()),
                  QLineF(box.bottomRight(), box.bottomLeft()), QLineF(box.bottomLeft(), box.topLeft())})
                nearest = std::min(nearest, distanceToSegment(at, side));
            return nearest;
        }
        case DrawingKind::Note: return noteBox(drawing).contains(at) ? 0 : kFar;
        default: return distanceToSegment(at, line(drawing));
    }
}

std::optional<DrawingHit> DrawingLayer::hit(const QPointF& at) const {
    if (!m_shown || !m_times) return std::nullopt;
    std::optional<DrawingHit> best;
    double nearest = kReach;
    if (m_book == nullptr) return std::nullopt;
    const auto& all = m_book->all();
    // What was drawn last lies on top.
    for (auto drawing = all.rbegin(); drawing != all.rend(); ++drawing) {
        for (std::size_t i = 0; i < drawing->pointCount() && drawing->pointCount() > 1; ++i) {
            const QPointF offset = pixel(drawing->points[i]) - at;
            if (std::hypot(offset.x(), offset.y()) <= kReach + 1) return DrawingHit{drawing->id, i};
        }
        const double away = distance(*drawing, at);
        if (away < nearest) {
            nearest = away;
            best = DrawingHit{drawing->id, std::nullopt};
        }
    }
    return best;
}

void DrawingLayer::draw(QCPPainter* painter) {
    if (!m_shown || !m_times) return;
    if (m_book == nullptr) return;
    for (const Drawing& drawing : m_book->all())
        if (!m_edited || m_edited->id != drawing.id) drawOne(painter, drawing, m_selected == drawing.id);
    if (m_edited) drawOne(painter, *m_edited, true);
}

void DrawingLayer::drawPriceTag(QCPPainter* painter, double price, const QColor& color) const {
    const double y = std::round(pixel({0, price}).y());
    if (y < m_pane.rect->top() || y > m_pane.rect->bottom()) return;
    const QRectF box(m_pane.rect->right() + 1, y - 8, kPriceAxisWidth - 2, 16);
    painter->fillRect(box, theme::palette().window);
    painter->setPen(QPen(color, 1));
    painter->setBrush(Qt::NoBrush);
    painter->drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
    painter->setFont(theme::font(11));
    painter->drawText(box.adjusted(5, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_display.text(price));
}

void DrawingLayer::drawOne(QCPPainter* painter, const Drawing& drawing, bool selected) const {
    const auto& colors = theme::palette();
    const bool alert = drawing.kind == DrawingKind::AlertLine;
    const QColor color = alert ? colors.attention : colors.link;
    QPen pen(color, selected ? 2 : 1.3);
    if (alert) pen.setStyle(Qt::DashLine);
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    switch (drawing.kind) {
        case DrawingKind::Rectangle: {
            QColor fill = color;
            fill.setAlpha(28);
            painter->setBrush(fill);
            painter->drawRect(QRectF(pixel(drawing.points[0]), pixel(drawing.points[1])).normalized());
            break;
        }
        case DrawingKind::Note: {
            const QRectF box = noteBox(drawing);
            painter->setBrush(colors.pane);
            painter->drawRect(box.adjusted(0.5, 0.5, -0.5, -0.5));
            painter->setPen(colors.text);
            painter->setFont(theme::font(12));
            painter->drawText(box.adjusted(7, 0, -4, 0), Qt::AlignLeft | Qt::AlignVCenter,
                              painter->fontMetrics().elidedText(drawing.text, Qt::ElideRight,
                                                                static_cast<int>(box.width()) - 11));
            break;
        }
        default: painter->drawLine(line(drawing)); break;
    }
    if (drawing.kind == DrawingKind::HorizontalLine || alert) drawPriceTag(painter, drawing.points[0].price, color);
    if (alert) {
        const QPointF at = line(drawing).p1();
        painter->setFont(theme::font(11));
        painter->setPen(color);
        painter->drawText(QPointF(at.x() + 8, at.y() - 4), QObject::tr("alert"));
    }
    if (!selected) return;
    painter->setPen(QPen(color, 1.5));
    painter->setBrush(colors.window);
    for (std::size_t i = 0; i < drawing.pointCount(); ++i)
        painter->drawEllipse(pixel(drawing.points[i]), kHandle, kHandle);
}

}  // namespace ui
