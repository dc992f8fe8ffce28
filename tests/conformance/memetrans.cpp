// SPDX-License-Identifier: GPL-3.0-or-later
// Scores the calibration that rug_risk uses on published predictions of other people's models, since no published
// set carries the features of a launch itself. Each model's odds of a high-risk launch are calibrated on the rows
// of even number, and both are judged on those of odd number. Not a test: prints a table. Usage: memetrans
// PREDICTIONS (test_predictions.csv, compressed or not).
#include "core/detect/calibration.h"
#include "tests/conformance/csv_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <vector>

namespace {

struct Case {
    double odds;  ///< of a high-risk launch
    bool high;
};

double brier(const std::vector<Case>& cases) {
    double sum = 0;
    for (const Case& each : cases) sum += (each.odds - (each.high ? 1 : 0)) * (each.odds - (each.high ? 1 : 0));
    return sum / static_cast<double>(cases.size());
}

double expectedError(const std::vector<Case>& cases) {
    struct Bin {
        double odds = 0, high = 0;
    };
    std::array<Bin, 10> bins{};
    for (const Case& each : cases) {
        Bin& bin = bins[std::min<std::size_t>(9, static_cast<std::size_t>(each.odds * 10))];
        bin.odds += each.odds;
        bin.high += each.high ? 1 : 0;
    }
    double sum = 0;
    for (const Bin& bin : bins) sum += std::abs(bin.odds - bin.high);
    return sum / static_cast<double>(cases.size());
}

/// Area under the precision-recall curve, as average precision; ties take the precision at their end.
double averagePrecision(std::vector<Case> cases) {
    std::sort(cases.begin(), cases.end(), [](const Case& a, const Case& b) { return a.odds > b.odds; });
    double positives = 0;
    for (const Case& each : cases) positives += each.high ? 1 : 0;
    double found = 0, sum = 0;
    for (std::size_t i = 0; i < cases.size();) {
        std::size_t end = i;
        double here = 0;
        for (; end < cases.size() && cases[end].odds == cases[i].odds; ++end) here += cases[end].high ? 1 : 0;
        found += here;
        sum += here * found / static_cast<double>(end);
        i = end;
    }
    return sum / positives;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fprintf(stderr, "usage: memetrans PREDICTIONS\n");
        return 2;
    }
    if (!std::filesystem::exists(argv[1])) {
        std::fprintf(stderr, "skipped: %s is not there\n", argv[1]);
        return 0;
    }
    constexpr std::array kModels{"lgbm", "lr", "mlp", "rf", "rf2", "xgb"};
    std::array<std::vector<Case>, kModels.size()> all;
    const bool read = conformance::eachRow(argv[1], [&](const std::vector<std::string_view>& cells) {
        if (cells.size() != kModels.size() + 2) return;
        for (std::size_t i = 0; i < kModels.size(); ++i)
            // The files call what is not of high risk 1.
            all[i].push_back({1 - std::strtod(std::string{cells[i + 2]}.c_str(), nullptr), cells[1] == "0"});
    });
    if (!read) return 1;
    std::printf("| model | AUPRC(high) | Brier raw | Brier calibrated | expected error raw | calibrated |\n");
    std::printf("|---|---|---|---|---|---|\n");
    for (std::size_t i = 0; i < kModels.size(); ++i) {
        core::detect::Calibration calibration;
        std::vector<Case> raw, calibrated;
        for (std::size_t k = 0; k < all[i].size(); k += 2) calibration.learn(all[i][k].odds, all[i][k].high);
        for (std::size_t k = 1; k < all[i].size(); k += 2) {
            raw.push_back(all[i][k]);
            calibrated.push_back({calibration.probability(all[i][k].odds), all[i][k].high});
        }
        std::printf("| %s | %.3f | %.4f | %.4f | %.3f | %.3f |\n", kModels[i], averagePrecision(all[i]), brier(raw),
                    brier(calibrated), expectedError(raw), expectedError(calibrated));
    }
    double high = 0;
    for (const Case& each : all[0]) high += each.high ? 1 : 0;
    const double base = high / static_cast<double>(all[0].size());
    std::printf("%zu launches, %.1f%% of high risk; saying that of each has a Brier score of %.4f\n", all[0].size(),
                base * 100, base * (1 - base));
    return 0;
}
