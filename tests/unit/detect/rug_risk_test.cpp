// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/detect/rug_risk.h"
#include "core/detect/rug_model.h"
#include "core/detect/rug_outcome.h"
#include "tests/support/detector_run.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <random>

using core::Event;
using core::Flag;
using core::Side;
using namespace core::detect;

namespace {

constexpr std::uint64_t kSol = 1'000'000;  // a thousandth: dust shows no price

// One launch: buys that lift the price, a sell 20 s and 68 s behind the first trade, and after 10 minutes one at
// `left` of the peak. 5 slots are 2 s.
void launch(test::DetectorRun& run, std::uint64_t& number, std::uint64_t mint, std::uint64_t slot, double left,
            bool flagged, bool toItsEnd = true) {
    run(test::createdEvent(number++, slot, 100 + mint, mint));
    for (std::uint64_t i = 0; i < 20; ++i)
        run(test::tradeEvent(number++, slot + i, Side::Buy, 1'000, kSol * (1'000 + 100 * i), 1'000 + i, mint));
    if (flagged) {
        Flag flag;
        flag.kind = "dev_dump";
        flag.mint = test::mintOf(mint);
        flag.confidence = 0.9;
        flag.evidence.push_back({});
        run.hear(test::tradeEvent(number++, slot + 20, Side::Sell, 1'000, 2'000, 1, mint), flag);
    }
    for (const std::uint64_t later : {50U, 170U})
        run(test::tradeEvent(number++, slot + later, Side::Sell, 1'000, kSol * 2'900, 1'000, mint));
    if (!toItsEnd) return;
    run(test::tradeEvent(number++, slot + 1'500, Side::Sell, 1'000, static_cast<std::uint64_t>(2'900 * left) * kSol,
                         1'001, mint));
}

}  // namespace

class RugRiskTest : public QObject {
    Q_OBJECT
private slots:
    void knowsARugByItsPrices_data() {
        QTest::addColumn<QVector<double>>("prices");
        QTest::addColumn<bool>("rug");
        QTest::newRow("falls and stays") << QVector<double>{1, 10, 0.9, 0.9} << true;
        QTest::newRow("falls by less") << QVector<double>{1, 10, 1.1} << false;
        QTest::newRow("comes back a little") << QVector<double>{1, 10, 0.5, 0.59} << true;
        QTest::newRow("comes back") << QVector<double>{1, 10, 0.5, 0.7} << false;
        QTest::newRow("a new peak after the fall") << QVector<double>{10, 0.5, 20} << false;
        QTest::newRow("no trade") << QVector<double>{} << false;
    }
    void knowsARugByItsPrices() {
        QFETCH(QVector<double>, prices);
        QFETCH(bool, rug);
        RugOutcome outcome;
        for (const double price : prices) outcome.trade(price);
        QCOMPARE(outcome.rugged(), rug);
    }

    void learnsFromWhatBecameOfLaunches() {
        const core::Symbol venue{"pumpfun"};
        RugModel model;
        const RugSigns dumped = bitOf(RugSign::DevDump);
        const auto before = model.odds(dumped, 1, venue);
        const double later = model.odds(dumped, 2, venue).probability;
        QVERIFY(before.probability > model.odds(0, 1, venue).probability);
        // Here the sign means the opposite of what the priors say.
        for (int i = 0; i < 2'000; ++i) {
            const bool sign = i % 2 == 0;
            model.learn(sign ? dumped : bitOf(RugSign::FewBuyers), 1, venue, !sign);
            model.finish(venue, !sign);
        }
        const auto after = model.odds(dumped, 1, venue);
        QVERIFY2(after.probability < 0.1, qPrintable(QString::number(after.probability)));
        QVERIFY(model.odds(bitOf(RugSign::FewBuyers), 1, venue).probability > 0.9);
        QVERIFY(after.spread < before.spread);
        // Nothing was learned of another age or venue.
        QVERIFY(std::abs(model.odds(dumped, 2, venue).probability - later) < 0.01);
        QCOMPARE(model.odds(0, 0, core::Symbol{"orca_whirlpool"}).base, 0.492);
        QCOMPARE(model.launches(), std::uint64_t{2'000});
    }

    void isCalibratedOnWhatItLearned() {
        // Signs and outcomes are drawn together; among launches judged near p, about p must have been rugs.
        std::mt19937_64 random(11);
        RugModel model;
        const core::Symbol venue{"pumpfun"};
        std::array<std::pair<double, double>, 10> bins{};
        std::array<int, 10> counts{};
        for (int i = 0; i < 20'000; ++i) {
            const bool rug = random() % 10 < 3;
            RugSigns signs = 0;
            for (const RugSign sign : {RugSign::DevDump, RugSign::FewBuyers, RugSign::HalfOfPeak, RugSign::Cabal})
                if (random() % 100 < (rug ? 60U : 25U)) signs |= bitOf(sign);
            if (i >= 10'000) {
                const double p = model.odds(signs, 0, venue).probability;
                const auto bin = std::min<std::size_t>(9, static_cast<std::size_t>(p * 10));
                bins[bin].first += p;
                bins[bin].second += rug ? 1 : 0;
                ++counts[bin];
            }
            model.learn(signs, 0, venue, rug);
            model.finish(venue, rug);
        }
        double error = 0;
        for (std::size_t i = 0; i < bins.size(); ++i) error += std::abs(bins[i].first - bins[i].second) / 10'000;
        QVERIFY2(error < 0.03, qPrintable(QString::number(error)));
    }

    void saysSoWhenWhatIsSeenSpeaksForIt() {
        test::DetectorRun run{kRugRisk};
        std::uint64_t number = 1;
        std::uint64_t slot = 1'000;
        // 120 launches; every other is dumped by its dev and falls. An hour is 9,000 slots here.
        for (std::uint64_t mint = 1; mint <= 120; ++mint) {
            launch(run, number, mint, slot, mint % 2 == 0 ? 0.05 : 0.95, mint % 2 == 0);
            slot += 2'000;
        }
        run.flags.clear();
        launch(run, number, 500, slot + 10'000, 1, true);
        QVERIFY(!run.flags.empty());
        const Flag& flag = run.flags.front();
        QCOMPARE(flag.kind, std::string("rug_risk"));
        QVERIFY(flag.mint == test::mintOf(500));
        QVERIFY2(flag.confidence > 0.8, flag.rule.c_str());
        QVERIFY2(flag.rule.find("the dev or a linked wallet sold") != std::string::npos, flag.rule.c_str());
        QVERIFY(flag.against.front().find("launches were watched to their end") != std::string::npos);
        run.flags.clear();
        launch(run, number, 501, slot + 20'000, 1, false);
        QVERIFY2(run.flags.empty(), run.flags.empty() ? "" : run.flags.back().rule.c_str());
    }

    void takesBackWhatNoLongerHolds() {
        test::DetectorRun run{kRugRisk};
        std::uint64_t number = 1;
        std::uint64_t slot = 1'000;
        for (std::uint64_t mint = 1; mint <= 120; ++mint) {
            launch(run, number, mint, slot, mint % 2 == 0 ? 0.05 : 0.95, mint % 2 == 0);
            slot += 2'000;
        }
        launch(run, number, 500, slot + 10'000, 1, true, false);
        QVERIFY(!run.flags.empty() && !run.flags.back().withdrawn);
        run.flags.clear();
        Flag back;
        back.kind = "dev_dump";
        back.mint = test::mintOf(500);
        back.confidence = 0.05;
        back.withdrawn = true;
        run.hear(test::tradeEvent(number++, slot + 10'200, Side::Sell, 1'000, 2'000, 1, 500), back);
        // What was said of the coin rested on it.
        QVERIFY(!run.flags.empty());
        QVERIFY2(run.flags.back().withdrawn && run.flags.back().confidence < 0.6, run.flags.back().rule.c_str());
    }

    void dustMovesNoPrice() {
        test::DetectorRun run{kRugRisk};
        std::uint64_t number = 1;
        launch(run, number, 1, 1'000, 0.95, false);
        run.flags.clear();
        // One raw coin for a lamport: a price a thousand times too high or too low.
        run(test::tradeEvent(number++, 2'600, Side::Buy, 1, 999'999, 5, 1));
        run(test::tradeEvent(number++, 2'601, Side::Sell, 1'000'000, 1, 5, 1));
        run(test::tradeEvent(number++, 3'300, Side::Buy, 1'000, kSol * 2'900, 6, 1));
        for (const Flag& flag : run.flags)
            QVERIFY2(flag.rule.find("a fifth of its peak") == std::string::npos, flag.rule.c_str());
    }

    void leavesOutLaunchesItMissed() {
        test::DetectorRun run{kRugRisk};
        std::uint64_t number = 1;
        for (std::uint64_t i = 0; i < 200; ++i)
            run(test::tradeEvent(number++, 10 + i * 20, Side::Sell, 1'000, 2'000 - 9 * i, i, 7));
        QVERIFY(run.flags.empty());
    }
};

QTEST_APPLESS_MAIN(RugRiskTest)
#include "rug_risk_test.moc"
