// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "core/sim/capture_out.h"
#include "core/sim/server.h"
#include "core/source/capture.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <charconv>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>
#include <thread>

namespace app {
namespace {

struct Arguments {
    core::sim::MarketOptions market;
    std::string out;
    std::string serve;
    std::string truth;
    std::string feed = "logs";
    std::optional<std::int64_t> epochSeconds;
    double httpRate = 0;
    std::uint64_t disconnectEvery = 0;
    bool list = false;
};

core::Result<void> writeText(const std::string& file, const std::string& text) {
    std::ofstream out{file, std::ios::binary};
    out << text;
    out.close();
    if (!out) return core::fail(core::ErrorCode::Io, "cannot write " + file);
    return {};
}

int writeTruth(const Arguments& arguments, const core::sim::Market& market) {
    if (arguments.truth.empty()) return kOk;
    if (auto done = writeText(arguments.truth, market.truthJson() + "\n"); !done) return report(done.error());
    return kOk;
}

int writeCapture(const Arguments& arguments) {
    auto market = core::sim::Market::create(arguments.market);
    if (!market) return report(market.error());
    std::unique_ptr<core::source::CaptureWriter> writer;
    const bool toStdout = arguments.out == "-";
    std::string padded;
    const auto feed =
        arguments.feed == "logs" ? core::sim::CaptureFeed::Logs : core::sim::CaptureFeed::Transactions;
    const auto counts = core::sim::writeCapture(
        **market, arguments.market,
        [&](std::string_view line) -> core::Result<void> {
            if (interrupted()) return core::fail(core::ErrorCode::Cancelled, "simulate");
            if (toStdout) {
                std::cout << line << '\n';
                if (!std::cout) return core::fail(core::ErrorCode::Io, "cannot write to stdout");
                return {};
            }
            padded.assign(line);
            padded.append(64, ' ');
            const std::string_view safe{padded.data(), line.size()};
            if (!writer) {
                const auto header = core::source::parseCaptureHeader(safe);
                if (!header) return header.error();
                auto made = core::source::CaptureWriter::create(arguments.out, *header);
                if (!made) return made.error();
                writer = std::move(*made);
                return {};
            }
            const auto frame = core::source::parseCaptureLine(safe);
            if (!frame) return frame.error();
            return writer->write(*frame);
        },
        feed);
    if (writer) {
        if (auto closed = writer->close(); !closed) return report(closed.error());
    }
    if (!counts) return report(counts.error());
    std::cout.flush();
    std::cerr << fmt::format("SIMULATED: {} transactions ({} failed), {} notifications, {} trades\n",
                             counts->transactions, counts->failed, counts->notifications, counts->trades);
    return writeTruth(arguments, **market);
}

int serve(const Arguments& arguments) {
    core::sim::ServerOptions options;
    options.market = arguments.market;
    const auto colon = arguments.serve.rfind(':');
    if (colon == std::string::npos) {
        std::cerr << "cabalscope-cli: --serve wants HOST:PORT\n";
        return kUsage;
    }
    options.host = arguments.serve.substr(0, colon);
    const char* const begin = arguments.serve.data() + colon + 1;
    const char* const end = arguments.serve.data() + arguments.serve.size();
    if (const auto parsed = std::from_chars(begin, end, options.port);
        parsed.ec != std::errc{} || parsed.ptr != end) {
        std::cerr << "cabalscope-cli: --serve wants HOST:PORT\n";
        return kUsage;
    }
    if (arguments.epochSeconds) options.epochNs = *arguments.epochSeconds * 1'000'000'000;
    options.httpRequestsPerSecond = arguments.httpRate;
    options.disconnectEvery = arguments.disconnectEvery;
    auto server = core::sim::Server::start(options);
    if (!server) return report(server.error());
    std::cerr << fmt::format("SIMULATED market at ws://{}:{} and http://{}:{}\n", options.host, (*server)->port(),
                             options.host, (*server)->port());
    while (!interrupted()) std::this_thread::sleep_for(std::chrono::milliseconds{50});
    std::cout << fmt::format("{{\"trades\":{},\"transactions\":{},\"over\":{}}}\n", (*server)->tradesSoFar(),
                             (*server)->transactionsSoFar(), (*server)->marketOver())
              << std::flush;
    (*server)->stop();
    if (arguments.truth.empty()) return kOk;
    auto market = core::sim::Market::create(arguments.market);
    if (!market) return report(market.error());
    while ((*market)->next()) {
    }
    return writeTruth(arguments, **market);
}

int simulate(const Arguments& arguments) {
    if (arguments.list) {
        for (const auto& scenario : core::sim::scenarios())
            std::cout << fmt::format("{:<14} {}\n", scenario.name, scenario.description);
        return kOk;
    }
    if (arguments.serve.empty() == arguments.out.empty()) {
        std::cerr << "cabalscope-cli: give either --out FILE or --serve HOST:PORT\n";
        return kUsage;
    }
    return arguments.serve.empty() ? writeCapture(arguments) : serve(arguments);
}

}  // namespace

void addSimulate(CLI::App& program, int& exitCode) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand("simulate", "A simulated market on the real wire format");
    command->add_option("--scenario", arguments->market.scenario, "Which market; see --list")
        ->capture_default_str();
    command->add_option("--seed", arguments->market.seed, "The same seed gives the same bytes")
        ->check(CLI::NonNegativeNumber)  // a negative one would wrap around to another
        ->capture_default_str();
    command->add_option("--rate", arguments->market.tradesPerSecond, "Trades per second on average")
        ->check(CLI::Range(0.01, 100000.0))
        ->capture_default_str();
    command->add_option("--duration", arguments->market.durationSeconds, "Seconds of market")
        ->check(CLI::Range(1, 31536000))
        ->capture_default_str();
    command->add_option("--start-time", arguments->market.startTime, "Unix seconds of the first slot");
    command->add_option("--out", arguments->out, "Write a capture; .zst compresses, - is stdout");
    command
        ->add_option("--feed", arguments->feed, "With --out: logs, or whole transactions, which show transfers too")
        ->check(CLI::IsMember({"logs", "transactions"}))
        ->capture_default_str();
    command->add_option("--serve", arguments->serve, "Serve the Solana websocket and HTTP protocol at HOST:PORT");
    command->add_option("--truth", arguments->truth, "Write what is true");
    command->add_option("--epoch", arguments->epochSeconds,
                        "With --serve: Unix seconds at which the market began; a restarted server goes on there");
    command->add_option("--http-rate", arguments->httpRate, "With --serve: HTTP requests per second before 429");
    command->add_option("--disconnect-every", arguments->disconnectEvery,
                        "With --serve: close connections after so many notifications");
    command->add_flag("--list", arguments->list, "List the scenarios");
    command->callback([arguments, &exitCode] { exitCode = simulate(*arguments); });
}

}  // namespace app
