// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"
#include "core/source/probe.h"
#include "core/store/trade_store.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <filesystem>
#include <fstream>
#include <iostream>
#include <memory>

namespace app {
namespace {

struct Arguments {
    FeedArguments feed;
    std::string database;
    std::string bundle;
};

int doctor(const Arguments& arguments) {
    std::string text;
    const auto say = [&text](bool ok, std::string_view step, std::string_view detail) {
        const std::string line = fmt::format("{:<4} {:<22} {}\n", ok ? "ok" : "FAIL", step, detail);
        std::cout << line << std::flush;
        text += line;
    };
    int exitCode = kOk;
    say(true, "version", "cabalscope-cli " CABALSCOPE_VERSION);
    auto options = arguments.feed.options();
    const core::SystemClock clock;
    // Making the feed connects nothing yet: it only says whether it makes sense.
    const auto feed = options ? core::source::makeLiveSource(*options, clock)
                              : core::Result<std::unique_ptr<core::source::Source>>{options.error()};
    if (!feed) {
        say(false, "configuration", feed.error().message());
        return kUsage;
    }
    say(true, "configuration", options->apiKey.empty() ? "no key set (CABALSCOPE_API_KEY)" : "key set, not shown");
    for (const auto& endpoint : core::source::perEndpoint(*options)) {
        for (const auto& step : core::source::probeFeed(endpoint)) {
            say(step.ok, "feed: " + step.name, fmt::format("{} ({} ms)", step.text, step.ms));
            if (step.ok) continue;
            exitCode = step.error == core::ErrorCode::Unauthorized ? kNoKey : kNoNetwork;
        }
    }
    if (arguments.database.empty()) {
        say(true, "database", "none named (--database)");
    } else if (!std::filesystem::exists(arguments.database)) {
        say(true, "database", arguments.database + " does not exist yet; it is made on the first live session");
    } else {
        auto store = core::store::TradeStore::open(arguments.database, core::store::Database::Access::ReadOnly);
        auto check = store ? (*store)->database().prepare("PRAGMA quick_check(1)")
                           : core::Result<core::store::Statement>{store.error()};
        auto row = check ? check->step() : core::Result<bool>{check.error()};
        const std::string verdict = row ? check->text(0) : row.error().message();
        const auto trades = row ? (*store)->tradeCount() : core::Result<std::int64_t>{row.error()};
        const bool good = verdict == "ok" && trades;
        say(good, "database", good ? fmt::format("{}: sound, {} trades", arguments.database, *trades) : verdict);
        if (!good) exitCode = kFailed;
    }
    const bool bus = std::getenv("DBUS_SESSION_BUS_ADDRESS") != nullptr;
    say(true, "notification service",
        bus ? "a session bus is there; notifications are sent by the window"
            : "no session bus here; the window lists alerts in its own panel");
    if (!arguments.bundle.empty()) {
        std::ofstream out{arguments.bundle, std::ios::binary};
        out << text;
        out.close();
        if (!out) return report(core::fail(core::ErrorCode::Io, "cannot write " + arguments.bundle));
    }
    return exitCode;
}

}  // namespace

void addDoctor(CLI::App& program, int& exitCode) {
    auto arguments = std::make_shared<Arguments>();
    CLI::App* command = program.add_subcommand("doctor", "Check configuration, feed, database and notifications");
    command->add_option("--database", arguments->database, "Database to check");
    command->add_option("--bundle", arguments->bundle, "Also write the findings here; holds no key");
    arguments->feed.addTo(*command);
    command->callback([arguments, &exitCode] { exitCode = doctor(*arguments); });
}

}  // namespace app
