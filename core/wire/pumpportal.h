// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/event.h"

#include <simdjson.h>

#include <string>
#include <string_view>
#include <vector>

namespace core::wire {

/// One message of the PumpPortal data websocket. Appends what it says: a launch and its first buy, a
/// migration, a trade. False for acknowledgements and notices. Amounts go from their decimal text to raw
/// units. The feed has no slot, block time, index or path: these stay empty.
/// Errors: BadShape, BadValue (a quote asset as the coin: the service misreads curves quoted in USDC),
/// BadEncoding, Overflow, Remote. Source: solana-wire section 4.2. Internal to core/wire.
[[nodiscard]] Result<bool> decodePumpPortal(simdjson::ondemand::parser& parser, simdjson::padded_string_view json,
                                            const EventHeader& defaults, std::vector<Event>& out);

/// A server's message cut to a length and cleaned for logs.
[[nodiscard]] std::string sanitizedRemoteText(std::string_view message);

}  // namespace core::wire
