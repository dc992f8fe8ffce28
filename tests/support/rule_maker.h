// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"
#include "core/alert/words.h"

#include <array>
#include <random>
#include <string>
#include <vector>

namespace test {

/// Makes rules of every form the language has, for property tests.
class RuleMaker {
public:
    explicit RuleMaker(std::mt19937_64& random) : m_random(random) {}

    core::alert::Rule rule(std::size_t number) {
        using namespace core::alert;
        Rule out;
        out.id = "rule-" + std::to_string(number);
        out.title =
            std::array<std::string, 3>{"The dev sells", "It's \"big\"", "\xe7\x8b\x99\xe5\x87\xbb"}[pick(3)];
        out.version = static_cast<std::uint32_t>(1 + pick(9));
        out.armed = pick(4) != 0;
        out.group = static_cast<core::AlertGroup>(pick(3));
        if (pick(2) == 0) out.severity = static_cast<core::Severity>(pick(3));
        if (pick(2) == 0) out.kind = "dev_dump";
        if (number % 3 == 0) out.sound = "alarm";
        out.coolDownSeconds = std::array<std::int64_t, 4>{1, 60, 3'600, 7 * 86'400}[pick(4)];
        out.scope.what = static_cast<Scope::What>(pick(4));
        if (out.scope.what == Scope::What::Mints) out.scope.mints = {core::Mint{}};
        if (out.scope.what == Scope::What::List) out.scope.list = "X";
        out.when = condition(3);
        // Something has to wake it.
        AllOf both;
        both.of = {Condition{activity()}, out.when};
        if (auto* all = std::get_if<AllOf>(&out.when.is)) {
            all->of.push_back(Condition{activity()});
        } else {
            out.when = Condition{both};
        }
        return out;
    }

private:
    std::size_t pick(std::size_t below) { return static_cast<std::size_t>(m_random() % below); }
    core::alert::Number number() { return core::alert::Number{m_random() % 1'000'000, static_cast<int>(pick(7))}; }
    core::alert::Compare compare() { return static_cast<core::alert::Compare>(pick(4)); }
    core::alert::Quantity quantity(const core::alert::Field& field) {
        const core::alert::Unit unit = field.units[pick(field.units.size())];
        if (unit == core::alert::Unit::Seconds) return {core::alert::Number{1 + m_random() % 86'400}, unit};
        return {number(), unit};
    }
    std::vector<core::alert::Test> tests(std::span<const core::alert::Field> fields) {
        std::vector<core::alert::Test> out;
        for (std::size_t left = pick(3); left > 0; --left) {
            const core::alert::Field& field = fields[pick(fields.size())];
            out.push_back({std::string{field.name}, compare(), quantity(field)});
        }
        return out;
    }
    std::optional<std::int64_t> within() {
        if (pick(2) == 0) return std::nullopt;
        return std::array<std::int64_t, 4>{5, 90, 300, 86'400}[pick(4)];
    }
    std::string kind() {
        const auto kinds = core::alert::flagKinds();
        return std::string{kinds[pick(kinds.size())]};
    }
    core::alert::Activity activity() {
        using namespace core::alert;
        Activity out;
        out.measure = static_cast<Measure>(pick(3));
        const VerbWord& verb = verbs()[pick(verbs().size())];
        out.verb = verb.verb;
        if (out.measure == Measure::Times && verb.events.empty()) out.measure = Measure::Sum;
        out.count = out.measure == Measure::Sum ? 1 : static_cast<std::uint32_t>(1 + pick(20));
        out.actor.who = static_cast<Who>(pick(8));
        if (out.measure == Measure::Wallets && (out.actor.who == Who::Wallet || out.actor.who == Who::Dev))
            out.actor.who = Who::DevOrLinked;
        if (out.actor.who == Who::Wallet) out.actor.name = core::Wallet{}.base58();
        if (out.actor.who == Who::Listed) out.actor.name = "X";
        if (out.actor.who == Who::Tagged) out.actor.name = kind();
        out.actor.with = tests(out.actor.who == Who::Cluster ? clusterFields() : walletFields());
        if ((verb.movesCoins || verb.movesQuote) && pick(2) == 0) {
            std::vector<Unit> units;
            if (verb.movesCoins) units.push_back(Unit::PercentOfSupply);
            if (verb.movesQuote) units.insert(units.end(), {Unit::Sol, Unit::Usd});
            out.amount = Quantity{number(), units[pick(units.size())]};
            out.compare = static_cast<Compare>(pick(2));
        }
        out.withinSeconds = within();
        return out;
    }
    core::alert::Condition leaf() {
        using namespace core::alert;
        switch (pick(6)) {
            case 0: return Condition{activity()};
            case 1:
                return Condition{
                    FlagCondition{kind(), static_cast<FlagPhase>(pick(3)), tests(flagFields()), within()}};
            case 2: {
                ClusterCondition out{tests(clusterFields()), std::nullopt, Compare::AtLeast};
                if (out.with.empty() || pick(2) == 0) {
                    out.holds = Quantity{number(), Unit::PercentOfSupply};
                    out.compare = compare();
                }
                return Condition{out};
            }
            case 3: {
                const Field& field = coinFields()[pick(coinFields().size())];
                return Condition{CoinValue{{std::string{field.name}, compare(), quantity(field)}}};
            }
            case 4: return Condition{CoinCrosses{"price", pick(2) == 0, {number(), Unit::Sol}}};
            default: break;
        }
        CoinFact out{static_cast<CoinFact::What>(pick(5)), {}};
        if (out.what == CoinFact::What::Listed) out.name = "X";
        if (out.what == CoinFact::What::Mint) out.name = core::Mint{}.base58();
        return Condition{out};
    }
    core::alert::Condition condition(int deep, int notThis = -1) {
        using namespace core::alert;
        const int kind = deep == 0 ? 3 : static_cast<int>(pick(4));
        if (kind == 3 || kind == notThis) return leaf();
        if (kind == 2) return Condition{NotThat{{condition(deep - 1)}}};
        std::vector<Condition> of;
        for (std::size_t left = 2 + pick(2); left > 0; --left) of.push_back(condition(deep - 1, kind));
        if (kind == 0) return Condition{AllOf{std::move(of)}};
        return Condition{AnyOf{std::move(of)}};
    }

    std::mt19937_64& m_random;
};

}  // namespace test
