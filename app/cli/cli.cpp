// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/cli.h"

#include "core/alert/rule_file.h"
#include "core/model/ids.h"
#include "core/source/byte_source.h"
#include "core/source/coverage.h"

#include <fmt/format.h>
#include <CLI/CLI.hpp>

#include <unistd.h>

#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <sstream>

namespace app {
namespace {

std::vector<std::string> splitList(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream in{text};
    for (std::string item; std::getline(in, item, ',');)
        if (!item.empty()) out.push_back(item);
    return out;
}

}  // namespace

std::atomic<bool>& interrupted() noexcept {
    static std::atomic<bool> flag{false};
    return flag;
}

void FeedArguments::addTo(CLI::App& command) {
    command.add_option("--source", source, "Feed: solana-rpc, helius, yellowstone (gRPC) or pumpportal")
        ->capture_default_str();
    command
        .add_option(
            "--feed", feed,
            "What it delivers: logs (solana-rpc), transactions (helius, yellowstone) or blocks (a node that offers "
            "blockSubscribe); each source has its own when left out")
        ->check(CLI::IsMember({"logs", "transactions", "blocks"}));
    command
        .add_option("--ws-url", wsUrls,
                    "Websocket or gRPC endpoint; the public one when left out. Given several times: one feed over "
                    "several endpoints, the first message wins")
        ->allow_extra_args(false);
    command.add_option("--http-url", httpUrl, "JSON-RPC endpoint for backfill; the public one when left out");
    command.add_option("--commitment", commitment, "processed or confirmed")
        ->check(CLI::IsMember({"processed", "confirmed"}))
        ->capture_default_str();
    command
        .add_option("--programs", programs,
                    "Venues, comma-separated, or all, or usual: all where whole "
                    "transactions come, else pumpfun,pumpswap")
        ->capture_default_str();
    command.add_option("--mint", mints, "Also follow these mints, comma-separated");
    command.add_option("--wallet", wallets, "Also follow these wallets, comma-separated");
    command.add_option("--http-rate", httpRate, "HTTP requests per second; 0 = 4, or 500 on this machine")
        ->check(CLI::Range(0.0, 10000.0))
        ->capture_default_str();
    command.add_flag(
        "--no-fetch", noFetch,
        "Ask the node for nothing that a feed leaves out: pools, transactions, blocks of creations, wallets");
    command
        .add_option("--lookups-per-hour", lookupsPerHour,
                    "Requests an hour about single wallets: who paid for early buyers, what a dev launched before, "
                    "where flagged bags went; 0 asks nothing")
        ->check(CLI::Range(std::uint64_t{0}, std::uint64_t{1'000'000}))
        ->capture_default_str();
    command.add_flag("--no-backfill", noBackfill, "Leave outages as gaps");
}

void AddressArguments::addTo(CLI::App& command) {
    command
        .add_option("--addresses", file,
                    "Your own list of exchanges, services and bots, read after the shipped one: address, kind "
                    "(exchange, infrastructure, bot, none), label, source, tab-separated")
        ->check(CLI::ExistingFile);
}

core::Result<std::shared_ptr<const core::intel::AddressBook>> AddressArguments::book() const {
    if (file.empty()) return std::shared_ptr<const core::intel::AddressBook>{};
    return core::intel::AddressBook::withFile(file);
}

void RuleArguments::addTo(CLI::App& command) {
    command.add_option("--rules", file, "Alert rules (TOML) instead of the shipped ones")->check(CLI::ExistingFile);
    command.add_option("--watch", watched, "A coin you watch: rules may ask for it. May be given several times")
        ->allow_extra_args(false);
}

core::Result<std::shared_ptr<const core::alert::RuleSet>> RuleArguments::rules() const {
    if (file.empty()) return std::shared_ptr<const core::alert::RuleSet>{};
    auto read = core::alert::readRules(file);
    if (!read) return read.error();
    return std::make_shared<const core::alert::RuleSet>(std::move(*read));
}

core::Result<core::alert::Watchlists> RuleArguments::watchlists() const {
    core::alert::Watchlists out;
    auto& list = out[std::string{core::alert::kWatched}].mints;
    for (const std::string& text : watched) {
        const auto mint = core::Mint::fromBase58(text);
        if (!mint) return core::fail(core::ErrorCode::BadValue, "--watch: not a Solana address: " + text);
        list.push_back(*mint);
    }
    return out;
}

core::Result<core::source::LiveOptions> FeedArguments::options() const {
    core::source::LiveOptions out;
    out.source = source;
    out.feed = feed;
    out.lookupsPerHour = lookupsPerHour;
    if (!wsUrls.empty()) {
        out.wsUrl = wsUrls.front();
        out.alsoWsUrls.assign(wsUrls.begin() + 1, wsUrls.end());
    }
    out.httpUrl = httpUrl;
    out.commitment = commitment;
    out.backfill = !noBackfill;
    out.httpRequestsPerSecond = httpRate;
    out.programs.clear();
    for (const std::string& id : splitList(programs)) {
        if (id != "all" && id != "usual" && core::source::venueProgram(id) == nullptr)
            return core::fail(core::ErrorCode::BadValue, "--programs: no venue named " + id);
        out.programs.push_back(id);
    }
    for (const std::string& key : splitList(mints + "," + wallets)) {
        if (!core::Pubkey::fromBase58(key))
            return core::fail(core::ErrorCode::BadValue, "not a Solana address: " + key);
        out.mentions.push_back(key);
    }
    core::source::readKeys(out);
    return out;
}

Progress::Progress(std::string mode) {
    if (mode == "json")
        m_kind = Kind::Json;
    else if (mode != "none" && isatty(STDERR_FILENO) == 1)
        m_kind = Kind::Bar;
}

void Progress::show(double fraction, const std::string& what) {
    const int percent = static_cast<int>(fraction * 100);
    if (m_kind == Kind::None || percent == m_lastPercent) return;
    m_lastPercent = percent;
    m_shown = true;
    if (m_kind == Kind::Json)
        std::cerr << fmt::format("{{\"progress\":{:.2f},\"what\":\"{}\"}}\n", fraction, what);
    else
        std::cerr << fmt::format("\r{:3d}%  {}   ", percent, what) << std::flush;
}

void Progress::finish() {
    if (m_kind == Kind::Bar && m_shown) std::cerr << "\r\033[K";
}

int report(const core::Error& error) {
    std::cerr << "cabalscope-cli: " << error.message() << '\n';
    switch (error.code) {
        case core::ErrorCode::Network:
        case core::ErrorCode::Refused:
        case core::ErrorCode::Untrusted:
        case core::ErrorCode::Timeout: return kNoNetwork;
        case core::ErrorCode::Unauthorized: return kNoKey;
        case core::ErrorCode::Cancelled: return kInterrupted;
        default: return kFailed;
    }
}

core::Result<std::string> readWhole(const std::string& file) {
    constexpr std::size_t kLimit = std::size_t{1} << 30U;
    auto source = core::source::ByteSource::open(file);
    if (!source) return source.error();
    std::string out;
    std::array<char, 65'536> block{};
    while (true) {
        const auto count = (*source)->read(block);
        if (!count) return core::fail(count.error().code, file + ": " + count.error().context);
        if (*count == 0) return out;
        if (out.size() + *count > kLimit)
            return core::fail(core::ErrorCode::TooLarge, file + ": more than a gigabyte of text");
        out.append(block.data(), *count);
    }
}

core::Result<void> writeWhole(const std::string& file, const std::string& text) {
    if (file == "-") {
        std::cout << text << std::flush;  // main looks whether it went well
        return {};
    }
    // Through a file beside it: a full disk must not leave half of it under the name asked for.
    const std::string partial = file + ".part";
    std::ofstream out{partial, std::ios::binary};
    out << text;
    out.close();
    std::error_code error;
    if (out) std::filesystem::rename(partial, file, error);
    if (!out || error) return core::fail(core::ErrorCode::Io, "cannot write " + file);
    return {};
}

}  // namespace app
