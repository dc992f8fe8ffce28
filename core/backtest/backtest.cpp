// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backtest/backtest.h"

#include "core/alert/default_rules.h"
#include "core/backtest/truth.h"
#include "core/base/text.h"
#include "core/pipeline/canonical_order.h"
#include "core/pipeline/engine.h"
#include "core/pipeline/recording.h"
#include "core/store/trade_store.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <utility>

namespace core::backtest {
namespace {

class Runner {
public:
    Runner(const Options& options, const alert::RuleSet& rules) : m_options(options), m_rules(rules) {}

    Result<Backtest> all() {
        if (m_options.truth) {
            auto truth = Truth::read(*m_options.truth);
            if (!truth) return truth.error();
            m_truth = std::move(*truth);
        }
        const std::size_t parts = m_options.inputs.size() + (m_options.database ? 1 : 0);
        for (std::size_t i = 0; i < m_options.inputs.size(); ++i)
            if (auto done = recording(i, parts); !done) return done.error();
        if (m_options.database)
            if (auto done = stored(parts); !done) return done.error();
        judge();
        return std::move(m_out);
    }

private:
    // An engine as a live session has it; what it says goes into the book and the list.
    struct Session {
        Session(Runner& runner, std::size_t number)
            : engine(configOf(runner.m_options)), outcomes(runner.m_options.delays) {
            engine.onEvent = [this](const Event& event, ledger::TokenLedger& coin) {
                const auto time = ledger::eventTime(event.at);
                if (time && *time < from) return;
                if (time) {
                    first = std::min(first.value_or(*time), *time);
                    last = std::max(last.value_or(*time), *time);
                }
                if (const auto* trade = std::get_if<Trade>(&event.body)) {
                    ++trades;
                    outcomes.onTrade(event.at, *trade, coin);
                }
            };
            engine.onAlert = [this, number](const Alert& alert) {
                if (alert.time && alert.time->value() < from) return;
                const ledger::TokenLedger* coin = alert.mint ? engine.market().find(*alert.mint) : nullptr;
                outcomes.onAlert(alert, coin != nullptr ? coin->ordinal() : OutcomeBook::kNoCoin);
                cases.push_back({alert, number, std::nullopt, {}});
            };
        }
        static pipeline::EngineConfig configOf(const Options& options) {
            pipeline::EngineConfig out;
            out.pathlessSources = true;
            out.addresses = options.addresses;
            out.rules = options.rules;
            out.watchlists = options.watchlists;
            return out;
        }
        void finish(Backtest& out) {
            outcomes.finish(last.value_or(0));
            for (std::size_t i = 0; i < cases.size(); ++i) {
                cases[i].outcome = outcomes.outcomes()[i];
                out.cases.push_back(std::move(cases[i]));
            }
            out.base.hits += outcomes.base().hits;
            out.base.of += outcomes.base().of;
            out.trades += trades;
            if (first) out.seconds += static_cast<double>(*last - *first);
        }

        pipeline::Engine engine;
        OutcomeBook outcomes;
        std::vector<Case> cases;
        std::int64_t from = std::numeric_limits<std::int64_t>::min();  ///< what was before only leads up to it
        std::uint64_t trades = 0;
        std::optional<std::int64_t> first;
        std::optional<std::int64_t> last;
    };

    [[nodiscard]] bool goOn(double progress) const {
        if (m_options.onProgress) m_options.onProgress(progress, m_out.events);
        return !m_options.cancelled || !m_options.cancelled();
    }

    Result<void> recording(std::size_t number, std::size_t parts) {
        Session session{*this, number};
        pipeline::RecordingReader reader{m_options.inputs[number], session.engine.decoder()};
        reader.onProgress = [&](double progress) {
            return goOn((static_cast<double>(number) + progress) / static_cast<double>(parts));
        };
        reader.onEvents = [&](std::vector<Event>& events) {
            for (const Event& event : events) session.engine.apply(event);
            m_out.events += events.size();
        };
        std::vector<Event> nothing;
        if (auto done = reader.readAll(nothing); !done) return done;
        m_out.warnings.insert(m_out.warnings.end(), reader.warnings().begin(), reader.warnings().end());
        if (m_options.cancelled && m_options.cancelled()) return fail(ErrorCode::Cancelled, "back-test");
        session.finish(m_out);
        return {};
    }

    Result<void> stored(std::size_t parts) {
        auto store = store::TradeStore::open(*m_options.database, store::Database::Access::ReadOnly);
        if (!store) return store.error();
        const auto left = [this] { return m_options.cancelled && m_options.cancelled(); };
        (*store)->database().stopWhen(left);
        std::vector<Event> events;
        const auto keep = [&](const Event& event) {
            events.push_back(event);
            return true;
        };
        const auto ended = [&](const Error& error) {
            return left() ? fail(ErrorCode::Cancelled, "back-test") : error;
        };
        Session session{*this, m_options.inputs.size()};
        const auto times = (*store)->tradeSpan();
        if (!times) return ended(times.error());
        if (m_options.span || *times) {
            // With what moved without a trade.
            const Span span = m_options.span.value_or(Span{0, std::numeric_limits<std::int64_t>::max()});
            session.from = m_options.span ? span.from : session.from;
            if (auto done = (*store)->eachEventOfTime(span.from, span.to, keep); !done) return ended(done.error());
        } else {
            // A log feed may have told slots alone: nothing is of a time then.
            if (auto done = (*store)->eachToken(keep); !done) return ended(done.error());
            if (auto done = (*store)->eachTrade(keep); !done) return ended(done.error());
        }
        if (left()) return fail(ErrorCode::Cancelled, "back-test");
        pipeline::sortCanonically(events);
        constexpr std::size_t kLookEvery = 8'192;
        const double before = static_cast<double>(m_options.inputs.size());
        for (std::size_t i = 0; i < events.size(); ++i) {
            if (i % kLookEvery == 0 &&
                !goOn((before + static_cast<double>(i) / static_cast<double>(events.size())) /
                      static_cast<double>(parts)))
                return fail(ErrorCode::Cancelled, "back-test");
            session.engine.apply(events[i]);
            ++m_out.events;
        }
        session.finish(m_out);
        return {};
    }

    void judge() {
        for (const alert::Rule& rule : m_rules.rules) {
            if (!rule.armed) continue;
            RuleResult result;
            result.id = rule.id;
            result.version = rule.version;
            judgeRule(result);
            m_out.rules.push_back(std::move(result));
        }
    }

    void judgeRule(RuleResult& result) {
        std::vector<Case*> cases;
        std::set<std::string> coins;
        std::set<std::string> kinds;
        for (Case& each : m_out.cases) {
            if (each.alert.rule != result.id) continue;
            cases.push_back(&each);
            kinds.insert(each.alert.kind);
            if (each.alert.mint) coins.insert(each.alert.mint->base58());
        }
        // A rule that never fired has kinds too: those that it would have had.
        for (const alert::Rule& rule : m_rules.rules)
            if (rule.id == result.id && cases.empty()) kinds.insert(rule.kind.empty() ? rule.id : rule.kind);
        result.alerts = cases.size();
        result.coins = coins.size();
        constexpr double kDay = 86'400;
        if (m_out.seconds > 0) result.perDay = static_cast<double>(cases.size()) / (m_out.seconds / kDay);
        if (m_truth) holdAgainstTruth(result, cases, kinds);
        for (const Case* each : cases) {
            if (each->outcome.fell) {
                ++result.fell.of;
                result.fell.hits += *each->outcome.fell ? 1 : 0;
            } else {
                ++result.unknown;
            }
            if (each->outcome.leadSlots) result.leadSlots.push_back(static_cast<double>(*each->outcome.leadSlots));
        }
        for (std::size_t i = 0; i < m_options.delays.size(); ++i) result.delays.push_back(delayOf(cases, i));
        splitByDate(result, cases);
    }

    void holdAgainstTruth(RuleResult& result, const std::vector<Case*>& cases, const std::set<std::string>& kinds) {
        std::map<std::pair<std::string, std::size_t>, bool> found;  // by kind and event
        for (Case* each : cases) {
            const Alert& alert = each->alert;
            if (!m_truth->speaksOf(alert.kind) || !alert.mint || !m_truth->mentions(alert.mint->base58())) {
                ++result.unjudged;
                continue;
            }
            const auto& events = m_truth->events(alert.kind);
            bool right = events.empty() && m_truth->isTagged(alert);
            bool repeat = false;
            for (std::size_t i = 0; i < events.size() && !right; ++i) {
                const Truth::Event& event = events[i];
                if (event.mint != alert.mint->base58() || !alert.slot || alert.slot->value() < event.start ||
                    alert.slot->value() > event.end + m_options.toleranceSlots)
                    continue;
                bool& was = found[{alert.kind, i}];
                right = !was;
                repeat = was;
                was = true;
            }
            if (!right && repeat) {
                ++result.repeats;
                continue;
            }
            each->right = right;
            ++result.right.of;
            result.right.hits += right ? 1 : 0;
        }
        for (const std::string& kind : kinds) result.found.of += m_truth->events(kind).size();
        result.found.hits = found.size();
    }

    DelayResult delayOf(const std::vector<Case*>& cases, std::size_t number) const {
        using State = Outcome::Entry::State;
        DelayResult out;
        out.delay = m_options.delays[number];
        std::vector<double> returns;
        for (const Case* each : cases) {
            const Outcome::Entry& entry = each->outcome.entries[number];
            switch (entry.state) {
                case State::None: ++out.none; break;
                case State::NoExit: ++out.noExit; break;
                case State::Open: ++out.open; break;
                case State::Measured: returns.push_back(entry.change); break;
            }
        }
        out.measured = returns.size();
        out.interval = medianInterval(returns);
        out.medianReturn = median(std::move(returns));
        return out;
    }

    static void add(Stretch& stretch, const Case& each) {
        ++stretch.alerts;
        if (each.right) {
            ++stretch.right.of;
            stretch.right.hits += *each.right ? 1 : 0;
        }
        if (each.outcome.fell) {
            ++stretch.fell.of;
            stretch.fell.hits += *each.outcome.fell ? 1 : 0;
        }
    }

    // Days, and the alerts' earlier and later half: a rule that was tuned on one has to hold in the other.
    static void splitByDate(RuleResult& result, const std::vector<Case*>& cases) {
        std::map<std::string, Stretch> days;
        std::vector<const Case*> byTime;
        for (const Case* each : cases) {
            if (!each->alert.time) continue;
            byTime.push_back(each);
            const std::string day = rfc3339(each->alert.time->value()).substr(0, 10);
            Stretch& stretch = days[day];
            stretch.name = day;
            add(stretch, *each);
        }
        for (auto& [day, stretch] : days) result.stretches.push_back(std::move(stretch));
        std::stable_sort(byTime.begin(), byTime.end(),
                         [](const Case* a, const Case* b) { return a->alert.time < b->alert.time; });
        Stretch early{"first half", 0, {}, {}};
        Stretch late{"second half", 0, {}, {}};
        for (std::size_t i = 0; i < byTime.size(); ++i) add(i < byTime.size() / 2 ? early : late, *byTime[i]);
        result.stretches.push_back(std::move(early));
        result.stretches.push_back(std::move(late));
    }

    const Options& m_options;
    const alert::RuleSet& m_rules;
    std::optional<Truth> m_truth;
    Backtest m_out;
};

}  // namespace

Result<Backtest> run(const Options& options) {
    return Runner{options, options.rules ? *options.rules : *alert::defaultRules()}.all();
}

}  // namespace core::backtest
