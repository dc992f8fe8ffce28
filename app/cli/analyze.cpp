// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "core/pipeline/analysis.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <chrono>
#include <iostream>
#include <memory>

namespace app {
namespace {

struct Arguments {
    std::vector<std::string> files;
    std::string json;
    std::optional<std::uint64_t> asOf;
    std::string progress;
    AddressArguments addresses;
    RuleArguments rules;
};

int analyze(const Arguments& arguments) {
    core::pipeline::AnalysisOptions options;
    for (const std::string& file : arguments.files) options.inputs.emplace_back(file);
    options.asOfSlot = arguments.asOf;
    auto book = arguments.addresses.book();
    if (!book) return report(book.error());
    options.addresses = std::move(*book);
    auto rules = arguments.rules.rules();
    if (!rules) return report(rules.error());
    options.rules = std::move(*rules);
    auto lists = arguments.rules.watchlists();
    if (!lists) return report(lists.error());
    options.watchlists = std::move(*lists);
    options.cancelled = [] { return interrupted().load(); };
    Progress progress{arguments.progress};
    options.onProgress = [&progress](double fraction, std::uint64_t frames) {
        progress.show(fraction, fmt::format("{} messages", frames));
    };
    const auto begun = std::chrono::steady_clock::now();
    std::string json;
    const auto summary = core::pipeline::analyze(options, json);
    progress.finish();
    if (!summary) return report(summary.error());
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
    for (const std::string& warning : summary->warnings) std::cerr << "cabalscope-cli: " << warning << '\n';
    if (auto done = writeWhole(arguments.json, json); !done) return report(done.error());
    std::cerr << fmt::format(
        "{} messages, {} events, {} trades, {} duplicates in {:.2f} s: {:.0f} messages/s, {:.1f} MB/s\n",
        summary->frames, summary->events, summary->trades, summary->duplicates, took.count(),
        static_cast<double>(summary->frames) / took.count(),
        static_cast<double>(summary->bytes) / took.count() / 1e6);
    for (const auto& [reason, count] : summary->undecoded)
        std::cerr << "cabalscope-cli: not decoded: " << reason << " x " << count << '\n';
    return kOk;
}

}  // namespace

void addAnalyze(CLI::App& program, int& exitCode) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        program.add_subcommand("analyze", "Run the whole engine over recordings and write the analysis");
    command->add_option("FILE", arguments->files, "Captures or event lines; several are merged")->required();
    command->add_option("--json", arguments->json, "Where to write it; - is stdout")->required();
    command->add_option("--as-of", arguments->asOf, "Leave out events of later slots")
        ->check(CLI::NonNegativeNumber);
    arguments->addresses.addTo(*command);
    arguments->rules.addTo(*command);
    command->add_option("--progress", arguments->progress, "json, none, or a bar on a terminal");
    command->callback([arguments, &exitCode] { exitCode = analyze(*arguments); });
}

}  // namespace app
