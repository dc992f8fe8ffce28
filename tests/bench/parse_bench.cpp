// SPDX-License-Identifier: GPL-3.0-or-later
// JSON and log: bytes of logsNotification frames into events, against simdjson over the same bytes.
#include "core/wire/decoder.h"
#include "tests/bench/input.h"
#include "tests/bench/limit.h"
#include "tests/bench/measure.h"

#include <cstdint>
#include <vector>

namespace {

enum Way : std::int64_t { kOnDemand, kDom };

void logsFrames(benchmark::State& state) {
    const auto& frames = bench::frames();
    bench::JsonLimit json;
    std::vector<core::Event> events;
    std::uint64_t sum = 0;
    bench::againstLimit(
        state,
        [&] {
            for (const auto& frame : frames)
                sum += state.range(0) == kDom ? json.dom(frame.bytes) : json.onDemand(frame.bytes);
        },
        [&] {
            core::wire::Decoder decoder;
            for (const auto& frame : frames) {
                events.clear();
                (void)decoder.websocket(frame.bytes, frame.received, events);
                benchmark::DoNotOptimize(events.data());
            }
        },
        bench::frameBytes(), static_cast<double>(frames.size()));
    benchmark::DoNotOptimize(sum);
    state.SetLabel(state.range(0) == kDom ? "limit: simdjson DOM, every value"
                                          : "limit: simdjson on demand, every value");
}
BENCHMARK(logsFrames)->Arg(kOnDemand)->Arg(kDom)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
