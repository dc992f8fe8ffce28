// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/source/endpoint.h"

#include <boost/asio/awaitable.hpp>
#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/ssl/context.hpp>
#include <boost/asio/ssl/stream.hpp>
#include <boost/beast/core/tcp_stream.hpp>

#include <chrono>
#include <vector>

// Private to this folder: included from .cpp files only.
namespace core::source {

using boost::asio::awaitable;
using TcpStream = boost::beast::basic_stream<boost::asio::ip::tcp, boost::asio::io_context::executor_type>;
using TlsStream = boost::asio::ssl::stream<TcpStream>;
using TcpEndpoints = std::vector<boost::asio::ip::tcp::endpoint>;

/// A client context that trusts the system's certificates and nothing else.
/// Errors: Network when the store cannot be read.
[[nodiscard]] Result<std::shared_ptr<boost::asio::ssl::context>> makeTlsContext();

/// Addresses of a host. A look-up that hangs does not hold up whoever stops waiting for it.
/// Errors: Refused (no such host), Network, Timeout.
[[nodiscard]] awaitable<Result<TcpEndpoints>> lookUp(Endpoint endpoint, std::chrono::milliseconds timeout);

/// Connects to the first address that answers. Errors: Refused, Network, Timeout.
[[nodiscard]] awaitable<Result<void>> connectTcp(TcpStream& stream, const TcpEndpoints& endpoints,
                                                 std::chrono::milliseconds timeout);

/// TLS with certificate chain, host name and SNI. Errors: Untrusted (names the reason), Network, Timeout.
[[nodiscard]] awaitable<Result<void>> handshakeTls(TlsStream& stream, const Endpoint& endpoint,
                                                   std::chrono::milliseconds timeout);

/// An asio or Beast failure in words: `step` says what was tried.
[[nodiscard]] Error networkError(std::string_view step, const boost::system::error_code& error);

}  // namespace core::source
