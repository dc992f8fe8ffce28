// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/wallet_alerts.h"

#include <string>
#include <utility>

namespace app {
namespace {

using core::alert::Activity;
using core::alert::Condition;
using core::alert::Rule;
using core::alert::Verb;

// A wallet that buys in pieces is one piece of news.
constexpr std::int64_t kCoolDown = 60;

}  // namespace

std::optional<Rule> walletAlertRule(const core::alert::Watchlists& lists) {
    const auto list = lists.find(core::alert::kAlerts);
    if (list == lists.end() || list->second.wallets.empty()) return std::nullopt;
    Rule out;
    out.id = "wallet_alerts";
    out.title = "A wallet you asked about buys or sells";
    out.kind = "wallet_trade";
    out.group = core::AlertGroup::HighSignal;
    out.severity = core::Severity::Warning;
    out.coolDownSeconds = kCoolDown;
    core::alert::AnyOf either;
    for (const Verb verb : {Verb::Buy, Verb::Sell}) {
        Activity does;
        does.verb = verb;
        does.actor.who = core::alert::Who::Listed;
        does.actor.name = std::string{core::alert::kAlerts};
        either.of.push_back(Condition{std::move(does)});
    }
    out.when = Condition{std::move(either)};
    return out;
}

}  // namespace app
