// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "fake_market.h"
#include "tests/support/engine_run.h"
#include "ui/bridge/session_host.h"
#endif

#include <memory>
#include <string>

namespace fake {

/// A session over the real engine, run in the thread of the test: what the window asks for is built at once.
class EngineHost : public ui::bridge::SessionHost, public ui::bridge::MarketFeed {
public:
    test::EngineRun run;
    core::pipeline::Interest interest;
    ui::bridge::SessionInfo state;

    EngineHost() {
        state.generation = 1;
        state.state = ui::bridge::SessionState::Running;
        state.mode = core::pipeline::Mode::Simulated;
        state.title = "simulated market";
    }
    /// The next picture.
    void step() {
        auto next = std::make_shared<core::pipeline::Snapshot>(run.look());
        next->mode = state.mode;
        next->health.feeds = {feedStatus()};
        next->health.trades = run.engine.market().trades();
        m_latest = std::move(next);
    }

    [[nodiscard]] std::shared_ptr<const core::pipeline::Snapshot> latest() const override { return m_latest; }
    void setInterest(const core::pipeline::Interest& wanted) override {
        interest = wanted;
        run.want(wanted);
        step();
    }
    [[nodiscard]] ui::bridge::MarketFeed& feed() override { return *this; }
    [[nodiscard]] bool hasBundled() const override { return false; }
    void openBundled(double) override {}
    void connectLive(const core::source::LiveOptions&) override {}
    void openRecording(const std::filesystem::path&, double) override {}
    void stop() override {}
    [[nodiscard]] ui::bridge::SessionInfo info() const override { return state; }

private:
    std::shared_ptr<const core::pipeline::Snapshot> m_latest;
};

}  // namespace fake
