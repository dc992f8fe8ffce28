// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/ledger/positions.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <map>
#include <memory>
#include <set>

using core::Wallet;
using core::ledger::Position;
using core::ledger::Positions;
using core::ledger::WalletTable;

class PositionsTest : public QObject {
    Q_OBJECT
private slots:
    void numbersAreGivenOnceAndInOrder() {
        WalletTable table;
        QCOMPARE(table.find(test::walletOf(1)), core::ledger::kNoNumber);
        for (std::uint32_t i = 0; i < 5'000; ++i) QCOMPARE(table.number(test::walletOf(i)), i);
        for (std::uint32_t i = 0; i < 5'000; ++i) {
            QCOMPARE(table.number(test::walletOf(i)), i);
            QCOMPARE(table.find(test::walletOf(i)), i);
            QVERIFY(table.address(i) == test::walletOf(i));
        }
        QCOMPARE(table.find(test::walletOf(5'000)), core::ledger::kNoNumber);
        QCOMPARE(table.size(), std::size_t{5'000});
    }

    // One byte apart anywhere, the first to the last, they are different wallets.
    void everyByteTellsWalletsApart() {
        WalletTable table;
        std::set<std::uint32_t> numbers{table.number(Wallet{})};
        for (std::size_t i = 0; i < Wallet::kSize; ++i) {
            std::array<std::uint8_t, Wallet::kSize> bytes{};
            bytes[i] = 1;
            numbers.insert(table.number(Wallet{bytes}));
        }
        QCOMPARE(numbers.size(), Wallet::kSize + 1);
    }

    void readsLikeAMap() {
        auto random = test::seeded("positions");
        const auto table = std::make_shared<WalletTable>();
        // Another coin's holders share the numbers.
        Positions other{table};
        other.of(test::walletOf(3)).receive(1);
        Positions positions{table};
        std::map<Wallet, std::uint64_t> expected;
        std::map<Wallet, const Position*> places;
        for (int i = 0; i < 5'000; ++i) {
            const Wallet wallet = test::walletOf(test::below(random, 700));
            const std::uint64_t coins = 1 + test::below(random, 1'000);
            Position& held = positions.of(wallet);
            held.receive(coins);
            expected[wallet] += coins;
            const auto [place, added] = places.emplace(wallet, &held);
            QVERIFY(added || place->second == &held);
        }
        QCOMPARE(positions.size(), expected.size());
        std::map<Wallet, std::uint64_t> seen;
        for (const auto& [wallet, held] : positions) {
            QVERIFY(&held == places.at(wallet));
            QVERIFY(seen.emplace(wallet, held.transferredIn()).second);
        }
        QVERIFY(seen == expected);
        for (const auto& [wallet, coins] : expected) {
            QVERIFY(positions.contains(wallet));
            const auto found = positions.find(wallet);
            QVERIFY(found != positions.end() && found->first == wallet);
            QCOMPARE(found->second.transferredIn(), coins);
        }
        QVERIFY(!positions.contains(test::walletOf(701)));
        QCOMPARE(other.size(), std::size_t{1});
        QCOMPARE(other.at(test::walletOf(3)).transferredIn(), std::uint64_t{1});
    }
};

QTEST_APPLESS_MAIN(PositionsTest)
#include "positions_test.moc"
