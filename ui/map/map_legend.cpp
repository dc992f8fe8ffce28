// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_legend.h"

#include "ui/format/number_text.h"
#include "ui/map/map_style.h"
#include "ui/map/map_text.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QPainter>

#include <array>

namespace ui {

using core::pipeline::GraphNodeKind;

MapLegend::MapLegend(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("mapLegend"));
    setAccessibleName(tr("What the map shows"));
    setFixedHeight(20);
}

QSize MapLegend::sizeHint() const {
    return {600, 20};
}

void MapLegend::show(const MapScene& scene) {
    std::array<bool, kMapStyles> seen{};
    for (const MapEdge& edge : scene.edges) seen[static_cast<std::size_t>(edge.style)] = true;
    m_styles.clear();
    for (std::size_t i = 0; i < kMapStyles; ++i)
        if (seen[i]) m_styles.push_back(static_cast<MapStyle>(i));
    m_windows = m_payers = false;
    if (scene.graph)
        for (const auto& node : scene.graph->nodes) {
            m_windows = m_windows || node.kind == GraphNodeKind::Window;
            m_payers = m_payers || node.kind == GraphNodeKind::Intermediary;
        }
    const bool shares = scene.graph && scene.graph->supply;
    m_tail = shares ? tr("size = share of supply") : tr("size = bag, share of supply unknown");
    m_tail += tr(" · colour = cluster · %1 unlinked wallets grey").arg(scene.unlinked);
    if (scene.quietEdges != 0) m_tail += tr(" · %1 weaker links not drawn").arg(format::grouped(scene.quietEdges));
    QStringList words;
    for (const MapStyle style : m_styles) words << styleName(style);
    setAccessibleDescription(tr("Links: %1. %2").arg(words.join(QStringLiteral(", ")), m_tail));
    setToolTip(m_tail);
    update();
}

void MapLegend::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.fillRect(rect(), theme::palette().window);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(theme::font(11));
    const QFontMetricsF metrics(painter.font());
    const double middle = height() / 2.0;
    double x = 8;
    const auto say = [&](const QString& text) {
        painter.setPen(theme::palette().dim);
        painter.drawText(QRectF(x, 0, metrics.horizontalAdvance(text) + 2, height()), Qt::AlignVCenter, text);
        x += metrics.horizontalAdvance(text) + 12;
    };
    for (const MapStyle style : m_styles) {
        drawMapLines(painter, style, theme::palette().text, {QLineF(x, middle, x + 22, middle)});
        x += 27;
        say(styleName(style));
    }
    if (m_windows) {
        painter.setPen(QPen(theme::palette().dim, 1.2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRect(QRectF(x, middle - 5, 10, 10));
        x += 15;
        say(tr("exchange or service, one stretch of time"));
    }
    if (m_payers) {
        painter.setPen(QPen(theme::palette().dim, 1.4));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(QPointF(x + 5, middle), 5, 5);
        x += 15;
        say(tr("intermediary, holds nothing"));
    }
    say(metrics.elidedText(m_tail, Qt::ElideRight, width() - x - 4));
}

}  // namespace ui
