// SPDX-License-Identifier: GPL-3.0-or-later
// Every step of trying out a feed, good and failing, against real servers on this machine.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/source/probe.h"
#include "tests/support/archive.h"
#include "tests/support/fake_chain.h"
#include "tests/support/scripted_server.h"
#endif

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using core::ErrorCode;
using namespace core::source;
using test::FakeChain;
using test::ScriptedServer;
using test::TlsIdentity;
using test::WsPeer;

namespace {

// Silence is waited for to its end, everything else ends by itself.
constexpr std::chrono::milliseconds kPatience{20'000};
constexpr std::chrono::milliseconds kSilence{150};

LiveOptions optionsFor(const std::string& url, std::chrono::milliseconds timeout = kPatience) {
    LiveOptions options;
    options.wsUrl = url;
    options.connectTimeout = timeout;
    return options;
}

/// A server that acknowledges the subscription and brings a transaction.
void talk(WsPeer& peer, std::size_t) {
    const auto request = peer.read();
    if (!request) return;
    peer.send(FakeChain::ack(*request, 5));
    FakeChain chain;
    peer.send(FakeChain::notification(5, chain.add(100, {})));
    peer.drain();
}

std::vector<ProbeStage> stagesOf(const std::vector<ProbeStep>& steps) {
    std::vector<ProbeStage> out;
    for (const ProbeStep& step : steps) out.push_back(step.stage);
    return out;
}

}  // namespace

class TestProbe : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;

    void trust(const std::string& certificate) const {
        const std::string file = m_dir.path().toStdString() + "/trusted.pem";
        test::writeFile(file, certificate);
        qputenv("SSL_CERT_FILE", QByteArray::fromStdString(file));
        qputenv("SSL_CERT_DIR", m_dir.path().toLocal8Bit());
    }
    /// Everything before the last step is good, and the last is this.
    static void fails(const std::vector<ProbeStep>& steps, ProbeStage stage, ErrorCode error) {
        QVERIFY(!steps.empty());
        QVERIFY2(steps.back().stage == stage, steps.back().name.c_str());
        QVERIFY(!steps.back().ok);
        QVERIFY2(steps.back().error == error, steps.back().text.c_str());
        QVERIFY(!steps.back().text.empty());
        for (std::size_t i = 0; i + 1 < steps.size(); ++i) QVERIFY2(steps[i].ok, steps[i].text.c_str());
    }

private slots:
    void cleanup() {
        qunsetenv("SSL_CERT_FILE");
        qunsetenv("SSL_CERT_DIR");
    }

    void aGoodFeedPassesEveryStep() {
        const ScriptedServer server({.websocket = talk});
        const auto steps = probeFeed(optionsFor(server.wsUrl()));
        for (const ProbeStep& step : steps) QVERIFY2(step.ok, step.text.c_str());
        using enum ProbeStage;
        QVERIFY((stagesOf(steps) == std::vector{Dns, Tcp, Handshake, Subscription, FirstMessage}));
        for (const ProbeStep& step : steps) {
            QCOMPARE(step.name, std::string(stageName(step.stage)));
            QVERIFY(step.ms >= 0);
        }
    }
    void withEncryptionItHasOneMore() {
        const ScriptedServer server({.websocket = talk, .tls = TlsIdentity{"IP:127.0.0.1"}});
        trust(server.certificate());
        const auto steps = probeFeed(optionsFor(server.wsUrl()));
        for (const ProbeStep& step : steps) QVERIFY2(step.ok, step.text.c_str());
        using enum ProbeStage;
        QVERIFY((stagesOf(steps) == std::vector{Dns, Tcp, Tls, Handshake, Subscription, FirstMessage}));
    }
    void whoeverWatchesHearsEachStepTwice() {
        const ScriptedServer server({.websocket = talk});
        std::vector<std::string> heard;
        ProbeWatch watch;
        watch.begun = [&](ProbeStage stage) { heard.push_back("begun " + std::string(stageName(stage))); };
        watch.ended = [&](const ProbeStep& step) { heard.push_back("ended " + step.name); };
        (void)probeFeed(optionsFor(server.wsUrl()), {}, watch);
        const std::vector<std::string> expected{"begun DNS",          "ended DNS",          "begun TCP",
                                                "ended TCP",          "begun websocket",    "ended websocket",
                                                "begun subscription", "ended subscription", "begun first message",
                                                "ended first message"};
        QVERIFY(heard == expected);
    }

    void anAddressThatIsNone() {
        fails(probeFeed(optionsFor("ftp://example.com")), ProbeStage::Options, ErrorCode::BadValue);
    }
    void aSourceWithoutItsKey() {
        LiveOptions options;
        options.source = "helius";
        fails(probeFeed(options), ProbeStage::Options, ErrorCode::Unauthorized);
    }
    void aHostThatDoesNotExist() {
        // What a resolver says of it depends on the machine; it ends at this step with any.
        const auto steps = probeFeed(optionsFor("wss://cabalscope.invalid", std::chrono::milliseconds(2'000)));
        QCOMPARE(steps.size(), std::size_t{1});
        QVERIFY(steps.back().stage == ProbeStage::Dns);
        const ErrorCode error = *steps.back().error;
        QVERIFY2(error == ErrorCode::Refused || error == ErrorCode::Network || error == ErrorCode::Timeout,
                 steps.back().text.c_str());
    }
    void aPortThatNobodyListensOn() {
        std::string url;
        {
            const ScriptedServer gone({});
            url = gone.wsUrl();
        }
        fails(probeFeed(optionsFor(url)), ProbeStage::Tcp, ErrorCode::Refused);
    }
    void aCertificateThatNobodyTrusts() {
        const ScriptedServer server({.websocket = talk, .tls = TlsIdentity{"IP:127.0.0.1"}});
        fails(probeFeed(optionsFor(server.wsUrl())), ProbeStage::Tls, ErrorCode::Untrusted);
    }
    void aCertificateOfAnotherHost() {
        const ScriptedServer server({.websocket = talk, .tls = TlsIdentity{"DNS:elsewhere.example"}});
        trust(server.certificate());
        fails(probeFeed(optionsFor(server.wsUrl())), ProbeStage::Tls, ErrorCode::Untrusted);
    }
    void aPortWithoutEncryption() {
        const ScriptedServer server({.websocket = talk});
        fails(probeFeed(optionsFor("wss://127.0.0.1:" + std::to_string(server.port()))), ProbeStage::Tls,
              ErrorCode::Network);
    }
    void answersToTheHandshake_data() {
        QTest::addColumn<unsigned>("status");
        QTest::addColumn<ErrorCode>("error");
        QTest::newRow("no key") << 401U << ErrorCode::Unauthorized;
        QTest::newRow("key refused") << 403U << ErrorCode::Unauthorized;
        QTest::newRow("too many") << 429U << ErrorCode::RateLimited;
        QTest::newRow("overloaded") << 503U << ErrorCode::RateLimited;
        QTest::newRow("no such path") << 404U << ErrorCode::Network;
    }
    void answersToTheHandshake() {
        QFETCH(unsigned, status);
        QFETCH(ErrorCode, error);
        const ScriptedServer server({.refuseUpgradeWith = status});
        const auto steps = probeFeed(optionsFor(server.wsUrl()));
        fails(steps, ProbeStage::Handshake, error);
        QVERIFY(steps.back().text.find(std::to_string(status)) != std::string::npos);
    }
    void aServerThatTakesTheConnectionAndSaysNothing() {
        const ScriptedServer server({.stallBeforeReading = true});
        fails(probeFeed(optionsFor(server.wsUrl(), kSilence)), ProbeStage::Handshake, ErrorCode::Timeout);
    }
    void aSubscriptionThatIsRefused() {
        const ScriptedServer server({.websocket = [](WsPeer& peer, std::size_t) {
            if (!peer.read()) return;
            peer.send(R"({"jsonrpc":"2.0","id":1,"error":{"code":-32601,"message":"not in your plan"}})");
            peer.drain();
        }});
        const auto steps = probeFeed(optionsFor(server.wsUrl()));
        fails(steps, ProbeStage::Subscription, ErrorCode::Remote);
        QVERIFY(steps.back().text.find("not in your plan") != std::string::npos);
    }
    void aSubscriptionThatIsNotAnswered() {
        const ScriptedServer server({.websocket = [](WsPeer& peer, std::size_t) { peer.drain(); }});
        fails(probeFeed(optionsFor(server.wsUrl(), kSilence)), ProbeStage::Subscription, ErrorCode::Timeout);
    }
    void aFeedThatIsConnectedAndSilent() {
        const ScriptedServer server({.websocket = [](WsPeer& peer, std::size_t) {
            const auto request = peer.read();
            if (!request) return;
            peer.send(FakeChain::ack(*request, 5));
            peer.drain();
        }});
        fails(probeFeed(optionsFor(server.wsUrl(), kSilence)), ProbeStage::FirstMessage, ErrorCode::Timeout);
    }
    void aServerThatHangsUp() {
        const ScriptedServer server({.websocket = [](WsPeer& peer, std::size_t) {
            const auto request = peer.read();
            if (request) peer.send(FakeChain::ack(*request, 5));
            peer.close();
        }});
        fails(probeFeed(optionsFor(server.wsUrl())), ProbeStage::FirstMessage, ErrorCode::Network);
    }
    void newsThatOvertakeTheAnswerCount() {
        const ScriptedServer server({.websocket = [](WsPeer& peer, std::size_t) {
            if (!peer.read()) return;
            FakeChain chain;
            peer.send(FakeChain::notification(5, chain.add(100, {})));
            peer.drain();
        }});
        const auto steps = probeFeed(optionsFor(server.wsUrl()));
        QVERIFY2(steps.back().ok && steps.back().stage == ProbeStage::FirstMessage, steps.back().text.c_str());
    }

    void endsWhereItIsStopped_data() {
        QTest::addColumn<ProbeStage>("stage");
        QTest::newRow("handshake") << ProbeStage::Handshake;
        QTest::newRow("first message") << ProbeStage::FirstMessage;
    }
    void endsWhereItIsStopped() {
        QFETCH(ProbeStage, stage);
        const ScriptedServer server({.websocket = [](WsPeer& peer, std::size_t) {
            const auto request = peer.read();
            if (!request) return;
            peer.send(FakeChain::ack(*request, 5));
            peer.drain();
        }});
        std::stop_source stop;
        ProbeWatch watch;
        watch.begun = [&](ProbeStage begun) {
            if (begun == stage) stop.request_stop();
        };
        std::vector<ProbeStep> heard;
        watch.ended = [&](const ProbeStep& step) { heard.push_back(step); };
        fails(probeFeed(optionsFor(server.wsUrl()), stop.get_token(), watch), stage, ErrorCode::Cancelled);
        fails(heard, stage, ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(TestProbe)
#include "test_probe.moc"
