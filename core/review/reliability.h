// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace core::review {

/// From this many judged claims on something is said about confidences; below, that there are too few.
inline constexpr std::uint64_t kEnoughClaims = 20;

/// One alert with what it stated and what came of it.
struct Claim {
    std::string rule;
    std::string kind;
    std::optional<double> confidence;  ///< 0 to 1; anything else counts as not stated
    std::optional<std::int64_t> time;  ///< of the event behind it, Unix seconds
    std::optional<bool> right;         ///< empty: nobody knows
};

/// What was stated and what happened, with the 95% interval of Wilson. Shares of 0 to 1.
struct StatedHappened {
    std::uint64_t claims = 0;
    std::uint64_t right = 0;
    double stated = 0;  ///< mean confidence
    double happened = 0;
    double low = 0;
    double high = 0;
};

/// The same for the claims of one week.
struct WeekOfClaims {
    std::int64_t monday = 0;  ///< 00:00 UTC, Unix seconds
    StatedHappened seen;
    double brier = 0;
};

/// Whether confidences are the frequencies they claim to be.
struct Reliability {
    std::string name;                     ///< rule or kind; empty: all of them
    StatedHappened seen;                  ///< judged claims that state a confidence
    std::uint64_t withoutConfidence = 0;  ///< judged, and no confidence stated
    std::uint64_t unjudged = 0;
    // Only with kEnoughClaims or more.
    std::vector<StatedHappened> bins;  ///< tenths of confidence that have claims, rising
    std::optional<double> brier;       ///< mean of (confidence - outcome)^2
    std::optional<double> ece;         ///< expected calibration error: bins' |happened - stated|, by their claims
    std::vector<WeekOfClaims> weeks;   ///< with claims, rising; claims without a time are in none

    [[nodiscard]] bool enough() const noexcept { return seen.claims >= kEnoughClaims; }
};

/// Everything about one way to judge.
struct ReliabilityTable {
    Reliability all;
    std::vector<Reliability> rules;  ///< by name
    std::vector<Reliability> kinds;  ///< by name
};

/// What the user's verdicts and what prices say about the confidences of alerts.
struct CalibrationReport {
    ReliabilityTable verdicts;
    /// Right is an alert after which the price halved within ten minutes, as a back-test counts falls: a rule that
    /// speaks of something else is not wrong for it.
    ReliabilityTable falls;
    std::uint64_t looked = 0;  ///< alerts whose prices were looked at; 0 unless asked for
};

/// The same claims give the same result. Thread: any. Cost: linear.
[[nodiscard]] Reliability reliabilityOf(std::string name, std::span<const Claim> claims);
[[nodiscard]] ReliabilityTable tableOf(std::span<const Claim> claims);

}  // namespace core::review
