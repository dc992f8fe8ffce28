// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/backtest/backtest.h"
#include "app/cli/cli.h"
#include "core/alert/rule_file.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <iostream>
#include <limits>
#include <memory>

namespace app {
namespace {

using core::backtest::Backtest;
using core::backtest::DelayResult;
using core::backtest::Rate;
using core::backtest::RuleResult;

struct Arguments {
    std::string rule;
    std::vector<std::string> inputs;
    std::string database;
    std::int64_t from = 0;
    std::int64_t to = std::numeric_limits<std::int64_t>::max();
    std::string truth;
    std::string json;
    std::string progress;
    std::vector<std::string> watched;
    AddressArguments addresses;
    core::backtest::Options options;
};

std::string share(const Rate& rate) {
    if (!rate.value()) return "unknown";
    return fmt::format("{:.0f}% ({}/{}; {:.0f} to {:.0f}%)", *rate.value() * 100, rate.hits, rate.of,
                       *rate.low() * 100, *rate.high() * 100);
}

std::string delayText(const DelayResult& delay) {
    if (!delay.medianReturn)
        return fmt::format(
            "    entered {} s later: none measured ({} had no trade to enter at, {} none behind it, {} "
            "end with the recording)\n",
            delay.delay, delay.none, delay.noExit, delay.open);
    const std::string interval = delay.interval ? fmt::format(" ({:+.0f} to {:+.0f}%)", delay.interval->low * 100,
                                                              delay.interval->high * 100)
                                                : std::string{" (too few for an interval)"};
    return fmt::format(
        "    entered {} s later: median {:+.0f}%{} over 10 min, {} measured, {} had no trade to enter "
        "at, {} none behind it, {} end with the recording\n",
        delay.delay, *delay.medianReturn * 100, interval, delay.measured, delay.none, delay.noExit, delay.open);
}

void print(const Backtest& result, bool truth) {
    std::cout << fmt::format(
        "{} trades in {:.1f} h of market time; any moment of any coin is followed by a fall of half "
        "within 10 min in {}\n",
        result.trades, result.seconds / 3'600, share(result.base));
    for (const RuleResult& rule : result.rules) {
        std::cout << fmt::format("{} (version {})\n", rule.id, rule.version);
        std::cout << fmt::format("    {} alerts on {} coins{}\n", rule.alerts, rule.coins,
                                 rule.perDay ? fmt::format(", {:.1f} a day", *rule.perDay) : std::string{});
        if (rule.alerts == 0) continue;
        if (truth)
            std::cout << fmt::format(
                "    right by the truth: {}; of the true events found: {}; {} repeats, {} not "
                "judged\n",
                share(rule.right), share(rule.found), rule.repeats, rule.unjudged);
        std::cout << fmt::format(
            "    followed by a fall of half within 10 min: {}, {} unknown{}\n", share(rule.fell), rule.unknown,
            rule.medianLead()
                ? fmt::format("; median lead {:.0f} slots (n={})", *rule.medianLead(), rule.leadSlots.size())
                : std::string{});
        for (const DelayResult& delay : rule.delays) std::cout << delayText(delay);
        for (const auto& stretch : rule.stretches)
            std::cout << fmt::format("    {}: {} alerts, right {}, fell {}\n", stretch.name, stretch.alerts,
                                     share(stretch.right), share(stretch.fell));
    }
}

int backtest(Arguments& arguments) {
    if (arguments.inputs.empty() && arguments.database.empty()) {
        std::cerr << "cabalscope-cli: name a recording with --input, or --database\n";
        return kUsage;
    }
    core::backtest::Options& options = arguments.options;
    auto rules = core::alert::readRules(arguments.rule);
    if (!rules) return report(rules.error());
    options.rules = std::make_shared<const core::alert::RuleSet>(std::move(*rules));
    RuleArguments watching;
    watching.watched = arguments.watched;
    auto lists = watching.watchlists();
    if (!lists) return report(lists.error());
    options.watchlists = std::move(*lists);
    auto book = arguments.addresses.book();
    if (!book) return report(book.error());
    options.addresses = std::move(*book);
    for (const std::string& input : arguments.inputs) options.inputs.emplace_back(input);
    if (!arguments.database.empty()) options.database = arguments.database;
    if (arguments.from != 0 || arguments.to != std::numeric_limits<std::int64_t>::max())
        options.span = core::backtest::Span{arguments.from, arguments.to};
    if (!arguments.truth.empty()) {
        auto truth = readWhole(arguments.truth);
        if (!truth) return report(truth.error());
        options.truth = std::move(*truth);
    }
    Progress progress{arguments.progress};
    options.onProgress = [&progress](double fraction, std::uint64_t events) {
        progress.show(fraction, fmt::format("{} events", events));
    };
    options.cancelled = [] { return interrupted().load(); };
    auto result = core::backtest::run(options);
    progress.finish();
    if (!result) return report(result.error());
    for (const std::string& warning : result->warnings) std::cerr << "cabalscope-cli: " << warning << '\n';
    if (!arguments.json.empty()) {
        std::string json;
        core::backtest::appendBacktestJson(*result, options, json);
        json += '\n';
        if (auto done = writeWhole(arguments.json, json); !done) return report(done.error());
    }
    if (arguments.json != "-") print(*result, options.truth.has_value());
    return kOk;
}

}  // namespace

void addBacktest(CLI::App& program, int& exitCode) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand(
        "backtest",
        "Fire alert rules over recordings: alerts a day, precision, recall, lead time, return after a delay");
    command
        ->add_option("--rule", arguments->rule, "Rules to fire (TOML); every armed rule of the file is told apart")
        ->required()
        ->check(CLI::ExistingFile);
    command->add_option("--input", arguments->inputs, "Captures or event lines; each is a run of its own");
    command->add_option("--database", arguments->database, "Also what live sessions stored in this database")
        ->check(CLI::ExistingFile);
    command->add_option("--from", arguments->from, "Of the database only what traded from then on, Unix seconds");
    command->add_option("--to", arguments->to, "and before then, Unix seconds");
    command->add_option("--truth", arguments->truth, "What is true of them, as simulate --truth writes it");
    command->add_option("--delay", arguments->options.delays, "Seconds from the alert to the entry; may be several")
        ->check(CLI::Range(std::int64_t{0}, std::int64_t{3'600}))
        ->capture_default_str();
    command
        ->add_option("--tolerance", arguments->options.toleranceSlots,
                     "Slots after the end of a true event in which an alert still finds it")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command
        ->add_option("--watch", arguments->watched,
                     "A coin you watch: rules may ask for it. May be given several times")
        ->allow_extra_args(false);
    command->add_option("--json", arguments->json,
                        "Also write results and alerts there; - is stdout, without the table");
    arguments->addresses.addTo(*command);
    command->add_option("--progress", arguments->progress, "json, none, or a bar on a terminal");
    command->footer(
        "The alerts are those that watch --capture fires. An entry is the first trade at least the delay after "
        "the\n"
        "alert and in a later slot; its return is the last price within 10 minutes behind it. A fall is a trade "
        "at\n"
        "half the alert's price or less within 10 minutes. Ranges are 95% intervals.");
    command->callback([arguments, &exitCode] { exitCode = backtest(*arguments); });
}

}  // namespace app
