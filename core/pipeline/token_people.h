// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/checked_math.h"
#include "core/model/flag.h"
#include "core/model/ids.h"
#include "core/model/price.h"

#include <compare>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace core::pipeline {

/// What a wallet is known as on a coin. Values are bits of `Roles`.
enum class Role : std::uint16_t {
    Creator = 1U << 0U,        ///< signed the creation
    CreatorLinked = 1U << 1U,  ///< likely one hand with the creator
    Sniper = 1U << 2U,
    Bundler = 1U << 3U,
    Insider = 1U << 4U,  ///< holds coins of the dev side that it never bought
    SmartMoney = 1U << 5U,
    Lead = 1U << 6U,  ///< others buy behind it
    Wash = 1U << 7U,
    Tracked = 1U << 8U,  ///< on the user's own list
    Bot = 1U << 9U,
    Exchange = 1U << 10U,
    Infrastructure = 1U << 11U,  ///< lockers and services among it
    Reserve = 1U << 12U,         ///< curve or pool
    Burned = 1U << 13U,          ///< the incinerator
    Fresh = 1U << 14U            ///< new to the chain, among more of its kind than chance explains
};
using Roles = std::uint16_t;

[[nodiscard]] constexpr bool has(Roles roles, Role role) noexcept {
    return (roles & static_cast<Roles>(role)) != 0;
}
[[nodiscard]] constexpr Roles with(Roles roles, Role role) noexcept {
    return static_cast<Roles>(roles | static_cast<Roles>(role));
}
/// Holds for others or for nobody: no holder.
[[nodiscard]] constexpr bool isExcluded(Roles roles) noexcept {
    return has(roles, Role::Exchange) || has(roles, Role::Infrastructure) || has(roles, Role::Reserve) ||
           has(roles, Role::Burned);
}

/// A cluster as a short name on one coin's page.
struct ClusterTag {
    std::uint32_t number = 0;  ///< the same on every coin of this run; 0: no cluster
    std::uint16_t place = 0;   ///< 0, 1, 2 … in the order in which clusters showed up on this coin: its colour

    [[nodiscard]] explicit operator bool() const noexcept { return number != 0; }
    friend bool operator==(const ClusterTag&, const ClusterTag&) noexcept = default;
};

/// Names one flag: every statement of a kind about one coin and subject.
struct FlagRef {
    std::string kind;
    std::optional<Mint> mint;
    std::string subject;

    friend bool operator==(const FlagRef&, const FlagRef&) = default;
};
[[nodiscard]] inline FlagRef refOf(const Flag& flag) {
    return {flag.kind, flag.mint, flag.subject};
}

/// One wallet that has or had coins. Amounts are raw units, from the trades and transfers seen.
struct HolderRow {
    Wallet wallet;
    Roles roles = 0;
    ClusterTag cluster;
    std::string label;  ///< what the address list calls it; mostly empty
    std::uint64_t bought = 0;
    std::uint64_t sold = 0;
    std::uint64_t transferredIn = 0;
    std::uint64_t transferredOut = 0;
    Int128 balance = 0;                      ///< negative: more left than was seen coming
    std::optional<double> share;             ///< of supply; unknown unless the creation and the supply were seen
    std::uint64_t covered = 0;               ///< coins held whose cost is known
    std::uint64_t cost = 0;                  ///< quote units paid for them
    std::int64_t realised = 0;               ///< quote units
    std::optional<std::int64_t> unrealised;  ///< quote units, of the coins whose cost is known
    std::optional<double> coverage;          ///< share of the coins that came in whose purchase was seen, 0..1
    std::uint32_t trades = 0;
    std::optional<std::int64_t> firstTime;  ///< Unix seconds of its first and last trade or transfer
    std::optional<std::int64_t> lastTime;
    std::optional<std::uint64_t> firstSlot;
    std::optional<Wallet> funder;  ///< who sent its first SOL, as far as was seen or asked for
    std::string funderLabel;       ///< what the address list calls the funder
    /// Unix seconds of its first signature, from a node; unknown until somebody asked.
    std::optional<std::int64_t> born;
    bool bornEarlier = false;  ///< the node's list ends before its beginning: it is at least that old

    /// Cost of one coin still held; not valid when no cost is known.
    [[nodiscard]] PriceRatio averageCost() const noexcept { return {cost, covered}; }
    friend bool operator==(const HolderRow&, const HolderRow&) = default;
};

/// What an early buyer did with its coins since.
enum class BagState : std::uint8_t { Unchanged, Added, PartSold, Transferred, Exited };

/// One of the first buyers, in the order of the chain.
struct FirstBuyerRow {
    std::uint32_t place = 0;  ///< 1-based
    Wallet wallet;
    Roles roles = 0;
    ClusterTag cluster;
    std::optional<std::uint64_t> slot;
    std::optional<std::uint64_t> slotOffset;  ///< slots behind the creation
    std::int64_t time = 0;                    ///< Unix seconds
    std::uint64_t firstBase = 0;              ///< raw coins of the first buy
    std::uint64_t firstQuote = 0;
    std::uint64_t bought = 0;
    std::uint64_t sold = 0;
    std::uint64_t transferredOut = 0;
    Int128 balance = 0;
    BagState state = BagState::Unchanged;

    friend bool operator==(const FirstBuyerRow&, const FirstBuyerRow&) = default;
};

/// A wallet of a cluster.
struct ClusterMember {
    Wallet wallet;
    double membership = 0;  ///< 0..1
    Roles roles = 0;
    bool here = false;  ///< has or had this coin
    Int128 balance = 0;
    std::uint64_t bought = 0;
    std::uint64_t sold = 0;

    friend bool operator==(const ClusterMember&, const ClusterMember&) = default;
};

/// One observation behind a link of a cluster.
struct LinkProof {
    std::optional<Signature> signature;
    std::optional<Slot> slot;
    std::uint64_t amount = 0;  ///< lamports or raw coins; 0: none

    friend bool operator==(const LinkProof&, const LinkProof&) = default;
};

/// What one kind of evidence says about two wallets of a cluster.
struct ClusterLink {
    Wallet a;
    Wallet b;
    std::string_view kind;  ///< link kind of interfaces section 4
    float llr = 0;          ///< log-likelihood ratio of this kind, natural
    double posterior = 0;   ///< of the pair, all kinds together
    std::vector<LinkProof> proofs;

    friend bool operator==(const ClusterLink&, const ClusterLink&) = default;
};

/// What selling into today's reserves would do.
struct CliffFall {
    double fall = 0;             ///< 1 - price after / price before, 0..1
    std::uint64_t received = 0;  ///< quote units
    bool drains = false;         ///< not all of it can be sold

    friend bool operator==(const CliffFall&, const CliffFall&) = default;
};

/// How a cluster left another coin.
struct PastExit {
    Mint mint;
    std::string symbol;        ///< sanitized; empty when unknown
    double soldShare = 0;      ///< of the coins that had come in
    std::int64_t seconds = 0;  ///< from its first sell until nine tenths were sold, or its last sell
    std::int64_t since = 0;    ///< Unix seconds of the first sell
    bool complete = false;     ///< nine tenths were sold

    friend bool operator==(const PastExit&, const PastExit&) = default;
};

/// What a cluster, or the creator, held at one time. Sums of raw coins up to then.
struct BandPoint {
    std::int64_t time = 0;  ///< Unix seconds
    std::int64_t held = 0;
    std::uint64_t bought = 0;
    std::uint64_t received = 0;  ///< came in without a purchase, from outside the cluster
    std::uint64_t sold = 0;
    std::uint64_t sent = 0;  ///< to wallets outside the cluster

    friend bool operator==(const BandPoint&, const BandPoint&) = default;
};

/// Holders of a coin at a time.
struct HolderPoint {
    std::int64_t time = 0;  ///< Unix seconds
    std::uint64_t holders = 0;
    double top10Share = 0;  ///< of supply, by entity: a cluster counts as one

    friend bool operator==(const HolderPoint&, const HolderPoint&) = default;
};

/// A cluster with at least two wallets that have or had the coin.
struct ClusterRow {
    ClusterTag tag;
    Wallet first;           ///< its first member: the id of interfaces section 4
    std::size_t size = 0;   ///< wallets, over all coins
    std::size_t here = 0;   ///< wallets with this coin
    bool creators = false;  ///< the creator is one of them
    double confidence = 0;  ///< 0..1
    Int128 held = 0;
    std::uint64_t bought = 0;
    std::uint64_t received = 0;  ///< by transfer, from outside the cluster
    std::uint64_t sold = 0;
    std::int64_t realised = 0;
    std::optional<double> heldShare;  ///< of supply; unknown as HolderRow::share
    std::optional<double> boughtShare;
    std::optional<double> peakShare;
    std::optional<CliffFall> half;  ///< half of what it holds; unknown without reserves
    std::optional<CliffFall> all;
    std::size_t otherCoins = 0;          ///< further coins that a member had
    std::vector<PastExit> exits;         ///< of these, the last left first; at most kMostExits
    std::vector<ClusterMember> members;  ///< those with the coin first, largest bag first; at most kMostMembers
    std::vector<ClusterLink> links;      ///< the strongest first; at most kMostLinks
    std::size_t linkCount = 0;           ///< kinds of evidence over all pairs
    std::vector<BandPoint> band;         ///< oldest first

    static constexpr std::size_t kMostMembers = 100;
    static constexpr std::size_t kMostLinks = 80;
    static constexpr std::size_t kMostExits = 5;

    friend bool operator==(const ClusterRow&, const ClusterRow&) = default;
};

/// A flag of the coin as it stands: since its first statement, with what its last one says.
struct FlagRow {
    FlagRef ref;
    std::optional<Slot> sinceSlot;
    std::optional<BlockTime> sinceTime;
    std::size_t statements = 0;
    std::shared_ptr<const Flag> last;
};

/// A role's part of the supply.
struct RoleShare {
    Role role = Role::Creator;
    std::size_t wallets = 0;
    std::optional<double> held;    ///< of supply, now; unknown as HolderRow::share
    std::optional<double> bought;  ///< of supply, ever
    std::optional<FlagRef> flag;   ///< the last statement of its kind; empty when there is none

    friend bool operator==(const RoleShare&, const RoleShare&) = default;
};

/// A coin of the same creator.
struct CreatorCoin {
    Mint mint;
    std::string symbol;  ///< sanitized
    std::optional<std::int64_t> createdTime;
    bool graduated = false;
    bool open = false;  ///< this page's coin
    std::uint64_t trades = 0;
    std::optional<double> fromPeak;  ///< last price over the highest, minus 1
    std::optional<double> holds;     ///< the creator's share of its supply
    std::optional<FlagRef> dump;     ///< the dev_dump flag

    friend bool operator==(const CreatorCoin&, const CreatorCoin&) = default;
};

/// The creator's record, from what was seen since the start.
struct CreatorRecord {
    Wallet wallet;
    std::size_t created = 0;
    std::size_t graduated = 0;
    std::size_t dumped = 0;             ///< coins with a dev_dump flag
    std::size_t linkedWallets = 0;      ///< likely one hand with the creator
    std::optional<double> share;        ///< of supply held by the creator
    std::optional<double> linkedShare;  ///< held by the linked wallets, the creator left out
    std::optional<HolderRow> position;  ///< of the creator on this coin
    std::vector<CreatorCoin> coins;     ///< newest first, at most kMostCoins

    static constexpr std::size_t kMostCoins = 200;

    friend bool operator==(const CreatorRecord&, const CreatorRecord&) = default;
};

enum class MoveKind : std::uint8_t { Buy, Sell, Received, Sent };

/// A trade or transfer of a wallet that is marked, for the chart.
struct TradeMark {
    std::int64_t time = 0;   ///< Unix seconds
    std::uint64_t slot = 0;  ///< 0 when the feed gave none
    MoveKind kind = MoveKind::Buy;
    std::uint64_t base = 0;
    std::uint64_t quote = 0;  ///< 0 for transfers
    Wallet wallet;
    Roles roles = 0;
    ClusterTag cluster;

    friend bool operator==(const TradeMark&, const TradeMark&) = default;
};

enum class LaneKind : std::uint8_t { Created, CreatorSold, CreatorMoved, Graduated, Flagged, Alerted };

/// Something that happened to the coin, for the lane under the chart.
struct LaneEvent {
    LaneKind kind = LaneKind::Created;
    std::int64_t time = 0;  ///< Unix seconds
    std::optional<std::uint64_t> slot;
    std::string text;             ///< one sentence
    std::optional<FlagRef> flag;  ///< of Flagged and Alerted

    friend bool operator==(const LaneEvent&, const LaneEvent&) = default;
};

/// Who stands behind the open coin. Immutable; shared by snapshots until something changes.
struct TokenPeople {
    Mint mint;
    std::optional<std::uint64_t> asOfSlot;
    std::optional<std::int64_t> asOfTime;
    bool creationSeen = false;
    bool transfersVisible = false;  ///< the feed has shown transfers: the in and out columns mean something
    bool trimmed = false;           ///< the oldest trades were dropped from memory: first times are too late
    std::optional<std::uint64_t> supply;
    std::size_t wallets = 0;          ///< that have or had the coin, those left out of `holders` too
    std::size_t holding = 0;          ///< of them with coins now, excluded ones not counted
    std::vector<HolderRow> holders;   ///< largest bag first; the kMostHolders that took in most coins
    std::vector<HolderRow> excluded;  ///< curve, pools, exchanges, services, burned
    std::vector<FirstBuyerRow> firstBuyers;
    std::vector<ClusterRow> clusters;  ///< largest holding first, at most kMostClusters
    std::size_t clusterCount = 0;
    std::vector<FlagRow> flags;  ///< newest statement first
    std::vector<RoleShare> roles;
    std::optional<CreatorRecord> creator;
    std::vector<BandPoint> creatorBand;
    std::vector<TradeMark> marks;  ///< oldest first, the newest kMostMarks
    std::vector<LaneEvent> lane;   ///< oldest first
    /// Oldest first; empty unless Interest asks for it and creation, supply and every move are known.
    std::vector<HolderPoint> holderHistory;
    std::uint64_t version = 0;

    static constexpr std::size_t kMostHolders = 2'000;
    static constexpr std::size_t kFirstBuyers = 70;
    static constexpr std::size_t kMostClusters = 30;
    static constexpr std::size_t kMostMarks = 4'000;
    static constexpr std::size_t kMostLane = 200;
    static constexpr std::size_t kMostBand = 600;
};

/// A stretch of time, Unix seconds: from ≤ t < to.
struct TimeRange {
    std::int64_t from = 0;
    std::int64_t to = 0;

    friend bool operator==(const TimeRange&, const TimeRange&) noexcept = default;
};

/// What one entity (a cluster, or a wallet of none) traded in a stretch of time.
struct MakerRow {
    ClusterTag cluster;
    Wallet wallet;  ///< the one of it that traded most
    std::size_t wallets = 1;
    Roles roles = 0;  ///< of all of its wallets that traded
    std::uint64_t boughtBase = 0;
    std::uint64_t boughtQuote = 0;
    std::uint64_t soldBase = 0;
    std::uint64_t soldQuote = 0;
    std::uint32_t buys = 0;
    std::uint32_t sells = 0;

    friend bool operator==(const MakerRow&, const MakerRow&) = default;
};

/// Who traded a candle.
struct BarMakers {
    TimeRange range;
    bool trimmed = false;  ///< trades of this time were dropped from memory
    std::uint64_t boughtQuote = 0;
    std::uint64_t soldQuote = 0;
    std::size_t entities = 0;
    std::vector<MakerRow> rows;  ///< most sold first, then most bought; at most kMost

    static constexpr std::size_t kMost = 200;
};

/// What became of another coin after the same kind of flag.
struct PastCase {
    FlagRef ref;
    std::string symbol;                ///< sanitized
    std::optional<std::int64_t> time;  ///< Unix seconds of the flag
    double confidence = 0;
    bool sameSubject = false;           ///< the same cluster or wallet
    std::optional<double> fiveMinutes;  ///< price five minutes later over the price at the flag, minus 1
    std::optional<double> lowest;       ///< lowest price since over the price at the flag, minus 1
    std::optional<double> now;          ///< last price over the price at the flag, minus 1
    bool graduated = false;

    friend bool operator==(const PastCase&, const PastCase&) = default;
};

/// Everything the evidence drawer says about one flag.
struct FlagCase {
    FlagRef ref;
    std::shared_ptr<const Flag> first;
    std::shared_ptr<const Flag> last;
    std::size_t statements = 0;
    std::vector<std::optional<std::int64_t>> times;  ///< Unix seconds of last->evidence, one each where it is known
    std::string symbol;                              ///< of the coin, sanitized; empty without a coin
    int baseDecimals = 6;                            ///< of the coin
    std::string rule;                                ///< the rule with its numbers, one sentence
    std::string ruleVersion;
    std::optional<std::uint64_t> asOfSlot;
    std::optional<std::int64_t> asOfTime;
    std::vector<PastCase> cases;   ///< newest first, at most kMostCases
    std::size_t caseCount = 0;     ///< other coins flagged so
    std::size_t judged = 0;        ///< of all of them, those whose price five minutes later is known
    std::size_t halved = 0;        ///< of the judged, those that lost half or more in five minutes
    std::optional<double> median;  ///< of the judged, change after five minutes

    static constexpr std::size_t kMostCases = 20;
};

}  // namespace core::pipeline
