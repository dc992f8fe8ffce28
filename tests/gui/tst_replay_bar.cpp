// SPDX-License-Identifier: GPL-3.0-or-later
// The transport of a replay in the real window over a desk that writes down what it is told.
#include "fake_market.h"
#include "ui/chart/candle_chart.h"
#include "ui/theme/style.h"
#include "ui/views/main_window.h"
#include "ui/views/replay_bar.h"
#include "ui/views/stored_hour_dialog.h"

#include <QComboBox>
#include <QDateTimeEdit>
#include <QFile>
#include <QInputDialog>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>
#include <QToolButton>

using namespace ui;
using core::pipeline::Mode;
using core::pipeline::ReplayRun;
using core::pipeline::ReplayState;
using core::pipeline::ReplayTarget;

namespace {

class FakeDesk final : public bridge::ReplayDesk {
public:
    std::optional<ReplayState> now;
    std::optional<bridge::StoredSpan> span;
    QStringList calls;
    std::vector<ReplayTarget> targets;

    std::optional<ReplayState> replayState() const override { return now; }
    std::string replayName() const override { return "night.jsonl.zst"; }
    void pause() override {
        calls << QStringLiteral("pause");
        if (now) now->paused = true;
    }
    void resume() override {
        calls << QStringLiteral("resume");
        if (now) now->paused = false;
    }
    void setSpeed(double speed) override { calls << QStringLiteral("speed %1").arg(speed); }
    void step(int count) override { calls << QStringLiteral("step %1").arg(count); }
    void runToFlag() override { calls << QStringLiteral("flag"); }
    void runToAlert() override { calls << QStringLiteral("alert"); }
    void jump(const ReplayTarget& target) override {
        calls << QStringLiteral("jump");
        targets.push_back(target);
    }
    void cancelRun() override { calls << QStringLiteral("cancel"); }
    std::optional<bridge::StoredSpan> storedSpan() const override { return span; }
    void openStored(std::int64_t from, std::int64_t to, const ReplayTarget& at, double) override {
        calls << QStringLiteral("stored %1 %2").arg(from).arg(to);
        targets.push_back(at);
    }
};

class Host final : public fake::Host {
public:
    FakeDesk desk;
    bridge::ReplayDesk* replayDesk() override { return &desk; }
};

}  // namespace

class TstReplayBar : public QObject {
    Q_OBJECT
private:
    std::unique_ptr<QTemporaryDir> m_settings;
    std::unique_ptr<Host> m_host;
    std::unique_ptr<MainWindow> m_window;

    template <class Widget>
    Widget* find(const char* name) const {
        auto* out = m_window->findChild<Widget*>(QString::fromLatin1(name));
        if (!out) qFatal("no %s", name);
        return out;
    }
    FakeDesk& desk() const { return m_host->desk; }
    void playing() {
        ReplayState state;
        state.time = fake::kNow;
        state.slot = 371'204'882;
        state.progress = 0.41;
        state.frames = 900;
        state.speed = 10;
        desk().now = state;
        m_host->run(Mode::Replay);
        m_window->refresh();
    }

private slots:
    void initTestCase() { theme::applyStyle(*qApp); }
    void init() {
        m_settings = std::make_unique<QTemporaryDir>();
        m_host = std::make_unique<Host>();
        m_window = std::make_unique<MainWindow>(*m_host, m_settings->filePath(QStringLiteral("window.ini")));
        m_window->resize(1600, 900);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void cleanup() {
        m_window.reset();
        m_host.reset();
    }

    void isThereOnlyWhileSomethingIsReplayed() {
        QVERIFY(!find<ReplayBar>("replayBar")->isVisible());
        playing();
        QVERIFY(find<ReplayBar>("replayBar")->isVisible());
        QVERIFY(find<QLabel>("replayWhere")->text().contains(QStringLiteral("41%")));
        desk().now.reset();
        m_window->refresh();
        QVERIFY(!find<ReplayBar>("replayBar")->isVisible());
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QVERIFY(desk().calls.isEmpty());
    }
    void keysDriveIt() {
        playing();
        m_window->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QTest::keyClick(m_window.get(), Qt::Key_Right);
        QTest::keyClick(m_window.get(), Qt::Key_Left);
        QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::ShiftModifier);
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::ShiftModifier);
        QTest::keyClick(m_window.get(), Qt::Key_Space);
        QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(desk().calls,
                 (QStringList{"pause", "step 1", "step -1", "step 10", "step -10", "resume", "flag", "alert"}));
    }
    void arrowsAreTheChartsWhileItHasTheFocus() {
        playing();
        m_window->openToken(fake::mint(100));
        m_host->publish(fake::busySnapshot(m_host->interest, 1));
        m_window->refresh();
        QCoreApplication::processEvents();
        auto* chart = m_window->findChild<CandleChart*>();
        QVERIFY(chart != nullptr && chart->isVisible());
        chart->setFocus();
        QCOMPARE(QApplication::focusWidget(), chart);
        const QSignalSpy read(chart, &CandleChart::barHovered);
        QTest::keyClick(chart, Qt::Key_Left);
        QTest::keyClick(chart, Qt::Key_Left);
        QTest::keyClick(chart, Qt::Key_Right, Qt::ShiftModifier);
        QVERIFY(desk().calls.isEmpty());
        QCOMPARE(read.count(), 2);
        // Keys that the chart has no use for drive the replay from there too.
        QTest::keyClick(chart, Qt::Key_Right, Qt::ControlModifier);
        QTest::keyClick(chart, Qt::Key_Space);
        QCOMPARE(desk().calls, (QStringList{"flag", "pause"}));
        m_window->setFocus();
        QTest::keyClick(m_window.get(), Qt::Key_Left);
        QCOMPARE(desk().calls.last(), QStringLiteral("step -1"));
    }
    void theEndSaysWhatToDoNext() {
        playing();
        QVERIFY(!find<QLabel>("replayEnd")->isVisible());
        desk().now->ended = true;
        desk().now->progress = 1;
        auto snapshot = fake::snapshot();
        snapshot.mode = Mode::Simulated;
        snapshot.health.feeds.front().state = core::source::FeedState::Ended;
        snapshot.health.feeds.front().progress = 1;
        m_host->publish(snapshot);
        m_window->refresh();
        auto* badge = find<QLabel>("modeBadge");
        QVERIFY2(!badge->text().contains(QStringLiteral("not connected")), qPrintable(badge->text()));
        QVERIFY(badge->text().endsWith(QStringLiteral("recording ended")));
        QVERIFY(find<QLabel>("replayEnd")->isVisible());
        QVERIFY(!find<QToolButton>("replayFlag")->isVisible());
        find<QToolButton>("replayAgain")->click();
        QCOMPARE(desk().calls.last(), QStringLiteral("resume"));
        find<QToolButton>("replayLive")->click();
        QCOMPARE(m_host->calls.back(), std::string("live"));
    }
    void aWindowOfThePastOffersNothingLive() {
        m_window->setPastOnly(QStringLiteral("then"));
        playing();
        desk().now->ended = true;
        m_window->refresh();
        QVERIFY(find<QToolButton>("replayAgain")->isVisible());
        QVERIFY(!find<QToolButton>("replayLive")->isVisible());
    }
    void theSpaceKeyStillPressesTheButtonThatHasTheFocus() {
        playing();
        find<QToolButton>("replayFlag")->setFocus();
        QTest::keyClick(find<QToolButton>("replayFlag"), Qt::Key_Space);
        QCOMPARE(desk().calls, QStringList{"flag"});
    }
    void aPauseStandsInTheBadge() {
        playing();
        auto snapshot = fake::snapshot();
        snapshot.mode = Mode::Replay;
        m_host->publish(snapshot);
        m_window->refresh();
        auto* badge = find<QLabel>("modeBadge");
        QVERIFY(badge->text().startsWith(QStringLiteral("REPLAY")));
        QVERIFY(!badge->text().contains(QStringLiteral("paused")));
        find<QToolButton>("replayPlay")->click();
        m_window->refresh();
        QVERIFY(badge->text().startsWith(QStringLiteral("REPLAY")) &&
                badge->text().endsWith(QStringLiteral("paused")));
        QVERIFY(badge->accessibleName().contains(QStringLiteral("paused")));
    }
    void aRunShowsHowFarItIsAndCanBeCancelled() {
        playing();
        QVERIFY(!find<QProgressBar>("replayProgress")->isVisible());
        desk().now->run = ReplayRun::ToTarget;
        desk().now->runProgress = 0.5;
        m_window->refresh();
        QVERIFY(find<QProgressBar>("replayProgress")->isVisible());
        QCOMPARE(find<QProgressBar>("replayProgress")->value(), 500);
        find<QToolButton>("replayCancel")->click();
        QCOMPARE(desk().calls.last(), QStringLiteral("cancel"));
    }
    void jumpsToATypedTimeAndAPlace() {
        playing();
        auto* time = find<QLineEdit>("replayTime");
        time->setText(QStringLiteral("rubbish"));
        QTest::keyClick(time, Qt::Key_Return);
        QVERIFY(desk().targets.empty());
        QVERIFY(find<QLabel>("noticeText")->text().contains(QStringLiteral("rubbish")));
        const auto wanted = QDateTime::fromSecsSinceEpoch(fake::kNow - 75, QTimeZone::utc());
        time->setText(wanted.toString(QStringLiteral("HH:mm:ss")));
        QTest::keyClick(time, Qt::Key_Return);
        QCOMPARE(desk().targets.back().time, std::optional<std::int64_t>{fake::kNow - 75});
        auto* slider = find<QSlider>("replayPosition");
        slider->setSliderDown(true);
        slider->setValue(250);
        slider->setSliderDown(false);
        QCOMPARE(desk().targets.back().progress, std::optional{0.25});
        auto* speed = find<QComboBox>("transportSpeed");
        QCOMPARE(speed->currentData().toDouble(), 10.0);
        const int quarter = speed->findData(0.25);
        speed->setCurrentIndex(quarter);
        emit speed->activated(quarter);
        QCOMPARE(desk().calls.last(), QStringLiteral("speed 0.25"));
    }
    void timesAreThoseNearest() {
        // 2026-11-24 06:00:00 UTC
        const std::int64_t near = QDateTime(QDate(2026, 11, 24), QTime(0, 5), QTimeZone::utc()).toSecsSinceEpoch();
        QCOMPARE(typedTime(QStringLiteral("00:06"), near), std::optional{near + 60});
        QCOMPARE(typedTime(QStringLiteral(" 23:59:00 "), near), std::optional{near - 360});
        QCOMPARE(typedTime(QStringLiteral("2026-11-23 23:59:00"), near), std::optional{near - 360});
        QVERIFY(!typedTime(QStringLiteral("25:00:00"), near));
        QVERIFY(!typedTime(QStringLiteral(""), near));
    }
    void bookmarksAreKeptByRecording() {
        playing();
        QTest::keyClick(m_window.get(), Qt::Key_B, Qt::ControlModifier);
        auto* dialog = find<QInputDialog>("bookmarkDialog");
        dialog->setTextValue(QStringLiteral("first dump"));
        dialog->accept();
        const QString file = m_settings->filePath(QStringLiteral("bookmarks.json"));
        const ReplayBookmarks read(file);
        QCOMPARE(read.of(QStringLiteral("night.jsonl.zst")).size(), std::size_t{1});
        QCOMPARE(read.of(QStringLiteral("night.jsonl.zst"))[0].name, QStringLiteral("first dump"));
        QCOMPARE(read.of(QStringLiteral("night.jsonl.zst"))[0].target.slot,
                 std::optional<std::uint64_t>{371'204'882});
        QVERIFY(read.of(QStringLiteral("other")).empty());

        ReplayBookmarks marks(file);
        const ReplayTarget largest{.time = {}, .slot = ~std::uint64_t{0}, .progress = {}};
        QVERIFY(marks.add(QStringLiteral("x"), {QStringLiteral("  last   slot "), largest}));
        QCOMPARE(ReplayBookmarks(file).of(QStringLiteral("x"))[0].target, largest);
        QCOMPARE(ReplayBookmarks(file).of(QStringLiteral("x"))[0].name, QStringLiteral("last slot"));
        QVERIFY(!marks.add(QStringLiteral("x"), {QString(), largest}));
        QVERIFY(marks.remove(QStringLiteral("x"), QStringLiteral("last slot")));
        QVERIFY(ReplayBookmarks(file).of(QStringLiteral("x")).empty());
        QFile broken(file);
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write(R"({"schema":"cabalscope.bookmarks/1","recordings":{"x":[{"name":"a"},{"slot":"1"},7]}})");
        broken.close();
        QVERIFY(ReplayBookmarks(file).of(QStringLiteral("x")).empty());
    }
    void aCandleAndAnAlertLeadToTheirMoment() {
        playing();
        m_window->replayFrom({.time = fake::kNow - 60, .slot = {}, .progress = {}});
        QCOMPARE(desk().calls, (QStringList{"pause", "jump"}));
        QCOMPARE(desk().targets.back().time, std::optional<std::int64_t>{fake::kNow - 60});
    }
    void aLiveSessionShowsAPastMomentOutOfTheDatabase() {
        m_host->run(Mode::Live);
        m_window->refresh();
        m_window->replayFrom({.time = fake::kNow, .slot = {}, .progress = {}});
        QVERIFY(desk().calls.isEmpty());
        QVERIFY(find<QLabel>("noticeText")->text().contains(QStringLiteral("Nothing is stored")));
        desk().span = bridge::StoredSpan{fake::kNow - 9'000, fake::kNow};
        m_window->replayFrom({.time = fake::kNow - 100, .slot = {}, .progress = {}});
        QCOMPARE(desk().calls,
                 QStringList{QStringLiteral("stored %1 %2").arg(fake::kNow - 7'300).arg(fake::kNow + 1)});
    }
    void aStoredHourIsChosen() {
        desk().span = bridge::StoredSpan{fake::kNow - 9'000, fake::kNow};
        m_window->replayStored();
        auto* dialog = find<StoredHourDialog>("storedHourDialog");
        QVERIFY(dialog->isVisible());
        dialog->findChild<QPushButton*>(QStringLiteral("storedOpen"))->click();
        QCOMPARE(desk().calls, QStringList{QStringLiteral("stored %1 %2").arg(fake::kNow - 3'600).arg(fake::kNow)});
        StoredHourDialog nothing(std::nullopt);
        QVERIFY(!nothing.findChild<QPushButton*>(QStringLiteral("storedOpen"))->isEnabled());
        QVERIFY(nothing.findChild<QLabel*>(QStringLiteral("storedSpan"))
                    ->text()
                    .contains(QStringLiteral("Connect live")));
    }
};

QTEST_MAIN(TstReplayBar)
#include "tst_replay_bar.moc"
