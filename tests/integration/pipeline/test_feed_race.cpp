// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/feed_race.h"
#include "core/pipeline/live_pipeline.h"
#include "core/sim/capture_out.h"
#include "core/sim/market.h"
#include "tests/support/fake_chain.h"
#include "tests/support/scripted_server.h"

#include <nlohmann/json.hpp>

#include <fstream>
#include <functional>
#include <future>
#include <set>
#endif

#include <QTemporaryDir>
#include <QTest>

using core::pipeline::FeedRace;
using core::pipeline::LivePipeline;
using core::pipeline::PipelineConfig;
using core::source::LiveOptions;
using nlohmann::json;
using test::FakeChain;
using test::ScriptedServer;
using test::WsPeer;

namespace {

bool eventually(LivePipeline& pipeline, const std::function<bool(const core::pipeline::Snapshot&)>& condition) {
    const auto end = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    while (std::chrono::steady_clock::now() < end) {
        if (const auto snapshot = pipeline.latest(); snapshot && condition(*snapshot)) return true;
        (void)pipeline.waitFinished(std::chrono::milliseconds(20));
    }
    return false;
}

bool acknowledge(WsPeer& peer) {
    for (const std::uint64_t subscription : {1, 2}) {
        const auto request = peer.read();
        if (!request || !peer.send(FakeChain::ack(*request, subscription))) return false;
    }
    return true;
}

}  // namespace

class TestFeedRace : public QObject {
    Q_OBJECT
    core::SystemClock m_clock;

private slots:
    void tellsWhoWasFirst() {
        constexpr std::int64_t kMs = 1'000'000;
        FeedRace race(3);
        QVERIFY(!race.standing(0).firstShare());
        QVERIFY(race.arrive(0, "a", 0));
        QVERIFY(race.arrive(0, "a", 1 * kMs));  // its own second copy
        QVERIFY(!race.arrive(1, "a", 5 * kMs));
        QVERIFY(!race.arrive(1, "a", 9 * kMs));  // counted once
        QVERIFY(race.arrive(1, "b", 10 * kMs));
        QVERIFY(!race.arrive(0, "b", 17 * kMs));
        QVERIFY(race.arrive(0, "c", 20 * kMs));
        QVERIFY(!race.arrive(1, "c", 31 * kMs));
        const auto first = race.standing(0);
        const auto second = race.standing(1);
        QCOMPARE(first.firsts, std::uint64_t{2});
        QCOMPARE(first.followed, std::uint64_t{1});
        QCOMPARE(first.behindMs, std::optional<double>{7.0});
        QCOMPARE(second.firstShare(), std::optional<double>{1.0 / 3.0});
        QCOMPARE(second.behindMs, std::optional<double>{11.0});
        QVERIFY(!race.standing(2).firstShare());
        // Out of range is nobody's race.
        QVERIFY(race.arrive(7, "a", 0));
        QVERIFY(!race.standing(7).firstShare());
    }

    void forgetsTheOldest() {
        FeedRace race(2, 10);
        for (int i = 0; i < 100; ++i) QVERIFY(race.arrive(0, std::to_string(i), i));
        QVERIFY(!race.arrive(1, "99", 200));
        QVERIFY(race.arrive(1, "0", 200));
    }

    void recordsEachMessageOnce() {
        core::sim::MarketOptions options;
        options.scenario = "steady";
        options.tradesPerSecond = 50;
        options.durationSeconds = 3;
        std::vector<std::string> messages;
        std::uint64_t trades = 0;
        auto market = core::sim::Market::create(options);
        while (const auto transaction = (*market)->next()) {
            messages.push_back(core::sim::logsNotification(*transaction, 1));
            trades += transaction->trades;
        }
        std::promise<void> firstIsThrough;
        auto through = firstIsThrough.get_future().share();
        ScriptedServer fast({.websocket = [&](WsPeer& peer, std::size_t) {
            if (!acknowledge(peer)) return;
            for (const std::string& message : messages) peer.send(message);
            peer.drain();
        }});
        ScriptedServer slow({.websocket = [&](WsPeer& peer, std::size_t) {
            if (!acknowledge(peer)) return;
            through.wait();
            for (const std::string& message : messages) peer.send(message);
            peer.drain();
        }});
        QTemporaryDir folder;
        LiveOptions live;
        live.wsUrl = fast.wsUrl();
        live.alsoWsUrls = {slow.wsUrl()};
        live.backfill = false;
        PipelineConfig config;
        config.recordTo = folder.filePath("record.jsonl").toStdString();
        LivePipeline pipeline{config, m_clock};
        auto sources = core::pipeline::makeLiveSources(live, m_clock);
        QVERIFY(sources.has_value());
        QCOMPARE(sources->size(), std::size_t{2});
        for (auto& source : *sources) pipeline.addSource(std::move(source));
        QVERIFY(pipeline.start().has_value());
        const bool first =
            eventually(pipeline, [&](const auto& snapshot) { return snapshot.health.trades == trades; });
        firstIsThrough.set_value();
        QVERIFY(first);
        QVERIFY(eventually(
            pipeline, [&](const auto& snapshot) { return snapshot.health.duplicateFrames == messages.size(); }));
        pipeline.stop();
        const auto last = pipeline.latest();
        QCOMPARE(last->health.trades, trades);
        QCOMPARE(last->health.feeds.size(), std::size_t{2});
        QCOMPARE(last->health.feeds[0].firstShare, std::optional<double>{1.0});
        QVERIFY(!last->health.feeds[0].behindMs);
        QCOMPARE(last->health.feeds[1].firstShare, std::optional<double>{0.0});
        QVERIFY(last->health.feeds[1].behindMs && *last->health.feeds[1].behindMs >= 0);
        std::multiset<std::string> recorded;
        std::ifstream in(*config.recordTo);
        for (std::string line; std::getline(in, line);) {
            const json frame = json::parse(line);
            if (frame.value("ch", "") != "ws" || !frame["msg"].contains("method")) continue;
            recorded.insert(frame["msg"]["params"]["result"]["value"]["signature"]);
        }
        QCOMPARE(recorded.size(), messages.size());
        QCOMPARE(std::set<std::string>(recorded.begin(), recorded.end()).size(), messages.size());
    }

    void keepsTheKeyOfEachEndpointToItself() {
        LiveOptions options;
        options.wsUrl = "wss://one.example";
        options.httpUrl = "https://one.example";
        options.apiKey = "first";
        options.alsoWsUrls = {"wss://two.example", "wss://three.example"};
        options.alsoApiKeys = {"second"};
        const auto each = core::source::perEndpoint(options);
        QCOMPARE(each.size(), std::size_t{3});
        QCOMPARE(each[0].apiKey, std::string("first"));
        QCOMPARE(each[0].httpUrl, std::string("https://one.example"));
        QCOMPARE(each[1].wsUrl, std::string("wss://two.example"));
        QCOMPARE(each[1].apiKey, std::string("second"));
        QVERIFY(each[1].httpUrl.empty());
        QVERIFY(each[2].apiKey.empty());
        QVERIFY(each[2].alsoWsUrls.empty());
    }
};

QTEST_APPLESS_MAIN(TestFeedRace)
#include "test_feed_race.moc"
