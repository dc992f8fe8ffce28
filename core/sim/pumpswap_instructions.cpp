// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/pumpswap_instructions.h"

#include "core/base/checked_math.h"
#include "core/sim/event_cpi.h"
#include "core/sim/known_addresses.h"
#include "core/sim/native_instructions.h"
#include "core/sim/payload.h"

#include <array>

namespace core::sim {
namespace {

constexpr std::uint8_t kCoinDecimals = 6;
constexpr std::uint8_t kSolDecimals = 9;
constexpr std::uint8_t kLpDecimals = 9;
constexpr std::uint64_t kMinimumLiquidity = 100;
constexpr std::uint64_t kPoolRent = 2'978'880;  // 300 bytes
constexpr std::uint64_t kLpMintRent = 2'456'880;

TokenIdentity coinOf(const Token& token, const Address& owner) {
    return {&token.mint, &owner, &KnownAddresses::get().token2022, kCoinDecimals};
}
TokenIdentity solOf(const Address& owner) {
    const auto& known = KnownAddresses::get();
    return {&known.wsolMint, &owner, &known.token, kSolDecimals};
}

struct SwapAccounts {
    AccountIndex program, pool, user, global, mint, wsol, userBase, userQuote, baseVault, quoteVault, feeRecipient,
        feeVault, coinProgram, tokenProgram, system, associated, events, creatorQuote, creatorAuthority;
};

SwapAccounts swapAccounts(VenueContext& at, Holding& holding, WrappedSol& wrapped, TokenCell& feeVault) {
    const auto& known = KnownAddresses::get();
    TransactionBuilder& tx = at.tx;
    Token& token = at.token;
    SwapAccounts a{};
    a.program = tx.account(known.pumpSwap);
    a.pool = tx.account(token.pool, true, false, &token.poolLamports);
    a.user = tx.account(at.user.wallet, true, true, &at.user.lamports);
    a.global = tx.account(known.pumpSwapGlobal);
    a.mint = tx.account(token.mint, false, false, &token.mintLamports);
    a.wsol = tx.account(known.wsolMint);
    a.userBase = tx.tokenAccount(holding.account, &holding.cell, coinOf(token, at.user.wallet));
    a.userQuote = tx.tokenAccount(wrapped.account, &wrapped.cell, solOf(at.user.wallet));
    a.baseVault = tx.tokenAccount(token.poolBaseVault, &token.poolBase, coinOf(token, token.pool));
    a.quoteVault = tx.tokenAccount(token.poolQuoteVault, &token.poolQuote, solOf(token.pool));
    a.feeRecipient = tx.account(known.pumpSwapFeeRecipient);
    a.feeVault = tx.tokenAccount(known.pumpSwapFeeVault, &feeVault, solOf(known.pumpSwapFeeRecipient));
    a.coinProgram = tx.account(known.token2022);
    a.tokenProgram = tx.account(known.token);
    a.system = tx.account(known.system);
    a.associated = tx.account(known.associatedToken);
    a.events = tx.account(known.pumpSwapEventAuthority);
    a.creatorQuote =
        tx.tokenAccount(token.creatorQuoteVault, &token.creatorQuote, solOf(token.creatorVaultAuthority));
    a.creatorAuthority = tx.account(token.creatorVaultAuthority);
    return a;
}

void askFees(TransactionBuilder& tx, AccountIndex config, AccountIndex program, const PoolTrade& trade) {
    const AccountIndex feeProgram = tx.account(KnownAddresses::get().pumpFees);
    const std::array accounts{config, program};
    tx.invoke(feeProgram, accounts, Payload{0xe7257e55cf5b3f34}.u8(1).wide(0).u64(trade.quote).view());
    tx.log("Instruction: GetFees");
    tx.success(3'136, Payload{}.u64(trade.lpBps).u64(trade.protocolBps).u64(trade.creatorBps).view());
}

void refuseTrade(TransactionBuilder& tx) {
    tx.log(
        "AnchorError thrown in programs/pump-amm/src/lib.rs:412. Error Code: ExceededSlippage. "
        "Error Number: 6004. Error Message: ExceededSlippage.");
    tx.fail(24'010, kPumpSwapSlippage);
}

// The fields that buys and sells share, from the pool's address to the creator's fee.
void eventParties(Payload& event, const VenueContext& at, const Holding& holding, const WrappedSol& wrapped,
                  const PoolTrade& trade) {
    const auto& known = KnownAddresses::get();
    event.key(at.token.pool).key(at.user.wallet).key(holding.account).key(wrapped.account);
    event.key(known.pumpSwapFeeRecipient).key(known.pumpSwapFeeVault).key(at.token.creatorWallet);
    event.u64(trade.creatorBps).u64(trade.creatorFee);
}

}  // namespace

std::uint64_t initialLiquidity(std::uint64_t base, std::uint64_t quote) noexcept {
    const Uint128 product = wideMul(base, quote);
    std::uint64_t root = 0;
    for (std::uint64_t bit = std::uint64_t{1} << 62U; bit != 0; bit >>= 1U)
        if (wideMul(root | bit, root | bit) <= product) root |= bit;
    return root - kMinimumLiquidity;
}

PoolCreation registerPool(VenueContext& at, TokenCell& lpTokens) {
    const auto& known = KnownAddresses::get();
    TransactionBuilder& tx = at.tx;
    Token& token = at.token;
    PoolCreation a{};
    a.program = tx.account(known.pumpSwap);
    a.pool = tx.account(token.pool, true, false, &token.poolLamports);
    a.globalConfig = tx.account(known.pumpSwapGlobal);
    a.authority = tx.account(token.poolAuthority, true);
    a.authorityBase =
        tx.tokenAccount(token.authorityBaseAccount, &token.authorityBase, coinOf(token, token.poolAuthority));
    a.authorityQuote =
        tx.tokenAccount(token.authorityQuoteAccount, &token.authorityQuote, solOf(token.poolAuthority));
    a.authorityLp = tx.tokenAccount(token.authorityLpAccount, &lpTokens,
                                    {&token.lpMint, &token.poolAuthority, &known.token2022, kLpDecimals});
    a.lpMint = tx.account(token.lpMint, true, false, &token.lpMintLamports);
    a.baseVault = tx.tokenAccount(token.poolBaseVault, &token.poolBase, coinOf(token, token.pool));
    a.quoteVault = tx.tokenAccount(token.poolQuoteVault, &token.poolQuote, solOf(token.pool));
    a.events = tx.account(known.pumpSwapEventAuthority);
    return a;
}

void pumpSwapCreatePool(VenueContext& at, const PoolCreation& pool, std::uint64_t base, std::uint64_t lamports) {
    const auto& known = KnownAddresses::get();
    TransactionBuilder& tx = at.tx;
    Token& token = at.token;
    const AccountIndex payer = tx.account(at.user.wallet, true, true, &at.user.lamports);
    const AccountIndex mint = tx.account(token.mint, false, false, &token.mintLamports);
    const AccountIndex wsol = tx.account(known.wsolMint);
    const AccountIndex system = tx.account(known.system);
    const AccountIndex coinProgram = tx.account(known.token2022);
    const AccountIndex tokenProgram = tx.account(known.token);
    const AccountIndex associated = tx.account(known.associatedToken);
    const std::array accounts{pool.pool,
                              pool.globalConfig,
                              pool.authority,
                              mint,
                              wsol,
                              pool.lpMint,
                              pool.authorityBase,
                              pool.authorityQuote,
                              pool.authorityLp,
                              pool.baseVault,
                              pool.quoteVault,
                              system,
                              coinProgram,
                              coinProgram,
                              tokenProgram,
                              associated,
                              pool.events,
                              pool.program};
    tx.invoke(
        pool.program, accounts,
        Payload{0xe992d18ecf6840bc}.u16(0).u64(base).u64(lamports).key(token.creatorWallet).u8(0).u8(0).view());
    tx.log("Instruction: CreatePool");
    systemCreateAccount(tx, payer, pool.pool, kPoolRent, 300, known.pumpSwap);
    systemCreateAccount(tx, payer, pool.lpMint, kLpMintRent, 82, known.token2022);
    initializeMint(tx, coinProgram, pool.lpMint, token.pool, kLpDecimals);
    createAssociatedAccount(tx, {payer, pool.authorityLp, pool.authority, pool.lpMint, coinProgram}, false);
    createAssociatedAccount(tx, {payer, pool.baseVault, pool.pool, mint, coinProgram}, false);
    createAssociatedAccount(tx, {payer, pool.quoteVault, pool.pool, wsol, tokenProgram}, false);
    transferTokens(tx, coinProgram, pool.authorityBase, mint, pool.baseVault, pool.authority, base, kCoinDecimals);
    transferTokens(tx, tokenProgram, pool.authorityQuote, wsol, pool.quoteVault, pool.authority, lamports,
                   kSolDecimals);
    const std::uint64_t liquidity = initialLiquidity(base, lamports);
    mintTo(tx, coinProgram, pool.lpMint, pool.authorityLp, pool.pool, liquidity);

    Payload event{0xb1310cd2a076a774};
    event.i64(at.blockTime).u16(0).key(token.poolAuthority).key(token.mint).key(known.wsolMint);
    event.u8(kCoinDecimals).u8(kSolDecimals).u64(base).u64(lamports).u64(base).u64(lamports);
    event.u64(kMinimumLiquidity).u64(liquidity + kMinimumLiquidity).u64(liquidity).u8(255);
    event.key(token.pool).key(token.lpMint).key(token.authorityBaseAccount).key(token.authorityQuoteAccount);
    event.key(token.creatorWallet).u8(0);
    emitEvent(tx, pool.program, pool.events, event);
    tx.success(52'300);
}

void wrapSol(VenueContext& at, WrappedSol& wrapped, std::uint64_t lamports) {
    const auto& known = KnownAddresses::get();
    TransactionBuilder& tx = at.tx;
    const AccountIndex user = tx.account(at.user.wallet, true, true, &at.user.lamports);
    const AccountIndex account = tx.tokenAccount(wrapped.account, &wrapped.cell, solOf(at.user.wallet));
    const AccountIndex wsol = tx.account(known.wsolMint);
    const AccountIndex program = tx.account(known.token);
    createAssociatedAccount(tx, {user, account, user, wsol, program}, false);
    if (lamports == 0) return;
    systemTransfer(tx, user, account, lamports);
    syncNative(tx, program, account);
}

void unwrapSol(VenueContext& at, WrappedSol& wrapped) {
    TransactionBuilder& tx = at.tx;
    const AccountIndex user = tx.account(at.user.wallet, true, true, &at.user.lamports);
    const AccountIndex account = tx.tokenAccount(wrapped.account, &wrapped.cell, solOf(at.user.wallet));
    closeTokenAccount(tx, tx.account(KnownAddresses::get().token), account, user, user);
}

void pumpSwapBuy(VenueContext& at, Holding& holding, WrappedSol& wrapped, const PoolTrade& trade, bool exactIn,
                 bool refuse) {
    const auto& known = KnownAddresses::get();
    TransactionBuilder& tx = at.tx;
    const SwapAccounts a = swapAccounts(at, holding, wrapped, *at.swapFeeVault);
    const AccountIndex globalVolume = tx.account(known.pumpSwapVolume, true);
    const AccountIndex userVolume = tx.account(at.user.volumeAccumulator, true);
    const AccountIndex feeConfig = tx.account(known.pumpSwapFeeConfig);
    const AccountIndex feeProgram = tx.account(known.pumpFees);
    const std::array accounts{a.pool,         a.user,         a.global,           a.mint,
                              a.wsol,         a.userBase,     a.userQuote,        a.baseVault,
                              a.quoteVault,   a.feeRecipient, a.feeVault,         a.coinProgram,
                              a.tokenProgram, a.system,       a.associated,       a.events,
                              a.program,      a.creatorQuote, a.creatorAuthority, globalVolume,
                              userVolume,     feeConfig,      feeProgram};
    const std::uint64_t limit = refuse ? trade.userQuote - trade.userQuote / 20 : trade.userQuote;
    const std::uint64_t minimum = exactIn ? trade.base - trade.base / 10 : 0;
    if (exactIn)
        tx.invoke(a.program, accounts, Payload{0xc62e1552b4d9e870}.u64(trade.userQuote).u64(minimum).u8(1).view());
    else
        tx.invoke(a.program, accounts, Payload{0x66063d1201daebea}.u64(trade.base).u64(limit).u8(1).view());
    tx.log(exactIn ? "Instruction: BuyExactQuoteIn" : "Instruction: Buy");
    askFees(tx, feeConfig, a.program, trade);
    if (refuse) {
        refuseTrade(tx);
        return;
    }
    transferTokens(tx, a.coinProgram, a.baseVault, a.mint, a.userBase, a.pool, trade.base, kCoinDecimals);
    transferTokens(tx, a.tokenProgram, a.userQuote, a.wsol, a.quoteVault, a.user, trade.vaultQuote, kSolDecimals);
    transferTokens(tx, a.tokenProgram, a.userQuote, a.wsol, a.feeVault, a.user, trade.protocolFee, kSolDecimals);
    transferTokens(tx, a.tokenProgram, a.userQuote, a.wsol, a.creatorQuote, a.user, trade.creatorFee, kSolDecimals);

    Payload event{0x67f4521f2cf57777};
    event.i64(at.blockTime).u64(trade.base).u64(limit).u64(holding.cell.amount).u64(trade.userQuote);
    event.u64(at.token.amm.base).u64(at.token.amm.quote).u64(trade.quote);
    event.u64(trade.lpBps).u64(trade.lpFee).u64(trade.protocolBps).u64(trade.protocolFee);
    event.u64(trade.vaultQuote).u64(trade.userQuote);
    eventParties(event, at, holding, wrapped, trade);
    event.u8(1).u64(0).u64(0).u64(trade.quote).i64(at.blockTime).u64(minimum);
    event.text(exactIn ? "buy_exact_quote_in" : "buy");
    event.u64(0).u64(0).u64(0).u64(0).wide(0).u8(0).u64(kTokenSupply);
    emitEvent(tx, a.program, a.events, event);
    tx.success(41'300);
}

void pumpSwapSell(VenueContext& at, Holding& holding, WrappedSol& wrapped, const PoolTrade& trade, bool refuse) {
    const auto& known = KnownAddresses::get();
    TransactionBuilder& tx = at.tx;
    const SwapAccounts a = swapAccounts(at, holding, wrapped, *at.swapFeeVault);
    const AccountIndex feeConfig = tx.account(known.pumpSwapFeeConfig);
    const AccountIndex feeProgram = tx.account(known.pumpFees);
    const std::array accounts{a.pool,         a.user,         a.global,           a.mint,
                              a.wsol,         a.userBase,     a.userQuote,        a.baseVault,
                              a.quoteVault,   a.feeRecipient, a.feeVault,         a.coinProgram,
                              a.tokenProgram, a.system,       a.associated,       a.events,
                              a.program,      a.creatorQuote, a.creatorAuthority, feeConfig,
                              feeProgram};
    const std::uint64_t minimum =
        refuse ? trade.userQuote + trade.userQuote / 20 : trade.userQuote - trade.userQuote / 10;
    tx.invoke(a.program, accounts, Payload{0x33e685a4017f83ad}.u64(trade.base).u64(minimum).view());
    tx.log("Instruction: Sell");
    askFees(tx, feeConfig, a.program, trade);
    if (refuse) {
        refuseTrade(tx);
        return;
    }
    transferTokens(tx, a.coinProgram, a.userBase, a.mint, a.baseVault, a.user, trade.base, kCoinDecimals);
    transferTokens(tx, a.tokenProgram, a.quoteVault, a.wsol, a.userQuote, a.pool, trade.userQuote, kSolDecimals);
    transferTokens(tx, a.tokenProgram, a.quoteVault, a.wsol, a.feeVault, a.pool, trade.protocolFee, kSolDecimals);
    transferTokens(tx, a.tokenProgram, a.quoteVault, a.wsol, a.creatorQuote, a.pool, trade.creatorFee,
                   kSolDecimals);

    Payload event{0x3e2f370aa503dc2a};
    event.i64(at.blockTime).u64(trade.base).u64(minimum).u64(holding.cell.amount).u64(0);
    event.u64(at.token.amm.base).u64(at.token.amm.quote).u64(trade.quote);
    event.u64(trade.lpBps).u64(trade.lpFee).u64(trade.protocolBps).u64(trade.protocolFee);
    event.u64(trade.vaultQuote).u64(trade.userQuote);
    eventParties(event, at, holding, wrapped, trade);
    event.u64(0).u64(0).u64(0).u64(0).wide(0).u8(0).u64(kTokenSupply);
    emitEvent(tx, a.program, a.events, event);
    tx.success(39'900);
}

void pumpSwapMoveLiquidity(VenueContext& at, Holding& holding, WrappedSol& wrapped, LiquidityStake& stake,
                           bool added, const LiquidityMove& move) {
    const auto& known = KnownAddresses::get();
    TransactionBuilder& tx = at.tx;
    Token& token = at.token;
    const AccountIndex user = tx.account(at.user.wallet, true, true, &at.user.lamports);
    const AccountIndex program = tx.account(known.pumpSwap);
    const AccountIndex pool = tx.account(token.pool, true, false, &token.poolLamports);
    const AccountIndex mint = tx.account(token.mint, false, false, &token.mintLamports);
    const AccountIndex wsol = tx.account(known.wsolMint);
    const AccountIndex lpMint = tx.account(token.lpMint, true, false, &token.lpMintLamports);
    const AccountIndex coinProgram = tx.account(known.token2022);
    const AccountIndex tokenProgram = tx.account(known.token);
    const AccountIndex userBase = tx.tokenAccount(holding.account, &holding.cell, coinOf(token, at.user.wallet));
    const AccountIndex userQuote = tx.tokenAccount(wrapped.account, &wrapped.cell, solOf(at.user.wallet));
    const AccountIndex userLp = tx.tokenAccount(stake.account, &stake.cell,
                                                {&token.lpMint, &at.user.wallet, &known.token2022, kLpDecimals});
    const AccountIndex baseVault = tx.tokenAccount(token.poolBaseVault, &token.poolBase, coinOf(token, token.pool));
    const AccountIndex quoteVault = tx.tokenAccount(token.poolQuoteVault, &token.poolQuote, solOf(token.pool));
    const AccountIndex events = tx.account(known.pumpSwapEventAuthority);
    createAssociatedAccount(tx, {user, userBase, user, mint, coinProgram}, holding.cell.lamports != 0);
    createAssociatedAccount(tx, {user, userLp, user, lpMint, coinProgram}, stake.cell.lamports != 0);

    const std::array accounts{pool,        tx.account(known.pumpSwapGlobal),
                              user,        mint,
                              wsol,        lpMint,
                              userBase,    userQuote,
                              userLp,      baseVault,
                              quoteVault,  tokenProgram,
                              coinProgram, events,
                              program};
    const std::uint64_t limitBase = added ? move.base : move.base - move.base / 50;
    const std::uint64_t limitQuote = added ? move.quote : move.quote - move.quote / 50;
    tx.invoke(program, accounts,
              Payload{added ? 0xf223c68952e1f2b6ULL : 0xb712469c946da122ULL}
                  .u64(move.lp)
                  .u64(limitBase)
                  .u64(limitQuote)
                  .view());
    tx.log(added ? "Instruction: Deposit" : "Instruction: Withdraw");
    Payload event{added ? 0x78f83d531f8e6b90ULL : 0x1609851aa02c47c0ULL};
    event.i64(at.blockTime).u64(move.lp).u64(limitBase).u64(limitQuote);
    event.u64(holding.cell.amount).u64(added ? move.quote : 0);
    event.u64(token.amm.base).u64(token.amm.quote).u64(move.base).u64(move.quote).u64(token.lpSupply);
    event.key(token.pool).key(at.user.wallet).key(holding.account).key(wrapped.account).key(stake.account);
    if (added) {
        transferTokens(tx, coinProgram, userBase, mint, baseVault, user, move.base, kCoinDecimals);
        transferTokens(tx, tokenProgram, userQuote, wsol, quoteVault, user, move.quote, kSolDecimals);
        mintTo(tx, coinProgram, lpMint, userLp, pool, move.lp);
    } else {
        burnTokens(tx, coinProgram, userLp, lpMint, user, move.lp);
        transferTokens(tx, coinProgram, baseVault, mint, userBase, pool, move.base, kCoinDecimals);
        transferTokens(tx, tokenProgram, quoteVault, wsol, userQuote, pool, move.quote, kSolDecimals);
    }
    emitEvent(tx, program, events, event);
    tx.success(38'400);
}

}  // namespace core::sim
