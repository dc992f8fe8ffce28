// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"
#include "core/base/result.h"
#include "core/intel/address_book.h"
#include "core/pipeline/live_pipeline.h"
#include "core/source/factory.h"

#include <atomic>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace app {

/// Exit codes of every command. Source: interfaces section 1.
enum ExitCode : int { kOk = 0, kFailed = 1, kUsage = 2, kNoNetwork = 3, kNoKey = 4, kInterrupted = 130 };

/// Set by SIGINT and SIGTERM; commands finish their files and leave.
[[nodiscard]] std::atomic<bool>& interrupted() noexcept;

/// Options common to record and watch, with the keys from the environment.
struct FeedArguments {
    std::string source = "solana-rpc";
    std::string feed;
    std::vector<std::string> wsUrls;
    std::string httpUrl;
    std::string commitment = "confirmed";
    std::string programs = "usual";
    std::string mints;
    std::string wallets;
    double httpRate = 0;
    std::uint64_t lookupsPerHour = core::source::LiveOptions{}.lookupsPerHour;
    bool noBackfill = false;
    bool noFetch = false;

    void addTo(CLI::App& command);
    /// Errors: BadValue for a program or address that is none.
    [[nodiscard]] core::Result<core::source::LiveOptions> options() const;
};

/// The user's own address list, read after the shipped one.
struct AddressArguments {
    std::string file;

    void addTo(CLI::App& command);
    /// Null when none was named. Errors: those of AddressBook::withFile.
    [[nodiscard]] core::Result<std::shared_ptr<const core::intel::AddressBook>> book() const;
};

/// Which rules are armed, and the coins that are watched.
struct RuleArguments {
    std::string file;
    std::vector<std::string> watched;

    void addTo(CLI::App& command);
    /// Null for the shipped ones. Errors: those of alert::readRules.
    [[nodiscard]] core::Result<std::shared_ptr<const core::alert::RuleSet>> rules() const;
    /// Errors: BadValue for what is no address.
    [[nodiscard]] core::Result<core::alert::Watchlists> watchlists() const;
};

/// Progress on stderr: a bar on a terminal, JSON lines with --progress=json, nothing otherwise.
class Progress {
public:
    explicit Progress(std::string mode);
    void show(double fraction, const std::string& what);
    void finish();

private:
    enum class Kind { None, Bar, Json };
    Kind m_kind = Kind::None;
    bool m_shown = false;
    int m_lastPercent = -1;
};

/// One line on stderr and the exit code for an error.
int report(const core::Error& error);

/// A file of text, compressed or not, up to a gigabyte. Errors: Io, TooLarge; both name the file.
[[nodiscard]] core::Result<std::string> readWhole(const std::string& file);

/// Writes the text under that name, whole or not at all; "-" is stdout. Errors: Io.
[[nodiscard]] core::Result<void> writeWhole(const std::string& file, const std::string& text);

// Each adds its command to the program and stores its exit code when it ran.
void addDecode(CLI::App& program, int& exitCode);
void addRecord(CLI::App& program, int& exitCode);
void addWatch(CLI::App& program, int& exitCode);
void addAnalyze(CLI::App& program, int& exitCode);
void addEvaluate(CLI::App& program, int& exitCode);
void addSimulate(CLI::App& program, int& exitCode);
void addExport(CLI::App& program, int& exitCode);
void addDoctor(CLI::App& program, int& exitCode);
void addBacktest(CLI::App& program, int& exitCode);
void addBench(CLI::App& program, int& exitCode);

}  // namespace app
