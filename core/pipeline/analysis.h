// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"
#include "core/base/result.h"
#include "core/intel/address_book.h"
#include "core/ledger/market.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::pipeline {

/// What to analyse.
struct AnalysisOptions {
    std::vector<std::filesystem::path> inputs;  ///< captures, event lines, or JSON documents of transactions
    std::optional<std::uint64_t> asOfSlot;      ///< events of later slots are left out
    std::shared_ptr<const intel::AddressBook> addresses{};  ///< null = the shipped list
    ledger::MarketLimits limits{};  ///< what of the market stays in memory; no result depends on it
    std::shared_ptr<const alert::RuleSet> rules{};          ///< null = the shipped ones
    alert::Watchlists watchlists{};
    std::function<void(double progress, std::uint64_t frames)> onProgress;
    std::function<bool()> cancelled;
};

/// Totals of one run, also in the file.
struct AnalysisSummary {
    std::uint64_t frames = 0;
    std::uint64_t bytes = 0;
    std::uint64_t events = 0;
    std::uint64_t trades = 0;
    std::uint64_t duplicates = 0;
    std::map<std::string, std::uint64_t> undecoded;
    std::vector<std::string> warnings;  ///< one line each: file, line, reason
};

/// Runs the engine over recordings and appends the file of interfaces section 4 to `json`. The same input
/// gives the same bytes. Memory: every event, about
/// 450 bytes each. Errors: Io and BadJson (names file, line and reason), Cancelled.
[[nodiscard]] Result<AnalysisSummary> analyze(const AnalysisOptions& options, std::string& json);

}  // namespace core::pipeline
