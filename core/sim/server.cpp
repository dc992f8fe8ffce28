// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/server.h"

#include "core/sim/capture_out.h"
#include "core/sim/history.h"
#include "core/sim/rpc_methods.h"
#include "core/sim/rpc_reply.h"
#include "core/sim/serialized.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>
#include <boost/beast/websocket.hpp>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <deque>
#include <map>
#include <set>
#include <span>
#include <thread>
#include <utility>
#include <vector>

namespace core::sim {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
namespace websocket = beast::websocket;
using tcp = asio::ip::tcp;
using boost::system::error_code;
using nlohmann::json;

constexpr std::size_t kMaxBody = 1U << 20U;
constexpr std::size_t kMaxBatch = 1'000;
constexpr std::size_t kMaxConnections = 256;
constexpr std::size_t kMaxSubscriptions = 128;      // per connection
constexpr std::size_t kMaxQueuedMessages = 20'000;  // per connection
constexpr std::size_t kMaxQueuedBytes = 64U << 20U;
constexpr std::int64_t kSlotNs = 400'000'000;
constexpr std::size_t kTransactionsPerTurn = 500;  // between two looks at the sockets
constexpr auto kIdle = std::chrono::seconds(120);

std::int64_t wallNs() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(std::chrono::system_clock::now().time_since_epoch())
        .count();
}

// At most `rate` requests per second, with bursts of one second's worth.
class RequestBudget {
public:
    explicit RequestBudget(double rate) : m_rate(rate), m_left(std::max(rate, 1.0)) {}

    bool spend(std::size_t requests) {
        if (m_rate <= 0 || requests == 0) return true;
        const auto now = std::chrono::steady_clock::now();
        m_left =
            std::min(std::max(m_rate, 1.0), m_left + m_rate * std::chrono::duration<double>(now - m_last).count());
        m_last = now;
        if (m_left < static_cast<double>(requests)) return false;
        m_left -= static_cast<double>(requests);
        return true;
    }

private:
    double m_rate;
    double m_left;
    std::chrono::steady_clock::time_point m_last = std::chrono::steady_clock::now();
};

/// A connection the hub can end.
class Connection {
public:
    virtual ~Connection() = default;
    /// Drops the socket without a goodbye, as a lost network would.
    virtual void drop() = 0;
    virtual void notifyTransaction(const SimTransaction&) {}
    virtual void notifySlot(std::uint64_t) {}
    /// The transactions of one slot, once it is over.
    virtual void notifyBlock(std::span<const SimTransaction>) {}
    [[nodiscard]] virtual bool wantsBlocks() const { return false; }
    [[nodiscard]] virtual bool wantsSlots() const { return false; }
};

/// The live connections. Shared, because the sessions belong to the context's handlers, and those go last.
using Registry = std::set<Connection*>;

/// What all connections share: the market's position, the registry of connections, the request budget.
/// Everything runs on the server's one thread.
class Hub {
public:
    Hub(asio::io_context& io, const ServerOptions& options, std::unique_ptr<History> history, std::int64_t epochNs)
        : m_options(options),
          m_history(std::move(history)),
          m_epochNs(epochNs),
          m_timer(io),
          m_budget(options.httpRequestsPerSecond) {
        while (m_history->takeDue(now())) {
        }
        publish();
    }

    [[nodiscard]] const ServerOptions& options() const { return m_options; }
    [[nodiscard]] RequestBudget& budget() { return m_budget; }
    [[nodiscard]] std::uint64_t nextSubscription() { return ++m_subscription; }
    [[nodiscard]] bool full() const { return m_connections->size() >= kMaxConnections; }
    [[nodiscard]] std::shared_ptr<Registry> registry() const { return m_connections; }

    void dropAll() {
        for (Connection* connection : *m_connections) connection->drop();
    }

    // Pushes what is due, then sleeps until the next transaction or slot.
    void turn() {
        advance(kTransactionsPerTurn);
        const bool slots = std::any_of(m_connections->begin(), m_connections->end(),
                                       [](const Connection* one) { return one->wantsSlots(); });
        std::int64_t wakeAt = now() + 1'000'000'000;
        if (slots) wakeAt = std::min(wakeAt, (now() / kSlotNs + 1) * kSlotNs);
        if (const auto due = m_history->nextDue()) wakeAt = std::min(wakeAt, *due);
        if (slots && slot() != m_toldSlot) {
            m_toldSlot = slot();
            for (Connection* connection : *m_connections) connection->notifySlot(m_toldSlot);
        }
        m_timer.expires_after(std::chrono::nanoseconds(std::max<std::int64_t>(wakeAt - now(), 0)));
        m_timer.async_wait([this](error_code error) {
            if (!error) turn();
        });
    }

    RpcAnswer answer(const RpcRequest& request, const std::function<void()>& disconnect) {
        advance(kTransactionsPerTurn);
        return answerRpc(request, {*m_history, m_options.market, slot(), m_epochNs, over(), disconnect});
    }

    [[nodiscard]] std::uint64_t trades() const { return m_trades.load(); }
    [[nodiscard]] std::uint64_t transactions() const { return m_transactions.load(); }
    [[nodiscard]] bool isOver() const { return m_over.load(); }

private:
    [[nodiscard]] std::int64_t now() const { return wallNs() - m_epochNs; }
    [[nodiscard]] std::uint64_t slot() const {
        const auto elapsed = static_cast<std::uint64_t>(std::max<std::int64_t>(now(), 0) / kSlotNs);
        return std::max(m_options.market.startSlot + elapsed, m_history->lastSlot());
    }
    [[nodiscard]] bool over() const {
        return !m_history->nextDue() &&
               now() >= static_cast<std::int64_t>(m_options.market.durationSeconds) * 1'000'000'000;
    }

    void advance(std::size_t most) {
        for (std::size_t i = 0; i < most; ++i) {
            const auto transaction = m_history->takeDue(now());
            if (!transaction) break;
            for (Connection* connection : *m_connections) connection->notifyTransaction(*transaction);
            const bool wanted = std::any_of(m_connections->begin(), m_connections->end(),
                                            [](const Connection* one) { return one->wantsBlocks(); });
            if (!m_block.empty() && m_block.front().slot != transaction->slot) endBlock();
            if (wanted) m_block.push_back(*transaction);
        }
        if (!m_block.empty() && (m_block.front().slot < slot() || over())) endBlock();
        publish();
    }

    void endBlock() {
        for (Connection* connection : *m_connections) connection->notifyBlock(m_block);
        m_block.clear();
    }

    void publish() {
        m_trades = m_history->trades();
        m_transactions = m_history->transactions();
        m_over = over();
    }

    ServerOptions m_options;
    std::unique_ptr<History> m_history;
    std::int64_t m_epochNs;
    asio::steady_timer m_timer;
    RequestBudget m_budget;
    std::shared_ptr<Registry> m_connections = std::make_shared<Registry>();
    std::vector<SimTransaction> m_block;  ///< of the slot under way, while somebody subscribes to blocks
    std::uint64_t m_subscription = 0;
    std::uint64_t m_toldSlot = 0;
    std::atomic<std::uint64_t> m_trades{0};
    std::atomic<std::uint64_t> m_transactions{0};
    std::atomic<bool> m_over{false};
};

/// A websocket client: its subscriptions and its queue of messages, one write at a time.
class WebsocketSession final : public Connection, public std::enable_shared_from_this<WebsocketSession> {
public:
    WebsocketSession(Hub& hub, beast::tcp_stream stream)
        : m_hub(hub), m_registry(hub.registry()), m_stream(std::move(stream)) {
        m_registry->insert(this);
    }
    ~WebsocketSession() override { m_registry->erase(this); }
    WebsocketSession(const WebsocketSession&) = delete;
    WebsocketSession& operator=(const WebsocketSession&) = delete;

    void run(const http::request<http::string_body>& upgrade) {
        beast::get_lowest_layer(m_stream).expires_never();
        m_stream.set_option(websocket::stream_base::timeout::suggested(beast::role_type::server));
        m_stream.read_message_max(kMaxBody);
        m_stream.async_accept(upgrade, [self = shared_from_this()](error_code error) {
            if (!error) self->read();
        });
    }

    void drop() override {
        error_code ignored;
        beast::get_lowest_layer(m_stream).socket().close(ignored);
    }

    void notifyTransaction(const SimTransaction& transaction) override {
        for (const auto& [id, account] : m_logs) {
            if (m_closing) return;
            const auto& mentions = transaction.mentions;
            if (!account.empty() && std::find(mentions.begin(), mentions.end(), account) == mentions.end())
                continue;
            send(logsNotification(transaction, id));
            countNotification();
        }
        for (const auto& [id, filter] : m_transactions) {
            if (m_closing) return;
            if ((transaction.failed && !filter.failed) || !touches(transaction, filter.accounts)) continue;
            send(transactionNotification(transaction, id, filter.base64));
            countNotification();
        }
    }

    void notifyBlock(std::span<const SimTransaction> block) override {
        for (const auto& [id, filter] : m_blocks) {
            if (m_closing) return;
            json transactions = json::array();
            for (const SimTransaction& transaction : block) {
                if (!touches(transaction, filter.accounts)) continue;
                json one = filter.base64 ? inBase64(transaction.transactionJson)
                                         : json::parse(transaction.transactionJson);
                one.erase("slot");
                one.erase("blockTime");
                transactions.push_back(std::move(one));
            }
            if (transactions.empty()) continue;
            const std::uint64_t slot = block.front().slot;
            json message;
            message["jsonrpc"] = "2.0";
            message["method"] = "blockNotification";
            message["params"]["subscription"] = id;
            json& result = message["params"]["result"];
            result["context"]["slot"] = slot;
            result["value"]["slot"] = slot;
            result["value"]["err"] = nullptr;
            json& inner = result["value"]["block"];
            inner["blockTime"] = block.front().blockTime;
            inner["blockHeight"] = slot;
            inner["parentSlot"] = slot - 1;
            inner["transactions"] = std::move(transactions);
            send(message.dump());
            countNotification();
        }
    }
    bool wantsBlocks() const override { return !m_blocks.empty(); }

    void notifySlot(std::uint64_t slot) override {
        for (const std::uint64_t id : m_slots)
            send("{\"jsonrpc\":\"2.0\",\"method\":\"slotNotification\",\"params\":{\"result\":{\"parent\":" +
                 std::to_string(slot - 1) + ",\"root\":" + std::to_string(slot > 32 ? slot - 32 : 0) +
                 ",\"slot\":" + std::to_string(slot) + "},\"subscription\":" + std::to_string(id) + "}}");
    }

    bool wantsSlots() const override { return !m_slots.empty(); }

private:
    /// What a whole-transaction subscription wants.
    struct Filter {
        std::vector<std::string> accounts;  ///< any of these; empty = all
        bool failed = false;
        bool base64 = false;
    };

    static bool touches(const SimTransaction& transaction, const std::vector<std::string>& accounts) {
        const auto& mentions = transaction.mentions;
        return accounts.empty() ||
               std::any_of(accounts.begin(), accounts.end(), [&mentions](const std::string& account) {
                   return std::find(mentions.begin(), mentions.end(), account) != mentions.end();
               });
    }

    void countNotification() {
        const std::uint64_t every = m_hub.options().disconnectEvery;
        if (every != 0 && ++m_notified >= every) m_closing = true;
    }

    void read() {
        m_stream.async_read(m_buffer, [self = shared_from_this()](error_code error, std::size_t) {
            if (error) return;
            const std::string text = beast::buffers_to_string(self->m_buffer.data());
            self->m_buffer.consume(self->m_buffer.size());
            self->send(self->reply(text));
            self->read();
        });
    }

    std::string reply(const std::string& text) {
        const json message = json::parse(text, nullptr, false);
        if (message.is_discarded()) return rpcError("null", {kRpcParseError, "Parse error"});
        const auto request = rpcRequest(message);
        if (!request) return rpcError(rpcId(message), {kRpcInvalidRequest, "Invalid request"});
        const RpcAnswer answer = perform(*request);
        if (const auto* refusal = std::get_if<RpcRefusal>(&answer)) return rpcError(request->id, *refusal);
        return rpcResult(request->id, std::get<std::string>(answer));
    }

    RpcAnswer perform(const RpcRequest& request) {
        if (request.method == "logsSubscribe") return subscribeLogs(request.params);
        if (request.method == "slotSubscribe") {
            if (tooMany()) return RpcRefusal{kRpcInvalidRequest, "too many subscriptions"};
            const std::uint64_t id = m_hub.nextSubscription();
            m_slots.insert(id);
            return std::to_string(id);
        }
        if (request.method == "transactionSubscribe") return subscribeTransactions(request.params);
        if (request.method == "blockSubscribe") return subscribeBlocks(request.params);
        if (request.method.ends_with("Unsubscribe")) {
            if (!request.params.is_array() || request.params.size() != 1 || !request.params[0].is_number_unsigned())
                return RpcRefusal{kRpcInvalidParams, "Invalid params: a subscription is missing"};
            const auto id = request.params[0].get<std::uint64_t>();
            const std::size_t removed = request.method == "logsUnsubscribe"          ? m_logs.erase(id)
                                        : request.method == "slotUnsubscribe"        ? m_slots.erase(id)
                                        : request.method == "transactionUnsubscribe" ? m_transactions.erase(id)
                                        : request.method == "blockUnsubscribe"       ? m_blocks.erase(id)
                                                                                     : 0;
            if (removed == 0) return RpcRefusal{kRpcInvalidParams, "Invalid subscription id."};
            return std::string{"true"};
        }
        return RpcRefusal{kRpcUnknownMethod, "Method not found"};
    }

    [[nodiscard]] bool tooMany() const {
        return m_logs.size() + m_slots.size() + m_transactions.size() + m_blocks.size() >= kMaxSubscriptions;
    }

    /// Reads what transactionSubscribe and blockSubscribe have in common. Errors: why the options are refused.
    static std::optional<RpcRefusal> readOptions(const json& params, Filter& filter) {
        const json options = params.size() > 1 ? params[1] : json::object();
        if (!options.is_object()) return RpcRefusal{kRpcInvalidParams, "Invalid params: options are not an object"};
        const json encoding = options.value("encoding", json("base64"));
        if (encoding != "json" && encoding != "base64")
            return RpcRefusal{kRpcInvalidParams, "Invalid params: encodings here are json and base64"};
        filter.base64 = encoding == "base64";
        if (options.value("transactionDetails", json("full")) != "full")
            return RpcRefusal{kRpcInvalidParams, "Invalid params: transactionDetails here is full"};
        if (options.value("maxSupportedTransactionVersion", json(nullptr)) != 0)
            return RpcRefusal{kRpcInvalidParams, "Invalid params: maxSupportedTransactionVersion is required"};
        return std::nullopt;
    }

    /// Source: solana-wire section 4.1.
    RpcAnswer subscribeTransactions(const json& params) {
        if (!params.is_array() || params.empty() || params.size() > 2 || !params[0].is_object())
            return RpcRefusal{kRpcInvalidParams, "Invalid params: a filter is missing"};
        Filter filter;
        filter.failed = params[0].value("failed", json(true)) != false;
        const json accounts = params[0].value("accountInclude", json::array());
        if (!accounts.is_array()) return RpcRefusal{kRpcInvalidParams, "Invalid params: accountInclude"};
        for (const json& account : accounts) {
            if (!account.is_string() || !Pubkey::fromBase58(account.get<std::string>()))
                return RpcRefusal{kRpcInvalidParams, "Invalid params: Invalid pubkey provided"};
            filter.accounts.push_back(account.get<std::string>());
        }
        if (const auto refused = readOptions(params, filter)) return *refused;
        return subscribe(m_transactions, std::move(filter));
    }

    RpcAnswer subscribeBlocks(const json& params) {
        if (!params.is_array() || params.empty() || params.size() > 2)
            return RpcRefusal{kRpcInvalidParams, "Invalid params: a filter is missing"};
        Filter filter;
        if (params[0].is_object()) {
            const json account = params[0].value("mentionsAccountOrProgram", json(nullptr));
            if (!account.is_string() || !Pubkey::fromBase58(account.get<std::string>()))
                return RpcRefusal{kRpcInvalidParams, "Invalid params: Invalid pubkey provided"};
            filter.accounts.push_back(account.get<std::string>());
        } else if (params[0] != "all") {
            return RpcRefusal{kRpcInvalidParams, "Invalid params: unknown filter"};
        }
        if (const auto refused = readOptions(params, filter)) return *refused;
        return subscribe(m_blocks, std::move(filter));
    }

    RpcAnswer subscribe(std::map<std::uint64_t, Filter>& into, Filter filter) {
        if (tooMany()) return RpcRefusal{kRpcInvalidRequest, "too many subscriptions"};
        const std::uint64_t id = m_hub.nextSubscription();
        into.emplace(id, std::move(filter));
        return std::to_string(id);
    }

    RpcAnswer subscribeLogs(const json& params) {
        if (!params.is_array() || params.empty() || params.size() > 2)
            return RpcRefusal{kRpcInvalidParams, "Invalid params: a filter is missing"};
        std::string account;
        const json& filter = params[0];
        if (filter.is_object() && filter.contains("mentions")) {
            const json& mentions = filter["mentions"];
            if (!mentions.is_array() || mentions.size() != 1)
                return RpcRefusal{kRpcInvalidParams, "Invalid Request: Only 1 address supported"};
            if (!mentions[0].is_string() || !Pubkey::fromBase58(mentions[0].get<std::string>()))
                return RpcRefusal{kRpcInvalidParams, "Invalid Request: Invalid pubkey provided"};
            account = mentions[0].get<std::string>();
        } else if (filter != "all" && filter != "allWithVotes") {
            return RpcRefusal{kRpcInvalidParams, "Invalid params: unknown filter"};
        }
        if (tooMany()) return RpcRefusal{kRpcInvalidRequest, "too many subscriptions"};
        const std::uint64_t id = m_hub.nextSubscription();
        m_logs.emplace(id, std::move(account));
        return std::to_string(id);
    }

    void send(std::string message) {
        if (m_closing) return;
        m_queuedBytes += message.size();
        m_queue.push_back(std::move(message));
        // A client that does not read is cut off, as nodes do; the queue must not grow without end.
        if (m_queue.size() > kMaxQueuedMessages || m_queuedBytes > kMaxQueuedBytes) {
            m_closing = true;
            drop();
            return;
        }
        if (m_queue.size() == 1) write();
    }

    void write() {
        m_stream.text(true);
        m_stream.async_write(asio::buffer(m_queue.front()),
                             [self = shared_from_this()](error_code error, std::size_t) { self->written(error); });
    }

    void written(error_code error) {
        if (error) return;
        m_queuedBytes -= m_queue.front().size();
        m_queue.pop_front();
        if (!m_queue.empty())
            write();
        else if (m_closing)
            drop();
    }

    Hub& m_hub;
    std::shared_ptr<Registry> m_registry;
    websocket::stream<beast::tcp_stream> m_stream;
    beast::flat_buffer m_buffer;
    std::map<std::uint64_t, std::string> m_logs;  ///< subscription → account, empty = all
    std::set<std::uint64_t> m_slots;
    std::map<std::uint64_t, Filter> m_transactions;
    std::map<std::uint64_t, Filter> m_blocks;
    std::deque<std::string> m_queue;
    std::size_t m_queuedBytes = 0;
    std::uint64_t m_notified = 0;
    bool m_closing = false;  ///< nothing new is queued; the socket goes when the queue is empty
};

/// An HTTP client, which may turn into a websocket one.
class HttpSession final : public Connection, public std::enable_shared_from_this<HttpSession> {
public:
    HttpSession(Hub& hub, tcp::socket socket)
        : m_hub(hub), m_registry(hub.registry()), m_stream(std::move(socket)) {
        m_registry->insert(this);
    }
    ~HttpSession() override { m_registry->erase(this); }
    HttpSession(const HttpSession&) = delete;
    HttpSession& operator=(const HttpSession&) = delete;

    void run() { read(); }

    void drop() override {
        error_code ignored;
        m_stream.socket().close(ignored);
    }

private:
    void read() {
        m_parser.emplace();
        m_parser->body_limit(kMaxBody);
        m_stream.expires_after(kIdle);
        http::async_read(m_stream, m_buffer, *m_parser,
                         [self = shared_from_this()](error_code error, std::size_t) { self->received(error); });
    }

    void received(error_code error) {
        if (error == http::error::body_limit) {
            respond(http::status::payload_too_large, "body too large", "text/plain", false);
            return;
        }
        if (error) {
            if (error.category() == http::make_error_code(http::error::bad_method).category() &&
                error != http::error::end_of_stream && error != http::error::partial_message)
                respond(http::status::bad_request, "not HTTP", "text/plain", false);
            return;
        }
        const http::request<http::string_body> request = m_parser->release();
        if (websocket::is_upgrade(request)) {
            std::make_shared<WebsocketSession>(m_hub, std::move(m_stream))->run(request);
            return;
        }
        const bool keep = request.keep_alive();
        if (request.method() == http::verb::get && request.target() == "/health") {
            respond(http::status::ok, "ok", "text/plain", keep);
            return;
        }
        if (request.method() != http::verb::post) {
            respond(http::status::method_not_allowed, "POST only", "text/plain", keep);
            return;
        }
        serve(request.body(), keep);
    }

    void serve(const std::string& body, bool keep) {
        const json message = json::parse(body, nullptr, false);
        if (message.is_discarded()) {
            respondJson(rpcError("null", {kRpcParseError, "Parse error"}), keep);
            return;
        }
        const bool batch = message.is_array();
        if (batch && (message.empty() || message.size() > kMaxBatch)) {
            respondJson(rpcError("null", {kRpcInvalidRequest, "empty batch, or too large a one"}), keep);
            return;
        }
        if (!m_hub.budget().spend(costOf(message))) {
            respond(http::status::too_many_requests,
                    R"({"jsonrpc":"2.0","error":{"code":429,"message":"Too many requests"},"id":null})",
                    "application/json", keep);
            return;
        }
        if (!batch) {
            respondJson(answerOne(message), keep);
            return;
        }
        std::string out = "[";
        for (const json& one : message) {
            if (out.size() > 1) out += ',';
            out += answerOne(one);
        }
        respondJson(out + "]", keep);
    }

    // The server's own methods are free, so that a test can look at a server that limits.
    static std::size_t costOf(const json& message) {
        const auto cost = [](const json& one) -> std::size_t {
            const auto request = rpcRequest(one);
            return request && request->method.starts_with("sim_") ? 0 : 1;
        };
        if (!message.is_array()) return cost(message);
        std::size_t sum = 0;
        for (const json& one : message) sum += cost(one);
        return sum;
    }

    std::string answerOne(const json& message) {
        const auto request = rpcRequest(message);
        if (!request) return rpcError(rpcId(message), {kRpcInvalidRequest, "Invalid request"});
        const RpcAnswer answer = m_hub.answer(*request, [this] { m_disconnectAfter = true; });
        if (const auto* refusal = std::get_if<RpcRefusal>(&answer)) return rpcError(request->id, *refusal);
        return rpcResult(request->id, std::get<std::string>(answer));
    }

    void respondJson(std::string body, bool keep) {
        respond(http::status::ok, std::move(body), "application/json", keep);
    }

    void respond(http::status status, std::string body, std::string_view type, bool keep) {
        m_response = {};
        m_response.result(status);
        m_response.version(11);
        m_response.set(http::field::content_type, type);
        if (status == http::status::too_many_requests) m_response.set(http::field::retry_after, "1");
        m_response.keep_alive(keep && !m_disconnectAfter);
        m_response.body() = std::move(body);
        m_response.prepare_payload();
        m_stream.expires_after(kIdle);
        http::async_write(m_stream, m_response,
                          [self = shared_from_this()](error_code error, std::size_t) { self->responded(error); });
    }

    void responded(error_code error) {
        if (m_disconnectAfter) {
            // The answer of sim_disconnect is out; now everyone goes, this connection too.
            m_hub.dropAll();
            return;
        }
        if (error) return;
        if (m_response.keep_alive()) {
            read();
            return;
        }
        error_code ignored;
        m_stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
    }

    Hub& m_hub;
    std::shared_ptr<Registry> m_registry;
    beast::tcp_stream m_stream;
    beast::flat_buffer m_buffer;
    std::optional<http::request_parser<http::string_body>> m_parser;
    http::response<http::string_body> m_response;
    bool m_disconnectAfter = false;
};

class LoopbackServer final : public Server {
public:
    LoopbackServer(const ServerOptions& options, std::unique_ptr<History> history, std::int64_t epochNs)
        : m_hub(m_io, options, std::move(history), epochNs), m_acceptor(m_io) {}
    ~LoopbackServer() override { LoopbackServer::stop(); }
    LoopbackServer(const LoopbackServer&) = delete;
    LoopbackServer& operator=(const LoopbackServer&) = delete;

    Result<void> listen(const tcp::endpoint& endpoint) {
        error_code error;
        m_acceptor.open(endpoint.protocol(), error);
        if (!error) m_acceptor.set_option(asio::socket_base::reuse_address(true), error);
        if (!error) m_acceptor.bind(endpoint, error);
        if (!error) m_acceptor.listen(asio::socket_base::max_listen_connections, error);
        if (error) return fail(ErrorCode::Network, "cannot listen: " + error.message());
        m_port = m_acceptor.local_endpoint().port();
        return {};
    }

    void run() {
        accept();
        m_hub.turn();
        m_thread = std::thread([this] { m_io.run(); });
    }

    std::uint16_t port() const override { return m_port; }
    void disconnectAll() override {
        asio::post(m_io, [this] { m_hub.dropAll(); });
    }
    void stop() override {
        m_io.stop();
        if (m_thread.joinable()) m_thread.join();
        // The port is free for the next server and no client waits for one that is gone.
        error_code ignored;
        m_acceptor.close(ignored);
        m_hub.dropAll();
    }
    std::uint64_t tradesSoFar() const override { return m_hub.trades(); }
    std::uint64_t transactionsSoFar() const override { return m_hub.transactions(); }
    bool marketOver() const override { return m_hub.isOver(); }

private:
    void accept() {
        m_acceptor.async_accept([this](error_code error, tcp::socket socket) {
            if (error == asio::error::operation_aborted) return;
            if (!error && !m_hub.full()) {
                error_code ignored;
                socket.set_option(tcp::no_delay(true), ignored);
                std::make_shared<HttpSession>(m_hub, std::move(socket))->run();
            }
            accept();
        });
    }

    asio::io_context m_io{1};
    Hub m_hub;
    tcp::acceptor m_acceptor;
    std::thread m_thread;
    std::uint16_t m_port = 0;
};

Result<asio::ip::address> loopbackAddress(const std::string& host) {
    if (host == "localhost") return asio::ip::address{asio::ip::address_v4::loopback()};
    error_code error;
    const auto address = asio::ip::make_address(host, error);
    if (error || !address.is_loopback())
        return fail(ErrorCode::BadValue, "the simulated server listens on loopback addresses only");
    return address;
}

}  // namespace

Result<std::unique_ptr<Server>> Server::start(const ServerOptions& options) {
    const auto address = loopbackAddress(options.host);
    if (!address) return address.error();
    auto history = History::create(options.market);
    if (!history) return history.error();
    auto server =
        std::make_unique<LoopbackServer>(options, std::move(*history), options.epochNs.value_or(wallNs()));
    if (auto listening = server->listen({*address, options.port}); !listening) return listening.error();
    server->run();
    return std::unique_ptr<Server>{std::move(server)};
}

}  // namespace core::sim
