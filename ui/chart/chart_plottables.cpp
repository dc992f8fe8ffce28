// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/chart_plottables.h"

#include "ui/chart/bar_painter.h"
#include "ui/theme/palette.h"

namespace ui {

ScenePlottable::ScenePlottable(const ChartPane& pane, const ChartScene& scene)
    : QCPAbstractPlottable(pane.keys, pane.values), m_scene(scene) {
    setSelectable(QCP::stNone);
    setAntialiased(false);
}

double ScenePlottable::selectTest(const QPointF&, bool, QVariant*) const {
    return -1;
}

QCPRange ScenePlottable::getKeyRange(bool& found, QCP::SignDomain) const {
    found = !m_scene.raw->empty();
    return found ? QCPRange(-0.5, static_cast<double>(m_scene.raw->size()) - 0.5) : QCPRange();
}

QCPRange ScenePlottable::getValueRange(bool& found, QCP::SignDomain, const QCPRange&) const {
    found = !m_scene.shown->empty();
    if (!found) return {};
    const Bar all = m_scene.shown->bucket(0, m_scene.shown->size());
    return {all.low, all.high};
}

PaneScale ScenePlottable::scale() const {
    return {*keyAxis(), *valueAxis(), m_scene.pixelRatio};
}

void ScenePlottable::drawLegendIcon(QCPPainter*, const QRectF&) const {}

void PricePlottable::draw(QCPPainter* painter) {
    const std::span<const DrawnBar> settled(scene().bars.data(), scene().settled(scene().bars));
    paintPriceBars(*painter, scale(), scene(), settled, nullptr, keyAxis()->axisRect()->bottom());
}

void VolumePlottable::draw(QCPPainter* painter) {
    paintVolumes(*painter, scale(), scene(), {scene().rawBars.data(), scene().settled(scene().rawBars)});
}

void TrackPlottable::draw(QCPPainter* painter) {
    if (!m_track.visible()) return;
    const PaneScale pixels = scale();
    for (const double guide : m_track.kind().guides) {
        const double y = pixels.snapped(pixels.y(guide));
        const QRect pane = keyAxis()->axisRect()->rect();
        paintDots(*painter, QRectF(pane.left(), y, pane.width(), 1), theme::palette().dim);
    }
    m_track.paint(*painter, pixels, scene(), 0, scene().settled(scene().rawBars));
}

}  // namespace ui
