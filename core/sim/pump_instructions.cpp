// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/pump_instructions.h"

#include "core/sim/event_cpi.h"
#include "core/sim/known_addresses.h"
#include "core/sim/native_instructions.h"
#include "core/sim/payload.h"
#include "core/sim/pumpswap_instructions.h"

#include <array>

namespace core::sim {
namespace {

constexpr std::uint8_t kDecimals = 6;
constexpr std::uint64_t kBuybackBps = 5'000;
constexpr std::uint64_t kMintRent = 3'841'920;   // a Token-2022 mint with metadata
constexpr std::uint64_t kCurveRent = 1'941'840;  // 151 bytes

TokenIdentity identityOf(const Token& token, const Address& owner) {
    return {&token.mint, &owner, &KnownAddresses::get().token2022, kDecimals};
}

// The fee program tells the venue its fees: three u64 (lp, protocol, creator basis points).
void askFees(TransactionBuilder& tx, AccountIndex config, AccountIndex program, std::uint64_t lamports) {
    const AccountIndex feeProgram = tx.account(KnownAddresses::get().pumpFees);
    const std::array accounts{config, program};
    tx.invoke(feeProgram, accounts, Payload{0xe7257e55cf5b3f34}.u8(1).wide(0).u64(lamports).view());
    tx.log("Instruction: GetFees");
    tx.success(3'136, Payload{}.u64(0).u64(kCurveProtocolBps).u64(kCurveCreatorBps).view());
}

Payload tradeEvent(const VenueContext& at, const CurveTrade& trade, bool isBuy, bool exactIn) {
    BondingCurve after = at.token.curve;
    if (isBuy)
        after.applyBuy(trade);
    else
        after.applySell(trade);
    const Address& system = KnownAddresses::get().system;
    Payload event{0xbddb7fd34ee661ee};
    event.key(at.token.mint).u64(trade.lamports).u64(trade.tokens).u8(isBuy ? 1 : 0).key(at.user.wallet);
    event.i64(at.blockTime).u64(after.virtualLamports).u64(after.virtualTokens);
    event.u64(after.realLamports).u64(after.realTokens);
    event.key(KnownAddresses::get().pumpFeeRecipients[at.feeRecipient])
        .u64(kCurveProtocolBps)
        .u64(trade.protocolFee);
    // The creator vault belongs to the deployer, whose wallet the token remembers.
    event.key(at.token.creatorWallet).u64(kCurveCreatorBps).u64(trade.creatorFee);
    event.u8(isBuy ? 1 : 0).u64(0).u64(0).u64(isBuy ? trade.lamports : 0).i64(isBuy ? at.blockTime : 0);
    event.text(!isBuy ? "sell" : exactIn ? "buy_exact_sol_in" : "buy");
    event.u8(0).u64(0).u64(0).u64(kBuybackBps).u64(trade.protocolFee / 2).u32(0);
    event.key(system).u64(trade.lamports).u64(after.virtualLamports).u64(after.realLamports);
    return event;
}

struct CurveAccounts {
    AccountIndex program, authority, global, feeRecipient, mint, curve, vault, userAccount, user, system,
        tokenProgram, creatorVault;
};

CurveAccounts curveAccounts(VenueContext& at, Holding& holding) {
    const auto& known = KnownAddresses::get();
    TransactionBuilder& tx = at.tx;
    CurveAccounts a{};
    a.program = tx.account(known.pump);
    a.authority = tx.account(known.pumpEventAuthority);
    a.global = tx.account(known.pumpGlobal);
    a.feeRecipient = tx.account(known.pumpFeeRecipients[at.feeRecipient], true, false, at.feeRecipientLamports);
    a.mint = tx.account(at.token.mint, false, false, &at.token.mintLamports);
    a.curve = tx.account(at.token.curveAccount, true, false, &at.token.curveLamports);
    a.vault =
        tx.tokenAccount(at.token.curveVault, &at.token.curveTokens, identityOf(at.token, at.token.curveAccount));
    a.userAccount = tx.tokenAccount(holding.account, &holding.cell, identityOf(at.token, at.user.wallet));
    a.user = tx.account(at.user.wallet, true, true, &at.user.lamports);
    a.system = tx.account(known.system);
    a.tokenProgram = tx.account(known.token2022);
    a.creatorVault = tx.account(at.token.creatorVault, true, false, &at.token.creatorVaultLamports);
    return a;
}

void refuseTrade(TransactionBuilder& tx, const char* name, const char* message) {
    tx.log(std::string("AnchorError thrown in programs/pump/src/lib.rs:772. Error Code: ") + name +
           ". Error Number: 6002. Error Message: " + message + ".");
    tx.fail(21'504, kPumpSlippage);
}

}  // namespace

std::vector<std::uint8_t> pumpTradeEvent(const VenueContext& at, const CurveTrade& trade, bool isBuy,
                                         bool exactIn) {
    return tradeEvent(at, trade, isBuy, exactIn).take();
}

void pumpCreate(VenueContext& at, TokenCell& curveTokens) {
    const auto& known = KnownAddresses::get();
    TransactionBuilder& tx = at.tx;
    Token& token = at.token;
    const AccountIndex user = tx.account(at.user.wallet, true, true, &at.user.lamports);
    std::uint64_t& mintLamports = token.mintLamports;
    const AccountIndex mint = tx.account(token.mint, true, true, &mintLamports);
    const AccountIndex authority = tx.account(known.pumpMintAuthority);
    const AccountIndex curve = tx.account(token.curveAccount, true, false, &token.curveLamports);
    const AccountIndex vault =
        tx.tokenAccount(token.curveVault, &curveTokens, identityOf(token, token.curveAccount));
    const AccountIndex global = tx.account(known.pumpGlobal);
    const AccountIndex system = tx.account(known.system);
    const AccountIndex tokenProgram = tx.account(known.token2022);
    const AccountIndex associated = tx.account(known.associatedToken);
    const AccountIndex mayhem = tx.account(known.mayhem);
    const AccountIndex params = tx.account(known.mayhemParams);
    const AccountIndex solVault = tx.account(known.mayhemSolVault, true);
    const AccountIndex state = tx.account(Address::derived(at.seed, "mayhem state", token.id), true);
    const AccountIndex mayhemVault = tx.account(Address::derived(at.seed, "mayhem vault", token.id), true);
    const AccountIndex events = tx.account(known.pumpEventAuthority);
    const AccountIndex program = tx.account(known.pump);

    const std::array accounts{mint,       authority, curve,  vault,    global, user,        system, tokenProgram,
                              associated, mayhem,    params, solVault, state,  mayhemVault, events, program};
    tx.invoke(program, accounts,
              Payload{0xd6904cec5f8b31b4}
                  .text(token.name)
                  .text(token.symbol)
                  .text(token.uri)
                  .key(at.user.wallet)
                  .u8(0)
                  .u8(0)
                  .view());
    tx.log("Instruction: CreateV2");
    systemCreateAccount(tx, user, mint, kMintRent, 234, known.token2022);
    initializeMint(tx, tokenProgram, mint, known.pumpMintAuthority, kDecimals);
    systemCreateAccount(tx, user, curve, kCurveRent, 151, known.pump);
    createAssociatedAccount(tx, {user, vault, curve, mint, tokenProgram}, false);
    initializeMetadata(tx, tokenProgram, mint, authority, token.name, token.symbol, token.uri);
    mintTo(tx, tokenProgram, mint, vault, authority, kTokenSupply);
    renounceMintAuthority(tx, tokenProgram, mint, authority);

    Payload event{0x1b72a94ddeeb6376};
    event.text(token.name).text(token.symbol).text(token.uri).key(token.mint).key(token.curveAccount);
    event.key(at.user.wallet).key(at.user.wallet).i64(at.blockTime);
    event.u64(kStartVirtualTokens).u64(kStartVirtualLamports).u64(kCurveTokens).u64(kTokenSupply);
    event.key(known.token2022).u8(0).u8(0).key(known.system).u64(kStartVirtualLamports);
    emitEvent(tx, program, events, event);
    tx.success(61'204);
}

void pumpBuy(VenueContext& at, Holding& holding, const CurveTrade& trade, bool exactIn, bool refuse) {
    const auto& known = KnownAddresses::get();
    TransactionBuilder& tx = at.tx;
    const CurveAccounts a = curveAccounts(at, holding);
    const AccountIndex globalVolume = tx.account(known.pumpVolume, true);
    const AccountIndex userVolume = tx.account(at.user.volumeAccumulator, true);
    const AccountIndex feeConfig = tx.account(known.pumpFeeConfig);
    const AccountIndex feeProgram = tx.account(known.pumpFees);
    const std::array accounts{
        a.global,       a.feeRecipient, a.mint,      a.curve,   a.vault,      a.userAccount, a.user,    a.system,
        a.tokenProgram, a.creatorVault, a.authority, a.program, globalVolume, userVolume,    feeConfig, feeProgram};
    const std::uint64_t paid = trade.lamports + trade.fees();
    const std::uint64_t limit = refuse ? paid - paid / 20 : paid + paid / 10;
    if (exactIn)
        tx.invoke(a.program, accounts,
                  Payload{0x38fc74089edfcd5f}.u64(paid).u64(trade.tokens - trade.tokens / 10).u8(1).view());
    else
        tx.invoke(a.program, accounts, Payload{0x66063d1201daebea}.u64(trade.tokens).u64(limit).u8(1).view());
    tx.log(exactIn ? "Instruction: BuyExactSolIn" : "Instruction: Buy");
    askFees(tx, feeConfig, a.program, trade.lamports);
    if (refuse) {
        refuseTrade(tx, "TooMuchSolRequired", "slippage: Too much SOL required to buy the given amount of tokens.");
        return;
    }
    transferTokens(tx, a.tokenProgram, a.vault, a.mint, a.userAccount, a.curve, trade.tokens, kDecimals);
    systemTransfer(tx, a.user, a.curve, trade.lamports);
    systemTransfer(tx, a.user, a.feeRecipient, trade.protocolFee);
    systemTransfer(tx, a.user, a.creatorVault, trade.creatorFee);
    emitEvent(tx, a.program, a.authority, tradeEvent(at, trade, true, exactIn));
    if (trade.tokens == at.token.curve.realTokens) {
        Payload complete{0x5f72619cd42e9808};
        complete.key(at.user.wallet).key(at.token.mint).key(at.token.curveAccount).i64(at.blockTime);
        complete.key(known.system);
        emitEvent(tx, a.program, a.authority, complete);
    }
    tx.success(38'770);
}

void pumpSell(VenueContext& at, Holding& holding, const CurveTrade& trade, bool refuse) {
    const auto& known = KnownAddresses::get();
    TransactionBuilder& tx = at.tx;
    const CurveAccounts a = curveAccounts(at, holding);
    const AccountIndex feeConfig = tx.account(known.pumpFeeConfig);
    const AccountIndex feeProgram = tx.account(known.pumpFees);
    const std::array accounts{a.global,      a.feeRecipient, a.mint,    a.curve,        a.vault,
                              a.userAccount, a.user,         a.system,  a.creatorVault, a.tokenProgram,
                              a.authority,   a.program,      feeConfig, feeProgram};
    const std::uint64_t got = trade.lamports - trade.fees();
    tx.invoke(a.program, accounts,
              Payload{0x33e685a4017f83ad}.u64(trade.tokens).u64(refuse ? got + got / 20 : got - got / 10).view());
    tx.log("Instruction: Sell");
    askFees(tx, feeConfig, a.program, trade.lamports);
    if (refuse) {
        refuseTrade(tx, "TooLittleSolReceived",
                    "slippage: Too little SOL received to sell the given amount of tokens.");
        return;
    }
    transferTokens(tx, a.tokenProgram, a.userAccount, a.mint, a.vault, a.user, trade.tokens, kDecimals);
    // The program debits its own account: no System instruction stands for these.
    tx.moveLamports(a.curve, a.user, got);
    tx.moveLamports(a.curve, a.feeRecipient, trade.protocolFee);
    tx.moveLamports(a.curve, a.creatorVault, trade.creatorFee);
    emitEvent(tx, a.program, a.authority, tradeEvent(at, trade, false, false));
    tx.success(34'120);
}

void pumpMigrate(VenueContext& at, TokenCell& migratorLpTokens) {
    const auto& known = KnownAddresses::get();
    TransactionBuilder& tx = at.tx;
    Token& token = at.token;
    const AccountIndex program = tx.account(known.pump);
    const AccountIndex authority = tx.account(known.pumpEventAuthority);
    const AccountIndex user = tx.account(at.user.wallet, true, true, &at.user.lamports);
    const AccountIndex withdraw = tx.account(known.pumpWithdrawAuthority, true, false, at.feeRecipientLamports);
    const AccountIndex curve = tx.account(token.curveAccount, true, false, &token.curveLamports);
    const AccountIndex mint = tx.account(token.mint, false, false, &token.mintLamports);
    const AccountIndex tokenProgram = tx.account(known.token);
    const AccountIndex coinProgram = tx.account(known.token2022);
    const AccountIndex system = tx.account(known.system);
    const AccountIndex wsol = tx.account(known.wsolMint);
    const AccountIndex curveVault =
        tx.tokenAccount(token.curveVault, &token.curveTokens, identityOf(token, token.curveAccount));
    const PoolCreation pool = registerPool(at, migratorLpTokens);
    const std::array accounts{tx.account(known.pumpGlobal),
                              withdraw,
                              mint,
                              curve,
                              curveVault,
                              user,
                              system,
                              tokenProgram,
                              pool.program,
                              pool.pool,
                              pool.authority,
                              pool.authorityBase,
                              pool.authorityQuote,
                              pool.globalConfig,
                              wsol,
                              pool.lpMint,
                              pool.authorityLp,
                              pool.baseVault,
                              pool.quoteVault,
                              coinProgram,
                              tx.account(known.associatedToken),
                              pool.events,
                              authority,
                              program,
                              tx.account(known.rent)};
    tx.invoke(program, accounts, Payload{0x9beae792ec9ea21e}.view());
    tx.log("Instruction: Migrate");
    const std::uint64_t lamports = token.curve.realLamports - kMigrationFee;
    createAssociatedAccount(tx, {user, pool.authorityBase, pool.authority, mint, coinProgram}, false);
    createAssociatedAccount(tx, {user, pool.authorityQuote, pool.authority, wsol, tokenProgram}, false);
    transferTokens(tx, coinProgram, curveVault, mint, pool.authorityBase, curve, kPoolTokens, kDecimals);
    tx.moveLamports(curve, pool.authorityQuote, lamports);
    tx.moveLamports(curve, withdraw, kMigrationFee);
    syncNative(tx, tokenProgram, pool.authorityQuote);
    pumpSwapCreatePool(at, pool, kPoolTokens, lamports);
    // The liquidity of a graduated coin is burnt, which is why nobody can pull it.
    burnTokens(tx, coinProgram, pool.authorityLp, pool.lpMint, pool.authority,
               initialLiquidity(kPoolTokens, lamports));

    Payload event{0xbde95db95c94ea94};
    event.key(at.user.wallet).key(token.mint).u64(kPoolTokens).u64(lamports).u64(kMigrationFee);
    event.key(token.curveAccount).i64(at.blockTime).key(token.pool).key(known.system);
    emitEvent(tx, program, authority, event);
    tx.success(85'400);
}

}  // namespace core::sim
