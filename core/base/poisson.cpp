// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/poisson.h"

#include <algorithm>
#include <cmath>

namespace core {

double poissonTail(std::uint64_t least, double mean) noexcept {
    if (least == 0) return 1;
    if (!(mean > 0)) return 0;
    const auto k = static_cast<double>(least);
    if (std::isinf(mean)) return 1;
    // std::lgamma writes a global sign; the argument is positive, the sign known.
    int sign = 0;
    const auto chance = [&](double count) {
        return std::exp(count * std::log(mean) - mean - lgamma_r(count + 1, &sign));
    };
    constexpr double kNothing = 1e-17;
    double sum = 0;
    if (k > mean) {
        // The tail is summed itself: 1 minus the rest would lose what is left below 1e-16. Its terms fall.
        double term = chance(k);
        for (double at = k; term > sum * kNothing; ++at) {
            sum += term;
            term *= mean / (at + 1);
        }
        return std::min(1.0, sum);
    }
    // Below the mean the rest is what falls away from its largest term.
    double term = chance(k - 1);
    for (double at = k - 1; at >= 0 && term > sum * kNothing; --at) {
        sum += term;
        term *= at / mean;
    }
    return std::max(0.0, 1 - sum);
}

}  // namespace core
