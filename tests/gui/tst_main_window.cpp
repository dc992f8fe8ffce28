// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/coverage.h"
#include "fake_market.h"
#include "ui/chart/candle_chart.h"
#include "ui/labels/label_store.h"
#include "ui/models/board_model.h"
#include "ui/models/tape_model.h"
#include "ui/shell/action_book.h"
#include "ui/theme/style.h"
#include "ui/views/board_column.h"
#include "ui/views/board_view.h"
#include "ui/views/data_table.h"
#include "ui/views/first_steps.h"
#include "ui/views/main_window.h"
#include "ui/views/tape_pane.h"

#include <QAbstractButton>
#include <QAction>
#include <QClipboard>
#include <QComboBox>
#include <QDialog>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMimeData>
#include <QScrollBar>
#include <QStackedWidget>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace ui;
using core::pipeline::Mode;
using core::pipeline::Stage;

class TstMainWindow : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<fake::Host> m_host;
    std::unique_ptr<MainWindow> m_window;

    template <class Widget>
    Widget* find(const char* name) const {
        auto* out = m_window->findChild<Widget*>(QString::fromLatin1(name));
        if (!out) qFatal("no %s", name);
        return out;
    }
    QString text(const char* label) const { return find<QLabel>(label)->text(); }
    QString settingsFile() const { return m_settings->filePath(QStringLiteral("window.ini")); }
    void publish(core::pipeline::Snapshot snapshot) {
        m_host->publish(std::move(snapshot));
        m_window->refresh();
    }
    void runLive() {
        m_host->run(Mode::Live);
        m_window->refresh();
    }
    /// A market of three new tokens, none busy enough to open by itself.
    static core::pipeline::Snapshot threeTokens() {
        auto out = fake::snapshot();
        for (const std::uint32_t number : {3U, 1U, 2U}) {
            out.fresh.push_back(fake::token(number, "T" + std::to_string(number)));
            out.fresh.back().trades = 2;
        }
        out.freshCount = 3;
        out.knownTokens = 30'000;
        return out;
    }
    void open(core::pipeline::TokenRow row, std::size_t bars = 50) {
        auto snapshot = fake::snapshot();
        snapshot.selected = fake::detail(row, bars);
        m_window->openToken(row.mint);
        publish(snapshot);
    }

private slots:
    void initTestCase() { theme::applyStyle(*qApp); }
    void init() {
        m_settings = std::make_unique<QTemporaryDir>();
        m_host = std::make_unique<fake::Host>();
        m_window = std::make_unique<MainWindow>(*m_host, settingsFile());
        m_window->resize(1600, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() {
        m_window.reset();
        m_host.reset();
    }

    void startPageAsksTheHost() {
        QCOMPARE(find<QStackedWidget>("pages")->currentWidget()->objectName(), QStringLiteral("firstRun"));
        find<QAbstractButton>("startBundled")->click();
        find<QAbstractButton>("startLive")->click();
        QCOMPARE(m_host->calls, (std::vector<std::string>{"bundled", "live"}));
        QCOMPARE(find<QStackedWidget>("pages")->currentWidget()->objectName(), QStringLiteral("workspace"));
        m_window->stopSession();
        QCOMPARE(find<QStackedWidget>("pages")->currentWidget()->objectName(), QStringLiteral("firstRun"));
        find<QAbstractButton>("startOpen")->click();
        auto* dialog = find<QDialog>("recordingDialog");
        QVERIFY(dialog->isVisible());
        dialog->reject();
    }
    void firstStepsSayWhatIsDoneAndLeadThere() {
        const auto* steps = find<FirstSteps>("firstSteps");
        for (const auto step : {FirstSteps::Connect, FirstSteps::Watch, FirstSteps::Rule, FirstSteps::Notification})
            QVERIFY(!steps->done(step));
        find<QAbstractButton>("firstStep0")->click();
        QCOMPARE(m_host->calls, std::vector<std::string>{"live"});
        runLive();
        QVERIFY(steps->done(FirstSteps::Connect));
        QVERIFY(find<QAbstractButton>("firstStep0")->accessibleName().contains(QStringLiteral("done")));
        m_window->noteNotified();
        auto* labels = m_window->findChild<LabelStore*>();
        const core::labels::LabelKey key{core::labels::LabelKind::Wallet, core::Pubkey{fake::wallet(1)}};
        labels->change(key, QStringLiteral("watch"), [](core::labels::Label& label) { label.watched = true; });
        QVERIFY(steps->done(FirstSteps::Watch));
        QVERIFY(!steps->allDone());
        // What was done stays done, and the list is there while something runs.
        m_window.reset();
        m_window = std::make_unique<MainWindow>(*m_host, settingsFile());
        m_window->show();
        m_window->actions().find(QStringLiteral("actionFirstSteps"))->trigger();
        const auto* again = find<QDialog>("firstStepsDialog")->findChild<FirstSteps*>();
        QVERIFY(again->done(FirstSteps::Connect) && again->done(FirstSteps::Watch));
        QVERIFY(again->done(FirstSteps::Notification) && !again->done(FirstSteps::Rule));
    }
    void droppedFileIsPlayed() {
        QMimeData mime;
        mime.setUrls({QUrl::fromLocalFile(QStringLiteral("/somewhere/launch.jsonl.zst"))});
        QDragEnterEvent enter(QPoint(100, 100), Qt::CopyAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_window.get(), &enter);
        QVERIFY(enter.isAccepted());
        QDropEvent drop(QPointF(100, 100), Qt::CopyAction, &mime, Qt::LeftButton, {});
        QCoreApplication::sendEvent(m_window.get(), &drop);
        QCOMPARE(m_host->calls, (std::vector<std::string>{"open launch.jsonl.zst"}));
    }
    void failedSessionSaysWhyAndOffersTheStartPage() {
        m_host->failWith("io: no such file");
        m_window->refresh();
        QVERIFY(text("troubleText").contains(QStringLiteral("no such file")));
        QVERIFY(find<QWidget>("troubleBanner")->isVisible());
        QCOMPARE(find<QStackedWidget>("pages")->currentWidget()->objectName(), QStringLiteral("firstRun"));
    }
    void boardShowsRowsInOrderWithCounts() {
        runLive();
        publish(threeTokens());
        const auto& model = find<BoardView>("board")->column(Stage::New).model();
        QCOMPARE(model.rowCount(), 3);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("T3"));
        QCOMPARE(text("newCount"), QStringLiteral("3"));
        QVERIFY(text("status_knownTokens").startsWith(QStringLiteral("30")));
    }
    void aNarrowWindowCutsWordsAndNoFigures() {
        runLive();
        auto shown = threeTokens();
        shown.health.lagMs = 182;
        shown.health.messagesPerSecond = 212;
        shown.health.tradesPerSecond = 128;
        core::source::FeedStatus feed;
        feed.source = "solana-rpc";
        feed.endpoint = "a-node-with-a-long-name.example.com";
        feed.blindTo = core::source::blindSpots(core::source::FeedKind::Logs, false);
        shown.health.feeds = {feed, feed, feed, feed};
        publish(shown);
        m_window->resize(m_window->minimumSizeHint().width(), 600);
        QTRY_VERIFY(find<QLabel>("status_blindTo")->width() < find<QLabel>("status_blindTo")->sizeHint().width());
        for (const char* name : {"status_lag", "status_rate", "status_gaps", "status_drops"}) {
            const auto* label = find<QLabel>(name);
            QVERIFY2(label->width() >= label->sizeHint().width(), name);
        }
        const auto* bar = find<QWidget>("feedStatusBar");
        const auto* health = find<QToolButton>("openHealth");
        QVERIFY(bar->rect().contains(QRect(health->mapTo(bar, QPoint(0, 0)), health->size())));
    }
    void cardsHoldStillUnderThePointer() {
        runLive();
        publish(threeTokens());
        auto* viewport = find<QListView>("newList")->viewport();
        QEnterEvent enter(QPointF(5, 5), QPointF(5, 5), QPointF(5, 5));
        QCoreApplication::sendEvent(viewport, &enter);
        auto turned = threeTokens();
        std::reverse(turned.fresh.begin(), turned.fresh.end());
        publish(turned);
        const auto& model = find<BoardView>("board")->column(Stage::New).model();
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("T3"));
        QVERIFY(find<QLabel>("newFrozen")->isVisible());
        QEvent leave(QEvent::Leave);
        QCoreApplication::sendEvent(viewport, &leave);
        publish(turned);
        QCOMPARE(model.index(0, 0).data().toString(), QStringLiteral("T2"));
    }
    void clickOnACardSelectsItsToken() {
        runLive();
        publish(threeTokens());
        auto* list = find<QListView>("newList");
        // Beside the chips, which open their evidence.
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                          list->visualRect(list->model()->index(1, 0)).topLeft() + QPoint(20, 12));
        QCOMPARE(m_host->interest.selected, std::optional(fake::mint(1)));
    }
    void busiestTokenOpensByItselfOnce() {
        runLive();
        auto snapshot = threeTokens();
        snapshot.fresh[2].trades = 400;
        publish(snapshot);
        QCOMPARE(m_host->interest.selected, std::optional(fake::mint(2)));
        snapshot.fresh[0].trades = 9000;
        publish(snapshot);
        QCOMPARE(m_host->interest.selected, std::optional(fake::mint(2)));
    }
    void intervalButtonAndEntryChangeTheInterest() {
        runLive();
        find<QToolButton>("interval_5m")->click();
        QCOMPARE(m_host->interest.bars, (core::BarSpec{300, 0}));
        auto* entry = find<QLineEdit>("intervalEntry");
        entry->setFocus();
        QTest::keyClicks(entry, QStringLiteral("5x"));
        QTest::keyClick(entry, Qt::Key_Return);
        QCOMPARE(m_host->interest.bars, (core::BarSpec{300, 0}));
        entry->clear();
        QTest::keyClicks(entry, QStringLiteral("50t"));
        QTest::keyClick(entry, Qt::Key_Return);
        QCOMPARE(m_host->interest.bars, (core::BarSpec{0, 50}));
        QVERIFY(!find<QToolButton>("interval_5m")->isChecked());
    }
    void openTokenShowsHeaderChartAndTape() {
        runLive();
        auto row = fake::token(1, "WIFHAT");
        row.holders = 611;
        row.top10Share = 0.439;
        row.createdTime = fake::kNow - 401;
        open(row, 340);
        QCOMPARE(text("tokenSymbol"), QStringLiteral("WIFHAT"));
        QCOMPARE(text("holders"), QStringLiteral("611"));
        QCOMPARE(text("top10"), QStringLiteral("43.9%"));
        QCOMPARE(text("age"), QStringLiteral("6m 41s"));
        QCOMPARE(find<CandleChart>("candleChart")->series().size(), std::size_t{340});
        QCOMPARE(find<TapePane>("tapePane")->tape().rowCount(), 50);
        QCOMPARE(m_window->windowTitle(), QStringLiteral("WIFHAT – Cabalscope"));
    }
    void unknownReadsUnknownAndNotZero() {
        runLive();
        open(fake::bareToken(1));
        for (const char* label : {"marketCap", "liquidity", "curve", "age", "holders", "top10", "devShare"}) {
            QCOMPARE(text(label), QStringLiteral("–"));
            QVERIFY(find<QLabel>(label)->toolTip().contains(QStringLiteral("unknown")));
            QCOMPARE(find<QLabel>(label)->accessibleDescription(), QStringLiteral("unknown"));
        }
    }
    void hostileNamesAreNeverMarkup() {
        runLive();
        auto row = fake::token(1, "<b>X</b>");
        row.name = "<img src='x'>&";
        row.trades = 1;
        auto snapshot = fake::snapshot();
        snapshot.fresh = {row};
        core::Alert alert;
        alert.text = "<a href='x'>free</a>";
        snapshot.alerts = {std::make_shared<const core::Alert>(alert)};
        snapshot.alertCount = 1;
        snapshot.selected = fake::detail(row, 5);
        m_window->openToken(row.mint);
        publish(snapshot);
        QCOMPARE(text("tokenSymbol"), QStringLiteral("<b>X</b>"));
        for (const QLabel* label : m_window->findChildren<QLabel*>()) {
            if (label->text().contains(u'<')) QCOMPARE(label->textFormat(), Qt::PlainText);
            QVERIFY(!label->toolTip().contains(QStringLiteral("<img")));
            QVERIFY(!label->toolTip().contains(QStringLiteral("<b>X")));
        }
        for (const char* list : {"newList", "alertList"}) {
            const QString tip = find<QListView>(list)->model()->index(0, 0).data(Qt::ToolTipRole).toString();
            QVERIFY(!tip.contains(QStringLiteral("<img")) && !tip.contains(QStringLiteral("<a ")));
        }
    }
    void searchOpensMintsLinksAndTickers() {
        runLive();
        publish(threeTokens());
        auto* search = find<QLineEdit>("search");
        search->setFocus();
        QTest::keyClicks(search, QStringLiteral("t2"));
        QTest::keyClick(search, Qt::Key_Return);
        QCOMPARE(m_host->interest.selected, std::optional(fake::mint(2)));
        m_window->search(QStringLiteral("https://pump.fun/coin/") + QString::fromStdString(fake::mint(3).base58()));
        QCOMPARE(m_host->interest.selected, std::optional(fake::mint(3)));
        m_window->search(QStringLiteral("nothing like it"));
        QVERIFY(find<QWidget>("noticeBanner")->isVisible());
        QVERIFY(text("noticeText").contains(QStringLiteral("nothing like it")));
        QCOMPARE(m_host->interest.selected, std::optional(fake::mint(3)));
    }
    void pastedMintThatIsNotKnownSaysSo() {
        runLive();
        publish(threeTokens());
        QGuiApplication::clipboard()->setText(QString::fromStdString(fake::mint(77).base58()));
        find<CandleChart>("candleChart")->setFocus();
        QTest::keyClick(find<CandleChart>("candleChart"), Qt::Key_V, Qt::ControlModifier);
        QCOMPARE(m_host->interest.selected, std::optional(fake::mint(77)));
        QVERIFY(find<CandleChart>("candleChart")->overlayState().notice.contains(QStringLiteral("not known yet")));
        QCOMPARE(text("holders"), QStringLiteral("–"));
        open(fake::token(77, "LATE"));
        QCOMPARE(text("tokenSymbol"), QStringLiteral("LATE"));
        QVERIFY(find<CandleChart>("candleChart")->overlayState().notice.isEmpty());
    }
    void copyPutsTheWholeAddressOnTheClipboard() {
        runLive();
        open(fake::token(5, "COPY"));
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), QString::fromStdString(fake::mint(5).base58()));
    }
    void tapeKeepsSelectionAndPlaceOnUpdate() {
        runLive();
        auto row = fake::token(1, "T");
        auto snapshot = fake::snapshot();
        auto detail = fake::detail(row, 20);
        detail->tape = fake::tape(200, 200);
        snapshot.selected = detail;
        m_window->openToken(row.mint);
        publish(snapshot);
        auto* tape = find<DataTable>("tape");
        const TapeModel& model = find<TapePane>("tapePane")->tape();
        tape->selectionModel()->select(tape->model()->index(60, 0),
                                       QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
        QCOMPARE(tape->selectionModel()->selectedRows().size(), 1);
        QTRY_VERIFY(tape->verticalScrollBar()->maximum() > 50 * 20);
        tape->verticalScrollBar()->setValue(50 * 20);
        const std::uint64_t top = model.row(tape->rowAt(0)).id;
        auto later = std::make_shared<core::pipeline::TokenDetail>(*detail);
        later->tape = fake::tape(200, 207);
        snapshot.selected = later;
        publish(snapshot);
        QCOMPARE(tape->selectionModel()->selectedRows().size(), 1);
        QCOMPARE(tape->selectionModel()->selectedRows().front().row(), 67);
        QCOMPARE(model.row(tape->rowAt(0)).id, top);
    }
    void feedTroubleIsSaidAndGoesAway() {
        runLive();
        auto snapshot = fake::snapshot();
        auto& feed = snapshot.health.feeds.front();
        feed.state = core::source::FeedState::Retrying;
        feed.detail = "connection refused";
        feed.retryInMs = 4000;
        publish(snapshot);
        QVERIFY(text("feed_0").contains(QStringLiteral("retrying in 4 s: connection refused")));
        QVERIFY(text("troubleText").contains(QStringLiteral("recordings still play")));
        QVERIFY(text("modeBadge").contains(QStringLiteral("not connected")));
        find<QAbstractButton>("troubleClose")->click();
        feed.retryInMs = 3000;
        publish(snapshot);
        QVERIFY(!find<QWidget>("troubleBanner")->isVisible());
        publish(fake::snapshot());
        QCOMPARE(text("troubleText"), QString());
        QVERIFY(text("modeBadge").startsWith(QStringLiteral("LIVE ")));
    }
    void replayIsMarkedAndANewSessionStartsClean() {
        runLive();
        open(fake::token(1, "OLD"));
        m_window->openBundled();
        QCOMPARE(m_host->interest.selected, std::optional<core::Mint>());
        QVERIFY(find<CandleChart>("candleChart")->series().empty());
        auto snapshot = fake::snapshot();
        snapshot.mode = Mode::Replay;
        publish(snapshot);
        QVERIFY(text("modeBadge").startsWith(QStringLiteral("REPLAY")));
        QCOMPARE(find<CandleChart>("candleChart")->overlayState().watermark, QStringLiteral("REPLAY"));
    }
    void intervalAndSpeedAreRemembered() {
        find<QToolButton>("interval_15m")->click();
        auto* speed = find<QComboBox>("replaySpeed");
        speed->setCurrentIndex(speed->count() - 1);
        m_window->close();
        m_window = std::make_unique<MainWindow>(*m_host, settingsFile());
        QCOMPARE(m_window->interest().bars, (core::BarSpec{900, 0}));
        QVERIFY(find<QToolButton>("interval_15m")->isChecked());
        QCOMPARE(find<QComboBox>("replaySpeed")->currentData().toDouble(), 0.0);
    }
    void brokenSettingsAreIgnored() {
        QFile file(settingsFile());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "[window]\ngeometry=@ByteArray(garbage)\nworkspace=7\n[chart]\ninterval=999x\n[replay]\nspeed=fast\n");
        file.close();
        m_window = std::make_unique<MainWindow>(*m_host, settingsFile());
        QCOMPARE(m_window->interest().bars, (core::BarSpec{1, 0}));
    }
    void everyControlHasANameForPeopleAndForTests() {
        runLive();
        publish(fake::busySnapshot(m_host->interest, 1));
        for (const QWidget* widget : m_window->findChildren<QWidget*>()) {
            const bool control =
                qobject_cast<const QAbstractButton*>(widget) || qobject_cast<const QComboBox*>(widget) ||
                qobject_cast<const QAbstractItemView*>(widget) ||
                (qobject_cast<const QLineEdit*>(widget) && !qobject_cast<const QComboBox*>(widget->parentWidget()));
            // Parts that Qt builds inside its own controls carry Qt's names.
            if (!control || widget->objectName().startsWith(QStringLiteral("qt_")) ||
                widget->inherits("QHeaderView") || widget->inherits("QTableCornerButton") ||
                widget->inherits("QComboBoxListView") || qobject_cast<const QLineEdit*>(widget->parentWidget()))
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }
};

QTEST_MAIN(TstMainWindow)
#include "tst_main_window.moc"
