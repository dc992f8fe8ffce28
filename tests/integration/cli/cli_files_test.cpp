// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that work on files: simulate, decode, analyze, watch --capture, export.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/source/line_reader.h"
#include "core/store/trade_store.h"
#include "tests/support/archive.h"
#include "tests/support/cli_run.h"

#include <nlohmann/json.hpp>
#endif

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QtTest>

#include <algorithm>
#include <csignal>
#include <map>
#include <set>

#include <sys/stat.h>

using nlohmann::json;
using test::CliResult;
using test::runCli;

namespace {

QByteArray contents(const QString& file) {
    QFile in(file);
    return in.open(QIODevice::ReadOnly) ? in.readAll() : QByteArray("cannot be read: " + file.toUtf8());
}

void write(const QString& file, const QByteArray& bytes) {
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(bytes) != bytes.size())
        qFatal("a test file cannot be written");
}

QByteArray unpacked(const QString& file) {
    QByteArray out;
    auto reader = core::source::LineReader::open(file.toStdString());
    while (reader) {
        const auto line = (*reader)->next();
        if (!line || !line->more) break;
        out += QByteArray(line->text.data(), static_cast<qsizetype>(line->text.size())) + '\n';
    }
    return out;
}

json parsed(const QByteArray& text) {
    return json::parse(text.toStdString(), nullptr, false);
}

std::uint64_t tradesTold(const QByteArray& simulateError) {
    static const QRegularExpression kTrades(QStringLiteral("(\\d+) trades"));
    return kTrades.match(QString::fromUtf8(simulateError)).captured(1).toULongLong();
}

std::uint64_t count(const QList<QByteArray>& lines, const char* type) {
    return static_cast<std::uint64_t>(std::count_if(lines.begin(), lines.end(), [type](const QByteArray& line) {
        const json event = parsed(line);
        return event.is_object() && event.value("type", "") == type;
    }));
}

}  // namespace

class CliFilesTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    QString m_capture;
    QByteArray m_truth;
    std::uint64_t m_trades = 0;
    int m_files = 0;

    QString newFile(const QString& ending = {}) {
        return m_dir.filePath(QStringLiteral("f") + QString::number(++m_files) + ending);
    }
    static QStringList simulation(const QString& seed, const QString& out) {
        return {"simulate", "--scenario", "launch-hour", "--seed", seed, "--rate",
                "30",       "--duration", "180",         "--out",  out};
    }

private slots:
    void initTestCase() {
        m_capture = newFile(".jsonl");
        const QString truth = newFile(".json");
        const auto run = runCli(simulation("7", m_capture) + QStringList{"--truth", truth});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        m_trades = tradesTold(run.err);
        m_truth = contents(truth);
        QVERIFY(m_trades > 2'000);
    }

    // ---- simulate ----

    void aSeedGivesTheSameBytes() {
        const QString again = newFile(".jsonl");
        const QString truth = newFile(".json");
        QCOMPARE(runCli(simulation("7", again) + QStringList{"--truth", truth}).exitCode, 0);
        QCOMPARE(contents(again), contents(m_capture));
        QCOMPARE(contents(truth), m_truth);
        const QString packed = newFile(".jsonl.zst");
        QCOMPARE(runCli(simulation("7", packed)).exitCode, 0);
        QCOMPARE(unpacked(packed), contents(m_capture));
        QVERIFY(QFileInfo(packed).size() < QFileInfo(m_capture).size() / 3);
        const auto toStdout = runCli(simulation("7", "-"));
        QCOMPARE(toStdout.exitCode, 0);
        QCOMPARE(toStdout.out, contents(m_capture));
        const QString other = newFile(".jsonl");
        QCOMPARE(runCli(simulation("8", other)).exitCode, 0);
        QVERIFY(contents(other) != contents(m_capture));
    }

    void truthHasTheDocumentedForm() {
        const json truth = parsed(m_truth);
        QCOMPARE(truth["schema"].get<std::string>(), std::string("cabalscope.truth/1"));
        for (const char* key : {"note", "clusters", "events", "wallet_tags", "token_tags", "unrelated"})
            QVERIFY2(truth.contains(key), key);
        QVERIFY(!truth["events"].empty());
        for (const json& event : truth["events"])
            for (const char* key : {"kind", "mint", "start_slot", "end_slot", "wallets"})
                QVERIFY2(event.contains(key), key);
    }

    void captureHasTheDocumentedForm() {
        const auto lines = contents(m_capture).split('\n');
        const json header = parsed(lines.first());
        QCOMPARE(header["cabalscope_capture"].get<int>(), 1);
        for (const char* key : {"created", "source", "endpoint", "note"}) QVERIFY2(header.contains(key), key);
        for (qsizetype i = 1; i < std::min<qsizetype>(lines.size() - 1, 50); ++i) {
            const json line = parsed(lines[i]);
            QVERIFY(line["t"].is_number_integer() && line["ch"] == "ws" && line["msg"].is_object());
        }
    }

    void scenariosAreListed() {
        const auto run = runCli({"simulate", "--list"});
        QCOMPARE(run.exitCode, 0);
        for (const char* name : {"launch-hour", "quiet", "busy", "day", "steady"}) QVERIFY2(run.out.contains(name), name);
        const auto unknown = runCli({"simulate", "--scenario", "nonsense", "--out", "-"});
        QCOMPARE(unknown.exitCode, 1);
        QVERIFY(unknown.err.contains("launch-hour"));
    }

    void anExistingCaptureIsNotOverwritten() {
        const QString file = newFile(".jsonl");
        write(file, "precious");
        const auto run = runCli(simulation("7", file));
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains(QFileInfo(file).fileName().toUtf8()));
        QCOMPARE(contents(file), QByteArray("precious"));
    }

    // Log feeds show no transfers; whole transactions do.
    void wholeTransactionsShowTransfers() {
        const QString capture = newFile(".jsonl");
        const QString truth = newFile(".json");
        const QStringList market{"simulate", "--scenario", "insider",    "--seed", "4",
                                 "--rate",   "10",         "--duration", "300"};
        const auto made =
            runCli(market + QStringList{"--feed", "transactions", "--out", capture, "--truth", truth});
        QVERIFY2(made.exitCode == 0, made.err.constData());
        const auto lines = runCli({"decode", capture}).lines();
        QCOMPARE(count(lines, "trade"), tradesTold(made.err));
        QVERIFY(count(lines, "sol_transfer") > 20);
        QVERIFY(count(lines, "token_transfer") > 3);
        const QString logs = newFile(".jsonl");
        const QString same = newFile(".json");
        QCOMPARE(runCli(market + QStringList{"--out", logs, "--truth", same}).exitCode, 0);
        const auto seen = runCli({"decode", logs}).lines();
        QCOMPARE(count(seen, "trade"), tradesTold(made.err));
        QCOMPARE(count(seen, "sol_transfer") + count(seen, "token_transfer"), std::uint64_t{0});
        QCOMPARE(contents(same), contents(truth));
        QVERIFY(!parsed(contents(truth))["clusters"].empty());
    }

    // ---- decode ----

    void decodesEveryTradeOnce() {
        const auto run = runCli({"decode", m_capture});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const auto lines = run.lines();
        QCOMPARE(count(lines, "trade"), m_trades);
        QSet<QByteArray> keys;
        for (const QByteArray& line : lines) {
            const json event = parsed(line);
            QVERIFY2(event.is_object() && event.contains("type"), line.constData());
            for (const char* key : {"signature", "slot", "path", "mint"}) QVERIFY2(event.contains(key), key);
            const QByteArray key = QByteArray::fromStdString(event["signature"].get<std::string>() + "/" +
                                                             event["path"].get<std::string>());
            QVERIFY2(!keys.contains(key), key.constData());
            keys.insert(key);
            if (event["type"] != "trade") continue;
            for (const char* member : {"venue", "program", "quote_mint", "wallet", "side", "base_amount",
                                       "base_decimals", "quote_amount", "quote_decimals"})
                QVERIFY2(event.contains(member), member);
            QVERIFY(event["base_amount"].is_string() && event["quote_amount"].is_string());
        }
        // The same file named twice: still every event once.
        QCOMPARE(runCli({"decode", m_capture, m_capture}).out, run.out);
        // Its own lines are an input.
        const QString events = newFile(".jsonl");
        write(events, run.out);
        const auto again = runCli({"decode", events});
        QCOMPARE(again.exitCode, 0);
        QCOMPARE(again.out, run.out);
    }

    void printsEveryField() {
        const auto run = runCli({"decode", "--fields", m_capture});
        QCOMPARE(run.exitCode, 0);
        const json first = parsed(run.lines().first());
        for (const char* key : {"program", "signature", "path", "event", "trailing", "fields"})
            QVERIFY2(first.contains(key), key);
        QVERIFY(first["fields"].size() > 3);
    }

    void hostileLinesAreNamedAndTheRestIsKept() {
        const auto good = runCli({"decode", m_capture}).out;
        auto lines = contents(m_capture).split('\n');
        lines.insert(5, "this is not JSON");
        lines.insert(9, R"({"t":1,"ch":"ws","msg":)" + QByteArray(5'000, '[') + "}");
        const QString file = newFile(".jsonl");
        write(file, lines.join('\n'));
        const auto run = runCli({"decode", file});
        QCOMPARE(run.exitCode, 1);
        QCOMPARE(run.out, good);
        for (const int number : {6, 10}) {
            const QByteArray place = QByteArray(file.toUtf8()) + ':' + QByteArray::number(number) + ": ";
            QCOMPARE(run.err.count(place), 1);
            const auto begin = run.err.indexOf(place);
            QVERIFY2(run.err.indexOf('\n', begin) > begin + place.size() + 10, run.err.constData());
        }
    }

    void brokenInputsAreNamed_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("not a recording\n");
        QTest::newRow("binary") << QByteArray(
            "\x7f"
            "ELF\x02\x01\x01",
            7);
        QTest::newRow("half a document") << QByteArray("{\"result\":\n {\"slot\":5,\n");
        QTest::newRow("newer capture") << QByteArray("{\"cabalscope_capture\":2}\n");
        QTest::newRow("nested without end") << QByteArray(1'000'000, '[');
    }
    void brokenInputsAreNamed() {
        QFETCH(QByteArray, bytes);
        const QString file = newFile();
        write(file, bytes);
        const QString out = newFile(".json");
        for (const QStringList& arguments :
             {QStringList{"decode", file}, QStringList{"analyze", file, "--json", out},
              QStringList{"watch", "--capture", file}}) {
            const auto run = runCli(arguments);
            QVERIFY2(run.exitCode == 1, run.all().constData());
            QVERIFY2(run.err.contains(QFileInfo(file).fileName().toUtf8()), run.err.constData());
            QVERIFY2(run.err.size() < 2'000, "more than a line or two");
            QVERIFY(run.out.isEmpty());
        }
        QVERIFY(!QFile::exists(out));
    }

    void aMissingFileDoesNotStopTheNext() {
        const auto run = runCli({"decode", m_dir.filePath("absent.jsonl"), m_capture});
        QCOMPARE(run.exitCode, 1);
        QVERIFY(run.err.contains("absent.jsonl"));
        QCOMPARE(count(run.lines(), "trade"), m_trades);
    }

    void aTruncatedArchiveIsReadToItsEnd() {
        const auto whole = contents(m_capture);
        const auto packed =
            test::pack({whole.constData(), static_cast<std::size_t>(whole.size())}, test::Packing::Zstd);
        const QString file = newFile(".jsonl.zst");
        write(file, QByteArray::fromStdString(packed.substr(0, packed.size() / 2)));
        const auto run = runCli({"decode", file});
        QVERIFY(run.exitCode == 0 || run.exitCode == 1);
        QVERIFY2(run.err.contains(file.toUtf8()), run.err.constData());
        const auto kept = count(run.lines(), "trade");
        QVERIFY(kept > m_trades / 10 && kept < m_trades);
        QVERIFY(runCli({"decode", m_capture}).out.startsWith(run.out));
    }

    void aFullDiskIsNoSuccess() {
        for (const QStringList& arguments :
             {QStringList{"decode", m_capture}, QStringList{"analyze", m_capture, "--json", "-"},
              QStringList{"simulate", "--duration", "60", "--out", "-"}}) {
            test::Cli cli{arguments};
            cli.setOutput("/dev/full");
            QVERIFY(cli.start());
            const auto run = cli.finish();
            QVERIFY2(run.exitCode == 1, run.all().constData());
            QVERIFY(!run.err.isEmpty());
        }
        const auto run = runCli({"analyze", m_capture, "--json", "/dev/full/x"});
        QCOMPARE(run.exitCode, 1);
    }

    // ---- analyze ----

    void analyzesTwiceToTheSameBytes() {
        const QString first = newFile(".json");
        const QString second = newFile(".json");
        const auto run = runCli({"analyze", m_capture, "--json", first});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        QVERIFY(run.out.isEmpty());
        QCOMPARE(runCli({"analyze", m_capture, "--json", second}).exitCode, 0);
        QCOMPARE(contents(second), contents(first));
        QCOMPARE(runCli({"analyze", m_capture, "--json", "-"}).out, contents(first));
        QVERIFY(!QFile::exists(first + ".part"));
        const json analysis = parsed(contents(first));
        QCOMPARE(analysis["schema"].get<std::string>(), std::string("cabalscope.analysis/1"));
        for (const char* key : {"engine_version", "input", "tokens", "clusters", "wallets", "leads", "alerts"})
            QVERIFY2(analysis.contains(key), key);
        QCOMPARE(analysis["input"]["decoded_trades"].get<std::uint64_t>(), m_trades);
        // Every dump that the truth tells is in the analysis.
        std::map<std::string, bool> dumped;
        for (const json& alert : analysis["alerts"])
            if (alert["kind"] == "dev_dump") dumped[alert["mint"]] = true;
        const json truth = parsed(m_truth);
        for (const json& event : truth["events"])
            if (event["kind"] == "dev_dump") QVERIFY2(dumped[event["mint"]], event.dump().c_str());
    }

    void aListOfOnesOwnIsReadAfterTheShippedOne() {
        const json before = parsed(runCli({"analyze", m_capture, "--json", "-"}).out);
        const auto tagged = [](const json& analysis, const std::string& kind) {
            std::set<std::string> out;
            for (const json& wallet : analysis["wallets"])
                for (const json& tag : wallet["tags"])
                    if (tag["kind"] == kind) out.insert(wallet["address"]);
            return out;
        };
        const std::string trader = before["wallets"][0]["address"];
        QVERIFY(!tagged(before, "exchange").contains(trader));
        const QString list = m_dir.filePath("addresses.tsv");
        write(list, QByteArray::fromStdString(trader + "\texchange\tMine\tmyself\n"));
        const json after = parsed(runCli({"analyze", m_capture, "--json", "-", "--addresses", list}).out);
        QVERIFY(tagged(after, "exchange").contains(trader));
        write(list, "no address\texchange\n");
        const auto refused = runCli({"analyze", m_capture, "--json", "-", "--addresses", list});
        QCOMPARE(refused.exitCode, 1);
        QVERIFY2(refused.err.contains("addresses.tsv: address list, line 1: no address"), refused.err.constData());
    }
    void stopsAtASlot() {
        const json whole = parsed(runCli({"analyze", m_capture, "--json", "-"}).out);
        const auto first = whole["input"]["first_slot"].get<std::uint64_t>();
        const auto last = whole["input"]["last_slot"].get<std::uint64_t>();
        const auto slot = (first + last) / 2;
        const json half =
            parsed(runCli({"analyze", m_capture, "--json", "-", "--as-of", QString::number(slot)}).out);
        QVERIFY(half["input"]["last_slot"].get<std::uint64_t>() <= slot);
        QVERIFY(half["input"]["decoded_trades"].get<std::uint64_t>() < m_trades);
        QVERIFY(half["tokens"].size() < whole["tokens"].size());
    }

    void progressIsJsonWhenAsked() {
        const QString file = newFile(".jsonl");
        write(file, QByteArray("{\"type\":\"of_a_later_version\"}\n").repeated(120'000));
        const auto run = runCli({"analyze", file, "--json", "-", "--progress=json"});
        QCOMPARE(run.exitCode, 0);
        QVERIFY(parsed(run.out).is_object());  // none of it on stdout
        double before = 0;
        int told = 0;
        for (const QByteArray& line : run.err.split('\n')) {
            if (!line.startsWith('{')) continue;
            const json progress = parsed(line);
            QVERIFY2(progress.is_object(), line.constData());
            QVERIFY(progress["progress"].get<double>() >= before && progress["progress"].get<double>() <= 1);
            before = progress["progress"].get<double>();
            ++told;
        }
        QVERIFY(told > 0);
        // Without a terminal and without being asked there is none.
        const auto quiet = runCli({"analyze", file, "--json", "-"});
        QVERIFY(!quiet.err.contains("progress") && !quiet.err.contains('\r'));
    }

    // ---- watch, export ----

    void watchesARecordingAndExportsWhatItKept() {
        const QString database = newFile(".sqlite");
        const auto run = runCli({"watch", "--capture", m_capture, "--database", database});
        QVERIFY2(run.exitCode == 0, run.err.constData());
        const auto alerts = run.lines();
        QVERIFY(!alerts.isEmpty());
        for (const QByteArray& line : alerts) {
            const json alert = parsed(line);
            for (const char* key :
                 {"rule", "kind", "mint", "wallets", "slot", "time", "severity", "text", "confidence", "evidence"})
                QVERIFY2(alert.contains(key), line.constData());
        }
        const json analysis = parsed(runCli({"analyze", m_capture, "--json", "-"}).out);
        QCOMPARE(static_cast<std::size_t>(alerts.size()), analysis["alerts"].size());

        const auto exported = [&](const QStringList& arguments) {
            return runCli(QStringList{"export"} + arguments + QStringList{"--database", database});
        };
        // CSV: a header and one row a trade, as many fields in each.
        const auto csv = exported({"trades"});
        QCOMPARE(csv.exitCode, 0);
        QCOMPARE(static_cast<std::uint64_t>(csv.lines().size()), m_trades + 1);
        QVERIFY(csv.lines().first().startsWith("signature,path,slot,"));
        for (const QByteArray& line : csv.lines()) QCOMPARE(line.count(','), csv.lines().first().count(','));
        // JSON lines are event lines; packed they are the same.
        const auto jsonl = exported({"trades", "--format", "jsonl"});
        QCOMPARE(count(jsonl.lines(), "trade"), m_trades);
        const QString packed = newFile(".jsonl.zst");
        QCOMPARE(exported({"trades", "--format", "jsonl.zst", "--out", packed}).exitCode, 0);
        QCOMPARE(unpacked(packed), jsonl.out);
        const json fromExport = parsed(runCli({"analyze", packed, "--json", "-"}).out);
        QCOMPARE(fromExport["input"]["decoded_trades"].get<std::uint64_t>(), m_trades);
        // Trades alone make the same ledgers; tags also rest on creations, which are no trades.
        const auto ledgers = [](const json& wallets) {
            json out = json::object();
            for (const json& wallet : wallets)
                if (wallet["trades"] != 0)
                    out[wallet["address"].get<std::string>()] = {wallet["trades"], wallet["realised_pnl_lamports"]};
            return out;
        };
        QCOMPARE(ledgers(fromExport["wallets"]), ledgers(analysis["wallets"]));
        // The whole database.
        const QString copy = newFile(".sqlite");
        QCOMPARE(exported({"trades", "--format", "sqlite", "--out", copy}).exitCode, 0);
        auto store = core::store::TradeStore::open(copy.toStdString(), core::store::Database::Access::ReadOnly);
        QVERIFY(store.has_value());
        QCOMPARE(static_cast<std::uint64_t>(*(*store)->tradeCount()), m_trades);
        QCOMPARE(exported({"trades", "--format", "sqlite", "--out", copy}).exitCode, 1);  // is there already
        QCOMPARE(exported({"trades", "--format", "sqlite"}).exitCode, 2);                 // not to stdout
        // The rest.
        QCOMPARE(exported({"alerts", "--format", "jsonl"}).lines(), alerts);
        QCOMPARE(exported({"clusters"}).out, QByteArray("cluster,wallet,membership\n"));
        QCOMPARE(static_cast<std::size_t>(exported({"wallets", "--format", "jsonl"}).lines().size()) > 100, true);
        std::map<std::string, std::uint64_t> inBars;
        for (const QByteArray& line : exported({"candles", "--format", "jsonl", "--interval", "1m"}).lines()) {
            const json bar = parsed(line);
            QVERIFY(bar["low"].get<double>() <= bar["open"].get<double>());
            QVERIFY(bar["high"].get<double>() >= bar["close"].get<double>());
            QCOMPARE(bar["time"].get<std::int64_t>() % 60, std::int64_t{0});
            inBars[bar["mint"]] += bar["buys"].get<std::uint64_t>() + bar["sells"].get<std::uint64_t>();
        }
        std::uint64_t total = 0;
        for (const auto& [mint, trades] : inBars) total += trades;
        QCOMPARE(total, m_trades);
        const auto& [mint, trades] = *inBars.begin();
        const auto some = exported({"trades", "--format", "jsonl", "--mint", QString::fromStdString(mint)});
        QCOMPARE(static_cast<std::uint64_t>(some.lines().size()), trades);
        // Watching it again adds nothing.
        QCOMPARE(runCli({"watch", "--capture", m_capture, "--database", database}).exitCode, 0);
        QCOMPARE(exported({"trades"}).out, csv.out);
    }

    void exportNeedsADatabase() {
        const QString absent = m_dir.filePath("absent.sqlite");
        const auto missing = runCli({"export", "trades", "--database", absent});
        QCOMPARE(missing.exitCode, 1);
        QVERIFY(missing.err.contains("absent.sqlite"));
        QVERIFY(!QFile::exists(absent));
        const auto wrong = runCli({"export", "trades", "--database", m_capture});
        QCOMPARE(wrong.exitCode, 1);
        QVERIFY2(wrong.err.contains(QFileInfo(m_capture).fileName().toUtf8()), wrong.err.constData());
    }

    // A back-test that is interrupted ends with the code that says so, and leaves no half a result behind.
    void aBackTestCanBeInterrupted() {
        // A pipe, so that the run stands in the middle of its recording for as long as it takes.
        const QString pipe = newFile(".jsonl");
        QCOMPARE(::mkfifo(pipe.toUtf8().constData(), 0600), 0);
        const QString rules = newFile(".toml");
        QFile file(rules);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[[rule]]\nid = 'sells'\nwhen = 'anyone sells'\n");
        file.close();
        const QString result = newFile(".json");
        test::Cli cli{{"backtest", "--rule", rules, "--input", pipe, "--json", result, "--progress", "json"}};
        QVERIFY(cli.start());
        // Whoever ends first must not end the other.
        ::signal(SIGPIPE, SIG_IGN);
        // Opening waits for the reader.
        QFile writer(pipe);
        QVERIFY(writer.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        const QByteArray capture = contents(m_capture);
        QCOMPARE(writer.write(capture), capture.size());
        QVERIFY2(cli.waitError("progress"), cli.error().constData());
        cli.signal(SIGINT);
        // It looks up every few thousand lines; a thousand times as many are never read.
        const QByteArray more = capture.mid(capture.indexOf('\n') + 1);
        int copies = 0;
        while (copies < 1'000 && writer.write(more) == more.size()) ++copies;
        QVERIFY2(copies < 1'000, "the run went on");
        const auto run = cli.finish();
        QVERIFY2(run.exitCode == 130, run.all().constData());
        QVERIFY(run.out.isEmpty());
        QVERIFY(!QFileInfo::exists(result));
    }

    void aReplayKeepsItsPace() {
        // Ten seconds of market at a million times their pace end at once; stopping in the middle is an end too.
        test::Cli cli{{"watch", "--capture", m_capture, "--speed", "0.001"}};
        QVERIFY(cli.start());
        QVERIFY(cli.waitError("connected"));
        cli.signal(SIGINT);
        const auto run = cli.finish();
        QCOMPARE(run.exitCode, 130);
        QVERIFY(run.err.contains(" messages, "));
    }
};

QTEST_GUILESS_MAIN(CliFilesTest)
#include "cli_files_test.moc"
