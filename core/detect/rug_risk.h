// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/detector.h"

namespace core::detect {

/// How likely a launch ends as a rug: within an hour of the first trade the price falls by 90% from its peak and
/// regains no more than 1% of that fall by the end of the hour. Naive Bayes over what the other detectors said, the
/// dev's record and the tape, judged 15, 60, 300 and 900 s after the first trade and whenever something is flagged.
/// What became of the launches that were seen teaches it: each judgement is kept until the hour is over, then
/// counts for the shares, for the base rate of its venue and for the calibration. Until then priors stand, which
/// count as 20 launches. O(1) per event; launches of the last hour only. Source: detection section 4.15.
[[nodiscard]] std::unique_ptr<Detector> makeRugRisk();

inline constexpr DetectorInfo kRugRisk{
    .kind = "rug_risk",
    .description = "The odds that a launch falls by 90% within its first hour and stays there are 60% or more.",
    .version = "1",
    .make = &makeRugRisk,
};

}  // namespace core::detect
