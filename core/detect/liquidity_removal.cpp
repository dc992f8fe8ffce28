// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/liquidity_removal.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <deque>
#include <limits>
#include <unordered_map>
#include <vector>

namespace core::detect {
namespace {

// Defaults and their reasons: detection section 4.5.
struct Params {
    std::int64_t windowSeconds = 600;
    double fraction = 0.5;
    double hard = 0.9;              // a rug whatever its reason
    double observed = 0.99;         // confidence: the removal was decoded
    double fallen = 0.7;            // confidence: reserves fell, nobody saw why
    std::size_t mostPools = 16;     // followed for one coin
    std::size_t mostChanges = 64;   // kept for one pool
    std::size_t mostEvidence = 24;  // in one flag
};

struct Change {
    EventHeader at;
    std::int64_t time;
    Wallet wallet;
    std::uint64_t quote;
    bool added;
    std::uint64_t before;  // quote reserve right before; 0: unknown
};

struct Pool {
    Pubkey address;
    std::optional<Reserves> last;
    std::optional<std::int64_t> lastTime;
    std::uint64_t seen = 0;  // quote put in less taken out, where no reserves are told
    std::deque<Change> changes;
    double told = 0;
    bool hardTold = false;
    std::uint64_t used = 0;
};

class LiquidityRemoval final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        if (scene.coin == nullptr) return;
        if (const auto* change = std::get_if<LiquidityChange>(&scene.event.body)) {
            onChange(scene, *change, out);
        } else if (const auto* trade = std::get_if<Trade>(&scene.event.body)) {
            onTrade(scene, *trade, out);
        }
    }

private:
    // The reserve of a pool; empty on a bonding curve, whose virtual reserves are nobody's to take.
    static std::optional<Reserves> poolReserves(const std::optional<Reserves>& after) {
        if (!after || after->realBase || after->base == 0) return std::nullopt;
        return after;
    }
    static std::uint64_t quoteOf(const Reserves& reserves) { return reserves.realQuote.value_or(reserves.quote); }

    Pool& poolOf(const ledger::TokenLedger& coin, const Pubkey& address) {
        std::vector<Pool>& pools = m_pools[coin.ordinal()];
        const auto found =
            std::find_if(pools.begin(), pools.end(), [&](const Pool& pool) { return pool.address == address; });
        if (found != pools.end()) {
            found->used = ++m_uses;
            return *found;
        }
        if (pools.size() >= m_params.mostPools)
            pools.erase(std::min_element(pools.begin(), pools.end(),
                                         [](const Pool& a, const Pool& b) { return a.used < b.used; }));
        Pool& pool = pools.emplace_back();
        pool.address = address;
        pool.used = ++m_uses;
        return pool;
    }

    void onTrade(const Scene& scene, const Trade& trade, Findings& out) {
        const auto after = poolReserves(trade.after);
        if (!after || !trade.pool || trade.quoteMint != scene.coin->quoteMint) return;
        Pool& pool = poolOf(*scene.coin, *trade.pool);
        const auto time = ledger::eventTime(scene.event.at);
        // A late trade tells how things were; it does not move what is known now.
        if (time && pool.lastTime && *time < *pool.lastTime) return;
        if (pool.last && time && pool.lastTime && *time - *pool.lastTime <= m_params.windowSeconds)
            fell(scene, trade, pool, *after, *time, out);
        pool.last = after;
        pool.lastTime = time ? time : pool.lastTime;
    }

    // Trades, seen or not, keep the product of the reserves (fees raise it). Taking a share s of the liquidity
    // leaves (1 - s)^2 of it.
    void fell(const Scene& scene, const Trade& trade, Pool& pool, const Reserves& after, std::int64_t time,
              Findings& out) {
        const double before = static_cast<double>(pool.last->base) * static_cast<double>(pool.last->quote);
        const double now = static_cast<double>(after.base) * static_cast<double>(after.quote);
        if (before <= 0) return;
        const double share = 1.0 - std::sqrt(now / before);
        if (share < m_params.fraction || quoteOf(after) >= quoteOf(*pool.last)) return;
        if (!worth(pool, share)) return;
        Flag flag = flagOf("liquidity_removal", scene);
        flag.confidence = m_params.fallen;
        flag.wallets = {Wallet{pool.address}};
        flag.evidence.push_back(
            evidenceOf("reserves", scene.event.at, {trade.wallet}, TokenAmount{quoteOf(after)},
                       fmt::format("the trade that showed the reserves, {:.0f}% of the liquidity "
                                   "less than {} s before",
                                   share * 100, time - *pool.lastTime)));
        flag.against.emplace_back("No removal was decoded: a venue that changed its layout looks the same.");
        finish(scene, pool, share, time,
               fmt::format("the reserves of pool {} fell by {:.0f}% of the liquidity, {} left; no removal was seen",
                           shortKey(pool.address.base58()), share * 100, amount(scene, quoteOf(after))),
               std::move(flag), out);
    }

    void onChange(const Scene& scene, const LiquidityChange& change, Findings& out) {
        if (scene.coin->quoteMint && change.quoteMint != *scene.coin->quoteMint) return;
        Pool& pool = poolOf(*scene.coin, change.pool);
        const std::uint64_t quote = change.quoteAmount.value();
        const auto after = poolReserves(change.after);
        const auto time = ledger::eventTime(scene.event.at);
        std::uint64_t before = 0;
        if (change.after)
            before = change.added ? 0 : saturatingAdd(quoteOf(*change.after), quote);
        else if (pool.last)
            before = quoteOf(*pool.last);
        else
            before = pool.seen;
        if (!time || !pool.lastTime || *time >= *pool.lastTime) {
            if (after) {
                pool.last = after;
            } else if (change.after) {
                pool.last.reset();  // emptied
            } else if (pool.last) {
                Reserves& last = *pool.last;
                const auto moved = [&](std::uint64_t had, std::uint64_t by) {
                    return change.added ? saturatingAdd(had, by) : saturatingSub(had, by);
                };
                last.base = moved(last.base, change.baseAmount.value());
                last.quote = moved(last.quote, quote);
                if (last.realQuote) last.realQuote = moved(*last.realQuote, quote);
                if (last.base == 0) pool.last.reset();
            }
            if (time) pool.lastTime = time;
        }
        pool.seen = change.added ? saturatingAdd(pool.seen, quote) : saturatingSub(pool.seen, quote);
        if (!time) return;
        pool.changes.push_back({scene.event.at, *time, change.wallet, quote, change.added, before});
        if (pool.changes.size() > m_params.mostChanges) pool.changes.pop_front();
        if (!change.added)
            taken(scene, change.wallet, pool, *time, out);
        else if (pool.told > 0)
            putBack(scene, pool, change.wallet, *time, out);
    }

    static bool oneHand(const Scene& scene, const Wallet& a, const Wallet& b) {
        if (a == b) return true;
        const intel::Cluster* cluster = scene.who.clusterOf(a);
        return cluster != nullptr && cluster == scene.who.clusterOf(b);
    }

    // What one hand took out of a pool in the window, of the most that was in it.
    struct Taken {
        Int128 net = 0;
        std::uint64_t most = 0;
        std::vector<const Change*> removals;
    };
    Taken takenBy(const Scene& scene, const Wallet& wallet, const Pool& pool, std::int64_t now) const {
        Taken taken;
        for (const Change& change : pool.changes) {
            if (change.time + m_params.windowSeconds < now || change.time > now) continue;
            if (!oneHand(scene, change.wallet, wallet)) continue;
            if (change.added) {
                // Putting back makes up for what was taken before; what was put in first is what is taken.
                taken.net = std::max<Int128>(0, taken.net - static_cast<Int128>(change.quote));
                continue;
            }
            taken.net += static_cast<Int128>(change.quote);
            taken.most = std::max(taken.most, change.before);
            taken.removals.push_back(&change);
        }
        return taken;
    }

    void taken(const Scene& scene, const Wallet& wallet, Pool& pool, std::int64_t now, Findings& out) {
        const Taken all = takenBy(scene, wallet, pool, now);
        if (all.most == 0 || all.net <= 0) return;
        const double share = std::min(1.0, static_cast<double>(all.net) / static_cast<double>(all.most));
        if (share < m_params.fraction || !worth(pool, share)) return;
        Flag flag = flagOf("liquidity_removal", scene);
        flag.confidence = m_params.observed;
        for (const Change* change : all.removals) {
            if (std::find(flag.wallets.begin(), flag.wallets.end(), change->wallet) == flag.wallets.end())
                flag.wallets.push_back(change->wallet);
            if (flag.evidence.size() < m_params.mostEvidence)
                flag.evidence.push_back(
                    evidenceOf("removal", change->at, {change->wallet}, TokenAmount{change->quote},
                               fmt::format("{} taken out of pool {}", amount(scene, change->quote),
                                           shortKey(pool.address.base58()))));
        }
        flag.against.emplace_back("Liquidity may have moved to another pool or to another price range.");
        const std::uint64_t sum =
            static_cast<std::uint64_t>(std::min<Int128>(all.net, std::numeric_limits<std::uint64_t>::max()));
        const std::string who = flag.wallets.size() == 1
                                    ? shortKey(wallet.base58())
                                    : fmt::format("{} likely linked wallets", flag.wallets.size());
        // Made before the flag is handed over: in which order arguments are made is open.
        std::string sentence =
            fmt::format("{} took {} out of pool {}, {:.0f}% of its quote reserve{}", who, amount(scene, sum),
                        shortKey(pool.address.base58()), share * 100,
                        scene.coin->creator == wallet ? "; it is the wallet that created the coin" : "");
        finish(scene, pool, share, now, std::move(sentence), std::move(flag), out);
    }

    // Who took and puts back is told again, without an alert.
    void putBack(const Scene& scene, Pool& pool, const Wallet& wallet, std::int64_t now, Findings& out) {
        const Taken all = takenBy(scene, wallet, pool, now);
        if (all.removals.empty() || all.most == 0) return;
        const double share = std::clamp(static_cast<double>(all.net) / static_cast<double>(all.most), 0.0, 1.0);
        if (share >= m_params.fraction) return;
        pool.told = 0;
        pool.hardTold = false;
        Flag flag = flagOf("liquidity_removal", scene);
        flag.confidence = m_params.observed;
        flag.subject = pool.address.base58();
        flag.value = share;
        flag.unit = "share of the pool's quote reserve";
        flag.wallets = {wallet};
        flag.rule =
            fmt::format("{}: what was taken out of pool {} came back, {:.0f}% of its quote reserve is missing.",
                        coinName(*scene.coin), shortKey(pool.address.base58()), share * 100);
        flag.evidence.push_back(evidenceOf("addition", scene.event.at, {wallet},
                                           TokenAmount{pool.changes.back().quote}, "liquidity put back"));
        flag.against.emplace_back("Liquidity that came back can be taken again.");
        out.flags.push_back(std::move(flag));
    }

    // Told at half and again when it becomes a hard rug.
    [[nodiscard]] bool worth(const Pool& pool, double share) const {
        return pool.told <= 0 || (share >= m_params.hard && !pool.hardTold);
    }

    void finish(const Scene& scene, Pool& pool, double share, std::int64_t now, const std::string& what, Flag flag,
                Findings& out) const {
        pool.told = share;
        pool.hardTold = pool.hardTold || share >= m_params.hard;
        flag.subject = pool.address.base58();
        flag.time = BlockTime{now};
        flag.value = share;
        flag.unit = "share of the pool's quote reserve";
        flag.gravity = share >= m_params.hard ? Severity::Critical : Severity::Warning;
        flag.rule = fmt::format("{}: {}.", coinName(*scene.coin), what);
        out.flags.push_back(std::move(flag));
    }

    static std::string amount(const Scene& scene, std::uint64_t raw) {
        const int decimals = scene.coin->quoteDecimals;
        const double whole = static_cast<double>(raw) * std::pow(10.0, -decimals);
        return fmt::format("{:.2f} {}", whole, decimals == 9 ? "SOL" : "quote units");
    }

    Params m_params;
    std::uint64_t m_uses = 0;
    std::unordered_map<std::uint32_t, std::vector<Pool>> m_pools;  // by ordinal; only coins that have a pool
};

}  // namespace

std::unique_ptr<Detector> makeLiquidityRemoval() {
    return std::make_unique<LiquidityRemoval>();
}

}  // namespace core::detect
