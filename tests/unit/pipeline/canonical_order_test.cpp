// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/canonical_order.h"
#include "core/wire/event_json.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <algorithm>
#include <limits>

using core::Event;
using core::Side;
using core::pipeline::sortCanonically;

namespace {

// Everything an event says, to compare sequences by.
std::string told(const std::vector<Event>& events) {
    std::string out;
    for (const Event& event : events) {
        core::wire::appendEventJson(event, out);
        out += event.at.received ? " " + std::to_string(event.at.received->value()) : " -";
        out += '\n';
    }
    return out;
}

std::string toldSorted(std::vector<Event> events) {
    sortCanonically(events);
    return told(events);
}

// Trades of several pools as they ran, with the reserves each left and, as logs tell them, without index.
std::vector<Event> curveTrades(std::mt19937_64& random, std::size_t slotCount) {
    struct Pool {
        std::uint64_t base = 1'073'000'000'000'000;
        std::uint64_t quote = 30'000'000'000;
    };
    std::vector<Pool> pools(5);
    std::vector<Event> out;
    std::uint64_t number = 0;
    for (std::size_t slot = 0; slot < slotCount; ++slot) {
        // Pool after pool, because between pools of one slot no order is known.
        std::vector<std::pair<core::Mint, std::uint64_t>> mints;
        for (std::uint64_t pool = 0; pool < pools.size(); ++pool) mints.emplace_back(test::mintOf(pool), pool);
        std::sort(mints.begin(), mints.end());
        for (const auto& [mint, pool] : mints) {
            Pool& state = pools[pool];
            const auto trades = test::below(random, 12);
            for (std::uint64_t i = 0; i < trades; ++i) {
                const bool buy = test::below(random, 5) < 3;
                const std::uint64_t coins = 1'000'000 + test::below(random, 1'000'000'000'000);
                const auto quote =
                    static_cast<std::uint64_t>(static_cast<double>(coins) / static_cast<double>(state.base) *
                                               static_cast<double>(state.quote)) +
                    1;
                state.base = buy ? state.base - coins : state.base + coins;
                state.quote = buy ? state.quote + quote : state.quote - quote;
                Event event = test::tradeEvent(++number, 1'000 + slot, buy ? Side::Buy : Side::Sell, coins, quote,
                                               test::below(random, 50), pool);
                event.at.blockTime.reset();
                test::tradeOf(event).after = core::Reserves{state.base, state.quote, {}, {}};
                out.push_back(event);
            }
        }
    }
    return out;
}

}  // namespace

class CanonicalOrderTest : public QObject {
    Q_OBJECT
private slots:
    // A source without slots stands where its time does, though a line of another source names a slot that cannot be.
    void oneHostileSlotDrawsNothing_data() {
        QTest::addColumn<quint64>("slot");
        QTest::newRow("far ahead") << quint64{std::numeric_limits<std::uint64_t>::max()};
        QTest::newRow("a little ahead") << quint64{1'500};
        QTest::newRow("far behind") << quint64{0};
    }
    void oneHostileSlotDrawsNothing() {
        QFETCH(quint64, slot);
        std::vector<Event> events;
        for (std::uint64_t i = 0; i < 100; ++i)
            events.push_back(test::tradeEvent(i, 1'000 + i, Side::Buy, 1, 1));
        // Two seconds are five slots: one without a slot in the middle of each.
        for (std::uint64_t i = 0; i < 20; ++i) {
            Event event = test::tradeEvent(1'000 + i, 1'002 + 5 * i, Side::Buy, 1, 1);
            event.at.slot.reset();
            event.at.path.reset();
            events.push_back(event);
        }
        auto honest = events;
        Event hostile = test::tradeEvent(5'000, 1'020, Side::Buy, 1, 1, 1, 9);
        hostile.at.slot = core::Slot{slot};
        events.push_back(hostile);
        sortCanonically(honest);
        sortCanonically(events);
        std::erase_if(events, [&](const Event& event) { return event.at.slot == core::Slot{slot}; });
        QCOMPARE(told(events), told(honest));
        const auto last = std::find_if(honest.rbegin(), honest.rend(), [](const Event& e) { return !e.at.slot; });
        QVERIFY(last - honest.rbegin() < 5);
    }

    void slotThenIndexThenPath() {
        auto random = test::seeded("indexed events");
        std::vector<Event> expected;
        for (std::uint64_t slot = 1; slot < 40; ++slot)
            for (std::uint32_t index = 0; index < 5; ++index)
                for (std::uint16_t path = 0; path < 4; ++path) {
                    Event event = test::tradeEvent(slot * 100 + index * 7, slot, Side::Buy, 1 + path, 1,
                                                   test::below(random, 9), test::below(random, 9));
                    event.at.txIndex = index;
                    event.at.path = core::EventPath{path, static_cast<std::uint16_t>(3 - path), 0};
                    expected.push_back(event);
                }
        for (int round = 0; round < 10; ++round) {
            auto events = expected;
            std::shuffle(events.begin(), events.end(), random);
            QCOMPARE(toldSorted(events), told(expected));
        }
    }

    // Without indexes the reserves tell in which order a pool's trades ran.
    void reservesTellTheOrderInsideASlot() {
        auto random = test::seeded("chained reserves");
        const auto expected = curveTrades(random, 100);
        QVERIFY(expected.size() > 1'500);
        for (int round = 0; round < 10; ++round) {
            auto events = expected;
            std::shuffle(events.begin(), events.end(), random);
            QCOMPARE(toldSorted(events), told(expected));
        }
    }

    void duplicatesAndBackfillsDoNotDependOnArrival() {
        auto random = test::seeded("seen several times");
        auto events = curveTrades(random, 30);
        const std::size_t once = events.size();
        for (std::size_t i = 0; i < once; ++i) {
            events[i].at.received =
                core::RecvTime{static_cast<std::int64_t>(1'000 + test::below(random, 1'000'000))};
            Event again = events[i];
            // The same again later, or from a backfill, which knows the block's time.
            again.at.received = core::RecvTime{static_cast<std::int64_t>(5'000 + test::below(random, 1'000'000))};
            if (test::below(random, 2) == 0) again.at.blockTime = core::BlockTime{1'795'446'000};
            events.push_back(again);
            // Sources without a slot or without reserves, and other kinds of events, are mixed in.
            if (test::below(random, 10) == 0) {
                again.at.slot.reset();
                events.push_back(again);
            }
            if (test::below(random, 10) == 0)
                events.push_back(test::createdEvent(90'000 + i, 1'000 + i % 30, 1, i % 5));
        }
        const std::string expected = toldSorted(events);
        for (int round = 0; round < 20; ++round) {
            std::shuffle(events.begin(), events.end(), random);
            QCOMPARE(toldSorted(events), expected);
        }
    }

    void aPoolWithoutReservesIsOrderedBySignature() {
        auto random = test::seeded("no reserves");
        std::vector<Event> events;
        for (std::uint64_t i = 0; i < 200; ++i) {
            events.push_back(test::tradeEvent(i, 5, Side::Buy, 1, 1));
            events.back().at.blockTime.reset();
        }
        sortCanonically(events);
        const std::string expected = told(events);
        QVERIFY(std::is_sorted(events.begin(), events.end(),
                               [](const Event& a, const Event& b) { return a.at.signature < b.at.signature; }));
        std::shuffle(events.begin(), events.end(), random);
        QCOMPARE(toldSorted(events), expected);
    }

    void creationsComeFirstAndGraduationsLast() {
        Event created = test::createdEvent(50, 7);
        Event buy = test::tradeEvent(1, 7, Side::Buy, 1, 1);
        Event graduated = test::tradeEvent(2, 7, Side::Buy, 1, 1);
        graduated.body = core::Graduated{test::mintOf(1), core::Symbol{"pumpfun"}, std::nullopt};
        std::vector<Event> events{graduated, buy, created};
        sortCanonically(events);
        QVERIFY(std::holds_alternative<core::TokenCreated>(events[0].body));
        QVERIFY(std::holds_alternative<core::Trade>(events[1].body));
        QVERIFY(std::holds_alternative<core::Graduated>(events[2].body));
    }

    void withoutSlotTheTimeOrders() {
        std::vector<Event> events;
        for (const std::int64_t time : {30, 10, 20}) {
            events.push_back(test::tradeEvent(1, 1, Side::Buy, static_cast<std::uint64_t>(time), 1));
            events.back().at = {};
            events.back().at.blockTime = core::BlockTime{time};
        }
        sortCanonically(events);
        for (std::size_t i = 0; i < 3; ++i)
            QCOMPARE(events[i].at.blockTime->value(), static_cast<std::int64_t>(10 * (i + 1)));
    }

    void withoutSlotTheTimePlacesAmongSlots() {
        // Transfers with a time alone beside trades with slots: each stands behind the slot of its time.
        auto random = test::seeded("placed");
        std::vector<Event> events;
        for (std::uint64_t slot = 100; slot < 110; ++slot)
            events.push_back(test::tradeEvent(slot, slot, core::Side::Buy, 1, 1));
        const std::int64_t start = events.front().at.blockTime->value();
        const auto placed = [&](std::uint64_t number, std::int64_t time) {
            Event event = test::tradeEvent(number, 0, core::Side::Buy, 1, 1);
            event.at.slot.reset();
            event.at.blockTime = core::BlockTime{time};
            return event;
        };
        events.push_back(placed(1, start - 50));         // before everything
        events.push_back(placed(2, start + 1));          // inside
        events.push_back(placed(3, start + 1'000'000));  // behind everything
        std::vector<Event> expected;
        expected.push_back(events[10]);
        bool told = false;
        for (std::size_t i = 0; i < 10; ++i) {
            if (!told && events[i].at.blockTime->value() > start + 1) {
                expected.push_back(events[11]);
                told = true;
            }
            expected.push_back(events[i]);
        }
        expected.push_back(events[12]);
        for (int times = 0; times < 20; ++times) {
            std::shuffle(events.begin(), events.end(), random);
            std::vector<Event> sorted = events;
            core::pipeline::sortCanonically(sorted);
            for (std::size_t i = 0; i < expected.size(); ++i)
                QVERIFY2(sorted[i].at.signature == expected[i].at.signature, qPrintable(QString::number(i)));
        }
    }

    // Reserves from a stranger: every trade once, whatever they say.
    void hostileReservesLoseNothing() {
        auto random = test::seeded("hostile reserves");
        for (int round = 0; round < 300; ++round) {
            std::vector<Event> events;
            const auto count = test::below(random, 12);
            for (std::uint64_t i = 0; i < count; ++i) {
                Event event = test::tradeEvent(i, 5, test::below(random, 2) == 0 ? Side::Buy : Side::Sell,
                                               test::below(random, 3), test::below(random, 3));
                event.at.blockTime.reset();
                const auto any = [&] {
                    return test::below(random, 4) == 0 ? ~std::uint64_t{0} : test::below(random, 4);
                };
                if (test::below(random, 8) != 0) test::tradeOf(event).after = core::Reserves{any(), any(), {}, {}};
                events.push_back(event);
            }
            auto shuffled = events;
            std::shuffle(shuffled.begin(), shuffled.end(), random);
            QCOMPARE(toldSorted(shuffled), toldSorted(events));
            const auto names = [](std::vector<Event> all) {
                std::vector<core::Signature> out;
                for (const Event& event : all) out.push_back(*event.at.signature);
                std::sort(out.begin(), out.end());
                return out;
            };
            auto sorted = events;
            sortCanonically(sorted);
            QVERIFY(names(sorted) == names(events));
        }
    }
};

QTEST_APPLESS_MAIN(CanonicalOrderTest)
#include "canonical_order_test.moc"
