// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/graduation.h"

#include "core/ledger/market.h"

#include <fmt/format.h>

#include <unordered_set>

namespace core::detect {
namespace {

class Graduation final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        const Event& event = scene.event;
        if (scene.coin == nullptr || !std::holds_alternative<Graduated>(event.body)) return;
        const ledger::TokenLedger& coin = *scene.coin;
        if (!m_told.insert(coin.mint()).second) return;
        Alert alert;
        alert.rule = "graduated";
        alert.kind = "graduated";
        alert.mint = coin.mint();
        alert.slot = event.at.slot;
        if (const auto time = ledger::eventTime(event.at)) alert.time = BlockTime{*time};
        alert.severity = Severity::Info;
        alert.confidence = 1.0;
        alert.text = fmt::format("{} graduated after {} trades.", coinName(coin), coin.trades);
        Evidence evidence;
        evidence.kind = "migration";
        evidence.signature = event.at.signature;
        evidence.slot = event.at.slot;
        evidence.text = "the curve's program reported the migration";
        alert.evidence.push_back(std::move(evidence));
        out.alerts.push_back(std::move(alert));
    }

private:
    std::unordered_set<Mint> m_told;
};

}  // namespace

std::unique_ptr<Detector> makeGraduation() {
    return std::make_unique<Graduation>();
}

}  // namespace core::detect
