// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/source/factory.h"
#include "tests/support/fake_chain.h"
#include "tests/support/recording_sink.h"
#include "tests/support/scripted_server.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <atomic>
#include <future>
#endif

#include <QTest>

using core::ErrorCode;
using namespace core::source;
using nlohmann::json;
using test::FakeChain;
using test::FakeTransaction;
using test::HttpAnswer;
using test::HttpAsked;
using test::RecordingSink;
using test::ScriptedServer;
using test::WsPeer;

namespace {

const std::string kPump = "6EF8rrecthR5Dkzon8Nwu78hRvfCKubJ14M5uBEwF6P";
const std::string kSwap = "pAMMBay6oceH9fJKBRHGP5D4bD4sWpmSwMn52FMfXEA";
constexpr std::uint64_t kPumpSub = 11;
constexpr std::uint64_t kSwapSub = 12;

LiveOptions quick(const ScriptedServer& server) {
    LiveOptions options;
    options.wsUrl = server.wsUrl();
    options.httpUrl = server.httpUrl();
    options.backoffFirst = std::chrono::milliseconds(2);
    options.backoffMax = std::chrono::milliseconds(20);
    options.jitterSeed = 7;
    options.httpRequestsPerSecond = 10'000;
    return options;
}

/// Reads and acknowledges both subscriptions.
bool acknowledge(WsPeer& peer) {
    for (const std::uint64_t subscription : {kPumpSub, kSwapSub}) {
        const auto request = peer.read();
        if (!request || !peer.send(FakeChain::ack(*request, subscription))) return false;
    }
    return true;
}

std::vector<std::string> eventsOf(const RecordingSink::Frames& frames) {
    std::vector<std::string> out;
    for (const Frame& frame : frames) {
        if (frame.channel == Channel::Mark) out.push_back(json::parse(frame.bytes)["event"]);
    }
    return out;
}

std::size_t countEvents(const RecordingSink::Frames& frames, const std::string& event) {
    const auto events = eventsOf(frames);
    return static_cast<std::size_t>(std::count(events.begin(), events.end(), event));
}

/// Signatures of the transactions fetched over HTTP, in order of delivery.
std::vector<std::string> fetchedIn(const RecordingSink::Frames& frames) {
    std::vector<std::string> out;
    for (const Frame& frame : frames) {
        if (frame.channel != Channel::Http) continue;
        const json exchange = json::parse(frame.bytes);
        if (exchange["request"]["method"] != "getTransaction") continue;
        if (exchange["response"]["result"]["transaction"]["signatures"][0] != exchange["request"]["params"][0])
            return {};
        out.push_back(exchange["request"]["params"][0]);
    }
    return out;
}

std::set<std::string> notifiedIn(const RecordingSink::Frames& frames) {
    std::set<std::string> out;
    for (const Frame& frame : frames) {
        if (frame.channel != Channel::Ws) continue;
        const json message = json::parse(frame.bytes, nullptr, false);
        if (message.is_object() && message.contains("method"))
            out.insert(message["params"]["result"]["value"]["signature"]);
    }
    return out;
}

auto hasEvents(std::string event, std::size_t count) {
    return [event = std::move(event), count](const RecordingSink::Frames& frames) {
        return countEvents(frames, event) >= count;
    };
}

}  // namespace

class TestLiveSource : public QObject {
    Q_OBJECT
    core::SystemClock m_clock;

private slots:
    void deliversEveryFrameUnchanged() {
        FakeChain chain;
        const auto first = chain.add(100, {kPump});
        std::atomic<int> subscribed{0};
        ScriptedServer server({.websocket =
                                   [&](WsPeer& peer, std::size_t) {
                                       for (const auto& [program, subscription] :
                                            {std::pair(kPump, kPumpSub), std::pair(kSwap, kSwapSub)}) {
                                           const json request = json::parse(*peer.read());
                                           if (request["method"] == "logsSubscribe" &&
                                               request["params"][0]["mentions"] == json::array({program}) &&
                                               request["params"][1]["commitment"] == "confirmed") {
                                               ++subscribed;
                                           }
                                           peer.send(FakeChain::ack(request.dump(), subscription));
                                       }
                                       peer.send(FakeChain::notification(kPumpSub, first));
                                       peer.send("no JSON at all");
                                       peer.drain();
                                   },
                               .http = [&](const HttpAsked& asked) { return chain.answer(asked); }});
        RecordingSink sink;
        auto source = makeLiveSource(quick(server), m_clock);
        QVERIFY(source);
        (*source)->start(sink.sink());
        QVERIFY(sink.waitFrames([](const auto& frames) { return frames.size() == 5; }));
        QVERIFY(sink.waitState(FeedState::Connected));
        (*source)->stop();
        QCOMPARE(subscribed.load(), 2);
        const auto frames = sink.frames();
        QCOMPARE(frames.size(), std::size_t{6});
        QCOMPARE(eventsOf(frames), (std::vector<std::string>{"connected", "disconnected"}));
        QCOMPARE(json::parse(frames[0].bytes)["endpoint"].get<std::string>(),
                 "127.0.0.1:" + std::to_string(server.port()));
        QCOMPARE(json::parse(frames[1].bytes)["result"].get<std::uint64_t>(), kPumpSub);
        QCOMPARE(frames[3].bytes, FakeChain::notification(kPumpSub, first));
        QCOMPARE(frames[4].bytes, std::string("no JSON at all"));
        const auto status = sink.latest();
        QVERIFY(status.state == FeedState::Ended);
        QCOMPARE(status.source, std::string("solana-rpc"));
        QCOMPARE(status.messages, std::uint64_t{4});
        QCOMPARE(status.covers, (std::vector<std::string>{"pumpfun", "pumpswap"}));
        QVERIFY(status.blindTo.size() >= 3);
        QCOMPARE(status.gaps, std::uint64_t{0});
        std::vector<FeedState> states;
        for (const auto& each : sink.statuses()) {
            if (states.empty() || states.back() != each.state) states.push_back(each.state);
        }
        QVERIFY((states == std::vector<FeedState>{FeedState::Connecting, FeedState::Connected, FeedState::Ended}));
    }

    void backfillsExactlyWhatTheOutageMissed() {
        FakeChain chain;
        std::vector<FakeTransaction> seen;
        for (std::uint64_t slot = 100; slot < 120; ++slot)
            seen.push_back(chain.add(slot, {slot % 2 == 0 ? kPump : kSwap}));
        std::set<std::string> missed;
        std::vector<std::string> missedInOrder;
        std::string late;
        ScriptedServer server(
            {.websocket =
                 [&](WsPeer& peer, std::size_t index) {
                     if (index == 0) {
                         if (!acknowledge(peer)) return;
                         for (const auto& each : seen)
                             peer.send(FakeChain::notification(each.slot % 2 == 0 ? kPumpSub : kSwapSub, each));
                         // What follows happens while nobody listens. More than two pages, most of it failed.
                         for (std::uint64_t i = 0; i < 2300; ++i) chain.add(120 + i / 100, {kPump}, true);
                         for (std::uint64_t i = 0; i < 30; ++i) {
                             const auto mentions = i % 3 == 0   ? std::vector{kPump, kSwap}
                                                   : i % 3 == 1 ? std::vector{kPump}
                                                                : std::vector{kSwap};
                             const auto added = chain.add(143 + i, mentions);
                             missed.insert(added.signature);
                             missedInOrder.push_back(added.signature);
                         }
                         late = missedInOrder.back();
                         missedInOrder.pop_back();
                         // Pump lists it first when the second pass asks; swap's list of the first pass hides it
                         // too.
                         chain.hideFor(late, 1);
                         return;
                     }
                     if (!acknowledge(peer)) return;
                     const auto live = chain.add(200, {kPump});
                     missed.insert(live.signature);
                     peer.send(FakeChain::notification(kPumpSub, live));
                     peer.drain();
                 },
             .http = [&](const HttpAsked& asked) { return chain.answer(asked); }});
        auto options = quick(server);
        RecordingSink sink;
        auto source = *makeLiveSource(options, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitFrames(hasEvents("backfilled", 1)));
        QVERIFY(sink.waitLatest(
            [](const auto& status) { return status.state == FeedState::Connected && status.reconnects == 1; }));
        source->stop();
        const auto frames = sink.frames();
        const auto fetched = fetchedIn(frames);
        std::set<std::string> all = notifiedIn(frames);
        for (const auto& each : seen) QVERIFY(all.contains(each.signature));
        all.insert(fetched.begin(), fetched.end());
        for (const auto& each : missed) QVERIFY(all.contains(each));
        QCOMPARE(all.size(), seen.size() + missed.size());
        QVERIFY(std::set<std::string>(fetched.begin(), fetched.end()).size() == fetched.size());
        // Oldest first, each asked for once; what the first list did not name came with the second.
        auto expected = missedInOrder;
        expected.push_back(late);
        auto withoutLive = fetched;
        std::erase_if(withoutLive, [&](const auto& each) {
            return !missed.contains(each) || std::count(expected.begin(), expected.end(), each) == 0;
        });
        QVERIFY(withoutLive == expected);
        QVERIFY(chain.fetched() == fetched);
        const auto status = sink.latest();
        QCOMPARE(status.gaps, std::uint64_t{0});
        QCOMPARE(status.backfilled, std::uint64_t(fetched.size()));
        QCOMPARE(eventsOf(frames), (std::vector<std::string>{"connected", "disconnected", "connected", "backfilled",
                                                             "disconnected"}));
        for (const Frame& frame : frames) {
            const json mark = frame.channel == Channel::Mark ? json::parse(frame.bytes) : json();
            if (mark.is_object() && mark["event"] == "backfilled")
                QCOMPARE(mark["count"].get<std::size_t>(), fetched.size());
        }
    }

    void asksForHistoryOnlyAfterTheAcknowledgements() {
        FakeChain chain;
        const auto first = chain.add(100, {kPump});
        const auto second = chain.add(101, {kSwap});
        std::atomic<std::size_t> listsBeforeAck{0};
        std::string missed;
        ScriptedServer server({.websocket =
                                   [&](WsPeer& peer, std::size_t index) {
                                       if (index == 0) {
                                           if (!acknowledge(peer)) return;
                                           peer.send(FakeChain::notification(kPumpSub, first));
                                           peer.send(FakeChain::notification(kSwapSub, second));
                                           while (chain.listsAsked() == 0 && peer.send("{}")) {
                                           }
                                           return;
                                       }
                                       const std::size_t before = chain.listsAsked();
                                       const auto one = peer.read();
                                       const auto two = peer.read();
                                       if (!one || !two) return;
                                       missed = chain.add(150, {kPump}).signature;
                                       listsBeforeAck = chain.listsAsked() - before;
                                       peer.send(FakeChain::ack(*one, kPumpSub));
                                       peer.send(FakeChain::ack(*two, kSwapSub));
                                       peer.drain();
                                   },
                               .http = [&](const HttpAsked& asked) { return chain.answer(asked); }});
        RecordingSink sink;
        auto source = *makeLiveSource(quick(server), m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitFrames(hasEvents("backfilled", 1)));
        source->stop();
        QCOMPARE(listsBeforeAck.load(), std::size_t{0});
        const auto fetched = fetchedIn(sink.frames());
        QVERIFY(std::count(fetched.begin(), fetched.end(), missed) == 1);
    }

    void countsWhatIsOverTheLimitAsAGap() {
        FakeChain chain;
        const auto first = chain.add(100, {kPump});
        const auto second = chain.add(100, {kSwap});
        std::vector<std::string> newest;
        ScriptedServer server({.websocket =
                                   [&](WsPeer& peer, std::size_t index) {
                                       if (!acknowledge(peer)) return;
                                       if (index != 0) return peer.drain();
                                       peer.send(FakeChain::notification(kPumpSub, first));
                                       peer.send(FakeChain::notification(kSwapSub, second));
                                       for (std::uint64_t i = 0; i < 20; ++i) {
                                           const auto added = chain.add(120 + i, {kPump});
                                           if (i >= 15) newest.push_back(added.signature);
                                       }
                                   },
                               .http = [&](const HttpAsked& asked) { return chain.answer(asked); }});
        auto options = quick(server);
        options.backfillLimit = 5;
        RecordingSink sink;
        auto source = *makeLiveSource(options, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitFrames(hasEvents("gap", 1)));
        QVERIFY(sink.waitLatest(
            [](const auto& status) { return status.state == FeedState::Connected && status.gaps == 1; }));
        source->stop();
        QVERIFY(fetchedIn(sink.frames()) == newest);
        for (const Frame& frame : sink.frames()) {
            const json mark = frame.channel == Channel::Mark ? json::parse(frame.bytes) : json();
            if (mark.is_object() && mark["event"] == "gap") QCOMPARE(mark["missing"].get<int>(), 15);
        }
    }

    void retriesATransactionThatIsNotServedYet() {
        FakeChain chain;
        const auto first = chain.add(100, {kPump});
        const auto second = chain.add(100, {kSwap});
        std::string slow;
        ScriptedServer server({.websocket =
                                   [&](WsPeer& peer, std::size_t index) {
                                       if (!acknowledge(peer)) return;
                                       if (index != 0) return peer.drain();
                                       peer.send(FakeChain::notification(kPumpSub, first));
                                       peer.send(FakeChain::notification(kSwapSub, second));
                                       slow = chain.add(130, {kPump}).signature;
                                       chain.serveNullFirst(slow, 1);
                                   },
                               .http = [&](const HttpAsked& asked) { return chain.answer(asked); }});
        RecordingSink sink;
        auto source = *makeLiveSource(quick(server), m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitFrames(hasEvents("backfilled", 1)));
        source->stop();
        QCOMPARE(fetchedIn(sink.frames()), std::vector<std::string>{slow});
        QCOMPARE(sink.latest().gaps, std::uint64_t{0});
    }

    void fillsAnOutageBeforeTheFirstNotification() {
        FakeChain chain;
        chain.add(90, {kPump});
        std::string missed;
        std::atomic<bool> cut{false};
        ScriptedServer server({.websocket =
                                   [&](WsPeer& peer, std::size_t) {
                                       if (!acknowledge(peer)) return;
                                       peer.drain();
                                   },
                               .http = [&](const HttpAsked& asked) { return chain.answer(asked); }});
        RecordingSink sink;
        auto source = *makeLiveSource(quick(server), m_clock);
        source->start(sink.sink());
        // Connected is shown once more when the beginnings of both addresses are known.
        QVERIFY(sink.waitStatus([connected = 0](const auto& status) mutable {
            return status.state == FeedState::Connected && ++connected == 2;
        }));
        missed = chain.add(130, {kSwap}).signature;
        server.disconnectAll();
        QVERIFY(sink.waitFrames(hasEvents("backfilled", 1)));
        source->stop();
        QCOMPARE(fetchedIn(sink.frames()), std::vector<std::string>{missed});
        QCOMPARE(sink.latest().gaps, std::uint64_t{0});
    }

    void tellsAGapWhenHistoryIsRefused() {
        FakeChain chain;
        const auto first = chain.add(100, {kPump});
        ScriptedServer server({.websocket =
                                   [&](WsPeer& peer, std::size_t index) {
                                       if (!acknowledge(peer)) return;
                                       if (index != 0) return peer.drain();
                                       peer.send(FakeChain::notification(kPumpSub, first));
                                   },
                               .http =
                                   [](const HttpAsked&) {
                                       HttpAnswer out;
                                       out.status = 403;
                                       return out;
                                   }});
        RecordingSink sink;
        auto source = *makeLiveSource(quick(server), m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitFrames(hasEvents("gap", 1)));
        QVERIFY(sink.waitLatest([](const auto& status) { return status.gaps == 1; }));
        source->stop();
    }

    void tellsAGapWithoutBackfill() {
        ScriptedServer server({.websocket = [&](WsPeer& peer, std::size_t index) {
            if (acknowledge(peer) && index != 0) peer.drain();
        }});
        auto options = quick(server);
        options.backfill = false;
        RecordingSink sink;
        auto source = *makeLiveSource(options, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitFrames(hasEvents("gap", 1)));
        QVERIFY(sink.waitLatest([](const auto& status) { return status.gaps == 1; }));
        source->stop();
    }

    void refetchesWhatAFullQueueRefused() {
        FakeChain chain;
        const auto before = chain.add(100, {kPump});
        const auto beforeSwap = chain.add(100, {kSwap});
        std::vector<FakeTransaction> refused;
        for (std::uint64_t i = 0; i < 5; ++i) refused.push_back(chain.add(120 + i, {kPump}));
        RecordingSink sink;
        ScriptedServer server(
            {.websocket =
                 [&](WsPeer& peer, std::size_t) {
                     if (!acknowledge(peer)) return;
                     peer.send(FakeChain::notification(kPumpSub, before));
                     peer.send(FakeChain::notification(kSwapSub, beforeSwap));
                     if (!sink.waitFrames([](const auto& frames) { return frames.size() >= 5; })) return;
                     sink.refuse(SIZE_MAX);
                     for (const auto& each : refused) peer.send(FakeChain::notification(kPumpSub, each));
                     if (!sink.waitLatest([](const auto& status) { return status.droppedFrames == 5; })) return;
                     sink.refuse(0);
                     peer.drain();
                 },
             .http = [&](const HttpAsked& asked) { return chain.answer(asked); }});
        auto source = *makeLiveSource(quick(server), m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitFrames(hasEvents("backfilled", 1)));
        source->stop();
        QCOMPARE(eventsOf(sink.frames()),
                 (std::vector<std::string>{"connected", "gap", "backfilled", "disconnected"}));
        std::vector<std::string> expected;
        for (const auto& each : refused) expected.push_back(each.signature);
        QVERIFY(fetchedIn(sink.frames()) == expected);
        QCOMPARE(sink.latest().droppedFrames, std::uint64_t{5});
        QCOMPARE(sink.latest().gaps, std::uint64_t{0});
    }

    void reconnectsAfter_data() {
        QTest::addColumn<int>("what");
        QTest::addColumn<QByteArray>("reason");
        QTest::newRow("close") << 0 << QByteArray("closed the connection");
        QTest::newRow("half a frame") << 1 << QByteArray("closed the connection");
        QTest::newRow("garbage") << 2 << QByteArray("network");
        QTest::newRow("oversize") << 3 << QByteArray("too_large: websocket: a message is larger than 2000 bytes");
        QTest::newRow("silence") << 4 << QByteArray("timeout: no message for 150 ms");
        QTest::newRow("refused subscription") << 5 << QByteArray("remote: subscription refused: nope");
        QTest::newRow("no acknowledgement") << 6 << QByteArray("not acknowledged");
        QTest::newRow("text that is no UTF-8") << 7 << QByteArray("network");
    }
    void reconnectsAfter() {
        QFETCH(int, what);
        QFETCH(QByteArray, reason);
        ScriptedServer server({.websocket = [&](WsPeer& peer, std::size_t index) {
            if (index != 0) {
                if (acknowledge(peer)) peer.drain();
                return;
            }
            if (what == 5) {
                (void)peer.read();
                peer.send(R"({"jsonrpc":"2.0","id":1,"error":{"code":-32602,"message":"nope"}})");
                return peer.drain();
            }
            if (what == 6) return peer.drain();
            if (!acknowledge(peer)) return;
            if (what == 0) return peer.close();
            if (what == 1) peer.sendRaw(std::string("\x81\x7e\x01\x00half", 8));
            if (what == 2) peer.sendRaw(std::string(64, '\xff'));
            if (what == 3) peer.send("{\"a\":\"" + std::string(3000, 'x') + "\"}");
            if (what == 7) peer.sendRaw(std::string("\x81\x02\xff\xff", 4));
            if (what != 1) peer.drain();
        }});
        auto options = quick(server);
        options.backfill = false;
        options.maxMessageBytes = 2000;
        if (what == 4) options.idleTimeout = std::chrono::milliseconds(150);
        if (what == 6) options.connectTimeout = std::chrono::milliseconds(150);
        RecordingSink sink;
        auto source = *makeLiveSource(options, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitStatus([&](const auto& status) {
            return status.state == FeedState::Retrying && status.retryInMs &&
                   status.detail.find(reason.toStdString()) != std::string::npos;
        }));
        QVERIFY(sink.waitStatus(
            [](const auto& status) { return status.state == FeedState::Connected && status.reconnects >= 1; }));
        source->stop();
    }

    void retriesARefusedConnection() {
        ScriptedServer server({.websocket =
                                   [](WsPeer& peer, std::size_t) {
                                       if (acknowledge(peer)) peer.drain();
                                   },
                               .admit = [](std::size_t number) { return number >= 3; }});
        auto options = quick(server);
        options.backfill = false;
        RecordingSink sink;
        auto source = *makeLiveSource(options, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitStatus(
            [](const auto& status) { return status.state == FeedState::Connected && status.reconnects == 3; }));
        source->stop();
        QCOMPARE(countEvents(sink.frames(), "connected"), std::size_t{1});
        QCOMPARE(sink.latest().gaps, std::uint64_t{0});
    }

    void failsWhenTheKeyIsRefused() {
        ScriptedServer server({.refuseUpgradeWith = 401});
        auto options = quick(server);
        options.apiKey = "very-secret";
        RecordingSink sink;
        auto source = *makeLiveSource(options, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitState(FeedState::Failed));
        source->stop();
        for (const auto& status : sink.statuses()) {
            QVERIFY(status.detail.find("very-secret") == std::string::npos);
            QVERIFY(status.endpoint.find("very-secret") == std::string::npos);
        }
        QVERIFY(sink.latest().detail.find("401") != std::string::npos);
    }

    void stopsInEveryPhase_data() {
        QTest::addColumn<int>("phase");
        QTest::newRow("handshake") << 0;
        QTest::newRow("acknowledgement") << 1;
        QTest::newRow("connected") << 2;
        QTest::newRow("waiting to retry") << 3;
        QTest::newRow("backfill") << 4;
        QTest::newRow("sink refuses") << 5;
        QTest::newRow("flood") << 6;
    }
    void stopsInEveryPhase() {
        QFETCH(int, phase);
        FakeChain chain;
        const auto first = chain.add(100, {kPump});
        ScriptedServer::Script script;
        script.stallBeforeReading = phase == 0;
        script.websocket = [&](WsPeer& peer, std::size_t index) {
            if (phase == 1) return peer.drain();
            if (!acknowledge(peer)) return;
            if (phase == 3 || (phase == 4 && index == 0)) return;
            if (phase == 6) {
                while (peer.send(FakeChain::notification(kPumpSub, first))) {
                }
                return;
            }
            peer.drain();
        };
        script.http = [&](const HttpAsked& asked) {
            auto out = chain.answer(asked);
            out.stall = phase == 4;
            return out;
        };
        ScriptedServer server(script);
        auto options = quick(server);
        if (phase == 3) options.backoffFirst = options.backoffMax = std::chrono::hours(1);
        RecordingSink sink;
        auto source = *makeLiveSource(options, m_clock);
        if (phase == 5) sink.refuse(SIZE_MAX);
        source->start(sink.sink());
        if (phase == 0) QVERIFY(server.waitConnections(1));
        if (phase == 1) QVERIFY(sink.waitFrames(hasEvents("connected", 1)));
        if (phase == 2 || phase == 5) QVERIFY(sink.waitState(FeedState::Connected));
        if (phase == 3) QVERIFY(sink.waitState(FeedState::Retrying));
        if (phase == 4) QVERIFY(server.waitConnections(2));
        if (phase == 6) QVERIFY(sink.waitFrames([](const auto& frames) { return frames.size() > 1000; }));
        source->stop();
        const std::size_t frames = sink.frames().size();
        const std::size_t statuses = sink.statuses().size();
        source->stop();
        QVERIFY(sink.latest().state == FeedState::Ended);
        source.reset();
        QCOMPARE(sink.frames().size(), frames);
        QCOMPARE(sink.statuses().size(), statuses);
    }

    void keepsAQuietFeedWithPongs() {
        const std::string wallet = "So11111111111111111111111111111111111111112";
        // So many pings take longer than the idle time: only the answers to them keep the connection.
        constexpr int kPings = 80;
        std::promise<void> enough;
        ScriptedServer server({.websocket = [&](WsPeer& peer, std::size_t index) {
            int pings = 0;
            peer.onPing([&] {
                if (index == 0 && ++pings == kPings) enough.set_value();
            });
            const auto request = peer.read();
            if (!request) return;
            peer.send(FakeChain::ack(*request, 1));
            peer.drain();
        }});
        auto options = quick(server);
        options.programs.clear();
        options.mentions = {wallet, wallet};
        options.backfill = false;
        options.idleTimeout = std::chrono::milliseconds(1000);
        options.pingEvery = std::chrono::milliseconds(20);
        RecordingSink sink;
        auto source = *makeLiveSource(options, m_clock);
        source->start(sink.sink());
        QVERIFY(enough.get_future().wait_for(RecordingSink::kPatience) == std::future_status::ready);
        source->stop();
        QCOMPARE(sink.latest().reconnects, std::uint64_t{0});
        QCOMPARE(sink.latest().messages, std::uint64_t{1});
        QVERIFY(sink.latest().covers.empty());
    }

    void followsPumpPortal() {
        std::mutex mutex;
        std::vector<std::string> asked;
        ScriptedServer server({.websocket = [&](WsPeer& peer, std::size_t index) {
            for (int i = 0; i < 3; ++i) {
                const auto request = peer.read();
                if (!request) return;
                const std::scoped_lock lock(mutex);
                if (index == 0) asked.push_back(*request);
            }
            peer.send(R"({"message":"Successfully subscribed to token creation events."})");
            if (index != 0) peer.drain();
        }});
        LiveOptions options = quick(server);
        options.source = "pumpportal";
        options.wsUrl += "/api/data";
        options.apiKey = "secret";
        options.mentions = {"So11111111111111111111111111111111111111112"};
        RecordingSink sink;
        auto source = *makeLiveSource(options, m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitFrames(hasEvents("gap", 1)));
        QVERIFY(sink.waitLatest(
            [](const auto& status) { return status.gaps == 1 && status.state == FeedState::Connected; }));
        source->stop();
        QCOMPARE(
            asked,
            (std::vector<std::string>{
                R"({"method":"subscribeNewToken"})", R"({"method":"subscribeMigration"})",
                R"({"method":"subscribeTokenTrade","keys":["So11111111111111111111111111111111111111112"]})"}));
        for (const auto& status : sink.statuses())
            QVERIFY((status.endpoint + status.detail).find("secret") == std::string::npos);
        QVERIFY(!sink.latest().blindTo.empty());
    }

    void refusesBadOptions() {
        const auto code = [this](const std::function<void(LiveOptions&)>& change) {
            LiveOptions options;
            change(options);
            auto made = makeLiveSource(options, m_clock);
            return made ? ErrorCode::Io : made.error().code;
        };
        QCOMPARE(code([](auto& o) { o.source = "nats"; }), ErrorCode::BadValue);
        QCOMPARE(code([](auto& o) { o.wsUrl = "ftp://x"; }), ErrorCode::BadValue);
        QCOMPARE(code([](auto& o) { o.wsUrl = "wss://user@x"; }), ErrorCode::BadValue);
        QCOMPARE(code([](auto& o) { o.wsUrl = "wss://x:99999"; }), ErrorCode::BadValue);
        QCOMPARE(code([](auto& o) { o.wsUrl = "wss://x/\r\nHost: y"; }), ErrorCode::BadValue);
        QCOMPARE(code([](auto& o) { o.httpUrl = "https://"; }), ErrorCode::BadValue);
        QCOMPARE(code([](auto& o) { o.programs = {"no_such_venue"}; }), ErrorCode::BadValue);
        QCOMPARE(code([](auto& o) { o.programs = {}; }), ErrorCode::BadValue);
        QCOMPARE(code([](auto& o) { o.mentions = {"not base58!"}; }), ErrorCode::BadValue);
        QCOMPARE(code([](auto& o) { o.commitment = "certain"; }), ErrorCode::BadValue);
        QCOMPARE(code([](auto& o) {
                     o.wsUrl = "ws://example.com";
                     o.apiKey = "k";
                 }),
                 ErrorCode::BadValue);
    }
};

QTEST_APPLESS_MAIN(TestLiveSource)
#include "test_live_source.moc"
