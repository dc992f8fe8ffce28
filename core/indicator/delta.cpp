// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/kinds.h"
namespace core::indicator {
namespace {

/// Bought minus sold volume of each bar.
class Delta final : public Indicator {
public:
    void value(const BarInput& bar, std::span<double> lines) const override {
        lines[0] = 2 * bar.buyVolume - bar.volume;
    }
    void close(const BarInput&) override {}
};

constexpr LineSpec kLines[]{{"delta", LineStyle::SignedHistogram}};
constexpr double kGuides[]{0};

}  // namespace

const Kind kDelta{
    .id = "delta",
    .title = "Buy/sell delta",
    .place = Place::OwnPane,
    .unit = Unit::Quote,
    .lines = kLines,
    .guides = kGuides,
    .make = [](std::span<const double>) -> std::unique_ptr<Indicator> { return std::make_unique<Delta>(); }};

}  // namespace core::indicator
