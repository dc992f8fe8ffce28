// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alert.h"

#include <optional>

namespace core::alert {

/// What an alert weighs that states no severity: confidence x supply share (full from 5% on) x liquidity (full from
/// 20 SOL on). Critical from 0.4, warning from 0.1. What is unknown is left out of the product, and without a
/// supply share nothing is critical.
[[nodiscard]] Severity weighed(double confidence, std::optional<double> supplyShare,
                               std::optional<double> liquiditySol);

}  // namespace core::alert
