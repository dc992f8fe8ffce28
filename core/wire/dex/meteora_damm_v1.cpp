// SPDX-License-Identifier: GPL-3.0-or-later
// Meteora DAMM v1 (dynamic AMM). Its pools keep their tokens in vaults that lend them out and that many pools
// share, so no reserves are told. Its events name neither pool, mints nor trader; these come from the
// instruction. Layouts: solana-wire section 12.3; the places of liquidity accounts and BootstrapLiquidity from
// the public interface of the program. Seen on real bytes: nothing.
#include "core/wire/dex/meteora_damm_v1.h"

#include "core/base/checked_math.h"
#include "core/wire/swap.h"

#include <algorithm>

namespace core::wire {
namespace {

constexpr std::string_view kVenueId = "meteora_damm_v1";

struct SwapEvent {
    static constexpr std::string_view kName = "Swap";
    static constexpr Discriminator kDiscriminator = discriminator("516ce3becdd00ac4");

    std::uint64_t inAmount = 0, outAmount = 0, tradeFee = 0, protocolFee = 0, hostFee = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("inAmount", inAmount);
        v("outAmount", outAmount);
        v("tradeFee", tradeFee);
        v("protocolFee", protocolFee);
        v("hostFee", hostFee);
    }
};

struct PoolCreatedEvent {
    static constexpr std::string_view kName = "PoolCreated";
    static constexpr Discriminator kDiscriminator = discriminator("ca2c295868dc9d52");

    Mint lpMint, tokenAMint, tokenBMint;
    std::uint8_t poolType = 0;
    Pubkey pool;

    template <class Visitor>
    void layout(Visitor& v) {
        v("lpMint", lpMint);
        v("tokenAMint", tokenAMint);
        v("tokenBMint", tokenBMint);
        v("poolType", poolType);
        v("pool", pool);
    }
};

struct AddLiquidityEvent {
    static constexpr std::string_view kName = "AddLiquidity";
    static constexpr Discriminator kDiscriminator = discriminator("1f5e7d5ae3343dba");
    static constexpr bool kAdding = true;

    std::uint64_t lpMintAmount = 0, tokenAAmount = 0, tokenBAmount = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("lpMintAmount", lpMintAmount);
        v("tokenAAmount", tokenAAmount);
        v("tokenBAmount", tokenBAmount);
    }
};

struct RemoveLiquidityEvent {
    static constexpr std::string_view kName = "RemoveLiquidity";
    static constexpr Discriminator kDiscriminator = discriminator("74f461e8671f983a");
    static constexpr bool kAdding = false;

    std::uint64_t lpMintAmount = 0, tokenAAmount = 0, tokenBAmount = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("lpUnmintAmount", lpMintAmount);
        v("tokenAOutAmount", tokenAAmount);
        v("tokenBOutAmount", tokenBAmount);
    }
};

struct BootstrapLiquidityEvent {
    static constexpr std::string_view kName = "BootstrapLiquidity";
    static constexpr Discriminator kDiscriminator = discriminator("797f26885c370ef7");
    static constexpr bool kAdding = true;

    std::uint64_t lpMintAmount = 0, tokenAAmount = 0, tokenBAmount = 0;
    Pubkey pool;

    template <class Visitor>
    void layout(Visitor& v) {
        v("lpMintAmount", lpMintAmount);
        v("tokenAAmount", tokenAAmount);
        v("tokenBAmount", tokenBAmount);
        v("pool", pool);
    }
};

// Events of the program that move no market; known, so that a new one stands out.
constexpr Discriminator kSilentEvents[] = {
    discriminator("f51ac6a458124b09"), discriminator("f714a5f84b0536f6"), discriminator("e4a983f43d3841fe"),
    discriminator("02971253cc865cbf"), discriminator("dfeae81afc69b47d"), discriminator("4a5e6a8d3111626d"),
    discriminator("dcb743d799cf38ea"), discriminator("4b7a9a308c4a7ba3"), discriminator("c7980a1327279d68"),
    discriminator("f9b56c5904965aae"), discriminator("1ef0cfc48bef4f1c"), discriminator("87830a5e77d1ca30"),
    discriminator("cf145761fbd4ea2d"),
};

constexpr Discriminator kSwapInstruction = discriminator("f8c69e91e17587c8");
constexpr Discriminator kRemoveSingleSide = discriminator("5454b142feb90afb");

struct SwapAccounts {
    Pubkey pool, userSource, userDestination, vaultA, vaultB;
    Wallet user;
    std::optional<std::uint16_t> output;
};

Result<SwapAccounts> swapAccounts(const VenueContext& context) {
    if (context.emitter == nullptr) return fail(ErrorCode::NeedsTransaction, "the accounts of a DAMM v1 swap");
    const auto kind = emitterDiscriminator(context);
    if (!kind) return kind.error();
    if (*kind != kSwapInstruction) return fail(ErrorCode::BadShape, "a DAMM v1 swap by an unknown instruction");
    constexpr std::size_t kUser = 12;
    const auto user = emitterAccount(context, kUser);
    if (!user) return user.error();
    const auto key = [&](std::size_t k) { return emitterAccount(context, k).value(); };
    return SwapAccounts{key(0), key(1), key(2), key(5), key(6), Wallet{*user}, emitterKeyIndex(context, 2)};
}

// The mint of a vault or, where the transaction does not name it, of the account on the wallet's side.
struct Direction {
    Mint in, out;
};

Result<Direction> directionOf(const SwapAccounts& accounts, const VenueContext& context) {
    const auto a = mintOfAccount(context, accounts.vaultA);
    const auto b = mintOfAccount(context, accounts.vaultB);
    const auto source = mintOfAccount(context, accounts.userSource);
    const auto destination = mintOfAccount(context, accounts.userDestination);
    const auto other = [&](const Mint& one) { return a == one ? b : a; };
    const auto in = source ? source : destination ? other(*destination) : std::nullopt;
    const auto out = destination ? destination : source ? other(*source) : std::nullopt;
    if (!in || !out) return fail(ErrorCode::PoolUnknown, "DAMM v1 accounts whose mints nothing names");
    return Direction{*in, *out};
}

Result<void> decodeSwap(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<SwapEvent>(body);
    if (!decoded) return decoded.error();
    const SwapEvent& raw = decoded->event;
    const auto twoFees = checkedAdd(raw.tradeFee, raw.protocolFee);
    const auto fees = twoFees ? checkedAdd(*twoFees, raw.hostFee) : std::nullopt;
    if (!fees) return fail(ErrorCode::BadValue, "DAMM v1: fees beyond 64 bits");
    const auto accounts = swapAccounts(context);
    if (!accounts) return accounts.error();
    const auto direction = directionOf(*accounts, context);
    if (!direction) return direction.error();
    Swap swap;
    swap.venue = kVenueId;
    swap.pool = accounts->pool;
    swap.inMint = direction->in;
    swap.outMint = direction->out;
    swap.amountIn = raw.inAmount;
    swap.amountOut = raw.outAmount;
    swap.feeIn = *fees;
    swap.authority = accounts->user;
    swap.outputAccount = accounts->output;
    return appendSwap(swap, context, out);
}

template <class Change>
Result<void> decodeChange(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<Change>(body);
    if (!decoded) return decoded.error();
    const Change& raw = decoded->event;
    if (raw.tokenAAmount == 0 && raw.tokenBAmount == 0) return {};
    const auto kind = emitterDiscriminator(context);
    if (!kind) return kind.error();
    const auto pool = emitterAccount(context, 0);
    const auto vaultA = emitterAccount(context, 9);
    const auto vaultB = emitterAccount(context, 10);
    const auto user = emitterAccount(context, *kind == kRemoveSingleSide ? 12 : 13);
    if (!pool || !vaultA || !vaultB || !user)
        return fail(ErrorCode::BadShape, "DAMM v1 liquidity instruction with too few accounts");
    const auto a = mintOfAccount(context, *vaultA);
    const auto b = mintOfAccount(context, *vaultB);
    if (!a || !b) return fail(ErrorCode::PoolUnknown, "DAMM v1 vaults whose mints nothing names");
    const Wallet owner{*user};
    appendLiquidity(kVenueId, *pool, {*a, raw.tokenAAmount, std::nullopt}, {*b, raw.tokenBAmount, std::nullopt},
                    traderOf(owner, std::nullopt, context).value_or(owner), Change::kAdding, std::nullopt, context,
                    out);
    return {};
}

// What a new pool was given went into its two vaults, which stand four accounts behind their mints in every
// form of the instruction.
Result<void> decodeCreated(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<PoolCreatedEvent>(body);
    if (!decoded) return decoded.error();
    const PoolCreatedEvent& raw = decoded->event;
    if (context.emitter == nullptr) return fail(ErrorCode::NeedsTransaction, "the accounts of a new DAMM v1 pool");
    std::size_t mintAt = 2;
    const auto isMint = [&](std::size_t k) {
        const auto a = emitterAccount(context, k);
        const auto b = emitterAccount(context, k + 1);
        return a && b && Mint{*a} == raw.tokenAMint && Mint{*b} == raw.tokenBMint;
    };
    while (mintAt <= 3 && !isMint(mintAt)) ++mintAt;
    const auto vaultA = emitterAccount(context, mintAt + 4);
    const auto vaultB = emitterAccount(context, mintAt + 5);
    if (mintAt > 3 || !vaultA || !vaultB)
        return fail(ErrorCode::BadShape, "DAMM v1 pool of an unknown instruction");
    const VaultFlow a = vaultFlow(context, *vaultA);
    const VaultFlow b = vaultFlow(context, *vaultB);
    const auto wallet = traderOf(std::nullopt, std::nullopt, context);
    if (!wallet) return fail(ErrorCode::NeedsTransaction, "who created a DAMM v1 pool");
    appendLiquidity(kVenueId, raw.pool, {raw.tokenAMint, a.in - std::min(a.in, a.feeIn), std::nullopt},
                    {raw.tokenBMint, b.in - std::min(b.in, b.feeIn), std::nullopt}, *wallet, true, std::nullopt,
                    context, out);
    return {};
}

Result<void> decode(std::span<const std::uint8_t> payload, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case SwapEvent::kDiscriminator: return decodeSwap(payload, context, out);
        case AddLiquidityEvent::kDiscriminator: return decodeChange<AddLiquidityEvent>(payload, context, out);
        case RemoveLiquidityEvent::kDiscriminator: return decodeChange<RemoveLiquidityEvent>(payload, context, out);
        case BootstrapLiquidityEvent::kDiscriminator:
            return decodeChange<BootstrapLiquidityEvent>(payload, context, out);
        case PoolCreatedEvent::kDiscriminator: return decodeCreated(payload, context, out);
        default: break;
    }
    for (const Discriminator silent : kSilentEvents)
        if (*kind == silent) return {};
    return fail(ErrorCode::BadDiscriminator, "unknown DAMM v1 event");
}

Result<EventFields> describe(std::span<const std::uint8_t> payload) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case SwapEvent::kDiscriminator: return printLayout<SwapEvent>(payload);
        case AddLiquidityEvent::kDiscriminator: return printLayout<AddLiquidityEvent>(payload);
        case RemoveLiquidityEvent::kDiscriminator: return printLayout<RemoveLiquidityEvent>(payload);
        case BootstrapLiquidityEvent::kDiscriminator: return printLayout<BootstrapLiquidityEvent>(payload);
        case PoolCreatedEvent::kDiscriminator: return printLayout<PoolCreatedEvent>(payload);
        default: return fail(ErrorCode::BadDiscriminator, "DAMM v1 event without a described layout");
    }
}

// A swap whose line was cut from the log: its transfers tell the amounts.
Result<void> decodeInstruction(std::span<const std::uint8_t> data, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(data);
    if (!kind || *kind != kSwapInstruction) return {};
    const auto accounts = swapAccounts(context);
    if (!accounts) return accounts.error();
    auto swap = swapOfVaults(context, accounts->vaultA, accounts->vaultB);
    if (!swap) return swap.error();
    swap->venue = kVenueId;
    swap->pool = accounts->pool;
    swap->authority = accounts->user;
    swap->outputAccount = accounts->output;
    return appendSwap(*swap, context, out);
}

}  // namespace

const Venue kMeteoraDammV1{
    .id = kVenueId,
    .programText = "Eo7WjKq67rjJQSZxS6z3YkapzY3eMj6Xy8X5EQVn5UaB",
    .eventAuthority = {},
    .place = EventPlace::LogOnly,
    .logPrefix = {},
    .decode = &decode,
    .describe = &describe,
    .decodeInstruction = &decodeInstruction,
};

}  // namespace core::wire
