// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backtest/backtest.h"

#include "core/base/json_writer.h"
#include "core/pipeline/analysis_json.h"

namespace core::backtest {
namespace {

void writeRate(JsonWriter& json, std::string_view name, const Rate& rate) {
    json.openMember(name, '{');
    json.number("hits", rate.hits);
    json.number("of", rate.of);
    if (const auto value = rate.value()) {
        json.real("value", *value);
        json.real("low", *rate.low());
        json.real("high", *rate.high());
    }
    json.close('}');
}

void writeDelay(JsonWriter& json, const DelayResult& delay) {
    json.open('{');
    json.number("delay_seconds", static_cast<std::uint64_t>(delay.delay));
    json.number("measured", delay.measured);
    json.number("none_available", delay.none);
    json.number("no_exit", delay.noExit);
    json.number("open", delay.open);
    if (delay.medianReturn) json.real("median_return", *delay.medianReturn);
    if (delay.interval) {
        json.real("low", delay.interval->low);
        json.real("high", delay.interval->high);
    }
    json.close('}');
}

std::string_view stateName(Outcome::Entry::State state) {
    switch (state) {
        case Outcome::Entry::State::None: return "none_available";
        case Outcome::Entry::State::NoExit: return "no_exit";
        case Outcome::Entry::State::Open: return "open";
        case Outcome::Entry::State::Measured: return "measured";
    }
    return {};
}

void writeRule(JsonWriter& json, const RuleResult& rule) {
    json.item('{');
    json.textMember("rule", rule.id);
    json.number("rule_version", rule.version);
    json.number("alerts", rule.alerts);
    json.number("coins", rule.coins);
    if (rule.perDay) json.real("alerts_per_day", *rule.perDay);
    writeRate(json, "precision", rule.right);
    json.number("repeats", rule.repeats);
    json.number("unjudged", rule.unjudged);
    writeRate(json, "recall", rule.found);
    writeRate(json, "fell", rule.fell);
    json.number("outcome_unknown", rule.unknown);
    if (const auto lead = rule.medianLead()) json.real("median_lead_slots", *lead);
    json.number("leads", rule.leadSlots.size());
    json.openMember("returns", '[');
    for (const DelayResult& delay : rule.delays) {
        json.next();
        writeDelay(json, delay);
    }
    json.close(']');
    json.openMember("split", '[');
    for (const Stretch& stretch : rule.stretches) {
        json.next();
        json.open('{');
        json.textMember("part", stretch.name);
        json.number("alerts", stretch.alerts);
        writeRate(json, "precision", stretch.right);
        writeRate(json, "fell", stretch.fell);
        json.close('}');
    }
    json.close(']');
    json.close('}');
}

}  // namespace

void appendBacktestJson(const Backtest& backtest, const Options& options, std::string& out) {
    JsonWriter json{out};
    json.open('{');
    json.textMember("schema", "cabalscope.backtest/1");
    json.textMember("engine_version", CABALSCOPE_VERSION);
    json.number("events", backtest.events);
    json.number("trades", backtest.trades);
    json.real("seconds", backtest.seconds);
    json.number("horizon_seconds", static_cast<std::uint64_t>(Outcome::kHorizon));
    json.number("tolerance_slots", options.toleranceSlots);
    writeRate(json, "base_rate", backtest.base);
    json.openMember("rules", '[');
    for (const RuleResult& rule : backtest.rules) writeRule(json, rule);
    json.close(']');
    json.openMember("alerts", '[');
    for (const Case& each : backtest.cases) {
        json.item('{');
        json.key("alert");
        pipeline::appendAlertJson(each.alert, out);
        json.number("input", each.input);
        if (each.right) json.boolean("right", *each.right);
        if (each.outcome.fell) json.boolean("fell", *each.outcome.fell);
        if (each.outcome.leadSlots) json.number("lead_slots", *each.outcome.leadSlots);
        json.openMember("entries", '[');
        for (const Outcome::Entry& entry : each.outcome.entries) {
            json.next();
            json.open('{');
            json.textMember("state", stateName(entry.state));
            if (entry.state == Outcome::Entry::State::Measured) json.real("return", entry.change);
            json.close('}');
        }
        json.close(']');
        json.close('}');
    }
    json.close(']');
    json.close('}');
}

}  // namespace core::backtest
