// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/source/factory.h"
#include "core/source/rpc_client.h"
#include "tests/support/archive.h"
#include "tests/support/fake_chain.h"
#include "tests/support/recording_sink.h"
#include "tests/support/scripted_server.h"
#endif

#include <QTemporaryDir>
#include <QTest>

using core::ErrorCode;
using namespace core::source;
using test::FakeChain;
using test::HttpAsked;
using test::RecordingSink;
using test::ScriptedServer;
using test::TlsIdentity;
using test::WsPeer;

namespace {

ScriptedServer::Script script(const std::string& name, FakeChain& chain) {
    ScriptedServer::Script out;
    out.tls = TlsIdentity{name};
    out.http = [&chain](const HttpAsked& asked) { return chain.answer(asked); };
    out.websocket = [](WsPeer& peer, std::size_t) {
        for (std::uint64_t subscription = 1;; ++subscription) {
            const auto request = peer.read();
            if (!request) return;
            peer.send(FakeChain::ack(*request, subscription));
        }
    };
    return out;
}

LiveOptions optionsFor(const ScriptedServer& server) {
    LiveOptions options;
    options.wsUrl = server.wsUrl();
    options.backoffFirst = std::chrono::milliseconds(2);
    options.backoffMax = std::chrono::milliseconds(10);
    return options;
}

}  // namespace

class TestLiveTls : public QObject {
    Q_OBJECT
    core::SystemClock m_clock;
    QTemporaryDir m_dir;

    /// Makes the certificate the only one that the system store holds.
    void trust(const std::string& certificate) const {
        const std::string file = m_dir.path().toStdString() + "/trusted.pem";
        test::writeFile(file, certificate);
        qputenv("SSL_CERT_FILE", QByteArray::fromStdString(file));
        qputenv("SSL_CERT_DIR", m_dir.path().toLocal8Bit());
    }

private slots:
    void cleanup() {
        qunsetenv("SSL_CERT_FILE");
        qunsetenv("SSL_CERT_DIR");
    }
    void refusesAnUnknownCertificate() {
        FakeChain chain;
        ScriptedServer server(script("IP:127.0.0.1", chain));
        RecordingSink sink;
        auto source = *makeLiveSource(optionsFor(server), m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitStatus([](const auto& status) {
            return status.state == FeedState::Retrying &&
                   status.detail.find("certificate refused") != std::string::npos;
        }));
        source->stop();
        QVERIFY(sink.frames().empty());

        RpcOptions rpc;
        rpc.url = server.httpUrl();
        rpc.tries = 1;
        auto answer = (*RpcClient::create(rpc, m_clock))->call("getSlot", "[]");
        QVERIFY(!answer);
        QVERIFY(answer.error().context.find("certificate refused") != std::string::npos);
        QVERIFY(chain.listsAsked() == 0);
    }
    void refusesAnotherHostsCertificate() {
        FakeChain chain;
        ScriptedServer server(script("DNS:elsewhere.example", chain));
        trust(server.certificate());
        RecordingSink sink;
        auto source = *makeLiveSource(optionsFor(server), m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitStatus([](const auto& status) {
            return status.state == FeedState::Retrying && status.detail.find("TLS") != std::string::npos;
        }));
        source->stop();
        QVERIFY(sink.frames().empty());
    }
    void connectsToATrustedHost() {
        FakeChain chain;
        ScriptedServer server(script("IP:127.0.0.1", chain));
        trust(server.certificate());
        RecordingSink sink;
        auto source = *makeLiveSource(optionsFor(server), m_clock);
        source->start(sink.sink());
        QVERIFY(sink.waitState(FeedState::Connected));
        source->stop();

        RpcOptions rpc;
        rpc.url = server.httpUrl();
        auto answer = (*RpcClient::create(rpc, m_clock))->call("getSlot", "[]");
        QVERIFY2(answer, answer ? "" : answer.error().message().c_str());
    }
};

QTEST_APPLESS_MAIN(TestLiveTls)
#include "test_live_tls.moc"
