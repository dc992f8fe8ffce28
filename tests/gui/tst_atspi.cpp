// SPDX-License-Identifier: GPL-3.0-or-later
// The program as assistive technologies see it: started on a display and buses of its own for each test, found by
// role and name, driven by its actions and by keys, judged by what it reports: the whole tree, and every way of
// tst_journeys.
#include "atspi_desk.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using atspi::Modifier;
using atspi::Node;
using atspi::State;
namespace key = atspi::key;

namespace {

constexpr int kPatienceMs = 60'000;
const QString kPress = QStringLiteral("Press");
const QString kOpen = QStringLiteral("Open");
const QString kToggle = QStringLiteral("Toggle");

/// Whether a key that is shown short, "6Msk…gsvz", is this one.
bool isShortOf(const QString& shown, const QString& whole) {
    const QStringList ends = shown.split(QChar(0x2026));
    return ends.size() == 2 && !ends[0].isEmpty() && !ends[1].isEmpty() && whole.startsWith(ends[0]) &&
           whole.endsWith(ends[1]);
}

/// The time that a text tells, "2026-11-23 15:11:59 UTC".
QDateTime timeIn(const QString& text) {
    static const QRegularExpression kForm(QStringLiteral("(\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d) UTC"));
    return QDateTime::fromString(kForm.match(text).captured(1), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
}

}  // namespace

/// Waits for what the program reports, and says what was waited for.
#define WAIT_FOR(...) QVERIFY2(QTest::qWaitFor([&] { return bool(__VA_ARGS__); }, kPatienceMs), #__VA_ARGS__)
/// Waits until an object is showing and puts it into a variable.
#define GET(variable, role, name) \
    std::optional<Node> variable; \
    WAIT_FOR(variable = shown(role, name))

class TstAtspi : public QObject {
    Q_OBJECT
    std::unique_ptr<atspi::Desk> m_desk;
    /// The coin of the bundled recording that the ways begin with: its dev dumps, clusters hold it, its pool is
    /// emptied.
    const QString m_ticker = QStringLiteral("BADGER");
    QString m_mint;  ///< its address

    [[nodiscard]] std::optional<Node> shown(const char* role, const QString& name) const {
        return m_desk->find(QString::fromLatin1(role), name);
    }
    [[nodiscard]] std::optional<Node> shown(const char* role, const char* name) const {
        return shown(role, QString::fromUtf8(name));
    }
    /// Showing, with a name of which this is a part.
    [[nodiscard]] std::optional<Node> shownWith(const char* role, const char* part) const {
        return m_desk->find(QString::fromLatin1(role),
                            [part](const QString& name) { return name.contains(QString::fromUtf8(part)); });
    }
    [[nodiscard]] QString describedAs(const char* role, const char* name) const {
        const auto node = shown(role, name);
        return node ? m_desk->description(*node) : QString();
    }
    [[nodiscard]] QString coin() const { return describedAs("filler", "Token"); }
    [[nodiscard]] int rows(const char* role, const char* name) const {
        const auto table = shown(role, name);
        return table ? m_desk->rows(*table) : 0;
    }
    [[nodiscard]] QString cellText(const Node& table, int row, const char* title) const {
        const auto cell = m_desk->cell(table, row, m_desk->column(table, QString::fromUtf8(title)));
        return cell ? m_desk->name(*cell) : QString();
    }
    bool actOnCell(const Node& table, int row, int column, const QString& action) const {
        const auto cell = m_desk->cell(table, row, column);
        return cell && m_desk->act(*cell, action);
    }

    void start(const QStringList& arguments) {
        m_desk = std::make_unique<atspi::Desk>();
        const QString why = m_desk->start(QStringLiteral(CABALSCOPE_PROGRAM), arguments);
        QVERIFY2(why.isEmpty(), qPrintable(why));
        // At its end a recording stands still, and so does everything below.
        std::optional<Node> feed;
        WAIT_FOR(feed = shownWith("label", "recording ended"));
        // No window manager hands out the keys here: a click does.
        m_desk->click(*feed);
        GET(window, "frame", "Cabalscope");
        WAIT_FOR(m_desk->is(*window, State::Active));
    }
    void open(const QString& address) const {
        GET(search, "text", "Search by mint address or ticker");
        QVERIFY(m_desk->focus(*search));
        QVERIFY(m_desk->setText(*search, address));
        m_desk->press(key::kReturn);
    }
    /// Opens the page of the wallet behind the newest trade and tells the wallet's address.
    void openNewestTrader(QString& address) const {
        GET(tape, "table", "Trades");
        const QString trader = cellText(*tape, 0, "Wallet");
        QVERIFY(actOnCell(*tape, 0, 0, kOpen));
        WAIT_FOR(isShortOf(trader, address = describedAs("push button", "Copy the wallet's address")));
    }

private slots:
    void initTestCase() {
        const QString lacks = atspi::Desk::missing();
        if (!lacks.isEmpty()) QSKIP(qPrintable(lacks));
    }
    void init() {
        start({QStringLiteral("--bundled"), QStringLiteral("--speed"), QStringLiteral("0")});
        if (QTest::currentTestFailed()) return;
        open(m_ticker);
        WAIT_FOR(coin().startsWith(m_ticker));
        const QRegularExpression address(QStringLiteral("^[1-9A-HJ-NP-Za-km-z]{32,44}"));
        m_mint = address.match(describedAs("push button", "Copy the token's address")).captured();
        QVERIFY(!m_mint.isEmpty());
        WAIT_FOR(rows("table", "Trades") > 0);
    }
    void cleanup() {
        const bool runs = m_desk->running();
        if (!runs || QTest::currentTestFailed()) {
            const QString picture = QStringLiteral("tst_atspi-%1.png").arg(QTest::currentTestFunction());
            if (m_desk->savePicture(picture)) qInfo("what was on the display: %s", qPrintable(picture));
            for (const QString& line : m_desk->journal().split(u'\n')) qInfo("%s", qPrintable(line));
        }
        m_desk.reset();
        QVERIFY2(runs, "the program ended");
    }

    void everyControlHasAName() {
        QStringList nameless;
        int controls = 0;
        for (const atspi::Sight& one : m_desk->everything()) {
            // A label that can be selected from takes the focus, and without words there is nothing to select.
            if (!one.is(State::Focusable) || one.role == QStringLiteral("label")) continue;
            ++controls;
            if (one.name.trimmed().isEmpty()) nameless << one.role + u' ' + one.node.path;
        }
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
        QVERIFY2(controls > 100, qPrintable(QString::number(controls)));
    }
    void noDescriptionIsMarkup() {
        QStringList marked;
        for (const atspi::Sight& one : m_desk->everything())
            if (one.description.contains(u'<') && one.description.contains(QStringLiteral("style=")))
                marked << one.name + one.description;
        QVERIFY2(marked.isEmpty(), qPrintable(marked.join(u'\n')));
    }
    void theChartSaysItsBarInWords() {
        const QRegularExpression form(QStringLiteral("^bar \\d+ of \\d+, O .+ H .+ L .+ C .+"));
        WAIT_FOR(form.match(describedAs("filler", "Candle chart")).hasMatch());
    }

    void fromAnAddressInTheClipboardToTheEvidence() {
        GET(copy, "push button", "Copy the token's address");
        QVERIFY(m_desk->act(*copy, kPress));
        open(QStringLiteral("TOAD"));
        WAIT_FOR(coin().startsWith(QStringLiteral("TOAD")));
        GET(chart, "filler", "Candle chart");
        QVERIFY(m_desk->focus(*chart));
        m_desk->press('v', {Modifier::Control});
        WAIT_FOR(coin().startsWith(m_ticker));
        std::optional<Node> chip;
        WAIT_FOR(chip = shownWith("push button", "Dev dump"));
        QVERIFY(m_desk->act(*chip, kPress));
        WAIT_FOR(shown("filler", "Evidence"));
        WAIT_FOR(shownWith("label", "the dev sold"));
        WAIT_FOR(rows("table", "Transactions") > 0);
    }
    void fromAnAlertToItsCandle() {
        GET(list, "list", "Alerts, newest first");
        WAIT_FOR(m_desk->rows(*list) > 0);
        const auto newest = m_desk->cell(*list, 0, 0);
        QVERIFY(newest);
        // "severity: TICKER: what was seen"
        const QString ticker = m_desk->name(*newest).section(QStringLiteral(": "), 1, 1);
        const QString seen = m_desk->name(*newest).section(QStringLiteral(": "), 1);
        QVERIFY(!ticker.isEmpty() && ticker != m_ticker);
        QVERIFY(m_desk->act(*newest, kPress));
        WAIT_FOR(coin().startsWith(ticker + u' '));
        WAIT_FOR(shown("filler", "Evidence"));
        WAIT_FOR(shown("label", seen));
        // The bar that the chart reads is the one of that moment.
        const auto stated = shownWith("label", "as of slot");
        QVERIFY(stated);
        const QDateTime when = timeIn(m_desk->name(*stated));
        QVERIFY2(when.isValid(), qPrintable(m_desk->name(*stated)));
        WAIT_FOR(timeIn(describedAs("filler", "Candle chart")) == when);
    }
    void fromACoinToItsHoldersToTheMap() {
        m_desk->press('2', {Modifier::Alt});
        WAIT_FOR(rows("table", "Holders") > 0);
        GET(holders, "table", "Holders");
        QVERIFY(!cellText(*holders, 0, "Wallet").isEmpty());
        m_desk->press('7', {Modifier::Alt});
        GET(map, "filler", "Cluster map");
        WAIT_FOR(m_desk->description(*map).contains(QRegularExpression(QStringLiteral("\\d"))));
        // The map in words: clusters with their wallets.
        GET(list, "check box", "List");
        QVERIFY(m_desk->act(*list, kToggle));
        WAIT_FOR(rows("tree", "Cluster map as a list") > 0);
    }
    void fromACandleToWhoSoldIt() {
        GET(chart, "filler", "Candle chart");
        QVERIFY(m_desk->focus(*chart));
        m_desk->press(key::kMenu);
        constexpr int kMostEntries = 40;
        QString entry;
        for (int i = 0; i < kMostEntries && !entry.startsWith(QStringLiteral("Who sold")); ++i) {
            QVERIFY(m_desk->step(key::kDown));
            QCOMPARE(m_desk->role(m_desk->focused()), QStringLiteral("menu item"));
            entry = m_desk->name(m_desk->focused());
        }
        QCOMPARE(entry, QStringLiteral("Who sold this candle?"));
        m_desk->press(key::kReturn);
        WAIT_FOR(rows("table", "Who traded the candle") > 0);
    }
    void fromATradeToWhomItsWalletFollows() {
        QString wallet;
        openNewestTrader(wallet);
        GET(part, "page tab", "Follows");
        QVERIFY(m_desk->act(*part, kPress));
        WAIT_FOR(shown("table", "Follows"));
    }
    void fromAClusterToACoinItLaunchedOrJoinedBefore() {
        m_desk->press('4', {Modifier::Alt});
        WAIT_FOR(rows("table", "Clusters") > 0);
        GET(clusters, "table", "Clusters");
        QVERIFY(actOnCell(*clusters, 0, 0, kOpen));
        WAIT_FOR(rows("table", "Launches") > 0);
        GET(launches, "table", "Launches");
        const QString there = cellText(*launches, 0, "Coin");
        QVERIFY2(!there.isEmpty() && !there.startsWith(m_ticker), qPrintable(there));
        QVERIFY(actOnCell(*launches, 0, 0, kOpen));
        WAIT_FOR(coin().startsWith(there + u' '));
    }
    void fromAnywhereToTheLocomotivesAndTheirWallets() {
        // Nobody leads in the bundled recording.
        const QTemporaryDir folder;
        const QString market = folder.filePath(QStringLiteral("leaders.jsonl.zst"));
        QCOMPARE(QProcess::execute(
                     QStringLiteral(CABALSCOPE_CLI),
                     {QStringLiteral("simulate"), QStringLiteral("--scenario"), QStringLiteral("locomotive"),
                      QStringLiteral("--duration"), QStringLiteral("600"), QStringLiteral("--out"), market}),
                 0);
        start({QStringLiteral("--replay"), market, QStringLiteral("--speed"), QStringLiteral("0")});
        if (QTest::currentTestFailed()) return;
        m_desk->press('l', {Modifier::Control});
        WAIT_FOR(rows("table", "Wallets that others follow") > 0);
        GET(leads, "table", "Wallets that others follow");
        const QString leader = cellText(*leads, 0, "Wallet");
        QVERIFY(actOnCell(*leads, 0, 0, kOpen));
        WAIT_FOR(isShortOf(leader, describedAs("push button", "Copy the wallet's address")));
        std::optional<Node> part;
        WAIT_FOR(part = shownWith("page tab", "Followed by"));
        QVERIFY(m_desk->act(*part, kPress));
        WAIT_FOR(rows("table", "Followed by") > 0);
    }
    void fromAnAddressThatIsTypedToItsCoin() {
        open(QStringLiteral("TOAD"));
        WAIT_FOR(coin().startsWith(QStringLiteral("TOAD")));
        open(m_mint);
        WAIT_FOR(coin().startsWith(m_ticker));
        WAIT_FOR(describedAs("push button", "Copy the token's address").startsWith(m_mint));
    }
    void fromTheEvidenceToTheTransaction() {
        m_desk->press('5', {Modifier::Alt});
        WAIT_FOR(rows("table", "Flags") > 0);
        GET(flags, "table", "Flags");
        QVERIFY(actOnCell(*flags, 0, 0, kPress));
        WAIT_FOR(shown("filler", "Evidence"));
        WAIT_FOR(rows("table", "Transactions") > 0);
        GET(proofs, "table", "Transactions");
        const QString signature = cellText(*proofs, 0, "Transaction");
        QVERIFY(actOnCell(*proofs, 0, m_desk->column(*proofs, QStringLiteral("Transaction")), kPress));
        // The page opens in the browser of this desk, which writes down what it was asked for.
        QString link;
        WAIT_FOR(!(link = m_desk->opened()).isEmpty());
        const QString asked = link.section(u'/', -1);
        QVERIFY2(link.startsWith(QStringLiteral("https://")) && isShortOf(signature, asked),
                 qPrintable(signature + u' ' + link));
    }
    void fromAWalletToTheWatchlist() {
        QString wallet;
        openNewestTrader(wallet);
        GET(watch, "check box", "Watch");
        QVERIFY(!m_desk->is(*watch, State::Checked));
        QVERIFY(m_desk->act(*watch, kToggle));
        WAIT_FOR(m_desk->is(*watch, State::Checked));
        GET(part, "page tab", "Watchlist");
        QVERIFY(m_desk->act(*part, kPress));
        WAIT_FOR(rows("table", "Watchlist") == 1);
        GET(list, "table", "Watchlist");
        QVERIFY(isShortOf(cellText(*list, 0, "Address"), wallet));
        WAIT_FOR(shownWith("label", "1 watched"));
    }
};

QTEST_GUILESS_MAIN(TstAtspi)
#include "tst_atspi.moc"
