// SPDX-License-Identifier: GPL-3.0-or-later
// evaluate, from a simulated market to its scores.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "tests/support/archive.h"
#include "tests/support/cli_run.h"

#include <nlohmann/json.hpp>
#endif

#include <QFile>
#include <QTemporaryDir>
#include <QtTest>

using nlohmann::json;
using test::runCli;

namespace {

json parsed(const QByteArray& text) {
    return json::parse(text.toStdString(), nullptr, false);
}

json kindOf(const json& table, const char* kind) {
    for (const json& row : table)
        if (row["kind"] == kind) return row;
    return nullptr;
}

}  // namespace

class CliEvaluateTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_capture, m_truth, m_analysis;

    QString path(const QString& name) const { return m_dir.filePath(name); }
    QString file(const QString& name, const std::string& text) const {
        test::writeFile(path(name).toStdString(), text);
        return path(name);
    }
    QByteArray contents(const QString& name) const {
        return QByteArray::fromStdString(test::readFile(name.toStdString()));
    }

private slots:
    void initTestCase() {
        m_capture = path("sim.jsonl.zst");
        m_truth = path("truth.json");
        m_analysis = path("analysis.json");
        const auto run = runCli({"simulate", "--scenario", "busy", "--seed", "11", "--rate", "40", "--duration",
                                 "300", "--out", m_capture, "--truth", m_truth});
        QVERIFY2(run.exitCode == 0, run.all().constData());
        QCOMPARE(runCli({"analyze", m_capture, "--json", m_analysis}).exitCode, 0);
    }

    // The dev's own dumps: none is missed, and none is made up.
    void scoresASimulatedMarket() {
        const QString out = path("scores.json");
        const auto run = runCli({"evaluate", "--input", m_capture, "--truth", m_truth, "--json", out});
        QVERIFY2(run.exitCode == 0, run.all().constData());
        const json scores = parsed(contents(out));
        QCOMPARE(scores["schema"].get<std::string>(), std::string("cabalscope.evaluation/1"));
        const json dumps = kindOf(scores["events"], "dev_dump");
        QVERIFY2(dumps.is_object(), scores.dump().c_str());
        QVERIFY(dumps["truths"].get<int>() > 3);
        QCOMPARE(dumps["recall"], 1.0);
        QCOMPARE(dumps["precision"], 1.0);
        QVERIFY(dumps["delay_slots"]["median"].get<double>() <= 5);
        QVERIFY(scores["calibration"]["n"].get<int>() > 3);
        // Every creator is tagged, and nobody else.
        const json devs = kindOf(scores["wallet_tags"], "dev");
        QCOMPARE(devs["recall"], 1.0);
        QCOMPARE(devs["precision"], 1.0);
        // The table says the same.
        const QByteArray shown = QByteArray("1.000 (") + QByteArray::number(dumps["right"].get<int>()) + '/' +
                                 QByteArray::number(dumps["judged"].get<int>()) + ')';
        QVERIFY2(run.out.contains("dev_dump") && run.out.contains(shown), run.out.constData());
        QVERIFY(run.out.contains("Brier"));
        QVERIFY(!run.out.contains("messages"));
        QVERIFY(run.err.contains("messages"));
    }

    void stdoutIsEitherTableOrJson() {
        const auto run = runCli({"evaluate", "--input", m_capture, "--truth", m_truth, "--json", "-"});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(parsed(run.out)["schema"].get<std::string>(), std::string("cabalscope.evaluation/1"));
        QCOMPARE(runCli({"evaluate", "--input", m_capture, "--truth", m_truth, "--json", "-"}).out, run.out);
    }

    void aWrittenAnalysisScoresTheSame() {
        const auto fresh = runCli({"evaluate", "--input", m_capture, "--truth", m_truth});
        const auto written = runCli({"evaluate", "--analysis", m_analysis, "--truth", m_truth});
        QCOMPARE(written.exitCode, 0);
        QCOMPARE(written.out, fresh.out);
        // Packed, as recordings are.
        const QString packed =
            file("truth.json.xz", test::pack(test::readFile(m_truth.toStdString()), test::Packing::Xz));
        QCOMPARE(runCli({"evaluate", "--analysis", m_analysis, "--truth", packed}).out, fresh.out);
    }

    void eventsOfLaterSlotsAreLeftOut() {
        const auto early =
            runCli({"evaluate", "--input", m_capture, "--truth", m_truth, "--json", "-", "--as-of", "1"});
        QCOMPARE(early.exitCode, 0);
        QCOMPARE(kindOf(parsed(early.out)["events"], "dev_dump")["found"], 0);
    }

    void theToleranceIsKept() {
        const QString analysis = file(
            "late.json",
            R"({"schema":"cabalscope.analysis/1","tokens":[{"mint":"m","flags":[{"kind":"pump","since_slot":30}]}]})");
        const QString truth = file("late-truth.json", R"({"schema":"cabalscope.truth/1","events":[{"kind":"pump",)"
                                                      R"("mint":"m","start_slot":5,"end_slot":20}]})");
        const auto found = [&](const QString& tolerance) {
            const auto run = runCli(
                {"evaluate", "--analysis", analysis, "--truth", truth, "--tolerance", tolerance, "--json", "-"});
            return kindOf(parsed(run.out)["events"], "pump")["found"].get<int>();
        };
        QCOMPARE(found("9"), 0);
        QCOMPARE(found("10"), 1);
        // One case says little, and the table says so.
        const auto few = runCli({"evaluate", "--analysis", analysis, "--truth", truth});
        QVERIFY2(few.out.contains("1.000 (1/1)*") && few.out.contains("fewer than 30 cases"), few.out.constData());
    }

    void hostileFilesAreNamed_data() {
        QTest::addColumn<QByteArray>("truth");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("text") << QByteArray("not a truth\n");
        QTest::newRow("an analysis") << QByteArray(R"({"schema":"cabalscope.analysis/1"})");
        QTest::newRow("nested without end") << QByteArray(1'000'000, '[');
        QTest::newRow("wrong shape") << QByteArray(R"({"schema":"cabalscope.truth/1","events":7})");
        QTest::newRow("escape codes") << QByteArray("{\"schema\":\"\\u001b[31mred\"}");
        QTest::newRow("half an archive") << QByteArray(
            "\xfd"
            "7zXZ\0\0\0",
            8);
    }
    void hostileFilesAreNamed() {
        QFETCH(QByteArray, truth);
        const QString bad = file("bad.json", truth.toStdString());
        const QString out = path("none.json");
        for (const QStringList& from : {QStringList{"--input", m_capture}, QStringList{"--analysis", m_analysis}}) {
            const auto run = runCli(QStringList{"evaluate", "--truth", bad, "--json", out} + from);
            QVERIFY2(run.exitCode == 1, run.all().constData());
            QVERIFY2(run.err.contains("bad.json"), run.err.constData());
            QVERIFY2(run.err.size() < 1'000 && !run.err.contains('\x1b'), "more than a line");
            QVERIFY(run.out.isEmpty());
            QVERIFY(!QFile::exists(out));
        }
        // As the analysis it is no better.
        const auto run = runCli({"evaluate", "--truth", m_truth, "--analysis", bad});
        if (!truth.contains("analysis/1")) {
            QVERIFY2(run.exitCode == 1, run.all().constData());
            QVERIFY2(run.err.contains("bad.json"), run.err.constData());
        }
    }

    void missingFilesAreNamed() {
        for (const QStringList& arguments : {QStringList{"--truth", "absent.json", "--input", m_capture},
                                             QStringList{"--truth", m_truth, "--input", "absent.json"},
                                             QStringList{"--truth", m_truth, "--analysis", "absent.json"}}) {
            const auto run = runCli(QStringList{"evaluate"} + arguments);
            QVERIFY2(run.exitCode == 1, run.all().constData());
            QVERIFY2(run.err.contains("absent.json"), run.err.constData());
        }
    }

    // Kinds come from the files and go to a terminal.
    void hostileKindsAreShownSafely() {
        const QString analysis = file("kinds.json", R"({"schema":"cabalscope.analysis/1","tokens":[{"mint":"m",)"
                                                    R"("flags":[{"kind":"\u001b[2Jgone"}]}]})");
        const QString truth =
            file("kinds-truth.json", R"({"schema":"cabalscope.truth/1","token_tags":[{"mint":"m",)"
                                     R"("kind":"\u001b]0;title\u0007"}]})");
        const auto run = runCli({"evaluate", "--analysis", analysis, "--truth", truth});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.out.contains("gone") && run.out.contains("title"));
        QVERIFY(!run.out.contains('\x1b') && !run.out.contains('\x07'));
    }
};

QTEST_GUILESS_MAIN(CliEvaluateTest)
#include "cli_evaluate_test.moc"
