// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/time.h"

#include <atomic>
#include <chrono>

namespace core {

/// Where time comes from; injected so that tests and replays decide it. Thread: any.
class Clock {
public:
    Clock() = default;
    Clock(const Clock&) = delete;
    Clock& operator=(const Clock&) = delete;
    virtual ~Clock() = default;

    /// Wall clock, nanoseconds since the Unix epoch.
    [[nodiscard]] virtual RecvTime now() const = 0;
    /// Monotonic clock, for intervals.
    [[nodiscard]] virtual std::chrono::steady_clock::time_point steady() const = 0;
};

/// The machine's clocks.
class SystemClock final : public Clock {
public:
    [[nodiscard]] RecvTime now() const override {
        return RecvTime{std::chrono::duration_cast<std::chrono::nanoseconds>(
                            std::chrono::system_clock::now().time_since_epoch())
                            .count()};
    }
    [[nodiscard]] std::chrono::steady_clock::time_point steady() const override {
        return std::chrono::steady_clock::now();
    }
};

/// A clock that stands still until told otherwise.
class ManualClock final : public Clock {
public:
    explicit ManualClock(RecvTime start) noexcept : m_nanoseconds(start.value()) {}

    [[nodiscard]] RecvTime now() const override { return RecvTime{m_nanoseconds.load()}; }
    [[nodiscard]] std::chrono::steady_clock::time_point steady() const override {
        return std::chrono::steady_clock::time_point{std::chrono::nanoseconds{m_nanoseconds.load()}};
    }
    void set(RecvTime time) noexcept { m_nanoseconds = time.value(); }
    void advance(std::chrono::nanoseconds step) noexcept { m_nanoseconds += step.count(); }

private:
    std::atomic<std::int64_t> m_nanoseconds;
};

}  // namespace core
