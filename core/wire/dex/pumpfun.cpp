// SPDX-License-Identifier: GPL-3.0-or-later
// pump.fun bonding curve. Layouts: solana-wire section 6, from the published IDL of 2026 and every older
// form seen on chain (113 bytes in May 2024 to 393 bytes in 2026).
#include "core/wire/dex/pumpfun.h"

#include "core/base/checked_math.h"
#include "core/model/quote_asset.h"
#include "core/wire/dex/registry.h"

namespace core::wire {
namespace {

constexpr std::uint8_t kCoinDecimals = 6;
constexpr std::string_view kVenueId = "pumpfun";

struct TradeEvent {
    static constexpr std::string_view kName = "TradeEvent";
    static constexpr Discriminator kDiscriminator = discriminator("bddb7fd34ee661ee");

    Mint mint;
    std::uint64_t solAmount = 0;
    std::uint64_t tokenAmount = 0;
    bool isBuy = false;
    Wallet user;
    std::int64_t timestamp = 0;
    std::uint64_t virtualSolReserves = 0;
    std::uint64_t virtualTokenReserves = 0;
    std::optional<std::uint64_t> realSolReserves, realTokenReserves;
    std::optional<Pubkey> feeRecipient;
    std::optional<std::uint64_t> feeBasisPoints, fee;
    std::optional<Wallet> creator;
    std::optional<std::uint64_t> creatorFeeBasisPoints, creatorFee;
    std::optional<bool> trackVolume;
    std::optional<std::uint64_t> totalUnclaimedTokens, totalClaimedTokens, currentSolVolume;
    std::optional<std::int64_t> lastUpdateTimestamp;
    std::optional<std::string> ixName;
    std::optional<bool> mayhemMode;
    std::optional<std::uint64_t> cashbackFeeBasisPoints, cashback, buybackFeeBasisPoints, buybackFee;
    std::optional<std::vector<Shareholder>> shareholders;
    std::optional<Mint> quoteMint;
    std::optional<std::uint64_t> quoteAmount, virtualQuoteReserves, realQuoteReserves;

    template <class Visitor>
    void layout(Visitor& v) {
        v("mint", mint);
        v("sol_amount", solAmount);
        v("token_amount", tokenAmount);
        v("is_buy", isBuy);
        v("user", user);
        v("timestamp", timestamp);
        v("virtual_sol_reserves", virtualSolReserves);
        v("virtual_token_reserves", virtualTokenReserves);
        v.generationEnd();  // 113 bytes, May 2024
        v("real_sol_reserves", realSolReserves);
        v("real_token_reserves", realTokenReserves);
        v.generationEnd();  // 129 bytes, December 2024
        v("fee_recipient", feeRecipient);
        v("fee_basis_points", feeBasisPoints);
        v("fee", fee);
        v("creator", creator);
        v("creator_fee_basis_points", creatorFeeBasisPoints);
        v("creator_fee", creatorFee);
        v.generationEnd();  // 225 bytes, June 2025
        v("track_volume", trackVolume);
        v("total_unclaimed_tokens", totalUnclaimedTokens);
        v("total_claimed_tokens", totalClaimedTokens);
        v("current_sol_volume", currentSolVolume);
        v.generationEnd();  // 250 bytes, named by one IDL
        v("last_update_timestamp", lastUpdateTimestamp);
        v.generationEnd();  // 258 bytes, September 2025
        v("ix_name", ixName);
        v.generationEnd();  // 262 + n
        v("mayhem_mode", mayhemMode);
        v.generationEnd();  // 263 + n
        v("cashback_fee_basis_points", cashbackFeeBasisPoints);
        v("cashback", cashback);
        v.generationEnd();  // 279 + n
        v("buyback_fee_basis_points", buybackFeeBasisPoints);
        v("buyback_fee", buybackFee);
        v("shareholders", shareholders);
        v("quote_mint", quoteMint);
        v("quote_amount", quoteAmount);
        v("virtual_quote_reserves", virtualQuoteReserves);
        v("real_quote_reserves", realQuoteReserves);
    }
};

struct CreateEvent {
    static constexpr std::string_view kName = "CreateEvent";
    static constexpr Discriminator kDiscriminator = discriminator("1b72a94ddeeb6376");

    std::string name, symbol, uri;
    Mint mint;
    Pubkey bondingCurve;
    Wallet user;
    std::optional<Wallet> creator;
    std::optional<std::int64_t> timestamp;
    std::optional<std::uint64_t> virtualTokenReserves, virtualSolReserves, realTokenReserves, tokenTotalSupply;
    std::optional<Pubkey> tokenProgram;
    std::optional<bool> isMayhemMode, isCashbackEnabled;
    std::optional<Mint> quoteMint;
    std::optional<std::uint64_t> virtualQuoteReserves;

    template <class Visitor>
    void layout(Visitor& v) {
        v("name", name);
        v("symbol", symbol);
        v("uri", uri);
        v("mint", mint);
        v("bonding_curve", bondingCurve);
        v("user", user);
        v.generationEnd();  // 6 fields
        v("creator", creator);
        v("timestamp", timestamp);
        v("virtual_token_reserves", virtualTokenReserves);
        v("virtual_sol_reserves", virtualSolReserves);
        v("real_token_reserves", realTokenReserves);
        v("token_total_supply", tokenTotalSupply);
        v.generationEnd();  // 12 fields
        v("token_program", tokenProgram);
        v("is_mayhem_mode", isMayhemMode);
        v.generationEnd();  // 14 fields
        v("is_cashback_enabled", isCashbackEnabled);
        v.generationEnd();  // 15 fields
        v("quote_mint", quoteMint);
        v("virtual_quote_reserves", virtualQuoteReserves);
    }
};

struct CompleteEvent {
    static constexpr std::string_view kName = "CompleteEvent";
    static constexpr Discriminator kDiscriminator = discriminator("5f72619cd42e9808");

    Wallet user;
    Mint mint;
    Pubkey bondingCurve;
    std::int64_t timestamp = 0;
    std::optional<Mint> quoteMint;

    template <class Visitor>
    void layout(Visitor& v) {
        v("user", user);
        v("mint", mint);
        v("bonding_curve", bondingCurve);
        v("timestamp", timestamp);
        v.generationEnd();  // 112 bytes
        v("quote_mint", quoteMint);
    }
};

struct MigrationEvent {
    static constexpr std::string_view kName = "CompletePumpAmmMigrationEvent";
    static constexpr Discriminator kDiscriminator = discriminator("bde95db95c94ea94");

    Wallet user;
    Mint mint;
    std::uint64_t mintAmount = 0, solAmount = 0, poolMigrationFee = 0;
    Pubkey bondingCurve;
    std::int64_t timestamp = 0;
    Pubkey pool;
    std::optional<Mint> quoteMint;

    template <class Visitor>
    void layout(Visitor& v) {
        v("user", user);
        v("mint", mint);
        v("mint_amount", mintAmount);
        v("sol_amount", solAmount);
        v("pool_migration_fee", poolMigrationFee);
        v("bonding_curve", bondingCurve);
        v("timestamp", timestamp);
        v("pool", pool);
        v.generationEnd();  // 168 bytes
        v("quote_mint", quoteMint);
    }
};

struct SetCreatorEvent {
    static constexpr std::string_view kName = "SetCreatorEvent";
    static constexpr Discriminator kDiscriminator = discriminator("ed347b25f5fb48d2");

    std::int64_t timestamp = 0;
    Mint mint;
    Pubkey bondingCurve;
    Wallet creator;

    template <class Visitor>
    void layout(Visitor& v) {
        v("timestamp", timestamp);
        v("mint", mint);
        v("bonding_curve", bondingCurve);
        v("creator", creator);
    }
};

struct CollectCreatorFeeEvent {
    static constexpr std::string_view kName = "CollectCreatorFeeEvent";
    static constexpr Discriminator kDiscriminator = discriminator("7a027f010ebf0caf");

    std::int64_t timestamp = 0;
    Wallet creator;
    std::uint64_t creatorFee = 0;
    std::optional<Mint> quoteMint;

    template <class Visitor>
    void layout(Visitor& v) {
        v("timestamp", timestamp);
        v("creator", creator);
        v("creator_fee", creatorFee);
        v.generationEnd();
        v("quote_mint", quoteMint);
    }
};

struct DistributeCreatorFeesEvent {
    static constexpr std::string_view kName = "DistributeCreatorFeesEvent";
    static constexpr Discriminator kDiscriminator = discriminator("a537817004b3ca28");

    std::int64_t timestamp = 0;
    Mint mint;
    Pubkey bondingCurve, sharingConfig, admin;
    std::vector<Shareholder> shareholders;
    std::uint64_t distributed = 0;
    std::optional<Mint> quoteMint;

    template <class Visitor>
    void layout(Visitor& v) {
        v("timestamp", timestamp);
        v("mint", mint);
        v("bonding_curve", bondingCurve);
        v("sharing_config", sharingConfig);
        v("admin", admin);
        v("shareholders", shareholders);
        v("distributed", distributed);
        v.generationEnd();
        v("quote_mint", quoteMint);
    }
};

struct MigrateBondingCurveCreatorEvent {
    static constexpr std::string_view kName = "MigrateBondingCurveCreatorEvent";
    static constexpr Discriminator kDiscriminator = discriminator("9ba768dcd56cf303");

    std::int64_t timestamp = 0;
    Mint mint;
    Pubkey bondingCurve, sharingConfig, oldCreator, newCreator;

    template <class Visitor>
    void layout(Visitor& v) {
        v("timestamp", timestamp);
        v("mint", mint);
        v("bonding_curve", bondingCurve);
        v("sharing_config", sharingConfig);
        v("old_creator", oldCreator);
        v("new_creator", newCreator);
    }
};

struct ExtendAccountEvent {
    static constexpr std::string_view kName = "ExtendAccountEvent";
    static constexpr Discriminator kDiscriminator = discriminator("6161d7905d92167c");

    Pubkey account, user;
    std::uint64_t currentSize = 0, newSize = 0;
    std::int64_t timestamp = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("account", account);
        v("user", user);
        v("current_size", currentSize);
        v("new_size", newSize);
        v("timestamp", timestamp);
    }
};

struct UpdateMayhemVirtualParamsEvent {
    static constexpr std::string_view kName = "UpdateMayhemVirtualParamsEvent";
    static constexpr Discriminator kDiscriminator = discriminator("757be4b6a1a8dcd6");

    std::int64_t timestamp = 0;
    Mint mint;
    std::uint64_t virtualTokenReserves = 0, virtualSolReserves = 0, newVirtualTokenReserves = 0,
                  newVirtualSolReserves = 0, realTokenReserves = 0, realSolReserves = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("timestamp", timestamp);
        v("mint", mint);
        v("virtual_token_reserves", virtualTokenReserves);
        v("virtual_sol_reserves", virtualSolReserves);
        v("new_virtual_token_reserves", newVirtualTokenReserves);
        v("new_virtual_sol_reserves", newVirtualSolReserves);
        v("real_token_reserves", realTokenReserves);
        v("real_sol_reserves", realSolReserves);
    }
};

// Events of the program that say nothing about a market; known, so that a new one stands out.
constexpr Discriminator kSilentEvents[] = {
    discriminator("4045c0681d1e196b"), discriminator("f53b46224bb96d5c"), discriminator("93fa6c78f71d43de"),
    discriminator("e2d6f62107f293e5"), discriminator("4facf631cd5bcee8"), discriminator("929fbdac925838f4"),
    discriminator("86240d48e86582d8"), discriminator("a8d884efebb63134"), discriminator("2bbcfa12dd4bbb5f"),
    discriminator("8ecb06207f69bfa2"), discriminator("dfc39ff63e308f83"), discriminator("c57aa77c74515bff"),
    discriminator("b6c3892a23cecff7"),
};

// The default key stands for SOL in quote_mint.
Mint quoteOf(const std::optional<Mint>& quoteMint) {
    return quoteMint && !quoteMint->isZero() ? *quoteMint : wrappedSolMint();
}

std::optional<std::uint8_t> quoteDecimals(const Mint& quote) {
    const QuoteAsset* asset = quoteAsset(quote);
    return asset != nullptr ? std::optional{asset->decimals} : std::nullopt;
}

// The fee of a trade whose event is too old to state it (before June 2025): what account 1 of the instruction,
// the fee recipient, gained. A transfer tells it for buys; sells pay it out of the curve, so the balance must,
// and can when one trade alone touched it.
std::optional<std::uint64_t> feeFromTransaction(const TradeEvent& raw, const VenueContext& context) {
    if (context.transaction == nullptr || context.emitter == nullptr || context.facts == nullptr)
        return std::nullopt;
    const TransactionView& transaction = *context.transaction;
    if (context.emitter->accountsCount < 7) return std::nullopt;
    const std::uint16_t recipient = transaction.accountIndexes[context.emitter->accountsBegin + 1];
    const auto begin = static_cast<std::size_t>(context.emitter - transaction.instructions.data());
    const std::size_t end = callsEnd(transaction, begin);
    if (raw.isBuy) {
        std::optional<std::uint64_t> fee;
        for (const SolMove& move : context.facts->solMoves())
            if (move.instruction > begin && move.instruction < end && move.to == recipient)
                fee = checkedAdd(fee.value_or(0), move.lamports);
        return fee;
    }
    if (recipient >= transaction.preLamports.size() || recipient >= transaction.postLamports.size())
        return std::nullopt;
    for (std::size_t i = 0; i < transaction.instructions.size(); ++i) {
        const InstructionView& other = transaction.instructions[i];
        if (i != begin && (i < begin || i >= end) && transaction.programOf(other) == programOf(kPumpFun))
            return std::nullopt;
    }
    for (const SolMove& move : context.facts->solMoves())
        if (move.to == recipient || move.from == recipient) return std::nullopt;
    return checkedSub(transaction.postLamports[recipient], transaction.preLamports[recipient]);
}

Result<void> decodeTrade(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    auto decoded = readLayout<TradeEvent>(body);
    if (!decoded) return decoded.error();
    const TradeEvent& raw = decoded->event;
    if (quoteRank(raw.mint)) return fail(ErrorCode::BadValue, "TradeEvent names a quote asset as its coin");

    Trade trade;
    trade.venue = Symbol{kVenueId};
    trade.mint = raw.mint;
    trade.quoteMint = quoteOf(raw.quoteMint);
    const bool inSol = trade.quoteMint == wrappedSolMint();
    trade.wallet = raw.user;
    trade.side = raw.isBuy ? Side::Buy : Side::Sell;
    trade.baseAmount = TokenAmount{raw.tokenAmount};
    trade.baseDecimals = kCoinDecimals;
    trade.quoteDecimals = quoteDecimals(trade.quoteMint);
    // sol_amount is not filled on curves quoted in another token.
    trade.quoteAmount = TokenAmount{inSol ? raw.solAmount : raw.quoteAmount.value_or(raw.solAmount)};
    std::optional<std::uint64_t> fees;
    if (raw.fee && raw.creatorFee) {
        const auto protocolAndCreator = checkedAdd(*raw.fee, *raw.creatorFee);
        if (protocolAndCreator) fees = checkedAdd(*protocolAndCreator, raw.cashback.value_or(0));
    } else {
        fees = feeFromTransaction(raw, context);
    }
    if (fees) {
        trade.feeQuote = TokenAmount{*fees};
        const auto user =
            raw.isBuy ? checkedAdd(trade.quoteAmount.value(), *fees) : checkedSub(trade.quoteAmount.value(), *fees);
        if (user) trade.quoteUser = TokenAmount{*user};
    }
    Reserves after;
    after.base = raw.virtualTokenReserves;
    after.quote = inSol ? raw.virtualSolReserves : raw.virtualQuoteReserves.value_or(raw.virtualSolReserves);
    after.realBase = raw.realTokenReserves;
    after.realQuote = inSol ? raw.realSolReserves : raw.realQuoteReserves;
    trade.after = after;
    if (raw.creator) trade.creator = raw.creator;
    trade.route = context.route;
    if (context.emitter != nullptr && context.transaction != nullptr) {
        // Account 3 is the curve in buy and sell since the first version, account 10 in the v2 forms, whose
        // account 1 is the coin (solana-wire section 6.4).
        const Pubkey* second = context.transaction->account(*context.emitter, 1);
        const bool v2 = second != nullptr && Mint{*second} == raw.mint;
        if (const Pubkey* curve = context.transaction->account(*context.emitter, v2 ? 10 : 3); curve != nullptr)
            trade.pool = *curve;
    }
    Event event{context.at, std::move(trade)};
    stampTime(event.at, raw.timestamp);
    out.push_back(std::move(event));
    return {};
}

Result<void> decodeCreate(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    auto decoded = readLayout<CreateEvent>(body);
    if (!decoded) return decoded.error();
    CreateEvent& raw = decoded->event;
    if (quoteRank(raw.mint)) return fail(ErrorCode::BadValue, "CreateEvent names a quote asset as its coin");
    TokenCreated created;
    created.venue = Symbol{kVenueId};
    created.mint = raw.mint;
    created.name = std::move(raw.name);
    created.symbol = std::move(raw.symbol);
    created.uri = std::move(raw.uri);
    created.creator = raw.user;
    if (raw.creator && *raw.creator != raw.user) created.feeCreator = raw.creator;
    created.bondingCurve = raw.bondingCurve;
    if (raw.tokenTotalSupply) created.supply = TokenAmount{*raw.tokenTotalSupply};
    created.quoteMint = quoteOf(raw.quoteMint);
    const bool inSol = *created.quoteMint == wrappedSolMint();
    const auto quoteReserve = inSol ? raw.virtualSolReserves : raw.virtualQuoteReserves;
    if (raw.virtualTokenReserves && quoteReserve) {
        created.reserves = Reserves{*raw.virtualTokenReserves, *quoteReserve, raw.realTokenReserves, std::nullopt};
    }
    Event event{context.at, std::move(created)};
    if (raw.timestamp) stampTime(event.at, *raw.timestamp);
    out.push_back(std::move(event));
    return {};
}

Result<void> decodeMigration(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<MigrationEvent>(body);
    if (!decoded) return decoded.error();
    const MigrationEvent& raw = decoded->event;
    context.pools.learn(raw.pool, PoolSides{raw.mint, quoteOf(raw.quoteMint), kCoinDecimals, std::nullopt});
    Event event{context.at, Graduated{raw.mint, Symbol{kVenueId}, raw.pool}};
    stampTime(event.at, raw.timestamp);
    out.push_back(std::move(event));
    return {};
}

Result<void> decode(std::span<const std::uint8_t> payload, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case TradeEvent::kDiscriminator: return decodeTrade(payload, context, out);
        case CreateEvent::kDiscriminator: return decodeCreate(payload, context, out);
        case MigrationEvent::kDiscriminator: return decodeMigration(payload, context, out);
        case CompleteEvent::kDiscriminator: return checkLayout<CompleteEvent>(payload);
        case SetCreatorEvent::kDiscriminator: return checkLayout<SetCreatorEvent>(payload);
        case CollectCreatorFeeEvent::kDiscriminator: return checkLayout<CollectCreatorFeeEvent>(payload);
        case DistributeCreatorFeesEvent::kDiscriminator: return checkLayout<DistributeCreatorFeesEvent>(payload);
        case MigrateBondingCurveCreatorEvent::kDiscriminator:
            return checkLayout<MigrateBondingCurveCreatorEvent>(payload);
        case ExtendAccountEvent::kDiscriminator: return checkLayout<ExtendAccountEvent>(payload);
        case UpdateMayhemVirtualParamsEvent::kDiscriminator:
            return checkLayout<UpdateMayhemVirtualParamsEvent>(payload);
        default: break;
    }
    for (const Discriminator silent : kSilentEvents)
        if (*kind == silent) return {};
    return fail(ErrorCode::BadDiscriminator, "unknown pump.fun event");
}

Result<EventFields> describe(std::span<const std::uint8_t> payload) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case TradeEvent::kDiscriminator: return printLayout<TradeEvent>(payload);
        case CreateEvent::kDiscriminator: return printLayout<CreateEvent>(payload);
        case MigrationEvent::kDiscriminator: return printLayout<MigrationEvent>(payload);
        case CompleteEvent::kDiscriminator: return printLayout<CompleteEvent>(payload);
        case SetCreatorEvent::kDiscriminator: return printLayout<SetCreatorEvent>(payload);
        case CollectCreatorFeeEvent::kDiscriminator: return printLayout<CollectCreatorFeeEvent>(payload);
        case DistributeCreatorFeesEvent::kDiscriminator: return printLayout<DistributeCreatorFeesEvent>(payload);
        case MigrateBondingCurveCreatorEvent::kDiscriminator:
            return printLayout<MigrateBondingCurveCreatorEvent>(payload);
        case ExtendAccountEvent::kDiscriminator: return printLayout<ExtendAccountEvent>(payload);
        case UpdateMayhemVirtualParamsEvent::kDiscriminator:
            return printLayout<UpdateMayhemVirtualParamsEvent>(payload);
        default: return fail(ErrorCode::BadDiscriminator, "pump.fun event without a described layout");
    }
}

}  // namespace

const Venue kPumpFun{
    .id = kVenueId,
    .programText = "6EF8rrecthR5Dkzon8Nwu78hRvfCKubJ14M5uBEwF6P",
    .eventAuthority = "Ce6TQqeHC9p8KetsN6JsjHK7UTZk7nasjjnr7XxXp9F1",
    .place = EventPlace::LogAndSelfCpi,
    .logPrefix = {},
    .decode = &decode,
    .describe = &describe,
};

}  // namespace core::wire
