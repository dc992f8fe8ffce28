// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/condition_text.h"
#include "core/alert/words.h"

#include <fmt/format.h>

namespace core::alert {
namespace {

std::string text(const Quantity& quantity) {
    if (quantity.unit == Unit::Seconds)
        return durationText(static_cast<std::int64_t>(quantity.number.scaled(0).value_or(0)));
    const std::string_view word = unitWord(quantity.unit);
    return fmt::format("{}{}{}", quantity.number.text(), word.empty() || word.front() == '%' ? "" : " ", word);
}

std::string text(const Test& test) {
    return fmt::format("{} {} {}", test.field, compareWord(test.compare), text(test.quantity));
}

std::string withText(const std::vector<Test>& tests) {
    std::string out;
    for (const Test& test : tests) out += (out.empty() ? " with " : ", ") + text(test);
    return out;
}

std::string withinText(const std::optional<std::int64_t>& seconds) {
    return seconds ? " within " + durationText(*seconds) : std::string{};
}

std::string actorText(const Actor& actor, bool many) {
    const std::string_view s = many ? "s" : "";
    switch (actor.who) {
        case Who::Anyone: return "anyone";
        case Who::Dev: return "dev";
        case Who::Linked: return fmt::format("linked wallet{}", s);
        case Who::DevOrLinked: return fmt::format("dev or linked wallet{}", s);
        case Who::Wallet: return fmt::format("wallet \"{}\"", actor.name);
        case Who::Listed: return fmt::format("wallet{} of list \"{}\"", s, actor.name);
        case Who::Tagged: return fmt::format("wallet{} tagged {}", s, actor.name);
        case Who::Cluster: return "cluster";
    }
    return {};
}

std::string countedText(const Activity& activity) {
    const bool many = activity.count != 1;
    const Actor& actor = activity.actor;
    if (actor.who == Who::Anyone) return fmt::format("{} wallet{}", activity.count, many ? "s" : "");
    if (actor.who == Who::Cluster) return fmt::format("{} member{} of cluster", activity.count, many ? "s" : "");
    return fmt::format("{} {}", activity.count, actorText(actor, many));
}

std::string text(const FlagCondition& flag) {
    const std::string_view phase = flag.phase == FlagPhase::Starts ? " starts"
                                   : flag.phase == FlagPhase::Ends ? " ends"
                                                                   : "";
    return fmt::format("flag {}{}{}{}", flag.kind, phase, withText(flag.with), withinText(flag.withinSeconds));
}

std::string text(const ClusterCondition& cluster) {
    std::string out = "cluster" + withText(cluster.with);
    if (cluster.holds) out += fmt::format(" holds {} {}", compareWord(cluster.compare), text(*cluster.holds));
    return out;
}

std::string text(const CoinFact& fact) {
    switch (fact.what) {
        case CoinFact::What::Watched: return "coin is watched";
        case CoinFact::What::Listed: return fmt::format("coin is on list \"{}\"", fact.name);
        case CoinFact::What::Mint: return fmt::format("coin is \"{}\"", fact.name);
        case CoinFact::What::Graduated: return "coin is graduated";
        case CoinFact::What::Graduates: return "coin graduates";
    }
    return {};
}

std::string text(const CoinCrosses& crosses) {
    return fmt::format("coin {} crosses {} {}", crosses.field, crosses.upwards ? "above" : "below",
                       text(crosses.level));
}

// How tightly a node binds: or, and, not, the rest.
int rank(const Condition& condition) {
    if (std::holds_alternative<AnyOf>(condition.is)) return 0;
    if (std::holds_alternative<AllOf>(condition.is)) return 1;
    return 2;
}

std::string print(const Condition& condition, int least) {
    struct Printer {
        std::string operator()(const AllOf& node) const { return joined(node.of, " and ", 2); }
        std::string operator()(const AnyOf& node) const { return joined(node.of, " or ", 1); }
        std::string operator()(const NotThat& node) const { return "not " + print(node.of.front(), 2); }
        std::string operator()(const Activity& activity) const { return printActivity(activity); }
        std::string operator()(const FlagCondition& flag) const { return text(flag); }
        std::string operator()(const ClusterCondition& cluster) const { return text(cluster); }
        std::string operator()(const CoinValue& value) const { return "coin " + text(value.test); }
        std::string operator()(const CoinCrosses& crosses) const { return text(crosses); }
        std::string operator()(const CoinFact& fact) const { return text(fact); }

        static std::string joined(const std::vector<Condition>& of, std::string_view by, int least) {
            std::string out;
            for (const Condition& each : of) {
                if (!out.empty()) out += by;
                out += print(each, least);
            }
            return out;
        }
    };
    std::string out = std::visit(Printer{}, condition.is);
    return rank(condition) < least ? "(" + out + ")" : out;
}

}  // namespace

std::string printActivity(const Activity& activity) {
    const VerbWord& verb = wordOf(activity.verb);
    std::string out;
    std::string amount;
    if (activity.amount)
        amount = fmt::format(" {} {}{}", compareWord(activity.compare), text(*activity.amount),
                             activity.measure == Measure::Sum ? "" : " each");
    const std::string with = withText(activity.actor.with);
    switch (activity.measure) {
        case Measure::Sum: out = fmt::format("{}{} {}", actorText(activity.actor, false), with, verb.one); break;
        case Measure::Wallets:
            out = fmt::format("{}{} {}", countedText(activity), with, activity.count == 1 ? verb.one : verb.many);
            break;
        case Measure::Times: {
            out = fmt::format("{} {}", activity.count, verb.events);
            if (activity.actor.who != Who::Anyone || !activity.actor.with.empty())
                out += " by " + actorText(activity.actor, false) + with;
            break;
        }
    }
    return out + amount + withinText(activity.withinSeconds);
}

std::string printCondition(const Condition& condition) {
    return print(condition, 0);
}

}  // namespace core::alert
