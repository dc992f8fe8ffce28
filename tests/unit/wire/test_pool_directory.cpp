// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/model/quote_asset.h"
#include "core/wire/pool_directory.h"
#include "tests/support/borsh_writer.h"
#endif

#include <QTest>

using namespace core;
using core::wire::PoolDirectory;
using core::wire::PoolSides;
using test::keyOf;

namespace {

Pubkey numbered(unsigned number) {
    std::array<std::uint8_t, 32> bytes{};
    for (std::size_t i = 0; i < 4; ++i) bytes[i + 8] = static_cast<std::uint8_t>(number >> (8 * i));
    return Pubkey{bytes};
}

const Mint kCoin = keyOf<Mint>(1);
const Mint kOther = keyOf<Mint>(2);

}  // namespace

class TestPoolDirectory : public QObject {
    Q_OBJECT

private slots:
    void firstMintsStay() {
        PoolDirectory pools;
        QVERIFY(pools.find(numbered(1)) == nullptr);
        pools.learn(numbered(1), {kCoin, wrappedSolMint(), std::nullopt, std::nullopt});
        // A later source that disagrees about the mints changes nothing, its decimals neither.
        pools.learn(numbered(1), {kOther, wrappedSolMint(), std::uint8_t{3}, std::nullopt});
        const PoolSides* sides = pools.find(numbered(1));
        QVERIFY(sides->base == kCoin);
        QVERIFY(!sides->baseDecimals);
        // One that agrees fills in what was missing, once.
        pools.learn(numbered(1), {kCoin, wrappedSolMint(), std::uint8_t{6}, std::nullopt});
        pools.learn(numbered(1), {kCoin, wrappedSolMint(), std::uint8_t{7}, std::nullopt});
        QVERIFY(pools.find(numbered(1))->baseDecimals == std::uint8_t{6});
        QCOMPARE(pools.size(), std::size_t{1});
    }
    void quoteAssetsHaveTheirOwnDecimals() {
        PoolDirectory pools;
        pools.learn(numbered(1), {kCoin, wrappedSolMint(), std::nullopt, std::uint8_t{2}});
        QVERIFY(pools.find(numbered(1))->quoteDecimals == std::uint8_t{9});
    }
    void oldestPoolsGoFirst() {
        PoolDirectory pools(3);
        for (unsigned i = 0; i < 5; ++i) pools.learn(numbered(i), {kCoin, kOther, std::nullopt, std::nullopt});
        QCOMPARE(pools.size(), std::size_t{3});
        QVERIFY(pools.find(numbered(1)) == nullptr);
        QVERIFY(pools.find(numbered(2)) != nullptr);
        QVERIFY(pools.find(numbered(4)) != nullptr);
    }
    void tellsWhatItLearned() {
        PoolDirectory pools;
        pools.learn(numbered(1), {kCoin, kOther, std::nullopt, std::nullopt});
        pools.learn(numbered(2), {kCoin, kOther, std::nullopt, std::nullopt});
        pools.learn(numbered(1), {kCoin, kOther, std::uint8_t{6}, std::nullopt});
        QVERIFY((pools.takeLearned() == std::vector{numbered(1), numbered(2)}));
        QVERIFY(pools.takeLearned().empty());
    }
    void wantsEachPoolOnceAndAHundredAtATime() {
        PoolDirectory pools;
        for (int round = 0; round < 2; ++round)
            for (unsigned i = 0; i < 150; ++i) pools.want(numbered(i));
        const auto first = pools.takeWanted();
        QCOMPARE(first.size(), std::size_t{100});
        QVERIFY(first.front() == numbered(0));
        QCOMPARE(pools.takeWanted().size(), std::size_t{50});
        QVERIFY(pools.takeWanted().empty());
    }
    void wantsAreBounded() {
        PoolDirectory pools;
        for (unsigned i = 0; i < 12'000; ++i) pools.want(numbered(i));
        std::size_t taken = 0;
        for (auto some = pools.takeWanted(); !some.empty(); some = pools.takeWanted()) taken += some.size();
        QCOMPARE(taken, std::size_t{10'000});
    }
};

QTEST_APPLESS_MAIN(TestPoolDirectory)
#include "test_pool_directory.moc"
