// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/graph_layout.h"

#include "core/layout/components.h"
#include "core/layout/igraph_calls.h"
#include "core/layout/placer.h"
#include "core/layout/sub_groups.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace core::layout {
namespace {

constexpr double kEdge = 74;      // map units of an edge at rest
constexpr double kBubbleGap = 7;  // between two bubbles of a component
constexpr double kGroupGap = 46;  // around a component: its name stands below it
constexpr double kLonerGap = 9;   // around a bubble of none
constexpr int kUntangleSteps = 40;
constexpr double kFarthest = 1.0e6;  // places beyond are garbage

bool usable(const std::optional<Point>& at) {
    return at && std::isfinite(at->x) && std::isfinite(at->y) && std::abs(at->x) < kFarthest &&
           std::abs(at->y) < kFarthest;
}

/// Where the n-th of a crowd starts: a sunflower, so that no two start at one place.
Point sunflower(std::size_t n, std::uint64_t seed) {
    const double angle = std::numbers::pi * (3 - std::sqrt(5.0)) * static_cast<double>(n) +
                         static_cast<double>(seed % 360) * std::numbers::pi / 180;
    const double out = 0.6 * std::sqrt(static_cast<double>(n) + 0.5);
    return {out * std::cos(angle), out * std::sin(angle)};
}

struct Disc {
    Point at;
    double radius = 0;
};

class Layouter {
public:
    Layouter(const LayoutInput& input, const std::function<bool()>& cancelled)
        : m_input(input),
          m_cancelled(cancelled),
          m_points(input.nodes.size()),
          m_placeOf(input.nodes.size()),
          m_placer(input.aspect),
          m_bubbles(input.aspect) {}

    LayoutResult run() {
        const auto count = static_cast<std::uint32_t>(m_input.nodes.size());
        Components components(count);
        for (const LayoutEdge& edge : m_input.edges)
            if (joins(edge)) components.join(edge.a, edge.b);
        std::vector<std::vector<LayoutEdge>> edgesOf(count);
        for (const LayoutEdge& edge : m_input.edges)
            if (joins(edge)) edgesOf[components.of(edge.a)].push_back(edge);
        const auto groups = components.groups();
        std::vector<bool> grouped(count, false);
        std::vector<std::size_t> fresh;
        std::vector<Disc> discs(groups.size());
        for (std::size_t g = 0; g < groups.size(); ++g) {
            if (m_cancelled && m_cancelled()) return {};
            for (const std::uint32_t node : groups[g]) grouped[node] = true;
            const bool anchored = arrange(groups[g], edgesOf[groups[g].front()], discs[g]);
            // Groups that were there go first: newcomers look for room around them.
            if (anchored)
                settle(groups[g], discs[g]);
            else
                fresh.push_back(g);
        }
        for (const std::size_t g : fresh) {
            const Point at = m_placer.place(discs[g].radius);
            shift(groups[g], {at.x - discs[g].at.x, at.y - discs[g].at.y});
            for (const std::uint32_t node : groups[g])
                m_bubbles.occupy(m_points[node], m_input.nodes[node].radius + kBubbleGap);
        }
        if (m_cancelled && m_cancelled()) return {};
        placeFloating();
        placeLoners(grouped);
        LayoutResult out;
        out.groups = groups.size();
        out.points = std::move(m_points);
        if (m_input.subGroups) out.subGroups = subGroups(count, m_input.edges, m_input.seed);
        return out;
    }

private:
    [[nodiscard]] bool joins(const LayoutEdge& edge) const {
        const std::size_t count = m_input.nodes.size();
        return edge.a < count && edge.b < count && edge.a != edge.b && !m_input.nodes[edge.a].floating &&
               !m_input.nodes[edge.b].floating;
    }

    void shift(const std::vector<std::uint32_t>& group, Point by) {
        for (const std::uint32_t node : group) {
            m_points[node].x += by.x;
            m_points[node].y += by.y;
        }
    }

    /// Places one component around its own middle, or where it was; whether it was somewhere.
    bool arrange(const std::vector<std::uint32_t>& group, const std::vector<LayoutEdge>& edges, Disc& disc) {
        std::size_t known = 0;
        bool pinned = false;
        Point middle;
        for (const std::uint32_t node : group) {
            const LayoutNode& one = m_input.nodes[node];
            if (!usable(one.before)) continue;
            ++known;
            pinned = pinned || one.pinned;
            middle.x += one.before->x;
            middle.y += one.before->y;
        }
        const bool warm = 2 * known >= group.size();
        if (known != 0) middle = {middle.x / static_cast<double>(known), middle.y / static_cast<double>(known)};

        for (std::uint32_t i = 0; i < group.size(); ++i) m_placeOf[group[i]] = i;
        std::vector<LayoutEdge> inside;
        inside.reserve(edges.size());
        for (const LayoutEdge& edge : edges)
            inside.push_back({m_placeOf[edge.a], m_placeOf[edge.b], std::max(0.05, edge.weight)});
        if (known == group.size()) {
            // Where nobody is new everything stands still, but for bubbles that grew.
            for (const std::uint32_t node : group) m_points[node] = *m_input.nodes[node].before;
            untangle(group);
            disc = around(group);
            return true;
        }
        std::vector<Point> places = start(group, inside, warm, middle);
        relax(places, inside, warm ? Effort::Warm : Effort::Cold, m_input.seed);
        Point now;
        for (std::size_t i = 0; i < group.size(); ++i) {
            m_points[group[i]] = {places[i].x * kEdge, places[i].y * kEdge};
            now.x += m_points[group[i]].x;
            now.y += m_points[group[i]].y;
        }
        now = {now.x / static_cast<double>(group.size()), now.y / static_cast<double>(group.size())};
        if (warm)
            shift(group, middle);
        else
            shift(group, {-now.x, -now.y});
        pin(group);
        untangle(group);
        disc = around(group);
        return warm || pinned;
    }

    /// In units of an edge, around the middle.
    [[nodiscard]] std::vector<Point> start(const std::vector<std::uint32_t>& group,
                                           const std::vector<LayoutEdge>& inside, bool warm, Point middle) const {
        std::vector<Point> places(group.size());
        std::vector<bool> placed(group.size(), false);
        for (std::size_t i = 0; i < group.size(); ++i) {
            const LayoutNode& node = m_input.nodes[group[i]];
            placed[i] = warm && usable(node.before);
            places[i] = placed[i] ? Point{(node.before->x - middle.x) / kEdge, (node.before->y - middle.y) / kEdge}
                                  : sunflower(i, m_input.seed);
        }
        if (!warm) return places;
        // Newcomers start beside a neighbour.
        for (const LayoutEdge& edge : inside)
            for (const auto& [fresh, old] : {std::pair{edge.a, edge.b}, std::pair{edge.b, edge.a}})
                if (!placed[fresh] && placed[old]) {
                    const Point off = sunflower(fresh, m_input.seed);
                    const double length = std::max(0.1, std::hypot(off.x, off.y));
                    places[fresh] = {places[old].x + off.x / length, places[old].y + off.y / length};
                    placed[fresh] = true;
                }
        return places;
    }

    void pin(const std::vector<std::uint32_t>& group) {
        for (const std::uint32_t node : group)
            if (m_input.nodes[node].pinned && usable(m_input.nodes[node].before))
                m_points[node] = *m_input.nodes[node].before;
    }

    /// Pushes bubbles that overlap apart; pinned ones stay.
    void untangle(const std::vector<std::uint32_t>& group) {
        double largest = 0;
        for (const std::uint32_t node : group) largest = std::max(largest, m_input.nodes[node].radius);
        const double cell = 2 * largest + kBubbleGap;
        std::vector<std::pair<std::pair<std::int64_t, std::int64_t>, std::uint32_t>> cells(group.size());
        for (int step = 0; step < kUntangleSteps; ++step) {
            for (std::size_t i = 0; i < group.size(); ++i) {
                const Point& at = m_points[group[i]];
                cells[i] = {{static_cast<std::int64_t>(std::floor(at.x / cell)),
                             static_cast<std::int64_t>(std::floor(at.y / cell))},
                            group[i]};
            }
            std::sort(cells.begin(), cells.end());
            bool moved = false;
            for (const auto& [home, node] : cells)
                for (std::int64_t dx = -1; dx <= 1; ++dx) {
                    const std::pair from{home.first + dx, home.second - 1};
                    auto other = std::lower_bound(cells.begin(), cells.end(), std::pair{from, std::uint32_t{0}});
                    for (; other != cells.end() && other->first.first == from.first &&
                           other->first.second <= home.second + 1;
                         ++other)
                        if (other->second > node) moved = part(node, other->second) || moved;
                }
            if (!moved) return;
        }
    }

    bool part(std::uint32_t a, std::uint32_t b) {
        Point& one = m_points[a];
        Point& two = m_points[b];
        const double wanted = m_input.nodes[a].radius + m_input.nodes[b].radius + kBubbleGap;
        Point apart{two.x - one.x, two.y - one.y};
        double distance = std::hypot(apart.x, apart.y);
        if (distance >= wanted) return false;
        if (distance < 1e-6) {
            apart = sunflower(a + std::size_t{b}, m_input.seed);
            distance = std::hypot(apart.x, apart.y);
        }
        const double push = (wanted - std::hypot(two.x - one.x, two.y - one.y)) / distance;
        const bool firm = m_input.nodes[a].pinned;
        const bool firmToo = m_input.nodes[b].pinned;
        if (firm && firmToo) return false;
        const double half = firm || firmToo ? 1.0 : 0.5;
        if (!firm) one = {one.x - apart.x * push * half, one.y - apart.y * push * half};
        if (!firmToo) two = {two.x + apart.x * push * half, two.y + apart.y * push * half};
        return true;
    }

    [[nodiscard]] Disc around(const std::vector<std::uint32_t>& group) const {
        double left = 1e300, right = -1e300, top = 1e300, bottom = -1e300;
        for (const std::uint32_t node : group) {
            left = std::min(left, m_points[node].x);
            right = std::max(right, m_points[node].x);
            top = std::min(top, m_points[node].y);
            bottom = std::max(bottom, m_points[node].y);
        }
        Disc out{{(left + right) / 2, (top + bottom) / 2}, 0};
        for (const std::uint32_t node : group)
            out.radius = std::max(out.radius, std::hypot(m_points[node].x - out.at.x, m_points[node].y - out.at.y) +
                                                  m_input.nodes[node].radius);
        out.radius += kGroupGap / 2;
        return out;
    }

    /// Keeps a group where it was, or moves it aside as a whole where bubbles of another one need the room.
    void settle(const std::vector<std::uint32_t>& group, const Disc& disc) {
        const bool held =
            std::any_of(group.begin(), group.end(), [&](std::uint32_t node) { return m_input.nodes[node].pinned; });
        const bool free = std::all_of(group.begin(), group.end(), [&](std::uint32_t node) {
            return m_bubbles.isFree(m_points[node], m_input.nodes[node].radius);
        });
        if (held || free) {
            m_placer.occupy(disc.at, disc.radius);
        } else {
            const Point at = m_placer.place(disc.radius, disc.at);
            shift(group, {at.x - disc.at.x, at.y - disc.at.y});
        }
        for (const std::uint32_t node : group)
            m_bubbles.occupy(m_points[node], m_input.nodes[node].radius + kBubbleGap);
    }

    /// Keeps a bubble of no group where it was; false when it has to look for a place.
    bool keep(std::uint32_t node) {
        const LayoutNode& one = m_input.nodes[node];
        if (!usable(one.before) || !(one.pinned || m_bubbles.isFree(*one.before, one.radius))) return false;
        m_points[node] = *one.before;
        m_bubbles.occupy(m_points[node], one.radius + kBubbleGap);
        m_placer.occupy(m_points[node], one.radius + kLonerGap);
        return true;
    }

    void placeFloating() {
        const auto count = static_cast<std::uint32_t>(m_input.nodes.size());
        std::vector<Disc> sums(count);  // radius: how many
        for (const LayoutEdge& edge : m_input.edges) {
            if (edge.a >= count || edge.b >= count) continue;
            for (const auto& [from, to] : {std::pair{edge.a, edge.b}, std::pair{edge.b, edge.a}}) {
                if (!m_input.nodes[from].floating || m_input.nodes[to].floating) continue;
                sums[from].at.x += m_points[to].x;
                sums[from].at.y += m_points[to].y;
                sums[from].radius += 1;
            }
        }
        for (std::uint32_t node = 0; node < count; ++node) {
            const LayoutNode& one = m_input.nodes[node];
            if (!one.floating) continue;
            const double room = one.radius + kLonerGap;
            if (keep(node)) continue;
            const double n = std::max(1.0, sums[node].radius);
            m_points[node] = m_placer.place(room, {sums[node].at.x / n, sums[node].at.y / n});
        }
    }

    void placeLoners(const std::vector<bool>& grouped) {
        std::vector<std::uint32_t> waiting;
        for (std::uint32_t node = 0; node < m_input.nodes.size(); ++node) {
            const LayoutNode& one = m_input.nodes[node];
            if (grouped[node] || one.floating) continue;
            if (!keep(node)) waiting.push_back(node);
        }
        std::stable_sort(waiting.begin(), waiting.end(), [this](std::uint32_t a, std::uint32_t b) {
            return m_input.nodes[a].radius > m_input.nodes[b].radius;
        });
        for (const std::uint32_t node : waiting)
            m_points[node] = m_placer.place(m_input.nodes[node].radius + kLonerGap);
    }

    const LayoutInput& m_input;
    const std::function<bool()>& m_cancelled;
    std::vector<Point> m_points;
    std::vector<std::uint32_t> m_placeOf;  ///< in its group
    Placer m_placer;                       ///< groups as discs, and what stands alone
    Placer m_bubbles;                      ///< every bubble that has its place
};

}  // namespace

LayoutResult layoutGraph(const LayoutInput& input, const std::function<bool()>& cancelled) {
    return Layouter(input, cancelled).run();
}

}  // namespace core::layout
