// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/command_line.h"
#include "app/paths.h"
#include "fake_market.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using app::parseCommandLine;
using app::StartWith;

namespace {

core::Result<app::CommandLine> parse(QStringList arguments) {
    arguments.prepend(QStringLiteral("cabalscope"));
    return parseCommandLine(arguments);
}

}  // namespace

class TstCommandLine : public QObject {
    Q_OBJECT
private slots:
    void nothingStartsNothing() {
        const auto line = parse({});
        QVERIFY(line.has_value());
        QCOMPARE(line->start, StartWith::Nothing);
    }
    void liveOptionsReachTheFeed() {
        const auto line = parse({QStringLiteral("--live"), QStringLiteral("--source"), QStringLiteral("pumpportal"),
                                 QStringLiteral("--ws-url"), QStringLiteral("ws://127.0.0.1:9"),
                                 QStringLiteral("--programs"), QStringLiteral("pumpfun, pumpswap"),
                                 QStringLiteral("--commitment"), QStringLiteral("processed")});
        QVERIFY(line.has_value());
        QCOMPARE(line->start, StartWith::Live);
        QCOMPARE(line->live.source, std::string("pumpportal"));
        QCOMPARE(line->live.wsUrl, std::string("ws://127.0.0.1:9"));
        QCOMPARE(line->live.programs, (std::vector<std::string>{"pumpfun", "pumpswap"}));
        QCOMPARE(line->live.commitment, std::string("processed"));
    }
    void severalEndpointsMakeOneFeed() {
        const auto line =
            parse({QStringLiteral("--live"), QStringLiteral("--ws-url"), QStringLiteral("ws://127.0.0.1:9"),
                   QStringLiteral("--ws-url"), QStringLiteral("ws://127.0.0.1:10"), QStringLiteral("--feed"),
                   QStringLiteral("blocks")});
        QVERIFY(line.has_value());
        QCOMPARE(line->live.wsUrl, std::string("ws://127.0.0.1:9"));
        QCOMPARE(line->live.alsoWsUrls, std::vector<std::string>{"ws://127.0.0.1:10"});
        QCOMPARE(line->live.feed, std::string("blocks"));
    }
    void openTakesMintsLinksAndFiles() {
        const QString mint = QString::fromStdString(fake::mint(1).base58());
        const auto token = parse({QStringLiteral("--open"), QStringLiteral("https://pump.fun/coin/") + mint});
        QVERIFY(token.has_value());
        QCOMPARE(token->start, StartWith::Live);
        QVERIFY(token->openToken.endsWith(mint));
        const QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("a.jsonl")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto recording = parse({QStringLiteral("--open"), file.fileName(), QStringLiteral("--open"), mint});
        QVERIFY(recording.has_value());
        QCOMPARE(recording->start, StartWith::Recording);
        QCOMPARE(recording->recording, file.fileName());
        QCOMPARE(recording->openToken, mint);
    }
    // What the desktop starts for its menu, and for a link of ours.
    void theDesktopEntryStartsUs() {
        QFile entry(QStringLiteral(CABALSCOPE_SOURCE_DIR "/packaging/linux/cabalscope.desktop"));
        QVERIFY(entry.open(QIODevice::ReadOnly));
        const QString mint = QString::fromStdString(fake::mint(1).base58());
        int starts = 0;
        bool takesLinks = false;
        for (const QByteArray& read : entry.readAll().split('\n')) {
            const QString line = QString::fromUtf8(read);
            takesLinks = takesLinks || line == QLatin1String("MimeType=x-scheme-handler/cabalscope;");
            if (!line.startsWith(QLatin1String("Exec="))) continue;
            ++starts;
            QStringList words = line.mid(5).split(u' ');
            QCOMPARE(words.takeFirst(), QStringLiteral("cabalscope"));
            const auto place = words.indexOf(QStringLiteral("%u"));
            if (place < 0) {
                QVERIFY(parse(words).has_value());
                continue;
            }
            QStringList link = words;
            link[place] = QStringLiteral("cabalscope://token/") + mint;
            const auto opened = parse(link);
            QVERIFY(opened.has_value());
            QVERIFY(opened->openToken.endsWith(mint));
            words.removeAt(place);
            const auto plain = parse(words);
            QVERIFY(plain.has_value());
            QCOMPARE(plain->start, StartWith::Nothing);
        }
        QCOMPARE(starts, 2);
        QVERIFY(takesLinks);
    }
    void nonsenseIsRefused_data() {
        QTest::addColumn<QStringList>("arguments");
        QTest::newRow("unknown option") << QStringList{QStringLiteral("--nonsense")};
        QTest::newRow("speed is no number") << QStringList{QStringLiteral("--speed"), QStringLiteral("fast")};
        QTest::newRow("speed is negative") << QStringList{QStringLiteral("--speed=-1")};
        QTest::newRow("speed is nan") << QStringList{QStringLiteral("--speed"), QStringLiteral("nan")};
        QTest::newRow("two sources") << QStringList{QStringLiteral("--live"), QStringLiteral("--bundled")};
        QTest::newRow("open finds nothing")
            << QStringList{QStringLiteral("--open"), QStringLiteral("/no/such/file")};
    }
    void nonsenseIsRefused() {
        QFETCH(QStringList, arguments);
        const auto line = parse(arguments);
        QVERIFY(!line.has_value());
        QVERIFY(!line.error().context.empty());
    }
    void helpNamesEveryOption() {
        const QString help = app::helpText();
        for (const char* option :
             {"--open", "--replay", "--speed", "--bundled", "--live", "--source", "--ws-url", "--http-url",
              "--programs", "--commitment", "--database", "--screenshot", "--after", "--version", "--help"})
            QVERIFY2(help.contains(QString::fromLatin1(option)), option);
    }
    void environmentMovesTheFolders() {
        const QTemporaryDir folder;
        qputenv("CABALSCOPE_CONFIG_DIR", folder.filePath(QStringLiteral("config")).toLocal8Bit());
        qputenv("CABALSCOPE_DATA_DIR", folder.filePath(QStringLiteral("data")).toLocal8Bit());
        QCOMPARE(app::settingsFile(), folder.filePath(QStringLiteral("config/window.ini")));
        QCOMPARE(app::defaultDatabase().string(),
                 folder.filePath(QStringLiteral("data/cabalscope.sqlite")).toStdString());
        QVERIFY(QDir(folder.filePath(QStringLiteral("config"))).exists());
    }
    void installedRecordingComesFirst() {
        const QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("share/cabalscope")));
        QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("bin")));
        QFile file(folder.filePath(QStringLiteral("share/cabalscope/bundled.jsonl.zst")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto found = app::bundledRecording(folder.filePath(QStringLiteral("bin")));
        QVERIFY(found.has_value());
        QCOMPARE(found->string(), file.fileName().toStdString());
    }
};

QTEST_GUILESS_MAIN(TstCommandLine)
#include "tst_command_line.moc"
