// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/wash_trading.h"

#include "core/base/checked_math.h"
#include "core/base/poisson.h"
#include "core/base/recent_map.h"
#include "core/base/text.h"
#include "core/detect/statistics.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <memory>
#include <vector>

namespace core::detect {
namespace {

// Detection section 4.9; margins and windows go back to Victor and Weintraud 2021.
struct Params {
    double margin = 0.01;           // of gross coins: what counts as flat, and as the same size
    double feesLost = 2;            // a result of more than this many fees is trading
    double leastFee = 0.0025;       // of volume: pools that keep their fee inside tell none
    double mostFee = 0.05;          // of volume: a told fee above is a tax or a lie
    double unknownFee = 0.01;       // of volume: pump.fun's base fee, where none is told
    std::int64_t match = 60;        // seconds between two legs of a cluster
    double window = 3600;           // seconds, of round trips and what a cluster matches
    double washOfTrips = 0.75;      // of a wallet's trips: a scalper has flat ones among others
    double matchedOfCluster = 0.5;  // of a cluster's volume: one that sells out has matches by chance
    double share = 0.20;            // of the coin's volume, all entities together
    double ownShare = 0.05;         // of the coin's volume: what an entity must add to be named
    std::uint32_t legs = 6;         // three round trips
    std::uint32_t matchedLegs = 3;  // of a cluster: what one takes and another gives is no habit of one trader
    double retell = 0.10;           // of the coin's volume
    double alertConfidence = 0.90;
    double bumpTicket = 0.1;  // whole quote units: smaller legs only keep a coin on the front page
    double flatPrior = 0.31;  // flat wallets' median share of volume (detection fact 7)
    double flatPriorTrips = 10;
    double matchPrior = 0.02;  // legs of strangers that match: margin of 1% either way
    double matchPriorPairs = 25;
    double answeredPrior = 0.5;  // legs of strangers that one of the last opposite ones fits, see kRecent
    double askedPrior = 5;
    std::uint32_t answered = 4;  // legs of a wallet that others answered, before it may be one of a ring
    std::uint32_t answers = 2;   // and of its own that answered others: nobody is framed by who repeats its trades
    double chance = 0.05;        // that a wallet of no ring is answered so often, over all wallets of the coin
    std::size_t mostWallets = 131'072;  // (wallet, coin) followed, twice that at most
    std::size_t mostEntities = 16'384;
    std::size_t mostCoins = 8'192;  // twice that at most: ten hours of launches and more
};

// Volume is compared over each of these: a ring that begins is most of the last minute, one that is patient shows
// in a day. Source: detection section 4.9.
struct Window {
    double seconds;
    std::string_view name;
};
constexpr std::array<Window, 3> kWindows{{{60, "minute"}, {3'600, "hour"}, {86'400, "day"}}};

/// Volume over each window.
class Volumes {
public:
    void add(double what, std::int64_t time) noexcept {
        for (std::size_t i = 0; i < kWindows.size(); ++i) m_sums[i].add(what, time, kWindows[i].seconds);
    }
    [[nodiscard]] double at(std::size_t window, std::int64_t time) const noexcept {
        return m_sums[window].at(time, kWindows[window].seconds);
    }

private:
    std::array<FadingSum, kWindows.size()> m_sums;
};

// W2: this many round trips within the window.
constexpr std::size_t kTrips = 3;
constexpr std::size_t kRing = 8;
constexpr std::size_t kRecent = 12;
constexpr std::size_t kMostEvidence = 16;

struct Proof {
    std::optional<Signature> signature;
    std::optional<Slot> slot;
    Wallet wallet;
    Side side = Side::Buy;
    std::uint64_t coins = 0;
};

std::int64_t clamped(Int128 value) noexcept {
    using Limits = std::numeric_limits<std::int64_t>;
    return static_cast<std::int64_t>(std::clamp<Int128>(value, Limits::min(), Limits::max()));
}

/// What went in and out of one position. There is one for each wallet and coin: sums are held at their limits,
/// which no real amounts reach, instead of being kept wider.
struct Flow {
    std::uint64_t in = 0;  ///< raw coins
    std::uint64_t out = 0;
    std::int64_t result = 0;  ///< quote units got minus paid, fees in
    double fees = 0;          ///< quote units
    double volume = 0;        ///< quote units
    double counted = 0;       ///< of the volume, counted as matched in the cluster already
    std::uint32_t legs = 0;

    Flow& operator-=(const Flow& other) {
        in -= std::min(in, other.in);
        out -= std::min(out, other.out);
        result = clamped(Int128{result} - other.result);
        fees -= other.fees;
        volume -= other.volume;
        counted -= other.counted;
        legs -= other.legs;
        return *this;
    }
    Flow& operator+=(const Flow& other) {
        in = saturatingAdd(in, other.in);
        out = saturatingAdd(out, other.out);
        result = clamped(Int128{result} + other.result);
        fees += other.fees;
        volume += other.volume;
        counted += other.counted;
        legs += other.legs;
        return *this;
    }
};

/// A leg of a wallet that is known.
struct Leg {
    std::optional<Signature> signature;
    std::optional<Slot> slot;
    std::uint64_t coins = 0;
    Side side = Side::Buy;

    [[nodiscard]] Proof of(const Wallet& wallet) const { return {signature, slot, wallet, side, coins}; }
};

struct Trip {
    std::int64_t start = 0;
    std::int64_t time = 0;  ///< of its end
    double volume = 0;
    std::uint32_t legs = 0;
    Leg first, last;
};

/// The round trips of one wallet in one coin.
struct Trips {
    FadingSum all, wash;
    std::array<std::int64_t, kTrips> lastWash{};  ///< times of the last ones without a result
    std::size_t nextWash = 0;
    std::vector<Trip> waiting;  ///< trips without a result that are too few yet
};

/// One wallet in one coin. Most buy once and sell once: what only round trips need is made with the first.
struct WalletState {
    Flow trip;    ///< since it was flat
    Flow inSlot;  ///< of the slot it last traded in
    Slot slot{0};
    std::uint64_t lastTrade = 0;  ///< the coin's count at its last trade
    std::int64_t tripStart = 0;
    Leg tripFirst, slotFirst;
    std::unique_ptr<Trips> trips;
    intel::WalletId pool = intel::kNoWallet;
    intel::WalletId ring = intel::kNoWallet;  ///< the wallet that its ring is named by
    std::uint32_t tripId = 0;
    std::uint32_t asked = 0;     ///< legs that had one of a stranger the other way before them
    std::uint32_t answered = 0;  ///< legs that had one as large before or behind them
    std::uint32_t answers = 0;   ///< of those, before them
    bool hasSlot = false;
    bool foreign = false;   ///< a stranger traded between two of its trades of the slot
    bool twoPools = false;  ///< bought here and sold there in one slot
};

struct ClusterLeg {
    intel::WalletId wallet = intel::kNoWallet;
    std::uint32_t tripId = 0;
    std::int64_t time = 0;
    double volume = 0;
    Proof proof;
};

struct ClusterState {
    std::array<ClusterLeg, kRing> open;  ///< legs nobody answered yet
    std::size_t next = 0;
    FadingSum gross, matched;
    std::uint32_t pairs = 0;  ///< legs compared
    std::uint32_t hits = 0;   ///< of those, matched
};

struct EntityState {
    Volumes wash;
    Volumes washLegs;                     ///< not all of them count where little was traded
    std::array<std::uint32_t, 3> legs{};  ///< by form
    std::uint32_t hits = 0;               ///< W3, kept for the confidence
    std::uint32_t compared = 0;
    double chance = 1;  ///< of a ring: that its wallets answer each other by chance
    double ticket = 0;  ///< quote units of all legs
    std::vector<Wallet> wallets;
    std::vector<Proof> proofs;
    double told = -1;
    std::uint32_t toldLegs = 0;
    bool alerted = false;

    [[nodiscard]] std::uint32_t allLegs() const { return legs[0] + legs[1] + legs[2]; }
};

struct StrangerLeg {
    intel::WalletId wallet = intel::kNoWallet;
    Side side = Side::Buy;
    std::int64_t time = 0;
    std::uint64_t coins = 0;
    double volume = 0;
};

struct CoinState {
    std::uint64_t trades = 0;
    Volumes volume, wash;
    double trips = 0;      ///< round trips of all wallets
    double flatTrips = 0;  ///< of those, the ones without a result
    std::array<StrangerLeg, kRecent> recent;
    std::size_t next = 0;
    double wallets = 0;  ///< that were followed here
    double pairs = 0;    ///< legs of clusters and strangers that were compared
    double hits = 0;
    double askedFirst = 0;     ///< legs of wallets that were not answered so far and had one the other way before
    double answeredFirst = 0;  ///< of those, answered
};

std::uint64_t keyOf(std::uint32_t coin, intel::WalletId wallet) {
    return (std::uint64_t{coin} << 32U) | wallet;
}
std::uint64_t keyOf(const ledger::TokenLedger& coin, intel::WalletId wallet) {
    return keyOf(coin.ordinal(), wallet);
}

class WashTrading final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        const auto* trade = std::get_if<Trade>(&scene.event.body);
        if (trade == nullptr || scene.coin == nullptr) return;
        const ledger::TokenLedger& coin = *scene.coin;
        const auto time = ledger::eventTime(scene.event.at);
        if (!time || !coin.quoteMint || *coin.quoteMint != trade->quoteMint) return;
        CoinState& state = m_coins[coin.ordinal()];
        ++state.trades;
        const auto volume = static_cast<double>(trade->quoteAmount.value());
        state.volume.add(volume, *time);

        const intel::WalletId id = scene.who.find(trade->wallet);
        if (id == intel::kNoWallet) return;
        const std::uint64_t coins = trade->baseUser.value_or(trade->baseAmount).value();
        const bool bot = scene.who.wallets().hub(id) != intel::HubKind::None || scene.who.wallets()[id].machine;
        if (bot || coins == 0 || follow(scene, *trade, *time, id, coins, state, out)) return;
        state.recent[state.next++ % kRecent] = {id, trade->side, *time, coins, volume};
    }

    void fetchPlace(std::uint32_t coin, intel::WalletId wallet) const override {
        m_wallets.fetch(keyOf(coin, wallet));
    }
    void fetchState(std::uint32_t coin, intel::WalletId wallet) const override {
        m_wallets.fetchValue(keyOf(coin, wallet));
    }

private:
    [[nodiscard]] double feeOf(const Trade& trade) const {
        const auto crossed = static_cast<double>(trade.quoteAmount.value());
        double fee = crossed * m_params.unknownFee;
        if (trade.feeQuote)
            fee = static_cast<double>(trade.feeQuote->value());
        else if (trade.quoteUser)
            fee = std::abs(static_cast<double>(trade.quoteUser->value()) - crossed);
        return std::clamp(fee, crossed * m_params.leastFee, crossed * m_params.mostFee);
    }

    [[nodiscard]] bool flat(const Flow& flow) const {
        if (flow.in == 0 || flow.out == 0) return false;
        const auto in = static_cast<double>(flow.in);
        const auto out = static_cast<double>(flow.out);
        return std::abs(in - out) <= (in + out) * m_params.margin;
    }
    [[nodiscard]] bool nothingWon(const Flow& flow) const {
        return std::abs(static_cast<double>(flow.result)) <= m_params.feesLost * flow.fees;
    }

    // True when the trade answered a leg that still stood among the last.
    bool follow(const Scene& scene, const Trade& trade, std::int64_t time, intel::WalletId id, std::uint64_t coins,
                CoinState& state, Findings& out) {
        const ledger::TokenLedger& coin = *scene.coin;
        const intel::Cluster* cluster = scene.who.links().clusterOf(id);
        WalletState* found = m_wallets.find(keyOf(coin, id));
        if (found == nullptr) {
            // Nobody washes by selling what it never bought here, unless a cluster does it for it.
            if (trade.side == Side::Sell && cluster == nullptr) return false;
            found = &m_wallets[keyOf(coin, id)];
            ++state.wallets;
        }
        WalletState& wallet = *found;
        const Leg own{scene.event.at.signature, scene.event.at.slot, coins, trade.side};
        const Proof proof = own.of(trade.wallet);
        const intel::WalletId pool = trade.pool ? scene.who.find(Wallet{*trade.pool}) : intel::kNoWallet;

        Flow leg;
        leg.legs = 1;
        leg.volume = static_cast<double>(trade.quoteAmount.value());
        leg.fees = feeOf(trade);
        (trade.side == Side::Buy ? leg.in : leg.out) = coins;
        const Int128 crossed = trade.quoteAmount.value();
        const auto fee = static_cast<Int128>(leg.fees);
        if (trade.side == Side::Buy)
            leg.result = clamped(-(trade.quoteUser ? Int128{trade.quoteUser->value()} : crossed + fee));
        else
            leg.result = clamped(trade.quoteUser ? Int128{trade.quoteUser->value()} : crossed - fee);

        if (wallet.trip.legs == 0) {
            ++wallet.tripId;
            wallet.tripStart = time;
            wallet.tripFirst = own;
        }
        inSlot(scene.event.at, own, pool, wallet, state);
        wallet.trip += leg;
        wallet.inSlot += leg;
        wallet.lastTrade = state.trades;

        bool washed = false;
        const bool sameSlot = wallet.inSlot.legs >= 2 && flat(wallet.inSlot);
        if (sameSlot) {
            Flow done = wallet.inSlot;
            // A sale of older coins is in no trip.
            if (wallet.trip.legs > done.legs)
                wallet.trip -= done;
            else
                wallet.trip = {};
            wallet.inSlot = {};
            const bool clean = !wallet.foreign && !wallet.twoPools;
            if (clean) noteTrip(wallet, state, nothingWon(done), time);
            if (clean && nothingWon(done)) {
                credit(coin, cluster, id, 0, done.volume - done.counted, done,
                       {wallet.slotFirst.of(trade.wallet), proof}, {time, time}, state);
                washed = true;
            }
            wallet.foreign = false;
        } else if (wallet.trip.legs >= 2 && flat(wallet.trip)) {
            washed = endTrip(coin, cluster, id, trade.wallet, wallet, own, time, state);
        } else if (trade.side == Side::Sell && wallet.trip.in == 0 && cluster == nullptr) {
            wallet.trip = {};
        }
        if (cluster != nullptr && !washed)
            washed = matchLeg(scene, *cluster, id, proof, leg, time, wallet, state) || washed;
        if (washed) {
            tell(scene, cluster, id, time, state, out);
            return false;
        }
        intel::WalletId ring = intel::kNoWallet;
        const bool answered = answer(scene, cluster, id, proof, leg, time, wallet, state, ring);
        if (ring != intel::kNoWallet) tell(scene, nullptr, ring, time, state, out);
        return answered;
    }

    static void inSlot(const EventHeader& at, const Leg& leg, intel::WalletId pool, WalletState& wallet,
                       const CoinState& state) {
        // Without slots one transaction is still one.
        const bool same = at.slot ? wallet.hasSlot && wallet.slot == *at.slot
                                  : at.signature && wallet.slotFirst.signature == at.signature;
        if (!same || wallet.inSlot.legs == 0) {
            wallet.hasSlot = at.slot.has_value();
            wallet.slot = at.slot.value_or(Slot{0});
            wallet.inSlot = {};
            wallet.foreign = false;
            wallet.twoPools = false;
            wallet.slotFirst = leg;
            wallet.pool = pool;
            return;
        }
        // Around a stranger's trade it is a sandwich, unless all of it is one transaction.
        if (wallet.lastTrade + 1 != state.trades && wallet.slotFirst.signature != at.signature)
            wallet.foreign = true;
        // Over two pools it is arbitrage.
        if (wallet.pool != pool) wallet.twoPools = true;
    }

    static Trips& tripsOf(WalletState& wallet) {
        if (!wallet.trips) wallet.trips = std::make_unique<Trips>();
        return *wallet.trips;
    }

    void noteTrip(WalletState& wallet, CoinState& state, bool nothing, std::int64_t time) const {
        Trips& trips = tripsOf(wallet);
        trips.all.add(1, time, m_params.window);
        ++state.trips;
        if (!nothing) return;
        trips.wash.add(1, time, m_params.window);
        ++state.flatTrips;
    }

    // W2: the position is as it was.
    bool endTrip(const ledger::TokenLedger& coin, const intel::Cluster* cluster, intel::WalletId id,
                 const Wallet& address, WalletState& wallet, const Leg& last, std::int64_t time, CoinState& state) {
        const Flow done = wallet.trip;
        wallet.trip = {};
        wallet.inSlot = {};
        const bool aside = wallet.foreign || wallet.twoPools;
        wallet.foreign = wallet.twoPools = false;
        if (aside || time - wallet.tripStart > static_cast<std::int64_t>(m_params.window)) return false;
        const bool nothing = nothingWon(done);
        noteTrip(wallet, state, nothing, time);
        if (!nothing) return false;
        Trips& trips = tripsOf(wallet);
        trips.waiting.push_back(
            {wallet.tripStart, time, done.volume - done.counted, done.legs, wallet.tripFirst, last});
        const std::int64_t before = time - static_cast<std::int64_t>(m_params.window);
        std::erase_if(trips.waiting, [&](const Trip& trip) { return trip.time < before; });
        trips.lastWash[trips.nextWash++ % trips.lastWash.size()] = time;
        // The oldest of the last few; 0 while they are fewer.
        const bool often = trips.lastWash[trips.nextWash % trips.lastWash.size()] > before;
        const double all = trips.all.at(time, m_params.window);
        if (!often || trips.wash.at(time, m_params.window) < all * m_params.washOfTrips) {
            if (trips.waiting.size() > kRing) trips.waiting.erase(trips.waiting.begin());
            return false;
        }
        for (const Trip& trip : trips.waiting) {
            Flow part;
            part.legs = trip.legs;
            part.volume = trip.volume;
            credit(coin, cluster, id, 1, trip.volume, part, {trip.first.of(address), trip.last.of(address)},
                   {trip.start, trip.time}, state);
        }
        trips.waiting.clear();
        return true;
    }

    [[nodiscard]] bool sameSize(std::uint64_t one, std::uint64_t other) const {
        const auto a = static_cast<double>(one);
        const auto b = static_cast<double>(other);
        return std::abs(a - b) <= m_params.margin * std::max(a, b);
    }

    // The chance that a wallet of no ring is answered as often as this one, over all wallets of the coin: legs of
    // the coin's other traders say how often strangers fit. A leg is compared with those before it alone, and as
    // many come behind it.
    [[nodiscard]] double answeredByChance(const WalletState& wallet, const CoinState& state) const {
        if (wallet.answered < m_params.answered || wallet.answers < m_params.answers) return 1;
        const double rate =
            (state.answeredFirst + m_params.answeredPrior) / (state.askedFirst + m_params.askedPrior);
        return std::min(1.0,
                        poissonTail(wallet.answered, 2.0 * wallet.asked * std::min(1.0, rate)) * state.wallets);
    }

    // W3 among wallets that nothing links: one of another wallet's last legs was the opposite, with as many coins.
    // Where both are answered far more often than strangers are, they wash together; `ring` names who does. True
    // when there was such a leg.
    bool answer(const Scene& scene, const intel::Cluster* cluster, intel::WalletId id, const Proof& proof,
                const Flow& leg, std::int64_t time, WalletState& wallet, CoinState& state, intel::WalletId& ring) {
        const ledger::TokenLedger& coin = *scene.coin;
        bool asked = false;
        for (std::size_t i = 1; i <= kRecent; ++i) {
            StrangerLeg& before = state.recent[(state.next + kRecent - i) % kRecent];
            if (before.wallet == intel::kNoWallet || before.wallet == id || before.side == proof.side) continue;
            if (std::abs(time - before.time) > m_params.match) continue;
            // Those of one cluster have a way of their own.
            if (cluster != nullptr &&
                std::binary_search(cluster->members.begin(), cluster->members.end(), before.wallet))
                continue;
            if (!std::exchange(asked, true)) {
                ++wallet.asked;
                // Until a wallet is answered first: a ring is answered again and again, and would be its own
                // measure.
                if (wallet.answered == 0) ++state.askedFirst;
            }
            if (!sameSize(before.coins, proof.coins)) continue;
            if (wallet.answered == 0) ++state.answeredFirst;
            ++wallet.answered;
            ++wallet.answers;
            const StrangerLeg answered = std::exchange(before, {});
            WalletState* other = m_wallets.find(keyOf(coin, answered.wallet));
            if (other == nullptr) return true;
            ++other->answered;
            const double chance = std::max(answeredByChance(wallet, state), answeredByChance(*other, state));
            if (chance > m_params.chance) return true;
            ring = wallet.ring != intel::kNoWallet   ? wallet.ring
                   : other->ring != intel::kNoWallet ? other->ring
                                                     : std::min(id, answered.wallet);
            wallet.ring = other->ring = ring;
            wallet.trip.counted += wallet.trip.legs != 0 ? leg.volume : 0;
            wallet.inSlot.counted += wallet.inSlot.legs != 0 ? leg.volume : 0;
            if (other->trip.legs != 0) other->trip.counted += answered.volume;
            Flow both;
            both.legs = 2;
            both.volume = leg.volume + answered.volume;
            Proof first;
            if (other->slotFirst.coins == answered.coins && other->slotFirst.side == answered.side)
                first = other->slotFirst.of(scene.who.wallets()[answered.wallet].address);
            else
                first = {{}, {}, scene.who.wallets()[answered.wallet].address, answered.side, answered.coins};
            credit(coin, nullptr, ring, 2, both.volume, both, {first, proof}, {answered.time, time}, state);
            m_entities[keyOf(coin, ring)].chance = chance;
            return true;
        }
        return false;
    }

    // W3: another wallet of the cluster did the opposite a moment ago, with as many coins.
    bool matchLeg(const Scene& scene, const intel::Cluster& cluster, intel::WalletId id, const Proof& proof,
                  const Flow& leg, std::int64_t time, WalletState& wallet, CoinState& state) {
        const ledger::TokenLedger& coin = *scene.coin;
        const auto fits = [&](Side side, std::uint64_t coins, std::int64_t then) {
            return side != proof.side && std::abs(time - then) <= m_params.match && sameSize(coins, proof.coins);
        };
        for (const StrangerLeg& other : state.recent) {
            if (other.wallet == intel::kNoWallet || other.side == proof.side || other.wallet == id) continue;
            if (std::binary_search(cluster.members.begin(), cluster.members.end(), other.wallet)) continue;
            ++state.pairs;
            if (fits(other.side, other.coins, other.time)) ++state.hits;
        }
        ClusterState& book = m_clusters[keyOf(coin, nameOf(m_clusters, coin, cluster))];
        book.gross.add(leg.volume, time, m_params.window);
        for (ClusterLeg& open : book.open) {
            if (open.wallet == intel::kNoWallet || open.wallet == id || open.proof.side == proof.side) continue;
            ++book.pairs;
            if (!fits(open.proof.side, open.proof.coins, open.time)) continue;
            ++book.hits;
            book.matched.add(open.volume + leg.volume, time, m_params.window);
            const ClusterLeg answered = open;
            open = {};
            wallet.trip.counted += wallet.trip.legs != 0 ? leg.volume : 0;
            wallet.inSlot.counted += wallet.inSlot.legs != 0 ? leg.volume : 0;
            if (WalletState* other = m_wallets.find(keyOf(coin, answered.wallet)))
                if (other->tripId == answered.tripId && other->trip.legs != 0)
                    other->trip.counted += answered.volume;
            if (book.matched.at(time, m_params.window) <
                m_params.matchedOfCluster * book.gross.at(time, m_params.window))
                return false;
            Flow both;
            both.legs = 2;
            both.volume = leg.volume + answered.volume;
            credit(coin, &cluster, id, 2, both.volume, both, {answered.proof, proof}, {answered.time, time}, state);
            EntityState& entity = m_entities[keyOf(coin, nameOf(m_entities, coin, cluster))];
            entity.hits = book.hits;
            entity.compared = book.pairs;
            return true;
        }
        book.open[book.next++ % kRing] = {id, wallet.tripId, time, leg.volume, proof};
        return false;
    }

    void credit(const ledger::TokenLedger& coin, const intel::Cluster* cluster, intel::WalletId id,
                std::size_t form, double volume, const Flow& flow, std::array<Proof, 2> legs,
                std::array<std::int64_t, 2> times, CoinState& state) {
        EntityState& entity = m_entities[keyOf(coin, cluster != nullptr ? nameOf(m_entities, coin, *cluster) : id)];
        volume = std::max(0.0, volume);
        // What came in long ago and went out now was not all traded now.
        for (const std::int64_t time : times) {
            entity.wash.add(volume / 2, time);
            entity.washLegs.add(flow.legs / 2.0, time);
            state.wash.add(volume / 2, time);
        }
        entity.legs[form] += flow.legs;
        entity.ticket += flow.volume;
        for (Proof& leg : legs) {
            if (std::find(entity.wallets.begin(), entity.wallets.end(), leg.wallet) == entity.wallets.end() &&
                entity.wallets.size() < 64)
                entity.wallets.push_back(leg.wallet);
            if (entity.proofs.size() >= kMostEvidence) entity.proofs.erase(entity.proofs.begin());
            entity.proofs.push_back(leg);
        }
    }

    // The member under whose number the state of a cluster stands: clusters grow to other first members.
    template <class Map>
    static intel::WalletId nameOf(const Map& states, const ledger::TokenLedger& coin,
                                  const intel::Cluster& cluster) {
        const intel::WalletId first = cluster.members.front();
        if (states.peek(keyOf(coin, first)) != nullptr) return first;
        constexpr std::size_t kMostAsked = 64;
        for (std::size_t i = 1; i < std::min(cluster.members.size(), kMostAsked); ++i)
            if (states.peek(keyOf(coin, cluster.members[i])) != nullptr) return cluster.members[i];
        return first;
    }

    void tell(const Scene& scene, const intel::Cluster* cluster, intel::WalletId id, std::int64_t time,
              CoinState& state, Findings& out) {
        const ledger::TokenLedger& coin = *scene.coin;
        const intel::WalletId first = cluster != nullptr ? cluster->members.front() : id;
        EntityState& entity = m_entities[keyOf(coin, cluster != nullptr ? nameOf(m_entities, coin, *cluster) : id)];
        if (entity.allLegs() < m_params.legs && entity.legs[2] < m_params.matchedLegs) return;
        // The window it is the largest share of; the hour where it is none of enough.
        std::size_t window = 1;
        double volume = 0;
        double all = 0;
        double own = 0;
        bool enough = false;
        for (std::size_t i = 0; i < kWindows.size(); ++i) {
            const double traded = state.volume.at(i, time);
            if (traded <= 0) continue;
            const double washed = std::min(1.0, state.wash.at(i, time) / traded);
            const double mine = std::min(1.0, entity.wash.at(i, time) / traded);
            const bool holds = washed >= m_params.share && mine >= m_params.ownShare &&
                               entity.washLegs.at(i, time) >= m_params.matchedLegs;
            const bool better = holds ? !enough || mine > own : !enough && i == 1;
            enough = enough || holds;
            if (!better) continue;
            window = i;
            volume = traded;
            all = washed;
            own = mine;
        }
        if (volume <= 0) return;
        // What was told is told again when it no longer holds.
        if (entity.told < 0 && !enough) return;
        if (entity.told >= 0 && std::abs(own - entity.told) < m_params.retell &&
            entity.allLegs() < entity.toldLegs * 2)
            return;
        entity.told = own;
        entity.toldLegs = entity.allLegs();

        Flag flag = flagOf("wash_trading", scene);
        flag.subject = scene.who.wallets()[first].address.base58();
        flag.value = own;
        flag.unit = "share of volume";
        flag.confidence = confidence(scene, cluster, entity, state);
        flag.wallets = entity.wallets;
        const double unit = std::pow(10.0, coin.quoteDecimals);
        const double ticket = entity.ticket / entity.allLegs() / unit;
        std::string how;
        const bool ring = cluster == nullptr && entity.wallets.size() > 1;
        const std::array<std::string_view, 3> forms{
            "flat within one slot", "round trips for the fees alone",
            ring ? "answered by one another" : "matched inside the cluster"};
        for (std::size_t form = 0; form < forms.size(); ++form)
            if (entity.legs[form] != 0)
                how += fmt::format("{}{} {}", how.empty() ? "" : ", ", entity.legs[form], forms[form]);
        flag.rule = fmt::format(
            "{}: {} made {:.1f}% of the last {}'s volume with {} legs that left its position as it was ({}){}; "
            "organic volume {:.2f} of {:.2f}.",
            coinName(coin),
            cluster != nullptr ? fmt::format("a cluster of {} wallets", cluster->members.size())
            : ring             ? fmt::format("{} wallets that nothing else links", entity.wallets.size())
                               : "a wallet",
            own * 100, kWindows[window].name, entity.allLegs(), how,
            ticket < m_params.bumpTicket ? ", the small tickets of a bump bot" : "", volume * (1 - all) / unit,
            volume / unit);
        for (const Proof& leg : entity.proofs) {
            EventHeader at;
            at.signature = leg.signature;
            at.slot = leg.slot;
            flag.evidence.push_back(evidenceOf(leg.side == Side::Buy ? "buy" : "sell", at, {leg.wallet},
                                               TokenAmount{leg.coins}, "leg of a position that ended as it began"));
        }
        if (ring) flag.against.emplace_back("Two market makers on one coin answer each other too.");
        flag.against.emplace_back(entity.legs[0] >= entity.legs[1] + entity.legs[2]
                                      ? "A bot that fails to sell higher gets out in the same slot too."
                                      : "A scalper on a still market ends flat near its fees too.");
        if (!entity.alerted && flag.confidence >= m_params.alertConfidence) {
            entity.alerted = true;
            flag.gravity = Severity::Warning;
        }
        out.flags.push_back(std::move(flag));
    }

    // The surest of the forms: how unlikely it is that this many legs came out so among the coin's own traders.
    [[nodiscard]] double confidence(const Scene& scene, const intel::Cluster* cluster, const EntityState& entity,
                                    const CoinState& state) const {
        double best = 0.5;
        // Buy and sell in one slot, nobody between: what else it could be was left out before.
        if (entity.legs[0] >= m_params.legs) best = std::max(best, 0.97);
        if (entity.legs[1] != 0) {
            const std::uint32_t trips = entity.legs[1] / 2;
            const double others = std::max(0.0, state.trips - trips);
            const double flatOthers = std::max(0.0, state.flatTrips - trips);
            const double rate =
                (flatOthers + m_params.flatPrior * m_params.flatPriorTrips) / (others + m_params.flatPriorTrips);
            best = std::max(best, 1 - poissonTail(trips, trips * std::min(1.0, rate)));
        }
        if (entity.legs[2] != 0 && cluster != nullptr) {
            const double rate = (state.hits + m_params.matchPrior * m_params.matchPriorPairs) /
                                (state.pairs + m_params.matchPriorPairs);
            const double chance = poissonTail(entity.hits, entity.compared * rate);
            best = std::max(best, (1 - chance) * scene.who.links().confidence(*cluster));
        }
        if (entity.legs[2] != 0 && cluster == nullptr) best = std::max(best, 1 - entity.chance);
        return std::min(0.99, best);
    }

    Params m_params;
    RecentMap<std::uint32_t, CoinState> m_coins{m_params.mostCoins};  ///< by the ledger's ordinal
    RecentMap<std::uint64_t, WalletState, 4'096> m_wallets{m_params.mostWallets};
    RecentMap<std::uint64_t, ClusterState> m_clusters{m_params.mostEntities};
    RecentMap<std::uint64_t, EntityState> m_entities{m_params.mostEntities};
};

}  // namespace

std::unique_ptr<Detector> makeWashTrading() {
    return std::make_unique<WashTrading>();
}

}  // namespace core::detect
