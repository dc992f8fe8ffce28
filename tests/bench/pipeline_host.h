// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/live_pipeline.h"
#include "ui/bridge/session_host.h"

#include <memory>

namespace bench {

/// The window's view of a live pipeline that somebody else owns and runs.
class PipelineHost final : public ui::bridge::SessionHost, public ui::bridge::MarketFeed {
public:
    explicit PipelineHost(core::pipeline::LivePipeline& pipeline) : m_pipeline(pipeline) {}

    [[nodiscard]] std::shared_ptr<const core::pipeline::Snapshot> latest() const override {
        return m_pipeline.latest();
    }
    void setInterest(const core::pipeline::Interest& interest) override { m_pipeline.setInterest(interest); }
    [[nodiscard]] ui::bridge::MarketFeed& feed() override { return *this; }
    [[nodiscard]] bool hasBundled() const override { return false; }
    void openBundled(double) override {}
    void connectLive(const core::source::LiveOptions&) override {}
    void openRecording(const std::filesystem::path&, double) override {}
    void stop() override {}
    [[nodiscard]] ui::bridge::SessionInfo info() const override {
        return {1, ui::bridge::SessionState::Running, core::pipeline::Mode::Live, "bench", {}};
    }

private:
    core::pipeline::LivePipeline& m_pipeline;
};

}  // namespace bench
