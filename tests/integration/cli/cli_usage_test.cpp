// SPDX-License-Identifier: GPL-3.0-or-later
// What cabalscope-cli says of itself, and what it answers to arguments that make no sense.
#include "tests/support/cli_run.h"

#include <QTemporaryDir>
#include <QtTest>

using test::runCli;

namespace {

const QStringList& commands() {
    static const QStringList kCommands{"decode",   "record",   "watch",  "analyze",
                                       "evaluate", "simulate", "export", "doctor"};
    return kCommands;
}

}  // namespace

class CliUsageTest : public QObject {
    Q_OBJECT
private slots:
    void tellsItsVersion() {
        const auto run = runCli({"--version"});
        QCOMPARE(run.exitCode, 0);
        QCOMPARE(run.out, QByteArray("cabalscope-cli " CABALSCOPE_VERSION "\n"));
        QVERIFY(run.err.isEmpty());
    }

    void helpNamesEveryCommand() {
        const auto run = runCli({"--help"});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.err.isEmpty());
        for (const QString& command : commands()) QVERIFY2(run.out.contains(command.toUtf8()), qPrintable(command));
        QVERIFY(run.out.contains("Exit codes"));
    }

    void everyCommandHasHelp_data() {
        QTest::addColumn<QString>("command");
        QTest::addColumn<QStringList>("options");
        const QStringList feed{"--source",   "--ws-url", "--http-url", "--commitment",
                               "--programs", "--mint",   "--wallet"};
        QTest::newRow("decode") << "decode" << QStringList{"FILE"};
        QTest::newRow("record") << "record" << QStringList{"--out", "--duration"} + feed;
        QTest::newRow("watch") << "watch" << QStringList{"--capture", "--speed"} + feed;
        QTest::newRow("analyze") << "analyze" << QStringList{"FILE", "--json", "--as-of", "--progress"};
        QTest::newRow("evaluate") << "evaluate" << QStringList{"--input", "--analysis",  "--truth",
                                                               "--json",  "--tolerance", "--progress"};
        QTest::newRow("simulate") << "simulate" << QStringList{"--scenario", "--seed", "--out",      "--serve",
                                                               "--truth",    "--rate", "--duration", "--feed"};
        QTest::newRow("export") << "export" << QStringList{"--format", "--database", "--out"};
        QTest::newRow("doctor") << "doctor" << QStringList{"--bundle", "--database"};
    }
    void everyCommandHasHelp() {
        QFETCH(QString, command);
        QFETCH(QStringList, options);
        const auto run = runCli({command, "--help"});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(run.err.isEmpty());
        for (const QString& option : options) QVERIFY2(run.out.contains(option.toUtf8()), qPrintable(option));
    }

    // Arguments are seen by every user of the machine.
    void noOptionTakesAKey() {
        for (const QString& command : commands()) {
            const auto help = runCli({command, "--help"});
            QVERIFY2(!help.out.toLower().contains("--api-key") && !help.out.toLower().contains("--key"),
                     qPrintable(command));
            const auto run = runCli({command, "--api-key", "abc"});
            QCOMPARE(run.exitCode, 2);
        }
    }

    void nonsenseExitsWithTwo_data() {
        QTest::addColumn<QStringList>("arguments");
        const auto row = [](const char* name, const QStringList& arguments) { QTest::newRow(name) << arguments; };
        const QString key = "So11111111111111111111111111111111111111112";
        row("nothing", {});
        row("unknown command", {"frobnicate"});
        row("unknown option", {"decode", "--frobnicate", "x"});
        row("two commands' options mixed", {"decode", "x", "--as-of", "5"});
        row("decode without file", {"decode"});
        row("analyze without file", {"analyze", "--json", "-"});
        row("analyze without json", {"analyze", "x"});
        row("as-of that is no slot", {"analyze", "x", "--json", "-", "--as-of", "soon"});
        row("evaluate without truth", {"evaluate", "--input", "x"});
        row("evaluate without input", {"evaluate", "--truth", "x"});
        row("evaluate of two things", {"evaluate", "--input", "x", "--analysis", "y", "--truth", "z"});
        row("evaluate of a written analysis up to a slot",
            {"evaluate", "--analysis", "y", "--truth", "z", "--as-of", "5"});
        row("negative tolerance", {"evaluate", "--input", "x", "--truth", "z", "--tolerance", "-1"});
        row("simulate without out", {"simulate"});
        row("simulate with both", {"simulate", "--out", "-", "--serve", "127.0.0.1:0"});
        row("rate of nothing", {"simulate", "--out", "-", "--rate", "0"});
        row("rate that is none", {"simulate", "--out", "-", "--rate", "many"});
        row("duration of nothing", {"simulate", "--out", "-", "--duration", "0"});
        row("feed that is none", {"simulate", "--out", "-", "--feed", "rumours"});
        row("negative seed", {"simulate", "--out", "-", "--seed", "-1"});
        row("serve without port", {"simulate", "--serve", "127.0.0.1"});
        row("serve with a port that is none", {"simulate", "--serve", "127.0.0.1:http"});
        row("serve with a port too large", {"simulate", "--serve", "127.0.0.1:70000"});
        row("export of nothing", {"export", "--database", "x"});
        row("export of the unknown", {"export", "secrets", "--database", "x"});
        row("export without database", {"export", "trades"});
        row("export format", {"export", "trades", "--database", "x", "--format", "xls"});
        row("export interval", {"export", "candles", "--database", "x", "--interval", "5 minutes"});
        row("record without out", {"record"});
        row("record of an unknown venue", {"record", "--out", "x", "--programs", "nyse"});
        row("record of a mint that is none", {"record", "--out", "x", "--mint", "nonsense"});
        row("record of a wallet that is none", {"record", "--out", "x", "--wallet", key + "x"});
        row("record from an unknown feed", {"record", "--out", "x", "--source", "carrier-pigeon"});
        row("record from a URL that is none", {"record", "--out", "x", "--ws-url", "ws://"});
        row("watch from a URL that is none", {"watch", "--ws-url", "gopher://127.0.0.1"});
        row("watch with a commitment that is none", {"watch", "--commitment", "firm"});
        row("watch with negative speed", {"watch", "--capture", "x", "--speed", "-1"});
        row("doctor of an unknown venue", {"doctor", "--programs", "nyse"});
        row("doctor of an unknown feed", {"doctor", "--source", "carrier-pigeon"});
    }
    void nonsenseExitsWithTwo() {
        QFETCH(QStringList, arguments);
        const QTemporaryDir dir;
        const auto run = runCli(arguments);
        QVERIFY2(run.exitCode == 2, run.all().constData());
        // It says why, and where data goes stays clean; doctor's findings are its data.
        QVERIFY(!run.err.isEmpty() || arguments.first() == "doctor");
        if (arguments.isEmpty() || arguments.first() != "doctor") QVERIFY2(run.out.isEmpty(), run.out.constData());
        QVERIFY(!QFile::exists("x"));
    }
};

QTEST_GUILESS_MAIN(CliUsageTest)
#include "cli_usage_test.moc"
