// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace core {

/// A token that prices are told in. Source: interfaces section 3, in the order that decides which side of
/// a pair is the coin.
struct QuoteAsset {
    Mint mint;
    std::string_view ticker;
    std::uint8_t decimals;
};

/// wSOL; native SOL is told under it too.
[[nodiscard]] const Mint& wrappedSolMint() noexcept;

/// The asset when `mint` is one of wSOL, USDC, USDT, USD1; null otherwise.
[[nodiscard]] const QuoteAsset* quoteAsset(const Mint& mint) noexcept;

/// Preference as a quote, 0 first; nothing for a mint that is no quote asset.
[[nodiscard]] std::optional<std::size_t> quoteRank(const Mint& mint) noexcept;

}  // namespace core
