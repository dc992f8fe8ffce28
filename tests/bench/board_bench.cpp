// SPDX-License-Identifier: GPL-3.0-or-later
// What a picture of the boards costs with many live coins: board_bench [COINS [TRADES_PER_SECOND [SECONDS]]]. Each
// picture comes 33 ms of market after the last one; one row for each way of looking at the boards.
#include "core/pipeline/engine.h"
#include "core/pipeline/snapshot_builder.h"
#include "tests/support/market_events.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

namespace {

using core::pipeline::BoardCondition;
using core::pipeline::BoardFigure;
using core::pipeline::Interest;
using SteadyClock = std::chrono::steady_clock;

constexpr std::uint64_t kFirstSlot = 1'000;
constexpr std::int64_t kPictureMs = 33;

double at(std::vector<double>& values, double rank) {
    std::sort(values.begin(), values.end());
    return values.empty() ? 0 : values[static_cast<std::size_t>(rank * static_cast<double>(values.size() - 1))];
}

/// Coins that all live, each with a dozen early buyers, and trades that fall on all of them.
class Market {
public:
    explicit Market(std::uint64_t coins) : m_coins(coins) {
        m_engine.onEvent = [this](const core::Event& event, core::ledger::TokenLedger& coin) {
            m_builder.onEvent(event, coin);
        };
        for (std::uint64_t coin = 1; coin <= coins; ++coin) {
            core::Event created = test::createdEvent(m_number++, slot(), 1'000'000 + coin % (coins / 3 + 1), coin);
            auto& body = std::get<core::TokenCreated>(created.body);
            // A tenth of all names were there before.
            body.name = body.symbol = "C" + std::to_string(coin - (coin % 10 == 0 ? 5 : 0));
            body.uri += std::to_string(coin);
            m_engine.apply(created);
            for (int i = 0; i < 12; ++i) trade(coin, core::Side::Buy);
        }
    }
    void trades(std::uint64_t count) {
        for (std::uint64_t i = 0; i < count; ++i)
            trade(1 + m_random() % m_coins, m_random() % 5 < 3 ? core::Side::Buy : core::Side::Sell);
    }
    void want(const Interest& interest) { m_builder.setInterest(interest, m_engine.market()); }
    /// Milliseconds that the picture took.
    double picture() {
        m_steadyMs += kPictureMs;
        core::pipeline::Snapshot out;
        const auto begun = SteadyClock::now();
        m_builder.build(m_engine.market(), m_engine.intel(), m_engine.flags(), m_steadyMs, out);
        m_shown = out.fresh.size() + out.graduating.size() + out.graduated.size() + out.table.size();
        return std::chrono::duration<double, std::milli>(SteadyClock::now() - begun).count();
    }
    [[nodiscard]] std::size_t shown() const { return m_shown; }
    [[nodiscard]] std::size_t flags() const { return m_engine.flags().history().size(); }

private:
    [[nodiscard]] std::uint64_t slot() const { return kFirstSlot + m_number / 2'000; }
    void trade(std::uint64_t coin, core::Side side) {
        core::Event event = test::tradeEvent(m_number, slot(), side, 1'000'000'000 + m_random() % 5'000'000'000'000,
                                             10'000'000 + m_random() % 500'000'000, 1 + m_random() % 60'000, coin);
        event.at.txIndex = static_cast<std::uint32_t>(m_number % 2'000);
        ++m_number;
        test::tradeOf(event).after =
            core::Reserves{700'000'000'000'000, 40'000'000'000, 500'000'000'000'000, 10'000'000'000};
        m_engine.apply(event);
    }

    const std::uint64_t m_coins;
    std::mt19937_64 m_random{20261129};
    core::pipeline::Engine m_engine{core::pipeline::EngineConfig{}};
    core::pipeline::SnapshotBuilder m_builder;
    std::uint64_t m_number = 1;
    std::int64_t m_steadyMs = 0;
    std::size_t m_shown = 0;
};

void measure(Market& market, const char* name, const Interest& interest, std::uint64_t perSecond, double seconds) {
    market.want(interest);
    const auto pictures = static_cast<int>(seconds * 1'000 / kPictureMs);
    std::vector<double> all;
    double first = market.picture();
    for (int i = 0; i < pictures; ++i) {
        market.trades(perSecond * kPictureMs / 1'000);
        all.push_back(market.picture());
    }
    double sum = 0;
    for (const double one : all) sum += one;
    const double share = sum / (static_cast<double>(all.size()) * static_cast<double>(kPictureMs));
    std::printf("| %s | %zu | %.2f ms | %.2f ms | %.2f ms | %.2f ms | %.1f %% |\n", name, market.shown(), first,
                at(all, 0.5), at(all, 0.99), at(all, 1), share * 100);
}

}  // namespace

int main(int argc, char** argv) {
    const std::uint64_t coins = argc > 1 ? std::stoull(argv[1]) : 30'000;
    const std::uint64_t perSecond = argc > 2 ? std::stoull(argv[2]) : 5'000;
    const double seconds = argc > 3 ? std::stod(argv[3]) : 10;
    Market market(coins);
    std::printf("%llu coins, %zu statements, %llu trades/s\n\n", static_cast<unsigned long long>(coins),
                market.flags(), static_cast<unsigned long long>(perSecond));
    std::printf(
        "| boards | rows | first | p50 | p99 | longest | share of the engine |\n|---|---|---|---|---|---|---|\n");
    const Interest plain;
    measure(market, "columns in their own order", plain, perSecond, seconds);
    Interest cheap;
    for (auto& board : cheap.boards) board.sort = BoardFigure::Volume5m;
    cheap.boards[0].filter.conditions = {{BoardFigure::Age, std::nullopt, 86'400},
                                         {BoardFigure::MarketCapQuote, 1, std::nullopt}};
    measure(market, "sorted by 5-minute volume, two conditions", cheap, perSecond, seconds);
    Interest strict;
    for (auto& board : strict.boards) {
        board.sort = BoardFigure::Cluster;
        board.filter.conditions = {
            {BoardFigure::Top10, std::nullopt, 0.9},   {BoardFigure::Dev, std::nullopt, 0.1},
            {BoardFigure::Sniper, std::nullopt, 0.9},  {BoardFigure::Bundler, std::nullopt, 0.9},
            {BoardFigure::Cluster, std::nullopt, 0.9}, {BoardFigure::Holders, 5, std::nullopt},
            {BoardFigure::CopyRank, std::nullopt, 1}};
    }
    measure(market, "seven conditions with chips and holders, sorted by cluster", strict, perSecond, seconds);
    Interest table = strict;
    table.table = core::pipeline::BoardQuery{{}, BoardFigure::ChangeSeen, false};
    measure(market, "the same, and the table of all coins", table, perSecond, seconds);
    return 0;
}
