// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/wire/raw_event.h"

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace core::wire {

/// One swap as its pool saw it, before anyone decided which side is the coin. Raw units.
struct Swap {
    std::string_view venue;
    Pubkey pool;
    Mint inMint;                             ///< entered the pool
    Mint outMint;                            ///< left the pool
    std::uint64_t amountIn = 0;              ///< that reached the pool
    std::uint64_t amountOut = 0;             ///< that left the pool
    std::optional<std::uint64_t> userIn;     ///< that the wallet gave, where a transfer fee took a part
    std::optional<std::uint64_t> userOut;    ///< that the wallet got, where fees took a part
    std::optional<std::uint64_t> feeIn;      ///< the venue's fees in units of inMint
    std::optional<std::uint64_t> feeOut;     ///< the venue's fees in units of outMint
    std::optional<std::uint64_t> reserveIn;  ///< of the pool after it, where a product of reserves sets the price
    std::optional<std::uint64_t> reserveOut;
    std::optional<std::uint64_t> realCoins;      ///< on a curve: coins left to buy
    std::optional<std::uint64_t> realQuote;      ///< quote really in the curve or vault
    std::optional<std::int64_t> time;            ///< Unix seconds that the event states
    std::optional<Wallet> authority;             ///< who signed for the swap: a wallet, or a router's own address
    std::optional<std::uint16_t> outputAccount;  ///< key index of the token account that got the output
};

/// Decides coin and quote, side, decimals and wallet, and appends the Trade. The quote asset wins by
/// preference; between two coins the sold one is the quote (interfaces section 3).
/// Errors: NeedsTransaction when the feed does not show who traded.
Result<void> appendSwap(const Swap& swap, VenueContext& context, std::vector<Event>& out);

/// Liquidity that went into or came out of a pool; `first` and `second` are its two sides in any order.
struct LiquiditySide {
    Mint mint;
    std::uint64_t amount = 0;
    std::optional<std::uint64_t> reserve;  ///< of the pool after it
};
void appendLiquidity(std::string_view venue, const Pubkey& pool, const LiquiditySide& first,
                     const LiquiditySide& second, const Wallet& wallet, bool added,
                     std::optional<std::int64_t> time, const VenueContext& context, std::vector<Event>& out);

/// Whether of two mints the first is the quote asset of a pool. Source: solana-wire section 19 rule 3.
[[nodiscard]] bool isQuoteSide(const Mint& candidate, const Mint& other) noexcept;

/// Who is behind a swap. Source: solana-wire section 19 rule 5: the authority when it signed; else the owner
/// of the account where the output ends up, when that is a wallet; else the fee payer. Empty without a
/// transaction unless the event itself named the authority.
[[nodiscard]] std::optional<Wallet> traderOf(const std::optional<Wallet>& authority,
                                             const std::optional<std::uint16_t>& outputAccount,
                                             const VenueContext& context);

/// What moved in and out of one vault while the emitting instruction ran.
struct VaultFlow {
    std::uint64_t in = 0;  ///< that left the sender
    std::uint64_t out = 0;
    std::uint64_t feeIn = 0;  ///< withheld by the token program on the way in
    std::uint64_t feeOut = 0;
    std::optional<std::uint16_t> source;       ///< account that fed it last
    std::optional<std::uint16_t> destination;  ///< account that it paid last
};
[[nodiscard]] VaultFlow vaultFlow(const VenueContext& context, const Pubkey& vault);

/// The swap between two vaults that the emitting instruction's own token transfers show; mints come from the
/// vaults' accounts. Errors: BadShape when the transfers are not one swap, NeedsTransaction without them.
[[nodiscard]] Result<Swap> swapOfVaults(const VenueContext& context, const Pubkey& vaultA, const Pubkey& vaultB);

/// The k-th account of the emitting instruction. Errors: NeedsTransaction on a log feed, BadShape when the
/// instruction has fewer.
[[nodiscard]] Result<Pubkey> emitterAccount(const VenueContext& context, std::size_t k);

/// The first 8 bytes of the emitting instruction's data. Errors: NeedsTransaction, Truncated.
[[nodiscard]] Result<Discriminator> emitterDiscriminator(const VenueContext& context);

/// Mint of a vault, as the transaction names it.
[[nodiscard]] std::optional<Mint> mintOfAccount(const VenueContext& context, const Pubkey& account);

}  // namespace core::wire
