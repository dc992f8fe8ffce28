// SPDX-License-Identifier: GPL-3.0-or-later
// Event payloads into events through the venue, against copying the same payload bytes.
#include "core/wire/dex/pumpfun.h"
#include "core/wire/dex/pumpswap.h"
#include "tests/bench/input.h"
#include "tests/bench/measure.h"

#include <cstdint>
#include <cstring>
#include <vector>

namespace {

// Source: the layouts in core/wire/dex.
constexpr std::uint64_t kPumpFunTrade = 0xbddb7fd34ee661eeULL;
constexpr std::uint64_t kPumpSwapBuy = 0x67f4521f2cf57777ULL;

void decodePayloads(benchmark::State& state, const core::wire::Venue& venue, std::uint64_t discriminator) {
    const auto payloads = bench::payloads(discriminator);
    std::size_t largest = 0;
    double bytes = 0;
    for (const auto& payload : payloads) {
        largest = std::max(largest, payload.size());
        bytes += static_cast<double>(payload.size());
    }
    if (payloads.empty()) {
        state.SkipWithError("no such event in the capture");
        return;
    }
    std::vector<std::uint8_t> copy(largest);
    std::vector<core::Event> events;
    core::wire::VenueContext context{.at = {}, .pools = bench::pools(), .route = {}};
    bench::againstLimit(
        state,
        [&] {
            for (const auto& payload : payloads) {
                std::memcpy(copy.data(), payload.data(), payload.size());
                benchmark::DoNotOptimize(copy.data());
                benchmark::ClobberMemory();
            }
        },
        [&] {
            for (const auto& payload : payloads) {
                events.clear();
                (void)venue.decode(payload, context, events);
                benchmark::DoNotOptimize(events.data());
            }
        },
        bytes, static_cast<double>(payloads.size()));
    state.SetLabel("limit: memcpy of the payload");
}

void decodePumpFunTrade(benchmark::State& state) {
    decodePayloads(state, core::wire::kPumpFun, kPumpFunTrade);
}
void decodePumpSwapBuy(benchmark::State& state) {
    decodePayloads(state, core::wire::kPumpSwap, kPumpSwapBuy);
}
BENCHMARK(decodePumpFunTrade)->UseManualTime()->Unit(benchmark::kMillisecond);
BENCHMARK(decodePumpSwapBuy)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
