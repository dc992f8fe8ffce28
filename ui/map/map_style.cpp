// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/map/map_style.h"

#include "ui/theme/palette.h"

#include <QPainter>

namespace ui {

void drawMapLines(QPainter& painter, MapStyle style, const QColor& color, const QList<QLineF>& lines) {
    QPen pen(color, 1.0);
    pen.setCosmetic(true);
    pen.setCapStyle(Qt::FlatCap);
    switch (style) {
        case MapStyle::Funding: pen.setWidthF(1.3); break;
        case MapStyle::Transfer: pen.setWidthF(3.0); break;
        case MapStyle::SameTransaction: pen.setWidthF(2.2); break;
        case MapStyle::FundedBySame: pen.setDashPattern({5, 3}); break;
        case MapStyle::SameSlot: pen.setDashPattern({1.2, 3}); break;
        case MapStyle::ExitSync: pen.setDashPattern({6, 3, 1.2, 3}); break;
        case MapStyle::Other: pen.setDashPattern({2, 5}); break;
    }
    painter.setPen(pen);
    painter.drawLines(lines);
    if (style != MapStyle::Transfer) return;
    // A double line: one of the ground inside of the wide one.
    painter.setPen(QPen(theme::palette().window, 1.0));
    painter.drawLines(lines);
}

}  // namespace ui
