// SPDX-License-Identifier: GPL-3.0-or-later
// What the map looks like: one picture, repainted when something in it changed, with hover box and loop over it.
#include "ui/format/number_text.h"
#include "ui/map/map_style.h"
#include "ui/map/map_text.h"
#include "ui/map/map_view.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <array>

namespace ui {

using core::layout::Point;
using core::pipeline::GraphNodeKind;

namespace {

constexpr double kTextFrom = 12;       // pixels of radius from which the share stands in the bubble
constexpr double kCaptionsFrom = 0.2;  // zoomed out further, exchanges are too many to be named
constexpr double kCaptionHeight = 18;
constexpr double kCaptionGap = 6;
constexpr double kPaleWhenLit = 0.25;

QColor paler(QColor color, double by) {
    color.setAlphaF(static_cast<float>(color.alphaF() * by));
    return color;
}

}  // namespace

QColor MapView::inkOf(std::uint32_t node) const {
    const MapNode& shown = m_scene.nodes[node];
    if (shown.piece < 0) return theme::palette().dim;
    const auto& piece = m_scene.pieces[static_cast<std::size_t>(shown.piece)];
    if (!m_subGroups) return theme::entityColor(piece.tag.place);
    const auto part = m_subGroup.find(keyOf(m_graph->nodes[node]));
    return theme::entityColor(piece.tag.place + (part == m_subGroup.end() ? 0 : part->second));
}

bool MapView::isLit(std::uint32_t node) const {
    const auto& one = m_graph->nodes[node];
    if (m_lit != 0 && one.cluster.number == m_lit && m_scene.nodes[node].piece >= 0) return true;
    return m_chosen.contains(one.wallet);
}

void MapView::repaintScene() {
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
    const QSize wanted = size() * devicePixelRatioF();
    if (m_stale || m_picture.size() != wanted) {
        if (m_picture.size() != wanted) {
            m_picture = QPixmap(wanted);
            m_picture.setDevicePixelRatio(devicePixelRatioF());
        }
        m_picture.fill(theme::palette().window);
        QPainter scene(&m_picture);
        scene.setRenderHint(QPainter::Antialiasing);
        placeCaptions();
        drawScene(scene);
        m_stale = false;
    }
    painter.drawPixmap(0, 0, m_picture);
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
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(paler(theme::palette().link, 0.7));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void MapView::drawScene(QPainter& painter) const {
    if (edgesDrawn()) drawEdges(painter);
    drawNodes(painter);
    drawCaptions(painter);
}

void MapView::drawEdges(QPainter& painter) const {
    // Lines of one look in one call: a pen change costs more than a line.
    struct Batch {
        QColor color;
        QList<QLineF> lines;
    };
    std::map<std::tuple<MapStyle, QRgb>, Batch> batches;
    const QRectF seen = QRectF(rect()).adjusted(-10, -10, 10, 10);
    const bool lit = anythingLit();
    for (const MapEdge& edge : m_scene.edges) {
        if (!m_at[edge.a] || !m_at[edge.b] || !m_scene.nodes[edge.a].visible || !m_scene.nodes[edge.b].visible)
            continue;
        const QLineF line(toScreen(*m_at[edge.a]), toScreen(*m_at[edge.b]));
        if (!seen.intersects(QRectF(line.p1(), line.p2()).normalized().adjusted(-1, -1, 1, 1))) continue;
        const bool inside = m_scene.nodes[edge.a].piece >= 0 && m_scene.nodes[edge.b].piece >= 0;
        // A payer has no colour of its own: the line takes that of whom it paid.
        const std::uint32_t coloured = m_scene.nodes[edge.b].piece >= 0 ? edge.b : edge.a;
        QColor color = isObserved(edge.style) || inside ? inkOf(coloured) : theme::palette().dim;
        if (!edge.counts && edge.style != MapStyle::Funding) color = theme::palette().dim;
        color = paler(color, isObserved(edge.style) ? 0.85 : 0.75);
        if (lit && !(isLit(edge.a) && isLit(edge.b)) && !(m_chosen.size() == 1 && (isLit(edge.a) || isLit(edge.b))))
            color = paler(color, kPaleWhenLit);
        Batch& batch = batches[{edge.style, color.rgba()}];
        batch.color = color;
        batch.lines.append(line);
    }
    for (const auto& [look, batch] : batches)
        drawMapLines(painter, std::get<MapStyle>(look), batch.color, batch.lines);
}

void MapView::drawNodes(QPainter& painter) const {
    const QRectF seen = rect();
    const bool lit = anythingLit();
    const QColor ground = theme::palette().window;
    std::vector<std::uint32_t> texts;
    for (std::uint32_t i = 0; i < m_at.size(); ++i) {
        const MapNode& shown = m_scene.nodes[i];
        if (!m_at[i] || !shown.visible) continue;
        const QPointF at = toScreen(*m_at[i]);
        const double radius = std::max(1.0, shown.radius * m_zoom);
        if (!seen.adjusted(-radius - 30, -radius - 30, radius + 30, radius + 30).contains(at)) continue;
        const auto& node = m_graph->nodes[i];
        QColor ink = inkOf(i);
        const bool pale = lit && !isLit(i);
        if (shown.piece < 0 && node.kind == GraphNodeKind::Wallet) ink = paler(ink, 0.45);
        if (node.kind == GraphNodeKind::Wallet && shown.held <= 0) ink = paler(ink, 0.55);
        if (pale) ink = paler(ink, kPaleWhenLit);
        if (node.kind == GraphNodeKind::Wallet) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(paler(ink, shown.piece >= 0 ? 0.82 : 1.0));
            painter.drawEllipse(at, radius, radius);
            if (radius >= kTextFrom && shown.share && shown.held > 0) texts.push_back(i);
        } else if (node.kind == GraphNodeKind::Intermediary) {
            painter.setPen(QPen(ink, 1.6));
            painter.setBrush(ground);
            painter.drawEllipse(at, radius, radius);
        } else {
            painter.setPen(QPen(ink, 1.2));
            painter.setBrush(ground);
            painter.drawRect(QRectF(at.x() - radius, at.y() - radius, 2 * radius, 2 * radius));
        }
        if (const QColor own = colorOf ? colorOf(node.wallet) : QColor(); own.isValid()) {
            painter.setPen(QPen(own, 2));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(at, radius + 3, radius + 3);
        }
        if (m_chosen.contains(node.wallet)) {
            painter.setPen(QPen(theme::palette().strong, 1.6));
            painter.setBrush(Qt::NoBrush);
            painter.drawEllipse(at, radius + 2, radius + 2);
        }
        if (m_pins.contains(keyOf(node))) {
            // A pin: a needle with a head, beside the bubble.
            const QPointF head(at.x() + radius * 0.7 + 4, at.y() - radius * 0.7 - 5);
            painter.setPen(QPen(theme::palette().attention, 1.4));
            painter.drawLine(QPointF(at.x() + radius * 0.7, at.y() - radius * 0.7), head);
            painter.setBrush(theme::palette().attention);
            painter.drawEllipse(head, 2.6, 2.6);
        }
    }
    painter.setFont(theme::font(11, true));
    for (const std::uint32_t i : texts) {
        const MapNode& shown = m_scene.nodes[i];
        const double radius = shown.radius * m_zoom;
        const QString text = format::share(shown.share);
        // Below a bubble that is too small for it, text would cover its neighbours.
        if (painter.fontMetrics().horizontalAdvance(text) > 2 * radius - 2) continue;
        painter.setPen(shown.piece >= 0 ? ground : theme::palette().text);
        const QPointF at = toScreen(*m_at[i]);
        painter.drawText(QRectF(at.x() - radius, at.y() - 9, 2 * radius, 18), Qt::AlignCenter, text);
    }
}

QRectF MapView::captionRect(const MapPiece& piece, bool above) const {
    double top = 1e300;
    double bottom = -1e300;
    double left = 1e300;
    double right = -1e300;
    for (const std::uint32_t node : piece.nodes) {
        if (!m_at[node] || !m_scene.nodes[node].visible) continue;
        const QPointF at = toScreen(*m_at[node]);
        const double radius = m_scene.nodes[node].radius * m_zoom;
        top = std::min(top, at.y() - radius);
        bottom = std::max(bottom, at.y() + radius);
        left = std::min(left, at.x());
        right = std::max(right, at.x());
    }
    constexpr std::size_t kFew = 12;
    constexpr double kLeastWide = 24;
    if (left > right || (m_scene.pieces.size() > kFew && right - left < kLeastWide)) return {};
    const double width = QFontMetricsF(theme::font(12, true)).horizontalAdvance(pieceCaption(piece));
    return {(left + right - width) / 2, above ? top - 5 - kCaptionHeight : bottom + 5, width, kCaptionHeight};
}

// The group that is lit first, then the larger before the smaller, exchanges and payers last. Below its group, else
// above it, else hidden.
void MapView::placeCaptions() {
    m_captions.clear();
    if (!m_graph) return;
    const auto put = [this](Caption caption) {
        if (caption.box.isEmpty() || !caption.box.intersects(rect())) return caption.box.isEmpty();
        // Names that touch read as one.
        const QRectF wide = caption.box.adjusted(-kCaptionGap, 0, kCaptionGap, 0);
        if (std::any_of(m_captions.begin(), m_captions.end(),
                        [&](const Caption& other) { return other.box.intersects(wide); }))
            return false;
        m_captions.push_back(std::move(caption));
        return true;
    };
    const auto putPiece = [&](std::size_t at) {
        const MapPiece& piece = m_scene.pieces[at];
        QColor ink = theme::entityColor(piece.tag.place);
        if (anythingLit() && piece.tag.number != m_lit) ink = paler(ink, 0.45);
        const QString text = pieceCaption(piece);
        if (!put({captionRect(piece, false), text, ink, at})) (void)put({captionRect(piece, true), text, ink, at});
    };
    const auto isLitPiece = [this](const MapPiece& piece) { return m_lit != 0 && piece.tag.number == m_lit; };
    for (const bool first : {true, false})
        for (std::size_t at = 0; at < m_scene.pieces.size(); ++at)
            if (isLitPiece(m_scene.pieces[at]) == first) putPiece(at);
    if (m_zoom < kCaptionsFrom) return;
    const QFontMetricsF metrics(theme::font(11));
    for (std::uint32_t i = 0; i < m_at.size(); ++i) {
        const auto& node = m_graph->nodes[i];
        if (!m_at[i] || !m_scene.nodes[i].visible || node.kind != GraphNodeKind::Window) continue;
        const QPointF at = toScreen(*m_at[i]);
        const QString text = nodeName(node);
        const double width = metrics.horizontalAdvance(text);
        const QColor ink = anythingLit() && !isLit(i) ? paler(theme::palette().dim, 0.4) : theme::palette().dim;
        const double radius = std::max(1.0, m_scene.nodes[i].radius * m_zoom);
        (void)put({{at.x() - width / 2, at.y() + radius + 2, width, 16}, text, ink, std::nullopt});
    }
}

void MapView::drawCaption(QPainter& painter, const Caption& caption) const {
    painter.setFont(theme::font(caption.piece ? 12 : 11, caption.piece.has_value()));
    if (caption.piece) {
        QColor ground = theme::palette().window;
        ground.setAlpha(170);
        painter.fillRect(caption.box.adjusted(-2, 0, 2, 0), ground);
    }
    painter.setPen(caption.ink);
    painter.drawText(caption.box.adjusted(-2, 0, 2, 0), Qt::AlignCenter, caption.text);
}

void MapView::drawCaptions(QPainter& painter) const {
    for (const Caption& caption : m_captions) drawCaption(painter, caption);
}

// The name of the group under the pointer, where others had no room for it.
void MapView::drawHiddenCaption(QPainter& painter) const {
    if (!m_hovered || *m_hovered >= m_scene.nodes.size()) return;
    const int piece = m_scene.nodes[*m_hovered].piece;
    if (piece < 0 || static_cast<std::size_t>(piece) >= m_scene.pieces.size()) return;
    const auto at = static_cast<std::size_t>(piece);
    if (std::any_of(m_captions.begin(), m_captions.end(), [&](const Caption& shown) { return shown.piece == at; }))
        return;
    const MapPiece& hidden = m_scene.pieces[at];
    const QRectF box = captionRect(hidden, false);
    if (box.isEmpty()) return;
    painter.fillRect(box.adjusted(-4, 0, 4, 0), theme::palette().window);
    drawCaption(painter, {box, pieceCaption(hidden), theme::entityColor(hidden.tag.place), at});
}

void MapView::drawHover(QPainter& painter) const {
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
