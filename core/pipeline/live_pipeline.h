// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"
#include "core/base/clock.h"
#include "core/base/result.h"
#include "core/intel/address_book.h"
#include "core/pipeline/replay_control.h"
#include "core/pipeline/snapshot.h"
#include "core/source/factory.h"
#include "core/source/source.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <vector>

namespace core::pipeline {

/// How one session runs.
struct PipelineConfig {
    Mode mode = Mode::Live;
    std::optional<std::filesystem::path> database;  ///< where trades are kept; none keeps nothing
    std::optional<std::filesystem::path> recordTo;  ///< a capture of every frame, beside the engine
    std::string captureSource;                      ///< header of that capture
    std::optional<source::RpcOptions> poolLookup;   ///< node to ask for the mints of unknown pools
    /// Node to ask for the transactions that a log feed only announces, and for the blocks of creations.
    std::optional<source::RpcOptions> transactionLookup;
    std::vector<std::string> lookupVenues;  ///< whose transactions; empty = any
    std::string lookupCommitment = "confirmed";
    std::optional<source::RpcOptions> walletLookup;         ///< node to ask about single wallets
    std::uint64_t lookupsPerHour = 1'800;                   ///< requests
    std::shared_ptr<const intel::AddressBook> addresses{};  ///< null = the shipped list
    /// Memory for positions and trades; beyond, idle coins go to a file beside the database (cold_file.h), without
    /// one nowhere.
    std::size_t hotBytes = std::size_t{96} << 20U;
    std::size_t frameQueueCapacity = 65'536;
    std::size_t frameQueueBytes = std::size_t{256} << 20U;  ///< a frame may be a block of some megabytes
    bool blockingFrames = false;  ///< true for recordings: the source waits instead of dropping
    /// Says when each frame is played; null plays them as they come. Of a recording whose source does not wait
    /// itself.
    std::shared_ptr<ReplayControl> replay{};
    std::chrono::milliseconds snapshotPeriod{33};
    std::size_t seenSignatures = 1'000'000;         ///< de-duplication memory, transactions
    std::shared_ptr<const alert::RuleSet> rules{};  ///< null = the shipped ones
    alert::Watchlists watchlists{};
    std::function<void(const Alert&)> onAlert;  ///< called on the engine thread: it must not wait for anything
};

/// Lets the pipeline ask the node of a live feed for what the feed does not show, all within one allowance;
/// call before the feed's source is made.
void completeFromNode(PipelineConfig& config, source::LiveOptions& options, const Clock& clock);

/// One source for each endpoint of the options. Errors: as source::makeLiveSource; Unsupported for a feed this
/// build was made without.
[[nodiscard]] Result<std::vector<std::unique_ptr<source::Source>>> makeLiveSources(
    const source::LiveOptions& options, const Clock& clock);

/// The engine thread with its queues and the store thread: sources push frames in, the newest snapshot
/// comes out. Order of construction and destruction is the shutdown contract: stop sources, drain the
/// engine, drain the store, join. Thread: start, stop, addSource on the owner's thread; the rest any.
class LivePipeline {
public:
    /// `clock` must outlive the pipeline.
    LivePipeline(PipelineConfig config, const Clock& clock);
    ~LivePipeline();
    LivePipeline(const LivePipeline&) = delete;
    LivePipeline& operator=(const LivePipeline&) = delete;

    /// Adds a feed; before start().
    void addSource(std::unique_ptr<source::Source> source);
    /// Opens the database and the recording and starts all threads. Errors: Io, Database.
    [[nodiscard]] Result<void> start();
    /// Stops sources, drains engine and store, joins. Idempotent.
    void stop();

    /// Whether every source has delivered everything and the engine has worked it off.
    [[nodiscard]] bool finished() const;
    /// Waits until finished() or the time is over; false on time-out.
    [[nodiscard]] bool waitFinished(std::chrono::milliseconds timeout) const;

    /// Arms other rules (null = the shipped ones) and lists from the next frame on. Thread: any.
    void arm(std::shared_ptr<const alert::RuleSet> rules, alert::Watchlists lists);
    /// Keeps what the user holds of an alert, by its alertKey; empty takes it back. Nothing happens without a
    /// database. Thread: any.
    void judge(std::string key, std::optional<bool> verdict, std::string reason);
    /// Newest-wins wish of the screen. Thread: any.
    void setInterest(Interest interest);
    /// Newest picture; null before the first. Thread: any.
    [[nodiscard]] std::shared_ptr<const Snapshot> latest() const;

private:
    struct Impl;
    std::unique_ptr<Impl> m_impl;
};

}  // namespace core::pipeline
