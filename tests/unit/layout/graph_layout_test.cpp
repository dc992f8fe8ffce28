// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/graph_layout.h"
#include "core/layout/layout_worker.h"
#include "core/layout/sub_groups.h"

#include <QTest>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>

using namespace core::layout;

namespace {

// Crews of some wallets, each around its payer, and wallets of none.
LayoutInput crews(std::size_t count, std::size_t size, std::size_t loners) {
    LayoutInput input;
    for (std::size_t crew = 0; crew < count; ++crew) {
        const auto hub = static_cast<std::uint32_t>(input.nodes.size());
        input.nodes.push_back({8, false, false, {}});
        for (std::size_t i = 1; i < size; ++i) {
            const auto node = static_cast<std::uint32_t>(input.nodes.size());
            input.nodes.push_back({6.0 + static_cast<double>(i % 5) * 7, false, false, {}});
            input.edges.push_back({hub, node, 1});
            if (i > 1) input.edges.push_back({node - 1, node, 0.5});
        }
    }
    for (std::size_t i = 0; i < loners; ++i)
        input.nodes.push_back({4.0 + static_cast<double>(i % 9), false, false, {}});
    return input;
}

double apart(const Point& a, const Point& b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

}  // namespace

class GraphLayoutTest : public QObject {
    Q_OBJECT
private slots:
    void theSameInputGivesTheSamePlaces() {
        const LayoutInput input = crews(7, 12, 60);
        const LayoutResult one = layoutGraph(input);
        const LayoutResult two = layoutGraph(input);
        QCOMPARE(one.points.size(), input.nodes.size());
        QCOMPARE(one.groups, std::size_t{7});
        QVERIFY(one.points == two.points);
        LayoutInput other = input;
        other.seed = 2;
        QVERIFY(layoutGraph(other).points != one.points);
    }

    void noTwoBubblesOverlap() {
        const LayoutInput input = crews(9, 25, 200);
        const LayoutResult result = layoutGraph(input);
        for (std::size_t a = 0; a < input.nodes.size(); ++a)
            for (std::size_t b = a + 1; b < input.nodes.size(); ++b) {
                const double room = input.nodes[a].radius + input.nodes[b].radius;
                QVERIFY2(apart(result.points[a], result.points[b]) > room - 0.5,
                         qPrintable(QStringLiteral("%1 and %2").arg(a).arg(b)));
            }
    }

    void groupsStandApartFromEachOther() {
        const std::size_t size = 14;
        const LayoutInput input = crews(6, size, 0);
        const LayoutResult result = layoutGraph(input);
        // No bubble is nearer to a stranger than the gap between groups.
        for (std::size_t a = 0; a < input.nodes.size(); ++a)
            for (std::size_t b = 0; b < input.nodes.size(); ++b)
                if (a / size != b / size)
                    QVERIFY(apart(result.points[a], result.points[b]) >
                            input.nodes[a].radius + input.nodes[b].radius + 40);
    }

    void whatDidNotChangeStaysWhenSomebodyJoins() {
        LayoutInput input = crews(5, 16, 40);
        const LayoutResult before = layoutGraph(input);
        for (std::size_t i = 0; i < input.nodes.size(); ++i) input.nodes[i].before = before.points[i];
        QVERIFY(layoutGraph(input).points == before.points);
        const auto fresh = static_cast<std::uint32_t>(input.nodes.size());
        input.nodes.push_back({9, false, false, {}});
        input.edges.push_back({0, fresh, 1});
        const LayoutResult after = layoutGraph(input);
        for (std::size_t i = 0; i < before.points.size(); ++i) {
            // The crew that got a new wallet makes room for it; the others do not stir.
            const double most = i < 16 ? 45 : 1e-6;
            QVERIFY2(apart(before.points[i], after.points[i]) <= most, qPrintable(QString::number(i)));
        }
        QVERIFY(apart(after.points[fresh], after.points[0]) < 260);
    }

    void pinnedBubblesStandStill() {
        LayoutInput input = crews(3, 10, 10);
        input.nodes[4].before = Point{1234.5, -987.25};
        input.nodes[4].pinned = true;
        input.nodes.back().before = Point{-2000, 100};
        input.nodes.back().pinned = true;
        const LayoutResult result = layoutGraph(input);
        QVERIFY((result.points[4] == Point{1234.5, -987.25}));
        QVERIFY((result.points.back() == Point{-2000, 100}));
    }

    void whatFloatsJoinsNobodyAndStandsBetween() {
        LayoutInput input = crews(2, 10, 0);
        const auto exchange = static_cast<std::uint32_t>(input.nodes.size());
        input.nodes.push_back({15, true, false, {}});
        input.edges.push_back({exchange, 0, 1});
        input.edges.push_back({exchange, 10, 1});
        const LayoutResult result = layoutGraph(input);
        QCOMPARE(result.groups, std::size_t{2});
        const double far = apart(result.points[0], result.points[10]);
        QVERIFY(apart(result.points[exchange], result.points[0]) < far);
        QVERIFY(apart(result.points[exchange], result.points[10]) < far);
    }

    void hostileInputIsTakenAsItComes() {
        LayoutInput input;
        QVERIFY(layoutGraph(input).points.empty());
        input.nodes.resize(3);
        input.edges = {
            {0, 7, 1}, {5, 6, 1}, {1, 1, 1}, {0, 1, std::numeric_limits<double>::quiet_NaN()}, {1, 2, -4}};
        input.nodes[0].before = Point{std::numeric_limits<double>::infinity(), 0};
        input.nodes[1].before = Point{std::numeric_limits<double>::quiet_NaN(), 3};
        input.nodes[2].before = Point{1e30, 3};
        input.aspect = std::numeric_limits<double>::quiet_NaN();
        const LayoutResult result = layoutGraph(input);
        QCOMPARE(result.points.size(), std::size_t{3});
        for (const Point& point : result.points) QVERIFY(std::isfinite(point.x) && std::isfinite(point.y));
    }

    void aCancelledLayoutHasNoPlaces() {
        const LayoutInput input = crews(5, 10, 10);
        int asked = 0;
        const LayoutResult result = layoutGraph(input, [&] { return ++asked > 2; });
        QVERIFY(result.points.empty());
        QCOMPARE(asked, 3);
    }

    void onlyTheNewestJobIsDelivered() {
        LayoutWorker worker;
        std::uint64_t last = 0;
        for (std::size_t i = 1; i <= 20; ++i) {
            const std::uint64_t job = worker.submit(crews(3, 8 + i, 5));
            QVERIFY(job > last);
            last = job;
        }
        worker.wait();
        const auto done = worker.take();
        QVERIFY(done);
        QCOMPARE(done->job, last);
        QCOMPARE(done->result.points.size(), std::size_t{3 * 28 + 5});
        QVERIFY(!worker.take());
        QVERIFY(done->result.points == layoutGraph(crews(3, 28, 5)).points);
    }

    void aWorkerStopsInTheMiddleOfItsWork() {
        LayoutWorker worker;
        worker.submit(crews(400, 20, 0));
        // Its destructor has to return.
    }

    void partsOfAComponentAreTheDenseOnes() {
        std::vector<LayoutEdge> edges;
        // Two cliques of six and four wallets that one weak link joins, and a pair of its own.
        for (const auto& [first, count] : {std::pair{0U, 6U}, std::pair{6U, 4U}})
            for (std::uint32_t a = first; a < first + count; ++a)
                for (std::uint32_t b = a + 1; b < first + count; ++b) edges.push_back({a, b, 0.95});
        edges.push_back({5, 6, 0.91});
        edges.push_back({10, 11, 0.99});
        const auto parts = subGroups(12, edges);
        QCOMPARE(parts.size(), std::size_t{12});
        for (std::uint32_t i = 0; i < 6; ++i) QCOMPARE(parts[i], 0U);
        for (std::uint32_t i = 6; i < 10; ++i) QCOMPARE(parts[i], 1U);
        QCOMPARE(parts[10], parts[11]);
        QVERIFY(subGroups(12, edges) == parts);
    }

    void manySmallCrewsAreNotBlurredIntoOne() {
        std::vector<LayoutEdge> edges;
        constexpr std::uint32_t kCrews = 300;
        for (std::uint32_t crew = 0; crew < kCrews; ++crew)
            for (std::uint32_t a = 0; a < 5; ++a)
                for (std::uint32_t b = a + 1; b < 5; ++b) edges.push_back({crew * 5 + a, crew * 5 + b, 1});
        // No crew falls into parts, however many there are.
        for (const std::uint32_t part : subGroups(kCrews * 5, edges)) QCOMPARE(part, 0U);
    }
};

QTEST_APPLESS_MAIN(GraphLayoutTest)
#include "graph_layout_test.moc"
