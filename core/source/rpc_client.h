// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <chrono>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

namespace core::source {

class RequestBudget;

/// How a JSON-RPC server is asked.
struct RpcOptions {
    std::string url;                                ///< http or https; may hold a key
    std::string apiKey;                             ///< added as `api-key` on the wire when not empty
    std::chrono::milliseconds stepTimeout{10'000};  ///< for each of look-up, connect, TLS, send, answer
    std::size_t maxResponseBytes = 64U << 20U;
    double requestsPerSecond = 4.0;
    std::shared_ptr<RequestBudget> budget;  ///< shared with other clients of the server; null = one of its own
    unsigned tries = 5;
    std::chrono::milliseconds backoffFirst{500};
    std::chrono::milliseconds backoffMax{30'000};
    std::uint64_t jitterSeed = 0;  ///< 0 = from the machine
};

/// A JSON-RPC call over HTTP, one at a time on a kept connection. Thread: confined (call blocks).
class RpcClient {
public:
    /// `clock` must outlive the client. Errors: BadValue for a URL that is none.
    [[nodiscard]] static Result<std::unique_ptr<RpcClient>> create(RpcOptions options, const Clock& clock);
    ~RpcClient();
    RpcClient(const RpcClient&) = delete;
    RpcClient& operator=(const RpcClient&) = delete;

    /// The server's whole answer (`{"jsonrpc":…,"id":…,"result":…}`) to `method` with the JSON text `params`.
    /// Rate limits (HTTP 429, 503, code -32005) and passing troubles are retried, after Retry-After when the
    /// server names it. Errors: Network, Timeout, RateLimited, Unauthorized (401, 403), Remote (the server's
    /// error), TooLarge, BadJson, BadShape, Cancelled.
    [[nodiscard]] Result<std::string> call(std::string_view method, std::string_view params,
                                           std::stop_token stop = {});

private:
    struct Impl;
    explicit RpcClient(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> m_impl;
};

}  // namespace core::source
