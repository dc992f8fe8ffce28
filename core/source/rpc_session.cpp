// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/rpc_session.h"

#include "core/base/text.h"
#include "core/source/http_connection.h"
#include "core/source/json_text.h"

#include <simdjson.h>
#include <boost/asio/as_tuple.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/http.hpp>

#include <utility>

namespace core::source {
namespace asio = boost::asio;

namespace {

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
constexpr std::size_t kShownMessage = 160;

constexpr std::int64_t kInternalError = -32603;
constexpr std::int64_t kBlockNotAvailable = -32004;
constexpr std::int64_t kNodeUnhealthy = -32005;
constexpr std::int64_t kStatusNotYet = -32014;
constexpr std::int64_t kMinContextSlot = -32016;

/// What the envelope of an answer says.
struct Envelope {
    bool idMatches = false;
    bool hasResult = false;
    bool hasError = false;
    std::int64_t errorCode = 0;
    std::string errorText;
};

simdjson::error_code readError(simdjson::ondemand::value value, Envelope& out) {
    simdjson::ondemand::object object;
    if (const auto error = value.get_object().get(object)) return error;
    for (auto each : object) {
        simdjson::ondemand::field field;
        std::string_view key;
        if (const auto error = std::move(each).get(field)) return error;
        if (const auto error = field.unescaped_key().get(key)) return error;
        if (key == "code") {
            std::int64_t code = 0;
            if (field.value().get_int64().get(code) == simdjson::SUCCESS) out.errorCode = code;
        } else if (key == "message") {
            std::string_view text;
            if (field.value().get_string().get(text) == simdjson::SUCCESS) out.errorText = std::string(text);
        }
    }
    return simdjson::SUCCESS;
}

simdjson::error_code readEnvelope(std::string_view body, std::uint64_t id, Envelope& out) {
    simdjson::ondemand::parser parser;
    const simdjson::padded_string padded(body);
    simdjson::ondemand::document document;
    simdjson::ondemand::object object;
    if (const auto error = parser.iterate(padded).get(document)) return error;
    if (const auto error = document.get_object().get(object)) return error;
    for (auto each : object) {
        simdjson::ondemand::field field;
        std::string_view key;
        if (const auto error = std::move(each).get(field)) return error;
        if (const auto error = field.unescaped_key().get(key)) return error;
        if (key == "id") {
            std::uint64_t answered = 0;
            out.idMatches = field.value().get_uint64().get(answered) == simdjson::SUCCESS && answered == id;
        } else if (key == "result") {
            out.hasResult = true;
        } else if (key == "error") {
            simdjson::ondemand::json_type type{};
            if (const auto error = field.value().type().get(type)) return error;
            if (type == simdjson::ondemand::json_type::null) continue;
            out.hasError = true;
            if (const auto error = readError(field.value(), out)) return error;
        }
    }
    return simdjson::SUCCESS;
}

HttpLimits limits(const RpcOptions& options) {
    return {options.stepTimeout, options.maxResponseBytes};
}

}  // namespace

RpcSession::RpcSession(RpcOptions options, Endpoint endpoint, const Clock& clock)
    : m_options(std::move(options)),
      m_endpoint(std::move(endpoint)),
      m_clock(clock),
      m_budget(m_options.budget ? m_options.budget
                                : std::make_shared<RequestBudget>(m_options.requestsPerSecond, clock.steady())),
      m_backoff(m_options.backoffFirst, m_options.backoffMax, m_options.jitterSeed) {}

RpcSession::~RpcSession() = default;

Result<Endpoint> RpcSession::endpointOf(const RpcOptions& options) {
    auto endpoint = parseEndpoint(options.url);
    if (!endpoint || options.apiKey.empty()) return endpoint;
    return withSecret(*std::move(endpoint), "api-key", options.apiKey);
}

awaitable<Result<void>> RpcSession::ensureConnected() {
    if (m_connection && m_connection->isOpen()) co_return Result<void>{};
    const auto context = co_await asio::this_coro::executor;
    const auto* executor = context.target<asio::io_context::executor_type>();
    if (m_endpoint.tls && !m_tls) {
        auto made = makeTlsContext();
        if (!made) co_return std::move(made).error();
        m_tls = *std::move(made);
    }
    m_connection = makeHttpConnection(*executor, m_endpoint, m_tls);
    co_return co_await m_connection->open(limits(m_options), m_endpoint);
}

awaitable<RpcSession::Attempt> RpcSession::attempt(const std::string& request, std::uint64_t id) {
    auto connected = co_await ensureConnected();
    if (!connected) co_return Trouble{std::move(connected).error(), true, {}};
    const bool reused = m_connection->wasUsed();
    auto reply = co_await m_connection->exchange(limits(m_options), m_endpoint, request);
    if (!reply) {
        Error error = std::move(reply).error();
        const bool stale = reused && error.code == ErrorCode::Network;
        const bool retry = error.code != ErrorCode::TooLarge;
        co_return Trouble{std::move(error), retry,
                          stale ? std::optional(std::chrono::milliseconds::zero()) : std::nullopt};
    }
    const unsigned status = reply->result_int();
    const std::string where = m_endpoint.display() + ": HTTP " + std::to_string(status);
    if (status == 401 || status == 403) co_return Trouble{fail(ErrorCode::Unauthorized, where), false, {}};
    if (status == 429 || status == 503) {
        m_budget->slowDown();
        co_return Trouble{fail(ErrorCode::RateLimited, where), true, retryAfter(*reply)};
    }
    if (status == 500 || status == 502 || status == 504)
        co_return Trouble{fail(ErrorCode::Remote, where), true, {}};

    Envelope envelope;
    const auto error = readEnvelope(reply->body(), id, envelope);
    if (error) {
        if (status != 200) co_return Trouble{fail(ErrorCode::Remote, where), false, {}};
        co_return Trouble{
            fail(ErrorCode::BadJson, m_endpoint.display() + ": " + simdjson::error_message(error)), true, {}};
    }
    if (envelope.hasError) {
        const std::int64_t code = envelope.errorCode;
        std::string text = m_endpoint.display() + ": error " + std::to_string(code) + " " +
                           sanitizeText(envelope.errorText, kShownMessage);
        if (code == kNodeUnhealthy) {
            m_budget->slowDown();
            co_return Trouble{fail(ErrorCode::RateLimited, std::move(text)), true, retryAfter(*reply)};
        }
        const bool passing = code == kInternalError || code == kBlockNotAvailable || code == kStatusNotYet ||
                             code == kMinContextSlot;
        co_return Trouble{fail(ErrorCode::Remote, std::move(text)), passing, {}};
    }
    if (status != 200) co_return Trouble{fail(ErrorCode::Remote, where), false, {}};
    if (!envelope.hasResult || !envelope.idMatches) {
        co_return Trouble{fail(ErrorCode::BadShape, m_endpoint.display() + ": no answer to the request"), true, {}};
    }
    m_budget->accepted();
    co_return std::move(reply->body());
}

awaitable<Result<RpcExchange>> RpcSession::call(std::string method, std::string params) {
    asio::steady_timer timer(co_await asio::this_coro::executor);
    const std::uint64_t id = m_nextId++;
    std::string request = "{\"jsonrpc\":\"2.0\",\"id\":" + std::to_string(id) + ",\"method\":" + jsonQuote(method) +
                          ",\"params\":" + params + "}";
    m_backoff.reset();
    for (unsigned tried = 1;; ++tried) {
        const auto turn = m_budget->take(m_clock.steady());
        if (turn.count() > 0) {
            timer.expires_after(turn);
            const auto [cancelled] = co_await timer.async_wait(kAwait);
            if (cancelled) co_return fail(ErrorCode::Cancelled, method);
        }
        auto attempted = co_await attempt(request, id);
        if (attempted) co_return RpcExchange{std::move(request), *std::move(attempted)};
        Trouble trouble = std::move(attempted).error();
        if (!trouble.retry || tried >= std::max(m_options.tries, 1U)) co_return std::move(trouble.error);
        timer.expires_after(trouble.after ? *trouble.after : m_backoff.next());
        const auto [cancelled] = co_await timer.async_wait(kAwait);
        if (cancelled) co_return fail(ErrorCode::Cancelled, method);
    }
}

}  // namespace core::source
