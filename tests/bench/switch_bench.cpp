// SPDX-License-Identifier: GPL-3.0-or-later
// How long it takes from choosing a coin to its first painted chart when its trades lie in a database of ten
// million: switch_bench FILE [TRADES [SWITCHES]]. FILE is made when it is not there. Also: how long a start on it
// takes. The limit in the same run: reading the same rows by hand with the same statement and nothing else.
#include "core/base/clock.h"
#include "core/pipeline/live_pipeline.h"
#include "core/pipeline/stored_coins.h"
#include "core/store/trade_store.h"
#include "tests/bench/pipeline_host.h"
#include "tests/support/market_events.h"
#include "ui/chart/candle_chart.h"
#include "ui/theme/style.h"
#include "ui/views/main_window.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <filesystem>
#include <random>
#include <vector>

namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr std::uint64_t kCoins = 30'000;
constexpr std::uint64_t kWallets = 1'000'000;

double since(SteadyClock::time_point start) {
    return std::chrono::duration<double, std::milli>(SteadyClock::now() - start).count();
}

// Few coins have most of the trades, as on the chain: the share falls with the square root of the rank.
std::uint64_t coinOf(std::mt19937_64& random) {
    const double draw = std::generate_canonical<double, 53>(random);
    return static_cast<std::uint64_t>(draw * draw * static_cast<double>(kCoins));
}

void fill(const std::filesystem::path& file, std::uint64_t trades) {
    auto store = core::store::TradeStore::open(file, core::store::Database::Access::ReadWrite);
    if (!store) std::exit(1);
    std::mt19937_64 random{7};
    std::vector<core::store::StoreItem> batch;
    for (std::uint64_t i = 0; i < trades; ++i) {
        const auto side = random() % 5 < 3 ? core::Side::Buy : core::Side::Sell;
        core::Event event =
            test::tradeEvent(i, 400'000'000 + i / 100, side, 1'000'000 + random() % 1'000'000'000,
                             1'000'000 + random() % 1'000'000'000, random() % kWallets, coinOf(random));
        batch.emplace_back(std::move(event));
        if (batch.size() < 5'000 && i + 1 < trades) continue;
        if (!(*store)->write(batch)) std::exit(1);
        batch.clear();
        if ((i + 1) % 500'000 == 0)
            std::fprintf(stderr, "%llu trades written\n", static_cast<unsigned long long>(i + 1));
    }
}

/// A feed that is connected and brings nothing.
class Quiet final : public core::source::Source {
public:
    void start(core::source::Sink) override {}
    void stop() override {}
    bool finished() const override { return false; }
};

void tell(const char* what, std::vector<double>& values) {
    std::sort(values.begin(), values.end());
    const auto at = [&](double rank) {
        return values[static_cast<std::size_t>(rank * static_cast<double>(values.size() - 1))];
    };
    std::printf("%-52s p50 %7.2f ms  p90 %7.2f ms  most %7.2f ms\n", what, at(0.5), at(0.9), values.back());
}

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    if (argc < 2) return 2;
    const std::filesystem::path file(argv[1]);
    const std::uint64_t trades = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 10'000'000;
    const std::size_t switches = argc > 3 ? std::strtoull(argv[3], nullptr, 10) : 200;
    if (!std::filesystem::exists(file)) fill(file, trades);
    ui::theme::applyStyle(application);

    const auto began = SteadyClock::now();
    const core::SystemClock clock;
    core::pipeline::PipelineConfig config;
    config.mode = core::pipeline::Mode::Live;
    config.database = file;
    core::pipeline::LivePipeline pipeline(std::move(config), clock);
    pipeline.addSource(std::make_unique<Quiet>());
    if (!pipeline.start()) return 1;
    bench::PipelineHost host(pipeline);
    const QTemporaryDir settings;
    ui::MainWindow window(host, settings.filePath(QStringLiteral("bench.ini")));
    window.resize(1920, 1080);
    window.show();
    QApplication::processEvents();
    const double start = since(began);
    auto* chart = window.findChild<ui::CandleChart*>(QStringLiteral("candleChart"));

    QTimer watchdog;  // wakes the loop below should nothing else
    watchdog.start(1'000);
    std::mt19937_64 random{11};
    std::vector<double> first, all, rows;
    std::size_t bars = 0;
    auto reader = core::store::TradeStore::open(file, core::store::Database::Access::ReadOnly);
    const auto lastRow = (*reader)->lastTradeRow();
    for (std::size_t i = 0; i < switches; ++i) {
        const core::Mint mint = test::mintOf(coinOf(random));
        const auto chosen = SteadyClock::now();
        const std::uint64_t painted = chart->fullRepaints();
        window.openToken(mint);
        while (chart->fullRepaints() == painted || !chart->lastDetail() || chart->lastDetail()->row.mint != mint ||
               chart->series().size() == 0) {
            // As the program's own loop does: asleep until there is something to do, so that the reader has the
            // cores.
            QApplication::processEvents(QEventLoop::WaitForMoreEvents);
            if (since(chosen) > 5'000) {
                std::fprintf(stderr, "no chart after 5 s\n");
                return 1;
            }
        }
        first.push_back(since(chosen));
        bars += chart->series().size();
        // The same newest rows again, by hand: they are in memory now, so this is the least it could have cost.
        const auto by = SteadyClock::now();
        const auto events = (*reader)->newestTrades(mint, *lastRow, core::pipeline::StoredCoins::Limits{}.first);
        rows.push_back(since(by));
        if (!events) return 1;
        const auto settle = SteadyClock::now();
        while (since(settle) < 60) QApplication::processEvents(QEventLoop::AllEvents, 5);
    }
    std::printf("%llu trades stored, %ju MB; %zu switches, %.0f bars at first on average\n",
                static_cast<unsigned long long>(*lastRow),
                static_cast<std::uintmax_t>(std::filesystem::file_size(file) >> 20U), switches,
                static_cast<double>(bars) / static_cast<double>(switches));
    std::printf("start: pipeline on the database and window on the screen in %.0f ms\n", start);
    tell("coin chosen to first painted chart", first);
    constexpr double kBudget = 50;
    std::printf("within %.0f ms: %td of %zu\n", kBudget,
                std::count_if(first.begin(), first.end(), [](double took) { return took <= kBudget; }),
                first.size());
    tell("limit: reading the same newest rows again", rows);
    pipeline.stop();
    return 0;
}
