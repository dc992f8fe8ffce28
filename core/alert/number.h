// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace core::alert {

/// A non-negative decimal number as a rule states it: exact, so that printing and reading it change nothing.
class Number {
public:
    /// Digits that a rule may write before and behind the point together.
    static constexpr int kMostDigits = 18;

    constexpr Number() = default;
    /// digits * 10^-decimals.
    explicit Number(std::uint64_t digits, int decimals = 0);

    /// "12", "0.5", "1e-7", "60k", "1.5M", "2B". Errors: BadValue (no number), Overflow (more than kMostDigits).
    [[nodiscard]] static Result<Number> parse(std::string_view text);
    /// The shortest text that reads as the same number; no exponent and no suffix.
    [[nodiscard]] std::string text() const;
    [[nodiscard]] double value() const;
    /// The number times 10^places as an integer, rounded down; nothing beyond 64 bits.
    [[nodiscard]] std::optional<std::uint64_t> scaled(int places) const;

    friend constexpr bool operator==(const Number&, const Number&) noexcept = default;

private:
    std::uint64_t m_digits = 0;
    int m_decimals = 0;  ///< as few as it takes
};

}  // namespace core::alert
