// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/kinds.h"
namespace core::indicator {
namespace {

/// Wallets that hold the coin. Bars without a count show the last one known.
class Holders final : public Indicator {
public:
    void value(const BarInput& bar, std::span<double> lines) const override {
        lines[0] = known(bar.holders) ? bar.holders : m_last;
    }
    void close(const BarInput& bar) override {
        if (known(bar.holders)) m_last = bar.holders;
    }

private:
    double m_last = kNone;
};

constexpr LineSpec kLines[]{{"holders"}};

}  // namespace

const Kind kHolders{
    .id = "holders",
    .title = "Holders",
    .place = Place::OwnPane,
    .unit = Unit::Plain,
    .lines = kLines,
    .needsPeople = true,
    .make = [](std::span<const double>) -> std::unique_ptr<Indicator> { return std::make_unique<Holders>(); }};

}  // namespace core::indicator
