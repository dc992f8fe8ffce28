// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstdint>

namespace core::detect {

/// Whether a launch was a rug by the price of its first hour alone: it fell by 90% from its peak and regained at
/// most 1% of that fall. Prices are ratios in any one unit. Source: detection section 4.15 (Kliuchnikov 2026).
class RugOutcome {
public:
    static constexpr std::int64_t kSeconds = 3'600;

    void trade(double price) noexcept {
        m_last = price;
        if (price > m_peak) {
            m_peak = price;
            m_low = price;
        }
        m_low = std::min(m_low, price);
    }
    /// As far as the hour has come.
    [[nodiscard]] bool rugged() const noexcept {
        const double fall = m_peak - m_low;
        return m_peak > 0 && fall >= kFall * m_peak && m_last - m_low <= kRegained * fall;
    }
    [[nodiscard]] double peak() const noexcept { return m_peak; }
    /// Last price over the peak; 1 before any trade.
    [[nodiscard]] double ofPeak() const noexcept { return m_peak > 0 ? m_last / m_peak : 1; }

private:
    static constexpr double kFall = 0.90;
    static constexpr double kRegained = 0.01;
    double m_peak = 0;
    double m_low = 0;
    double m_last = 0;
};

}  // namespace core::detect
