// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/kinds.h"
namespace core::indicator {
namespace {

/// Share of supply of the ten largest holders, a cluster counting as one. Bars without a figure show the
/// last one known.
class Top10 final : public Indicator {
public:
    void value(const BarInput& bar, std::span<double> lines) const override {
        lines[0] = known(bar.top10Share) ? bar.top10Share * 100 : m_last;
    }
    void close(const BarInput& bar) override {
        if (known(bar.top10Share)) m_last = bar.top10Share * 100;
    }

private:
    double m_last = kNone;
};

constexpr LineSpec kLines[]{{"top 10 by entity"}};

}  // namespace

const Kind kTop10{
    .id = "top10",
    .title = "Top 10 by entity",
    .place = Place::OwnPane,
    .unit = Unit::Percent,
    .lines = kLines,
    .needsPeople = true,
    .make = [](std::span<const double>) -> std::unique_ptr<Indicator> { return std::make_unique<Top10>(); }};

}  // namespace core::indicator
