// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/source/rpc_client.h"
#include "tests/support/scripted_server.h"

#include <nlohmann/json.hpp>

#include <mutex>
#include <thread>
#endif

#include <QTest>

using core::ErrorCode;
using core::source::RpcClient;
using core::source::RpcOptions;
using nlohmann::json;
using test::HttpAnswer;
using test::HttpAsked;
using test::ScriptedServer;

namespace {

/// What the server was asked, and when.
class Asked {
public:
    std::size_t note(const HttpAsked& asked) {
        const std::scoped_lock lock(m_mutex);
        m_asked.push_back(asked);
        m_times.push_back(std::chrono::steady_clock::now());
        return m_asked.size() - 1;
    }
    std::vector<HttpAsked> all() const {
        const std::scoped_lock lock(m_mutex);
        return m_asked;
    }
    std::chrono::steady_clock::duration between(std::size_t a, std::size_t b) const {
        const std::scoped_lock lock(m_mutex);
        return m_times.at(b) - m_times.at(a);
    }

private:
    mutable std::mutex m_mutex;
    std::vector<HttpAsked> m_asked;
    std::vector<std::chrono::steady_clock::time_point> m_times;
};

HttpAnswer good(const HttpAsked& asked) {
    HttpAnswer out;
    out.body = json{{"jsonrpc", "2.0"}, {"id", json::parse(asked.body)["id"]}, {"result", 42}}.dump();
    return out;
}

HttpAnswer failure(const HttpAsked& asked, int code) {
    HttpAnswer out;
    out.body = json{{"jsonrpc", "2.0"},
                    {"id", json::parse(asked.body)["id"]},
                    {"error", {{"code", code}, {"message", "why"}}}}
                   .dump();
    return out;
}

HttpAnswer status(unsigned number) {
    HttpAnswer out;
    out.status = number;
    return out;
}

RpcOptions quick(const ScriptedServer& server) {
    RpcOptions options;
    options.url = server.httpUrl() + "/rpc?token=secret";
    options.requestsPerSecond = 1000;
    options.backoffFirst = std::chrono::milliseconds(1);
    options.backoffMax = std::chrono::milliseconds(4);
    options.tries = 3;
    options.jitterSeed = 1;
    return options;
}

}  // namespace

class TestRpcClient : public QObject {
    Q_OBJECT
    core::SystemClock m_clock;

private slots:
    void reusesOneConnection() {
        Asked asked;
        ScriptedServer server({.http = [&](const HttpAsked& each) {
            asked.note(each);
            return good(each);
        }});
        auto client = *RpcClient::create(quick(server), m_clock);
        for (int i = 0; i < 3; ++i) {
            auto answer = client->call("getSlot", "[{\"commitment\":\"confirmed\"}]");
            QVERIFY2(answer, answer ? "" : answer.error().message().c_str());
            QCOMPARE(json::parse(*answer)["result"].get<int>(), 42);
        }
        const auto all = asked.all();
        QCOMPARE(all.size(), std::size_t{3});
        for (const auto& each : all) QCOMPARE(each.connection, std::size_t{0});
        QCOMPARE(all[0].target, std::string("/rpc?token=secret"));
        QCOMPARE(
            all[0].body,
            std::string(R"({"jsonrpc":"2.0","id":1,"method":"getSlot","params":[{"commitment":"confirmed"}]})"));
    }
    void opensANewConnectionWhenTheServerClosed() {
        Asked asked;
        ScriptedServer server({.http = [&](const HttpAsked& each) {
            asked.note(each);
            auto out = good(each);
            out.keepAlive = false;
            return out;
        }});
        auto client = *RpcClient::create(quick(server), m_clock);
        QVERIFY(client->call("getSlot", "[]"));
        QVERIFY(client->call("getSlot", "[]"));
        QCOMPARE(asked.all()[1].connection, std::size_t{1});
    }
    void obeysRetryAfter() {
        Asked asked;
        ScriptedServer server({.http = [&](const HttpAsked& each) {
            if (asked.note(each) != 0) return good(each);
            auto out = status(429);
            out.headers = {{"Retry-After", "1"}};
            return out;
        }});
        auto client = *RpcClient::create(quick(server), m_clock);
        QVERIFY(client->call("getSlot", "[]"));
        QCOMPARE(asked.all().size(), std::size_t{2});
        QVERIFY(asked.between(0, 1) >= std::chrono::seconds(1));
    }
    void retriesPassingTrouble_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::newRow("429") << 429 << 0;
        QTest::newRow("503") << 503 << 0;
        QTest::newRow("502") << 502 << 0;
        QTest::newRow("node unhealthy") << 200 << -32005;
        QTest::newRow("internal") << 200 << -32603;
        QTest::newRow("block not available") << 200 << -32004;
    }
    void retriesPassingTrouble() {
        QFETCH(int, status);
        QFETCH(int, code);
        Asked asked;
        ScriptedServer server({.http = [&](const HttpAsked& each) {
            if (asked.note(each) == 2) return good(each);
            auto out = code == 0 ? HttpAnswer{} : failure(each, code);
            out.status = static_cast<unsigned>(status);
            return out;
        }});
        auto client = *RpcClient::create(quick(server), m_clock);
        QVERIFY(client->call("getSlot", "[]"));
        QCOMPARE(asked.all().size(), std::size_t{3});
    }
    void givesUp_data() {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("requests");
        QTest::addColumn<int>("expected");
        QTest::newRow("401") << 401 << 0 << 1 << int(ErrorCode::Unauthorized);
        QTest::newRow("403") << 403 << 0 << 1 << int(ErrorCode::Unauthorized);
        QTest::newRow("404") << 404 << 0 << 1 << int(ErrorCode::Remote);
        QTest::newRow("429 for ever") << 429 << 0 << 3 << int(ErrorCode::RateLimited);
        QTest::newRow("unhealthy for ever") << 200 << -32005 << 3 << int(ErrorCode::RateLimited);
        QTest::newRow("bad parameters") << 200 << -32602 << 1 << int(ErrorCode::Remote);
        QTest::newRow("no JSON") << 200 << 0 << 3 << int(ErrorCode::BadJson);
    }
    void givesUp() {
        QFETCH(int, status);
        QFETCH(int, code);
        QFETCH(int, requests);
        QFETCH(int, expected);
        Asked asked;
        ScriptedServer server({.http = [&](const HttpAsked& each) {
            asked.note(each);
            auto out = code == 0 ? HttpAnswer{} : failure(each, code);
            out.status = static_cast<unsigned>(status);
            return out;
        }});
        auto client = *RpcClient::create(quick(server), m_clock);
        auto answer = client->call("getSlot", "[]");
        QVERIFY(!answer);
        QCOMPARE(int(answer.error().code), expected);
        QCOMPARE(int(asked.all().size()), requests);
        QVERIFY(answer.error().context.find("secret") == std::string::npos);
    }
    void refusesAnAnswerToAnotherRequest() {
        ScriptedServer server({.http = [](const HttpAsked&) {
            HttpAnswer out;
            out.body = "{\"id\":77,\"result\":1}";
            return out;
        }});
        auto client = *RpcClient::create(quick(server), m_clock);
        QCOMPARE(client->call("getSlot", "[]").error().code, ErrorCode::BadShape);
    }
    void refusesAnOversizeAnswer() {
        ScriptedServer server({.http = [](const HttpAsked&) {
            HttpAnswer out;
            out.body = std::string(5000, ' ');
            return out;
        }});
        auto options = quick(server);
        options.maxResponseBytes = 4096;
        auto client = *RpcClient::create(options, m_clock);
        QCOMPARE(client->call("getSlot", "[]").error().code, ErrorCode::TooLarge);
    }
    void timesOut() {
        ScriptedServer server({.http = [](const HttpAsked&) {
            HttpAnswer out;
            out.stall = true;
            return out;
        }});
        auto options = quick(server);
        options.stepTimeout = std::chrono::milliseconds(50);
        auto client = *RpcClient::create(options, m_clock);
        QCOMPARE(client->call("getSlot", "[]").error().code, ErrorCode::Timeout);
    }
    void tellsAClosedPort() {
        std::string url;
        {
            ScriptedServer server({});
            url = server.httpUrl();
        }
        RpcOptions options;
        options.url = url;
        options.tries = 1;
        auto client = *RpcClient::create(options, m_clock);
        QCOMPARE(client->call("getSlot", "[]").error().code, ErrorCode::Refused);
    }
    void stopsInTheMiddleAndWorksAgain() {
        std::atomic<bool> stall{true};
        std::atomic<int> asked{0};
        ScriptedServer server({.http = [&](const HttpAsked& each) {
            ++asked;
            auto out = good(each);
            out.stall = stall;
            return out;
        }});
        auto client = *RpcClient::create(quick(server), m_clock);
        std::stop_source stop;
        std::thread stopper([&] {
            (void)server.waitConnections(1);
            stop.request_stop();
        });
        auto answer = client->call("getSlot", "[]", stop.get_token());
        stopper.join();
        QVERIFY(!answer);
        QCOMPARE(answer.error().code, ErrorCode::Cancelled);
        stall = false;
        QVERIFY(client->call("getSlot", "[]"));
    }
    void addsTheKeyOnlyOnTheWire() {
        Asked asked;
        ScriptedServer server({.http = [&](const HttpAsked& each) {
            asked.note(each);
            return status(401);
        }});
        RpcOptions options;
        options.url = server.httpUrl();
        options.apiKey = "k&y";
        auto client = *RpcClient::create(options, m_clock);
        auto answer = client->call("getSlot", "[]");
        QCOMPARE(asked.all()[0].target, std::string("/?api-key=k%26y"));
        QVERIFY(answer.error().context.find("k&y") == std::string::npos);
        QVERIFY(answer.error().context.find("api-key") == std::string::npos);

        options.url = "http://example.com";
        QCOMPARE(RpcClient::create(options, m_clock).error().code, ErrorCode::BadValue);
    }
    void keepsToItsRate() {
        Asked asked;
        ScriptedServer server({.http = [&](const HttpAsked& each) {
            asked.note(each);
            return good(each);
        }});
        auto options = quick(server);
        options.requestsPerSecond = 20;
        auto client = *RpcClient::create(options, m_clock);
        for (int i = 0; i < 25; ++i) QVERIFY(client->call("getSlot", "[]"));
        // Twenty at once, then one each 50 ms.
        QVERIFY(asked.between(0, 24) >= std::chrono::milliseconds(200));
    }
};

QTEST_APPLESS_MAIN(TestRpcClient)
#include "test_rpc_client.moc"
