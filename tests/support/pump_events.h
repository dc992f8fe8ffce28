// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/borsh_writer.h"

#include <string>
#include <utility>
#include <vector>

namespace test {

/// Chain time of every sample event: 2026-09-24.
inline constexpr std::int64_t kSampleTime = 1'790'208'000;

/// pump.fun events as the program writes them, field by field from solana-wire section 6; `fields` cuts one
/// at a generation. Every number is a different one.
struct PumpTrade {
    core::Mint mint = keyOf<core::Mint>(1);
    std::uint64_t solAmount = 1'000'000'007;
    std::uint64_t tokenAmount = 34'000'000'000'011;
    bool isBuy = true;
    core::Wallet user = keyOf<core::Wallet>(2);
    std::int64_t timestamp = kSampleTime;
    std::uint64_t virtualSol = 31'000'000'013;
    std::uint64_t virtualTokens = 1'039'000'000'000'017;
    std::uint64_t realSol = 1'000'000'019;
    std::uint64_t realTokens = 759'100'000'000'023;
    core::Pubkey feeRecipient = keyOf<core::Pubkey>(3);
    std::uint64_t feeBasisPoints = 95;
    std::uint64_t fee = 9'500'001;
    core::Wallet creator = keyOf<core::Wallet>(4);
    std::uint64_t creatorFeeBasisPoints = 30;
    std::uint64_t creatorFee = 3'000'002;
    bool trackVolume = true;
    std::uint64_t unclaimed = 41, claimed = 43, solVolume = 47;
    std::int64_t lastUpdate = kSampleTime - 53;
    std::string ixName = "buy";
    bool mayhem = false;
    std::uint64_t cashbackBasisPoints = 59;
    std::uint64_t cashback = 61;
    std::uint64_t buybackBasisPoints = 5000;
    std::uint64_t buybackFee = 4'750'000;
    std::vector<std::pair<core::Pubkey, std::uint16_t>> shareholders;
    core::Mint quoteMint;
    std::uint64_t quoteAmount = 1'000'000'067;
    std::uint64_t virtualQuote = 31'000'000'071;
    std::uint64_t realQuote = 1'000'000'073;

    /// 8, 10, 16, 20, 21, 22, 23, 25 or 32 fields.
    [[nodiscard]] Bytes bytes(int fields = 32) const;
};

struct PumpCreate {
    std::string name = "Sample Coin";
    std::string symbol = "SMPL";
    std::string uri = "https://example.invalid/meta.json";
    core::Mint mint = keyOf<core::Mint>(1);
    core::Pubkey curve = keyOf<core::Pubkey>(5);
    core::Wallet user = keyOf<core::Wallet>(2);
    core::Wallet creator = keyOf<core::Wallet>(4);
    std::int64_t timestamp = kSampleTime;
    std::uint64_t virtualTokens = 1'073'000'000'000'003;
    std::uint64_t virtualSol = 30'000'000'005;
    std::uint64_t realTokens = 793'100'000'000'007;
    std::uint64_t supply = 1'000'000'000'000'009;
    core::Pubkey tokenProgram = keyOf<core::Pubkey>(6);
    bool mayhem = false;
    bool cashback = true;
    core::Mint quoteMint;
    std::uint64_t virtualQuote = 30'000'000'011;

    /// 6, 12, 14, 15 or 17 fields.
    [[nodiscard]] Bytes bytes(int fields = 17) const;
};

struct PumpComplete {
    core::Wallet user = keyOf<core::Wallet>(2);
    core::Mint mint = keyOf<core::Mint>(1);
    core::Pubkey curve = keyOf<core::Pubkey>(5);
    std::int64_t timestamp = kSampleTime;
    core::Mint quoteMint;

    /// 4 or 5 fields.
    [[nodiscard]] Bytes bytes(int fields = 5) const;
};

struct PumpMigration {
    core::Wallet user = keyOf<core::Wallet>(2);
    core::Mint mint = keyOf<core::Mint>(1);
    std::uint64_t mintAmount = 206'900'000'000'001;
    std::uint64_t solAmount = 84'990'359'420;
    std::uint64_t migrationFee = 15'000'001;
    core::Pubkey curve = keyOf<core::Pubkey>(5);
    std::int64_t timestamp = kSampleTime;
    core::Pubkey pool = keyOf<core::Pubkey>(7);
    core::Mint quoteMint;

    /// 8 or 9 fields.
    [[nodiscard]] Bytes bytes(int fields = 9) const;
};

/// The pump.fun events that move nothing, by name, each in its newest form.
[[nodiscard]] std::vector<std::pair<std::string, Bytes>> pumpSilentEvents();

/// PumpSwap events, field by field from solana-wire section 7. One struct for buy and sell: they share the
/// first 23 fields.
struct SwapTrade {
    std::int64_t timestamp = kSampleTime;
    std::uint64_t baseAmount = 5'000'000'000'003;
    std::uint64_t limit = 18'446'744'073'709'551'615ULL;
    std::uint64_t userBase = 79, userQuote = 83;
    std::uint64_t poolBase = 206'000'000'000'089;
    std::uint64_t poolQuote = 84'000'000'097;
    std::uint64_t quoteAmount = 2'000'000'101;
    std::uint64_t lpFeeBasisPoints = 20;
    std::uint64_t lpFee = 4'000'103;
    std::uint64_t protocolFeeBasisPoints = 5;
    std::uint64_t protocolFee = 1'000'107;
    std::uint64_t quoteOfPool = 2'004'000'204;  ///< with (buy) or without (sell) the LP fee
    std::uint64_t quoteOfUser = 2'006'000'418;
    core::Pubkey pool = keyOf<core::Pubkey>(7);
    core::Wallet user = keyOf<core::Wallet>(2);
    core::Wallet coinCreator = keyOf<core::Wallet>(4);
    std::uint64_t creatorFeeBasisPoints = 5;
    std::uint64_t creatorFee = 1'000'109;
    std::string ixName = "buy";
    std::uint64_t cashback = 113;
    core::Int128 virtualQuote = 5'000'000'127;
    bool canBoost = true;

    /// 20, 23, 30, 32 or 37 fields.
    [[nodiscard]] Bytes buy(int fields = 37) const;
    /// 20, 23, 25 or 30 fields.
    [[nodiscard]] Bytes sell(int fields = 30) const;

private:
    [[nodiscard]] BorshWriter head(std::string_view discriminator) const;
};

struct SwapPool {
    std::int64_t timestamp = kSampleTime;
    core::Wallet creator = keyOf<core::Wallet>(2);
    core::Mint baseMint = keyOf<core::Mint>(1);
    core::Mint quoteMint;  ///< wSOL when zero
    std::uint8_t baseDecimals = 6;
    std::uint8_t quoteDecimals = 9;
    std::uint64_t baseIn = 206'900'000'000'131;
    std::uint64_t quoteIn = 84'990'000'137;
    std::uint64_t poolBase = 206'900'000'000'139;
    std::uint64_t poolQuote = 84'990'000'149;
    core::Pubkey pool = keyOf<core::Pubkey>(7);
    core::Wallet coinCreator = keyOf<core::Wallet>(4);

    /// 19, 20 or 21 fields.
    [[nodiscard]] Bytes bytes(int fields = 21) const;
};

struct SwapLiquidity {
    std::int64_t timestamp = kSampleTime;
    std::uint64_t lpAmount = 151;
    std::uint64_t poolBase = 300'000'000'000'157;
    std::uint64_t poolQuote = 90'000'000'163;
    std::uint64_t baseAmount = 7'000'000'000'167;
    std::uint64_t quoteAmount = 3'000'000'173;
    core::Pubkey pool = keyOf<core::Pubkey>(7);
    core::Wallet user = keyOf<core::Wallet>(2);

    [[nodiscard]] Bytes bytes(bool deposit) const;
};

}  // namespace test
