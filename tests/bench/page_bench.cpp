// SPDX-License-Identifier: GPL-3.0-or-later
// How much of a core the window takes while the open coin trades 5,000 times a second, and how long it is not there
// for the user: page_bench [SECONDS [TRADES_PER_SECOND]]. One row for each tab. The engine runs on a thread of its
// own, as in the program.
#include "core/base/latest_slot.h"
#include "core/pipeline/engine.h"
#include "core/pipeline/snapshot_builder.h"
#include "tests/support/market_events.h"
#include "ui/bridge/session_host.h"
#include "ui/theme/style.h"
#include "ui/views/main_window.h"
#include "ui/views/token_tabs.h"

#include <QAbstractEventDispatcher>
#include <QApplication>
#include <QTableView>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <mutex>
#include <thread>
#include <vector>

#include <ctime>

namespace {

using SteadyClock = std::chrono::steady_clock;
constexpr double kMs = 1e3;

double threadSeconds() {
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
}

double middle(std::vector<double>& values, double rank) {
    if (values.empty()) return 0;
    std::sort(values.begin(), values.end());
    return values[static_cast<std::size_t>(rank * static_cast<double>(values.size() - 1))];
}

// A coin that everybody trades at once, through the real engine.
class HotCoin final : public ui::bridge::SessionHost, public ui::bridge::MarketFeed {
public:
    explicit HotCoin(std::uint64_t perSecond) : m_perSecond(perSecond) {
        m_engine.onEvent = [this](const core::Event& event, core::ledger::TokenLedger& coin) {
            m_builder.onEvent(event, coin);
        };
        m_engine.onAlert = [this](const core::Alert& alert) { m_builder.onAlert(alert); };
        m_info.generation = 1;
        m_info.state = ui::bridge::SessionState::Running;
        m_info.mode = core::pipeline::Mode::Simulated;
    }
    void start() {
        m_thread = std::jthread([this](const std::stop_token& stop) { run(stop); });
    }
    void finish() {
        m_thread.request_stop();
        m_thread.join();
    }
    /// Milliseconds that pictures took on the engine's thread since the last call.
    std::vector<double> takePictures() {
        const std::scoped_lock lock(m_mutex);
        return std::exchange(m_pictures, {});
    }
    [[nodiscard]] std::uint64_t trades() const { return m_trades; }

    [[nodiscard]] std::shared_ptr<const core::pipeline::Snapshot> latest() const override {
        return m_slot.latest();
    }
    void setInterest(const core::pipeline::Interest& interest) override {
        const std::scoped_lock lock(m_mutex);
        m_wish = interest;
    }
    [[nodiscard]] ui::bridge::MarketFeed& feed() override { return *this; }
    [[nodiscard]] bool hasBundled() const override { return false; }
    void openBundled(double) override {}
    void connectLive(const core::source::LiveOptions&) override {}
    void openRecording(const std::filesystem::path&, double) override {}
    void stop() override {}
    [[nodiscard]] ui::bridge::SessionInfo info() const override { return m_info; }

private:
    void run(const std::stop_token& stop) {
        std::mt19937_64 random{7};
        m_engine.apply(test::createdEvent(1, 1'000));
        const auto begun = SteadyClock::now();
        auto next = begun;
        while (!stop.stop_requested()) {
            const double elapsed = std::chrono::duration<double>(SteadyClock::now() - begun).count();
            const auto due = static_cast<std::uint64_t>(elapsed * static_cast<double>(m_perSecond));
            for (; m_trades < due; ++m_trades) m_engine.apply(trade(random));
            if (SteadyClock::now() >= next) {
                publish();
                next = SteadyClock::now() + std::chrono::milliseconds(33);
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
    }
    core::Event trade(std::mt19937_64& random) {
        const std::uint64_t slot = 1'000 + m_trades * 2 / 5 * 10 / m_perSecond;
        const bool buy = m_trades % 2 == 0 || m_buyers.empty();
        const std::uint64_t wallet = buy ? 10 + random() % 20'000 : m_buyers[random() % m_buyers.size()];
        if (buy) m_buyers.push_back(wallet);
        core::Event event =
            test::tradeEvent(10 + m_trades, slot, buy ? core::Side::Buy : core::Side::Sell,
                             1'000'000 + random() % 1'000'000'000, 10'000'000 + random() % 500'000'000, wallet);
        test::tradeOf(event).after = core::Reserves{700'000'000'000'000 + random() % 1'000'000'000'000,
                                                    40'000'000'000, 500'000'000'000'000, 10'000'000'000};
        return event;
    }
    void publish() {
        {
            const std::scoped_lock lock(m_mutex);
            if (m_wish) m_builder.setInterest(*m_wish, m_engine.market());
            m_wish.reset();
        }
        auto snapshot = std::make_shared<core::pipeline::Snapshot>();
        const auto now = SteadyClock::now();
        const double before = threadSeconds();
        m_builder.build(m_engine.market(), m_engine.intel(), m_engine.flags(),
                        std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count(),
                        *snapshot);
        const double took = (threadSeconds() - before) * kMs;
        snapshot->mode = core::pipeline::Mode::Simulated;
        m_slot.publish(std::move(snapshot));
        const std::scoped_lock lock(m_mutex);
        m_pictures.push_back(took);
    }

    const std::uint64_t m_perSecond;
    core::pipeline::Engine m_engine{core::pipeline::EngineConfig{}};
    core::pipeline::SnapshotBuilder m_builder;
    core::LatestSlot<core::pipeline::Snapshot> m_slot;
    ui::bridge::SessionInfo m_info;
    std::vector<std::uint64_t> m_buyers;
    std::atomic<std::uint64_t> m_trades{0};
    std::mutex m_mutex;
    std::optional<core::pipeline::Interest> m_wish;
    std::vector<double> m_pictures;
    std::jthread m_thread;
};

// What the event loop did between two waits, in milliseconds of this thread's own work: what other programs take
// from a shared machine is not counted.
class Blocks {
public:
    Blocks() {
        auto* dispatcher = QAbstractEventDispatcher::instance();
        QObject::connect(dispatcher, &QAbstractEventDispatcher::aboutToBlock, dispatcher, [this] {
            const double now = threadSeconds();
            m_took.push_back((now - m_last) * kMs);
            m_last = now;
        });
    }
    std::vector<double> take() { return std::exchange(m_took, {}); }

private:
    double m_last = threadSeconds();
    std::vector<double> m_took;
};

}  // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    ui::theme::applyStyle(application);
    const int seconds = argc > 1 ? std::atoi(argv[1]) : 20;
    const std::uint64_t rate = argc > 2 ? std::strtoull(argv[2], nullptr, 10) : 5'000;
    const QTemporaryDir settings;
    HotCoin host(rate);
    host.start();
    Blocks blocks;
    ui::MainWindow window(host, settings.filePath(QStringLiteral("ui.ini")));
    window.resize(1600, 900);
    window.show();
    window.openToken(test::mintOf(1));
    auto* tabs = window.findChild<ui::TokenTabs*>();
    using Tabs = ui::TokenTabs;
    const std::pair<Tabs::Tab, const char*> rows[] = {{Tabs::Tape, "tape"},
                                                      {Tabs::Holders, "holders"},
                                                      {Tabs::FirstBuyers, "first 70"},
                                                      {Tabs::Clusters, "clusters"}};
    std::size_t changes = 0;
    const auto note = [&changes] { ++changes; };
    for (const auto* table : tabs->findChildren<QTableView*>()) {
        QObject::connect(table->model(), &QAbstractItemModel::dataChanged, &application, note);
        QObject::connect(table->model(), &QAbstractItemModel::rowsInserted, &application, note);
        QObject::connect(table->model(), &QAbstractItemModel::layoutChanged, &application, note);
    }
    std::printf("%-10s %10s %12s %12s %12s %14s %14s %10s %10s\n", "tab", "trades/s", "GUI share", "block p99",
                "longest", "picture p50", "picture max", "trades", "changes/s");
    for (const auto& [tab, name] : rows) {
        tabs->choose(tab);
        // The first second fills the tables.
        QTimer::singleShot(1'000, &application, &QApplication::quit);
        QApplication::exec();
        (void)blocks.take();
        (void)host.takePictures();
        changes = 0;
        const double cpu = threadSeconds();
        const auto begun = SteadyClock::now();
        const std::uint64_t trades = host.trades();
        QTimer::singleShot(seconds * 1'000, &application, &QApplication::quit);
        QApplication::exec();
        const double elapsed = std::chrono::duration<double>(SteadyClock::now() - begun).count();
        auto took = blocks.take();
        auto pictures = host.takePictures();
        std::printf("%-10s %10.0f %11.1f%% %9.1f ms %9.1f ms %11.2f ms %11.2f ms %10llu %10.0f\n", name,
                    static_cast<double>(host.trades() - trades) / elapsed, (threadSeconds() - cpu) / elapsed * 100,
                    middle(took, 0.99), middle(took, 1), middle(pictures, 0.5), middle(pictures, 1),
                    static_cast<unsigned long long>(host.trades()), static_cast<double>(changes) / elapsed);
        std::fflush(stdout);
    }
    host.finish();
    return 0;
}
