// SPDX-License-Identifier: GPL-3.0-or-later
// The alert centre in the real window: what is listed, found, judged, muted, opened and written to files.
#include "core/base/text.h"
#include "fake_desk.h"
#include "ui/chart/candle_chart.h"
#include "ui/chart/chart_grid.h"
#include "ui/models/alert_table_model.h"
#include "ui/shell/action_book.h"
#include "ui/shell/desk.h"
#include "ui/theme/style.h"
#include "ui/views/alert_card.h"
#include "ui/views/alert_centre.h"
#include "ui/views/calibration_pane.h"
#include "ui/views/data_table.h"
#include "ui/views/main_window.h"
#include "ui/views/pane_ids.h"
#include "ui/views/reliability_plot.h"
#include "ui/views/token_page.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QCheckBox>
#include <QClipboard>
#include <QDockWidget>
#include <QElapsedTimer>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace ui;
using core::pipeline::Mode;
using core::review::AlertHistory;
using core::review::AlertRecord;
using fake::alertOf;
using fake::DeskHost;
using fake::Mutes;
using fake::recordOf;

class TstAlertCentre : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<DeskHost> m_host;
    std::unique_ptr<Mutes> m_mutes;
    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<MainWindow> m_window;

    template <class Widget>
    Widget* find(const char* name) const {
        auto* out = m_window->findChild<Widget*>(QString::fromLatin1(name));
        if (!out) qFatal("no %s", name);
        return out;
    }
    AlertCentre& centre() const { return *find<AlertCentre>("alertCentre"); }
    AlertTableModel& model() const { return centre().model(); }
    DataTable& table() const { return centre().table(); }
    QString cell(int row, int column) const { return model().index(row, column).data().toString(); }
    QString why(int row) const { return cell(row, AlertTableModel::Why); }
    QString text(const char* label) const { return find<QLabel>(label)->text(); }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QTest::keyClick(&table(), key, modifiers);
    }
    void run(Mode mode, bool keeps) {
        m_host->run(mode);
        m_host->state.keeps = keeps;
        auto nothing = fake::snapshot();
        nothing.mode = mode;
        m_host->publish(std::move(nothing));
        m_window->refresh();
    }
    /// A picture with these alerts, newest first.
    void publish(const std::vector<core::Alert>& alerts, Mode mode = Mode::Live) {
        auto snapshot = fake::snapshot();
        snapshot.mode = mode;
        for (const core::Alert& alert : alerts)
            snapshot.alerts.push_back(std::make_shared<const core::Alert>(alert));
        snapshot.alertCount = alerts.size();
        m_host->publish(std::move(snapshot));
        m_window->refresh();
        QTRY_VERIFY(centre().listed());
    }
    void store(const std::vector<std::shared_ptr<const AlertRecord>>& rows) {
        auto history = std::make_shared<AlertHistory>();
        history->rows = rows;
        history->stored = rows.size();
        for (const auto& row : rows) history->prices[*row->alert->mint] = {{50, 10}, fake::kNow - 60};
        m_host->history = std::move(history);
    }

private slots:
    void initTestCase() { theme::applyStyle(*qApp); }
    void init() {
        m_settings = std::make_unique<QTemporaryDir>();
        m_host = std::make_unique<DeskHost>();
        m_mutes = std::make_unique<Mutes>();
        m_window = std::make_unique<MainWindow>(*m_host, m_settings->filePath(QStringLiteral("ui.ini")));
        m_window->setDelivery(*m_mutes);
        m_window->resize(1600, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
        run(Mode::Live, true);
        m_window->actions().find(QStringLiteral("actionAlertCentre"))->trigger();
        QVERIFY(centre().isVisible());
    }
    void cleanup() {
        m_window.reset();
        m_mutes.reset();
        m_host.reset();
    }

    void emptySaysWhatToDo() {
        publish({});
        QVERIFY(table().emptyText().contains(QStringLiteral("Settings")));
        publish({alertOf(1, "dev_dump", 5, "C1: sold")});
        QTest::keyClicks(find<QLineEdit>("alertSearch"), QStringLiteral("nothing"));
        QCOMPARE(model().rowCount(), 0);
        QVERIFY(table().emptyText().contains(QStringLiteral("clear the search")));
    }
    void sessionAndStoredAlertsAreOneList() {
        const QAbstractItemModelTester tester(&model(), QAbstractItemModelTester::FailureReportingMode::Fatal);
        const auto both = alertOf(1, "dev_dump", 10, "C1: sold");
        store({recordOf(both, true), recordOf(alertOf(2, "pump", 90'000, "C2: pumps"))});
        publish({alertOf(3, "cabal", 1, "C3: nine wallets"), both});
        QTRY_COMPARE(model().rowCount(), 3);
        QCOMPARE(why(0), QStringLiteral("C3: nine wallets"));
        QCOMPARE(why(1), QStringLiteral("C1: sold"));
        QCOMPARE(why(2), QStringLiteral("C2: pumps"));
        QVERIFY(cell(1, AlertTableModel::Verdict).contains(QStringLiteral("true")));
        // Half of the price at the alert, by the last stored trade.
        QCOMPARE(cell(2, AlertTableModel::Change), QStringLiteral("−50.0%"));
        QCOMPARE(cell(2, AlertTableModel::Price), QStringLiteral("0.5000"));
        QVERIFY(model()
                    .index(2, AlertTableModel::Change)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("stored")));
        QVERIFY(text("alertCentreCount").contains(u'2'));
    }
    void pricesOfTheSessionComeFirst() {
        store({recordOf(alertOf(2, "pump", 90, "C2: pumps"))});
        publish({});
        QTRY_COMPARE(model().rowCount(), 1);
        QCOMPARE(m_host->interest.priced, std::vector{fake::mint(2)});
        auto snapshot = fake::snapshot();
        snapshot.prices = std::make_shared<const core::pipeline::CoinPrices>(
            core::pipeline::CoinPrices{{fake::mint(2), core::PriceRatio{300, 10}}});
        m_host->publish(std::move(snapshot));
        m_window->refresh();
        QTRY_COMPARE(cell(0, AlertTableModel::Change), QStringLiteral("+200.0%"));
        find<QDockWidget>("alertcentre")->hide();
        QVERIFY(m_host->interest.priced.empty());
    }
    void anUnknownPriceIsUnknown() {
        auto alert = alertOf(1, "dev_dump", 10, "C1: sold");
        alert.price = {};
        publish({alert});
        QCOMPARE(cell(0, AlertTableModel::Price), QStringLiteral("–"));
        QCOMPARE(cell(0, AlertTableModel::Change), QStringLiteral("–"));
        QCOMPARE(model().rawText(0, AlertTableModel::Change), QString());
    }
    void aReplayShowsItsOwnAlone() {
        store({recordOf(alertOf(2, "pump", 90, "stored"))});
        publish({alertOf(1, "dev_dump", 10, "live")});
        QTRY_COMPARE(model().rowCount(), 2);
        run(Mode::Replay, false);
        QCOMPARE(model().rowCount(), 0);
        const std::size_t asked = m_host->wishes.size();
        publish({alertOf(3, "cabal", 500, "replayed")}, Mode::Replay);
        QTRY_COMPARE(model().rowCount(), 1);
        QCOMPARE(why(0), QStringLiteral("replayed"));
        QVERIFY(text("alertCentreCount").contains(QStringLiteral("replay")));
        // A verdict on it is not written over anything that was stored.
        table().selectRow(0);
        key(Qt::Key_T);
        QVERIFY(cell(0, AlertTableModel::Verdict).contains(QStringLiteral("true")));
        QVERIFY(m_host->judged.empty());
        QCOMPARE(m_host->wishes.size(), asked);
    }
    void groupsAndSearchFilterAndCount() {
        publish({alertOf(1, "dev_dump", 1, "C1: sold", core::AlertGroup::Defence),
                 alertOf(2, "pump", 2, "C2: pumps", core::AlertGroup::Discovery),
                 alertOf(3, "lead", 3, "C3: leads", core::AlertGroup::HighSignal)});
        QCOMPARE(find<QToolButton>("alertsAll")->text(), QStringLiteral("All 3"));
        find<QToolButton>("alertsDiscovery")->click();
        QCOMPARE(model().rowCount(), 1);
        QCOMPARE(why(0), QStringLiteral("C2: pumps"));
        find<QToolButton>("alertsAll")->click();
        m_window->activateWindow();
        QTest::keyClick(&table(), Qt::Key_F, Qt::ControlModifier);
        QTRY_VERIFY(find<QLineEdit>("alertSearch")->hasFocus());
        QTest::keyClicks(find<QLineEdit>("alertSearch"), QStringLiteral("LEADS c3"));
        QCOMPARE(model().rowCount(), 1);
        // The database is asked for what it has of these words, once typing stops.
        QTRY_VERIFY(!m_host->wishes.empty() && m_host->wishes.back().search == "LEADS c3");
        find<QLineEdit>("alertSearch")->setText(QString::fromStdString(fake::mint(2).base58()));
        QCOMPARE(why(0), QStringLiteral("C2: pumps"));
        QTest::keyClick(find<QLineEdit>("alertSearch"), Qt::Key_Escape);
        QCOMPARE(model().rowCount(), 3);
        QVERIFY(table().hasFocus());
    }
    void oneKeyJudgesAndUndoTakesBack() {
        const auto first = alertOf(1, "dev_dump", 1, "first");
        const auto second = alertOf(2, "dev_dump", 2, "second");
        publish({first, second});
        table().selectRow(0);
        key(Qt::Key_T);
        QCOMPARE(m_host->judged.size(), std::size_t{1});
        QCOMPARE(m_host->judged[0].key, core::alertKey(first));
        QCOMPARE(m_host->judged[0].verdict, std::optional{true});
        table().selectAll();
        key(Qt::Key_F);
        QVERIFY(cell(0, AlertTableModel::Verdict).contains(QStringLiteral("false")));
        QVERIFY(cell(1, AlertTableModel::Verdict).contains(QStringLiteral("false")));
        key(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(cell(0, AlertTableModel::Verdict).contains(QStringLiteral("true")));
        QCOMPARE(cell(1, AlertTableModel::Verdict), QString());
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(cell(0, AlertTableModel::Verdict), QString());
        QCOMPARE(m_host->judged.back().verdict, std::optional<bool>{});
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(cell(0, AlertTableModel::Verdict).contains(QStringLiteral("true")));
        table().selectRow(0);
        key(Qt::Key_U);
        QCOMPARE(cell(0, AlertTableModel::Verdict), QString());
        key(Qt::Key_T);
        find<QCheckBox>("alertsUnjudged")->click();
        QCOMPARE(model().rowCount(), 1);
        QCOMPARE(why(0), QStringLiteral("second"));
    }
    void undoneAndRedoneAlsoWhileItIsNotListed() {
        publish({alertOf(1, "dev_dump", 1, "first"), alertOf(2, "dev_dump", 2, "second")});
        find<QCheckBox>("alertsUnjudged")->click();
        table().selectRow(0);
        key(Qt::Key_F);
        QCOMPARE(model().rowCount(), 1);
        key(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(model().rowCount(), 2);
        key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(model().rowCount(), 1);
        QCOMPARE(m_host->judged.back().verdict, std::optional{false});
    }
    void anotherAnswerOfTheDatabaseTakesThePlaceOfTheLast() {
        store({recordOf(alertOf(2, "pump", 90, "old"))});
        publish({alertOf(1, "dev_dump", 10, "of the session")});
        QTRY_COMPARE(model().rowCount(), 2);
        store({recordOf(alertOf(3, "pump", 80, "found")),
               recordOf(alertOf(1, "dev_dump", 10, "of the session"), true)});
        publish({alertOf(1, "dev_dump", 10, "of the session")});
        QTRY_COMPARE(why(1), QStringLiteral("found"));
        QCOMPARE(model().rowCount(), 2);
        QVERIFY(cell(0, AlertTableModel::Verdict).contains(QStringLiteral("true")));
    }
    void whatAnOlderVersionStoredCannotBeJudged() {
        auto old = std::make_shared<AlertRecord>(*recordOf(alertOf(1, "dev_dump", 10, "old")));
        old->key = "#1";
        old->judgeable = false;
        store({old});
        publish({});
        QTRY_COMPARE(model().rowCount(), 1);
        table().selectRow(0);
        key(Qt::Key_T);
        QVERIFY(m_host->judged.empty());
        QCOMPARE(cell(0, AlertTableModel::Verdict), QString());
    }
    void enterOpensTheCoinAtTheCandle() {
        auto row = fake::token(1, "WIF");
        row.trades = 10;
        const auto alert = alertOf(1, "dev_dump", 0, "sold");
        auto marked = alert;
        const auto detail = fake::detail(row, 300);
        marked.time = core::BlockTime{detail->candles.at(40).openTime};
        publish({marked});
        table().selectRow(0);
        key(Qt::Key_Return);
        QCOMPARE(m_host->interest.selected, std::optional{fake::mint(1)});
        auto snapshot = fake::snapshot();
        snapshot.selected = detail;
        m_host->publish(std::move(snapshot));
        m_window->refresh();
        const CandleChart& chart = *find<TokenPage>("tokenPage")->charts().charts().front();
        QVERIFY(!chart.viewportState().following());
        QVERIFY(chart.viewportState().lower() < 40 && chart.viewportState().upper() > 40);
        QCOMPARE(chart.overlayState().readBar, std::optional<std::size_t>{40});
        QVERIFY(m_window->desk().pane(kEvidencePane)->isHidden());
        key(Qt::Key_E);
        QVERIFY(!m_window->desk().pane(kEvidencePane)->isHidden());
    }
    void standsStillUnderThePointerAndKeepsItsSelection() {
        publish({alertOf(1, "dev_dump", 10, "one"), alertOf(2, "dev_dump", 20, "two")});
        table().selectRow(1);
        model().setFrozen(true);
        publish({alertOf(3, "dev_dump", 1, "new"), alertOf(1, "dev_dump", 10, "one"),
                 alertOf(2, "dev_dump", 20, "two")});
        QTRY_COMPARE(model().pending(), 1);
        QCOMPARE(model().rowCount(), 2);
        model().setFrozen(false);
        QCOMPARE(model().rowCount(), 3);
        QCOMPARE(why(table().currentIndex().row()), QStringLiteral("two"));
    }
    void mutingIsShownAndLifted() {
        publish({alertOf(1, "dev_dump", 10, "one"), alertOf(2, "pump", 20, "two")});
        table().selectRow(0);
        auto* menu = find<QToolButton>("alertMute")->menu();
        emit menu->aboutToShow();
        QVERIFY(menu->actions().front()->text().contains(QStringLiteral("C1")));
        menu->actions().front()->trigger();
        QCOMPARE(m_mutes->list.size(), std::size_t{1});
        QCOMPARE(m_mutes->list[0].coin, std::optional{fake::mint(1)});
        QVERIFY(model().row(0).muted && !model().row(1).muted);
        emit menu->aboutToShow();
        menu->actions().back()->trigger();
        QVERIFY(m_mutes->list.empty());
        QVERIFY(!model().row(0).muted);
        m_mutes->mute({std::nullopt, "pump", fake::kNow * 2});
        QVERIFY(model().row(1).muted);
    }
    void filesAndClipboardHaveEverythingRaw() {
        auto hostile = alertOf(1, "dev_dump", 10, "=HYPERLINK(\"http://x\"), \"quoted\"");
        hostile.wallets = {fake::wallet(1)};
        publish({hostile, alertOf(2, "pump", 20, "two")});
        table().selectRow(1);
        key(Qt::Key_F);
        table().clearSelection();
        table().setCurrentIndex({});
        const QString csv = m_settings->filePath(QStringLiteral("a.csv"));
        QVERIFY(centre().exportTo(csv, false));
        QFile file(csv);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QString lines = QString::fromUtf8(file.readAll());
        QVERIFY(lines.startsWith(QStringLiteral(
            "time,severity,rule,rule_record,coin,confidence,price,change_since,verdict,group,verdict_reason,why")));
        QVERIFY(lines.contains(QStringLiteral("'=HYPERLINK")));
        QVERIFY(lines.contains(QString::fromStdString(core::rfc3339(fake::kNow - 10))));
        QVERIFY(lines.contains(QStringLiteral(",false,defence")));
        const QString json = m_settings->filePath(QStringLiteral("a.json"));
        QVERIFY(centre().exportTo(json, true));
        QFile document(json);
        QVERIFY(document.open(QIODevice::ReadOnly));
        const auto read = QJsonDocument::fromJson(document.readAll()).object();
        QCOMPARE(read[QStringLiteral("schema")].toString(), QStringLiteral("cabalscope.alerts/1"));
        const auto alerts = read[QStringLiteral("alerts")].toArray();
        QCOMPARE(alerts.size(), 2);
        QCOMPARE(alerts[0].toObject()[QStringLiteral("wallets")].toArray().size(), 1);
        QVERIFY(!alerts[0].toObject().contains(QStringLiteral("verdict")));
        QCOMPARE(alerts[1].toObject()[QStringLiteral("verdict")].toBool(true), false);
        QVERIFY(!centre().exportTo(QStringLiteral("/nowhere/at/all.csv"), true));
        table().selectRow(0);
        key(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 2);
    }
    void troubleOfTheDatabaseIsSaidAndTheSessionIsListed() {
        auto history = std::make_shared<AlertHistory>();
        history->error = "database: disk I/O error";
        m_host->history = history;
        publish({alertOf(1, "dev_dump", 10, "one")});
        QCOMPARE(model().rowCount(), 1);
        QVERIFY(find<QLabel>("alertCentreTrouble")->isVisible());
        QVERIFY(find<QLabel>("alertCentreTrouble")->toolTip().contains(QStringLiteral("disk I/O")));
    }
    void enoughVerdictsStandBesideTheRule() {
        auto history = std::make_shared<AlertHistory>();
        auto report = std::make_shared<core::review::CalibrationReport>();
        std::vector<core::review::Claim> claims;
        for (int i = 0; i < 25; ++i) claims.push_back({"dev_dump", "dev_dump", 0.8, fake::kNow, i < 15});
        for (int i = 0; i < 5; ++i) claims.push_back({"pump", "pump", 0.8, fake::kNow, true});
        report->verdicts = core::review::tableOf(claims);
        history->calibration = report;
        m_host->history = history;
        publish({alertOf(1, "dev_dump", 10, "one"), alertOf(2, "pump", 20, "two")});
        QTRY_COMPARE(model().record("dev_dump"), QStringLiteral("stated 0.80, happened 0.60 (n = 25)"));
        QCOMPARE(model().record("pump"), QString());
        QCOMPARE(cell(0, AlertTableModel::Record), QStringLiteral("0.80 → 0.60 · 25"));
        QCOMPARE(cell(1, AlertTableModel::Record), QString());
        QVERIFY(model()
                    .index(0, AlertTableModel::Rule)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains(QStringLiteral("happened")));
    }
    void theBellCountsWhatWasNotSeen() {
        auto* bell = find<QToolButton>("alertBell");
        publish({alertOf(1, "dev_dump", 10, "one")});
        QCOMPARE(bell->text(), QStringLiteral("Alerts"));
        find<QDockWidget>("alertcentre")->hide();
        auto snapshot = fake::snapshot();
        snapshot.alertCount = 4;
        m_host->publish(std::move(snapshot));
        m_window->refresh();
        QCOMPARE(bell->text(), QStringLiteral("Alerts 3"));
        QVERIFY(bell->accessibleName().contains(u'3'));
        bell->click();
        QVERIFY(centre().isVisible());
        auto again = fake::snapshot();
        again.alertCount = 4;
        m_host->publish(std::move(again));
        m_window->refresh();
        QCOMPARE(bell->text(), QStringLiteral("Alerts"));
    }
    void silenceIsOneKeyAndShown() {
        publish({});
        auto* shown = find<QToolButton>("status_silence");
        QVERIFY(!shown->isVisible());
        m_window->actions().find(QStringLiteral("actionSilence"))->trigger();
        QVERIFY(m_mutes->until > 0);
        m_window->refresh();
        QVERIFY(shown->isVisible() && shown->text().startsWith(QStringLiteral("silent until")));
        shown->click();
        QCOMPARE(m_mutes->until, std::int64_t{0});
        m_window->refresh();
        QVERIFY(!shown->isVisible());
    }
    void aLargeCardStaysUntilItIsPutAwayAndTakesNoFocus() {
        publish({});
        find<QLineEdit>("alertSearch")->setFocus();
        const bridge::Notice first{QStringLiteral("a"), QStringLiteral("Dev dump"), QStringLiteral("<b>one</b>"),
                                   bridge::Notice::Urgency::Critical, true};
        auto second = first;
        second.key = QStringLiteral("b");
        m_window->showCard(first);
        m_window->showCard(second);
        m_window->showCard(second);
        auto* card = find<AlertCard>("alertCard");
        QVERIFY(card->isVisible());
        QCOMPARE(card->count(), std::size_t{2});
        QCOMPARE(text("alertCardBody"), QStringLiteral("<b>one</b>"));
        QCOMPARE(text("alertCardMore"), QStringLiteral("1 more"));
        QVERIFY(find<QLineEdit>("alertSearch")->hasFocus());
        QSignalSpy acted(m_window.get(), &MainWindow::noticeActed);
        m_window->actions().find(QStringLiteral("actionCardOpen"))->trigger();
        QCOMPARE(acted.size(), 1);
        QCOMPARE(acted[0][0].toString(), QStringLiteral("a"));
        QVERIFY(card->isVisible());
        m_window->actions().find(QStringLiteral("actionCardClose"))->trigger();
        QVERIFY(!card->isVisible());
        QCOMPARE(acted.size(), 1);
    }
    void theCurveIsDrawnOnlyOfEnoughVerdicts() {
        auto history = std::make_shared<AlertHistory>();
        auto report = std::make_shared<core::review::CalibrationReport>();
        std::vector<core::review::Claim> claims;
        for (int i = 0; i < 25; ++i) claims.push_back({"dev_dump", "dev_dump", 0.8, fake::kNow, i < 15});
        for (int i = 0; i < 5; ++i) claims.push_back({"pump", "pump", 0.8, fake::kNow, true});
        report->verdicts = core::review::tableOf(claims);
        report->falls = core::review::tableOf({claims.data(), 21});
        report->looked = 40;
        history->calibration = report;
        m_window->actions().find(QStringLiteral("actionCalibration"))->trigger();
        auto* pane = find<CalibrationPane>("calibrationPane");
        QVERIFY(pane->isVisible());
        QVERIFY(m_host->wishes.back().falls && m_host->wishes.back().calibration);
        QVERIFY(!pane->plot().drawn());
        m_host->history = history;
        publish({});
        QTRY_COMPARE(pane->table().table().rowCount(), 3);
        QVERIFY(pane->plot().drawn());
        QVERIFY(find<QLabel>("calibrationSentence")->text().contains(QStringLiteral("n = 30")));
        QVERIFY(pane->plot().accessibleDescription().contains(QStringLiteral("happened 0.67")));
        pane->table().selectRow(1);
        QVERIFY(find<QLabel>("calibrationSentence")
                    ->text()
                    .contains(QStringLiteral("Stated 0.80, happened 0.60 (n = 25)")));
        QVERIFY(find<QLabel>("calibrationSentence")->text().contains(QStringLiteral("chance")));
        pane->table().selectRow(2);
        QVERIFY(!pane->plot().drawn());
        QVERIFY(find<QLabel>("reliabilityFew")->text().contains(QStringLiteral("5 of the 20")));
        find<QToolButton>("calibrationFalls")->click();
        QVERIFY(find<QLabel>("calibrationNote")->text().contains(QStringLiteral("40")));
        QCOMPARE(pane->table().table().rowCount(), 2);
        QVERIFY(pane->table().table().csv({}).contains(QStringLiteral("all,21,0.800000,")));
        run(Mode::Replay, false);
        QVERIFY(!pane->plot().drawn());
        QVERIFY(find<QLabel>("reliabilityFew")->text().contains(QStringLiteral("stores none")));
    }
    void everyControlHasAName() {
        publish({alertOf(1, "dev_dump", 10, "one")});
        for (const QAbstractButton* button : centre().findChildren<QAbstractButton*>()) {
            if (!button->isVisible()) continue;
            QVERIFY2(!button->accessibleName().isEmpty(), qPrintable(button->objectName()));
            QVERIFY(button->focusPolicy() != Qt::NoFocus);
        }
    }
};

QTEST_MAIN(TstAlertCentre)
#include "tst_alert_centre.moc"
