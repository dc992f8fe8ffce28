// SPDX-License-Identifier: GPL-3.0-or-later
// moc does not parse the C++20 headers that these include.
#ifndef Q_MOC_RUN
#include "core/base/base64.h"
#include "core/sim/server.h"

#include <boost/asio/connect.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

#include <nlohmann/json.hpp>
#endif

#include <QtTest>

#include <algorithm>
#include <chrono>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace core::sim;
using nlohmann::json;
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using tcp = asio::ip::tcp;

namespace {

const std::string kPump = "6EF8rrecthR5Dkzon8Nwu78hRvfCKubJ14M5uBEwF6P";
const std::string kPumpSwap = "pAMMBay6oceH9fJKBRHGP5D4bD4sWpmSwMn52FMfXEA";
constexpr std::int64_t kSecond = 1'000'000'000;
constexpr auto kDeadline = std::chrono::seconds(20);

std::int64_t nowNs() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

// Every wait of a client runs its own context until the operation ends or the deadline passes.
class Client {
public:
    explicit Client(std::uint16_t port) : m_stream(m_io) {
        m_stream.expires_after(kDeadline);
        boost::system::error_code error;
        m_stream.async_connect(tcp::endpoint{asio::ip::address_v4::loopback(), port},
                               [&](boost::system::error_code result) { error = result; });
        run();
        if (error) throw boost::system::system_error(error);
    }

    http::response<http::string_body> request(http::verb verb, const std::string& target, const std::string& body) {
        http::request<http::string_body> request{verb, target, 11};
        request.set(http::field::host, "127.0.0.1");
        request.set(http::field::content_type, "application/json");
        request.body() = body;
        request.prepare_payload();
        http::response_parser<http::string_body> parser;
        parser.body_limit(64U << 20U);
        boost::system::error_code error;
        m_stream.expires_after(kDeadline);
        http::async_write(m_stream, request, [&](boost::system::error_code sent, std::size_t) {
            if (sent) {
                error = sent;
                return;
            }
            http::async_read(m_stream, m_buffer, parser,
                             [&](boost::system::error_code got, std::size_t) { error = got; });
        });
        run();
        if (error) throw boost::system::system_error(error);
        return parser.release();
    }
    http::response<http::string_body> post(const std::string& body) { return request(http::verb::post, "/", body); }
    json call(const std::string& method, const json& params) {
        return json::parse(
            post(json{{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", params}}.dump()).body());
    }

private:
    void run() {
        m_io.restart();
        m_io.run();
    }

    asio::io_context m_io;
    beast::tcp_stream m_stream;
    beast::flat_buffer m_buffer;
};

class Feed {
public:
    explicit Feed(std::uint16_t port) : m_stream(m_io) {
        arm();
        boost::system::error_code error;
        beast::get_lowest_layer(m_stream).async_connect(
            tcp::endpoint{asio::ip::address_v4::loopback(), port}, [&](boost::system::error_code connected) {
                error = connected;
                if (connected) return;
                m_stream.async_handshake("127.0.0.1", "/",
                                         [&](boost::system::error_code shaken) { error = shaken; });
            });
        run();
        if (error) throw boost::system::system_error(error);
    }

    void send(const std::string& text) {
        arm();
        boost::system::error_code error;
        m_stream.async_write(asio::buffer(text),
                             [&](boost::system::error_code sent, std::size_t) { error = sent; });
        run();
        if (error) throw boost::system::system_error(error);
    }
    // The next message; throws when the server is gone or silent past the deadline.
    json receive() {
        arm();
        beast::flat_buffer buffer;
        boost::system::error_code error;
        m_stream.async_read(buffer, [&](boost::system::error_code got, std::size_t) { error = got; });
        run();
        if (error) throw boost::system::system_error(error);
        return json::parse(beast::buffers_to_string(buffer.data()));
    }
    json call(const std::string& method, const json& params) {
        send(json{{"jsonrpc", "2.0"}, {"id", ++m_id}, {"method", method}, {"params", params}}.dump());
        for (;;) {
            json message = receive();
            if (message.contains("id")) return message;
        }
    }
    bool pingIsAnswered() {
        bool pong = false;
        m_stream.control_callback([&](websocket::frame_type kind, beast::string_view payload) {
            if (kind == websocket::frame_type::pong && payload == "mark") pong = true;
        });
        arm();
        boost::system::error_code error;
        m_stream.async_ping("mark", [&](boost::system::error_code sent) { error = sent; });
        run();
        // Control frames are handled inside a read; the reply after the pong ends the wait.
        call("nothing", json::array());
        m_stream.control_callback();
        return pong && !error;
    }

private:
    void arm() { beast::get_lowest_layer(m_stream).expires_after(kDeadline); }
    void run() {
        m_io.restart();
        m_io.run();
    }

    asio::io_context m_io;
    websocket::stream<beast::tcp_stream> m_stream;
    int m_id = 0;
};

ServerOptions steady(double rate, std::uint64_t seconds) {
    ServerOptions options;
    options.market.scenario = "steady";
    options.market.tradesPerSecond = rate;
    options.market.durationSeconds = seconds;
    return options;
}
// A market whose end is already behind: everything is history.
ServerOptions finished() {
    ServerOptions options = steady(20, 20);
    options.epochNs = nowNs() - 60 * kSecond;
    return options;
}

std::vector<SimTransaction> all(const MarketOptions& options) {
    auto market = Market::create(options);
    std::vector<SimTransaction> out;
    while (auto transaction = (*market)->next()) out.push_back(std::move(*transaction));
    return out;
}

json signaturesOf(Client& client, const std::string& account, std::size_t page) {
    json every = json::array();
    json options{{"limit", page}};
    for (;;) {
        const json got = client.call("getSignaturesForAddress", {account, options})["result"];
        for (const auto& one : got) every.push_back(one);
        if (got.size() < page) return every;
        options["before"] = got.back()["signature"];
    }
}

// The parameters of a logsSubscribe that asks for these accounts.
json mentions(const std::vector<std::string>& accounts) {
    json filter = json::object();
    filter["mentions"] = accounts;
    return json::array({filter});
}
json only(const json& value) {
    return json::array({value});
}

int errorOf(const json& reply) {
    return reply.contains("error") ? reply["error"]["code"].get<int>() : 0;
}

}  // namespace

class SimServerTest : public QObject {
    Q_OBJECT
private slots:
    void refusesForeignAddressesAndTakenPorts();
    void notifiesWhatGetTransactionGives();
    void subscribesAndUnsubscribes();
    void refusesWhatANodeRefuses();
    void answersPings();
    void tellsSlots();
    void pagesThroughSignatures();
    void untilIsExclusive();
    void knowsNothingOfTheFuture();
    void answersTheSmallMethods();
    void givesABlocksSignatures();
    void showsCurveAccounts();
    void answersBatches();
    void survivesGarbage();
    void limitsTheRate();
    void disconnectsEveryone();
    void disconnectsAfterSoManyNotifications();
    void restartsWithTheSameHistory();
};

void SimServerTest::refusesForeignAddressesAndTakenPorts() {
    ServerOptions options = finished();
    for (const char* host : {"0.0.0.0", "192.168.1.1", "example.com", "", "::"}) {
        options.host = host;
        const auto refused = Server::start(options);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, core::ErrorCode::BadValue);
    }
    options.host = "127.0.0.1";
    auto first = Server::start(options);
    QVERIFY(first.has_value());
    options.port = (*first)->port();
    const auto second = Server::start(options);
    QVERIFY(!second);
    QCOMPARE(second.error().code, core::ErrorCode::Network);
    options.port = 0;
    options.market.scenario = "nonsense";
    QCOMPARE(Server::start(options).error().code, core::ErrorCode::NotFound);
}

void SimServerTest::notifiesWhatGetTransactionGives() {
    auto server = Server::start(steady(200, 600));
    Feed feed{(*server)->port()};
    const json subscription =
        feed.call("logsSubscribe", {{{"mentions", {kPump}}}, {{"commitment", "confirmed"}}})["result"];
    Client client{(*server)->port()};
    for (int i = 0; i < 25; ++i) {
        const json message = feed.receive();
        QCOMPARE(message["method"].get<std::string>(), std::string{"logsNotification"});
        QCOMPARE(message["params"]["subscription"], subscription);
        const json& result = message["params"]["result"];
        const json transaction =
            client.call("getTransaction", {result["value"]["signature"], {{"encoding", "json"}}})["result"];
        QCOMPARE(transaction["slot"], result["context"]["slot"]);
        QCOMPARE(transaction["meta"]["logMessages"], result["value"]["logs"]);
        QCOMPARE(transaction["meta"]["err"], result["value"]["err"]);
        QCOMPARE(transaction["transaction"]["signatures"][0], result["value"]["signature"]);
    }
}

void SimServerTest::subscribesAndUnsubscribes() {
    auto server = Server::start(steady(200, 600));
    Feed feed{(*server)->port()};
    const json everything = feed.call("logsSubscribe", json::array({"all"}))["result"];
    const json pump = feed.call("logsSubscribe", mentions({kPump}))["result"];
    const json swaps = feed.call("logsSubscribe", mentions({kPumpSwap}))["result"];
    QVERIFY(everything != pump && pump != swaps);
    std::map<json, int> seen;
    while (seen[everything] < 10 || seen[pump] < 10) ++seen[feed.receive()["params"]["subscription"]];
    QCOMPARE(seen[swaps], 0);
    QCOMPARE(feed.call("logsUnsubscribe", only(everything))["result"].get<bool>(), true);
    for (int i = 0; i < 10; ++i) QCOMPARE(feed.receive()["params"]["subscription"], pump);
    QCOMPARE(errorOf(feed.call("logsUnsubscribe", only(everything))), -32602);
    // Another connection has its own subscriptions.
    Feed other{(*server)->port()};
    QCOMPARE(errorOf(other.call("logsUnsubscribe", only(pump))), -32602);
}

void SimServerTest::refusesWhatANodeRefuses() {
    auto server = Server::start(finished());
    Feed feed{(*server)->port()};
    QCOMPARE(errorOf(feed.call("logsSubscribe", mentions({kPump, kPumpSwap}))), -32602);
    QCOMPARE(errorOf(feed.call("logsSubscribe", mentions({}))), -32602);
    QCOMPARE(errorOf(feed.call("logsSubscribe", mentions({"not a key"}))), -32602);
    QCOMPARE(errorOf(feed.call("logsSubscribe", json::array({"some"}))), -32602);
    QCOMPARE(errorOf(feed.call("logsSubscribe", json::array())), -32602);
    QCOMPARE(errorOf(feed.call("accountSubscribe", json::array())), -32601);
    QCOMPARE(errorOf(feed.call("blockSubscribe", json::array())), -32602);
    QCOMPARE(errorOf(feed.call("transactionSubscribe", json::array({json::object()}))), -32602);
    feed.send("{nothing");
    QCOMPARE(errorOf(feed.receive()), -32700);
    feed.send("[1,2]");
    QCOMPARE(errorOf(feed.receive()), -32600);
    feed.send(R"({"jsonrpc":"1.0","id":5,"method":"slotSubscribe"})");
    const json old = feed.receive();
    QCOMPARE(errorOf(old), -32600);
    QCOMPARE(old["id"].get<int>(), 5);
}

void SimServerTest::answersPings() {
    auto server = Server::start(finished());
    Feed feed{(*server)->port()};
    QVERIFY(feed.pingIsAnswered());
}

void SimServerTest::tellsSlots() {
    auto server = Server::start(finished());
    Feed feed{(*server)->port()};
    const json id = feed.call("slotSubscribe", json::array())["result"];
    std::uint64_t last = 0;
    for (int i = 0; i < 3; ++i) {
        const json message = feed.receive();
        QCOMPARE(message["method"].get<std::string>(), std::string{"slotNotification"});
        QCOMPARE(message["params"]["subscription"], id);
        const auto slot = message["params"]["result"]["slot"].get<std::uint64_t>();
        QVERIFY(slot > last);
        last = slot;
    }
    QCOMPARE(feed.call("slotUnsubscribe", only(id))["result"].get<bool>(), true);
}

void SimServerTest::pagesThroughSignatures() {
    const ServerOptions options = finished();
    auto server = Server::start(options);
    Client client{(*server)->port()};
    const auto transactions = all(options.market);
    const json every = signaturesOf(client, kPump, 37);
    QCOMPARE(every.size(), transactions.size());
    for (std::size_t i = 0; i < every.size(); ++i) {
        const SimTransaction& expected = transactions[transactions.size() - 1 - i];
        QCOMPARE(every[i]["signature"].get<std::string>(), expected.signature);
        QCOMPARE(every[i]["slot"].get<std::uint64_t>(), expected.slot);
        QCOMPARE(every[i]["blockTime"].get<std::int64_t>(), expected.blockTime);
        QCOMPARE(every[i]["err"], json::parse(expected.logsNotificationValue)["err"]);
        QCOMPARE(every[i]["err"].is_null(), !expected.failed);
    }
    for (const std::size_t at : {std::size_t{0}, transactions.size() / 2, transactions.size() - 1})
        QCOMPARE(client.call("getTransaction", only(transactions[at].signature))["result"],
                 json::parse(transactions[at].transactionJson));
    QVERIFY((*server)->marketOver());
    QCOMPARE((*server)->tradesSoFar(), std::uint64_t{400});
}

void SimServerTest::untilIsExclusive() {
    const ServerOptions options = finished();
    auto server = Server::start(options);
    Client client{(*server)->port()};
    const json every = client.call("getSignaturesForAddress", only(kPump))["result"];
    const json some =
        client.call("getSignaturesForAddress",
                    {kPump, {{"before", every[10]["signature"]}, {"until", every[20]["signature"]}}})["result"];
    QCOMPARE(some.size(), std::size_t{9});
    QCOMPARE(some.front(), every[11]);
    QCOMPARE(some.back(), every[19]);
    QCOMPARE(client.call("getSignaturesForAddress", only(kPumpSwap))["result"].size(), std::size_t{0});
    QCOMPARE(errorOf(client.call("getSignaturesForAddress", {kPump, {{"limit", 1001}}})), -32602);
    QCOMPARE(errorOf(client.call("getSignaturesForAddress", only("??"))), -32602);
}

void SimServerTest::knowsNothingOfTheFuture() {
    ServerOptions options = steady(20, 3600);
    options.epochNs = nowNs() - 10 * kSecond;
    auto server = Server::start(options);
    Client client{(*server)->port()};
    const auto transactions = all(options.market);
    QVERIFY(client.call("getTransaction", only(transactions.front().signature))["result"].is_object());
    QVERIFY(client.call("getTransaction", only(transactions.back().signature))["result"].is_null());
    QVERIFY(!(*server)->marketOver());
    const auto soFar = client.call("getSignaturesForAddress", only(kPump))["result"];
    QVERIFY(soFar.size() >= 200 && soFar.size() < transactions.size());
    // A market that has not begun has no history at all.
    options.epochNs = nowNs() + 3600 * kSecond;
    auto early = Server::start(options);
    QCOMPARE((*early)->transactionsSoFar(), std::uint64_t{0});
}

void SimServerTest::answersTheSmallMethods() {
    const ServerOptions options = finished();
    auto server = Server::start(options);
    Client client{(*server)->port()};
    QCOMPARE(client.call("getHealth", json::array())["result"].get<std::string>(), std::string{"ok"});
    QVERIFY(client.call("getVersion", json::array())["result"].contains("solana-core"));
    const auto slot = client.call("getSlot", json::array())["result"].get<std::uint64_t>();
    QVERIFY(slot >= options.market.startSlot + 150);
    QCOMPARE(client.call("getBlockTime", only(options.market.startSlot + 10))["result"].get<std::int64_t>(),
             options.market.startTime + 4);
    QCOMPARE(errorOf(client.call("getBlockTime", only(options.market.startSlot + 100'000'000))), -32004);
    QCOMPARE(errorOf(client.call("getBlock", json::array({1}))), -32007);
    QCOMPARE(errorOf(client.call("getTransaction", only("short"))), -32602);
    QCOMPARE(client.request(http::verb::get, "/health", "").body(), std::string{"ok"});
    const json stats = client.call("sim_stats", json::array())["result"];
    QCOMPARE(stats["trades"].get<std::uint64_t>(), std::uint64_t{400});
    QCOMPARE(stats["over"].get<bool>(), true);
    QCOMPARE(stats["epoch_ns"].get<std::int64_t>(), *options.epochNs);
}

void SimServerTest::givesABlocksSignatures() {
    const ServerOptions options = finished();
    auto server = Server::start(options);
    Client client{(*server)->port()};
    const auto transactions = all(options.market);
    const std::uint64_t slot = transactions.front().slot;
    const auto block = [&](const char* details) {
        return client.call("getBlock", {slot, {{"transactionDetails", details}}});
    };
    const json order = block("signatures")["result"];
    const json whole = block("full")["result"];
    QVERIFY(!order.contains("transactions"));
    QCOMPARE(order["blockTime"], whole["blockTime"]);
    json expected = json::array();
    for (const json& each : whole["transactions"]) expected.push_back(each["transaction"]["signatures"][0]);
    QCOMPARE(order["signatures"], expected);
    for (const auto& each : transactions)
        if (each.slot == slot) QCOMPARE(order["signatures"][each.txIndex].get<std::string>(), each.signature);
    QCOMPARE(errorOf(block("accounts")), -32602);
}

void SimServerTest::showsCurveAccounts() {
    const ServerOptions options = finished();
    auto server = Server::start(options);
    Client client{(*server)->port()};
    // Account 2 of the create instruction is the bonding curve.
    const json create = json::parse(all(options.market).front().transactionJson);
    const json& message = create["transaction"]["message"];
    const auto index = message["instructions"][2]["accounts"][2].get<std::size_t>();
    const json curve = message["accountKeys"][index];
    const json value =
        client.call("getMultipleAccounts", {{curve, kPump}, {{"encoding", "base64"}}})["result"]["value"];
    QCOMPARE(value.size(), std::size_t{2});
    QVERIFY(value[1].is_null());
    QCOMPARE(value[0]["owner"].get<std::string>(), kPump);
    const auto data = core::base64Decode(value[0]["data"][0].get<std::string>());
    QVERIFY(data.has_value());
    QCOMPARE(data->size(), std::size_t{151});
    QCOMPARE(static_cast<int>((*data)[0]), 0x17);
    QCOMPARE(static_cast<int>((*data)[7]), 0x60);
}

void SimServerTest::answersBatches() {
    auto server = Server::start(finished());
    Client client{(*server)->port()};
    const json replies = json::parse(client
                                         .post(R"([{"jsonrpc":"2.0","id":"a","method":"getHealth"},
        {"jsonrpc":"2.0","id":7,"method":"nothing"}, 5])")
                                         .body());
    QCOMPARE(replies.size(), std::size_t{3});
    QCOMPARE(replies[0]["result"].get<std::string>(), std::string{"ok"});
    QCOMPARE(replies[0]["id"].get<std::string>(), std::string{"a"});
    QCOMPARE(errorOf(replies[1]), -32601);
    QCOMPARE(errorOf(replies[2]), -32600);
    QCOMPARE(errorOf(json::parse(client.post("[]").body())), -32600);
}

void SimServerTest::survivesGarbage() {
    auto server = Server::start(finished());
    Client client{(*server)->port()};
    for (const char* body : {"", "{", "\xff\xfe", "nul", "{\"a\":1}{"})
        QCOMPARE(errorOf(json::parse(client.post(body).body())), -32700);
    QCOMPARE(errorOf(json::parse(client.post(std::string(200'000, '[')).body())), -32700);
    QCOMPARE(errorOf(json::parse(client.post(R"({"method":5})").body())), -32600);
    QCOMPARE(errorOf(json::parse(client.post(R"({"jsonrpc":"2.0","id":{},"method":"getSlot"})").body())), -32600);
    QCOMPARE(errorOf(client.call("getSignaturesForAddress", json::object())), -32602);
    QCOMPARE(errorOf(client.call("getMultipleAccounts", only(json::array({5})))), -32602);
    QCOMPARE(client.request(http::verb::put, "/", "x").result(), http::status::method_not_allowed);
    Client large{(*server)->port()};
    int status = 0;
    try {
        status = static_cast<int>(large.post(std::string((1U << 20U) + 1, ' ')).result_int());
    } catch (const boost::system::system_error&) {
        status = 413;  // the server may close before all of the body is sent
    }
    QCOMPARE(status, 413);
    QCOMPARE(Client{(*server)->port()}.call("getHealth", json::array())["result"].get<std::string>(),
             std::string{"ok"});
}

void SimServerTest::limitsTheRate() {
    ServerOptions options = finished();
    options.httpRequestsPerSecond = 2;
    auto server = Server::start(options);
    Client client{(*server)->port()};
    const std::string body = R"({"jsonrpc":"2.0","id":1,"method":"getHealth"})";
    int limited = 0;
    for (int i = 0; i < 20; ++i) {
        const auto response = client.post(body);
        if (response.result() != http::status::too_many_requests) continue;
        ++limited;
        QVERIFY(!response[http::field::retry_after].empty());
    }
    QVERIFY(limited > 0);
    QCOMPARE(client.post(R"({"jsonrpc":"2.0","id":1,"method":"sim_stats"})").result(), http::status::ok);
}

void SimServerTest::disconnectsEveryone() {
    auto server = Server::start(finished());
    Feed first{(*server)->port()};
    Feed second{(*server)->port()};
    first.call("slotUnsubscribe", json::array({1}));
    second.call("slotUnsubscribe", json::array({1}));
    (*server)->disconnectAll();
    QVERIFY_EXCEPTION_THROWN(first.receive(), boost::system::system_error);
    QVERIFY_EXCEPTION_THROWN(second.receive(), boost::system::system_error);
    Feed third{(*server)->port()};
    Client client{(*server)->port()};
    QCOMPARE(client.call("sim_disconnect", json::array())["result"].get<bool>(), true);
    QVERIFY_EXCEPTION_THROWN(third.receive(), boost::system::system_error);
    QCOMPARE(Client{(*server)->port()}.call("getHealth", json::array())["result"].get<std::string>(),
             std::string{"ok"});
}

void SimServerTest::disconnectsAfterSoManyNotifications() {
    ServerOptions options = steady(200, 600);
    options.disconnectEvery = 12;
    auto server = Server::start(options);
    for (int round = 0; round < 2; ++round) {
        Feed feed{(*server)->port()};
        feed.send(R"({"jsonrpc":"2.0","id":1,"method":"logsSubscribe","params":["all"]})");
        int notifications = 0;
        bool closed = false;
        while (!closed) {
            try {
                notifications += feed.receive().contains("method") ? 1 : 0;
            } catch (const boost::system::system_error&) {
                closed = true;
            }
        }
        QCOMPARE(notifications, 12);
    }
}

void SimServerTest::restartsWithTheSameHistory() {
    ServerOptions options = steady(50, 3600);
    options.market.scenario = "launch-hour";
    options.epochNs = nowNs() - 30 * kSecond;
    std::uint64_t tradesBefore = 0;
    json before;
    {
        auto server = Server::start(options);
        Client client{(*server)->port()};
        before = signaturesOf(client, kPump, 500);
        tradesBefore = (*server)->tradesSoFar();
        (*server)->stop();
    }
    QVERIFY(before.size() > 500);
    QVERIFY(tradesBefore > 0);
    auto server = Server::start(options);
    Client client{(*server)->port()};
    const json after = signaturesOf(client, kPump, 500);
    QVERIFY(after.size() >= before.size());
    const auto newer = static_cast<std::ptrdiff_t>(after.size() - before.size());
    QVERIFY(std::equal(before.begin(), before.end(), after.begin() + newer));
    QVERIFY((*server)->tradesSoFar() >= tradesBefore);
}

QTEST_APPLESS_MAIN(SimServerTest)
#include "sim_server_test.moc"
