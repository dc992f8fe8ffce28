// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/review/alert_history.h"
#include "core/store/trade_store.h"

namespace core::review {

/// A stored alert as it was raised, as far as the row tells: columns first, then wallets, evidence, group and price
/// from its JSON (interfaces section 4). The row may come from anywhere: texts are sanitized and cut, lists are
/// cut, what is not of its form is left out. Thread: any.
[[nodiscard]] AlertRecord recordOf(const store::StoredAlert& row);

}  // namespace core::review
