// SPDX-License-Identifier: GPL-3.0-or-later
// Meteora dynamic bonding curve (launchpads such as Believe and Bags). Its curve is made of price ranges, so
// its reserves set no price. Layouts: solana-wire section 12.4; the events of pools whose coin has a transfer
// hook have the same fields under other names, as the program's public source has them. Programs since the
// middle of 2025 tell each swap twice, as EvtSwap and EvtSwap2; a swap counts once. Seen on real bytes: nothing.
#include "core/wire/dex/meteora_dbc.h"

#include "core/base/checked_math.h"
#include "core/wire/swap.h"

#include <algorithm>
#include <limits>

namespace core::wire {
namespace {

constexpr std::string_view kVenueId = "meteora_dbc";

struct EvtSwap {
    static constexpr std::string_view kName = "EvtSwap";
    static constexpr Discriminator kDiscriminator = discriminator("1b3c15d58aaabb93");

    Pubkey pool, config;
    std::uint8_t tradeDirection = 0;
    bool hasReferral = false;
    std::uint64_t askedAmountIn = 0, minimumAmountOut = 0, actualInputAmount = 0, outputAmount = 0;
    Uint128 nextSqrtPrice = 0;
    std::uint64_t tradingFee = 0, protocolFee = 0, referralFee = 0, amountIn = 0, currentTimestamp = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("pool", pool);
        v("config", config);
        v("trade_direction", tradeDirection);
        v("has_referral", hasReferral);
        v("params.amount_in", askedAmountIn);
        v("params.minimum_amount_out", minimumAmountOut);
        v("swap_result.actual_input_amount", actualInputAmount);
        v("swap_result.output_amount", outputAmount);
        v("swap_result.next_sqrt_price", nextSqrtPrice);
        v("swap_result.trading_fee", tradingFee);
        v("swap_result.protocol_fee", protocolFee);
        v("swap_result.referral_fee", referralFee);
        v("amount_in", amountIn);
        v("current_timestamp", currentTimestamp);
    }
};

template <bool kHook>
struct Swap2Event {
    static constexpr std::string_view kName = kHook ? "EvtSwap2WithTransferHook" : "EvtSwap2";
    static constexpr Discriminator kDiscriminator =
        kHook ? discriminator("863ba8785e3372e7") : discriminator("bd4233a826507599");

    Pubkey pool, config;
    std::uint8_t tradeDirection = 0;
    bool hasReferral = false;
    std::uint64_t amount0 = 0, amount1 = 0;
    std::uint8_t swapMode = 0;
    std::uint64_t includedFeeInputAmount = 0, excludedFeeInputAmount = 0, amountLeft = 0, outputAmount = 0;
    Uint128 nextSqrtPrice = 0;
    std::uint64_t tradingFee = 0, protocolFee = 0, referralFee = 0, quoteReserveAmount = 0, migrationThreshold = 0,
                  currentTimestamp = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("pool", pool);
        v("config", config);
        v("trade_direction", tradeDirection);
        v("has_referral", hasReferral);
        v("swap_parameters.amount_0", amount0);
        v("swap_parameters.amount_1", amount1);
        v("swap_parameters.swap_mode", swapMode);
        v("swap_result.included_fee_input_amount", includedFeeInputAmount);
        v("swap_result.excluded_fee_input_amount", excludedFeeInputAmount);
        v("swap_result.amount_left", amountLeft);
        v("swap_result.output_amount", outputAmount);
        v("swap_result.next_sqrt_price", nextSqrtPrice);
        v("swap_result.trading_fee", tradingFee);
        v("swap_result.protocol_fee", protocolFee);
        v("swap_result.referral_fee", referralFee);
        v("quote_reserve_amount", quoteReserveAmount);
        v("migration_threshold", migrationThreshold);
        v("current_timestamp", currentTimestamp);
    }
};
using EvtSwap2 = Swap2Event<false>;
using EvtSwap2WithTransferHook = Swap2Event<true>;

template <bool kHook>
struct InitializePoolEvent {
    static constexpr std::string_view kName = kHook ? "EvtInitializePoolWithTransferHook" : "EvtInitializePool";
    static constexpr Discriminator kDiscriminator =
        kHook ? discriminator("d589a435c14a0f6e") : discriminator("e432f655cb428625");

    Pubkey pool, config;
    Wallet creator;
    Mint baseMint;
    std::uint8_t poolType = 0;
    std::uint64_t activationPoint = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("pool", pool);
        v("config", config);
        v("creator", creator);
        v("base_mint", baseMint);
        v("pool_type", poolType);
        v("activation_point", activationPoint);
    }
};
using EvtInitializePool = InitializePoolEvent<false>;
using EvtInitializePoolWithTransferHook = InitializePoolEvent<true>;

template <bool kHook>
struct CurveCompleteEvent {
    static constexpr std::string_view kName = kHook ? "EvtCurveCompleteWithTransferHook" : "EvtCurveComplete";
    static constexpr Discriminator kDiscriminator =
        kHook ? discriminator("3b2f6dcd0d1f2c9f") : discriminator("e5e756549c864b18");

    Pubkey pool, config;
    std::uint64_t baseReserve = 0, quoteReserve = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("pool", pool);
        v("config", config);
        v("base_reserve", baseReserve);
        v("quote_reserve", quoteReserve);
    }
};
using EvtCurveComplete = CurveCompleteEvent<false>;
using EvtCurveCompleteWithTransferHook = CurveCompleteEvent<true>;

// Arguments of every instruction that launches a coin.
struct LaunchArgs {
    static constexpr std::string_view kName = "InitializePoolParameters";
    std::string name, symbol, uri;

    template <class Visitor>
    void layout(Visitor& v) {
        v("name", name);
        v("symbol", symbol);
        v("uri", uri);
    }
};

// Events of the program that say nothing about a market; known, so that a new one stands out.
constexpr Discriminator kSilentEvents[] = {
    discriminator("c87f06370d200896"), discriminator("bc12484cc35b264a"), discriminator("83cfb4aeb449a536"),
    discriminator("a34a42bb77c31a90"), discriminator("1506997844741cb1"), discriminator("6f2725376ed8c217"),
    discriminator("baf44bfbbc0d1921"), discriminator("bb854209cda1540d"), discriminator("1a5375f05cca70fe"),
    discriminator("9ae4d7ca859bd68a"), discriminator("63a7853fd68faf8b"), discriminator("676f84a88cfd9672"),
    discriminator("c3389809e8482316"), discriminator("9849150f4257359d"), discriminator("6d6f1cdd86c3e6cb"),
    discriminator("bfbd688f6f9c5ee5"), discriminator("6be1a5ed5b9ed5dc"), discriminator("1acb5455a11764d6"),
    discriminator("b5697f4308bb7839"), discriminator("956f952c8840af3e"), discriminator("aedf2c96916259c3"),
    discriminator("51a8741fa1561b23"), discriminator("72ce909c4c94cc19"), discriminator("8d022edea93f7dec"),
    discriminator("5d495173c1130eb7"), discriminator("946cff8455d54eaa"), discriminator("ed80fe6efd06d197"),
    discriminator("d1e4c99153015862"), discriminator("3e4ad788bd6f0349"), discriminator("e47ad9b0cba0681f"),
    discriminator("b15cc46582c85f0c"), discriminator("78b917b5e8385b2d"), discriminator("649eb17b66287c88"),
};

constexpr Discriminator kSwapInstruction = discriminator("f8c69e91e17587c8");
constexpr Discriminator kSwap2Instruction = discriminator("414b3f4ceb5b5b88");
constexpr Discriminator kMigrateToDammV1 = discriminator("1b013016b43f76d9");
constexpr Discriminator kMigrateToDammV2 = discriminator("9ca9e66735e45040");

struct SwapAccounts {
    Pubkey pool, baseVault, quoteVault;
    Mint base, quote;
    Wallet payer;
    std::optional<std::uint16_t> output;
};

Result<SwapAccounts> swapAccounts(const VenueContext& context) {
    if (context.emitter == nullptr) return fail(ErrorCode::NeedsTransaction, "the accounts of a DBC swap");
    constexpr std::size_t kPayer = 9;
    const auto payer = emitterAccount(context, kPayer);
    if (!payer) return payer.error();
    const auto key = [&](std::size_t k) { return emitterAccount(context, k).value(); };
    return SwapAccounts{
        key(2), key(5), key(6), Mint{key(7)}, Mint{key(8)}, Wallet{*payer}, emitterKeyIndex(context, 4)};
}

struct Amounts {
    std::uint64_t in = 0;             // that reached the pool, its fees in
    std::uint64_t inWithoutFees = 0;  // that moved the curve
    std::uint64_t out = 0;
    std::uint64_t tradingFee = 0, protocolFee = 0, referralFee = 0;
};

Result<void> appendEventSwap(const Pubkey& pool, std::uint8_t direction, const Amounts& amounts, std::uint64_t time,
                             VenueContext& context, std::vector<Event>& out) {
    constexpr std::uint8_t kBaseToQuote = 0;
    constexpr std::uint8_t kQuoteToBase = 1;
    if (direction != kBaseToQuote && direction != kQuoteToBase)
        return fail(ErrorCode::BadValue, "DBC: trade_direction");
    const auto twoFees = checkedAdd(amounts.tradingFee, amounts.protocolFee);
    const auto fees = twoFees ? checkedAdd(*twoFees, amounts.referralFee) : std::nullopt;
    if (!fees) return fail(ErrorCode::BadValue, "DBC: fees beyond 64 bits");
    const auto accounts = swapAccounts(context);
    if (!accounts) return accounts.error();
    if (accounts->pool != pool) return fail(ErrorCode::BadShape, "a DBC swap of another pool's instruction");
    const bool selling = direction == kBaseToQuote;
    Swap swap;
    swap.venue = kVenueId;
    swap.pool = pool;
    swap.inMint = selling ? accounts->base : accounts->quote;
    swap.outMint = selling ? accounts->quote : accounts->base;
    swap.coin = accounts->base;
    swap.amountIn = amounts.in;
    swap.amountOut = amounts.out;
    (amounts.in > amounts.inWithoutFees ? swap.feeIn : swap.feeOut) = *fees;
    swap.authority = accounts->payer;
    swap.outputAccount = accounts->output;
    swap.time = static_cast<std::int64_t>(
        std::min<std::uint64_t>(time, static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())));
    applyTransferFees(swap, context, selling ? accounts->baseVault : accounts->quoteVault,
                      selling ? accounts->quoteVault : accounts->baseVault);
    return appendSwap(swap, context, out);
}

Result<void> decodeSwap(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<EvtSwap>(body);
    if (!decoded) return decoded.error();
    if (emittedBeside(context, EvtSwap2::kDiscriminator)) return {};  // the same swap, told with more
    const EvtSwap& raw = decoded->event;
    const Amounts amounts{raw.amountIn,   raw.actualInputAmount, raw.outputAmount,
                          raw.tradingFee, raw.protocolFee,       raw.referralFee};
    return appendEventSwap(raw.pool, raw.tradeDirection, amounts, raw.currentTimestamp, context, out);
}

template <bool kHook>
Result<void> decodeSwap2(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<Swap2Event<kHook>>(body);
    if (!decoded) return decoded.error();
    const auto& raw = decoded->event;
    const Amounts amounts{raw.includedFeeInputAmount,
                          raw.excludedFeeInputAmount,
                          raw.outputAmount,
                          raw.tradingFee,
                          raw.protocolFee,
                          raw.referralFee};
    return appendEventSwap(raw.pool, raw.tradeDirection, amounts, raw.currentTimestamp, context, out);
}

// Coins that the instruction minted: the supply of a coin that it created.
std::optional<TokenAmount> mintedHere(const Mint& mint, const VenueContext& context) {
    if (context.facts == nullptr) return std::nullopt;
    const auto begin = static_cast<std::size_t>(context.emitter - context.transaction->instructions.data());
    const std::size_t end = callsEnd(*context.transaction, begin);
    std::optional<std::uint64_t> total;
    for (const TokenMove& move : context.facts->tokenMoves()) {
        const bool here = move.instruction > begin && move.instruction < end;
        if (!here || move.source != TokenMove::kNowhere || move.mint != mint) continue;
        total = checkedAdd(total.value_or(0), move.amount);
        if (!total) return std::nullopt;
    }
    return total ? std::optional{TokenAmount{*total}} : std::nullopt;
}

template <bool kHook>
Result<void> decodeInitialize(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<InitializePoolEvent<kHook>>(body);
    if (!decoded) return decoded.error();
    const auto& raw = decoded->event;
    if (context.emitter == nullptr) return fail(ErrorCode::NeedsTransaction, "the coin of this DBC pool");
    // All forms of the instruction have coin, quote and pool in the same places, and the same arguments.
    const auto base = emitterAccount(context, 3);
    const auto quote = emitterAccount(context, 4);
    const auto pool = emitterAccount(context, 5);
    if (!base || !quote || !pool || Mint{*base} != raw.baseMint || *pool != raw.pool)
        return fail(ErrorCode::BadShape, "a DBC launch of another coin's instruction");
    std::vector<std::uint8_t> scratch;
    auto data = instructionData(*context.emitter, scratch);
    if (const auto kind = splitDiscriminator(data); !kind) return kind.error();
    auto args = readLayout<LaunchArgs>(data);
    if (!args) return args.error();
    TokenCreated created;
    created.venue = Symbol{kVenueId};
    created.mint = raw.baseMint;
    created.name = std::move(args->event.name);
    created.symbol = std::move(args->event.symbol);
    created.uri = std::move(args->event.uri);
    created.creator = raw.creator;
    created.bondingCurve = raw.pool;
    created.supply = mintedHere(raw.baseMint, context);
    created.quoteMint = Mint{*quote};
    const auto decimals = context.facts != nullptr ? context.facts->decimals(raw.baseMint) : std::nullopt;
    context.pools.learn(raw.pool, PoolSides{raw.baseMint, Mint{*quote}, decimals, std::nullopt});
    out.push_back(Event{context.at, std::move(created)});
    return {};
}

// The coin leaves its curve; the pool tells its liquidity with its own events.
Result<void> appendMigration(std::size_t coinAt, std::size_t quoteAt, VenueContext& context,
                             std::vector<Event>& out) {
    const auto pool = emitterAccount(context, 4);
    const auto coin = emitterAccount(context, coinAt);
    const auto quote = emitterAccount(context, quoteAt);
    if (!pool || !coin || !quote) return fail(ErrorCode::BadShape, "DBC migration with too few accounts");
    context.pools.learn(*pool, PoolSides{Mint{*coin}, Mint{*quote}, std::nullopt, std::nullopt});
    out.push_back(Event{context.at, Graduated{Mint{*coin}, Symbol{kVenueId}, *pool}});
    return {};
}

Result<void> decode(std::span<const std::uint8_t> payload, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case EvtSwap::kDiscriminator: return decodeSwap(payload, context, out);
        case EvtSwap2::kDiscriminator: return decodeSwap2<false>(payload, context, out);
        case EvtSwap2WithTransferHook::kDiscriminator: return decodeSwap2<true>(payload, context, out);
        case EvtInitializePool::kDiscriminator: return decodeInitialize<false>(payload, context, out);
        case EvtInitializePoolWithTransferHook::kDiscriminator:
            return decodeInitialize<true>(payload, context, out);
        case EvtCurveComplete::kDiscriminator: return checkLayout<EvtCurveComplete>(payload);
        case EvtCurveCompleteWithTransferHook::kDiscriminator:
            return checkLayout<EvtCurveCompleteWithTransferHook>(payload);
        default: break;
    }
    for (const Discriminator silent : kSilentEvents)
        if (*kind == silent) return {};
    return fail(ErrorCode::BadDiscriminator, "unknown DBC event");
}

Result<EventFields> describe(std::span<const std::uint8_t> payload) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case EvtSwap::kDiscriminator: return printLayout<EvtSwap>(payload);
        case EvtSwap2::kDiscriminator: return printLayout<EvtSwap2>(payload);
        case EvtSwap2WithTransferHook::kDiscriminator: return printLayout<EvtSwap2WithTransferHook>(payload);
        case EvtInitializePool::kDiscriminator: return printLayout<EvtInitializePool>(payload);
        case EvtInitializePoolWithTransferHook::kDiscriminator:
            return printLayout<EvtInitializePoolWithTransferHook>(payload);
        case EvtCurveComplete::kDiscriminator: return printLayout<EvtCurveComplete>(payload);
        case EvtCurveCompleteWithTransferHook::kDiscriminator:
            return printLayout<EvtCurveCompleteWithTransferHook>(payload);
        default: return fail(ErrorCode::BadDiscriminator, "DBC event without a described layout");
    }
}

// Migrations tell no event of this program; a swap that told none shows in its transfers.
Result<void> decodeInstruction(std::span<const std::uint8_t> data, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(data);
    if (!kind) return {};
    switch (*kind) {
        case kMigrateToDammV1: return appendMigration(7, 8, context, out);
        case kMigrateToDammV2: return appendMigration(13, 14, context, out);
        case kSwapInstruction:
        case kSwap2Instruction: break;
        default: return {};
    }
    const auto accounts = swapAccounts(context);
    if (!accounts) return accounts.error();
    auto swap = swapOfVaults(context, accounts->baseVault, accounts->quoteVault);
    if (!swap) return swap.error();
    swap->venue = kVenueId;
    swap->pool = accounts->pool;
    swap->coin = accounts->base;
    swap->authority = accounts->payer;
    swap->outputAccount = accounts->output;
    return appendSwap(*swap, context, out);
}

}  // namespace

const Venue kMeteoraDbc{
    .id = kVenueId,
    .programText = "dbcij3LWUppWqq96dh6gJWwBifmcGfLSB5D4DuSMaqN",
    .eventAuthority = "8Ks12pbrD6PXxfty1hVQiE9sc289zgU1zHkvXhrSdriF",
    .place = EventPlace::SelfCpiOnly,
    .logPrefix = {},
    .decode = &decode,
    .describe = &describe,
    .decodeInstruction = &decodeInstruction,
};

}  // namespace core::wire
