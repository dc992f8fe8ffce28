// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/frame.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace core::source {

enum class FeedState : std::uint8_t { Idle, Connecting, Connected, Retrying, Backfilling, Ended, Failed };

/// Stable lower-case name.
[[nodiscard]] std::string_view feedStateName(FeedState state) noexcept;

/// What a feed tells about itself; copied to the screen and the capture.
struct FeedStatus {
    std::string source;    ///< "solana-rpc", "helius", "pumpportal", "capture", "events"
    std::string endpoint;  ///< host name (and port when not the default) or file name; never a key
    FeedState state = FeedState::Idle;
    std::string detail;                     ///< one sentence: why it is not connected, what it does next
    std::optional<std::int64_t> retryInMs;  ///< while Retrying
    std::uint64_t messages = 0;
    std::uint64_t bytes = 0;
    std::uint64_t reconnects = 0;
    std::uint64_t gaps = 0;           ///< outages whose trades were not all fetched
    std::uint64_t backfilled = 0;     ///< transactions fetched over HTTP after an outage
    std::uint64_t droppedFrames = 0;  ///< refused because the engine's queue was full
    std::optional<double> progress;   ///< 0..1 for a recording
    /// Where several endpoints bring the same: median delay behind the one that was first, and how often this
    /// one was. Filled in by whoever compares them.
    std::optional<double> behindMs{};
    std::optional<double> firstShare{};
    std::vector<std::string> covers;     ///< venues whose trades this feed shows
    std::vector<std::string> announces;  ///< venues of which it shows only which transactions used them
    bool wholeTransactions = false;      ///< it delivers whole transactions, not only their logs
    std::vector<std::string> blindTo;    ///< one sentence each: what it cannot show
};

/// Where frames go. Called on the source's own thread. `frame` returns false when the frame was not taken
/// (queue full): the source counts it and marks a gap.
struct Sink {
    std::function<bool(Frame&&)> frame;
    std::function<void(const FeedStatus&)> status;
};

/// A feed of frames: live or recorded. Owns its thread between start and stop.
class Source {
public:
    Source() = default;
    Source(const Source&) = delete;
    Source& operator=(const Source&) = delete;
    virtual ~Source() = default;

    /// Begins delivering into `sink`; call once. Thread: owner's.
    virtual void start(Sink sink) = 0;
    /// Asks to stop and waits for the source's thread; no call into the sink happens afterwards.
    /// Idempotent. Thread: owner's.
    virtual void stop() = 0;
    /// Whether everything was delivered and nothing more will come (recordings only).
    [[nodiscard]] virtual bool finished() const = 0;
};

}  // namespace core::source
