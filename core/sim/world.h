// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/entities.h"
#include "core/sim/market.h"
#include "core/sim/pumpswap_instructions.h"
#include "core/sim/random.h"
#include "core/sim/scenario.h"
#include "core/sim/trade_style.h"
#include "core/sim/truth.h"

#include <array>
#include <cstdint>
#include <deque>
#include <memory>
#include <queue>
#include <span>
#include <unordered_map>
#include <vector>

namespace core::sim {

/// Something a scheme wants to do later. What the fields after `scheme` mean is the scheme's own business.
struct Action {
    std::int64_t atNs = 0;    ///< nanoseconds since the market began
    std::uint64_t order = 0;  ///< set by the world: equal times go in the order of scheduling
    std::size_t scheme = 0;   ///< set by the world: who gets it back
    std::uint32_t kind = 0;
    TokenId token = 0;
    TraderId trader = 0;
    std::uint64_t a = 0;
    std::uint64_t b = 0;
};

/// SOL for one receiver.
struct Payment {
    TraderId to = 0;
    std::uint64_t lamports = 0;
};

/// How an attempted trade ended.
struct TradeResult {
    bool done = false;           ///< the transaction succeeded
    std::uint64_t lamports = 0;  ///< paid or got, all in
    std::uint64_t tokens = 0;
};

/// The simulated chain as the schemes see it: the clock, the live tokens, the traders, and the ways to trade.
/// Every trade becomes a transaction in the output. Thread: confined.
class World {
public:
    World(const MarketOptions& options, const Scenario& scenario);

    [[nodiscard]] const MarketOptions& options() const noexcept { return m_options; }
    [[nodiscard]] const Scenario& scenario() const noexcept { return m_scenario; }
    [[nodiscard]] Random& random() noexcept { return m_random; }
    [[nodiscard]] Truth& truth() noexcept { return m_truth; }
    [[nodiscard]] const Truth& truth() const noexcept { return m_truth; }

    /// Nanoseconds since the market began.
    [[nodiscard]] std::int64_t now() const noexcept { return m_now; }
    [[nodiscard]] std::uint64_t slot() const noexcept { return slotAt(m_now); }
    [[nodiscard]] std::uint64_t slotAt(std::int64_t ns) const noexcept;
    /// Asked trade rate in thousandths per second.
    [[nodiscard]] std::uint64_t milliRate() const noexcept { return m_milliRate; }
    /// Successful venue-level trades so far.
    [[nodiscard]] std::uint64_t trades() const noexcept { return m_tradeCount; }
    [[nodiscard]] std::uint64_t transactions() const noexcept { return m_transactionCount; }

    /// The acting scheme gets the action back at `atNs`, or now when that is past.
    void schedule(Action action);

    TraderId newTrader(std::uint64_t lamports, bool lasting);
    /// A lasting trader whose bags the crowd leaves alone and who cannot spend what it does not have.
    TraderId newAgent(std::uint64_t lamports);
    /// A hot wallet of an exchange, the same for every scheme; made and tagged when first asked for.
    TraderId exchange(std::size_t which);
    /// 0 for a trader that has left.
    [[nodiscard]] std::uint64_t balance(TraderId trader) const noexcept;
    /// Forgets a passing trader that holds nothing.
    void dismiss(TraderId trader);
    [[nodiscard]] const Address& wallet(TraderId trader) const { return m_traders.at(trader).wallet; }
    /// Null when the token died.
    [[nodiscard]] const Token* token(TokenId id) const;
    /// Live tokens in order of launch.
    [[nodiscard]] const std::vector<TokenId>& liveTokens() const noexcept { return m_live; }

    /// Creates a token; with `devBuyLamports` the creator buys in the same transaction.
    TokenId launch(TraderId creator, std::uint64_t devBuyLamports);
    /// Buys for at most `lamports`, all in. Wallets short of money are topped up out of sight.
    TradeResult buy(TokenId token, TraderId trader, std::uint64_t lamports, const TradeStyle& style);
    /// Sells up to `tokens` of what the trader holds.
    TradeResult sell(TokenId token, TraderId trader, std::uint64_t tokens, const TradeStyle& style);
    /// Sends SOL, all of it in one transaction that `from` alone signs. Nothing happens when it has not enough, or
    /// when somebody has left.
    bool pay(TraderId from, std::span<const Payment> payments, std::uint64_t computePrice = 0);
    /// Moves tokens to another wallet, opening its account. False when there is nothing to move.
    bool give(TokenId token, TraderId from, TraderId to, std::uint64_t tokens);
    /// Puts up to `lamports` and tokens to match into the token's pool; lamports of 0 mean nothing was done.
    TradeResult addLiquidity(TokenId token, TraderId trader, std::uint64_t lamports);
    /// Takes all that the trader put into the pool out again.
    TradeResult removeLiquidity(TokenId token, TraderId trader);
    /// Moves a complete curve to its pool.
    void migrate(TokenId token);
    /// Forgets a token, its holders and the traders that came for it.
    void bury(TokenId token);

    // What the market's loop needs.
    void setActing(std::size_t scheme) noexcept { m_acting = scheme; }
    /// The next action if it is due before `endNs`; advances the clock to it.
    [[nodiscard]] bool nextAction(std::int64_t endNs, Action& out);
    [[nodiscard]] std::deque<SimTransaction>& output() noexcept { return m_output; }
    [[nodiscard]] std::vector<TokenId> takeLaunched();
    [[nodiscard]] std::vector<TokenId> takeCompleted();
    [[nodiscard]] std::uint64_t launches() const noexcept { return m_nextToken - 1; }
    [[nodiscard]] std::uint64_t graduations() const noexcept { return m_graduations; }
    /// The token whose curve or pool has that address, or null.
    [[nodiscard]] const Token* tokenOfAccount(const Pubkey& account) const;

private:
    struct Later {
        bool operator()(const Action& a, const Action& b) const noexcept {
            return a.atNs != b.atNs ? a.atNs > b.atNs : a.order > b.order;
        }
    };

    Token& tokenRef(TokenId id) { return *m_tokens.at(id); }
    void fund(Trader& trader, std::uint64_t lamports) noexcept;
    [[nodiscard]] static std::uint64_t affordable(const Trader& trader, const TradeStyle& style) noexcept;
    TradeResult moveLiquidity(Token& token, Trader& trader, bool added, const LiquidityMove& move);
    VenueContext context(Token& token, Trader& user);
    bool enterRouter(VenueContext& at, const TradeStyle& style, const CurveTrade* forged, bool isBuy);
    void leaveRouter(const TradeStyle& style);
    void closeTransaction(VenueContext& at, const TradeStyle& style);
    bool emit(std::uint32_t trades, bool contiguous);
    TradeResult tradeOnCurve(Token& token, Trader& trader, bool isBuy, std::uint64_t amount,
                             const TradeStyle& style);
    TradeResult tradeOnPool(Token& token, Trader& trader, bool isBuy, std::uint64_t amount,
                            const TradeStyle& style);
    void dropEmptyHolding(Token& token, TraderId trader);

    MarketOptions m_options;
    const Scenario& m_scenario;
    Random m_random;
    Random m_landing;  ///< positions in blocks: apart, so that they do not disturb behaviour
    Truth m_truth;
    TransactionBuilder m_builder;
    std::uint64_t m_milliRate = 0;

    std::int64_t m_now = 0;
    std::priority_queue<Action, std::vector<Action>, Later> m_actions;
    std::uint64_t m_order = 0;
    std::size_t m_acting = 0;

    std::unordered_map<TraderId, Trader> m_traders;
    TraderId m_nextTrader = 1;
    std::unordered_map<TokenId, std::unique_ptr<Token>> m_tokens;
    std::unordered_map<Pubkey, TokenId> m_byAccount;
    TokenId m_nextToken = 1;
    std::vector<TokenId> m_live;
    std::vector<TokenId> m_launched;
    std::vector<TokenId> m_completed;

    std::array<std::uint64_t, 8> m_feeRecipientLamports{};
    std::array<std::uint64_t, 8> m_tipLamports{};
    std::uint64_t m_withdrawLamports = 0;
    TokenCell m_swapFeeVault;
    TraderId m_migrator = 0;
    std::array<TraderId, 4> m_exchanges{};

    std::deque<SimTransaction> m_output;
    std::uint64_t m_lastSlot = 0;
    std::uint32_t m_lastIndex = 0;
    std::uint64_t m_blockhashEpoch = ~std::uint64_t{0};
    Address m_blockhash;
    std::uint64_t m_signatureNumber = 0;
    std::uint64_t m_tradeCount = 0;
    std::uint64_t m_transactionCount = 0;
    std::uint64_t m_graduations = 0;
};

}  // namespace core::sim
