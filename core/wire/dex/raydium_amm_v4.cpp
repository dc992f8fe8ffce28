// SPDX-License-Identifier: GPL-3.0-or-later
// Raydium AMM v4. No Anchor events: a text line "ray_log: <base64>" whose first byte tells what follows, with
// neither pool, mints nor trader; these come from the instruction. Layouts: solana-wire section 8.
// Seen on real bytes: init, deposit, withdraw, swapBaseIn. Never seen: swapBaseOut's line, the V2 swaps.
#include "core/wire/dex/raydium_amm_v4.h"

#include "core/base/checked_math.h"
#include "core/wire/swap.h"

namespace core::wire {
namespace {

constexpr std::string_view kVenueId = "raydium_amm_v4";

enum LogType : std::uint8_t { kInit = 0, kDeposit = 1, kWithdraw = 2, kSwapBaseIn = 3, kSwapBaseOut = 4 };
enum InstructionTag : std::uint8_t {
    kTagInitialize2 = 1,
    kTagDeposit = 3,
    kTagWithdraw = 4,
    kTagSwapBaseIn = 9,
    kTagSwapBaseOut = 11,
    kTagSwapBaseInV2 = 16,
    kTagSwapBaseOutV2 = 17,
};

struct InitLog {
    static constexpr std::string_view kName = "ray_log init";
    std::uint64_t time = 0;
    std::uint8_t pcDecimals = 0, coinDecimals = 0;
    std::uint64_t pcLotSize = 0, coinLotSize = 0, pcAmount = 0, coinAmount = 0;
    Pubkey market;

    template <class Visitor>
    void layout(Visitor& v) {
        v("time", time);
        v("pc_decimals", pcDecimals);
        v("coin_decimals", coinDecimals);
        v("pc_lot_size", pcLotSize);
        v("coin_lot_size", coinLotSize);
        v("pc_amount", pcAmount);
        v("coin_amount", coinAmount);
        v("market", market);
    }
};

struct DepositLog {
    static constexpr std::string_view kName = "ray_log deposit";
    std::uint64_t maxCoin = 0, maxPc = 0, base = 0, poolCoin = 0, poolPc = 0, poolLp = 0;
    Uint128 calcPnlX = 0, calcPnlY = 0;
    std::uint64_t deductCoin = 0, deductPc = 0, mintLp = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("max_coin", maxCoin);
        v("max_pc", maxPc);
        v("base", base);
        v("pool_coin", poolCoin);
        v("pool_pc", poolPc);
        v("pool_lp", poolLp);
        v("calc_pnl_x", calcPnlX);
        v("calc_pnl_y", calcPnlY);
        v("deduct_coin", deductCoin);
        v("deduct_pc", deductPc);
        v("mint_lp", mintLp);
    }
};

struct WithdrawLog {
    static constexpr std::string_view kName = "ray_log withdraw";
    std::uint64_t withdrawLp = 0, userLp = 0, poolCoin = 0, poolPc = 0, poolLp = 0;
    Uint128 calcPnlX = 0, calcPnlY = 0;
    std::uint64_t outCoin = 0, outPc = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("withdraw_lp", withdrawLp);
        v("user_lp", userLp);
        v("pool_coin", poolCoin);
        v("pool_pc", poolPc);
        v("pool_lp", poolLp);
        v("calc_pnl_x", calcPnlX);
        v("calc_pnl_y", calcPnlY);
        v("out_coin", outCoin);
        v("out_pc", outPc);
    }
};

// Exact in: amountIn is what came, other the least wanted; exact out: amountIn is the most given, other the
// amount wanted. `result` is the side that was computed.
template <bool kExactIn>
struct SwapLog {
    static constexpr std::string_view kName = kExactIn ? "ray_log swapBaseIn" : "ray_log swapBaseOut";
    std::uint64_t first = 0, second = 0, direction = 0, userSource = 0, poolCoin = 0, poolPc = 0, result = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v(kExactIn ? "amount_in" : "max_in", first);
        v(kExactIn ? "minimum_out" : "amount_out", second);
        v("direction", direction);
        v("user_source", userSource);
        v("pool_coin", poolCoin);
        v("pool_pc", poolPc);
        v(kExactIn ? "out_amount" : "deduct_in", result);
    }
};

struct SwapAccounts {
    Pubkey pool, coinVault, pcVault, owner;
    std::optional<std::uint16_t> destination;
};

// Where the accounts stand depends on the form; their number tells it. Source: solana-wire section 8.2.
Result<SwapAccounts> swapAccounts(const VenueContext& context) {
    if (context.transaction == nullptr || context.emitter == nullptr)
        return fail(ErrorCode::NeedsTransaction, "ray_log names neither pool nor trader");
    const std::size_t count = context.emitter->accountsCount;
    std::size_t vault = 0;
    if (count == 8) vault = 3;
    if (count == 17) vault = 4;
    if (count == 18) vault = 5;
    if (vault == 0) return fail(ErrorCode::BadShape, "v4 swap with " + std::to_string(count) + " accounts");
    const auto& transaction = *context.transaction;
    const auto index = [&](std::size_t k) {
        return transaction.accountIndexes[context.emitter->accountsBegin + k];
    };
    const auto key = [&](std::size_t k) { return transaction.keys[index(k)]; };
    return SwapAccounts{key(1), key(vault), key(vault + 1), key(count - 1), index(count - 2)};
}

Result<void> appendWithReserves(Swap swap, const SwapAccounts& accounts, std::optional<std::uint64_t> inBefore,
                                std::optional<std::uint64_t> outBefore, VenueContext& context,
                                std::vector<Event>& out) {
    swap.venue = kVenueId;
    swap.pool = accounts.pool;
    swap.authority = Wallet{accounts.owner};
    if (!swap.outputAccount) swap.outputAccount = accounts.destination;
    if (inBefore && outBefore) {
        swap.reserveIn = checkedAdd(*inBefore, swap.amountIn);
        swap.reserveOut = checkedSub(*outBefore, swap.amountOut);
    }
    return appendSwap(swap, context, out);
}

template <bool kExactIn>
Result<void> decodeSwap(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<SwapLog<kExactIn>>(body);
    if (!decoded) return decoded.error();
    const auto& raw = decoded->event;
    constexpr std::uint64_t kPcToCoin = 1;
    constexpr std::uint64_t kCoinToPc = 2;
    if (raw.direction != kPcToCoin && raw.direction != kCoinToPc)
        return fail(ErrorCode::BadValue, "ray_log: direction");
    const auto accounts = swapAccounts(context);
    if (!accounts) return accounts.error();
    const bool coinIn = raw.direction == kCoinToPc;
    const auto coin = mintOfAccount(context, accounts->coinVault);
    const auto pc = mintOfAccount(context, accounts->pcVault);
    if (!coin || !pc) {
        context.missingPool = accounts->pool;
        return fail(ErrorCode::PoolUnknown, "vaults whose mints the transaction does not name");
    }
    Swap swap;
    swap.inMint = coinIn ? *coin : *pc;
    swap.outMint = coinIn ? *pc : *coin;
    swap.amountIn = kExactIn ? raw.first : raw.result;
    swap.amountOut = kExactIn ? raw.result : raw.second;
    return appendWithReserves(swap, *accounts, coinIn ? raw.poolCoin : raw.poolPc,
                              coinIn ? raw.poolPc : raw.poolCoin, context, out);
}

// The two sides and the owner of a liquidity instruction: what moved in or out of both vaults while it ran.
Result<void> appendVaultLiquidity(const VenueContext& context, std::size_t pool, std::size_t coinVault,
                                  const Wallet& owner, bool added, std::optional<std::int64_t> time,
                                  std::vector<Event>& out) {
    const auto poolKey = emitterAccount(context, pool);
    const auto coin = emitterAccount(context, coinVault);
    const auto pc = emitterAccount(context, coinVault + 1);
    if (!poolKey) return poolKey.error();
    if (!coin || !pc) return fail(ErrorCode::BadShape, "v4 liquidity instruction with too few accounts");
    const auto coinMint = mintOfAccount(context, *coin);
    const auto pcMint = mintOfAccount(context, *pc);
    if (!coinMint || !pcMint)
        return fail(ErrorCode::PoolUnknown, "vaults whose mints the transaction does not name");
    const VaultFlow coinFlow = vaultFlow(context, *coin);
    const VaultFlow pcFlow = vaultFlow(context, *pc);
    const LiquiditySide coinSide{*coinMint, added ? coinFlow.in : coinFlow.out, std::nullopt};
    const LiquiditySide pcSide{*pcMint, added ? pcFlow.in : pcFlow.out, std::nullopt};
    appendLiquidity(kVenueId, *poolKey, coinSide, pcSide, owner, added, time, context, out);
    return {};
}

Result<void> decodeInit(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<InitLog>(body);
    if (!decoded) return decoded.error();
    const InitLog& raw = decoded->event;
    // Accounts of initialize2: 4 pool, 8 coin mint, 9 pc mint, 17 user.
    const auto pool = emitterAccount(context, 4);
    const auto coin = emitterAccount(context, 8);
    const auto pc = emitterAccount(context, 9);
    const auto user = emitterAccount(context, 17);
    if (!pool) return pool.error();
    if (!coin || !pc || !user) return fail(ErrorCode::BadShape, "v4 initialize2 with too few accounts");
    appendLiquidity(kVenueId, *pool, {Mint{*coin}, raw.coinAmount, raw.coinAmount},
                    {Mint{*pc}, raw.pcAmount, raw.pcAmount}, Wallet{*user}, true, std::nullopt, context, out);
    return {};
}

template <bool kDepositing>
Result<void> decodeLiquidity(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<std::conditional_t<kDepositing, DepositLog, WithdrawLog>>(body);
    if (!decoded) return decoded.error();
    if (context.transaction == nullptr || context.emitter == nullptr)
        return fail(ErrorCode::NeedsTransaction, "ray_log names neither pool nor owner");
    // The owner of a deposit is account 12; of a withdrawal it stands behind the market's accounts, whose
    // number changed, so the signer among the instruction's accounts is taken.
    std::optional<Wallet> owner;
    for (std::size_t k = 0; k < context.emitter->accountsCount; ++k) {
        const Pubkey& key = *context.transaction->account(*context.emitter, k);
        if (context.transaction->signedBy(key)) owner = Wallet{key};
    }
    if (!owner) owner = Wallet{context.transaction->keys.front()};
    return appendVaultLiquidity(context, 1, 6, *owner, kDepositing, std::nullopt, out);
}

Result<void> decode(std::span<const std::uint8_t> payload, VenueContext& context, std::vector<Event>& out) {
    if (payload.empty()) return fail(ErrorCode::Truncated, "empty ray_log");
    const auto body = payload.subspan(1);
    switch (payload.front()) {
        case kInit: return decodeInit(body, context, out);
        case kDeposit: return decodeLiquidity<true>(body, context, out);
        case kWithdraw: return decodeLiquidity<false>(body, context, out);
        case kSwapBaseIn: return decodeSwap<true>(body, context, out);
        case kSwapBaseOut: return decodeSwap<false>(body, context, out);
        default: return fail(ErrorCode::BadDiscriminator, "unknown ray_log type");
    }
}

Result<EventFields> describe(std::span<const std::uint8_t> payload) {
    if (payload.empty()) return fail(ErrorCode::Truncated, "empty ray_log");
    const auto body = payload.subspan(1);
    switch (payload.front()) {
        case kInit: return printLayout<InitLog>(body);
        case kDeposit: return printLayout<DepositLog>(body);
        case kWithdraw: return printLayout<WithdrawLog>(body);
        case kSwapBaseIn: return printLayout<SwapLog<true>>(body);
        case kSwapBaseOut: return printLayout<SwapLog<false>>(body);
        default: return fail(ErrorCode::BadDiscriminator, "unknown ray_log type");
    }
}

// A swap whose line was cut from the log, or never written: its transfers tell the amounts.
Result<void> decodeInstruction(std::span<const std::uint8_t> data, VenueContext& context, std::vector<Event>& out) {
    if (data.empty()) return {};
    switch (data.front()) {
        case kTagSwapBaseIn:
        case kTagSwapBaseOut:
        case kTagSwapBaseInV2:
        case kTagSwapBaseOutV2: break;
        default: return {};
    }
    const auto accounts = swapAccounts(context);
    if (!accounts) return accounts.error();
    auto swap = swapOfVaults(context, accounts->coinVault, accounts->pcVault);
    if (!swap) return swap.error();
    return appendWithReserves(*swap, *accounts, std::nullopt, std::nullopt, context, out);
}

}  // namespace

const Venue kRaydiumAmmV4{
    .id = kVenueId,
    .programText = "675kPX9MHTjS2zt1qfr1NYHuzeLXfQM9H24wFSUt1Mp8",
    .eventAuthority = {},
    .place = EventPlace::LogText,
    .logPrefix = "ray_log: ",
    .decode = &decode,
    .describe = &describe,
    .decodeInstruction = &decodeInstruction,
};

}  // namespace core::wire
