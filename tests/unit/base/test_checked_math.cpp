// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/checked_math.h"
#include "tests/support/seed.h"
#endif

#include <QTest>

#include <limits>

using namespace core;

namespace {

constexpr std::uint64_t kMax = std::numeric_limits<std::uint64_t>::max();
constexpr std::int64_t kMostSigned = std::numeric_limits<std::int64_t>::max();
constexpr std::int64_t kLeastSigned = std::numeric_limits<std::int64_t>::min();

}  // namespace

class TestCheckedMath : public QObject {
    Q_OBJECT

private slots:
    void addsUpToTheLastValue() {
        QCOMPARE(checkedAdd(kMax, std::uint64_t{0}).value(), kMax);
        QCOMPARE(checkedAdd(kMax - 1, std::uint64_t{1}).value(), kMax);
        QVERIFY(!checkedAdd(kMax, std::uint64_t{1}));
        QVERIFY(!checkedAdd(kMax, kMax));
        QCOMPARE(checkedAdd(kMostSigned, kLeastSigned).value(), std::int64_t{-1});
        QVERIFY(!checkedAdd(kMostSigned, std::int64_t{1}));
        QVERIFY(!checkedAdd(kLeastSigned, std::int64_t{-1}));
    }
    void subtractsDownToZero() {
        QCOMPARE(checkedSub(kMax, kMax).value(), std::uint64_t{0});
        QVERIFY(!checkedSub(std::uint64_t{0}, std::uint64_t{1}));
        QVERIFY(!checkedSub(kMax - 1, kMax));
        QVERIFY(!checkedSub(kLeastSigned, std::int64_t{1}));
        QCOMPARE(checkedSub(std::int64_t{-1}, kMostSigned).value(), kLeastSigned);
    }
    void multipliesWithinTheType() {
        QCOMPARE(checkedMul(kMax, std::uint64_t{1}).value(), kMax);
        QCOMPARE(checkedMul(std::uint64_t{1} << 32U, (std::uint64_t{1} << 32U) - 1).value(), kMax - 0xffffffffULL);
        QVERIFY(!checkedMul(std::uint64_t{1} << 32U, std::uint64_t{1} << 32U));
        QVERIFY(!checkedMul(kMax, std::uint64_t{2}));
        QVERIFY(!checkedMul(kLeastSigned, std::int64_t{-1}));
    }
    void saturates() {
        QCOMPARE(saturatingAdd(kMax, kMax), kMax);
        QCOMPARE(saturatingAdd(kMax - 5, std::uint64_t{5}), kMax);
        QCOMPARE(saturatingAdd(std::uint64_t{2}, std::uint64_t{3}), std::uint64_t{5});
        QCOMPARE(saturatingSub(std::uint64_t{3}, std::uint64_t{5}), std::uint64_t{0});
        QCOMPARE(saturatingSub(std::uint64_t{5}, std::uint64_t{3}), std::uint64_t{2});
        QCOMPARE(saturatingSub(kMax, std::uint64_t{0}), kMax);
        QCOMPARE(saturatingAdd(std::uint8_t{250}, std::uint8_t{10}), std::uint8_t{255});
    }
    void multipliesWide() {
        const Uint128 square = wideMul(kMax, kMax);
        QCOMPARE(static_cast<std::uint64_t>(square), std::uint64_t{1});
        QCOMPARE(static_cast<std::uint64_t>(square >> 64U), kMax - 1);
        QVERIFY(wideMul(0, kMax) == 0);
        // k = x * y of a fresh curve leaves 64 bits.
        const Uint128 k = wideMul(30'000'000'000ULL, 1'073'000'000'000'000ULL);
        QVERIFY(k / 1'073'000'000'000'000ULL == 30'000'000'000ULL);
        QVERIFY(k > kMax);
    }
    void dividesProducts() {
        QCOMPARE(mulDiv(kMax, kMax, kMax).value(), kMax);
        QCOMPARE(mulDiv(kMax, 10, 100).value(), kMax / 10);
        QCOMPARE(mulDiv(7, 3, 2).value(), std::uint64_t{10});
        QCOMPARE(mulDiv(0, 0, 1).value(), std::uint64_t{0});
        QVERIFY(!mulDiv(1, 1, 0));
        QVERIFY(!mulDiv(kMax, 2, 1));
        QVERIFY(!mulDiv(kMax, kMax, kMax - 1));
    }
    void narrows() {
        QCOMPARE(narrow<std::uint32_t>(std::uint64_t{0xffffffff}).value(), 0xffffffffU);
        QVERIFY(!narrow<std::uint32_t>(std::uint64_t{0x100000000}));
        QVERIFY(!narrow<std::uint64_t>(std::int64_t{-1}));
        QVERIFY(!narrow<std::int64_t>(kMax));
        QCOMPARE(narrow<std::int64_t>(std::uint64_t{kMax / 2}).value(), kMostSigned);
        QVERIFY(!narrow<std::int8_t>(std::uint8_t{128}));
        QCOMPARE(narrow<std::int8_t>(std::int64_t{-128}).value(), std::int8_t{-128});
    }
    void agreesWithWideArithmetic() {
        std::mt19937_64 random(test::printedSeed(128));
        for (int i = 0; i < 20'000; ++i) {
            // Mixed magnitudes: uniform 64-bit numbers would overflow nearly always.
            const std::uint64_t a = random() >> test::below(random, 64);
            const std::uint64_t b = random() >> test::below(random, 64);
            const Uint128 sum = Uint128{a} + b;
            QCOMPARE(checkedAdd(a, b).has_value(), sum <= kMax);
            if (sum <= kMax) QCOMPARE(checkedAdd(a, b).value(), static_cast<std::uint64_t>(sum));
            QCOMPARE(saturatingAdd(a, b), sum <= kMax ? static_cast<std::uint64_t>(sum) : kMax);
            QCOMPARE(checkedSub(a, b).has_value(), a >= b);
            const Uint128 product = Uint128{a} * b;
            QCOMPARE(checkedMul(a, b).has_value(), product <= kMax);
            const std::uint64_t divisor = (random() >> test::below(random, 64)) | 1U;
            const Uint128 quotient = product / divisor;
            const auto got = mulDiv(a, b, divisor);
            QCOMPARE(got.has_value(), quotient <= kMax);
            if (got) QCOMPARE(*got, static_cast<std::uint64_t>(quotient));
        }
    }
};

QTEST_APPLESS_MAIN(TestCheckedMath)
#include "test_checked_math.moc"
