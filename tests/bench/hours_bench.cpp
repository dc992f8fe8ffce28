// SPDX-License-Identifier: GPL-3.0-or-later
// Memory of the engine while the market goes on and on: hours_bench [HOURS [TRADES_A_SECOND [SCENARIO]]] plays a
// simulated market, in which coins and wallets never stop coming, as fast as the engine takes it, with every
// detector, the shipped rules and the memory budget of a live session. One row for each ten minutes of the market.
#include "core/pipeline/engine.h"
#include "core/pipeline/live_pipeline.h"
#include "core/source/frame.h"
#include "tests/bench/memory.h"
#include "tests/bench/piped_market.h"

#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <utility>

#include <malloc.h>

int main(int argc, char** argv) {
    const double hours = argc > 1 ? std::strtod(argv[1], nullptr) : 2;
    const double perSecond = argc > 2 ? std::strtod(argv[2], nullptr) : 500;
    std::FILE* messages =
        bench::startMarket(argc > 3 ? argv[3] : "busy", perSecond, static_cast<std::uint64_t>(hours * 3'600), 0);
    if (messages == nullptr) return 1;

    core::pipeline::EngineConfig config;
    config.limits = bench::coldLimits("hours_bench", core::pipeline::PipelineConfig{}.hotBytes);
    core::pipeline::Engine engine{config};
    std::uint64_t trades = 0;
    std::int64_t first = 0;
    std::int64_t now = 0;
    engine.onEvent = [&](const core::Event& event, core::ledger::TokenLedger&) {
        if (std::holds_alternative<core::Trade>(event.body)) ++trades;
        if (!event.at.blockTime) return;
        now = std::max(now, event.at.blockTime->value());
        if (first == 0) first = now;
    };
    fmt::print(
        "| market, minutes | trades | coins (away) | wallets (away) | flags (away) | hot coins, MB | heap in use, "
        "MB | "
        "resident, MB | us a trade |\n"
        "|---|---|---|---|---|---|---|---|---|\n");
    std::string text;
    std::int64_t told = 0;
    std::uint64_t toldTrades = 0;
    double busy = 0;
    const auto tell = [&] {
        const auto heap = mallinfo2();
        const auto cold = engine.market().cold().value_or(core::ledger::ColdStats{});
        fmt::print("| {:.0f} | {} | {} ({}) | {} ({}) | {} ({}) | {:.0f} | {:.0f} | {:.0f} | {:.1f} |\n",
                   static_cast<double>(now - first) / 60, trades, engine.market().size(), cold.coins,
                   engine.intel().wallets().size(), engine.intel().wallets().cold().away,
                   engine.flags().history().size(), engine.flags().cold().statements,
                   static_cast<double>(cold.hotBytes) / 1e6, static_cast<double>(heap.uordblks + heap.hblkhd) / 1e6,
                   static_cast<double>(bench::residentBytes()) / 1e6,
                   busy * 1e6 / static_cast<double>(std::max<std::uint64_t>(1, trades - toldTrades)));
        std::fflush(stdout);
        toldTrades = trades;
        busy = 0;
    };
    while (bench::nextMessage(messages, text)) {
        const auto start = std::chrono::steady_clock::now();
        const core::source::Frame frame{core::RecvTime{0}, core::source::Channel::Ws, std::exchange(text, {})};
        if (const auto done = engine.frame(frame); !done) {
            std::fprintf(stderr, "%s\n", done.error().message().c_str());
            return 1;
        }
        busy += std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
        if (now - first < (told + 1) * 600) continue;
        ++told;
        tell();
    }
    tell();
    std::fclose(messages);
    return 0;
}
