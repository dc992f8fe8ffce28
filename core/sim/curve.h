// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>

namespace core::sim {

inline constexpr std::uint64_t kTokenSupply = 1'000'000'000'000'000;
inline constexpr std::uint64_t kCurveTokens = 793'100'000'000'000;  ///< sold on the curve
inline constexpr std::uint64_t kPoolTokens = kTokenSupply - kCurveTokens;
inline constexpr std::uint64_t kStartVirtualTokens = 1'073'000'000'000'000;
inline constexpr std::uint64_t kStartVirtualLamports = 30'000'000'000;
inline constexpr std::uint64_t kCurveProtocolBps = 95;
inline constexpr std::uint64_t kCurveCreatorBps = 30;
inline constexpr std::uint64_t kMigrationFee = 15'000'001;  ///< lamports

/// ceil(amount × bps / 10,000).
[[nodiscard]] std::uint64_t feeOf(std::uint64_t amount, std::uint64_t bps) noexcept;

/// A trade on the bonding curve, lamports and raw tokens.
struct CurveTrade {
    std::uint64_t lamports = 0;  ///< moved to or from the curve, before fees
    std::uint64_t tokens = 0;
    std::uint64_t protocolFee = 0;
    std::uint64_t creatorFee = 0;

    [[nodiscard]] std::uint64_t fees() const noexcept { return protocolFee + creatorFee; }
};

/// pump.fun's bonding curve in integers. Source: solana-wire section 17.
struct BondingCurve {
    std::uint64_t virtualTokens = kStartVirtualTokens;
    std::uint64_t virtualLamports = kStartVirtualLamports;
    std::uint64_t realTokens = kCurveTokens;
    std::uint64_t realLamports = 0;

    [[nodiscard]] bool complete() const noexcept { return realTokens == 0; }
    /// What `budget` lamports buy, fees included in the budget; zero tokens when it buys none.
    [[nodiscard]] CurveTrade quoteBuy(std::uint64_t budget) const noexcept;
    [[nodiscard]] CurveTrade quoteSell(std::uint64_t tokens) const noexcept;
    void applyBuy(const CurveTrade& trade) noexcept;
    void applySell(const CurveTrade& trade) noexcept;
};

/// A trade on a constant-product pool with its fees outside. Names as in solana-wire sections 7.1 and 7.2.
struct PoolTrade {
    std::uint64_t base = 0;
    std::uint64_t quote = 0;  ///< curve amount, no fees
    std::uint64_t lpFee = 0;
    std::uint64_t protocolFee = 0;
    std::uint64_t creatorFee = 0;
    std::uint64_t vaultQuote = 0;  ///< what crossed the pool vault
    std::uint64_t userQuote = 0;   ///< what the user paid or got
    std::uint64_t lpBps = 0;
    std::uint64_t protocolBps = 0;
    std::uint64_t creatorBps = 0;
};

/// A PumpSwap pool, base = coin, quote = WSOL.
struct ConstantProductPool {
    std::uint64_t base = 0;
    std::uint64_t quote = 0;

    [[nodiscard]] PoolTrade quoteBuy(std::uint64_t budget) const noexcept;
    [[nodiscard]] PoolTrade quoteSell(std::uint64_t tokens) const noexcept;
    void applyBuy(const PoolTrade& trade) noexcept;
    void applySell(const PoolTrade& trade) noexcept;
};

}  // namespace core::sim
