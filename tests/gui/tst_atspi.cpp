// SPDX-License-Identifier: GPL-3.0-or-later
// The program as assistive technologies see it: started on a display and buses of its own, found by role and name,
// driven by their actions and keys, judged by what they report: the whole tree, and the first way of tst_journeys.
#include "atspi_desk.h"

#include <QRegularExpression>
#include <QTest>

#include <memory>

using atspi::Modifier;
using atspi::Node;
using atspi::State;
namespace key = atspi::key;

namespace {

constexpr int kPatienceMs = 60'000;
const QString kPress = QStringLiteral("Press");

}  // namespace

/// Waits for what the program reports, and says what was waited for.
#define WAIT_FOR(...)                                                                                        \
    QVERIFY2(!QTest::currentTestFailed() && QTest::qWaitFor([&] { return bool(__VA_ARGS__); }, kPatienceMs), \
             #__VA_ARGS__)

class TstAtspi : public QObject {
    Q_OBJECT
    std::unique_ptr<atspi::Desk> m_desk;
    /// The coin of the bundled recording that the ways begin with: its dev dumps, clusters hold it, its pool is
    /// emptied.
    const QString m_ticker = QStringLiteral("BADGER");
    QString m_mint;  ///< its address

    [[nodiscard]] Node get(const char* role, const QString& name) const {
        std::optional<Node> found;
        const auto there = [&] {
            found = m_desk->find(QString::fromLatin1(role), name);
            return found.has_value();
        };
        // What follows a failure would only wait for nothing.
        if (QTest::currentTestFailed() || !QTest::qWaitFor(there, kPatienceMs)) {
            QTest::qFail(qPrintable(QStringLiteral("no %1 \"%2\" is showing").arg(QString::fromLatin1(role), name)),
                         __FILE__, __LINE__);
            return {};
        }
        return *found;
    }
    [[nodiscard]] Node get(const char* role, const char* name) const { return get(role, QString::fromUtf8(name)); }
    [[nodiscard]] bool shows(const char* role, const char* name) const {
        return m_desk->find(QString::fromLatin1(role), QString::fromUtf8(name)).has_value();
    }
    /// Showing, with a name that begins like this.
    [[nodiscard]] std::optional<Node> beginning(const char* role, const char* text) const {
        return m_desk->find(QString::fromLatin1(role), [&](const Node& node) {
            return m_desk->name(node).startsWith(QString::fromUtf8(text));
        });
    }
    [[nodiscard]] QString coin() const {
        const auto token = m_desk->find(QStringLiteral("filler"), QStringLiteral("Token"));
        return token ? m_desk->description(*token) : QString();
    }
    void open(const QString& address) const {
        const Node search = get("text", "Search by mint address or ticker");
        QVERIFY(m_desk->focus(search));
        QVERIFY(m_desk->setText(search, address));
        m_desk->press(key::kReturn);
    }

private slots:
    void initTestCase() {
        m_desk = std::make_unique<atspi::Desk>();
        const QString lacks =
            m_desk->start(QStringLiteral(CABALSCOPE_PROGRAM),
                          {QStringLiteral("--bundled"), QStringLiteral("--speed"), QStringLiteral("0")});
        if (lacks.startsWith(QStringLiteral("there is no"))) QSKIP(qPrintable(lacks));
        QVERIFY2(lacks.isEmpty(), qPrintable(lacks));
        WAIT_FOR(m_desk->application());
        // At its end a recording stands still, and so does everything below.
        WAIT_FOR(m_desk->find(QStringLiteral("label"), [&](const Node& node) {
            return m_desk->name(node).endsWith(QStringLiteral("ended"));
        }));
        // No window manager hands out the keys here: a click does.
        m_desk->click(get("label", "bundled.jsonl.zst"));
        open(m_ticker);
        WAIT_FOR(coin().startsWith(m_ticker));
        const QRegularExpression address(QStringLiteral("[1-9A-HJ-NP-Za-km-z]{32,44}"));
        m_mint = address.match(m_desk->description(get("push button", "Copy the token's address"))).captured();
        QVERIFY(!m_mint.isEmpty());
    }
    void init() {
        m_desk->press(key::kEscape);
        open(m_mint);
        WAIT_FOR(coin().startsWith(m_ticker));
        m_desk->press('1', {Modifier::Alt});
        WAIT_FOR(shows("table", "Trades"));
    }
    void cleanup() { QVERIFY2(m_desk->running(), qPrintable(m_desk->log())); }
    void cleanupTestCase() { m_desk.reset(); }

    void everyControlHasAName() {
        QStringList nameless;
        int controls = 0;
        m_desk->walk([&](const Node& node, int depth) {
            // A label that can be selected from takes the focus, and without words there is nothing to select.
            if (!m_desk->is(node, State::Focusable) || m_desk->role(node) == QStringLiteral("label")) return;
            ++controls;
            if (m_desk->name(node).trimmed().isEmpty())
                nameless << QStringLiteral("%1 at depth %2: %3").arg(m_desk->role(node)).arg(depth).arg(node.path);
        });
        QVERIFY2(nameless.isEmpty(), qPrintable(nameless.join(u'\n')));
        QVERIFY2(controls > 100, qPrintable(QString::number(controls)));
    }
    void noDescriptionIsMarkup() {
        QStringList marked;
        m_desk->walk([&](const Node& node, int) {
            const QString said = m_desk->description(node);
            if (said.contains(u'<') && said.contains(QStringLiteral("style="))) marked << m_desk->name(node) + said;
        });
        QVERIFY2(marked.isEmpty(), qPrintable(marked.join(u'\n')));
    }
    void theChartSaysItsBarInWords() {
        const QString said = m_desk->description(get("filler", "Candle chart"));
        const QRegularExpression form(QStringLiteral("^bar \\d+ of \\d+, O .+ H .+ L .+ C .+"));
        QVERIFY2(form.match(said).hasMatch(), qPrintable(said));
    }

    void fromAnAddressInTheClipboardToTheEvidence() {
        QVERIFY(m_desk->act(get("push button", "Copy the token's address"), kPress));
        open(QStringLiteral("TOAD"));
        WAIT_FOR(coin().startsWith(QStringLiteral("TOAD")));
        const Node chart = get("filler", "Candle chart");
        QVERIFY(m_desk->focus(chart));
        WAIT_FOR(m_desk->is(chart, State::Focused));
        m_desk->press('v', {Modifier::Control});
        WAIT_FOR(coin().startsWith(m_ticker));
        std::optional<Node> chip;
        WAIT_FOR(chip = beginning("push button", "Dev dump"));
        QVERIFY(m_desk->act(*chip, kPress));
        WAIT_FOR(shows("filler", "Evidence"));
        WAIT_FOR(m_desk->find(QStringLiteral("label"), [&](const Node& node) {
            return m_desk->name(node).contains(QStringLiteral("the dev sold"));
        }));
        WAIT_FOR(m_desk->rows(get("table", "Transactions")) > 0);
    }
};

QTEST_GUILESS_MAIN(TstAtspi)
#include "tst_atspi.moc"
