// SPDX-License-Identifier: GPL-3.0-or-later
// The names on the map: which of them find room, and where.
#include "ui/format/number_text.h"
#include "ui/map/map_style.h"
#include "ui/map/map_text.h"
#include "ui/map/map_view.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QFontMetricsF>
#include <QPainter>

#include <algorithm>

namespace ui {

using core::pipeline::GraphNodeKind;

namespace {

constexpr double kCaptionsFrom = 0.2;  // zoomed out further, exchanges are too many to be named
constexpr double kCaptionHeight = 18;
constexpr double kWindowCaptionHeight = 16;
constexpr double kCaptionGap = 6;
constexpr double kPaleCaption = 0.45;
constexpr double kPaleWindow = 0.4;
constexpr int kPiecePixels = 12;
constexpr int kWindowPixels = 11;
constexpr int kSharePixels = 11;

/// Takes over `text` and lays it out when it is another one: most are the same in the next picture.
void take(MapName& name, std::uint64_t round, const QString& text, const QFont& font) {
    name.round = round;
    if (name.text == text) return;
    name.text = text;
    name.width = QFontMetricsF(font).horizontalAdvance(text);
    name.laid.setTextFormat(Qt::PlainText);
    name.laid.setPerformanceHint(QStaticText::AggressiveCaching);
    name.laid.setText(text);
    name.laid.prepare({}, font);
}

}  // namespace

void MapView::relabel() {
    ++m_round;
    repaintScene();
}

const MapName& MapView::pieceName(std::size_t piece) {
    MapName& name = m_pieceNames[piece];
    if (name.round != m_round)
        take(name, m_round, pieceCaption(m_scene.pieces[piece]), theme::font(kPiecePixels, true));
    return name;
}

const MapName& MapView::windowName(std::uint32_t node) {
    MapName& name = m_windowNames[node];
    if (name.round != m_round) take(name, m_round, nodeName(m_graph->nodes[node]), theme::font(kWindowPixels));
    return name;
}

const MapName& MapView::shareName(std::uint32_t node) {
    MapName& name = m_shareNames[node];
    if (name.round != m_round)
        take(name, m_round, format::share(m_scene.nodes[node].share), theme::font(kSharePixels, true));
    return name;
}

void MapView::measurePieces() {
    m_frames.assign(m_scene.pieces.size(), {});
    for (std::size_t i = 0; i < m_frames.size(); ++i)
        for (const std::uint32_t node : m_scene.pieces[i].nodes) {
            if (!m_at[node] || !m_scene.nodes[node].visible) continue;
            const double radius = m_scene.nodes[node].radius;
            MapFrame& frame = m_frames[i];
            frame.top = std::min(frame.top, m_at[node]->y - radius);
            frame.bottom = std::max(frame.bottom, m_at[node]->y + radius);
            frame.left = std::min(frame.left, m_at[node]->x);
            frame.right = std::max(frame.right, m_at[node]->x);
        }
}

QRectF MapView::captionRect(std::size_t piece, bool above) {
    const MapFrame& frame = m_frames[piece];
    constexpr std::size_t kFew = 12;
    constexpr double kLeastWide = 24;
    if (frame.left > frame.right) return {};
    if (m_frames.size() > kFew && (frame.right - frame.left) * m_zoom < kLeastWide) return {};
    const QPointF topLeft = toScreen({frame.left, frame.top});
    const QPointF bottomRight = toScreen({frame.right, frame.bottom});
    const double y = above ? topLeft.y() - 5 - kCaptionHeight : bottomRight.y() + 5;
    // A name off the screen is not laid out.
    if (y + kCaptionHeight < 0 || y > height()) return QRectF(0, y, 1, kCaptionHeight);
    const double width = pieceName(piece).width;
    return {(topLeft.x() + bottomRight.x() - width) / 2, y, width, kCaptionHeight};
}

// The group that is lit first, then the larger before the smaller, exchanges and payers last. Below its group, else
// above it, else hidden.
void MapView::placeCaptions() {
    m_captions.clear();
    const auto isLitPiece = [this](const MapPiece& piece) { return m_lit != 0 && piece.tag.number == m_lit; };
    for (const bool first : {true, false})
        for (std::size_t at = 0; at < m_scene.pieces.size(); ++at)
            if (isLitPiece(m_scene.pieces[at]) == first) placePieceCaption(at);
    if (m_zoom >= kCaptionsFrom) placeWindowCaptions();
}

void MapView::placePieceCaption(std::size_t at) {
    const MapPiece& piece = m_scene.pieces[at];
    QColor ink = theme::entityColor(piece.tag.place);
    if (anythingLit() && piece.tag.number != m_lit) ink = paler(ink, kPaleCaption);
    for (const bool above : {false, true}) {
        const QRectF box = captionRect(at, above);
        if (box.isEmpty()) return;
        if (!box.intersects(rect())) continue;
        const MapName& name = pieceName(at);
        if (place({box, name.text, ink, at, name.laid})) return;
    }
}

void MapView::placeWindowCaptions() {
    for (std::uint32_t i = 0; i < m_at.size(); ++i) {
        const auto& node = m_graph->nodes[i];
        if (!m_at[i] || !m_scene.nodes[i].visible || node.kind != GraphNodeKind::Window) continue;
        const QPointF at = toScreen(*m_at[i]);
        const double y = at.y() + std::max(1.0, m_scene.nodes[i].radius * m_zoom) + 2;
        if (y + kWindowCaptionHeight < 0 || y > height()) continue;
        const MapName& name = windowName(i);
        const QColor dim = theme::palette().dim;
        const QRectF box(at.x() - name.width / 2, y, name.width, kWindowCaptionHeight);
        if (!box.intersects(rect())) continue;
        (void)place(
            {box, name.text, anythingLit() && !isLit(i) ? paler(dim, kPaleWindow) : dim, std::nullopt, name.laid});
    }
}

bool MapView::place(Caption caption) {
    // Names that touch read as one.
    const QRectF wide = caption.box.adjusted(-kCaptionGap, 0, kCaptionGap, 0);
    if (std::any_of(m_captions.begin(), m_captions.end(),
                    [&](const Caption& other) { return other.box.intersects(wide); }))
        return false;
    m_captions.push_back(std::move(caption));
    return true;
}

void MapView::drawCaption(QPainter& painter, const Caption& caption) const {
    painter.setFont(theme::font(caption.piece ? kPiecePixels : kWindowPixels, caption.piece.has_value()));
    if (caption.piece) {
        QColor ground = theme::palette().window;
        ground.setAlpha(170);
        painter.fillRect(caption.box.adjusted(-2, 0, 2, 0), ground);
    }
    painter.setPen(caption.ink);
    const double spare = caption.box.height() - caption.laid.size().height();
    painter.drawStaticText(QPointF(caption.box.left(), caption.box.top() + spare / 2), caption.laid);
}

// The name of the group under the pointer, where others had no room for it.
void MapView::drawHiddenCaption(QPainter& painter) {
    if (!m_hovered || *m_hovered >= m_scene.nodes.size()) return;
    const int piece = m_scene.nodes[*m_hovered].piece;
    if (piece < 0 || static_cast<std::size_t>(piece) >= m_frames.size()) return;
    const auto at = static_cast<std::size_t>(piece);
    if (std::any_of(m_captions.begin(), m_captions.end(), [&](const Caption& shown) { return shown.piece == at; }))
        return;
    const QRectF box = captionRect(at, false);
    if (box.isEmpty()) return;
    painter.fillRect(box.adjusted(-4, 0, 4, 0), theme::palette().window);
    const MapName& name = pieceName(at);
    drawCaption(painter, {box, name.text, theme::entityColor(m_scene.pieces[at].tag.place), at, name.laid});
}

}  // namespace ui
