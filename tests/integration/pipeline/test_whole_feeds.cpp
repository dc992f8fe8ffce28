// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/live_pipeline.h"
#include "core/sim/server.h"
#include "core/source/coverage.h"
#include "core/source/factory.h"
#include "core/wire/dex/registry.h"

#include <functional>
#include <memory>
#endif

#include <QTest>

using core::pipeline::LivePipeline;
using core::pipeline::PipelineConfig;
using core::sim::Server;
using core::sim::ServerOptions;
using core::source::FeedState;
using core::source::LiveOptions;

namespace {

constexpr auto kPatience = std::chrono::seconds(20);
constexpr auto kLook = std::chrono::milliseconds(20);

/// Looks at the pipeline until the condition holds; false when it did not in time.
bool eventually(LivePipeline& pipeline, const std::function<bool(const core::pipeline::Snapshot&)>& condition) {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (std::chrono::steady_clock::now() < end) {
        if (const auto snapshot = pipeline.latest(); snapshot && condition(*snapshot)) return true;
        (void)pipeline.waitFinished(kLook);
    }
    return false;
}

ServerOptions market(std::uint64_t seconds) {
    ServerOptions options;
    options.market.scenario = "steady";
    options.market.tradesPerSecond = 300;
    options.market.durationSeconds = seconds;
    return options;
}

LiveOptions feedOf(const Server& server, const std::string& source, const std::string& feed) {
    LiveOptions options;
    options.source = source;
    options.feed = feed;
    options.wsUrl = "ws://127.0.0.1:" + std::to_string(server.port());
    options.backoffFirst = std::chrono::milliseconds(2);
    options.backoffMax = std::chrono::milliseconds(20);
    options.httpRequestsPerSecond = 10'000;
    return options;
}

}  // namespace

class TestWholeFeeds : public QObject {
    Q_OBJECT
    core::SystemClock m_clock;

private slots:
    void knowsEveryVenueThatIsDecoded() {
        for (const core::wire::Venue* venue : core::wire::venues()) {
            // An aggregator is read for its routes and adds no trade, so it is nothing to follow.
            if (venue->id == "jupiter") continue;
            const auto* program = core::source::venueProgram(venue->id);
            QVERIFY2(program != nullptr, std::string(venue->id).c_str());
            QCOMPARE(program->id, venue->programText);
            const bool inLogs = venue->place != core::wire::EventPlace::SelfCpiOnly;
            QVERIFY2(program->inLogs == inLogs, std::string(venue->id).c_str());
            QVERIFY(core::source::shows(core::source::FeedKind::Transactions, *program));
            QVERIFY(core::source::shows(core::source::FeedKind::Blocks, *program));
        }
        for (const auto& program : core::source::venuePrograms())
            QVERIFY(core::Pubkey::fromBase58(program.id).has_value());
    }

    void showsEveryTrade_data() {
        QTest::addColumn<QString>("source");
        QTest::addColumn<QString>("feed");
        QTest::addColumn<int>("disconnectEvery");
        QTest::newRow("transactions") << "helius"
                                      << "" << 0;
        QTest::newRow("transactions, disconnecting") << "helius"
                                                     << "transactions" << 150;
        QTest::newRow("blocks") << "solana-rpc"
                                << "blocks" << 0;
        QTest::newRow("blocks, disconnecting") << "solana-rpc"
                                               << "blocks" << 4;
        QTest::newRow("logs") << "solana-rpc"
                              << "logs" << 0;
    }
    void showsEveryTrade() {
        QFETCH(QString, source);
        QFETCH(QString, feed);
        QFETCH(int, disconnectEvery);
        ServerOptions options = market(2);
        options.disconnectEvery = static_cast<std::uint64_t>(disconnectEvery);
        // The market begins when the feed has long subscribed, so that it can see all of it.
        constexpr std::int64_t kHeadStartNs = 2'000'000'000;
        options.epochNs = m_clock.now().value() + kHeadStartNs;
        const auto server = Server::start(options);
        QVERIFY(server.has_value());
        PipelineConfig config;
        LivePipeline pipeline{config, m_clock};
        LiveOptions live = feedOf(**server, source.toStdString(), feed.toStdString());
        // Long enough for a dozen transactions to pass meanwhile.
        if (disconnectEvery != 0) live.backoffFirst = live.backoffMax = std::chrono::milliseconds(100);
        auto made = core::source::makeLiveSource(live, m_clock);
        QVERIFY2(made.has_value(), made ? "" : made.error().message().c_str());
        pipeline.addSource(std::move(*made));
        QVERIFY(pipeline.start().has_value());
        const bool whole = feed != "logs";
        QVERIFY(eventually(pipeline, [&](const auto& snapshot) {
            return (*server)->marketOver() && snapshot.health.trades == (*server)->tradesSoFar();
        }));
        pipeline.stop();
        const auto last = pipeline.latest();
        QCOMPARE(last->health.trades, (*server)->tradesSoFar());
        QVERIFY(last->health.undecoded.empty());
        const auto& status = last->health.feeds.front();
        QCOMPARE(status.wholeTransactions, whole);
        QVERIFY(!status.blindTo.empty());
        QCOMPARE(status.covers.size(), whole ? core::source::venuePrograms().size() : std::size_t{2});
        // Whether something passes while nobody is subscribed is up to the machine; that nothing is lost is not.
        if (disconnectEvery != 0) QVERIFY(status.reconnects > 0);
    }

    void asksForAKeyWhereTheProviderWantsOne() {
        LiveOptions options;
        options.source = "helius";
        const auto made = core::source::makeLiveSource(options, m_clock);
        QVERIFY(!made);
        QCOMPARE(made.error().code, core::ErrorCode::Unauthorized);
        options.apiKey = "some-key";
        QVERIFY(core::source::makeLiveSource(options, m_clock).has_value());
    }

    void refusesFeedsThatASourceLacks() {
        const auto code = [this](const std::string& source, const std::string& feed, const std::string& level) {
            LiveOptions options;
            options.source = source;
            options.feed = feed;
            options.commitment = level;
            options.apiKey = "k";
            const auto made = core::source::makeLiveSource(options, m_clock);
            return made ? core::ErrorCode::Io : made.error().code;
        };
        QCOMPARE(code("helius", "blocks", "confirmed"), core::ErrorCode::BadValue);
        QCOMPARE(code("solana-rpc", "transactions", "confirmed"), core::ErrorCode::BadValue);
        QCOMPARE(code("solana-rpc", "blocks", "processed"), core::ErrorCode::BadValue);
        QCOMPARE(code("solana-rpc", "nonsense", "confirmed"), core::ErrorCode::BadValue);
        QCOMPARE(code("solana-rpc", "blocks", "finalized"), core::ErrorCode::Io);
    }
};

QTEST_APPLESS_MAIN(TestWholeFeeds)
#include "test_whole_feeds.moc"
