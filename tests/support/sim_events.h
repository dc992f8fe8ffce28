// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/capture_out.h"
#include "core/sim/market.h"
#include "core/wire/decoder.h"

#include <string>
#include <utility>
#include <vector>

namespace test {

/// A simulated market as a log feed shows it: its events in order, and what is true of it.
struct SimMarket {
    std::vector<core::Event> events;
    std::string truthJson;
};

[[nodiscard]] inline SimMarket playMarket(const core::sim::MarketOptions& options) {
    SimMarket out;
    core::wire::Decoder decoder;
    auto market = core::sim::Market::create(options);
    while (const auto transaction = (*market)->next()) {
        std::string json = core::sim::logsNotification(*transaction, 1);
        json.reserve(json.size() + core::wire::Decoder::kPadding);
        // A line that cannot be decoded is the decoder's own tests' business; here it is no event.
        (void)decoder.websocket(json, core::RecvTime{transaction->timeNs}, out.events);
    }
    out.truthJson = (*market)->truthJson();
    return out;
}

}  // namespace test
