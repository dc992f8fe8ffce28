// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/session.h"

#include "core/base/text.h"
#include "core/pipeline/stored_replay.h"
#include "core/store/trade_store.h"

#include <algorithm>
#include <utility>

namespace app {
namespace {

using core::pipeline::LivePipeline;
using core::pipeline::Mode;
using core::pipeline::PipelineConfig;
using core::pipeline::ReplayControl;
using ui::bridge::SessionState;
using Sources = std::vector<std::unique_ptr<core::source::Source>>;
using Made = core::Result<Sources>;

constexpr std::size_t kReplayQueue = 1'024;

/// A feed on this machine is the simulator: it must never be taken for the real market.
bool isLoopback(std::string_view url) {
    const auto scheme = url.find("://");
    if (scheme != std::string_view::npos) url.remove_prefix(scheme + 3);
    for (const std::string_view host : {"localhost", "127.", "[::1]"})
        if (url.substr(0, host.size()) == host) return true;
    return false;
}

constexpr std::chrono::seconds kReadSpanEvery{2};

}  // namespace

Session::Session(const core::Clock& clock, std::filesystem::path database, bool databaseNamed,
                 std::optional<std::filesystem::path> bundled)
    : m_clock(clock),
      m_database(std::move(database)),
      m_databaseNamed(databaseNamed),
      m_bundled(std::move(bundled)),
      m_archive(m_database),
      m_wallets(m_database),
      m_thread([this] { work(); }) {
    post([this] { readStoredSpan(); });
}

Session::~Session() {
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.clear();
        m_leaving = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

std::shared_ptr<const core::pipeline::Snapshot> Session::latest() const {
    const std::scoped_lock lock(m_mutex);
    return m_pipeline ? m_pipeline->latest() : nullptr;
}

void Session::setInterest(const core::pipeline::Interest& interest) {
    const std::scoped_lock lock(m_mutex);
    m_interest = interest;
    if (m_pipeline) m_pipeline->setInterest(interest);
}

void Session::arm(std::shared_ptr<const core::alert::RuleSet> rules, core::alert::Watchlists lists) {
    const std::scoped_lock lock(m_mutex);
    m_rules = std::move(rules);
    m_lists = std::move(lists);
    if (m_pipeline) m_pipeline->arm(m_rules, m_lists);
}

ui::bridge::SessionInfo Session::info() const {
    const std::scoped_lock lock(m_mutex);
    return m_info;
}

void Session::openBundled(double speed) {
    if (m_bundled) openRecording(*m_bundled, speed);
}

void Session::openRecording(const std::filesystem::path& file, double speed) {
    const auto makeSources = [this, file]() -> Made {
        // The pace is the replay's, who knows slots and flags.
        auto made = core::source::makeReplaySource(file, {}, m_clock);
        if (!made) return Made{made.error()};
        Sources sources;
        sources.push_back(std::move(*made));
        return Made{std::move(sources)};
    };
    openReplay({file.filename().string(), makeSources}, speed, std::nullopt, false);
}

void Session::openStored(std::int64_t from, std::int64_t to, const core::pipeline::ReplayTarget& at, double speed) {
    const auto makeSources = [this, from, to]() -> Made {
        auto made = core::pipeline::makeStoredSource(m_database, from, to);
        if (!made) return Made{made.error()};
        Sources sources;
        sources.push_back(std::move(*made));
        return Made{std::move(sources)};
    };
    openReplay({"stored " + core::rfc3339(from), makeSources}, speed, at, true);
}

void Session::openReplay(Recording recording, double speed, std::optional<core::pipeline::ReplayTarget> first,
                         bool paused) {
    PipelineConfig config;
    config.mode = Mode::Replay;
    config.blockingFrames = true;
    // What waits has not been played yet: a pause holds it back, a jump backward throws it away.
    config.frameQueueCapacity = kReplayQueue;
    config.replay = std::make_shared<ReplayControl>(speed, std::move(first), paused);
    auto replay = config.replay;
    std::string title = recording.name;
    MakeSources makeSources = recording.makeSources;
    open(std::move(config), std::move(title), std::move(makeSources));
    const std::scoped_lock lock(m_mutex);
    m_replay = std::move(replay);
    m_recording = std::move(recording);
}

std::shared_ptr<ReplayControl> Session::replay() const {
    const std::scoped_lock lock(m_mutex);
    return m_replay;
}

std::optional<core::pipeline::ReplayState> Session::replayState() const {
    const auto control = replay();
    return control ? std::optional{control->state()} : std::nullopt;
}

std::string Session::replayName() const {
    const std::scoped_lock lock(m_mutex);
    return m_replay ? m_recording.name : std::string{};
}

void Session::pause() {
    if (const auto control = replay()) control->pause();
}

void Session::resume() {
    const auto control = replay();
    if (!control) return;
    // Nothing is left to be played: it begins anew.
    if (const auto state = control->state(); state.ended) {
        Recording recording;
        {
            const std::scoped_lock lock(m_mutex);
            recording = m_recording;
        }
        openReplay(std::move(recording), state.speed, std::nullopt, false);
        return;
    }
    control->resume();
}

void Session::setSpeed(double speed) {
    if (const auto control = replay()) control->setSpeed(speed);
}

void Session::step(int count) {
    const auto control = replay();
    if (!control || count == 0) return;
    if (count > 0) {
        control->step(static_cast<std::uint32_t>(count));
        return;
    }
    const auto back = static_cast<std::uint64_t>(-static_cast<std::int64_t>(count));
    core::pipeline::ReplayTarget target;
    target.slot = control->slotBefore(back);
    if (!target.slot) {
        const auto at = control->state().slot;
        if (!at) return;
        target.slot = *at - std::min(*at, back);
    }
    control->pause();
    jump(target);
}

void Session::runToFlag() {
    if (const auto control = replay()) control->runToFlag();
}

void Session::runToAlert() {
    if (const auto control = replay()) control->runToAlert();
}

void Session::jump(const core::pipeline::ReplayTarget& target) {
    const auto control = replay();
    if (!control) return;
    if (!control->passed(target)) {
        control->runTo(target);
        return;
    }
    const auto state = control->state();
    Recording recording;
    {
        const std::scoped_lock lock(m_mutex);
        recording = m_recording;
    }
    openReplay(std::move(recording), state.speed, target, state.paused || state.ended);
}

void Session::cancelRun() {
    if (const auto control = replay()) control->cancel();
}

std::optional<ui::bridge::StoredSpan> Session::storedSpan() const {
    const std::scoped_lock lock(m_mutex);
    return m_storedSpan;
}

void Session::readStoredSpan() {
    std::optional<ui::bridge::StoredSpan> span;
    std::error_code unknown;
    if (!m_stored && std::filesystem::exists(m_database, unknown)) {
        if (auto store = core::store::TradeStore::open(m_database, core::store::Database::Access::ReadOnly))
            m_stored = std::move(*store);
    }
    if (m_stored) {
        if (const auto times = m_stored->tradeSpan(); times && *times)
            span = ui::bridge::StoredSpan{(*times)->first, (*times)->second};
    }
    const std::scoped_lock lock(m_mutex);
    m_storedSpan = span;
}

void Session::connectLive(const core::source::LiveOptions& options) {
    PipelineConfig config;
    const bool simulated =
        isLoopback(options.wsUrl) || std::any_of(options.alsoWsUrls.begin(), options.alsoWsUrls.end(), isLoopback);
    config.mode = simulated ? Mode::Simulated : Mode::Live;
    // Simulated trades stay out of the user's history unless a file was named for them.
    if (config.mode == Mode::Live || m_databaseNamed) config.database = m_database;
    core::source::LiveOptions live = options;
    core::pipeline::completeFromNode(config, live, m_clock);
    if (config.mode == Mode::Live) config.onAlert = m_alertSink;
    config.captureSource = options.source;
    open(std::move(config), options.source,
         [this, live] { return core::pipeline::makeLiveSources(live, m_clock); });
}

void Session::judgeAlert(const std::string& key, std::optional<bool> verdict, const std::string& reason) {
    {
        const std::scoped_lock lock(m_mutex);
        m_verdicts.push_back({key, verdict, reason, m_clock.now().value()});
    }
    post([this] { writeVerdicts(); });
}

void Session::writeVerdicts() {
    std::deque<core::store::StoredVerdict> verdicts;
    LivePipeline* running = nullptr;
    {
        const std::scoped_lock lock(m_mutex);
        verdicts.swap(m_verdicts);
        if (m_pipelineKeeps) running = m_pipeline.get();
    }
    // Here, where pipelines come and go: it may wait for a store that is busy.
    for (core::store::StoredVerdict& one : verdicts) {
        if (running != nullptr)
            running->judge(std::move(one.key), one.verdict, std::move(one.reason));
        else
            m_archive.judge(std::move(one));
    }
}

void Session::stop() {
    announce(SessionState::Idle, Mode::Idle, {});
    {
        const std::scoped_lock lock(m_mutex);
        m_replay.reset();
    }
    post([this] { closePipeline(); });
}

void Session::open(PipelineConfig config, std::string title, MakeSources makeSources) {
    const std::uint64_t generation =
        announce(SessionState::Opening, config.mode, std::move(title), config.database.has_value());
    {
        // One that stands still must not hold up what comes next.
        const std::scoped_lock lock(m_mutex);
        if (m_replay) m_replay->close();
        m_replay.reset();
    }
    post([this, generation, config = std::move(config), makeSources = std::move(makeSources)] {
        closePipeline();
        build(generation, config, makeSources);
    });
}

std::uint64_t Session::announce(SessionState state, Mode mode, std::string title, bool keeps) {
    const std::scoped_lock lock(m_mutex);
    m_info = {m_info.generation + 1, state, mode, std::move(title), {}, keeps};
    return m_info.generation;
}

void Session::build(std::uint64_t generation, PipelineConfig config, const MakeSources& makeSources) {
    if (info().generation != generation) return;
    std::error_code unknown;
    if (!m_addresses.empty() && std::filesystem::exists(m_addresses, unknown)) {
        auto book = core::intel::AddressBook::withFile(m_addresses);
        if (!book) {
            reportFailure(generation, book.error());
            return;
        }
        config.addresses = std::move(*book);
    }
    auto sources = makeSources();
    if (!sources) {
        reportFailure(generation, sources.error());
        return;
    }
    std::shared_ptr<const core::alert::RuleSet> rules;
    {
        const std::scoped_lock lock(m_mutex);
        rules = m_rules;
        config.rules = m_rules;
        config.watchlists = m_lists;
    }
    const bool keeps = config.database.has_value();
    auto pipeline = std::make_unique<LivePipeline>(std::move(config), m_clock);
    for (auto& source : *sources) pipeline->addSource(std::move(source));
    if (const auto started = pipeline->start(); !started) {
        reportFailure(generation, started.error());
        return;
    }
    const std::scoped_lock lock(m_mutex);
    // A later request waits in the queue and closes this one first.
    m_pipeline = std::move(pipeline);
    m_pipelineKeeps = keeps;
    m_pipeline->setInterest(m_interest);
    // Others may have been armed while it started.
    if (m_rules != rules) m_pipeline->arm(m_rules, m_lists);
    if (m_info.generation == generation) m_info.state = SessionState::Running;
}

void Session::reportFailure(std::uint64_t generation, const core::Error& error) {
    const std::scoped_lock lock(m_mutex);
    if (m_info.generation != generation) return;
    m_info.state = SessionState::Failed;
    m_info.mode = Mode::Idle;
    m_info.error = error.message();
}

void Session::closePipeline() {
    std::unique_ptr<LivePipeline> old;
    {
        const std::scoped_lock lock(m_mutex);
        old = std::move(m_pipeline);
    }
    // Joined without the lock: the window goes on polling meanwhile.
    if (old) old->stop();
    readStoredSpan();
}

void Session::post(std::function<void()> job) {
    {
        const std::scoped_lock lock(m_mutex);
        m_jobs.push_back(std::move(job));
    }
    m_wake.notify_one();
}

void Session::work() {
    for (;;) {
        std::function<void()> job;
        {
            std::unique_lock lock(m_mutex);
            const auto asked = [this] { return m_leaving || !m_jobs.empty(); };
            // What a live session stores can be replayed while it goes on.
            if (m_info.keeps && !m_wake.wait_for(lock, kReadSpanEvery, asked)) {
                lock.unlock();
                readStoredSpan();
                continue;
            }
            m_wake.wait(lock, asked);
            if (m_jobs.empty()) break;
            job = std::move(m_jobs.front());
            m_jobs.pop_front();
        }
        job();
    }
    // What was judged last is kept although nobody waits for anything else any more.
    writeVerdicts();
    closePipeline();
}

}  // namespace app
