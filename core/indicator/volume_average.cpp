// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/kinds.h"
#include "core/indicator/window.h"

namespace core::indicator {
namespace {

class VolumeAverage final : public Indicator {
public:
    explicit VolumeAverage(std::size_t period) : m_volumes(period) {}
    void value(const BarInput& bar, std::span<double> lines) const override {
        lines[0] = m_volumes.fullWithOneMore() ? m_volumes.meanWith(bar.volume) : kNone;
    }
    void close(const BarInput& bar) override { m_volumes.push(bar.volume); }

private:
    Window m_volumes;
};

constexpr LineSpec kLines[]{{"volume MA"}};
constexpr ParameterSpec kParameters[]{{.name = "period", .standard = 20}};

}  // namespace

const Kind kVolumeAverage{.id = "volma",
                          .title = "Volume MA",
                          .place = Place::OverVolume,
                          .unit = Unit::Quote,
                          .lines = kLines,
                          .parameters = kParameters,
                          .make = [](std::span<const double> given) -> std::unique_ptr<Indicator> {
                              return std::make_unique<VolumeAverage>(static_cast<std::size_t>(given[0]));
                          }};

}  // namespace core::indicator
