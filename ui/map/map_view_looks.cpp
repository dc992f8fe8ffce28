// SPDX-License-Identifier: GPL-3.0-or-later
// Which colour everything on the map has: of its cluster, paler what holds nothing or stands back behind what is
// lit.
#include "ui/map/map_style.h"
#include "ui/map/map_view.h"
#include "ui/theme/palette.h"

#include <algorithm>

namespace ui {

using core::pipeline::GraphNodeKind;

namespace {

constexpr double kPaleWhenLit = 0.25;
constexpr double kUnlinked = 0.45;
constexpr double kHoldsNothing = 0.55;
constexpr double kLinked = 0.82;  // links shine through
constexpr double kObservedLine = 0.85;
constexpr double kConcludedLine = 0.75;

}  // namespace

QColor MapView::inkOf(std::uint32_t node) const {
    const MapNode& shown = m_scene.nodes[node];
    if (shown.piece < 0) return theme::palette().dim;
    const auto& piece = m_scene.pieces[static_cast<std::size_t>(shown.piece)];
    if (!m_subGroups) return theme::entityColor(piece.tag.place);
    const auto part = m_subGroup.find(keyOf(m_graph->nodes[node]));
    return theme::entityColor(piece.tag.place + (part == m_subGroup.end() ? 0 : part->second));
}

bool MapView::isLit(std::uint32_t node) const {
    const auto& one = m_graph->nodes[node];
    if (m_lit != 0 && one.cluster.number == m_lit && m_scene.nodes[node].piece >= 0) return true;
    return m_chosen.contains(one.wallet);
}

void MapView::makeLooks() {
    m_looks.nodes.clear();
    m_looks.nodes.reserve(m_scene.nodes.size());
    for (std::uint32_t i = 0; i < m_scene.nodes.size(); ++i) m_looks.nodes.push_back(lookOf(i));
    std::vector<MapLooks::Lines> looks;
    looks.reserve(m_scene.edges.size());
    for (const MapEdge& edge : m_scene.edges) looks.push_back(lookOf(edge));
    m_looks.lines = looks;
    std::sort(m_looks.lines.begin(), m_looks.lines.end());
    m_looks.lines.erase(std::unique(m_looks.lines.begin(), m_looks.lines.end()), m_looks.lines.end());
    m_looks.edges.clear();
    m_looks.edges.reserve(looks.size());
    for (const MapLooks::Lines& look : looks) {
        const auto at = std::lower_bound(m_looks.lines.begin(), m_looks.lines.end(), look);
        m_looks.edges.push_back(static_cast<std::uint32_t>(at - m_looks.lines.begin()));
    }
}

MapLooks::Node MapView::lookOf(std::uint32_t index) const {
    const MapNode& shown = m_scene.nodes[index];
    const auto& node = m_graph->nodes[index];
    MapLooks::Node out;
    out.ink = inkOf(index);
    if (node.kind == GraphNodeKind::Wallet) {
        out.ink = paler(out.ink, shown.piece >= 0 ? kLinked : kUnlinked);
        if (shown.held <= 0) out.ink = paler(out.ink, kHoldsNothing);
    }
    if (anythingLit() && !isLit(index)) out.ink = paler(out.ink, kPaleWhenLit);
    if (colorOf) out.own = colorOf(node.wallet);
    out.chosen = m_chosen.contains(node.wallet);
    out.pinned = m_pins.contains(keyOf(node));
    return out;
}

// Links are mixed with the ground beforehand: what shines through costs Qt's painter several times as much, since
// it hands every few dozen rows of it to other threads and waits for them.
MapLooks::Lines MapView::lookOf(const MapEdge& edge) const {
    const bool observed = isObserved(edge.style);
    const bool inside = m_scene.nodes[edge.a].piece >= 0 && m_scene.nodes[edge.b].piece >= 0;
    // A payer has no colour of its own: the line takes that of whom it paid.
    const std::uint32_t coloured = m_scene.nodes[edge.b].piece >= 0 ? edge.b : edge.a;
    QColor color = observed || inside ? inkOf(coloured) : theme::palette().dim;
    if (!edge.counts && edge.style != MapStyle::Funding) color = theme::palette().dim;
    const bool strong = !anythingLit() || (isLit(edge.a) && isLit(edge.b)) ||
                        (m_chosen.size() == 1 && (isLit(edge.a) || isLit(edge.b)));
    const double by = observed ? kObservedLine : kConcludedLine;
    return {strong, edge.style, overGround(color, strong ? by : by * kPaleWhenLit)};
}

}  // namespace ui
