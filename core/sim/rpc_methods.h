// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/history.h"
#include "core/sim/rpc_reply.h"

#include <cstdint>
#include <functional>
#include <string>
#include <variant>

namespace core::sim {

/// What the answers depend on besides the history.
struct RpcContext {
    const History& history;
    const MarketOptions& market;
    std::uint64_t slot = 0;  ///< now
    std::int64_t epochNs = 0;
    bool over = false;
    std::function<void()> disconnect;  ///< what sim_disconnect does
};

/// JSON of a result, or why there is none.
using RpcAnswer = std::variant<std::string, RpcRefusal>;

/// Answers one HTTP method of the Solana RPC, or one of the server's own (`sim_stats`, `sim_disconnect`).
/// Source: solana-wire section 2. Thread: the history's.
[[nodiscard]] RpcAnswer answerRpc(const RpcRequest& request, const RpcContext& context);

}  // namespace core::sim
