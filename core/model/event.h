// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/price.h"
#include "core/model/symbol.h"
#include "core/model/time.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>

namespace core {

enum class Side : std::uint8_t { Buy, Sell };

/// Where and when an event happened. Whatever the source did not carry is empty, never zero.
/// Source: interfaces section 3.
struct EventHeader {
    std::optional<Signature> signature;
    std::optional<Slot> slot;
    std::optional<BlockTime> blockTime;
    std::optional<std::uint32_t> txIndex;  ///< position in the block
    std::optional<EventPath> path;
    std::optional<RecvTime> received;
};

/// Reserves of a curve or pool right after an event, raw units.
struct Reserves {
    std::uint64_t base = 0;                  ///< that set the price (virtual ones on a curve)
    std::uint64_t quote = 0;                 ///< that set the price (virtual ones on a curve)
    std::optional<std::uint64_t> realBase;   ///< left to buy on a curve
    std::optional<std::uint64_t> realQuote;  ///< really in the curve or vault: liquidity
};

/// One venue-level swap. Source: interfaces section 3, solana-wire section 19.
struct Trade {
    Symbol venue;
    std::optional<Pubkey> program;
    std::optional<Pubkey> pool;  ///< pool or bonding curve, where the event or its instruction names it
    Mint mint;                   ///< the coin
    Mint quoteMint;
    Wallet wallet;  ///< who traded
    Side side = Side::Buy;
    TokenAmount baseAmount;   ///< raw coin units that crossed the pool
    TokenAmount quoteAmount;  ///< raw quote units that crossed the pool: price and volume
    std::optional<std::uint8_t> baseDecimals;
    std::optional<std::uint8_t> quoteDecimals;
    std::optional<TokenAmount> baseUser;   ///< coins the wallet gave or got, where a transfer fee makes it another
                                           ///< amount than crossed the pool
    std::optional<TokenAmount> quoteUser;  ///< what the wallet paid or got, fees in: profit and loss
    std::optional<TokenAmount> feeQuote;   ///< the venue's fees
    Symbol route;                          ///< aggregator or bot; empty when traded directly or unknown
    std::optional<Reserves> after;
    std::optional<Wallet> creator;  ///< who receives creator fees, where the event says

    /// Execution price; not valid when no coin moved.
    [[nodiscard]] PriceRatio price() const noexcept { return {quoteAmount.value(), baseAmount.value()}; }
};

struct TokenCreated {
    Symbol venue;
    Mint mint;
    std::string name;                  ///< raw bytes of the chain; sanitize before showing
    std::string symbol;                ///< raw bytes of the chain; sanitize before showing
    std::string uri;                   ///< raw bytes of the chain; never fetched
    std::optional<Wallet> creator;     ///< who signed and paid for the creation: the dev
    std::optional<Wallet> feeCreator;  ///< who receives creator fees, when another
    std::optional<Pubkey> bondingCurve;
    std::optional<TokenAmount> supply;
    std::optional<Mint> quoteMint;
    std::optional<Reserves> reserves;
};

/// A coin left its curve for a pool.
struct Graduated {
    Mint mint;
    Symbol from;
    std::optional<Pubkey> toPool;
};

/// Liquidity put into or taken out of a pool, also the creation of a pool.
struct LiquidityChange {
    Symbol venue;
    Pubkey pool;
    Mint mint;
    Mint quoteMint;
    Wallet wallet;
    bool added = true;
    TokenAmount baseAmount;
    TokenAmount quoteAmount;
    std::optional<std::uint8_t> baseDecimals;
    std::optional<std::uint8_t> quoteDecimals;
    std::optional<Reserves> after;
};

/// Coins moved between wallets without a trade.
struct TokenTransfer {
    Mint mint;
    Wallet from;
    Wallet to;
    TokenAmount amount;
    std::optional<std::uint8_t> decimals;
};

/// SOL moved between wallets outside of any trade, also by closing a wSOL account into another wallet.
struct SolTransfer {
    Wallet from;
    Wallet to;
    Lamports amount;
};

/// New coins came into being.
struct MintTo {
    Mint mint;
    Wallet to;                        ///< owner of the account they went to
    std::optional<Wallet> authority;  ///< who minted
    TokenAmount amount;
};

/// Coins were destroyed.
struct Burn {
    Mint mint;
    Wallet wallet;  ///< whose coins
    TokenAmount amount;
};

/// What the holder of an authority may do. Source: solana-wire section 15.2, SetAuthority.
enum class AuthorityKind : std::uint8_t { MintTokens, FreezeAccount, AccountOwner, CloseAccount, Other };

/// An authority over a mint, or the ownership of a token account, went to somebody else or to nobody.
struct AuthorityChanged {
    Mint mint;
    AuthorityKind kind = AuthorityKind::Other;
    Wallet from;
    std::optional<Wallet> to;  ///< empty: renounced
};

using EventBody = std::variant<Trade, TokenCreated, Graduated, LiquidityChange, TokenTransfer, SolTransfer, MintTo,
                               Burn, AuthorityChanged>;

/// One decoded thing that happened on chain.
struct Event {
    EventHeader at;
    EventBody body;
};

/// The coin an event is about; wSOL's mint for a transfer of SOL.
[[nodiscard]] const Mint& mintOf(const EventBody& body) noexcept;

}  // namespace core
