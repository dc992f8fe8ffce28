// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/event_json.h"
#include "core/wire/raw_event.h"

#include <span>
#include <string>
#include <vector>

namespace test {

/// What a venue made of one payload.
struct VenueRun {
    core::Result<void> result;
    std::vector<core::Event> events;
};

/// Runs a venue's decode over a copy of the bytes that ends where they end, so that AddressSanitizer sees a
/// read past them. Without a transaction, as on a log feed, unless one is given.
inline VenueRun decodePayload(const core::wire::Venue& venue, std::span<const std::uint8_t> payload,
                              core::wire::PoolDirectory& pools,
                              const core::wire::TransactionView* transaction = nullptr,
                              const core::wire::InstructionView* emitter = nullptr) {
    const std::vector<std::uint8_t> exact(payload.begin(), payload.end());
    core::wire::VenueContext context{
        .at = {}, .transaction = transaction, .emitter = emitter, .pools = pools, .route = {}};
    VenueRun run;
    run.result = venue.decode(exact, context, run.events);
    return run;
}

/// An event as its line, for comparing whole events and for messages.
inline std::string textOf(const core::Event& event) {
    std::string out;
    core::wire::appendEventJson(event, out);
    return out;
}
inline std::string textOf(const std::vector<core::Event>& events) {
    std::string out;
    for (const auto& event : events) out += textOf(event) + '\n';
    return out;
}

}  // namespace test
