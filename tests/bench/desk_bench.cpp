// SPDX-License-Identifier: GPL-3.0-or-later
// The desk under load: desk_bench [MINUTES [TRADES_A_SECOND [TIMES [SCENARIO]]]] plays the simulated market `busy`,
// or the scenario named, as a feed would, TIMES faster than it happens, into a live session with a database, and
// keeps boards, chart, tape and cluster map of the busiest coin open in the real window at 1920 x 1080. Printed
// each minute and at the end: the share of one core that the window's thread took, how long it did not answer, and
// the memory of the whole program. By hand; see RESULTS.md.
#include "core/base/clock.h"
#include "core/pipeline/live_pipeline.h"
#include "tests/bench/memory.h"
#include "tests/bench/piped_market.h"
#include "tests/bench/pipeline_host.h"
#include "ui/shell/desk.h"
#include "ui/theme/style.h"
#include "ui/views/main_window.h"
#include "ui/views/pane_ids.h"

#include <fmt/format.h>

#include <QApplication>
#include <QTemporaryDir>
#include <QTimer>

#include <time.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cstdio>
#include <map>
#include <string>
#include <thread>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using Clock = std::chrono::steady_clock;

double secondsSince(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

// What the calling thread has used of a core, in seconds.
double threadSeconds() {
    timespec used{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &used);
    return static_cast<double>(used.tv_sec) + static_cast<double>(used.tv_nsec) / 1e9;
}

/// Brings the messages of a pipe, as a websocket would.
class PipedFeed final : public core::source::Source {
public:
    explicit PipedFeed(std::FILE* messages) : m_in(messages) {}
    ~PipedFeed() override { PipedFeed::stop(); }

    void start(core::source::Sink sink) override {
        m_thread = std::thread([this, sink = std::move(sink)] { play(sink); });
    }
    void stop() override {
        m_stop = true;
        if (m_thread.joinable()) m_thread.join();
    }
    [[nodiscard]] bool finished() const override { return m_done; }
    [[nodiscard]] std::uint64_t sent() const { return m_sent; }
    [[nodiscard]] std::uint64_t refused() const { return m_refused; }

private:
    void play(const core::source::Sink& sink) {
        core::source::FeedStatus status;
        status.source = "bench";
        status.state = core::source::FeedState::Connected;
        sink.status(status);
        std::string text;
        while (!m_stop && bench::nextMessage(m_in, text)) {
            const auto wall = std::chrono::system_clock::now().time_since_epoch();
            core::source::Frame frame{
                core::RecvTime{std::chrono::duration_cast<std::chrono::nanoseconds>(wall).count()},
                core::source::Channel::Ws, std::exchange(text, {})};
            ++m_sent;
            if (!sink.frame(std::move(frame))) ++m_refused;
        }
        std::fclose(m_in);
        m_done = true;
    }

    std::FILE* m_in;
    std::atomic<bool> m_stop{false};
    std::atomic<bool> m_done{false};
    std::atomic<std::uint64_t> m_sent{0};
    std::atomic<std::uint64_t> m_refused{0};
    std::thread m_thread;
};

/// How long the window's thread does not answer: a beat every few milliseconds, and how late each comes. What it
/// worked itself in such a time is told apart from waiting for a core.
class Heart final : public QObject {
public:
    Heart() {
        m_timer.setTimerType(Qt::PreciseTimer);
        m_timer.setInterval(kBeat);
        connect(&m_timer, &QTimer::timeout, this, &Heart::beat);
    }
    void start() {
        m_last = Clock::now();
        m_lastUsed = threadSeconds();
        m_timer.start();
    }
    std::vector<double> late;    ///< milliseconds
    std::vector<double> worked;  ///< milliseconds of the thread between two beats

private:
    static constexpr int kBeat = 4;
    void beat() {
        const auto now = Clock::now();
        const double used = threadSeconds();
        late.push_back(std::max(0.0, std::chrono::duration<double, std::milli>(now - m_last).count() - kBeat));
        worked.push_back((used - m_lastUsed) * 1'000);
        m_last = now;
        m_lastUsed = used;
    }
    QTimer m_timer;
    Clock::time_point m_last;
    double m_lastUsed = 0;
};

/// The longest single deliveries of events, by who took them: what to look at when a block is too long.
class TimedApplication final : public QApplication {
public:
    using QApplication::QApplication;
    bool notify(QObject* receiver, QEvent* event) override {
        if (m_depth != 0) return QApplication::notify(receiver, event);
        // The receiver may be gone afterwards.
        const char* who = receiver->metaObject()->className();
        const QString name = receiver->objectName();
        const int type = event->type();
        const double begun = threadSeconds();
        ++m_depth;
        const bool done = QApplication::notify(receiver, event);
        --m_depth;
        const double took = (threadSeconds() - begun) * 1'000;
        Longest& of = m_longest[{who, name, type}];
        of.most = std::max(of.most, took);
        of.over20 += took > 20 ? 1 : 0;
        return done;
    }
    void report() const {
        std::vector<std::pair<Longest, Key>> out;
        for (const auto& [key, longest] : m_longest) out.emplace_back(longest, key);
        std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) { return a.first.most > b.first.most; });
        if (out.size() > 8) out.resize(8);
        for (const auto& [longest, key] : out)
            fmt::print("  {:.1f} ms at most, {} over 20: {} '{}', event {}\n", longest.most, longest.over20,
                       std::get<0>(key), std::get<1>(key).toStdString(), std::get<2>(key));
    }

private:
    struct Longest {
        double most = 0;
        std::uint64_t over20 = 0;
    };
    using Key = std::tuple<std::string, QString, int>;
    std::map<Key, Longest> m_longest;
    int m_depth = 0;
};

std::string ranks(std::vector<double> values) {
    if (values.empty()) return "none";
    std::sort(values.begin(), values.end());
    const auto at = [&](double share) {
        return values[std::min(values.size() - 1,
                               static_cast<std::size_t>(share * static_cast<double>(values.size())))];
    };
    return fmt::format("p99 {:.1f} ms, p99.9 {:.1f} ms, most {:.1f} ms", at(0.99), at(0.999), values.back());
}

}  // namespace

int main(int argc, char** argv) {
    const double minutes = argc > 1 ? std::strtod(argv[1], nullptr) : 2;
    const double perSecond = argc > 2 ? std::strtod(argv[2], nullptr) : 5'000;
    const double times = argc > 3 ? std::strtod(argv[3], nullptr) : 1;
    std::FILE* messages = bench::startMarket(argc > 4 ? argv[4] : "busy", perSecond,
                                             static_cast<std::uint64_t>(minutes * 60 * times), times);
    if (messages == nullptr) return 1;
    TimedApplication application(argc, argv);
    QApplication::setApplicationName(QStringLiteral("cabalscope"));
    ui::theme::applyStyle(application);

    const QTemporaryDir folder;
    core::pipeline::PipelineConfig config;
    config.mode = core::pipeline::Mode::Live;
    config.database = folder.filePath(QStringLiteral("desk.sqlite")).toStdString();
    const core::SystemClock clock;
    core::pipeline::LivePipeline pipeline(std::move(config), clock);
    auto owned = std::make_unique<PipedFeed>(messages);
    PipedFeed& market = *owned;
    pipeline.addSource(std::move(owned));

    bench::PipelineHost host(pipeline);
    ui::MainWindow window(host, folder.filePath(QStringLiteral("window.ini")));
    window.resize(1920, 1080);
    window.show();
    if (const auto started = pipeline.start(); !started) qFatal("%s", started.error().message().c_str());
    window.desk().showPane(ui::kMapPane, true);

    // The coin that most is going on in, again and again, as a trader changes over.
    QTimer chooser;
    QObject::connect(&chooser, &QTimer::timeout, &window, [&] {
        const auto snapshot = pipeline.latest();
        if (!snapshot) return;
        const core::pipeline::TokenRow* most = nullptr;
        for (const auto* column : {&snapshot->fresh, &snapshot->graduating, &snapshot->graduated})
            for (const auto& row : *column)
                if (most == nullptr || row.trades > most->trades) most = &row;
        if (most != nullptr) window.openToken(most->mint);
    });
    chooser.start(10'000);

    Heart heart;
    const auto begin = Clock::now();
    double usedBefore = 0;
    Clock::time_point minute = begin;
    const auto tell = [&](const char* what, double since, double used) {
        const auto snapshot = pipeline.latest();
        const auto& health = snapshot->health;
        fmt::print(
            "{} {:.0f} s: {} messages, {} trades, {} coins, {} refused, {} dropped for the store, window's thread "
            "{:.0f}% of a core, late {}, worked {}, {:.0f} MB\n",
            what, secondsSince(begin), market.sent(), health.trades, snapshot->knownTokens, market.refused(),
            health.storeQueue.dropped, 100 * used / since, ranks(heart.late), ranks(heart.worked),
            static_cast<double>(bench::residentBytes()) / (1024.0 * 1024.0));
        std::fflush(stdout);
    };
    // The first seconds, with the window being put up, are told apart.
    QTimer::singleShot(5'000, &application, [&] {
        minute = Clock::now();
        usedBefore = threadSeconds();
        heart.start();
    });
    std::vector<double> allLate, allWorked;
    double usedFirst = -1;
    Clock::time_point first;
    QTimer watch;
    QObject::connect(&watch, &QTimer::timeout, &application, [&] {
        if (!heart.late.empty() && usedFirst < 0) {
            usedFirst = usedBefore;
            first = minute;
        }
        const bool over = market.finished() && pipeline.finished();
        if (!over && secondsSince(minute) < 60) return;
        if (heart.late.empty()) {
            if (over) QApplication::quit();
            return;
        }
        tell("after", secondsSince(minute), threadSeconds() - usedBefore);
        allLate.insert(allLate.end(), heart.late.begin(), heart.late.end());
        allWorked.insert(allWorked.end(), heart.worked.begin(), heart.worked.end());
        heart.late.clear();
        heart.worked.clear();
        minute = Clock::now();
        usedBefore = threadSeconds();
        if (over) QApplication::quit();
    });
    watch.start(200);
    QApplication::exec();
    heart.late = std::move(allLate);
    heart.worked = std::move(allWorked);
    tell("in all", secondsSince(first), threadSeconds() - usedFirst);
    application.report();
    pipeline.stop();
    return 0;
}
