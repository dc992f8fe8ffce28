// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/position_bands.h"

#include "ui/chart/people_style.h"

#include <algorithm>
#include <cmath>

namespace ui {

PositionBands::PositionBands(const ChartPane& pane, const ChartScene& scene)
    : QCPAbstractPlottable(pane.keys, pane.values), m_pane(pane), m_scene(scene) {
    setSelectable(QCP::stNone);
    setAntialiased(false);
}

double PositionBands::selectTest(const QPointF&, bool, QVariant*) const {
    return -1;
}
QCPRange PositionBands::getKeyRange(bool& found, QCP::SignDomain) const {
    found = false;
    return {};
}
QCPRange PositionBands::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
    found = m_most > 0;
    return {0, m_most};
}
void PositionBands::drawLegendIcon(QCPPainter*, const QRectF&) const {}

void PositionBands::prepare() {
    m_layers.clear();
    m_most = 0;
    if (!m_people) return;
    const auto& bars = m_scene.rawBars;
    std::vector<double> floor(bars.size(), 0);
    for (std::size_t b = 0; b < m_people->bands.size(); ++b) {
        const auto& points = m_people->bands[b].points;
        Layer layer;
        layer.band = b;
        std::size_t next = 0;
        for (std::size_t i = 0; i < bars.size(); ++i) {
            // The last word before the next bar begins counts for this one.
            const bool newest = bars[i].last + 1 >= m_scene.raw->size();
            const std::int64_t end = newest ? INT64_MAX : m_scene.raw->at(bars[i].last + 1).openTime;
            if (i == 0)
                next = static_cast<std::size_t>(
                    std::partition_point(points.begin(), points.end(),
                                         [&](const PositionPoint& point) { return point.time < end; }) -
                    points.begin());
            while (next < points.size() && points[next].time < end) ++next;
            const double held = next == 0 ? 0 : std::clamp(points[next - 1].held, 0.0, 1.0) * 100;
            const double hollow = next == 0 ? 0 : std::clamp(points[next - 1].notBought * 100, 0.0, held);
            layer.bottom.push_back(floor[i]);
            layer.bought.push_back(floor[i] + held - hollow);
            floor[i] += held;
            layer.top.push_back(floor[i]);
            m_most = std::max(m_most, floor[i]);
        }
        m_layers.push_back(std::move(layer));
    }
}

double PositionBands::heldAt(const Layer& layer, std::size_t drawn) const {
    return drawn < layer.top.size() ? layer.top[drawn] - layer.bottom[drawn] : 0;
}

QColor PositionBands::colorOf(const PositionBand& band) const {
    return band.color.isValid() ? band.color : clusterColor(band.cluster);
}

const PositionBand* PositionBands::bandAt(const QPointF& at) const {
    if (!m_people || m_scene.rawBars.empty() || !m_pane.rect->rect().contains(at.toPoint())) return nullptr;
    const double key = m_pane.keys->pixelToCoord(at.x());
    const double value = m_pane.values->pixelToCoord(at.y());
    const auto& bars = m_scene.rawBars;
    auto nearest = std::lower_bound(bars.begin(), bars.end(), key,
                                    [](const DrawnBar& bar, double wanted) { return bar.key < wanted; });
    if (nearest == bars.end()) --nearest;
    const auto index = static_cast<std::size_t>(nearest - bars.begin());
    for (const Layer& layer : m_layers)
        if (value >= layer.bottom[index] && value < layer.top[index]) return &m_people->bands[layer.band];
    return nullptr;
}

void PositionBands::draw(QCPPainter* painter) {
    if (!m_people) return;
    const PaneScale scale = m_pane.scale(m_scene.pixelRatio);
    const auto& bars = m_scene.rawBars;
    // Steps from bar to bar: a holding does not glide.
    const auto outline = [&](const std::vector<double>& upper, const std::vector<double>& lower) {
        const double half = static_cast<double>(m_scene.step) / 2;
        QPolygonF out;
        out.reserve(static_cast<qsizetype>(bars.size() * 4));
        for (std::size_t i = 0; i < bars.size(); ++i)
            for (const double side : {-half, half})
                out.append(QPointF(scale.snapped(scale.x(bars[i].key + side)), scale.snapped(scale.y(upper[i]))));
        for (std::size_t i = bars.size(); i-- > 0;)
            for (const double side : {half, -half})
                out.append(QPointF(scale.snapped(scale.x(bars[i].key + side)), scale.snapped(scale.y(lower[i]))));
        return out;
    };
    for (const Layer& layer : m_layers) {
        const PositionBand& band = m_people->bands[layer.band];
        QColor edge = colorOf(band);
        if (m_highlight != 0 && band.cluster != m_highlight) edge.setAlpha(55);
        QColor fill = edge;
        fill.setAlpha(edge.alpha() / 3);
        painter->setPen(Qt::NoPen);
        painter->setBrush(fill);
        painter->drawPolygon(outline(layer.bought, layer.bottom));
        bool hollow = false;
        for (std::size_t i = 0; i < bars.size() && !hollow; ++i) hollow = layer.top[i] > layer.bought[i];
        if (hollow) {
            QBrush hatch(edge, Qt::BDiagPattern);
            painter->setBrush(hatch);
            painter->drawPolygon(outline(layer.top, layer.bought));
        }
        painter->setBrush(Qt::NoBrush);
        painter->setPen(QPen(edge, 1));
        QPolygonF top;
        const double half = static_cast<double>(m_scene.step) / 2;
        for (std::size_t i = 0; i < bars.size(); ++i) {
            if (layer.top[i] <= layer.bottom[i]) {
                painter->drawPolyline(top);
                top.clear();
                continue;
            }
            for (const double side : {-half, half})
                top.append(
                    QPointF(scale.snapped(scale.x(bars[i].key + side)), scale.snapped(scale.y(layer.top[i]))));
        }
        painter->drawPolyline(top);
    }
}

}  // namespace ui
