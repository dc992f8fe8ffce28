// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/clock.h"
#endif

#include <QTest>

#include <limits>

using namespace std::chrono_literals;
using core::ManualClock;
using core::RecvTime;

class TestClock : public QObject {
    Q_OBJECT

private slots:
    void manualStandsStill() {
        const ManualClock clock{RecvTime{1'795'446'000'000'000'000}};
        QCOMPARE(clock.now().value(), std::int64_t{1'795'446'000'000'000'000});
        QVERIFY(clock.now() == clock.now());
        QVERIFY(clock.steady() == clock.steady());
    }
    void manualMovesBothClocks() {
        ManualClock clock{RecvTime{1'000}};
        const auto before = clock.steady();
        clock.advance(250ms);
        QCOMPARE(clock.now().value(), std::int64_t{250'001'000});
        QVERIFY(clock.steady() - before == 250ms);
        clock.advance(-1us);
        QCOMPARE(clock.now().value(), std::int64_t{250'000'000});
        clock.set(RecvTime{std::numeric_limits<std::int64_t>::max()});
        QCOMPARE(clock.now().value(), std::numeric_limits<std::int64_t>::max());
    }
    void machineClockSpeaksNanoseconds() {
        const core::SystemClock clock;
        // 2020 to 2100 in nanoseconds: a clock in another unit is off by a factor of a thousand.
        QVERIFY(clock.now().value() > 1'577'836'800'000'000'000);
        QVERIFY(clock.now().value() < 4'102'444'800'000'000'000);
        const auto first = clock.steady();
        QVERIFY(clock.steady() >= first);
    }
};

QTEST_APPLESS_MAIN(TestClock)
#include "test_clock.moc"
