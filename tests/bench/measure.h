// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <vector>

namespace bench {

/// The middle one; 0 of none.
inline double median(std::vector<double> values) {
    if (values.empty()) return 0;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

/// Times `subject`, and `limit` right before it in every iteration, so that whatever else the machine does
/// falls on both. `ratio_to_limit` is the median time of the limit over the median time of the subject: 1 is
/// as fast as the limit, 0.5 half as fast. The benchmark must use manual time.
template <class Limit, class Subject>
void againstLimit(benchmark::State& state, Limit&& limit, Subject&& subject, double bytes, double items) {
    using SteadyClock = std::chrono::steady_clock;
    std::vector<double> limits;
    std::vector<double> subjects;
    for ([[maybe_unused]] auto iteration : state) {
        const auto begun = SteadyClock::now();
        limit();
        const auto between = SteadyClock::now();
        subject();
        const auto ended = SteadyClock::now();
        limits.push_back(std::chrono::duration<double>(between - begun).count());
        subjects.push_back(std::chrono::duration<double>(ended - between).count());
        state.SetIterationTime(subjects.back());
    }
    const double took = median(subjects);
    const double atBest = median(limits);
    if (took <= 0 || atBest <= 0) return;
    state.counters["ratio_to_limit"] = atBest / took;
    if (bytes > 0) {
        state.counters["MB_per_s"] = bytes / took / 1e6;
        state.counters["limit_MB_per_s"] = bytes / atBest / 1e6;
    }
    if (items > 0) {
        state.counters["items_per_s"] = items / took;
        state.counters["limit_items_per_s"] = items / atBest;
    }
}

}  // namespace bench
