// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/kinds.h"
#include "core/indicator/window.h"

#include <algorithm>

namespace core::indicator {
namespace {

/// Moving average and bands of standard deviations (of the population) around it.
class Bollinger final : public Indicator {
public:
    Bollinger(std::size_t period, double width) : m_closes(period), m_width(width) {}
    void value(const BarInput& bar, std::span<double> lines) const override {
        lines[0] = lines[1] = lines[2] = kNone;
        if (!m_closes.fullWithOneMore()) return;
        const double mean = m_closes.meanWith(bar.close);
        double squares = (bar.close - mean) * (bar.close - mean);
        for (std::size_t i = m_closes.size() + 1 - m_closes.period(); i < m_closes.size(); ++i)
            squares += (m_closes.at(i) - mean) * (m_closes.at(i) - mean);
        const double deviation = std::sqrt(squares / static_cast<double>(m_closes.period()));
        lines[0] = mean + m_width * deviation;
        lines[1] = mean;
        lines[2] = mean - m_width * deviation;
    }
    void close(const BarInput& bar) override { m_closes.push(bar.close); }

private:
    Window m_closes;
    double m_width;
};

constexpr LineSpec kLines[]{{"upper"}, {"middle"}, {"lower"}};
constexpr ParameterSpec kParameters[]{
    {.name = "period", .standard = 20},
    {.name = "deviations", .standard = 2, .least = 0.1, .most = 20, .whole = false}};

}  // namespace

const Kind kBollinger{.id = "bb",
                      .title = "BB",
                      .lines = kLines,
                      .parameters = kParameters,
                      .make = [](std::span<const double> given) -> std::unique_ptr<Indicator> {
                          return std::make_unique<Bollinger>(static_cast<std::size_t>(given[0]), given[1]);
                      }};

}  // namespace core::indicator
