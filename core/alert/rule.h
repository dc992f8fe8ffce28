// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/number.h"
#include "core/model/alert.h"
#include "core/model/ids.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace core::alert {

// What a rule says, as a tree. Text of it: condition_text.h (the language) and rule_file.h (the file).

/// How a value is held against a number.
enum class Compare : std::uint8_t { AtLeast, Above, AtMost, Below };

/// Whether `a` stands to `b` as asked.
template <class T>
[[nodiscard]] constexpr bool holds(Compare compare, const T& a, const T& b) noexcept {
    switch (compare) {
        case Compare::AtLeast: return !(a < b);
        case Compare::Above: return b < a;
        case Compare::AtMost: return !(b < a);
        case Compare::Below: return a < b;
    }
    return false;
}
/// The comparison that holds where this one does not.
[[nodiscard]] constexpr Compare opposite(Compare compare) noexcept {
    switch (compare) {
        case Compare::AtLeast: return Compare::Below;
        case Compare::Above: return Compare::AtMost;
        case Compare::AtMost: return Compare::Above;
        case Compare::Below: return Compare::AtLeast;
    }
    return compare;
}

/// What a number counts.
enum class Unit : std::uint8_t {
    None,
    Percent,          ///< of whatever the field is a share of
    PercentOfSupply,  ///< of the coin's supply
    Sol,
    Usd,
    Seconds,
};

struct Quantity {
    Number number;
    Unit unit = Unit::None;
    friend bool operator==(const Quantity&, const Quantity&) = default;
};

/// `age < 1h`, `confidence >= 0.8`: a field of a wallet, a flag or a cluster. Names and units: words.h.
struct Test {
    std::string field;
    Compare compare = Compare::AtLeast;
    Quantity quantity;
    friend bool operator==(const Test&, const Test&) = default;
};

/// Whose doing counts.
enum class Who : std::uint8_t {
    Anyone,
    Dev,          ///< the address that created the coin
    Linked,       ///< a wallet linked to it with P >= .9
    DevOrLinked,  ///< either
    Wallet,       ///< one address
    Listed,       ///< a wallet of a list
    Tagged,       ///< a wallet that a standing flag of a kind names, on this coin or without a coin
    Cluster,      ///< any member of the cluster at hand
};

struct Actor {
    Who who = Who::Anyone;
    std::string name;  ///< list, flag kind or address, where `who` asks for one
    std::vector<Test> with;
    friend bool operator==(const Actor&, const Actor&) = default;
};

/// What is done.
enum class Verb : std::uint8_t {
    Buy,
    Sell,
    Trade,  ///< either
    Send,   ///< coins left a wallet without a trade
    Receive,
    Create,
    AddLiquidity,
    RemoveLiquidity,
    Mint,
    Burn,
};

/// How doings add up.
enum class Measure : std::uint8_t {
    Sum,      ///< amounts of all of them; without `within`: of one alone
    Wallets,  ///< distinct wallets
    Times,    ///< how often
};

/// `dev or linked wallet sells >= 2% of supply within 60s`, `3 wallets of list "X" buy within 5m`.
struct Activity {
    Measure measure = Measure::Sum;
    std::uint32_t count = 1;  ///< wallets or times at least; 1 for Sum
    Actor actor;
    Verb verb = Verb::Buy;
    /// Sum: what has to come together, absent: any. Else what each has to move in order to count.
    std::optional<Quantity> amount;
    Compare compare = Compare::AtLeast;           ///< of `amount`; AtLeast or Above
    std::optional<std::int64_t> withinSeconds{};  ///< absent: Sum: one event; else a day
    friend bool operator==(const Activity&, const Activity&) = default;
};

enum class FlagPhase : std::uint8_t {
    Stands,  ///< its last statement was not withdrawn
    Starts,  ///< said for the first time of its subject
    Ends,    ///< withdrawn
};

/// `flag pump starts`, `flag cabal with confidence >= 0.97, wallets >= 3`.
struct FlagCondition {
    std::string kind;
    FlagPhase phase = FlagPhase::Stands;
    std::vector<Test> with;
    /// Said within; absent: Stands: whenever; else with the event at hand.
    std::optional<std::int64_t> withinSeconds{};
    friend bool operator==(const FlagCondition&, const FlagCondition&) = default;
};

/// `cluster with confidence >= 0.8 holds >= 20% of supply`: the cluster at hand, of the wallet that moved or of the
/// flag that was said.
struct ClusterCondition {
    std::vector<Test> with;
    std::optional<Quantity> holds;
    Compare compare = Compare::AtLeast;
    friend bool operator==(const ClusterCondition&, const ClusterCondition&) = default;
};

/// `coin market_cap > 50000 USD`.
struct CoinValue {
    Test test;
    friend bool operator==(const CoinValue&, const CoinValue&) = default;
};

/// `coin price crosses above 0.0000012 SOL`: with the trade at hand it goes from one side to the other.
struct CoinCrosses {
    std::string field;
    bool upwards = true;
    Quantity level;
    friend bool operator==(const CoinCrosses&, const CoinCrosses&) = default;
};

/// `coin is watched`, `coin graduates`.
struct CoinFact {
    enum class What : std::uint8_t { Watched, Listed, Mint, Graduated, Graduates };
    What what = What::Watched;
    std::string name;  ///< of Listed and Mint
    friend bool operator==(const CoinFact&, const CoinFact&) = default;
};

struct Condition;
/// Children of a node are never of its own kind: `a and b and c` is one node.
struct AllOf {
    std::vector<Condition> of;
    friend bool operator==(const AllOf&, const AllOf&);
};
struct AnyOf {
    std::vector<Condition> of;
    friend bool operator==(const AnyOf&, const AnyOf&);
};
struct NotThat {
    std::vector<Condition> of;  ///< one
    friend bool operator==(const NotThat&, const NotThat&);
};

struct Condition {
    std::variant<AllOf, AnyOf, NotThat, Activity, FlagCondition, ClusterCondition, CoinValue, CoinCrosses, CoinFact>
        is;
    friend bool operator==(const Condition&, const Condition&);
};

inline bool operator==(const AllOf& a, const AllOf& b) {
    return a.of == b.of;
}
inline bool operator==(const AnyOf& a, const AnyOf& b) {
    return a.of == b.of;
}
inline bool operator==(const NotThat& a, const NotThat& b) {
    return a.of == b.of;
}
inline bool operator==(const Condition& a, const Condition& b) {
    return a.is == b.is;
}

/// Which coins a rule looks at.
struct Scope {
    enum class What : std::uint8_t { Any, Watched, Mints, List };
    What what = What::Any;
    std::vector<Mint> mints;
    std::string list;
    friend bool operator==(const Scope&, const Scope&) = default;
};

/// One alert rule.
struct Rule {
    std::string id;     ///< a-z, 0-9, - and _
    std::string title;  ///< as written; sanitize before showing
    std::uint32_t version = 1;
    bool armed = true;
    AlertGroup group = AlertGroup::Defence;
    std::optional<Severity> severity;  ///< absent: from confidence, supply share and liquidity
    std::string kind;                  ///< of its alerts; empty: that of the flag behind it, else the id
    std::string sound;                 ///< what is played with its alerts; empty: what the settings say
    std::int64_t coolDownSeconds = 600;
    Scope scope;
    Condition when;
    friend bool operator==(const Rule&, const Rule&) = default;
};

/// A named list that rules speak of.
struct NameList {
    std::vector<Wallet> wallets;
    std::vector<Mint> mints;
    friend bool operator==(const NameList&, const NameList&) = default;
};

/// The coins and lists of the user. The list "watched" is what `coin is watched` asks.
using Watchlists = std::map<std::string, NameList, std::less<>>;
inline constexpr std::string_view kWatched = "watched";
/// Wallets whose every trade is to raise an alert; no list of a user has this name.
inline constexpr std::string_view kAlerts = "alerts";

/// A rules file. Thread: immutable once made.
struct RuleSet {
    std::vector<Rule> rules;
    Watchlists lists;
    friend bool operator==(const RuleSet&, const RuleSet&) = default;
};

}  // namespace core::alert
