// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/indicator/indicator.h"

namespace core::indicator {

extern const Kind kMovingAverage;
extern const Kind kEma;
extern const Kind kVwap;
extern const Kind kAnchoredVwap;
extern const Kind kBollinger;
extern const Kind kRsi;
extern const Kind kMacd;
extern const Kind kAtr;
extern const Kind kVolumeAverage;
extern const Kind kDelta;
extern const Kind kCumulativeDelta;
extern const Kind kHolders;
extern const Kind kTop10;

}  // namespace core::indicator
