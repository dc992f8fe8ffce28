// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/marker_groups.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <tuple>

namespace ui {
namespace {

/// Groups of one place and side, most important first, rows given out.
void stack(std::vector<MarkerGroup>& groups, std::size_t from) {
    std::stable_sort(groups.begin() + static_cast<std::ptrdiff_t>(from), groups.end(),
                     [](const MarkerGroup& a, const MarkerGroup& b) {
                         return std::tuple(!comesIn(a.move), a.kind, a.move) <
                                std::tuple(!comesIn(b.move), b.kind, b.move);
                     });
    int row = 0;
    for (std::size_t i = from; i < groups.size(); ++i) {
        row = i > from && comesIn(groups[i].move) == comesIn(groups[i - 1].move) ? row + 1 : 0;
        if (row >= kMostMarkerRows) {
            auto& last = groups[i - 1];
            last.markers.insert(last.markers.end(), groups[i].markers.begin(), groups[i].markers.end());
            groups.erase(groups.begin() + static_cast<std::ptrdiff_t>(i));
            --i;
            --row;
            continue;
        }
        groups[i].row = row;
    }
}

}  // namespace

std::vector<MarkerGroup> groupMarkers(const ChartPeople& people, const MarkerFilter& filter,
                                      const ChartScene& scene, const TimeMap& times, const ChartViewport& view,
                                      double glyphPixels) {
    std::vector<MarkerGroup> out;
    const BarPyramid& bars = *scene.shown;
    if (bars.empty() || people.markers.empty()) return out;
    const auto wanted = static_cast<std::size_t>(std::ceil(glyphPixels / std::max(view.barWidth(), 1e-9)));
    const std::size_t place = std::max(std::bit_ceil(wanted), scene.step);
    const double last = static_cast<double>(bars.size()) - 1;
    const auto firstBar = static_cast<std::size_t>(std::clamp(std::floor(view.lower()), 0.0, last)) / place * place;
    const auto lastBar = static_cast<std::size_t>(std::clamp(std::ceil(view.upper()), 0.0, last));
    const auto byTime = [](const ChartMarker& marker, std::int64_t time) { return marker.time < time; };
    auto at = std::lower_bound(people.markers.begin(), people.markers.end(), bars.at(firstBar).openTime, byTime);
    std::size_t bar = firstBar;
    std::size_t placeStart = bars.size();
    std::size_t groupsFrom = 0;
    for (; at != people.markers.end(); ++at) {
        while (bar + 1 < bars.size() && bars.at(bar + 1).openTime <= at->time) ++bar;
        if (bar > lastBar) break;
        // After a quiet gap the trade would stand at a bar that had ended: only the newest bar may be late.
        if (!filter.shows(*at) || (bar + 1 < bars.size() && static_cast<double>(at->time) >= times.end(bar) + 1))
            continue;
        const std::size_t start = bar / place * place;
        if (start != placeStart) {
            stack(out, groupsFrom);
            groupsFrom = out.size();
            placeStart = start;
        }
        auto group = std::find_if(
            out.begin() + static_cast<std::ptrdiff_t>(groupsFrom), out.end(), [&](const MarkerGroup& one) {
                return one.move == at->move && one.kind == at->kind && one.cluster == at->cluster;
            });
        if (group == out.end()) {
            MarkerGroup fresh;
            const std::size_t end = std::min(start + place, bars.size());
            const Bar sum = bars.bucket(start, end);
            fresh.key = place == 1 ? static_cast<double>(bar) : static_cast<double>(start + end - 1) / 2;
            fresh.price = comesIn(at->move) ? sum.low : sum.high;
            fresh.move = at->move;
            fresh.kind = at->kind;
            fresh.cluster = at->cluster;
            fresh.color = at->color;
            out.push_back(fresh);
            group = out.end() - 1;
        }
        group->markers.push_back(static_cast<std::uint32_t>(at - people.markers.begin()));
    }
    stack(out, groupsFrom);
    return out;
}

}  // namespace ui
