// SPDX-License-Identifier: GPL-3.0-or-later
// The live path frame by frame. What a frame waits for the next picture (33 ms) would hide its stages, so the
// stages are timed alone.
#include "core/pipeline/stage_timing.h"
#include "tests/bench/input.h"
#include "tests/bench/limit.h"
#include "tests/bench/measure.h"

#include <cstdint>
#include <string>
#include <system_error>

namespace {

void liveStages(benchmark::State& state) {
    bench::JsonLimit json;
    core::pipeline::StageTimes times;
    std::uint64_t sum = 0;
    const auto& file = bench::captures().plain;
    const auto database = bench::temporaryDirectory() / "stages.sqlite";
    bench::againstLimit(
        state, [&] { sum += json.file(file); },
        [&] {
            for (const char* suffix : {"", "-wal", "-shm"}) {
                std::error_code ignored;
                std::filesystem::remove(database.string() + suffix, ignored);
            }
            core::pipeline::StageTimingOptions options;
            options.capture = file;
            options.database = database;
            auto done = core::pipeline::timeStages(options);
            if (done)
                times = std::move(*done);
            else
                state.SkipWithError(done.error().message().c_str());
        },
        static_cast<double>(std::filesystem::file_size(file)), 0);
    benchmark::DoNotOptimize(sum);
    for (const auto& stage : times.stages) {
        const std::string name{stage.name};
        state.counters[name + "_p50_us"] = static_cast<double>(stage.p50Ns) / 1e3;
        state.counters[name + "_p99_us"] = static_cast<double>(stage.p99Ns) / 1e3;
        state.counters[name + "_p999_us"] = static_cast<double>(stage.p999Ns) / 1e3;
    }
    state.SetLabel("limit: simdjson on demand, every value of the file");
}
BENCHMARK(liveStages)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
