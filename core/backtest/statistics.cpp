// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backtest/statistics.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace core::backtest {
namespace {

constexpr double kZ = 1.959963984540054;  // 95%

// Middle and half width of Wilson's interval.
std::optional<Interval> wilson(const Rate& rate) {
    if (rate.of == 0) return std::nullopt;
    const auto n = static_cast<double>(rate.of);
    const double p = static_cast<double>(rate.hits) / n;
    const double scale = 1 + kZ * kZ / n;
    const double middle = (p + kZ * kZ / (2 * n)) / scale;
    const double half = kZ * std::sqrt(p * (1 - p) / n + kZ * kZ / (4 * n * n)) / scale;
    return Interval{std::max(0.0, middle - half), std::min(1.0, middle + half)};
}

}  // namespace

std::optional<double> Rate::value() const {
    if (of == 0) return std::nullopt;
    return static_cast<double>(hits) / static_cast<double>(of);
}
std::optional<double> Rate::low() const {
    const auto interval = wilson(*this);
    return interval ? std::optional{interval->low} : std::nullopt;
}
std::optional<double> Rate::high() const {
    const auto interval = wilson(*this);
    return interval ? std::optional{interval->high} : std::nullopt;
}

std::optional<double> median(std::vector<double> values) {
    if (values.empty()) return std::nullopt;
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

std::optional<Interval> medianInterval(const std::vector<double>& values) {
    constexpr std::size_t kFewest = 5;
    constexpr std::size_t kResamples = 1'000;
    constexpr std::size_t kMostValues = 2'000;
    if (values.size() < kFewest) return std::nullopt;
    // Beyond so many the interval is narrow anyway: every n-th of them.
    std::vector<double> sample;
    const std::size_t step = (values.size() + kMostValues - 1) / kMostValues;
    for (std::size_t i = 0; i < values.size(); i += step) sample.push_back(values[i]);
    std::mt19937_64 random{20261129};
    std::vector<double> medians;
    std::vector<double> drawn(sample.size());
    for (std::size_t round = 0; round < kResamples; ++round) {
        for (double& each : drawn) each = sample[random() % sample.size()];
        medians.push_back(*median(drawn));
    }
    std::sort(medians.begin(), medians.end());
    return Interval{medians[kResamples / 40], medians[kResamples - 1 - kResamples / 40]};
}

}  // namespace core::backtest
