// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/id_cache.h"
#include "tests/support/market_events.h"

#include <QTest>

using core::store::IdCache;

class IdCacheTest : public QObject {
    Q_OBJECT
private slots:
    void whatIsAskedForOftenStays() {
        constexpr std::size_t kMost = 50;
        IdCache<core::Wallet> cache{kMost};
        cache.add(test::walletOf(0), 7);
        std::size_t known = 0;
        for (std::uint64_t i = 1; i <= 1'000; ++i) {
            cache.add(test::walletOf(i), static_cast<std::int64_t>(i));
            const std::int64_t* often = cache.find(test::walletOf(0));
            QVERIFY(often != nullptr);
            QCOMPARE(*often, std::int64_t{7});
        }
        for (std::uint64_t i = 1; i <= 1'000; ++i) {
            const std::int64_t* one = cache.find(test::walletOf(i));
            if (one == nullptr) continue;
            ++known;
            QCOMPARE(*one, static_cast<std::int64_t>(i));
        }
        QVERIFY2(known >= kMost - 1 && known <= 2 * kMost, qPrintable(QString::number(known)));
    }
    void afterAClearNothingIsKnown() {
        IdCache<core::Wallet> cache{2};
        for (std::uint64_t i = 0; i < 4; ++i) cache.add(test::walletOf(i), 1);
        cache.clear();
        for (std::uint64_t i = 0; i < 4; ++i) QVERIFY(cache.find(test::walletOf(i)) == nullptr);
    }
};

QTEST_APPLESS_MAIN(IdCacheTest)
#include "id_cache_test.moc"
