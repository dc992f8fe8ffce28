// SPDX-License-Identifier: GPL-3.0-or-later
// Qt 6.4's moc cannot read <concepts>, which these reach.
#ifndef Q_MOC_RUN
#include "app/session.h"
#include "core/sim/server.h"
#include "core/store/alert_rows.h"
#include "core/store/trade_store.h"
#include "tests/support/sim_frames.h"
#endif

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using core::pipeline::Mode;
using ui::bridge::SessionState;

class TstSession : public QObject {
    Q_OBJECT
private:
    core::SystemClock m_clock;
    QTemporaryDir m_folder;

    std::filesystem::path path(const QString& name) const { return m_folder.filePath(name).toStdString(); }

private slots:
    void missingFileFailsWithAReason() {
        app::Session session(m_clock, path(QStringLiteral("db.sqlite")), false, std::nullopt);
        QVERIFY(!session.hasBundled());
        session.openRecording(path(QStringLiteral("none.jsonl")), 0);
        QTRY_VERIFY(session.info().state == SessionState::Failed);
        QVERIFY(!session.info().error.empty());
        QVERIFY(session.info().title.starts_with("none.jsonl"));
        QVERIFY(!session.latest());
    }
    void theNewestRequestWins() {
        app::Session session(m_clock, path(QStringLiteral("db.sqlite")), false, std::nullopt);
        session.openRecording(path(QStringLiteral("none.jsonl")), 0);
        session.stop();
        const std::uint64_t generation = session.info().generation;
        session.openRecording(path(QStringLiteral("other.jsonl")), 2);
        QVERIFY(session.info().generation > generation);
        QTRY_VERIFY(session.info().state == SessionState::Failed);
        QCOMPARE(session.info().title, std::string("other.jsonl"));
    }
    void aFeedOnThisMachineIsMarkedSimulatedAndKeepsNothing() {
        core::sim::ServerOptions options;
        options.market.tradesPerSecond = 200;
        auto server = core::sim::Server::start(options);
        QVERIFY(server.has_value());
        app::Session session(m_clock, path(QStringLiteral("db.sqlite")), false, std::nullopt);
        core::source::LiveOptions live;
        live.wsUrl = "ws://127.0.0.1:" + std::to_string((*server)->port());
        live.httpUrl = "http://127.0.0.1:" + std::to_string((*server)->port());
        session.connectLive(live);
        QTRY_VERIFY(session.info().state == SessionState::Running);
        QTRY_VERIFY_WITH_TIMEOUT(session.latest() && session.latest()->health.trades > 0, 20'000);
        QCOMPARE(session.latest()->mode, Mode::Simulated);
        session.stop();
        QTRY_VERIFY(!session.latest());
        QVERIFY(!QFile::exists(m_folder.filePath(QStringLiteral("db.sqlite"))));
    }
    void aDatabaseThatWasNamedKeepsTheTradesOfALoopbackFeed() {
        core::sim::ServerOptions options;
        options.market.tradesPerSecond = 200;
        auto server = core::sim::Server::start(options);
        QVERIFY(server.has_value());
        const auto file = path(QStringLiteral("named.sqlite"));
        {
            app::Session session(m_clock, file, true, std::nullopt);
            core::source::LiveOptions live;
            live.wsUrl = "ws://127.0.0.1:" + std::to_string((*server)->port());
            live.httpUrl = "http://127.0.0.1:" + std::to_string((*server)->port());
            session.connectLive(live);
            QTRY_VERIFY_WITH_TIMEOUT(session.latest() && session.latest()->health.trades > 0, 20'000);
        }  // ending the session writes what is queued
        auto store = core::store::TradeStore::open(file, core::store::Database::Access::ReadOnly);
        QVERIFY(store.has_value());
        QVERIFY((*store)->tradeCount().value() > 0);
    }
    void aRecordingIsPausedSteppedAndBegunAnewToGoBack() {
        core::sim::MarketOptions options;
        options.tradesPerSecond = 20;
        options.durationSeconds = 60;
        std::vector<std::uint64_t> played;
        QFile file(m_folder.filePath(QStringLiteral("short.jsonl")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write((test::kCaptureHeader + '\n').c_str());
        for (const auto& one : test::simTransactions(options)) {
            file.write((test::captureLine(test::logsFrame(one)) + '\n').c_str());
            if (played.empty() || played.back() != one.slot) played.push_back(one.slot);
        }
        file.close();
        app::Session session(m_clock, path(QStringLiteral("db.sqlite")), false, std::nullopt);
        QVERIFY(!session.replayState());
        session.openRecording(path(QStringLiteral("short.jsonl")), 0.25);
        QVERIFY(session.replayState().has_value());
        QCOMPARE(session.replayName(), std::string("short.jsonl"));
        session.pause();
        const auto slot = [&] { return session.replayState()->slot; };
        const auto stands = [&] {
            const auto state = session.replayState();
            return state->paused && state->run == core::pipeline::ReplayRun::Play && state->slot;
        };
        session.jump({.time = {}, .slot = played[20], .progress = {}});
        QTRY_COMPARE_WITH_TIMEOUT(slot(), std::optional{played[20]}, 20'000);
        QTRY_VERIFY(stands());
        session.step(1);
        QTRY_COMPARE_WITH_TIMEOUT(slot(), std::optional{played[21]}, 20'000);
        QTRY_VERIFY(stands());
        const auto generation = session.info().generation;
        session.step(-10);
        QVERIFY(session.info().generation > generation);
        QTRY_COMPARE_WITH_TIMEOUT(slot(), std::optional{played[11]}, 20'000);
        QTRY_VERIFY(stands());
        QTRY_VERIFY(session.latest() && session.latest()->asOfSlot == played[11]);
        session.setSpeed(0);
        session.resume();
        QTRY_VERIFY_WITH_TIMEOUT(session.replayState()->ended, 20'000);
        session.jump({.time = {}, .slot = {}, .progress = 0.5});
        QTRY_VERIFY_WITH_TIMEOUT(stands() && !session.replayState()->ended, 20'000);
        session.stop();
        QVERIFY(!session.replayState());
    }
    void storedAlertsAreJudgedWithAndWithoutASession() {
        const auto file = path(QStringLiteral("judged.sqlite"));
        {
            core::store::StoredAlert row;
            row.rule = "dev_dump";
            row.key = "dev_dump/1";
            row.text = "COIN: sold";
            const std::vector<core::store::StoreItem> items{row};
            auto store = core::store::TradeStore::open(file, core::store::Database::Access::ReadWrite);
            QCOMPARE((*store)->write(items)->refused, std::uint64_t{0});
        }
        app::Session session(m_clock, file, true, std::nullopt);
        QVERIFY(!session.info().keeps);
        const auto verdict = [&]() -> std::optional<bool> {
            const auto before = session.alertHistory();
            session.askAlerts({});
            if (!QTest::qWaitFor([&] { return session.alertHistory() != before; }, 20'000)) return std::nullopt;
            const auto& rows = session.alertHistory()->rows;
            return rows.size() == 1 ? rows[0]->verdict : std::nullopt;
        };
        QCOMPARE(verdict(), std::optional<bool>{});
        session.judgeAlert("dev_dump/1", true, {});
        QTRY_COMPARE_WITH_TIMEOUT(verdict(), std::optional{true}, 20'000);
        core::sim::ServerOptions options;
        options.market.tradesPerSecond = 50;
        auto server = core::sim::Server::start(options);
        QVERIFY(server.has_value());
        core::source::LiveOptions live;
        live.wsUrl = "ws://127.0.0.1:" + std::to_string((*server)->port());
        live.httpUrl = "http://127.0.0.1:" + std::to_string((*server)->port());
        session.connectLive(live);
        QVERIFY(session.info().keeps);
        QTRY_VERIFY_WITH_TIMEOUT(session.latest() && session.latest()->health.trades > 0, 20'000);
        session.judgeAlert("dev_dump/1", false, "a market maker");
        QTRY_COMPARE_WITH_TIMEOUT(verdict(), std::optional{false}, 20'000);
        session.openRecording(path(QStringLiteral("none.jsonl")), 0);
        QVERIFY(!session.info().keeps);
    }
    void whatWasJudgedLastIsKept() {
        const auto file = path(QStringLiteral("judged_last.sqlite"));
        core::store::StoredAlert row;
        row.rule = "dev_dump";
        row.key = "dev_dump/1";
        {
            const std::vector<core::store::StoreItem> items{row};
            auto store = core::store::TradeStore::open(file, core::store::Database::Access::ReadWrite);
            QCOMPARE((*store)->write(items)->refused, std::uint64_t{0});
        }
        {
            app::Session session(m_clock, file, true, std::nullopt);
            session.judgeAlert("dev_dump/1", true, {});
        }
        std::optional<bool> verdict;
        auto store = core::store::TradeStore::open(file, core::store::Database::Access::ReadOnly);
        QVERIFY((*store)->eachAlert([&](const core::store::StoredAlert& stored) {
            verdict = stored.verdict;
            return true;
        }));
        QCOMPARE(verdict, std::optional{true});
    }
    void whatALiveSessionStoredCanBeReplayed() {
        const auto file = path(QStringLiteral("kept.sqlite"));
        core::sim::ServerOptions options;
        options.market.tradesPerSecond = 200;
        auto server = core::sim::Server::start(options);
        QVERIFY(server.has_value());
        app::Session session(m_clock, file, true, std::nullopt);
        QVERIFY(!session.storedSpan());
        core::source::LiveOptions live;
        live.wsUrl = "ws://127.0.0.1:" + std::to_string((*server)->port());
        live.httpUrl = "http://127.0.0.1:" + std::to_string((*server)->port());
        session.connectLive(live);
        QTRY_VERIFY_WITH_TIMEOUT(session.latest() && session.latest()->health.trades > 50, 20'000);
        session.stop();
        QTRY_VERIFY_WITH_TIMEOUT(session.storedSpan().has_value(), 20'000);
        const auto span = *session.storedSpan();
        session.openStored(span.from, span.to + 1, {.time = span.to, .slot = {}, .progress = {}}, 0);
        QTRY_VERIFY_WITH_TIMEOUT(session.info().state == SessionState::Running, 20'000);
        QTRY_VERIFY_WITH_TIMEOUT(session.latest() && session.latest()->health.trades > 0, 20'000);
        QCOMPARE(session.latest()->mode, Mode::Replay);
    }
};

QTEST_GUILESS_MAIN(TstSession)
#include "tst_session.moc"
