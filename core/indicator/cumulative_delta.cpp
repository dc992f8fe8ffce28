// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/kinds.h"
namespace core::indicator {
namespace {

/// Bought minus sold volume since the first bar.
class CumulativeDelta final : public Indicator {
public:
    void value(const BarInput& bar, std::span<double> lines) const override {
        lines[0] = m_sum + 2 * bar.buyVolume - bar.volume;
    }
    void close(const BarInput& bar) override { m_sum += 2 * bar.buyVolume - bar.volume; }

private:
    double m_sum = 0;
};

constexpr LineSpec kLines[]{{"cumulative delta"}};
constexpr double kGuides[]{0};

}  // namespace

const Kind kCumulativeDelta{.id = "cumdelta",
                            .title = "Cumulative delta",
                            .place = Place::OwnPane,
                            .unit = Unit::Quote,
                            .lines = kLines,
                            .guides = kGuides,
                            .make = [](std::span<const double>) -> std::unique_ptr<Indicator> {
                                return std::make_unique<CumulativeDelta>();
                            }};

}  // namespace core::indicator
