// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/price.h"

#include <cmath>

namespace core {

double PriceRatio::value(int baseDecimals, int quoteDecimals) const noexcept {
    if (base == 0) return 0.0;
    const double raw = static_cast<double>(quote) / static_cast<double>(base);
    return raw * std::pow(10.0, baseDecimals - quoteDecimals);
}

}  // namespace core
