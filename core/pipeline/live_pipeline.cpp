// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/live_pipeline.h"

#include "core/base/latest_slot.h"
#include "core/base/text.h"
#include "core/pipeline/analysis_json.h"
#include "core/pipeline/cluster_history.h"
#include "core/pipeline/engine.h"
#include "core/pipeline/feed_race.h"
#include "core/pipeline/pool_resolver.h"
#include "core/pipeline/snapshot_builder.h"
#include "core/pipeline/stored_coins.h"
#include "core/pipeline/transaction_resolver.h"
#include "core/pipeline/wallet_lookup.h"
#include "core/pipeline/wallet_questions.h"
#include "core/source/capture.h"
#include "core/source/coverage.h"
#include "core/source/token_bucket.h"
#ifdef CABALSCOPE_YELLOWSTONE
#include "core/source/yellowstone/yellowstone_source.h"
#endif
#include "core/store/cold_file.h"
#include "core/store/store_thread.h"
#include "core/wire/dex/registry.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <unordered_map>

namespace core::pipeline {
namespace {

constexpr std::size_t kLagSamples = 64;
constexpr std::chrono::milliseconds kRateWindow{1000};

constexpr std::chrono::milliseconds kWatchEvery{500};
constexpr std::size_t kPoolsKept = 200'000;
constexpr std::chrono::seconds kClustersEvery{10};

/// Why a frame came.
enum class Origin : std::uint8_t {
    Feed,           ///< the feed, or what it left open
    CreationBlock,  ///< fetched for its order; if the node sends more, that is not what the feed shows
    WalletLookup,   ///< fetched for one wallet; what else it shows is a moment of some other market
};
struct FrameOf {
    std::size_t source;
    source::Frame frame;
    Origin origin = Origin::Feed;
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

// Idle coins go to a file beside the database. Where it cannot be made, they stay in memory and `error` says why.
ledger::MarketLimits limitsOf(const PipelineConfig& config, std::string& error) {
    ledger::MarketLimits out;
    out.hotBytes = config.hotBytes;
    if (!config.database) return out;
    std::filesystem::path file = *config.database;
    file += ".cold";
    auto made = store::ColdFile::create(file);
    if (made)
        out.cold = std::move(*made);
    else
        error = made.error().message();
    return out;
}

}  // namespace

struct LivePipeline::Impl {
    Impl(PipelineConfig given, const Clock& givenClock)
        : config(std::move(given)),
          clock(givenClock),
          queue(config.frameQueueCapacity, config.frameQueueBytes,
                [](const FrameOf& item) { return item.frame.bytes.size(); }) {}

    PipelineConfig config;
    const Clock& clock;
    std::vector<std::unique_ptr<source::Source>> sources;
    BoundedQueue<FrameOf> queue;
    LatestSlot<Snapshot> slot;
    std::unique_ptr<store::StoreThread> store;
    std::unique_ptr<source::CaptureWriter> recording;
    std::unique_ptr<PoolResolver> pools;
    std::unique_ptr<TransactionResolver> fetcher;
    std::unique_ptr<store::TradeStore> remembered;  ///< of the look-up's thread
    std::unique_ptr<WalletLookup> lookup;
    std::unique_ptr<StoredCoins> stored;
    std::atomic<bool> storedReady{false};

    std::mutex interestMutex;
    std::optional<Interest> wish;

    struct Arms {
        std::shared_ptr<const alert::RuleSet> rules;
        alert::Watchlists lists;
    };
    std::mutex armsMutex;
    std::optional<Arms> arms;  ///< newest wins
    std::atomic<bool> armed{false};
    std::atomic<bool> hurry{false};  ///< somebody waits for the next picture

    mutable std::mutex statusMutex;
    std::vector<source::FeedStatus> statuses;

    mutable std::mutex doneMutex;
    mutable std::condition_variable doneSignal;
    bool done = false;
    std::atomic<bool> stopping{false};
    bool started = false;

    // Engine thread only.
    std::string coldError;  ///< why idle coins stay in memory
    Engine engine{EngineConfig{.seenEvents = config.seenSignatures,
                               .pathlessSources = true,
                               .limits = limitsOf(config, coldError),
                               .addresses = config.addresses,
                               .rules = config.rules,
                               .watchlists = config.watchlists}};
    SnapshotBuilder builder;
    std::vector<store::StoreItem> toStore;
    std::deque<double> lags;
    std::string recordingError;
    std::string storedError;       ///< why earlier trades of a coin could not be read
    std::optional<FeedRace> race;  ///< where several endpoints bring the same
    std::uint64_t duplicateFrames = 0;
    std::uint64_t alerts = 0;
    std::unordered_map<Pubkey, Mint> coinOfPool;  ///< so that an announcement of a pool tells its coin
    Interest interest;
    std::optional<WalletQuestions> questions;
    ClusterHistory clusters;
    std::chrono::steady_clock::time_point clustersAt;
    std::chrono::steady_clock::time_point watchedAt;
    source::Channel channel = source::Channel::Mark;  ///< of the frame at work
    Origin origin = Origin::Feed;                     ///< of the frame at work
    std::optional<Signature> indexed;                 ///< the last one whose index was stored
    Rate messageRate;
    Rate tradeRate;

    std::jthread thread;

    void engineLoop();
    /// Waits until the frame is due and meanwhile shows what is asked for; false when the replay is over.
    [[nodiscard]] bool waitForTurn(const ReplayControl::Next& next, const std::function<void()>& publishIfDue);
    /// The next picture is made at once. Thread: any.
    void hurryUp() {
        hurry = true;
        queue.wake();
        if (config.replay) config.replay->wake();
    }
    void work(const FrameOf& item);
    void tellReplay(const ReplayControl::Next& next);
    void fetchWhatIsMissing();
    void noteCreation(const Event& event);
    void noteIndex(const Event& event);
    void noteFlag(const Flag& flag);
    void noteAlert(const Alert& alert);
    void takeArms();
    [[nodiscard]] Result<void> recallAlerts();
    void storeClusters(std::chrono::steady_clock::time_point now, bool last);
    [[nodiscard]] Result<void> startLookups();
    void publish();
    void publishHealth(Snapshot& snapshot, std::chrono::steady_clock::time_point now);
    [[nodiscard]] std::vector<VenueCoverage> coverage(const FetchStats& fetches) const;
    void watchScreen(const Snapshot& snapshot, std::chrono::steady_clock::time_point now);
    [[nodiscard]] bool sourcesFinished() const {
        return std::all_of(sources.begin(), sources.end(), [](const auto& source) { return source->finished(); });
    }
};

void completeFromNode(PipelineConfig& config, source::LiveOptions& options, const Clock& clock) {
    source::shareBudget(options, clock);
    config.poolLookup = source::lookupOptions(options);
    if (auto venues = source::venuesToFetch(options); venues && config.poolLookup) {
        config.transactionLookup = config.poolLookup;
        config.lookupVenues = *std::move(venues);
        config.lookupCommitment = options.commitment;
    }
    config.lookupsPerHour = options.lookupsPerHour;
    if (options.lookupsPerHour != 0) config.walletLookup = config.poolLookup;
}

Result<std::vector<std::unique_ptr<source::Source>>> makeLiveSources(const source::LiveOptions& options,
                                                                     const Clock& clock) {
    std::vector<std::unique_ptr<source::Source>> out;
    for (source::LiveOptions& one : source::perEndpoint(options)) {
        Result<std::unique_ptr<source::Source>> made =
            fail(ErrorCode::Unsupported, "this build has no yellowstone feed");
        if (one.source != "yellowstone") made = source::makeLiveSource(std::move(one), clock);
#ifdef CABALSCOPE_YELLOWSTONE
        else
            made = source::makeYellowstoneSource(std::move(one), clock);
#endif
        if (!made) return std::move(made).error();
        out.push_back(std::move(*made));
    }
    return out;
}

void LivePipeline::Impl::work(const FrameOf& item) {
    const source::Frame& frame = item.frame;
    const bool repeated = race && frame.channel == source::Channel::Ws && !frame.key.empty() &&
                          !race->arrive(item.source, frame.key, frame.received.value());
    if (repeated) ++duplicateFrames;
    if (recording && !repeated && recordingError.empty() && frame.channel != source::Channel::EventLine) {
        // A full disk must not stop the screen; the status says that the recording ended.
        if (auto done_ = recording->write(frame); !done_) recordingError = done_.error().message();
    }
    if (frame.channel == source::Channel::Mark) {
        if (store) toStore.emplace_back(store::StoredGap{frame.received.value(), frame.bytes});
        return;
    }
    channel = frame.channel;
    origin = item.origin;
    // Failures are counted by the decoder.
    if (item.origin != Origin::Feed) {
        // A whole block, from a node that knows no signatures alone, shows a moment of every market. Of coins
        // nobody follows it would show that moment only. What a wallet launched is what was asked for.
        (void)engine.frame(frame, [this](const Event& event) {
            return std::holds_alternative<SolTransfer>(event.body) ||
                   (origin == Origin::WalletLookup && std::holds_alternative<TokenCreated>(event.body)) ||
                   engine.market().find(mintOf(event.body)) != nullptr;
        });
    } else {
        (void)engine.frame(frame);
    }
    if (pools) {
        if (auto wanted = engine.decoder().pools().takeWanted(); !wanted.empty()) pools->ask(std::move(wanted));
    }
    if (fetcher) fetchWhatIsMissing();
}

void LivePipeline::Impl::fetchWhatIsMissing() {
    auto wanted = engine.decoder().takeWanted();
    if (wanted.empty()) return;
    for (wire::WantedTransaction& one : wanted) {
        if (!one.pool) continue;
        if (const auto coin = coinOfPool.find(*one.pool); coin != coinOfPool.end())
            one.mints.push_back(coin->second);
    }
    fetcher->ask(std::move(wanted));
}

// The order of the first buyers decides who sniped: it stands in the block.
void LivePipeline::Impl::noteCreation(const Event& event) {
    if (!fetcher || channel != source::Channel::Ws || event.at.txIndex || !event.at.slot) return;
    if (std::holds_alternative<TokenCreated>(event.body)) fetcher->askBlock(*event.at.slot);
}

void LivePipeline::Impl::noteIndex(const Event& event) {
    if (!store || origin != Origin::CreationBlock || !event.at.txIndex || !event.at.signature) return;
    if (indexed == event.at.signature) return;
    indexed = event.at.signature;
    toStore.emplace_back(store::StoredIndex{*event.at.signature, *event.at.txIndex});
}

void LivePipeline::Impl::noteFlag(const Flag& flag) {
    if (questions) questions->onFlag(flag);
    if (!store) return;
    store::StoredFlag row;
    row.kind = flag.kind;
    row.mint = flag.mint;
    row.subject = flag.subject;
    if (flag.slot) row.slot = flag.slot->value();
    if (flag.time) row.time = flag.time->value();
    row.saidNs = clock.now().value();
    appendFlagJson(flag, flag, nullptr, row.json);
    toStore.emplace_back(std::move(row));
}

void LivePipeline::Impl::noteAlert(const Alert& alert) {
    ++alerts;
    builder.onAlert(alert);
    if (store) {
        store::StoredAlert row;
        row.rule = alert.rule;
        row.kind = alert.kind;
        row.mint = alert.mint;
        if (alert.slot) row.slot = alert.slot->value();
        if (alert.time) row.time = alert.time->value();
        row.raisedNs = clock.now().value();
        row.ruleVersion = alert.ruleVersion;
        row.key = alertKey(alert);
        row.subject = alert.subject;
        row.severity = alert.severity;
        row.confidence = alert.confidence;
        if (alert.price.valid()) row.price = alert.price;
        row.text = alert.text;
        appendAlertJson(alert, row.json);
        toStore.emplace_back(std::move(row));
    }
    if (config.onAlert) config.onAlert(alert);
}

void LivePipeline::Impl::takeArms() {
    if (!armed.load(std::memory_order_relaxed) || !armed.exchange(false)) return;
    std::optional<Arms> taken;
    {
        const std::scoped_lock lock(armsMutex);
        taken = std::exchange(arms, std::nullopt);
    }
    if (taken) engine.arm(taken->rules, taken->lists);
}

// What was raised before this start is not raised again.
Result<void> LivePipeline::Impl::recallAlerts() {
    constexpr std::size_t kMost = 10'000;
    auto opened = store::TradeStore::open(*config.database, store::Database::Access::ReadOnly);
    if (!opened) return opened.error();
    std::vector<alert::FiredKey> fired;
    auto recalled = (*opened)->eachAlert(
        [&](const store::StoredAlert& row) {
            if (row.time)
                fired.push_back({row.rule, row.ruleVersion, row.mint ? row.mint->base58() : std::string{},
                                 row.subject, *row.time, row.severity});
            return true;
        },
        kMost);
    engine.remember(std::move(fired));
    return recalled;
}

void LivePipeline::Impl::storeClusters(std::chrono::steady_clock::time_point now, bool last) {
    if (!store || (!last && now - clustersAt < kClustersEvery)) return;
    clustersAt = now;
    std::vector<store::StoreItem> items;
    for (store::StoredCluster& changed :
         clusters.changes(engine.intel(), engine.market(), clock.now().value(), last))
        items.emplace_back(std::move(changed));
    if (!items.empty()) store->push(std::move(items));
}

Result<void> LivePipeline::Impl::startLookups() {
    if (!config.walletLookup) return {};
    WalletLookup::Options options;
    options.rpc = *config.walletLookup;
    options.commitment = config.lookupCommitment;
    options.perHour = config.lookupsPerHour;
    WalletLookup::Memory memory;
    if (store) {
        auto opened = store::TradeStore::open(*config.database, store::Database::Access::ReadOnly);
        if (!opened) return opened.error();
        remembered = std::move(*opened);
        memory.find = [this](const std::string& key) -> std::optional<std::string> {
            const auto found = remembered->lookup(key);
            if (!found || !*found) return std::nullopt;
            return (*found)->exchange;
        };
        memory.keep = [this](std::string key, std::string exchange) {
            std::vector<store::StoreItem> items;
            items.emplace_back(store::StoredLookup{std::move(key), clock.now().value(), std::move(exchange)});
            store->push(std::move(items));
        };
    }
    auto asking = WalletLookup::start(
        std::move(options), clock,
        [this](source::Frame&& frame) {
            return queue.tryPush(FrameOf{sources.size(), std::move(frame), Origin::WalletLookup});
        },
        std::move(memory));
    if (!asking) return asking.error();
    lookup = std::move(*asking);
    // Whole transactions show where bags go; a log feed shows trades only.
    questions.emplace(*lookup, engine, config.transactionLookup.has_value());
    return {};
}

std::vector<VenueCoverage> LivePipeline::Impl::coverage(const FetchStats& fetches) const {
    std::vector<VenueCoverage> out;
    const std::scoped_lock lock(statusMutex);
    const bool told = std::any_of(statuses.begin(), statuses.end(), [](const source::FeedStatus& feed) {
        return !feed.covers.empty() || !feed.announces.empty();
    });
    if (!told) return out;
    const auto names = [](const std::vector<std::string>& list, std::string_view venue) {
        return std::find(list.begin(), list.end(), venue) != list.end();
    };
    for (const source::VenueProgram& program : source::venuePrograms()) {
        VenueCoverage row;
        row.venue = program.venue;
        if (const auto counted = fetches.venues.find(row.venue); counted != fetches.venues.end())
            row.fetches = counted->second;
        if (wire::venueById(program.venue) != nullptr) {
            for (const source::FeedStatus& feed : statuses) {
                Visibility here = Visibility::NotVisible;
                if (names(feed.covers, program.venue))
                    here = feed.wholeTransactions ? Visibility::WholeTransactions : Visibility::FromLogs;
                else if (fetcher && (names(feed.announces, program.venue) || row.fetches.wanted != 0))
                    here = Visibility::Fetched;
                row.visibility = std::max(row.visibility, here);
            }
        }
        out.push_back(std::move(row));
    }
    return out;
}

void LivePipeline::Impl::watchScreen(const Snapshot& snapshot, std::chrono::steady_clock::time_point now) {
    if ((!fetcher && !lookup) || now - watchedAt < kWatchEvery) return;
    watchedAt = now;
    std::vector<Mint> shown;
    for (const auto* column : {&snapshot.fresh, &snapshot.graduating, &snapshot.graduated, &snapshot.table})
        for (const TokenRow& row : *column) shown.push_back(row.mint);
    if (lookup) lookup->watch(interest.selected, shown);
    if (questions) questions->open(interest.selected);
    if (fetcher) fetcher->watch(interest.selected, std::move(shown));
}

void LivePipeline::Impl::publish() {
    const auto now = clock.steady();
    auto snapshot = std::make_shared<Snapshot>();
    {
        const std::scoped_lock lock(interestMutex);
        if (wish) {
            if (stored && wish->selected && wish->selected != interest.selected) stored->ask(*wish->selected);
            interest = *wish;
            builder.setInterest(*wish, engine.market());
        }
        wish.reset();
    }
    if (stored && storedReady.exchange(false)) {
        if (auto coin = stored->take()) {
            if (!coin->error.empty()) storedError = coin->error;
            builder.setStored(std::move(coin));
        }
    }
    const auto steadyMs = std::chrono::duration_cast<std::chrono::milliseconds>(now.time_since_epoch()).count();
    builder.build(engine.market(), engine.intel(), engine.flags(), steadyMs, *snapshot);
    snapshot->mode = config.mode;
    publishHealth(*snapshot, now);
    watchScreen(*snapshot, now);
    storeClusters(now, false);
    slot.publish(std::move(snapshot));
}

void LivePipeline::Impl::publishHealth(Snapshot& snapshot, std::chrono::steady_clock::time_point now) {
    Health& health = snapshot.health;
    {
        const std::scoped_lock lock(statusMutex);
        health.feeds = statuses;
    }
    health.duplicateFrames = duplicateFrames;
    for (std::size_t i = 0; race && i < health.feeds.size(); ++i) {
        const auto standing = race->standing(i);
        health.feeds[i].behindMs = standing.behindMs;
        health.feeds[i].firstShare = standing.firstShare();
    }
    if (config.mode == Mode::Replay) {
        for (const auto& feed : health.feeds)
            if (feed.detail.starts_with("SIMULATED")) snapshot.mode = Mode::Simulated;
    }
    const wire::DecodeStats& stats = engine.decoder().stats();
    health.frameQueue = queue.stats();
    health.frames = stats.frames;
    health.bytes = stats.bytes;
    health.events = stats.events;
    health.trades = engine.market().trades();
    health.duplicates = engine.duplicates();
    health.rules = engine.ruleStats();
    health.late = engine.market().late();
    for (const auto& [reason, count] : stats.undecoded)
        if (count != 0) health.undecoded[reason] = count;
    if (fetcher) health.fetches = fetcher->stats();
    if (lookup) health.lookups = lookup->stats();
    if (config.poolLookup && config.poolLookup->budget) {
        const auto spent = config.poolLookup->budget->stats();
        health.requests = RequestStats{spent.taken, spent.slowedDown, spent.perSecond, spent.configured};
    }
    health.coverage = coverage(health.fetches);
    // What was missing for want of its transaction and has come with it is not missing any more.
    if (const auto left = health.undecoded.find(std::string{errorName(ErrorCode::NeedsTransaction)});
        left != health.undecoded.end()) {
        left->second -= std::min(left->second, health.fetches.resolvedEvents);
        if (left->second == 0) health.undecoded.erase(left);
    }
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
        const auto written = store->stats();
        health.storeQueue = written.queue;
        health.storedTrades = written.trades;
        health.databaseBytes = written.fileBytes;
        health.diskFree = written.diskFree;
        health.storedTwice = written.duplicates;
        health.refusedRows = written.refused;
        health.storeError = written.error;
        health.storeIndexing = written.indexing;
    }
    if (!storedError.empty() && health.storeError.empty())
        health.storeError = "earlier trades of a coin could not be read: " + storedError;
    health.cold = engine.market().cold();
    health.coldFlags = engine.flags().cold();
    health.coldWallets = engine.intel().cold();
    if (!coldError.empty()) health.cold.emplace().error = coldError;
    if (!recordingError.empty()) health.storeError = "recording ended: " + recordingError;
}

bool LivePipeline::Impl::waitForTurn(const ReplayControl::Next& next, const std::function<void()>& publishIfDue) {
    ReplayControl& replay = *config.replay;
    bool shown = false;
    while (!replay.closed()) {
        const auto wait = replay.turn(next, clock.steady());
        if (wait && *wait <= ReplayControl::Wait::zero()) return true;
        // Standing still, or for long: what was played last is to be seen.
        if (!std::exchange(shown, true)) hurry = true;
        publishIfDue();
        // A clock may be moved by hand, and the screen may ask for something: look again now and then.
        const ReplayControl::Wait longest = config.snapshotPeriod;
        replay.waitFor(wait ? std::min(*wait, longest) : longest);
    }
    return false;
}

void LivePipeline::Impl::tellReplay(const ReplayControl::Next& next) {
    ReplayControl::Seen seen;
    seen.time = engine.market().lastTime();
    if (const auto last = engine.market().lastSlot()) seen.slot = last->value();
    seen.flags = engine.flags().history().size();
    seen.alerts = alerts;
    config.replay->played(next, seen);
}

void LivePipeline::Impl::engineLoop() {
    engine.onEvent = [this](const Event& event, ledger::TokenLedger& coin) {
        builder.onEvent(event, coin);
        noteCreation(event);
        if (questions && origin != Origin::WalletLookup) questions->onEvent(event, coin);
        if (const auto* trade = std::get_if<Trade>(&event.body); trade != nullptr && fetcher && trade->pool) {
            if (coinOfPool.size() >= kPoolsKept) coinOfPool.clear();
            coinOfPool.try_emplace(*trade->pool, trade->mint);
        }
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
    engine.onSolTransfer = [this](const Event& event, const SolTransfer& transfer) {
        if (store && transfer.amount.value() >= intel::Intel::kDust) toStore.emplace_back(event);
        if (questions && origin == Origin::WalletLookup) questions->onPayment(transfer);
    };
    engine.onFlag = [this](const Flag& flag) { noteFlag(flag); };
    engine.onDuplicate = [this](const Event& event) { noteIndex(event); };
    engine.decoder().onOrder([this](const Signature& signature, std::uint32_t txIndex) {
        if (store) toStore.emplace_back(store::StoredIndex{signature, txIndex});
    });
    builder.setLeads([this] { return engine.leads(); });
    engine.onAlert = [this](const Alert& alert) { noteAlert(alert); };
    auto nextPublish = clock.steady();
    const auto publishIfDue = [&] {
        const auto now = clock.steady();
        if (now < nextPublish && !hurry.exchange(false)) return;
        if (config.replay && config.replay->hurrying()) return;
        publish();
        // From the end of the work: a picture that took long must not be followed by another at once.
        nextPublish = clock.steady() + config.snapshotPeriod;
    };
    while (true) {
        auto frames = queue.popAll(config.snapshotPeriod);
        takeArms();
        for (FrameOf& item : frames) {
            ReplayControl::Next next;
            if (config.replay) {
                next = {item.frame.received.value(), slotNamedIn(item.frame), item.frame.progress};
                if (!waitForTurn(next, publishIfDue)) break;
            }
            // A replay may have stood still before this frame for long.
            takeArms();
            work(item);
            if (config.replay) tellReplay(next);
            if (toStore.size() >= 1024 && store) store->push(std::exchange(toStore, {}));
            publishIfDue();
        }
        if (!toStore.empty() && store) store->push(std::exchange(toStore, {}));
        publishIfDue();
        const bool over = queue.finished() || (frames.empty() && sourcesFinished() && queue.stats().size == 0);
        if (over) {
            // Who reads that a recording has ended must find its end on the screen.
            if (!done) builder.settle();
            publish();
            if (config.replay) config.replay->end();
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
        auto earlier = StoredCoins::start(*impl.config.database, {}, [&impl] {
            impl.storedReady = true;
            impl.hurryUp();
        });
        if (!earlier) return earlier.error();
        impl.stored = std::move(*earlier);
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
    if (impl.config.transactionLookup) {
        TransactionResolver::Options options;
        options.rpc = *impl.config.transactionLookup;
        options.venues = impl.config.lookupVenues;
        options.commitment = impl.config.lookupCommitment;
        auto fetcher =
            TransactionResolver::start(std::move(options), impl.clock, [&impl](source::Frame&& frame, bool block) {
                return impl.queue.tryPush(
                    FrameOf{impl.sources.size(), std::move(frame), block ? Origin::CreationBlock : Origin::Feed});
            });
        if (!fetcher) return fetcher.error();
        impl.fetcher = std::move(*fetcher);
    }
    if (auto begun = impl.startLookups(); !begun) return begun;
    if (impl.sources.size() > 1) impl.race.emplace(impl.sources.size());
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
    if (impl.config.replay) impl.config.replay->close();
    // A blocking push must not hold up a source that is asked to stop.
    if (impl.config.blockingFrames) impl.queue.close();
    for (auto& source : impl.sources) source->stop();
    impl.stopping = true;
    if (impl.pools) impl.pools->stop();
    if (impl.fetcher) impl.fetcher->stop();
    if (impl.lookup) impl.lookup->stop();
    impl.queue.close();
    if (impl.thread.joinable()) impl.thread.join();
    impl.stored.reset();
    impl.storeClusters(impl.clock.steady(), true);
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
    {
        const std::scoped_lock lock(m_impl->interestMutex);
        m_impl->wish = std::move(interest);
    }
    m_impl->hurryUp();
}

void LivePipeline::arm(std::shared_ptr<const alert::RuleSet> rules, alert::Watchlists lists) {
    {
        const std::scoped_lock lock(m_impl->armsMutex);
        m_impl->arms = Impl::Arms{std::move(rules), std::move(lists)};
    }
    m_impl->armed = true;
}

void LivePipeline::judge(std::string key, std::optional<bool> verdict, std::string reason) {
    if (!m_impl->store) return;
    std::vector<store::StoreItem> items;
    items.emplace_back(
        store::StoredVerdict{std::move(key), verdict, std::move(reason), m_impl->clock.now().value()});
    m_impl->store->push(std::move(items));
}

std::shared_ptr<const Snapshot> LivePipeline::latest() const {
    return m_impl->slot.latest();
}

}  // namespace core::pipeline
