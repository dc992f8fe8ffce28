// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/detect/liquidity_removal.h"
#include "core/base/text.h"
#include "tests/support/detector_run.h"
#include "tests/support/market_events.h"
#include "tests/support/sim_events.h"
#endif

#include <QTest>

#include <cmath>
#include <limits>

using core::Event;
using core::Flag;
using core::Reserves;
using core::Severity;
using core::Side;

namespace {

constexpr std::uint64_t kSol = 1'000'000'000;
constexpr std::uint64_t kCoins = 200'000'000'000'000;

// One coin and its pools; events are told by slot, 150 slots are a minute.
class Coin {
public:
    Coin() : m_run(core::detect::kLiquidityRemoval) { m_run(test::createdEvent(++m_number, 1'000)); }

    std::size_t change(std::uint64_t slot, bool added, std::uint64_t quote, std::uint64_t wallet = 5,
                       std::optional<std::uint64_t> left = std::nullopt, std::uint64_t pool = 1) {
        Event event = test::tradeEvent(++m_number, slot, Side::Buy, 0, 0);
        core::LiquidityChange change;
        change.venue = core::Symbol{"raydium_cpmm"};
        change.pool = test::poolOf(pool);
        change.mint = test::mintOf(1);
        change.quoteMint = core::wrappedSolMint();
        change.wallet = test::walletOf(wallet);
        change.added = added;
        change.baseAmount = core::TokenAmount{quote};
        change.quoteAmount = core::TokenAmount{quote};
        if (left) change.after = Reserves{*left, *left, std::nullopt, *left};
        event.body = change;
        return tell(event);
    }
    std::size_t adds(std::uint64_t slot, std::uint64_t quote, std::uint64_t wallet = 5) {
        return change(slot, true, quote, wallet);
    }
    std::size_t removes(std::uint64_t slot, std::uint64_t quote, std::uint64_t wallet = 5,
                        std::optional<std::uint64_t> left = std::nullopt) {
        return change(slot, false, quote, wallet, left);
    }
    std::size_t trades(std::uint64_t slot, Side side, std::uint64_t base, std::uint64_t quote, bool curve = false) {
        Event event = test::tradeEvent(++m_number, slot, side, 1'000, 1, 3);
        test::tradeOf(event).pool = test::poolOf(1);
        test::tradeOf(event).after =
            Reserves{base, quote, curve ? std::optional<std::uint64_t>{base} : std::nullopt, quote};
        return tell(event);
    }
    std::size_t tell(const Event& event) {
        const std::size_t before = m_run.flags.size();
        m_run(event);
        return m_run.flags.size() - before;
    }
    [[nodiscard]] const std::vector<Flag>& flags() const { return m_run.flags; }
    [[nodiscard]] core::Signature last() const { return test::signatureOf(m_number); }
    std::uint64_t next() { return ++m_number; }

private:
    test::DetectorRun m_run;
    std::uint64_t m_number = 0;
};

}  // namespace

class LiquidityRemovalTest : public QObject {
    Q_OBJECT
private slots:
    void tellsARemoval() {
        Coin coin;
        coin.trades(1'100, Side::Buy, kCoins, 80 * kSol);
        QCOMPARE(coin.removes(1'200, 48 * kSol), std::size_t{1});
        const Flag& flag = coin.flags().back();
        QCOMPARE(flag.kind, std::string("liquidity_removal"));
        QCOMPARE(flag.subject, test::poolOf(1).base58());
        QCOMPARE(flag.value, 0.6);
        QVERIFY(flag.gravity == Severity::Warning && flag.confidence == 0.99);
        QVERIFY(flag.wallets == std::vector{test::walletOf(5)});
        QVERIFY2(flag.rule.find("took 48.00 SOL out of pool") != std::string::npos, flag.rule.c_str());
        // One wallet did, and it is named.
        const std::string taker = core::shortKey(flag.wallets.at(0).base58());
        QVERIFY2(flag.rule.find(taker + " took") != std::string::npos, flag.rule.c_str());
        QVERIFY2(flag.rule.find("60% of its quote reserve") != std::string::npos, flag.rule.c_str());
        QVERIFY(flag.evidence.size() == 1 && flag.evidence[0].signature == coin.last());
        QVERIFY(flag.slot == core::Slot{1'200} && flag.time && !flag.against.empty());
    }

    void aHardRugIsCritical() {
        Coin coin;
        QCOMPARE(coin.removes(1'200, 95 * kSol, 5, 5 * kSol), std::size_t{1});
        QCOMPARE(coin.flags().back().value, 0.95);
        QVERIFY(coin.flags().back().gravity == Severity::Critical);
        QCOMPARE(coin.removes(1'201, 5 * kSol, 5, 0), std::size_t{0});  // told
    }

    void manyPartsAddUp() {
        Coin coin;
        std::size_t told = 0;
        for (std::uint64_t i = 1; i <= 4; ++i) told += coin.removes(1'200 + i, 10 * kSol, 5, (100 - 10 * i) * kSol);
        QCOMPARE(told, std::size_t{0});
        QCOMPARE(coin.removes(1'300, 10 * kSol, 5, 50 * kSol), std::size_t{1});  // 50 of 100
        QCOMPARE(coin.flags().back().evidence.size(), std::size_t{5});
        QCOMPARE(coin.flags().back().value, 0.5);
        QCOMPARE(coin.removes(1'301, 39 * kSol, 5, 11 * kSol), std::size_t{0});  // 89 of 100
        QCOMPARE(coin.removes(1'302, kSol, 5, 10 * kSol), std::size_t{1});       // 90: a hard rug now
        QVERIFY(coin.flags().back().gravity == Severity::Critical);
    }

    void manyHandsAreNotOne() {
        Coin coin;
        std::size_t told = 0;
        for (std::uint64_t i = 1; i <= 9; ++i)
            told += coin.removes(1'200 + i, 10 * kSol, 10 + i, (100 - 10 * i) * kSol);
        QCOMPARE(told, std::size_t{1});  // the ninth takes 10 of the 20 that are left
        QCOMPARE(coin.flags().back().value, 0.5);
    }

    void slowlyIsNotTold() {
        Coin coin;
        coin.removes(1'200, 40 * kSol, 5, 60 * kSol);
        QCOMPARE(coin.removes(1'200 + 1'505, 20 * kSol, 5, 40 * kSol), std::size_t{0});  // 602 s later
    }

    void putInFirstIsNoCredit() {
        Coin coin;
        coin.adds(1'190, 100 * kSol);
        QCOMPARE(coin.removes(1'200, 100 * kSol), std::size_t{1});
    }

    void puttingBackIsCreditAndToldAgain() {
        Coin coin;
        coin.trades(1'100, Side::Buy, kCoins, 100 * kSol);
        QCOMPARE(coin.removes(1'200, 60 * kSol), std::size_t{1});
        QCOMPARE(coin.adds(1'210, 60 * kSol), std::size_t{1});
        QVERIFY(!coin.flags().back().gravity && coin.flags().back().value == 0);
        QVERIFY2(coin.flags().back().rule.find("came back") != std::string::npos, coin.flags().back().rule.c_str());
    }

    void reservesThatFallAreTold() {
        Coin coin;
        coin.trades(1'100, Side::Buy, kCoins, 100 * kSol);
        // Both a fifth: the liquidity fell by 80%.
        QCOMPARE(coin.trades(1'150, Side::Buy, kCoins / 5, 20 * kSol), std::size_t{1});
        const Flag& flag = coin.flags().back();
        QVERIFY(std::abs(flag.value - 0.8) < 1e-9 && flag.confidence == 0.7);
        QVERIFY2(flag.rule.find("no removal was seen") != std::string::npos, flag.rule.c_str());
        QVERIFY(!flag.wallets.empty() && flag.evidence.size() == 1);
    }

    // However hard they sell, and however many trades nobody saw: the product stays.
    void sellingIsNoRemoval() {
        Coin coin;
        coin.trades(1'100, Side::Buy, kCoins, 100 * kSol);
        QCOMPARE(coin.trades(1'110, Side::Sell, kCoins * 20, 5 * kSol), std::size_t{0});
        QCOMPARE(coin.trades(1'111, Side::Buy, kCoins / 2, 200 * kSol), std::size_t{0});
    }

    void aDecodedRemovalIsNotToldTwice() {
        Coin coin;
        coin.trades(1'100, Side::Buy, kCoins, 100 * kSol);
        QCOMPARE(coin.removes(1'110, 90 * kSol, 5, 10 * kSol), std::size_t{1});
        QCOMPARE(coin.trades(1'111, Side::Sell, 10 * kSol, 10 * kSol), std::size_t{0});
    }

    void graduationIsNone() {
        Coin coin;
        coin.trades(1'100, Side::Buy, kCoins, 115 * kSol, true);
        Event event = test::tradeEvent(coin.next(), 1'101, Side::Buy, 0, 0);
        event.body = core::Graduated{test::mintOf(1), core::Symbol{"pumpfun"}, test::poolOf(2)};
        coin.tell(event);
        coin.change(1'102, true, 80 * kSol, 5, 80 * kSol, 2);
        coin.trades(1'103, Side::Buy, kCoins / 10, 1, true);
        QVERIFY(coin.flags().empty());
    }

    void poolsAreApart() {
        Coin coin;
        coin.change(1'200, false, 40 * kSol, 5, 60 * kSol, 1);
        QCOMPARE(coin.change(1'201, false, 40 * kSol, 5, 60 * kSol, 2), std::size_t{0});
    }

    void lateTradesProveNothing() {
        Coin coin;
        coin.trades(2'000, Side::Buy, kCoins, 100 * kSol);
        QCOMPARE(coin.trades(1'100, Side::Buy, kCoins / 5, 20 * kSol), std::size_t{0});
        QCOMPARE(coin.trades(2'001, Side::Buy, kCoins, 100 * kSol), std::size_t{0});
    }

    void hostileAmountsAndManyPools() {
        constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
        Coin coin;
        for (std::uint64_t i = 0; i < 500; ++i) {
            coin.change(1'200 + i, i % 3 == 0, kMost, i, kMost, i % 100);
            coin.change(1'200 + i, false, kMost, i, 0, i % 100);
            coin.trades(1'200 + i, Side::Sell, i % 2 == 0 ? kMost : 1, i % 5 == 0 ? kMost : 1);
        }
        for (const Flag& flag : coin.flags())
            QVERIFY(flag.value >= 0 && flag.value <= 1 && !flag.evidence.empty() && flag.evidence.size() <= 24);
    }

    void isSilentOnAQuietMarket() {
        core::sim::MarketOptions options;
        options.scenario = "steady";
        options.tradesPerSecond = 50;
        options.durationSeconds = 200;
        options.seed = 3;
        const auto played = test::playMarket(options);
        test::DetectorRun run{core::detect::kLiquidityRemoval};
        for (const Event& event : played.events) run(event);
        QVERIFY2(run.alerts.empty(), test::toldBy(run.alerts).c_str());
    }
};

QTEST_APPLESS_MAIN(LiquidityRemovalTest)
#include "liquidity_removal_test.moc"
