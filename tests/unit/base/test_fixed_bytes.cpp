// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/fixed_bytes.h"
#include "core/base/strong.h"
#endif

#include <QTest>

#include <unordered_set>

using core::ErrorCode;
using Key = core::FixedBytes<struct KeyTag, 32>;
using Other = core::FixedBytes<struct OtherTag, 32>;

class TestFixedBytes : public QObject {
    Q_OBJECT

private slots:
    void takesExactlyItsSize() {
        for (const std::size_t size : {0U, 1U, 31U, 33U, 64U}) {
            const auto key = Key::fromBytes(std::vector<std::uint8_t>(size, 1));
            QVERIFY(!key);
            QCOMPARE(int(key.error().code), int(ErrorCode::Truncated));
        }
        const auto key = Key::fromBytes(std::vector<std::uint8_t>(32, 1));
        QVERIFY(key);
        QVERIFY(!key->isZero());
        QVERIFY(Key{}.isZero());
    }
    void readsItsOwnText() {
        const auto wsol = Key::fromBase58("So11111111111111111111111111111111111111112");
        QVERIFY(wsol);
        QCOMPARE(wsol->base58(), std::string("So11111111111111111111111111111111111111112"));
        QCOMPARE(Key{}.base58(), std::string(32, '1'));
        for (const char* text : {"", "1", "0", "So1111111111111111111111111111111111111111",
                                 "So111111111111111111111111111111111111111122222"}) {
            const auto key = Key::fromBase58(text);
            QVERIFY2(!key, text);
            QCOMPARE(int(key.error().code), int(ErrorCode::BadEncoding));
        }
    }
    void ordersByBytes() {
        std::array<std::uint8_t, 32> low{};
        std::array<std::uint8_t, 32> high{};
        low[31] = 255;
        high[0] = 1;
        QVERIFY(Key{low} < Key{high});
        QVERIFY(Key{low} == Key{Other{low}});
        QVERIFY(Key{low} != Key{high});
    }
    void hashesKeysThatShareTheirEnds() {
        // Vanity addresses share prefixes and suffixes; such keys must not fall into one bucket.
        std::unordered_set<std::size_t> hashes;
        for (unsigned i = 0; i < 4096; ++i) {
            std::array<std::uint8_t, 32> bytes{};
            bytes[12] = static_cast<std::uint8_t>(i);
            bytes[20] = static_cast<std::uint8_t>(i >> 8U);
            hashes.insert(std::hash<Key>{}(Key{bytes}));
        }
        QCOMPARE(hashes.size(), std::size_t{4096});
    }
    void strongValuesCompareAndHash() {
        using Amount = core::Strong<struct AmountTag, std::uint64_t>;
        QVERIFY(Amount{} == Amount{0});
        QVERIFY(Amount{1} < Amount{2});
        QCOMPARE(std::hash<Amount>{}(Amount{7}), std::hash<std::uint64_t>{}(7));
    }
};

QTEST_APPLESS_MAIN(TestFixedBytes)
#include "test_fixed_bytes.moc"
