// SPDX-License-Identifier: GPL-3.0-or-later
// The translations against the sentences of the program, and the window in Chinese and in longer words.
#include "engine_host.h"
#include "ui/format/number_text.h"
#include "ui/i18n/text_translator.h"
#include "ui/models/live_table_model.h"
#include "ui/shell/action_book.h"
#include "ui/theme/style.h"
#include "ui/views/elided_label.h"
#include "ui/views/main_window.h"
#include "ui/views/token_tabs.h"

#include <QAbstractButton>
#include <QAction>
#include <QDockWidget>
#include <QFile>
#include <QFontDatabase>
#include <QGlyphRun>
#include <QHeaderView>
#include <QLabel>
#include <QLibraryInfo>
#include <QLineEdit>
#include <QMenu>
#include <QProcess>
#include <QRawFont>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTextLayout>
#include <QToolButton>
#include <QXmlStreamReader>

#include <algorithm>
#include <map>

using namespace ui;
using i18n::TextTranslator;

namespace {

const QString kFile = QStringLiteral(CABALSCOPE_SOURCE_DIR "/resources/translations/cabalscope_zh_CN.ts");

struct Entry {
    QString translation;
    bool finished = false;
};
/// By sentence and disambiguation.
using Entries = std::map<std::pair<QString, QString>, Entry>;

Entries entriesOf(const QString& name) {
    Entries out;
    QFile file(name);
    if (!file.open(QIODevice::ReadOnly)) qFatal("cannot open %s", qPrintable(name));
    QXmlStreamReader xml(&file);
    QString source, comment;
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) continue;
        if (xml.name() == u"message") {
            source.clear();
            comment.clear();
        } else if (xml.name() == u"source") {
            source = xml.readElementText();
        } else if (xml.name() == u"comment") {
            comment = xml.readElementText();
        } else if (xml.name() == u"translation") {
            const bool finished = !xml.attributes().hasAttribute(QLatin1String("type"));
            // What stands around a plural form is layout of the file.
            QString text = xml.readElementText(QXmlStreamReader::IncludeChildElements);
            if (source.contains(QStringLiteral("%n"))) text = text.trimmed();
            out[{source, comment}] = {text, finished};
        }
    }
    if (xml.hasError()) qFatal("%s: %s", qPrintable(name), qPrintable(xml.errorString()));
    return out;
}

QString nameOf(const Entries::value_type& entry) {
    const auto& [source, comment] = entry.first;
    return comment.isEmpty() ? source : source + QStringLiteral(" (%1)").arg(comment);
}

QStringList placeholders(const QString& text) {
    static const QRegularExpression pattern(QStringLiteral("%(?:L?[0-9]{1,2}|n)"));
    QStringList out;
    for (auto found = pattern.globalMatch(text); found.hasNext();) out << found.next().captured();
    out.sort();
    return out;
}

/// White space at the beginning and the end: parts of sentences are put together with it.
std::pair<QString, QString> edges(const QString& text) {
    qsizetype first = 0;
    while (first < text.size() && text[first].isSpace()) ++first;
    qsizetype last = text.size();
    while (last > first && text[last - 1].isSpace()) --last;
    return {text.left(first), text.mid(last)};
}

/// Whether there are none; else all of them are told, for a message of a check holds no such list.
bool none(QStringList found) {
    found.removeDuplicates();
    for (const QString& one : found) qWarning("%s", qUtf8Printable(one));
    return found.isEmpty();
}

void write(const QString& file, const QByteArray& content) {
    QFile out(file);
    if (!out.open(QIODevice::WriteOnly) || out.write(content) != content.size()) qFatal("cannot write the file");
}

QByteArray document(const QByteArray& messages) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<!DOCTYPE TS>\n<TS "
           "version=\"2.1\"><context><name>x</name>" +
           messages + "</context></TS>\n";
}
QByteArray message(const QByteArray& source, const QByteArray& translation, const QByteArray& more = {}) {
    return "<message><source>" + source + "</source>" + more + "<translation>" + translation +
           "</translation></message>";
}

/// English in longer words, as German or Russian would be: what does not fit now would not fit then.
class LongerWords final : public QTranslator {
public:
    bool isEmpty() const override { return false; }
    QString translate(const char*, const char* source, const char*, int) const override {
        const QString text = QString::fromUtf8(source);
        // Keys are no words.
        static const QRegularExpression keys(QStringLiteral("^(Ctrl|Shift|Alt)\\+"));
        if (keys.match(text).hasMatch()) return {};
        const qsizetype tab = text.indexOf(u'\t');
        const QString words = tab < 0 ? text : text.left(tab);
        const qsizetype more = (words.trimmed().size() * 3 + 9) / 10;
        const qsizetype end = words.size() - edges(words).second.size();
        return words.left(end) + QString(more, u'~') + text.mid(end);
    }
};

/// A translator that is installed for as long as this lives.
class Installed {
public:
    explicit Installed(QTranslator& translator) : m_translator(translator) {
        QCoreApplication::installTranslator(&m_translator);
    }
    ~Installed() { QCoreApplication::removeTranslator(&m_translator); }
    Q_DISABLE_COPY_MOVE(Installed)

private:
    QTranslator& m_translator;
};

/// The window over a busy hand-built market, a coin open.
class Scene {
public:
    Scene() {
        m_host.run(core::pipeline::Mode::Live);
        m_window = std::make_unique<MainWindow>(m_host, m_settings.filePath(QStringLiteral("window.ini")));
        m_window->resize(1600, 900);
        m_window->show();
        m_window->openToken(fake::mint(100));
        m_host.publish(fake::busySnapshot(m_host.interest, 1));
        m_window->refresh();
        QCoreApplication::processEvents();
    }
    MainWindow& window() { return *m_window; }
    core::pipeline::Snapshot picture() const { return *m_host.latest(); }
    /// Calls `look` with each tab of the coin open, its number told.
    template <class Look>
    void everyTab(Look look) {
        auto* tabs = m_window->findChild<TokenTabs*>();
        const auto* bar = tabs->findChild<QTabBar*>();
        for (int i = 0; i < bar->count(); ++i) {
            tabs->choose(static_cast<TokenTabs::Tab>(i));
            m_window->refresh();
            QCoreApplication::processEvents();
            look(bar->tabText(i));
        }
    }

private:
    QTemporaryDir m_settings;
    fake::Host m_host;
    std::unique_ptr<MainWindow> m_window;
};

/// The coin of the market of which most is to be told.
core::Mint richestCoin(fake::EngineHost& host) {
    core::Mint best;
    std::size_t most = 0;
    for (const auto& [mint, coin] : host.run.engine.market().tokens()) {
        core::pipeline::Interest interest;
        interest.selected = mint;
        host.setInterest(interest);
        const auto& detail = host.latest()->selected;
        if (!detail || !detail->people) continue;
        const std::size_t rank =
            10 * detail->people->clusters.size() + detail->people->flags.size() + detail->people->holders.size();
        // Equal ones in an order that does not depend on the table of coins.
        if (rank < most || (rank == most && !(mint < best))) continue;
        most = rank;
        best = mint;
    }
    host.setInterest({});
    return best;
}

/// What stands on the window: where it stands, and the text.
using Shown = std::vector<std::pair<QString, QString>>;

Shown textsOf(const QWidget& window) {
    Shown out;
    const auto add = [&](const QObject* where, const QString& text) {
        if (!text.trimmed().isEmpty())
            out.push_back(
                {QString::fromLatin1(where->metaObject()->className()) + u' ' + where->objectName(), text});
    };
    for (const auto* label : window.findChildren<QLabel*>())
        if (label->isVisible()) add(label, label->text());
    for (const auto* button : window.findChildren<QAbstractButton*>())
        if (button->isVisible()) add(button, button->text());
    for (const auto* entry : window.findChildren<QLineEdit*>())
        if (entry->isVisible()) add(entry, entry->placeholderText());
    for (const auto* action : window.findChildren<QAction*>()) add(action, action->text());
    for (const auto* menu : window.findChildren<QMenu*>()) {
        add(menu, menu->title());
        for (const auto* action : menu->actions()) add(menu, action->text());
    }
    for (const auto* dock : window.findChildren<QDockWidget*>()) add(dock, dock->windowTitle());
    for (const auto* bar : window.findChildren<QTabBar*>())
        if (bar->isVisible())
            for (int i = 0; i < bar->count(); ++i) add(bar, bar->tabText(i));
    for (const auto* table : window.findChildren<QTableView*>()) {
        if (!table->model()) continue;
        for (int i = 0; i < table->model()->columnCount(); ++i) {
            add(table, table->model()->headerData(i, Qt::Horizontal).toString());
            add(table, table->model()->headerData(i, Qt::Horizontal, Qt::ToolTipRole).toString());
        }
    }
    return out;
}

/// What is the same in every language.
QString withoutNames(QString text, const QStringList& tickers) {
    static const QStringList kNames{
        // The program, the chain and its own words
        QStringLiteral("Cabalscope"), QStringLiteral("SOL"), QStringLiteral("USDC"), QStringLiteral("USD"),
        QStringLiteral("pump\\.fun"), QStringLiteral("pump_fun"), QStringLiteral("slot"), QStringLiteral("Slot"),
        QStringLiteral("meme"),
        // Statistics and indicators that traders know by these letters
        QStringLiteral("LLR"), QStringLiteral("EMA"), QStringLiteral("VWAP"), QStringLiteral("MACD"),
        QStringLiteral("RSI"), QStringLiteral("ATR"), QStringLiteral("BB"), QStringLiteral("MA"),
        QStringLiteral("Heikin-Ashi"),
        // Formats, time and units
        QStringLiteral("CSV"), QStringLiteral("JSON"), QStringLiteral("PNG"), QStringLiteral("UTC"),
        QStringLiteral("ms"), QStringLiteral("kB"), QStringLiteral("MB"), QStringLiteral("GB"),
        // Keys
        QStringLiteral("Ctrl"), QStringLiteral("Shift"), QStringLiteral("Alt"), QStringLiteral("Tab"),
        QStringLiteral("Esc"), QStringLiteral("Del"), QStringLiteral("End"), QStringLiteral("Home"),
        // The feed of the hand-built market
        QStringLiteral("fake"), QStringLiteral("solana-rpc"), QStringLiteral("api\\.mainnet-beta\\.solana\\.com"),
        // Sites
        QStringLiteral("Solscan"), QStringLiteral("Solana Explorer"), QStringLiteral("GMGN"),
        QStringLiteral("DEX Screener"), QStringLiteral("Axiom"), QStringLiteral("Photon"),
        QStringLiteral("Bubblemaps"), QStringLiteral("RugCheck"),
        // After "Solana Explorer", which is one name
        QStringLiteral("Solana")};
    // The two ends of an address.
    static const QRegularExpression address(QStringLiteral("[1-9A-HJ-NP-Za-km-z]{4}…[1-9A-HJ-NP-Za-km-z]{4}"));
    text.remove(address);
    for (const QString& ticker : tickers) text.remove(ticker);
    static const QRegularExpression markup(QStringLiteral("<[^>]*>|&[a-z]+;"));
    text.remove(markup);
    static const QRegularExpression names(QStringLiteral("\\b(%1)\\b").arg(kNames.join(u'|')));
    return text.remove(names);
}

/// Buttons and labels of one line that got less room than they ask for and do not tell so by "…".
QStringList clipped(const QWidget& window) {
    QStringList out;
    const auto check = [&](const QWidget* widget, const QString& text) {
        if (!widget->isVisible() || text.trimmed().isEmpty()) return;
        if (widget->width() < widget->sizeHint().width())
            out << QStringLiteral("%1 “%2” has %3 of %4 px")
                       .arg(widget->objectName(), text)
                       .arg(widget->width())
                       .arg(widget->sizeHint().width());
    };
    for (const auto* button : window.findChildren<QAbstractButton*>()) check(button, button->text());
    for (const auto* label : window.findChildren<QLabel*>())
        if (!label->wordWrap() && !qobject_cast<const ElidedLabel*>(label)) check(label, label->text());
    return out;
}

}  // namespace

class TstTranslation : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    QString path(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private slots:
    void initTestCase() { theme::applyStyle(*qApp); }
    void cleanup() { format::setFolding(format::Folding::Thousands); }

    void everySentenceIsTranslated() {
        const QString lupdate = QStandardPaths::findExecutable(QStringLiteral("lupdate"),
                                                               {QLibraryInfo::path(QLibraryInfo::BinariesPath)});
        if (lupdate.isEmpty()) QSKIP("lupdate is missing (Debian: qt6-l10n-tools)");
        const QString found = path("found.ts");
        QProcess process;
        process.setWorkingDirectory(QStringLiteral(CABALSCOPE_SOURCE_DIR));
        process.start(lupdate, {QStringLiteral("-I"), QStringLiteral("."), QStringLiteral("ui"),
                                QStringLiteral("app"), QStringLiteral("-no-obsolete"), QStringLiteral("-locations"),
                                QStringLiteral("none"), QStringLiteral("-tr-function-alias"),
                                QStringLiteral("tr+=columnText"), QStringLiteral("-ts"), found});
        QVERIFY2(process.waitForFinished(90'000) && process.exitCode() == 0, process.readAllStandardError());
        const Entries wanted = entriesOf(found);
        // Fewer would mean that lupdate read something else.
        QVERIFY2(wanted.size() > 500, qPrintable(QString::number(wanted.size())));
        const Entries had = entriesOf(kFile);
        QStringList missing, gone;
        for (const auto& entry : wanted) {
            const auto at = had.find(entry.first);
            if (at == had.end() || !at->second.finished || at->second.translation.isEmpty())
                missing << nameOf(entry);
        }
        for (const auto& entry : had)
            if (!wanted.contains(entry.first)) gone << nameOf(entry);
        QVERIFY2(none(missing), "there are sentences without a finished translation");
        QVERIFY2(none(gone), "there are translations of sentences that are no longer said");
    }

    void translationsKeepTheFormOfTheirSentence() {
        QStringList wrong;
        for (const auto& entry : entriesOf(kFile)) {
            const QString& source = entry.first.first;
            const QString& text = entry.second.translation;
            const auto ellipsis = [](const QString& one) { return one.trimmed().endsWith(u'…'); };
            if (placeholders(source) != placeholders(text))
                wrong << nameOf(entry) + QStringLiteral(": placeholders");
            if (edges(source) != edges(text)) wrong << nameOf(entry) + QStringLiteral(": space at the edges");
            if (ellipsis(source) != ellipsis(text)) wrong << nameOf(entry) + QStringLiteral(": ellipsis");
            if (source.count(u'\t') != text.count(u'\t')) wrong << nameOf(entry) + QStringLiteral(": tabulator");
            if (source.count(u'▾') != text.count(u'▾')) wrong << nameOf(entry) + QStringLiteral(": arrow");
        }
        QVERIFY2(none(wrong), "there are translations of another form");
    }

    void theBundledFileIsRead() {
        TextTranslator translator;
        QVERIFY2(translator.readBundled(QStringLiteral("zh_CN")), qPrintable(translator.error()));
        QCOMPARE(static_cast<std::size_t>(translator.size()), entriesOf(kFile).size());
        QVERIFY(!translator.readBundled(QStringLiteral("tlh")));
        QVERIFY(translator.isEmpty());
        QVERIFY(!translator.error().isEmpty());
    }

    void aSentenceIsFoundWhoeverSaysIt() {
        write(path("good.ts"),
              document(
                  message("Close", "关闭") + message("Close", "收盘", "<comment>price of a bar</comment>") +
                  message("a<byte value=\"x9\"/>b", "甲<byte value=\"9\"/>乙") +
                  "<message numerus=\"yes\"><source>%n bars</source><translation>\n  "
                  "<numerusform>%n 根</numerusform>\n</translation></message>" +
                  "<message><source>later</source><translation type=\"unfinished\">以后</translation></message>"));
        TextTranslator translator;
        QVERIFY2(translator.read(path("good.ts")), qPrintable(translator.error()));
        QCOMPARE(translator.size(), 4);
        QCOMPARE(translator.translate("ui::Anything", "Close"), QStringLiteral("关闭"));
        QCOMPARE(translator.translate(nullptr, "Close", "price of a bar"), QStringLiteral("收盘"));
        QCOMPARE(translator.translate("x", "Close", "of something else"), QStringLiteral("关闭"));
        QCOMPARE(translator.translate("x", "a\tb"), QStringLiteral("甲\t乙"));
        QVERIFY(translator.translate("x", "later").isNull());
        QVERIFY(translator.translate("x", nullptr).isNull());
        const Installed installed(translator);
        QCOMPARE(QObject::tr("%n bars", nullptr, 3), QStringLiteral("3 根"));
        QCOMPARE(QObject::tr("unknown to the file"), QStringLiteral("unknown to the file"));
    }

    void brokenFilesLeaveEnglish_data() {
        QTest::addColumn<QByteArray>("content");
        const QByteArray good = document(message("Close", "关闭"));
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("no XML") << QByteArray(
            "\x7f"
            "ELF\0\1\2",
            7);
        QTest::newRow("another document") << QByteArray("<html><body>Close</body></html>");
        QTest::newRow("cut off") << good.left(good.size() / 2);
        QTest::newRow("cut off at the end") << good.left(good.size() - 4);
        QTest::newRow("two documents") << good + good;
        QTest::newRow("nothing translated") << document({});
        QTest::newRow("nothing finished")
            << document("<message><source>Close</source><translation type=\"unfinished\"/></message>");
        QTest::newRow("no sentence") << document("<message><translation>关闭</translation></message>");
        QTest::newRow("two translations") << document(message("Close", "关闭") + message("Close", "收盘"));
        QTest::newRow("two plural forms")
            << document(message("%n bars", "<numerusform>%n</numerusform><numerusform>%n s</numerusform>"));
        QTest::newRow("markup in a text") << document(message("Close", "<b>关闭</b>"));
        QTest::newRow("byte out of range") << document(message("Close", "<byte value=\"x110000\"/>"));
        QTest::newRow("zero byte") << document(message("Close", "<byte value=\"0\"/>"));
        QTest::newRow("invalid UTF-8") << document(message("Close", "\xff\xfe\xc0"));
        QTest::newRow("entities within entities") << QByteArray(
            "<!DOCTYPE TS [<!ENTITY a \"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa\"><!ENTITY b "
            "\"&a;&a;&a;&a;&a;&a;&a;&a;&a;"
            "&a;\"><!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d "
            "\"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">]><TS>"
            "<context><message><source>Close</source><translation>&d;&d;&d;&d;&d;&d;&d;&d;</translation></message>"
            "</context></TS>");
        QTest::newRow("too large") << document(message("Close", QByteArray(TextTranslator::kMostBytes, 'x')));
        QTest::newRow("nested deeply") << document(QByteArray("<a>").repeated(200'000));
    }
    void brokenFilesLeaveEnglish() {
        QFETCH(QByteArray, content);
        write(path("good.ts"), document(message("Close", "关闭")));
        write(path("bad.ts"), content);
        TextTranslator translator;
        QVERIFY(translator.read(path("good.ts")));
        QVERIFY(!translator.read(path("bad.ts")));
        QVERIFY(translator.isEmpty());
        QVERIFY2(translator.error().contains(QStringLiteral("bad.ts")), qPrintable(translator.error()));
        QVERIFY(translator.translate("x", "Close").isNull());
    }

    void theWindowIsChinese() {
        TextTranslator translator;
        QVERIFY(translator.readBundled(QStringLiteral("zh_CN")));
        const Installed installed(translator);
        format::setFolding(format::Folding::Myriads);
        Scene scene;
        QStringList tickers;
        const auto picture = scene.picture();
        for (const auto* rows : {&picture.fresh, &picture.graduating, &picture.graduated})
            for (const auto& row : *rows)
                if (!row.symbol.empty()) tickers << QString::fromStdString(row.symbol);
        // What a feed cannot show is told by core, in English.
        for (const auto& feed : picture.health.feeds)
            for (const auto& sentence : feed.blindTo) tickers << QString::fromStdString(sentence);
        tickers.removeDuplicates();
        static const QRegularExpression english(QStringLiteral("[A-Za-z]{2,}"));
        QStringList wrong, tight;
        qsizetype seen = 0;
        scene.everyTab([&](const QString& tab) {
            for (const auto& [where, text] : textsOf(scene.window())) {
                ++seen;
                if (withoutNames(text, tickers).contains(english)) wrong << where + QStringLiteral(": ") + text;
            }
            for (const QString& one : clipped(scene.window())) tight << tab + QStringLiteral(": ") + one;
        });
        QVERIFY2(none(wrong), "there is English on the window");
        QVERIFY2(none(tight), "there are texts that do not fit");
        QVERIFY2(seen > 500, qPrintable(QString::number(seen)));
        // The same look finds English where there is any.
        QCoreApplication::removeTranslator(&translator);
        Scene untranslated;
        const Shown texts = textsOf(untranslated.window());
        QVERIFY(std::any_of(texts.begin(), texts.end(),
                            [&](const auto& one) { return withoutNames(one.second, tickers).contains(english); }));
    }

    void chineseHasLettersOfItsOwn() {
        const QString family = QStringLiteral("Noto Sans CJK SC");
        if (!QFontDatabase::families().contains(family)) QSKIP("Noto Sans CJK is missing (Debian: fonts-noto-cjk)");
        for (const bool bold : {false, true}) {
            QTextLayout layout(QStringLiteral("老鼠仓 砸盘"), theme::font(12, bold));
            layout.beginLayout();
            layout.createLine();
            layout.endLayout();
            const auto runs = layout.glyphRuns();
            QVERIFY(std::any_of(runs.begin(), runs.end(), [&](const QGlyphRun& run) {
                const auto glyphs = run.glyphIndexes();
                return run.rawFont().familyName().startsWith(QStringLiteral("Noto Sans CJK")) &&
                       !glyphs.contains(0) && glyphs.size() >= 5;
            }));
        }
    }

    void longerWordsFit() {
        LongerWords translator;
        const Installed installed(translator);
        QCOMPARE(QObject::tr("Close (Esc)\tEsc"), QStringLiteral("Close (Esc)~~~~\tEsc"));
        Scene scene;
        QStringList tight;
        scene.everyTab([&](const QString& tab) {
            for (const QString& one : clipped(scene.window())) tight << tab + QStringLiteral(": ") + one;
        });
        QVERIFY2(none(tight), "there are texts that would not fit");
        QVERIFY2(scene.window().minimumSizeHint().width() <= 1600,
                 qPrintable(QString::number(scene.window().minimumSizeHint().width())));
        QCOMPARE(scene.window().width(), 1600);
    }

    void filesDoNotDependOnTheLanguage() {
        QStringList tight;
        const auto files = [&] {
            fake::EngineHost host;
            host.run.play("mixed", 900, 20, true);
            host.setInterest({});
            const QTemporaryDir settings;
            MainWindow window(host, settings.filePath(QStringLiteral("window.ini")));
            window.resize(1600, 900);
            window.show();
            window.openToken(richestCoin(host));
            std::map<QString, QString> out;
            auto* tabs = window.findChild<TokenTabs*>();
            for (int i = 0; i < tabs->findChild<QTabBar*>()->count(); ++i) {
                tabs->choose(static_cast<TokenTabs::Tab>(i));
                window.refresh();
                // What came new is laid out in the turns behind; a label has its room then. Here are chips and
                // clusters, which the hand-built market has none of.
                QStringList cut;
                (void)QTest::qWaitFor([&] { return (cut = clipped(window)).isEmpty(); });
                tight << cut;
                for (const auto* model : window.findChildren<LiveTableModel*>())
                    if (model->rowCount() > 0) out[QString::number(i) + u' ' + model->csv({-1})] = model->csv({});
            }
            return out;
        };
        const auto english = files();
        QVERIFY(english.size() > 4);
        TextTranslator translator;
        QVERIFY(translator.readBundled(QStringLiteral("zh_CN")));
        const Installed installed(translator);
        format::setFolding(format::Folding::Myriads);
        const auto chinese = files();
        QCOMPARE(chinese.size(), english.size());
        QStringList wrong;
        for (const auto& [name, text] : english) {
            const QStringList lines = text.split(u'\n');
            const QStringList other = chinese.at(name).split(u'\n');
            QCOMPARE(other.size(), lines.size());
            for (qsizetype i = 0; i < lines.size(); ++i) {
                if (lines[i] != other[i]) {
                    wrong << QStringList{name, lines[0], lines[i], other[i]}.join(u'\n');
                    break;
                }
            }
        }
        QVERIFY2(none(wrong), "files depend on the language");
        QVERIFY2(none(tight), "there are texts that do not fit");
    }
};

QTEST_MAIN(TstTranslation)
#include "tst_translation.moc"
