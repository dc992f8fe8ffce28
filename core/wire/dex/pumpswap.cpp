// SPDX-License-Identifier: GPL-3.0-or-later
// PumpSwap AMM. Layouts: solana-wire section 7, from the published IDL of 2026 and the older forms seen on
// chain (312 bytes in early 2025 to 481 bytes in September 2026).
#include "core/wire/dex/pumpswap.h"

#include "core/base/checked_math.h"
#include "core/model/quote_asset.h"
#include "core/wire/swap.h"

#include <algorithm>
#include <limits>

namespace core::wire {
namespace {

constexpr std::string_view kVenueId = "pumpswap";

struct BuyEvent {
    static constexpr std::string_view kName = "BuyEvent";
    static constexpr Discriminator kDiscriminator = discriminator("67f4521f2cf57777");

    std::int64_t timestamp = 0;
    std::uint64_t baseAmountOut = 0, maxQuoteAmountIn = 0, userBaseTokenReserves = 0, userQuoteTokenReserves = 0,
                  poolBaseTokenReserves = 0, poolQuoteTokenReserves = 0, quoteAmountIn = 0, lpFeeBasisPoints = 0,
                  lpFee = 0, protocolFeeBasisPoints = 0, protocolFee = 0, quoteAmountInWithLpFee = 0,
                  userQuoteAmountIn = 0;
    Pubkey pool;
    Wallet user;
    Pubkey userBaseTokenAccount, userQuoteTokenAccount, protocolFeeRecipient, protocolFeeRecipientTokenAccount;
    std::optional<Wallet> coinCreator;
    std::optional<std::uint64_t> coinCreatorFeeBasisPoints, coinCreatorFee;
    std::optional<bool> trackVolume;
    std::optional<std::uint64_t> totalUnclaimedTokens, totalClaimedTokens, currentSolVolume;
    std::optional<std::int64_t> lastUpdateTimestamp;
    std::optional<std::uint64_t> minBaseAmountOut;
    std::optional<std::string> ixName;
    std::optional<std::uint64_t> cashbackFeeBasisPoints, cashback, buybackFeeBasisPoints, buybackFee;
    std::optional<Int128> virtualQuoteReserves;
    std::optional<bool> canBoost;
    std::optional<std::uint64_t> baseSupply;

    template <class Visitor>
    void layout(Visitor& v) {
        v("timestamp", timestamp);
        v("base_amount_out", baseAmountOut);
        v("max_quote_amount_in", maxQuoteAmountIn);
        v("user_base_token_reserves", userBaseTokenReserves);
        v("user_quote_token_reserves", userQuoteTokenReserves);
        v("pool_base_token_reserves", poolBaseTokenReserves);
        v("pool_quote_token_reserves", poolQuoteTokenReserves);
        v("quote_amount_in", quoteAmountIn);
        v("lp_fee_basis_points", lpFeeBasisPoints);
        v("lp_fee", lpFee);
        v("protocol_fee_basis_points", protocolFeeBasisPoints);
        v("protocol_fee", protocolFee);
        v("quote_amount_in_with_lp_fee", quoteAmountInWithLpFee);
        v("user_quote_amount_in", userQuoteAmountIn);
        v("pool", pool);
        v("user", user);
        v("user_base_token_account", userBaseTokenAccount);
        v("user_quote_token_account", userQuoteTokenAccount);
        v("protocol_fee_recipient", protocolFeeRecipient);
        v("protocol_fee_recipient_token_account", protocolFeeRecipientTokenAccount);
        v.generationEnd();  // 312 bytes, early 2025
        v("coin_creator", coinCreator);
        v("coin_creator_fee_basis_points", coinCreatorFeeBasisPoints);
        v("coin_creator_fee", coinCreatorFee);
        v.generationEnd();  // 360 bytes
        v("track_volume", trackVolume);
        v("total_unclaimed_tokens", totalUnclaimedTokens);
        v("total_claimed_tokens", totalClaimedTokens);
        v("current_sol_volume", currentSolVolume);
        v("last_update_timestamp", lastUpdateTimestamp);
        v("min_base_amount_out", minBaseAmountOut);
        v("ix_name", ixName);
        v.generationEnd();  // 405 + n, late 2025
        v("cashback_fee_basis_points", cashbackFeeBasisPoints);
        v("cashback", cashback);
        v.generationEnd();  // 421 + n
        v("buyback_fee_basis_points", buybackFeeBasisPoints);
        v("buyback_fee", buybackFee);
        v("virtual_quote_reserves", virtualQuoteReserves);
        v("can_boost", canBoost);
        v("base_supply", baseSupply);
    }
};

struct SellEvent {
    static constexpr std::string_view kName = "SellEvent";
    static constexpr Discriminator kDiscriminator = discriminator("3e2f370aa503dc2a");

    std::int64_t timestamp = 0;
    std::uint64_t baseAmountIn = 0, minQuoteAmountOut = 0, userBaseTokenReserves = 0, userQuoteTokenReserves = 0,
                  poolBaseTokenReserves = 0, poolQuoteTokenReserves = 0, quoteAmountOut = 0, lpFeeBasisPoints = 0,
                  lpFee = 0, protocolFeeBasisPoints = 0, protocolFee = 0, quoteAmountOutWithoutLpFee = 0,
                  userQuoteAmountOut = 0;
    Pubkey pool;
    Wallet user;
    Pubkey userBaseTokenAccount, userQuoteTokenAccount, protocolFeeRecipient, protocolFeeRecipientTokenAccount;
    std::optional<Wallet> coinCreator;
    std::optional<std::uint64_t> coinCreatorFeeBasisPoints, coinCreatorFee, cashbackFeeBasisPoints, cashback,
        buybackFeeBasisPoints, buybackFee;
    std::optional<Int128> virtualQuoteReserves;
    std::optional<bool> canBoost;
    std::optional<std::uint64_t> baseSupply;

    template <class Visitor>
    void layout(Visitor& v) {
        v("timestamp", timestamp);
        v("base_amount_in", baseAmountIn);
        v("min_quote_amount_out", minQuoteAmountOut);
        v("user_base_token_reserves", userBaseTokenReserves);
        v("user_quote_token_reserves", userQuoteTokenReserves);
        v("pool_base_token_reserves", poolBaseTokenReserves);
        v("pool_quote_token_reserves", poolQuoteTokenReserves);
        v("quote_amount_out", quoteAmountOut);
        v("lp_fee_basis_points", lpFeeBasisPoints);
        v("lp_fee", lpFee);
        v("protocol_fee_basis_points", protocolFeeBasisPoints);
        v("protocol_fee", protocolFee);
        v("quote_amount_out_without_lp_fee", quoteAmountOutWithoutLpFee);
        v("user_quote_amount_out", userQuoteAmountOut);
        v("pool", pool);
        v("user", user);
        v("user_base_token_account", userBaseTokenAccount);
        v("user_quote_token_account", userQuoteTokenAccount);
        v("protocol_fee_recipient", protocolFeeRecipient);
        v("protocol_fee_recipient_token_account", protocolFeeRecipientTokenAccount);
        v.generationEnd();  // 312 bytes, early 2025
        v("coin_creator", coinCreator);
        v("coin_creator_fee_basis_points", coinCreatorFeeBasisPoints);
        v("coin_creator_fee", coinCreatorFee);
        v.generationEnd();  // 360 bytes
        v("cashback_fee_basis_points", cashbackFeeBasisPoints);
        v("cashback", cashback);
        v.generationEnd();  // 376 bytes
        v("buyback_fee_basis_points", buybackFeeBasisPoints);
        v("buyback_fee", buybackFee);
        v("virtual_quote_reserves", virtualQuoteReserves);
        v("can_boost", canBoost);
        v("base_supply", baseSupply);
    }
};

struct CreatePoolEvent {
    static constexpr std::string_view kName = "CreatePoolEvent";
    static constexpr Discriminator kDiscriminator = discriminator("b1310cd2a076a774");

    std::int64_t timestamp = 0;
    std::uint16_t index = 0;
    Wallet creator;
    Mint baseMint, quoteMint;
    std::uint8_t baseMintDecimals = 0, quoteMintDecimals = 0;
    std::uint64_t baseAmountIn = 0, quoteAmountIn = 0, poolBaseAmount = 0, poolQuoteAmount = 0,
                  minimumLiquidity = 0, initialLiquidity = 0, lpTokenAmountOut = 0;
    std::uint8_t poolBump = 0;
    Pubkey pool, lpMint, userBaseTokenAccount, userQuoteTokenAccount;
    std::optional<Wallet> coinCreator;
    std::optional<bool> isMayhemMode;

    template <class Visitor>
    void layout(Visitor& v) {
        v("timestamp", timestamp);
        v("index", index);
        v("creator", creator);
        v("base_mint", baseMint);
        v("quote_mint", quoteMint);
        v("base_mint_decimals", baseMintDecimals);
        v("quote_mint_decimals", quoteMintDecimals);
        v("base_amount_in", baseAmountIn);
        v("quote_amount_in", quoteAmountIn);
        v("pool_base_amount", poolBaseAmount);
        v("pool_quote_amount", poolQuoteAmount);
        v("minimum_liquidity", minimumLiquidity);
        v("initial_liquidity", initialLiquidity);
        v("lp_token_amount_out", lpTokenAmountOut);
        v("pool_bump", poolBump);
        v("pool", pool);
        v("lp_mint", lpMint);
        v("user_base_token_account", userBaseTokenAccount);
        v("user_quote_token_account", userQuoteTokenAccount);
        v.generationEnd();  // before coin creators
        v("coin_creator", coinCreator);
        v.generationEnd();  // 333 bytes
        v("is_mayhem_mode", isMayhemMode);
    }
};

// Deposit and withdraw have one shape; `Names` tells them apart in the printed fields.
template <bool kDeposit>
struct LiquidityEvent {
    static constexpr std::string_view kName = kDeposit ? "DepositEvent" : "WithdrawEvent";
    static constexpr Discriminator kDiscriminator =
        kDeposit ? discriminator("78f83d531f8e6b90") : discriminator("1609851aa02c47c0");

    std::int64_t timestamp = 0;
    std::uint64_t lpTokenAmount = 0, baseLimit = 0, quoteLimit = 0, userBaseTokenReserves = 0,
                  userQuoteTokenReserves = 0, poolBaseTokenReserves = 0, poolQuoteTokenReserves = 0, baseAmount = 0,
                  quoteAmount = 0, lpMintSupply = 0;
    Pubkey pool;
    Wallet user;
    Pubkey userBaseTokenAccount, userQuoteTokenAccount, userPoolTokenAccount;

    template <class Visitor>
    void layout(Visitor& v) {
        v("timestamp", timestamp);
        v(kDeposit ? "lp_token_amount_out" : "lp_token_amount_in", lpTokenAmount);
        v(kDeposit ? "max_base_amount_in" : "min_base_amount_out", baseLimit);
        v(kDeposit ? "max_quote_amount_in" : "min_quote_amount_out", quoteLimit);
        v("user_base_token_reserves", userBaseTokenReserves);
        v("user_quote_token_reserves", userQuoteTokenReserves);
        v("pool_base_token_reserves", poolBaseTokenReserves);
        v("pool_quote_token_reserves", poolQuoteTokenReserves);
        v(kDeposit ? "base_amount_in" : "base_amount_out", baseAmount);
        v(kDeposit ? "quote_amount_in" : "quote_amount_out", quoteAmount);
        v("lp_mint_supply", lpMintSupply);
        v("pool", pool);
        v("user", user);
        v("user_base_token_account", userBaseTokenAccount);
        v("user_quote_token_account", userQuoteTokenAccount);
        v("user_pool_token_account", userPoolTokenAccount);
    }
};
using DepositEvent = LiquidityEvent<true>;
using WithdrawEvent = LiquidityEvent<false>;

// Events of the program that move no market; known, so that a new one stands out.
constexpr Discriminator kSilentEvents[] = {
    discriminator("3f451c16305cc2b9"), discriminator("2ddc5d181961ac68"), discriminator("93fa6c78f71d43de"),
    discriminator("e2d6f62107f293e5"), discriminator("4facf631cd5bcee8"), discriminator("929fbdac925838f4"),
    discriminator("e8f5c2eeeada3a59"), discriminator("6b34598137e25116"), discriminator("6bfdc14ce4ca1b68"),
    discriminator("6161d7905d92167c"), discriminator("ae7c4af90451f611"), discriminator("86240d48e86582d8"),
    discriminator("aadd52c793a5f72e"), discriminator("2bbcfa12dd4bbb5f"), discriminator("f2e7eb664163bdd3"),
    discriminator("5980f08d5bca4769"), discriminator("966bc77b7ccf66e4"), discriminator("c57aa77c74515bff"),
    discriminator("e198ab57f63f42ea"), discriminator("5a1741233ef4bcd0"),
};

// The instruction names both mints, and the token balances their decimals: learn them before the event
// that does not.
void learnFromInstruction(const Pubkey& pool, const VenueContext& context) {
    if (context.transaction == nullptr || context.emitter == nullptr) return;
    const TransactionView& transaction = *context.transaction;
    const Pubkey* named = transaction.account(*context.emitter, 0);
    const Pubkey* base = transaction.account(*context.emitter, 3);
    const Pubkey* quote = transaction.account(*context.emitter, 4);
    if (named == nullptr || base == nullptr || quote == nullptr || *named != pool) return;
    PoolSides sides{Mint{*base}, Mint{*quote}, std::nullopt, std::nullopt};
    for (const auto* balances : {&transaction.preTokens, &transaction.postTokens}) {
        for (const TokenBalance& balance : *balances) {
            if (balance.mint == sides.base) sides.baseDecimals = balance.decimals;
            if (balance.mint == sides.quote) sides.quoteDecimals = balance.decimals;
        }
    }
    context.pools.learn(pool, sides);
}

// Which side of the pool is the coin. Source: solana-wire section 19 rule 3 and section 7 (reversed pools).
struct Orientation {
    PoolSides sides;
    bool reversed = false;  // the pool's base is the quote asset
};

Result<Orientation> orient(const Pubkey& pool, VenueContext& context) {
    learnFromInstruction(pool, context);
    const PoolSides* known = context.pools.find(pool);
    if (known == nullptr) {
        context.pools.want(pool);
        context.missingPool = pool;
        return fail(ErrorCode::PoolUnknown, "no source has named the mints of this PumpSwap pool");
    }
    return Orientation{*known, isQuoteSide(known->base, known->quote)};
}

// Reserves after an event as the side of the pool that is the coin sees them.
Reserves reservesAfter(std::uint64_t base, std::uint64_t quote, const std::optional<Int128>& virtualQuote,
                       bool reversed) {
    Reserves after;
    constexpr auto kMost = static_cast<Int128>(std::numeric_limits<std::uint64_t>::max());
    // Held first: the field can carry any 128 bits, and the sum must not leave them.
    Int128 priced = static_cast<Int128>(quote) + std::clamp(virtualQuote.value_or(0), -kMost, kMost);
    if (priced < 0) priced = 0;
    const auto pricedQuote = static_cast<std::uint64_t>(priced > kMost ? kMost : priced);
    after.base = reversed ? pricedQuote : base;
    after.quote = reversed ? base : pricedQuote;
    after.realQuote = reversed ? base : quote;
    return after;
}

// Adds fees up where all of them fit.
std::optional<std::uint64_t> feesOf(std::uint64_t lp, std::uint64_t protocol,
                                    std::optional<std::uint64_t> creator) {
    const auto both = checkedAdd(lp, protocol);
    return both ? checkedAdd(*both, creator.value_or(0)) : std::nullopt;
}

// What sets the price on the quote side of a boosted pool: real and virtual quote together.
std::optional<std::uint64_t> pricedQuote(std::optional<std::uint64_t> quote,
                                         const std::optional<Int128>& virtualQuote) {
    if (!quote) return std::nullopt;
    return reservesAfter(0, *quote, virtualQuote, false).quote;
}

template <class RawEvent>
Result<void> addTrade(const RawEvent& raw, Swap swap, VenueContext& context, std::vector<Event>& out) {
    learnFromInstruction(raw.pool, context);
    const PoolSides* sides = context.pools.find(raw.pool);
    if (sides == nullptr) {
        context.pools.want(raw.pool);
        context.missingPool = raw.pool;
        return fail(ErrorCode::PoolUnknown, "no source has named the mints of this PumpSwap pool");
    }
    constexpr bool kBuy = std::is_same_v<RawEvent, BuyEvent>;
    swap.venue = kVenueId;
    swap.pool = raw.pool;
    swap.inMint = kBuy ? sides->quote : sides->base;
    swap.outMint = kBuy ? sides->base : sides->quote;
    swap.time = raw.timestamp;
    swap.authority = raw.user;
    swap.outputAccount = keyIndexOf(context, kBuy ? raw.userBaseTokenAccount : raw.userQuoteTokenAccount);
    // In a reversed pool the side with the virtual reserves is the coin.
    if (isQuoteSide(sides->base, sides->quote)) swap.realQuote.reset();
    if (auto done = appendSwap(swap, context, out); !done) return done;
    if (raw.coinCreator && !raw.coinCreator->isZero()) std::get<Trade>(out.back().body).creator = raw.coinCreator;
    return {};
}

Result<void> decodeBuy(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<BuyEvent>(body);
    if (!decoded) return decoded.error();
    const BuyEvent& raw = decoded->event;
    const auto quoteAfter = checkedAdd(raw.poolQuoteTokenReserves, raw.quoteAmountInWithLpFee);
    Swap swap;
    swap.amountIn = raw.quoteAmountInWithLpFee;
    swap.amountOut = raw.baseAmountOut;
    swap.userIn = raw.userQuoteAmountIn;
    swap.feeIn = feesOf(raw.lpFee, raw.protocolFee, raw.coinCreatorFee);
    swap.reserveIn = pricedQuote(quoteAfter, raw.virtualQuoteReserves);
    swap.reserveOut = checkedSub(raw.poolBaseTokenReserves, raw.baseAmountOut);
    if (raw.virtualQuoteReserves) swap.realQuote = quoteAfter;
    return addTrade(raw, swap, context, out);
}

Result<void> decodeSell(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<SellEvent>(body);
    if (!decoded) return decoded.error();
    const SellEvent& raw = decoded->event;
    const auto quoteAfter = checkedSub(raw.poolQuoteTokenReserves, raw.quoteAmountOutWithoutLpFee);
    Swap swap;
    swap.amountIn = raw.baseAmountIn;
    swap.amountOut = raw.quoteAmountOutWithoutLpFee;
    swap.userOut = raw.userQuoteAmountOut;
    swap.feeOut = feesOf(raw.lpFee, raw.protocolFee, raw.coinCreatorFee);
    swap.reserveIn = checkedAdd(raw.poolBaseTokenReserves, raw.baseAmountIn);
    swap.reserveOut = pricedQuote(quoteAfter, raw.virtualQuoteReserves);
    if (raw.virtualQuoteReserves) swap.realQuote = quoteAfter;
    return addTrade(raw, swap, context, out);
}

LiquidityChange liquidityOf(const Pubkey& pool, const Orientation& orientation, const Wallet& wallet, bool added,
                            std::uint64_t base, std::uint64_t quote) {
    const PoolSides& sides = orientation.sides;
    LiquidityChange change;
    change.venue = Symbol{kVenueId};
    change.pool = pool;
    change.mint = orientation.reversed ? sides.quote : sides.base;
    change.quoteMint = orientation.reversed ? sides.base : sides.quote;
    change.baseDecimals = orientation.reversed ? sides.quoteDecimals : sides.baseDecimals;
    change.quoteDecimals = orientation.reversed ? sides.baseDecimals : sides.quoteDecimals;
    change.wallet = wallet;
    change.added = added;
    change.baseAmount = TokenAmount{orientation.reversed ? quote : base};
    change.quoteAmount = TokenAmount{orientation.reversed ? base : quote};
    return change;
}

Result<void> decodeCreatePool(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<CreatePoolEvent>(body);
    if (!decoded) return decoded.error();
    const CreatePoolEvent& raw = decoded->event;
    context.pools.learn(raw.pool,
                        PoolSides{raw.baseMint, raw.quoteMint, raw.baseMintDecimals, raw.quoteMintDecimals});
    const auto orientation = orient(raw.pool, context);
    if (!orientation) return orientation.error();
    LiquidityChange change =
        liquidityOf(raw.pool, *orientation, raw.creator, true, raw.baseAmountIn, raw.quoteAmountIn);
    change.after = reservesAfter(raw.poolBaseAmount, raw.poolQuoteAmount, std::nullopt, orientation->reversed);
    Event event{context.at, change};
    stampTime(event.at, raw.timestamp);
    out.push_back(std::move(event));
    return {};
}

template <bool kDeposit>
Result<void> decodeLiquidity(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<LiquidityEvent<kDeposit>>(body);
    if (!decoded) return decoded.error();
    const auto& raw = decoded->event;
    const auto orientation = orient(raw.pool, context);
    if (!orientation) return orientation.error();
    LiquidityChange change =
        liquidityOf(raw.pool, *orientation, raw.user, kDeposit, raw.baseAmount, raw.quoteAmount);
    const auto moved = [](std::uint64_t before, std::uint64_t amount) {
        return kDeposit ? checkedAdd(before, amount) : checkedSub(before, amount);
    };
    const auto base = moved(raw.poolBaseTokenReserves, raw.baseAmount);
    const auto quote = moved(raw.poolQuoteTokenReserves, raw.quoteAmount);
    if (base && quote) change.after = reservesAfter(*base, *quote, std::nullopt, orientation->reversed);
    Event event{context.at, change};
    stampTime(event.at, raw.timestamp);
    out.push_back(std::move(event));
    return {};
}

Result<void> decode(std::span<const std::uint8_t> payload, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case BuyEvent::kDiscriminator: return decodeBuy(payload, context, out);
        case SellEvent::kDiscriminator: return decodeSell(payload, context, out);
        case CreatePoolEvent::kDiscriminator: return decodeCreatePool(payload, context, out);
        case DepositEvent::kDiscriminator: return decodeLiquidity<true>(payload, context, out);
        case WithdrawEvent::kDiscriminator: return decodeLiquidity<false>(payload, context, out);
        default: break;
    }
    for (const Discriminator silent : kSilentEvents)
        if (*kind == silent) return {};
    return fail(ErrorCode::BadDiscriminator, "unknown PumpSwap event");
}

Result<EventFields> describe(std::span<const std::uint8_t> payload) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case BuyEvent::kDiscriminator: return printLayout<BuyEvent>(payload);
        case SellEvent::kDiscriminator: return printLayout<SellEvent>(payload);
        case CreatePoolEvent::kDiscriminator: return printLayout<CreatePoolEvent>(payload);
        case DepositEvent::kDiscriminator: return printLayout<DepositEvent>(payload);
        case WithdrawEvent::kDiscriminator: return printLayout<WithdrawEvent>(payload);
        default: return fail(ErrorCode::BadDiscriminator, "PumpSwap event without a described layout");
    }
}

}  // namespace

const Venue kPumpSwap{
    .id = kVenueId,
    .programText = "pAMMBay6oceH9fJKBRHGP5D4bD4sWpmSwMn52FMfXEA",
    .eventAuthority = "GS4CU59F31iL7aR2Q8zVS8DRrcRnXX1yjQ66TqNVQnaR",
    .place = EventPlace::LogAndSelfCpi,
    .logPrefix = {},
    .decode = &decode,
    .describe = &describe,
};

Result<PoolSides> readPumpSwapPoolAccount(std::span<const std::uint8_t> account) {
    const auto kind = splitDiscriminator(account);
    if (!kind) return kind.error();
    if (*kind != discriminator("f19a6d0411b16dbc")) return fail(ErrorCode::BadDiscriminator, "not a Pool account");
    ByteReader reader{account};
    reader.bytes(1 + 2 + 32);  // pool_bump, index, creator
    const auto base = reader.bytes(32);
    const auto quote = reader.bytes(32);
    if (reader.failed()) return fail(ErrorCode::Truncated, "Pool account");
    return PoolSides{Mint::fromBytes(base).value(), Mint::fromBytes(quote).value(), std::nullopt, std::nullopt};
}

}  // namespace core::wire
