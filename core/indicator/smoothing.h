// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/indicator/indicator.h"

#include <cstddef>

namespace core::indicator {

/// Exponential average that begins with the first number; told from the `period`-th on.
class Exponential {
public:
    explicit Exponential(std::size_t period)
        : m_period(period), m_weight(2.0 / (static_cast<double>(period) + 1)) {}

    /// Without regard to the warm-up.
    [[nodiscard]] double raw(double next) const {
        return m_count == 0 ? next : m_average + m_weight * (next - m_average);
    }
    [[nodiscard]] double with(double next) const { return m_count + 1 < m_period ? kNone : raw(next); }
    void push(double next) {
        m_average = raw(next);
        ++m_count;
    }

private:
    std::size_t m_period;
    double m_weight;
    double m_average = 0;
    std::size_t m_count = 0;
};

/// Wilder's average: the mean of the first `period` numbers, then (period - 1 parts old + 1 part new).
class Wilder {
public:
    explicit Wilder(std::size_t period) : m_period(static_cast<double>(period)) {}

    [[nodiscard]] double with(double next) const {
        if (m_count + 1 < m_period) return kNone;
        return m_count < m_period ? (m_sum + next) / m_period : (m_average * (m_period - 1) + next) / m_period;
    }
    void push(double next) {
        m_average = with(next);
        m_sum += next;
        m_count += 1;
    }

private:
    double m_period;
    double m_sum = 0;
    double m_average = kNone;
    double m_count = 0;
};

}  // namespace core::indicator
