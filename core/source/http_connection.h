// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/connect.h"

#include <boost/beast/http/message.hpp>
#include <boost/beast/http/string_body.hpp>

#include <chrono>
#include <cstddef>
#include <memory>
#include <optional>
#include <string>

// Private to this folder: included from .cpp files only.
namespace core::source {

using Reply = boost::beast::http::response<boost::beast::http::string_body>;

/// What one exchange may take.
struct HttpLimits {
    std::chrono::milliseconds stepTimeout{10'000};  ///< for each of look-up, connect, TLS, send, answer
    std::size_t maxResponseBytes = 64U << 20U;
};

/// A kept HTTP connection, plain or TLS. Thread: the io_context's.
class HttpConnection {
public:
    HttpConnection() = default;
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;
    virtual ~HttpConnection() = default;
    /// Errors: Network, Timeout.
    [[nodiscard]] virtual awaitable<Result<void>> open(HttpLimits limits, const Endpoint& endpoint) = 0;
    /// Posts JSON and waits for the answer, whatever its status. Errors: Network, Timeout, TooLarge.
    [[nodiscard]] virtual awaitable<Result<Reply>> exchange(HttpLimits limits, const Endpoint& endpoint,
                                                            const std::string& body) = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;
    /// Whether an answer came over it already: then its end may only mean that the server tired of it.
    [[nodiscard]] virtual bool wasUsed() const = 0;
};

/// A connection that is not open yet. `tls` is used for endpoints that ask for it and must outlive the connection.
[[nodiscard]] std::unique_ptr<HttpConnection> makeHttpConnection(
    const boost::asio::io_context::executor_type& executor, const Endpoint& endpoint,
    const std::shared_ptr<boost::asio::ssl::context>& tls);

/// How long the server asks to wait, at most two minutes; nothing when it does not say.
[[nodiscard]] std::optional<std::chrono::milliseconds> retryAfter(const Reply& reply);

}  // namespace core::source
