// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/detect/cluster_dump.h"
#include "tests/support/detector_run.h"
#include "tests/support/market_events.h"
#include "tests/support/sim_events.h"
#endif

#include <QTest>

#include <cmath>
#include <limits>

using core::Event;
using core::Flag;
using core::Severity;
using core::Side;

namespace {

constexpr std::uint64_t kSupply = 1'000'000'000'000'000;
constexpr std::uint64_t kBag = kSupply / 100;
constexpr std::uint64_t kDev = 1;

// The coin of wallet 1; events are told by slot, five slots are two seconds.
class Coin {
public:
    Coin() : m_run(core::detect::kClusterDump) { m_run(test::createdEvent(++m_number, 1'000, kDev)); }

    // Wallets that buy in one transaction are one hand (P = .957).
    void together(std::uint64_t slot, std::initializer_list<std::uint64_t> wallets, std::uint64_t coins) {
        const std::uint64_t number = ++m_number;
        for (const std::uint64_t wallet : wallets)
            m_run(test::tradeEvent(number, slot, Side::Buy, coins, coins / 1'000, wallet));
    }
    std::size_t trade(std::uint64_t slot, Side side, std::uint64_t coins, std::uint64_t wallet,
                      std::optional<core::Reserves> after = std::nullopt) {
        Event event = test::tradeEvent(++m_number, slot, side, coins, coins / 1'000, wallet);
        test::tradeOf(event).after = after;
        return tell(event);
    }
    std::size_t sells(std::uint64_t slot, std::uint64_t coins, std::uint64_t wallet,
                      std::optional<core::Reserves> after = std::nullopt) {
        return trade(slot, Side::Sell, coins, wallet, after);
    }
    std::size_t moves(std::uint64_t slot, std::uint64_t from, std::uint64_t to, std::uint64_t coins) {
        Event event = test::tradeEvent(++m_number, slot, Side::Buy, 0, 0);
        event.body = core::TokenTransfer{test::mintOf(1), test::walletOf(from), test::walletOf(to),
                                         core::TokenAmount{coins}, std::nullopt};
        return tell(event);
    }
    [[nodiscard]] const std::vector<Flag>& flags() const { return m_run.flags; }
    [[nodiscard]] core::Signature last() const { return test::signatureOf(m_number); }

private:
    std::size_t tell(const Event& event) {
        const std::size_t before = m_run.flags.size();
        m_run(event);
        return m_run.flags.size() - before;
    }
    test::DetectorRun m_run;
    std::uint64_t m_number = 0;
};

}  // namespace

class ClusterDumpTest : public QObject {
    Q_OBJECT
private slots:
    void tellsTheDumpAndTheCliff() {
        Coin coin;
        coin.together(1'100, {11, 12}, kBag);
        QCOMPARE(coin.sells(2'000, kBag * 6 / 10, 11), std::size_t{0});  // 30%
        // 50%, far from the first in slots. 1% of supply is left: 10 T coins on 490 T take the price down by
        // 1 - (490/500)^2 = 3.96%.
        const core::Reserves after{490'000'000'000'000, 65'000'000'000, std::nullopt, 35'000'000'000};
        QCOMPARE(coin.sells(2'100, kBag * 4 / 10, 12, after), std::size_t{1});
        const Flag& flag = coin.flags().back();
        QCOMPARE(flag.kind, std::string("cluster_dump"));
        QCOMPARE(flag.subject, test::walletOf(11).base58());
        QVERIFY((flag.wallets == std::vector{test::walletOf(11), test::walletOf(12)}));
        QVERIFY(flag.mint == test::mintOf(1) && flag.slot == core::Slot{2'100} && flag.time);
        QVERIFY(std::abs(flag.value - 0.01) < 1e-12);
        QVERIFY2(
            flag.rule.find("2 of 2 likely linked wallets sold 50% of their peak bag (1.0% of supply) in 2 trades "
                           "within 40 s; 1.0% of supply is left and would take the price down by 4%.") !=
                std::string::npos,
            flag.rule.c_str());
        QVERIFY(flag.gravity == Severity::Warning);
        // P = 1 / (1 + exp(ln(999) - 10)) = .9566.
        QVERIFY(std::abs(flag.confidence - 0.99 * 0.9566) < 1e-4);
        QCOMPARE(flag.evidence.size(), std::size_t{2});
        QVERIFY(flag.evidence[1].signature == coin.last() && !flag.against.empty());
        // Told once.
        QCOMPARE(coin.sells(2'200, kBag / 10, 12), std::size_t{0});
    }

    void aSecondMemberCloseByRaisesTheSeverity() {
        Coin coin;
        coin.together(1'100, {11, 12}, kBag);
        QCOMPARE(coin.sells(2'000, kBag, 11), std::size_t{1});
        QVERIFY(coin.flags().back().gravity == Severity::Warning);
        QCOMPARE(coin.sells(2'005, kBag / 10, 12), std::size_t{1});
        QVERIFY(coin.flags().back().gravity == Severity::Critical);
        QVERIFY2(coin.flags().back().rule.find("two of them within 5 slots") != std::string::npos,
                 coin.flags().back().rule.c_str());
        QCOMPARE(coin.sells(2'006, kBag / 10, 12), std::size_t{0});
    }

    void sixSlotsAreNotTogether() {
        Coin coin;
        coin.together(1'100, {11, 12}, kBag);
        coin.sells(2'000, kBag, 11);
        QCOMPARE(coin.sells(2'006, kBag / 10, 12), std::size_t{0});
    }

    void theCreatorsClusterIsDevDumps() {
        Coin coin;
        coin.together(1'100, {kDev, 12}, kBag);
        QCOMPARE(coin.sells(2'000, kBag, 12) + coin.sells(2'001, kBag, kDev), std::size_t{0});
    }

    void strangersMaySell() {
        Coin coin;
        coin.trade(1'100, Side::Buy, kBag, 11);
        coin.trade(1'200, Side::Buy, kBag, 12);
        QCOMPARE(coin.sells(2'000, kBag, 11) + coin.sells(2'001, kBag, 12), std::size_t{0});
    }

    void halfOfTheBagAndNotLess() {
        Coin coin;
        coin.together(1'100, {11, 12}, kBag / 2);
        QCOMPARE(coin.sells(2'000, kBag * 49 / 100, 11), std::size_t{0});
        QCOMPARE(coin.trade(2'001, Side::Buy, kBag * 40 / 100, 12), std::size_t{0});  // buys back
        QCOMPARE(coin.sells(2'002, kBag * 30 / 100, 12), std::size_t{0});             // 39% net
    }

    void whatWasJustBoughtOnTopOfABagIsNoDump() {
        Coin coin;
        coin.together(1'100, {11, 12}, 20 * kBag);
        coin.trade(2'000, Side::Buy, 3 * kBag, 11);
        QCOMPARE(coin.sells(2'010, 3 * kBag, 12), std::size_t{0});  // as much as before
        QCOMPARE(coin.sells(2'020, 3 * kBag, 12), std::size_t{1});  // 3% of supply less
        QVERIFY2(coin.flags().back().rule.find("(6.0% of supply)") != std::string::npos,
                 coin.flags().back().rule.c_str());
        // A bag that was bought within the minute is one all the same.
        Coin fresh;
        fresh.together(1'100, {11, 12}, 20 * kBag);
        QCOMPARE(fresh.sells(1'110, 3 * kBag, 12), std::size_t{1});
    }

    void aBagThatMovesInsideIsNoDump() {
        Coin coin;
        coin.together(1'100, {11, 12}, kBag);
        QCOMPARE(coin.moves(1'500, 11, 12, kBag), std::size_t{0});
        QCOMPARE(coin.sells(2'000, kBag * 9 / 10, 12), std::size_t{0});  // 45% of both bags
        QCOMPARE(coin.sells(2'001, kBag * 2 / 10, 12), std::size_t{1});  // 55%
    }

    void aDustBagIsNotTold() {
        Coin coin;
        coin.together(1'100, {11, 12}, kSupply / 5'000);  // .04% together
        QCOMPARE(coin.sells(2'000, kSupply / 5'000, 11) + coin.sells(2'001, kSupply / 5'000, 12), std::size_t{0});
    }

    void manySmallSellsAreSeen() {
        Coin coin;
        coin.together(1'100, {11, 12}, kBag);
        std::size_t told = 0;
        for (std::uint64_t i = 0; i < 200; ++i) told += coin.sells(2'000 + i * 10, kBag / 100, 11 + i % 2);
        QCOMPARE(told, std::size_t{1});
        QVERIFY(coin.flags()[0].evidence.size() <= 32);
        // 100 of 200 equal sells are half.
        QVERIFY2(coin.flags()[0].rule.find("in 100 trades within 396 s") != std::string::npos,
                 coin.flags()[0].rule.c_str());
    }

    void lateSellsCountAtTheirOwnTime() {
        Coin coin;
        coin.together(1'100, {11, 12}, kBag);
        QCOMPARE(coin.sells(90'000, kBag * 6 / 10, 11), std::size_t{0});
        QCOMPARE(coin.sells(2'000, kBag * 6 / 10, 12), std::size_t{0});  // ten hours before
        QCOMPARE(coin.sells(90'010, kBag * 4 / 10, 11), std::size_t{1});
    }

    void hostileAmountsAreHeld() {
        constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
        Coin coin;
        coin.together(1'100, {11, 12}, kMost);
        const core::Reserves after{kMost, kMost, std::nullopt, kMost};
        for (std::uint64_t i = 0; i < 100; ++i) coin.trade(1'200 + i, Side::Buy, kMost, 11 + i % 2, after);
        for (std::uint64_t i = 0; i < 100; ++i) coin.sells(2'000 + i, kMost, 11 + i % 2, after);
        QVERIFY(!coin.flags().empty() && coin.flags().size() <= 3);
        for (const Flag& flag : coin.flags()) QVERIFY(flag.confidence <= 1 && std::isfinite(flag.value));
    }

    void isSilentOnAQuietMarket() {
        core::sim::MarketOptions options;
        options.scenario = "steady";
        options.tradesPerSecond = 50;
        options.durationSeconds = 200;
        options.seed = 3;
        const auto played = test::playMarket(options);
        test::DetectorRun run{core::detect::kClusterDump};
        for (const Event& event : played.events) run(event);
        QVERIFY2(run.alerts.empty(), test::toldBy(run.alerts).c_str());
    }
};

QTEST_APPLESS_MAIN(ClusterDumpTest)
#include "cluster_dump_test.moc"
