// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/review/alert_reader.h"
#include "core/pipeline/analysis_json.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <limits>

using core::Alert;
using core::review::recordOf;
using core::store::StoredAlert;

namespace {

Alert wholeAlert() {
    Alert out;
    out.rule = "dev_sells";
    out.ruleVersion = 3;
    out.group = core::AlertGroup::HighSignal;
    out.kind = "dev_dump";
    out.mint = test::mintOf(1);
    out.subject = "cluster 7";
    out.wallets = {test::walletOf(1), test::walletOf(2)};
    out.slot = core::Slot{371'204'882};
    out.time = core::BlockTime{1'795'500'000};
    out.severity = core::Severity::Critical;
    out.text = "COIN: the dev sold 5% of supply.";
    out.confidence = 0.93;
    out.price = {3, 7};
    out.supplyShare = 0.05;
    core::Evidence seen;
    seen.kind = "sell";
    seen.signature = test::signatureOf(9);
    seen.slot = core::Slot{371'204'880};
    seen.wallets = {test::walletOf(1)};
    seen.amount = core::TokenAmount{std::numeric_limits<std::uint64_t>::max()};
    seen.text = "sold 5%";
    out.evidence = {seen};
    return out;
}

StoredAlert rowOf(const Alert& alert) {
    StoredAlert row;
    row.rule = alert.rule;
    row.ruleVersion = alert.ruleVersion;
    row.kind = alert.kind;
    row.mint = alert.mint;
    if (alert.slot) row.slot = alert.slot->value();
    if (alert.time) row.time = alert.time->value();
    row.key = core::alertKey(alert);
    row.subject = alert.subject;
    row.severity = alert.severity;
    row.confidence = alert.confidence;
    row.price = alert.price;
    row.text = alert.text;
    row.symbol = "COIN";
    core::pipeline::appendAlertJson(alert, row.json);
    return row;
}

std::string told(const Alert& alert) {
    std::string out;
    core::pipeline::appendAlertJson(alert, out);
    return out;
}

}  // namespace

class AlertReaderTest : public QObject {
    Q_OBJECT
private slots:
    void whatWasStoredComesBack() {
        const Alert alert = wholeAlert();
        auto row = rowOf(alert);
        row.verdict = false;
        row.verdictReason = "a market maker";
        const auto record = recordOf(row);
        QCOMPARE(told(*record.alert), told(alert));
        QCOMPARE(core::alertKey(*record.alert), core::alertKey(alert));
        QCOMPARE(record.key, core::alertKey(alert));
        QVERIFY(record.judgeable);
        QCOMPARE(record.verdict, std::optional{false});
        QCOMPARE(record.reason, std::string("a market maker"));
        QCOMPARE(record.alert->coin, std::string("COIN"));
        QVERIFY(record.alert->evidence.front().amount == alert.evidence.front().amount);
        QCOMPARE(record.price, std::optional{alert.price.value(6, 9)});
    }
    void aRowOfBeforeKeysCanBeReadAndNotJudged() {
        StoredAlert row;
        row.rule = "dev_dump";
        row.id = 12;
        row.json = R"({"group":"discovery","text":"COIN: sold"})";
        const auto record = recordOf(row);
        QVERIFY(!record.judgeable);
        QCOMPARE(record.key, std::string("#12"));
        QCOMPARE(record.alert->text, std::string("COIN: sold"));
        QVERIFY(record.alert->group == core::AlertGroup::Discovery);
        QVERIFY(!record.price && !record.alert->price.valid());
    }
    void hostileRowsAreMadeHarmless() {
        StoredAlert row = rowOf(wholeAlert());
        row.text = "a\u202Eb\nc" + std::string(10'000, 'x');
        row.symbol = "\u202Egnp";
        row.confidence = std::numeric_limits<double>::quiet_NaN();
        row.json = R"({"price":-1,"supply_share":7,"wallets":["no key",3,{}],"group":17,)"
                   R"("evidence":[1,{"signature":"x","slot":-1,"amount":"99999999999999999999","wallets":"no"}]})";
        auto record = recordOf(row);
        QVERIFY(record.alert->text.starts_with("ab"));
        QVERIFY(record.alert->text.size() < 1'000);
        QVERIFY(record.alert->text.find('\n') == std::string::npos);
        QCOMPARE(record.alert->coin, std::string("gnp"));
        QCOMPARE(record.alert->confidence, 0.0);
        QVERIFY(!record.price && !record.alert->supplyShare);
        QVERIFY(record.alert->wallets.empty());
        QCOMPARE(record.alert->evidence.size(), std::size_t{1});
        QVERIFY(!record.alert->evidence[0].signature && !record.alert->evidence[0].slot);
        QVERIFY(!record.alert->evidence[0].amount && record.alert->evidence[0].wallets.empty());
        for (const std::string& json : {std::string{}, std::string{"[1"}, std::string(5'000, '['),
                                        std::string{"\xff\xfe"}, std::string{"null"}}) {
            row.json = json;
            record = recordOf(row);
            QVERIFY(record.alert->evidence.empty());
            QVERIFY(record.alert->group == core::AlertGroup::Defence);
        }
    }
    void listsAreCut() {
        Alert alert = wholeAlert();
        alert.evidence.assign(1'000, alert.evidence.front());
        alert.wallets.assign(5'000, test::walletOf(1));
        StoredAlert row = rowOf(alert);
        QVERIFY(row.json.size() < 1'000'000);
        const auto record = recordOf(row);
        QCOMPARE(record.alert->evidence.size(), std::size_t{256});
        QCOMPARE(record.alert->wallets.size(), std::size_t{1'000});
    }
};

QTEST_APPLESS_MAIN(AlertReaderTest)
#include "alert_reader_test.moc"
