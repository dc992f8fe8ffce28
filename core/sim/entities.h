// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/curve.h"
#include "core/sim/transaction_builder.h"

#include <cstdint>
#include <string>
#include <unordered_map>
#include <vector>

namespace core::sim {

using TraderId = std::uint64_t;
using TokenId = std::uint64_t;

/// Someone with a wallet. Traders that are not `lasting` leave with the token they traded. What an `agent` holds is
/// sold by its own scheme alone, and it spends nothing that it was not seen to get.
struct Trader {
    TraderId id = 0;
    Address wallet;
    Address volumeAccumulator;
    std::uint64_t lamports = 0;
    bool lasting = false;
    bool agent = false;
};

/// What one trader holds of one token.
struct Holding {
    TraderId trader = 0;
    Address account;  ///< the associated token account
    TokenCell cell;
    std::uint64_t paidLamports = 0;  ///< all in, over all buys
    std::uint64_t boughtTokens = 0;
    bool agent = false;  ///< the trader is one
};

/// One trader's share in a pool's liquidity.
struct LiquidityStake {
    Address account;
    TokenCell cell;
};

/// Where a token trades.
enum class TokenStage : std::uint8_t { Curve, Complete, Pool };

/// A launched token with its curve and, later, its pool.
struct Token {
    TokenId id = 0;
    std::string name, symbol, uri;
    Address mint, curveAccount, curveVault, creatorVault, creatorWallet;
    TraderId creator = 0;
    std::uint64_t createdSlot = 0;
    std::int64_t createdNs = 0;
    std::int64_t lastTradeNs = 0;
    TokenStage stage = TokenStage::Curve;

    BondingCurve curve;
    std::uint64_t mintLamports = 0;
    std::uint64_t curveLamports = 0;
    TokenCell curveTokens;
    std::uint64_t creatorVaultLamports = 0;

    Address pool, poolAuthority, lpMint, poolBaseVault, poolQuoteVault, creatorVaultAuthority, creatorQuoteVault;
    Address authorityBaseAccount, authorityQuoteAccount, authorityLpAccount;
    ConstantProductPool amm;
    std::uint64_t poolStartLamports = 0;
    std::uint64_t poolLamports = 0;
    std::uint64_t lpMintLamports = 0;
    std::uint64_t lpSupply = 0;  ///< what the pool counts: burnt liquidity too
    std::unordered_map<TraderId, LiquidityStake> stakes;
    TokenCell poolBase, poolQuote, creatorQuote, authorityBase, authorityQuote;

    /// How much attention it draws at its best; heavy-tailed over tokens.
    std::uint64_t appeal = 0;
    /// One of the few that can fill the curve.
    bool star = false;

    std::vector<Holding> holdings;
    std::unordered_map<TraderId, std::size_t> holdingOf;  ///< index into holdings

    /// The trader's holding, made when there is none.
    Holding& holding(const Trader& trader, std::uint64_t seed);
    [[nodiscard]] std::uint64_t held(TraderId trader) const noexcept;
    /// Lamports per 10^15 raw tokens: for comparing prices only.
    [[nodiscard]] std::uint64_t price() const noexcept;
};

}  // namespace core::sim
