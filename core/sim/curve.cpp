// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/curve.h"

#include "core/base/checked_math.h"

#include <algorithm>
#include <array>

namespace core::sim {
namespace {

constexpr std::uint64_t kBps = 10'000;

std::uint64_t ceilMulDiv(std::uint64_t a, std::uint64_t b, std::uint64_t divisor) noexcept {
    return static_cast<std::uint64_t>((wideMul(a, b) + divisor - 1) / divisor);
}
std::uint64_t floorMulDiv(std::uint64_t a, std::uint64_t b, std::uint64_t divisor) noexcept {
    return static_cast<std::uint64_t>(wideMul(a, b) / divisor);
}

struct FeeTier {
    std::uint64_t fromSol;
    std::uint64_t creatorTenthBps;
    std::uint64_t protocolBps;
    std::uint64_t lpBps;
};
// The creator's share has half basis points; the program rounds them down.
constexpr std::array<FeeTier, 25> kTiers{{
    {0, 300, 93, 2},      {420, 950, 5, 20},    {1'470, 900, 5, 20},  {2'460, 850, 5, 20},  {3'440, 800, 5, 20},
    {4'420, 750, 5, 20},  {9'820, 700, 5, 20},  {14'740, 650, 5, 20}, {19'650, 600, 5, 20}, {24'560, 550, 5, 20},
    {29'470, 500, 5, 20}, {34'380, 450, 5, 20}, {39'300, 400, 5, 20}, {44'210, 350, 5, 20}, {49'120, 300, 5, 20},
    {54'030, 275, 5, 20}, {58'940, 250, 5, 20}, {63'860, 225, 5, 20}, {68'770, 200, 5, 20}, {73'681, 175, 5, 20},
    {78'590, 150, 5, 20}, {83'500, 125, 5, 20}, {88'400, 100, 5, 20}, {93'330, 75, 5, 20},  {98'240, 50, 5, 20},
}};

const FeeTier& tierOf(const ConstantProductPool& pool) noexcept {
    const std::uint64_t capSol =
        floorMulDiv(pool.quote, kTokenSupply, std::max<std::uint64_t>(pool.base, 1)) / 1'000'000'000ULL;
    std::size_t at = 0;
    while (at + 1 < kTiers.size() && kTiers[at + 1].fromSol <= capSol) ++at;
    return kTiers[at];
}

}  // namespace

std::uint64_t feeOf(std::uint64_t amount, std::uint64_t bps) noexcept {
    return ceilMulDiv(amount, bps, kBps);
}

CurveTrade BondingCurve::quoteBuy(std::uint64_t budget) const noexcept {
    CurveTrade trade;
    // Two lamports stay aside for the rounding of the two fees.
    const std::uint64_t net =
        floorMulDiv(saturatingSub<std::uint64_t>(budget, 2), kBps, kBps + kCurveProtocolBps + kCurveCreatorBps);
    trade.tokens = std::min(floorMulDiv(net, virtualTokens, virtualLamports + net), realTokens);
    if (trade.tokens == 0) return trade;
    trade.lamports = ceilMulDiv(trade.tokens, virtualLamports, virtualTokens - trade.tokens);
    trade.protocolFee = feeOf(trade.lamports, kCurveProtocolBps);
    trade.creatorFee = feeOf(trade.lamports, kCurveCreatorBps);
    return trade;
}

CurveTrade BondingCurve::quoteSell(std::uint64_t tokens) const noexcept {
    CurveTrade trade;
    trade.tokens = tokens;
    trade.lamports = std::min(floorMulDiv(tokens, virtualLamports, virtualTokens + tokens), realLamports);
    trade.protocolFee = feeOf(trade.lamports, kCurveProtocolBps);
    trade.creatorFee = feeOf(trade.lamports, kCurveCreatorBps);
    return trade;
}

void BondingCurve::applyBuy(const CurveTrade& trade) noexcept {
    virtualTokens -= trade.tokens;
    realTokens -= trade.tokens;
    virtualLamports += trade.lamports;
    realLamports += trade.lamports;
}

void BondingCurve::applySell(const CurveTrade& trade) noexcept {
    virtualTokens += trade.tokens;
    realTokens += trade.tokens;
    virtualLamports -= trade.lamports;
    realLamports -= trade.lamports;
}

PoolTrade ConstantProductPool::quoteBuy(std::uint64_t budget) const noexcept {
    const FeeTier& tier = tierOf(*this);
    PoolTrade trade;
    trade.lpBps = tier.lpBps;
    trade.protocolBps = tier.protocolBps;
    trade.creatorBps = tier.creatorTenthBps / 10;
    // Three lamports stay aside for the rounding of the three fees.
    const std::uint64_t net = floorMulDiv(saturatingSub<std::uint64_t>(budget, 3), kBps,
                                          kBps + trade.lpBps + trade.protocolBps + trade.creatorBps);
    trade.base = floorMulDiv(net, base, quote + net);
    if (trade.base == 0) return trade;
    trade.quote = ceilMulDiv(trade.base, quote, base - trade.base);
    trade.lpFee = feeOf(trade.quote, trade.lpBps);
    trade.protocolFee = feeOf(trade.quote, trade.protocolBps);
    trade.creatorFee = feeOf(trade.quote, trade.creatorBps);
    trade.vaultQuote = trade.quote + trade.lpFee;
    trade.userQuote = trade.vaultQuote + trade.protocolFee + trade.creatorFee;
    return trade;
}

PoolTrade ConstantProductPool::quoteSell(std::uint64_t tokens) const noexcept {
    const FeeTier& tier = tierOf(*this);
    PoolTrade trade;
    trade.lpBps = tier.lpBps;
    trade.protocolBps = tier.protocolBps;
    trade.creatorBps = tier.creatorTenthBps / 10;
    trade.base = tokens;
    trade.quote = floorMulDiv(tokens, quote, base + tokens);
    trade.lpFee = feeOf(trade.quote, trade.lpBps);
    trade.protocolFee = feeOf(trade.quote, trade.protocolBps);
    trade.creatorFee = feeOf(trade.quote, trade.creatorBps);
    trade.vaultQuote = trade.quote - trade.lpFee;
    trade.userQuote = saturatingSub(trade.vaultQuote, trade.protocolFee + trade.creatorFee);
    return trade;
}

void ConstantProductPool::applyBuy(const PoolTrade& trade) noexcept {
    base -= trade.base;
    quote += trade.vaultQuote;
}

void ConstantProductPool::applySell(const PoolTrade& trade) noexcept {
    base += trade.base;
    quote -= trade.vaultQuote;
}

}  // namespace core::sim
