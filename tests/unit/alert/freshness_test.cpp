// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/alert/freshness.h"
#endif

#include <QTest>

using core::alert::Freshness;

namespace {

constexpr std::int64_t kStart = 1'795'446'000;

// An event of second `block` that arrived in second `received`; no arrival below 0.
core::EventHeader at(std::int64_t block, std::int64_t received = -1) {
    core::EventHeader out;
    out.blockTime = core::BlockTime{kStart + block};
    if (received >= 0) out.received = core::RecvTime{(kStart + received) * 1'000'000'000};
    return out;
}

bool isOld(Freshness& freshness, const core::EventHeader& header) {
    return freshness.isOld(header, header.blockTime->value());
}

}  // namespace

class FreshnessTest : public QObject {
    Q_OBJECT
private slots:
    void aBackfillIsOld() {
        Freshness freshness;
        for (std::int64_t second = 0; second < 100; ++second) QVERIFY(!isOld(freshness, at(second, second + 1)));
        // Ten minutes without a feed; then live again, and what was missed comes in between.
        QVERIFY(!isOld(freshness, at(700, 701)));
        for (std::int64_t second = 100; second < 600; second += 10) QVERIFY(isOld(freshness, at(second, 702)));
        QVERIFY(!isOld(freshness, at(690, 702)));
        QVERIFY(!isOld(freshness, at(702, 703)));
    }

    // Some feeds send what was missed before they go on: nothing younger was seen by then.
    void aReplayAfterAnOutageIsOld() {
        Freshness freshness;
        QVERIFY(!isOld(freshness, at(0, 1)));
        for (std::int64_t second = 1; second < 500; second += 5) QVERIFY(isOld(freshness, at(second, 601)));
        QVERIFY(!isOld(freshness, at(601, 602)));
    }

    // A simulated market tells the time of its own days.
    void aFeedThatLivesInThePastIsNotOld() {
        Freshness freshness;
        for (std::int64_t second = 0; second < 1'000; ++second)
            QVERIFY(!isOld(freshness, at(second, 500'000 + second)));
    }

    void eventsWithoutArrivalGoByTheirTime() {
        Freshness freshness;
        QVERIFY(!isOld(freshness, at(1'000)));
        QVERIFY(isOld(freshness, at(900)));
        QVERIFY(!isOld(freshness, at(910)));
        QVERIFY(!freshness.isOld({}, std::nullopt));
    }

    // One block of the year 9999 must not silence the rest of the day.
    void anAbsurdTimeMovesNothing() {
        Freshness freshness;
        QVERIFY(!isOld(freshness, at(0, 1)));
        (void)isOld(freshness, at(200'000'000'000, 2));
        for (std::int64_t second = 2; second < 100; ++second) QVERIFY(!isOld(freshness, at(second, second + 1)));
    }

    void anAbsurdBeginningIsForgotten() {
        Freshness freshness;
        (void)isOld(freshness, at(200'000'000'000, 2));
        bool old = true;
        for (std::int64_t second = 0; second < 400; ++second) old = isOld(freshness, at(second, second + 1));
        QVERIFY(!old);
    }
};

QTEST_APPLESS_MAIN(FreshnessTest)
#include "freshness_test.moc"
