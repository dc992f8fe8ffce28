// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace core::alert {

// Rules made ready to run: "not" is pushed down to the conditions, what is cheap to look at comes first, and
// an index leads from what happens to the rules that ask for it.

inline constexpr std::uint32_t kNone = std::numeric_limits<std::uint32_t>::max();

/// A condition that is no node. What it says stands in the rule.
struct Leaf {
    const Condition* says = nullptr;
    bool denied = false;  ///< holds where the condition is known not to
    std::uint32_t at =
        kNone;              ///< tally of an Activity, gauge of CoinValue and CoinCrosses, kind of a FlagCondition
    std::size_t field = 0;  ///< of CoinValue and CoinCrosses
};

struct Node {
    enum class Op : std::uint8_t { All, Any, Leaf };
    Op op = Op::Leaf;
    std::vector<std::uint32_t> of;  ///< All and Any
    Leaf leaf;
};

/// One armed rule.
struct Plan {
    const Rule* rule = nullptr;
    std::vector<Node> nodes;
    std::uint32_t root = 0;
    bool aboutClusters = false;  ///< fires for each cluster apart
    bool instant = false;        ///< rests on something that happens at one moment: each time is news
    std::int64_t window = 0;     ///< longest of its sliding windows, seconds
};

/// What wakes a rule once a tally reaches it.
struct Trigger {
    std::uint32_t plan = 0;
    const Activity* says = nullptr;
};
enum class TriggerClass : std::uint8_t { Any, Share, Sol, Usd, Count };

/// Doings that are added up; rules that ask for the same ones share it.
struct TallyPlan {
    const Activity* says = nullptr;  ///< of the first rule; amounts and counts of others may differ
    std::int64_t window = 0;         ///< seconds; 0: one doing alone
    bool distinct = false;
    std::string name;                              ///< tells it from others, in any book
    std::array<std::vector<Trigger>, 5> triggers;  ///< by TriggerClass, each from the least number up
};

/// A field of a coin in a unit, and the levels at which rules wake.
struct GaugePlan {
    struct Level {
        double value = 0;
        std::uint32_t plan = 0;
        bool strict = false;  ///< the value itself is on the lower side
        [[nodiscard]] bool above(double at) const noexcept { return strict ? at > value : at >= value; }
    };
    std::size_t field = 0;
    Unit unit = Unit::None;
    std::uint32_t zone = 0;
    std::vector<Level> levels;  ///< ascending
};

/// What rules of one scope ask for.
struct Zone {
    struct Doers {
        std::vector<std::uint32_t> anyone;   ///< tallies
        std::vector<std::uint32_t> related;  ///< of the dev and linked wallets
        std::vector<std::uint32_t> cluster;
        std::unordered_map<Wallet, std::vector<std::uint32_t>> wallets;
        std::map<std::uint32_t, std::vector<std::uint32_t>> lists;
        std::map<std::uint32_t, std::vector<std::uint32_t>> tags;  ///< by kind
    };
    struct ClusterTrigger {
        std::uint32_t plan = 0;
        const ClusterCondition* says = nullptr;
    };
    static constexpr std::size_t kVerbs = 10;

    std::string name;           ///< tells it from others, in any book
    std::vector<Mint> mints{};  ///< of a zone of named coins
    std::array<Doers, kVerbs> doers;
    std::vector<std::uint32_t> gauges;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> flags;  ///< plans by kind
    std::vector<ClusterTrigger> clusters;                                 ///< from the least share up
    std::vector<std::uint32_t> graduates;                                 ///< plans
    std::array<bool, kVerbs> asks{};
};

/// All armed rules of a set and the index over them. Immutable. Thread: any.
class PlanBook {
public:
    /// `lists`: those of the user; a list of the set with the same name comes first.
    PlanBook(std::shared_ptr<const RuleSet> set, const Watchlists& lists);

    [[nodiscard]] const std::vector<Plan>& plans() const noexcept { return m_plans; }
    [[nodiscard]] const std::vector<TallyPlan>& tallies() const noexcept { return m_tallies; }
    [[nodiscard]] const std::vector<GaugePlan>& gauges() const noexcept { return m_gauges; }
    /// The first is that of all coins.
    [[nodiscard]] const std::vector<Zone>& zones() const noexcept { return m_zones; }
    /// Zones beside the first that a coin is in.
    [[nodiscard]] const std::vector<std::uint32_t>& zonesOf(const Mint& mint) const;
    [[nodiscard]] std::uint32_t kind(std::string_view flagKind) const;  ///< kNone: no rule speaks of it
    [[nodiscard]] const std::map<std::string, std::uint32_t, std::less<>>& kinds() const noexcept {
        return m_kinds;
    }
    /// Those of the user and of the set.
    [[nodiscard]] const Watchlists& lists() const noexcept { return m_lists; }
    [[nodiscard]] bool isTag(std::uint32_t kind) const { return kind < m_tags.size() && m_tags[kind]; }
    /// Lists a wallet is on, of those that rules speak of.
    [[nodiscard]] const std::vector<std::uint32_t>& listsOf(const Wallet& wallet) const;
    [[nodiscard]] bool anyLists() const noexcept { return !m_listsOf.empty(); }
    [[nodiscard]] bool isOnList(const Mint& mint, std::string_view list) const;

private:
    class Builder;

    std::shared_ptr<const RuleSet> m_set;
    Watchlists m_lists;
    std::vector<Plan> m_plans;
    std::vector<TallyPlan> m_tallies;
    std::vector<GaugePlan> m_gauges;
    std::vector<Zone> m_zones;
    std::unordered_map<Mint, std::vector<std::uint32_t>> m_zonesOf;
    std::map<std::string, std::uint32_t, std::less<>> m_kinds;
    std::vector<bool> m_tags;  ///< by kind: wallets are asked whether they carry it
    std::unordered_map<Wallet, std::vector<std::uint32_t>> m_listsOf;
    std::map<std::string, std::unordered_set<Mint>, std::less<>> m_coinLists;
};

}  // namespace core::alert
