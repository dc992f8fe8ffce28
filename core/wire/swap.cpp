// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/swap.h"

#include "core/base/checked_math.h"
#include "core/model/quote_asset.h"
#include "core/wire/curve_point.h"

#include <algorithm>

namespace core::wire {
namespace {

std::optional<std::uint16_t> keyIndex(const TransactionView& transaction, const Pubkey& key) {
    const auto found = std::find(transaction.keys.begin(), transaction.keys.end(), key);
    if (found == transaction.keys.end()) return std::nullopt;
    return static_cast<std::uint16_t>(found - transaction.keys.begin());
}

// Where tokens that arrived in an account went in the end: on through every later transfer of the same token.
std::uint16_t followOutput(std::uint16_t account, const VenueContext& context) {
    const auto begin = static_cast<std::uint32_t>(context.emitter - context.transaction->instructions.data());
    for (const TokenMove& move : context.facts->tokenMoves()) {
        if (move.instruction <= begin || move.source != account || move.destination == TokenMove::kNowhere)
            continue;
        if (callerOf(*context.transaction, move.instruction) == begin) continue;  // the swap's own legs
        account = move.destination;
    }
    return account;
}

// As the transaction states them, else as an earlier event or account of the pool did.
std::optional<std::uint8_t> decimalsOf(const Mint& mint, const std::optional<Pubkey>& pool,
                                       const VenueContext& context) {
    if (context.facts != nullptr) {
        if (const auto stated = context.facts->decimals(mint)) return stated;
    }
    if (const QuoteAsset* asset = quoteAsset(mint)) return asset->decimals;
    const PoolSides* sides = pool ? context.pools.find(*pool) : nullptr;
    if (sides == nullptr) return std::nullopt;
    if (sides->base == mint) return sides->baseDecimals;
    return sides->quote == mint ? sides->quoteDecimals : std::nullopt;
}

std::uint64_t saturatingSum(std::uint64_t a, std::uint64_t b) {
    return checkedAdd(a, b).value_or(std::numeric_limits<std::uint64_t>::max());
}

}  // namespace

bool isQuoteSide(const Mint& candidate, const Mint& other) noexcept {
    const auto mine = quoteRank(candidate);
    const auto theirs = quoteRank(other);
    return mine && (!theirs || *mine < *theirs);
}

std::optional<Wallet> traderOf(const std::optional<Wallet>& authority,
                               const std::optional<std::uint16_t>& outputAccount, const VenueContext& context) {
    const TransactionView* transaction = context.transaction;
    if (transaction == nullptr || transaction->keys.empty()) return authority;
    if (authority && transaction->signedBy(Pubkey{*authority})) return authority;
    if (outputAccount && context.emitter != nullptr && context.facts != nullptr) {
        const TokenAccount* last = context.facts->account(followOutput(*outputAccount, context));
        if (last != nullptr && last->owner && isOnCurve(Pubkey{*last->owner})) return last->owner;
    }
    return Wallet{transaction->keys.front()};
}

Result<void> appendSwap(const Swap& swap, VenueContext& context, std::vector<Event>& out) {
    const auto wallet = traderOf(swap.authority, swap.outputAccount, context);
    if (!wallet) return fail(ErrorCode::NeedsTransaction, std::string{swap.venue} + ": no trader in the log");
    if (swap.inMint == swap.outMint) return fail(ErrorCode::BadValue, "a swap of a token for itself");
    // Between two coins the one sold is the quote.
    const bool buy = swap.coin ? swap.outMint == *swap.coin : !isQuoteSide(swap.outMint, swap.inMint);
    Trade trade;
    trade.venue = Symbol{swap.venue};
    trade.pool = swap.pool;
    trade.mint = buy ? swap.outMint : swap.inMint;
    trade.quoteMint = buy ? swap.inMint : swap.outMint;
    trade.side = buy ? Side::Buy : Side::Sell;
    trade.wallet = *wallet;
    trade.baseAmount = TokenAmount{buy ? swap.amountOut : swap.amountIn};
    trade.quoteAmount = TokenAmount{buy ? swap.amountIn : swap.amountOut};
    const auto& userCoins = buy ? swap.userOut : swap.userIn;
    const auto& userQuote = buy ? swap.userIn : swap.userOut;
    if (userCoins && *userCoins != trade.baseAmount.value()) trade.baseUser = TokenAmount{*userCoins};
    trade.quoteUser = TokenAmount{userQuote.value_or(trade.quoteAmount.value())};
    if (const auto& fee = buy ? swap.feeIn : swap.feeOut) trade.feeQuote = TokenAmount{*fee};
    trade.baseDecimals = decimalsOf(trade.mint, swap.pool, context);
    trade.quoteDecimals = decimalsOf(trade.quoteMint, swap.pool, context);
    if (swap.reserveIn && swap.reserveOut) {
        trade.after = Reserves{buy ? *swap.reserveOut : *swap.reserveIn, buy ? *swap.reserveIn : *swap.reserveOut,
                               swap.realCoins, swap.realQuote};
        if (!trade.after->realQuote) trade.after->realQuote = trade.after->quote;
    }
    trade.route = context.route;
    if (swap.pool)
        context.pools.learn(*swap.pool,
                            PoolSides{trade.mint, trade.quoteMint, trade.baseDecimals, trade.quoteDecimals});
    Event event{context.at, std::move(trade)};
    if (swap.time) stampTime(event.at, *swap.time);
    out.push_back(std::move(event));
    return {};
}

void appendLiquidity(std::string_view venue, const Pubkey& pool, const LiquiditySide& first,
                     const LiquiditySide& second, const Wallet& wallet, bool added,
                     std::optional<std::int64_t> time, const VenueContext& context, std::vector<Event>& out) {
    const bool swapped = isQuoteSide(first.mint, second.mint);
    const LiquiditySide& coin = swapped ? second : first;
    const LiquiditySide& quote = swapped ? first : second;
    LiquidityChange change;
    change.venue = Symbol{venue};
    change.pool = pool;
    change.mint = coin.mint;
    change.quoteMint = quote.mint;
    change.wallet = wallet;
    change.added = added;
    change.baseAmount = TokenAmount{coin.amount};
    change.quoteAmount = TokenAmount{quote.amount};
    change.baseDecimals = decimalsOf(coin.mint, pool, context);
    change.quoteDecimals = decimalsOf(quote.mint, pool, context);
    if (coin.reserve && quote.reserve)
        change.after = Reserves{*coin.reserve, *quote.reserve, std::nullopt, *quote.reserve};
    context.pools.learn(pool, PoolSides{change.mint, change.quoteMint, change.baseDecimals, change.quoteDecimals});
    Event event{context.at, change};
    if (time) stampTime(event.at, *time);
    out.push_back(std::move(event));
}

VaultFlow vaultFlow(const VenueContext& context, const Pubkey& vault) {
    VaultFlow flow;
    if (context.transaction == nullptr || context.emitter == nullptr || context.facts == nullptr) return flow;
    const auto index = keyIndex(*context.transaction, vault);
    if (!index) return flow;
    const auto begin = static_cast<std::size_t>(context.emitter - context.transaction->instructions.data());
    const std::size_t end = callsEnd(*context.transaction, begin);
    for (const TokenMove& move : context.facts->tokenMoves()) {
        if (move.instruction <= begin || move.instruction >= end) continue;
        if (move.destination == *index && move.source != TokenMove::kNowhere) {
            flow.in = saturatingSum(flow.in, move.amount);
            flow.feeIn = saturatingSum(flow.feeIn, move.fee);
            flow.source = move.source;
        } else if (move.source == *index && move.destination != TokenMove::kNowhere) {
            flow.out = saturatingSum(flow.out, move.amount);
            flow.feeOut = saturatingSum(flow.feeOut, move.fee);
            flow.destination = move.destination;
        }
    }
    return flow;
}

Result<Swap> swapOfVaults(const VenueContext& context, const Pubkey& vaultA, const Pubkey& vaultB) {
    if (context.transaction == nullptr || !context.transaction->hasInner)
        return fail(ErrorCode::NeedsTransaction, "no inner transfers to read the swap from");
    const VaultFlow a = vaultFlow(context, vaultA);
    const VaultFlow b = vaultFlow(context, vaultB);
    const auto isSwap = [](const VaultFlow& in, const VaultFlow& out) {
        return in.in != 0 && in.out == 0 && out.in == 0 && out.destination.has_value();
    };
    const bool aIn = isSwap(a, b);
    const bool bIn = isSwap(b, a);
    if (!aIn && !bIn) return fail(ErrorCode::BadShape, "transfers that are no swap");
    const auto inMint = mintOfAccount(context, aIn ? vaultA : vaultB);
    const auto outMint = mintOfAccount(context, aIn ? vaultB : vaultA);
    if (!inMint || !outMint)
        return fail(ErrorCode::PoolUnknown, "vaults whose mints the transaction does not name");
    const VaultFlow& in = aIn ? a : b;
    const VaultFlow& gone = aIn ? b : a;
    Swap swap;
    swap.inMint = *inMint;
    swap.outMint = *outMint;
    swap.amountIn = in.in - std::min(in.in, in.feeIn);
    swap.amountOut = gone.out;
    if (in.feeIn != 0) swap.userIn = in.in;
    if (gone.feeOut != 0) swap.userOut = gone.out - std::min(gone.out, gone.feeOut);
    swap.outputAccount = gone.destination;
    return swap;
}

void applyTransferFees(Swap& swap, const VenueContext& context, const Pubkey& inVault, const Pubkey& outVault) {
    if (context.transaction == nullptr || context.emitter == nullptr || context.facts == nullptr) return;
    const VaultFlow in = vaultFlow(context, inVault);
    if (in.in != 0) {
        swap.amountIn = std::min(swap.amountIn, in.in - std::min(in.in, in.feeIn));
        if (in.in != swap.amountIn) swap.userIn = in.in;
    }
    const auto vault = keyIndex(*context.transaction, outVault);
    if (!vault || !swap.outputAccount) return;
    const auto begin = static_cast<std::size_t>(context.emitter - context.transaction->instructions.data());
    const std::size_t end = callsEnd(*context.transaction, begin);
    // Referrers are paid out of the vault too, so only what went to the wallet's account counts.
    for (const TokenMove& move : context.facts->tokenMoves()) {
        if (move.instruction <= begin || move.instruction >= end || move.source != *vault) continue;
        if (move.destination != *swap.outputAccount || move.fee == 0) continue;
        swap.userOut = swap.amountOut - std::min(swap.amountOut, move.fee);
    }
}

std::optional<std::vector<std::uint8_t>> emittedBeside(const VenueContext& context, Discriminator event) {
    if (context.transaction == nullptr || context.emitter == nullptr) return std::nullopt;
    const TransactionView& transaction = *context.transaction;
    const auto begin = static_cast<std::size_t>(context.emitter - transaction.instructions.data());
    std::vector<std::uint8_t> scratch;
    for (std::size_t i = begin + 1; i < callsEnd(transaction, begin); ++i) {
        const InstructionView& call = transaction.instructions[i];
        if (call.program != context.emitter->program || call.accountsCount != 1 ||
            callerOf(transaction, i) != begin)
            continue;
        auto data = instructionData(call, scratch);
        if (const auto tag = splitDiscriminator(data); !tag || *tag != kSelfCpiTag) continue;
        if (const auto kind = splitDiscriminator(data); !kind || *kind != event) continue;
        return std::vector<std::uint8_t>{data.begin(), data.end()};
    }
    return std::nullopt;
}

std::optional<std::uint16_t> emitterKeyIndex(const VenueContext& context, std::size_t k) {
    if (context.transaction == nullptr || context.emitter == nullptr || k >= context.emitter->accountsCount)
        return std::nullopt;
    return context.transaction->accountIndexes[context.emitter->accountsBegin + k];
}

Result<Pubkey> emitterAccount(const VenueContext& context, std::size_t k) {
    if (context.transaction == nullptr || context.emitter == nullptr)
        return fail(ErrorCode::NeedsTransaction, "the accounts of this event's instruction");
    const Pubkey* key = context.transaction->account(*context.emitter, k);
    if (key == nullptr) return fail(ErrorCode::BadShape, "instruction with too few accounts");
    return *key;
}

Result<Discriminator> emitterDiscriminator(const VenueContext& context) {
    if (context.emitter == nullptr) return fail(ErrorCode::NeedsTransaction, "the instruction of this event");
    std::vector<std::uint8_t> scratch;
    auto data = instructionData(*context.emitter, scratch);
    return splitDiscriminator(data);
}

std::optional<std::uint16_t> keyIndexOf(const VenueContext& context, const Pubkey& key) {
    return context.transaction != nullptr ? keyIndex(*context.transaction, key) : std::nullopt;
}

std::optional<Mint> mintOfAccount(const VenueContext& context, const Pubkey& account) {
    if (context.transaction == nullptr || context.facts == nullptr) return std::nullopt;
    const auto index = keyIndex(*context.transaction, account);
    if (!index) return std::nullopt;
    const TokenAccount* known = context.facts->account(*index);
    return known != nullptr ? std::optional{known->mint} : std::nullopt;
}

}  // namespace core::wire
