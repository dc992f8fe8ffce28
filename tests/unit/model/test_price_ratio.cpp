// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/model/event.h"
#include "core/model/price.h"
#include "tests/support/seed.h"
#endif

#include <QTest>

#include <limits>

using core::PriceRatio;

namespace {

constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();

}  // namespace

class TestPriceRatio : public QObject {
    Q_OBJECT

private slots:
    void comparesExactlyAtTheLimit() {
        // Neighbours that are one number as doubles.
        QVERIFY((PriceRatio{kMax - 1, kMax} < PriceRatio{kMax, kMax}));
        QVERIFY(!(PriceRatio{kMax, kMax} < PriceRatio{kMax - 1, kMax}));
        QVERIFY((PriceRatio{kMax, kMax} == PriceRatio{1, 1}));
        QVERIFY((PriceRatio{kMax, kMax} < PriceRatio{kMax, kMax - 1}));
        QVERIFY((PriceRatio{kMax - 2, kMax - 1} < PriceRatio{kMax - 1, kMax}));
        QVERIFY(!(PriceRatio{kMax - 1, kMax} == PriceRatio{kMax - 2, kMax - 1}));
        QVERIFY((PriceRatio{1, kMax} < PriceRatio{1, kMax - 1}));
        QVERIFY((PriceRatio{0, kMax} < PriceRatio{1, kMax}));
    }
    void ordersLikeFractions() {
        std::mt19937_64 random(test::printedSeed(5));
        for (int i = 0; i < 20'000; ++i) {
            const PriceRatio a{random() >> test::below(random, 64), (random() >> test::below(random, 64)) | 1U};
            const std::uint64_t factor = 1 + test::below(random, 9);
            const bool fits = a.quote <= kMax / factor && a.base <= kMax / factor;
            if (fits) QVERIFY((a == PriceRatio{a.quote * factor, a.base * factor}));
            if (a.quote < kMax) QVERIFY((a < PriceRatio{a.quote + 1, a.base}));
            if (a.base < kMax && a.quote > 0) QVERIFY((PriceRatio{a.quote, a.base + 1} < a));
            QVERIFY(!(a < a));
        }
    }
    void nothingOnEitherSideIsNoPrice() {
        QVERIFY(!PriceRatio{}.valid());
        QVERIFY(!(PriceRatio{5, 0}.valid()));
        QVERIFY(!(PriceRatio{0, 5}.valid()));
        QVERIFY((PriceRatio{1, 1}.valid()));
        QVERIFY(!(PriceRatio{0, 0} == PriceRatio{1, 1}));
        QCOMPARE((PriceRatio{5, 0}.value(6, 9)), 0.0);
        core::Trade trade;
        trade.quoteAmount = core::TokenAmount{7};
        QVERIFY(!trade.price().valid());
        trade.baseAmount = core::TokenAmount{7};
        QVERIFY(trade.price().valid());
    }
    void tellsWholeUnits() {
        // A fresh pump.fun curve: 30 SOL against 1,073,000,000 coins.
        const PriceRatio fresh{30'000'000'000, 1'073'000'000'000'000};
        QVERIFY(qAbs(fresh.value(6, 9) - 2.795899347623486e-8) < 1e-20);
        QCOMPARE((PriceRatio{3, 2}.value(0, 0)), 1.5);
        QCOMPARE((PriceRatio{kMax, 1}.value(0, 0)), 18446744073709551615.0);
        QVERIFY((PriceRatio{1, kMax}.value(0, 18)) > 0);
    }
};

QTEST_APPLESS_MAIN(TestPriceRatio)
#include "test_price_ratio.moc"
