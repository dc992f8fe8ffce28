// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that connect: record, watch and doctor, against `simulate --serve` and against servers that refuse.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/store/trade_store.h"
#include "tests/support/archive.h"
#include "tests/support/cli_run.h"
#include "tests/support/scripted_server.h"

#include <nlohmann/json.hpp>
#endif

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

using nlohmann::json;
using test::Cli;
using test::runCli;

namespace {

// Nobody listens there: connecting is refused at once.
constexpr const char* kDeadUrl = "ws://127.0.0.1:1";
constexpr const char* kSecret = "SECRET-0123456789";

/// `simulate --serve` on a free port.
class SimServer {
public:
    explicit SimServer(const QStringList& market = {"--scenario", "steady", "--rate", "300"})
        : m_cli(QStringList{"simulate", "--duration", "600", "--serve", "127.0.0.1:0"} + market) {}
    bool start() {
        if (!m_cli.start() || !m_cli.waitError(" and http://")) return false;
        static const QRegularExpression kPort(QStringLiteral("ws://127\\.0\\.0\\.1:(\\d+)"));
        m_port = kPort.match(QString::fromUtf8(m_cli.error())).captured(1);
        return !m_port.isEmpty();
    }
    [[nodiscard]] QStringList feed() const {
        return {"--ws-url", "ws://127.0.0.1:" + m_port, "--http-url", "http://127.0.0.1:" + m_port};
    }
    test::CliResult interrupt() {
        m_cli.signal(SIGINT);
        return m_cli.finish();
    }

private:
    Cli m_cli;
    QString m_port;
};

bool waitSize(const QString& file, qint64 bytes) {
    return QTest::qWaitFor([&] { return QFileInfo(file).size() >= bytes; }, test::kCliPatienceMs);
}

}  // namespace

class CliLiveTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    int m_files = 0;
    QString newFile(const QString& ending = {}) {
        return m_dir.filePath(QStringLiteral("l") + QString::number(++m_files) + ending);
    }

private slots:
    void recordsUntilItIsInterrupted_data() {
        QTest::addColumn<QString>("ending");
        QTest::addColumn<int>("signalNumber");
        QTest::newRow("plain, SIGINT") << ".jsonl" << SIGINT;
        QTest::newRow("zstd, SIGTERM") << ".jsonl.zst" << SIGTERM;
    }
    void recordsUntilItIsInterrupted() {
        QFETCH(QString, ending);
        QFETCH(int, signalNumber);
        SimServer server;
        QVERIFY(server.start());
        const QString out = newFile(ending);
        const QString database = newFile(".sqlite");
        Cli record{QStringList{"record", "--out", out, "--database", database} + server.feed()};
        QVERIFY(record.start());
        QVERIFY2(record.waitError("connected"), record.error().constData());
        QVERIFY(waitSize(out, 20'000));
        record.signal(signalNumber);
        const auto ended = record.finish();
        QCOMPARE(ended.exitCode, 130);
        QVERIFY(ended.out.isEmpty());
        QVERIFY2(ended.err.contains(" trades stored"), ended.err.constData());

        const auto decoded = runCli({"decode", out});
        QVERIFY2(decoded.exitCode == 0, decoded.err.constData());
        QVERIFY2(decoded.err.isEmpty(), decoded.err.constData());
        const auto trades = decoded.out.count("\"type\":\"trade\"");
        QVERIFY(trades > 10);
        auto store = core::store::TradeStore::open(database.toStdString(), core::store::Database::Access::ReadOnly);
        QVERIFY(store.has_value());
        QCOMPARE(*(*store)->tradeCount(), static_cast<std::int64_t>(trades));
        QCOMPARE(runCli({"analyze", out, "--json", "-"}).exitCode, 0);
        // Another recording does not overwrite it.
        const auto again = runCli(QStringList{"record", "--out", out, "--duration", "1"} + server.feed());
        QCOMPARE(again.exitCode, 1);
        QVERIFY(again.err.contains(QFileInfo(out).fileName().toUtf8()));

        const auto served = server.interrupt();
        QCOMPARE(served.exitCode, 0);
        const json totals = json::parse(served.out.toStdString(), nullptr, false);
        QVERIFY(totals["trades"].get<std::int64_t>() >= trades);
    }

    void recordsForSoLong() {
        SimServer server;
        QVERIFY(server.start());
        const QString out = newFile(".jsonl");
        const auto run = runCli(QStringList{"record", "--out", out, "--duration", "0.5"} + server.feed());
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QCOMPARE(runCli({"decode", out}).exitCode, 0);
    }

    // The recorder itself is killed: what was flushed is readable.
    void aKilledRecordingIsReadable() {
        SimServer server;
        QVERIFY(server.start());
        const QString out = newFile(".jsonl.zst");
        Cli record{QStringList{"record", "--out", out} + server.feed()};
        QVERIFY(record.start());
        QVERIFY(record.waitError("connected"));
        QVERIFY(waitSize(out, 20'000));
        record.kill();
        (void)record.finish();
        const auto decoded = runCli({"decode", out});
        QVERIFY2(decoded.exitCode == 0, decoded.err.constData());
        QVERIFY2(decoded.err.contains(out.toUtf8()), decoded.err.constData());  // says that the end is missing
        QVERIFY(decoded.out.count("\"type\":\"trade\"") > 10);
    }

    void withoutNetworkTheExitCodeIsThree_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("record") << QStringList{"record", "--out", "FILE", "--duration", "0.3"};
        QTest::newRow("watch") << QStringList{"watch", "--duration", "0.3"};
        QTest::newRow("doctor") << QStringList{"doctor"};
    }
    void withoutNetworkTheExitCodeIsThree() {
        QFETCH(QStringList, arguments);
        arguments.replaceInStrings("FILE", newFile(".jsonl"));
        const auto run = runCli(arguments + QStringList{"--ws-url", kDeadUrl});
        QVERIFY2(run.exitCode == 3, run.all().constData());
        QVERIFY2(run.all().toLower().contains("refused"), run.all().constData());
    }

    void aRefusedKeyIsFour_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("record") << QStringList{"record", "--out", "FILE"};
        QTest::newRow("watch") << QStringList{"watch"};
        QTest::newRow("doctor") << QStringList{"doctor"};
    }
    void aRefusedKeyIsFour() {
        QFETCH(QStringList, arguments);
        arguments.replaceInStrings("FILE", newFile(".jsonl"));
        test::ScriptedServer server{{.refuseUpgradeWith = 401}};
        auto environment = Cli::cleanEnvironment();
        environment.insert("CABALSCOPE_API_KEY", kSecret);
        const auto run =
            runCli(arguments + QStringList{"--ws-url", QString::fromStdString(server.wsUrl())}, environment);
        QVERIFY2(run.exitCode == 4, run.all().constData());
        QVERIFY(!run.all().contains(kSecret));
    }

    void watchPrintsAlertsOfALiveFeed() {
        // A market that is under way: graduations come by the second.
        const QString begun = QString::number(QDateTime::currentSecsSinceEpoch() - 15);
        SimServer server{{"--scenario", "busy", "--rate", "2000", "--epoch", begun}};
        QVERIFY(server.start());
        const QString alerts = newFile(".jsonl");
        const QString forOthers = newFile(".jsonl");
        const QString rules = newFile(".toml");
        {
            QFile file(rules);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write("[[rule]]\nid = 'gone'\nversion = 7\nwhen = 'coin graduates'\n");
        }
        Cli watch{QStringList{"watch", "--rules", rules, "--alerts-file", forOthers} + server.feed()};
        watch.setOutput(alerts);
        QVERIFY(watch.start());
        QVERIFY(watch.waitError("connected"));
        QVERIFY(waitSize(alerts, 100));
        watch.signal(SIGINT);
        QCOMPARE(watch.finish().exitCode, 130);
        QFile file(alerts);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const json alert = json::parse(file.readLine().toStdString(), nullptr, false);
        QVERIFY(alert.is_object() && alert.contains("kind") && alert.contains("evidence"));
        QCOMPARE(alert["rule"].get<std::string>(), std::string("gone"));
        QCOMPARE(alert["rule_version"].get<int>(), 7);
        // Other programs read the same.
        QFile other(forOthers);
        QVERIFY(other.open(QIODevice::ReadOnly) && file.seek(0));
        QCOMPARE(other.readAll(), file.readAll());
    }

    void doctorFindsTheServerSound() {
        SimServer server;
        QVERIFY(server.start());
        const QString bundle = newFile(".txt");
        auto environment = Cli::cleanEnvironment();
        environment.insert("CABALSCOPE_API_KEY", kSecret);
        const auto run = runCli(QStringList{"doctor", "--bundle", bundle} + server.feed(), environment);
        QVERIFY2(run.exitCode == 0, run.all().constData());
        for (const char* step : {"version", "configuration", "feed: DNS", "feed: TCP", "feed: websocket",
                                 "feed: first message", "database", "notification service"})
            QVERIFY2(run.out.contains(step), step);
        QVERIFY(!run.out.contains("FAIL"));
        QFile file(bundle);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QCOMPARE(written, run.out);
        QVERIFY(!written.contains(kSecret) && !run.all().contains(kSecret));
    }

    void doctorLooksIntoTheDatabase() {
        SimServer server;
        QVERIFY(server.start());
        const QString database = newFile(".sqlite");
        {
            auto store =
                core::store::TradeStore::open(database.toStdString(), core::store::Database::Access::ReadWrite);
            QVERIFY(store.has_value());
        }
        const auto sound = runCli(QStringList{"doctor", "--database", database} + server.feed());
        QCOMPARE(sound.exitCode, 0);
        QVERIFY2(sound.out.contains("sound, 0 trades"), sound.out.constData());
        std::string bytes = test::readFile(database.toStdString());
        for (std::size_t i = 4096; i < 8192; ++i) bytes[i] = '\x5a';
        test::writeFile(database.toStdString(), bytes);
        const auto damaged = runCli(QStringList{"doctor", "--database", database} + server.feed());
        QCOMPARE(damaged.exitCode, 1);
        QVERIFY2(damaged.out.contains("FAIL database"), damaged.out.constData());
        const auto absent = runCli(QStringList{"doctor", "--database", newFile()} + server.feed());
        QCOMPARE(absent.exitCode, 0);
    }

    void serveIsForThisMachineOnly() {
        const auto run = runCli({"simulate", "--serve", "0.0.0.0:0"});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains("loopback"));
    }
};

QTEST_GUILESS_MAIN(CliLiveTest)
#include "cli_live_test.moc"
