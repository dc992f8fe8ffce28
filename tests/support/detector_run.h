// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"
#include "core/ledger/market.h"
#include "core/pipeline/analysis.h"

#include <memory>
#include <string>
#include <vector>

namespace test {

/// One detector over a ledger of its own, as the engine runs it.
class DetectorRun {
public:
    explicit DetectorRun(const core::detect::DetectorInfo& info) : m_detector(info.make()) {}

    /// Applies one event and returns what it made the detector say.
    std::vector<core::Alert> operator()(const core::Event& event) {
        std::vector<core::Alert> out;
        if (const auto* coin = m_market.apply(event, m_arrival++)) m_detector->onEvent(event, *coin, out);
        alerts.insert(alerts.end(), out.begin(), out.end());
        return out;
    }

    std::vector<core::Alert> alerts;  ///< all so far

private:
    std::unique_ptr<core::detect::Detector> m_detector;
    core::ledger::Market m_market;
    std::uint64_t m_arrival = 0;
};

/// Everything the alerts say, one a line.
[[nodiscard]] inline std::string toldBy(const std::vector<core::Alert>& alerts) {
    std::string out;
    for (const core::Alert& alert : alerts) {
        core::pipeline::appendAlertJson(alert, out);
        out += '\n';
    }
    return out;
}

}  // namespace test
