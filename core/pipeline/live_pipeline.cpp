// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/live_pipeline.h"

#include "core/base/latest_slot.h"
#include "core/base/text.h"
#include "core/pipeline/analysis.h"
#include "core/pipeline/engine.h"
#include "core/pipeline/pool_resolver.h"
#include "core/pipeline/snapshot_builder.h"
#include "core/source/capture.h"
#include "core/store/store_thread.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>

namespace core::pipeline {
namespace {

constexpr std::size_t kLagSamples = 64;
constexpr std::chrono::milliseconds kRateWindow{1000};

struct FrameOf {
    std::size_t source;
    source::Frame frame;
};

// Events per second over about the last second, by the steady clock.
class Rate {
public:
    void update(std::uint64_t total, std::chrono::steady_clock::time_point now) {
        if (!m_since) {
            m_since = now;
            m_base = total;
            return;
        }
        const auto elapsed = now - *m_since;
        if (elapsed < kRateWindow) return;
        m_perSecond = static_cast<double>(total - m_base) / std::chrono::duration<double>(elapsed).count();
        m_since = now;
        m_base = total;
    }
    [[nodiscard]] double perSecond() const noexcept { return m_perSecond; }

private:
    std::optional<std::chrono::steady_clock::time_point> m_since;
    std::uint64_t m_base = 0;
    double m_perSecond = 0;
};

}  // namespace

struct LivePipeline::Impl {
    Impl(PipelineConfig given, const Clock& givenClock)
        : config(std::move(given)), clock(givenClock), queue(config.frameQueueCapacity) {}

    PipelineConfig config;
    const Clock& clock;
    std::vector<std::unique_ptr<source::Source>> sources;
    BoundedQueue<FrameOf> queue;
    LatestSlot<Snapshot> slot;
    std::unique_ptr<store::StoreThread> store;
    std::unique_ptr<source::CaptureWriter> recording;
    std::unique_ptr<PoolResolver> pools;

    std::mutex interestMutex;
    std::optional<Interest> wish;

    mutable std::mutex statusMutex;
    std::vector<source::FeedStatus> statuses;

    mutable std::mutex doneMutex;
    mutable std::condition_variable doneSignal;
    bool done = false;
    std::atomic<bool> stopping{false};
    bool started = false;

    // Engine thread only.
    Engine engine{EngineConfig{.seenEvents = config.seenSignatures, .pathlessSources = true, .limits = {}}};
    SnapshotBuilder builder;
    std::vector<store::StoreItem> toStore;
    std::deque<double> lags;
    std::string recordingError;
    Rate messageRate;
    Rate tradeRate;

    std::jthread thread;

    void engineLoop();
    void work(const source::Frame& frame);
    void publish();
    [[nodiscard]] bool sourcesFinished() const {
        return std::all_of(sources.begin(), sources.end(), [](const auto& source) { return source->finished(); });
    }
};

void LivePipeline::Impl::work(const source::Frame& frame) {
    if (recording && recordingError.empty() && frame.channel != source::Channel::EventLine) {
        // A full disk must not stop the screen; the status says that the recording ended.
        if (auto done_ = recording->write(frame); !done_) recordingError = done_.error().message();
    }
    if (frame.channel == source::Channel::Mark) {
        if (store) toStore.emplace_back(store::StoredGap{frame.received.value(), frame.bytes});
        return;
    }
    (void)engine.frame(frame);  // failures are counted by the decoder
    if (pools) {
        if (auto wanted = engine.decoder().pools().takeWanted(); !wanted.empty()) pools->ask(std::move(wanted));
    }
}

void LivePipeline::Impl::publish() {
    const auto now = clock.steady();
    auto snapshot = std::make_shared<Snapshot>();
    {
        const std::scoped_lock lock(interestMutex);
        if (wish) builder.setInterest(*wish, engine.market());
        wish.reset();
    }
    const auto steadyMs = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
    builder.build(engine.market(), steadyMs, *snapshot);
    snapshot->mode = config.mode;

    Health& health = snapshot->health;
    {
        const std::scoped_lock lock(statusMutex);
        health.feeds = statuses;
    }
    if (config.mode == Mode::Replay) {
        for (const auto& feed : health.feeds)
            if (feed.detail.starts_with("SIMULATED")) snapshot->mode = Mode::Simulated;
    }
    const wire::DecodeStats& stats = engine.decoder().stats();
    health.frameQueue = queue.stats();
    health.frames = stats.frames;
    health.bytes = stats.bytes;
    health.events = stats.events;
    health.trades = engine.market().trades();
    health.duplicates = engine.duplicates();
    health.late = engine.market().late();
    for (const auto& [reason, count] : stats.undecoded)
        if (count != 0) health.undecoded[reason] = count;
    messageRate.update(stats.frames, now);
    tradeRate.update(health.trades, now);
    health.messagesPerSecond = messageRate.perSecond();
    health.tradesPerSecond = tradeRate.perSecond();
    if (config.mode == Mode::Live && !lags.empty()) {
        std::vector<double> sorted(lags.begin(), lags.end());
        std::nth_element(sorted.begin(), sorted.begin() + static_cast<std::ptrdiff_t>(sorted.size() / 2),
                         sorted.end());
        health.lagMs = sorted[sorted.size() / 2];
    }
    if (const auto last = engine.market().lastSlot()) health.lastSlot = last->value();
    health.lastBlockTime = engine.market().lastTime();
    if (store) {
        const auto stored = store->stats();
        health.storeQueue = stored.queue;
        health.storedTrades = stored.trades;
        health.databaseBytes = stored.fileBytes;
        health.storeError = stored.error;
    }
    if (!recordingError.empty()) health.storeError = "recording ended: " + recordingError;
    slot.publish(std::move(snapshot));
}

void LivePipeline::Impl::engineLoop() {
    engine.onEvent = [this](const Event& event, ledger::TokenLedger& coin) {
        builder.onEvent(event, coin);
        if (store) toStore.emplace_back(event);
        if (event.at.blockTime && event.at.received && std::holds_alternative<Trade>(event.body)) {
            constexpr double kNsPerMs = 1e6;
            constexpr double kMsPerSecond = 1e3;
            // In floating point: a server may name a block time whose nanoseconds fit no integer.
            lags.push_back(static_cast<double>(event.at.received->value()) / kNsPerMs -
                           static_cast<double>(event.at.blockTime->value()) * kMsPerSecond);
            if (lags.size() > kLagSamples) lags.pop_front();
        }
    };
    engine.onAlert = [this](const Alert& alert) {
        builder.onAlert(alert);
        if (store) {
            store::StoredAlert row;
            row.rule = alert.rule;
            row.kind = alert.kind;
            row.mint = alert.mint;
            if (alert.slot) row.slot = alert.slot->value();
            if (alert.time) row.time = alert.time->value();
            row.raisedNs = clock.now().value();
            appendAlertJson(alert, row.json);
            toStore.emplace_back(std::move(row));
        }
        if (config.onAlert) config.onAlert(alert);
    };
    auto nextPublish = clock.steady();
    const auto publishIfDue = [&] {
        const auto now = clock.steady();
        if (now < nextPublish) return;
        publish();
        // From the end of the work: a picture that took long must not be followed by another at once.
        nextPublish = clock.steady() + config.snapshotPeriod;
    };
    while (true) {
        auto frames = queue.popAll(config.snapshotPeriod);
        for (FrameOf& item : frames) {
            work(item.frame);
            if (toStore.size() >= 1024 && store) store->push(std::exchange(toStore, {}));
            publishIfDue();
        }
        if (!toStore.empty() && store) store->push(std::exchange(toStore, {}));
        publishIfDue();
        const bool over = queue.finished() || (frames.empty() && sourcesFinished() && queue.stats().size == 0);
        if (over) {
            publish();
            const std::scoped_lock lock(doneMutex);
            if (!done) {
                done = true;
                doneSignal.notify_all();
            }
        }
        if (queue.finished()) return;
    }
}

LivePipeline::LivePipeline(PipelineConfig config, const Clock& clock)
    : m_impl(std::make_unique<Impl>(std::move(config), clock)) {}

LivePipeline::~LivePipeline() {
    stop();
}

void LivePipeline::addSource(std::unique_ptr<source::Source> source) {
    m_impl->sources.push_back(std::move(source));
    m_impl->statuses.emplace_back();
}

Result<void> LivePipeline::start() {
    Impl& impl = *m_impl;
    if (impl.config.database) {
        auto store = store::StoreThread::start(*impl.config.database, {});
        if (!store) return store.error();
        impl.store = std::move(*store);
    }
    if (impl.config.recordTo) {
        source::CaptureHeader header;
        header.created = rfc3339(impl.clock.now().value() / 1'000'000'000);
        header.source = impl.config.captureSource;
        auto writer = source::CaptureWriter::create(*impl.config.recordTo, header);
        if (!writer) return writer.error();
        impl.recording = std::move(*writer);
    }
    if (impl.config.poolLookup) {
        auto pools = PoolResolver::start(*impl.config.poolLookup, impl.clock, [&impl](source::Frame&& frame) {
            impl.queue.tryPush(FrameOf{impl.sources.size(), std::move(frame)});
        });
        if (!pools) return pools.error();
        impl.pools = std::move(*pools);
    }
    impl.started = true;
    impl.thread = std::jthread([&impl] { impl.engineLoop(); });
    for (std::size_t i = 0; i < impl.sources.size(); ++i) {
        source::Sink sink;
        sink.frame = [&impl, i](source::Frame&& frame) {
            if (impl.stopping) return false;
            FrameOf item{i, std::move(frame)};
            return impl.config.blockingFrames ? impl.queue.push(std::move(item))
                                              : impl.queue.tryPush(std::move(item));
        };
        sink.status = [&impl, i](const source::FeedStatus& status) {
            const std::scoped_lock lock(impl.statusMutex);
            impl.statuses[i] = status;
        };
        impl.sources[i]->start(std::move(sink));
    }
    return {};
}

void LivePipeline::stop() {
    Impl& impl = *m_impl;
    if (!impl.started) return;
    impl.started = false;
    // A blocking push must not hold up a source that is asked to stop.
    if (impl.config.blockingFrames) impl.queue.close();
    for (auto& source : impl.sources) source->stop();
    impl.stopping = true;
    if (impl.pools) impl.pools->stop();
    impl.queue.close();
    if (impl.thread.joinable()) impl.thread.join();
    if (impl.store) impl.store->stop();
    impl.publish();
    if (impl.recording) (void)impl.recording->close();
}

bool LivePipeline::finished() const {
    const std::scoped_lock lock(m_impl->doneMutex);
    return m_impl->done;
}

bool LivePipeline::waitFinished(std::chrono::milliseconds timeout) const {
    std::unique_lock lock(m_impl->doneMutex);
    return m_impl->doneSignal.wait_for(lock, timeout, [this] { return m_impl->done; });
}

void LivePipeline::setInterest(Interest interest) {
    const std::scoped_lock lock(m_impl->interestMutex);
    m_impl->wish = std::move(interest);
}

std::shared_ptr<const Snapshot> LivePipeline::latest() const {
    return m_impl->slot.latest();
}

}  // namespace core::pipeline
