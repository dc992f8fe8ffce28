// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/http_connection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http.hpp>

#include <charconv>
#include <utility>

namespace core::source {
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;

namespace {

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
/// No server may hold a client longer with one Retry-After.
constexpr std::chrono::seconds kLongestRetryAfter{120};

template <class Stream>
class HttpOver final : public HttpConnection {
public:
    template <class... Args>
    explicit HttpOver(Args&&... args) : m_stream(std::forward<Args>(args)...) {}

    awaitable<Result<void>> open(HttpLimits limits, const Endpoint& endpoint) override {
        const auto endpoints = co_await lookUp(endpoint, limits.stepTimeout);
        if (!endpoints) co_return endpoints.error();
        auto connected = co_await connectTcp(beast::get_lowest_layer(m_stream), *endpoints, limits.stepTimeout);
        if (!connected) co_return connected;
        if constexpr (std::is_same_v<Stream, TlsStream>) {
            auto secured = co_await handshakeTls(m_stream, endpoint, limits.stepTimeout);
            if (!secured) co_return secured;
        }
        m_open = true;
        co_return Result<void>{};
    }

    awaitable<Result<Reply>> exchange(HttpLimits limits, const Endpoint& endpoint,
                                      const std::string& body) override {
        http::request<http::string_body> request(http::verb::post, endpoint.target, 11);
        request.set(http::field::host, endpoint.hostHeader());
        request.set(http::field::user_agent, "cabalscope/" CABALSCOPE_VERSION);
        request.set(http::field::content_type, "application/json");
        request.set(http::field::accept, "application/json");
        request.body() = body;
        request.prepare_payload();

        auto& lowest = beast::get_lowest_layer(m_stream);
        m_open = false;
        lowest.expires_after(limits.stepTimeout);
        const auto [notSent, sent] = co_await http::async_write(m_stream, request, kAwait);
        (void)sent;
        if (notSent) co_return networkError("HTTP send", notSent);

        http::response_parser<http::string_body> parser;
        parser.body_limit(limits.maxResponseBytes);
        lowest.expires_after(limits.stepTimeout);
        const auto [notRead, read] = co_await http::async_read(m_stream, m_buffer, parser, kAwait);
        (void)read;
        lowest.expires_never();
        if (notRead == http::error::body_limit) {
            co_return fail(ErrorCode::TooLarge,
                           "HTTP answer is larger than " + std::to_string(limits.maxResponseBytes) + " bytes");
        }
        if (notRead == http::error::end_of_stream) {
            co_return fail(ErrorCode::Network, "HTTP answer: the server closed the connection");
        }
        if (notRead) co_return networkError("HTTP answer", notRead);
        m_used = true;
        m_open = parser.keep_alive();
        co_return parser.release();
    }
    bool isOpen() const override { return m_open; }
    bool wasUsed() const override { return m_used; }

private:
    Stream m_stream;
    beast::flat_buffer m_buffer;
    bool m_open = false;
    bool m_used = false;
};

}  // namespace

std::unique_ptr<HttpConnection> makeHttpConnection(const asio::io_context::executor_type& executor,
                                                   const Endpoint& endpoint,
                                                   const std::shared_ptr<asio::ssl::context>& tls) {
    if (endpoint.tls) return std::make_unique<HttpOver<TlsStream>>(TcpStream(executor), *tls);
    return std::make_unique<HttpOver<TcpStream>>(executor);
}

std::optional<std::chrono::milliseconds> retryAfter(const Reply& reply) {
    const auto header = reply.find(http::field::retry_after);
    if (header == reply.end()) return std::nullopt;
    const std::string_view text = header->value();
    std::uint32_t seconds = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return std::min<std::chrono::milliseconds>(std::chrono::seconds(seconds), kLongestRetryAfter);
}

}  // namespace core::source
