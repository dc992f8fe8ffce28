// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/backoff.h"
#include "core/source/connect.h"
#include "core/source/rpc_client.h"
#include "core/source/token_bucket.h"

#include <memory>
#include <optional>
#include <string>

// Private to this folder: included from .cpp files only.
namespace core::source {

/// A call as it went over the wire.
struct RpcExchange {
    std::string request;
    std::string response;
};

class HttpConnection;

/// RpcClient's conversation as a coroutine, for whoever has an io_context already. One call at a time.
/// Thread: the io_context's.
class RpcSession {
public:
    RpcSession(RpcOptions options, Endpoint endpoint, const Clock& clock);
    ~RpcSession();
    RpcSession(const RpcSession&) = delete;
    RpcSession& operator=(const RpcSession&) = delete;

    /// Checks URL and key of the options. Errors: BadValue.
    [[nodiscard]] static Result<Endpoint> endpointOf(const RpcOptions& options);

    /// Errors as RpcClient::call.
    [[nodiscard]] awaitable<Result<RpcExchange>> call(std::string method, std::string params);

private:
    /// A failure and what to do about it.
    struct Trouble {
        Error error;
        bool retry = false;
        std::optional<std::chrono::milliseconds> after;
    };
    using Attempt = boost::system::result<std::string, Trouble>;

    [[nodiscard]] awaitable<Attempt> attempt(const std::string& request, std::uint64_t id);
    [[nodiscard]] awaitable<Result<void>> ensureConnected();

    RpcOptions m_options;
    Endpoint m_endpoint;
    const Clock& m_clock;
    std::shared_ptr<RequestBudget> m_budget;
    Backoff m_backoff;
    std::shared_ptr<boost::asio::ssl::context> m_tls;
    std::unique_ptr<HttpConnection> m_connection;
    std::uint64_t m_nextId = 1;
};

}  // namespace core::source
