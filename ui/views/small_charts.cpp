// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/small_charts.h"

#include "ui/format/people_text.h"
#include "ui/format/time_text.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

constexpr int kLamportDigits = 9;
constexpr double kHead = 18;
constexpr double kFoot = 15;

}  // namespace

BarStrip::BarStrip(const QString& objectName, const QString& title, QWidget* parent)
    : QWidget(parent), m_title(title) {
    setObjectName(objectName);
    setAccessibleName(title);
    setMinimumSize(150, 72);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void BarStrip::setBars(const std::vector<std::size_t>& counts, const QStringList& names) {
    m_counts = counts;
    m_names = names;
    QStringList words;
    for (std::size_t i = 0; i < counts.size() && static_cast<qsizetype>(i) < names.size(); ++i)
        if (counts[i] != 0) words << QStringLiteral("%1: %2").arg(names[static_cast<qsizetype>(i)]).arg(counts[i]);
    setAccessibleDescription(words.isEmpty() ? tr("nothing was seen") : words.join(QStringLiteral(", ")));
    update();
}

void BarStrip::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto& colors = theme::palette();
    painter.setFont(theme::font(11));
    painter.setPen(colors.dim);
    painter.drawText(QRectF(8, 0, width() - 16, kHead), Qt::AlignVCenter, m_title);
    const std::size_t most = m_counts.empty() ? 0 : *std::max_element(m_counts.begin(), m_counts.end());
    if (most == 0) {
        painter.drawText(QRectF(8, kHead, width() - 16, height() - kHead), Qt::AlignCenter, tr("nothing was seen"));
        return;
    }
    const double step = (width() - 16.0) / static_cast<double>(m_counts.size());
    const double room = height() - kHead - kFoot - 12;
    // Names under every bar where they fit, else under every second or third.
    double widest = 1;
    const QFont small = theme::font(10);
    for (const QString& name : m_names) widest = std::max(widest, QFontMetricsF(small).horizontalAdvance(name) + 3);
    const auto every = static_cast<std::size_t>(std::max(1.0, std::ceil(widest / step)));
    for (std::size_t i = 0; i < m_counts.size(); ++i) {
        const double x = 8 + step * static_cast<double>(i);
        const double high =
            m_counts[i] == 0 ? 0
                             : std::max(2.0, room * static_cast<double>(m_counts[i]) / static_cast<double>(most));
        const QRectF bar(x + 1, height() - kFoot - high, std::max(1.0, step - 2), high);
        painter.fillRect(bar, colors.link);
        painter.setFont(small);
        if (m_counts[i] != 0 && QFontMetricsF(small).horizontalAdvance(QString::number(m_counts[i])) <= step) {
            painter.setPen(colors.text);
            painter.drawText(QRectF(x, bar.top() - 13, step, 12), Qt::AlignCenter, QString::number(m_counts[i]));
        }
        if (i % every != 0 || static_cast<qsizetype>(i) >= m_names.size()) continue;
        painter.setPen(colors.dim);
        painter.drawText(QRectF(x - widest, height() - kFoot, step + 2 * widest, kFoot), Qt::AlignCenter,
                         m_names[static_cast<qsizetype>(i)]);
    }
    painter.setPen(colors.line);
    painter.drawLine(QPointF(8, height() - kFoot), QPointF(width() - 8, height() - kFoot));
}

GainLine::GainLine(const QString& objectName, QWidget* parent) : QWidget(parent) {
    setObjectName(objectName);
    setAccessibleName(tr("Realised result over time"));
    setMinimumHeight(70);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void GainLine::setPoints(std::vector<core::pipeline::GainPoint> points) {
    if (points == m_points) return;
    m_points = std::move(points);
    const auto text = [](std::int64_t lamports) {
        return format::signedAmount(format::whole(lamports, kLamportDigits));
    };
    setAccessibleDescription(
        m_points.empty() ? tr("No sale whose purchase was seen.")
                         : tr("%1 SOL at %2, %3 SOL at %4")
                               .arg(text(m_points.front().lamports), format::clockTime(m_points.front().time),
                                    text(m_points.back().lamports), format::clockTime(m_points.back().time)));
    update();
}

void GainLine::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const auto& colors = theme::palette();
    painter.setFont(theme::font(11));
    painter.setPen(colors.dim);
    painter.drawText(QRectF(10, 0, width() - 20, kHead), Qt::AlignVCenter,
                     tr("Cumulative realised result, all that was seen"));
    if (m_points.empty()) {
        painter.drawText(rect(), Qt::AlignCenter, tr("No sale whose purchase was seen"));
        return;
    }
    double low = 0;
    double high = 0;
    for (const auto& point : m_points) {
        low = std::min(low, static_cast<double>(point.lamports));
        high = std::max(high, static_cast<double>(point.lamports));
    }
    const double from = static_cast<double>(m_points.front().time);
    const double length = std::max(1.0, static_cast<double>(m_points.back().time) - from);
    const double top = kHead + 4;
    const double room = height() - top - 8;
    const auto y = [&](double value) { return top + room * (1 - (value - low) / std::max(1.0, high - low)); };
    painter.setPen(QPen(colors.line, 1));
    painter.drawLine(QPointF(10, y(0)), QPointF(width() - 10, y(0)));
    painter.setRenderHint(QPainter::Antialiasing);
    QPainterPath path(QPointF(10, y(0)));
    double at = 10;
    for (const auto& point : m_points) {
        // Nothing is earned between two sales: steps, no slopes.
        const double next = 10 + (width() - 20) * (static_cast<double>(point.time) - from) / length;
        path.lineTo(next, path.currentPosition().y());
        path.lineTo(next, y(static_cast<double>(point.lamports)));
        at = next;
    }
    path.lineTo(std::max(at, width() - 10.0), path.currentPosition().y());
    painter.setPen(QPen(m_points.back().lamports >= 0 ? colors.up : colors.down, 1.4));
    painter.drawPath(path);
    painter.drawText(
        QRectF(10, 0, width() - 20, kHead), Qt::AlignVCenter | Qt::AlignRight,
        tr("%1 SOL").arg(format::signedAmount(format::whole(m_points.back().lamports, kLamportDigits))));
}

}  // namespace ui
