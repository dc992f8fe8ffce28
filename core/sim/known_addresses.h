// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/address.h"

#include <array>

namespace core::sim {

/// Addresses that are the same on the real chain. Those whose real value the sources do not give (fee
/// configurations, volume accumulators) are made up. Source: solana-wire sections 15 to 17.
struct KnownAddresses {
    Address system, computeBudget, token, token2022, associatedToken, rent, wsolMint;
    Address pump, pumpEventAuthority, pumpGlobal, pumpMintAuthority, pumpWithdrawAuthority, pumpVolume,
        pumpFeeConfig, pumpFees;
    Address pumpSwap, pumpSwapEventAuthority, pumpSwapGlobal, pumpSwapFeeRecipient, pumpSwapFeeVault,
        pumpSwapVolume, pumpSwapFeeConfig;
    Address mayhem, mayhemParams, mayhemSolVault;
    Address migrator;
    std::array<Address, 8> pumpFeeRecipients;
    std::array<Address, 8> tips;
    std::array<Address, 4> routers;  ///< made-up trading-bot programs

    [[nodiscard]] static const KnownAddresses& get();
};

}  // namespace core::sim
