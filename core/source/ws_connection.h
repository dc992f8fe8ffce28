// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/connect.h"

#include <chrono>
#include <memory>
#include <string>

// Private to this folder: included from .cpp files only.
namespace core::source {

struct WsLimits {
    std::chrono::milliseconds stepTimeout{10'000};
    std::size_t maxMessageBytes = 32U << 20U;
};

/// One websocket, plain or TLS, step by step. Thread: the io_context's.
class WsConnection {
public:
    using Time = std::chrono::steady_clock::time_point;

    /// `tls` may be null for a plain endpoint.
    [[nodiscard]] static std::shared_ptr<WsConnection> make(const boost::asio::io_context::executor_type& executor,
                                                            Endpoint endpoint, WsLimits limits,
                                                            std::shared_ptr<boost::asio::ssl::context> tls);
    WsConnection() = default;
    WsConnection(const WsConnection&) = delete;
    WsConnection& operator=(const WsConnection&) = delete;
    virtual ~WsConnection() = default;

    [[nodiscard]] virtual awaitable<Result<void>> connect(const TcpEndpoints& endpoints) = 0;
    /// TLS, when the endpoint has it.
    [[nodiscard]] virtual awaitable<Result<void>> secure() = 0;
    /// The websocket handshake. Errors: Unauthorized (401, 403), RateLimited (429, 503), Network, Timeout.
    [[nodiscard]] virtual awaitable<Result<void>> upgrade() = 0;
    /// The next message, with room for simdjson behind it. Errors: TooLarge, Network.
    [[nodiscard]] virtual awaitable<Result<std::string>> read() = 0;
    [[nodiscard]] virtual awaitable<Result<void>> write(std::string text) = 0;
    /// Sends a ping unless the last one is still on its way out.
    virtual void ping() = 0;
    /// Closes the socket at once; what is under way fails.
    virtual void drop() = 0;
    /// How many control frames (ping, pong, close) came.
    [[nodiscard]] virtual std::uint64_t controlFrames() const = 0;
};

}  // namespace core::source
