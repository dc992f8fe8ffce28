// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <vector>

namespace core::indicator {

/// The last `period` numbers, oldest first from at(0).
class Window {
public:
    explicit Window(std::size_t period) : m_values(period) {}

    void push(double value) {
        m_values[m_next] = value;
        m_next = (m_next + 1) % m_values.size();
        if (m_size < m_values.size()) ++m_size;
    }
    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] std::size_t period() const { return m_values.size(); }
    [[nodiscard]] double at(std::size_t index) const {
        return m_values[(m_next + m_values.size() - m_size + index) % m_values.size()];
    }
    /// Mean of the newest period-1 numbers and `next`; only when that many are there. Summed anew each time:
    /// a running sum of prices that differ by powers of ten would keep the error of the largest.
    [[nodiscard]] double meanWith(double next) const {
        double sum = next;
        for (std::size_t i = m_size + 1 - m_values.size(); i < m_size; ++i) sum += at(i);
        return sum / static_cast<double>(m_values.size());
    }
    [[nodiscard]] bool fullWithOneMore() const { return m_size + 1 >= m_values.size(); }

private:
    std::vector<double> m_values;
    std::size_t m_next = 0;
    std::size_t m_size = 0;
};

}  // namespace core::indicator
