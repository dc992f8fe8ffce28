// SPDX-License-Identifier: GPL-3.0-or-later
// Meteora DLMM: liquidity in price bins, so its reserves set no price. Layouts: solana-wire section 12.1;
// Swap2Evt from public IDLs of 2026, whose program emits it beside Swap for the same trade.
// Seen on real bytes: Swap, AddLiquidity, RemoveLiquidity, PositionCreate, PositionClose, ClaimFee.
// Never seen: LbPairCreate, Swap2Evt, a swap whose fee is taken from the output, a transfer fee.
#include "core/wire/dex/meteora_dlmm.h"

#include "core/wire/swap.h"

#include <algorithm>

namespace core::wire {
namespace {

constexpr std::string_view kVenueId = "meteora_dlmm";

struct SwapEvent {
    static constexpr std::string_view kName = "Swap";
    static constexpr Discriminator kDiscriminator = discriminator("516ce3becdd00ac4");

    Pubkey lbPair;
    Wallet from;
    std::int32_t startBinId = 0, endBinId = 0;
    std::uint64_t amountIn = 0, amountOut = 0;
    bool swapForY = false;
    std::uint64_t fee = 0, protocolFee = 0;
    Uint128 feeBps = 0;  // a rate of 10^9, whatever its name says
    std::uint64_t hostFee = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("lb_pair", lbPair);
        v("from", from);
        v("start_bin_id", startBinId);
        v("end_bin_id", endBinId);
        v("amount_in", amountIn);
        v("amount_out", amountOut);
        v("swap_for_y", swapForY);
        v("fee", fee);
        v("protocol_fee", protocolFee);
        v("fee_bps", feeBps);
        v("host_fee", hostFee);
    }
};

struct Swap2Event {
    static constexpr std::string_view kName = "Swap2Evt";
    static constexpr Discriminator kDiscriminator = discriminator("2e7452d7941b544d");

    Pubkey lbPair;
    Wallet from;
    std::int32_t startBinId = 0, endBinId = 0;
    bool swapForY = false;
    Uint128 feeBps = 0;
    std::uint64_t amountIn = 0, amountLeft = 0, amountOut = 0, mmFee = 0, protocolFee = 0, limitOrderFee = 0,
                  hostFee = 0;
    bool feesOnInput = false, feesOnTokenX = false;

    template <class Visitor>
    void layout(Visitor& v) {
        v("lb_pair", lbPair);
        v("from", from);
        v("start_bin_id", startBinId);
        v("end_bin_id", endBinId);
        v("swap_for_y", swapForY);
        v("fee_bps", feeBps);
        v("amount_in", amountIn);
        v("amount_left", amountLeft);
        v("amount_out", amountOut);
        v("mm_fee", mmFee);
        v("protocol_fee", protocolFee);
        v("limit_order_fee", limitOrderFee);
        v("host_fee", hostFee);
        v("fees_on_input", feesOnInput);
        v("fees_on_token_x", feesOnTokenX);
    }
};

template <bool kAdding>
struct LiquidityEvent {
    static constexpr std::string_view kName = kAdding ? "AddLiquidity" : "RemoveLiquidity";
    static constexpr Discriminator kDiscriminator =
        kAdding ? discriminator("1f5e7d5ae3343dba") : discriminator("74f461e8671f983a");

    Pubkey lbPair;
    Wallet from;
    Pubkey position;
    std::array<std::uint64_t, 2> amounts{};  // of token X and token Y
    std::int32_t activeBinId = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("lb_pair", lbPair);
        v("from", from);
        v("position", position);
        v("amounts", amounts);
        v("active_bin_id", activeBinId);
    }
};
using AddLiquidityEvent = LiquidityEvent<true>;
using RemoveLiquidityEvent = LiquidityEvent<false>;

struct LbPairCreateEvent {
    static constexpr std::string_view kName = "LbPairCreate";
    static constexpr Discriminator kDiscriminator = discriminator("b94afc7d1bd7bc6f");

    Pubkey lbPair;
    std::uint16_t binStep = 0;
    Mint tokenX, tokenY;

    template <class Visitor>
    void layout(Visitor& v) {
        v("lb_pair", lbPair);
        v("bin_step", binStep);
        v("token_x", tokenX);
        v("token_y", tokenY);
    }
};

struct PositionCreateEvent {
    static constexpr std::string_view kName = "PositionCreate";
    static constexpr Discriminator kDiscriminator = discriminator("908efc549d352579");

    Pubkey lbPair, position;
    Wallet owner;

    template <class Visitor>
    void layout(Visitor& v) {
        v("lb_pair", lbPair);
        v("position", position);
        v("owner", owner);
    }
};

struct PositionCloseEvent {
    static constexpr std::string_view kName = "PositionClose";
    static constexpr Discriminator kDiscriminator = discriminator("ffc4106b1cca3580");

    Pubkey position;
    Wallet owner;

    template <class Visitor>
    void layout(Visitor& v) {
        v("position", position);
        v("owner", owner);
    }
};

struct ClaimFeeEvent {
    static constexpr std::string_view kName = "ClaimFee";
    static constexpr Discriminator kDiscriminator = discriminator("4b7a9a308c4a7ba3");

    Pubkey lbPair, position;
    Wallet owner;
    std::uint64_t feeX = 0, feeY = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("lb_pair", lbPair);
        v("position", position);
        v("owner", owner);
        v("fee_x", feeX);
        v("fee_y", feeY);
    }
};

// Events of the program that move no market; known, so that a new one stands out.
constexpr Discriminator kSilentEvents[] = {
    discriminator("e8abf2613a4d232d"), discriminator("947486cc16ab555f"), discriminator("1b8ff421502b6e92"),
    discriminator("80977b6a1166718e"), discriminator("3476eb55aca90f80"), discriminator("5858b287c2925bf3"),
    discriminator("304cf17590d7f22c"), discriminator("f6e43a8291aa4fcc"), discriminator("3b8a4c448a83b043"),
    discriminator("63f91179a69ccfd7"), discriminator("9def2acc1e38df2e"), discriminator("d399583e953cb146"),
    discriminator("006d75b33d5bc7c8"), discriminator("85d642e0400c07bf"), discriminator("277330ccf62f4239"),
    discriminator("dff5e099311da3ac"), discriminator("e0b2ae4afca555b4"), discriminator("e7bd419566d79af4"),
};

constexpr Discriminator kSwapInstructions[] = {
    discriminator("f8c69e91e17587c8"),  // swap
    discriminator("414b3f4ceb5b5b88"),  // swap2
    discriminator("fa49652126cf4bb8"),  // swap_exact_out
    discriminator("2bd7f784893cf351"),  // swap_exact_out2
    discriminator("38ade6d0ade49ccd"),  // swap_with_price_impact
    discriminator("4a62c0d6b1334b33"),  // swap_with_price_impact2
};

// Instructions that name one side of the pool only.
constexpr Discriminator kOneSided[] = {
    discriminator("5e9b6797465fdca5"),  // add_liquidity_one_side
    discriminator("a1c26754ab47fa9a"),  // add_liquidity_one_side_precise
    discriminator("2133a3c975627de7"),  // add_liquidity_one_side_precise2
    discriminator("2905eeaf64e106cd"),  // add_liquidity_by_strategy_one_side
};

struct SwapAccounts {
    Pubkey lbPair, reserveX, reserveY;
    Mint mintX, mintY;
    Wallet user;
    std::optional<std::uint16_t> userTokenOut;
};

// All forms of swap begin with the same accounts.
Result<SwapAccounts> swapAccounts(const VenueContext& context) {
    if (context.emitter == nullptr) return fail(ErrorCode::NeedsTransaction, "the accounts of a DLMM swap");
    constexpr std::size_t kUser = 10;
    const auto user = emitterAccount(context, kUser);
    if (!user) return user.error();
    const auto key = [&](std::size_t k) { return emitterAccount(context, k).value(); };
    return SwapAccounts{
        key(0), key(2), key(3), Mint{key(6)}, Mint{key(7)}, Wallet{*user}, emitterKeyIndex(context, 5)};
}

struct Fees {
    std::uint64_t total = 0;
    bool onInput = true;
};

Result<void> appendEventSwap(const Pubkey& lbPair, const Wallet& from, bool swapForY, std::uint64_t amountIn,
                             std::uint64_t amountOut, const Fees& fees, VenueContext& context,
                             std::vector<Event>& out) {
    const auto accounts = swapAccounts(context);
    if (!accounts) return accounts.error();
    if (accounts->lbPair != lbPair) return fail(ErrorCode::BadShape, "a DLMM swap of another pool's instruction");
    Swap swap;
    swap.venue = kVenueId;
    swap.pool = lbPair;
    swap.inMint = swapForY ? accounts->mintX : accounts->mintY;
    swap.outMint = swapForY ? accounts->mintY : accounts->mintX;
    swap.amountIn = amountIn;
    swap.amountOut = amountOut;
    (fees.onInput ? swap.feeIn : swap.feeOut) = fees.total;
    swap.authority = from;
    swap.outputAccount = accounts->userTokenOut;
    applyTransferFees(swap, context, swapForY ? accounts->reserveX : accounts->reserveY,
                      swapForY ? accounts->reserveY : accounts->reserveX);
    return appendSwap(swap, context, out);
}

Result<void> decodeSwap(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<SwapEvent>(body);
    if (!decoded) return decoded.error();
    const SwapEvent& raw = decoded->event;
    Fees fees{raw.fee, true};
    // Only the newer form says from which side the fee was taken; programs without it took it from the input.
    if (const auto newer = emittedBeside(context, Swap2Event::kDiscriminator)) {
        if (const auto second = readLayout<Swap2Event>(*newer)) fees.onInput = second->event.feesOnInput;
    }
    return appendEventSwap(raw.lbPair, raw.from, raw.swapForY, raw.amountIn, raw.amountOut, fees, context, out);
}

Result<void> decodeSwap2(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<Swap2Event>(body);
    if (!decoded) return decoded.error();
    if (emittedBeside(context, SwapEvent::kDiscriminator)) return {};  // the same trade, already told
    const Swap2Event& raw = decoded->event;
    Uint128 total = 0;
    for (const std::uint64_t part : {raw.mmFee, raw.protocolFee, raw.limitOrderFee, raw.hostFee}) total += part;
    if (total > ~std::uint64_t{0}) return fail(ErrorCode::BadValue, "Swap2Evt: fees beyond 64 bits");
    const Fees fees{static_cast<std::uint64_t>(total), raw.feesOnInput};
    return appendEventSwap(raw.lbPair, raw.from, raw.swapForY, raw.amountIn, raw.amountOut, fees, context, out);
}

struct Pair {
    Mint x, y;
};

// Mints of a liquidity instruction: named by it, or one by it and the other by an earlier event of the pool.
Result<Pair> pairOf(const Pubkey& lbPair, const std::array<std::uint64_t, 2>& amounts,
                    const VenueContext& context) {
    const auto kind = emitterDiscriminator(context);
    if (!kind) return kind.error();
    const auto named = emitterAccount(context, 1);
    if (!named) return named.error();
    if (*named != lbPair) return fail(ErrorCode::BadShape, "DLMM liquidity of another pool's instruction");
    if (std::find(std::begin(kOneSided), std::end(kOneSided), *kind) == std::end(kOneSided)) {
        const auto x = emitterAccount(context, 7);
        const auto y = emitterAccount(context, 8);
        if (!x || !y) return fail(ErrorCode::BadShape, "DLMM liquidity instruction with too few accounts");
        return Pair{Mint{*x}, Mint{*y}};
    }
    const auto one = emitterAccount(context, 5);
    if (!one) return one.error();
    const PoolSides* sides = context.pools.find(lbPair);
    if (sides == nullptr) return fail(ErrorCode::PoolUnknown, "one side of a DLMM pool that nothing has named");
    const Mint mint{*one};
    const Mint other = sides->base == mint ? sides->quote : sides->base;
    return amounts[0] != 0 ? Pair{mint, other} : Pair{other, mint};
}

template <bool kAdding>
Result<void> decodeLiquidity(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<LiquidityEvent<kAdding>>(body);
    if (!decoded) return decoded.error();
    const auto& raw = decoded->event;
    if (raw.amounts[0] == 0 && raw.amounts[1] == 0) return {};
    const auto pair = pairOf(raw.lbPair, raw.amounts, context);
    if (!pair) return pair.error();
    const auto wallet = traderOf(raw.from, std::nullopt, context);
    appendLiquidity(kVenueId, raw.lbPair, {pair->x, raw.amounts[0], std::nullopt},
                    {pair->y, raw.amounts[1], std::nullopt}, wallet.value_or(raw.from), kAdding, std::nullopt,
                    context, out);
    return {};
}

// A new pair holds nothing; its mints are remembered for the deposits that name one side.
Result<void> decodeCreate(std::span<const std::uint8_t> body, VenueContext& context) {
    const auto decoded = readLayout<LbPairCreateEvent>(body);
    if (!decoded) return decoded.error();
    const LbPairCreateEvent& raw = decoded->event;
    const bool xIsQuote = isQuoteSide(raw.tokenX, raw.tokenY);
    context.pools.learn(raw.lbPair, PoolSides{xIsQuote ? raw.tokenY : raw.tokenX,
                                              xIsQuote ? raw.tokenX : raw.tokenY, std::nullopt, std::nullopt});
    return {};
}

Result<void> decode(std::span<const std::uint8_t> payload, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case SwapEvent::kDiscriminator: return decodeSwap(payload, context, out);
        case Swap2Event::kDiscriminator: return decodeSwap2(payload, context, out);
        case AddLiquidityEvent::kDiscriminator: return decodeLiquidity<true>(payload, context, out);
        case RemoveLiquidityEvent::kDiscriminator: return decodeLiquidity<false>(payload, context, out);
        case LbPairCreateEvent::kDiscriminator: return decodeCreate(payload, context);
        case PositionCreateEvent::kDiscriminator: return checkLayout<PositionCreateEvent>(payload);
        case PositionCloseEvent::kDiscriminator: return checkLayout<PositionCloseEvent>(payload);
        case ClaimFeeEvent::kDiscriminator: return checkLayout<ClaimFeeEvent>(payload);
        default: break;
    }
    for (const Discriminator silent : kSilentEvents)
        if (*kind == silent) return {};
    return fail(ErrorCode::BadDiscriminator, "unknown DLMM event");
}

Result<EventFields> describe(std::span<const std::uint8_t> payload) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case SwapEvent::kDiscriminator: return printLayout<SwapEvent>(payload);
        case Swap2Event::kDiscriminator: return printLayout<Swap2Event>(payload);
        case AddLiquidityEvent::kDiscriminator: return printLayout<AddLiquidityEvent>(payload);
        case RemoveLiquidityEvent::kDiscriminator: return printLayout<RemoveLiquidityEvent>(payload);
        case LbPairCreateEvent::kDiscriminator: return printLayout<LbPairCreateEvent>(payload);
        case PositionCreateEvent::kDiscriminator: return printLayout<PositionCreateEvent>(payload);
        case PositionCloseEvent::kDiscriminator: return printLayout<PositionCloseEvent>(payload);
        case ClaimFeeEvent::kDiscriminator: return printLayout<ClaimFeeEvent>(payload);
        default: return fail(ErrorCode::BadDiscriminator, "DLMM event without a described layout");
    }
}

// A swap that told no event of its own: its transfers tell the amounts.
Result<void> decodeInstruction(std::span<const std::uint8_t> data, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(data);
    if (!kind ||
        std::find(std::begin(kSwapInstructions), std::end(kSwapInstructions), *kind) == std::end(kSwapInstructions))
        return {};
    const auto accounts = swapAccounts(context);
    if (!accounts) return accounts.error();
    auto swap = swapOfVaults(context, accounts->reserveX, accounts->reserveY);
    if (!swap) return swap.error();
    swap->venue = kVenueId;
    swap->pool = accounts->lbPair;
    swap->authority = accounts->user;
    swap->outputAccount = accounts->userTokenOut;
    return appendSwap(*swap, context, out);
}

}  // namespace

const Venue kMeteoraDlmm{
    .id = kVenueId,
    .programText = "LBUZKhRxPF3XUpBCjp4YzTKgLccjZhTSDM9YuVaPwxo",
    .eventAuthority = "D1ZN9Wj1fRSUQfCjhvnu1hqDMT7hzjzBBpi12nVniYD6",
    .place = EventPlace::SelfCpiOnly,
    .logPrefix = {},
    .decode = &decode,
    .describe = &describe,
    .decodeInstruction = &decodeInstruction,
};

}  // namespace core::wire
