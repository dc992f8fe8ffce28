// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/piped_market.h"

#include "tests/support/sim_frames.h"

#include <array>
#include <chrono>
#include <cstdlib>
#include <thread>

#include <unistd.h>

namespace bench {
namespace {

using Clock = std::chrono::steady_clock;

void makeMarket(std::FILE* out, const char* scenario, double tradesPerSecond, std::uint64_t seconds, double times) {
    core::sim::MarketOptions options;
    options.scenario = scenario;
    options.tradesPerSecond = tradesPerSecond;
    options.durationSeconds = seconds;
    auto market = core::sim::Market::create(options);
    if (!market) {
        std::fprintf(stderr, "%s\n", market.error().message().c_str());
        _exit(1);
    }
    const auto begin = Clock::now();
    std::int64_t first = 0;
    while (const auto one = (*market)->next()) {
        if (first == 0) first = one->timeNs;
        if (times > 0) {
            const std::chrono::duration<double, std::nano> sinceFirst(static_cast<double>(one->timeNs - first) /
                                                                      times);
            const auto due = begin + std::chrono::duration_cast<Clock::duration>(sinceFirst);
            if (due > Clock::now()) {
                std::fflush(out);
                std::this_thread::sleep_until(due);
            }
        }
        const std::string text = core::sim::logsNotification(*one, 1);
        const auto length = static_cast<std::uint32_t>(text.size());
        if (std::fwrite(&length, sizeof length, 1, out) != 1 || std::fwrite(text.data(), length, 1, out) != 1)
            break;
    }
    std::fclose(out);
}

}  // namespace

std::FILE* startMarket(const char* scenario, double tradesPerSecond, std::uint64_t seconds, double times) {
    std::array<int, 2> ends{};
    if (pipe(ends.data()) != 0) return nullptr;
    const pid_t child = fork();
    if (child == 0) {
        close(ends[0]);
        makeMarket(fdopen(ends[1], "w"), scenario, tradesPerSecond, seconds, times);
        _exit(0);
    }
    close(ends[1]);
    return child < 0 ? nullptr : fdopen(ends[0], "r");
}

bool nextMessage(std::FILE* stream, std::string& message) {
    std::uint32_t length = 0;
    if (std::fread(&length, sizeof length, 1, stream) != 1) return false;
    message.resize(length);
    return std::fread(message.data(), length, 1, stream) == 1;
}

}  // namespace bench
