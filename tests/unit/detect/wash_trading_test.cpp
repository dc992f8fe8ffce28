// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/detect/wash_trading.h"
#include "core/base/recent_map.h"
#include "core/detect/statistics.h"
#include "tests/support/detector_run.h"
#include "tests/support/market_events.h"
#include "tests/support/sim_events.h"
#endif

#include <QTest>

#include <cmath>
#include <set>

using core::Event;
using core::Flag;
using core::Side;

namespace {

constexpr std::uint64_t kSol = 1'000'000'000;
constexpr std::uint64_t kCoins = 1'000'000'000;
constexpr std::uint64_t kWasher = 50;

// Coin 1 and its trades; a SOL of volume costs 1% on either side.
class Market {
public:
    Market() : m_run(core::detect::kWashTrading) { m_run(test::createdEvent(1, 90)); }

    Event make(std::uint64_t slot, Side side, std::uint64_t coins, std::uint64_t quote, std::uint64_t wallet) {
        Event event = test::tradeEvent(++m_number, slot, side, coins, quote, wallet);
        const std::uint64_t fee = quote / 100;
        test::tradeOf(event).feeQuote = core::TokenAmount{fee};
        test::tradeOf(event).quoteUser = core::TokenAmount{side == Side::Buy ? quote + fee : quote - fee};
        return event;
    }
    void trade(std::uint64_t slot, Side side, std::uint64_t coins, std::uint64_t quote, std::uint64_t wallet) {
        m_traded.push_back({static_cast<double>(slot * 2 / 5), static_cast<double>(quote), wallet});
        m_run(make(slot, side, coins, quote, wallet));
    }
    // Of all that was traded, faded over `seconds`, what the wallets did, their first `bags` trades left out.
    [[nodiscard]] double share(double seconds, std::set<std::uint64_t> wallets, std::size_t bags = 0) const {
        double all = 0;
        double own = 0;
        for (const Traded& trade : m_traded) {
            const double counts = trade.quote * std::exp((trade.time - m_traded.back().time) / seconds);
            all += counts;
            if (wallets.contains(trade.wallet) && (bags == 0 || bags-- == 0)) own += counts;
        }
        return own / all;
    }
    void crowd(std::uint64_t slot, std::uint64_t buyers) {
        for (std::uint64_t i = 0; i < buyers; ++i) trade(slot + i, Side::Buy, kCoins, kSol, 100 + i);
    }
    // Forty strangers, wallets from 200 on, with bags of different sizes.
    void strangers() {
        for (std::uint64_t i = 0; i < 40; ++i) trade(100 + i, Side::Buy, kCoins * (20 + 3 * i), kSol, 200 + i);
    }
    // Both trade in one transaction of another coin: one hand.
    void link(std::uint64_t a, std::uint64_t b) {
        for (const std::uint64_t wallet : {a, b}) {
            Event event = test::tradeEvent(90'000 + a, 80, Side::Buy, kCoins, kSol, wallet, 2);
            event.at.path = core::EventPath{static_cast<std::uint16_t>(wallet), 0, 0};
            m_run(event);
        }
    }
    void operator()(const Event& event) { m_run(event); }
    [[nodiscard]] const std::vector<Flag>& flags() const { return m_run.flags; }
    [[nodiscard]] const std::vector<core::Alert>& alerts() const { return m_run.alerts; }
    [[nodiscard]] std::string rules() const {
        std::string out;
        for (const Flag& flag : flags()) out += flag.rule + '\n';
        return out;
    }

private:
    struct Traded {
        double time;
        double quote;
        std::uint64_t wallet;
    };
    test::DetectorRun m_run;
    std::vector<Traded> m_traded;
    std::uint64_t m_number = 1'000;
};

bool isNear(double a, double b, double within) {
    return std::abs(a - b) <= within;
}

}  // namespace

class WashTradingTest : public QObject {
    Q_OBJECT
private slots:
    // 10 SOL of a crowd, then three times 1 SOL in and out within a slot: 6 of 16 SOL, a little more of the last
    // minute.
    void tellsBuyAndSellOfOneSlot() {
        Market market;
        market.crowd(100, 10);
        for (std::uint64_t i = 0; i < 3; ++i) {
            market.trade(120 + i, Side::Buy, kCoins, kSol, kWasher);
            QVERIFY2(market.flags().empty(), market.rules().c_str());
            market.trade(120 + i, Side::Sell, kCoins, kSol, kWasher);
        }
        QCOMPARE(market.flags().size(), std::size_t{1});
        const Flag& flag = market.flags()[0];
        QCOMPARE(flag.kind, std::string("wash_trading"));
        QVERIFY(flag.mint == test::mintOf(1));
        QCOMPARE(flag.subject, test::walletOf(kWasher).base58());
        QVERIFY(flag.wallets == std::vector{test::walletOf(kWasher)});
        QVERIFY(flag.slot == core::Slot{122});
        QVERIFY2(isNear(flag.value, market.share(60, {kWasher}), 0.002), flag.rule.c_str());
        QVERIFY(market.share(60, {kWasher}) > 6.0 / 16 && market.share(60, {kWasher}) < 0.41);
        QVERIFY2(flag.rule.find("% of the last minute's volume") != std::string::npos, flag.rule.c_str());
        QVERIFY(flag.confidence >= 0.95);
        QCOMPARE(flag.evidence.size(), std::size_t{6});
        std::set<core::Signature> proofs;
        for (const auto& leg : flag.evidence) proofs.insert(leg.signature.value());
        QCOMPARE(proofs.size(), std::size_t{6});
        QCOMPARE(market.alerts().size(), std::size_t{1});
        QVERIFY(!flag.against.empty());
    }

    // One transaction has nobody in between, and needs no slot.
    void tellsBuyAndSellOfOneTransaction_data() {
        QTest::addColumn<bool>("withSlot");
        QTest::newRow("with its slot") << true;
        QTest::newRow("without") << false;
    }
    void tellsBuyAndSellOfOneTransaction() {
        QFETCH(bool, withSlot);
        Market market;
        market.crowd(100, 10);
        for (std::uint64_t i = 0; i < 3; ++i) {
            Event buy = market.make(120 + i, Side::Buy, kCoins, kSol, kWasher);
            Event sell = market.make(120 + i, Side::Sell, kCoins, kSol, kWasher);
            sell.at.signature = buy.at.signature;
            sell.at.path = core::EventPath{3, 1, 0};
            if (!withSlot) buy.at.slot = sell.at.slot = std::nullopt;
            market(buy);
            market(sell);
        }
        QCOMPARE(market.flags().size(), std::size_t{1});
    }

    // Sold first and bought back in the same slot, from a bag bought before.
    void tellsSellAndBuyOfOneSlot() {
        Market market;
        market.crowd(100, 10);
        market.trade(115, Side::Buy, kCoins * 5, kSol, kWasher);
        for (std::uint64_t i = 0; i < 3; ++i) {
            market.trade(120 + i, Side::Sell, kCoins, kSol, kWasher);
            market.trade(120 + i, Side::Buy, kCoins, kSol, kWasher);
        }
        QCOMPARE(market.flags().size(), std::size_t{1});
        // 6 of 17 SOL, a little more of the last minute.
        QVERIFY2(isNear(market.flags()[0].value, market.share(60, {kWasher}, 1), 0.002), market.rules().c_str());
    }

    // Round trips over many slots: the third within the hour makes them count, all three.
    void tellsRoundTripsForTheFeesAlone() {
        Market market;
        market.crowd(100, 10);
        for (std::uint64_t i = 0; i < 3; ++i) {
            market.trade(200 + i * 100, Side::Buy, kCoins, kSol, kWasher);
            market.trade(210 + i * 100, Side::Buy, kCoins, kSol, kWasher);
            QVERIFY(market.flags().empty());
            market.trade(230 + i * 100, Side::Sell, kCoins * 2, kSol * 2, kWasher);
        }
        QCOMPARE(market.flags().size(), std::size_t{1});
        // 12 of 22 SOL, of the last minute nearly all.
        QVERIFY2(isNear(market.flags()[0].value, market.share(60, {kWasher}), 0.02), market.rules().c_str());
        QVERIFY(market.flags()[0].value > 0.8);
        QVERIFY(market.flags()[0].confidence > 0.9);
    }

    // Wallets 60 and 61 are one hand: what one sells the other buys a slot later. First bags, then four matches.
    void tellsLegsMatchedInsideACluster() {
        Market market;
        market.link(60, 61);
        market.crowd(100, 4);
        market.trade(190, Side::Buy, kCoins, kSol, 60);
        for (std::uint64_t i = 0; i < 4; ++i) {
            const std::uint64_t from = 60 + i % 2;
            const std::uint64_t to = 61 - i % 2;
            market.trade(200 + i * 10, Side::Sell, kCoins, kSol, from);
            market.trade(201 + i * 10, Side::Buy, kCoins, kSol, to);
        }
        QVERIFY(!market.flags().empty());
        const Flag& flag = market.flags().front();
        QVERIFY2(flag.rule.find("a cluster of 2 wallets") != std::string::npos, flag.rule.c_str());
        QVERIFY2(flag.rule.find("matched inside the cluster") != std::string::npos, flag.rule.c_str());
        QCOMPARE(flag.wallets.size(), std::size_t{2});
        QVERIFY(flag.confidence > 0.8);
        // No leg is counted twice: never more than all that the two did, of which a first bag may match or not.
        QVERIFY2(market.flags().back().value > market.share(60, {60, 61}, 1) - 0.02, market.rules().c_str());
        QVERIFY2(market.flags().back().value <= market.share(60, {60, 61}), market.rules().c_str());
        QVERIFY2(market.flags().back().rule.find("8 legs") != std::string::npos, market.rules().c_str());
    }

    void strangersThatMatchAreNoCluster() {
        Market market;
        market.crowd(100, 4);
        for (std::uint64_t i = 0; i < 20; ++i) {
            market.trade(200 + i * 2, Side::Buy, kCoins, kSol, 300 + i);
            market.trade(201 + i * 2, Side::Sell, kCoins, kSol, 400 + i);
        }
        QVERIFY2(market.flags().empty(), market.rules().c_str());
    }

    // Three wallets with bags, what one buys another sells; strangers trade in between, in sizes of their own.
    void walletsThatAnswerOneAnotherAreARing() {
        Market market;
        market.strangers();
        for (std::uint64_t i = 0; i < 3; ++i) market.trade(150 + i, Side::Buy, kCoins * (60 + i), kSol, 60 + i);
        for (std::uint64_t i = 0; i < 40; ++i) {
            const std::uint64_t coins = kCoins + kCoins / 20 * i;
            market.trade(300 + i * 10, Side::Buy, coins, kSol, 60 + i % 3);
            market.trade(302 + i * 10, Side::Sell, kCoins * (10 + 2 * i), kSol, 200 + i);
            market.trade(303 + i * 10, Side::Sell, coins, kSol, 60 + (i + 1) % 3);
        }
        QVERIFY(!market.flags().empty());
        const Flag& flag = market.flags().back();
        QVERIFY2(flag.rule.find("3 wallets that nothing else links") != std::string::npos, flag.rule.c_str());
        QVERIFY2(flag.rule.find("answered by one another") != std::string::npos, flag.rule.c_str());
        QCOMPARE(flag.subject, test::walletOf(60).base58());
        QCOMPARE(flag.wallets.size(), std::size_t{3});
        QVERIFY(flag.confidence >= 0.95);
        QVERIFY(flag.evidence.size() >= 6);
        for (const core::Evidence& leg : flag.evidence) QVERIFY(leg.signature.has_value());
        QVERIFY2(flag.value <= market.share(60, {60, 61, 62}), market.rules().c_str());
    }

    // Somebody repeats all that a trader does, the other way, to make a ring of it: the trader answers nobody.
    void whoIsAnsweredAndAnswersNobodyIsInNoRing() {
        Market market;
        market.strangers();
        for (std::uint64_t i = 0; i < 2; ++i) market.trade(150 + i, Side::Buy, kCoins * (60 + i), kSol, 60 + i);
        for (std::uint64_t i = 0; i < 40; ++i) {
            const std::uint64_t coins = kCoins + kCoins / 20 * i;
            market.trade(300 + i * 10, i % 2 == 0 ? Side::Buy : Side::Sell, coins, kSol, 60);
            market.trade(302 + i * 10, Side::Sell, kCoins * (10 + 2 * i), kSol, 200 + i);
            market.trade(303 + i * 10, i % 2 == 0 ? Side::Sell : Side::Buy, coins, kSol, 61);
        }
        QVERIFY2(market.flags().empty(), market.rules().c_str());
    }

    // Where one size is the fashion, everybody is answered by somebody.
    void whereAllTradeOneSizeNobodyIsARing() {
        auto random = test::seeded("one size");
        Market market;
        for (std::uint64_t i = 0; i < 12; ++i) market.trade(100 + i, Side::Buy, kCoins * 50, kSol, 200 + i);
        for (std::uint64_t i = 0; i < 200; ++i)
            market.trade(200 + i * 2, test::below(random, 2) == 0 ? Side::Buy : Side::Sell, kCoins, kSol,
                         200 + test::below(random, 12));
        for (const Flag& flag : market.flags())
            QVERIFY2(flag.rule.find("answered by one another") == std::string::npos, flag.rule.c_str());
    }

    void clusterThatSellsOutIsNoWash() {
        Market market;
        market.link(60, 61);
        for (std::uint64_t i = 0; i < 10; ++i) market.trade(100 + i, Side::Buy, kCoins, kSol, 60);
        market.crowd(120, 4);
        for (std::uint64_t i = 0; i < 9; ++i) market.trade(5'000 + i * 5, Side::Sell, kCoins, kSol, 60);
        market.trade(5'050, Side::Buy, kCoins, kSol, 61);
        market.trade(5'052, Side::Buy, kCoins, kSol, 61);
        QVERIFY2(market.flags().empty(), market.rules().c_str());
    }

    void matchedLegsMustBeCloseInTimeAndSize_data() {
        QTest::addColumn<int>("gap");
        QTest::addColumn<int>("perMille");
        QTest::addColumn<bool>("told");
        QTest::newRow("at once") << 1 << 1'000 << true;
        QTest::newRow("60 s") << 150 << 1'000 << true;
        QTest::newRow("62 s") << 155 << 1'000 << false;
        QTest::newRow("1% less") << 1 << 990 << true;
        QTest::newRow("2% less") << 1 << 980 << false;
    }
    void matchedLegsMustBeCloseInTimeAndSize() {
        QFETCH(int, gap);
        QFETCH(int, perMille);
        QFETCH(bool, told);
        Market market;
        market.link(60, 61);
        // The bags came long ago.
        market.trade(100, Side::Buy, kCoins * 8, kSol, 60);
        market.trade(101, Side::Buy, kCoins * 9, kSol, 61);
        for (std::uint64_t i = 0; i < 5; ++i) {
            market.trade(9'000 + i * 1'000, Side::Sell, kCoins, kSol, 60);
            market.trade(9'000 + i * 1'000 + static_cast<std::uint64_t>(gap), Side::Buy,
                         kCoins / 1'000 * static_cast<std::uint64_t>(perMille), kSol, 61);
        }
        QVERIFY2(market.flags().empty() != told, market.rules().c_str());
    }

    void scalpersStaySilent_data() {
        QTest::addColumn<int>("percent");
        QTest::newRow("wins 10% a trip") << 110;
        QTest::newRow("loses 10% a trip") << 90;
        QTest::newRow("wins 6%: more than twice the fees") << 107;
    }
    void scalpersStaySilent() {
        QFETCH(int, percent);
        Market market;
        market.crowd(100, 4);
        for (std::uint64_t i = 0; i < 8; ++i) {
            market.trade(200 + i * 50, Side::Buy, kCoins, kSol, kWasher);
            market.trade(220 + i * 50, Side::Sell, kCoins, kSol / 100 * static_cast<std::uint64_t>(percent),
                         kWasher);
        }
        QVERIFY2(market.flags().empty(), market.rules().c_str());
    }

    // Some of a scalper's trips end near the fees by chance: half of them are no sign.
    void halfFlatTripsStaySilent() {
        Market market;
        market.crowd(100, 4);
        for (std::uint64_t i = 0; i < 12; ++i) {
            market.trade(200 + i * 50, Side::Buy, kCoins, kSol, kWasher);
            market.trade(220 + i * 50, Side::Sell, kCoins, i % 2 == 0 ? kSol * 12 / 10 : kSol, kWasher);
        }
        QVERIFY2(market.flags().empty(), market.rules().c_str());
    }

    void sandwichStaysSilent() {
        Market market;
        market.crowd(100, 4);
        for (std::uint64_t i = 0; i < 8; ++i) {
            market.trade(200 + i, Side::Buy, kCoins, kSol, kWasher);
            market.trade(200 + i, Side::Buy, kCoins, kSol, 700 + i);
            market.trade(200 + i, Side::Sell, kCoins, kSol, kWasher);
        }
        QVERIFY2(market.flags().empty(), market.rules().c_str());
    }

    void arbitrageOverTwoPoolsStaysSilent() {
        Market market;
        market.crowd(100, 4);
        for (std::uint64_t i = 0; i < 8; ++i) {
            for (const Side side : {Side::Buy, Side::Sell}) {
                Event event = market.make(200 + i, side, kCoins, kSol, kWasher);
                test::tradeOf(event).pool = test::poolOf(side == Side::Buy ? 1 : 2);
                event.at.signature = test::signatureOf(50'000 + i);
                event.at.path = core::EventPath{static_cast<std::uint16_t>(side == Side::Buy ? 2 : 3), 1, 0};
                market(event);
            }
        }
        QVERIFY2(market.flags().empty(), market.rules().c_str());
    }

    // Both sides all the time, but the inventory goes up and down and is never what it was.
    void marketMakerStaysSilent() {
        Market market;
        market.crowd(100, 4);
        market.trade(190, Side::Buy, kCoins * 10, kSol * 10, kWasher);
        for (std::uint64_t i = 0; i < 40; ++i)
            market.trade(200 + i * 7, i % 3 == 0 ? Side::Sell : Side::Buy, kCoins + i * 30'000'000, kSol, kWasher);
        QVERIFY2(market.flags().empty(), market.rules().c_str());
    }

    // On 14 coins and a twentieth of all: a bot, whatever it does here.
    void botsStaySilent() {
        Market market;
        for (std::uint64_t mint = 10; mint < 30; ++mint)
            market(test::tradeEvent(70'000 + mint, 95, Side::Buy, kCoins, kSol, kWasher, mint));
        for (std::uint64_t i = 0; i < 5; ++i) {
            market.trade(120 + i, Side::Buy, kCoins, kSol, kWasher);
            market.trade(120 + i, Side::Sell, kCoins, kSol, kWasher);
        }
        QVERIFY2(market.flags().empty(), market.rules().c_str());
    }

    void fewLegsAndSmallSharesStaySilent() {
        Market few;
        few.crowd(100, 1);
        for (std::uint64_t i = 0; i < 2; ++i) {
            few.trade(120 + i, Side::Buy, kCoins, kSol, kWasher);
            few.trade(120 + i, Side::Sell, kCoins, kSol, kWasher);
        }
        QVERIFY(few.flags().empty());
        Market large;
        large.crowd(100, 40);  // 8 of 48 SOL
        for (std::uint64_t i = 0; i < 4; ++i) {
            large.trade(150 + i, Side::Buy, kCoins, kSol, kWasher);
            large.trade(150 + i, Side::Sell, kCoins, kSol, kWasher);
        }
        QVERIFY2(large.flags().empty(), large.rules().c_str());
    }

    // Trips of a day are no round trips of an hour.
    void slowTripsStaySilent() {
        Market market;
        market.crowd(100, 2);
        for (std::uint64_t i = 0; i < 6; ++i) {
            market.trade(10'000 + i * 9'000, Side::Buy, kCoins, kSol, kWasher);
            market.trade(10'100 + i * 9'000, Side::Sell, kCoins, kSol, kWasher);
        }
        QVERIFY2(market.flags().empty(), market.rules().c_str());
    }

    // The sell of a slot may come before its buy, and old slots behind young ones.
    void lateTradesAreNoTrips() {
        Market market;
        market.crowd(100, 4);
        for (std::uint64_t i = 0; i < 10; ++i) {
            market.trade(300 - i * 10, Side::Sell, kCoins, kSol, kWasher);
            market.trade(305 - i * 10, Side::Buy, kCoins * 2, kSol, kWasher);
        }
        QVERIFY2(market.flags().empty(), market.rules().c_str());
    }

    void hostileAmountsAreHeld() {
        constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
        Market market;
        for (std::uint64_t i = 0; i < 50; ++i) {
            for (const Side side : {Side::Buy, Side::Sell}) {
                Event event = test::tradeEvent(100 + i * 2 + (side == Side::Buy ? 0 : 1), 100 + i, side, kMost,
                                               kMost, kWasher);
                test::tradeOf(event).feeQuote = core::TokenAmount{kMost};
                test::tradeOf(event).quoteUser = core::TokenAmount{kMost};
                market(event);
            }
        }
        QVERIFY(market.flags().size() <= 10);
        for (const Flag& flag : market.flags()) {
            QVERIFY(flag.value >= 0 && flag.value <= 1 && flag.confidence > 0 && flag.confidence <= 1);
            QVERIFY(flag.evidence.size() <= 16);
        }
        // A fee of everything excuses no result.
        Market lies;
        lies.crowd(100, 2);
        for (std::uint64_t i = 0; i < 8; ++i) {
            for (const Side side : {Side::Buy, Side::Sell}) {
                Event event = lies.make(200 + i * 10 + (side == Side::Buy ? 0 : 3), side, kCoins,
                                        side == Side::Buy ? kSol : kSol * 2, kWasher);
                test::tradeOf(event).feeQuote = core::TokenAmount{kMost};
                lies(event);
            }
        }
        QVERIFY2(lies.flags().empty(), lies.rules().c_str());
    }

    // The launches of an hour, without a ring among them. (The metronome of "steady" buys and sells the same amount
    // in one slot by plan: that is what this detector is for.)
    void isSilentOnALaunchHour() {
        core::sim::MarketOptions options;
        options.scenario = "launch-hour";
        options.tradesPerSecond = 40;
        options.durationSeconds = 900;
        options.seed = 3;
        test::DetectorRun run{core::detect::kWashTrading};
        std::set<core::Mint> coins;
        for (const Event& event : test::playMarket(options).events) {
            run(event);
            coins.insert(core::mintOf(event.body));
        }
        std::set<core::Mint> flagged;
        std::string rules;
        for (const Flag& flag : run.flags) {
            flagged.insert(*flag.mint);
            rules += flag.rule + '\n';
        }
        std::cout << "coins " << coins.size() << ", flagged " << flagged.size() << std::endl;
        QVERIFY2(flagged.empty(), rules.c_str());
    }

    // Statistics by hand.
    void tails() {
        using core::detect::poissonBinomialTail;
        QVERIFY(isNear(poissonBinomialTail(5, 5, 0.5), 1e-5, 1e-15));
        QVERIFY(isNear(poissonBinomialTail(2, 3, 0.3), 3 * 0.01 * 0.9 + 0.001, 1e-12));
        QVERIFY(poissonBinomialTail(1, 3, 0.5) == 1);
        QVERIFY(poissonBinomialTail(4, 3, 0.5) == 0);
        core::detect::FadingSum sum;
        sum.add(1, 0, 100);
        sum.add(1, 100, 100);
        QVERIFY(isNear(sum.at(100, 100), 1 + std::exp(-1.0), 1e-12));
        sum.add(1, 0, 100);  // late
        QVERIFY(isNear(sum.at(100, 100), 1 + 2 * std::exp(-1.0), 1e-12));
    }

    void recentMapForgetsTheOldest() {
        core::RecentMap<std::uint64_t, int> map{100};
        for (std::uint64_t key = 0; key < 10'000; ++key) {
            map[key] = 1;
            QVERIFY(map.find(0) != nullptr);  // touched all the time
            QVERIFY(map.size() <= 200);
        }
        QVERIFY(map.find(9'999) != nullptr && map.find(5) == nullptr);
    }
};

QTEST_APPLESS_MAIN(WashTradingTest)
#include "wash_trading_test.moc"
