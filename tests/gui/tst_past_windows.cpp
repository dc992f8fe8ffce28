// SPDX-License-Identifier: GPL-3.0-or-later
// What was known at a moment, in a window of its own, while the live one goes on.
#include "app/past_windows.h"
#include "app/window_keeper.h"
#include "core/sim/server.h"
#include "ui/labels/label_store.h"
#include "ui/shell/action_book.h"

#include <QtTest>

#include <QAction>
#include <QDateTimeEdit>
#include <QDialog>
#include <QFile>
#include <QFileSystemWatcher>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using core::pipeline::Mode;

namespace {

constexpr int kPatienceMs = 60'000;

}  // namespace

class TstPastWindows : public QObject {
    Q_OBJECT
    core::SystemClock m_clock;
    QTemporaryDir m_folder;
    std::unique_ptr<core::sim::Server> m_server;

    [[nodiscard]] QString file(const char* name) const { return m_folder.filePath(QString::fromLatin1(name)); }

private slots:
    void initTestCase() {
        core::sim::ServerOptions options;
        options.market.scenario = "mixed";
        options.market.seed = 21;
        options.market.tradesPerSecond = 60;
        options.market.durationSeconds = 3'600;
        auto server = core::sim::Server::start(options);
        QVERIFY(server.has_value());
        m_server = std::move(*server);
    }

    void aMomentOpensBesideTheLiveSession() {
        const std::filesystem::path database = file("trades.sqlite").toStdU16String();
        app::Session session(m_clock, database, true, std::nullopt);
        app::WindowKeeper keeper(session, file("settings.ini"), m_folder.path());
        app::PastWindows past(m_clock, database, file("settings.ini"), m_folder.path());
        keeper.setOpensPast(true);
        QObject::connect(&keeper, &app::WindowKeeper::pastAsked, &past, &app::PastWindows::open);
        QObject::connect(&keeper, &app::WindowKeeper::closed, &past, &app::PastWindows::closeAll);
        ui::MainWindow& window = keeper.beginPast(QStringLiteral("live"));
        window.show();

        core::source::LiveOptions live;
        live.source = "solana-rpc";
        live.feed = "logs";
        live.wsUrl = "ws://127.0.0.1:" + std::to_string(m_server->port());
        live.httpUrl = "http://127.0.0.1:" + std::to_string(m_server->port());
        session.connectLive(live);
        // Enough for a second to lie wholly in the past.
        QTRY_VERIFY_WITH_TIMEOUT(session.latest() && session.latest()->health.trades > 200, kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(session.storedSpan() && session.storedSpan()->to > session.storedSpan()->from + 1,
                                 kPatienceMs);
        window.refresh();

        // The user asks by the action and takes the moment that is offered.
        window.actions().find(QStringLiteral("actionKnownAt"))->trigger();
        auto* dialog = window.findChild<QDialog*>(QStringLiteral("momentDialog"));
        QVERIFY(dialog != nullptr);
        auto* moment = dialog->findChild<QDateTimeEdit*>(QStringLiteral("moment"));
        moment->setDateTime(moment->minimumDateTime().addSecs(1));
        const std::int64_t asked = moment->dateTime().toSecsSinceEpoch();
        dialog->findChild<QPushButton*>(QStringLiteral("momentOpen"))->click();
        QCOMPARE(past.count(), std::size_t{1});
        ui::MainWindow& then = past.keeper(0).window();
        QVERIFY(then.isVisible());
        QVERIFY2(then.windowTitle().contains(QStringLiteral("as of 2026-")), qPrintable(then.windowTitle()));
        // It can do nothing to the live one.
        QVERIFY(!then.actions().find(QStringLiteral("actionLive"))->isEnabled());

        const auto trades = session.latest()->health.trades;
        app::Session& replay = past.session(0);
        QTRY_VERIFY_WITH_TIMEOUT(
            replay.replayState() && replay.replayState()->paused && replay.latest() && replay.latest()->asOfTime,
            kPatienceMs);
        QTRY_VERIFY_WITH_TIMEOUT(*replay.latest()->asOfTime <= asked, kPatienceMs);
        QCOMPARE(replay.info().mode, Mode::Replay);
        // Nothing of later is known there, and the live session has gone on.
        QTRY_VERIFY_WITH_TIMEOUT(session.latest()->health.trades > trades, kPatienceMs);
        QVERIFY(replay.latest()->health.trades < session.latest()->health.trades);
        QCOMPARE(session.info().mode, Mode::Simulated);
        QVERIFY(*session.latest()->asOfTime > asked);

        // A label given in one is there in the other.
        auto* mine = window.findChild<ui::LabelStore*>();
        auto* theirs = then.findChild<ui::LabelStore*>();
        QVERIFY(mine != nullptr && theirs != nullptr && mine != theirs);
        const core::Wallet wallet = *core::Wallet::fromBase58("So11111111111111111111111111111111111111112");
        theirs->change({core::labels::LabelKind::Wallet, core::Pubkey{wallet}}, QStringLiteral("name"),
                       [](core::labels::Label& label) { label.name = "whale"; });
        theirs->flush();
        QTRY_COMPARE_WITH_TIMEOUT(mine->nameOf(wallet), QStringLiteral("whale"), kPatienceMs);

        // What cannot be read is somebody's unfinished work: it stays, and so does what is known.
        QFileSystemWatcher watcher({file("labels.json")});
        QSignalSpy touched(&watcher, &QFileSystemWatcher::fileChanged);
        {
            QFile broken(file("labels.json"));
            QVERIFY(broken.open(QIODevice::WriteOnly));
            broken.write("{ \"labels\": [ {");
        }
        QTRY_VERIFY_WITH_TIMEOUT(!touched.isEmpty(), kPatienceMs);
        QCOMPARE(mine->nameOf(wallet), QStringLiteral("whale"));
        theirs->change({core::labels::LabelKind::Wallet, core::Pubkey{wallet}}, QStringLiteral("name"),
                       [](core::labels::Label& label) { label.name = "shark"; });
        theirs->flush();
        QTRY_COMPARE_WITH_TIMEOUT(mine->nameOf(wallet), QStringLiteral("shark"), kPatienceMs);
        QVERIFY(!QFile::exists(file("labels.json.broken")));

        // It cannot start a second live feed beside the one that writes.
        then.connectLive();
        QCOMPARE(replay.info().mode, Mode::Replay);

        then.close();
        QTRY_COMPARE_WITH_TIMEOUT(past.count(), std::size_t{0}, kPatienceMs);
        QCOMPARE(session.info().state, ui::bridge::SessionState::Running);
    }
};

QTEST_MAIN(TstPastWindows)
#include "tst_past_windows.moc"
