// SPDX-License-Identifier: GPL-3.0-or-later
// The whole engine over a capture file, against simdjson over the same file (libzstd before it for .zst).
#include "core/base/process_memory.h"
#include "core/pipeline/analysis.h"
#include "tests/bench/input.h"
#include "tests/bench/limit.h"
#include "tests/bench/measure.h"

#include <cstdint>
#include <string>

namespace {

void analyzeFile(benchmark::State& state, const std::filesystem::path& file) {
    bench::JsonLimit json;
    core::pipeline::AnalysisSummary summary;
    std::uint64_t peak = 0;
    std::uint64_t sum = 0;
    const double bytes = static_cast<double>(std::filesystem::file_size(bench::captures().plain));
    core::resetPeakMemory();
    bench::againstLimit(
        state, [&] { sum += json.file(file); },
        [&] {
            core::pipeline::AnalysisOptions options;
            options.inputs = {file};
            std::string text;
            auto done = core::pipeline::analyze(options, text);
            peak = std::max(peak, core::peakMemoryBytes());
            if (done)
                summary = std::move(*done);
            else
                state.SkipWithError(done.error().message().c_str());
        },
        bytes, 0);
    benchmark::DoNotOptimize(sum);
    const double rate = state.counters["MB_per_s"].value * 1e6 / bytes;
    state.counters["messages_per_s"] = static_cast<double>(summary.frames) * rate;
    state.counters["trades_per_s"] = static_cast<double>(summary.trades) * rate;
    state.counters["peak_memory_MB"] = static_cast<double>(peak) / 1e6;
    state.SetLabel("limit: simdjson on demand, every value of the file");
}

void analyzePlain(benchmark::State& state) {
    analyzeFile(state, bench::captures().plain);
}
void analyzeZstd(benchmark::State& state) {
    analyzeFile(state, bench::captures().zstd);
}
BENCHMARK(analyzePlain)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(analyzeZstd)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
