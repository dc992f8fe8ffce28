// SPDX-License-Identifier: GPL-3.0-or-later
// The words of the overlay: legends, measure, people, help.
#include "ui/chart/chart_overlay.h"

#include "ui/format/count_text.h"
#include "ui/format/number_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

/// Hostile text for one line: no control or direction characters.
QString oneLine(QString text) {
    text.truncate(120);
    for (QChar& letter : text)
        if (letter.category() == QChar::Other_Control || letter.category() == QChar::Other_Format) letter = u' ';
    return text;
}

}  // namespace

QString barLegend(const Bar& bar, const QString& quoteTicker, const PriceDisplay& display) {
    const std::optional<double> change =
        bar.open > 0 ? std::optional<double>(bar.close / bar.open - 1) : std::nullopt;
    if (!bar.traded)
        return QObject::tr("C %1  no trade").arg(display.text(bar.close)) + QStringLiteral("  ") +
               format::dateTime(bar.openTime);
    return QObject::tr("O %1  H %2  L %3  C %4  %5  Vol %6 %7  buys %8 / sells %9")
               .arg(display.text(bar.open), display.text(bar.high), display.text(bar.low), display.text(bar.close),
                    format::change(change), format::compact(bar.volume), quoteTicker)
               .arg(bar.buys)
               .arg(bar.sells) +
           QStringLiteral("  ") + format::dateTime(bar.openTime);
}

QString measureText(const Measure& measure, const PriceDisplay& display) {
    const double from = measure.from.y();
    const double to = measure.to.y();
    const double bars = std::abs(std::round(measure.to.x()) - std::round(measure.from.x()));
    const QString sign = to >= from ? QStringLiteral("+") : QStringLiteral("−");
    const std::optional<double> part = from > 0 ? std::optional<double>(to / from - 1) : std::nullopt;
    PriceDisplay plain = display;
    if (plain.scale == PriceScale::Percent) plain.scale = PriceScale::Linear;
    return QStringLiteral("Δ %1%2 (%3) · ").arg(sign, plain.text(std::abs(to - from)), format::change(part)) +
           format::counted(format::Noun::Bar, static_cast<std::uint64_t>(std::min(bars, 1e9))) +
           QStringLiteral(" · ") + measure.duration;
}

QStringList chartKeys() {
    return {QObject::tr("← →\tread bar by bar"),
            QObject::tr("PgUp PgDn\tten bars"),
            QObject::tr("Home End\tfirst bar, latest and follow"),
            QObject::tr("+ −  wheel\tzoom"),
            QObject::tr("Shift+← →\tscroll"),
            QObject::tr("R\treset the view"),
            QObject::tr("L\tlogarithmic scale"),
            QObject::tr("digits\tinterval: 5m, 30s, 100t"),
            QObject::tr("Shift+drag\tmeasure"),
            QObject::tr("Alt+H Alt+T Alt+V\thorizontal, trend, vertical line"),
            QObject::tr("A\talert at the crosshair"),
            QObject::tr("Del\tremove what is selected"),
            QObject::tr("Ctrl+Z Ctrl+Shift+Z\tundo, redo"),
            QObject::tr("Ctrl+S Ctrl+Shift+S\tpicture to file, to clipboard"),
            QObject::tr("Enter\tread the summary"),
            QObject::tr("Menu key\tall actions"),
            QObject::tr("H Esc\tclose this")};
}

void ChartOverlay::put(QPainter& painter, QRectF& line, const QString& text, const QColor& color, int gap) const {
    // By a point on the base line: a rectangle with flags would be laid out twice.
    painter.setPen(color);
    painter.drawText(
        QPointF(line.left(), line.top() + (line.height() + m_metrics.ascent() - m_metrics.descent()) / 2), text);
    line.setLeft(line.left() + m_metrics.horizontalAdvance(text) + gap);
}

void ChartOverlay::drawTracksLegend(QPainter& painter, const ChartPane& pane, QRectF line,
                                    core::indicator::Place place) const {
    const BarPyramid& bars = *m_scene.raw;
    const std::size_t bar = std::min(m_state.readBar.value_or(bars.size() - 1), bars.size() - 1);
    for (const auto& track : m_tracks) {
        if (track->kind().place != place || !track->visible()) continue;
        if (place == core::indicator::Place::OwnPane && track->id() != pane.id) continue;
        if (line.width() < 30) return;
        put(painter, line, track->title(), theme::palette().dim, 8);
        for (std::size_t i = 0; i < track->kind().lines.size(); ++i) {
            const double value = track->at(i, bar);
            const bool prices =
                track->kind().unit == core::indicator::Unit::Price && place != core::indicator::Place::OwnPane;
            put(painter, line,
                std::isnan(value) ? format::unknown()
                : prices          ? m_scene.display.text(value)
                                  : compactText(value, 0),
                track->color(i), 8);
        }
        line.setLeft(line.left() + 8);
    }
}

void ChartOverlay::drawLegends(QPainter& painter, const QRegion& dirty) const {
    const auto& colors = theme::palette();
    const ChartPane& prices = m_panes.front();
    const auto legendLine = [&](const ChartPane& pane, int number) {
        return QRectF(pane.rect->left() + 8, pane.rect->top() + 3 + number * kLegendHeight, pane.rect->width() - 12,
                      kLegendHeight);
    };
    const Bar* bar = legendBar();
    if (dirty.intersects(legendBox(prices))) {
        QRectF line = legendLine(prices, 0);
        painter.setFont(m_boldFont);
        put(painter, line, m_state.title, colors.strong, 0);
        line.setLeft(legendLine(prices, 0).left() + m_boldMetrics.horizontalAdvance(m_state.title) + 10);
        painter.setFont(m_font);
        if (bar) {
            QString text = barLegend(*bar, m_state.quoteTicker, m_scene.display);
            // Measured only where it may be too long.
            if (static_cast<double>(text.size()) * m_metrics.averageCharWidth() * 1.3 > line.width())
                text = m_metrics.elidedText(text, Qt::ElideRight, static_cast<int>(line.width()));
            put(painter, line, text, bar->close >= bar->open ? colors.up : colors.down, 0);
            drawTracksLegend(painter, prices, legendLine(prices, 1), core::indicator::Place::OverPrice);
        }
    }
    painter.setFont(m_font);
    for (const auto& pane : m_panes.panes()) {
        if (!bar || pane.get() == &prices || !dirty.intersects(legendBox(*pane))) continue;
        QRectF line = legendLine(*pane, 0);
        if (pane->id == QStringLiteral("volume")) {
            put(painter, line, QObject::tr("Volume %1").arg(m_state.quoteTicker), colors.dim, 8);
            put(painter, line, QStringLiteral("▲ ") + compactText(bar->buyVolume, 0), colors.up, 8);
            put(painter, line, QStringLiteral("▼ ") + compactText(bar->volume - bar->buyVolume, 0), colors.down,
                14);
            drawTracksLegend(painter, *pane, line, core::indicator::Place::OverVolume);
        } else if (pane->id == QStringLiteral("people")) {
            const QString text =
                m_metrics.elidedText(QObject::tr("Net position by entity, % of supply; hatched: not bought"),
                                     Qt::ElideRight, static_cast<int>(line.width()));
            // Bands are filled and reach up here: without a ground of their own the words are crossed by their
            // edges.
            const QRectF ground(line.left() - 2, line.top(), m_metrics.horizontalAdvance(text) + 4, line.height());
            painter.fillRect(ground & pane->rect->rect(), colors.window);
            put(painter, line, text, colors.dim, 0);
        } else {
            drawTracksLegend(painter, *pane, line, core::indicator::Place::OwnPane);
        }
    }
    if (!m_state.scale.isEmpty()) {
        QRectF line(m_panes.right() + 5, prices.rect->bottom() - kLegendHeight, 72, kLegendHeight);
        put(painter, line, m_state.scale, colors.attention, 0);
    }
}

void ChartOverlay::drawMeasure(QPainter& painter) const {
    if (!m_state.measure) return;
    const auto& colors = theme::palette();
    const bool up = m_state.measure->to.y() >= m_state.measure->from.y();
    const QColor color = up ? colors.up : colors.down;
    QColor fill = color;
    fill.setAlpha(36);
    const QRect box = measureBox();
    painter.fillRect(box, fill);
    painter.setPen(QPen(color, 0));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box.adjusted(0, 0, -1, -1));
    painter.setFont(m_boldFont);
    const QString text = measureText(*m_state.measure, m_scene.display);
    const int width = painter.fontMetrics().horizontalAdvance(text) + 14;
    const QRect label(std::clamp(box.center().x() - width / 2, m_panes.left() + 2,
                                 std::max(m_panes.right() - width, m_panes.left() + 2)),
                      std::max(box.top() - 24, m_panes.top()), width, 20);
    painter.fillRect(label, color);
    painter.setPen(colors.window);
    painter.drawText(label, Qt::AlignCenter, text);
}

void ChartOverlay::drawPeople(QPainter& painter) const {
    const QRect box = peopleBox();
    if (box.isEmpty()) return;
    const auto& colors = theme::palette();
    painter.fillRect(box, colors.pane);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
    QRect line = box.adjusted(8, 5, -8, 0);
    line.setHeight(kBoxRow);
    painter.setFont(m_font);
    const auto put = [&](const QString& text, const QColor& color) {
        painter.setPen(color);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                         painter.fontMetrics().elidedText(text, Qt::ElideRight, line.width()));
        line.translate(0, kBoxRow);
    };
    const Bar& bar = m_scene.raw->at(*m_state.readBar);
    const std::optional<double> change =
        bar.open > 0 ? std::optional<double>(bar.close / bar.open - 1) : std::nullopt;
    put(format::clockTime(bar.openTime) + QStringLiteral("  C ") + m_scene.display.text(bar.close) +
            QStringLiteral("  ") + format::change(change),
        colors.strong);
    for (std::size_t i = 0; i < std::min(m_state.people.size(), kMostPeopleRows); ++i) {
        const BarPeopleRow& one = m_state.people[i];
        put(oneLine(one.text), one.tone == BarPeopleRow::Tone::Buy    ? colors.up
                               : one.tone == BarPeopleRow::Tone::Sell ? colors.down
                                                                      : colors.dim);
    }
    put(QObject::tr("right-click: who sold this candle?"), colors.link);
}

void ChartOverlay::drawHelp(QPainter& painter) const {
    const QRect box = helpBox();
    if (box.isEmpty()) return;
    const auto& colors = theme::palette();
    painter.fillRect(box, colors.pane);
    painter.setPen(QPen(colors.line, 1));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(box);
    QRect line = box.adjusted(16, 8, -12, 0);
    line.setHeight(kBoxRow);
    painter.setFont(theme::font(12, true));
    painter.setPen(colors.strong);
    painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, QObject::tr("Keys of the chart"));
    line.translate(0, kBoxRow + 6);
    painter.setFont(m_font);
    for (const QString& key : chartKeys()) {
        painter.setPen(colors.link);
        painter.drawText(line, Qt::AlignLeft | Qt::AlignVCenter, key.section(u'\t', 0, 0));
        painter.setPen(colors.text);
        painter.drawText(line.adjusted(150, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, key.section(u'\t', 1));
        line.translate(0, kBoxRow);
    }
}

}  // namespace ui
