// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/ledger/point_log.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <limits>
#include <vector>

using core::Side;
using core::ledger::PointLog;
using core::ledger::TradePoint;

namespace {

constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();

// Mostly what a coin's trades look like, with any values in between.
std::vector<TradePoint> points(std::size_t count) {
    auto random = test::seeded("point log");
    std::vector<TradePoint> out;
    TradePoint point;
    point.key.slot = 400'000'000;
    point.time = 1'795'446'000;
    for (std::size_t i = 0; i < count; ++i) {
        point.key.slot += test::below(random, 3);
        point.key.txIndex = test::below(random, 4) == 0 ? kMost : test::below(random, 2'000);
        point.key.path = test::below(random, 4) == 0 ? kMost : test::below(random, 3) << 32U;
        point.key.arrival += 1 + test::below(random, 300);
        point.time += static_cast<std::int64_t>(test::below(random, 3)) - 1;
        point.base = test::below(random, 10) == 0 ? 0 : random() >> test::below(random, 64);
        point.quote = random() >> test::below(random, 64);
        point.side = test::below(random, 2) == 0 ? Side::Buy : Side::Sell;
        TradePoint put = point;
        if (test::below(random, 20) == 0) put.key = {random(), random(), random(), random()};
        if (test::below(random, 20) == 0) put.time = static_cast<std::int64_t>(random());
        out.push_back(put);
    }
    for (const std::uint64_t edge :
         {std::uint64_t{0}, std::uint64_t{1}, kMost - 1, kMost, std::uint64_t{1} << 63U}) {
        out.push_back({{edge, edge, edge, edge}, static_cast<std::int64_t>(edge), edge, edge, Side::Sell});
        out.push_back(
            {{edge, kMost, 0, edge / 2}, std::numeric_limits<std::int64_t>::min(), kMost, edge, Side::Buy});
    }
    return out;
}

// Keeps the pages of a log.
class Pages final : public core::ledger::PointPages {
public:
    void shed(PointLog& log) {
        log.writePage(m_pages.emplace_back());
        log.shed(m_pages.size() - 1, *this);
    }
    std::vector<std::uint8_t> readBlock(const core::ledger::PagePlace& place) override {
        const auto& page = m_pages.at(place.page);
        const auto from = page.begin() + place.offset;
        return {from, from + place.length};
    }

private:
    std::vector<std::vector<std::uint8_t>> m_pages;
};

std::vector<TradePoint> read(const PointLog& log) {
    std::vector<TradePoint> out;
    log.forEach([&](const TradePoint& point) { out.push_back(point); });
    return out;
}

}  // namespace

class PointLogTest : public QObject {
    Q_OBJECT
private slots:
    void givesBackExactlyWhatItWasGiven() {
        const std::vector<TradePoint> all = points(1'000);
        PointLog log;
        for (std::size_t i = 0; i < all.size(); ++i) {
            log.push_back(all[i]);
            QCOMPARE(log.size(), i + 1);
            QVERIFY(log.back() == all[i]);
        }
        QVERIFY(read(log) == all);
        QCOMPARE(log.firstTime(), std::optional{all.front().time});
        for (const std::size_t count : {std::size_t{0}, std::size_t{1}, std::size_t{63}, std::size_t{64},
                                        std::size_t{65}, std::size_t{512}, all.size(), all.size() + 1}) {
            const std::size_t kept = std::min(count, all.size());
            QVERIFY(log.newest(count) ==
                    std::vector<TradePoint>(all.end() - static_cast<std::ptrdiff_t>(kept), all.end()));
        }
    }

    // Whatever is dropped when, what is left is the end of what came, wherever it lies.
    void dropsTheOldest_data() {
        QTest::addColumn<bool>("paged");
        QTest::newRow("in memory") << false;
        QTest::newRow("old ones in pages") << true;
    }
    void dropsTheOldest() {
        QFETCH(bool, paged);
        Pages pages;
        auto random = test::seeded("dropped points");
        const std::vector<TradePoint> all = points(paged ? 12'000 : 3'000);
        PointLog log;
        std::vector<TradePoint> expected;
        for (const TradePoint& point : all) {
            log.push_back(point);
            expected.push_back(point);
            if (paged && log.heavy()) pages.shed(log);
            QVERIFY(!paged || log.size() < 4'000 || log.paged() > 0);
            if (test::below(random, paged ? 900 : 50) != 0) continue;
            const std::size_t drop =
                test::below(random, 2) == 0 ? expected.size() / 2 : test::below(random, expected.size() + 2);
            log.dropOldest(drop);
            expected.erase(expected.begin(),
                           expected.begin() + static_cast<std::ptrdiff_t>(std::min(drop, expected.size())));
            QCOMPARE(log.size(), expected.size());
            QCOMPARE(log.firstTime(), expected.empty() ? std::nullopt : std::optional{expected.front().time});
            QVERIFY(read(log) == expected);
            QVERIFY(log.newest(40) ==
                    std::vector<TradePoint>(
                        expected.end() - static_cast<std::ptrdiff_t>(std::min<std::size_t>(40, expected.size())),
                        expected.end()));
        }
    }

    void findsTheLastToArriveUpToATime_data() {
        QTest::addColumn<bool>("paged");
        QTest::newRow("in memory") << false;
        QTest::newRow("old ones in pages") << true;
    }
    void findsTheLastToArriveUpToATime() {
        QFETCH(bool, paged);
        Pages pages;
        const std::vector<TradePoint> all = points(paged ? 3'000 : 500);
        PointLog log;
        for (const TradePoint& point : all) {
            log.push_back(point);
            if (paged && log.heavy()) pages.shed(log);
        }
        QCOMPARE(log.paged() != 0, paged);
        log.dropOldest(100);
        std::vector<std::int64_t> times{std::numeric_limits<std::int64_t>::min(),
                                        std::numeric_limits<std::int64_t>::max()};
        for (std::size_t i = 0; i < all.size(); i += paged ? 7 : 1)
            times.insert(times.end(), {all[i].time, all[i].time ^ 1});
        for (const std::int64_t time : times) {
            std::optional<TradePoint> expected;
            for (std::size_t i = 100; i < all.size(); ++i)
                if (all[i].time <= time && all[i].base != 0) expected = all[i];
            QVERIFY(log.lastUntil(time) == expected);
        }
        QVERIFY(!PointLog{}.lastUntil(std::numeric_limits<std::int64_t>::max()));
    }
};

QTEST_APPLESS_MAIN(PointLogTest)
#include "point_log_test.moc"
