// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/statistics.h"

#include <algorithm>
#include <cmath>

namespace core::detect {

void FadingSum::add(double what, std::int64_t time, double window) noexcept {
    if (time > m_time) {
        if (m_sum != 0) m_sum *= std::exp(-static_cast<double>(time - m_time) / window);
        m_time = time;
    } else if (time < m_time) {
        what *= std::exp(-static_cast<double>(m_time - time) / window);
    }
    m_sum += what;
}

double FadingSum::at(std::int64_t time, double window) const noexcept {
    return time <= m_time ? m_sum : m_sum * std::exp(-static_cast<double>(time - m_time) / window);
}

double poissonBinomialTail(std::uint32_t least, std::uint32_t trials, double mean) {
    if (least == 0 || least < mean + 1) return 1;
    if (least > trials || mean <= 0) return 0;
    const double n = trials;
    const double p = mean / n;
    double term = std::exp(std::lgamma(n + 1) - std::lgamma(least + 1.0) - std::lgamma(n - least + 1) +
                           least * std::log(p) + (n - least) * std::log1p(-p));
    double sum = 0;
    for (std::uint32_t k = least; k <= trials; ++k) {
        sum += term;
        term *= (n - k) / (k + 1.0) * p / (1 - p);
        if (term < sum * 1e-12) break;
    }
    return std::min(1.0, sum);
}

}  // namespace core::detect
