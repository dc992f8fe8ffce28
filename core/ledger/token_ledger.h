// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/candle_series.h"
#include "core/ledger/point_log.h"
#include "core/ledger/positions.h"
#include "core/model/event.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace core::ledger {

class ColdCoins;

/// Writes the checksum of a coin's blob into its head: the last step of TokenLedger::pack().
void seal(std::vector<std::uint8_t>& blob) noexcept;

/// Holders of a coin as far as the feed shows them, the coin's own curve and pools excluded.
struct Concentration {
    std::uint64_t holders = 0;
    double top10Share = 0;  ///< of supply
    double gini = 0;        ///< over holders
    double hhi = 0;         ///< sum of squared shares of supply
};

/// Everything known of one coin. Unknown is empty. Thread: confined.
class TokenLedger final : private Thaw {
public:
    /// `ordinal`: the coin's number in order of first sight. `wallets` numbers its holders.
    explicit TokenLedger(const Mint& mint, std::uint32_t ordinal = 0,
                         std::shared_ptr<WalletTable> wallets = std::make_shared<WalletTable>())
        : positions(std::move(wallets)), m_mint(mint), m_ordinal(ordinal) {}
    // lastPosition points into the positions.
    TokenLedger(const TokenLedger&) = delete;
    TokenLedger& operator=(const TokenLedger&) = delete;

    void apply(const EventHeader& at, const TokenCreated& created);
    void apply(const EventHeader& at, const Trade& trade, const OrderKey& key, std::int64_t time);
    void apply(const Graduated& graduated, std::optional<std::int64_t> time);
    void apply(const LiquidityChange& change);
    void apply(const TokenTransfer& transfer);
    void apply(const MintTo& minted);
    void apply(const Burn& burn);

    [[nodiscard]] const Mint& mint() const noexcept { return m_mint; }
    [[nodiscard]] std::uint32_t ordinal() const noexcept { return m_ordinal; }

    // Identity, from the creation; empty when it was not seen.
    std::string name;
    std::string symbol;
    std::string uri;
    std::optional<Wallet> creator;
    std::optional<Slot> createdSlot;
    std::optional<std::int64_t> createdTime;
    std::optional<std::uint64_t> supply;  ///< raw
    bool creationSeen = false;

    // Market.
    Symbol venue;
    std::optional<Mint> quoteMint;  ///< of the first trade; trades in other quotes are kept apart
    std::uint8_t baseDecimals = 6;
    std::uint8_t quoteDecimals = 9;
    PriceRatio lastPrice;
    PriceRatio firstPrice;
    PriceRatio athPrice;
    OrderKey lastKey;
    std::optional<std::int64_t> lastTradeTime;
    std::optional<Reserves> reserves;
    bool graduated = false;
    std::optional<std::int64_t> graduatedTime;
    std::optional<Pubkey> pool;
    std::uint64_t trades = 0;
    std::uint64_t buys = 0;
    std::uint64_t sells = 0;
    std::uint64_t buyers = 0;
    std::uint64_t otherQuoteTrades = 0;  ///< in another quote asset than quoteMint; in no candle
    std::uint64_t volumeQuote = 0;
    std::uint64_t version = 0;

    const Position* lastPosition = nullptr;  ///< of the wallet of the last trade
    bool lastWasFirstBuy = false;            ///< the last trade was that wallet's first buy of the coin
    Positions positions;                     ///< entries are added by apply() only
    PointLog points;                         ///< every trade in quoteMint, in order of arrival
    bool pointsTrimmed = false;              ///< the oldest points were dropped to keep memory bounded
    /// Positions and points were put away and did not come back whole: what is here came since, and who holds what
    /// is unknown.
    bool detailLost = false;

    /// Whether every holder is known: all that was traded since the creation was seen.
    [[nodiscard]] bool holdersKnown() const noexcept { return creationSeen && !detailLost; }
    /// Bytes that positions and points take in memory, about.
    [[nodiscard]] std::size_t detailBytes() const noexcept { return positions.bytes() + points.bytes(); }
    /// Positions and points as one blob with its version and a checksum. Not while they are away.
    void pack(std::vector<std::uint8_t>& blob) const;
    /// Gives their memory back; `cold` brings them back when somebody looks.
    void leave(ColdCoins& cold);
    /// Takes them back from a blob; false for one that is not exactly what pack() made of this coin: then nothing
    /// comes back.
    [[nodiscard]] bool unpack(std::span<const std::uint8_t> blob);
    /// What was put away will not come back.
    void lose();

    /// Share of the curve that was bought, 0..1; 1 once graduated; unknown off a known curve.
    [[nodiscard]] std::optional<double> curveProgress() const;
    /// Whole quote units for the whole supply at the last price.
    [[nodiscard]] std::optional<double> marketCapQuote() const;
    /// Whole quote units really in the curve or pool.
    [[nodiscard]] std::optional<double> liquidityQuote() const;
    /// Last price over the price `seconds` before the last trade, minus 1; unknown without a trade before.
    [[nodiscard]] std::optional<double> changeOver(std::int64_t seconds) const;
    /// Unknown unless the creation was seen (holders from before would be missing) and the supply is known.
    [[nodiscard]] std::optional<Concentration> concentration() const;
    /// Whether the address is the coin's bonding curve or one of its pools, from its creation, graduation, trades
    /// and changes of liquidity: what lies there has no holder.
    [[nodiscard]] bool isReserve(const Pubkey& address) const noexcept;
    /// Those addresses.
    [[nodiscard]] std::span<const Pubkey> reserveAddresses() const noexcept { return m_reserves; }
    /// Share of supply the creator holds from trades and transfers seen; unknown as above.
    [[nodiscard]] std::optional<double> creatorShare() const;
    /// The bars at an interval; built from the points on first use, then kept up to date.
    [[nodiscard]] CandleSeries& series(BarSpec spec);

private:
    void thaw() override;
    void reserveAt(const std::optional<Pubkey>& address);

    Mint m_mint;
    std::uint32_t m_ordinal;
    ColdCoins* m_cold = nullptr;               ///< while they are away
    std::vector<Pubkey> m_reserves;            ///< curve and pools, at most kMostReserves
    std::optional<std::uint64_t> m_curveBase;  ///< coins on sale when the curve opened
    std::map<BarSpec, CandleSeries> m_series;  ///< only intervals somebody looks at, at most kMostSeries
    static constexpr std::size_t kMostSeries = 4;
    static constexpr std::size_t kMostReserves = 32;
};

}  // namespace core::ledger
