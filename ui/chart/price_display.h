// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>

namespace ui {

enum class PriceScale : std::uint8_t { Linear, Logarithmic, Percent };

/// What the price axis says of a price. Bars stay in quote units; only words change, so that a new dollar
/// rate moves no candle.
struct PriceDisplay {
    PriceScale scale = PriceScale::Linear;
    bool marketCap = false;
    bool dollars = false;
    double supply = 0;       ///< whole coins; 0 when unknown
    double dollarRate = 0;   ///< of one quote unit; 0 when unknown
    double percentBase = 0;  ///< quote price that reads 0 %

    [[nodiscard]] bool canShowMarketCap() const { return supply > 0; }
    [[nodiscard]] bool canShowDollars() const { return dollarRate > 0; }
    [[nodiscard]] bool percent() const { return scale == PriceScale::Percent && percentBase > 0; }
    /// The number on the axis, a straight function of the price, and back.
    [[nodiscard]] double shown(double price) const;
    [[nodiscard]] double price(double shown) const;
    /// One price in words. `step` is what neighbours differ by on an axis; 0 for four digits.
    [[nodiscard]] QString text(double price, double step = 0) const;
    /// "SOL", "USD", "MCap SOL", "%" …
    [[nodiscard]] QString unit(const QString& quoteTicker) const;

private:
    [[nodiscard]] double factor() const;
};

/// 12.4K, 1.275M, 0.0₅12 with as many digits as tell neighbours `step` apart; `digits` of them for step 0.
[[nodiscard]] QString compactText(double value, double step, int digits = 3);

}  // namespace ui
