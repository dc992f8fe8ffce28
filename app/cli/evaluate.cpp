// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "core/base/text.h"
#include "core/pipeline/analysis.h"
#include "core/pipeline/evaluation.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace app {
namespace {

using core::pipeline::Calibration;
using core::pipeline::ClusterScore;
using core::pipeline::Evaluation;
using core::pipeline::KindScore;
using core::pipeline::kSmallSample;

struct Arguments {
    std::vector<std::string> inputs;
    std::string analysis;
    std::string truth;
    std::string json;
    std::string progress;
    AddressArguments addresses;
    std::optional<std::uint64_t> asOf;
    core::pipeline::EvaluationOptions options;
};

/// The table, and whether a number in it stands on few cases.
class Table {
public:
    void line(std::string_view name, const std::vector<std::string>& cells) {
        std::string text = fmt::format("{:<20}  ", name);
        for (const std::string& cell : cells) text += fmt::format("{:<18}  ", cell);
        text.erase(text.find_last_not_of(' ') + 1);
        m_out += text + '\n';
    }
    /// 0.900 (9/10)
    std::string share(std::optional<double> value, std::uint64_t part, std::uint64_t whole) {
        return value ? fmt::format("{:.3f} ({}/{}){}", *value, part, whole, mark(whole)) : "-";
    }
    std::string number(std::optional<double> value, std::uint64_t n) {
        return value ? fmt::format("{:.3f}{}", *value, mark(n)) : "-";
    }
    std::string mark(std::uint64_t n) {
        if (n >= kSmallSample) return "";
        m_small = true;
        return "*";
    }
    void print() const {
        std::cout << m_out;
        if (m_small) std::cout << fmt::format("* fewer than {} cases\n", kSmallSample);
    }

private:
    std::string m_out;
    bool m_small = false;
};

// A kind is any text of the file.
std::string shown(const std::string& kind) {
    return "  " + core::sanitizeText(kind, 19);
}

void addKinds(Table& table, std::string_view title, const std::vector<KindScore>& scores, bool events) {
    if (scores.empty()) return;
    std::vector<std::string> head{"precision", "recall", "F1", "base rate"};
    if (events) head.insert(head.end(), {"delay median", "p90 (slots)"});
    head.emplace_back("not judged");
    table.line(title, head);
    for (const KindScore& score : scores) {
        std::vector<std::string> cells{
            table.share(score.precision(), score.right, score.judged),
            table.share(score.recall(), score.found, score.truths), table.number(score.f1(), score.truths),
            score.baseRate() ? fmt::format("{:.3f} of {}", *score.baseRate(), score.population) : "-"};
        if (events) {
            const auto n = score.delays.size();
            const auto median = score.medianDelay();
            const auto p90 = score.p90Delay();
            cells.push_back(median ? fmt::format("{:.1f}{}", *median, table.mark(n)) : "-");
            cells.push_back(p90 ? fmt::format("{}{}", *p90, table.mark(n)) : "-");
        }
        cells.push_back(std::to_string(score.notJudged));
        table.line(shown(score.kind), cells);
        if (score.repeats != 0) table.line("", {fmt::format("{} repeats of found events", score.repeats)});
        if (score.withoutSlot != 0)
            table.line("", {fmt::format("{} flags say no slot: counted as wrong", score.withoutSlot)});
    }
}

void addClusters(Table& table, const ClusterScore& score) {
    const auto& all = score.agreement;
    table.line("clusters", {"precision", "recall", "F1", "base rate"});
    table.line("  pairs",
               {table.share(all.precision(), all.jointPairs, all.predictedPairs),
                table.share(all.recall(), all.jointPairs, all.truePairs), table.number(all.f1(), all.truePairs),
                all.pairs == 0
                    ? "-"
                    : fmt::format("{:.3g} of {}",
                                  static_cast<double>(all.truePairs) / static_cast<double>(all.pairs), all.pairs)});
    table.line("  B3", {table.number(all.b3Precision, all.wallets), table.number(all.b3Recall, all.wallets),
                        table.number(all.b3F1(), all.wallets), fmt::format("of {} wallets", all.wallets)});
    table.line("  adjusted Rand", {table.number(all.adjustedRand(), all.wallets)});
    table.line("  unrelated joined",
               {score.unrelated == 0 ? "-"
                                     : fmt::format("{} of {} pairs{}", score.unrelatedJoined, score.unrelated,
                                                   table.mark(score.unrelated))});
    table.line("  not judged", {fmt::format("{} wallets the truth does not place, {} pairs with them",
                                            all.unlabelledWallets, all.unlabelledPairs)});
}

void addCalibration(Table& table, const Calibration& from) {
    const std::uint64_t n = from.claims();
    table.line("calibration", {"Brier", "error, 10 bins", "base rate", "n"});
    table.line("  all claims",
               {table.number(from.brier(), n), table.number(from.expectedError(), n),
                from.baseRate() ? fmt::format("{:.3f}", *from.baseRate()) : "-", std::to_string(n)});
    if (from.withoutConfidence != 0)
        table.line("", {fmt::format("{} claims state no confidence", from.withoutConfidence)});
}

void print(const Evaluation& evaluation) {
    Table table;
    addKinds(table, "wallet tags", evaluation.walletTags, false);
    addKinds(table, "token tags", evaluation.tokenTags, false);
    addKinds(table, fmt::format("events (+{} slots)", evaluation.options.toleranceSlots), evaluation.events, true);
    if (evaluation.clusters) addClusters(table, *evaluation.clusters);
    addCalibration(table, evaluation.calibration);
    std::string silent;
    for (const auto& [kind, flags] : evaluation.unjudgedKinds)
        silent += fmt::format("{}{} x {}", silent.empty() ? "" : ", ", core::sanitizeText(kind, 40), flags);
    if (!silent.empty()) table.line("truth is silent on", {silent});
    table.print();
}

int evaluate(const Arguments& arguments) {
    if (arguments.inputs.empty() == arguments.analysis.empty()) {
        std::cerr << "cabalscope-cli: give either --input FILE... or --analysis FILE\n";
        return kUsage;
    }
    // First what is quick to refuse.
    const auto truth = readWhole(arguments.truth);
    if (!truth) return report(truth.error());
    std::string analysis;
    if (arguments.inputs.empty()) {
        auto read = readWhole(arguments.analysis);
        if (!read) return report(read.error());
        analysis = std::move(*read);
    } else {
        core::pipeline::AnalysisOptions options;
        for (const std::string& file : arguments.inputs) options.inputs.emplace_back(file);
        options.asOfSlot = arguments.asOf;
        auto book = arguments.addresses.book();
        if (!book) return report(book.error());
        options.addresses = std::move(*book);
        options.cancelled = [] { return interrupted().load(); };
        Progress progress{arguments.progress};
        options.onProgress = [&progress](double fraction, std::uint64_t frames) {
            progress.show(fraction, fmt::format("{} messages", frames));
        };
        const auto summary = core::pipeline::analyze(options, analysis);
        progress.finish();
        if (!summary) return report(summary.error());
        for (const std::string& warning : summary->warnings) std::cerr << "cabalscope-cli: " << warning << '\n';
        std::cerr << fmt::format("{} messages, {} events, {} trades\n", summary->frames, summary->events,
                                 summary->trades);
    }
    const auto evaluation = core::pipeline::evaluate(analysis, *truth, arguments.options);
    if (!evaluation) {
        core::Error error = evaluation.error();
        const bool ofAnalysis = error.context.starts_with("analysis: ") && !arguments.analysis.empty();
        error.context = (ofAnalysis ? arguments.analysis : arguments.truth) + ": " + error.context;
        return report(error);
    }
    for (const std::string& note : evaluation->notes) std::cerr << "cabalscope-cli: " << note << '\n';
    if (!arguments.json.empty()) {
        std::string json;
        core::pipeline::appendEvaluationJson(*evaluation, json);
        json += '\n';
        if (auto done = writeWhole(arguments.json, json); !done) return report(done.error());
    }
    if (arguments.json != "-") print(*evaluation);
    return kOk;
}

}  // namespace

void addEvaluate(CLI::App& program, int& exitCode) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand(
        "evaluate", "Score the engine against a truth file: precision, recall, delay, clusters, calibration");
    CLI::Option* input =
        command->add_option("--input", arguments->inputs, "Captures or event lines to analyse; several are merged");
    command->add_option("--analysis", arguments->analysis, "Instead of --input: an analysis that analyze wrote");
    command->add_option("--truth", arguments->truth, "What is true, as simulate --truth writes it")->required();
    command->add_option("--json", arguments->json, "Also write the scores there; - is stdout, without the table");
    command
        ->add_option("--tolerance", arguments->options.toleranceSlots,
                     "Slots after the end of an event in which a flag still counts")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--as-of", arguments->asOf, "With --input: leave out events of later slots")
        ->check(CLI::NonNegativeNumber)
        ->needs(input);
    arguments->addresses.addTo(*command);
    command->add_option("--progress", arguments->progress, "json, none, or a bar on a terminal");
    command->footer(
        "A flag finds an event of its kind and mint when its slot is within the event or the tolerance behind it.\n"
        "Where the truth is silent nothing is judged: a kind counts when the truth names it at all, on the mints\n"
        "the truth mentions. Wallets that no true cluster and no unrelated pair names are judged in no pair.");
    command->callback([arguments, &exitCode] { exitCode = evaluate(*arguments); });
}

}  // namespace app
