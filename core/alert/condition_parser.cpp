// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/alert/condition_text.h"
#include "core/alert/lexer.h"
#include "core/alert/words.h"
#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace core::alert {
namespace {

using Kind = Token::Kind;
using Words = std::vector<std::string_view>;

/// Unwinds to the beginning of a condition; never leaves this file.
struct Refused {};

constexpr std::array<std::pair<std::string_view, std::uint32_t>, 9> kOrdinals{{{"first", 1},
                                                                               {"second", 2},
                                                                               {"third", 3},
                                                                               {"fourth", 4},
                                                                               {"fifth", 5},
                                                                               {"sixth", 6},
                                                                               {"seventh", 7},
                                                                               {"eighth", 8},
                                                                               {"ninth", 9}}};

struct TimeUnit {
    std::array<std::string_view, 5> names;
    std::int64_t seconds;
};
constexpr std::array kTimeUnits{
    TimeUnit{{"s", "sec", "secs", "second", "seconds"}, 1},
    TimeUnit{{"m", "min", "mins", "minute", "minutes"}, 60},
    TimeUnit{{"h", "hr", "hrs", "hour", "hours"}, 3'600},
    TimeUnit{{"d", "day", "days", "day", "days"}, 86'400},
};

Condition flattened(auto node) {
    // A group of the same kind in parentheses says nothing more than without them.
    decltype(node.of) flat;
    for (Condition& each : node.of) {
        if (auto* same = std::get_if<decltype(node)>(&each.is)) {
            for (Condition& inner : same->of) flat.push_back(std::move(inner));
        } else {
            flat.push_back(std::move(each));
        }
    }
    node.of = std::move(flat);
    return Condition{std::move(node)};
}

class Parser {
public:
    Parser(std::vector<Token> tokens, std::vector<TextProblem>& problems)
        : m_tokens(std::move(tokens)), m_problems(problems) {}

    std::optional<Condition> run() {
        try {
            if (token().kind == Kind::End) refuse("The condition is empty; write for example: dev sells.");
            Condition out = anyOf();
            if (token().kind != Kind::End) {
                unexpected("The condition should end here or go on", {"and", "or", "with", "within"});
            }
            return out;
        } catch (const Refused&) {
            return std::nullopt;
        }
    }

private:
    [[nodiscard]] const Token& token(std::size_t ahead = 0) const {
        return m_tokens[std::min(m_next + ahead, m_tokens.size() - 1)];
    }
    [[nodiscard]] bool at(std::string_view word, std::size_t ahead = 0) const {
        const Token& here = token(ahead);
        return (here.kind == Kind::Word || here.kind == Kind::Symbol) && here.text == word;
    }
    bool take(std::string_view word) {
        if (!at(word)) return false;
        ++m_next;
        return true;
    }
    [[noreturn]] void refuse(std::string text) {
        m_problems.push_back({token().at, std::move(text)});
        throw Refused{};
    }
    /// Tells without giving up: what follows can be read all the same.
    void complain(std::size_t where, std::string text) { m_problems.push_back({where, std::move(text)}); }
    [[nodiscard]] std::string shown() const {
        constexpr std::size_t kShown = 40;
        const Token& here = token();
        if (here.kind == Kind::End) return "the end";
        return "\"" + sanitizeText(here.text, kShown) + "\"";
    }
    [[noreturn]] void unexpected(std::string_view what, const Words& words) {
        const std::string_view meant =
            token().kind == Kind::Word ? nearest(token().text, words) : std::string_view{};
        if (!meant.empty()) refuse(fmt::format("{} is not known here; did you mean \"{}\"?", shown(), meant));
        std::string list;
        for (const std::string_view word : words) list += fmt::format("{}{}", list.empty() ? "" : ", ", word);
        refuse(fmt::format("{}, not with {}{}{}.", what, shown(), list.empty() ? "" : "; expected one of: ", list));
    }
    void expect(std::string_view word) {
        if (!take(word)) unexpected(fmt::format("Here \"{}\" has to follow", word), {word});
    }

    Condition anyOf() {
        Condition first = allOf();
        if (!at("or")) return first;
        AnyOf node;
        node.of.push_back(std::move(first));
        while (take("or")) node.of.push_back(allOf());
        return flattened(std::move(node));
    }
    Condition allOf() {
        Condition first = one();
        if (!at("and")) return first;
        AllOf node;
        node.of.push_back(std::move(first));
        while (take("and")) node.of.push_back(one());
        return flattened(std::move(node));
    }
    Condition one() {
        if (++m_depth > ConditionLimits::kDeepest)
            refuse(fmt::format("Parentheses and \"not\" may stand at most {} deep.", ConditionLimits::kDeepest));
        Condition out = [&] {
            if (take("not")) {
                NotThat node;
                node.of.push_back(one());
                return Condition{std::move(node)};
            }
            if (take("(")) {
                Condition inner = anyOf();
                if (!take(")")) unexpected("A parenthesis is open that should be closed here", {"and", "or", ")"});
                return inner;
            }
            return part();
        }();
        --m_depth;
        return out;
    }

    Condition part() {
        if (++m_parts > ConditionLimits::kMostParts)
            refuse(fmt::format("A rule may have at most {} conditions.", ConditionLimits::kMostParts));
        const Token& here = token();
        if (here.kind == Kind::Number) return counted();
        if (here.kind == Kind::Word) {
            for (const auto& [word, number] : kOrdinals) {
                if (here.text != word) continue;
                ++m_next;
                expect("member");
                expect("of");
                expect("cluster");
                return ofWallets(number, {Who::Cluster, {}, {}});
            }
            if (here.text == "flag") return flag();
            if (here.text == "coin") return coin();
            if (here.text == "cluster") return cluster();
            if (findField(coinFields(), here.text) != nullptr) return coinField();
            if (here.text == "anyone" || here.text == "dev" || here.text == "linked" || here.text == "wallet")
                return sum();
        }
        Words words{"not", "anyone", "dev", "linked", "wallet", "cluster", "flag", "coin", "second"};
        for (const Field& field : coinFields()) words.push_back(field.name);
        unexpected("A condition begins here", words);
    }

    // ---- doings
    Actor actor() {
        Actor out;
        if (take("anyone")) {
            out.who = Who::Anyone;
        } else if (take("dev")) {
            out.who = Who::Dev;
            if (at("or") && at("linked", 1)) {
                m_next += 2;
                out.who = Who::DevOrLinked;
                oneWallet();
            }
        } else if (take("linked")) {
            out.who = Who::Linked;
            oneWallet();
        } else if (take("cluster")) {
            out.who = Who::Cluster;
        } else if (take("wallet")) {
            if (token().kind == Kind::Name) {
                out.who = Who::Wallet;
                out.name = address();
            } else {
                named(out);
                if (out.who == Who::Anyone) unexpected("Which wallet: its address in quotes, or", {"of", "tagged"});
            }
        } else {
            unexpected("Somebody who acts has to stand here", {"anyone", "dev", "linked", "wallet", "cluster"});
        }
        withTests(out);
        return out;
    }
    void oneWallet() {
        if (!take("wallet")) unexpected("Here \"wallet\" has to follow", {"wallet"});
    }
    // "of list NAME" or "tagged kind", where it stands.
    void named(Actor& out) {
        if (take("of")) {
            expect("list");
            out.who = Who::Listed;
            out.name = listName();
        } else if (take("tagged")) {
            out.who = Who::Tagged;
            out.name = flagKind();
        }
    }
    void withTests(Actor& out) { out.with = tests(out.who == Who::Cluster ? clusterFields() : walletFields()); }
    Verb verb(bool many) {
        Words words;
        for (const VerbWord& word : verbs()) {
            for (const std::string_view form : {word.one, word.many}) {
                const std::size_t blank = form.find(' ');
                const bool two = blank != std::string_view::npos;
                const std::string_view begin = form.substr(0, blank);
                if (at(begin) && (!two || at("liquidity", 1))) {
                    m_next += two ? 2U : 1U;
                    return word.verb;
                }
            }
            words.push_back(many ? word.many : word.one);
        }
        unexpected("What is done has to stand here", words);
    }
    Condition sum() {
        Activity out;
        out.actor = actor();
        return activity(std::move(out), false);
    }
    Condition activity(Activity out, bool many) {
        out.verb = verb(many);
        return rest(std::move(out));
    }
    Condition rest(Activity out) {
        if (atComparison()) {
            const std::size_t where = token().at;
            out.compare = comparison();
            if (out.compare == Compare::AtMost || out.compare == Compare::Below)
                complain(where,
                         "An amount that was moved is held against a least one: write >= or >, and \"not\" "
                         "before the condition for the opposite.");
            out.amount = amount(out.verb);
            const bool each = take("each");
            if (each && out.measure == Measure::Sum)
                complain(where,
                         "\"each\" belongs to a number of wallets or events; without one all amounts are "
                         "added up.");
            if (!each && out.measure != Measure::Sum)
                complain(where,
                         "Say \"each\" behind the amount: it is what each of them has to move in order to "
                         "count.");
        }
        out.withinSeconds = within();
        return Condition{std::move(out)};
    }
    Quantity amount(Verb of) {
        const std::size_t where = token().at;
        Quantity out = quantity();
        const VerbWord& word = wordOf(of);
        const bool coins = out.unit == Unit::PercentOfSupply;
        const bool money = out.unit == Unit::Sol || out.unit == Unit::Usd;
        if (!word.movesCoins && !word.movesQuote) {
            complain(where, fmt::format("\"{}\" has no amount.", word.one));
        } else if (!(coins && word.movesCoins) && !(money && word.movesQuote)) {
            complain(where, fmt::format("The amount of \"{}\" is said {}.", word.one,
                                        word.movesCoins && word.movesQuote ? "in % of supply, SOL or USD"
                                        : word.movesCoins                  ? "in % of supply"
                                                                           : "in SOL or USD"));
        }
        return out;
    }
    Condition counted() {
        const std::size_t where = token().at;
        const auto number = Number::parse(token().text);
        const auto whole = number ? number->scaled(0) : std::nullopt;
        if (!whole || *number != Number{*whole} || *whole == 0 || *whole > ConditionLimits::kMostCount)
            refuse(fmt::format("A count is a whole number from 1 to {}.", ConditionLimits::kMostCount));
        ++m_next;
        const auto count = static_cast<std::uint32_t>(*whole);
        Actor who;
        if (take("wallets") || take("wallet")) {
            named(who);
            return ofWallets(count, std::move(who));
        }
        if (take("members") || take("member")) {
            expect("of");
            expect("cluster");
            who.who = Who::Cluster;
            return ofWallets(count, std::move(who));
        }
        if (at("dev") || at("linked")) {
            who.who = Who::Linked;
            if (take("dev")) {
                who.who = Who::DevOrLinked;
                expect("or");
            }
            expect("linked");
            if (!take("wallets") && !take("wallet")) unexpected("Here \"wallets\" has to follow", {"wallets"});
            return ofWallets(count, std::move(who));
        }
        for (const VerbWord& word : verbs()) {
            if (word.events.empty() || !take(word.events)) continue;
            Activity out;
            out.measure = Measure::Times;
            out.count = count;
            out.verb = word.verb;
            if (take("by")) out.actor = actor();
            return rest(std::move(out));
        }
        Words words{"wallets", "members", "linked", "dev"};
        for (const VerbWord& word : verbs())
            if (!word.events.empty()) words.push_back(word.events);
        complain(where, "A number begins a count of wallets, members or events.");
        unexpected("What is counted has to stand here", words);
    }
    Condition ofWallets(std::uint32_t count, Actor who) {
        Activity out;
        out.measure = Measure::Wallets;
        out.count = count;
        out.actor = std::move(who);
        withTests(out.actor);
        return activity(std::move(out), count != 1);
    }

    // ---- flags, clusters, coins
    std::string flagKind() {
        const Words kinds = flagKinds();
        if (token().kind != Kind::Word || std::find(kinds.begin(), kinds.end(), token().text) == kinds.end())
            unexpected("The kind of a flag has to stand here", kinds);
        return std::string{m_tokens[m_next++].text};
    }
    Condition flag() {
        expect("flag");
        FlagCondition out;
        out.kind = flagKind();
        if (take("starts"))
            out.phase = FlagPhase::Starts;
        else if (take("ends"))
            out.phase = FlagPhase::Ends;
        out.with = tests(flagFields());
        out.withinSeconds = within();
        return Condition{std::move(out)};
    }
    Condition cluster() {
        // "cluster [with ...] holds" is a state, "cluster [with ...] sells" a doing.
        const std::size_t begin = m_next;
        expect("cluster");
        ClusterCondition out;
        out.with = tests(clusterFields());
        if (take("holds")) {
            out.compare = comparison();
            const std::size_t where = token().at;
            out.holds = quantity();
            if (out.holds->unit != Unit::PercentOfSupply)
                complain(where, "What a cluster holds is said in % of supply.");
            return Condition{std::move(out)};
        }
        const bool over = token().kind == Kind::End || at("and") || at("or") || at(")");
        if (!over) {
            m_next = begin;
            return sum();
        }
        if (out.with.empty()) unexpected("Say what of the cluster", {"with", "holds", "sells", "buys"});
        return Condition{std::move(out)};
    }
    Condition coin() {
        expect("coin");
        if (take("graduates")) return Condition{CoinFact{CoinFact::What::Graduates, {}}};
        if (!take("is")) return coinField();
        if (take("watched")) return Condition{CoinFact{CoinFact::What::Watched, {}}};
        if (take("graduated")) return Condition{CoinFact{CoinFact::What::Graduated, {}}};
        if (take("on")) {
            expect("list");
            return Condition{CoinFact{CoinFact::What::Listed, listName()}};
        }
        if (token().kind == Kind::Name) return Condition{CoinFact{CoinFact::What::Mint, address()}};
        unexpected("What the coin is: its address in quotes, or", {"watched", "graduated", "on"});
    }
    Condition coinField() {
        const Field& field = fieldHere(coinFields());
        const std::size_t where = token().at;
        if (take("crosses")) {
            CoinCrosses out;
            out.field = field.name;
            if (!field.crosses) complain(where, fmt::format("\"{}\" cannot be asked for a crossing.", field.name));
            out.upwards = !take("below");
            if (out.upwards && !take("above")) unexpected("Which way it crosses", {"above", "below"});
            out.level = quantityOf(field);
            return Condition{std::move(out)};
        }
        CoinValue out;
        out.test.field = field.name;
        out.test.compare = comparison();
        out.test.quantity = quantityOf(field);
        return Condition{std::move(out)};
    }

    // ---- small things
    const Field& fieldHere(std::span<const Field> fields) {
        const Field* found = token().kind == Kind::Word ? findField(fields, token().text) : nullptr;
        if (found == nullptr) {
            Words words;
            for (const Field& field : fields) words.push_back(field.name);
            if (fields.data() == coinFields().data()) words.insert(words.end(), {"is", "graduates"});
            unexpected("What is compared has to stand here", words);
        }
        ++m_next;
        return *found;
    }
    std::vector<Test> tests(std::span<const Field> fields) {
        std::vector<Test> out;
        if (!take("with")) return out;
        do {
            if (out.size() >= ConditionLimits::kMostTests)
                refuse(fmt::format("At most {} tests may follow one \"with\".", ConditionLimits::kMostTests));
            const Field& field = fieldHere(fields);
            Test test;
            test.field = field.name;
            test.compare = comparison();
            test.quantity = quantityOf(field);
            out.push_back(std::move(test));
        } while (take(","));
        return out;
    }
    [[nodiscard]] bool atComparison() const { return at(">=") || at(">") || at("<=") || at("<"); }
    Compare comparison() {
        for (const Compare each : {Compare::AtLeast, Compare::Above, Compare::AtMost, Compare::Below})
            if (take(compareWord(each))) return each;
        unexpected("A comparison has to stand here", {">=", ">", "<=", "<"});
    }
    Number number() {
        if (token().kind != Kind::Number) unexpected("A number has to stand here", {});
        const auto read = Number::parse(token().text);
        if (!read) {
            refuse(read.error().code == ErrorCode::Overflow
                       ? fmt::format("{} has too many digits; {} are kept.", shown(), Number::kMostDigits)
                       : fmt::format("{} is no number.", shown()));
        }
        ++m_next;
        return *read;
    }
    [[nodiscard]] std::optional<std::int64_t> timeUnit() const {
        if (token().kind != Kind::Word) return std::nullopt;
        for (const TimeUnit& unit : kTimeUnits)
            if (std::find(unit.names.begin(), unit.names.end(), token().text) != unit.names.end())
                return unit.seconds;
        return std::nullopt;
    }
    std::int64_t duration(std::int64_t longest) {
        const std::size_t where = token().at;
        const Number read = number();
        const auto unit = timeUnit();
        if (!unit) unexpected("The unit of a time has to stand here", {"s", "m", "h", "d"});
        ++m_next;
        const auto whole = read.scaled(0);
        if (!whole || read != Number{*whole} || *whole == 0 ||
            *whole > static_cast<std::uint64_t>(longest / *unit)) {
            complain(where, fmt::format("A time here is a whole number from 1s to {}.", durationText(longest)));
            return 1;
        }
        return static_cast<std::int64_t>(*whole) * *unit;
    }
    std::optional<std::int64_t> within() {
        if (!take("within")) return std::nullopt;
        return duration(ConditionLimits::kLongestWindow);
    }
    Quantity quantity() {
        Quantity out;
        out.number = number();
        if (take("%")) {
            out.unit = Unit::Percent;
            if (take("of")) {
                expect("supply");
                out.unit = Unit::PercentOfSupply;
            }
        } else if (take("SOL") || take("sol")) {
            out.unit = Unit::Sol;
        } else if (take("USD") || take("usd")) {
            out.unit = Unit::Usd;
        }
        return out;
    }
    Quantity quantityOf(const Field& field) {
        constexpr std::int64_t kLongestAge = 10'000LL * 86'400;
        const std::size_t where = token().at;
        if (field.units.front() == Unit::Seconds)
            return {Number{static_cast<std::uint64_t>(duration(kLongestAge))}, Unit::Seconds};
        Quantity out = quantity();
        // Every amount of money needs its unit said; a share may be written "20% of supply" too.
        if (out.unit == Unit::PercentOfSupply && field.units.front() == Unit::Percent) out.unit = Unit::Percent;
        if (std::find(field.units.begin(), field.units.end(), out.unit) == field.units.end()) {
            std::string list;
            for (const Unit unit : field.units) {
                const std::string_view word = unit == Unit::None ? "a plain number" : unitWord(unit);
                list += fmt::format("{}{}", list.empty() ? "" : " or ", word);
            }
            complain(where, fmt::format("\"{}\" is held against {}.", field.name, list));
        }
        return out;
    }
    std::string listName() {
        constexpr std::size_t kLongest = 64;
        if (token().kind != Kind::Name) unexpected("The name of a list has to stand here, in quotes", {});
        const std::string_view name = token().text;
        if (name.empty() || name.size() > kLongest || sanitizeText(name, kLongest) != name ||
            name.find_first_of("\"'\\") != std::string_view::npos)
            refuse(fmt::format("The name of a list has 1 to {} visible characters.", kLongest));
        ++m_next;
        return std::string{name};
    }
    std::string address() {
        if (!Pubkey::fromBase58(token().text)) refuse(fmt::format("{} is no address.", shown()));
        return std::string{m_tokens[m_next++].text};
    }

    std::vector<Token> m_tokens;
    std::vector<TextProblem>& m_problems;
    std::size_t m_next = 0;
    int m_depth = 0;
    std::size_t m_parts = 0;
};

}  // namespace

std::variant<Condition, std::vector<TextProblem>> parseCondition(std::string_view text) {
    std::vector<TextProblem> problems;
    if (text.size() > ConditionLimits::kMostBytes) {
        problems.push_back(
            {0, fmt::format("A condition may have at most {} characters.", ConditionLimits::kMostBytes)});
        return problems;
    }
    auto condition = Parser{tokensOf(text, problems), problems}.run();
    if (condition && problems.empty()) return *std::move(condition);
    std::stable_sort(problems.begin(), problems.end(),
                     [](const TextProblem& a, const TextProblem& b) { return a.at < b.at; });
    return problems;
}

}  // namespace core::alert
