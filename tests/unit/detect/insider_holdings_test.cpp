// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/detect/insider_holdings.h"
#include "tests/support/detector_run.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <algorithm>

using core::Event;
using core::Flag;
using core::Side;

namespace {

constexpr std::uint64_t kSupply = 1'000'000'000'000'000;
constexpr std::uint64_t kSol = 1'000'000'000;
constexpr std::uint64_t kDev = 1;

// One coin of wallet 1, told event by event; slots are 0.4 s.
class Launch {
public:
    explicit Launch(const core::detect::DetectorInfo& detector) : run(detector) {}

    void create(std::uint64_t slot) { run(test::createdEvent(++m_number, slot, kDev)); }
    void buy(std::uint64_t wallet, std::uint64_t slot, std::uint64_t coins, std::uint64_t lamports) {
        run(test::tradeEvent(++m_number, slot, Side::Buy, coins, lamports, wallet));
    }
    void pay(std::uint64_t from, std::uint64_t to, std::uint64_t slot, std::uint64_t lamports) {
        Event event = test::tradeEvent(++m_number, slot, Side::Buy, 0, 0);
        event.body = core::SolTransfer{test::walletOf(from), test::walletOf(to), core::Lamports{lamports}};
        run(event);
    }
    void move(std::uint64_t from, std::uint64_t to, std::uint64_t slot, std::uint64_t coins) {
        Event event = test::tradeEvent(++m_number, slot, Side::Buy, 0, 0);
        event.body = core::TokenTransfer{test::mintOf(1), test::walletOf(from), test::walletOf(to),
                                         core::TokenAmount{coins}, 6};
        run(event);
    }
    [[nodiscard]] bool names(std::uint64_t wallet) const {
        const auto& wallets = run.flags.back().wallets;
        return std::find(wallets.begin(), wallets.end(), test::walletOf(wallet)) != wallets.end();
    }

    test::DetectorRun run;

private:
    std::uint64_t m_number = 0;
};

}  // namespace

class InsiderHoldingsTest : public QObject {
    Q_OBJECT
private slots:
    void aBagThatTheDevHandsOnIsHeldByAnInsider() {
        Launch coin{core::detect::kInsiderHoldings};
        coin.create(100);
        coin.buy(kDev, 100, kSupply / 5, 7 * kSol);
        coin.move(kDev, 2, 150, kSupply / 10);
        QCOMPARE(coin.run.flags.size(), std::size_t{1});
        const Flag& flag = coin.run.flags.back();
        QVERIFY(std::abs(flag.value - 0.10) < 1e-9 && coin.names(2) && !coin.names(kDev));
        QVERIFY(flag.confidence > 0.98 && flag.gravity.has_value());
    }

    void whatTheDevPaidForIsTheDevs() {
        Launch coin{core::detect::kInsiderHoldings};
        // The dev pays four wallets before it creates anything: until then it looks like a service.
        for (std::uint64_t wallet = 2; wallet <= 5; ++wallet)
            coin.pay(kDev, wallet, 10 + wallet, 2 * kSol + wallet);
        coin.create(100);
        coin.buy(kDev, 100, kSupply / 50, kSol);
        for (std::uint64_t wallet = 2; wallet <= 5; ++wallet) coin.buy(wallet, 101, kSupply / 50, 19 * kSol / 10);
        coin.buy(9, 102, kSupply / 50, 2 * kSol);  // a stranger
        QVERIFY(!coin.run.flags.empty());
        for (std::uint64_t wallet = 2; wallet <= 5; ++wallet) QVERIFY(coin.names(wallet));
        QVERIFY(!coin.names(9));
        QVERIFY(std::abs(coin.run.flags.back().value - 0.08) < 1e-9);
        QVERIFY2(coin.run.flags.back().rule.find("bought by wallets linked to the dev (8.0%)") != std::string::npos,
                 coin.run.flags.back().rule.c_str());
    }

    void soIsWhatTheDevPaidForOverAddressesBetween() {
        Launch coin{core::detect::kInsiderHoldings};
        // To 2 over one address, to 3 over two, to 4 over three; 5 is paid over one after the creation.
        const auto send = [&](std::uint64_t slot, std::vector<std::uint64_t> path) {
            std::uint64_t lamports = 2 * kSol;
            for (std::size_t i = 0; i + 1 < path.size(); ++i, lamports -= 5'000)
                coin.pay(path[i], path[i + 1], slot + i * 5, lamports);
        };
        send(10, {kDev, 20, 2});
        send(30, {kDev, 30, 31, 3});
        send(60, {kDev, 40, 41, 42, 4});
        coin.create(100);
        coin.buy(kDev, 100, kSupply / 50, kSol);
        send(105, {kDev, 50, 5});
        for (std::uint64_t wallet = 2; wallet <= 5; ++wallet) coin.buy(wallet, 120, kSupply / 25, 19 * kSol / 10);
        QVERIFY(!coin.run.flags.empty());
        QVERIFY(coin.names(2) && coin.names(3));
        QVERIFY(!coin.names(4) && !coin.names(5));
        const Flag& flag = coin.run.flags.back();
        QVERIFY(std::abs(flag.value - 0.08) < 1e-9);
        // Each address between makes it less sure.
        QVERIFY2(flag.confidence > 0.7 && flag.confidence < 0.9, qPrintable(QString::number(flag.confidence)));
    }

    void equalSumsFromOneThatNeverTradedAreASchedule() {
        Launch coin{core::detect::kInsiderHoldings};
        coin.create(100);
        coin.buy(kDev, 100, kSupply / 5, 7 * kSol);
        coin.move(kDev, 50, 110, kSupply / 8);
        QVERIFY(!coin.run.flags.back().withdrawn);  // a bag of an eighth, and nobody knows what for
        for (std::uint64_t i = 0; i < 8; ++i) coin.move(50, 60 + i, 200 + i, kSupply / 200);
        coin.buy(99, 300, kSupply / 1'000, kSol / 10);  // later than the payments can be judged
        QVERIFY2(coin.run.flags.back().withdrawn, coin.run.flags.back().rule.c_str());
        QVERIFY(coin.run.flags.back().confidence < 0.1);
        for (const Flag& flag : coin.run.flags)
            for (std::uint64_t i = 0; i < 8; ++i)
                QVERIFY(std::find(flag.wallets.begin(), flag.wallets.end(), test::walletOf(60 + i)) ==
                        flag.wallets.end());
    }

    void unequalSumsAreNoSchedule() {
        Launch coin{core::detect::kInsiderHoldings};
        coin.create(100);
        coin.buy(kDev, 100, kSupply / 5, 7 * kSol);
        coin.move(kDev, 50, 110, kSupply / 8);
        for (std::uint64_t i = 0; i < 8; ++i) coin.move(50, 60 + i, 200 + i, kSupply / 200 + i * kSupply / 2'000);
        coin.buy(99, 300, kSupply / 1'000, kSol / 10);
        QVERIFY(!coin.run.flags.back().withdrawn);
        for (std::uint64_t i = 0; i < 8; ++i) QVERIFY(coin.names(60 + i));
    }

    void onePayingWhileItTradesIsNoSchedule() {
        Launch coin{core::detect::kInsiderHoldings};
        coin.create(100);
        coin.buy(kDev, 100, kSupply / 5, 7 * kSol);
        coin.move(kDev, 50, 110, kSupply / 8);
        coin.buy(50, 120, kSupply / 1'000, kSol / 10);
        for (std::uint64_t i = 0; i < 8; ++i) coin.move(50, 60 + i, 200 + i, kSupply / 200);
        coin.buy(99, 300, kSupply / 1'000, kSol / 10);
        QVERIFY(!coin.run.flags.back().withdrawn);
        QVERIFY(coin.names(60) && coin.names(67));
    }
};

QTEST_APPLESS_MAIN(InsiderHoldingsTest)
#include "insider_holdings_test.moc"
