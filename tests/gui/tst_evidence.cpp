// SPDX-License-Identifier: GPL-3.0-or-later
// From a chip, a row or an alert to the transactions behind it, over the real engine.
#include "engine_host.h"
#include "ui/format/evidence_text.h"
#include "ui/format/people_text.h"
#include "ui/models/alert_model.h"
#include "ui/models/evidence_model.h"
#include "ui/models/flag_model.h"
#include "ui/shell/desk.h"
#include "ui/theme/style.h"
#include "ui/views/alert_view.h"
#include "ui/views/data_table.h"
#include "ui/views/evidence_drawer.h"
#include "ui/views/flags_pane.h"
#include "ui/views/main_window.h"
#include "ui/views/pane_ids.h"
#include "ui/views/token_tabs.h"

#include <QClipboard>
#include <QDesktopServices>
#include <QDockWidget>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QListView>
#include <QTabBar>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace ui;
using core::pipeline::FlagRef;

class TstEvidence : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<fake::EngineHost> m_host;
    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<MainWindow> m_window;
    QList<QUrl> m_opened;

    template <class Widget>
    Widget* find(const char* name) const {
        auto* out = m_window->findChild<Widget*>(QString::fromLatin1(name));
        if (!out) qFatal("no %s", name);
        return out;
    }
    EvidenceDrawer& drawer() const { return *find<EvidenceDrawer>("evidence"); }
    core::Flag flag(std::string_view kind) const {
        for (const core::Flag& one : m_host->run.engine.flags().history())
            if (one.kind == kind && one.mint && !one.evidence.empty()) return one;
        qFatal("no flag of that kind");
    }
    /// The last statement with the name of a flag.
    core::Flag lastOf(const FlagRef& ref) const {
        core::Flag out;
        for (const core::Flag& one : m_host->run.engine.flags().history())
            if (core::pipeline::refOf(one) == ref) out = one;
        return out;
    }
    void expectShown(const core::Flag& stated) const {
        QVERIFY(drawer().isVisible());
        QCOMPARE(find<QLabel>("evidenceSentence")->text(), QString::fromStdString(stated.rule));
        QCOMPARE(find<QLabel>("evidenceConfidence")->text(), QString::number(stated.confidence, 'f', 2));
        const ProofModel& proofs = drawer().proofs();
        QCOMPARE(static_cast<std::size_t>(proofs.rowCount()), stated.evidence.size());
        for (int row = 0; row < proofs.rowCount(); ++row) {
            const core::Evidence& seen = stated.evidence[static_cast<std::size_t>(row)];
            QVERIFY(proofs.row(row).seen.signature == seen.signature);
            QVERIFY(proofs.row(row).seen.slot == seen.slot);
        }
    }

private slots:
    void initTestCase() {
        theme::applyStyle(*qApp);
        m_host = std::make_unique<fake::EngineHost>();
        m_host->run.play("mixed", 900, 20);
        m_host->setInterest({});
    }
    void init() {
        m_settings = std::make_unique<QTemporaryDir>();
        m_window = std::make_unique<MainWindow>(*m_host, m_settings->filePath(QStringLiteral("ui.ini")));
        m_window->resize(1700, 950);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() { m_window.reset(); }

    void oneClickFromAChipToTheTransactions() {
        const core::Flag& sniper = flag("sniper");
        m_window->openToken(*sniper.mint);
        QVERIFY(!drawer().isVisible());
        auto* chip = find<QToolButton>("chipSniper");
        QVERIFY(chip->isVisible());
        QTest::mouseClick(chip, Qt::LeftButton);
        QVERIFY(m_host->interest.flag.has_value());
        QCOMPARE(QString::fromStdString(m_host->interest.flag->kind), QStringLiteral("sniper"));
        expectShown(lastOf(*m_host->interest.flag));
    }

    void aRowOfTheFlagsTabOpensIt() {
        const core::Flag& dump = flag("dev_dump");
        m_window->openToken(*dump.mint);
        find<TokenTabs>("tokenTabs")->choose(TokenTabs::Flags);
        auto* table = find<DataTable>("flags");
        const FlagModel& model = find<FlagsPane>("flagsPane")->flags();
        int row = -1;
        for (int i = 0; i < model.rowCount(); ++i)
            if (model.row(i).ref == core::pipeline::refOf(dump)) row = i;
        QVERIFY(row >= 0);
        const QModelIndex cell = table->model()->index(row, FlagModel::Kind);
        table->scrollTo(cell);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
        const core::Flag& last = lastOf(core::pipeline::refOf(dump));
        expectShown(last);
        QVERIFY(find<QLabel>("evidenceRule")->text().contains(QStringLiteral("dev_dump v")));
        QCOMPARE(find<QLabel>("evidenceAgainst")->isVisible(), !last.against.empty());
        // Every proof of a dump is a trade of the coin: its time is known.
        for (int i = 0; i < drawer().proofs().rowCount(); ++i) QVERIFY(drawer().proofs().row(i).time.has_value());
        QVERIFY(find<QLabel>("evidencePastNote")->text().contains(QStringLiteral("other coins")));
        QCOMPARE(static_cast<std::size_t>(drawer().past().rowCount()), m_host->latest()->flagCase->cases.size());
    }

    void itTakesTheRoomItNeedsAndKeepsWhatItIsGiven() {
        const core::Flag& one = flag("sniper");
        m_window->openToken(*one.mint);
        const auto pane = [this](const QString& id) { return find<QDockWidget>(qPrintable(id)); };
        QTest::mouseClick(find<QToolButton>("chipSniper"), Qt::LeftButton);
        QTRY_VERIFY(pane(kEvidencePane)->height() > pane(kAlertsPane)->height() * 3 / 2);
        auto* desk = find<Desk>("workspace");
        desk->resizePane(kEvidencePane, {440, 420});
        QTRY_VERIFY(std::abs(pane(kEvidencePane)->height() - 420) < 10);
        const int chosen = pane(kEvidencePane)->height();
        QTest::keyClick(&drawer(), Qt::Key_Escape);
        QTRY_VERIFY(!drawer().isVisible());
        QTest::mouseClick(find<QToolButton>("chipSniper"), Qt::LeftButton);
        QTRY_COMPARE(pane(kEvidencePane)->height(), chosen);
        // Also in another session.
        m_window->close();
        m_window = std::make_unique<MainWindow>(*m_host, m_settings->filePath(QStringLiteral("ui.ini")));
        m_window->resize(1700, 950);
        m_window->show();
        m_window->openToken(*one.mint);
        QTest::mouseClick(find<QToolButton>("chipSniper"), Qt::LeftButton);
        QTRY_COMPARE(pane(kEvidencePane)->height(), chosen);
    }

    void enterOnARowOpensItToo() {
        const core::Flag& one = flag("sniper");
        m_window->openToken(*one.mint);
        find<TokenTabs>("tokenTabs")->choose(TokenTabs::Flags);
        auto* table = find<DataTable>("flags");
        table->setFocus();
        table->setCurrentIndex(table->model()->index(0, 0));
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(drawer().isVisible());
        QTest::keyClick(&drawer(), Qt::Key_Escape);
        QVERIFY(!drawer().isVisible());
        QVERIFY(!m_host->interest.flag);
    }

    void anAlertOpensTheTokenAndItsEvidence() {
        auto* list = find<QListView>("alertList");
        const AlertModel& model = find<AlertView>("alerts")->model();
        QVERIFY(model.rowCount() > 0);
        const core::Alert alert = model.alert(0);
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(0, 0)).center());
        QVERIFY(drawer().isVisible());
        if (alert.mint) QCOMPARE(*m_window->interest().selected, *alert.mint);
        QCOMPARE(find<QLabel>("evidenceKind")->text(), format::flagName(alert.kind));
        QCOMPARE(static_cast<std::size_t>(drawer().proofs().rowCount()), alert.evidence.size());
    }

    void anAlertWithoutAFlagShowsWhatItTells() {
        core::Alert alert;
        alert.kind = "graduated";
        alert.text = "ABC left its curve.";
        alert.mint = fake::mint(9);
        alert.confidence = 1;
        alert.evidence.resize(1);
        alert.evidence.front().text = "migration";
        EvidenceDrawer alone;
        const auto known = format::caseOfAlert(alert);
        alone.expect(known->ref);
        alone.show(known);
        QCOMPARE(alone.findChild<QLabel*>(QStringLiteral("evidenceSentence"))->text(),
                 QStringLiteral("ABC left its curve."));
        QCOMPARE(alone.proofs().rowCount(), 1);
    }

    void aCaseOfAnotherFlagIsNotShown() {
        const core::Flag& first = flag("sniper");
        m_window->openFlag(core::pipeline::refOf(first));
        const QString sentence = find<QLabel>("evidenceSentence")->text();
        const auto other = std::make_shared<core::pipeline::FlagCase>(*m_host->latest()->flagCase);
        other->ref.subject += "x";
        drawer().show(other);
        QCOMPARE(find<QLabel>("evidenceSentence")->text(), sentence);
    }

    void transactionsOpenInAnExplorer() {
        const core::Flag& dump = flag("dev_dump");
        m_window->openFlag(core::pipeline::refOf(dump));
        auto* table = find<DataTable>("proofs");
        const auto& proofs = drawer().proofs();
        QVERIFY(proofs.row(0).seen.signature.has_value());
        const QModelIndex cell = table->model()->index(0, ProofModel::Signature);
        table->scrollTo(cell);
        m_opened.clear();
        QDesktopServices::setUrlHandler(QStringLiteral("https"), this, "noteUrl");
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
        QDesktopServices::unsetUrlHandler(QStringLiteral("https"));
        QCOMPARE(m_opened.size(), 1);
        QVERIFY(
            m_opened.front().toString().endsWith(QString::fromStdString(proofs.row(0).seen.signature->base58())));
    }

    void exportsSayEverything() {
        const core::Flag& dump = flag("dev_dump");
        const FlagRef ref = core::pipeline::refOf(dump);
        m_window->openFlag(ref);
        const core::Flag& last = lastOf(ref);
        const QString json = m_settings->filePath(QStringLiteral("case.json"));
        const QString text = m_settings->filePath(QStringLiteral("case.txt"));
        QVERIFY(drawer().exportTo(json, true));
        QVERIFY(drawer().exportTo(text, false));
        QVERIFY(!drawer().exportTo(m_settings->filePath(QStringLiteral("no/folder/x.json")), true));
        QFile file(json);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const QJsonObject object = QJsonDocument::fromJson(bytes).object();
        QCOMPARE(object[QStringLiteral("schema")].toString(), QStringLiteral("cabalscope.evidence/1"));
        QCOMPARE(object[QStringLiteral("kind")].toString(), QStringLiteral("dev_dump"));
        QCOMPARE(object[QStringLiteral("rule")].toString(), QString::fromStdString(last.rule));
        QVERIFY(!object[QStringLiteral("rule_version")].toString().isEmpty());
        const QJsonArray evidence = object[QStringLiteral("evidence")].toArray();
        QCOMPARE(static_cast<std::size_t>(evidence.size()), last.evidence.size());
        for (qsizetype i = 0; i < evidence.size(); ++i)
            QCOMPARE(evidence[i].toObject()[QStringLiteral("signature")].toString(),
                     QString::fromStdString(last.evidence[static_cast<std::size_t>(i)].signature->base58()));
        QCOMPARE(format::evidenceJson(*m_host->latest()->flagCase), bytes);
        find<QToolButton>("evidenceCopy")->click();
        const QString copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.startsWith(QString::fromStdString(last.rule)));
        for (const core::Evidence& seen : last.evidence)
            QVERIFY(copied.contains(QString::fromStdString(seen.signature->base58())));
    }

    void aPastCaseLeadsToItsOwnEvidence() {
        m_window->openFlag(core::pipeline::refOf(flag("dev_dump")));
        QVERIFY(drawer().past().rowCount() > 0);
        auto* table = find<DataTable>("pastCases");
        const FlagRef past = drawer().past().row(0).ref;
        const QModelIndex cell = table->model()->index(0, PastCaseModel::Coin);
        table->scrollTo(cell);
        QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(cell).center());
        QVERIFY(*m_host->interest.flag == past);
        QCOMPARE(*m_window->interest().selected, *past.mint);
        expectShown(lastOf(past));
    }

public slots:
    void noteUrl(const QUrl& url) { m_opened << url; }
};

QTEST_MAIN(TstEvidence)
#include "tst_evidence.moc"
