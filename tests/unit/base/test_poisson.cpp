// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/poisson.h"

#include <QTest>

#include <cmath>
#include <limits>

using core::poissonTail;

class PoissonTest : public QObject {
    Q_OBJECT

private slots:
    // Sums of the terms with 60 decimal digits.
    void knownValues_data() {
        QTest::addColumn<quint64>("least");
        QTest::addColumn<double>("mean");
        QTest::addColumn<double>("tail");
        struct Row {
            quint64 least;
            double mean;
            double tail;
        };
        constexpr Row kRows[] = {
            {1, 1, 0.63212055882855767},       {2, 1, 0.26424111765711533},
            {3, 0.01, 1.6542165280748767e-07}, {3, 0.37, 0.00641320209469719},
            {5, 12.5, 0.99465449451286592},    {7, 0.000001, 1.9841252480166444e-46},
            {20, 10, 0.0034543419758568078},   {30, 0.001, 3.7663410203018742e-123},
            {50, 2.5, 2.2386989282288961e-46}, {100, 100, 0.5132987982791487},
            {1000, 1200, 0.99999999871183942}, {20000, 20100, 0.76061670556141769},
        };
        for (const Row& row : kRows)
            QTest::addRow("%llu of %g", static_cast<unsigned long long>(row.least), row.mean)
                << row.least << row.mean << row.tail;
    }
    void knownValues() {
        QFETCH(quint64, least);
        QFETCH(double, mean);
        QFETCH(double, tail);
        const double got = poissonTail(least, mean);
        QVERIFY2(std::abs(got - tail) <= 1e-9 * tail, qPrintable(QString::number(got, 'g', 17)));
    }
    void edges() {
        QCOMPARE(poissonTail(0, 0), 1.0);
        QCOMPARE(poissonTail(0, 5), 1.0);
        QCOMPARE(poissonTail(5, 0), 0.0);
        QCOMPARE(poissonTail(5, -1), 0.0);
        QCOMPARE(poissonTail(5, std::numeric_limits<double>::quiet_NaN()), 0.0);
        QCOMPARE(poissonTail(5, std::numeric_limits<double>::infinity()), 1.0);
        QCOMPARE(poissonTail(1'000'000, 1e-300), 0.0);
        QCOMPARE(poissonTail(1, 1e9), 1.0);
    }
    // More wanted is no likelier, more expected no unlikelier; both sides of the mean meet.
    void falls() {
        for (const double mean : {0.3, 3.0, 30.0, 3'000.0}) {
            double before = 1;
            for (quint64 least = 0; least < 6'000; least += 1 + least / 50) {
                const double tail = poissonTail(least, mean);
                QVERIFY(tail >= 0 && tail <= before);
                QVERIFY(tail <= poissonTail(least, mean * 1.01) * (1 + 1e-9));
                before = tail;
            }
        }
    }
};

QTEST_APPLESS_MAIN(PoissonTest)
#include "test_poisson.moc"
