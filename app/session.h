// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/clock.h"
#include "core/pipeline/live_pipeline.h"
#include "core/review/alert_archive.h"
#include "core/review/wallet_archive.h"
#include "core/store/trade_store.h"
#include "ui/bridge/session_host.h"

#include <condition_variable>
#include <deque>
#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace app {

/// Runs one pipeline at a time for the window. Opening and closing take as long as a database, a file or a
/// socket takes, so they happen on a thread of the session's own; the GUI thread only reads results.
class Session final : public ui::bridge::SessionHost,
                      public ui::bridge::MarketFeed,
                      public ui::bridge::ReplayDesk,
                      public ui::bridge::AlertDesk,
                      public ui::bridge::WalletDesk {
public:
    /// `clock` must outlive the session. Only live sessions write to `database`.
    /// `databaseNamed`: the user chose the file, so trades of a loopback feed are kept in it too.
    Session(const core::Clock& clock, std::filesystem::path database, bool databaseNamed,
            std::optional<std::filesystem::path> bundled);
    /// Stops what runs and waits for it.
    ~Session() override;

    /// A list of exchanges, services and bots of the user's own, read anew whenever something is opened, if it is
    /// there then. Call before anything is opened.
    void setAddressList(std::filesystem::path file) { m_addresses = std::move(file); }
    /// Arms these rules in what runs and in what is opened from here on. Thread: any.
    void arm(std::shared_ptr<const core::alert::RuleSet> rules, core::alert::Watchlists lists);
    /// Called with every alert of a live market, on the engine's thread; recordings and simulated feeds are silent.
    /// Call before anything is opened.
    void setAlertSink(std::function<void(const core::Alert&)> sink) { m_alertSink = std::move(sink); }

    [[nodiscard]] std::shared_ptr<const core::pipeline::Snapshot> latest() const override;
    void setInterest(const core::pipeline::Interest& interest) override;

    [[nodiscard]] ui::bridge::MarketFeed& feed() override { return *this; }
    [[nodiscard]] bool hasBundled() const override { return m_bundled.has_value(); }
    void openBundled(double speed) override;
    void connectLive(const core::source::LiveOptions& options) override;
    void openRecording(const std::filesystem::path& file, double speed) override;
    void stop() override;
    [[nodiscard]] ui::bridge::SessionInfo info() const override;

    [[nodiscard]] ui::bridge::ReplayDesk* replayDesk() override { return this; }
    [[nodiscard]] std::optional<core::pipeline::ReplayState> replayState() const override;
    [[nodiscard]] std::string replayName() const override;
    void pause() override;
    void resume() override;
    void setSpeed(double speed) override;
    void step(int count) override;
    void runToFlag() override;
    void runToAlert() override;
    void jump(const core::pipeline::ReplayTarget& target) override;
    void cancelRun() override;
    [[nodiscard]] std::optional<ui::bridge::StoredSpan> storedSpan() const override;
    void openStored(std::int64_t from, std::int64_t to, const core::pipeline::ReplayTarget& at,
                    double speed) override;

    [[nodiscard]] ui::bridge::AlertDesk* alertDesk() override { return this; }
    void askAlerts(const core::review::AlertWish& wish) override { m_archive.ask(wish); }
    [[nodiscard]] std::shared_ptr<const core::review::AlertHistory> alertHistory() const override {
        return m_archive.latest();
    }
    void judgeAlert(const std::string& key, std::optional<bool> verdict, const std::string& reason) override;

    [[nodiscard]] ui::bridge::WalletDesk* walletDesk() override { return this; }
    void askWalletPast(const std::optional<core::Wallet>& wallet) override { m_wallets.ask(wallet); }
    [[nodiscard]] std::shared_ptr<const core::review::WalletPast> walletPast() const override {
        return m_wallets.latest();
    }

private:
    /// What is played, so that it can be begun anew.
    struct Recording {
        std::string name;
        std::function<core::Result<std::vector<std::unique_ptr<core::source::Source>>>()> makeSources;
    };
    using MakeSources = std::function<core::Result<std::vector<std::unique_ptr<core::source::Source>>>()>;

    void open(core::pipeline::PipelineConfig config, std::string title, MakeSources makeSources);
    /// Plays a recording, running to `first` before anything is shown.
    void openReplay(Recording recording, double speed, std::optional<core::pipeline::ReplayTarget> first,
                    bool paused);
    [[nodiscard]] std::shared_ptr<core::pipeline::ReplayControl> replay() const;
    /// Reads anew what the database holds, on the session's thread.
    void readStoredSpan();
    /// Newest request; the thread builds it. Returns its generation.
    std::uint64_t announce(ui::bridge::SessionState state, core::pipeline::Mode mode, std::string title,
                           bool keeps = false);
    void post(std::function<void()> job);
    void work();
    void closePipeline();
    /// Hands verdicts to the store of the pipeline that runs, else to the archive. Thread: the session's.
    void writeVerdicts();
    void build(std::uint64_t generation, core::pipeline::PipelineConfig config, const MakeSources& makeSources);
    void reportFailure(std::uint64_t generation, const core::Error& error);

    const core::Clock& m_clock;
    const std::filesystem::path m_database;
    const bool m_databaseNamed;
    const std::optional<std::filesystem::path> m_bundled;
    core::review::AlertArchive m_archive;
    core::review::WalletArchive m_wallets;
    std::filesystem::path m_addresses;
    std::unique_ptr<core::store::TradeStore> m_stored;  ///< of the session's own thread
    std::function<void(const core::Alert&)> m_alertSink;

    mutable std::mutex m_mutex;  ///< guards everything below
    std::condition_variable m_wake;
    std::deque<std::function<void()>> m_jobs;
    bool m_leaving = false;
    std::shared_ptr<const core::alert::RuleSet> m_rules;  ///< null = the shipped ones
    core::alert::Watchlists m_lists;
    ui::bridge::SessionInfo m_info;
    core::pipeline::Interest m_interest;
    Recording m_recording;
    std::shared_ptr<core::pipeline::ReplayControl> m_replay;  ///< null unless a recording is played
    std::optional<ui::bridge::StoredSpan> m_storedSpan;
    std::unique_ptr<core::pipeline::LivePipeline> m_pipeline;
    bool m_pipelineKeeps = false;                       ///< it writes to the database
    std::deque<core::store::StoredVerdict> m_verdicts;  ///< not handed on yet
    std::thread m_thread;
};

}  // namespace app
