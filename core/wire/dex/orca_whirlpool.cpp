// SPDX-License-Identifier: GPL-3.0-or-later
// Orca Whirlpools: concentrated liquidity, so its reserves set no price. Layouts: solana-wire section 13.
// Transactions before about 2025 have no events; their transfers tell the swap. A two-hop swap is one
// instruction that goes through two pools. Liquidity is read from the transfers to and from the vaults, with
// or without an event. Seen on real bytes: Traded, and instructions of one day of 2022 (swap, the changes of
// liquidity). Never seen: PoolInitialized, LiquidityIncreased, LiquidityDecreased, a whole swapV2 or two-hop
// transaction, a transfer fee.
#include "core/wire/dex/orca_whirlpool.h"

#include "core/base/checked_math.h"
#include "core/wire/swap.h"

#include <algorithm>

namespace core::wire {
namespace {

constexpr std::string_view kVenueId = "orca_whirlpool";

struct TradedEvent {
    static constexpr std::string_view kName = "Traded";
    static constexpr Discriminator kDiscriminator = discriminator("e1ca49af932ba096");

    Pubkey whirlpool;
    bool aToB = false;
    Uint128 preSqrtPrice = 0, postSqrtPrice = 0;
    std::uint64_t inputAmount = 0, outputAmount = 0, inputTransferFee = 0, outputTransferFee = 0, lpFee = 0,
                  protocolFee = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("whirlpool", whirlpool);
        v("aToB", aToB);
        v("preSqrtPrice", preSqrtPrice);
        v("postSqrtPrice", postSqrtPrice);
        v("inputAmount", inputAmount);
        v("outputAmount", outputAmount);
        v("inputTransferFee", inputTransferFee);
        v("outputTransferFee", outputTransferFee);
        v("lpFee", lpFee);
        v("protocolFee", protocolFee);
    }
};

struct PoolInitializedEvent {
    static constexpr std::string_view kName = "PoolInitialized";
    static constexpr Discriminator kDiscriminator = discriminator("6476ad570cc6fee5");

    Pubkey whirlpool, whirlpoolsConfig;
    Mint tokenMintA, tokenMintB;
    std::uint16_t tickSpacing = 0;
    Pubkey tokenProgramA, tokenProgramB;
    std::uint8_t decimalsA = 0, decimalsB = 0;
    Uint128 initialSqrtPrice = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("whirlpool", whirlpool);
        v("whirlpoolsConfig", whirlpoolsConfig);
        v("tokenMintA", tokenMintA);
        v("tokenMintB", tokenMintB);
        v("tickSpacing", tickSpacing);
        v("tokenProgramA", tokenProgramA);
        v("tokenProgramB", tokenProgramB);
        v("decimalsA", decimalsA);
        v("decimalsB", decimalsB);
        v("initialSqrtPrice", initialSqrtPrice);
    }
};

template <bool kAdding>
struct LiquidityEvent {
    static constexpr std::string_view kName = kAdding ? "LiquidityIncreased" : "LiquidityDecreased";
    static constexpr Discriminator kDiscriminator =
        kAdding ? discriminator("1e0790b566fe9ba1") : discriminator("a601244770cab5ab");

    Pubkey whirlpool, position;
    std::int32_t tickLowerIndex = 0, tickUpperIndex = 0;
    Uint128 liquidity = 0;
    std::uint64_t tokenAAmount = 0, tokenBAmount = 0, tokenATransferFee = 0, tokenBTransferFee = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("whirlpool", whirlpool);
        v("position", position);
        v("tickLowerIndex", tickLowerIndex);
        v("tickUpperIndex", tickUpperIndex);
        v("liquidity", liquidity);
        v("tokenAAmount", tokenAAmount);
        v("tokenBAmount", tokenBAmount);
        v("tokenATransferFee", tokenATransferFee);
        v("tokenBTransferFee", tokenBTransferFee);
    }
};
using LiquidityIncreasedEvent = LiquidityEvent<true>;
using LiquidityDecreasedEvent = LiquidityEvent<false>;

// Instructions that move a market.
constexpr Discriminator kSwap = discriminator("f8c69e91e17587c8");
constexpr Discriminator kSwapV2 = discriminator("2b04ed0b1ac91e62");
constexpr Discriminator kTwoHopSwap = discriminator("c360ed6c44a2dbe6");
constexpr Discriminator kTwoHopSwapV2 = discriminator("ba8fd11dfe02c275");
constexpr Discriminator kIncreaseLiquidity = discriminator("2e9cf3760dcdfbb2");
constexpr Discriminator kIncreaseLiquidityV2 = discriminator("851d59df45eeb00a");
constexpr Discriminator kIncreaseByAmountsV2 = discriminator("effb097cd2c6352b");
constexpr Discriminator kDecreaseLiquidity = discriminator("a026d06f685b2c01");
constexpr Discriminator kDecreaseLiquidityV2 = discriminator("3a7fbc3e4f52c460");
constexpr Discriminator kInitializePool = discriminator("5fb40aac54aee828");
constexpr Discriminator kInitializePoolV2 = discriminator("cf2d57f21b3fcc43");

// One pool that a swap goes through. Where an instruction names no mints its vaults do.
struct Hop {
    Pubkey whirlpool, vaultA, vaultB;
    std::optional<Mint> mintA, mintB;
    std::optional<std::uint16_t> ownerA, ownerB;  // key indexes of the wallet's accounts
    Wallet authority;

    void setMints(const std::optional<Mint>& a, const std::optional<Mint>& b) {
        mintA = a;
        mintB = b;
    }
};

struct Places {
    std::size_t authority, whirlpool, ownerA, vaultA, ownerB, vaultB;
};

Hop hopAt(const VenueContext& context, const Places& at) {
    const auto key = [&](std::size_t k) { return emitterAccount(context, k).value(); };
    Hop hop;
    hop.whirlpool = key(at.whirlpool);
    hop.vaultA = key(at.vaultA);
    hop.vaultB = key(at.vaultB);
    hop.ownerA = emitterKeyIndex(context, at.ownerA);
    hop.ownerB = emitterKeyIndex(context, at.ownerB);
    hop.authority = Wallet{key(at.authority)};
    hop.setMints(mintOfAccount(context, hop.vaultA), mintOfAccount(context, hop.vaultB));
    return hop;
}

// twoHopSwapV2 names input, intermediate and output instead of A and B; which is which the direction tells.
Hop hopOfInputs(const VenueContext& context, std::size_t whirlpool, std::size_t inMint, std::size_t inVault,
                std::size_t outVault, bool aToB) {
    constexpr std::size_t kOwnerInput = 8;
    constexpr std::size_t kOwnerOutput = 13;
    constexpr std::size_t kAuthority = 14;
    const std::size_t a = aToB ? inVault : outVault;
    const std::size_t b = aToB ? outVault : inVault;
    // The intermediate token goes from vault to vault: what comes of both hops ends in the wallet's output.
    Hop hop = hopAt(context, {kAuthority, whirlpool, aToB ? kOwnerInput : kOwnerOutput, a,
                              aToB ? kOwnerOutput : kOwnerInput, b});
    const Mint in{emitterAccount(context, inMint).value()};
    const Mint out{emitterAccount(context, inMint + 1).value()};
    hop.setMints(aToB ? in : out, aToB ? out : in);
    return hop;
}

// The pools that the emitting instruction swaps in, in order; none when it is no swap. Errors: BadShape,
// NeedsTransaction, Truncated.
Result<std::vector<Hop>> hopsOf(const VenueContext& context) {
    if (context.transaction == nullptr || context.emitter == nullptr)
        return fail(ErrorCode::NeedsTransaction, "the instruction of a Whirlpool swap");
    std::vector<std::uint8_t> scratch;
    const auto data = instructionData(*context.emitter, scratch);
    auto rest = data;
    const auto kind = splitDiscriminator(rest);
    if (!kind) return kind.error();
    std::size_t wanted = 0;
    switch (*kind) {
        case kSwap: wanted = 7; break;
        case kSwapV2: wanted = 11; break;
        case kTwoHopSwap: wanted = 12; break;
        case kTwoHopSwapV2: wanted = 15; break;
        default: return std::vector<Hop>{};
    }
    if (context.emitter->accountsCount < wanted)
        return fail(ErrorCode::BadShape,
                    "Whirlpool swap with " + std::to_string(context.emitter->accountsCount) + " accounts");
    switch (*kind) {
        case kSwap: return std::vector{hopAt(context, {1, 2, 3, 4, 5, 6})};
        case kSwapV2: {
            Hop hop = hopAt(context, {3, 4, 7, 8, 9, 10});
            hop.setMints(Mint{emitterAccount(context, 5).value()}, Mint{emitterAccount(context, 6).value()});
            return std::vector{hop};
        }
        case kTwoHopSwap:
            return std::vector{hopAt(context, {1, 2, 4, 5, 6, 7}), hopAt(context, {1, 3, 8, 9, 10, 11})};
        default: {
            // amount, otherAmountThreshold, amountSpecifiedIsInput, then the two directions
            constexpr std::size_t kDirections = 17;
            if (rest.size() < kDirections + 2)
                return fail(ErrorCode::Truncated, "twoHopSwapV2 ends inside its arguments");
            const bool aToBOne = rest[kDirections] != 0;
            const bool aToBTwo = rest[kDirections + 1] != 0;
            return std::vector{hopOfInputs(context, 0, 2, 9, 10, aToBOne),
                               hopOfInputs(context, 1, 3, 11, 12, aToBTwo)};
        }
    }
}

Error mintsUnknown() {
    return fail(ErrorCode::PoolUnknown, "Whirlpool vaults whose mints the transaction does not name");
}

Result<void> decodeTraded(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<TradedEvent>(body);
    if (!decoded) return decoded.error();
    const TradedEvent& raw = decoded->event;
    const auto hops = hopsOf(context);
    if (!hops) return hops.error();
    const auto hop =
        std::find_if(hops->begin(), hops->end(), [&raw](const Hop& one) { return one.whirlpool == raw.whirlpool; });
    if (hop == hops->end()) return fail(ErrorCode::BadShape, "Traded of another pool's instruction");
    if (!hop->mintA || !hop->mintB) return mintsUnknown();
    const auto reached = checkedSub(raw.inputAmount, raw.inputTransferFee);
    const auto received = checkedSub(raw.outputAmount, raw.outputTransferFee);
    const auto fees = checkedAdd(raw.lpFee, raw.protocolFee);
    if (!reached || !received || !fees) return fail(ErrorCode::BadValue, "Traded: fees larger than amounts");
    Swap swap;
    swap.venue = kVenueId;
    swap.pool = raw.whirlpool;
    swap.inMint = raw.aToB ? *hop->mintA : *hop->mintB;
    swap.outMint = raw.aToB ? *hop->mintB : *hop->mintA;
    swap.amountIn = *reached;
    swap.amountOut = raw.outputAmount;
    if (raw.inputTransferFee != 0) swap.userIn = raw.inputAmount;
    if (raw.outputTransferFee != 0) swap.userOut = *received;
    swap.feeIn = *fees;
    swap.authority = hop->authority;
    swap.outputAccount = raw.aToB ? hop->ownerB : hop->ownerA;
    return appendSwap(swap, context, out);
}

// A swap that told no event: its transfers tell the amounts.
Result<void> appendSilentSwap(const Hop& hop, VenueContext& context, std::vector<Event>& out) {
    auto swap = swapOfVaults(context, hop.vaultA, hop.vaultB);
    if (!swap) return swap.error();
    swap->venue = kVenueId;
    swap->pool = hop.whirlpool;
    swap->authority = hop.authority;
    const bool aIn = mintOfAccount(context, hop.vaultA) == swap->inMint;
    swap->outputAccount = aIn ? hop.ownerB : hop.ownerA;
    return appendSwap(*swap, context, out);
}

// What one side of a change of liquidity moved; its event's amount where the transfers are not there.
std::uint64_t moved(const VaultFlow& flow, bool added, std::uint64_t told) {
    if (added) return flow.in != 0 ? flow.in - std::min(flow.in, flow.feeIn) : told;
    return flow.out != 0 ? flow.out : told;
}

struct Told {
    std::uint64_t a = 0, b = 0;
};

Result<void> appendChange(Discriminator kind, const Told& told, VenueContext& context, std::vector<Event>& out) {
    const bool v2 = kind == kIncreaseLiquidityV2 || kind == kIncreaseByAmountsV2 || kind == kDecreaseLiquidityV2;
    if (!v2 && kind != kIncreaseLiquidity && kind != kDecreaseLiquidity)
        return fail(ErrorCode::BadShape, "an unknown Whirlpool instruction changed liquidity");
    const bool added = kind != kDecreaseLiquidity && kind != kDecreaseLiquidityV2;
    const auto whirlpool = emitterAccount(context, 0);
    const auto authority = emitterAccount(context, v2 ? 4 : 2);
    const auto vaultA = emitterAccount(context, v2 ? 11 : 7);
    const auto vaultB = emitterAccount(context, v2 ? 12 : 8);
    if (!whirlpool) return whirlpool.error();
    if (!authority || !vaultA || !vaultB)
        return fail(ErrorCode::BadShape, "Whirlpool liquidity instruction with too few accounts");
    auto mintA = mintOfAccount(context, *vaultA);
    auto mintB = mintOfAccount(context, *vaultB);
    if (v2) {
        mintA = Mint{emitterAccount(context, 7).value()};
        mintB = Mint{emitterAccount(context, 8).value()};
    }
    if (!mintA || !mintB) return mintsUnknown();
    const std::uint64_t amountA = moved(vaultFlow(context, *vaultA), added, told.a);
    const std::uint64_t amountB = moved(vaultFlow(context, *vaultB), added, told.b);
    if (amountA == 0 && amountB == 0) return {};
    const Wallet owner{*authority};
    appendLiquidity(kVenueId, *whirlpool, {*mintA, amountA, std::nullopt}, {*mintB, amountB, std::nullopt},
                    traderOf(owner, std::nullopt, context).value_or(owner), added, std::nullopt, context, out);
    return {};
}

template <bool kAdding>
Result<void> decodeChange(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<LiquidityEvent<kAdding>>(body);
    if (!decoded) return decoded.error();
    const auto kind = emitterDiscriminator(context);
    if (!kind) return kind.error();
    return appendChange(*kind, Told{decoded->event.tokenAAmount, decoded->event.tokenBAmount}, context, out);
}

// A new pool holds nothing; its mints and decimals are remembered.
void learnPool(const Pubkey& whirlpool, const Mint& a, const Mint& b, std::optional<std::uint8_t> decimalsA,
               std::optional<std::uint8_t> decimalsB, VenueContext& context) {
    const bool aIsQuote = isQuoteSide(a, b);
    context.pools.learn(whirlpool, PoolSides{aIsQuote ? b : a, aIsQuote ? a : b, aIsQuote ? decimalsB : decimalsA,
                                             aIsQuote ? decimalsA : decimalsB});
}

Result<void> decodeInitialized(std::span<const std::uint8_t> body, VenueContext& context) {
    const auto decoded = readLayout<PoolInitializedEvent>(body);
    if (!decoded) return decoded.error();
    const PoolInitializedEvent& raw = decoded->event;
    learnPool(raw.whirlpool, raw.tokenMintA, raw.tokenMintB, raw.decimalsA, raw.decimalsB, context);
    return {};
}

Result<void> decode(std::span<const std::uint8_t> payload, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case TradedEvent::kDiscriminator: return decodeTraded(payload, context, out);
        case LiquidityIncreasedEvent::kDiscriminator: return decodeChange<true>(payload, context, out);
        case LiquidityDecreasedEvent::kDiscriminator: return decodeChange<false>(payload, context, out);
        case PoolInitializedEvent::kDiscriminator: return decodeInitialized(payload, context);
        default: return fail(ErrorCode::BadDiscriminator, "unknown Whirlpool event");
    }
}

Result<EventFields> describe(std::span<const std::uint8_t> payload) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case TradedEvent::kDiscriminator: return printLayout<TradedEvent>(payload);
        case LiquidityIncreasedEvent::kDiscriminator: return printLayout<LiquidityIncreasedEvent>(payload);
        case LiquidityDecreasedEvent::kDiscriminator: return printLayout<LiquidityDecreasedEvent>(payload);
        case PoolInitializedEvent::kDiscriminator: return printLayout<PoolInitializedEvent>(payload);
        default: return fail(ErrorCode::BadDiscriminator, "Whirlpool event without a described layout");
    }
}

Result<void> decodeInstruction(std::span<const std::uint8_t> data, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(data);
    if (!kind) return {};
    switch (*kind) {
        case kSwap:
        case kSwapV2:
        case kTwoHopSwap:
        case kTwoHopSwapV2: {
            const auto hops = hopsOf(context);
            if (!hops) return hops.error();
            for (const Hop& hop : *hops)
                if (auto done = appendSilentSwap(hop, context, out); !done) return done;
            return {};
        }
        case kIncreaseLiquidity:
        case kIncreaseLiquidityV2:
        case kIncreaseByAmountsV2:
        case kDecreaseLiquidity:
        case kDecreaseLiquidityV2:
            if (!context.transaction->hasInner)
                return fail(ErrorCode::NeedsTransaction, "no inner transfers to read the liquidity from");
            return appendChange(*kind, Told{}, context, out);
        case kInitializePool:
        case kInitializePoolV2: {
            const auto a = emitterAccount(context, 1);
            const auto b = emitterAccount(context, 2);
            const auto whirlpool = emitterAccount(context, *kind == kInitializePool ? 4 : 6);
            if (!a || !b || !whirlpool)
                return fail(ErrorCode::BadShape, "Whirlpool creation with too few accounts");
            learnPool(*whirlpool, Mint{*a}, Mint{*b}, std::nullopt, std::nullopt, context);
            return {};
        }
        default: return {};
    }
}

}  // namespace

const Venue kOrcaWhirlpool{
    .id = kVenueId,
    .programText = "whirLbMiicVdio4qvUfM5KAg6Ct8VwpYzGff3uctyCc",
    .eventAuthority = {},
    .place = EventPlace::LogOnly,
    .logPrefix = {},
    .decode = &decode,
    .describe = &describe,
    .decodeInstruction = &decodeInstruction,
};

}  // namespace core::wire
