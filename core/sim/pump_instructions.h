// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/entities.h"

#include <cstdint>

namespace core::sim {

/// What every instruction of a venue needs to know.
struct VenueContext {
    TransactionBuilder& tx;
    Token& token;
    Trader& user;
    std::int64_t blockTime = 0;
    std::uint64_t seed = 0;
    std::uint64_t* feeRecipientLamports = nullptr;
    std::size_t feeRecipient = 0;
    TokenCell* swapFeeVault = nullptr;  ///< PumpSwap's own fee account
};

/// Programs' error codes for a limit that was passed.
inline constexpr std::uint32_t kPumpSlippage = 6002;
inline constexpr std::uint32_t kPumpSwapSlippage = 6004;

/// pump.fun's instructions, called at the builder's depth. The curve's reserves are not changed here: the
/// caller applies the trade when the transaction succeeded. Source: solana-wire section 6.
void pumpCreate(VenueContext& at, TokenCell& curveTokens);
/// `refuse` fails the instruction with the slippage error. Writes CompleteEvent when the trade fills the curve.
void pumpBuy(VenueContext& at, Holding& holding, const CurveTrade& trade, bool exactIn, bool refuse);
void pumpSell(VenueContext& at, Holding& holding, const CurveTrade& trade, bool refuse);
/// Moves a complete curve into its PumpSwap pool; `user` is who sends it.
void pumpMigrate(VenueContext& at, TokenCell& migratorLpTokens);

/// The payload of a TradeEvent, for programs that print one without having traded.
[[nodiscard]] std::vector<std::uint8_t> pumpTradeEvent(const VenueContext& at, const CurveTrade& trade, bool isBuy,
                                                       bool exactIn);

}  // namespace core::sim
