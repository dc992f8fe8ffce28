// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace core::backtest {

/// So many of so many, with the 95% interval of Wilson.
struct Rate {
    std::uint64_t hits = 0;
    std::uint64_t of = 0;

    [[nodiscard]] std::optional<double> value() const;
    [[nodiscard]] std::optional<double> low() const;
    [[nodiscard]] std::optional<double> high() const;
};

/// The middle value (mean of the middle two); empty of none.
[[nodiscard]] std::optional<double> median(std::vector<double> values);

struct Interval {
    double low = 0;
    double high = 0;
};
/// 95% interval of the median from 1,000 resamples of a fixed seed: the same values give the same interval. Empty
/// of fewer than five values.
[[nodiscard]] std::optional<Interval> medianInterval(const std::vector<double>& values);

}  // namespace core::backtest
