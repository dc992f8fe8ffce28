// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/kinds.h"
#include "core/indicator/smoothing.h"

namespace core::indicator {
namespace {

class Ema final : public Indicator {
public:
    explicit Ema(std::size_t period) : m_average(period) {}
    void value(const BarInput& bar, std::span<double> lines) const override {
        lines[0] = m_average.with(bar.close);
    }
    void close(const BarInput& bar) override { m_average.push(bar.close); }

private:
    Exponential m_average;
};

constexpr LineSpec kLines[]{{"EMA"}};
constexpr ParameterSpec kParameters[]{{.name = "period", .standard = 20}};

}  // namespace

const Kind kEma{.id = "ema",
                .title = "EMA",
                .lines = kLines,
                .parameters = kParameters,
                .make = [](std::span<const double> given) -> std::unique_ptr<Indicator> {
                    return std::make_unique<Ema>(static_cast<std::size_t>(given[0]));
                }};

}  // namespace core::indicator
