// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/kinds.h"
#include "core/indicator/smoothing.h"

#include <algorithm>

namespace core::indicator {
namespace {

/// Average true range by Wilder (New Concepts in Technical Trading Systems, 1978).
class Atr final : public Indicator {
public:
    explicit Atr(std::size_t period) : m_average(period) {}
    void value(const BarInput& bar, std::span<double> lines) const override {
        lines[0] = m_average.with(trueRange(bar));
    }
    void close(const BarInput& bar) override {
        m_average.push(trueRange(bar));
        m_lastClose = bar.close;
    }

private:
    [[nodiscard]] double trueRange(const BarInput& bar) const {
        if (!known(m_lastClose)) return bar.high - bar.low;
        return std::max(bar.high, m_lastClose) - std::min(bar.low, m_lastClose);
    }

    Wilder m_average;
    double m_lastClose = kNone;
};

constexpr LineSpec kLines[]{{"ATR"}};
constexpr ParameterSpec kParameters[]{{.name = "period", .standard = 14}};

}  // namespace

const Kind kAtr{.id = "atr",
                .title = "ATR",
                .place = Place::OwnPane,
                .lines = kLines,
                .parameters = kParameters,
                .make = [](std::span<const double> given) -> std::unique_ptr<Indicator> {
                    return std::make_unique<Atr>(static_cast<std::size_t>(given[0]));
                }};

}  // namespace core::indicator
