// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/source/coverage.h"
#include "core/source/endpoint.h"
#include "core/source/factory.h"
#include "core/source/rpc_client.h"

#include <optional>
#include <string>
#include <vector>

namespace core::source {

/// LiveOptions checked and made into what goes over the wire.
struct LivePlan {
    Endpoint websocket;
    std::optional<RpcOptions> rpc;  ///< where the backfill asks; nothing = no backfill
    FeedKind kind = FeedKind::Logs;
    std::vector<std::string> requests;  ///< what to send after connecting, in order; ids 1, 2, … where acknowledged
    /// What each request follows, where history can be asked for: one list for each request.
    std::vector<std::vector<std::string>> follows;
    std::vector<std::string> covers;     ///< venues whose trades the feed itself tells
    std::vector<std::string> announces;  ///< venues of which it tells only that they were used
    std::vector<std::string> blindTo;
    bool expectsAcks = false;     ///< every request is answered with a subscription number
    bool silenceIsDeath = false;  ///< without messages for the idle time the feed is dead, pongs or not
};

/// Errors: BadValue for a URL, name, address or commitment that is none; Unauthorized where a key is needed.
[[nodiscard]] Result<LivePlan> planLive(const LiveOptions& options);

}  // namespace core::source
