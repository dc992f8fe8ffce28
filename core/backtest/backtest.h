// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/alert/rule.h"
#include "core/backtest/outcome.h"
#include "core/backtest/statistics.h"
#include "core/base/result.h"
#include "core/intel/address_book.h"
#include "core/model/alert.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace core::backtest {

/// A time, Unix seconds, `from` <= t < `to`.
struct Span {
    std::int64_t from = 0;
    std::int64_t to = 0;
};

/// What to run over what.
struct Options {
    std::shared_ptr<const alert::RuleSet> rules;  ///< null = the shipped ones
    alert::Watchlists watchlists{};
    std::vector<std::filesystem::path> inputs;        ///< captures or event lines; each is a run of its own
    std::optional<std::filesystem::path> database{};  ///< also what live sessions stored
    /// Of the database alone this: every coin that traded then, from its creation on. Alerts from before are not
    /// told.
    std::optional<Span> span{};
    std::optional<std::string> truth{};  ///< JSON, interfaces section 5
    std::uint64_t toleranceSlots = 150;  ///< behind the end of a true event in which an alert still finds it
    std::vector<std::int64_t> delays{1, 5, 30};  ///< seconds from alert to entry
    std::shared_ptr<const intel::AddressBook> addresses{};
    std::function<void(double progress, std::uint64_t events)> onProgress{};
    std::function<bool()> cancelled{};
};

/// One alert and what came of it.
struct Case {
    Alert alert;
    std::size_t input = 0;      ///< which of the inputs; their number for the database
    std::optional<bool> right;  ///< by the truth; empty: it is silent, or the event was found before
    Outcome outcome;
};

/// Returns of entries at one delay.
struct DelayResult {
    std::int64_t delay = 0;
    std::uint64_t measured = 0;
    std::uint64_t none = 0;    ///< no trade was there to enter at
    std::uint64_t noExit = 0;  ///< nobody traded afterwards
    std::uint64_t open = 0;    ///< the recording ends too early
    std::optional<double> medianReturn;
    std::optional<Interval> interval;
};

/// Part of a recording.
struct Stretch {
    std::string name;  ///< "2026-11-23", "first half", "second half"
    std::uint64_t alerts = 0;
    Rate right;
    Rate fell;
};

struct RuleResult {
    std::string id;
    std::uint32_t version = 0;
    std::uint64_t alerts = 0;
    std::uint64_t coins = 0;
    std::optional<double> perDay;
    Rate right;                 ///< precision by the truth
    std::uint64_t repeats = 0;  ///< of a true event that was found before
    std::uint64_t unjudged = 0;
    Rate found;                 ///< recall: true events of the rule's kinds
    Rate fell;                  ///< precision by the outcome
    std::uint64_t unknown = 0;  ///< of outcomes
    std::vector<double> leadSlots;
    std::vector<DelayResult> delays;
    std::vector<Stretch> stretches;  ///< days in order, then the two halves

    [[nodiscard]] std::optional<double> medianLead() const { return median(leadSlots); }
};

struct Backtest {
    std::vector<RuleResult> rules;  ///< armed ones, in the order of the file
    std::vector<Case> cases;        ///< in the order in which they fired
    Rate base;                      ///< of any moment of any coin, falls
    std::uint64_t events = 0;
    std::uint64_t trades = 0;
    double seconds = 0;  ///< of market time
    std::vector<std::string> warnings;
};

/// Runs the engine with the rules over recordings in the order of arrival, as `watch` does: the alerts are those
/// that it fires at any speed, and twice the same. Thread: any; calls back on its own. Errors: Io, BadJson,
/// BadShape, Database, Cancelled.
[[nodiscard]] Result<Backtest> run(const Options& options);

/// Appends the machine form, schema `cabalscope.backtest/1`, one JSON object without a newline.
void appendBacktestJson(const Backtest& backtest, const Options& options, std::string& out);

}  // namespace core::backtest
