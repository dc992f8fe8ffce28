// SPDX-License-Identifier: GPL-3.0-or-later
// Raydium CLMM: concentrated liquidity, so no product of reserves sets its price. Anchor events in the log
// only; the mints come from the token accounts that the event names. Layouts: solana-wire section 10; what the
// amounts include, older instructions and CreatePersonalPositionEvent: raydium-io/raydium-clmm.
// Seen on real bytes: SwapEvent of 205 and of 221 bytes, swap_v2 alone and under a router. Never seen:
// swap_router_base_in and its several events, transfer fees that are not zero, every other event and
// instruction.
#include "core/wire/dex/raydium_clmm.h"

#include "core/base/checked_math.h"
#include "core/wire/swap.h"

#include <algorithm>
#include <array>

namespace core::wire {
namespace {

constexpr std::string_view kVenueId = "raydium_clmm";

constexpr Discriminator kSwap = discriminator("f8c69e91e17587c8");
constexpr Discriminator kSwapV2 = discriminator("2b04ed0b1ac91e62");
constexpr Discriminator kSwapRouterBaseIn = discriminator("457d73daf5baf2c4");

struct SwapEvent {
    static constexpr std::string_view kName = "SwapEvent";
    static constexpr Discriminator kDiscriminator = discriminator("40c6cde8260871e2");

    Pubkey poolState;
    Wallet sender;
    Pubkey tokenAccount0, tokenAccount1;
    std::uint64_t amount0 = 0, transferFee0 = 0, amount1 = 0, transferFee1 = 0;
    bool zeroForOne = false;
    Uint128 sqrtPriceX64 = 0, liquidity = 0;
    std::int32_t tick = 0;
    std::optional<std::uint64_t> tradeFee0, tradeFee1;

    template <class Visitor>
    void layout(Visitor& v) {
        v("pool_state", poolState);
        v("sender", sender);
        v("token_account_0", tokenAccount0);
        v("token_account_1", tokenAccount1);
        v("amount_0", amount0);
        v("transfer_fee_0", transferFee0);
        v("amount_1", amount1);
        v("transfer_fee_1", transferFee1);
        v("zero_for_one", zeroForOne);
        v("sqrt_price_x64", sqrtPriceX64);
        v("liquidity", liquidity);
        v("tick", tick);
        v.generationEnd();  // 205 bytes
        v("trade_fee_0", tradeFee0);
        v("trade_fee_1", tradeFee1);
    }
};

struct PoolCreatedEvent {
    static constexpr std::string_view kName = "PoolCreatedEvent";
    static constexpr Discriminator kDiscriminator = discriminator("195e4b2f7063353f");

    Mint tokenMint0, tokenMint1;
    std::uint16_t tickSpacing = 0;
    Pubkey poolState;
    Uint128 sqrtPriceX64 = 0;
    std::int32_t tick = 0;
    Pubkey tokenVault0, tokenVault1;

    template <class Visitor>
    void layout(Visitor& v) {
        v("token_mint_0", tokenMint0);
        v("token_mint_1", tokenMint1);
        v("tick_spacing", tickSpacing);
        v("pool_state", poolState);
        v("sqrt_price_x64", sqrtPriceX64);
        v("tick", tick);
        v("token_vault_0", tokenVault0);
        v("token_vault_1", tokenVault1);
    }
};

struct CreatePersonalPositionEvent {
    static constexpr std::string_view kName = "CreatePersonalPositionEvent";
    static constexpr Discriminator kDiscriminator = discriminator("641e57f9c4df9ace");

    Pubkey poolState;
    Wallet minter, nftOwner;
    std::int32_t tickLowerIndex = 0, tickUpperIndex = 0;
    Uint128 liquidity = 0;
    std::uint64_t depositAmount0 = 0, depositAmount1 = 0;
    std::optional<std::uint64_t> depositAmount0TransferFee, depositAmount1TransferFee;

    template <class Visitor>
    void layout(Visitor& v) {
        v("pool_state", poolState);
        v("minter", minter);
        v("nft_owner", nftOwner);
        v("tick_lower_index", tickLowerIndex);
        v("tick_upper_index", tickUpperIndex);
        v("liquidity", liquidity);
        v("deposit_amount_0", depositAmount0);
        v("deposit_amount_1", depositAmount1);
        v.generationEnd();  // before Token-2022
        v("deposit_amount_0_transfer_fee", depositAmount0TransferFee);
        v("deposit_amount_1_transfer_fee", depositAmount1TransferFee);
    }
};

struct IncreaseLiquidityEvent {
    static constexpr std::string_view kName = "IncreaseLiquidityEvent";
    static constexpr Discriminator kDiscriminator = discriminator("314f69d420221e54");

    Mint positionNftMint;
    Uint128 liquidity = 0;
    std::uint64_t amount0 = 0, amount1 = 0;
    std::optional<std::uint64_t> amount0TransferFee, amount1TransferFee;

    template <class Visitor>
    void layout(Visitor& v) {
        v("position_nft_mint", positionNftMint);
        v("liquidity", liquidity);
        v("amount_0", amount0);
        v("amount_1", amount1);
        v.generationEnd();  // before Token-2022
        v("amount_0_transfer_fee", amount0TransferFee);
        v("amount_1_transfer_fee", amount1TransferFee);
    }
};

struct DecreaseLiquidityEvent {
    static constexpr std::string_view kName = "DecreaseLiquidityEvent";
    static constexpr Discriminator kDiscriminator = discriminator("3ade563a44325538");

    Mint positionNftMint;
    Uint128 liquidity = 0;
    std::uint64_t decreaseAmount0 = 0, decreaseAmount1 = 0, feeAmount0 = 0, feeAmount1 = 0;
    std::array<std::uint64_t, 3> rewardAmounts{};
    std::optional<std::uint64_t> transferFee0, transferFee1;

    template <class Visitor>
    void layout(Visitor& v) {
        v("position_nft_mint", positionNftMint);
        v("liquidity", liquidity);
        v("decrease_amount_0", decreaseAmount0);
        v("decrease_amount_1", decreaseAmount1);
        v("fee_amount_0", feeAmount0);
        v("fee_amount_1", feeAmount1);
        v("reward_amounts_0", rewardAmounts[0]);
        v("reward_amounts_1", rewardAmounts[1]);
        v("reward_amounts_2", rewardAmounts[2]);
        v.generationEnd();  // before Token-2022
        v("transfer_fee_0", transferFee0);
        v("transfer_fee_1", transferFee1);
    }
};

struct LiquidityChangeEvent {
    static constexpr std::string_view kName = "LiquidityChangeEvent";
    static constexpr Discriminator kDiscriminator = discriminator("7ef0afce9e58996b");

    Pubkey poolState;
    std::int32_t tick = 0, tickLower = 0, tickUpper = 0;
    Uint128 liquidityBefore = 0, liquidityAfter = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("pool_state", poolState);
        v("tick", tick);
        v("tick_lower", tickLower);
        v("tick_upper", tickUpper);
        v("liquidity_before", liquidityBefore);
        v("liquidity_after", liquidityAfter);
    }
};

// Events of the program that move no market: ConfigChange, CollectProtocolFee, CollectPersonalFee,
// LiquidityCalculate, UpdateRewardInfos, and of limit orders Open, Increase, Decrease, Settle, Close. Known, so
// that a new one stands out.
constexpr Discriminator kSilentEvents[] = {
    discriminator("f7bd07776a705f97"), discriminator("ce57114f2d29d53d"), discriminator("a6ae69c051a15369"),
    discriminator("ed7094e63954b4a2"), discriminator("6d7fba4e724125ec"), discriminator("6a18475539a99ed8"),
    discriminator("0b780dccc75713c8"), discriminator("463028dddbedd4a3"), discriminator("58774da47d7c0ac2"),
    discriminator("253071c1f2829e3a"),
};

// Mints of token 0 and token 1.
struct Sides {
    Mint mint0, mint1;
};

// A pool's token 0 is the mint with the smaller key; the program lets no other pool be made.
Sides inPoolOrder(const Mint& a, const Mint& b) {
    return b < a ? Sides{b, a} : Sides{a, b};
}

const Pubkey* accountOf(const VenueContext& context, std::size_t k) {
    if (context.transaction == nullptr || context.emitter == nullptr) return nullptr;
    return context.transaction->account(*context.emitter, k);
}

bool ownedBy(const VenueContext& context, const Pubkey& account, const Pubkey& owner) {
    const auto index = keyIndexOf(context, account);
    const TokenAccount* known = index && context.facts != nullptr ? context.facts->account(*index) : nullptr;
    return known != nullptr && known->owner == Wallet{owner};
}

// Mints of a swap: as the two token accounts of the user tell them, which the event names in every instruction;
// else as swap_v2 or the pool's vaults do; else as an earlier event of the pool did.
std::optional<Sides> sidesOf(const SwapEvent& raw, const VenueContext& context) {
    const auto user0 = mintOfAccount(context, raw.tokenAccount0);
    const auto user1 = mintOfAccount(context, raw.tokenAccount1);
    if (user0 && user1 && *user0 != *user1) return Sides{*user0, *user1};
    const auto kind = emitterDiscriminator(context);
    const Pubkey* pool = accountOf(context, 2);
    if (kind && (*kind == kSwap || *kind == kSwapV2) && pool != nullptr && *pool == raw.poolState) {
        const Pubkey* inVault = accountOf(context, 5);
        const Pubkey* outVault = accountOf(context, 6);
        const Pubkey* inMint = accountOf(context, 11);
        const Pubkey* outMint = accountOf(context, 12);
        if (*kind == kSwapV2 && inMint != nullptr && outMint != nullptr && *inMint != *outMint)
            return inPoolOrder(Mint{*inMint}, Mint{*outMint});
        const auto first = inVault != nullptr ? mintOfAccount(context, *inVault) : std::nullopt;
        const auto second = outVault != nullptr ? mintOfAccount(context, *outVault) : std::nullopt;
        if (first && second && *first != *second) return inPoolOrder(*first, *second);
    }
    if (const PoolSides* known = context.pools.find(raw.poolState)) return inPoolOrder(known->base, known->quote);
    return std::nullopt;
}

Result<void> decodeSwap(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<SwapEvent>(body);
    if (!decoded) return decoded.error();
    const SwapEvent& raw = decoded->event;
    // The payer of a top-level instruction has signed, so there the event alone tells who traded. Called by
    // another program it may be that program's own address.
    const bool topLevel = context.at.path && context.at.path->inner == EventPath::kNoInner;
    if (context.transaction == nullptr && !topLevel)
        return fail(ErrorCode::NeedsTransaction, "CLMM swap through another program");
    const auto sides = sidesOf(raw, context);
    if (!sides && context.transaction == nullptr)
        return fail(ErrorCode::NeedsTransaction, "CLMM's event does not name the mints");
    if (!sides) return fail(ErrorCode::PoolUnknown, "token accounts whose mints the transaction does not name");
    const bool zeroIn = raw.zeroForOne;
    const std::uint64_t amountIn = zeroIn ? raw.amount0 : raw.amount1;
    const std::uint64_t amountOut = zeroIn ? raw.amount1 : raw.amount0;
    const std::uint64_t withheldIn = zeroIn ? raw.transferFee0 : raw.transferFee1;
    const std::uint64_t withheldOut = zeroIn ? raw.transferFee1 : raw.transferFee0;
    // Both amounts are without the transfer fee: what reached the pool, and what reached the user.
    const auto given = checkedAdd(amountIn, withheldIn);
    const auto left = checkedAdd(amountOut, withheldOut);
    if (!given || !left) return fail(ErrorCode::BadValue, "CLMM SwapEvent: transfer fee");
    Swap swap;
    swap.venue = kVenueId;
    swap.pool = raw.poolState;
    swap.inMint = zeroIn ? sides->mint0 : sides->mint1;
    swap.outMint = zeroIn ? sides->mint1 : sides->mint0;
    swap.amountIn = amountIn;
    swap.amountOut = *left;
    swap.userIn = *given;
    swap.userOut = amountOut;
    if (raw.tradeFee0 && raw.tradeFee1) {
        const std::uint64_t feeIn = zeroIn ? *raw.tradeFee0 : *raw.tradeFee1;
        const std::uint64_t feeOut = zeroIn ? *raw.tradeFee1 : *raw.tradeFee0;
        // A fee taken in the other token only is not a trade without fees.
        if (feeIn != 0 || feeOut == 0) swap.feeIn = feeIn;
        if (feeOut != 0 || feeIn == 0) swap.feeOut = feeOut;
    }
    swap.authority = raw.sender;
    swap.outputAccount = keyIndexOf(context, zeroIn ? raw.tokenAccount1 : raw.tokenAccount0);
    return appendSwap(swap, context, out);
}

Result<void> decodePoolCreated(std::span<const std::uint8_t> body, VenueContext& context) {
    const auto decoded = readLayout<PoolCreatedEvent>(body);
    if (!decoded) return decoded.error();
    const PoolCreatedEvent& raw = decoded->event;
    if (raw.tokenMint0 == raw.tokenMint1) return fail(ErrorCode::BadValue, "a pool of one token");
    // A new pool of this kind is empty; its first position is the liquidity.
    const bool reversed = isQuoteSide(raw.tokenMint0, raw.tokenMint1);
    context.pools.learn(raw.poolState,
                        PoolSides{reversed ? raw.tokenMint1 : raw.tokenMint0,
                                  reversed ? raw.tokenMint0 : raw.tokenMint1, std::nullopt, std::nullopt});
    return {};
}

// Where a liquidity instruction names its pool and tokens; the old forms name no mints.
struct LiquidityForm {
    Discriminator kind;
    std::size_t accounts, pool, vault, mint;  // of token 0; token 1 is the next one
    std::size_t liquidityAt;                  // of the argument behind the discriminator
    bool added;
};
constexpr std::size_t kNoMints = 0;
constexpr LiquidityForm kLiquidityForms[] = {
    {discriminator("2e9cf3760dcdfbb2"), 12, 2, 9, kNoMints, 0, true},    // increase_liquidity
    {discriminator("851d59df45eeb00a"), 15, 2, 9, 13, 0, true},          // increase_liquidity_v2
    {discriminator("a026d06f685b2c01"), 12, 3, 5, kNoMints, 0, false},   // decrease_liquidity
    {discriminator("3a7fbc3e4f52c460"), 16, 3, 5, 14, 0, false},         // decrease_liquidity_v2
    {discriminator("87802f4d0f98f031"), 19, 5, 12, kNoMints, 16, true},  // open_position
    {discriminator("4db84ad67056f1c7"), 22, 5, 12, 20, 16, true},        // open_position_v2
    {discriminator("4dffae527d1dc92e"), 20, 4, 11, 18, 16, true},        // open_position_with_token22_nft
};

struct LiquidityAccounts {
    const LiquidityForm* form = nullptr;  // null: no liquidity instruction
    Pubkey pool, vault0, vault1;
    Sides sides;
    Wallet owner;
};

Result<LiquidityAccounts> liquidityAccounts(const VenueContext& context) {
    const auto kind = emitterDiscriminator(context);
    if (!kind) return kind.error();
    LiquidityAccounts found;
    for (const LiquidityForm& form : kLiquidityForms)
        if (form.kind == *kind) found.form = &form;
    if (found.form == nullptr) return found;
    const LiquidityForm& form = *found.form;
    if (context.emitter->accountsCount < form.accounts)
        return fail(ErrorCode::BadShape, "CLMM liquidity instruction with " +
                                             std::to_string(context.emitter->accountsCount) + " accounts");
    const auto key = [&](std::size_t k) -> const Pubkey& { return *accountOf(context, k); };
    found.pool = key(form.pool);
    found.vault0 = key(form.vault);
    found.vault1 = key(form.vault + 1);
    auto mint0 = mintOfAccount(context, found.vault0);
    auto mint1 = mintOfAccount(context, found.vault1);
    if (form.mint != kNoMints) {
        mint0 = Mint{key(form.mint)};
        mint1 = Mint{key(form.mint + 1)};
    }
    if (!mint0 || !mint1) return fail(ErrorCode::PoolUnknown, "vaults whose mints the transaction does not name");
    found.sides = Sides{*mint0, *mint1};
    found.owner = traderOf(Wallet{key(0)}, std::nullopt, context).value_or(Wallet{key(0)});
    return found;
}

// Liquidity that an event tells the amounts of and its instruction the rest.
Result<void> appendEventLiquidity(const std::optional<Pubkey>& pool, bool added, std::uint64_t amount0,
                                  std::uint64_t amount1, VenueContext& context, std::vector<Event>& out) {
    const auto accounts = liquidityAccounts(context);
    if (!accounts) return accounts.error();
    if (accounts->form == nullptr || accounts->form->added != added || (pool && *pool != accounts->pool))
        return fail(ErrorCode::BadShape, "CLMM liquidity event under another instruction");
    // Positions are also touched to collect what they earned, or opened empty.
    if (amount0 == 0 && amount1 == 0) return {};
    appendLiquidity(kVenueId, accounts->pool, {accounts->sides.mint0, amount0, std::nullopt},
                    {accounts->sides.mint1, amount1, std::nullopt}, accounts->owner, added, std::nullopt, context,
                    out);
    return {};
}

Result<void> decodeIncrease(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<IncreaseLiquidityEvent>(body);
    if (!decoded) return decoded.error();
    return appendEventLiquidity(std::nullopt, true, decoded->event.amount0, decoded->event.amount1, context, out);
}

Result<void> decodeDecrease(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<DecreaseLiquidityEvent>(body);
    if (!decoded) return decoded.error();
    return appendEventLiquidity(std::nullopt, false, decoded->event.decreaseAmount0, decoded->event.decreaseAmount1,
                                context, out);
}

Result<void> decodeOpen(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<CreatePersonalPositionEvent>(body);
    if (!decoded) return decoded.error();
    const auto& raw = decoded->event;
    return appendEventLiquidity(raw.poolState, true, raw.depositAmount0, raw.depositAmount1, context, out);
}

Result<void> decode(std::span<const std::uint8_t> payload, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case SwapEvent::kDiscriminator: return decodeSwap(payload, context, out);
        case PoolCreatedEvent::kDiscriminator: return decodePoolCreated(payload, context);
        case CreatePersonalPositionEvent::kDiscriminator: return decodeOpen(payload, context, out);
        case IncreaseLiquidityEvent::kDiscriminator: return decodeIncrease(payload, context, out);
        case DecreaseLiquidityEvent::kDiscriminator: return decodeDecrease(payload, context, out);
        case LiquidityChangeEvent::kDiscriminator: return checkLayout<LiquidityChangeEvent>(payload);
        default: break;
    }
    for (const Discriminator silent : kSilentEvents)
        if (*kind == silent) return {};
    return fail(ErrorCode::BadDiscriminator, "unknown CLMM event");
}

Result<EventFields> describe(std::span<const std::uint8_t> payload) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case SwapEvent::kDiscriminator: return printLayout<SwapEvent>(payload);
        case PoolCreatedEvent::kDiscriminator: return printLayout<PoolCreatedEvent>(payload);
        case CreatePersonalPositionEvent::kDiscriminator: return printLayout<CreatePersonalPositionEvent>(payload);
        case IncreaseLiquidityEvent::kDiscriminator: return printLayout<IncreaseLiquidityEvent>(payload);
        case DecreaseLiquidityEvent::kDiscriminator: return printLayout<DecreaseLiquidityEvent>(payload);
        case LiquidityChangeEvent::kDiscriminator: return printLayout<LiquidityChangeEvent>(payload);
        default: return fail(ErrorCode::BadDiscriminator, "CLMM event without a described layout");
    }
}

Result<void> appendVaultSwap(const Pubkey& pool, const Pubkey& inVault, const Pubkey& outVault,
                             VenueContext& context, std::vector<Event>& out) {
    auto swap = swapOfVaults(context, inVault, outVault);
    if (!swap) return swap.error();
    swap->venue = kVenueId;
    swap->pool = pool;
    if (const Pubkey* payer = accountOf(context, 0)) swap->authority = Wallet{*payer};
    return appendSwap(*swap, context, out);
}

// Every hop of a route brings its accounts along: config, pool, output account, both vaults, and a number of
// tick arrays that only the program knows. A pool is known by the vaults behind it being its own.
Result<void> decodeRoute(VenueContext& context, std::vector<Event>& out) {
    constexpr std::size_t kFirstHop = 6;
    const std::size_t before = out.size();
    std::uint16_t ordinal = 0;
    for (std::size_t k = kFirstHop + 1; k + 3 < context.emitter->accountsCount; ++k) {
        const Pubkey& pool = *accountOf(context, k);
        const Pubkey& inVault = *accountOf(context, k + 2);
        const Pubkey& outVault = *accountOf(context, k + 3);
        if (!ownedBy(context, inVault, pool) || !ownedBy(context, outVault, pool)) continue;
        context.at.path->ordinal = ordinal++;
        if (auto done = appendVaultSwap(pool, inVault, outVault, context, out); !done) return done;
    }
    if (out.size() == before) return fail(ErrorCode::BadShape, "CLMM route without a pool");
    return {};
}

// Swaps and liquidity whose line was cut from the log: the token transfers tell the amounts.
Result<void> decodeInstruction(std::span<const std::uint8_t> data, VenueContext& context, std::vector<Event>& out) {
    const auto arguments = data;
    const auto kind = splitDiscriminator(data);
    if (!kind) return {};
    if (*kind == kSwapRouterBaseIn) return decodeRoute(context, out);
    if (*kind == kSwap || *kind == kSwapV2) {
        const std::size_t most = *kind == kSwapV2 ? 13 : 10;
        if (context.emitter->accountsCount < most)
            return fail(ErrorCode::BadShape,
                        "CLMM swap with " + std::to_string(context.emitter->accountsCount) + " accounts");
        return appendVaultSwap(*accountOf(context, 2), *accountOf(context, 5), *accountOf(context, 6), context,
                               out);
    }
    const auto accounts = liquidityAccounts(context);
    if (!accounts) return accounts.error();
    if (accounts->form == nullptr) return {};
    const LiquidityForm& form = *accounts->form;
    ByteReader reader{arguments.subspan(sizeof(Discriminator))};
    reader.bytes(form.liquidityAt);
    const Int128 liquidity = reader.int128();
    if (reader.failed()) return fail(ErrorCode::BadShape, "CLMM liquidity instruction without its arguments");
    // Taking nothing out is how a position collects what it earned.
    if (!form.added && liquidity == 0) return {};
    if (!context.transaction->hasInner)
        return fail(ErrorCode::NeedsTransaction, "no inner transfers to read the liquidity from");
    const auto moved = [&](const Pubkey& vault) {
        const VaultFlow flow = vaultFlow(context, vault);
        // What a position earned comes out together with its liquidity; only the event tells them apart.
        return form.added ? flow.in - std::min(flow.in, flow.feeIn) : flow.out;
    };
    return appendEventLiquidity(std::nullopt, form.added, moved(accounts->vault0), moved(accounts->vault1), context,
                                out);
}

}  // namespace

const Venue kRaydiumClmm{
    .id = kVenueId,
    .programText = "CAMMCzo5YL8w4VFF8KVHrK22GGUsp5VTaW7grrKgrWqK",
    .eventAuthority = {},
    .place = EventPlace::LogOnly,
    .logPrefix = {},
    .decode = &decode,
    .describe = &describe,
    .decodeInstruction = &decodeInstruction,
};

}  // namespace core::wire
