// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/source/frame.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <mutex>
#include <optional>

namespace core::pipeline {

/// A moment of a recording; exactly one of the three is set.
struct ReplayTarget {
    std::optional<std::int64_t> time;   ///< Unix seconds: everything that had arrived by the end of this second
    std::optional<std::uint64_t> slot;  ///< everything up to the end of this slot
    std::optional<double> progress;     ///< of the recording, 0..1

    friend bool operator==(const ReplayTarget&, const ReplayTarget&) = default;
};

/// What a replay is doing when it is not paused.
enum class ReplayRun : std::uint8_t {
    Play,    ///< at its speed
    Step,    ///< to the end of some slot, at once
    ToFlag,  ///< to the next statement of a detector, as fast as possible; likewise the rest
    ToAlert,
    ToTarget
};

/// Where a replay stands, for the screen.
struct ReplayState {
    bool paused = false;
    bool ended = false;
    double speed = 1;  ///< 0 = as fast as possible
    ReplayRun run = ReplayRun::Play;
    std::optional<ReplayTarget> target;  ///< of ToTarget
    std::optional<double> runProgress;   ///< of ToTarget, how much of the way is done, 0..1
    std::optional<std::int64_t> time;    ///< Unix seconds, chain clock
    std::optional<std::uint64_t> slot;
    std::optional<std::int64_t> arrival;  ///< Unix seconds: when the last frame had arrived
    double progress = 0;                  ///< of the recording, 0..1
    std::uint64_t frames = 0;
    std::uint64_t flags = 0;
    std::uint64_t alerts = 0;
};

/// Says when the next frame of a recording is due. The engine asks before every frame and tells what came of it,
/// since only there slots, flags and alerts are known; commands come from any thread. It has no clock of its own
/// and never sleeps but in waitFor.
class ReplayControl {
public:
    using Steady = std::chrono::steady_clock;
    using Wait = std::chrono::nanoseconds;

    /// `speed` 1 = original pace, 0 = as fast as possible. `first`: where to run to before anything is shown;
    /// `paused`: to stand still there, or at the start.
    explicit ReplayControl(double speed, std::optional<ReplayTarget> first = std::nullopt, bool paused = false);

    // Commands. Thread: any. Each takes effect with the next frame.
    void pause();
    void resume();
    /// Negative and other values that are no speed are passed over.
    void setSpeed(double speed);
    /// Plays to the end of the `count`-th slot from here and pauses. Where no slot is known, that many messages.
    void step(std::uint32_t count);
    void runToFlag();
    void runToAlert();
    /// Runs forward to a moment, and goes on as before. A moment that has passed ends the run at once: see
    /// passed().
    void runTo(const ReplayTarget& target);
    /// Ends a run where it is, and pauses.
    void cancel();
    /// The pipeline is being stopped: nobody waits any more.
    void close();

    /// Whether the moment lies before what was played, so that the recording must be begun anew.
    [[nodiscard]] bool passed(const ReplayTarget& target) const;
    /// The slot that was played `count` before the youngest one; of the last kSlotsKept slots.
    [[nodiscard]] std::optional<std::uint64_t> slotBefore(std::size_t count) const;
    [[nodiscard]] ReplayState state() const;

    static constexpr std::size_t kSlotsKept = 4'096;

    /// A frame that is to be played next.
    struct Next {
        std::int64_t received = 0;  ///< nanoseconds since the Unix epoch; 0 = unknown
        std::optional<std::uint64_t> slot;
        double progress = 0;
    };
    /// What is known once it was played.
    struct Seen {
        std::optional<std::int64_t> time;
        std::optional<std::uint64_t> slot;
        std::uint64_t flags = 0;
        std::uint64_t alerts = 0;
    };
    // Engine thread only.
    /// How long to wait before the frame is played: zero = now, nothing = until somebody commands.
    [[nodiscard]] std::optional<Wait> turn(const Next& next, Steady::time_point now);
    void played(const Next& next, const Seen& seen);
    void end();
    /// Whether nobody is to look meanwhile: pictures would only cost time.
    [[nodiscard]] bool hurrying() const;
    [[nodiscard]] bool closed() const;
    /// Waits until something is commanded, at most so long.
    void waitFor(Wait most);
    /// Ends such a wait. Thread: any.
    void wake();

private:
    struct Pace {
        std::int64_t recorded;
        Steady::time_point played;
    };
    void changed();
    void stopHere();
    void begin(ReplayRun run);
    [[nodiscard]] bool reached(const ReplayTarget& target, const Next& next) const;
    [[nodiscard]] bool mayStep(const Next& next);

    mutable std::mutex m_mutex;  ///< guards everything below
    std::condition_variable m_wake;
    bool m_woken = false;
    bool m_closed = false;
    ReplayState m_state;
    double m_runFrom = 0;  ///< progress where the run began
    std::int64_t m_runFromTime = 0;
    std::uint32_t m_slotsLeft = 0;
    std::uint64_t m_flagsBefore = 0;
    std::uint64_t m_alertsBefore = 0;
    std::deque<std::uint64_t> m_slots;  ///< that frames named, rising
    std::optional<Pace> m_pace;
    std::int64_t m_lastReceived = 0;  ///< nanoseconds
};

/// The slot that a message names, by its text alone; nothing when it names none or is no single message of the
/// market. Good enough to tell slots apart, not to be trusted otherwise.
[[nodiscard]] std::optional<std::uint64_t> slotNamedIn(const source::Frame& frame) noexcept;

}  // namespace core::pipeline
