// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/lead.h"
#include "core/pipeline/token_people.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace core::pipeline {

/// Who paid whom for the first time.
struct FunderStep {
    Wallet wallet;
    std::string label;      ///< of the address list; mostly empty
    Roles roles = 0;        ///< Exchange or Infrastructure where it is one
    std::int64_t time = 0;  ///< Unix seconds of the payment
    std::uint64_t lamports = 0;

    friend bool operator==(const FunderStep&, const FunderStep&) = default;
};

/// What a wallet did with one coin, from what was seen. Raw units. Results first in, first out.
struct WalletCoin {
    Mint mint;
    std::string symbol;  ///< sanitized
    Mint quoteMint;
    int baseDecimals = 6;
    int quoteDecimals = 9;
    std::uint64_t bought = 0;
    std::uint64_t sold = 0;
    std::uint64_t transferredIn = 0;
    std::uint64_t transferredOut = 0;
    Int128 balance = 0;
    std::uint64_t spent = 0;                 ///< quote units of all purchases, fees in where the venue tells
    std::uint64_t got = 0;                   ///< quote units of all sales
    std::optional<std::int64_t> realised;    ///< quote units; unknown where no sale's purchase was seen
    std::optional<std::int64_t> unrealised;  ///< quote units of the lots held whose cost is known
    double soldCoins = 0;                    ///< raw coins sold, and those of them whose purchase was seen
    double soldKnown = 0;
    std::optional<std::int64_t> hold;                 ///< seconds from purchase to sale, mean over the coins sold
    std::optional<std::uint64_t> entrySlots;          ///< slots behind the creation of its first buy
    std::optional<std::int64_t> firstTime, lastTime;  ///< Unix seconds
    bool created = false;
    bool trimmed = false;  ///< the oldest moves of the coin are gone: figures may be too small

    friend bool operator==(const WalletCoin&, const WalletCoin&) = default;
};

/// Results of a stretch of time that ends now. Coins quoted in SOL.
struct WalletWindow {
    std::int64_t seconds = 0;   ///< 0: all that was seen
    std::int64_t realised = 0;  ///< lamports
    std::size_t sales = 0;      ///< with a known purchase
    std::optional<double>
        coverage;           ///< share of the coins sold whose purchase was seen, mean over sales by proceeds
    std::size_t coins = 0;  ///< sold in it with a known purchase
    std::size_t won = 0;    ///< of them with a gain
    bool whole = false;     ///< what was seen reaches that far back

    friend bool operator==(const WalletWindow&, const WalletWindow&) = default;
};

/// The sum of results at one time.
struct GainPoint {
    std::int64_t time = 0;      ///< Unix seconds
    std::int64_t lamports = 0;  ///< realised so far

    friend bool operator==(const GainPoint&, const GainPoint&) = default;
};

/// A pair of leader and follower from the view of one of them.
struct LeadRow {
    Wallet other;
    Lead lead;

    friend bool operator==(const LeadRow& a, const LeadRow& b) { return a.other == b.other && a.lead == b.lead; }
};

/// Everything that was seen of one wallet. Immutable.
struct WalletPage {
    Wallet wallet;
    bool known = false;  ///< was seen at all in this session
    std::string label;   ///< of the address list; mostly empty
    Roles roles = 0;     ///< over all coins
    std::optional<std::int64_t> asOfTime;
    std::optional<std::int64_t> firstSeen;  ///< Unix seconds, of this session
    std::optional<std::int64_t> bornTime;   ///< Unix seconds of its first transaction, where a node told
    std::vector<FunderStep> funders;        ///< who paid it, who paid that one …; at most kMostHops
    ClusterTag cluster;                     ///< place: 0
    std::size_t clusterSize = 0;
    double membership = 0;
    std::uint32_t peers = 0;
    std::uint32_t funded = 0;                ///< wallets whose first SOL came from here
    std::array<WalletWindow, 4> windows{};   ///< 1, 7 and 30 days, all
    std::vector<GainPoint> gains;            ///< ascending, at most kMostGains
    std::optional<std::int64_t> medianHold;  ///< seconds, over coins
    std::array<std::size_t, 8> holds{};      ///< coins by hold, up to kHolds seconds; the last: longer
    std::array<std::size_t, 8> entries{};    ///< coins by entry, up to kEntries slots; the last: later
    std::vector<WalletCoin> coins;           ///< traded last first, at most kMostCoins
    std::size_t coinCount = 0;
    std::size_t coinsLeftOut = 0;              ///< not walked, since that would take too long: older ones
    std::size_t otherQuote = 0;                ///< coins in another quote asset, in no sum
    std::vector<LeadRow> follows, followedBy;  ///< most coins first
    std::vector<CreatorCoin> created;          ///< newest first, at most CreatorRecord::kMostCoins
    std::size_t createdCount = 0;

    static constexpr std::size_t kMostHops = 3;
    static constexpr std::size_t kMostCoins = 512;
    static constexpr std::size_t kMostGains = 400;
    static constexpr std::array<std::int64_t, 7> kHolds{5, 30, 120, 600, 3'600, 21'600, 86'400};
    static constexpr std::array<std::uint64_t, 7> kEntries{0, 1, 2, 5, 25, 150, 1'500};

    friend bool operator==(const WalletPage&, const WalletPage&) = default;
};

/// A wallet of a crew.
struct CrewMember {
    Wallet wallet;
    Roles roles = 0;
    double membership = 0;              ///< 0..1
    std::optional<std::int64_t> since;  ///< Unix seconds: when it was seen first
    std::size_t launches = 0;           ///< of the crew's, that it took part in
    std::optional<Wallet> funder;       ///< who paid its first SOL

    friend bool operator==(const CrewMember&, const CrewMember&) = default;
};

/// Who paid for wallets of a crew.
struct CrewFunder {
    Wallet wallet;
    std::string label;
    Roles roles = 0;
    std::size_t members = 0;  ///< it paid
    std::uint64_t lamports = 0;

    friend bool operator==(const CrewFunder&, const CrewFunder&) = default;
};

/// A coin that at least two wallets of a crew had.
struct CrewLaunch {
    Mint mint;
    std::string symbol;  ///< sanitized
    int quoteDecimals = 9;
    bool open = false;                 ///< the coin that is open
    bool creators = false;             ///< created by one of them
    std::optional<std::int64_t> time;  ///< Unix seconds of their first buy, or first coins
    std::size_t wallets = 0;
    std::size_t sameSlot = 0;                 ///< most of them that bought first in one slot
    std::optional<std::uint64_t> slotOffset;  ///< that slot behind the creation
    std::optional<double> bought;             ///< of supply
    std::optional<double> held;               ///< of supply, now
    std::optional<std::int64_t> hold;         ///< seconds from their first coins until nine tenths were sold
    std::optional<std::int64_t> exit;         ///< seconds from their first sell until then
    double sold = 0;                          ///< share of what came in that was sold, 0..1
    std::size_t sellers = 0;
    std::optional<double> priceAfter;      ///< last price over that of their first sell, minus 1
    std::optional<std::int64_t> realised;  ///< quote units, at average cost; unknown where nothing was sold

    friend bool operator==(const CrewLaunch&, const CrewLaunch&) = default;
};

/// A cluster over all launches it was seen on. Immutable.
struct CrewPassport {
    ClusterTag tag;
    Wallet first;  ///< its first member: names it
    std::size_t size = 0;
    double confidence = 0;
    std::vector<CrewMember> members;   ///< surest first, at most kMostMembers
    std::vector<CrewFunder> funders;   ///< most members first, at most kMostFunders
    std::vector<CrewLaunch> launches;  ///< newest first, at most kMostLaunches
    std::size_t launchCount = 0;
    std::optional<std::int64_t> medianHold, medianExit;  ///< seconds, of launches left
    std::size_t left = 0;                                ///< launches of which nine tenths were sold
    std::size_t judged = 0;                              ///< launches with a realised result
    std::size_t won = 0;
    std::size_t fell = 0;      ///< launches left whose price has halved or worse since
    std::size_t together = 0;  ///< launches left by two wallets or more

    static constexpr std::size_t kMostMembers = 200;
    static constexpr std::size_t kMostFunders = 20;
    static constexpr std::size_t kMostLaunches = 60;

    friend bool operator==(const CrewPassport&, const CrewPassport&) = default;
};

/// One buy of a leader and the one behind it.
struct FollowedBuy {
    Mint mint;
    std::string symbol;  ///< sanitized
    Wallet follower;
    std::uint64_t leaderSlot = 0;
    std::uint64_t followerSlot = 0;
    std::optional<Signature> leaderSignature, followerSignature;
    std::optional<std::int64_t> time;  ///< Unix seconds of the leader's

    friend bool operator==(const FollowedBuy&, const FollowedBuy&) = default;
};

/// What a follower would have got: bought so many seconds behind the leader, sold kFollowSeconds behind it.
struct FollowGain {
    std::int64_t delay = 0;      ///< seconds
    std::size_t buys = 0;        ///< that could be measured
    std::optional<double> mean;  ///< price over price, minus 1, without fees and impact

    friend bool operator==(const FollowGain&, const FollowGain&) = default;
};

/// A wallet that others follow, over all of them.
struct Locomotive {
    Wallet wallet;
    Roles roles = 0;
    std::size_t followers = 0;
    std::size_t copyBots = 0;  ///< of them
    std::uint64_t coins = 0;   ///< most on which one of them followed
    double medianLag = 0;      ///< slots
    double lagLow = 0;         ///< quartiles of the lags that were kept
    double lagHigh = 0;
    double followRate = 0;                   ///< of its best follower, 0..1
    double nullRate = 0;                     ///< likewise, what chance explains
    double qValue = 1;                       ///< the best
    std::optional<std::int64_t> lastActive;  ///< Unix seconds of its last followed buy
    std::array<FollowGain, 3> gains{};       ///< 1, 3 and 10 seconds
    std::array<std::size_t, 26> lags{};      ///< follows by slots behind, 0 to 25
    std::vector<LeadRow> pairs;              ///< most coins first
    std::vector<FollowedBuy> buys;           ///< newest first, at most kMostBuys

    static constexpr std::size_t kMostBuys = 60;
    static constexpr std::int64_t kFollowSeconds = 60;

    friend bool operator==(const Locomotive&, const Locomotive&) = default;
};

/// Every wallet that others follow. Immutable.
struct LeadBoard {
    std::vector<Locomotive> rows;  ///< by q, then by follow rate over null; at most kMostRows
    std::size_t count = 0;

    static constexpr std::size_t kMostRows = 500;
};

}  // namespace core::pipeline
