// SPDX-License-Identifier: GPL-3.0-or-later
// Raydium CPMM. Anchor events in the log only; the trader, and in the older form the mints, come from the
// instruction. Layouts: solana-wire section 9; what the amounts include: raydium-io/raydium-cp-swap.
// Seen on real bytes: SwapEvent of 89 bytes with a transfer fee on the way in, under a router. As a third
// party's vector only: SwapEvent of 170 bytes. Never seen: LpChangeEvent, the liquidity instructions, creator
// fees that are not zero.
#include "core/wire/dex/raydium_cpmm.h"

#include "core/base/checked_math.h"
#include "core/wire/swap.h"

namespace core::wire {
namespace {

constexpr std::string_view kVenueId = "raydium_cpmm";

constexpr Discriminator kSwapBaseInput = discriminator("8fbe5adac41e33de");
constexpr Discriminator kSwapBaseOutput = discriminator("37d96256a34ab4ad");
constexpr Discriminator kDeposit = discriminator("f223c68952e1f2b6");
constexpr Discriminator kWithdraw = discriminator("b712469c946da122");
constexpr Discriminator kInitialize = discriminator("afaf6d1f0d989bed");
constexpr Discriminator kInitializeWithPermission = discriminator("3f37fe4131b25979");

struct SwapEvent {
    static constexpr std::string_view kName = "SwapEvent";
    static constexpr Discriminator kDiscriminator = discriminator("40c6cde8260871e2");

    Pubkey poolId;
    std::uint64_t inputVaultBefore = 0, outputVaultBefore = 0, inputAmount = 0, outputAmount = 0,
                  inputTransferFee = 0, outputTransferFee = 0;
    bool baseInput = false;
    std::optional<Mint> inputMint, outputMint;
    std::optional<std::uint64_t> tradeFee, creatorFee;
    std::optional<bool> creatorFeeOnInput;

    template <class Visitor>
    void layout(Visitor& v) {
        v("pool_id", poolId);
        v("input_vault_before", inputVaultBefore);
        v("output_vault_before", outputVaultBefore);
        v("input_amount", inputAmount);
        v("output_amount", outputAmount);
        v("input_transfer_fee", inputTransferFee);
        v("output_transfer_fee", outputTransferFee);
        v("base_input", baseInput);
        v.generationEnd();  // 89 bytes
        v("input_mint", inputMint);
        v("output_mint", outputMint);
        v("trade_fee", tradeFee);
        v("creator_fee", creatorFee);
        v("creator_fee_on_input", creatorFeeOnInput);
    }
};

enum ChangeType : std::uint8_t { kDeposited = 0, kWithdrawn = 1, kInitialized = 2 };

struct LpChangeEvent {
    static constexpr std::string_view kName = "LpChangeEvent";
    static constexpr Discriminator kDiscriminator = discriminator("79a3cdc939da753c");

    Pubkey poolId;
    std::uint64_t lpAmountBefore = 0, token0VaultBefore = 0, token1VaultBefore = 0, token0Amount = 0,
                  token1Amount = 0, token0TransferFee = 0, token1TransferFee = 0;
    std::uint8_t changeType = 0;

    template <class Visitor>
    void layout(Visitor& v) {
        v("pool_id", poolId);
        v("lp_amount_before", lpAmountBefore);
        v("token_0_vault_before", token0VaultBefore);
        v("token_1_vault_before", token1VaultBefore);
        v("token_0_amount", token0Amount);
        v("token_1_amount", token1Amount);
        v("token_0_transfer_fee", token0TransferFee);
        v("token_1_transfer_fee", token1TransferFee);
        v("change_type", changeType);
    }
};

struct SwapAccounts {
    Pubkey pool, inputVault, outputVault;
    Wallet payer;
    Mint inputMint, outputMint;
    std::uint16_t destination = 0;
};

Result<SwapAccounts> swapAccounts(const VenueContext& context) {
    if (context.transaction == nullptr || context.emitter == nullptr)
        return fail(ErrorCode::NeedsTransaction, "CPMM's event does not say who traded");
    constexpr std::size_t kAccounts = 13;
    const auto& transaction = *context.transaction;
    const InstructionView& emitter = *context.emitter;
    if (emitter.accountsCount < kAccounts)
        return fail(ErrorCode::BadShape, "CPMM swap with " + std::to_string(emitter.accountsCount) + " accounts");
    const auto key = [&](std::size_t k) -> const Pubkey& { return *transaction.account(emitter, k); };
    return SwapAccounts{key(3),
                        key(6),
                        key(7),
                        Wallet{key(0)},
                        Mint{key(10)},
                        Mint{key(11)},
                        transaction.accountIndexes[emitter.accountsBegin + 5]};
}

std::optional<std::uint64_t> sum(std::optional<std::uint64_t> a, std::uint64_t b) {
    return a ? checkedAdd(*a, b) : std::nullopt;
}
std::optional<std::uint64_t> difference(std::optional<std::uint64_t> a, std::uint64_t b) {
    return a ? checkedSub(*a, b) : std::nullopt;
}

Result<void> decodeSwap(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<SwapEvent>(body);
    if (!decoded) return decoded.error();
    const SwapEvent& raw = decoded->event;
    const auto accounts = swapAccounts(context);
    if (!accounts) return accounts.error();
    if (accounts->pool != raw.poolId || (raw.inputMint && *raw.inputMint != accounts->inputMint) ||
        (raw.outputMint && *raw.outputMint != accounts->outputMint))
        return fail(ErrorCode::BadShape, "CPMM SwapEvent of another pool than its instruction's");
    Swap swap;
    swap.venue = kVenueId;
    swap.pool = raw.poolId;
    swap.inMint = accounts->inputMint;
    swap.outMint = accounts->outputMint;
    swap.authority = accounts->payer;
    swap.outputAccount = accounts->destination;
    swap.amountIn = raw.inputAmount;
    swap.amountOut = raw.outputAmount;
    swap.userIn = checkedAdd(raw.inputAmount, raw.inputTransferFee);
    swap.userOut = checkedSub(raw.outputAmount, raw.outputTransferFee);
    if (!swap.userIn || !swap.userOut) return fail(ErrorCode::BadValue, "CPMM SwapEvent: transfer fee");
    const std::uint64_t creatorIn = raw.creatorFeeOnInput.value_or(false) ? raw.creatorFee.value_or(0) : 0;
    const std::uint64_t creatorOut = raw.creatorFeeOnInput.value_or(false) ? 0 : raw.creatorFee.value_or(0);
    swap.feeIn = sum(raw.tradeFee, creatorIn);
    // The trade fee is taken from what comes in. Without a creator fee nothing is charged in the other token,
    // which is not the same as a trade without fees.
    if (creatorOut != 0) swap.feeOut = creatorOut;
    // Creator fees stay in the vault but belong to the pool no more. The protocol's share of the trade fee
    // does too, and no event tells it: the reserve is high by it, at most some hundredths of a percent of
    // the trade.
    swap.reserveIn = difference(checkedAdd(raw.inputVaultBefore, raw.inputAmount), creatorIn);
    swap.reserveOut = difference(checkedSub(raw.outputVaultBefore, raw.outputAmount), creatorOut);
    return appendSwap(swap, context, out);
}

// Where a liquidity instruction names its pool and tokens.
struct LiquidityForm {
    Discriminator kind;
    std::size_t accounts, pool, vault, mint;  // of token 0; token 1 is the next one
    ChangeType change;
};
constexpr LiquidityForm kLiquidityForms[] = {
    {kDeposit, 13, 2, 6, 10, kDeposited},
    {kWithdraw, 13, 2, 6, 10, kWithdrawn},
    {kInitialize, 20, 3, 10, 4, kInitialized},
    {kInitializeWithPermission, 21, 4, 11, 5, kInitialized},
};

struct LiquidityAccounts {
    const LiquidityForm* form = nullptr;  // null: no liquidity instruction
    Pubkey pool, vault0, vault1;
    Mint mint0, mint1;
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
        return fail(ErrorCode::BadShape, "CPMM liquidity instruction with " +
                                             std::to_string(context.emitter->accountsCount) + " accounts");
    const auto key = [&](std::size_t k) -> const Pubkey& {
        return *context.transaction->account(*context.emitter, k);
    };
    found.pool = key(form.pool);
    found.vault0 = key(form.vault);
    found.vault1 = key(form.vault + 1);
    found.mint0 = Mint{key(form.mint)};
    found.mint1 = Mint{key(form.mint + 1)};
    // A launchpad that creates the pool signs with an address of its own; then the fee payer did it.
    found.owner = traderOf(Wallet{key(0)}, std::nullopt, context).value_or(Wallet{key(0)});
    return found;
}

Result<void> decodeLpChange(std::span<const std::uint8_t> body, VenueContext& context, std::vector<Event>& out) {
    const auto decoded = readLayout<LpChangeEvent>(body);
    if (!decoded) return decoded.error();
    const LpChangeEvent& raw = decoded->event;
    if (raw.changeType > kInitialized) return fail(ErrorCode::BadValue, "CPMM LpChangeEvent: change type");
    const auto accounts = liquidityAccounts(context);
    if (!accounts) return accounts.error();
    if (accounts->form == nullptr || accounts->form->change != raw.changeType || accounts->pool != raw.poolId)
        return fail(ErrorCode::BadShape, "CPMM LpChangeEvent under another instruction");
    const bool added = raw.changeType != kWithdrawn;
    // Both amounts are without the transfer fee: what reached the pool, or what reached the owner.
    const auto side = [added](const Mint& mint, std::uint64_t before, std::uint64_t amount,
                              std::uint64_t fee) -> std::optional<LiquiditySide> {
        const auto moved = added ? std::optional{amount} : checkedAdd(amount, fee);
        if (!moved) return std::nullopt;
        return LiquiditySide{mint, *moved, added ? checkedAdd(before, *moved) : checkedSub(before, *moved)};
    };
    const auto first = side(accounts->mint0, raw.token0VaultBefore, raw.token0Amount, raw.token0TransferFee);
    const auto second = side(accounts->mint1, raw.token1VaultBefore, raw.token1Amount, raw.token1TransferFee);
    if (!first || !second) return fail(ErrorCode::BadValue, "CPMM LpChangeEvent: transfer fee");
    appendLiquidity(kVenueId, raw.poolId, *first, *second, accounts->owner, added, std::nullopt, context, out);
    return {};
}

Result<void> decode(std::span<const std::uint8_t> payload, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case SwapEvent::kDiscriminator: return decodeSwap(payload, context, out);
        case LpChangeEvent::kDiscriminator: return decodeLpChange(payload, context, out);
        default: return fail(ErrorCode::BadDiscriminator, "unknown CPMM event");
    }
}

Result<EventFields> describe(std::span<const std::uint8_t> payload) {
    const auto kind = splitDiscriminator(payload);
    if (!kind) return kind.error();
    switch (*kind) {
        case SwapEvent::kDiscriminator: return printLayout<SwapEvent>(payload);
        case LpChangeEvent::kDiscriminator: return printLayout<LpChangeEvent>(payload);
        default: return fail(ErrorCode::BadDiscriminator, "unknown CPMM event");
    }
}

// Swaps and liquidity whose line was cut from the log, and pools of the time when their creation printed
// none: the token transfers tell the amounts.
Result<void> decodeInstruction(std::span<const std::uint8_t> data, VenueContext& context, std::vector<Event>& out) {
    const auto kind = splitDiscriminator(data);
    if (!kind) return {};
    if (*kind == kSwapBaseInput || *kind == kSwapBaseOutput) {
        const auto accounts = swapAccounts(context);
        if (!accounts) return accounts.error();
        auto swap = swapOfVaults(context, accounts->inputVault, accounts->outputVault);
        if (!swap) return swap.error();
        swap->venue = kVenueId;
        swap->pool = accounts->pool;
        swap->authority = accounts->payer;
        if (!swap->outputAccount) swap->outputAccount = accounts->destination;
        return appendSwap(*swap, context, out);
    }
    const auto accounts = liquidityAccounts(context);
    if (!accounts) return accounts.error();
    if (accounts->form == nullptr) return {};
    if (!context.transaction->hasInner)
        return fail(ErrorCode::NeedsTransaction, "no inner transfers to read the liquidity from");
    const ChangeType change = accounts->form->change;
    const auto side = [&](const Pubkey& vault, const Mint& mint) {
        const VaultFlow flow = vaultFlow(context, vault);
        LiquiditySide moved{mint, change == kWithdrawn ? flow.out : flow.in - std::min(flow.in, flow.feeIn),
                            std::nullopt};
        if (change == kInitialized) moved.reserve = moved.amount;
        return moved;
    };
    const LiquiditySide first = side(accounts->vault0, accounts->mint0);
    const LiquiditySide second = side(accounts->vault1, accounts->mint1);
    if (first.amount == 0 && second.amount == 0)
        return fail(ErrorCode::BadShape, "CPMM liquidity instruction that moved nothing");
    appendLiquidity(kVenueId, accounts->pool, first, second, accounts->owner, change != kWithdrawn, std::nullopt,
                    context, out);
    return {};
}

}  // namespace

const Venue kRaydiumCpmm{
    .id = kVenueId,
    .programText = "CPMMoo8L3F4NbTegBCKVNunggL7H1ZpdTHKxQB5qKP1C",
    .eventAuthority = {},
    .place = EventPlace::LogOnly,
    .logPrefix = {},
    .decode = &decode,
    .describe = &describe,
    .decodeInstruction = &decodeInstruction,
};

}  // namespace core::wire
