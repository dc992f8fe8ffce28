// SPDX-License-Identifier: GPL-3.0-or-later
// Raydium LaunchLab. Anchor events as self-CPIs only, so a log feed shows none of them; mints and trader come
// from the instruction. Layouts: solana-wire section 11. A field was taken out of TradeEvent's middle or put
// into it, so its form is told by its length.
// Seen on real bytes: PoolCreateEvent without amm_fee_on under initialize, TradeEvent of 138 bytes under
// buy_exact_in. As a third party's vector only: TradeEvent of 147 bytes. Never seen: sells, curves that are not
// constant product, initialize_v2, initialize_with_token_2022, both migrations.
#include "core/wire/dex/raydium_launchlab.h"

#include "core/base/checked_math.h"
#include "core/model/quote_asset.h"
#include "core/wire/dex/raydium_amm_v4.h"
#include "core/wire/dex/raydium_cpmm.h"
#include "core/wire/swap.h"

#include <limits>

namespace core::wire {
namespace {

constexpr std::string_view kVenueId = "raydium_launchlab";

constexpr Discriminator kMigrateToAmm = discriminator("cf52c091fecf91df");
constexpr Discriminator kMigrateToCpSwap = discriminator("885cc8671cda908c");
constexpr Discriminator kTradeInstructions[] = {
    discriminator("faea0d7bd59c13ec"),  // buy_exact_in
    discriminator("18d3742869039938"),  // buy_exact_out
    discriminator("9527de9bd37c981a"),  // sell_exact_in
    discriminator("5fc8472208090ba6"),  // sell_exact_out
};

enum TradeDirection : std::uint8_t { kBuy = 0, kSell = 1 };

struct TradeEvent {
    static constexpr std::string_view kName = "TradeEvent";
    static constexpr Discriminator kDiscriminator = discriminator("bddb7fd34ee661ee");
    static constexpr std::size_t kOldBody = 138 - sizeof(Discriminator);

    explicit TradeEvent(bool old = false) : isOld(old) {}

    bool isOld;  // the form without creator_fee and exact_in
    Pubkey poolState;
    std::uint64_t totalBaseSell = 0, virtualBase = 0, virtualQuote = 0, realBaseBefore = 0, realQuoteBefore = 0,
                  realBaseAfter = 0, realQuoteAfter = 0, amountIn = 0, amountOut = 0, protocolFee = 0,
                  platformFee = 0, creatorFee = 0, shareFee = 0;
    std::uint8_t tradeDirection = 0, poolStatus = 0;
    bool exactIn = false;

    template <class Visitor>
    void layout(Visitor& v) {
        v("pool_state", poolState);
        v("total_base_sell", totalBaseSell);
        v("virtual_base", virtualBase);
        v("virtual_quote", virtualQuote);
        v("real_base_before", realBaseBefore);
        v("real_quote_before", realQuoteBefore);
        v("real_base_after", realBaseAfter);
        v("real_quote_after", realQuoteAfter);
        v("amount_in", amountIn);
        v("amount_out", amountOut);
        v("protocol_fee", protocolFee);
        v("platform_fee", platformFee);
        if (!isOld) v("creator_fee", creatorFee);
        v("share_fee", shareFee);
        v("trade_direction", tradeDirection);
        v("pool_status", poolStatus);
        if (!isOld) v("exact_in", exactIn);
    }
};

enum CurveKind : std::uint8_t { kConstant = 0, kFixed = 1, kLinear = 2 };

struct PoolCreateEvent {
    static constexpr std::string_view kName = "PoolCreateEvent";
    static constexpr Discriminator kDiscriminator = discriminator("97d7e20976a173ae");

    Pubkey poolState;
    Wallet creator;
    Pubkey config;
    std::uint8_t decimals = 0;
    std::string name, symbol, uri;
    std::uint8_t curve = 0;
    std::uint64_t supply = 0, totalBaseSell = 0, totalQuoteFundRaising = 0;
    std::uint8_t migrateType = 0;
    std::uint64_t totalLockedAmount = 0, cliffPeriod = 0, unlockPeriod = 0;
    std::optional<std::uint8_t> ammFeeOn;

    template <class Visitor>
    void layout(Visitor& v) {
        v("pool_state", poolState);
        v("creator", creator);
        v("config", config);
        v("decimals", decimals);
        v("name", name);
        v("symbol", symbol);
        v("uri", uri);
        v("curve_param", curve);
        v("supply", supply);
        if (curve == kConstant) v("total_base_sell", totalBaseSell);
        v("total_quote_fund_raising", totalQuoteFundRaising);
        v("migrate_type", migrateType);
        v("total_locked_amount", totalLockedAmount);
        v("cliff_period", cliffPeriod);
        v("unlock_period", unlockPeriod);
        v.generationEnd();  // June 2025
        v("amm_fee_on", ammFeeOn);
    }
};

// ClaimVestedEvent and CreateVestingEvent move no market; known, so that a new one stands out.
constexpr Discriminator kSilentEvents[] = {discriminator("15c2725778d3e220"), discriminator("96980bb334d2bf7d")};

Result<TradeEvent> readTrade(std::span<const std::uint8_t> body, std::size_t& trailing) {
    TradeEvent event{body.size() == TradeEvent::kOldBody};
    LayoutReader reader{body};
    event.layout(reader);
    const auto rest = reader.finish();
    if (!rest) return fail(rest.error().code, "LaunchLab TradeEvent: " + rest.error().context);
    trailing = *rest;
    return event;
}

Result<Decoded<PoolCreateEvent>> readPoolCreate(std::span<const std::uint8_t> body) {
    auto decoded = readLayout<PoolCreateEvent>(body);
    if (!decoded) return decoded.error();
    if (decoded->event.curve > kLinear) return fail(ErrorCode::BadValue, "PoolCreateEvent: unknown curve");
    return decoded;
}

// Reserves that set the price on a constant product curve; nothing where the product moved, because then the
// curve is of another kind, which no trade says.
std::optional<Reserves> reservesAfter(const TradeEvent& raw) {
    const auto base = checkedSub(raw.virtualBase, raw.realBaseAfter);
    const auto quote = checkedAdd(raw.virtualQuote, raw.realQuoteAfter);
    const auto left = checkedSub(raw.totalBaseSell, raw.realBaseAfter);
    if (!base || !quote || !left) return std::nullopt;
    const Uint128 empty = wideMul(raw.virtualBase, raw.virtualQuote);
    const Uint128 now = wideMul(*base, *quote);
    constexpr Uint128 kTolerance = 10'000;  // one part in so many; rounding makes far less
    if ((now > empty ? now - empty : empty - now) > empty / kTolerance) return std::nullopt;
    return Reserves{*base, *quote, *left, raw.realQuoteAfter};
}

std::optional<std::uint64_t> feesOf(const TradeEvent& raw) {
    std::optional<std::uint64_t> sum = raw.protocolFee;
    for (const std::uint64_t fee : {raw.platformFee, raw.creatorFee, raw.shareFee})
        if (sum) sum = checkedAdd(*sum, fee);
    return sum;
}

Result<void> decodeTrade(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    std::size_t trailing = 0;
    const auto decoded = readTrade(body, trailing);
    if (!decoded) return decoded.error();
    const TradeEvent& raw = *decoded;
    if (raw.tradeDirection > kSell) return fail(ErrorCode::BadValue, "LaunchLab TradeEvent: direction");
    const bool buy = raw.tradeDirection == kBuy;
    const auto base =
        buy ? checkedSub(raw.realBaseAfter, raw.realBaseBefore) : checkedSub(raw.realBaseBefore, raw.realBaseAfter);
    const auto quote = buy ? checkedSub(raw.realQuoteAfter, raw.realQuoteBefore)
                           : checkedSub(raw.realQuoteBefore, raw.realQuoteAfter);
    if (!base || !quote) return fail(ErrorCode::BadValue, "LaunchLab TradeEvent: reserves against its direction");
    constexpr std::size_t kAccounts = 15;
    const auto payer = emitterAccount(context, 0);
    const auto pool = emitterAccount(context, 4);
    const auto coin = emitterAccount(context, 9);
    const auto money = emitterAccount(context, 10);
    for (const auto* account : {&payer, &pool, &coin, &money})
        if (!*account) return account->error();
    if (context.emitter->accountsCount < kAccounts || *pool != raw.poolState)
        return fail(ErrorCode::BadShape, "LaunchLab TradeEvent of another pool than its instruction's");
    if (quoteRank(Mint{*coin})) return fail(ErrorCode::BadValue, "a quote asset as a curve's coin");
    Swap swap;
    swap.venue = kVenueId;
    swap.pool = raw.poolState;
    swap.coin = Mint{*coin};
    swap.inMint = Mint{buy ? *money : *coin};
    swap.outMint = Mint{buy ? *coin : *money};
    swap.amountIn = buy ? *quote : *base;
    swap.amountOut = buy ? *base : *quote;
    swap.userIn = raw.amountIn;
    swap.userOut = raw.amountOut;
    (buy ? swap.feeIn : swap.feeOut) = feesOf(raw);
    if (const auto after = reservesAfter(raw)) {
        swap.reserveIn = buy ? after->quote : after->base;
        swap.reserveOut = buy ? after->base : after->quote;
        swap.realCoins = after->realBase;
        swap.realQuote = after->realQuote;
    }
    swap.authority = Wallet{*payer};
    swap.outputAccount =
        context.transaction
            ->accountIndexes[context.emitter->accountsBegin + (buy ? std::size_t{5} : std::size_t{6})];
    return appendSwap(swap, context, out);
}

// The virtual reserves that the program gives an empty constant product curve, so that selling all that is for
// sale raises exactly the goal and the pool that follows opens at the last price. Equal to the first trade of
// the one real launch, and to the program's published defaults, in every unit; holds while the program charges
// no fee for migrating, as it never did.
std::optional<Reserves> emptyCurve(const PoolCreateEvent& raw) {
    if (raw.curve != kConstant) return std::nullopt;
    const auto kept = checkedSub(raw.supply, raw.totalBaseSell);
    const auto toPool = kept ? checkedSub(*kept, raw.totalLockedAmount) : std::nullopt;
    if (!toPool || *toPool == 0) return std::nullopt;
    const std::uint64_t goal = raw.totalQuoteFundRaising;
    const std::uint64_t forSale = raw.totalBaseSell;
    constexpr auto kMost = std::numeric_limits<std::uint64_t>::max();
    const Uint128 scaled = wideMul(goal, forSale) / *toPool;
    if (scaled <= goal || scaled > kMost) return std::nullopt;
    const Uint128 divisor = scaled - goal;
    // goal * forSale * forSale / toPool, whose product passes 128 bits: quotient and rest each on their own.
    const auto rest = static_cast<std::uint64_t>(wideMul(goal, forSale) % *toPool);
    const Uint128 numerator =
        wideMul(static_cast<std::uint64_t>(scaled), forSale) + wideMul(rest, forSale) / *toPool;
    const Uint128 base = numerator / divisor;
    const Uint128 quote = wideMul(goal, goal) / divisor;
    if (base > kMost || quote > kMost) return std::nullopt;
    return Reserves{static_cast<std::uint64_t>(base), static_cast<std::uint64_t>(quote), raw.totalBaseSell, 0};
}

Result<void> decodePoolCreate(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    auto decoded = readPoolCreate(body);
    if (!decoded) return decoded.error();
    PoolCreateEvent& raw = decoded->event;
    // Accounts 5 to 7 are pool, coin and quote in every form of initialize.
    constexpr std::size_t kAccounts = 15;
    const auto pool = emitterAccount(context, 5);
    const auto coin = emitterAccount(context, 6);
    const auto money = emitterAccount(context, 7);
    for (const auto* account : {&pool, &coin, &money})
        if (!*account) return account->error();
    if (context.emitter->accountsCount < kAccounts || *pool != raw.poolState)
        return fail(ErrorCode::BadShape, "LaunchLab PoolCreateEvent of another pool than its instruction's");
    if (quoteRank(Mint{*coin})) return fail(ErrorCode::BadValue, "a quote asset as a curve's coin");
    TokenCreated created;
    created.venue = Symbol{kVenueId};
    created.mint = Mint{*coin};
    created.name = std::move(raw.name);
    created.symbol = std::move(raw.symbol);
    created.uri = std::move(raw.uri);
    created.creator = raw.creator;
    created.bondingCurve = raw.poolState;
    created.supply = TokenAmount{raw.supply};
    created.quoteMint = Mint{*money};
    created.reserves = emptyCurve(raw);
    const QuoteAsset* asset = quoteAsset(Mint{*money});
    context.pools.learn(raw.poolState, PoolSides{Mint{*coin}, Mint{*money}, raw.decimals,
                                                 asset != nullptr ? std::optional{asset->decimals} : std::nullopt});
    out.push_back(Event{context.at, std::move(created)});
    return {};
}

Result<void> decode(std::span<const std::uint8_t> payload, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case TradeEvent::kDiscriminator: return decodeTrade(payload, context, out);
        case PoolCreateEvent::kDiscriminator: return decodePoolCreate(payload, context, out);
        default: break;
    }
    for (const Discriminator silent : kSilentEvents)
        if (*kind == silent) return {};
    return fail(ErrorCode::BadDiscriminator, "unknown LaunchLab event");
}

template <class T>
EventFields printed(T& event, std::size_t trailing) {
    LayoutPrinter printer;
    event.layout(printer);
    return EventFields{T::kName, trailing, std::move(printer.fields)};
}

Result<EventFields> describe(std::span<const std::uint8_t> payload) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    if (*kind == TradeEvent::kDiscriminator) {
        std::size_t trailing = 0;
        auto event = readTrade(payload, trailing);
        if (!event) return event.error();
        return printed(*event, trailing);
    }
    if (*kind == PoolCreateEvent::kDiscriminator) {
        auto event = readPoolCreate(payload);
        if (!event) return event.error();
        return printed(event->event, event->trailingBytes);
    }
    return fail(ErrorCode::BadDiscriminator, "LaunchLab event without a described layout");
}

Result<void> graduate(const Venue& destination, std::size_t accounts, std::size_t program, std::size_t pool,
                      VenueContext& context, std::vector<Event>& out) {
    if (context.emitter->accountsCount < accounts)
        return fail(ErrorCode::BadShape,
                    "LaunchLab migration with " + std::to_string(context.emitter->accountsCount) + " accounts");
    const auto coin = emitterAccount(context, 1);
    const auto money = emitterAccount(context, 2);
    const auto target = emitterAccount(context, program);
    const auto toPool = emitterAccount(context, pool);
    for (const auto* account : {&coin, &money, &target, &toPool})
        if (!*account) return account->error();
    if (target->base58() != destination.programText)
        return fail(ErrorCode::BadShape, "LaunchLab migration to another program");
    if (quoteRank(Mint{*coin})) return fail(ErrorCode::BadValue, "a quote asset as a curve's coin");
    context.pools.learn(*toPool, PoolSides{Mint{*coin}, Mint{*money}, std::nullopt, std::nullopt});
    out.push_back(Event{context.at, Graduated{Mint{*coin}, Symbol{kVenueId}, *toPool}});
    return {};
}

// Migrations have no event. A trade always has one; what its transfers show includes fees that stay in the
// vault, so they cannot stand in for it.
Result<void> decodeInstruction(std::span<const std::uint8_t> data, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(data);
    if (!kind) return {};
    if (*kind == kMigrateToAmm) return graduate(kRaydiumAmmV4, 32, 12, 13, context, out);
    if (*kind == kMigrateToCpSwap) return graduate(kRaydiumCpmm, 28, 4, 5, context, out);
    for (const Discriminator trade : kTradeInstructions) {
        if (*kind != trade) continue;
        if (!context.transaction->hasInner)
            return fail(ErrorCode::NeedsTransaction, "LaunchLab's events are inner instructions");
        return fail(ErrorCode::BadShape, "LaunchLab trade without its event");
    }
    return {};
}

}  // namespace

const Venue kRaydiumLaunchLab{
    .id = kVenueId,
    .programText = "LanMV9sAd7wArD4vJFi2qDdfnVhFxYSUg6eADduJ3uj",
    .eventAuthority = "2DPAtwB8L12vrMRExbLuyGnC7n2J5LNoZQSejeQGpwkr",
    .place = EventPlace::SelfCpiOnly,
    .logPrefix = {},
    .decode = &decode,
    .describe = &describe,
    .decodeInstruction = &decodeInstruction,
};

}  // namespace core::wire
