// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/alert/tally.h"
#include "tests/support/seed.h"
#endif

#include <QTest>

#include <deque>
#include <set>

using core::alert::Doing;
using core::alert::Tally;

class TallyTest : public QObject {
    Q_OBJECT
private slots:
    // Against a list of everything: short windows are exact to the second.
    void countsAWindow() {
        std::mt19937_64 random{test::printedSeed(3)};
        for (const std::int64_t window : {1, 5, 60, 128}) {
            Tally tally;
            std::deque<Doing> all;
            std::int64_t now = 1'000;
            for (int i = 0; i < 5'000; ++i) {
                now += static_cast<std::int64_t>(test::below(random, 4));
                Doing doing;
                doing.time = now;
                doing.wallet = static_cast<std::uint32_t>(test::below(random, 20));
                doing.coins = random() % 1'000;
                doing.lamports = random() % 1'000;
                all.push_back(doing);
                tally.add(doing, window, true);
                tally.settle(now, window);
                while (all.front().time + window < now) all.pop_front();
                core::Uint128 coins = 0, lamports = 0;
                std::set<std::uint32_t> wallets;
                for (const Doing& each : all) {
                    coins += each.coins;
                    lamports += each.lamports;
                    wallets.insert(each.wallet);
                }
                QVERIFY(tally.coins() == coins && tally.lamports() == lamports);
                QCOMPARE(tally.times(), static_cast<std::uint64_t>(all.size()));
                QCOMPARE(tally.wallets(), wallets.size());
            }
        }
    }

    void aLongWindowLeavesOutAtMostItsFarEdge() {
        Tally tally;
        constexpr std::int64_t kWindow = 3'600;
        for (std::int64_t second = 0; second <= 7'200; ++second)
            tally.add({second, 1, 1, 0, {}, {}}, kWindow, false);
        tally.settle(7'200, kWindow);
        QVERIFY(tally.times() <= 3'601 && tally.times() >= 3'601 - kWindow / Tally::kSteps);
    }

    void isBounded() {
        Tally tally;
        for (std::uint32_t i = 0; i < 100'000; ++i)
            tally.add({static_cast<std::int64_t>(i / 1'000), i, ~std::uint64_t{0}, ~std::uint64_t{0}, {}, {}},
                      3'600, true);
        QVERIFY(tally.wallets() <= Tally::kMostWallets);
        QCOMPARE(tally.proofs().size(), Tally::kMostProofs);
        QVERIFY(tally.coins() > 0);
        tally.settle(1'000'000, 3'600);
        QVERIFY(tally.coins() == 0 && tally.times() == 0 && tally.wallets() == 0);
    }

    void whatComesLateCountsNow() {
        Tally tally;
        tally.add({100, 1, 5, 0, {}, {}}, 60, true);
        tally.add({30, 2, 5, 0, {}, {}}, 60, true);
        tally.settle(100, 60);
        QCOMPARE(tally.times(), std::uint64_t{2});
        QCOMPARE(tally.wallets(), std::size_t{2});
        tally.settle(161, 60);
        QCOMPARE(tally.times(), std::uint64_t{0});
    }
};

QTEST_APPLESS_MAIN(TallyTest)
#include "tally_test.moc"
