// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/alert/default_rules.h"
#include "core/pipeline/analysis_json.h"
#include "tests/support/rule_maker.h"
#include "tests/support/rule_run.h"
#include "tests/support/sim_events.h"
#endif

#include <QTest>

using core::Severity;
using test::RuleRun;
using test::ruleText;

namespace {

constexpr std::uint64_t kPercent = RuleRun::kSupply / 100;
constexpr std::uint64_t kSol = 1'000'000'000;
constexpr std::uint64_t kDev = 1;

std::string listOf(const std::string& name, std::initializer_list<std::uint64_t> wallets) {
    std::string out = "[list.\"" + name + "\"]\nwallets = [";
    for (const std::uint64_t wallet : wallets) out += "\"" + test::walletOf(wallet).base58() + "\", ";
    return out + "]\n";
}

core::alert::Watchlists watching(std::uint64_t mint) {
    core::alert::Watchlists out;
    out["watched"].mints = {test::mintOf(mint)};
    return out;
}

std::string toldBy(const std::vector<core::Alert>& alerts) {
    std::string out;
    for (const core::Alert& alert : alerts) {
        core::pipeline::appendAlertJson(alert, out);
        out += '\n';
    }
    return out;
}

}  // namespace

class RuleEngineTest : public QObject {
    Q_OBJECT
private slots:
    void devOrLinkedWalletSells() {
        RuleRun run{ruleText("dev or linked wallet sells >= 2% of supply within 60s")};
        run.creates(0, kDev);
        run.together(10, {kDev, 7}, 3 * kPercent);  // 7 is linked to the dev
        run.buys(20, kPercent, 50);
        QCOMPARE(run.sells(100, kPercent, kDev), std::size_t{0});
        QCOMPARE(run.sells(110, 5 * kPercent, 50), std::size_t{0});  // a stranger
        QCOMPARE(run.sells(161, kPercent, 7), std::size_t{0});       // the first is over
        QCOMPARE(run.sells(220, kPercent, kDev), std::size_t{1});
        const core::Alert& alert = run.alerts[0];
        QCOMPARE(alert.rule, std::string("r"));
        QCOMPARE(alert.text,
                 std::string("COIN: the dev or wallets linked to it sold 2.00% of supply for 2.00 SOL in 2 "
                             "transactions within 1m."));
        QCOMPARE(alert.evidence.size(), std::size_t{2});
        QVERIFY((alert.wallets == std::vector{test::walletOf(7), test::walletOf(kDev)}));
        QVERIFY(alert.mint == test::mintOf(1) && alert.slot && alert.price.valid());
        QVERIFY(std::abs(*alert.supplyShare - 0.02) < 1e-9);
    }

    void threeWalletsOfAListBuyAYoungCoin() {
        RuleRun run{listOf("X", {21, 22, 23, 24}) +
                    ruleText("3 wallets of list \"X\" buy within 5m and coin age < 1h")};
        run.creates(0);
        run.buys(10, kPercent, 21);
        run.buys(20, kPercent, 21);
        run.buys(30, kPercent, 22);
        run.buys(40, kPercent, 99);
        QCOMPARE(run.alerts.size(), std::size_t{0});
        QCOMPARE(run.buys(60, kPercent, 23), std::size_t{1});
        QVERIFY(run.alerts[0].text.starts_with("COIN: age is 1m; 3 wallets of list X bought"));
        // Another coin has a count of its own, and an old one none.
        run.creates(100, kDev, 2);
        run.buys(110, kPercent, 21, kSol, 2);
        run.buys(120, kPercent, 22, kSol, 2);
        QCOMPARE(run.buys(4'000, kPercent, 23, kSol, 2), std::size_t{0});
        run.buys(4'001, kPercent, 22, kSol, 2);
        QCOMPARE(run.buys(4'002, kPercent, 24, kSol, 2), std::size_t{0});
    }

    void youngWalletsOnly() {
        RuleRun run{listOf("X", {21, 22, 23}) + ruleText("2 wallets of list \"X\" with age < 1h buy within 10m")};
        run.creates(0);
        run.buys(10, kPercent, 21);
        run.buys(4'000, kPercent, 21);  // old by now
        QCOMPARE(run.buys(4'010, kPercent, 22), std::size_t{0});
        QCOMPARE(run.buys(4'020, kPercent, 23), std::size_t{1});
    }

    void aClustersSecondMemberSells() {
        RuleRun run{
            ruleText("cluster with confidence >= 0.8 holds >= 20% of supply and second member of cluster sells")};
        run.creates(0, kDev);
        run.together(10, {11, 12, 13}, 10 * kPercent);
        run.together(20, {31, 32}, 5 * kPercent);  // holds too little
        QCOMPARE(run.sells(100, kPercent, 11), std::size_t{0});
        QCOMPARE(run.sells(101, kPercent, 31), std::size_t{0});
        QCOMPARE(run.sells(102, kPercent, 32), std::size_t{0});
        QCOMPARE(run.sells(110, kPercent, 11), std::size_t{0});
        QCOMPARE(run.sells(120, kPercent, 12), std::size_t{1});
        QCOMPARE(run.alerts[0].subject, test::walletOf(11).base58());
        QVERIFY2(run.alerts[0].text.find("holds 27.0% of supply") != std::string::npos, run.alerts[0].text.c_str());
        // One alert for the cluster, not one for each wallet.
        QCOMPARE(run.sells(130, kPercent, 13), std::size_t{0});
    }

    void aCountOutlivesTheClustersName() {
        RuleRun run{ruleText("2 members of cluster sell within 1h")};
        run.creates(0, kDev);
        run.buys(5, kPercent, 5, kSol, 2);
        run.together(10, {11, 12}, 10 * kPercent);
        QCOMPARE(run.sells(20, kPercent, 11), std::size_t{0});
        run.together(30, {5, 12}, kPercent, 3);  // a wallet seen before joins: the cluster is named by it now
        QCOMPARE(run.sells(40, kPercent, 12), std::size_t{1});
        QCOMPARE(run.alerts[0].subject, test::walletOf(5).base58());
    }

    void priceCrossesALine() {
        // 1 SOL for 10^13 raw coins of 6 decimals: 1e-7 SOL a coin.
        RuleRun run{ruleText("price crosses above 2e-7 SOL or price crosses below 5e-8 SOL")};
        run.creates(0);
        constexpr std::uint64_t kCoins = 10'000'000'000'000;
        QCOMPARE(run.buys(10, kCoins, 2, kSol), std::size_t{0});
        QCOMPARE(run.buys(20, kCoins, 3, 2 * kSol - 1), std::size_t{0});
        QCOMPARE(run.buys(30, kCoins, 4, 2 * kSol), std::size_t{1});
        QCOMPARE(run.buys(40, kCoins, 5, 3 * kSol), std::size_t{0});
        QCOMPARE(run.sells(50, kCoins, 5, kSol), std::size_t{0});  // the other way
        QCOMPARE(run.buys(60, kCoins, 5, 4 * kSol), std::size_t{1});
        QCOMPARE(run.sells(70, kCoins, 5, kSol / 3), std::size_t{1});
        QVERIFY2(
            run.alerts[0].text.find("price went above 0.0000002 SOL, from 2e-07 to 2e-07") != std::string::npos,
            run.alerts[0].text.c_str());
    }

    void pumpOnsetAndNoClusterShare() {
        const auto rules = ruleText("flag pump starts and coin cluster_share < 1%");
        for (const bool clustered : {false, true}) {
            RuleRun run{rules};
            run.creates(0);
            if (clustered) run.together(10, {11, 12}, 5 * kPercent);
            const std::uint64_t coins = 1'000'000'000;
            for (std::int64_t second = 20; second < 3'600; second += 25)
                run.trades(second, second % 50 == 20 ? core::Side::Buy : core::Side::Sell, coins,
                           100 + static_cast<std::uint64_t>(second) % 37);
            for (std::uint64_t i = 0; i < 300; ++i)
                run.buys(3'600 + static_cast<std::int64_t>(i / 10), coins, 1'000 + i % 100, kSol + kSol * i / 300);
            QCOMPARE(run.alerts.size(), clustered ? std::size_t{0} : std::size_t{1});
            bool flagged = false;
            for (const core::Flag& flag : run.engine.flags().history()) flagged = flagged || flag.kind == "pump";
            QVERIFY(flagged);
        }
    }

    void levelsWakeWhenTheyAreReached() {
        RuleRun run{ruleText("coin trades >= 3 and not coin is graduated")};
        run.creates(0);
        QCOMPARE(run.buys(10, kPercent, 2), std::size_t{0});
        QCOMPARE(run.buys(20, kPercent, 3), std::size_t{0});
        QCOMPARE(run.buys(30, kPercent, 4), std::size_t{1});
        const auto looked = run.engine.ruleStats().looked;
        for (std::int64_t second = 40; second < 100; ++second) run.buys(second, kPercent, 5);
        QCOMPARE(run.engine.ruleStats().looked, looked);  // nothing was passed: nobody looks
    }

    void countsEvents() {
        RuleRun run{ruleText("3 sells by dev >= 0.5 SOL each within 1m")};
        run.creates(0, kDev);
        run.buys(1, 10 * kPercent, kDev);
        run.sells(10, kPercent, kDev);
        run.sells(20, kPercent, kDev, kSol / 4);  // too small
        run.sells(30, kPercent, kDev);
        QCOMPARE(run.alerts.size(), std::size_t{0});
        QCOMPARE(run.sells(40, kPercent, kDev), std::size_t{1});
    }

    void coinsThatMoveWithoutATrade() {
        RuleRun run{ruleText("dev sends >= 5% of supply within 10m and not dev sells within 1h")};
        run.creates(0, kDev);
        run.buys(10, 20 * kPercent, kDev);
        run.sends(100, kDev, 60, 3 * kPercent);
        QCOMPARE(run.sends(200, kDev, 61, 3 * kPercent), std::size_t{1});
        run.sells(300, kPercent, kDev);
        QCOMPARE(run.sends(1'400, kDev, 62, 9 * kPercent), std::size_t{0});
        QCOMPARE(run.sends(5'000, kDev, 63, 6 * kPercent), std::size_t{1});
    }

    void oneLargeBuy() {
        RuleRun run{ruleText("anyone buys >= 10 SOL")};
        run.creates(0);
        QCOMPARE(run.buys(10, kPercent, 2, 10 * kSol - 1), std::size_t{0});
        QCOMPARE(run.buys(20, kPercent, 3, 10 * kSol), std::size_t{1});
        QCOMPARE(run.buys(30, kPercent, 4, ~std::uint64_t{0}), std::size_t{1});
    }

    void aWatchedCoinGraduates() {
        RuleRun run{ruleText("coin is watched and coin graduates", "kind = \"graduated\"\nseverity = \"info\""),
                    watching(1)};
        run.creates(0, kDev, 1);
        run.creates(0, kDev, 2);
        for (std::int64_t second = 1; second <= 5; ++second) run.buys(second, 1, 9);
        QCOMPARE(run.graduates(10, 2), std::size_t{0});
        QCOMPARE(run.graduates(20, 1), std::size_t{1});
        const core::Alert& alert = run.alerts[0];
        QCOMPARE(alert.kind, std::string("graduated"));
        QCOMPARE(alert.text, std::string("COIN: graduated after 5 trades."));
        QVERIFY(alert.severity == Severity::Info && alert.evidence.size() == 1);
        // The migration and the pool's creation both tell it.
        QCOMPARE(run.graduates(21, 1), std::size_t{0});
    }

    void namesFromTheChainAreMadeSafe() {
        RuleRun run{ruleText("coin graduates")};
        core::Event created = test::createdEvent(900, 1'000);
        std::get<core::TokenCreated>(created.body).symbol =
            "A\xE2\x80\xAE"
            "B\n\x1b[31m\xff<b>";
        run(created);
        run.graduates(500);
        const std::string& text = run.alerts.at(0).text;
        QVERIFY(text.find('\n') == std::string::npos && text.find('\x1b') == std::string::npos);
        QVERIFY(text.find("\xE2\x80\xAE") == std::string::npos && text.find('\xff') == std::string::npos);
    }

    void scopesLeaveOtherCoinsAlone() {
        RuleRun run{ruleText("anyone buys", "scope = [\"" + test::mintOf(2).base58() + "\"]")};
        run.creates(0, kDev, 1);
        run.creates(0, kDev, 2);
        QCOMPARE(run.buys(10, 1, 5, kSol, 1), std::size_t{0});
        QCOMPARE(run.engine.ruleStats().looked, std::uint64_t{0});
        QCOMPARE(run.buys(10, 1, 5, kSol, 2), std::size_t{1});
    }

    void rulesThatAreOffAreSilent() {
        RuleRun run{ruleText("anyone buys", "armed = false")};
        run.creates(0);
        QCOMPARE(run.buys(10, 1, 5), std::size_t{0});
        QCOMPARE(run.engine.ruleStats().armed, std::size_t{0});
    }

    void unknownHoldsNeitherWay() {
        // How many hold it is unknown of a coin whose creation was not seen.
        RuleRun run{ruleText("anyone buys and (coin holders > 0 or not coin holders > 0)")};
        QCOMPARE(run.buys(10, kPercent, 5, kSol, 9), std::size_t{0});
        run.creates(20, kDev, 1);
        QCOMPARE(run.buys(30, kPercent, 5), std::size_t{1});
    }

    void whatWasMissedIsNotToldLater() {
        RuleRun run{ruleText("dev sells >= 1% of supply")};
        run.creates(0, kDev);
        run.buys(1, 10 * kPercent, kDev);
        run.buys(1'000, kPercent, 2);
        QCOMPARE(run.sells(500, kPercent, kDev), std::size_t{0});  // of a backfill
        QCOMPARE(run.engine.ruleStats().old, std::uint64_t{1});
        QCOMPARE(run.sells(1'005, kPercent, kDev), std::size_t{1});
    }

    void earlierRunsAreNotRepeated() {
        const auto rules = ruleText("dev sells >= 1% of supply");
        core::alert::FiredKey key{"r", 1, test::mintOf(1).base58(), "", RuleRun::kStart + 100, Severity::Critical};
        for (const bool known : {false, true}) {
            RuleRun run{rules, {}, known ? std::vector{key} : std::vector<core::alert::FiredKey>{}};
            run.creates(0, kDev);
            run.buys(1, 10 * kPercent, kDev);
            QCOMPARE(run.sells(100, kPercent, kDev), known ? std::size_t{0} : std::size_t{1});
            QCOMPARE(run.sells(900, kPercent, kDev), std::size_t{1});
        }
        // A changed rule is another rule.
        key.version = 2;
        RuleRun run{rules, {}, {key}};
        run.creates(0, kDev);
        run.buys(1, 10 * kPercent, kDev);
        QCOMPARE(run.sells(100, kPercent, kDev), std::size_t{1});
    }

    void armingOtherRules() {
        RuleRun run{ruleText("anyone buys")};
        run.creates(0);
        QCOMPARE(run.buys(10, 1, 5), std::size_t{1});
        run.engine.arm(test::rulesOf(ruleText("anyone sells")), {});
        QCOMPARE(run.buys(20, 1, 5), std::size_t{0});
        QCOMPARE(run.sells(30, 1, 5), std::size_t{1});
        run.engine.arm(nullptr, {});
        QCOMPARE(run.engine.ruleStats().armed, std::size_t{7});
    }
    void aRuleThatStaysArmedGoesOnCounting() {
        const std::string counting = ruleText("3 wallets buy within 5m", "cool_down = \"10m\"");
        const std::string other = "[[rule]]\nid = \"other\"\nwhen = 'anyone burns'\n";
        const auto rule = [](std::string text) {
            // One cool-down is in the text already.
            text.erase(text.find("cool_down = \"1s\"\n"), 17);
            return text;
        };
        RuleRun run{rule(counting)};
        run.creates(0);
        run.buys(10, 1, 5);
        run.buys(11, 1, 6);
        // The other rule stands before it, so that every number moves.
        run.engine.arm(test::rulesOf(other + rule(counting)), {});
        QCOMPARE(run.buys(12, 1, 7), std::size_t{1});
        QCOMPARE(run.alerts.back().rule, std::string("r"));
        // Its cool-down goes on too, and what stood is no news.
        run.engine.arm(test::rulesOf(rule(counting)), {});
        QCOMPARE(run.buys(20, 1, 8), std::size_t{0});
        QCOMPARE(run.engine.ruleStats().armed, std::size_t{1});
    }
    void flagsThatStandSurviveArming() {
        const std::string rule = ruleText("flag dev_dump and anyone buys >= 5 SOL");
        // A kind of flag before it, so that the numbers of kinds move.
        const std::string other = "[[rule]]\nid = \"other\"\nwhen = 'flag bundler starts'\n";
        RuleRun run{rule};
        run.creates(0, kDev);
        run.buys(1, 10 * kPercent, kDev);
        run.sells(2, 10 * kPercent, kDev);
        run.engine.arm(test::rulesOf(other + rule), {});
        QCOMPARE(run.buys(3, kPercent, 9, 6'000'000'000), std::size_t{1});
    }
    void theNextTradeCanCrossALevelThatWasJustDrawn() {
        RuleRun run{ruleText("anyone burns")};
        run.creates(0);
        run.buys(1, 1'000'000'000, 5, 100);  // 1e-7 SOL for a whole coin of six decimals
        const std::string line = ruleText("coin price crosses above 2e-7 SOL or coin price crosses below 2e-7 SOL",
                                          "scope = [\"" + test::mintOf(1).base58() + "\"]");
        run.engine.arm(test::rulesOf(line), {});
        QCOMPARE(run.buys(2, 1'000'000'000, 5, 1'000'000), std::size_t{1});
    }
    void aListWithOtherWalletsCountsAnew() {
        const auto rules =
            test::rulesOf("[list.x]\nwallets = []\n" + ruleText("2 wallets of list \"x\" buy within 5m"));
        auto with = *rules;
        with.lists["x"].wallets = {test::walletOf(5), test::walletOf(6)};
        auto without = *rules;
        without.lists["x"].wallets = {test::walletOf(6), test::walletOf(7)};
        RuleRun run{ruleText("anyone burns")};
        run.engine.arm(std::make_shared<const core::alert::RuleSet>(with), {});
        run.creates(0);
        run.buys(1, 1, 5);
        run.engine.arm(std::make_shared<const core::alert::RuleSet>(without), {});
        QCOMPARE(run.buys(2, 1, 6), std::size_t{0});
        QCOMPARE(run.buys(3, 1, 7), std::size_t{1});
    }

    // Any rules over a busy market: nothing breaks, and twice the same alerts.
    void sameEventsSameAlerts() {
        core::sim::MarketOptions options;
        options.scenario = "busy";
        options.tradesPerSecond = 40;
        options.durationSeconds = 120;
        const test::SimMarket market = test::playMarket(options);
        std::mt19937_64 random = test::seeded("rules", 5);
        test::RuleMaker maker{random};
        core::alert::RuleSet set;
        set.lists["X"].wallets = {core::Wallet{}};
        for (const core::Event& event : market.events)
            if (const auto* trade = std::get_if<core::Trade>(&event.body);
                trade && set.lists["X"].wallets.size() < 200)
                set.lists["X"].wallets.push_back(trade->wallet);
        for (std::size_t i = 0; i < 400; ++i) set.rules.push_back(maker.rule(i));
        const std::string text = core::alert::printRules(set);
        std::string first;
        for (int round = 0; round < 2; ++round) {
            RuleRun run{text};
            for (const core::Event& event : market.events) run(event);
            const std::string told = toldBy(run.alerts);
            if (round == 0)
                first = told;
            else
                QVERIFY(told == first);
        }
        QVERIFY(!first.empty());
    }
};

QTEST_APPLESS_MAIN(RuleEngineTest)
#include "rule_engine_test.moc"
