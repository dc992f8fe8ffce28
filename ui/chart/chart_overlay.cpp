// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_overlay.h"

#include "ui/format/number_text.h"
#include "ui/format/price_text.h"
#include "ui/format/time_text.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr int kLabelHeight = 17;
constexpr int kLegendHeight = 18;

}  // namespace

QString barLegend(const Bar& bar, const QString& quoteTicker) {
    const std::optional<double> change =
        bar.open > 0 ? std::optional<double>(bar.close / bar.open - 1) : std::nullopt;
    return QObject::tr("O %1  H %2  L %3  C %4  %5  Vol %6 %7  buys %8 / sells %9")
               .arg(format::price(bar.open), format::price(bar.high), format::price(bar.low),
                    format::price(bar.close), format::change(change), format::compact(bar.volume), quoteTicker)
               .arg(bar.buys)
               .arg(bar.sells) +
           QStringLiteral("  ") + format::dateTime(bar.openTime);
}

ChartOverlay::ChartOverlay(QCustomPlot* plot, QCPAxisRect* prices, QCPAxisRect* volumes, const BarSeries& series,
                           const OverlayState& state)
    : QCPLayerable(plot, QStringLiteral("overlay")),
      m_prices(prices),
      m_volumes(volumes),
      m_series(series),
      m_state(state) {}

void ChartOverlay::applyDefaultAntialiasingHint(QCPPainter* painter) const {
    painter->setAntialiasing(false);
}

QRect ChartOverlay::clipRect() const {
    return mParentPlot->viewport();
}

void ChartOverlay::draw(QCPPainter* painter) {
    drawWatermark(painter);
    drawLegend(painter);
    if (!m_series.empty()) {
        drawLastPrice(painter);
        drawCrosshair(painter);
    }
    if (!m_state.notice.isEmpty()) {
        painter->setFont(theme::font(13));
        painter->setPen(theme::palette().dim);
        painter->drawText(m_prices->rect().adjusted(20, 20, -20, -20), Qt::AlignCenter | Qt::TextWordWrap,
                          m_state.notice);
    }
}

void ChartOverlay::drawWatermark(QCPPainter* painter) const {
    if (m_state.watermark.isEmpty()) return;
    QColor ink = theme::palette().strong;
    ink.setAlpha(14);
    painter->setFont(theme::font(64, true));
    painter->setPen(ink);
    painter->drawText(m_prices->rect(), Qt::AlignCenter, m_state.watermark);
}

void ChartOverlay::drawAxisLabel(QCPPainter* painter, double y, const QString& text, const QColor& fill,
                                 const QColor& ink) const {
    const QRectF box(m_prices->right() + 1, std::round(y) - kLabelHeight / 2.0,
                     mParentPlot->width() - m_prices->right() - 2, kLabelHeight);
    painter->fillRect(box, fill);
    painter->setPen(ink);
    painter->setFont(theme::font(11, true));
    painter->drawText(box.adjusted(5, 0, 0, 0), Qt::AlignLeft | Qt::AlignVCenter, text);
}

void ChartOverlay::drawLastPrice(QCPPainter* painter) const {
    if (!m_state.lastPrice) return;
    const auto& colors = theme::palette();
    QCPAxis* axis = m_prices->axis(QCPAxis::atRight);
    if (axis->scaleType() == QCPAxis::stLogarithmic && *m_state.lastPrice <= 0) return;
    const double y = axis->coordToPixel(*m_state.lastPrice);
    const QColor color = m_state.lastUp ? colors.up : colors.down;
    const double top = m_prices->top();
    const double bottom = m_prices->bottom();
    if (y >= top && y <= bottom) {
        painter->setPen(QPen(color, 0, Qt::DotLine));
        painter->drawLine(QLineF(m_prices->left(), std::round(y), m_prices->right(), std::round(y)));
    }
    const double labelY = std::clamp(y, top + kLabelHeight / 2.0, bottom - kLabelHeight / 2.0);
    drawAxisLabel(painter, labelY, format::price(*m_state.lastPrice), color, colors.window);
    if (m_state.countdown.isEmpty() || labelY + kLabelHeight * 1.5 > bottom) return;
    painter->setFont(theme::font(10));
    painter->fillRect(QRectF(m_prices->right() + 1, labelY + kLabelHeight / 2.0,
                             mParentPlot->width() - m_prices->right() - 2, 20),
                      colors.window);
    painter->setPen(colors.dim);
    painter->drawText(QRectF(m_prices->right() + 6, labelY + kLabelHeight / 2.0, 70, 15),
                      Qt::AlignLeft | Qt::AlignVCenter, m_state.countdown);
}

void ChartOverlay::drawCrosshair(QCPPainter* painter) const {
    if (!m_state.readBar || *m_state.readBar >= m_series.size()) return;
    const auto& colors = theme::palette();
    painter->setPen(QPen(colors.dim, 0, Qt::DotLine));
    const double x =
        std::round(m_prices->axis(QCPAxis::atBottom)->coordToPixel(static_cast<double>(*m_state.readBar)));
    painter->drawLine(QLineF(x, m_prices->top(), x, m_volumes->bottom()));
    const QString time = format::dateTime(m_series.at(*m_state.readBar).openTime);
    painter->setFont(theme::font(11));
    const int width = painter->fontMetrics().horizontalAdvance(time) + 12;
    const double left = std::clamp(x - width / 2.0, 0.0, std::max(m_prices->right() - width, 0) * 1.0);
    const QRectF box(left, m_volumes->bottom() + 2, width, kLabelHeight);
    painter->fillRect(box, colors.line);
    painter->setPen(colors.strong);
    painter->drawText(box, Qt::AlignCenter, time);
    if (!m_state.cursor) return;
    const double y = std::round(m_state.cursor->y());
    if (y < m_prices->top() || y > m_prices->bottom()) return;
    painter->setPen(QPen(colors.dim, 0, Qt::DotLine));
    painter->drawLine(QLineF(m_prices->left(), y, m_prices->right(), y));
    const double price = m_prices->axis(QCPAxis::atRight)->pixelToCoord(y);
    if (price > 0) drawAxisLabel(painter, y, format::price(price), colors.line, colors.strong);
}

void ChartOverlay::drawLegend(QCPPainter* painter) const {
    const auto& colors = theme::palette();
    QRectF line(m_prices->left() + 8, m_prices->top() + 3, m_prices->width() - 12, kLegendHeight);
    painter->setFont(theme::font(11, true));
    painter->setPen(colors.strong);
    painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, m_state.title);
    line.setLeft(line.left() + painter->fontMetrics().horizontalAdvance(m_state.title) + 10);
    painter->setFont(theme::font(11));
    if (!m_series.empty()) {
        const Bar& bar = m_series.at(std::min(m_state.readBar.value_or(m_series.size() - 1), m_series.size() - 1));
        painter->setPen(bar.close >= bar.open ? colors.up : colors.down);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter,
                          painter->fontMetrics().elidedText(barLegend(bar, m_state.quoteTicker), Qt::ElideRight,
                                                            static_cast<int>(line.width())));
    }
    if (!m_state.scale.isEmpty()) {
        painter->setPen(colors.attention);
        painter->drawText(QRectF(m_prices->right() + 5, m_prices->bottom() - kLegendHeight, 72, kLegendHeight),
                          Qt::AlignLeft | Qt::AlignVCenter, m_state.scale);
    }
}

}  // namespace ui
