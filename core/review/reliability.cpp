// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/review/reliability.h"

#include "core/backtest/statistics.h"
#include "core/pipeline/evaluation.h"

#include <cmath>
#include <map>
#include <utility>

namespace core::review {
namespace {

using pipeline::Calibration;

constexpr std::int64_t kDay = 86'400;
constexpr std::int64_t kWeek = 7 * kDay;
constexpr std::int64_t kFirstMonday = 4 * kDay;  // 1970-01-05

std::int64_t mondayOf(std::int64_t time) {
    const std::int64_t since = time - kFirstMonday;
    const std::int64_t weeks = since / kWeek - (since % kWeek < 0 ? 1 : 0);
    return kFirstMonday + weeks * kWeek;
}

StatedHappened seenOf(std::uint64_t claims, std::uint64_t right, double confidence) {
    StatedHappened out{claims, right, 0, 0, 0, 0};
    if (claims == 0) return out;
    const backtest::Rate rate{right, claims};
    out.stated = confidence / static_cast<double>(claims);
    out.happened = *rate.value();
    out.low = *rate.low();
    out.high = *rate.high();
    return out;
}

StatedHappened seenOf(const Calibration& of) {
    std::uint64_t claims = 0;
    std::uint64_t right = 0;
    double confidence = 0;
    for (const Calibration::Bin& bin : of.bins) {
        claims += bin.claims;
        right += bin.right;
        confidence += bin.confidence;
    }
    return seenOf(claims, right, confidence);
}

std::optional<double> stated(const Claim& claim) {
    const bool usable = claim.confidence && *claim.confidence >= 0 && *claim.confidence <= 1;
    return usable ? claim.confidence : std::nullopt;
}

}  // namespace

Reliability reliabilityOf(std::string name, std::span<const Claim> claims) {
    Reliability out;
    out.name = std::move(name);
    Calibration whole;
    std::map<std::int64_t, Calibration> weeks;
    for (const Claim& claim : claims) {
        if (!claim.right) {
            ++out.unjudged;
            continue;
        }
        const auto confidence = stated(claim);
        whole.add(confidence, *claim.right);
        // Beyond some 300,000 years a time is none.
        constexpr std::int64_t kLatest = std::int64_t{1} << 43U;
        if (confidence && claim.time && *claim.time > -kLatest && *claim.time < kLatest)
            weeks[mondayOf(*claim.time)].add(confidence, *claim.right);
    }
    out.seen = seenOf(whole);
    out.withoutConfidence = whole.withoutConfidence;
    if (!out.enough()) return out;
    for (const Calibration::Bin& bin : whole.bins)
        if (bin.claims != 0) out.bins.push_back(seenOf(bin.claims, bin.right, bin.confidence));
    out.brier = whole.brier();
    out.ece = whole.expectedError();
    for (const auto& [monday, week] : weeks) out.weeks.push_back({monday, seenOf(week), week.brier().value_or(0)});
    return out;
}

ReliabilityTable tableOf(std::span<const Claim> claims) {
    std::map<std::string, std::vector<Claim>> rules;
    std::map<std::string, std::vector<Claim>> kinds;
    for (const Claim& claim : claims) {
        rules[claim.rule].push_back(claim);
        kinds[claim.kind].push_back(claim);
    }
    ReliabilityTable out;
    out.all = reliabilityOf({}, claims);
    for (const auto& [name, of] : rules) out.rules.push_back(reliabilityOf(name, of));
    for (const auto& [name, of] : kinds) out.kinds.push_back(reliabilityOf(name, of));
    return out;
}

}  // namespace core::review
