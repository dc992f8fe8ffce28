// SPDX-License-Identifier: GPL-3.0-or-later
// Mouse, wheel and keys of the chart.
#include "ui/chart/candle_chart.h"

#include "ui/chart/chart_menu.h"
#include "ui/format/time_text.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr double kPriceZoomPerNotch = 1.1;
constexpr double kScrollPerNotch = 3;  // bars
constexpr int kPageBars = 10;
constexpr double kAngleOfNotch = 120;
constexpr double kClickReach = 4;  // pixels a click may move

}  // namespace

CandleChart::Zone CandleChart::zoneAt(const QPointF& at) const {
    if (at.x() > m_panes->right()) return Zone::PriceAxis;
    if (at.y() > m_panes->bottom()) return Zone::TimeAxis;
    return Zone::Bars;
}

void CandleChart::mousePressEvent(QMouseEvent* event) {
    setFocus(Qt::MouseFocusReason);
    if (event->button() != Qt::LeftButton) return;
    m_pressedAt = m_dragFrom = event->position();
    m_moved = false;
    m_view.press();
    m_overlayState.measure.reset();
    const Zone zone = zoneAt(m_pressedAt);
    const bool onPrices = zone == Zone::Bars && m_panes->paneAt(m_pressedAt.y()) == &m_panes->front();
    const auto hit = onPrices && !m_tool ? m_drawings->hit(m_pressedAt) : std::nullopt;
    if (m_drawings->edited()) {
        m_grip = Grip::NewDrawing;  // the second click of a drawing of two points
    } else if (zone == Zone::PriceAxis) {
        m_grip = Grip::PriceScale;
    } else if (const auto separator = m_panes->separatorAt(m_pressedAt.y()); separator && zone == Zone::Bars) {
        m_grip = Grip::Separator;
        m_separator = *separator;
    } else if (m_tool && onPrices) {
        beginDrawing(m_pressedAt);
    } else if (onPrices && event->modifiers() & Qt::ShiftModifier && !m_series.empty()) {
        m_grip = Grip::Measure;
        const DrawingPoint from = snapped(m_pressedAt);
        m_overlayState.measure =
            Measure{{m_times->key(from.time), from.price}, {m_times->key(from.time), from.price}, {}};
    } else if (hit) {
        m_grip = Grip::Drawing;
        m_handle = hit->handle;
        m_grabbed = m_drawings->point(m_pressedAt);
        m_drawings->select(hit->id);
        repaintAll();
    } else {
        m_grip = Grip::Pan;
        if (m_drawings->selected()) {
            m_drawings->select(std::nullopt);
            repaintAll();
        }
    }
    touch();
}

void CandleChart::mouseMoveEvent(QMouseEvent* event) {
    const QPointF at = event->position();
    readBarAt(at);
    if (m_grip == Grip::None || !(event->buttons() & Qt::LeftButton)) {
        if (m_drawings->edited()) moveDrawing(at);
        updateCursor(at);
        hoverCluster(at);
        touch();
        return;
    }
    const QPointF step = at - m_dragFrom;
    m_dragFrom = at;
    const QPointF whole = at - m_pressedAt;
    m_moved = m_moved || std::hypot(whole.x(), whole.y()) > kClickReach;
    switch (m_grip) {
        case Grip::None: break;
        case Grip::Pan:
            m_view.dragBy(step.x());
            if (m_manualScale && zoneAt(m_pressedAt) == Zone::Bars) dragPrices(step.y());
            setCursor(Qt::ClosedHandCursor);
            applyView();
            break;
        case Grip::PriceScale:
            zoomPrices(std::exp(step.y() / std::max(pricePane().height(), 1) * 2));
            applyView();
            break;
        case Grip::Separator:
            m_panes->moveSeparator(m_separator, at.y());
            applyView();
            break;
        case Grip::Drawing:
        case Grip::NewDrawing: moveDrawing(at); break;
        case Grip::Measure: {
            const DrawingPoint to = snapped(at);
            Measure& measure = *m_overlayState.measure;
            measure.to = {m_times->key(to.time), to.price};
            const double seconds = std::abs(to.time - m_times->time(measure.from.x()));
            measure.duration = format::longAge(static_cast<std::int64_t>(std::llround(seconds)));
            break;
        }
    }
    touch();
}

void CandleChart::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton || m_grip == Grip::None) return;
    const Grip grip = m_grip;
    m_grip = Grip::None;
    m_view.release();
    switch (grip) {
        case Grip::Separator: keepSettings(); break;
        case Grip::Drawing:
            if (m_drawings->edited()) finishDrawing();
            break;
        case Grip::NewDrawing:
            // Dragged from end to end, or the second of two clicks; the first click leaves the end to the pointer.
            if (m_drawings->edited() && (m_drawings->edited()->pointCount() == 1 || m_moved || m_handle))
                finishDrawing();
            else
                m_handle = 1;
            break;
        case Grip::Pan:
            if (!m_moved) clickMarker(event->position());
            break;
        default: break;
    }
    updateCursor(event->position());
    applyView();
}

void CandleChart::clickMarker(const QPointF& at) {
    const MarkerGroup* group = m_markers->groupAt(at);
    if (!group || !m_people) return;
    const ChartMarker& first = m_people->markers[group->markers.front()];
    emit markerClicked(first.wallet, group->cluster);
}

void CandleChart::mouseDoubleClickEvent(QMouseEvent* event) {
    switch (zoneAt(event->position())) {
        case Zone::PriceAxis: m_manualScale = false; break;
        case Zone::TimeAxis: m_view.resetTime(); break;
        case Zone::Bars: mousePressEvent(event); return;
    }
    applyView();
}

void CandleChart::wheelEvent(QWheelEvent* event) {
    event->accept();
    const double vertical = event->angleDelta().y() / kAngleOfNotch;
    const double horizontal = event->angleDelta().x() / kAngleOfNotch;
    // Qt turns Alt+wheel, and on some systems Shift+wheel, into a horizontal wheel.
    if (event->modifiers() & Qt::ShiftModifier || horizontal != 0) {
        m_view.scroll(-(horizontal != 0 ? horizontal : vertical) * kScrollPerNotch);
    } else if (zoneAt(event->position()) == Zone::PriceAxis) {
        zoomPrices(std::pow(kPriceZoomPerNotch, -vertical));
    } else {
        m_view.zoom(event->position().x() - m_panes->left(), vertical);
    }
    applyView();
}

void CandleChart::leaveEvent(QEvent* event) {
    QCustomPlot::leaveEvent(event);
    m_overlayState.cursor.reset();
    setReadBar(std::nullopt);
    if (m_hoveredCluster != 0) {
        m_hoveredCluster = 0;
        emit clusterHovered(0);
    }
    touch();
}

void CandleChart::contextMenuEvent(QContextMenuEvent* event) {
    const bool byKey = event->reason() == QContextMenuEvent::Keyboard;
    const QPointF at = byKey ? QPointF(pricePane().center()) : QPointF(event->pos());
    QMenu* menu = contextMenu(at);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->popup(byKey ? mapToGlobal(at.toPoint()) : event->globalPos());
}

QMenu* CandleChart::contextMenu(const QPointF& at) {
    std::optional<std::size_t> bar = m_overlayState.readBar;
    ChartMenuPlace place;
    const Zone zone = zoneAt(at);
    const ChartPane* pane = zone == Zone::Bars ? m_panes->paneAt(at.y()) : nullptr;
    if (pane) place.pane = pane->id;
    if (zone == Zone::Bars && !m_series.empty() && !bar) {
        const double key = std::round(m_view.keyAt(at.x() - m_panes->left()));
        bar = static_cast<std::size_t>(std::clamp(key, 0.0, static_cast<double>(m_series.size()) - 1));
    }
    if (bar && *bar < m_series.size()) {
        place.barFrom = m_series.at(*bar).openTime;
        place.barUntil = static_cast<std::int64_t>(m_times->end(*bar));
    }
    if (pane == &m_panes->front() && !m_series.empty()) {
        const double price = m_drawings->point(at).price;
        if (price > 0) place.price = price;
        if (const auto hit = m_drawings->hit(at)) {
            m_drawings->select(hit->id);
            place.onDrawing = true;
            repaintAll();
        }
    }
    return makeChartMenu(*this, place);
}

void CandleChart::keyPressEvent(QKeyEvent* event) {
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier));
    if (drawingKey(event)) return;
    switch (event->key()) {
        case Qt::Key_Left: shift ? m_view.scroll(-kScrollPerNotch) : stepReadBar(-1); break;
        case Qt::Key_Right: shift ? m_view.scroll(kScrollPerNotch) : stepReadBar(1); break;
        case Qt::Key_PageUp: stepReadBar(-kPageBars); break;
        case Qt::Key_PageDown: stepReadBar(kPageBars); break;
        case Qt::Key_Home: m_view.showFirst(); break;
        case Qt::Key_End: m_view.jumpToLatest(); break;
        case Qt::Key_Plus:
        case Qt::Key_Equal: m_view.zoom(m_panes->width() / 2.0, 1); break;
        case Qt::Key_Minus: m_view.zoom(m_panes->width() / 2.0, -1); break;
        case Qt::Key_R:
            if (!plain) return QCustomPlot::keyPressEvent(event);
            resetView();
            break;
        case Qt::Key_L:
            if (!plain) return QCustomPlot::keyPressEvent(event);
            setLogarithmic(!logarithmic());
            break;
        case Qt::Key_Return:
        case Qt::Key_Enter: readSummary(); return;
        default:
            if (plain && !event->text().isEmpty() && event->text().front().isDigit() &&
                event->text().front() != u'0') {
                emit intervalTyped(event->text());
                return;
            }
            QCustomPlot::keyPressEvent(event);
            return;
    }
    applyView();
}

}  // namespace ui
