// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace core::alert {

// The words of the rule language, one table each. An editor of blocks makes its menus of them.

/// A field that a number is held against.
struct Field {
    std::string_view name;
    std::span<const Unit> units;  ///< the first is what it has unless the rule says another
    std::string_view description;
    bool crosses = false;  ///< "crosses above" may be asked of it
    bool wakes = false;    ///< a change of it alone makes a rule look
};

[[nodiscard]] std::span<const Field> walletFields() noexcept;
[[nodiscard]] std::span<const Field> flagFields() noexcept;
[[nodiscard]] std::span<const Field> clusterFields() noexcept;
[[nodiscard]] std::span<const Field> coinFields() noexcept;
/// Null when there is none of that name.
[[nodiscard]] const Field* findField(std::span<const Field> fields, std::string_view name) noexcept;

/// A doing in its forms.
struct VerbWord {
    Verb verb;
    std::string_view one;     ///< "sells"
    std::string_view many;    ///< "sell"
    std::string_view past;    ///< "sold"
    std::string_view events;  ///< "sells", as in "20 sells within 10s"; empty: is not counted so
    bool movesCoins = true;   ///< has an amount
    bool movesQuote = false;  ///< has an amount in SOL
    std::string_view description;
};
[[nodiscard]] std::span<const VerbWord> verbs() noexcept;
[[nodiscard]] const VerbWord& wordOf(Verb verb) noexcept;

/// Kinds of flags a rule may speak of: those of the detectors and of wallets.
[[nodiscard]] std::vector<std::string_view> flagKinds();

/// "%", "% of supply", "SOL", "USD"; empty for None and Seconds.
[[nodiscard]] std::string_view unitWord(Unit unit) noexcept;
/// ">=", ">", "<=", "<".
[[nodiscard]] std::string_view compareWord(Compare compare) noexcept;
/// 90 -> "90s", 300 -> "5m", 7200 -> "2h".
[[nodiscard]] std::string durationText(std::int64_t seconds);

/// Of the candidates the one that a mistyped word most likely means; empty when none is near.
[[nodiscard]] std::string_view nearest(std::string_view word, std::span<const std::string_view> candidates);

}  // namespace core::alert
