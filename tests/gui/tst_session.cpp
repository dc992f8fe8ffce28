// SPDX-License-Identifier: GPL-3.0-or-later
// Qt 6.4's moc cannot read <concepts>, which these reach.
#ifndef Q_MOC_RUN
#include "app/session.h"
#include "core/sim/server.h"
#include "core/store/trade_store.h"
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
        QCOMPARE(session.info().title, std::string("other.jsonl at 2x"));
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
};

QTEST_GUILESS_MAIN(TstSession)
#include "tst_session.moc"
