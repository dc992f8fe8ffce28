// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>

namespace core::detect {

/// Turns a score that is meant as a probability into one that was kept so far: in each tenth of the score the share
/// of cases that came true, with the score itself counting as kPrior cases. Thread: confined.
class Calibration {
public:
    static constexpr double kPrior = 20;

    void learn(double score, bool cameTrue) noexcept {
        Bin& bin = m_bins[binOf(score)];
        ++bin.cases;
        bin.came += cameTrue ? 1 : 0;
    }
    [[nodiscard]] double probability(double score) const noexcept {
        const Bin& bin = m_bins[binOf(score)];
        return (kPrior * score + static_cast<double>(bin.came)) / weight(bin);
    }
    /// Half width of the 90% interval of probability(score).
    [[nodiscard]] double spread(double score) const noexcept {
        constexpr double kNinety = 1.645;
        const double mean = probability(score);
        return kNinety * std::sqrt(mean * (1 - mean) / (weight(m_bins[binOf(score)]) + 1));
    }

private:
    static constexpr std::size_t kBins = 10;
    struct Bin {
        std::uint64_t cases = 0;
        std::uint64_t came = 0;
    };
    [[nodiscard]] static std::size_t binOf(double score) noexcept {
        return std::min(kBins - 1, static_cast<std::size_t>(std::clamp(score, 0.0, 1.0) * kBins));
    }
    [[nodiscard]] static double weight(const Bin& bin) noexcept { return kPrior + static_cast<double>(bin.cases); }

    std::array<Bin, kBins> m_bins{};
};

}  // namespace core::detect
