// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/detect/fresh_wallet.h"
#include "tests/support/detector_run.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

using core::Flag;
using core::Side;
using core::WalletHistory;

namespace {

constexpr std::uint64_t kBuySlot = 1'000'000;

/// A wallet that began `seconds` before the buys, with `signatures` before them.
WalletHistory history(std::uint64_t wallet, std::int64_t seconds, std::uint64_t signatures, bool complete = true) {
    const auto buyTime = test::tradeEvent(1, kBuySlot, Side::Buy, 1, 1).at.blockTime->value();
    WalletHistory out;
    out.wallet = test::walletOf(wallet);
    out.complete = complete;
    out.listed = signatures;
    out.oldest = test::signatureOf(900'000 + wallet);
    out.oldestTime = buyTime - seconds;
    for (std::uint64_t i = 0; complete && i < std::min<std::uint64_t>(signatures, WalletHistory::kFirst); ++i)
        out.firstSlots.push_back(kBuySlot - 100 + i);
    return out;
}

/// `count` first buys of coin 1 by wallets 10, 11, ...
void buys(test::DetectorRun& run, std::uint64_t count) {
    run(test::createdEvent(1, kBuySlot - 1));
    for (std::uint64_t i = 0; i < count; ++i)
        run(test::tradeEvent(10 + i, kBuySlot, Side::Buy, 1'000'000'000'000, 1'000'000'000, 10 + i));
}

}  // namespace

class FreshWalletTest : public QObject {
    Q_OBJECT
private slots:
    void tellsAGroupThatIsFresherThanChance() {
        test::DetectorRun run{core::detect::kFreshWallet};
        buys(run, 12);
        QVERIFY(run.flags.empty());  // nothing known is nothing said
        const auto now = test::tradeEvent(100, kBuySlot + 50, Side::Sell, 1, 1, 10);
        for (std::uint64_t i = 0; i < 8; ++i) run.learn(now, history(10 + i, 3'600, 3));
        for (std::uint64_t i = 8; i < 12; ++i) run.learn(now, history(10 + i, 40 * 86'400, 500));
        QVERIFY(!run.flags.empty());
        const Flag& flag = run.flags.back();
        QCOMPARE(flag.kind, std::string("fresh_wallet"));
        QCOMPARE(flag.wallets.size(), std::size_t{8});
        QVERIFY2(flag.rule.starts_with("COIN: 8 of 8 early buyers whose beginning is known were fresh wallets"),
                 flag.rule.c_str());
        QVERIFY(flag.rule.find("0.8% of supply") != std::string::npos);
        QVERIFY(flag.evidence.front().text.starts_with("first buy 60 min after"));
        QVERIFY(flag.against.back().find("of 4 of the first 12") != std::string::npos);
    }

    void saysNothingOfWhatIsUsual() {
        // 3 of 20 are fresh: the share of any coin.
        test::DetectorRun run{core::detect::kFreshWallet};
        buys(run, 20);
        const auto now = test::tradeEvent(100, kBuySlot + 50, Side::Sell, 1, 1, 10);
        for (std::uint64_t i = 3; i < 20; ++i) run.learn(now, history(10 + i, 40 * 86'400, 500));
        for (std::uint64_t i = 0; i < 3; ++i) run.learn(now, history(10 + i, 3'600, 3));
        QVERIFY(run.flags.empty());
    }

    void isFreshByAgeAndByCount_data() {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<quint64>("signatures");
        QTest::addColumn<bool>("complete");
        QTest::addColumn<bool>("fresh");
        QTest::newRow("an hour old, 3 signatures") << qint64{3'600} << quint64{3} << true << true;
        QTest::newRow("a day old") << qint64{86'400} << quint64{3} << true << false;
        QTest::newRow("an hour old, 10 signatures") << qint64{3'600} << quint64{10} << true << false;
        QTest::newRow("more than a list holds") << qint64{3'600} << quint64{1'000} << false << false;
        QTest::newRow("began after the buy") << qint64{-60} << quint64{1} << true << false;
    }
    void isFreshByAgeAndByCount() {
        QFETCH(qint64, seconds);
        QFETCH(quint64, signatures);
        QFETCH(bool, complete);
        QFETCH(bool, fresh);
        test::DetectorRun run{core::detect::kFreshWallet};
        buys(run, 10);
        const auto now = test::tradeEvent(100, kBuySlot + 50, Side::Sell, 1, 1, 10);
        for (std::uint64_t i = 0; i < 10; ++i) run.learn(now, history(10 + i, seconds, signatures, complete));
        QCOMPARE(!run.flags.empty(), fresh);
    }

    void countsAWalletOnceHoweverOftenItIsTold() {
        test::DetectorRun run{core::detect::kFreshWallet};
        buys(run, 20);
        const auto now = test::tradeEvent(100, kBuySlot + 50, Side::Sell, 1, 1, 10);
        for (int times = 0; times < 10; ++times) run.learn(now, history(10, 3'600, 3));
        QVERIFY(run.flags.empty());
    }

    void knowsOnlyWhatWasKnownBeforeTheBuy() {
        // Told before the buys, as a recording does: the statement comes with the buy that makes it unlikely.
        test::DetectorRun run{core::detect::kFreshWallet};
        const auto now = test::createdEvent(5, kBuySlot - 2, 1, 9);
        for (std::uint64_t i = 0; i < 6; ++i) run.learn(now, history(10 + i, 600, 2));
        buys(run, 6);
        QVERIFY(!run.flags.empty());
        QVERIFY(run.flags.front().slot == core::Slot{kBuySlot});
        QCOMPARE(run.flags.front().wallets.size(), std::size_t{4});  // 0.15^4 is the first below 0.001
    }
};

QTEST_APPLESS_MAIN(FreshWalletTest)
#include "fresh_wallet_test.moc"
