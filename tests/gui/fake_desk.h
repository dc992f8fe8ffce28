// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fake_market.h"
#include "ui/bridge/delivery_desk.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace fake {

struct Judgement {
    std::string key;
    std::optional<bool> verdict;
    std::string reason;
};

/// A session that keeps alerts: hands out what the test says is stored and writes down what was asked of it.
class DeskHost final : public Host, public ui::bridge::AlertDesk {
public:
    std::vector<core::review::AlertWish> wishes;
    std::vector<Judgement> judged;
    std::shared_ptr<const core::review::AlertHistory> history;

    [[nodiscard]] ui::bridge::AlertDesk* alertDesk() override { return this; }
    void askAlerts(const core::review::AlertWish& wish) override { wishes.push_back(wish); }
    [[nodiscard]] std::shared_ptr<const core::review::AlertHistory> alertHistory() const override {
        return history;
    }
    void judgeAlert(const std::string& key, std::optional<bool> verdict, const std::string& reason) override {
        judged.push_back({key, verdict, reason});
    }
};

/// Holds back what it is told to, and nothing is ever over.
class Mutes final : public ui::bridge::DeliveryDesk {
public:
    std::vector<ui::bridge::Mute> list;
    std::int64_t until = 0;
    [[nodiscard]] std::vector<ui::bridge::Mute> mutes() const override { return list; }
    void mute(const ui::bridge::Mute& mute) override {
        std::erase_if(list, [&](const auto& one) { return one.coin == mute.coin && one.rule == mute.rule; });
        if (mute.until > 0) list.push_back(mute);
        emit deliveryChanged();
    }
    [[nodiscard]] std::int64_t silentUntil() const override { return until; }
    void doNotDisturb(std::int64_t seconds) override {
        until = seconds;
        emit deliveryChanged();
    }
};

inline core::Alert alertOf(std::uint32_t coin, const std::string& rule, std::int64_t ago, const std::string& text,
                           core::AlertGroup group = core::AlertGroup::Defence) {
    core::Alert out;
    out.rule = rule;
    out.ruleVersion = 2;
    out.kind = rule;
    out.group = group;
    out.mint = mint(coin);
    out.coin = "C" + std::to_string(coin);
    out.time = core::BlockTime{kNow - ago};
    out.severity = core::Severity::Warning;
    out.text = text;
    out.confidence = 0.8;
    out.price = {100, 10};
    return out;
}

inline std::shared_ptr<const core::review::AlertRecord> recordOf(const core::Alert& alert,
                                                                 std::optional<bool> verdict = {}) {
    auto out = std::make_shared<core::review::AlertRecord>();
    out->key = core::alertKey(alert);
    out->alert = std::make_shared<const core::Alert>(alert);
    out->price = 0.5;
    out->verdict = verdict;
    return out;
}

}  // namespace fake
