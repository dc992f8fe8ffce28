// SPDX-License-Identifier: GPL-3.0-or-later
// A recording through the whole pipeline under somebody's control, and the same out of a database.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/clock.h"
#include "core/pipeline/live_pipeline.h"
#include "core/pipeline/stored_replay.h"
#include "core/source/factory.h"
#include "core/store/trade_store.h"
#include "tests/support/engine_run.h"
#include "tests/support/sim_frames.h"
#endif

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <filesystem>
#include <set>

using namespace core;
using namespace core::pipeline;

namespace {

constexpr int kPatienceMs = 30'000;

const std::vector<sim::SimTransaction>& market() {
    static const auto kMarket = [] {
        sim::MarketOptions options;
        options.tradesPerSecond = 20;
        options.durationSeconds = 120;
        return test::simTransactions(options);
    }();
    return kMarket;
}

struct Run {
    std::shared_ptr<ReplayControl> control;
    std::unique_ptr<LivePipeline> pipeline;

    [[nodiscard]] std::shared_ptr<const Snapshot> shown() const { return pipeline->latest(); }
    [[nodiscard]] bool standsStill() const {
        const ReplayState state = control->state();
        const auto snapshot = shown();
        return state.paused && state.run == ReplayRun::Play && state.frames != 0 && snapshot &&
               snapshot->health.frames == state.frames;
    }
    [[nodiscard]] bool over() const { return control->state().ended && pipeline->finished(); }
};

}  // namespace

class ReplayTest : public QObject {
    Q_OBJECT
private:
    QTemporaryDir m_folder;
    SystemClock m_clock;

    [[nodiscard]] std::filesystem::path path(const QString& name) const {
        return m_folder.filePath(name).toStdString();
    }
    Run play(std::unique_ptr<source::Source> source, std::shared_ptr<ReplayControl> control) {
        return play(std::move(source), std::move(control), m_clock);
    }
    static Run play(std::unique_ptr<source::Source> source, std::shared_ptr<ReplayControl> control,
                    const Clock& clock) {
        PipelineConfig config;
        config.mode = Mode::Replay;
        config.blockingFrames = true;
        config.frameQueueCapacity = 64;
        config.replay = control;
        Run run{std::move(control), std::make_unique<LivePipeline>(std::move(config), clock)};
        run.pipeline->addSource(std::move(source));
        if (!run.pipeline->start()) qFatal("the pipeline does not start");
        return run;
    }
    Run playFile(std::shared_ptr<ReplayControl> control) { return playFile(std::move(control), m_clock); }
    Run playFile(std::shared_ptr<ReplayControl> control, const Clock& clock) {
        auto source = source::makeReplaySource(path(QStringLiteral("market.jsonl")), {}, clock);
        if (!source) qFatal("%s", source.error().message().c_str());
        return play(std::move(*source), std::move(control), clock);
    }

private slots:
    void initTestCase() {
        QFile file(m_folder.filePath(QStringLiteral("market.jsonl")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write((test::kCaptureHeader + '\n').c_str());
        for (const auto& transaction : market())
            file.write((test::captureLine(test::logsFrame(transaction)) + '\n').c_str());
    }
    void standsStillAtTheSlotThatWasAskedFor() {
        const std::uint64_t slot = market()[market().size() / 2].slot;
        auto run = playFile(
            std::make_shared<ReplayControl>(0, ReplayTarget{.time = {}, .slot = slot, .progress = {}}, true));
        QTRY_VERIFY_WITH_TIMEOUT(run.standsStill(), kPatienceMs);
        const auto frames = static_cast<std::uint64_t>(
            std::count_if(market().begin(), market().end(), [&](const auto& one) { return one.slot <= slot; }));
        QCOMPARE(run.control->state().frames, frames);
        QCOMPARE(run.shown()->asOfSlot, std::optional{slot});
        // What has not been played is not known: neither on the boards nor in the counts.
        QCOMPARE(run.shown()->health.frames, frames);
        run.control->step(1);
        QTRY_VERIFY_WITH_TIMEOUT(run.standsStill() && run.shown()->asOfSlot != slot, kPatienceMs);
        const auto next =
            std::find_if(market().begin(), market().end(), [&](const auto& one) { return one.slot > slot; });
        QCOMPARE(run.shown()->asOfSlot, std::optional{next->slot});
        run.pipeline->stop();  // although it stands still
    }
    void answersTheScreenWhileItStandsStill() {
        auto run = playFile(
            std::make_shared<ReplayControl>(0, ReplayTarget{.time = {}, .slot = {}, .progress = 0.5}, true));
        QTRY_VERIFY_WITH_TIMEOUT(run.standsStill(), kPatienceMs);
        QVERIFY(!run.shown()->fresh.empty());
        Interest interest;
        interest.selected = run.shown()->fresh.front().mint;
        run.pipeline->setInterest(interest);
        QTRY_VERIFY_WITH_TIMEOUT(run.shown()->selected != nullptr, kPatienceMs);
        QCOMPARE(run.shown()->selected->row.mint, *interest.selected);
    }
    void whoReadsThatItHasEndedFindsItsEndOnTheScreen() {
        const Mint traded = [] {
            test::EngineRun whole;
            for (const auto& one : market()) (void)whole.engine.frame(test::logsFrame(one));
            for (auto event = whole.events.rbegin(); event != whole.events.rend(); ++event)
                if (const auto* trade = std::get_if<Trade>(&event->body)) return trade->mint;
            return Mint{};
        }();
        Interest interest;
        interest.selected = traded;
        auto straight = playFile(std::make_shared<ReplayControl>(0));
        QTRY_VERIFY_WITH_TIMEOUT(straight.over(), kPatienceMs);
        straight.pipeline->setInterest(interest);
        QTRY_VERIFY_WITH_TIMEOUT(straight.shown()->selected && straight.shown()->selected->people, kPatienceMs);

        // By a clock that stands still the coin was looked at just now, whenever its recording ends.
        const ManualClock standing{RecvTime{1'000'000'000}};
        auto run = playFile(
            std::make_shared<ReplayControl>(0, ReplayTarget{.time = {}, .slot = {}, .progress = 0.9}, true),
            standing);
        QTRY_VERIFY_WITH_TIMEOUT(run.standsStill(), kPatienceMs);
        run.pipeline->setInterest(interest);
        QTRY_VERIFY_WITH_TIMEOUT(run.shown()->selected && run.shown()->selected->people, kPatienceMs);
        const auto before = run.shown()->selected->people;
        QVERIFY(before->holders != straight.shown()->selected->people->holders);
        run.control->resume();
        QTRY_VERIFY_WITH_TIMEOUT(run.control->state().ended, kPatienceMs);
        const auto people = run.shown()->selected->people;
        QCOMPARE(people->holders, straight.shown()->selected->people->holders);
        QCOMPARE(people->clusters, straight.shown()->selected->people->clusters);
    }
    void everyFlagIsStoppedAtOnceAndTheEndIsThatOfAStraightRun() {
        auto straight = playFile(std::make_shared<ReplayControl>(0));
        QTRY_VERIFY_WITH_TIMEOUT(straight.over(), kPatienceMs);
        const ReplayState whole = straight.control->state();
        QVERIFY(whole.flags > 3);

        auto run = playFile(std::make_shared<ReplayControl>(0, std::nullopt, true));
        std::uint64_t flags = 0;
        for (int stops = 0; stops < 3; ++stops) {
            run.control->runToFlag();
            QTRY_VERIFY_WITH_TIMEOUT(
                run.control->state().run == ReplayRun::Play && run.control->state().flags > flags, kPatienceMs);
            QVERIFY(run.control->state().paused);
            flags = run.control->state().flags;
        }
        run.control->runToAlert();
        QTRY_VERIFY_WITH_TIMEOUT(run.control->state().run == ReplayRun::Play, kPatienceMs);
        run.control->resume();
        QTRY_VERIFY_WITH_TIMEOUT(run.over(), kPatienceMs);
        const ReplayState state = run.control->state();
        QCOMPARE(state.flags, whole.flags);
        QCOMPARE(state.alerts, whole.alerts);
        QCOMPARE(state.frames, whole.frames);
        QCOMPARE(run.shown()->health.trades, straight.shown()->health.trades);
    }
    void aStoredTimePlaysItsCoinsFromTheirCreation() {
        // A live session has stored the market.
        const auto file = path(QStringLiteral("db.sqlite"));
        {
            PipelineConfig config;
            config.mode = Mode::Live;
            config.database = file;
            config.blockingFrames = true;
            LivePipeline live(std::move(config), m_clock);
            auto source = source::makeReplaySource(path(QStringLiteral("market.jsonl")), {}, m_clock);
            live.addSource(std::move(*source));
            QVERIFY(live.start().has_value());
            QVERIFY(live.waitFinished(std::chrono::milliseconds(kPatienceMs)));
            live.stop();
        }
        auto store = store::TradeStore::open(file, store::Database::Access::ReadOnly);
        QVERIFY(store.has_value());
        const auto span = (*store)->tradeSpan().value();
        QVERIFY(span.has_value());
        const std::int64_t middle = (span->first + span->second) / 2;
        std::vector<Event> events;
        QVERIFY((*store)->eachEventOfTime(middle, span->second + 1, [&](const Event& event) {
            events.push_back(event);
            return true;
        }));
        QVERIFY(!events.empty());
        // A coin is created before it trades, nothing comes twice, and every coin trades in the time.
        std::set<Mint> seen, traded;
        std::int64_t last = 0;
        for (const Event& event : events) {
            const Mint mint = mintOf(event.body);
            if (std::holds_alternative<TokenCreated>(event.body)) QVERIFY(seen.insert(mint).second);
            if (!std::holds_alternative<Trade>(event.body)) continue;
            QVERIFY(static_cast<std::int64_t>(event.at.slot->value()) >= last);
            last = static_cast<std::int64_t>(event.at.slot->value());
            if (event.at.blockTime->value() >= middle) traded.insert(mint);
        }
        for (const Mint& mint : seen) QVERIFY(traded.contains(mint));

        auto source = makeStoredSource(file, middle, span->second + 1);
        QVERIFY(source.has_value());
        auto run = play(std::move(*source), std::make_shared<ReplayControl>(
                                                0, ReplayTarget{.time = middle, .slot = {}, .progress = {}}, true));
        QTRY_VERIFY_WITH_TIMEOUT(run.standsStill(), kPatienceMs);
        QVERIFY(*run.shown()->asOfTime <= middle);
        QVERIFY(*run.shown()->asOfTime >= span->first);
        run.control->resume();
        QTRY_VERIFY_WITH_TIMEOUT(run.over(), kPatienceMs);
        QCOMPARE(run.control->state().frames, static_cast<std::uint64_t>(events.size()));
        QCOMPARE(run.shown()->health.trades,
                 static_cast<std::uint64_t>(std::count_if(events.begin(), events.end(), [](const Event& e) {
                     return std::holds_alternative<Trade>(e.body);
                 })));
    }
    // Holders, links and flags of a stored time are those of the live session, transfers and payments among them.
    void aStoredTimeIsJudgedAsItWasLive() {
        core::sim::MarketOptions options;
        options.scenario = "mixed";
        options.seed = 21;
        options.tradesPerSecond = 10;
        options.durationSeconds = 300;
        QFile capture(m_folder.filePath(QStringLiteral("whole.jsonl")));
        QVERIFY(capture.open(QIODevice::WriteOnly));
        capture.write((test::kCaptureHeader + '\n').c_str());
        for (const auto& transaction : test::simTransactions(options))
            capture.write((test::captureLine(test::httpFrame(transaction)) + '\n').c_str());
        capture.close();

        const auto file = path(QStringLiteral("whole.sqlite"));
        std::uint64_t trades = 0;
        {
            PipelineConfig config;
            config.mode = Mode::Live;
            config.database = file;
            config.blockingFrames = true;
            LivePipeline live(std::move(config), m_clock);
            auto source = source::makeReplaySource(path(QStringLiteral("whole.jsonl")), {}, m_clock);
            live.addSource(std::move(*source));
            QVERIFY(live.start().has_value());
            QVERIFY(live.waitFinished(std::chrono::milliseconds(kPatienceMs)));
            live.stop();
            trades = live.latest()->health.trades;
        }
        auto store = store::TradeStore::open(file, store::Database::Access::ReadOnly);
        QVERIFY(store.has_value());
        std::map<std::string, int> told;
        QVERIFY((*store)->eachFlag([&](const store::StoredFlag& flag) {
            ++told[flag.kind];
            return true;
        }));
        QVERIFY(told.contains("insider_holdings") && told.contains("cabal"));
        const auto span = (*store)->tradeSpan().value();
        auto source = makeStoredSource(file, span->first, span->second + 1);
        QVERIFY(source.has_value());
        auto run = play(std::move(*source), std::make_shared<ReplayControl>(0));
        QTRY_VERIFY_WITH_TIMEOUT(run.over(), kPatienceMs);
        QCOMPARE(run.shown()->health.trades, trades);
        std::uint64_t all = 0;
        for (const auto& [kind, count] : told) all += static_cast<std::uint64_t>(count);
        QCOMPARE(run.control->state().flags, all);
    }
    void aTimeOfWhichNothingIsStoredSaysSo() {
        const auto file = path(QStringLiteral("db.sqlite"));
        const auto none = makeStoredSource(file, 100, 200);
        QVERIFY(!none.has_value());
        QCOMPARE(none.error().code, ErrorCode::NotFound);
        QVERIFY(!makeStoredSource(file, 200, 100).has_value());
        QVERIFY(!makeStoredSource(path(QStringLiteral("missing.sqlite")), 100, 200).has_value());
    }
};

QTEST_GUILESS_MAIN(ReplayTest)
#include "replay_test.moc"
