// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/engine.h"
#include "core/pipeline/snapshot_builder.h"
#include "tests/support/sim_frames.h"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace test {

/// An engine with the pictures that it makes, over a simulated market or hand-made events; keeps every event that
/// counted.
class EngineRun {
public:
    EngineRun() {
        engine.onEvent = [this](const core::Event& event, core::ledger::TokenLedger& coin) {
            events.push_back(event);
            builder.onEvent(event, coin);
        };
        builder.setLeads([this] { return engine.leads(); });
        engine.onAlert = [this](const core::Alert& alert) { builder.onAlert(alert); };
    }
    /// Plays a scenario as whole transactions (with transfers) or as logs.
    void play(const std::string& scenario, std::uint64_t seconds, double rate, bool whole = true) {
        core::sim::MarketOptions options;
        options.scenario = scenario;
        options.durationSeconds = seconds;
        options.tradesPerSecond = rate;
        auto market = core::sim::Market::create(options);
        while (const auto transaction = (*market)->next())
            (void)engine.frame(whole ? httpFrame(*transaction) : logsFrame(*transaction));
        engine.finish();
    }
    void want(const core::pipeline::Interest& interest) { builder.setInterest(interest, engine.market()); }
    /// The next picture, long after the last one: everything in it is due.
    core::pipeline::Snapshot look() { return lookAt(steadyMs += 1'000'000); }
    core::pipeline::Snapshot lookAt(std::int64_t ms) {
        core::pipeline::Snapshot out;
        builder.build(engine.market(), engine.intel(), engine.flags(), ms, out);
        return out;
    }

    core::pipeline::Engine engine{core::pipeline::EngineConfig{}};
    core::pipeline::SnapshotBuilder builder;
    std::vector<core::Event> events;
    std::int64_t steadyMs = 0;
};

}  // namespace test
