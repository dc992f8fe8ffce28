// SPDX-License-Identifier: GPL-3.0-or-later
// Trades into candles and into the ledger of a coin, against appending the same struct to a vector.
#include "core/ledger/candle_series.h"
#include "core/ledger/market.h"
#include "tests/bench/input.h"
#include "tests/bench/measure.h"

#include <array>
#include <cstdint>
#include <variant>
#include <vector>

namespace {

struct Traded {
    core::EventHeader at;
    core::Trade trade;
    core::ledger::TradePoint point;
};

const std::vector<Traded>& trades() {
    static const auto instance = [] {
        std::vector<Traded> out;
        std::uint64_t arrival = 0;
        for (const core::Event& event : bench::events()) {
            const auto* trade = std::get_if<core::Trade>(&event.body);
            if (trade == nullptr) continue;
            core::ledger::TradePoint point;
            point.key = core::ledger::orderKey(event.at, arrival++);
            point.time = core::ledger::eventTime(event.at).value_or(0);
            point.base = trade->baseAmount.value();
            point.quote = trade->quoteAmount.value();
            point.side = trade->side;
            out.push_back({event.at, *trade, point});
        }
        return out;
    }();
    return instance;
}

void appendPoints() {
    std::vector<core::ledger::TradePoint> points;
    for (const Traded& traded : trades()) points.push_back(traded.point);
    benchmark::DoNotOptimize(points.data());
}

constexpr std::array<core::BarSpec, 4> kIntervals{{{1, 0}, {60, 0}, {300, 0}, {0, 100}}};

// Every trade into one series, as if all were of one coin.
void candleSeriesAdd(benchmark::State& state) {
    const core::BarSpec spec = kIntervals[static_cast<std::size_t>(state.range(0))];
    bench::againstLimit(
        state, appendPoints,
        [spec] {
            core::ledger::CandleSeries bars{spec};
            for (const Traded& traded : trades()) bars.add(traded.point);
            benchmark::DoNotOptimize(bars.candles().data());
        },
        0, static_cast<double>(trades().size()));
    state.SetLabel(spec.text() + ", limit: append to a vector");
}
BENCHMARK(candleSeriesAdd)->DenseRange(0, kIntervals.size() - 1)->UseManualTime()->Unit(benchmark::kMillisecond);

// Every trade into the ledger of one coin with so many intervals looked at.
void tokenLedgerApply(benchmark::State& state) {
    const auto intervals = static_cast<std::size_t>(state.range(0));
    bench::againstLimit(
        state, appendPoints,
        [intervals] {
            core::ledger::TokenLedger coin{core::Mint{}};
            for (std::size_t i = 0; i < intervals; ++i) (void)coin.series(kIntervals[i]);
            for (const Traded& traded : trades())
                coin.apply(traded.at, traded.trade, traded.point.key, traded.point.time);
            benchmark::DoNotOptimize(coin.points.size());
        },
        0, static_cast<double>(trades().size()));
    state.SetLabel(std::to_string(intervals) + " intervals, limit: append to a vector");
}
BENCHMARK(tokenLedgerApply)->Arg(0)->Arg(1)->Arg(4)->UseManualTime()->Unit(benchmark::kMillisecond);

// Every event into a market of all its coins.
void marketApply(benchmark::State& state) {
    bench::againstLimit(
        state, appendPoints,
        [] {
            core::ledger::Market market;
            std::uint64_t arrival = 0;
            for (const core::Event& event : bench::events()) (void)market.apply(event, arrival++);
            benchmark::DoNotOptimize(market.trades());
        },
        0, static_cast<double>(trades().size()));
    state.SetLabel("limit: append to a vector");
}
BENCHMARK(marketApply)->UseManualTime()->Unit(benchmark::kMillisecond);

}  // namespace
