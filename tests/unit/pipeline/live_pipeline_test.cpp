// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/live_pipeline.h"
#include "core/base/clock.h"
#include "core/pipeline/recording.h"
#include "core/source/factory.h"
#include "core/store/trade_store.h"
#include "tests/support/archive.h"
#include "tests/support/sim_frames.h"
#endif

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <condition_variable>
#include <filesystem>
#include <functional>
#include <mutex>
#include <thread>

using core::pipeline::Interest;
using core::pipeline::LivePipeline;
using core::pipeline::Mode;
using core::pipeline::PipelineConfig;
using core::pipeline::Snapshot;
using core::source::FeedState;
using core::source::FeedStatus;
using core::source::Frame;
using core::source::Sink;

namespace {

constexpr auto kPatience = std::chrono::seconds(30);

const std::vector<core::sim::SimTransaction>& stretch() {
    static const auto kStretch = [] {
        core::sim::MarketOptions options;
        options.tradesPerSecond = 40;
        options.durationSeconds = 60;
        return test::simTransactions(options);
    }();
    return kStretch;
}
std::uint64_t tradesOf(std::size_t transactions) {
    std::uint64_t out = 0;
    for (std::size_t i = 0; i < transactions; ++i) out += stretch()[i].trades;
    return out;
}

/// A feed whose frames come from a function on a thread of its own, as those of real feeds do.
class ScriptedSource final : public core::source::Source {
public:
    using Script = std::function<void(const Sink&, std::stop_token)>;
    explicit ScriptedSource(Script script, bool live = false) : m_script(std::move(script)), m_live(live) {}
    ~ScriptedSource() override { ScriptedSource::stop(); }

    void start(Sink sink) override {
        m_sink = std::move(sink);
        m_thread = std::jthread([this](const std::stop_token& stop) {
            m_script(m_sink, stop);
            m_finished = !m_live;
        });
    }
    void stop() override {
        m_thread.request_stop();
        if (m_thread.joinable()) m_thread.join();
        ++stops;
    }
    bool finished() const override { return m_finished; }

    std::atomic<int> stops{0};

private:
    Script m_script;
    bool m_live;
    Sink m_sink;
    std::jthread m_thread;
    std::atomic<bool> m_finished{false};
};

void deliver(const Sink& sink, std::size_t from, std::size_t to) {
    for (std::size_t i = from; i < to; ++i) sink.frame(test::logsFrame(stretch()[i]));
}

bool waitFor(const std::function<bool()>& condition) {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (!condition()) {
        if (std::chrono::steady_clock::now() > end) return false;
        std::this_thread::yield();
    }
    return true;
}

}  // namespace

class LivePipelineTest : public QObject {
    Q_OBJECT
    QTemporaryDir m_dir;
    core::SystemClock m_clock;
    int m_files = 0;

    std::filesystem::path newFile(const char* ending) {
        return std::filesystem::path(m_dir.path().toStdString()) / ("p" + std::to_string(++m_files) + ending);
    }
    static std::int64_t stored(const std::filesystem::path& file) {
        auto store = core::store::TradeStore::open(file, core::store::Database::Access::ReadOnly);
        const auto count = store ? (*store)->tradeCount() : core::Result<std::int64_t>{store.error()};
        return count ? *count : -1;
    }
    static PipelineConfig replay() {
        PipelineConfig config;
        config.mode = Mode::Replay;
        config.blockingFrames = true;
        config.snapshotPeriod = std::chrono::milliseconds(1);
        return config;
    }

private slots:
    void worksOffARecordingAndSaysSo() {
        PipelineConfig config = replay();
        config.database = newFile(".sqlite");
        std::atomic<int> alerts{0};
        config.onAlert = [&](const core::Alert&) { ++alerts; };
        LivePipeline pipeline{config, m_clock};
        pipeline.addSource(std::make_unique<ScriptedSource>(
            [](const Sink& sink, const std::stop_token&) { deliver(sink, 0, stretch().size()); }));
        QVERIFY(pipeline.latest() == nullptr);
        QVERIFY(!pipeline.finished());
        QVERIFY(pipeline.start().has_value());
        QVERIFY(pipeline.waitFinished(kPatience));
        QVERIFY(pipeline.finished());
        // The last picture is that of everything, before anybody stops it.
        QCOMPARE(pipeline.latest()->health.trades, tradesOf(stretch().size()));
        pipeline.stop();
        const auto last = pipeline.latest();
        QVERIFY(last->mode == Mode::Replay);
        QCOMPARE(last->health.frames, std::uint64_t{stretch().size()});
        QCOMPARE(last->health.trades, tradesOf(stretch().size()));
        QCOMPARE(last->health.storedTrades, tradesOf(stretch().size()));
        QCOMPARE(last->health.frameQueue.dropped, std::uint64_t{0});
        QCOMPARE(last->health.storeError, std::string());
        QCOMPARE(last->alertCount, static_cast<std::uint64_t>(alerts.load()));
        QVERIFY(alerts > 0);
        QVERIFY(last->freshCount + last->graduatingCount + last->graduatedCount <= last->knownTokens);
        QCOMPARE(stored(*config.database), static_cast<std::int64_t>(tradesOf(stretch().size())));
        auto store = *core::store::TradeStore::open(*config.database, core::store::Database::Access::ReadOnly);
        QCOMPARE(*store->database().scalar("SELECT count(*) FROM alerts"), std::int64_t{alerts.load()});
    }

    void stopDrainsWhatIsQueued() {
        PipelineConfig config;
        config.database = newFile(".sqlite");
        LivePipeline pipeline{config, m_clock};
        std::atomic<bool> delivered{false};
        auto source = std::make_unique<ScriptedSource>(
            [&](const Sink& sink, const std::stop_token&) {
                deliver(sink, 0, stretch().size());
                delivered = true;
                delivered.notify_all();
            },
            true);
        const ScriptedSource& feed = *source;
        pipeline.addSource(std::move(source));
        QVERIFY(pipeline.start().has_value());
        delivered.wait(false);
        pipeline.stop();
        QVERIFY(feed.stops >= 1);
        QCOMPARE(pipeline.latest()->health.trades, tradesOf(stretch().size()));
        QCOMPARE(stored(*config.database), static_cast<std::int64_t>(tradesOf(stretch().size())));
        pipeline.stop();  // again does nothing
    }

    void stopEndsASourceThatWaitsForRoom() {
        PipelineConfig config = replay();
        config.frameQueueCapacity = 4;
        LivePipeline pipeline{config, m_clock};
        std::atomic<bool> first{false};
        pipeline.addSource(std::make_unique<ScriptedSource>([&](const Sink& sink, const std::stop_token& stop) {
            while (!stop.stop_requested()) {
                if (!sink.frame(test::logsFrame(stretch()[0]))) return;
                first = true;
                first.notify_all();
            }
        }));
        QVERIFY(pipeline.start().has_value());
        first.wait(false);
        pipeline.stop();
        QVERIFY(pipeline.latest()->health.frames > 0);
    }

    void aFullQueueDropsAndCounts() {
        PipelineConfig config;
        config.frameQueueCapacity = 8;
        // The engine stands still in its first alert until every frame was offered.
        std::mutex gate;
        gate.lock();
        std::atomic<bool> inAlert{false};
        config.onAlert = [&](const core::Alert&) {
            inAlert = true;
            inAlert.notify_all();
            const std::scoped_lock pass(gate);
        };
        LivePipeline pipeline{config, m_clock};
        std::atomic<std::uint64_t> refused{0};
        std::atomic<bool> delivered{false};
        pipeline.addSource(std::make_unique<ScriptedSource>(
            [&](const Sink& sink, const std::stop_token&) {
                std::size_t next = 0;
                // A slow feed until the engine is held up, then one that does not wait.
                while (next < stretch().size() && !inAlert)
                    if (sink.frame(test::logsFrame(stretch()[next]))) ++next;
                refused = 0;
                for (int i = 0; i < 100; ++i)
                    if (!sink.frame(test::logsFrame(stretch()[next]))) ++refused;
                delivered = true;
                delivered.notify_all();
            },
            true));
        QVERIFY(pipeline.start().has_value());
        delivered.wait(false);
        gate.unlock();
        pipeline.stop();
        QVERIFY(inAlert);
        QVERIFY(refused >= 100 - 8);
        QVERIFY(pipeline.latest()->health.frameQueue.dropped >= refused);
        QVERIFY(pipeline.latest()->health.frameQueue.highWater <= 8);
    }

    void theNewestPictureWins() {
        PipelineConfig config = replay();
        LivePipeline pipeline{config, m_clock};
        std::mutex mutex;
        std::condition_variable changed;
        std::size_t allowed = 0;
        pipeline.addSource(std::make_unique<ScriptedSource>([&](const Sink& sink, const std::stop_token& stop) {
            std::size_t sent = 0;
            while (sent < stretch().size() && !stop.stop_requested()) {
                std::unique_lock lock(mutex);
                changed.wait(lock, [&] { return allowed > sent; });
                const std::size_t to = allowed;
                lock.unlock();
                deliver(sink, sent, to);
                sent = to;
            }
        }));
        const auto allow = [&](std::size_t count) {
            const std::scoped_lock lock(mutex);
            allowed = count;
            changed.notify_all();
        };
        QVERIFY(pipeline.start().has_value());
        std::uint64_t version = 0;
        std::shared_ptr<const Snapshot> held;
        for (const std::size_t part : {std::size_t{50}, std::size_t{200}, std::size_t{900}, stretch().size()}) {
            allow(part);
            QVERIFY(waitFor([&] {
                const auto now = pipeline.latest();
                return now && now->health.trades == tradesOf(part);
            }));
            const auto now = pipeline.latest();
            QVERIFY(now->version > version);
            version = now->version;
            if (!held) held = now;
        }
        // A picture that somebody holds stays what it was.
        QCOMPARE(held->health.trades, tradesOf(50));
        pipeline.stop();
        QVERIFY(pipeline.latest()->version > version);
    }

    void showsWhatTheScreenAskedFor() {
        PipelineConfig config = replay();
        LivePipeline pipeline{config, m_clock};
        std::atomic<bool> end{false};
        pipeline.addSource(std::make_unique<ScriptedSource>([&](const Sink& sink, const std::stop_token&) {
            deliver(sink, 0, stretch().size());
            end.wait(false);
        }));
        QVERIFY(pipeline.start().has_value());
        QVERIFY(waitFor([&] {
            const auto now = pipeline.latest();
            return now && now->health.trades == tradesOf(stretch().size()) && !now->fresh.empty();
        }));
        QVERIFY(pipeline.latest()->selected == nullptr);
        // The busiest coin has trades in several bars of either interval; the youngest may have one trade.
        const auto rows = pipeline.latest()->fresh;
        const auto row = *std::max_element(rows.begin(), rows.end(),
                                           [](const auto& a, const auto& b) { return a.trades < b.trades; });
        Interest interest;
        interest.selected = row.mint;
        interest.bars = *core::BarSpec::parse("5s");
        interest.boardLimit = 3;
        interest.tapeLimit = 7;
        pipeline.setInterest(Interest{});
        pipeline.setInterest(interest);  // the newest wish counts
        QVERIFY(waitFor([&] { return pipeline.latest()->selected != nullptr; }));
        const auto detail = pipeline.latest()->selected;
        QVERIFY(detail->row.mint == row.mint);
        QVERIFY(detail->bars == interest.bars);
        QCOMPARE(detail->tape.size(), std::min<std::size_t>(7, row.trades));
        std::uint64_t trades = 0;
        for (std::size_t i = 0; i < detail->candles.size(); ++i)
            trades += detail->candles.at(i).buys + detail->candles.at(i).sells;
        QCOMPARE(trades, detail->row.trades);
        QVERIFY(waitFor([&] { return pipeline.latest()->fresh.size() == 3; }));
        // Another interval of the same coin holds the same trades.
        interest.bars = *core::BarSpec::parse("1m");
        pipeline.setInterest(interest);
        QVERIFY(waitFor([&] { return pipeline.latest()->selected->bars == interest.bars; }));
        QVERIFY(pipeline.latest()->selected->candles.size() < detail->candles.size());
        // A coin nobody knows shows nothing.
        interest.selected = core::Mint{};
        pipeline.setInterest(interest);
        QVERIFY(waitFor([&] { return pipeline.latest()->selected == nullptr; }));
        end = true;
        end.notify_all();
        pipeline.stop();
    }

    void recordsWhatItSees() {
        PipelineConfig config = replay();
        config.recordTo = newFile(".jsonl.zst");
        config.captureSource = "solana-rpc";
        LivePipeline pipeline{config, m_clock};
        pipeline.addSource(std::make_unique<ScriptedSource>([](const Sink& sink, const std::stop_token&) {
            deliver(sink, 0, 500);
            sink.frame({core::RecvTime{5}, core::source::Channel::Mark, R"({"event":"gap","dropped":1})"});
        }));
        QVERIFY(pipeline.start().has_value());
        QVERIFY(pipeline.waitFinished(kPatience));
        pipeline.stop();
        core::wire::Decoder decoder;
        core::pipeline::RecordingReader reader{*config.recordTo, decoder};
        int marks = 0;
        reader.onMark = [&](std::string_view) { ++marks; };
        std::vector<core::Event> events;
        QVERIFY(reader.readAll(events).has_value());
        QVERIFY(reader.warnings().empty());
        QCOMPARE(reader.goodLines(), std::uint64_t{502});
        QCOMPARE(marks, 1);
        const auto trades = std::count_if(events.begin(), events.end(), [](const core::Event& event) {
            return std::holds_alternative<core::Trade>(event.body);
        });
        QCOMPARE(static_cast<std::uint64_t>(trades), tradesOf(500));
    }

    void aSimulatedRecordingIsBadged() {
        LivePipeline pipeline{replay(), m_clock};
        pipeline.addSource(std::make_unique<ScriptedSource>([](const Sink& sink, const std::stop_token&) {
            FeedStatus status;
            status.state = FeedState::Connected;
            status.detail = "SIMULATED market";
            sink.status(status);
            deliver(sink, 0, 10);
        }));
        QVERIFY(pipeline.start().has_value());
        QVERIFY(pipeline.waitFinished(kPatience));
        QVERIFY(pipeline.latest()->mode == Mode::Simulated);
        QVERIFY(pipeline.latest()->health.feeds.at(0).state == FeedState::Connected);
    }

    void severalSourcesAreCountedOnce() {
        LivePipeline pipeline{replay(), m_clock};
        for (int i = 0; i < 3; ++i)
            pipeline.addSource(std::make_unique<ScriptedSource>(
                [](const Sink& sink, const std::stop_token&) { deliver(sink, 0, 800); }));
        QVERIFY(pipeline.start().has_value());
        QVERIFY(pipeline.waitFinished(kPatience));
        QCOMPARE(pipeline.latest()->health.frames, std::uint64_t{2'400});
        QCOMPARE(pipeline.latest()->health.trades, tradesOf(800));
        QVERIFY(pipeline.latest()->health.duplicates > 0);
    }

    void gapsAreKept() {
        PipelineConfig config = replay();
        config.database = newFile(".sqlite");
        LivePipeline pipeline{config, m_clock};
        pipeline.addSource(std::make_unique<ScriptedSource>([](const Sink& sink, const std::stop_token&) {
            sink.frame({core::RecvTime{77}, core::source::Channel::Mark, R"({"event":"gap","dropped":1})"});
        }));
        QVERIFY(pipeline.start().has_value());
        QVERIFY(pipeline.waitFinished(kPatience));
        pipeline.stop();
        auto store = *core::store::TradeStore::open(*config.database, core::store::Database::Access::ReadOnly);
        QCOMPARE(*store->database().scalar("SELECT noticed_ns FROM gaps"), std::int64_t{77});
    }

    void startSaysWhatIsWrong() {
        PipelineConfig config;
        config.database = std::filesystem::path(m_dir.path().toStdString()) / "absent" / "db";
        LivePipeline noFolder{config, m_clock};
        const auto refused = noFolder.start();
        QVERIFY(!refused);
        QCOMPARE(int(refused.error().code), int(core::ErrorCode::Database));
        noFolder.stop();

        config = {};
        config.recordTo = newFile(".jsonl");
        test::writeFile(*config.recordTo, "precious");
        LivePipeline taken{config, m_clock};
        const auto exists = taken.start();
        QVERIFY(!exists);
        QCOMPARE(int(exists.error().code), int(core::ErrorCode::Io));
        QCOMPARE(test::readFile(*config.recordTo), std::string("precious"));
    }

    void waitingEndsWhenTimeIsOver() {
        LivePipeline pipeline{{}, m_clock};
        std::atomic<bool> end{false};
        pipeline.addSource(
            std::make_unique<ScriptedSource>([&](const Sink&, const std::stop_token&) { end.wait(false); }, true));
        QVERIFY(pipeline.start().has_value());
        QVERIFY(!pipeline.waitFinished(std::chrono::milliseconds(1)));
        end = true;
        end.notify_all();
        pipeline.stop();
        QVERIFY(pipeline.finished());
    }
};

QTEST_APPLESS_MAIN(LivePipelineTest)
#include "live_pipeline_test.moc"
