// SPDX-License-Identifier: GPL-3.0-or-later
// Writes trades until it is killed and says after each batch what is committed.
//   store_kill_child FILE direct|thread FIRST
#include "core/store/store_thread.h"
#include "tests/support/market_events.h"

#include <cstdio>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

namespace {

constexpr std::uint64_t kBatch = 200;

std::vector<core::store::StoreItem> batchFrom(std::uint64_t first) {
    std::vector<core::store::StoreItem> out;
    for (std::uint64_t i = first; i < first + kBatch; ++i)
        out.emplace_back(test::tradeEvent(i, i, core::Side::Buy, i, i, i % 1'000, i % 300));
    return out;
}

void say(std::uint64_t committed) {
    std::printf("%llu\n", static_cast<unsigned long long>(committed));
    std::fflush(stdout);
}

int direct(const char* file, std::uint64_t first) {
    auto store = core::store::TradeStore::open(file, core::store::Database::Access::ReadWrite);
    if (!store) return 1;
    for (std::uint64_t next = first;; next += kBatch) {
        const auto done = (*store)->write(batchFrom(next));
        if (!done || done->trades != kBatch) return 1;
        say(next + kBatch);
    }
}

int thread(const char* file, std::uint64_t first) {
    auto store = core::store::StoreThread::start(
        file, {.capacity = kBatch, .batchRows = kBatch, .batchPeriod = std::chrono::milliseconds(2)});
    if (!store) return 1;
    std::uint64_t told = 0;
    for (std::uint64_t next = first;; next += kBatch) {
        (*store)->push(batchFrom(next));
        const auto stats = (*store)->stats();
        if (!stats.error.empty()) return 1;
        if (stats.trades > told) say(first + (told = stats.trades));
    }
}

}  // namespace

int main(int argc, char** argv) {
    if (argc != 4) return 2;
    const std::uint64_t first = std::stoull(argv[3]);
    return std::string_view{argv[2]} == "direct" ? direct(argv[1], first) : thread(argv[1], first);
}
