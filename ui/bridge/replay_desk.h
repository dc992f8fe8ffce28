// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/replay_control.h"

#include <cstdint>
#include <optional>
#include <string>

namespace ui::bridge {

/// What the database holds, Unix seconds of the oldest and the youngest trade.
struct StoredSpan {
    std::int64_t from = 0;
    std::int64_t to = 0;
};

/// Drives a recording that is played, and plays what the database holds. All calls return at once; without a replay
/// the commands do nothing. Thread: GUI thread.
class ReplayDesk {
public:
    ReplayDesk() = default;
    ReplayDesk(const ReplayDesk&) = delete;
    ReplayDesk& operator=(const ReplayDesk&) = delete;
    virtual ~ReplayDesk() = default;

    /// Nothing while no recording is played.
    [[nodiscard]] virtual std::optional<core::pipeline::ReplayState> replayState() const = 0;
    /// Names what is played, the same each time it is opened: bookmarks are kept under it.
    [[nodiscard]] virtual std::string replayName() const = 0;
    virtual void pause() = 0;
    virtual void resume() = 0;
    virtual void setSpeed(double speed) = 0;
    /// Steps forward by so many slots, backward where negative. Backward begins the recording anew.
    virtual void step(int count) = 0;
    virtual void runToFlag() = 0;
    virtual void runToAlert() = 0;
    /// Forward by playing fast, backward by beginning anew and playing fast to there.
    virtual void jump(const core::pipeline::ReplayTarget& target) = 0;
    virtual void cancelRun() = 0;

    /// What can be replayed from the database; nothing when there is none or nothing is in it.
    [[nodiscard]] virtual std::optional<StoredSpan> storedSpan() const = 0;
    /// Plays the stored trades of a time, `from` ≤ t < `to`, standing still at `at`.
    virtual void openStored(std::int64_t from, std::int64_t to, const core::pipeline::ReplayTarget& at,
                            double speed) = 0;
};

}  // namespace ui::bridge
