// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule_stats.h"
#include "core/base/bounded_queue.h"
#include "core/detect/flag_book.h"
#include "core/ledger/cold_coins.h"
#include "core/ledger/cold_vector.h"
#include "core/model/alert.h"
#include "core/model/candle.h"
#include "core/model/event.h"
#include "core/pipeline/board_query.h"
#include "core/pipeline/coin_card.h"
#include "core/pipeline/inquiry.h"
#include "core/pipeline/token_people.h"
#include "core/source/source.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace core::pipeline {

/// What the app is showing; the badge that is always on the screen.
enum class Mode : std::uint8_t { Idle, Live, Replay, Simulated };

/// The three board columns.
enum class Stage : std::uint8_t { New, Graduating, Graduated };

/// One token on the board or in the header of its page. Unknown is empty, never 0.
struct TokenRow {
    Mint mint;
    std::string mintText;  ///< base58
    std::string name;      ///< sanitized
    std::string symbol;    ///< sanitized; empty when the creation was not seen
    Symbol venue;          ///< where it traded last
    Stage stage = Stage::New;
    std::optional<Wallet> creator;
    std::optional<std::uint64_t> createdSlot;
    std::optional<std::int64_t> createdTime;    ///< Unix seconds
    std::optional<std::int64_t> lastTradeTime;  ///< Unix seconds
    Mint quoteMint;
    int baseDecimals = 6;
    int quoteDecimals = 9;
    PriceRatio price;  ///< last execution price
    std::optional<PriceRatio> firstPrice;
    PriceRatio athPrice;
    std::optional<double> change5m;        ///< last price over the price 5 min before, minus 1
    std::optional<double> marketCapQuote;  ///< whole quote units; unknown without supply
    std::optional<double> liquidityQuote;  ///< whole quote units really in the curve or pool
    std::optional<double> curveProgress;   ///< 0..1
    bool graduated = false;
    std::uint64_t trades = 0;
    std::uint64_t buys = 0;
    std::uint64_t sells = 0;
    std::uint64_t buyers = 0;              ///< distinct wallets that bought
    std::optional<std::uint64_t> holders;  ///< unknown when the creation was not seen
    std::optional<double> top10Share;      ///< of supply, by wallet, pool and curve excluded
    std::optional<double> devShare;        ///< of supply, from trades alone
    std::uint64_t volumeQuote = 0;         ///< raw quote units
    std::uint64_t volume1m = 0;            ///< of them, those of the last minute; they age without a new version
    std::uint64_t volume5m = 0;
    std::optional<double> changeSeen;      ///< last price over the first one that was seen, minus 1
    std::vector<float> sparkline;          ///< last prices, oldest first, at most 32
    std::shared_ptr<const CoinCard> card;  ///< null for a coin that only the database knows
    std::uint64_t version = 0;             ///< changes whenever any field but card and recent volume does
};

/// One row of the tape, newest first in the snapshot.
struct TapeRow {
    std::uint64_t id = 0;  ///< unique and rising in this session: selection and scroll hold on to it
    EventHeader at;
    Side side = Side::Buy;
    std::uint64_t baseAmount = 0;
    std::uint64_t quoteAmount = 0;
    PriceRatio price;
    Wallet wallet;
    Symbol venue;
    Symbol route;
    bool byCreator = false;
    std::optional<std::int64_t> positionAfter;  ///< raw coin units of this wallet from trades seen; may be negative
    std::optional<std::int64_t> realised;       ///< quote units this wallet has made on the coin so far
    std::optional<double> impact;               ///< price after over price before, minus 1, from the reserves
    Roles roles = 0;
    ClusterTag cluster;
    std::uint32_t trades = 1;  ///< of how many trades the amounts are the sum
};

/// Everything about the token that is open.
struct TokenDetail {
    TokenRow row;
    BarSpec bars;
    CandleBlocks candles;
    std::vector<TapeRow> tape;  ///< newest first, at most Interest::tapeLimit
    std::uint64_t candleVersion = 0;
    std::shared_ptr<const TokenPeople> people;  ///< null until it is built: at most a few pictures later
    std::shared_ptr<const BarMakers> makers;    ///< null unless Interest asks for it
    std::shared_ptr<const BarMakers> hovered;   ///< likewise
    std::shared_ptr<const CoinGraph> graph;     ///< likewise
};

/// What became of transactions that had to be fetched one by one.
struct FetchCount {
    std::uint64_t wanted = 0;
    std::uint64_t fetched = 0;
    std::uint64_t notFetched = 0;  ///< dropped or not served: their trades stay unknown
};
struct FetchStats {
    std::map<std::string, FetchCount> venues;  ///< by venue id
    FetchCount blocks;                         ///< of creations, for the order of their transactions
    std::size_t waiting = 0;                   ///< transactions
    std::uint64_t resolvedEvents = 0;          ///< events that failed for want of a transaction that came since
};

/// What became of questions about single wallets that a node was asked.
struct LookupStats {
    std::uint64_t wanted = 0;
    std::uint64_t answered = 0;
    std::uint64_t unanswered = 0;  ///< refused or not served: it stays unknown
    std::uint64_t dropped = 0;     ///< pushed out by what matters more
    std::uint64_t remembered = 0;  ///< requests saved, since the answer was kept
    std::uint64_t thisHour = 0;    ///< requests
    std::uint64_t perHour = 0;     ///< the allowance; 0 = nothing is asked
    std::size_t waiting = 0;
};

/// What all requests to the node of a feed share.
struct RequestStats {
    std::uint64_t sent = 0;
    std::uint64_t slowedDown = 0;  ///< times the node asked for fewer
    double perSecond = 0;          ///< allowed now
    double allowance = 0;          ///< allowed while the node does not object
};

/// How the feeds show a venue.
enum class Visibility : std::uint8_t { NotVisible, FromLogs, Fetched, WholeTransactions };
struct VenueCoverage {
    std::string venue;
    Visibility visibility = Visibility::NotVisible;
    FetchCount fetches;
};

/// Health of the whole path, shown on the status bar and the data-health page.
struct Health {
    std::vector<source::FeedStatus> feeds;
    QueueStats frameQueue;
    QueueStats storeQueue;
    std::uint64_t frames = 0;
    std::uint64_t bytes = 0;
    std::uint64_t events = 0;
    std::uint64_t trades = 0;
    std::uint64_t duplicates = 0;
    std::uint64_t late = 0;                          ///< trades that arrived after a younger slot was shown
    std::map<std::string, std::uint64_t> undecoded;  ///< reason -> count
    std::uint64_t duplicateFrames = 0;  ///< messages that another endpoint had brought; not recorded again
    FetchStats fetches;
    LookupStats lookups;
    std::vector<VenueCoverage> coverage;  ///< every venue that can be followed; empty where no feed tells
    double messagesPerSecond = 0;
    double tradesPerSecond = 0;
    std::optional<double> lagMs;  ///< receive time minus block time, median of the last 64
    std::optional<std::uint64_t> lastSlot;
    std::optional<std::int64_t> lastBlockTime;
    std::uint64_t storedTrades = 0;
    std::uint64_t databaseBytes = 0;
    std::optional<std::uint64_t> diskFree;  ///< bytes where the database is
    std::uint64_t storedTwice = 0;          ///< trades that were in the database already
    std::uint64_t refusedRows = 0;          ///< rows that the database would not take
    std::optional<RequestStats> requests;   ///< nothing where no node is asked
    bool storeIndexing = false;             ///< an older database is given its indexes
    std::string storeError;                 ///< empty when writing works
    std::optional<ledger::ColdStats> cold;  ///< coins put away to disk; nothing when this run puts none away
    detect::FlagBook::ColdStats coldFlags;  ///< statements of detectors put away to disk
    ledger::ColdVectorStats coldWallets;    ///< wallets put away to disk
    alert::RuleStats rules;
};

/// A coin and how its trades become bars.
struct CoinBars {
    Mint mint;
    BarSpec bars{1, 0};

    friend bool operator==(const CoinBars&, const CoinBars&) = default;
};

/// What the UI wants built. Newest wins.
struct Interest {
    std::optional<Mint> selected;
    BarSpec bars{1, 0};
    std::size_t boardLimit = 200;        ///< rows per column
    std::array<BoardQuery, 3> boards{};  ///< by Stage
    std::optional<BoardQuery> table;     ///< all coins in one list, wanted
    std::vector<Mint> blocked;           ///< coins that filters hide
    std::size_t tapeLimit = 500;
    std::optional<TimeRange> makers;   ///< who traded the open coin in it
    std::optional<TimeRange> hovered;  ///< likewise, of the bar under the pointer
    std::optional<FlagRef> flag;       ///< whose evidence is open
    std::vector<Wallet> tracked;       ///< the user's own list
    bool holderHistory = false;        ///< holders of the open coin over time
    std::vector<CoinBars> compared;    ///< charts beside the open coin's, the first kMostCompared count

    static constexpr std::size_t kMostCompared = 3;
    std::vector<Mint> priced;  ///< coins whose last price is wanted, the first kMostPriced count

    static constexpr std::size_t kMostPriced = 1'000;
    Inquiry inquiry;
};

/// Last prices of coins, in the quote they first traded in.
using CoinPrices = std::unordered_map<Mint, PriceRatio>;

/// One immutable picture of the market; built at most 30 times a second, only what Interest names.
struct Snapshot {
    static constexpr std::size_t kMostAlerts = 2'000;

    std::uint64_t version = 0;
    Mode mode = Mode::Idle;
    std::optional<std::uint64_t> asOfSlot;
    std::optional<std::int64_t> asOfTime;  ///< Unix seconds, chain clock
    std::vector<TokenRow> fresh;           ///< New column, youngest first
    std::vector<TokenRow> graduating;      ///< by progress, fullest first
    std::vector<TokenRow> graduated;       ///< last graduated first
    std::optional<double> solDollars;      ///< US dollars for one SOL, from the trades seen
    std::uint64_t knownTokens = 0;
    std::uint64_t freshCount = 0;
    std::uint64_t graduatingCount = 0;
    std::uint64_t graduatedCount = 0;
    std::array<BoardTally, 3> tallies{};  ///< by Stage
    std::vector<TokenRow> table;          ///< empty unless Interest asks for it
    BoardTally tableTally;
    std::shared_ptr<const TokenDetail> selected;       ///< null while nothing is selected or known of it
    std::vector<std::shared_ptr<const Alert>> alerts;  ///< newest first, at most kMostAlerts
    std::uint64_t alertCount = 0;
    std::shared_ptr<const CoinPrices> prices;  ///< of Interest::priced as far as known; null while nothing is asked
    std::shared_ptr<const FlagCase> flagCase;  ///< null unless Interest asks for it and somebody stated the flag
    Answers answers;
    /// One for each of Interest::compared: row and bars alone; null while nothing is known of the coin.
    std::vector<std::shared_ptr<const TokenDetail>> compared;
    Health health;
};

}  // namespace core::pipeline
