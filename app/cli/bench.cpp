// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "core/base/json_text.h"
#include "core/base/process_memory.h"
#include "core/base/text.h"
#include "core/pipeline/analysis.h"
#include "core/pipeline/stage_timing.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <unistd.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <memory>
#include <optional>
#include <vector>

namespace app {
namespace {

struct Arguments {
    std::string file;
    std::string directory;
    std::string progress;
    int repeat = 1;
};

// A directory of our own for the database, gone with its content at the end.
class TemporaryDirectory {
public:
    [[nodiscard]] static std::optional<TemporaryDirectory> in(const std::filesystem::path& parent) {
        std::string name = (parent / "cabalscope-bench-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) return std::nullopt;
        return TemporaryDirectory{name};
    }
    TemporaryDirectory(TemporaryDirectory&& other) noexcept : m_path(std::exchange(other.m_path, {})) {}
    TemporaryDirectory& operator=(TemporaryDirectory&&) = delete;
    ~TemporaryDirectory() {
        std::error_code ignored;
        if (!m_path.empty()) std::filesystem::remove_all(m_path, ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }

private:
    explicit TemporaryDirectory(std::filesystem::path path) : m_path(std::move(path)) {}
    std::filesystem::path m_path;
};

void number(std::string& out, std::string_view name, std::uint64_t value) {
    core::appendJsonKey(out, name);
    core::appendJsonInteger(out, value, false);
}
void real(std::string& out, std::string_view name, double value) {
    core::appendJsonKey(out, name);
    out += core::shortestDouble(value);
}
void text(std::string& out, std::string_view name, std::string_view value) {
    core::appendJsonKey(out, name);
    core::appendJsonString(out, value);
}

// What one run of `analyze` took.
struct Run {
    double seconds = 0;
    std::uint64_t peakMemory = 0;
};

int bench(const Arguments& arguments) {
    namespace pipeline = core::pipeline;
    Progress progress{arguments.progress};
    const auto cancelled = [] { return interrupted().load(); };

    std::vector<Run> runs;
    pipeline::AnalysisSummary summary;
    for (int i = 0; i < arguments.repeat; ++i) {
        pipeline::AnalysisOptions options;
        options.inputs = {arguments.file};
        options.cancelled = cancelled;
        options.onProgress = [&](double fraction, std::uint64_t frames) {
            progress.show(fraction, fmt::format("analyze {}/{}: {} messages", i + 1, arguments.repeat, frames));
        };
        core::resetPeakMemory();
        const auto begun = std::chrono::steady_clock::now();
        std::string json;
        auto done = pipeline::analyze(options, json);
        const std::chrono::duration<double> took = std::chrono::steady_clock::now() - begun;
        if (!done) {
            progress.finish();
            return report(done.error());
        }
        runs.push_back({took.count(), core::peakMemoryBytes()});
        summary = std::move(*done);
    }
    for (const std::string& warning : summary.warnings) std::cerr << "cabalscope-cli: " << warning << '\n';
    std::sort(runs.begin(), runs.end(), [](const Run& a, const Run& b) { return a.seconds < b.seconds; });
    const Run& median = runs[runs.size() / 2];

    std::error_code error;
    const std::filesystem::path parent = arguments.directory.empty() ? std::filesystem::temp_directory_path(error)
                                                                     : std::filesystem::path{arguments.directory};
    const auto directory = TemporaryDirectory::in(parent);
    if (error || !directory)
        return report(core::fail(core::ErrorCode::Io, "no temporary directory in " + parent.string()));
    pipeline::StageTimingOptions options;
    options.capture = arguments.file;
    options.database = directory->path() / "bench.sqlite";
    options.cancelled = cancelled;
    options.onProgress = [&](double fraction, std::uint64_t frames) {
        progress.show(fraction, fmt::format("stages: {} messages", frames));
    };
    core::resetPeakMemory();
    const auto stages = pipeline::timeStages(options);
    const std::uint64_t stagesPeak = core::peakMemoryBytes();
    progress.finish();
    if (!stages) return report(stages.error());

    const auto rate = [](std::uint64_t count, double seconds) {
        return seconds > 0 ? static_cast<double>(count) / seconds : 0.0;
    };
    std::string out = "{";
    text(out, "schema", "cabalscope.bench/1");
    text(out, "engine_version", CABALSCOPE_VERSION);
    text(out, "file", std::filesystem::path{arguments.file}.filename().string());
    number(out, "messages", summary.frames);
    number(out, "bytes", summary.bytes);
    number(out, "trades", summary.trades);
    core::appendJsonKey(out, "analyze");
    out += '{';
    number(out, "runs", runs.size());
    real(out, "seconds", median.seconds);
    real(out, "messages_per_second", rate(summary.frames, median.seconds));
    real(out, "bytes_per_second", rate(summary.bytes, median.seconds));
    number(out, "peak_memory_bytes", median.peakMemory);
    out += '}';
    core::appendJsonKey(out, "stages");
    out += '[';
    for (const auto& stage : stages->stages) {
        if (out.back() != '[') out += ',';
        out += '{';
        text(out, "name", stage.name);
        text(out, "unit", stage.unit);
        number(out, "runs", stage.runs);
        real(out, "seconds", stage.seconds);
        number(out, "p50_ns", stage.p50Ns);
        number(out, "p99_ns", stage.p99Ns);
        number(out, "p999_ns", stage.p999Ns);
        number(out, "max_ns", stage.maxNs);
        out += '}';
    }
    out += ']';
    number(out, "stages_rows_stored", stages->rowsStored);
    number(out, "stages_peak_memory_bytes", stagesPeak);
    out += "}\n";
    std::cout << out << std::flush;
    return kOk;
}

}  // namespace

void addBench(CLI::App& program, int& exitCode) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command =
        program.add_subcommand("bench", "Time a capture end to end and stage by stage; prints JSON");
    command->add_option("FILE", arguments->file, "The capture")->required();
    command->add_option("--repeat", arguments->repeat, "Runs of the analysis; the median is told")
        ->check(CLI::Range(1, 1000))
        ->capture_default_str();
    command->add_option("--temp-dir", arguments->directory, "Where the database of the store stage is made");
    command->add_option("--progress", arguments->progress, "json, none, or a bar on a terminal");
    command->callback([arguments, &exitCode] { exitCode = bench(*arguments); });
}

}  // namespace app
