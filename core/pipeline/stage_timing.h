// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace core::pipeline {

/// How long one stage took, each time it ran.
struct StageLatency {
    std::string_view name;
    std::string_view unit;  ///< what one run of it is: "frame", "snapshot", "batch"
    std::uint64_t runs = 0;
    double seconds = 0;  ///< all runs together
    std::uint64_t p50Ns = 0;
    std::uint64_t p99Ns = 0;
    std::uint64_t p999Ns = 0;
    std::uint64_t maxNs = 0;
};

/// What to time.
struct StageTimingOptions {
    std::filesystem::path capture;
    std::filesystem::path database;  ///< where rows are written; made when it does not exist
    std::function<void(double progress, std::uint64_t frames)> onProgress;
    std::function<bool()> cancelled;
};

/// The stages of one run, in the order a frame goes through them:
/// `read` (line, decompression, capture envelope), `decode`, `apply` (count once, ledger, detectors, tape),
/// `frame` (decode and apply together), `snapshot` (one after every 1,000 frames, with the coin of the newest
/// trade selected) and `store` (batches of 5,000 rows or a little more, one transaction each).
struct StageTimes {
    std::uint64_t frames = 0;
    std::uint64_t bytes = 0;
    std::uint64_t trades = 0;
    std::uint64_t rowsStored = 0;
    std::uint64_t badLines = 0;
    std::vector<StageLatency> stages;
};

/// Takes a capture through the stages of the live path, in one thread and in order of arrival, and times each
/// of them. Memory: that of the live engine and 16 bytes a frame.
/// Errors: Io, BadJson (nothing in it was a frame; names file, line and reason), Database, Cancelled.
[[nodiscard]] Result<StageTimes> timeStages(const StageTimingOptions& options);

}  // namespace core::pipeline
