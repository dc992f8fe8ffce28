// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/rug_model.h"

#include <algorithm>
#include <cmath>

namespace core::detect {
namespace {

// Shares before anything was seen: chosen by hand from what the reports of section 1 describe, not measured. What
// is seen outweighs them after kPrior launches.
constexpr std::array<RugSignInfo, kRugSignCount> kRugSigns{{
    {"insiders hold a bag they did not buy", 0.40, 0.15},
    {"the dev or a linked wallet sold", 0.50, 0.12},
    {"a cluster sold", 0.40, 0.10},
    {"liquidity was removed", 0.25, 0.01},
    {"a cabal holds a part", 0.35, 0.15},
    {"a block of buys stands in the creation slot", 0.40, 0.25},
    {"volume is washed", 0.25, 0.12},
    {"ten entities hold half of what is not in the pool", 0.50, 0.30},
    {"name or metadata copy an earlier coin", 0.30, 0.20},
    {"the dev holds 5% of supply or more", 0.35, 0.25},
    {"the dev sold half of its coins", 0.45, 0.20},
    {"an earlier launch of this dev ended that way", 0.40, 0.15},
    {"fewer than 10 wallets bought", 0.60, 0.30},
    {"more sells than buys", 0.50, 0.25},
    {"the price is at half of its peak", 0.70, 0.30},
    {"the price is at a fifth of its peak", 0.50, 0.08},
    {"it graduated", 0.10, 0.20},
    {"its curve has a floor above a tenth of this peak", 0.05, 0.90},
}};

// 49.2% of the WSOL launches on Raydium in Q4 2024. Source: detection section 4.15.
constexpr double kBase = 0.492;
constexpr double kPrior = 20;
// Signs say much of the same twice.
constexpr double kDamping = 0.6;
double weightOf(RugSign sign) noexcept {
    // Nothing else says how far down the price can go at all.
    return sign == RugSign::OnCurveFloor ? 1.0 : kDamping;
}
constexpr double kSurest = 0.99;

}  // namespace

const RugSignInfo& rugSign(RugSign sign) noexcept {
    return kRugSigns[static_cast<std::size_t>(sign)];
}

double RugModel::baseOf(Symbol venue) const {
    const auto found = m_venues.find(venue.name());
    const Count count = found == m_venues.end() ? Count{} : found->second;
    return (kPrior * kBase + static_cast<double>(count.rugs)) / (kPrior + static_cast<double>(count.launches));
}

double RugModel::logOdds(RugSign sign, bool shown, std::size_t age) const {
    const auto index = static_cast<std::size_t>(sign);
    // What no detector said may still be so: the feed need not show it.
    if (!shown && sign < RugSign::DevHolds) return 0;
    const auto share = [&](std::size_t rug, double prior) {
        return (kPrior * prior + static_cast<double>(m_shown[age][index][rug])) /
               (kPrior + static_cast<double>(m_judged[age][rug]));
    };
    const double rugs = share(1, kRugSigns[index].amongRugs);
    const double others = share(0, kRugSigns[index].amongOthers);
    return shown ? std::log(rugs / others) : std::log((1 - rugs) / (1 - others));
}

double RugModel::raw(RugSigns signs, std::size_t age, Symbol venue) const {
    const double base = baseOf(venue);
    double logit = std::log(base / (1 - base));
    for (std::size_t i = 0; i < kRugSignCount; ++i) {
        const auto sign = static_cast<RugSign>(i);
        logit += weightOf(sign) * logOdds(sign, (signs >> i & 1U) != 0, age);
    }
    return 1 / (1 + std::exp(-logit));
}

RugModel::Odds RugModel::odds(RugSigns signs, std::size_t age, Symbol venue) const {
    Odds out;
    out.base = baseOf(venue);
    if (const auto found = m_venues.find(venue.name()); found != m_venues.end()) out.seen = found->second.launches;
    const double guess = raw(signs, age, venue);
    out.probability = std::clamp(m_calibration[age].probability(guess), 1 - kSurest, kSurest);
    out.spread = m_calibration[age].spread(guess);
    for (std::size_t i = 0; i < kRugSignCount; ++i) {
        const auto sign = static_cast<RugSign>(i);
        const bool shown = (signs >> i & 1U) != 0;
        const double part = weightOf(sign) * logOdds(sign, shown, age);
        if (shown && part > 0) out.parts.push_back({sign, part});
        if (shown && part < 0) out.spared.push_back({sign, part});
    }
    const auto stronger = [](const Part& a, const Part& b) { return std::abs(a.logOdds) > std::abs(b.logOdds); };
    std::stable_sort(out.parts.begin(), out.parts.end(), stronger);
    std::stable_sort(out.spared.begin(), out.spared.end(), stronger);
    return out;
}

void RugModel::learn(RugSigns signs, std::size_t age, Symbol venue, bool rugged) {
    // Before the model changes: as it would have been judged then.
    m_calibration[age].learn(raw(signs, age, venue), rugged);
    const std::size_t rug = rugged ? 1 : 0;
    ++m_judged[age][rug];
    for (std::size_t i = 0; i < kRugSignCount; ++i) m_shown[age][i][rug] += signs >> i & 1U;
}

void RugModel::finish(Symbol venue, bool rugged) {
    for (Count* count : {&m_venues[venue.name()], &m_all}) {
        ++count->launches;
        count->rugs += rugged ? 1 : 0;
    }
}

}  // namespace core::detect
