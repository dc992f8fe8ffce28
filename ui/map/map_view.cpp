// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_view.h"

#include "ui/map/map_text.h"

#include <QContextMenuEvent>
#include <QMenu>

#include <algorithm>
#include <cmath>

namespace ui {

using core::layout::Point;
using core::pipeline::GraphNodeKind;

namespace {

constexpr double kLeastZoom = 0.02;
constexpr double kMostZoom = 12;
constexpr double kWheelStep = 1.10;  // a notch
constexpr double kEdgesFrom = 0.22;  // zoomed out further, links are a grey felt
constexpr double kFitMargin = 28;    // pixels: the names below the lowest bubbles need a line
constexpr double kMostFitZoom = 1.6;

}  // namespace

MapView::MapView(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("clusterMap"));
    setAccessibleName(tr("Cluster map"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(240, 120);
    setAttribute(Qt::WA_OpaquePaintEvent);
    m_worker = std::make_unique<core::layout::LayoutWorker>([this] {
        QMetaObject::invokeMethod(
            this, [this] { takeLayout(); }, Qt::QueuedConnection);
    });
}

MapView::~MapView() {
    // The worker calls into this object: it goes first.
    m_worker.reset();
}

void MapView::setGraph(std::shared_ptr<const core::pipeline::CoinGraph> graph) {
    if (graph == m_graph) return;
    const bool other = !graph || !m_graph || graph->mint != m_graph->mint;
    m_graph = std::move(graph);
    if (other) {
        m_places.clear();
        m_pins.clear();
        m_chosen.clear();
        m_subGroup.clear();
        m_pieceNames.clear();
        m_windowNames.clear();
        m_shareNames.clear();
        m_structure = 0;
        m_moved = false;
        m_lit = 0;
        m_filter.until.reset();
        emit pinsChanged();
    }
    remake();
}

void MapView::setConfidence(double least) {
    if (m_filter.confidence == least) return;
    m_filter.confidence = least;
    remake();
}

void MapView::setUntil(std::optional<std::int64_t> until) {
    if (m_filter.until == until) return;
    m_filter.until = until;
    remake();
}

void MapView::setSubGroups(bool shown) {
    if (m_subGroups == shown) return;
    m_subGroups = shown;
    m_subGroup.clear();
    submit();
    repaintScene();
}

void MapView::setLasso(bool on) {
    m_lasso = on;
    setCursor(on ? Qt::CrossCursor : Qt::ArrowCursor);
    if (!on) m_loop.clear();
    update();
}

void MapView::light(std::uint32_t cluster) {
    if (std::exchange(m_lit, cluster) != cluster) repaintScene();
}

bool MapView::choose(const core::Wallet& wallet) {
    if (!m_graph) return false;
    for (std::size_t i = 0; i < m_graph->nodes.size(); ++i) {
        if (m_graph->nodes[i].wallet != wallet || m_graph->nodes[i].kind == GraphNodeKind::Window) continue;
        m_chosen = {wallet};
        if (m_at[i] && !QRectF(rect()).adjusted(20, 20, -20, -20).contains(toScreen(*m_at[i]))) m_center = *m_at[i];
        repaintScene();
        return true;
    }
    return false;
}

void MapView::setEmptyText(const QString& text) {
    if (m_empty == text) return;
    m_empty = text;
    if (!m_graph) update();
}

void MapView::remake() {
    m_hovered.reset();
    m_hoveredLink.reset();
    m_hoverLines.clear();
    m_scene = m_graph ? makeScene(m_graph, m_filter) : MapScene{};
    // Bubbles do not jump when time is turned back: their places are those of the present.
    std::uint64_t structure = 0;
    if (m_graph && m_filter.until) {
        MapFilter now = m_filter;
        now.until.reset();
        structure = makeScene(m_graph, now).structure();
    } else if (m_graph) {
        structure = m_scene.structure();
    }
    m_at.assign(m_scene.nodes.size(), std::nullopt);
    m_grid.clear();
    for (std::uint32_t i = 0; i < m_scene.nodes.size(); ++i) {
        const MapKey key = keyOf(m_graph->nodes[i]);
        if (const auto place = m_places.find(key); place != m_places.end()) m_at[i] = place->second;
        if (const auto pin = m_pins.find(key); pin != m_pins.end()) m_at[i] = pin->second;
        if (m_at[i] && m_scene.nodes[i].visible) m_grid.add(i, *m_at[i], m_scene.nodes[i].radius);
    }
    if (structure != m_structure) {
        m_structure = structure;
        submit();
    }
    setAccessibleDescription(sceneSummary(m_scene));
    ++m_round;
    m_framesStale = true;
    repaintScene();
    emit sceneChanged();
}

void MapView::submit() {
    if (!m_graph || m_graph->nodes.empty()) return;
    MapFilter now = m_filter;
    now.until.reset();
    const MapScene present = m_filter.until ? makeScene(m_graph, now) : MapScene{};
    const double aspect = height() > 0 ? static_cast<double>(width()) / height() : 1.5;
    core::layout::LayoutInput input =
        layoutInput(m_filter.until ? present : m_scene, m_places, m_pins, std::clamp(aspect, 0.6, 2.6));
    input.subGroups = m_subGroups;
    m_jobKeys.clear();
    for (const auto& node : m_graph->nodes) m_jobKeys.push_back(keyOf(node));
    m_job = m_worker->submit(std::move(input));
}

void MapView::takeLayout() {
    const auto done = m_worker->take();
    if (!done || done->job != m_job || done->result.points.size() != m_jobKeys.size()) return;
    m_layoutMs = done->milliseconds;
    m_places.clear();
    for (std::size_t i = 0; i < m_jobKeys.size(); ++i) m_places.emplace(m_jobKeys[i], done->result.points[i]);
    if (m_subGroups && done->result.subGroups.size() == m_jobKeys.size()) {
        m_subGroup.clear();
        for (std::size_t i = 0; i < m_jobKeys.size(); ++i)
            m_subGroup.emplace(m_jobKeys[i], done->result.subGroups[i]);
    }
    remake();
    if (!m_moved) fit();
}

void MapView::waitForLayout() {
    m_worker->wait();
    takeLayout();
}

void MapView::fit() {
    double left = 1e300, right = -1e300, top = 1e300, bottom = -1e300;
    for (std::size_t i = 0; i < m_at.size(); ++i) {
        if (!m_at[i] || !m_scene.nodes[i].visible) continue;
        const double room = m_scene.nodes[i].radius;
        left = std::min(left, m_at[i]->x - room);
        right = std::max(right, m_at[i]->x + room);
        top = std::min(top, m_at[i]->y - room);
        bottom = std::max(bottom, m_at[i]->y + room);
    }
    m_moved = false;
    if (left > right) return;
    m_center = {(left + right) / 2, (top + bottom) / 2};
    const double wide = std::max(1.0, width() - 2 * kFitMargin) / std::max(1.0, right - left);
    const double high = std::max(1.0, height() - 2 * kFitMargin) / std::max(1.0, bottom - top);
    m_zoom = std::clamp(std::min(wide, high), kLeastZoom, kMostFitZoom);
    repaintMoved();
}

void MapView::clearPins() {
    if (m_pins.empty()) return;
    m_pins.clear();
    submit();
    repaintScene();
    emit pinsChanged();
}

void MapView::clearSelection() {
    const bool had = anythingLit();
    m_chosen.clear();
    m_lit = 0;
    repaintScene();
    if (had) emit cleared();
}

std::optional<QPointF> MapView::positionOf(const core::Wallet& wallet) const {
    for (std::size_t i = 0; i < m_at.size(); ++i)
        if (m_at[i] && m_graph->nodes[i].wallet == wallet) return toScreen(*m_at[i]);
    return std::nullopt;
}

bool MapView::edgesDrawn() const {
    return m_zoom >= kEdgesFrom;
}

QPointF MapView::toScreen(Point at) const {
    return {(at.x - m_center.x) * m_zoom + width() / 2.0, (at.y - m_center.y) * m_zoom + height() / 2.0};
}

Point MapView::toMap(QPointF at) const {
    return {(at.x() - width() / 2.0) / m_zoom + m_center.x, (at.y() - height() / 2.0) / m_zoom + m_center.y};
}

std::optional<std::uint32_t> MapView::nodeAt(QPointF at) const {
    constexpr double kSlack = 5;  // pixels: small bubbles can be hit too
    return m_grid.find(toMap(at), kSlack / m_zoom);
}

std::optional<std::uint32_t> MapView::linkAt(QPointF at) const {
    constexpr double kSlack = 4;
    constexpr std::size_t kMostLooked = 20'000;
    if (!edgesDrawn() || m_scene.edges.size() > kMostLooked) return std::nullopt;
    const Point point = toMap(at);
    double nearest = kSlack / m_zoom;
    std::optional<std::uint32_t> out;
    for (const MapEdge& edge : m_scene.edges) {
        if (!m_at[edge.a] || !m_at[edge.b]) continue;
        const Point a = *m_at[edge.a];
        const Point b = *m_at[edge.b];
        const double dx = b.x - a.x;
        const double dy = b.y - a.y;
        const double length = dx * dx + dy * dy;
        if (length <= 0) continue;
        const double along = std::clamp(((point.x - a.x) * dx + (point.y - a.y) * dy) / length, 0.0, 1.0);
        const double away = std::hypot(point.x - a.x - along * dx, point.y - a.y - along * dy);
        if (away > nearest) continue;
        nearest = away;
        out = edge.link;
    }
    return out;
}

std::uint32_t MapView::captionAt(QPointF at) const {
    for (const Caption& caption : m_captions)
        if (caption.piece && *caption.piece < m_scene.pieces.size() && caption.box.contains(at))
            return m_scene.pieces[*caption.piece].tag.number;
    return 0;
}

void MapView::hover(QPointF at) {
    const auto node = nodeAt(at);
    const auto link = node ? std::nullopt : linkAt(at);
    m_hoverAt = at;
    const std::uint32_t caption = node || link ? 0 : captionAt(at);
    if (!m_lasso) setCursor(node || caption != 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    if (node != m_hovered) {
        const auto clusterOf = [this](std::optional<std::uint32_t> index) {
            return index ? m_graph->nodes[*index].cluster.number : 0;
        };
        if (clusterOf(node) != clusterOf(m_hovered)) emit clusterHovered(clusterOf(node));
    }
    if (node != m_hovered || link != m_hoveredLink) {
        m_hovered = node;
        m_hoveredLink = link;
        m_hoverLines.clear();
        if (node) {
            const core::Wallet& wallet = m_graph->nodes[*node].wallet;
            m_hoverLines = nodeLines(m_scene, *node, nameOf ? nameOf(wallet) : QString());
        } else if (link) {
            m_hoverLines = linkLines(m_scene, *link);
        }
    }
    update();
}

void MapView::zoomAbout(QPointF at, double factor) {
    const Point fixed = toMap(at);
    m_zoom = std::clamp(m_zoom * factor, kLeastZoom, kMostZoom);
    m_center = {fixed.x - (at.x() - width() / 2.0) / m_zoom, fixed.y - (at.y() - height() / 2.0) / m_zoom};
    m_moved = true;
    repaintMoved();
}

void MapView::wheelEvent(QWheelEvent* event) {
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0) zoomAbout(event->position(), std::pow(kWheelStep, notches));
    event->accept();
}

void MapView::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    setFocus(Qt::MouseFocusReason);
    m_pressedAt = m_lastAt = event->position();
    m_pressed = nodeAt(event->position());
    if (m_lasso || event->modifiers().testFlag(Qt::ShiftModifier)) {
        m_drag = Drag::Lasso;
        m_loop = QPolygonF{{event->position()}};
        return;
    }
    m_drag = Drag::Press;
}

void MapView::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    const QPointF by = at - m_lastAt;
    if (m_drag == Drag::None) {
        hover(at);
        return;
    }
    constexpr double kStarts = 4;
    if (m_drag == Drag::Press && (at - m_pressedAt).manhattanLength() >= kStarts)
        m_drag = m_pressed ? Drag::Node : Drag::Pan;
    m_lastAt = at;
    if (m_drag == Drag::Pan) {
        m_center = {m_center.x - by.x() / m_zoom, m_center.y - by.y() / m_zoom};
        m_moved = true;
        repaintMoved();
    } else if (m_drag == Drag::Node && *m_pressed < m_at.size()) {
        m_at[*m_pressed] = toMap(at);
        const bool pinned = m_pins.insert_or_assign(keyOf(m_graph->nodes[*m_pressed]), toMap(at)).second;
        m_framesStale = true;
        // Its mark is new with the first move alone.
        pinned ? repaintScene() : repaintMoved();
    } else if (m_drag == Drag::Lasso) {
        m_loop << at;
        update();
    }
}

void MapView::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    const Drag was = std::exchange(m_drag, Drag::None);
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    if (was == Drag::Lasso) {
        finishLasso();
    } else if (was == Drag::Node) {
        m_moved = true;
        submit();
        remake();
        emit pinsChanged();
    } else if (was == Drag::Press && pressed && *pressed < m_scene.nodes.size()) {
        const auto& node = m_graph->nodes[*pressed];
        m_chosen = {node.wallet};
        repaintScene();
        emit walletChosen(node.wallet, m_scene.nodes[*pressed].piece >= 0 ? node.cluster.number : 0);
    } else if (was == Drag::Press) {
        if (const std::uint32_t caption = captionAt(event->position()); caption != 0)
            emit clusterOpened(caption);
        else
            clearSelection();
    }
}

void MapView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (const auto node = nodeAt(event->position())) emit walletOpened(m_graph->nodes[*node].wallet);
}

void MapView::finishLasso() {
    std::vector<core::Wallet> inside;
    m_chosen.clear();
    for (std::size_t i = 0; i < m_at.size(); ++i) {
        if (!m_at[i] || !m_scene.nodes[i].visible || m_graph->nodes[i].kind == GraphNodeKind::Window) continue;
        if (!m_loop.containsPoint(toScreen(*m_at[i]), Qt::OddEvenFill)) continue;
        inside.push_back(m_graph->nodes[i].wallet);
        m_chosen.insert(m_graph->nodes[i].wallet);
    }
    m_loop.clear();
    repaintScene();
    emit lassoed(inside);
}

bool MapView::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        // Arrows move the map here; elsewhere in the window a replay may take steps by them.
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool arrow = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right;
        if (arrow && key->modifiers() == Qt::NoModifier) {
            event->accept();
            return true;
        }
    }
    return QWidget::event(event);
}

void MapView::keyPressEvent(QKeyEvent* event) {
    constexpr double kPan = 60;  // pixels
    const auto pan = [this](double x, double y) {
        m_center = {m_center.x + x / m_zoom, m_center.y + y / m_zoom};
        m_moved = true;
        repaintMoved();
    };
    const QPointF middle(width() / 2.0, height() / 2.0);
    switch (event->key()) {
        case Qt::Key_F: fit(); return;
        case Qt::Key_Escape:
            if (m_lasso || !m_loop.isEmpty()) {
                m_drag = Drag::None;
                setLasso(false);
                emit lassoLeft();
            } else if (anythingLit()) {
                clearSelection();
            } else {
                break;
            }
            return;
        case Qt::Key_Plus:
        case Qt::Key_Equal: zoomAbout(middle, kWheelStep * kWheelStep); return;
        case Qt::Key_Minus: zoomAbout(middle, 1 / (kWheelStep * kWheelStep)); return;
        case Qt::Key_Left: pan(-kPan, 0); return;
        case Qt::Key_Right: pan(kPan, 0); return;
        case Qt::Key_Up: pan(0, -kPan); return;
        case Qt::Key_Down: pan(0, kPan); return;
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_W:
            if (m_hovered && *m_hovered < m_scene.nodes.size())
                emit walletOpened(m_graph->nodes[*m_hovered].wallet);
            else if (m_chosen.size() == 1)
                emit walletOpened(*m_chosen.begin());
            else
                break;
            return;
        default: break;
    }
    QWidget::keyPressEvent(event);
}

void MapView::leaveEvent(QEvent*) {
    if (m_hovered && m_graph && *m_hovered < m_graph->nodes.size() && m_graph->nodes[*m_hovered].cluster)
        emit clusterHovered(0);
    m_hovered.reset();
    m_hoveredLink.reset();
    m_hoverLines.clear();
    update();
}

void MapView::contextMenuEvent(QContextMenuEvent* event) {
    QMenu menu(this);
    const auto node = nodeAt(event->pos());
    if (node) {
        const MapKey key = keyOf(m_graph->nodes[*node]);
        if (fillMenu) fillMenu(menu, key.wallet);
        if (m_pins.contains(key))
            menu.addAction(tr("Let it go from its pin"), this, [this, key] {
                m_pins.erase(key);
                submit();
                remake();
                emit pinsChanged();
            });
        menu.addSeparator();
    }
    menu.addAction(tr("Fit everything"), this, &MapView::fit)->setShortcut(Qt::Key_F);
    menu.addAction(tr("Let go all pins"), this, &MapView::clearPins)->setEnabled(!m_pins.empty());
    menu.exec(event->globalPos());
}

}  // namespace ui
