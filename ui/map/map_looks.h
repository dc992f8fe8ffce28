// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/map/map_scene.h"

#include <QColor>
#include <QRectF>
#include <QStaticText>

#include <cstdint>
#include <vector>

namespace ui {

/// The colours of everything on a map. They are decided when one of them changes, not at each frame.
struct MapLooks {
    struct Node {
        QColor ink;
        QColor own;  ///< the user's; invalid for none
        bool chosen = false;
        bool pinned = false;
    };
    /// Links that are drawn in one call.
    struct Lines {
        bool strong = true;  ///< false: pushed back by what is lit, and drawn below it
        MapStyle style = MapStyle::Other;
        QRgb color = 0;  ///< opaque

        friend auto operator<=>(const Lines&, const Lines&) = default;
    };
    std::vector<Node> nodes;           ///< by node of the scene
    std::vector<Lines> lines;          ///< in the order of painting
    std::vector<std::uint32_t> edges;  ///< by edge of the scene: index into `lines`
};

/// A text that is laid out once and then stands wherever the map is moved to.
struct MapName {
    QString text;
    QStaticText laid;
    double width = 0;         ///< pixels
    std::uint64_t round = 0;  ///< when the text was last found to be true
};

/// What the bubbles of a piece take up on the map, in map units; empty (left > right) when none is visible.
struct MapFrame {
    double left = 1e300;  ///< of the centres
    double right = -1e300;
    double top = 1e300;  ///< with the radius
    double bottom = -1e300;
};

}  // namespace ui
