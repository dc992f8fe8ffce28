// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/checked_math.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>

namespace core::pipeline {

/// What a coin traded in the last minutes, counted in steps of 5 seconds: a minute reaches back 60 to 65 seconds.
/// Thread: confined.
class RecentVolume {
public:
    static constexpr std::int64_t kStep = 5;
    static constexpr std::size_t kSteps = 61;  ///< five minutes and the step that has begun

    /// `time` in Unix seconds; what is older than five minutes before the youngest is passed over.
    void add(std::int64_t time, std::uint64_t amount) {
        const std::int64_t step = time / kStep;
        if (m_empty || step > m_last) {
            forget(step);
            m_last = step;
            m_empty = false;
        } else if (m_last - step >= static_cast<std::int64_t>(kSteps)) {
            return;
        }
        std::uint64_t& sum = (*m_sums)[place(step)];
        sum = saturatingAdd(sum, amount);
    }
    /// The sum of the last `seconds` before `now`, at most 300.
    [[nodiscard]] std::uint64_t since(std::int64_t now, std::int64_t seconds) const noexcept {
        if (m_empty) return 0;
        std::uint64_t out = 0;
        const std::int64_t first = now / kStep - seconds / kStep;
        for (std::int64_t step = m_last; step >= first && m_last - step < static_cast<std::int64_t>(kSteps); --step)
            out = saturatingAdd(out, (*m_sums)[place(step)]);
        return out;
    }

    /// Gives the room back where nothing of the last five minutes before `now` is left.
    void release(std::int64_t now) noexcept {
        if (m_empty || now / kStep - m_last < static_cast<std::int64_t>(kSteps)) return;
        m_sums.reset();
        m_empty = true;
    }

private:
    [[nodiscard]] static std::size_t place(std::int64_t step) noexcept {
        return static_cast<std::size_t>(step % static_cast<std::int64_t>(kSteps) + kNegative) % kSteps;
    }
    void forget(std::int64_t upTo) {
        if (m_empty || upTo - m_last >= static_cast<std::int64_t>(kSteps)) {
            if (!m_sums) m_sums = std::make_unique<std::array<std::uint64_t, kSteps>>();
            m_sums->fill(0);
            return;
        }
        for (std::int64_t step = m_last + 1; step <= upTo; ++step) (*m_sums)[place(step)] = 0;
    }

    static constexpr std::int64_t kNegative = static_cast<std::int64_t>(kSteps);  // times before 1970
    std::unique_ptr<std::array<std::uint64_t, kSteps>> m_sums;  ///< a coin that nobody trades needs none
    std::int64_t m_last = 0;
    bool m_empty = true;
};

}  // namespace core::pipeline
