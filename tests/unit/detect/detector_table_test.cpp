// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for every detector of the table, also for those added later.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/detect/registry.h"
#include "tests/support/detector_run.h"
#include "tests/support/market_events.h"
#include "tests/support/sim_events.h"
#endif

#include <QTest>

#include <algorithm>
#include <array>
#include <set>

using core::detect::DetectorInfo;
using core::detect::detectors;

namespace {

// Source: interfaces section 4, flag and tag kinds.
constexpr std::array<std::string_view, 19> kKinds{
    "cabal",       "insider_holdings", "dev_dump",       "cluster_dump", "liquidity_removal",
    "sniper",      "bundler",          "fresh_wallet",   "wash_trading", "pump",
    "lead_wallet", "smart_money",      "concentration",  "copycat",      "rug_risk",
    "dev",         "exchange",         "infrastructure", "bot"};

const test::SimMarket& busyStretch() {
    static const test::SimMarket kStretch = [] {
        core::sim::MarketOptions options;
        options.scenario = "busy";
        options.tradesPerSecond = 60;
        options.durationSeconds = 180;
        return test::playMarket(options);
    }();
    return kStretch;
}

}  // namespace

class DetectorTableTest : public QObject {
    Q_OBJECT
    static void everyDetector() {
        QTest::addColumn<int>("index");
        int index = 0;
        for (const DetectorInfo& info : detectors()) QTest::newRow(std::string{info.kind}.c_str()) << index++;
    }
    static const DetectorInfo& detector(int index) { return detectors()[static_cast<std::size_t>(index)]; }

private slots:
    void kindsAreUnique() {
        std::set<std::string_view> kinds;
        for (const DetectorInfo& info : detectors()) QVERIFY(kinds.insert(info.kind).second);
        QVERIFY(!kinds.empty());
    }

    void saysWhatItIs_data() { everyDetector(); }
    void saysWhatItIs() {
        QFETCH(int, index);
        const DetectorInfo& info = detector(index);
        QVERIFY(std::find(kKinds.begin(), kKinds.end(), info.kind) != kKinds.end());
        QVERIFY(!info.version.empty());
        QVERIFY(std::all_of(info.version.begin(), info.version.end(),
                            [](char letter) { return (letter >= '0' && letter <= '9') || letter == '.'; }));
        QVERIFY(info.description.size() > 15 && info.description.ends_with('.'));
        QVERIFY(info.make() != nullptr);
    }

    void alertsAreWholeAndProven_data() { everyDetector(); }
    void alertsAreWholeAndProven() {
        QFETCH(int, index);
        test::DetectorRun run{detector(index)};
        std::set<core::Signature> told;
        for (const core::Event& event : busyStretch().events) {
            told.insert(event.at.signature.value());
            for (const core::Alert& alert : run(event)) {
                QVERIFY(alert.kind == detector(index).kind);
                QVERIFY(!alert.rule.empty() && !alert.text.empty());
                QVERIFY(alert.confidence > 0 && alert.confidence <= 1);
                QVERIFY(alert.mint && alert.slot && alert.time);
                QVERIFY(!alert.evidence.empty());
                for (const core::Evidence& evidence : alert.evidence) {
                    QVERIFY(!evidence.kind.empty() && !evidence.text.empty());
                    // No proof from the future, none that was not there.
                    QVERIFY(evidence.signature && told.contains(*evidence.signature));
                }
            }
        }
        for (const core::Flag& flag : run.flags) {
            QVERIFY(std::find(kKinds.begin(), kKinds.end(), flag.kind) != kKinds.end());
            QVERIFY(!flag.rule.empty() && !flag.unit.empty() && flag.slot && flag.time && !flag.wallets.empty());
            QVERIFY(flag.confidence > 0 && flag.confidence <= 1);
            QVERIFY(!flag.evidence.empty());
            for (const core::Evidence& evidence : flag.evidence)
                QVERIFY(evidence.signature && told.contains(*evidence.signature));
        }
        // These need transfers, blocks or schemes that the stretch has none of; their cases stand in tests of their
        // own.
        static constexpr auto kElsewhere = std::to_array<std::string_view>(
            {"exchange", "bundler", "insider_holdings", "cabal", "wash_trading", "lead_wallet", "pump",
             "cluster_dump", "liquidity_removal", "smart_money", "rug_risk", "fresh_wallet"});
        if (std::find(kElsewhere.begin(), kElsewhere.end(), detector(index).kind) == kElsewhere.end())
            QVERIFY2(!run.alerts.empty() || !run.flags.empty(), "the stretch has no case for this detector");
    }

    void sameReplaySameAlerts_data() { everyDetector(); }
    void sameReplaySameAlerts() {
        QFETCH(int, index);
        test::DetectorRun first{detector(index)};
        test::DetectorRun second{detector(index)};
        for (const core::Event& event : busyStretch().events) first(event);
        for (const core::Event& event : busyStretch().events) second(event);
        QCOMPARE(test::toldBy(first.alerts), test::toldBy(second.alerts));
    }

    void survivesEventsThatKnowNothing_data() { everyDetector(); }
    void survivesEventsThatKnowNothing() {
        QFETCH(int, index);
        test::DetectorRun run{detector(index)};
        core::Event bare;
        for (const core::EventBody& body :
             {core::EventBody{core::Trade{}}, core::EventBody{core::TokenCreated{}},
              core::EventBody{core::Graduated{}}, core::EventBody{core::LiquidityChange{}},
              core::EventBody{core::TokenTransfer{}}, core::EventBody{core::Trade{}}}) {
            bare.body = body;
            run(bare);
        }
        QVERIFY(run.alerts.size() <= 1);
    }
};

QTEST_APPLESS_MAIN(DetectorTableTest)
#include "detector_table_test.moc"
