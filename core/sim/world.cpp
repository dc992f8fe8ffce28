// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/world.h"

#include "core/base/checked_math.h"
#include "core/sim/known_addresses.h"
#include "core/sim/native_instructions.h"
#include "core/sim/payload.h"
#include "core/sim/token_names.h"

#include <algorithm>
#include <utility>

namespace core::sim {
namespace {

constexpr std::int64_t kSlotNs = 400'000'000;
constexpr std::int64_t kSecondNs = 1'000'000'000;
constexpr std::uint64_t kRichLamports = 50'000'000'000'000;
constexpr std::uint64_t kSmallestTrade = 10'000;  // lamports; below it the fees are all rounding
constexpr std::uint64_t kSystemRent = 890'880;
constexpr std::uint32_t kRouterGaveUp = 6010;
constexpr std::uint64_t kAgentReserve = 12'000'000;  // rents of two accounts and the dearest fee
constexpr std::uint64_t kPayerReserve = 900'000;     // the fee and the rent of the payer's own account
constexpr std::uint64_t kCreationRents = 12'000'000;
constexpr std::uint64_t kTransferUnits = 3'000;

std::uint64_t milliRateOf(double perSecond) {
    if (!(perSecond > 0.001)) return 1;
    return static_cast<std::uint64_t>(std::min(perSecond, 100'000.0) * 1000.0 + 0.5);
}

}  // namespace

World::World(const MarketOptions& options, const Scenario& scenario)
    : m_options(options),
      m_scenario(scenario),
      m_random(options.seed),
      m_landing(options.seed ^ 0x6c616e64696e6773ULL),
      m_milliRate(milliRateOf(options.tradesPerSecond)) {
    m_feeRecipientLamports.fill(3'000'000'000'000);
    m_tipLamports.fill(5'000'000'000);
    m_withdrawLamports = 800'000'000'000;
    m_swapFeeVault = {40'000'000'000, 40'000'000'000 + kTokenAccountRent};
    m_migrator = newTrader(kRichLamports, true);
    m_traders.at(m_migrator).wallet = KnownAddresses::get().migrator;
}

std::uint64_t World::slotAt(std::int64_t ns) const noexcept {
    std::uint64_t number = static_cast<std::uint64_t>(ns / kSlotNs);
    // About one slot in 64 is skipped: what would have been in it lands in the next one.
    const auto skipped = [&](std::uint64_t slot) {
        std::uint64_t state = m_options.seed ^ (slot * 0x9e3779b97f4a7c15ULL);
        return (splitMix(state) & 63U) == 0;
    };
    while (skipped(number)) ++number;
    return m_options.startSlot + number;
}

void World::schedule(Action action) {
    action.atNs = std::max(action.atNs, m_now);
    action.order = m_order++;
    action.scheme = m_acting;
    m_actions.push(action);
}

bool World::nextAction(std::int64_t endNs, Action& out) {
    if (m_actions.empty() || m_actions.top().atNs >= endNs) return false;
    out = m_actions.top();
    m_actions.pop();
    m_now = out.atNs;
    return true;
}

TraderId World::newTrader(std::uint64_t lamports, bool lasting) {
    const TraderId id = m_nextTrader++;
    Trader trader;
    trader.id = id;
    trader.wallet = Address::derived(m_options.seed, "wallet", id);
    trader.volumeAccumulator = Address::derived(m_options.seed, "volume", id);
    trader.lamports = lamports;
    trader.lasting = lasting;
    m_traders.emplace(id, trader);
    return id;
}

TraderId World::newAgent(std::uint64_t lamports) {
    const TraderId id = newTrader(lamports, true);
    m_traders.at(id).agent = true;
    return id;
}

TraderId World::exchange(std::size_t which) {
    TraderId& made = m_exchanges[which % m_exchanges.size()];
    if (made == 0) {
        made = newAgent(kRichLamports * 10);
        m_truth.tagWallet(wallet(made).text(), "exchange", "");
    }
    return made;
}

std::uint64_t World::balance(TraderId trader) const noexcept {
    const auto found = m_traders.find(trader);
    return found == m_traders.end() ? 0 : found->second.lamports;
}

void World::dismiss(TraderId trader) {
    const auto found = m_traders.find(trader);
    if (found != m_traders.end() && !found->second.lasting) m_traders.erase(found);
}

const Token* World::token(TokenId id) const {
    const auto found = m_tokens.find(id);
    return found == m_tokens.end() ? nullptr : found->second.get();
}

const Token* World::tokenOfAccount(const Pubkey& account) const {
    const auto found = m_byAccount.find(account);
    return found == m_byAccount.end() ? nullptr : token(found->second);
}

std::vector<TokenId> World::takeLaunched() {
    return std::exchange(m_launched, {});
}
std::vector<TokenId> World::takeCompleted() {
    return std::exchange(m_completed, {});
}

std::uint64_t World::affordable(const Trader& trader, const TradeStyle& style) noexcept {
    return saturatingSub(trader.lamports, kAgentReserve + style.tipLamports + style.feeLamports);
}

void World::fund(Trader& trader, std::uint64_t lamports) noexcept {
    if (trader.agent) return;
    // Fees, rent of new accounts and a tip on top of the trade itself.
    const std::uint64_t needed = lamports + 100'000'000;
    if (trader.lamports < needed) trader.lamports = needed + lamports;
}

VenueContext World::context(Token& token, Trader& user) {
    const auto recipient = static_cast<std::size_t>(m_landing.below(m_feeRecipientLamports.size()));
    return {m_builder,
            token,
            user,
            static_cast<std::int64_t>(m_options.startTime) +
                static_cast<std::int64_t>((slot() - m_options.startSlot) * 2 / 5),
            m_options.seed,
            &m_feeRecipientLamports[recipient],
            recipient,
            &m_swapFeeVault};
}

bool World::emit(std::uint32_t trades, bool contiguous) {
    const std::uint64_t at = slot();
    if (at != m_lastSlot) {
        m_lastSlot = at;
        m_lastIndex = static_cast<std::uint32_t>(m_landing.between(5, 300));
    } else {
        m_lastIndex += contiguous ? 1 : static_cast<std::uint32_t>(m_landing.between(1, 30));
    }
    const std::uint64_t epoch = at / 16;
    if (epoch != m_blockhashEpoch) {
        m_blockhashEpoch = epoch;
        m_blockhash = Address::derived(m_options.seed, "blockhash", epoch);
    }
    std::array<Signature, 2> signatures;
    for (std::size_t i = 0; i < std::min(m_builder.signers(), signatures.size()); ++i)
        signatures[i] = derivedSignature(m_options.seed, m_signatureNumber++);

    Landing landing;
    landing.slot = at;
    landing.blockTime = m_options.startTime + static_cast<std::int64_t>((at - m_options.startSlot) * 2 / 5);
    landing.blockhash = &m_blockhash;
    landing.signatures = signatures;
    BuiltTransaction built = m_builder.finish(landing);

    SimTransaction out;
    out.slot = at;
    out.txIndex = m_lastIndex;
    out.blockTime = landing.blockTime;
    out.timeNs = m_options.startTime * kSecondNs + m_now;
    out.signature = std::move(built.signature);
    out.failed = built.failed;
    out.mentions = std::move(built.mentions);
    out.logsNotificationValue = std::move(built.logsValue);
    out.transactionJson = std::move(built.transactionJson);
    out.trades = built.failed ? 0 : trades;
    const bool succeeded = !built.failed;
    m_tradeCount += out.trades;
    ++m_transactionCount;
    m_output.push_back(std::move(out));
    return succeeded;
}

TokenId World::launch(TraderId creatorId, std::uint64_t devBuyLamports) {
    const std::uint64_t seed = m_options.seed;
    const TokenId id = m_nextToken++;
    Trader& creator = m_traders.at(creatorId);
    auto made = std::make_unique<Token>();
    Token& token = *made;
    token.id = id;
    TokenName name = makeTokenName(m_random);
    token.name = std::move(name.name);
    token.symbol = std::move(name.symbol);
    token.uri = "https://ipfs.io/ipfs/Qm" + std::string{Address::derived(seed, "uri", id).text()}.substr(0, 32);
    token.mint = Address::derived(seed, "mint", id);
    token.curveAccount = Address::derived(seed, "curve", id);
    token.curveVault = Address::derived(seed, "curve vault", id);
    token.creatorVault = Address::derived(seed, "creator vault", creatorId);
    token.creatorWallet = creator.wallet;
    token.creatorVaultLamports = kSystemRent;
    token.creator = creatorId;
    token.createdSlot = slot();
    token.createdNs = m_now;
    token.lastTradeNs = m_now;
    token.appeal = m_random.heavyTail(1'000, 400'000);
    token.star = m_random.chance(m_scenario.starPermille);
    if (token.star) token.appeal = std::max<std::uint64_t>(token.appeal, 60'000);
    m_tokens.emplace(id, std::move(made));
    m_byAccount.emplace(token.curveAccount.key(), id);
    m_live.push_back(id);

    if (creator.agent) {
        TradeStyle creation;
        creation.tipLamports = kCreationRents;
        devBuyLamports = std::min(devBuyLamports, affordable(creator, creation));
    }
    fund(creator, devBuyLamports);
    VenueContext at = context(token, creator);
    m_builder.begin(creator.wallet, &creator.lamports, 400'000, 150'000);
    setComputeBudget(m_builder, 400'000, 150'000);
    pumpCreate(at, token.curveTokens);
    std::uint32_t trades = 0;
    if (devBuyLamports != 0) {
        const CurveTrade trade = token.curve.quoteBuy(devBuyLamports);
        Holding& holding = token.holding(creator, seed);
        const AccountIndex account = m_builder.tokenAccount(
            holding.account, &holding.cell, {&token.mint, &creator.wallet, &KnownAddresses::get().token2022, 6});
        createAssociatedAccount(m_builder,
                                {m_builder.account(creator.wallet), account, m_builder.account(creator.wallet),
                                 m_builder.account(token.mint), m_builder.account(KnownAddresses::get().token2022)},
                                false);
        pumpBuy(at, holding, trade, false, false);
        token.curve.applyBuy(trade);
        holding.paidLamports += trade.lamports + trade.fees();
        holding.boughtTokens += trade.tokens;
        trades = 1;
    }
    emit(trades, false);
    m_launched.push_back(id);
    return id;
}

bool World::enterRouter(VenueContext& at, const TradeStyle& style, const CurveTrade* forged, bool isBuy) {
    if (!style.router) return true;
    const AccountIndex program =
        m_builder.account(KnownAddresses::get().routers[*style.router % KnownAddresses::get().routers.size()]);
    const std::array accounts{m_builder.account(at.user.wallet), m_builder.account(at.token.mint)};
    m_builder.invoke(program, accounts, Payload{0xf0a1b2c3d4e5f607}.u64(isBuy ? 0 : 1).view());
    m_builder.log(isBuy ? "bot: in" : "bot: out");
    if (style.forgesEvent && forged != nullptr) m_builder.data(pumpTradeEvent(at, *forged, isBuy, false));
    if (style.failure != Failure::Router) return true;
    m_builder.log("bot: price moved");
    m_builder.fail(4'120, kRouterGaveUp);
    return false;
}

void World::leaveRouter(const TradeStyle& style) {
    if (style.router) m_builder.success(6'480);
}

void World::closeTransaction(VenueContext& at, const TradeStyle& style) {
    if (style.feeLamports != 0 && style.feeTo != 0) {
        Trader& service = m_traders.at(style.feeTo);
        const AccountIndex to = m_builder.account(service.wallet, true, false, &service.lamports);
        systemTransfer(m_builder, m_builder.account(at.user.wallet, true, true, &at.user.lamports), to,
                       style.feeLamports);
    }
    if (style.tipLamports == 0 && style.failure != Failure::AfterEvent) return;
    const auto which = static_cast<std::size_t>(m_landing.below(m_tipLamports.size()));
    const AccountIndex tip =
        m_builder.account(KnownAddresses::get().tips[which], true, false, &m_tipLamports[which]);
    const AccountIndex user = m_builder.account(at.user.wallet, true, true, &at.user.lamports);
    if (style.failure == Failure::AfterEvent)
        systemTransferFailing(m_builder, user, tip, kRichLamports * 20);
    else
        systemTransfer(m_builder, user, tip, style.tipLamports);
}

void World::dropEmptyHolding(Token& token, TraderId trader) {
    const auto found = token.holdingOf.find(trader);
    if (found == token.holdingOf.end() || token.holdings[found->second].cell.lamports != 0) return;
    // Only the newest holding can still be without an account.
    token.holdings.pop_back();
    token.holdingOf.erase(found);
}

TradeResult World::tradeOnCurve(Token& token, Trader& trader, bool isBuy, std::uint64_t amount,
                                const TradeStyle& style) {
    const CurveTrade trade = isBuy ? token.curve.quoteBuy(amount) : token.curve.quoteSell(amount);
    if (trade.tokens == 0 || trade.lamports < kSmallestTrade) return {};
    if (isBuy) fund(trader, trade.lamports + trade.fees());
    Holding& holding = token.holding(trader, m_options.seed);
    VenueContext at = context(token, trader);
    m_builder.begin(trader.wallet, &trader.lamports, style.computeLimit, style.computePrice);
    setComputeBudget(m_builder, style.computeLimit, style.computePrice);
    if (isBuy) {
        const TokenIdentity identity{&token.mint, &trader.wallet, &KnownAddresses::get().token2022, 6};
        const AccountIndex account = m_builder.tokenAccount(holding.account, &holding.cell, identity);
        const AccountIndex user = m_builder.account(trader.wallet);
        createAssociatedAccount(
            m_builder,
            {user, account, user, m_builder.account(token.mint, false, false, &token.mintLamports),
             m_builder.account(KnownAddresses::get().token2022)},
            holding.cell.lamports != 0);
    }
    const bool refuse = style.failure == Failure::Slippage;
    if (enterRouter(at, style, &trade, isBuy)) {
        if (isBuy)
            pumpBuy(at, holding, trade, style.exactIn, refuse);
        else
            pumpSell(at, holding, trade, refuse);
        leaveRouter(style);
    }
    closeTransaction(at, style);
    if (!emit(1, style.contiguous)) {
        dropEmptyHolding(token, trader.id);
        return {};
    }
    token.lastTradeNs = m_now;
    if (!isBuy) {
        token.curve.applySell(trade);
        return {true, trade.lamports - trade.fees(), trade.tokens};
    }
    token.curve.applyBuy(trade);
    holding.paidLamports += trade.lamports + trade.fees();
    holding.boughtTokens += trade.tokens;
    if (token.curve.complete()) {
        token.stage = TokenStage::Complete;
        m_completed.push_back(token.id);
    }
    return {true, trade.lamports + trade.fees(), trade.tokens};
}

TradeResult World::tradeOnPool(Token& token, Trader& trader, bool isBuy, std::uint64_t amount,
                               const TradeStyle& style) {
    const PoolTrade trade = isBuy ? token.amm.quoteBuy(amount) : token.amm.quoteSell(amount);
    if (trade.base == 0 || trade.quote < kSmallestTrade) return {};
    if (isBuy) fund(trader, trade.userQuote);
    Holding& holding = token.holding(trader, m_options.seed);
    VenueContext at = context(token, trader);
    WrappedSol wrapped{Address::derived(m_options.seed, "wrapped sol", trader.id), {}};
    m_builder.begin(trader.wallet, &trader.lamports, style.computeLimit, style.computePrice);
    setComputeBudget(m_builder, style.computeLimit, style.computePrice);
    wrapSol(at, wrapped, isBuy ? trade.userQuote : 0);
    if (isBuy) {
        const TokenIdentity identity{&token.mint, &trader.wallet, &KnownAddresses::get().token2022, 6};
        const AccountIndex account = m_builder.tokenAccount(holding.account, &holding.cell, identity);
        const AccountIndex user = m_builder.account(trader.wallet);
        createAssociatedAccount(
            m_builder,
            {user, account, user, m_builder.account(token.mint, false, false, &token.mintLamports),
             m_builder.account(KnownAddresses::get().token2022)},
            holding.cell.lamports != 0);
    }
    const bool refuse = style.failure == Failure::Slippage;
    if (enterRouter(at, style, nullptr, isBuy)) {
        if (isBuy)
            pumpSwapBuy(at, holding, wrapped, trade, style.exactIn, refuse);
        else
            pumpSwapSell(at, holding, wrapped, trade, refuse);
        leaveRouter(style);
    }
    unwrapSol(at, wrapped);
    closeTransaction(at, style);
    if (!emit(1, style.contiguous)) {
        dropEmptyHolding(token, trader.id);
        return {};
    }
    token.lastTradeNs = m_now;
    if (!isBuy) {
        token.amm.applySell(trade);
        return {true, trade.userQuote, trade.base};
    }
    token.amm.applyBuy(trade);
    holding.paidLamports += trade.userQuote;
    holding.boughtTokens += trade.base;
    return {true, trade.userQuote, trade.base};
}

TradeResult World::buy(TokenId tokenId, TraderId traderId, std::uint64_t lamports, const TradeStyle& style) {
    if (token(tokenId) == nullptr) return {};
    Token& target = tokenRef(tokenId);
    Trader& trader = m_traders.at(traderId);
    if (trader.agent) lamports = std::min(lamports, affordable(trader, style));
    switch (target.stage) {
        case TokenStage::Curve: return tradeOnCurve(target, trader, true, lamports, style);
        case TokenStage::Pool: return tradeOnPool(target, trader, true, lamports, style);
        case TokenStage::Complete: break;
    }
    return {};
}

TradeResult World::sell(TokenId tokenId, TraderId traderId, std::uint64_t tokens, const TradeStyle& style) {
    if (token(tokenId) == nullptr) return {};
    Token& target = tokenRef(tokenId);
    const std::uint64_t amount = std::min(tokens, target.held(traderId));
    if (amount == 0) return {};
    Trader& trader = m_traders.at(traderId);
    fund(trader, 0);
    if (trader.agent && affordable(trader, style) == 0) return {};
    switch (target.stage) {
        case TokenStage::Curve: return tradeOnCurve(target, trader, false, amount, style);
        case TokenStage::Pool: return tradeOnPool(target, trader, false, amount, style);
        case TokenStage::Complete: break;
    }
    return {};
}

bool World::pay(TraderId fromId, std::span<const Payment> payments, std::uint64_t computePrice) {
    const auto from = m_traders.find(fromId);
    if (from == m_traders.end() || payments.empty()) return false;
    std::uint64_t needed = kPayerReserve + computePrice;
    for (const Payment& payment : payments) {
        if (!m_traders.contains(payment.to) || payment.to == fromId) return false;
        needed += payment.lamports;
    }
    Trader& sender = from->second;
    if (sender.lamports < needed) return false;
    const auto units = static_cast<std::uint32_t>(kTransferUnits * (payments.size() + 1));
    m_builder.begin(sender.wallet, &sender.lamports, units, computePrice);
    if (computePrice != 0) setComputeBudget(m_builder, units, computePrice);
    const AccountIndex payer = m_builder.account(sender.wallet);
    for (const Payment& payment : payments) {
        Trader& receiver = m_traders.at(payment.to);
        systemTransfer(m_builder, payer, m_builder.account(receiver.wallet, true, false, &receiver.lamports),
                       payment.lamports);
    }
    return emit(0, false);
}

bool World::give(TokenId tokenId, TraderId fromId, TraderId toId, std::uint64_t tokens) {
    if (token(tokenId) == nullptr || !m_traders.contains(fromId) || !m_traders.contains(toId) || fromId == toId)
        return false;
    Token& moved = tokenRef(tokenId);
    Trader& sender = m_traders.at(fromId);
    Trader& receiver = m_traders.at(toId);
    const std::uint64_t amount = std::min(tokens, moved.held(fromId));
    if (amount == 0 || sender.lamports < kAgentReserve) return false;
    // A passing trader leaves with the coin it came for; with a second one it must outlive the first of them.
    receiver.lasting = true;
    // Both are made before either is looked at: making one moves the others.
    (void)moved.holding(receiver, m_options.seed);
    Holding& from = moved.holding(sender, m_options.seed);
    Holding& to = moved.holding(receiver, m_options.seed);
    const auto& program = KnownAddresses::get().token2022;
    m_builder.begin(sender.wallet, &sender.lamports, 60'000, 20'000);
    setComputeBudget(m_builder, 60'000, 20'000);
    const AccountIndex payer = m_builder.account(sender.wallet);
    const AccountIndex source =
        m_builder.tokenAccount(from.account, &from.cell, {&moved.mint, &sender.wallet, &program, 6});
    const AccountIndex destination =
        m_builder.tokenAccount(to.account, &to.cell, {&moved.mint, &receiver.wallet, &program, 6});
    const AccountIndex mint = m_builder.account(moved.mint, false, false, &moved.mintLamports);
    const AccountIndex tokenProgram = m_builder.account(program);
    createAssociatedAccount(m_builder, {payer, destination, m_builder.account(receiver.wallet), mint, tokenProgram},
                            to.cell.lamports != 0);
    transferTokens(m_builder, tokenProgram, source, mint, destination, payer, amount, 6);
    return emit(0, false);
}

TradeResult World::moveLiquidity(Token& token, Trader& trader, bool added, const LiquidityMove& move) {
    if (move.lp == 0 || move.base == 0 || move.quote < kSmallestTrade) return {};
    LiquidityStake& stake = token.stakes[trader.id];
    stake.account = Address::derived(m_options.seed, "lp account", trader.id, token.id);
    Holding& holding = token.holding(trader, m_options.seed);
    VenueContext at = context(token, trader);
    WrappedSol wrapped{Address::derived(m_options.seed, "wrapped sol", trader.id), {}};
    m_builder.begin(trader.wallet, &trader.lamports, 300'000, 200'000);
    setComputeBudget(m_builder, 300'000, 200'000);
    wrapSol(at, wrapped, added ? move.quote : 0);
    pumpSwapMoveLiquidity(at, holding, wrapped, stake, added, move);
    unwrapSol(at, wrapped);
    emit(0, false);
    if (added) {
        token.amm.base += move.base;
        token.amm.quote += move.quote;
        token.lpSupply += move.lp;
    } else {
        token.amm.base -= move.base;
        token.amm.quote -= move.quote;
        token.lpSupply -= move.lp;
    }
    return {true, move.quote, move.base};
}

TradeResult World::addLiquidity(TokenId tokenId, TraderId traderId, std::uint64_t lamports) {
    if (token(tokenId) == nullptr || tokenRef(tokenId).stage != TokenStage::Pool) return {};
    Token& target = tokenRef(tokenId);
    Trader& trader = m_traders.at(traderId);
    fund(trader, lamports);
    if (trader.agent) lamports = std::min(lamports, affordable(trader, {}));
    // Whichever of the two runs out first decides.
    const std::uint64_t byQuote = mulDiv(lamports, target.lpSupply, target.amm.quote).value_or(0);
    const std::uint64_t byBase = mulDiv(target.held(traderId), target.lpSupply, target.amm.base).value_or(0);
    LiquidityMove move;
    move.lp = std::min(byQuote, byBase);
    move.base = mulDiv(move.lp, target.amm.base, target.lpSupply).value_or(0);
    move.quote = mulDiv(move.lp, target.amm.quote, target.lpSupply).value_or(0);
    return moveLiquidity(target, trader, true, move);
}

TradeResult World::removeLiquidity(TokenId tokenId, TraderId traderId) {
    if (token(tokenId) == nullptr || tokenRef(tokenId).stage != TokenStage::Pool) return {};
    Token& target = tokenRef(tokenId);
    const auto stake = target.stakes.find(traderId);
    if (stake == target.stakes.end()) return {};
    Trader& trader = m_traders.at(traderId);
    if (trader.agent && affordable(trader, {}) == 0) return {};
    LiquidityMove move;
    move.lp = stake->second.cell.amount;
    move.base = mulDiv(move.lp, target.amm.base, target.lpSupply).value_or(0);
    move.quote = mulDiv(move.lp, target.amm.quote, target.lpSupply).value_or(0);
    return moveLiquidity(target, trader, false, move);
}

void World::migrate(TokenId id) {
    if (token(id) == nullptr || tokenRef(id).stage != TokenStage::Complete) return;
    const std::uint64_t seed = m_options.seed;
    Token& token = tokenRef(id);
    Trader& user = m_traders.at(m_migrator);
    fund(user, 0);
    token.pool = Address::derived(seed, "pool", id);
    token.poolAuthority = Address::derived(seed, "pool authority", id);
    token.lpMint = Address::derived(seed, "lp mint", id);
    token.poolBaseVault = Address::derived(seed, "pool base", id);
    token.poolQuoteVault = Address::derived(seed, "pool quote", id);
    token.authorityBaseAccount = Address::derived(seed, "authority base", id);
    token.authorityQuoteAccount = Address::derived(seed, "authority quote", id);
    token.authorityLpAccount = Address::derived(seed, "authority lp", id);
    token.creatorVaultAuthority = Address::derived(seed, "creator authority", token.creator);
    token.creatorQuoteVault = Address::derived(seed, "creator quote", token.creator);
    token.creatorQuote = {0, kTokenAccountRent};
    m_byAccount.emplace(token.pool.key(), id);

    TokenCell lpTokens;
    VenueContext at = context(token, user);
    at.feeRecipientLamports = &m_withdrawLamports;
    m_builder.begin(user.wallet, &user.lamports, 800'000, 50'000);
    setComputeBudget(m_builder, 800'000, 50'000);
    pumpMigrate(at, lpTokens);
    emit(0, false);
    token.poolStartLamports = token.curve.realLamports - kMigrationFee;
    token.amm = {kPoolTokens, token.curve.realLamports - kMigrationFee};
    token.lpSupply = initialLiquidity(kPoolTokens, token.poolStartLamports);
    token.curve = {0, 0, 0, 0};
    token.stage = TokenStage::Pool;
    token.lastTradeNs = m_now;
    ++m_graduations;
}

void World::bury(TokenId id) {
    const auto found = m_tokens.find(id);
    if (found == m_tokens.end()) return;
    const Token& dead = *found->second;
    for (const Holding& holding : dead.holdings) {
        const auto trader = m_traders.find(holding.trader);
        if (trader != m_traders.end() && !trader->second.lasting) m_traders.erase(trader);
    }
    const auto creator = m_traders.find(dead.creator);
    if (creator != m_traders.end() && !creator->second.lasting) m_traders.erase(creator);
    m_byAccount.erase(dead.curveAccount.key());
    m_byAccount.erase(dead.pool.key());
    m_live.erase(std::find(m_live.begin(), m_live.end(), id));
    m_tokens.erase(found);
}

}  // namespace core::sim
