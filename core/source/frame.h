// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/time.h"

#include <cstdint>
#include <string>

namespace core::source {

/// How a frame came, the `ch` of a capture line. Source: interfaces section 2.
enum class Channel : std::uint8_t {
    Ws,        ///< one websocket message, as received
    Http,      ///< {"request":…,"response":…} of a JSON-RPC call
    Mark,      ///< {"event":"connected"|"disconnected"|"gap"|"backfilled",…}
    EventLine  ///< one event line (interfaces section 3); never in a capture
};

/// Raw bytes from a feed, stamped at arrival.
struct Frame {
    RecvTime received;
    Channel channel = Channel::Ws;
    std::string bytes;  ///< JSON text, one value
    /// What names a live message over all endpoints that bring it (kind and signature); empty = nothing does.
    std::string key{};
    double progress = 0;  ///< of a recording, how much of it was read with this frame, 0..1
};

}  // namespace core::source
