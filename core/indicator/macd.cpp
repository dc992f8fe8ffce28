// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/kinds.h"
#include "core/indicator/smoothing.h"

#include <algorithm>

namespace core::indicator {
namespace {

/// Moving average convergence/divergence: fast minus slow average, its own average, and what is between.
class Macd final : public Indicator {
public:
    Macd(std::size_t fast, std::size_t slow, std::size_t signal)
        : m_fast(std::min(fast, slow)), m_slow(std::max(fast, slow)), m_signal(signal), m_signalPeriod(signal) {}
    void value(const BarInput& bar, std::span<double> lines) const override {
        lines[0] = lines[1] = lines[2] = kNone;
        const double macd = macdAt(bar);
        if (!known(macd)) return;
        lines[0] = macd;
        if (m_count + 1 < m_signalPeriod) return;
        lines[1] = m_signal.raw(macd);
        lines[2] = macd - lines[1];
    }
    void close(const BarInput& bar) override {
        const double macd = macdAt(bar);
        if (known(macd)) {
            m_signal.push(macd);
            ++m_count;
        }
        m_fast.push(bar.close);
        m_slow.push(bar.close);
    }

private:
    [[nodiscard]] double macdAt(const BarInput& bar) const {
        const double slow = m_slow.with(bar.close);
        return known(slow) ? m_fast.raw(bar.close) - slow : kNone;
    }

    Exponential m_fast;
    Exponential m_slow;
    Exponential m_signal;
    std::size_t m_signalPeriod;
    std::size_t m_count = 0;
};

constexpr LineSpec kLines[]{{"MACD"}, {"signal"}, {"histogram", LineStyle::SignedHistogram}};
constexpr ParameterSpec kParameters[]{
    {.name = "fast", .standard = 12}, {.name = "slow", .standard = 26}, {.name = "signal", .standard = 9}};
constexpr double kGuides[]{0};

}  // namespace

const Kind kMacd{.id = "macd",
                 .title = "MACD",
                 .place = Place::OwnPane,
                 .lines = kLines,
                 .parameters = kParameters,
                 .guides = kGuides,
                 .make = [](std::span<const double> given) -> std::unique_ptr<Indicator> {
                     return std::make_unique<Macd>(static_cast<std::size_t>(given[0]),
                                                   static_cast<std::size_t>(given[1]),
                                                   static_cast<std::size_t>(given[2]));
                 }};

}  // namespace core::indicator
