// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/pump_instructions.h"

namespace core::sim {

/// The accounts of a pool about to be made.
struct PoolCreation {
    AccountIndex program, pool, globalConfig, authority, authorityBase, authorityQuote, authorityLp, lpMint,
        baseVault, quoteVault, events;
};

/// floor(sqrt(base × quote)) less the locked minimum.
[[nodiscard]] std::uint64_t initialLiquidity(std::uint64_t base, std::uint64_t quote) noexcept;

/// Registers the accounts of the token's canonical pool.
[[nodiscard]] PoolCreation registerPool(VenueContext& at, TokenCell& lpTokens);
/// PumpSwap's create_pool. Source: solana-wire sections 7.3 and 7.4.
void pumpSwapCreatePool(VenueContext& at, const PoolCreation& pool, std::uint64_t base, std::uint64_t lamports);

/// The user's wrapped-SOL account of one transaction.
struct WrappedSol {
    Address account;
    TokenCell cell;
};
/// Opens the wrapped-SOL account and puts `lamports` into it (none for a sell), three or one top-level
/// instructions.
void wrapSol(VenueContext& at, WrappedSol& wrapped, std::uint64_t lamports);
void unwrapSol(VenueContext& at, WrappedSol& wrapped);
/// PumpSwap's trades. Reserves are not changed here. Source: solana-wire sections 7.1, 7.2 and 7.4.
void pumpSwapBuy(VenueContext& at, Holding& holding, WrappedSol& wrapped, const PoolTrade& trade, bool exactIn,
                 bool refuse);
void pumpSwapSell(VenueContext& at, Holding& holding, WrappedSol& wrapped, const PoolTrade& trade, bool refuse);

/// What a deposit or a withdrawal moves.
struct LiquidityMove {
    std::uint64_t lp = 0;
    std::uint64_t base = 0;
    std::uint64_t quote = 0;
};
/// PumpSwap's deposit and withdraw. Reserves are not changed here. Source: solana-wire sections 7.3 and 7.4.
void pumpSwapMoveLiquidity(VenueContext& at, Holding& holding, WrappedSol& wrapped, LiquidityStake& stake,
                           bool added, const LiquidityMove& move);

}  // namespace core::sim
