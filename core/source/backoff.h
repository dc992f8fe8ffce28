// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <random>

namespace core::source {

/// Waits that double from `first` to `most`, each spread over its upper half so that many clients do not
/// come back at once. Thread: confined.
class Backoff {
public:
    /// `seed` 0 takes one from the machine.
    Backoff(std::chrono::milliseconds first, std::chrono::milliseconds most, std::uint64_t seed)
        : m_first(std::max(first, std::chrono::milliseconds(1))),
          m_most(std::max(most, m_first)),
          m_step(m_first),
          m_random(seed != 0 ? seed : std::random_device{}()) {}

    [[nodiscard]] std::chrono::milliseconds next() {
        const std::int64_t full = m_step.count();
        m_step = std::min(m_step * 2, m_most);
        std::uniform_int_distribution<std::int64_t> spread(full / 2, full);
        return std::chrono::milliseconds(spread(m_random));
    }
    void reset() noexcept { m_step = m_first; }

private:
    std::chrono::milliseconds m_first;
    std::chrono::milliseconds m_most;
    std::chrono::milliseconds m_step;
    std::mt19937_64 m_random;
};

}  // namespace core::source
