// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_scene.h"

#include <QColor>
#include <QLineF>
#include <QList>
#include <QRectF>

#include <optional>

class QPainter;

namespace ui {

/// Draws links of one look: solid what was seen on the chain, dotted what is concluded from it. An opaque colour is
/// several times as fast as one that shines through.
void drawMapLines(QPainter& painter, MapStyle style, const QColor& color, const QList<QLineF>& lines);

/// `color` with its opacity times `by`, 0 to 1.
[[nodiscard]] QColor paler(QColor color, double by);

/// What `color` looks like where it covers the ground by `by`, 0 to 1. Opaque.
[[nodiscard]] QRgb overGround(const QColor& color, double by);

/// The part of a link that is inside of `seen`, dashed as the whole would be; nothing when it is all outside. A
/// line that leaves the screen by far has thousands of dashes that nobody sees.
[[nodiscard]] std::optional<QLineF> seenPart(MapStyle style, const QLineF& line, const QRectF& seen);

}  // namespace ui
