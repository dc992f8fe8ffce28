// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/kinds.h"
#include "core/indicator/window.h"

namespace core::indicator {
namespace {

class MovingAverage final : public Indicator {
public:
    explicit MovingAverage(std::size_t period) : m_closes(period) {}
    void value(const BarInput& bar, std::span<double> lines) const override {
        lines[0] = m_closes.fullWithOneMore() ? m_closes.meanWith(bar.close) : kNone;
    }
    void close(const BarInput& bar) override { m_closes.push(bar.close); }

private:
    Window m_closes;
};

constexpr LineSpec kLines[]{{"MA"}};
constexpr ParameterSpec kParameters[]{{.name = "period", .standard = 20}};

}  // namespace

const Kind kMovingAverage{.id = "ma",
                          .title = "MA",
                          .lines = kLines,
                          .parameters = kParameters,
                          .make = [](std::span<const double> given) -> std::unique_ptr<Indicator> {
                              return std::make_unique<MovingAverage>(static_cast<std::size_t>(given[0]));
                          }};

}  // namespace core::indicator
