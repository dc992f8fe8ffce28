// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/ledger/cliff.h"
#endif

#include <QTest>

#include <cmath>
#include <limits>

using core::Reserves;
using core::ledger::cliffOf;

namespace {
constexpr std::uint64_t kMost = std::numeric_limits<std::uint64_t>::max();
Reserves pool(std::uint64_t base, std::uint64_t quote) {
    return {base, quote, std::nullopt, quote};
}
}  // namespace

class CliffTest : public QObject {
    Q_OBJECT
private slots:
    void halvesTheReserve() {
        // 1000 x 100 = 100,000; with 2000 coins 50 of quote stay: the price falls from .1 to .025.
        const auto cliff = cliffOf(pool(1'000, 100), 1'000).value();
        QCOMPARE(cliff.received, std::uint64_t{50});
        QVERIFY((cliff.before == core::PriceRatio{1, 10}) && (cliff.after == core::PriceRatio{1, 40}));
        QCOMPARE(cliff.fall, 0.75);
        QVERIFY(!cliff.drains);
    }

    void fallsOnACurve() {
        // 500 M coins x 64.38 SOL; 100 M more: 53.65 SOL stay, 10.73 are paid, the price falls by 1 - (5/6)^2.
        const Reserves curve{500'000'000'000'000, 64'380'000'000, 220'100'000'000'000, 34'380'000'000};
        const auto cliff = cliffOf(curve, 100'000'000'000'000).value();
        QCOMPARE(cliff.received, std::uint64_t{10'730'000'000});
        QVERIFY(std::abs(cliff.fall - (1 - 25.0 / 36)) < 1e-12);
    }

    void aCurvePaysNoMoreThanItHolds() {
        // 1000 x 100, of which 20 are real: at 80 of quote stand 1250 coins, .064 instead of .1.
        const auto cliff = cliffOf(Reserves{1'000, 100, 500, 20}, 1'000).value();
        QVERIFY(cliff.drains);
        QCOMPARE(cliff.received, std::uint64_t{20});
        QVERIFY((cliff.after == core::PriceRatio{80, 1'250}));
        QVERIFY(std::abs(cliff.fall - 0.36) < 1e-12);
    }

    void roundsForThePool() {
        // 7 x 10 = 70; with 10 coins 7 stay: 3 paid. With 9 coins 7.78, so 8 stay: 2 paid.
        QCOMPARE(cliffOf(pool(7, 10), 3)->received, std::uint64_t{3});
        QCOMPARE(cliffOf(pool(7, 10), 2)->received, std::uint64_t{2});
        QCOMPARE(cliffOf(pool(7, 10), 0)->received, std::uint64_t{0});
        QCOMPARE(cliffOf(pool(7, 10), 0)->fall, 0.0);
    }

    void knowsNothingWithoutAPrice() {
        QVERIFY(!cliffOf(pool(0, 5), 1));
        QVERIFY(!cliffOf(pool(5, 0), 1));
    }

    void hostileAmounts() {
        for (const Reserves& reserves :
             {pool(kMost, kMost), pool(1, kMost), pool(kMost, 1), pool(1, 1), Reserves{kMost, kMost, kMost, kMost},
              Reserves{5, 5, 0, 0}, Reserves{5, 5, {}, kMost}}) {
            const auto cliff = cliffOf(reserves, kMost).value();
            QVERIFY(cliff.fall >= 0 && cliff.fall <= 1);
            QVERIFY(cliff.received <= reserves.quote);
            QVERIFY(cliff.after.base >= reserves.base);
        }
        QCOMPARE(cliffOf(pool(1, kMost), kMost)->received, kMost - 1);
        QCOMPARE(cliffOf(Reserves{5, 5, 0, 0}, kMost)->fall, 0.0);
    }
};

QTEST_APPLESS_MAIN(CliffTest)
#include "cliff_test.moc"
