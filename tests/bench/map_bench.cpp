// SPDX-License-Identifier: GPL-3.0-or-later
// What a frame of the cluster map costs, through the real widget: map_bench [NODES...]. By hand; see RESULTS.md.
// "limit" paints circles and lines of the same number, size and look and does nothing else.
#include "core/layout/graph_layout.h"
#include "ui/map/map_view.h"
#include "ui/theme/palette.h"
#include "ui/theme/style.h"

#include <QApplication>
#include <QElapsedTimer>
#include <QPainter>
#include <QWheelEvent>

#include <algorithm>
#include <cstdio>
#include <cstring>
#include <functional>
#include <memory>
#include <random>
#include <vector>

namespace {

using core::pipeline::CoinGraph;
using core::pipeline::GraphLink;
using core::pipeline::GraphNode;
using core::pipeline::GraphNodeKind;

constexpr int kRounds = 200;
constexpr int kWarmUp = 5;

struct Figure {
    double p50 = 0;  // ms
    double p99 = 0;
    double most = 0;
};

Figure measure(const std::function<void(int)>& act) {
    std::vector<double> times;
    for (int i = 0; i < kRounds + kWarmUp; ++i) {
        QElapsedTimer timer;
        timer.start();
        act(i);
        if (i >= kWarmUp) times.push_back(static_cast<double>(timer.nsecsElapsed()) / 1e6);
    }
    std::sort(times.begin(), times.end());
    return {times[times.size() / 2], times[times.size() * 99 / 100], times.back()};
}

void tell(const char* name, const Figure& figure) {
    std::printf("  %-34s p50 %7.2f ms  p99 %7.2f ms  most %7.2f ms\n", name, figure.p50, figure.p99, figure.most);
}

core::Wallet walletOf(std::uint64_t number) {
    std::array<std::uint8_t, core::Wallet::kSize> bytes{};
    std::memcpy(bytes.data(), &number, sizeof number);
    return core::Wallet{bytes};
}

/// Half of the nodes in crews of 20 around a payer, the others alone.
std::shared_ptr<const CoinGraph> graphOf(std::uint32_t count) {
    auto graph = std::make_shared<CoinGraph>();
    std::mt19937_64 random(7);
    graph->supply = 1'000'000'000;
    constexpr std::uint32_t kCrew = 20;
    for (std::uint32_t i = 0; i < count; ++i) {
        GraphNode node;
        node.wallet = walletOf(i + 1);
        const bool crew = i < count / 2;
        if (crew) node.cluster = {i / kCrew + 1, static_cast<std::uint16_t>(i / kCrew)};
        if (crew && i % kCrew == 0) node.kind = GraphNodeKind::Intermediary;
        node.membership = crew ? 0.95 : 0;
        node.held = static_cast<double>(random() % 1'000'000) * 2'000 / count;
        graph->nodes.push_back(node);
        const auto link = [&](std::uint32_t from, bool paid, const char* kind) {
            GraphLink out;
            out.a = from;
            out.b = i;
            out.paid = paid;
            out.accepted = true;
            out.posterior = 0.91 + static_cast<double>(random() % 80) / 1'000;
            out.parts.push_back({kind, 5, {}});
            graph->links.push_back(out);
        };
        if (!crew || i % kCrew == 0) continue;
        link(i - i % kCrew, true, "funding");
        for (std::uint32_t other = i - i % kCrew + 1; other < i; ++other)
            if (random() % 3 == 0) link(other, false, random() % 2 == 0 ? "same_slot_buy" : "co_trading");
    }
    return graph;
}

void frame(ui::MapView& view) {
    view.repaint();
    QCoreApplication::processEvents();
}

/// Where every bubble is on the widget. Asked for one by one, 50,000 would take seconds.
std::vector<QPointF> positions(const ui::MapView& view, const CoinGraph& graph) {
    const QPointF first = *view.positionOf(graph.nodes.front().wallet);
    const core::layout::Point origin = view.places().at(ui::keyOf(graph.nodes.front()));
    std::vector<QPointF> out;
    for (const GraphNode& node : graph.nodes) {
        const core::layout::Point at = view.places().at(ui::keyOf(node));
        out.push_back(first + QPointF(at.x - origin.x, at.y - origin.y) * view.zoom());
    }
    return out;
}

/// A spot with nothing near it.
QPointF ground(const ui::MapView& view, const CoinGraph& graph) {
    const std::vector<QPointF> bubbles = positions(view, graph);
    QPointF best;
    double farthest = -1;
    for (int y = 40; y < view.height() - 40; y += 40)
        for (int x = 40; x < view.width() - 60; x += 40) {
            double nearest = 1e9;
            for (std::size_t i = 0; i < bubbles.size(); ++i)
                nearest = std::min(nearest, QLineF(bubbles[i], QPointF(x, y)).length() -
                                                view.scene().nodes[i].radius * view.zoom());
            if (nearest > farthest) best = QPointF(x, y);
            farthest = std::max(farthest, nearest);
        }
    return best;
}

void run(std::uint32_t count) {
    ui::MapView view;
    view.resize(1'920, 1'080);
    view.show();
    const auto graph = graphOf(count);
    QElapsedTimer timer;
    timer.start();
    view.setGraph(graph);
    const double made = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    view.waitForLayout();
    view.fit();
    frame(view);
    std::printf("%u nodes, %zu links, %zu drawn, zoom %.3f, links %s\n", count, graph->links.size(),
                view.scene().edges.size(), view.zoom(), view.edgesDrawn() ? "drawn" : "not drawn");
    std::printf("  %-34s %7.2f ms\n", "layout, cold, on its thread", view.layoutMilliseconds());
    std::printf("  %-34s %7.2f ms\n", "scene made anew", made);

    const QPointF middle(view.width() / 2.0, view.height() / 2.0);
    const auto wheel = [&](int notches) {
        QWheelEvent event(middle, view.mapToGlobal(middle), {}, {0, 120 * notches}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(&view, &event);
    };
    tell("zoom, all in view", measure([&](int i) {
             wheel(i % 2 == 0 ? 1 : -1);
             frame(view);
         }));
    const auto drag = [&](QEvent::Type type, QPointF at, Qt::MouseButtons held) {
        const Qt::MouseButton button = type == QEvent::MouseMove ? Qt::NoButton : Qt::LeftButton;
        QMouseEvent event(type, at, view.mapToGlobal(at), button, held, Qt::NoModifier);
        QCoreApplication::sendEvent(&view, &event);
    };
    // By the ground: from where no bubble is near.
    const auto pan = [&](const char* name) {
        const QPointF from = ground(view, *graph);
        drag(QEvent::MouseButtonPress, from, Qt::LeftButton);
        drag(QEvent::MouseMove, from + QPointF(9, 9), Qt::LeftButton);
        tell(name, measure([&](int i) {
                 drag(QEvent::MouseMove, from + QPointF(i % 50, i % 31), Qt::LeftButton);
                 frame(view);
             }));
        drag(QEvent::MouseButtonRelease, from, Qt::NoButton);
    };
    pan("pan, all in view");
    tell("hover", measure([&](int i) {
             QMouseEvent move(QEvent::MouseMove, QPointF(100 + 5 * i, 100 + 2 * i), QPointF(), Qt::NoButton,
                              Qt::NoButton, Qt::NoModifier);
             QCoreApplication::sendEvent(&view, &move);
             frame(view);
         }));
    wheel(12);
    pan("pan, zoomed in 3 times");
    wheel(20);
    pan("pan, zoomed in 21 times");
    view.fit();
    const auto pictures = std::array{graph, std::make_shared<const CoinGraph>(*graph)};
    tell("new picture, nothing moved", measure([&](int i) {
             view.setGraph(pictures[static_cast<std::size_t>(i % 2)]);
             frame(view);
         }));

    // The same marks without a map behind them.
    std::vector<std::pair<QPointF, double>> circles;
    QList<QLineF> lines;
    const std::vector<QPointF> places = positions(view, *graph);
    for (std::uint32_t i = 0; i < count; ++i)
        if (view.rect().contains(places[i].toPoint()))
            circles.emplace_back(places[i], std::max(1.0, view.scene().nodes[i].radius * view.zoom()));
    if (view.edgesDrawn())
        for (const ui::MapEdge& edge : view.scene().edges) lines.append(QLineF(places[edge.a], places[edge.b]));
    QPixmap sheet(view.size());
    tell("limit: circles and lines alone", measure([&](int) {
             sheet.fill(ui::theme::palette().window);
             QPainter painter(&sheet);
             painter.setRenderHint(QPainter::Antialiasing);
             QPen dotted(ui::theme::palette().dim, 1);
             dotted.setCosmetic(true);
             dotted.setDashPattern({1.2, 3});
             painter.setPen(dotted);
             painter.drawLines(lines);
             painter.setPen(Qt::NoPen);
             painter.setBrush(ui::theme::palette().link);
             for (const auto& [at, radius] : circles) painter.drawEllipse(at, radius, radius);
         }));

    // One more wallet joins a crew: the others stay where they are.
    CoinGraph grown = *graph;
    GraphNode fresh = grown.nodes[1];
    fresh.wallet = walletOf(10'000'000);
    grown.nodes.push_back(fresh);
    GraphLink link;
    link.a = 0;
    link.b = count;
    link.paid = true;
    link.accepted = true;
    link.posterior = 0.95;
    link.parts.push_back({"funding", 5, {}});
    grown.links.push_back(link);
    view.setGraph(std::make_shared<const CoinGraph>(std::move(grown)));
    view.waitForLayout();
    std::printf("  %-34s %7.2f ms\n", "layout, one joins, on its thread", view.layoutMilliseconds());
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    ui::theme::applyStyle(application);
    QStringList counts = QApplication::arguments().mid(1);
    if (counts.isEmpty()) counts = {QStringLiteral("500"), QStringLiteral("2000"), QStringLiteral("50000")};
    for (const QString& count : counts) run(count.toUInt());
    return 0;
}
