// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/severity.h"

#include <algorithm>

namespace core::alert {

Severity weighed(double confidence, std::optional<double> supplyShare, std::optional<double> liquiditySol) {
    constexpr double kFullShare = 0.05;
    constexpr double kFullLiquidity = 20;  // SOL
    constexpr double kCritical = 0.4;
    constexpr double kWarning = 0.1;
    double weight = confidence;
    if (supplyShare) weight *= std::clamp(*supplyShare / kFullShare, 0.0, 1.0);
    if (liquiditySol) weight *= std::clamp(*liquiditySol / kFullLiquidity, 0.0, 1.0);
    if (weight >= kCritical && supplyShare) return Severity::Critical;
    return weight >= kWarning ? Severity::Warning : Severity::Info;
}

}  // namespace core::alert
