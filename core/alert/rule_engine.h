// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/field_values.h"
#include "core/alert/fired_book.h"
#include "core/alert/freshness.h"
#include "core/alert/plan.h"
#include "core/alert/rule_stats.h"
#include "core/alert/tally.h"
#include "core/detect/detector.h"

#include <boost/unordered/unordered_flat_map.hpp>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

namespace core::alert {

/// Runs the armed rules over events and flags and says the alerts that come of it. A look at an event costs what
/// the rules cost that ask for it, not what all rules or coins do; memory is kept for what a rule counts and is
/// bounded. The same events in the same order give the same alerts. Thread: confined to the engine.
class RuleEngine {
public:
    /// `lists`: those of the user, "watched" among them. `earlier`: alerts of runs before.
    RuleEngine(std::shared_ptr<const RuleSet> set, const Watchlists& lists, std::vector<FiredKey> earlier = {});
    ~RuleEngine();

    /// Adds alerts of runs before; before the first event.
    void remember(std::vector<FiredKey> earlier);
    /// Takes other rules or lists. Rules that were armed before go on: what they counted, what they fired and what
    /// they know of coins stays. A rule is the same by id and version.
    void arm(std::shared_ptr<const RuleSet> set, const Watchlists& lists);
    /// Coins that a rule names, so that meet() can be called for them after arm(). Each once.
    [[nodiscard]] std::vector<Mint> namedCoins() const;
    /// Takes a coin as it stands, so that its next trade can cross a level. Wakes nobody.
    void meet(const detect::Scene& scene);

    /// First of all that comes of an event: how old it is.
    void arrive(const Event& event);
    /// After ledger, intel and detectors took the event and its flags were given to onFlag. Appends to `out`.
    void onEvent(const detect::Scene& scene, std::vector<Alert>& out);
    /// For each statement of the detectors; `coin` is the flag's own.
    void onFlag(const detect::Scene& scene, const Flag& flag, std::vector<Alert>& out);

    [[nodiscard]] const RuleStats& stats() const noexcept { return m_stats; }

private:
    struct Said;
    struct OnCoin;
    struct Moment;

    // rearm.cpp
    void carryOver(const PlanBook& before);
    void carryTallies(const PlanBook& before);
    void carryCoins(const PlanBook& before);

    void doing(Moment& moment, std::vector<Alert>& out);
    void offer(Moment& moment, const std::vector<std::uint32_t>& tallies);
    void offerZone(Moment& moment, const Zone& zone);
    void wake(const Moment& moment, std::uint32_t tally);
    void gaugesOf(Moment& moment, const Zone& zone);
    void touch(std::uint32_t plan, std::uint32_t tally = kNone);
    void look(Moment& moment, std::vector<Alert>& out);
    void remember(const Flag& flag, std::uint32_t kind, Moment& moment);
    void bindCluster(Moment& moment, intel::WalletId wallet) const;

    [[nodiscard]] bool holdsNode(Moment& moment, const Plan& plan, std::uint32_t node);
    [[nodiscard]] std::optional<bool> holdsLeaf(Moment& moment, const Leaf& leaf);
    [[nodiscard]] std::optional<bool> holdsThat(Moment& moment, const Leaf& leaf, const Activity& says);
    [[nodiscard]] std::optional<bool> holdsThat(Moment& moment, const Leaf& leaf, const FlagCondition& says);
    [[nodiscard]] std::optional<bool> holdsThat(Moment& moment, const ClusterCondition& says);
    [[nodiscard]] std::optional<bool> holdsThat(Moment& moment, const Leaf& leaf, const CoinValue& says);
    [[nodiscard]] std::optional<bool> holdsThat(Moment& moment, const Leaf& leaf, const CoinCrosses& says);
    [[nodiscard]] std::optional<bool> holdsThat(Moment& moment, const CoinFact& says);
    [[nodiscard]] bool selects(Moment& moment, const Activity& says);
    [[nodiscard]] bool passes(Moment& moment, const std::vector<Test>& tests, bool ofCluster);
    [[nodiscard]] bool reaches(const Moment& moment, const Activity& says, std::uint32_t tally);
    [[nodiscard]] bool reachesAmount(const Moment& moment, const Activity& says, Uint128 coins,
                                     Uint128 lamports) const;
    [[nodiscard]] Tally* tallyAt(const Moment& moment, std::uint32_t tally);
    [[nodiscard]] bool isTagged(const Moment& moment, std::uint32_t kind);
    [[nodiscard]] ClusterHere* here(Moment& moment) const;
    [[nodiscard]] double linkOf(Moment& moment) const;

    [[nodiscard]] std::string subjectOf(const Moment& moment, const Plan& plan, std::uint32_t tally) const;
    [[nodiscard]] Alert alertOf(Moment& moment, const Plan& plan, std::uint32_t tally);
    void explain(Moment& moment, const Plan& plan, std::uint32_t node, Alert& alert, std::string& text);
    void explainActivity(Moment& moment, const Leaf& leaf, const Activity& says, Alert& alert, std::string& text);

    struct Stamped {
        std::uint64_t stamp = 0;  ///< of the moment that touched it
        std::uint32_t tally = kNone;
    };

    std::unique_ptr<PlanBook> m_book;
    std::unordered_map<std::string, std::vector<FiredKey>> m_earlier;  ///< by rule id and mint
    std::vector<RecentMap<std::uint64_t, Tally, 64>> m_tallies;        ///< by tally, of coin and cluster
    std::vector<std::uint64_t> m_counted;                              ///< by tally: stamp of the last moment
    std::unique_ptr<RecentMap<std::uint32_t, OnCoin, 64>> m_coins;
    boost::unordered_flat_map<std::uint64_t, bool> m_tagged;  ///< wallet and kind, of flags without a coin
    std::vector<Stamped> m_stamped;                           ///< by plan
    std::vector<std::uint32_t> m_touched;                     ///< plans
    std::uint64_t m_stamp = 0;
    FiredBook m_fired;
    Freshness m_freshness;
    bool m_old = false;  ///< the event at hand
    RuleStats m_stats;
};

}  // namespace core::alert
