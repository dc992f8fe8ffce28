// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/deduplicator.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <algorithm>

using core::Event;
using core::Side;
using core::pipeline::Deduplicator;

namespace {

Event buy(std::uint64_t number) {
    return test::tradeEvent(number, number, Side::Buy, 1, 1);
}
Event pathless(Event event) {
    event.at.path.reset();
    return event;
}
Event onPath(Event event, std::uint16_t inner) {
    event.at.path = core::EventPath{2, inner, 0};
    return event;
}

}  // namespace

class DeduplicatorTest : public QObject {
    Q_OBJECT
    static void bothKinds() {
        QTest::addColumn<bool>("pathlessSources");
        QTest::newRow("all sources tell paths") << false;
        QTest::newRow("some source does not") << true;
    }

private slots:
    void eachEventPassesOnce_data() { bothKinds(); }
    void eachEventPassesOnce() {
        QFETCH(bool, pathlessSources);
        auto random = test::seeded("seen once");
        std::vector<Event> arrivals;
        for (std::uint64_t i = 0; i < 2'000; ++i) {
            // Up to three events in one transaction, some of them alike but for the path.
            for (std::uint16_t path = 0; path <= i % 3; ++path) {
                const auto copies = 1 + test::below(random, 3);
                for (std::uint64_t copy = 0; copy < copies; ++copy) arrivals.push_back(onPath(buy(i), path));
            }
        }
        constexpr std::uint64_t kDifferent = 666 * 6 + 1 + 2;  // 1 + 2 + 3 for every three transactions
        for (int round = 0; round < 4; ++round) {
            Deduplicator dedup{10'000, pathlessSources};
            const auto passed = std::count_if(arrivals.begin(), arrivals.end(),
                                              [&](const Event& event) { return dedup.firstSight(event); });
            QCOMPARE(static_cast<std::uint64_t>(passed), kDifferent);
            QCOMPARE(dedup.duplicates(), arrivals.size() - kDifferent);
            std::shuffle(arrivals.begin(), arrivals.end(), random);
        }
    }

    void eventsWithoutSignatureAlwaysPass_data() { bothKinds(); }
    void eventsWithoutSignatureAlwaysPass() {
        QFETCH(bool, pathlessSources);
        Deduplicator dedup{10, pathlessSources};
        Event event = buy(1);
        event.at.signature.reset();
        for (int i = 0; i < 100; ++i) QVERIFY(dedup.firstSight(event));
        QCOMPARE(dedup.duplicates(), std::uint64_t{0});
    }

    void aFeedWithoutPathsTellsTheSameTrade() {
        Deduplicator dedup{100, true};
        QVERIFY(dedup.firstSight(buy(1)));
        QVERIFY(!dedup.firstSight(pathless(buy(1))));
        QVERIFY(dedup.firstSight(pathless(buy(2))));
        QVERIFY(!dedup.firstSight(buy(2)));
        QVERIFY(!dedup.firstSight(pathless(buy(2))));
        // Another side, coin or kind in the same transaction is another event.
        Event sell = pathless(buy(2));
        test::tradeOf(sell).side = Side::Sell;
        QVERIFY(dedup.firstSight(sell));
        Event other = pathless(buy(2));
        test::tradeOf(other).mint = test::mintOf(77);
        QVERIFY(dedup.firstSight(other));
        QVERIFY(dedup.firstSight(pathless(test::createdEvent(2, 2))));
        QCOMPARE(dedup.duplicates(), std::uint64_t{3});
    }

    // Two buys of one coin in one transaction: real when both have paths.
    void likeEventsWithPathsAreTwo() {
        Deduplicator dedup{100, true};
        QVERIFY(dedup.firstSight(onPath(buy(1), 1)));
        QVERIFY(dedup.firstSight(onPath(buy(1), 2)));
        QVERIFY(!dedup.firstSight(onPath(buy(1), 1)));
        QVERIFY(!dedup.firstSight(onPath(buy(1), 2)));
        QVERIFY(!dedup.firstSight(pathless(buy(1))));
    }

    void remembersAtLeastItsCapacity_data() { bothKinds(); }
    void remembersAtLeastItsCapacity() {
        QFETCH(bool, pathlessSources);
        constexpr std::uint64_t kCapacity = 500;
        for (const std::uint64_t before : {0U, 1U, 499U, 500U, 501U, 750U, 1'300U}) {
            Deduplicator dedup{kCapacity, pathlessSources};
            for (std::uint64_t i = 0; i < before + kCapacity; ++i) QVERIFY(dedup.firstSight(buy(i)));
            for (std::uint64_t i = before; i < before + kCapacity; ++i)
                QVERIFY2(!dedup.firstSight(buy(i)), qPrintable(QString("%1 of %2").arg(i).arg(before)));
        }
    }

    void forgetsTheOldest_data() { bothKinds(); }
    void forgetsTheOldest() {
        QFETCH(bool, pathlessSources);
        constexpr std::uint64_t kCapacity = 500;
        Deduplicator dedup{kCapacity, pathlessSources};
        for (std::uint64_t i = 0; i < 10 * kCapacity; ++i) QVERIFY(dedup.firstSight(buy(i)));
        std::uint64_t remembered = 0;
        for (std::uint64_t i = 0; i < 10 * kCapacity; ++i) {
            Deduplicator copy = dedup;  // asking must not change what is remembered
            if (!copy.firstSight(buy(i))) ++remembered;
        }
        QVERIFY(remembered >= kCapacity && remembered <= 2 * kCapacity);
    }
};

QTEST_APPLESS_MAIN(DeduplicatorTest)
#include "deduplicator_test.moc"
