// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "fake_market.h"
#include "tests/support/engine_run.h"
#include "ui/bridge/session_host.h"
#endif

#include <algorithm>
#include <memory>
#include <string>
#include <vector>

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

    /// The coin with most clusters that still hold; looks at each, and at none in the end.
    [[nodiscard]] core::Mint coinOfMostClusters() {
        std::vector<core::Mint> mints;
        for (const auto& [mint, coin] : run.engine.market().tokens()) mints.push_back(mint);
        std::sort(mints.begin(), mints.end());
        core::Mint best;
        std::size_t most = 0;
        for (const core::Mint& mint : mints) {
            core::pipeline::Interest wanted;
            wanted.selected = mint;
            setInterest(wanted);
            const auto& detail = m_latest->selected;
            if (!detail || !detail->people) continue;
            std::size_t rank = 0;
            for (const auto& row : detail->people->clusters) rank += row.held > 0 ? 10 + row.here : 1;
            if (rank <= most) continue;
            most = rank;
            best = mint;
        }
        setInterest({});
        return best;
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
