// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace core::detect {

/// A sum that fades: what lies `window` seconds back counts 1/e. Late additions count as old as they are.
class FadingSum {
public:
    void add(double what, std::int64_t time, double window) noexcept;
    [[nodiscard]] double at(std::int64_t time, double window) const noexcept;

private:
    double m_sum = 0;
    std::int64_t m_time = 0;
};

/// Bound of P(sum of `trials` independent events of total expectation `mean` >= least): the binomial tail of the
/// same mean, which is no smaller from mean + 1 on (Hoeffding 1956); below, 1 is given.
[[nodiscard]] double poissonBinomialTail(std::uint32_t least, std::uint32_t trials, double mean);

}  // namespace core::detect
