// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/pipeline/snapshot.h"

#include <QString>

#include <optional>

namespace ui::format {

/// "SOL", "USDC" …; `abcd…wxyz` for a quote that has no name here.
[[nodiscard]] QString quoteTicker(const core::Mint& quote);
/// Symbol of the token, or the short mint when its creation was not seen.
[[nodiscard]] QString tokenTitle(const core::pipeline::TokenRow& row);
/// Market cap as "$50.6K" where a dollar rate is known, else as "312 SOL"; unknown without supply or price.
[[nodiscard]] QString marketCap(const core::pipeline::TokenRow& row, std::optional<double> solDollars);
/// `abcd…wxyz` of a base58 text.
[[nodiscard]] QString shortKey(const std::string& base58);
/// Raw units as a decimal number of whole units.
[[nodiscard]] double wholeUnits(std::uint64_t raw, int decimals);
/// Text as a tooltip that can never be taken for markup.
[[nodiscard]] QString plainToolTip(const QString& text);
/// The text that a tooltip was made of; what is none of plainToolTip's is returned as it is.
[[nodiscard]] QString plainTextOf(const QString& toolTip);
/// The mint in a pasted text: a base58 address or a link that carries one. Nothing when there is none.
[[nodiscard]] std::optional<core::Mint> findMint(const QString& text);

}  // namespace ui::format
