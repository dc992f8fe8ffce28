// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/ws_connection.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/flat_buffer.hpp>
#include <boost/beast/http/fields.hpp>
#include <boost/beast/websocket.hpp>
#include <boost/beast/websocket/ssl.hpp>

#include <utility>

namespace core::source {
namespace {

namespace asio = boost::asio;
namespace beast = boost::beast;
namespace websocket = beast::websocket;

constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);
/// simdjson reads this far behind a text.
constexpr std::size_t kPadding = 64;

template <class Stream>
class WsOver final : public WsConnection, public std::enable_shared_from_this<WsOver<Stream>> {
public:
    template <class... Args>
    WsOver(Endpoint endpoint, WsLimits limits, std::shared_ptr<asio::ssl::context> tls, Args&&... args)
        : m_endpoint(std::move(endpoint)),
          m_limits(limits),
          m_tls(std::move(tls)),
          m_socket(std::forward<Args>(args)...) {}

    awaitable<Result<void>> connect(const TcpEndpoints& endpoints) override {
        co_return co_await connectTcp(beast::get_lowest_layer(m_socket), endpoints, m_limits.stepTimeout);
    }
    awaitable<Result<void>> secure() override {
        if constexpr (std::is_same_v<Stream, TlsStream>) {
            co_return co_await handshakeTls(m_socket.next_layer(), m_endpoint, m_limits.stepTimeout);
        }
        co_return Result<void>{};
    }
    awaitable<Result<void>> upgrade() override {
        m_socket.set_option(
            websocket::stream_base::timeout{m_limits.stepTimeout, websocket::stream_base::none(), false});
        m_socket.set_option(websocket::stream_base::decorator([](websocket::request_type& request) {
            request.set(beast::http::field::user_agent, "cabalscope/" CABALSCOPE_VERSION);
        }));
        m_socket.read_message_max(m_limits.maxMessageBytes);
        m_socket.control_callback([this](websocket::frame_type, beast::string_view) { ++m_controlFrames; });

        websocket::response_type response;
        const std::string host = m_endpoint.hostHeader();
        const auto [error] = co_await m_socket.async_handshake(response, host, m_endpoint.target, kAwait);
        if (!error) co_return Result<void>{};
        if (error == websocket::error::upgrade_declined) {
            const unsigned status = response.result_int();
            const std::string text = "websocket: refused with HTTP " + std::to_string(status);
            if (status == 401 || status == 403) co_return fail(ErrorCode::Unauthorized, text);
            if (status == 429 || status == 503) co_return fail(ErrorCode::RateLimited, text);
            co_return fail(ErrorCode::Network, text);
        }
        co_return networkError("websocket", error);
    }
    awaitable<Result<std::string>> read() override {
        const auto [error, size] = co_await m_socket.async_read(m_buffer, kAwait);
        (void)size;
        if (error == websocket::error::message_too_big || error == websocket::error::buffer_overflow) {
            co_return fail(ErrorCode::TooLarge, "websocket: a message is larger than " +
                                                    std::to_string(m_limits.maxMessageBytes) + " bytes");
        }
        if (error) co_return networkError("websocket", error);
        std::string text;
        text.reserve(m_buffer.size() + kPadding);
        text.append(static_cast<const char*>(m_buffer.data().data()), m_buffer.size());
        m_buffer.consume(m_buffer.size());
        co_return text;
    }
    awaitable<Result<void>> write(std::string text) override {
        m_socket.text(true);
        const auto [error, size] = co_await m_socket.async_write(asio::buffer(text), kAwait);
        (void)size;
        if (error) co_return networkError("websocket", error);
        co_return Result<void>{};
    }
    void ping() override {
        if (m_pinging) return;
        m_pinging = true;
        m_socket.async_ping(
            {}, [self = this->shared_from_this()](const boost::system::error_code&) { self->m_pinging = false; });
    }
    void drop() override { beast::get_lowest_layer(m_socket).close(); }
    std::uint64_t controlFrames() const override { return m_controlFrames; }

private:
    Endpoint m_endpoint;
    WsLimits m_limits;
    std::shared_ptr<asio::ssl::context> m_tls;
    websocket::stream<Stream> m_socket;
    beast::flat_buffer m_buffer;
    std::uint64_t m_controlFrames = 0;
    bool m_pinging = false;
};

}  // namespace

std::shared_ptr<WsConnection> WsConnection::make(const asio::io_context::executor_type& executor, Endpoint endpoint,
                                                 WsLimits limits, std::shared_ptr<asio::ssl::context> tls) {
    if (!endpoint.tls) return std::make_shared<WsOver<TcpStream>>(std::move(endpoint), limits, nullptr, executor);
    auto& context = *tls;
    return std::make_shared<WsOver<TlsStream>>(std::move(endpoint), limits, std::move(tls), TcpStream(executor),
                                               context);
}

}  // namespace core::source
