// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"

#include <optional>

namespace app {

/// The wallets whose alert the user switched on, as one rule: it fires when one of the list core::alert::kAlerts
/// buys or sells, on any coin. Nothing while the list is empty. Thread: any.
[[nodiscard]] std::optional<core::alert::Rule> walletAlertRule(const core::alert::Watchlists& lists);

}  // namespace app
