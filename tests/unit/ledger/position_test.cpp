// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/ledger/position.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <limits>

using core::Int128;
using core::ledger::Position;

namespace {

constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
constexpr std::int64_t kMostGain = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kMostLoss = std::numeric_limits<std::int64_t>::min();

}  // namespace

class PositionTest : public QObject {
    Q_OBJECT
private slots:
    void realisesAgainstTheAverageCost() {
        Position held;
        held.buy(100, 1'000);
        held.buy(300, 5'000);  // 400 coins for 6,000: 15 each
        held.sell(100, 2'500);
        QCOMPARE(held.realised, std::int64_t{1'000});
        QCOMPARE(held.cost, std::uint64_t{4'500});
        QCOMPARE(held.covered, std::uint64_t{300});
        held.sell(300, 3'000);
        QCOMPARE(held.realised, std::int64_t{-500});
        QCOMPARE(held.cost, std::uint64_t{0});
        QVERIFY(held.balance() == 0);
        QCOMPARE(held.trades, 4U);
        // A new round does not remember the old cost.
        held.buy(10, 50);
        held.sell(10, 80);
        QCOMPARE(held.realised, std::int64_t{-470});
    }

    void coinsOfUnknownCostRealiseNothing() {
        Position held;
        held.sell(50, 1'000);  // bought before we looked
        QCOMPARE(held.realised, std::int64_t{0});
        QCOMPARE(held.uncoveredSold(), std::uint64_t{50});
        QVERIFY(held.balance() == -50);
        held.buy(100, 1'000);
        held.sell(200, 4'000);  // half of it is known: 100 coins for 2,000 that cost 1,000
        QCOMPARE(held.realised, std::int64_t{1'000});
        QCOMPARE(held.uncoveredSold(), std::uint64_t{150});
        QVERIFY(held.balance() == -150);
    }

    void transfersMoveCoinsAndNeverCost() {
        Position held;
        held.receive(100);
        QVERIFY(held.balance() == 100);
        held.sell(100, 5'000);
        QCOMPARE(held.realised, std::int64_t{0});
        QCOMPARE(held.uncoveredSold(), std::uint64_t{100});
        held.buy(100, 1'000);
        held.send(50);  // its half of the cost leaves with it
        QCOMPARE(held.cost, std::uint64_t{500});
        QCOMPARE(held.realised, std::int64_t{0});
        held.sell(50, 700);
        QCOMPARE(held.realised, std::int64_t{200});
        QCOMPARE(held.transferredIn(), std::uint64_t{100});
        QCOMPARE(held.transferredOut(), std::uint64_t{50});
        QVERIFY(held.balance() == 0);
    }

    // Whatever the rounding on the way, a closed position has realised what came in minus what went out.
    void aClosedPositionRealisesExactlyTheDifference() {
        auto random = test::seeded("closed positions");
        for (int round = 0; round < 2'000; ++round) {
            Position held;
            Int128 paid = 0;
            Int128 received = 0;
            std::uint64_t coins = 0;
            const auto most = std::uint64_t{1} << (1 + test::below(random, 55));
            for (int step = 0; step < 12; ++step) {
                if (coins == 0 || test::below(random, 2) == 0) {
                    const std::uint64_t bought = 1 + test::below(random, most);
                    const std::uint64_t cost = test::below(random, most);
                    held.buy(bought, cost);
                    coins += bought;
                    paid += cost;
                } else {
                    const std::uint64_t sold = 1 + test::below(random, coins);
                    const std::uint64_t got = test::below(random, most);
                    held.sell(sold, got);
                    coins -= sold;
                    received += got;
                }
                QCOMPARE(held.covered, coins);
                QVERIFY(held.balance() == static_cast<Int128>(coins));
            }
            if (coins != 0) held.sell(coins, 0);
            QVERIFY(static_cast<Int128>(held.realised) == received - paid);
            QCOMPARE(held.cost, std::uint64_t{0});
            QCOMPARE(held.uncoveredSold(), std::uint64_t{0});
        }
    }

    void staysAtTheLimits() {
        Position held;
        held.buy(kMost, kMost);
        held.buy(kMost, kMost);
        QCOMPARE(held.bought, kMost);
        QCOMPARE(held.covered, kMost);
        QCOMPARE(held.cost, kMost);
        held.sell(kMost, 0);
        QCOMPARE(held.realised, kMostLoss);
        held.buy(1, kMost);
        held.sell(1, 0);
        QCOMPARE(held.realised, kMostLoss);
        QCOMPARE(held.sold, kMost);

        Position winner;
        winner.buy(1, 0);
        winner.sell(1, kMost);
        QCOMPARE(winner.realised, kMostGain);
        winner.buy(1, 0);
        winner.sell(1, kMost);
        QCOMPARE(winner.realised, kMostGain);
        winner.receive(kMost);
        winner.receive(kMost);
        winner.send(kMost);
        winner.send(kMost);
        QCOMPARE(winner.transferredIn(), kMost);
        QCOMPARE(winner.transferredOut(), kMost);
    }

    void balancePassesSixtyFourBits() {
        Position held;
        held.buy(kMost, 1);
        held.receive(kMost);
        QVERIFY(held.balance() == static_cast<Int128>(kMost) + kMost);
        Position gone;
        gone.sell(kMost, 1);
        gone.send(kMost);
        QVERIFY(gone.balance() == -(static_cast<Int128>(kMost) + kMost));
    }

    void tradesOfNothingChangeNothing() {
        Position held;
        held.buy(0, 0);
        held.sell(0, 0);
        held.send(0);
        QCOMPARE(held.realised, std::int64_t{0});
        QCOMPARE(held.uncoveredSold(), std::uint64_t{0});
        QVERIFY(held.balance() == 0);
        // Money for no coins is a loss only once the coins are sold.
        held.buy(0, 100);
        held.buy(10, 100);
        held.sell(10, 150);
        QCOMPARE(held.realised, std::int64_t{-50});
    }
};

QTEST_APPLESS_MAIN(PositionTest)
#include "position_test.moc"
