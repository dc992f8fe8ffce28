// SPDX-License-Identifier: GPL-3.0-or-later
// What the pointer reads: bars, clusters, lists.
#include "ui/chart/candle_chart.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/token_text.h"

#include <QHelpEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>
#include <limits>

namespace ui {

void CandleChart::setReadBar(std::optional<std::size_t> bar) {
    if (bar == m_overlayState.readBar) return;
    m_overlayState.readBar = bar;
    m_overlayState.people.clear();
    if (!bar) {
        emit barLeft();
        emit crosshairMoved(std::numeric_limits<double>::quiet_NaN());
        return;
    }
    emit barHovered(m_series.at(*bar).openTime, static_cast<qint64>(m_times->end(*bar)));
    emit crosshairMoved(static_cast<double>(m_series.at(*bar).openTime));
}

void CandleChart::readBarAt(const QPointF& at) {
    if (zoneAt(at) == Zone::PriceAxis || m_series.empty()) {
        m_overlayState.cursor.reset();
        setReadBar(std::nullopt);
        return;
    }
    m_overlayState.cursor = at;
    const double key = std::round(m_view.keyAt(at.x() - m_panes->left()));
    setReadBar(static_cast<std::size_t>(std::clamp(key, 0.0, static_cast<double>(m_series.size()) - 1)));
    if (m_settings.magnet && m_panes->paneAt(at.y()) == &m_panes->front())
        m_overlayState.cursor = QPointF(at.x(), pixelOf(0, snapped(at).price).y());
}

void CandleChart::showCrosshairAt(std::optional<double> unixSeconds) {
    m_overlayState.cursor.reset();
    m_overlayState.people.clear();
    if (unixSeconds && !m_series.empty())
        m_overlayState.readBar = m_times->bar(*unixSeconds);
    else
        m_overlayState.readBar.reset();
    touch();
}

void CandleChart::stepReadBar(int bars) {
    if (m_series.empty()) return;
    const auto last = static_cast<std::ptrdiff_t>(m_series.size()) - 1;
    const auto from = static_cast<std::ptrdiff_t>(m_overlayState.readBar.value_or(m_series.size()));
    const std::ptrdiff_t to = std::clamp<std::ptrdiff_t>(from + bars, 0, last);
    m_overlayState.cursor.reset();
    setReadBar(static_cast<std::size_t>(to));
    const double key = static_cast<double>(to);
    if (key < m_view.lower()) m_view.scroll(key - m_view.lower() - 0.5);
    if (key > m_view.upper()) m_view.scroll(key - m_view.upper() + 0.5);
}

void CandleChart::hoverCluster(const QPointF& at) {
    std::uint32_t cluster = 0;
    if (const MarkerGroup* group = m_markers->groupAt(at))
        cluster = group->cluster;
    else if (const PositionBand* band = m_bands ? m_bands->bandAt(at) : nullptr)
        cluster = band->cluster;
    if (cluster == m_hoveredCluster) return;
    m_hoveredCluster = cluster;
    emit clusterHovered(cluster);
}

void CandleChart::updateCursor(const QPointF& at) {
    const Zone zone = zoneAt(at);
    Qt::CursorShape shape = Qt::CrossCursor;
    if (zone == Zone::PriceAxis) shape = Qt::SizeVerCursor;
    if (zone == Zone::TimeAxis) shape = Qt::ArrowCursor;
    if (zone == Zone::Bars && !m_tool) {
        if (m_panes->separatorAt(at.y()))
            shape = Qt::SplitVCursor;
        else if (m_panes->paneAt(at.y()) == &m_panes->front() && (m_drawings->hit(at) || m_markers->groupAt(at)))
            shape = Qt::PointingHandCursor;
    }
    // Setting the same again would still go all the way to the window system.
    if (cursor().shape() != shape) setCursor(shape);
}

bool CandleChart::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        // Arrows read and scroll bars here; elsewhere in the window a replay may take steps by them.
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool arrow = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right;
        if (arrow && !(key->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier))) {
            event->accept();
            return true;
        }
    }
    if (event->type() == QEvent::ToolTip) {
        auto* help = static_cast<QHelpEvent*>(event);
        QString text = m_markers->textAt(help->pos());
        if (text.isEmpty() && m_bands)
            if (const PositionBand* band = m_bands->bandAt(help->pos())) text = band->name;
        if (text.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), format::plainToolTip(text), this);
        return true;
    }
    return QCustomPlot::event(event);
}

void CandleChart::readSummary() {
    if (m_series.empty() || m_scene.rawBars.empty()) return;
    const Bar all = m_series.bucket(m_scene.rawBars.front().last + 1 - m_scene.step <= m_scene.rawBars.front().last
                                        ? m_scene.rawBars.front().last + 1 - m_scene.step
                                        : 0,
                                    m_scene.rawBars.back().last + 1);
    const std::optional<double> change =
        all.open > 0 ? std::optional<double>(all.close / all.open - 1) : std::nullopt;
    m_summary =
        tr("%1 in view: high %2, low %3, change %4, last %5")
            .arg(format::counted(format::Noun::Bar, m_scene.rawBars.back().last - m_scene.rawBars.front().last + 1))
            .arg(m_scene.display.text(all.high), m_scene.display.text(all.low), format::change(change),
                 m_scene.display.text(all.close));
    setAccessibleDescription(m_summary);
    emit said(m_summary);
}

}  // namespace ui
