// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chart_scene.h"
#include "ui/chart/pane_scale.h"

#include <span>

class QPainter;

namespace ui {

/// Draws price bars in the style of the scene: filled rectangles on whole device pixels, no pens. `before` is
/// the bar left of the first, which lines begin at; null when there is none. `bottom` is where areas end.
void paintPriceBars(QPainter& painter, const PaneScale& scale, const ChartScene& scene,
                    std::span<const DrawnBar> bars, const DrawnBar* before, double bottom);

/// Draws volumes, bought part below, sold part above it.
void paintVolumes(QPainter& painter, const PaneScale& scale, const ChartScene& scene,
                  std::span<const DrawnBar> bars);

/// Draws one polyline of `values` at the bars' last indices; gaps where a value is not known.
struct LinePoint {
    double key = 0;
    double value = 0;
};
void paintLine(QPainter& painter, const PaneScale& scale, std::span<const LinePoint> points, const QColor& color,
               double width = 1);

/// A dotted line along a pixel row or column: `line` is one pixel thin. A texture costs a tenth of a dashed pen.
void paintDots(QPainter& painter, const QRectF& line, const QColor& color);

}  // namespace ui
