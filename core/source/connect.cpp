// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/source/connect.h"

#include <boost/asio/as_tuple.hpp>
#include <boost/asio/ssl/error.hpp>
#include <boost/asio/ssl/host_name_verification.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/this_coro.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <boost/beast/core/error.hpp>
#include <boost/beast/websocket/error.hpp>

#include <netdb.h>

#include <algorithm>
#include <cstring>
#include <mutex>
#include <thread>
#include <utility>

namespace core::source {
namespace {

namespace asio = boost::asio;
constexpr auto kAwait = asio::as_tuple(asio::use_awaitable);

/// Between the thread that asks the resolver and the coroutine that may have given up on it.
struct LookUpAnswer {
    std::mutex mutex;
    bool done = false;
    int error = 0;
    TcpEndpoints endpoints;
};

void askResolver(const std::shared_ptr<LookUpAnswer>& answer, const std::string& host, std::uint16_t port) {
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo* found = nullptr;
    const int error = getaddrinfo(host.c_str(), nullptr, &hints, &found);
    TcpEndpoints endpoints;
    for (const addrinfo* each = found; each != nullptr; each = each->ai_next) {
        if (each->ai_family != AF_INET && each->ai_family != AF_INET6) continue;
        asio::ip::tcp::endpoint endpoint;
        if (each->ai_addrlen > endpoint.capacity()) continue;
        std::memcpy(endpoint.data(), each->ai_addr, each->ai_addrlen);
        endpoint.resize(each->ai_addrlen);
        endpoint.port(port);
        endpoints.push_back(endpoint);
    }
    if (found != nullptr) freeaddrinfo(found);
    const std::scoped_lock lock(answer->mutex);
    answer->error = error;
    answer->endpoints = std::move(endpoints);
    answer->done = true;
}

}  // namespace

Error networkError(std::string_view step, const boost::system::error_code& error) {
    const std::string prefix = std::string(step) + ": ";
    if (error == boost::beast::error::timeout) return fail(ErrorCode::Timeout, prefix + "no answer in time");
    if (error == boost::beast::websocket::error::closed || error == asio::error::eof ||
        error == asio::ssl::error::stream_truncated) {
        return fail(ErrorCode::Network, prefix + "the server closed the connection");
    }
    if (error == asio::error::connection_refused) return fail(ErrorCode::Refused, prefix + error.message());
    return fail(ErrorCode::Network, prefix + error.message());
}

Result<std::shared_ptr<asio::ssl::context>> makeTlsContext() {
    auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_client);
    boost::system::error_code error;
    context->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_sslv2 |
                             asio::ssl::context::no_sslv3 | asio::ssl::context::no_tlsv1 |
                             asio::ssl::context::no_tlsv1_1,
                         error);
    if (!error) context->set_default_verify_paths(error);
    if (!error) context->set_verify_mode(asio::ssl::verify_peer, error);
    if (error) return networkError("TLS", error);
    return context;
}

awaitable<Result<TcpEndpoints>> lookUp(Endpoint endpoint, std::chrono::milliseconds timeout) {
    boost::system::error_code noAddress;
    const auto address = asio::ip::make_address(endpoint.host, noAddress);
    if (!noAddress) co_return TcpEndpoints{{address, endpoint.port}};

    // getaddrinfo cannot be interrupted and may take many seconds without a name server; asio's own
    // resolver would make the end of the io_context wait for it. A thread of its own is simply left alone.
    auto answer = std::make_shared<LookUpAnswer>();
    std::thread([answer, host = endpoint.host, port = endpoint.port] { askResolver(answer, host, port); }).detach();

    asio::steady_timer timer(co_await asio::this_coro::executor);
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    auto pause = std::chrono::milliseconds(1);
    constexpr auto kLongestPause = std::chrono::milliseconds(20);
    while (true) {
        {
            const std::scoped_lock lock(answer->mutex);
            if (answer->done) break;
        }
        if (std::chrono::steady_clock::now() >= deadline)
            co_return fail(ErrorCode::Timeout, "DNS: no answer in time");
        timer.expires_after(pause);
        pause = std::min(pause * 2, kLongestPause);
        const auto [error] = co_await timer.async_wait(kAwait);
        if (error) co_return fail(ErrorCode::Cancelled, "DNS");
    }
    const std::scoped_lock lock(answer->mutex);
    if (answer->error != 0) {
        const bool noSuchName = answer->error == EAI_NONAME || answer->error == EAI_NODATA;
        co_return fail(noSuchName ? ErrorCode::Refused : ErrorCode::Network,
                       std::string("DNS: ") + gai_strerror(answer->error));
    }
    if (answer->endpoints.empty()) co_return fail(ErrorCode::Refused, "DNS: the name has no address");
    co_return answer->endpoints;
}

awaitable<Result<void>> connectTcp(TcpStream& stream, const TcpEndpoints& endpoints,
                                   std::chrono::milliseconds timeout) {
    Error last = fail(ErrorCode::Network, "TCP: no address");
    for (const auto& endpoint : endpoints) {
        stream.expires_after(timeout);
        const auto [error] = co_await stream.async_connect(endpoint, kAwait);
        if (!error) {
            stream.expires_never();
            boost::system::error_code ignored;
            stream.socket().set_option(asio::ip::tcp::no_delay(true), ignored);
            co_return Result<void>{};
        }
        last = networkError("TCP", error);
    }
    co_return last;
}

awaitable<Result<void>> handshakeTls(TlsStream& stream, const Endpoint& endpoint,
                                     std::chrono::milliseconds timeout) {
    boost::system::error_code error;
    stream.set_verify_mode(asio::ssl::verify_peer, error);
    if (!error) stream.set_verify_callback(asio::ssl::host_name_verification(endpoint.host), error);
    if (error) co_return networkError("TLS", error);
    // What SSL_set_tlsext_host_name expands to, without its C cast. OpenSSL copies the name.
    std::string name = endpoint.host;
    if (!endpoint.isAddress() && SSL_ctrl(stream.native_handle(), SSL_CTRL_SET_TLSEXT_HOSTNAME,
                                          TLSEXT_NAMETYPE_host_name, name.data()) != 1) {
        co_return fail(ErrorCode::Network, "TLS: the host name was not accepted");
    }
    boost::beast::get_lowest_layer(stream).expires_after(timeout);
    const auto [failed] = co_await stream.async_handshake(asio::ssl::stream_base::client, kAwait);
    boost::beast::get_lowest_layer(stream).expires_never();
    if (!failed) co_return Result<void>{};
    const long verdict = SSL_get_verify_result(stream.native_handle());
    if (verdict != X509_V_OK) {
        co_return fail(ErrorCode::Untrusted,
                       std::string("TLS: certificate refused: ") + X509_verify_cert_error_string(verdict));
    }
    co_return networkError("TLS", failed);
}

}  // namespace core::source
