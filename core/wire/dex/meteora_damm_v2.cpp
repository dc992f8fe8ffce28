// SPDX-License-Identifier: GPL-3.0-or-later
// Meteora DAMM v2 (cp-amm). A pool is a position on a price range, so its reserves set no price. Layouts:
// solana-wire section 12.2. Programs of 2025 told each swap twice, as EvtSwap and EvtSwap2, and each change of
// liquidity as EvtAddLiquidity or EvtRemoveLiquidity before EvtLiquidityChange; a swap counts once.
// Seen on real bytes: EvtSwap2 of 188 bytes; EvtSwap by another suite's vector. Never seen: all others, an
// EvtSwap2 without reserves (172 bytes, as the program's source of 2025 had it), transfer fees.
#include "core/wire/dex/meteora_damm_v2.h"

#include "core/wire/swap.h"

#include <algorithm>
#include <limits>

namespace core::wire {
namespace {

constexpr std::string_view kVenueId = "meteora_damm_v2";

struct EvtSwap {
    static constexpr std::string_view kName = "EvtSwap";
    static constexpr Discriminator kDiscriminator = discriminator("1b3c15d58aaabb93");

    Pubkey pool;
    std::uint8_t tradeDirection = 0;
    bool hasReferral = false;
    std::uint64_t amountIn = 0, minimumAmountOut = 0, outputAmount = 0;
    Uint128 nextSqrtPrice = 0;
    std::uint64_t lpFee = 0, protocolFee = 0, partnerFee = 0, referralFee = 0, actualAmountIn = 0,
                  currentTimestamp = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("pool", pool);
        v("trade_direction", tradeDirection);
        v("has_referral", hasReferral);
        v("params.amount_in", amountIn);
        v("params.minimum_amount_out", minimumAmountOut);
        v("swap_result.output_amount", outputAmount);
        v("swap_result.next_sqrt_price", nextSqrtPrice);
        v("swap_result.lp_fee", lpFee);
        v("swap_result.protocol_fee", protocolFee);
        v("swap_result.partner_fee", partnerFee);
        v("swap_result.referral_fee", referralFee);
        v("actual_amount_in", actualAmountIn);
        v("current_timestamp", currentTimestamp);
    }
};

struct EvtSwap2 {
    static constexpr std::string_view kName = "EvtSwap2";
    static constexpr Discriminator kDiscriminator = discriminator("bd4233a826507599");

    Pubkey pool;
    std::uint8_t tradeDirection = 0, collectFeeMode = 0;
    bool hasReferral = false;
    std::uint64_t amount0 = 0, amount1 = 0;
    std::uint8_t swapMode = 0;
    std::uint64_t includedFeeInputAmount = 0, excludedFeeInputAmount = 0, amountLeft = 0, outputAmount = 0;
    Uint128 nextSqrtPrice = 0;
    std::uint64_t claimingFee = 0, protocolFee = 0, compoundingFee = 0, referralFee = 0,
                  includedTransferFeeAmountIn = 0, includedTransferFeeAmountOut = 0,
                  excludedTransferFeeAmountOut = 0, currentTimestamp = 0;
    std::optional<std::uint64_t> reserveAAmount, reserveBAmount;

    template <class Visitor>
    void layout(Visitor& v) {
        v("pool", pool);
        v("trade_direction", tradeDirection);
        v("collect_fee_mode", collectFeeMode);
        v("has_referral", hasReferral);
        v("params.amount_0", amount0);
        v("params.amount_1", amount1);
        v("params.swap_mode", swapMode);
        v("swap_result.included_fee_input_amount", includedFeeInputAmount);
        v("swap_result.excluded_fee_input_amount", excludedFeeInputAmount);
        v("swap_result.amount_left", amountLeft);
        v("swap_result.output_amount", outputAmount);
        v("swap_result.next_sqrt_price", nextSqrtPrice);
        v("swap_result.claiming_fee", claimingFee);
        v("swap_result.protocol_fee", protocolFee);
        v("swap_result.compounding_fee", compoundingFee);
        v("swap_result.referral_fee", referralFee);
        v("included_transfer_fee_amount_in", includedTransferFeeAmountIn);
        v("included_transfer_fee_amount_out", includedTransferFeeAmountOut);
        v("excluded_transfer_fee_amount_out", excludedTransferFeeAmountOut);
        v("current_timestamp", currentTimestamp);
        v.generationEnd();  // 172 bytes
        v("reserve_a_amount", reserveAAmount);
        v("reserve_b_amount", reserveBAmount);
    }
};

struct EvtLiquidityChange {
    static constexpr std::string_view kName = "EvtLiquidityChange";
    static constexpr Discriminator kDiscriminator = discriminator("c5ab4e7fe0d3570d");
    static constexpr std::uint8_t kAdded = 0;
    static constexpr std::uint8_t kRemoved = 1;

    Pubkey pool, position;
    Wallet owner;
    std::uint64_t tokenAAmount = 0, tokenBAmount = 0, includedTokenAAmount = 0, includedTokenBAmount = 0,
                  reserveAAmount = 0, reserveBAmount = 0;
    Uint128 liquidityDelta = 0;
    std::uint64_t tokenAThreshold = 0, tokenBThreshold = 0;
    std::uint8_t changeType = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("pool", pool);
        v("position", position);
        v("owner", owner);
        v("token_a_amount", tokenAAmount);
        v("token_b_amount", tokenBAmount);
        v("transfer_fee_included_token_a_amount", includedTokenAAmount);
        v("transfer_fee_included_token_b_amount", includedTokenBAmount);
        v("reserve_a_amount", reserveAAmount);
        v("reserve_b_amount", reserveBAmount);
        v("liquidity_delta", liquidityDelta);
        v("token_a_amount_threshold", tokenAThreshold);
        v("token_b_amount_threshold", tokenBThreshold);
        v("change_type", changeType);
    }
};

// What EvtLiquidityChange replaced.
template <bool kAdding>
struct OldLiquidityEvent {
    static constexpr std::string_view kName = kAdding ? "EvtAddLiquidity" : "EvtRemoveLiquidity";
    static constexpr Discriminator kDiscriminator =
        kAdding ? discriminator("aff2089d1ef7b9a9") : discriminator("572e5862af60225b");

    Pubkey pool, position;
    Wallet owner;
    Uint128 liquidityDelta = 0;
    std::uint64_t tokenAThreshold = 0, tokenBThreshold = 0, tokenAAmount = 0, tokenBAmount = 0, totalAmountA = 0,
                  totalAmountB = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("pool", pool);
        v("position", position);
        v("owner", owner);
        v("params.liquidity_delta", liquidityDelta);
        v("params.token_a_amount_threshold", tokenAThreshold);
        v("params.token_b_amount_threshold", tokenBThreshold);
        v("token_a_amount", tokenAAmount);
        v("token_b_amount", tokenBAmount);
        if constexpr (kAdding) {
            v("total_amount_a", totalAmountA);
            v("total_amount_b", totalAmountB);
        }
    }
};
using EvtAddLiquidity = OldLiquidityEvent<true>;
using EvtRemoveLiquidity = OldLiquidityEvent<false>;

// The fee block in the middle has a part that may be missing, and may change again.
template <bool kWithFees>
struct InitializePoolEvent {
    static constexpr std::string_view kName = "EvtInitializePool";
    static constexpr Discriminator kDiscriminator = discriminator("e432f655cb428625");
    static constexpr std::size_t kKeysSize = 192;
    static constexpr std::size_t kTailSize = 109;

    Pubkey pool;
    Mint tokenAMint, tokenBMint;
    Wallet creator, payer;
    Pubkey alphaVault;
    std::uint64_t cliffFeeNumerator = 0;
    std::uint16_t firstFactor = 0;
    std::uint64_t secondFactor = 0, thirdFactor = 0;
    std::uint8_t baseFeeMode = 0, padding0 = 0, padding1 = 0, padding2 = 0;
    bool hasDynamicFee = false;
    std::uint16_t binStep = 0;
    Uint128 binStepU128 = 0;
    std::uint16_t filterPeriod = 0, decayPeriod = 0, reductionFactor = 0;
    std::uint32_t maxVolatilityAccumulator = 0, variableFeeControl = 0;
    Uint128 sqrtMinPrice = 0, sqrtMaxPrice = 0;
    std::uint8_t activationType = 0, collectFeeMode = 0;
    Uint128 liquidity = 0, sqrtPrice = 0;
    std::uint64_t activationPoint = 0;
    std::uint8_t tokenAFlag = 0, tokenBFlag = 0;
    std::uint64_t tokenAAmount = 0, tokenBAmount = 0, totalAmountA = 0, totalAmountB = 0;
    std::uint8_t poolType = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("pool", pool);
        v("token_a_mint", tokenAMint);
        v("token_b_mint", tokenBMint);
        v("creator", creator);
        v("payer", payer);
        v("alpha_vault", alphaVault);
        if constexpr (kWithFees) {
            v("pool_fees.cliff_fee_numerator", cliffFeeNumerator);
            v("pool_fees.first_factor", firstFactor);
            v("pool_fees.second_factor", secondFactor);
            v("pool_fees.third_factor", thirdFactor);
            v("pool_fees.base_fee_mode", baseFeeMode);
            v("pool_fees.padding_0", padding0);
            v("pool_fees.padding_1", padding1);
            v("pool_fees.padding_2", padding2);
            v("pool_fees.has_dynamic_fee", hasDynamicFee);
            if (hasDynamicFee) {
                v("pool_fees.bin_step", binStep);
                v("pool_fees.bin_step_u128", binStepU128);
                v("pool_fees.filter_period", filterPeriod);
                v("pool_fees.decay_period", decayPeriod);
                v("pool_fees.reduction_factor", reductionFactor);
                v("pool_fees.max_volatility_accumulator", maxVolatilityAccumulator);
                v("pool_fees.variable_fee_control", variableFeeControl);
            }
        }
        v("sqrt_min_price", sqrtMinPrice);
        v("sqrt_max_price", sqrtMaxPrice);
        v("activation_type", activationType);
        v("collect_fee_mode", collectFeeMode);
        v("liquidity", liquidity);
        v("sqrt_price", sqrtPrice);
        v("activation_point", activationPoint);
        v("token_a_flag", tokenAFlag);
        v("token_b_flag", tokenBFlag);
        v("token_a_amount", tokenAAmount);
        v("token_b_amount", tokenBAmount);
        v("total_amount_a", totalAmountA);
        v("total_amount_b", totalAmountB);
        v("pool_type", poolType);
    }

    // Whether the fields stand where they were read: the price lies in its range and the kinds are known ones.
    [[nodiscard]] bool plausible() const noexcept {
        return sqrtMinPrice <= sqrtPrice && sqrtPrice <= sqrtMaxPrice && sqrtMaxPrice != 0 && activationType <= 1 &&
               collectFeeMode <= 3 && tokenAFlag <= 1 && tokenBFlag <= 1 && poolType <= 1;
    }
};
using KnownInitializePool = InitializePoolEvent<true>;
using OtherInitializePool = InitializePoolEvent<false>;

// Calls `use` with the event read in the form that fits: the fee block of 2025 and 2026, which its option's tag
// shows, else the six keys from the front and the rest from the end. Errors: Truncated, BadValue.
template <class Use>
auto withInitializePool(std::span<const std::uint8_t> body, Use use)
    -> decltype(use(Decoded<KnownInitializePool>{})) {
    constexpr std::size_t kTagAt = KnownInitializePool::kKeysSize + 30;
    if (body.size() <= kTagAt || body[kTagAt] <= 1) {
        const auto known = readLayout<KnownInitializePool>(body);
        if (!known) return known.error();
        if (known->event.plausible()) return use(*known);
    }
    if (body.size() < OtherInitializePool::kKeysSize + OtherInitializePool::kTailSize)
        return fail(ErrorCode::Truncated, "EvtInitializePool shorter than its ends");
    const auto keysEnd = body.begin() + OtherInitializePool::kKeysSize;
    std::vector<std::uint8_t> ends{body.begin(), keysEnd};
    ends.insert(ends.end(), body.end() - OtherInitializePool::kTailSize, body.end());
    const auto other = readLayout<OtherInitializePool>(ends);
    if (!other) return other.error();
    if (!other->event.plausible()) return fail(ErrorCode::BadValue, "EvtInitializePool: neither form fits");
    return use(*other);
}

// Events of the program that move no market; known, so that a new one stands out.
constexpr Discriminator kSilentEvents[] = {
    discriminator("241eef2d3a840e05"), discriminator("83cfb4aeb449a536"), discriminator("e7c50da4f8d58598"),
    discriminator("8d788674221c72a0"), discriminator("1506997844741cb1"), discriminator("6f2725376ed8c217"),
    discriminator("c6b6b734610c3138"), discriminator("9c0f77c61db5dd37"), discriminator("149190448f8ed6b2"),
    discriminator("a83f6c53db5202c8"), discriminator("918fa2dada50430b"), discriminator("baf44bfbbc0d1921"),
    discriminator("76634d0ae2010157"), discriminator("64d54a035f5be492"), discriminator("815bbc03f634b9f9"),
    discriminator("68e9ed7ac7bf7955"), discriminator("da5693c8ebbcd7e7"), discriminator("958741e781994139"),
    discriminator("4c9ad00d2873f692"), discriminator("f8d7b84e1fb4b3a8"), discriminator("b68a2afe1b5e52dd"),
    discriminator("a520cbae4864e967"), discriminator("b1b0cd27ae58770a"),
};

constexpr Discriminator kSwapInstruction = discriminator("f8c69e91e17587c8");
constexpr Discriminator kSwap2Instruction = discriminator("414b3f4ceb5b5b88");

struct SwapAccounts {
    Pubkey pool, vaultA, vaultB;
    Mint mintA, mintB;
    Wallet payer;
    std::optional<std::uint16_t> output;
};

Result<SwapAccounts> swapAccounts(const VenueContext& context) {
    if (context.emitter == nullptr) return fail(ErrorCode::NeedsTransaction, "the accounts of a DAMM v2 swap");
    constexpr std::size_t kPayer = 8;
    const auto payer = emitterAccount(context, kPayer);
    if (!payer) return payer.error();
    const auto key = [&](std::size_t k) { return emitterAccount(context, k).value(); };
    return SwapAccounts{
        key(1), key(4), key(5), Mint{key(6)}, Mint{key(7)}, Wallet{*payer}, emitterKeyIndex(context, 3)};
}

// A swap with pool, mints, authority and output account filled in; the event adds the amounts.
struct Sides {
    Swap swap;
    Pubkey inVault, outVault;
};

Result<Sides> sidesOf(const Pubkey& pool, std::uint8_t direction, std::uint64_t time, const VenueContext& context) {
    constexpr std::uint8_t kAToB = 0;
    constexpr std::uint8_t kBToA = 1;
    if (direction != kAToB && direction != kBToA) return fail(ErrorCode::BadValue, "DAMM v2: trade_direction");
    const auto accounts = swapAccounts(context);
    if (!accounts) return accounts.error();
    if (accounts->pool != pool) return fail(ErrorCode::BadShape, "a DAMM v2 swap of another pool's instruction");
    const bool aIn = direction == kAToB;
    Sides sides;
    sides.inVault = aIn ? accounts->vaultA : accounts->vaultB;
    sides.outVault = aIn ? accounts->vaultB : accounts->vaultA;
    Swap& swap = sides.swap;
    swap.venue = kVenueId;
    swap.pool = pool;
    swap.inMint = aIn ? accounts->mintA : accounts->mintB;
    swap.outMint = aIn ? accounts->mintB : accounts->mintA;
    swap.authority = accounts->payer;
    swap.outputAccount = accounts->output;
    swap.time = static_cast<std::int64_t>(
        std::min<std::uint64_t>(time, static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())));
    return sides;
}

Result<std::uint64_t> sumOf(std::initializer_list<std::uint64_t> parts) {
    Uint128 total = 0;
    for (const std::uint64_t part : parts) total += part;
    if (total > std::numeric_limits<std::uint64_t>::max()) return fail(ErrorCode::BadValue, "fees beyond 64 bits");
    return static_cast<std::uint64_t>(total);
}

Result<void> decodeSwap(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<EvtSwap>(body);
    if (!decoded) return decoded.error();
    if (emittedBeside(context, EvtSwap2::kDiscriminator)) return {};  // the same swap, told with more
    const EvtSwap& raw = decoded->event;
    const auto fees = sumOf({raw.lpFee, raw.protocolFee, raw.partnerFee, raw.referralFee});
    if (!fees) return fees.error();
    auto sides = sidesOf(raw.pool, raw.tradeDirection, raw.currentTimestamp, context);
    if (!sides) return sides.error();
    Swap& swap = sides->swap;
    swap.amountIn = raw.actualAmountIn;
    swap.amountOut = raw.outputAmount;
    if (raw.amountIn > raw.actualAmountIn) swap.userIn = raw.amountIn;  // the rest was the token's transfer fee
    // From A to B every mode of collecting takes the fee in B; the other way it depends on a mode that this
    // event does not tell.
    if (raw.tradeDirection == 0) swap.feeOut = *fees;
    applyTransferFees(swap, context, sides->inVault, sides->outVault);
    return appendSwap(swap, context, out);
}

Result<void> decodeSwap2(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<EvtSwap2>(body);
    if (!decoded) return decoded.error();
    const EvtSwap2& raw = decoded->event;
    const auto fees = sumOf({raw.claimingFee, raw.protocolFee, raw.compoundingFee, raw.referralFee});
    if (!fees) return fees.error();
    auto sides = sidesOf(raw.pool, raw.tradeDirection, raw.currentTimestamp, context);
    if (!sides) return sides.error();
    Swap& swap = sides->swap;
    swap.amountIn = raw.includedFeeInputAmount;
    swap.amountOut = raw.includedTransferFeeAmountOut;
    if (raw.includedTransferFeeAmountIn > swap.amountIn) swap.userIn = raw.includedTransferFeeAmountIn;
    if (raw.excludedTransferFeeAmountOut < swap.amountOut) swap.userOut = raw.excludedTransferFeeAmountOut;
    (raw.includedFeeInputAmount > raw.excludedFeeInputAmount ? swap.feeIn : swap.feeOut) = *fees;
    return appendSwap(swap, context, out);
}

// Mints of a change of liquidity: the instruction that adds begins with the pool, the one that removes with
// the pools' authority before it.
Result<std::pair<Mint, Mint>> mintsOfChange(const Pubkey& pool, const VenueContext& context) {
    const auto first = emitterAccount(context, 0);
    if (!first) return first.error();
    const auto second = emitterAccount(context, 1);
    const std::size_t shift = *first == pool ? 0 : 1;
    if (shift == 1 && (!second || *second != pool))
        return fail(ErrorCode::BadShape, "DAMM v2 liquidity of another pool's instruction");
    const auto a = emitterAccount(context, 6 + shift);
    const auto b = emitterAccount(context, 7 + shift);
    if (!a || !b) return fail(ErrorCode::BadShape, "DAMM v2 liquidity instruction with too few accounts");
    return std::pair{Mint{*a}, Mint{*b}};
}

Result<void> appendChange(const Pubkey& pool, const Wallet& owner, std::uint64_t amountA, std::uint64_t amountB,
                          bool added, const VenueContext& context, std::vector<Event>& out) {
    const auto mints = mintsOfChange(pool, context);
    if (!mints) return mints.error();
    const auto wallet = traderOf(owner, std::nullopt, context);
    appendLiquidity(kVenueId, pool, {mints->first, amountA, std::nullopt}, {mints->second, amountB, std::nullopt},
                    wallet.value_or(owner), added, std::nullopt, context, out);
    return {};
}

Result<void> decodeChange(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<EvtLiquidityChange>(body);
    if (!decoded) return decoded.error();
    const EvtLiquidityChange& raw = decoded->event;
    if (raw.changeType == EvtLiquidityChange::kAdded)
        return appendChange(raw.pool, raw.owner, raw.tokenAAmount, raw.tokenBAmount, true, context, out);
    if (raw.changeType == EvtLiquidityChange::kRemoved)
        return appendChange(raw.pool, raw.owner, raw.includedTokenAAmount, raw.includedTokenBAmount, false, context,
                            out);
    return fail(ErrorCode::BadValue, "EvtLiquidityChange: change_type");
}

template <bool kAdding>
Result<void> decodeOldChange(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<OldLiquidityEvent<kAdding>>(body);
    if (!decoded) return decoded.error();
    if (emittedBeside(context, EvtLiquidityChange::kDiscriminator)) return {};
    const auto& raw = decoded->event;
    return appendChange(raw.pool, raw.owner, raw.tokenAAmount, raw.tokenBAmount, kAdding, context, out);
}

Result<void> decodeInitialize(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    return withInitializePool(body, [&](const auto& decoded) -> Result<void> {
        const auto& raw = decoded.event;
        const auto wallet = traderOf(raw.creator, std::nullopt, context);
        appendLiquidity(kVenueId, raw.pool, {raw.tokenAMint, raw.tokenAAmount, std::nullopt},
                        {raw.tokenBMint, raw.tokenBAmount, std::nullopt}, wallet.value_or(raw.creator), true,
                        std::nullopt, context, out);
        return {};
    });
}

Result<EventFields> describeInitialize(std::span<const std::uint8_t> body) {
    return withInitializePool(body, [](const auto& decoded) -> Result<EventFields> {
        LayoutPrinter printer;
        auto event = decoded.event;
        event.layout(printer);
        return EventFields{KnownInitializePool::kName, decoded.trailingBytes, std::move(printer.fields)};
    });
}

Result<void> decode(std::span<const std::uint8_t> payload, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case EvtSwap::kDiscriminator: return decodeSwap(payload, context, out);
        case EvtSwap2::kDiscriminator: return decodeSwap2(payload, context, out);
        case EvtLiquidityChange::kDiscriminator: return decodeChange(payload, context, out);
        case EvtAddLiquidity::kDiscriminator: return decodeOldChange<true>(payload, context, out);
        case EvtRemoveLiquidity::kDiscriminator: return decodeOldChange<false>(payload, context, out);
        case KnownInitializePool::kDiscriminator: return decodeInitialize(payload, context, out);
        default: break;
    }
    for (const Discriminator silent : kSilentEvents)
        if (*kind == silent) return {};
    return fail(ErrorCode::BadDiscriminator, "unknown DAMM v2 event");
}

Result<EventFields> describe(std::span<const std::uint8_t> payload) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case EvtSwap::kDiscriminator: return printLayout<EvtSwap>(payload);
        case EvtSwap2::kDiscriminator: return printLayout<EvtSwap2>(payload);
        case EvtLiquidityChange::kDiscriminator: return printLayout<EvtLiquidityChange>(payload);
        case EvtAddLiquidity::kDiscriminator: return printLayout<EvtAddLiquidity>(payload);
        case EvtRemoveLiquidity::kDiscriminator: return printLayout<EvtRemoveLiquidity>(payload);
        case KnownInitializePool::kDiscriminator: return describeInitialize(payload);
        default: return fail(ErrorCode::BadDiscriminator, "DAMM v2 event without a described layout");
    }
}

// A swap that told no event of its own: its transfers tell the amounts.
Result<void> decodeInstruction(std::span<const std::uint8_t> data, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(data);
    if (!kind || (*kind != kSwapInstruction && *kind != kSwap2Instruction)) return {};
    const auto accounts = swapAccounts(context);
    if (!accounts) return accounts.error();
    auto swap = swapOfVaults(context, accounts->vaultA, accounts->vaultB);
    if (!swap) return swap.error();
    swap->venue = kVenueId;
    swap->pool = accounts->pool;
    swap->authority = accounts->payer;
    swap->outputAccount = accounts->output;
    return appendSwap(*swap, context, out);
}

}  // namespace

const Venue kMeteoraDammV2{
    .id = kVenueId,
    .programText = "cpamdpZCGKUy5JxQXB4dcpGPiikHawvSWAd6mEn1sGG",
    .eventAuthority = "3rmHSu74h1ZcmAisVcWerTCiRDQbUrBKmcwptYGjHfet",
    .place = EventPlace::SelfCpiOnly,
    .logPrefix = {},
    .decode = &decode,
    .describe = &describe,
    .decodeInstruction = &decodeInstruction,
};

}  // namespace core::wire
