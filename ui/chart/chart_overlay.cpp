// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_overlay.h"

#include "ui/chart/bar_painter.h"
#include "ui/format/number_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QFontMetrics>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr int kLabelHeight = 17;
constexpr int kBoxWidth = 330;

QRect row(int left, int y, int width) {
    return {left, y - 1, width, 3};
}

}  // namespace

ChartOverlay::ChartOverlay(const PaneStack& panes, const ChartScene& scene, const OverlayState& state,
                           const Tracks& tracks)
    : m_panes(panes),
      m_scene(scene),
      m_state(state),
      m_tracks(tracks),
      m_font(theme::font(11)),
      m_boldFont(theme::font(11, true)),
      m_smallFont(theme::font(10)),
      m_metrics(m_font),
      m_boldMetrics(m_boldFont),
      m_timeWidth(m_metrics.horizontalAdvance(QStringLiteral("2000-00-00 00:00:00 UTC")) + 12) {}

const Bar* ChartOverlay::legendBar() const {
    const BarPyramid& bars = *m_scene.raw;
    if (bars.empty()) return nullptr;
    return &bars.at(std::min(m_state.readBar.value_or(bars.size() - 1), bars.size() - 1));
}

std::optional<double> ChartOverlay::lastPriceY() const {
    if (!m_state.lastPrice || m_scene.raw->empty()) return std::nullopt;
    const ChartPane& pane = m_panes.front();
    if (pane.values->scaleType() == QCPAxis::stLogarithmic && *m_state.lastPrice <= 0) return std::nullopt;
    return std::clamp(pane.scale(1).y(*m_state.lastPrice), -1e5, 1e5);
}

QRect ChartOverlay::column() const {
    if (!m_scene.live || m_scene.bars.empty()) return {};
    const PaneScale scale = m_panes.front().scale(1);
    const std::size_t count = m_scene.bars.size();
    const double half = scale.barPixels() * static_cast<double>(m_scene.step) / 2;
    const double from = count > 1 ? scale.x(m_scene.bars[count - 2].key) : scale.x(m_scene.bars.back().key) - half;
    const double to = scale.x(m_scene.bars.back().key) + half;
    const auto left = static_cast<int>(std::floor(from)) - 2;
    return QRect(left, m_panes.top(), static_cast<int>(std::ceil(to)) + 3 - left,
                 m_panes.bottom() - m_panes.top() + 1) &
           QRect(m_panes.left(), m_panes.top(), m_panes.width(), m_panes.bottom() - m_panes.top() + 1);
}

QRect ChartOverlay::timeLabel() const {
    if (!m_state.readBar || *m_state.readBar >= m_scene.raw->size()) return {};
    const int width = m_timeWidth;
    const double x = m_panes.front().scale(1).x(static_cast<double>(*m_state.readBar));
    const int most = std::max(m_panes.right() - width, 0);
    return {std::clamp(static_cast<int>(std::round(x)) - width / 2, 0, most), m_panes.bottom() + 3, width,
            kLabelHeight};
}

QRect ChartOverlay::measureBox() const {
    if (!m_state.measure) return {};
    const PaneScale scale = m_panes.front().scale(1);
    return QRectF(QPointF(scale.x(m_state.measure->from.x()), scale.y(m_state.measure->from.y())),
                  QPointF(scale.x(m_state.measure->to.x()), scale.y(m_state.measure->to.y())))
        .normalized()
        .toAlignedRect();
}

QRect ChartOverlay::peopleBox() const {
    if (m_state.people.empty() || !m_state.readBar || *m_state.readBar >= m_scene.raw->size()) return {};
    const QRect pane = m_panes.front().rect->rect();
    const int rows = static_cast<int>(std::min(m_state.people.size(), kMostPeopleRows)) + 2;
    const int height = rows * kBoxRow + 10;
    const double x = m_panes.front().scale(1).x(static_cast<double>(*m_state.readBar));
    int left = static_cast<int>(x) + 18;
    if (left + kBoxWidth > pane.right()) left = static_cast<int>(x) - 18 - kBoxWidth;
    const int wantedTop = m_state.cursor ? static_cast<int>(m_state.cursor->y()) - height / 2 : pane.top() + 50;
    const int top = std::clamp(wantedTop, pane.top() + 40, std::max(pane.bottom() - height - 4, pane.top() + 40));
    return {std::max(left, pane.left() + 4), top, kBoxWidth, height};
}

QRect ChartOverlay::helpBox() const {
    if (!m_state.help) return {};
    const QRect pane = m_panes.front().rect->rect();
    const int height = static_cast<int>(chartKeys().size()) * kBoxRow + 40;
    return {pane.center().x() - 210, std::max(pane.center().y() - height / 2, 4), 420, height};
}

QRect ChartOverlay::lastPriceLabel(double y) const {
    const int at = std::clamp(static_cast<int>(std::round(y)), m_panes.top(), m_panes.front().rect->bottom());
    return {m_panes.right() + 1, at - kLabelHeight - 2, kPriceAxisWidth, 3 * kLabelHeight + 6};
}

QRect ChartOverlay::legendBox(const ChartPane& pane) const {
    return {pane.rect->left(), pane.rect->top(), pane.rect->width(),
            &pane == &m_panes.front() ? 2 * kLegendHeight + 5 : kLegendHeight + 3};
}

QRegion ChartOverlay::tickRegion() const {
    QRegion out(column());
    if (const auto y = lastPriceY()) {
        out += row(m_panes.left(), static_cast<int>(std::round(*y)), m_panes.width());
        out += lastPriceLabel(*y);
    }
    // Legends tell the newest bar unless another is read.
    if (!m_state.readBar || *m_state.readBar + 1 >= m_scene.raw->size())
        for (const auto& pane : m_panes.panes()) out += legendBox(*pane);
    return out;
}

QRegion ChartOverlay::region() const {
    QRegion out = tickRegion();
    const QRect axis(m_panes.right() + 1, 0, kPriceAxisWidth, 0);
    if (m_state.readBar && *m_state.readBar < m_scene.raw->size()) {
        const double x = m_panes.front().scale(1).x(static_cast<double>(*m_state.readBar));
        out += QRect(static_cast<int>(std::round(std::clamp(x, -1e5, 1e5))) - 1, m_panes.top(), 3,
                     m_panes.bottom() - m_panes.top() + 1);
        out += timeLabel().adjusted(-1, -1, 1, 1);
    }
    if (m_state.cursor) {
        const int y = static_cast<int>(std::round(m_state.cursor->y()));
        out += row(m_panes.left(), y, m_panes.width());
        out += QRect(axis.left(), y - kLabelHeight / 2 - 2, axis.width(), kLabelHeight + 4);
    }
    for (const auto& pane : m_panes.panes()) out += legendBox(*pane);
    if (m_state.measure) {
        out += measureBox().adjusted(-3, -3, 3, 3);
        out += QRect(m_panes.left(), measureBox().top() - 26, m_panes.width(), 24);
    }
    out += peopleBox().adjusted(-1, -1, 2, 2);
    out += helpBox().adjusted(-1, -1, 2, 2);
    if (!m_state.scale.isEmpty())
        out += QRect(axis.left(), m_panes.front().rect->bottom() - kLegendHeight, axis.width(), kLegendHeight + 1);
    if (!m_state.notice.isEmpty()) out += m_panes.front().rect->rect();
    return out;
}

void ChartOverlay::draw(QPainter& painter, const QRegion& dirty) const {
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (!m_scene.raw->empty()) {
        if (dirty.intersects(column())) drawNewest(painter);
        if (const auto y = lastPriceY();
            y && (dirty.intersects(lastPriceLabel(*y)) ||
                  dirty.intersects(row(m_panes.left(), static_cast<int>(std::round(*y)), m_panes.width()))))
            drawLastPrice(painter);
        if (m_state.measure) drawMeasure(painter);
        drawCrosshair(painter, dirty);
    }
    drawLegends(painter, dirty);
    if (dirty.intersects(peopleBox())) drawPeople(painter);
    if (!m_state.notice.isEmpty()) {
        painter.setFont(theme::font(13));
        painter.setPen(theme::palette().dim);
        painter.drawText(m_panes.front().rect->rect().adjusted(20, 20, -20, -20),
                         Qt::AlignCenter | Qt::TextWordWrap, m_state.notice);
    }
    if (dirty.intersects(helpBox())) drawHelp(painter);
}

void ChartOverlay::drawWatermark(QPainter& painter) const {
    if (m_state.watermark.isEmpty()) return;
    QColor ink = theme::palette().strong;
    ink.setAlpha(14);
    painter.setFont(theme::font(64, true));
    painter.setPen(ink);
    painter.drawText(m_panes.front().rect->rect(), Qt::AlignCenter, m_state.watermark);
}

const ChartPane* ChartOverlay::paneOf(const IndicatorTrack& track) const {
    switch (track.kind().place) {
        case core::indicator::Place::OverPrice: return &m_panes.front();
        case core::indicator::Place::OverVolume: return m_panes.find(QStringLiteral("volume"));
        case core::indicator::Place::OwnPane: return m_panes.find(track.id());
    }
    return nullptr;
}

void ChartOverlay::drawNewest(QPainter& painter) const {
    if (!m_scene.live) return;
    const auto clipTo = [&](const ChartPane& pane) {
        painter.save();
        painter.setClipRect(pane.rect->rect(), Qt::IntersectClip);
    };
    const ChartPane& prices = m_panes.front();
    const std::size_t count = m_scene.bars.size();
    clipTo(prices);
    const std::span<const DrawnBar> newest(m_scene.bars.data() + count - 1, 1);
    paintPriceBars(painter, prices.scale(m_scene.pixelRatio), m_scene, newest,
                   count > 1 ? &m_scene.bars[count - 2] : nullptr, prices.rect->bottom());
    painter.restore();
    if (const ChartPane* volumes = m_panes.find(QStringLiteral("volume"))) {
        clipTo(*volumes);
        paintVolumes(painter, volumes->scale(m_scene.pixelRatio), m_scene, {&m_scene.rawBars.back(), 1});
        painter.restore();
    }
    for (const auto& track : m_tracks) {
        const ChartPane* pane = paneOf(*track);
        if (!pane || !track->visible()) continue;
        clipTo(*pane);
        track->paint(painter, pane->scale(m_scene.pixelRatio), m_scene, count - 1, count);
        painter.restore();
    }
}

void ChartOverlay::drawAxisLabel(QPainter& painter, double y, const QString& text, const QColor& fill,
                                 const QColor& ink) const {
    const QRectF box(m_panes.right() + 1, std::round(y) - kLabelHeight / 2.0, kPriceAxisWidth - 1, kLabelHeight);
    painter.fillRect(box, fill);
    painter.setPen(ink);
    painter.setFont(m_boldFont);
    painter.drawText(box.adjusted(5, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
}

void ChartOverlay::drawLastPrice(QPainter& painter) const {
    const auto at = lastPriceY();
    if (!at) return;
    const auto& colors = theme::palette();
    const QColor color = m_state.lastUp ? colors.up : colors.down;
    const QRect pane = m_panes.front().rect->rect();
    if (*at >= pane.top() && *at <= pane.bottom()) {
        paintDots(painter, QRectF(pane.left(), std::round(*at), pane.width(), 1), color);
    }
    const double y = std::clamp(*at, pane.top() + kLabelHeight / 2.0, pane.bottom() - kLabelHeight / 2.0);
    drawAxisLabel(painter, y, m_scene.display.text(*m_state.lastPrice), color, colors.window);
    if (m_state.countdown.isEmpty() || y + kLabelHeight * 1.5 > pane.bottom()) return;
    painter.setFont(m_smallFont);
    const QRectF below(m_panes.right() + 1, y + kLabelHeight / 2.0, kPriceAxisWidth - 1, kLabelHeight);
    painter.fillRect(below, colors.window);
    painter.setPen(colors.dim);
    painter.drawText(below.adjusted(5, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, m_state.countdown);
}

void ChartOverlay::drawCrosshair(QPainter& painter, const QRegion& dirty) const {
    if (!m_state.readBar || *m_state.readBar >= m_scene.raw->size()) return;
    const auto& colors = theme::palette();
    const double x = std::round(m_panes.front().scale(1).x(static_cast<double>(*m_state.readBar)));
    if (x >= m_panes.left() && x <= m_panes.right() &&
        dirty.intersects(QRect(static_cast<int>(x), m_panes.top(), 1, m_panes.bottom() - m_panes.top() + 1)))
        paintDots(painter, QRectF(x, m_panes.top(), 1, m_panes.bottom() - m_panes.top() + 1), colors.dim);
    const QRect label = timeLabel();
    if (dirty.intersects(label)) {
        painter.setFont(m_font);
        painter.fillRect(label, colors.line);
        painter.setPen(colors.strong);
        painter.drawText(label, Qt::AlignCenter, format::dateTime(m_scene.raw->at(*m_state.readBar).openTime));
    }
    if (!m_state.cursor) return;
    const double y = std::round(m_state.cursor->y());
    const ChartPane* pane = m_panes.paneAt(y);
    if (!pane) return;
    if (dirty.intersects(row(m_panes.left(), static_cast<int>(y), m_panes.width())))
        paintDots(painter, QRectF(m_panes.left(), y, m_panes.width(), 1), colors.dim);
    const double value = pane->values->pixelToCoord(y);
    const bool prices = pane == &m_panes.front();
    if ((prices && value <= 0) || !dirty.intersects(QRect(m_panes.right() + 1, static_cast<int>(y) - kLabelHeight,
                                                          kPriceAxisWidth, 2 * kLabelHeight)))
        return;
    drawAxisLabel(painter, y, prices ? m_scene.display.text(value) : compactText(value, 0), colors.line,
                  colors.strong);
}

}  // namespace ui
