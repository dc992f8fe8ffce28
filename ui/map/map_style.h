// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_scene.h"

#include <QColor>
#include <QLineF>
#include <QList>

class QPainter;

namespace ui {

/// Draws links of one look: solid what was seen on the chain, dotted what is concluded from it.
void drawMapLines(QPainter& painter, MapStyle style, const QColor& color, const QList<QLineF>& lines);

}  // namespace ui
