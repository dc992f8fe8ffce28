// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"

#include <cstdint>
#include <optional>

namespace core::alert {

/// Tells events that come too late to warn of: from a backfill, a replay after an outage, or a node that is behind.
/// An event is old when its block lies more than kLate behind the youngest seen, or when it took that much longer
/// to arrive than the feed's quickest. Only what the events say counts, never this machine's clock, so a recording
/// is judged as the session was. A single absurd time moves nothing. Thread: confined.
class Freshness {
public:
    static constexpr std::int64_t kLate = 90;  ///< seconds

    /// Takes the event in; whether it is old. One without a time is not.
    bool isOld(const EventHeader& at, std::optional<std::int64_t> time);

private:
    /// A number that moves in one direction; a leap has to be told again and again before it counts.
    class Extreme {
    public:
        /// The number after `value` was seen.
        std::int64_t take(std::int64_t value) noexcept;

    private:
        static constexpr std::int64_t kLeap = 3'600;
        static constexpr int kAgain = 16;
        std::optional<std::int64_t> m_value;
        int m_above = 0;
        int m_below = 0;
    };

    Extreme m_youngest;  ///< block time, seconds
    Extreme m_quickest;  ///< of minus the seconds from block to arrival
};

}  // namespace core::alert
