// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/evaluation.h"

#include <nlohmann/json.hpp>
#endif

#include <QtTest>

#include <algorithm>
#include <limits>

using core::pipeline::Evaluation;
using core::pipeline::EvaluationOptions;
using core::pipeline::KindScore;
using nlohmann::json;

namespace {

// Members of an object, with ' for ".
std::string document(const std::string& schema, const std::string& members) {
    std::string out = "{'schema':'" + schema + "'" + (members.empty() ? "" : ",") + members + "}";
    std::replace(out.begin(), out.end(), '\'', '\"');
    return out;
}

Evaluation scored(const std::string& analysis, const std::string& truth, const EvaluationOptions& options = {}) {
    return core::pipeline::evaluate(document("cabalscope.analysis/1", analysis),
                                    document("cabalscope.truth/1", truth), options)
        .value();
}

const KindScore& of(const std::vector<KindScore>& table, const std::string& kind) {
    for (const KindScore& score : table)
        if (score.kind == kind) return score;
    qFatal("no such kind");
}

}  // namespace

class EvaluationTest : public QObject {
    Q_OBJECT
private slots:
    // Snipers are A and B on m1, C on m2; D is an exchange anywhere. The truth is silent on m3.
    //   claims: A m1 right, X m1 wrong, Y m3 not judged;
    //           the tag of A repeats its flag; C's tag answers for m2: right; Z's says no mint, and Z may have
    //           been on m3: not judged
    //   precision 2/3, recall 2/3 (B is missed); base rate 3 of the 10 + 5 buyers of m1 and m2
    //   exchange: 1/1 and 1/1; base rate 1 of A B C D E Z
    void walletTagsByHand() {
        const auto got = scored(
            R"('tokens':[{'mint':'m1','buyers':10,'flags':[{'kind':'sniper','wallets':['A','X']}]},
                         {'mint':'m2','buyers':5},
                         {'mint':'m3','buyers':7,'flags':[{'kind':'sniper','wallets':['Y']}]}],
               'wallets':[{'address':'A','tags':[{'kind':'sniper'}]},
                          {'address':'C','tags':[{'kind':'sniper'}]},
                          {'address':'Z','tags':[{'kind':'sniper'}]},
                          {'address':'D','tags':[{'kind':'exchange'}]},
                          {'address':'E','tags':[{'kind':'bot'}]}])",
            R"('wallet_tags':[{'address':'A','kind':'sniper','mint':'m1'},
                              {'address':'B','kind':'sniper','mint':'m1'},
                              {'address':'C','kind':'sniper','mint':'m2'},
                              {'address':'D','kind':'exchange'}])");
        const KindScore& sniper = of(got.walletTags, "sniper");
        QCOMPARE(sniper.judged, 3U);
        QCOMPARE(sniper.right, 2U);
        QCOMPARE(sniper.notJudged, 2U);
        QCOMPARE(sniper.truths, 3U);
        QCOMPARE(sniper.found, 2U);
        QCOMPARE(sniper.precision().value(), 2.0 / 3);
        QCOMPARE(sniper.recall().value(), 2.0 / 3);
        QCOMPARE(sniper.f1().value(), 2.0 / 3);
        QCOMPARE(sniper.positives, 3U);
        QCOMPARE(sniper.population, 15U);
        const KindScore& exchange = of(got.walletTags, "exchange");
        QCOMPARE(exchange.precision().value(), 1.0);
        QCOMPARE(exchange.recall().value(), 1.0);
        QCOMPARE(exchange.baseRate().value(), 1.0 / 6);
        QCOMPARE(got.unjudgedKinds.size(), 1U);
        QCOMPARE(got.unjudgedKinds.at("bot"), 1U);
    }

    void whereTheTruthSpeaksOfAllTokensEveryTagIsJudged() {
        const std::string tags = "'wallet_tags':[{'address':'A','kind':'sniper','mint':'m1'}]";
        const std::string one = "'tokens':[{'mint':'m1'}],";
        const std::string two = "'tokens':[{'mint':'m1'},{'mint':'m2'}],";
        const std::string unnamed = "'wallets':[{'address':'Z','tags':[{'kind':'sniper'}]}]";
        const auto all = scored(one + unnamed, tags);
        QCOMPARE(of(all.walletTags, "sniper").judged, 1U);
        QCOMPARE(of(all.walletTags, "sniper").right, 0U);
        const auto some = scored(two + unnamed, tags);
        QCOMPARE(of(some.walletTags, "sniper").judged, 0U);
        QCOMPARE(of(some.walletTags, "sniper").notJudged, 1U);
        // A tag may say its mint.
        const auto told = scored(two + "'wallets':[{'address':'Z','tags':[{'kind':'sniper','mint':'m1'}]}]", tags);
        QCOMPARE(of(told.walletTags, "sniper").judged, 1U);
    }

    // Bundled are m1 and m2. Flagged are m1, m3 (mentioned by a cluster) and m9 (not mentioned).
    void tokenTagsByHand() {
        const auto got = scored(
            R"('tokens':[{'mint':'m1','flags':[{'kind':'bundler','confidence':0.9},{'kind':'bundler','confidence':0.5}]},
                         {'mint':'m3','flags':[{'kind':'bundler','confidence':0.8}]},
                         {'mint':'m9','flags':[{'kind':'bundler','confidence':0.8}]}])",
            R"('token_tags':[{'mint':'m1','kind':'bundler'},{'mint':'m2','kind':'bundler'}],
               'clusters':[{'id':'x','kind':'cabal','wallets':['A'],'mints':['m3']}])");
        const KindScore& bundler = of(got.tokenTags, "bundler");
        QCOMPARE(bundler.judged, 2U);
        QCOMPARE(bundler.precision().value(), 0.5);
        QCOMPARE(bundler.recall().value(), 0.5);
        QCOMPARE(bundler.notJudged, 1U);
        QCOMPARE(bundler.baseRate().value(), 2.0 / 3);
        // Two flags of one coin are one claim, as sure as the surer.
        QCOMPARE(got.calibration.claims(), 2U);
        QCOMPARE(bundler.calibration.brier().value(), (0.1 * 0.1 + 0.8 * 0.8) / 2);
    }

    // Events [100, 110] and [105, 200] of one coin, tolerance 10:
    //    99  before both                                   wrong
    //   104  finds the first, 4 slots after its start      right
    //   108  the first is found: the second, 3 slots       right
    //   115  both are found                                a repeat
    //   211  the second could be found until 210           wrong
    //     -  no slot                                       wrong
    void eventsByHand() {
        const auto got = scored(
            R"('tokens':[{'mint':'m','flags':[{'kind':'pump','since_slot':211},{'kind':'pump','since_slot':104},
                                              {'kind':'pump','since_slot':null},{'kind':'pump','since_slot':115},
                                              {'kind':'pump','since_slot':99},{'kind':'pump','since_slot':108}]},
                         {'mint':'elsewhere','flags':[{'kind':'pump','since_slot':5}]}])",
            R"('events':[{'kind':'pump','mint':'m','start_slot':105,'end_slot':200},
                         {'kind':'pump','mint':'m','start_slot':100,'end_slot':110},
                         {'kind':'pump','mint':'n','start_slot':1,'end_slot':2},
                         {'kind':'dev_dump','mint':'q','start_slot':1,'end_slot':2}])",
            {.toleranceSlots = 10});
        const KindScore& pumps = of(got.events, "pump");
        QCOMPARE(pumps.judged, 5U);
        QCOMPARE(pumps.right, 2U);
        QCOMPARE(pumps.repeats, 1U);
        QCOMPARE(pumps.withoutSlot, 1U);
        QCOMPARE(pumps.notJudged, 1U);
        QCOMPARE(pumps.precision().value(), 0.4);
        QCOMPARE(pumps.recall().value(), 2.0 / 3);
        QCOMPARE(pumps.f1().value(), 0.5);
        QCOMPARE(pumps.delays, (std::vector<std::uint64_t>{3, 4}));
        QCOMPARE(pumps.medianDelay().value(), 3.5);
        QCOMPARE(pumps.p90Delay().value(), 4U);
        QCOMPARE(pumps.baseRate().value(), 2.0 / 3);
        const KindScore& dumps = of(got.events, "dev_dump");
        QVERIFY(!dumps.precision());
        QCOMPARE(dumps.f1().value(), 0.0);
    }

    void theEventThatEndsFirstIsFoundFirst() {
        const auto got = scored(
            "'tokens':[{'mint':'m','flags':[{'kind':'pump','since_slot':106},{'kind':'pump','since_slot':150}]}]",
            R"('events':[{'kind':'pump','mint':'m','start_slot':100,'end_slot':200},
                         {'kind':'pump','mint':'m','start_slot':105,'end_slot':110}])",
            {.toleranceSlots = 0});
        QCOMPARE(of(got.events, "pump").right, 2U);
        QCOMPARE(of(got.events, "pump").delays, (std::vector<std::uint64_t>{1, 50}));
    }

    void slotsAtTheLimitDoNotWrap() {
        const std::string last = std::to_string(std::numeric_limits<std::uint64_t>::max());
        const auto got = scored("'tokens':[{'mint':'m','flags':[{'kind':'pump','since_slot':" + last +
                                    "},{'kind':'pump','since_slot':3}]}]",
                                "'events':[{'kind':'pump','mint':'m','start_slot':4,'end_slot':" + last + "}]");
        QCOMPARE(of(got.events, "pump").right, 1U);
        QCOMPARE(of(got.events, "pump").judged, 2U);
    }

    void delaysAreSummedUp() {
        KindScore score;
        QVERIFY(!score.medianDelay() && !score.p90Delay());
        score.delays = {7};
        QCOMPARE(score.medianDelay().value(), 7.0);
        QCOMPARE(score.p90Delay().value(), 7U);
        score.delays = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10};
        QCOMPARE(score.medianDelay().value(), 5.5);
        QCOMPARE(score.p90Delay().value(), 9U);  // 9 of 10 are at most 9
        score.delays.push_back(11);
        QCOMPARE(score.medianDelay().value(), 6.0);
        QCOMPARE(score.p90Delay().value(), 10U);  // 9 of 11 are less than nine tenths
    }

    // The example of cluster_agreement_test, out of documents: {a b c} {d e}, and f that is not one with a.
    void clustersByHand() {
        const auto got = scored(
            R"('clusters':[{'id':'1','wallets':[{'address':'a'},{'address':'b'},{'address':'g'}]},
                           {'id':'2','wallets':[{'address':'c'},{'address':'d'},{'address':'e'}]}])",
            R"('clusters':[{'kind':'cabal','wallets':['a','b','c']},{'kind':'insider','wallets':['d','e']}],
               'unrelated':[['f','a'],['a','f'],['c','e']])");
        const auto& clusters = got.clusters.value();
        QCOMPARE(clusters.agreement.wallets, 6U);
        QCOMPARE(clusters.agreement.precision().value(), 0.5);
        QCOMPARE(clusters.agreement.recall().value(), 0.5);
        QCOMPARE(clusters.agreement.adjustedRand().value(), 7.0 / 22);
        QCOMPARE(clusters.agreement.b3F1().value(), 7.0 / 9);
        QCOMPARE(clusters.agreement.unlabelledWallets, 1U);  // g
        QCOMPARE(clusters.agreement.unlabelledPairs, 2U);
        QCOMPARE(clusters.unrelated, 2U);  // one of them told twice
        QCOMPARE(clusters.unrelatedJoined, 1U);
        QVERIFY(got.notes.empty());
    }

    void aTruthThatContradictsItselfIsNoted() {
        const auto got = scored("'clusters':[{'wallets':[{'address':'a'},{'address':'b'}]}]",
                                R"('clusters':[{'kind':'cabal','wallets':['a','b']}],
                                   'unrelated':[['a','b'],['c','c'],['a','c']])");
        QCOMPARE(got.clusters->unrelated, 1U);
        QCOMPARE(got.clusters->unrelatedJoined, 0U);
        QCOMPARE(got.clusters->agreement.precision().value(), 1.0);
        QCOMPARE(got.notes.size(), 1U);
        QVERIFY(got.notes.front().find("2 unrelated pairs") != std::string::npos);
    }

    void aCrowdThatFollowsIsNoOwner() {
        const std::string found = "'clusters':[{'wallets':[{'address':'leader'},{'address':'x'},{'address':'y'}]}]";
        const std::string crowd = "{'kind':'lead_crowd','wallets':['leader','x','y']}";
        QVERIFY(!scored(found, "'clusters':[" + crowd + "]").clusters);
        const auto some = scored(found, "'clusters':[" + crowd + ",{'kind':'cabal','wallets':['p','q']}]");
        QCOMPARE(some.clusters->agreement.truePairs, 1U);
        QCOMPARE(some.clusters->agreement.predictedPairs, 0U);
        QCOMPARE(some.clusters->agreement.unlabelledWallets, 3U);
    }

    // Four claims: .95 right, .95 wrong, .15 wrong, 1 right; a fifth states no confidence.
    //   Brier (.05^2 + .95^2 + .15^2 + 0) / 4 = .231875
    //   bins: [.1, .2) has .15 where 0 is right; [.9, 1] has 2.9 where 2 are: (.15 + .9) / 4 = .2625
    void calibrationByHand() {
        const auto got = scored(
            R"('tokens':[{'mint':'a','flags':[{'kind':'x','confidence':0.95}]},
                         {'mint':'b','flags':[{'kind':'x','confidence':0.95}]},
                         {'mint':'c','flags':[{'kind':'x','confidence':0.15}]},
                         {'mint':'d','flags':[{'kind':'x','confidence':1}]},
                         {'mint':'e','flags':[{'kind':'x'}]},
                         {'mint':'f','flags':[{'kind':'y','confidence':0.5}]}])",
            R"('token_tags':[{'mint':'a','kind':'x'},{'mint':'d','kind':'x'}],
               'clusters':[{'kind':'cabal','wallets':[],'mints':['b','c','e']}])");
        QCOMPARE(got.calibration.claims(), 4U);
        QCOMPARE(got.calibration.withoutConfidence, 1U);
        QCOMPARE(got.calibration.brier().value(), 0.231875);
        QCOMPARE(got.calibration.expectedError().value(), 0.2625);
        QCOMPARE(got.calibration.baseRate().value(), 0.5);
    }

    void nothingToScoreIsNoScore() {
        const auto got = scored("", "");
        QVERIFY(got.walletTags.empty() && got.tokenTags.empty() && got.events.empty() && !got.clusters);
        QVERIFY(!got.calibration.brier() && !got.calibration.expectedError());
    }

    void machineForm() {
        const auto got = scored(
            R"('tokens':[{'mint':'m','flags':[{'kind':'pump','confidence':0.5,'since_slot':7},{'kind':'odd\'kind'}]}],
               'clusters':[{'wallets':[{'address':'a'},{'address':'b'}]}])",
            R"('events':[{'kind':'pump','mint':'m','start_slot':5,'end_slot':9}],
               'clusters':[{'kind':'cabal','wallets':['a','b']}])");
        std::string text;
        core::pipeline::appendEvaluationJson(got, text);
        const json form = json::parse(text);
        QCOMPARE(form["schema"].get<std::string>(), std::string("cabalscope.evaluation/1"));
        QCOMPARE(form["tolerance_slots"], 150);
        const json& pump = form["events"][0];
        QCOMPARE(pump["kind"].get<std::string>(), std::string("pump"));
        QCOMPARE(pump["precision"], 1.0);
        QCOMPARE(pump["delay_slots"]["median"], 2.0);
        QCOMPARE(pump["delay_slots"]["p90"], 2);
        QCOMPARE(pump["small_sample"], json::array({"precision", "recall", "delay_slots"}));
        QCOMPARE(form["clusters"]["pair_f1"], 1.0);
        QCOMPARE(form["clusters"]["adjusted_rand_index"], 1.0);
        QVERIFY(!form["clusters"].contains("nothing"));
        QCOMPARE(form["calibration"]["n"], 1);
        QCOMPARE(form["calibration"]["bins"].size(), 10U);
        QCOMPARE(form["calibration"]["bins"][5]["n"], 1);
        QCOMPARE(form["unjudged_kinds"]["odd\"kind"], 1);
        // What is not known is absent, not null or 0.
        std::string empty;
        core::pipeline::appendEvaluationJson(scored("", ""), empty);
        const json none = json::parse(empty);
        QVERIFY(!none.contains("clusters") && !none["calibration"].contains("brier"));
    }

    void documentsThatAreNoneAreRefused_data() {
        QTest::addColumn<QByteArray>("analysisText");
        QTest::addColumn<QByteArray>("truthText");
        QTest::addColumn<QByteArray>("says");
        const auto ofTruth = [](const char* name, const QByteArray& text, const char* says) {
            QTest::newRow(name) << QByteArray(R"({"schema":"cabalscope.analysis/1"})") << text << QByteArray(says);
        };
        const auto withTruth = [&](const char* name, const QByteArray& parts, const char* says) {
            ofTruth(name, R"({"schema":"cabalscope.truth/1",)" + parts + '}', says);
        };
        const auto withAnalysis = [](const char* name, const QByteArray& parts, const char* says) {
            QTest::newRow(name) << QByteArray(R"({"schema":"cabalscope.analysis/1",)" + parts + '}')
                                << QByteArray(R"({"schema":"cabalscope.truth/1"})") << QByteArray(says);
        };
        ofTruth("nothing", "", "truth: is empty");
        ofTruth("text", "not json", "truth: ");
        ofTruth("a list", "[]", "truth: is not an object");
        ofTruth("cut short", R"({"schema":"cabalscope.truth/1","clusters":[)", "truth: ");
        ofTruth("nested without end", QByteArray(200'000, '['), "truth: ");
        ofTruth("no UTF-8", "{\"schema\":\"cabalscope.truth/1\",\"note\":\"\xff\"}", "truth: ");
        ofTruth("no schema", "{}", "truth: says no schema");
        ofTruth("another schema", R"({"schema":"cabalscope.truth/2"})", "cabalscope.truth/2");
        ofTruth("a schema that is no text", R"({"schema":1})", "says no schema");
        withTruth("clusters of another shape", R"("clusters":{})", "truth: clusters: is not a list");
        withTruth("a cluster that is none", R"("clusters":[{"kind":"cabal"},5])",
                  "truth: clusters[1]: is not an object");
        withTruth("a cluster without kind", R"("clusters":[{"wallets":[]}])",
                  "truth: clusters[0].kind: is missing");
        withTruth("a wallet that is none", R"("clusters":[{"kind":"cabal","wallets":["a",7]}])",
                  "truth: clusters[0].wallets[1]: is not a text");
        withTruth("an empty wallet", R"("clusters":[{"kind":"cabal","wallets":[""]}])", "is not a text");
        withTruth("an event without slots", R"("events":[{"kind":"pump","mint":"m"}])", "truth: events[0]: needs");
        withTruth("a negative slot", R"("events":[{"kind":"pump","mint":"m","start_slot":-1,"end_slot":2}])",
                  "truth: events[0].start_slot: ");
        withTruth("an event that ends before it starts",
                  R"("events":[{"kind":"pump","mint":"m","start_slot":3,"end_slot":2}])", "ends before it starts");
        withTruth("a tag without address", R"("wallet_tags":[{"kind":"dev"}])",
                  "wallet_tags[0].address: is missing");
        withTruth("a token tag without kind", R"("token_tags":[{"mint":"m"}])", "token_tags[0].kind: is missing");
        withTruth("a pair of three", R"("unrelated":[["a","b"],["a","b","c"]])",
                  "truth: unrelated[1]: is not a pair");
        withTruth("a pair of nothing", R"("unrelated":[[]])", "is not a pair");
        withTruth("a pair that is a text", R"("unrelated":["ab"])", "truth: unrelated[0]: is not a list");
        withAnalysis("a token without mint", R"("tokens":[{}])", "analysis: tokens[0].mint: is missing");
        withAnalysis("a flag without kind", R"("tokens":[{"mint":"m","flags":[{}]}])",
                     "analysis: tokens[0].flags[0].kind: is missing");
        withAnalysis("more than sure", R"("tokens":[{"mint":"m","flags":[{"kind":"x","confidence":1.5}]}])",
                     "confidence is not within 0 to 1");
        withAnalysis("less than unsure", R"("wallets":[{"address":"a","tags":[{"kind":"x","confidence":-0.1}]}])",
                     "analysis: wallets[0].tags[0]: confidence");
        withAnalysis("a slot with a fraction", R"("tokens":[{"mint":"m","flags":[{"kind":"x","since_slot":1.5}]}])",
                     "since_slot: is not a whole number");
        withAnalysis("a cluster of texts", R"("clusters":[{"wallets":["a"]}])",
                     "analysis: clusters[0].wallets[0]: is not an object");
        QTest::newRow("swapped") << QByteArray(R"({"schema":"cabalscope.truth/1"})")
                                 << QByteArray(R"({"schema":"cabalscope.analysis/1"})")
                                 << QByteArray("truth: is of schema");
    }
    void documentsThatAreNoneAreRefused() {
        QFETCH(QByteArray, analysisText);
        QFETCH(QByteArray, truthText);
        QFETCH(QByteArray, says);
        const auto got = core::pipeline::evaluate(analysisText.toStdString(), truthText.toStdString());
        QVERIFY(!got);
        QVERIFY(!core::pipeline::evaluate({}, {}));
        const std::string message = got.error().message();
        QVERIFY2(message.find(says.toStdString()) != std::string::npos, message.c_str());
        QVERIFY(message.size() < 300);
    }
};

QTEST_GUILESS_MAIN(EvaluationTest)
#include "evaluation_test.moc"
