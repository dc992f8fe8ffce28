// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/wallet_page.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::review {

/// What the database holds of one wallet: this session's and earlier ones'. Nobody watched in between, so balances
/// and open results are unknown. Immutable.
struct WalletPast {
    Wallet wallet;
    std::vector<pipeline::WalletCoin> coins;  ///< traded last first, at most kMostCoins
    std::size_t coinCount = 0;                ///< coins with stored trades or transfers
    std::size_t coinsRead = 0;                ///< of them so far; those stored last come first
    bool done = false;                        ///< nothing more will be read
    std::uint64_t trades = 0;
    std::uint64_t transfers = 0;              ///< with mints and burns
    std::optional<std::int64_t> storedSince;  ///< Unix seconds of the oldest stored trade of anybody
    // Over the coins read that are counted in SOL.
    std::size_t sales = 0;           ///< with a known purchase
    std::int64_t realised = 0;       ///< lamports, of those
    std::optional<double> coverage;  ///< share of the coins sold whose purchase is stored, by proceeds
    std::size_t coinsSold = 0;       ///< with a known purchase
    std::size_t coinsWon = 0;        ///< of them with a gain
    std::size_t otherQuote = 0;      ///< coins in another quote asset, in no sum
    std::string error;               ///< why nothing more could be read; empty when all went well

    static constexpr std::size_t kMostCoins = 10'000;
};

}  // namespace core::review
