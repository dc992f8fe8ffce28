// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <mutex>

namespace core::source {

/// Spaces requests to `perSecond`, with a burst of as many as one second allows. A server that says "slow
/// down" halves the rate; every accepted request gives a tenth back. Thread: confined.
class TokenBucket {
public:
    using Time = std::chrono::steady_clock::time_point;

    TokenBucket(double perSecond, Time now)
        : m_configured(std::max(perSecond, kSlowest)), m_rate(m_configured), m_tokens(burst()), m_at(now) {}

    /// Takes one request's worth; the time to wait before sending it.
    [[nodiscard]] std::chrono::nanoseconds take(Time now) {
        const double elapsed = std::chrono::duration<double>(now - m_at).count();
        if (elapsed > 0) {
            m_tokens = std::min(burst(), m_tokens + elapsed * m_rate);
            m_at = now;
        }
        m_tokens -= 1.0;
        if (m_tokens >= 0) return std::chrono::nanoseconds::zero();
        return std::chrono::duration_cast<std::chrono::nanoseconds>(
            std::chrono::duration<double>(-m_tokens / m_rate));
    }
    void slowDown() noexcept { m_rate = std::max(m_rate / 2, m_configured / 8); }
    void accepted() noexcept { m_rate = std::min(m_configured, m_rate * 1.1); }
    [[nodiscard]] double rate() const noexcept { return m_rate; }

private:
    static constexpr double kSlowest = 0.01;

    [[nodiscard]] double burst() const noexcept { return std::max(1.0, m_configured); }

    double m_configured;
    double m_rate;
    double m_tokens;
    Time m_at;
};

/// One allowance that several clients of a server draw on. Thread: any.
class RequestBudget {
public:
    struct Stats {
        std::uint64_t taken = 0;       ///< requests
        std::uint64_t slowedDown = 0;  ///< times the server asked for fewer
        double perSecond = 0;          ///< now
        double configured = 0;         ///< per second
    };

    RequestBudget(double perSecond, TokenBucket::Time now) : m_bucket(perSecond, now), m_configured(perSecond) {}

    /// As TokenBucket's.
    [[nodiscard]] std::chrono::nanoseconds take(TokenBucket::Time now) {
        const std::scoped_lock lock(m_mutex);
        ++m_taken;
        return m_bucket.take(now);
    }
    void slowDown() {
        const std::scoped_lock lock(m_mutex);
        ++m_slowedDown;
        m_bucket.slowDown();
    }
    void accepted() {
        const std::scoped_lock lock(m_mutex);
        m_bucket.accepted();
    }

    [[nodiscard]] Stats stats() const {
        const std::scoped_lock lock(m_mutex);
        return {m_taken, m_slowedDown, m_bucket.rate(), m_configured};
    }

private:
    mutable std::mutex m_mutex;
    TokenBucket m_bucket;
    const double m_configured;
    std::uint64_t m_taken = 0;
    std::uint64_t m_slowedDown = 0;
};

}  // namespace core::source
