// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/freshness.h"

namespace core::alert {

std::int64_t Freshness::Extreme::take(std::int64_t value) noexcept {
    // Far below for good: what stands was absurd, or the clock was set.
    constexpr std::int64_t kFarBelow = 86'400;
    constexpr int kForGood = 256;
    if (!m_value) m_value = value;
    if (value > *m_value) {
        m_below = 0;
        if (value - *m_value <= kLeap || ++m_above >= kAgain) {
            m_value = value;
            m_above = 0;
        }
    } else {
        m_above = 0;
        m_below = *m_value - value > kFarBelow ? m_below + 1 : 0;
        if (m_below >= kForGood) {
            m_value = value;
            m_below = 0;
        }
    }
    return *m_value;
}

bool Freshness::isOld(const EventHeader& at, std::optional<std::int64_t> time) {
    if (!time) return false;
    bool old = m_youngest.take(*time) - *time > kLate;
    if (at.received && at.blockTime && at.received->value() > 0) {
        constexpr std::int64_t kNsPerSecond = 1'000'000'000;
        const std::int64_t early = *time - at.received->value() / kNsPerSecond;
        old = m_quickest.take(early) - early > kLate || old;
    }
    return old;
}

}  // namespace core::alert
