// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/detect/pump.h"
#include "core/detect/burst_meter.h"
#include "tests/support/detector_run.h"
#include "tests/support/market_events.h"
#include "tests/support/sim_events.h"
#endif

#include <QTest>

#include <array>
#include <cmath>
#include <utility>

using core::Event;
using core::Flag;
using core::Side;
using core::detect::BurstMeter;
using core::detect::BurstParams;
using core::detect::BurstPopulation;
using core::detect::BurstTerm;
using core::detect::BurstTrade;

namespace {

constexpr std::uint64_t kSol = 1'000'000'000;
constexpr std::uint64_t kCoins = 1'000'000'000;
constexpr std::int64_t kStart = 1'795'446'000;

// Coin 1, its trades told by seconds; 2.5 slots a second.
class Market {
public:
    Market() : m_run(core::detect::kPump) {}
    // `permille` of the usual price.
    void trade(std::int64_t second, Side side, std::uint64_t wallet, std::uint64_t permille = 1'000) {
        Event event = test::tradeEvent(++m_number, 1'000 + static_cast<std::uint64_t>(second) * 5 / 2, side, kCoins,
                                       kSol / 1'000 * permille, wallet);
        event.at.blockTime = core::BlockTime{kStart + second};
        m_run(event);
    }
    // A trade every 25 s, buys and sells in turn.
    void quiet(std::int64_t from, std::int64_t to) {
        for (std::int64_t second = from; second < to; second += 25)
            trade(second, second % 50 == 0 ? Side::Buy : Side::Sell, 100 + static_cast<std::uint64_t>(second) % 37);
    }
    // 200 trades by 100 wallets within 20 s, 10 a second.
    void burst(std::int64_t from, std::uint64_t lastPermille, Side side = Side::Buy) {
        for (std::uint64_t i = 0; i < 200; ++i)
            trade(from + static_cast<std::int64_t>(i / 10), side, 1'000 + i % 100,
                  1'000 + (lastPermille - 1'000) * (i + 1) / 200);
    }
    void operator()(const Event& event) { m_run(event); }
    [[nodiscard]] const std::vector<Flag>& flags() const { return m_run.flags; }
    [[nodiscard]] const std::vector<core::Alert>& alerts() const { return m_run.alerts; }
    [[nodiscard]] core::Signature last() const { return test::signatureOf(m_number); }

private:
    test::DetectorRun m_run;
    std::uint64_t m_number = 0;
};

constexpr std::int64_t kHours = 4 * 3'600;

BurstTrade tick(std::int64_t second, double volume, double price = 1) {
    BurstTrade trade;
    trade.time = second * 1'000;
    trade.volume = volume;
    trade.price = price;
    trade.buy = true;
    trade.moment = static_cast<std::uint64_t>(second);
    trade.trader = static_cast<std::uint64_t>(second);
    return trade;
}

}  // namespace

class PumpTest : public QObject {
    Q_OBJECT
private slots:
    void tellsABurstAgainstTheCoinsOwnPast() {
        Market market;
        market.quiet(0, kHours);
        QVERIFY(market.flags().empty());
        market.burst(kHours, 1'300);
        market.trade(kHours + 26, Side::Buy, 5'000, 1'300);
        QCOMPARE(market.flags().size(), std::size_t{1});
        const Flag& flag = market.flags()[0];
        QCOMPARE(flag.kind, std::string("pump"));
        QVERIFY(flag.mint == test::mintOf(1) && flag.slot && flag.time);
        // Told when the first 5 s are over: 50 trades, the last at 1.075 of the price before.
        QVERIFY2(std::abs(flag.value - 0.075) < 1e-9, flag.rule.c_str());
        QVERIFY(flag.time == core::BlockTime{kStart + kHours + 5});
        QVERIFY(flag.confidence >= 0.5 && flag.confidence <= 0.9);
        QCOMPARE(flag.evidence.size(), std::size_t{10});
        QVERIFY(flag.evidence[0].signature.has_value());
        QCOMPARE(flag.wallets.size(), std::size_t{10});
        QVERIFY(flag.wallets[0] == test::walletOf(1'000));
        QVERIFY(!flag.against.empty());
        QCOMPARE(market.alerts().size(), std::size_t{1});
    }

    void tellsWhenThePriceHalves() {
        Market market;
        market.quiet(0, kHours);
        market.burst(kHours, 1'300);
        market.trade(kHours + 26, Side::Buy, 5'000, 1'400);
        market.trade(kHours + 60, Side::Sell, 5'000, 800);
        QCOMPARE(market.flags().size(), std::size_t{1});
        market.trade(kHours + 90, Side::Sell, 5'001, 700);
        QCOMPARE(market.flags().size(), std::size_t{2});
        const Flag& over = market.flags()[1];
        QCOMPARE(over.subject, market.flags()[0].subject);
        QVERIFY(over.gravity == core::Severity::Critical);
        QVERIFY2(over.rule.find("50%") != std::string::npos, over.rule.c_str());
        QVERIFY(over.evidence.back().signature == market.last());
        // Told once.
        market.trade(kHours + 91, Side::Sell, 5'002, 100);
        QCOMPARE(market.flags().size(), std::size_t{2});
    }

    void aSlowFallIsNoEnd() {
        Market market;
        market.quiet(0, kHours);
        market.burst(kHours, 1'300);
        market.trade(kHours + 26, Side::Buy, 5'000, 1'300);
        market.trade(kHours + 26 + 601, Side::Sell, 5'001, 300);
        QCOMPARE(market.flags().size(), std::size_t{1});
    }

    void coolsDownForAnHour() {
        Market market;
        market.quiet(0, kHours);
        market.burst(kHours, 1'300);
        market.quiet(kHours + 25, kHours + 1'800);
        market.burst(kHours + 1'800, 1'300);
        market.quiet(kHours + 1'825, kHours + 2'000);
        QCOMPARE(market.flags().size(), std::size_t{1});
    }

    void staysSilent_data() {
        QTest::addColumn<int>("permille");
        QTest::addColumn<bool>("buys");
        QTest::newRow("volume without a return") << 1'000 << true;
        QTest::newRow("a return of 1%") << 1'010 << true;
        QTest::newRow("sold, not bought") << 1'300 << false;
    }
    void staysSilent() {
        QFETCH(int, permille);
        QFETCH(bool, buys);
        Market market;
        market.quiet(0, kHours);
        market.burst(kHours, static_cast<std::uint64_t>(permille), buys ? Side::Buy : Side::Sell);
        market.quiet(kHours + 25, kHours + 100);
        QVERIFY2(market.flags().empty(), market.flags().empty() ? "" : market.flags()[0].rule.c_str());
    }

    void aLaunchIsNoPump() {
        Market market;
        market.burst(0, 3'000);
        market.quiet(25, 60);
        market.burst(75, 3'000);
        market.quiet(100, 400);
        QVERIFY(market.flags().empty());
    }

    void aGraduationIsNoPump() {
        for (const std::int64_t behind : {0, 40}) {
            Market market;
            market.quiet(0, kHours);
            Event event =
                test::tradeEvent(900'000, 1'000 + static_cast<std::uint64_t>(kHours) * 5 / 2, Side::Buy, 1, 1);
            event.at.blockTime = core::BlockTime{kStart + kHours - behind};
            core::Graduated graduated;
            graduated.mint = test::mintOf(1);
            graduated.from = core::Symbol{"pumpfun"};
            event.body = graduated;
            market(event);
            market.burst(kHours, 1'300);
            market.trade(kHours + 26, Side::Buy, 5'000, 1'300);
            QCOMPARE(market.flags().size(), behind == 0 ? std::size_t{0} : std::size_t{1});
        }
    }

    void lateTradesChangeNothing() {
        Market market;
        market.quiet(0, kHours);
        for (std::int64_t i = 0; i < 300; ++i)
            market.trade(kHours - 5'000 - i % 20, Side::Buy, 1'000 + static_cast<std::uint64_t>(i), 5'000);
        market.quiet(kHours, kHours + 100);
        QVERIFY(market.flags().empty());
    }

    void hostileAmountsAndTimesAreHeld() {
        constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
        constexpr std::array<std::pair<std::uint64_t, std::uint64_t>, 4> kAmounts{
            {{kMost, kMost}, {0, kMost}, {1, kMost}, {kMost, 0}}};
        test::DetectorRun run{core::detect::kPump};
        std::uint64_t number = 0;
        for (const std::int64_t time : {std::int64_t{0}, std::int64_t{-5}, kStart, kStart + 400, kStart + 430,
                                        std::numeric_limits<std::int64_t>::max(), kStart + 500}) {
            for (const auto& [coins, quote] : kAmounts) {
                Event event = test::tradeEvent(number + 1, 1, Side::Buy, coins, quote, number);
                ++number;
                event.at.blockTime = core::BlockTime{time};
                run(event);
            }
        }
        for (const Flag& flag : run.flags) QVERIFY(flag.confidence > 0 && flag.confidence <= 1);
        QVERIFY(run.flags.size() <= 2);
        Event timeless = test::tradeEvent(++number, 1, Side::Buy, 1, 1);
        timeless.at.blockTime.reset();
        run(timeless);
    }

    // By hand: a first bucket of 2 trades is judged by the population alone, whose deviations are sqrt(0.5).
    void measuresABucket() {
        BurstMeter meter;
        BurstPopulation population;
        const BurstParams params;
        QVERIFY(!meter.add(tick(0, 1), params, population, false));
        QVERIFY(!meter.add(tick(0, 3), params, population, false));
        const auto burst = meter.add(tick(25, 1), params, population, false);
        QVERIFY(burst.has_value());
        QCOMPARE(burst->end, std::int64_t{25'000});
        QCOMPARE(burst->trades, 2U);
        QCOMPARE(burst->rush, 1U);
        QCOMPARE(burst->buyers, 1U);
        QCOMPARE(burst->volume, 4.0);
        QCOMPARE(burst->change, 0.0);
        const double deviation = std::sqrt(0.5 + 0.01);
        QVERIFY(std::abs(burst->z[static_cast<std::size_t>(BurstTerm::Trades)] - (std::log(3.0) - 1) / deviation) <
                1e-9);
        QCOMPARE(burst->z[static_cast<std::size_t>(BurstTerm::Return)], 0.0);
        // Late, and no bucket of its own.
        QVERIFY(!meter.add(tick(3, 100), params, population, false));
        const auto next = meter.add(tick(1'000, 1), params, population, false);
        QVERIFY(next.has_value());
        QCOMPARE(next->volume, 1.0);
    }

    void isSilentOnAQuietMarket() {
        core::sim::MarketOptions options;
        options.scenario = "steady";
        options.tradesPerSecond = 20;
        options.durationSeconds = 900;
        options.seed = 3;
        test::DetectorRun run{core::detect::kPump};
        for (const Event& event : test::playMarket(options).events) run(event);
        QVERIFY2(run.flags.empty(), run.flags.empty() ? "" : run.flags[0].rule.c_str());
    }
};

QTEST_APPLESS_MAIN(PumpTest)
#include "pump_test.moc"
