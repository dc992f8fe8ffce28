// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"
#include "core/detect/flag_book.h"
#include "core/intel/intel.h"
#include "core/ledger/market.h"
#include "core/pipeline/analysis_json.h"

#include <memory>
#include <string>
#include <vector>

namespace test {

/// A flag that is worth a look, in the form of an alert: what tests of detectors compare.
[[nodiscard]] inline core::Alert alertOf(const core::Flag& flag) {
    core::Alert alert;
    alert.rule = flag.kind;
    alert.kind = flag.kind;
    alert.mint = flag.mint;
    alert.subject = flag.subject;
    alert.wallets = flag.wallets;
    alert.slot = flag.slot;
    alert.time = flag.time;
    alert.severity = flag.gravity.value_or(core::Severity::Info);
    alert.text = flag.rule;
    alert.confidence = flag.confidence;
    alert.evidence = flag.evidence;
    return alert;
}

/// One detector over a ledger of its own, as the engine runs it.
class DetectorRun {
public:
    explicit DetectorRun(const core::detect::DetectorInfo& info) : m_detector(info.make()) {}

    /// Applies one event and returns the flags worth a look that it made the detector say.
    std::vector<core::Alert> operator()(const core::Event& event) {
        const auto* coin = m_market.apply(event, m_arrival++);
        m_intel.apply(event, coin);
        core::detect::Findings found;
        const core::detect::Scene scene{event, coin, m_market, m_intel};
        m_detector->onEvent(scene, found);
        for (const auto& group : m_intel.closedGroups()) {
            const core::detect::Scene closed{event, group.coin, m_market, m_intel};
            m_detector->onSlotGroup(closed, group, found);
        }
        std::vector<core::Alert> out;
        for (core::Flag& flag : found.flags) {
            if (flag.gravity) out.push_back(alertOf(flag));
            flags.push_back(std::move(flag));
        }
        alerts.insert(alerts.end(), out.begin(), out.end());
        return out;
    }

    /// Tells the detector what another one said with the event.
    void hear(const core::Event& event, const core::Flag& flag) {
        core::detect::Findings found;
        m_detector->onFlag(core::detect::Scene{event, nullptr, m_market, m_intel}, flag, found);
        flags.insert(flags.end(), found.flags.begin(), found.flags.end());
    }
    /// Tells it how a wallet began; `event` is the present.
    void learn(const core::Event& event, const core::WalletHistory& history) {
        m_intel.learn(history);
        core::detect::Findings found;
        m_detector->onHistory(core::detect::Scene{event, nullptr, m_market, m_intel}, history, found);
        flags.insert(flags.end(), found.flags.begin(), found.flags.end());
    }
    [[nodiscard]] std::vector<core::Lead> leads() const { return m_detector->leads(m_intel); }

    std::vector<core::Alert> alerts;  ///< all so far
    std::vector<core::Flag> flags;    ///< all so far

private:
    std::unique_ptr<core::detect::Detector> m_detector;
    core::ledger::Market m_market;
    core::intel::Intel m_intel;
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
