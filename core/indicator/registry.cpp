// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/indicator/registry.h"

#include "core/indicator/kinds.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace core::indicator {

std::span<const Kind* const> kinds() {
    static constexpr std::array kAll{
        &kMovingAverage, &kEma, &kVwap,  &kAnchoredVwap,    &kBollinger, &kVolumeAverage, &kRsi,
        &kMacd,          &kAtr, &kDelta, &kCumulativeDelta, &kHolders,   &kTop10,
    };
    return kAll;
}

const Kind* find(std::string_view id) {
    const auto all = kinds();
    const auto at = std::find_if(all.begin(), all.end(), [&](const Kind* kind) { return kind->id == id; });
    return at == all.end() ? nullptr : *at;
}

std::vector<double> parametersFor(const Kind& kind, std::span<const double> wanted) {
    std::vector<double> out;
    for (std::size_t i = 0; i < kind.parameters.size(); ++i) {
        const ParameterSpec& spec = kind.parameters[i];
        double value = i < wanted.size() && std::isfinite(wanted[i]) ? wanted[i] : spec.standard;
        value = std::clamp(value, spec.least, spec.most);
        out.push_back(spec.whole ? std::round(value) : value);
    }
    return out;
}

}  // namespace core::indicator
