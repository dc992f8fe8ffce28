// SPDX-License-Identifier: GPL-3.0-or-later
// record and watch: sessions on live feeds or recordings.
#include "app/cli/cli.h"
#include "core/deliver/line_output.h"
#include "core/deliver/outlet.h"
#include "core/pipeline/analysis_json.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <chrono>
#include <filesystem>
#include <iostream>
#include <memory>
#include <vector>

namespace app {
namespace {

using Pipeline = core::pipeline::LivePipeline;
using core::source::FeedState;

struct Arguments {
    FeedArguments feed;
    AddressArguments addresses;
    RuleArguments rules;
    std::string out;
    std::string capture;
    std::string database;
    std::string alertsFile;
    double speed = 0.0;
    double duration = 0.0;
};

// Tells on stderr whenever a feed's state changes; returns whether every feed has given up.
class FeedReporter {
public:
    bool report(const core::pipeline::Snapshot& snapshot) {
        const auto& feeds = snapshot.health.feeds;
        m_last.resize(feeds.size(), FeedState::Idle);
        bool allFailed = !feeds.empty();
        for (std::size_t i = 0; i < feeds.size(); ++i) {
            const auto& feed = feeds[i];
            if (feed.state != FeedState::Failed) allFailed = false;
            if (feed.state == FeedState::Failed &&
                feed.detail.starts_with(core::errorName(core::ErrorCode::Unauthorized)))
                m_keyRefused = true;
            if (feed.state == FeedState::Connected) m_everConnected = true;
            if (feed.state == m_last[i]) continue;
            m_last[i] = feed.state;
            std::cerr << fmt::format("{} {}: {}{}{}\n", feed.source, feed.endpoint,
                                     core::source::feedStateName(feed.state), feed.detail.empty() ? "" : ": ",
                                     feed.detail);
        }
        return allFailed;
    }
    [[nodiscard]] bool everConnected() const noexcept { return m_everConnected; }
    [[nodiscard]] bool keyRefused() const noexcept { return m_keyRefused; }

private:
    std::vector<FeedState> m_last;
    bool m_everConnected = false;
    bool m_keyRefused = false;
};

// A feed that cannot even be made was asked for in the wrong words.
int refuse(const core::Error& error) {
    (void)report(error);
    return kUsage;
}

void printTotals(const core::pipeline::Snapshot& snapshot) {
    const auto& health = snapshot.health;
    std::uint64_t gaps = 0;
    std::uint64_t backfilled = 0;
    std::uint64_t dropped = 0;
    for (const auto& feed : health.feeds) {
        gaps += feed.gaps;
        backfilled += feed.backfilled;
        dropped += feed.droppedFrames;
    }
    std::cerr << fmt::format(
        "{} messages, {} trades, {} duplicates, {} backfilled transactions, {} gaps, {} dropped frames, "
        "{} trades stored\n",
        health.frames, health.trades, health.duplicates, backfilled, gaps, dropped, health.storedTrades);
    if (health.feeds.size() > 1) {
        std::cerr << fmt::format("{} messages came again from another endpoint\n", health.duplicateFrames);
        for (const auto& feed : health.feeds) {
            const std::string first =
                feed.firstShare ? fmt::format("first for {:.0f}%", 100 * *feed.firstShare) : "brought nothing";
            const std::string behind =
                feed.behindMs ? fmt::format(", else {:.1f} ms behind (median)", *feed.behindMs) : std::string();
            std::cerr << fmt::format("{} {}: {}{}\n", feed.source, feed.endpoint, first, behind);
        }
    }
    for (const auto& [venue, count] : health.fetches.venues)
        std::cerr << fmt::format("{}: {} of {} whole transactions fetched, {} not fetched\n", venue, count.fetched,
                                 count.wanted, count.notFetched);
    if (const auto& blocks = health.fetches.blocks; blocks.wanted != 0)
        std::cerr << fmt::format("blocks of creations: {} of {} fetched, {} not fetched\n", blocks.fetched,
                                 blocks.wanted, blocks.notFetched);
    if (const auto& asked = health.lookups; asked.wanted != 0)
        std::cerr << fmt::format(
            "wallets asked about: {} of {} answered, {} unanswered, {} dropped; {} of {} requests this hour, {} "
            "saved\n",
            asked.answered, asked.wanted, asked.unanswered, asked.dropped, asked.thisHour, asked.perHour,
            asked.remembered);
    for (const auto& [reason, count] : health.undecoded)
        std::cerr << "cabalscope-cli: not decoded: " << reason << " x " << count << '\n';
    if (!health.storeError.empty()) std::cerr << "cabalscope-cli: " << health.storeError << '\n';
}

int runUntilDone(Pipeline& pipeline, double durationSeconds, bool recording) {
    using SteadyClock = std::chrono::steady_clock;
    constexpr std::chrono::milliseconds kPoll{50};
    const auto end = SteadyClock::now() + std::chrono::duration<double>(durationSeconds);
    FeedReporter reporter;
    bool gaveUp = false;
    while (!interrupted() && !gaveUp) {
        if (durationSeconds > 0 && SteadyClock::now() >= end) break;
        const bool done = pipeline.waitFinished(kPoll);
        if (const auto snapshot = pipeline.latest()) gaveUp = reporter.report(*snapshot);
        if (done) break;
    }
    pipeline.stop();
    const auto last = pipeline.latest();
    if (last) {
        reporter.report(*last);
        printTotals(*last);
        if (!last->health.storeError.empty()) return kFailed;
    }
    if (interrupted()) return kInterrupted;
    if (reporter.keyRefused()) return kNoKey;
    if (!recording && !reporter.everConnected()) return kNoNetwork;
    return gaveUp ? kFailed : kOk;
}

int record(const Arguments& arguments) {
    auto options = arguments.feed.options();
    if (!options) {
        std::cerr << "cabalscope-cli: " << options.error().message() << '\n';
        return kUsage;
    }
    const core::SystemClock clock;
    core::pipeline::PipelineConfig config;
    if (!arguments.feed.noFetch) core::pipeline::completeFromNode(config, *options, clock);
    auto sources = core::pipeline::makeLiveSources(*options, clock);
    if (!sources) return refuse(sources.error());
    config.recordTo = arguments.out;
    config.captureSource = arguments.feed.source;
    if (!arguments.database.empty()) config.database = arguments.database;
    Pipeline pipeline{config, clock};
    for (auto& source : *sources) pipeline.addSource(std::move(source));
    if (auto started = pipeline.start(); !started) return report(started.error());
    return runUntilDone(pipeline, arguments.duration, false);
}

// Alerts on stdout and in a file, each over a thread of its own: who reads slowly holds up nothing. A replay waits
// for them, since nothing is lost by waiting; a live feed drops and counts.
class AlertWriters {
public:
    core::Result<void> open(const std::string& file, bool replay) {
        m_replay = replay;
        const auto lineOf = [](const core::Alert& alert) {
            std::string line;
            core::pipeline::appendAlertJson(alert, line);
            return line;
        };
        if (auto added = add(core::deliver::makeStandardOutput(lineOf), "stdout"); !added) return added;
        if (file.empty()) return {};
        return add(core::deliver::makeLineOutput(file, lineOf), "alerts file");
    }
    void write(const core::Alert& alert) {
        for (auto& outlet : m_outlets) m_replay ? outlet->offerAll(alert) : outlet->offer(alert);
    }
    /// False, and told, when something was lost.
    bool finish() {
        constexpr std::chrono::seconds kPatience{10};
        bool whole = true;
        for (auto& outlet : m_outlets) {
            outlet->finish(kPatience);
            const auto stats = outlet->stats();
            const std::uint64_t lost = stats.queue.dropped + stats.failed + stats.late + stats.queue.pushed -
                                       stats.sent - stats.failed - stats.late;
            if (lost == 0) continue;
            whole = false;
            std::cerr << fmt::format("cabalscope-cli: {}: {} alerts were not written{}{}\n", stats.name, lost,
                                     stats.error.empty() ? "" : ": ", stats.error);
        }
        return whole;
    }

private:
    core::Result<void> add(core::Result<std::unique_ptr<core::deliver::Output>> output, const char* name) {
        if (!output) return output.error();
        core::deliver::OutletOptions options;
        options.name = name;
        options.capacity = 10'000;
        options.perSecond = 1e6;
        options.tries = 8;
        options.backoffFirst = std::chrono::milliseconds{10};
        options.backoffMax = std::chrono::milliseconds{500};
        m_outlets.push_back(std::make_unique<core::deliver::Outlet>(std::move(*output), options));
        return {};
    }

    bool m_replay = false;
    std::vector<std::unique_ptr<core::deliver::Outlet>> m_outlets;
};

int watch(const Arguments& arguments) {
    const core::SystemClock clock;
    core::pipeline::PipelineConfig config;
    auto book = arguments.addresses.book();
    if (!book) return report(book.error());
    config.addresses = std::move(*book);
    auto rules = arguments.rules.rules();
    if (!rules) return report(rules.error());
    config.rules = std::move(*rules);
    auto lists = arguments.rules.watchlists();
    if (!lists) return report(lists.error());
    config.watchlists = std::move(*lists);
    if (!arguments.database.empty()) config.database = arguments.database;
    AlertWriters writers;
    if (auto opened = writers.open(arguments.alertsFile, !arguments.capture.empty()); !opened)
        return report(opened.error());
    config.onAlert = [&writers](const core::Alert& alert) { writers.write(alert); };
    std::vector<std::unique_ptr<core::source::Source>> sources;
    const bool replay = !arguments.capture.empty();
    if (replay) {
        config.mode = core::pipeline::Mode::Replay;
        config.blockingFrames = true;
        auto made = core::source::makeReplaySource(arguments.capture, {arguments.speed, false}, clock);
        if (!made) return report(made.error());
        sources.push_back(std::move(*made));
    } else {
        auto options = arguments.feed.options();
        if (!options) {
            std::cerr << "cabalscope-cli: " << options.error().message() << '\n';
            return kUsage;
        }
        if (!arguments.feed.noFetch) core::pipeline::completeFromNode(config, *options, clock);
        auto made = core::pipeline::makeLiveSources(*options, clock);
        if (!made) return refuse(made.error());
        sources = std::move(*made);
    }
    Pipeline pipeline{config, clock};
    for (auto& source : sources) pipeline.addSource(std::move(source));
    if (auto started = pipeline.start(); !started) return report(started.error());
    const int code = runUntilDone(pipeline, arguments.duration, replay);
    return writers.finish() || code != kOk ? code : kFailed;
}

}  // namespace

void addRecord(CLI::App& program, int& exitCode) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand("record", "Write what a live feed sends into a capture");
    command->add_option("--out", arguments->out, "Capture to write; .zst compresses")->required();
    command->add_option("--duration", arguments->duration, "Stop after so many seconds");
    command->add_option("--database", arguments->database, "Also keep the trades in this database");
    arguments->feed.addTo(*command);
    command->callback([arguments, &exitCode] { exitCode = record(*arguments); });
}

void addWatch(CLI::App& program, int& exitCode) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand("watch", "Print alerts as JSON lines as they fire");
    command->add_option("--capture", arguments->capture, "Replay this recording instead of a live feed");
    command->add_option("--speed", arguments->speed, "1 = original pace, 0 = as fast as it goes")
        ->check(CLI::NonNegativeNumber)
        ->capture_default_str();
    command->add_option("--duration", arguments->duration, "Stop after so many seconds");
    command->add_option("--database", arguments->database, "Keep the trades in this database");
    command->add_option("--alerts-file", arguments->alertsFile,
                        "Also append the alerts to this file, one JSON object a line, for other programs");
    arguments->addresses.addTo(*command);
    arguments->rules.addTo(*command);
    arguments->feed.addTo(*command);
    command->callback([arguments, &exitCode] { exitCode = watch(*arguments); });
}

}  // namespace app
