// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/model/quote_asset.h"

#include <array>

namespace core {
namespace {

Mint mintOf(std::string_view base58) {
    return Mint::fromBase58(base58).value();
}

const std::array<QuoteAsset, 4>& assets() {
    static const std::array<QuoteAsset, 4> table{{
        {mintOf("So11111111111111111111111111111111111111112"), "SOL", 9},
        {mintOf("EPjFWdd5AufqSSqeM2qN1xzybapC8G4wEGGkZwyTDt1v"), "USDC", 6},
        {mintOf("Es9vMFrzaCERmJfrF4H2FYD4KCoNkY11McCe8BenwNYB"), "USDT", 6},
        {mintOf("USD1ttGY1N17NEEHLmELoaybftRBUSErhqYiQzvEmuB"), "USD1", 6},
    }};
    return table;
}

}  // namespace

const Mint& wrappedSolMint() noexcept {
    return assets()[0].mint;
}

std::optional<std::size_t> quoteRank(const Mint& mint) noexcept {
    for (std::size_t i = 0; i < assets().size(); ++i)
        if (assets()[i].mint == mint) return i;
    return std::nullopt;
}

const QuoteAsset* quoteAsset(const Mint& mint) noexcept {
    const auto rank = quoteRank(mint);
    return rank ? &assets()[*rank] : nullptr;
}

}  // namespace core
