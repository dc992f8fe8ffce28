// SPDX-License-Identifier: GPL-3.0-or-later
// What the map looks like: one picture, repainted when something in it changed, with hover box and loop over it.
// A frame that only moves or zooms decides no colour and lays out no text: those are kept until they change.
#include "ui/map/map_style.h"
#include "ui/map/map_view.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QPainter>

#include <algorithm>
#include <cmath>
#include <utility>

namespace ui {

using core::pipeline::GraphNodeKind;

namespace {

constexpr double kTextFrom = 12;  // pixels of radius from which the share stands in the bubble
constexpr double kPayerLine = 1.6;
constexpr double kWindowLine = 1.2;
constexpr double kFocusLine = 0.7;

}  // namespace

void MapView::repaintScene() {
    m_looksStale = true;
    repaintMoved();
}

void MapView::repaintMoved() {
    m_stale = true;
    update();
}

void MapView::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    m_stale = true;
    if (!m_moved) fit();
}

void MapView::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    if (!m_graph || m_graph->nodes.empty()) {
        painter.fillRect(rect(), theme::palette().window);
        painter.setPen(theme::palette().dim);
        painter.setFont(theme::font(12));
        painter.drawText(rect().adjusted(24, 12, -24, -12), Qt::AlignCenter | Qt::TextWordWrap, m_empty);
        return;
    }
    const double ratio = devicePixelRatioF();
    const QSize pixels(static_cast<int>(std::ceil(width() * ratio)), static_cast<int>(std::ceil(height() * ratio)));
    if (m_stale || m_picture.size() != pixels) drawPicture(pixels);
    painter.drawImage(0, 0, m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_loop.size() > 1) {
        painter.setPen(QPen(theme::palette().link, 1.2, Qt::DashLine));
        QColor fill = theme::palette().link;
        fill.setAlpha(28);
        painter.setBrush(fill);
        painter.drawPolygon(m_loop);
    }
    if (m_drag == Drag::None) drawHover(painter);
    if (hasFocus()) {
        // Mixed beforehand: Qt hands a long line that shines through to other threads and waits for them.
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QColor(overGround(theme::palette().link, kFocusLine)));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void MapView::drawPicture(QSize pixels) {
    if (m_picture.size() != pixels) m_picture = QImage(pixels, QImage::Format_RGB32);
    m_picture.setDevicePixelRatio(devicePixelRatioF());
    m_picture.fill(theme::palette().window);
    if (std::exchange(m_looksStale, false)) makeLooks();
    if (std::exchange(m_framesStale, false)) measurePieces();
    placeCaptions();
    MapDiscs discs(m_picture);
    QPainter painter(&m_picture);
    painter.setRenderHint(QPainter::Antialiasing);
    if (edgesDrawn()) drawEdges(painter);
    drawNodes(painter, discs);
    for (const Caption& caption : m_captions) drawCaption(painter, caption);
    m_stale = false;
}

void MapView::drawEdges(QPainter& painter) {
    m_lines.resize(m_looks.lines.size());
    for (QList<QLineF>& lines : m_lines) lines.clear();
    const QRectF seen = QRectF(rect()).adjusted(-10, -10, 10, 10);
    for (std::size_t i = 0; i < m_scene.edges.size(); ++i) {
        const MapEdge& edge = m_scene.edges[i];
        if (!m_at[edge.a] || !m_at[edge.b] || !m_scene.nodes[edge.a].visible || !m_scene.nodes[edge.b].visible)
            continue;
        const std::uint32_t look = m_looks.edges[i];
        const QLineF line(toScreen(*m_at[edge.a]), toScreen(*m_at[edge.b]));
        if (const auto part = seenPart(m_looks.lines[look].style, line, seen)) m_lines[look].append(*part);
    }
    for (std::size_t i = 0; i < m_lines.size(); ++i)
        if (!m_lines[i].isEmpty())
            drawMapLines(painter, m_looks.lines[i].style, QColor(m_looks.lines[i].color), m_lines[i]);
}

void MapView::drawNodes(QPainter& painter, MapDiscs& discs) {
    const QRectF seen = rect();
    const QColor ground = theme::palette().window;
    std::vector<std::uint32_t> shares;
    for (std::uint32_t i = 0; i < m_at.size(); ++i) {
        const MapNode& shown = m_scene.nodes[i];
        if (!m_at[i] || !shown.visible) continue;
        const QPointF at = toScreen(*m_at[i]);
        const double radius = std::max(1.0, shown.radius * m_zoom);
        if (!seen.adjusted(-radius - 30, -radius - 30, radius + 30, radius + 30).contains(at)) continue;
        const MapLooks::Node& look = m_looks.nodes[i];
        switch (m_graph->nodes[i].kind) {
            case GraphNodeKind::Wallet:
                discs.fillDisc(at, radius, look.ink);
                if (radius >= kTextFrom && shown.share && shown.held > 0) shares.push_back(i);
                break;
            case GraphNodeKind::Intermediary:
                discs.fillDisc(at, radius, ground);
                discs.drawRing(at, radius, kPayerLine, look.ink);
                break;
            case GraphNodeKind::Window: discs.drawSquare(at, radius, kWindowLine, look.ink, ground); break;
        }
        if (look.own.isValid()) discs.drawRing(at, radius + 3, 2, look.own);
        if (look.chosen) discs.drawRing(at, radius + 2, 1.6, theme::palette().strong);
        if (look.pinned) {
            // A pin: a needle with a head, beside the bubble.
            const QPointF head(at.x() + radius * 0.7 + 4, at.y() - radius * 0.7 - 5);
            painter.setPen(QPen(theme::palette().attention, 1.4));
            painter.drawLine(QPointF(at.x() + radius * 0.7, at.y() - radius * 0.7), head);
            painter.setBrush(theme::palette().attention);
            painter.drawEllipse(head, 2.6, 2.6);
        }
    }
    drawShares(painter, shares);
}

void MapView::drawShares(QPainter& painter, const std::vector<std::uint32_t>& nodes) {
    painter.setFont(theme::font(11, true));
    for (const std::uint32_t i : nodes) {
        const MapNode& shown = m_scene.nodes[i];
        const MapName& name = shareName(i);
        // Below a bubble that is too small for it, text would cover its neighbours.
        if (name.width > 2 * shown.radius * m_zoom - 2) continue;
        painter.setPen(shown.piece >= 0 ? theme::palette().window : theme::palette().text);
        const QPointF at = toScreen(*m_at[i]);
        painter.drawStaticText(QPointF(at.x() - name.width / 2, at.y() - name.laid.size().height() / 2), name.laid);
    }
}

void MapView::drawHover(QPainter& painter) {
    if (m_hoverLines.isEmpty()) return;
    drawHiddenCaption(painter);
    const QFont bold = theme::font(12, true);
    const QFont plain = theme::font(11);
    const QFontMetricsF boldMetrics(bold);
    const QFontMetricsF metrics(plain);
    constexpr double kPad = 8;
    constexpr double kLine = 16;
    double width = boldMetrics.horizontalAdvance(m_hoverLines.front());
    for (const QString& line : m_hoverLines) width = std::max(width, metrics.horizontalAdvance(line));
    width = std::min(width + 2 * kPad, this->width() - 8.0);
    const double high = kLine * static_cast<double>(m_hoverLines.size()) + 2 * kPad - 4;
    double x = m_hoverAt.x() + 16;
    double y = m_hoverAt.y() + 14;
    if (x + width > this->width() - 4) x = std::max(4.0, m_hoverAt.x() - 12 - width);
    if (y + high > this->height() - 4) y = std::max(4.0, m_hoverAt.y() - 10 - high);
    const QRectF box(x, y, width, high);
    painter.setPen(theme::palette().line);
    painter.setBrush(theme::palette().pane);
    painter.drawRect(box);
    double top = y + kPad - 3;
    for (qsizetype i = 0; i < m_hoverLines.size(); ++i) {
        painter.setFont(i == 0 ? bold : plain);
        painter.setPen(i == 0 ? theme::palette().strong : theme::palette().text);
        painter.drawText(QRectF(x + kPad, top, width - 2 * kPad, kLine), Qt::AlignLeft | Qt::AlignVCenter,
                         m_hoverLines[i]);
        top += kLine;
    }
}

}  // namespace ui
