// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intel/coin_list.h"

#include <QTest>

#include <random>
#include <set>
#include <vector>

using core::intel::CoinList;

class CoinListTest : public QObject {
    Q_OBJECT
private slots:
    void itHoldsEachCoinOnceInOrder() {
        std::mt19937 random{5};
        for (const std::uint32_t span : {4U, 30U, 4'000U}) {
            CoinList list;
            std::set<std::uint32_t> expected;
            for (int step = 0; step < 600; ++step) {
                // Mostly the youngest coin, now and then one of long ago, the first of all too.
                const std::uint32_t youngest = static_cast<std::uint32_t>(step) * span / 600;
                const std::uint32_t coin =
                    random() % 4 != 0 ? youngest : static_cast<std::uint32_t>(random() % (youngest + 1));
                QCOMPARE(list.contains(coin), expected.contains(coin));
                list.add(coin, 512);
                if (expected.size() < 512) expected.insert(coin);
                QVERIFY2(std::ranges::equal(list.all(), expected), qPrintable(QString::number(step)));
                QVERIFY(!list.contains(span + 1));
            }
        }
    }
    void beyondItsBoundNothingIsAdded() {
        CoinList list;
        for (std::uint32_t coin = 1; coin <= 40; ++coin) list.add(coin, 10);
        QCOMPARE(list.size(), std::size_t{10});
        QVERIFY(list.contains(10) && !list.contains(11));
        list.add(0, 10);
        QVERIFY(!list.contains(0));
    }
};

QTEST_APPLESS_MAIN(CoinListTest)
#include "coin_list_test.moc"
