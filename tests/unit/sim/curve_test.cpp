// SPDX-License-Identifier: GPL-3.0-or-later
// moc does not parse the C++20 headers that these include.
#ifndef Q_MOC_RUN
#include "core/sim/curve.h"
#include "core/base/checked_math.h"
#include "core/sim/random.h"
#endif

#include <QtTest>

using namespace core::sim;

class CurveTest : public QObject {
    Q_OBJECT
private slots:
    void keepsItsConstants();
    void completesWhereTheProgramDoes();
    void chargesFeesRoundedUp();
    void staysWithinTheBudget();
    void poolNeverLosesProduct();
    void poolFeesFollowTheMarketCap();
    void waitingTimesHaveTheirMean();
};

void CurveTest::keepsItsConstants() {
    Random random{7};
    BondingCurve curve;
    std::uint64_t sold = 0;
    core::Uint128 k = core::wideMul(curve.virtualTokens, curve.virtualLamports);
    for (int i = 0; i < 5'000 && !curve.complete(); ++i) {
        if (sold == 0 || random.chance(520)) {
            const CurveTrade trade = curve.quoteBuy(random.between(1'000'000, 900'000'000));
            curve.applyBuy(trade);
            sold += trade.tokens;
        } else {
            const CurveTrade trade = curve.quoteSell(random.between(1, sold));
            curve.applySell(trade);
            sold -= trade.tokens;
        }
        QCOMPARE(curve.virtualTokens - curve.realTokens, 279'900'000'000'000ULL);
        QCOMPARE(curve.virtualLamports - curve.realLamports, 30'000'000'000ULL);
        QCOMPARE(curve.realTokens + sold, kCurveTokens);
        const core::Uint128 after = core::wideMul(curve.virtualTokens, curve.virtualLamports);
        QVERIFY(after >= k);
        k = after;
    }
}

void CurveTest::completesWhereTheProgramDoes() {
    BondingCurve curve;
    const CurveTrade trade = curve.quoteBuy(200'000'000'000ULL);
    QCOMPARE(trade.tokens, kCurveTokens);
    curve.applyBuy(trade);
    QVERIFY(curve.complete());
    QCOMPARE(curve.realLamports, 85'005'359'057ULL);
    QCOMPARE(curve.virtualLamports, 115'005'359'057ULL);
}

void CurveTest::chargesFeesRoundedUp() {
    QCOMPARE(feeOf(1'000'000'000, 95), 9'500'000ULL);
    QCOMPARE(feeOf(1, 95), 1ULL);
    QCOMPARE(feeOf(0, 95), 0ULL);
    const CurveTrade trade = BondingCurve{}.quoteBuy(1'000'000'000);
    QCOMPARE(trade.protocolFee, (trade.lamports * 95 + 9'999) / 10'000);
    QCOMPARE(trade.creatorFee, (trade.lamports * 30 + 9'999) / 10'000);
}

void CurveTest::staysWithinTheBudget() {
    Random random{3};
    const BondingCurve curve;
    const ConstantProductPool pool{kPoolTokens, 84'990'359'056ULL};
    for (int i = 0; i < 2'000; ++i) {
        const std::uint64_t budget = random.between(50'000, 60'000'000'000ULL);
        const CurveTrade onCurve = curve.quoteBuy(budget);
        QVERIFY(onCurve.lamports + onCurve.fees() <= budget);
        QVERIFY(onCurve.lamports + onCurve.fees() + 100 > budget - budget / 1000);
        QVERIFY(pool.quoteBuy(budget).userQuote <= budget);
    }
}

void CurveTest::poolNeverLosesProduct() {
    Random random{11};
    ConstantProductPool pool{kPoolTokens, 84'990'359'056ULL};
    for (int i = 0; i < 3'000; ++i) {
        const core::Uint128 before = core::wideMul(pool.base, pool.quote);
        if (random.chance(500)) {
            const PoolTrade trade = pool.quoteBuy(random.between(1'000'000, 3'000'000'000ULL));
            QCOMPARE(trade.userQuote, trade.quote + trade.lpFee + trade.protocolFee + trade.creatorFee);
            pool.applyBuy(trade);
        } else {
            const PoolTrade trade = pool.quoteSell(random.between(1'000'000'000, 2'000'000'000'000ULL));
            QCOMPARE(trade.userQuote, trade.quote - trade.lpFee - trade.protocolFee - trade.creatorFee);
            pool.applySell(trade);
        }
        QVERIFY(core::wideMul(pool.base, pool.quote) >= before);
    }
}

void CurveTest::poolFeesFollowTheMarketCap() {
    // 84 SOL over 206.9 M tokens is a cap of 406 SOL, below the first step at 420.
    const PoolTrade low = ConstantProductPool{kPoolTokens, 84'000'000'000ULL}.quoteBuy(1'000'000'000);
    QCOMPARE(low.protocolBps, 93ULL);
    QCOMPARE(low.creatorBps, 30ULL);
    QCOMPARE(low.lpBps, 2ULL);
    const PoolTrade high = ConstantProductPool{kPoolTokens, 90'000'000'000ULL}.quoteBuy(1'000'000'000);
    QCOMPARE(high.protocolBps, 5ULL);
    QCOMPARE(high.creatorBps, 95ULL);
    QCOMPARE(high.lpBps, 20ULL);
}

void CurveTest::waitingTimesHaveTheirMean() {
    Random random{5};
    std::uint64_t sum = 0;
    std::uint64_t beyondMean = 0;
    constexpr std::uint64_t kDraws = 200'000;
    for (std::uint64_t i = 0; i < kDraws; ++i) {
        const std::uint64_t wait = random.waiting(1'000'000);
        sum += wait;
        beyondMean += wait > 1'000'000 ? 1 : 0;
    }
    const std::uint64_t mean = sum / kDraws;
    QVERIFY2(mean > 990'000 && mean < 1'010'000, qPrintable(QString::number(mean)));
    // e^-1 = 36.8 % of an exponential distribution lie above its mean.
    QVERIFY(beyondMean > kDraws * 363 / 1000 && beyondMean < kDraws * 373 / 1000);
}

QTEST_APPLESS_MAIN(CurveTest)
#include "curve_test.moc"
