// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/chart_people.h"
#include "ui/chart/chart_scene.h"
#include "ui/chart/time_map.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace ui {

/// Markers that stand at one place: same bars, move, kind and cluster.
struct MarkerGroup {
    double key = 0;    ///< bar index it stands at
    double price = 0;  ///< low of its bars for what comes in, else high
    MarkerMove move = MarkerMove::Buy;
    int row = 0;  ///< 0 is next to the bar
    MarkerKind kind = MarkerKind::Tracked;
    std::uint32_t cluster = 0;
    QColor color;
    std::vector<std::uint32_t> markers;  ///< indices into ChartPeople::markers
};

/// Which markers are drawn.
struct MarkerFilter {
    std::array<bool, kMarkerKinds> shown{true, true, true, true, true, true, true};
    [[nodiscard]] bool shows(const ChartMarker& marker) const {
        return shown[static_cast<std::size_t>(marker.kind)];
    }
};

/// Groups the markers in view. Bars narrower than `glyphPixels` share a place. At most kMostRows groups stand
/// over each other; what is more joins the last of them. Cost: the markers in view.
inline constexpr int kMostMarkerRows = 3;
[[nodiscard]] std::vector<MarkerGroup> groupMarkers(const ChartPeople& people, const MarkerFilter& filter,
                                                    const ChartScene& scene, const TimeMap& times,
                                                    const ChartViewport& view, double glyphPixels);

}  // namespace ui
