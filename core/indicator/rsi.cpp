// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/kinds.h"
#include "core/indicator/smoothing.h"

#include <algorithm>

namespace core::indicator {
namespace {

/// Relative strength index by Wilder (New Concepts in Technical Trading Systems, 1978).
class Rsi final : public Indicator {
public:
    explicit Rsi(std::size_t period) : m_gain(period), m_loss(period) {}
    void value(const BarInput& bar, std::span<double> lines) const override {
        lines[0] = kNone;
        if (!known(m_lastClose)) return;
        const double change = bar.close - m_lastClose;
        const double gain = m_gain.with(std::max(change, 0.0));
        const double loss = m_loss.with(std::max(-change, 0.0));
        if (!known(gain)) return;
        // A market that does not move is neither strong nor weak.
        lines[0] = gain + loss == 0 ? 50 : 100 * gain / (gain + loss);
    }
    void close(const BarInput& bar) override {
        if (known(m_lastClose)) {
            const double change = bar.close - m_lastClose;
            m_gain.push(std::max(change, 0.0));
            m_loss.push(std::max(-change, 0.0));
        }
        m_lastClose = bar.close;
    }

private:
    Wilder m_gain;
    Wilder m_loss;
    double m_lastClose = kNone;
};

constexpr LineSpec kLines[]{{"RSI"}};
constexpr ParameterSpec kParameters[]{{.name = "period", .standard = 14}};
constexpr double kGuides[]{30, 70};

}  // namespace

const Kind kRsi{.id = "rsi",
                .title = "RSI",
                .place = Place::OwnPane,
                .unit = Unit::Plain,
                .lines = kLines,
                .parameters = kParameters,
                .guides = kGuides,
                .make = [](std::span<const double> given) -> std::unique_ptr<Indicator> {
                    return std::make_unique<Rsi>(static_cast<std::size_t>(given[0]));
                }};

}  // namespace core::indicator
