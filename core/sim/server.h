// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/sim/market.h"

#include <cstdint>
#include <memory>
#include <string>

namespace core::sim {

/// A loopback server that speaks the Solana JSON-RPC websocket and HTTP protocol over one port and plays a
/// simulated market. Position in the market follows the wall clock from `epochNs`, so a server that was
/// killed and started again with the same options goes on where the clock is and serves what it missed as
/// history.
struct ServerOptions {
    std::string host = "127.0.0.1";  ///< loopback only, anything else is refused
    std::uint16_t port = 0;          ///< 0 = any free one
    MarketOptions market;
    std::optional<std::int64_t> epochNs;  ///< when the market's first second was; nothing = now
    double httpRequestsPerSecond = 0;     ///< above it: HTTP 429 with Retry-After; 0 = no limit
    std::uint64_t disconnectEvery = 0;    ///< closes every connection after so many notifications; 0 = never
};

class Server {
public:
    /// Binds and starts serving on a thread of its own. Errors: BadValue (not loopback), Network (port taken).
    [[nodiscard]] static Result<std::unique_ptr<Server>> start(const ServerOptions& options);
    virtual ~Server() = default;

    [[nodiscard]] virtual std::uint16_t port() const = 0;
    /// Closes all connections now, keeps serving.
    virtual void disconnectAll() = 0;
    /// Stops serving and joins.
    virtual void stop() = 0;
    /// Trades and transactions of the market up to now, failed ones left out.
    [[nodiscard]] virtual std::uint64_t tradesSoFar() const = 0;
    [[nodiscard]] virtual std::uint64_t transactionsSoFar() const = 0;
    /// Whether the market's duration is over.
    [[nodiscard]] virtual bool marketOver() const = 0;
};

}  // namespace core::sim
