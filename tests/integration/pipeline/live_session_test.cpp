// SPDX-License-Identifier: GPL-3.0-or-later
// A whole live session against a server that fails: what is in the database afterwards is what happened.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/clock.h"
#include "core/pipeline/live_pipeline.h"
#include "core/sim/server.h"
#include "core/source/factory.h"
#include "core/store/trade_store.h"
#include "core/wire/decoder.h"
#include "tests/support/sim_frames.h"
#endif

#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <filesystem>
#include <functional>
#include <set>

using core::pipeline::LivePipeline;
using core::pipeline::PipelineConfig;
using core::sim::Server;
using core::sim::ServerOptions;
using core::source::FeedState;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
constexpr auto kPatience = std::chrono::seconds(60);

using Key = std::pair<core::Signature, core::EventPath>;

std::int64_t nowNs() {
    return core::SystemClock{}.now().value();
}

// Every trade of the market, from its whole transactions: not the way that the live feed goes.
std::set<Key> everyTrade(const core::sim::MarketOptions& options) {
    std::set<Key> out;
    core::wire::Decoder decoder;
    for (const auto& transaction : test::simTransactions(options)) {
        std::string json = transaction.transactionJson;
        json.reserve(json.size() + core::wire::Decoder::kPadding);
        std::vector<core::Event> events;
        (void)decoder.document(json, events);
        for (const core::Event& event : events)
            if (std::holds_alternative<core::Trade>(event.body)) out.emplace(*event.at.signature, *event.at.path);
    }
    return out;
}

class Session {
public:
    Session(std::uint16_t port, const std::filesystem::path& database) : m_pipeline(config(database), m_clock) {
        core::source::LiveOptions options;
        options.wsUrl = "ws://127.0.0.1:" + std::to_string(port);
        options.httpUrl = "http://127.0.0.1:" + std::to_string(port);
        options.backoffFirst = std::chrono::milliseconds(10);
        options.backoffMax = std::chrono::milliseconds(100);
        options.jitterSeed = 1;
        options.httpRequestsPerSecond = 5'000;
        m_pipeline.addSource(*core::source::makeLiveSource(options, m_clock));
    }
    bool start() { return m_pipeline.start().has_value(); }
    void stop() { m_pipeline.stop(); }
    [[nodiscard]] core::pipeline::Health health() const {
        const auto latest = m_pipeline.latest();
        return latest ? latest->health : core::pipeline::Health{};
    }
    [[nodiscard]] core::source::FeedStatus feed() const {
        const auto now = health();
        return now.feeds.empty() ? core::source::FeedStatus{} : now.feeds.front();
    }
    /// Until a picture shows what is waited for; they come at the pipeline's own pace, and a live feed never
    /// finishes, so waiting for that is the pause between two looks.
    bool waitFor(const std::function<bool()>& condition) {
        const auto end = std::chrono::steady_clock::now() + kPatience;
        while (!condition()) {
            if (std::chrono::steady_clock::now() > end || m_pipeline.waitFinished(std::chrono::milliseconds(5)))
                return false;
        }
        return true;
    }
    bool waitConnected() {
        return waitFor([this] { return feed().state == FeedState::Connected; });
    }
    bool waitTrades(std::uint64_t count) {
        return waitFor([&] { return health().trades >= count; });
    }
    bool waitReconnects(std::uint64_t count) {
        return waitFor([&] { return feed().reconnects >= count; });
    }

private:
    static PipelineConfig config(const std::filesystem::path& database) {
        PipelineConfig out;
        out.database = database;
        out.snapshotPeriod = std::chrono::milliseconds(5);
        return out;
    }
    core::SystemClock m_clock;
    LivePipeline m_pipeline;
};

}  // namespace

class LiveSessionTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    int m_files = 0;

    std::filesystem::path newFile() {
        return std::filesystem::path(m_dir.path().toStdString()) / ("live" + std::to_string(++m_files) + ".sqlite");
    }
    // A server that the session connects to before anything has happened, so that nothing can be missed at
    // the start however slow the machine is. It has the port that the real one takes over.
    static std::unique_ptr<Server> beforeTheMarket(ServerOptions options) {
        options.epochNs = nowNs() + 3'600 * kSecond;
        return *Server::start(options);
    }
    static void compare(const std::filesystem::path& file, const std::set<Key>& expected) {
        auto store = *core::store::TradeStore::open(file, core::store::Database::Access::ReadOnly);
        QCOMPARE(*store->tradeCount(), static_cast<std::int64_t>(expected.size()));
        QCOMPARE(*store->database().scalar("SELECT count(*) FROM (SELECT DISTINCT signature, path FROM trades)"),
                 static_cast<std::int64_t>(expected.size()));
        std::set<Key> kept;
        QVERIFY(store
                    ->eachTrade([&](const core::Event& event) {
                        kept.emplace(*event.at.signature, *event.at.path);
                        return true;
                    })
                    .has_value());
        QVERIFY(kept == expected);
    }

private slots:
    void nothingIsLostAndNothingTwice_data() {
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<double>("rate");
        QTest::addColumn<int>("disconnectEvery");
        QTest::newRow("steady market") << "steady" << 150.0 << 0;
        QTest::newRow("busy market") << "busy" << 3000.0 << 0;
        QTest::newRow("a server that closes every 60 messages") << "steady" << 150.0 << 60;
    }
    void nothingIsLostAndNothingTwice() {
        QFETCH(QString, scenario);
        QFETCH(double, rate);
        QFETCH(int, disconnectEvery);
        ServerOptions options;
        options.market.scenario = scenario.toStdString();
        options.market.tradesPerSecond = rate;
        options.market.durationSeconds = 2;
        options.disconnectEvery = static_cast<std::uint64_t>(disconnectEvery);
        const auto expected = everyTrade(options.market);
        QVERIFY(expected.size() > 100);

        const auto file = newFile();
        auto server = beforeTheMarket(options);
        options.port = server->port();
        Session session{server->port(), file};
        QVERIFY(session.start());
        QVERIFY(session.waitConnected());

        // The server dies, and another one has its port and the history of what happened meanwhile: half a
        // second of market that no subscription has shown.
        server->stop();
        options.epochNs = nowNs() - kSecond / 2;
        server = *Server::start(options);
        QCOMPARE(server->port(), options.port);
        QVERIFY(session.waitTrades(expected.size() / 6));
        QVERIFY(session.waitReconnects(1));

        // Connections break in the middle of the stream.
        for (std::uint64_t part = 2; part <= 3; ++part) {
            const auto before = session.feed().reconnects;
            server->disconnectAll();
            QVERIFY(session.waitReconnects(before + 1));
            QVERIFY(session.waitTrades(expected.size() * part / 6));
        }

        // And the server dies a second time, with trades behind it and trades to come.
        const auto before = session.feed().reconnects;
        server->stop();
        server.reset();
        QVERIFY(session.waitReconnects(before + 1));
        *options.epochNs -= kSecond / 2;  // as if it had been away for longer
        server = *Server::start(options);

        QVERIFY(session.waitFor([&] { return server->marketOver(); }));
        QVERIFY2(session.waitTrades(expected.size()),
                 qPrintable(QString("%1 of %2 trades, feed %3")
                                .arg(session.health().trades)
                                .arg(expected.size())
                                .arg(QString::fromStdString(session.feed().detail))));
        QCOMPARE(server->tradesSoFar(), static_cast<std::uint64_t>(expected.size()));
        QVERIFY(session.waitConnected());
        session.stop();

        const auto health = session.health();
        QCOMPARE(health.trades, static_cast<std::uint64_t>(expected.size()));
        QCOMPARE(health.storedTrades, static_cast<std::uint64_t>(expected.size()));
        QCOMPARE(health.storeError, std::string());
        QCOMPARE(health.feeds.at(0).gaps, std::uint64_t{0});
        QCOMPARE(health.feeds.at(0).droppedFrames, std::uint64_t{0});
        QVERIFY(health.feeds.at(0).backfilled > 0);
        QVERIFY(health.feeds.at(0).reconnects >= 4);
        compare(file, expected);
    }

    // The session itself ends in the middle and a new one goes on with the same database.
    void aSecondSessionAddsNothingTwice() {
        ServerOptions options;
        options.market.scenario = "steady";
        options.market.tradesPerSecond = 200;
        options.market.durationSeconds = 2;
        const auto expected = everyTrade(options.market);
        const auto file = newFile();
        for (int round = 0; round < 2; ++round) {
            auto server = beforeTheMarket(options);
            Session session{server->port(), file};
            QVERIFY(session.start());
            QVERIFY(session.waitConnected());
            ServerOptions running = options;
            running.port = server->port();
            running.epochNs = nowNs();
            server->stop();
            server = *Server::start(running);
            QVERIFY(session.waitTrades(round == 0 ? expected.size() / 2 : expected.size()));
            session.stop();
            if (round == 0) QVERIFY(session.health().storedTrades >= expected.size() / 2);
            if (round == 1) QVERIFY(session.health().storedTrades <= expected.size() - expected.size() / 2);
        }
        compare(file, expected);
    }
};

QTEST_APPLESS_MAIN(LiveSessionTest)
#include "live_session_test.moc"
