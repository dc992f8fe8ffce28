// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/detect/dev_dump.h"
#include "tests/support/detector_run.h"
#include "tests/support/market_events.h"
#include "tests/support/sim_events.h"

#include <nlohmann/json.hpp>
#endif

#include <QTest>

#include <cmath>
#include <map>
#include <set>

using core::Alert;
using core::Event;
using core::Severity;
using core::Side;
using nlohmann::json;

namespace {

constexpr std::uint64_t kSupply = 1'000'000'000'000'000;
constexpr std::uint64_t kBag = kSupply / 100;  // small beside 2% of supply, so that only the bag rule speaks
constexpr std::int64_t kStart = 1'795'446'000;
constexpr std::uint64_t kDev = 1;

// The coin of wallet 1, its trades told by seconds since the creation.
class Launch {
public:
    explicit Launch(bool creationSeen = true) : m_run(core::detect::kDevDump) {
        if (creationSeen) m_run(at(0, test::createdEvent(++m_number, 1'000, kDev)));
    }
    std::vector<Alert> trade(std::int64_t second, Side side, std::uint64_t coins, std::uint64_t wallet = kDev) {
        return m_run(at(second, test::tradeEvent(++m_number, 1'000 + static_cast<std::uint64_t>(second) * 5 / 2,
                                                 side, coins, coins / 1'000, wallet)));
    }
    std::vector<Alert> buys(std::int64_t second, std::uint64_t coins) { return trade(second, Side::Buy, coins); }
    std::vector<Alert> sells(std::int64_t second, std::uint64_t coins) { return trade(second, Side::Sell, coins); }

    // Dev and wallet trade in one transaction, which makes them one hand (P = .957).
    void joins(std::int64_t second, std::uint64_t wallet, std::uint64_t coins) {
        const std::uint64_t both = ++m_number;
        const std::uint64_t slot = 1'000 + static_cast<std::uint64_t>(second) * 5 / 2;
        m_run(at(second, test::tradeEvent(both, slot, Side::Buy, 0, 1, kDev)));
        Event event = test::tradeEvent(both, slot, Side::Buy, coins, coins / 1'000, wallet);
        event.at.path = core::EventPath{2, 2, 0};
        m_run(at(second, event));
    }
    std::vector<Alert> moves(std::int64_t second, std::uint64_t from, std::uint64_t to, std::uint64_t coins) {
        Event event =
            test::tradeEvent(++m_number, 1'000 + static_cast<std::uint64_t>(second) * 5 / 2, Side::Buy, 0, 0);
        event.body = core::TokenTransfer{
            test::mintOf(1), test::walletOf(from), test::walletOf(to), core::TokenAmount{coins}, {}};
        return m_run(at(second, event));
    }
    /// As many other coins whose devs buy at once.
    void othersLaunch(std::int64_t second, std::uint64_t coins) {
        for (std::uint64_t other = 2; other < coins + 2; ++other) {
            m_run(at(second, test::createdEvent(++m_number, 1'000, 1'000 + other, other)));
            m_run(at(second,
                     test::tradeEvent(++m_number, 1'000, Side::Buy, kBag, kBag / 1'000, 1'000 + other, other)));
        }
    }
    [[nodiscard]] const std::vector<core::Flag>& flags() const { return m_run.flags; }

    [[nodiscard]] core::Signature last() const { return test::signatureOf(m_number); }
    [[nodiscard]] const std::vector<Alert>& alerts() const { return m_run.alerts; }

private:
    static Event at(std::int64_t second, Event event) {
        event.at.blockTime = core::BlockTime{kStart + second};
        return event;
    }
    test::DetectorRun m_run;
    std::uint64_t m_number = 0;
};

struct Dumps {
    std::map<std::string, json> events;                  // by mint
    std::set<std::pair<std::string, std::string>> devs;  // mint, wallet
};

Dumps truthOf(const std::string& text) {
    Dumps out;
    const json truth = json::parse(text);
    for (const auto& event : truth["events"])
        if (event["kind"] == "dev_dump") out.events[event["mint"]] = event;
    for (const auto& tag : truth["wallet_tags"])
        if (tag["kind"] == "dev") out.devs.emplace(tag.value("mint", ""), tag["address"]);
    return out;
}

core::sim::MarketOptions market(const char* scenario, double rate, std::uint64_t seconds, std::uint64_t seed) {
    core::sim::MarketOptions options;
    options.scenario = scenario;
    options.tradesPerSecond = rate;
    options.durationSeconds = seconds;
    options.seed = seed;
    return options;
}

}  // namespace

class DevDumpTest : public QObject {
    Q_OBJECT
private slots:
    // The states of coins that nobody touched for long are given up; the bag stands in the ledger.
    void aDumpAfterMoreLaunchesThanAreFollowedIsTold() {
        Launch coin;
        coin.buys(0, kBag);
        coin.othersLaunch(10, 40'000);
        const auto alerts = coin.sells(86'400, kBag);
        QCOMPARE(alerts.size(), std::size_t{1});
        QVERIFY(alerts.front().mint == test::mintOf(1));
        QVERIFY2(alerts.front().text.find("100% of the peak bag") != std::string::npos,
                 alerts.front().text.c_str());
    }
    void firesWhenTheBagGoesInOneTrade() {
        Launch coin;
        coin.buys(0, kBag);
        const auto alerts = coin.sells(300, kBag);
        QCOMPARE(alerts.size(), std::size_t{1});
        const Alert& alert = alerts.front();
        QCOMPARE(alert.kind, std::string("dev_dump"));
        QVERIFY(alert.mint == test::mintOf(1));
        QVERIFY(alert.wallets == std::vector{test::walletOf(kDev)});
        QVERIFY(alert.slot == core::Slot{1'750});
        QVERIFY(alert.time == core::BlockTime{kStart + 300});
        QVERIFY(alert.severity == Severity::Warning);
        QVERIFY2(alert.text.find("100% of the peak bag") != std::string::npos, alert.text.c_str());
        QVERIFY2(alert.text.find("COIN") != std::string::npos, alert.text.c_str());
        QCOMPARE(alert.evidence.size(), std::size_t{1});
        QVERIFY(alert.evidence[0].signature == coin.last());
        QVERIFY(alert.evidence[0].amount == core::TokenAmount{kBag});
        QVERIFY(alert.evidence[0].slot == core::Slot{1'750});
        QVERIFY(alert.evidence[0].wallets == std::vector{test::walletOf(kDev)});
    }

    // The usual scheme: bought with the launch, gone within seconds. The launch buy is no buying back.
    void firesRightAfterTheLaunch_data() {
        QTest::addColumn<int>("second");
        for (const int second : {0, 1, 10, 59, 60, 61, 600, 1'799, 1'800, 1'801, 7'200})
            QTest::addRow("after %d s", second) << second;
    }
    void firesRightAfterTheLaunch() {
        QFETCH(int, second);
        Launch coin;
        coin.buys(0, kBag);
        QCOMPARE(coin.sells(second, kBag).size(), std::size_t{1});
    }

    void holdsEverySaleAsEvidence() {
        Launch coin;
        coin.buys(0, kBag);
        std::vector<core::Signature> expected;
        QVERIFY(coin.sells(100, kBag / 5).empty());
        expected.push_back(coin.last());
        coin.trade(110, Side::Sell, kBag, 77);  // somebody else's
        QVERIFY(coin.sells(120, kBag / 5).empty());
        expected.push_back(coin.last());
        const auto alerts = coin.sells(130, kBag / 5);
        expected.push_back(coin.last());
        QCOMPARE(alerts.size(), std::size_t{1});
        std::vector<core::Signature> held;
        for (const auto& evidence : alerts[0].evidence) held.push_back(evidence.signature.value());
        QVERIFY(held == expected);
        QVERIFY2(alerts[0].text.find("3 trades within 30 s") != std::string::npos, alerts[0].text.c_str());
        // Told once: the rest of the bag adds nothing.
        QVERIFY(coin.sells(140, kBag / 5).empty());
        QVERIFY(coin.sells(900, kBag / 5).empty());
    }

    void seesASlowDumpOnlyInTheSlowWindow() {
        Launch coin;
        coin.buys(0, kBag);
        QVERIFY(coin.sells(3'600, kBag * 3 / 10).empty());
        const auto alerts = coin.sells(3'600 + 1'700, kBag * 3 / 10);
        QCOMPARE(alerts.size(), std::size_t{1});
        QCOMPARE(alerts[0].evidence.size(), std::size_t{2});
        Launch slower;
        slower.buys(0, kBag);
        QVERIFY(slower.sells(3'600, kBag * 3 / 10).empty());
        QVERIFY(slower.sells(3'600 + 1'801, kBag * 3 / 10).empty());
    }

    void twoPercentOfSupplyIsCritical() {
        Launch coin;
        coin.buys(0, kSupply / 10);
        QVERIFY(coin.sells(100, kSupply / 50 - 1).empty());
        const auto alerts = coin.sells(101, 1);
        QCOMPARE(alerts.size(), std::size_t{1});
        QVERIFY(alerts[0].severity == Severity::Critical);
    }

    void staysSilent_data() {
        QTest::addColumn<int>("firstSale");
        QTest::addColumn<int>("boughtBack");
        QTest::addColumn<int>("secondSale");
        // In hundredths of the bag.
        QTest::newRow("small profit") << 20 << 0 << 20;
        QTest::newRow("just below half") << 49 << 0 << 0;
        QTest::newRow("buys back in between") << 40 << 30 << 30;
        QTest::newRow("buys everything back") << 45 << 45 << 45;
    }
    void staysSilent() {
        QFETCH(int, firstSale);
        QFETCH(int, boughtBack);
        QFETCH(int, secondSale);
        const auto part = [](int hundredths) { return kBag / 100 * static_cast<std::uint64_t>(hundredths); };
        Launch coin;
        coin.buys(0, kBag);
        coin.sells(100, part(firstSale));
        if (boughtBack != 0) coin.buys(110, part(boughtBack));
        if (secondSale != 0) coin.sells(120, part(secondSale));
        QVERIFY2(coin.alerts().empty(), test::toldBy(coin.alerts()).c_str());
    }

    void buyingMoreThanWasSoldIsNoCredit() {
        Launch coin;
        coin.buys(0, kBag / 10);
        coin.sells(100, kBag / 100);
        coin.buys(110, kBag);
        QCOMPARE(coin.sells(120, kBag).size(), std::size_t{1});
    }

    void othersMaySellWhatTheyLike() {
        Launch coin;
        coin.buys(0, kBag);
        coin.trade(1, Side::Buy, kSupply / 4, 50);
        coin.trade(20, Side::Sell, kSupply / 4, 50);
        QVERIFY(coin.alerts().empty());
    }

    void knowsNothingWithoutTheCreation() {
        Launch coin{false};
        coin.buys(0, kBag);
        coin.sells(100, kBag);
        QVERIFY(coin.alerts().empty());
    }

    void knowsNothingWithoutTime() {
        test::DetectorRun run{core::detect::kDevDump};
        run(test::createdEvent(1, 1));
        for (const Side side : {Side::Buy, Side::Sell}) {
            Event event = test::tradeEvent(2, 2, side, kBag, 1);
            event.at.blockTime.reset();
            run(event);
        }
        QVERIFY(run.alerts.empty());
    }

    void coinsOfOneDevAreApart() {
        test::DetectorRun run{core::detect::kDevDump};
        for (std::uint64_t coin = 1; coin <= 2; ++coin) {
            run(test::createdEvent(coin, 1, kDev, coin));
            run(test::tradeEvent(10 + coin, 2, Side::Buy, kBag, 1, kDev, coin));
        }
        run(test::tradeEvent(20, 500, Side::Sell, kBag * 4 / 10, 1, kDev, 1));
        run(test::tradeEvent(21, 501, Side::Sell, kBag * 4 / 10, 1, kDev, 2));
        QVERIFY(run.alerts.empty());
        run(test::tradeEvent(22, 502, Side::Sell, kBag * 4 / 10, 1, kDev, 2));
        QCOMPARE(run.alerts.size(), std::size_t{1});
        QVERIFY(run.alerts[0].mint == test::mintOf(2));
    }

    void hostileAmountsAreHeld() {
        constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
        Launch coin;
        for (int i = 0; i < 40; ++i) coin.buys(i, kMost);
        for (int i = 0; i < 40; ++i) coin.sells(100 + i, kMost);
        QVERIFY(coin.alerts().size() <= 2 && !coin.alerts().empty());
        QVERIFY(coin.alerts()[0].evidence.size() <= 32);
    }

    void linkedWalletsAreTheDevToo() {
        Launch coin;
        coin.buys(0, kBag);
        coin.joins(1, 9, kBag);
        QVERIFY(coin.trade(300, Side::Sell, kBag * 6 / 10, 9).empty());  // 30% of the two bags
        const auto alerts = coin.sells(310, kBag * 5 / 10);              // 55%
        QCOMPARE(alerts.size(), std::size_t{1});
        const Alert& alert = alerts.front();
        QVERIFY((alert.wallets == std::vector{test::walletOf(kDev), test::walletOf(9)}));
        QVERIFY2(
            alert.text.find("the dev and 1 linked wallet sold 55% of the peak bag (1.1% of supply) in 2 trades "
                            "within 10 s") != std::string::npos,
            alert.text.c_str());
        // P = 1 / (1 + exp(ln(999) - 10)) = .9566 for 6 of 11 parts: .99 x (.9566 x 6 + 5) / 11.
        QVERIFY(std::abs(alert.confidence - 0.99 * (0.9566 * 6 + 5) / 11) < 1e-4);
        QCOMPARE(coin.flags().back().against.size(), std::size_t{1});
        QCOMPARE(alert.evidence.size(), std::size_t{2});
        QVERIFY(alert.evidence[0].wallets == std::vector{test::walletOf(9)});
    }

    void aBagThatMovesInsideTheEntityIsNoDump() {
        Launch coin;
        coin.buys(0, kBag);
        coin.joins(1, 9, kBag);
        QVERIFY(coin.moves(10, kDev, 9, kBag).empty());
        QVERIFY(coin.trade(20, Side::Sell, kBag * 9 / 10, 9).empty());  // 45% of both
        QCOMPARE(coin.trade(30, Side::Sell, kBag * 2 / 10, 9).size(), std::size_t{1});
    }

    void manySmallMovesHideNothing() {
        Launch coin;
        coin.buys(0, kBag);
        QVERIFY(coin.sells(1'000, kBag * 45 / 100).empty());
        for (int i = 0; i < 200; ++i) QVERIFY(coin.sells(1'010 + i, 1).empty());
        const auto alerts = coin.sells(1'300, kBag * 6 / 100);
        QCOMPARE(alerts.size(), std::size_t{1});
        QVERIFY2(alerts[0].text.find("51% of the peak bag") != std::string::npos, alerts[0].text.c_str());
        QVERIFY2(alerts[0].text.find("202 trades within 300 s") != std::string::npos, alerts[0].text.c_str());
        QCOMPARE(alerts[0].evidence.size(), std::size_t{32});
    }

    void buyingBackCountsInTheSumsToo() {
        Launch coin;
        coin.buys(0, kBag);
        coin.sells(1'000, kBag * 45 / 100);
        coin.buys(1'001, kBag * 45 / 100);
        for (int i = 0; i < 200; ++i) coin.sells(1'010 + i, 1);
        QVERIFY(coin.sells(1'300, kBag * 45 / 100).empty());
    }

    void aDripIsTold() {
        Launch coin;
        coin.buys(0, kSupply / 5);
        // .2% a minute: 2% in the slow window after 10 sells; beyond .1% a minute 3% are gone after 29 or 30.
        for (int i = 0; i < 40; ++i) coin.sells(60 * (i + 10), kSupply / 500);
        QCOMPARE(coin.alerts().size(), std::size_t{1});
        QCOMPARE(coin.flags().size(), std::size_t{2});
        const core::Flag& drip = coin.flags().back();
        QVERIFY2(drip.rule.find("the dev drips coins out") != std::string::npos, drip.rule.c_str());
        QVERIFY(drip.value > 0.0579 && drip.value < 0.0601);
        QVERIFY(!drip.gravity && !drip.evidence.empty() && drip.against.size() == 1);
    }

    void aSlowTrickleIsNoDrip() {
        Launch coin;
        coin.buys(0, kSupply / 2);
        for (int i = 0; i < 200; ++i) coin.sells(60 * (i + 10), kSupply / 2'000);  // .05% a minute, 1.55% in 30 min
        QVERIFY(coin.flags().empty());
    }

    void lateSellsCountAtTheirOwnTime() {
        Launch coin;
        coin.buys(0, kBag);
        QVERIFY(coin.sells(5'000, kBag * 3 / 10).empty());
        QVERIFY(coin.sells(1'000, kBag * 3 / 10).empty());  // came late; no window holds both
        QVERIFY(coin.sells(900, kBag / 10).empty());
        QCOMPARE(coin.sells(5'010, kBag * 2 / 10).size(), std::size_t{1});
    }

    // Against what the simulator says its devs did.
    void findsTheDumpsOfASimulatedMarketAndNothingElse() {
        std::size_t dumps = 0;
        for (const std::uint64_t seed : {1U, 2U}) {
            const auto played = test::playMarket(market("launch-hour", 40, 900, seed));
            const Dumps truth = truthOf(played.truthJson);
            test::DetectorRun run{core::detect::kDevDump};
            for (const Event& event : played.events) run(event);
            std::map<std::string, const Alert*> told;
            for (const Alert& alert : run.alerts) {
                const std::string mint = alert.mint->base58();
                QVERIFY2(told.emplace(mint, &alert).second, mint.c_str());
                QVERIFY(truth.devs.contains({mint, alert.wallets.at(0).base58()}));
                const auto dump = truth.events.find(mint);
                // A dump under way when the market ends is not in the truth yet.
                if (dump == truth.events.end()) {
                    QVERIFY2(alert.time->value() > 1'795'446'000 + 900 - 15,
                             qPrintable(QString::fromStdString(mint)));
                    continue;
                }
                QVERIFY(alert.slot->value() >= dump->second["start_slot"].get<std::uint64_t>());
                QVERIFY(alert.slot->value() <= dump->second["end_slot"].get<std::uint64_t>());
            }
            for (const auto& [mint, dump] : truth.events) QVERIFY2(told.contains(mint), mint.c_str());
            dumps += truth.events.size();
        }
        QVERIFY(dumps > 50);
    }

    void isSilentOnAQuietMarket() {
        const auto played = test::playMarket(market("steady", 50, 300, 3));
        QVERIFY(played.events.size() > 10'000);
        test::DetectorRun run{core::detect::kDevDump};
        for (const Event& event : played.events) run(event);
        QVERIFY2(run.alerts.empty(), test::toldBy(run.alerts).c_str());
    }
};

QTEST_APPLESS_MAIN(DevDumpTest)
#include "dev_dump_test.moc"
