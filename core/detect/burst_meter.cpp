// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/burst_meter.h"

#include <algorithm>
#include <bit>
#include <cmath>

namespace core::detect {
namespace {

constexpr std::size_t at(BurstTerm term) {
    return static_cast<std::size_t>(term);
}

// A population fades with its youngest 20,000 buckets, so that a changed market becomes the usual one.
constexpr double kPopulationBuckets = 20'000;
constexpr double kDefaultBuckets = 100;
constexpr double kMostChange = 10;
constexpr double kLeastMedianStep = 0.05;

// One bucket, and the `empty` ones behind it, whose terms are all 0.
void mix(BurstBaseline& base, const std::array<double, kBurstTerms>& terms, double alpha, double empty) {
    const double kept = empty > 0 ? std::pow(1 - alpha, empty) : 1;
    for (std::size_t i = 0; i < kBurstTerms; ++i) {
        base.mean[i] = (base.mean[i] * (1 - alpha) + alpha * terms[i]) * kept;
        base.square[i] = (base.square[i] * (1 - alpha) + alpha * terms[i] * terms[i]) * kept;
    }
    base.buckets += empty + 1;
}

}  // namespace

BurstPopulation::BurstPopulation() {
    // Before anything was seen: wide enough that nothing stands out.
    for (BurstBaseline& base : m_of) {
        base.mean = {1, 1, 0.5, 0, 1};
        base.square = {1.5, 1.5, 0.5, 0.0025, 1.5};
        base.buckets = kDefaultBuckets;
    }
}

std::size_t BurstPopulation::ageOf(std::int64_t age) {
    constexpr std::array<std::int64_t, kAges - 1> kEdges{60'000, 600'000, 3'600'000, 86'400'000};
    return static_cast<std::size_t>(std::upper_bound(kEdges.begin(), kEdges.end(), age) - kEdges.begin());
}

const BurstBaseline& BurstPopulation::of(std::int64_t age, bool graduated) const {
    return m_of[ageOf(age) + (graduated ? kAges : 0)];
}

void BurstPopulation::add(std::int64_t age, bool graduated, const std::array<double, kBurstTerms>& terms,
                          double empty) {
    BurstBaseline& base = m_of[ageOf(age) + (graduated ? kAges : 0)];
    mix(base, terms, 1 / std::min(base.buckets + empty + 1, kPopulationBuckets), empty);
}

void BurstMeter::open(std::int64_t bucket) {
    const std::int64_t past = bucket - m_bucket;
    for (std::int64_t i = 0; i < std::min<std::int64_t>(past, kCloses); ++i) {
        std::copy_backward(m_close.begin(), m_close.end() - 1, m_close.end());
        m_close[0] = m_price;
    }
    m_bucket = bucket;
    m_volume = 0;
    m_trades = m_rush = m_buysOfMoment = 0;
    m_buyers = 0;
}

double BurstMeter::change(const BurstParams& params) const {
    const auto back =
        static_cast<std::size_t>(std::clamp<std::int64_t>(params.returnOver / params.width, 1, kCloses));
    const double before = m_close[back - 1];
    if (before <= 0 || m_price <= 0) return 0;
    return std::min(kMostChange, m_price / before - 1);
}

std::array<double, kBurstTerms> BurstMeter::terms(const BurstParams& params) const {
    std::array<double, kBurstTerms> out{};
    out[at(BurstTerm::Volume)] = std::log1p(m_volume / std::exp(m_median));
    out[at(BurstTerm::Trades)] = std::log1p(m_trades);
    out[at(BurstTerm::Rush)] = std::log1p(m_rush);
    out[at(BurstTerm::Return)] = change(params);
    // Linear counting: how many traders leave so few of 64 bits empty.
    const int full = std::popcount(m_buyers);
    out[at(BurstTerm::Buyers)] = std::log1p(64 * std::log(64 / std::max(1.0, 64.0 - full)));
    return out;
}

std::optional<Burst> BurstMeter::add(const BurstTrade& trade, const BurstParams& params,
                                     BurstPopulation& population, bool graduated) {
    const std::int64_t bucket = trade.time / params.width;
    std::optional<Burst> out;
    if (!m_started) {
        m_started = true;
        m_first = trade.time;
        m_bucket = bucket;
        m_close.fill(trade.price);
    } else if (bucket < m_bucket) {
        return std::nullopt;
    } else if (bucket > m_bucket) {
        if (!m_hasMedian && m_volume > 0) {
            m_hasMedian = true;
            m_median = std::log(m_volume);
        }
        const std::array<double, kBurstTerms> now = terms(params);
        const std::int64_t end = (m_bucket + 1) * params.width;
        const std::int64_t age = std::max<std::int64_t>(params.width, end - m_first);
        const double halfLife = std::clamp(static_cast<double>(age) * params.halfLifeOfAge,
                                           static_cast<double>(params.width), params.halfLife);
        const double alpha = 1 - std::exp2(-static_cast<double>(params.width) / halfLife);
        const BurstBaseline& prior = population.of(age, graduated);
        const double own = std::min(m_past.buckets, 1 / alpha);
        Burst burst;
        for (std::size_t i = 0; i < kBurstTerms; ++i) {
            if (i == at(BurstTerm::Buyers) && !params.buyers) continue;
            const double weight = own + params.priorBuckets;
            const double mean = (own * m_past.mean[i] + params.priorBuckets * prior.mean[i]) / weight;
            const double square = (own * m_past.square[i] + params.priorBuckets * prior.square[i]) / weight;
            const double floor = i == at(BurstTerm::Return) ? params.floorReturn : params.floorLog;
            const double deviation = std::sqrt(std::max(0.0, square - mean * mean) + floor * floor);
            burst.z[i] = std::clamp((now[i] - mean) / deviation, 0.0, params.clip);
            burst.score += burst.z[i];
        }
        burst.end = end;
        burst.change = now[at(BurstTerm::Return)];
        burst.volume = m_volume;
        burst.usualVolume = std::exp(m_median);
        burst.trades = m_trades;
        burst.rush = m_rush;
        burst.buyers = static_cast<std::uint32_t>(std::lround(std::expm1(now[at(BurstTerm::Buyers)])));
        burst.price = m_price;
        out = burst;

        const auto empty = static_cast<double>(bucket - m_bucket - 1);
        // Only now: a bucket is no part of the baseline that it is judged by.
        mix(m_past, now, alpha, empty);
        population.add(age, graduated, now, empty);
        if (m_volume > 0) {
            m_median += m_medianStep * (std::log(m_volume) > m_median ? 1 : -1);
            m_medianStep = std::max(kLeastMedianStep, m_medianStep * 0.95);
        }
        open(bucket);
    }
    m_volume += trade.volume;
    ++m_trades;
    if (trade.price > 0) m_price = trade.price;
    if (trade.buy) {
        if (m_buysOfMoment == 0 || trade.moment != m_moment) {
            m_moment = trade.moment;
            m_buysOfMoment = 0;
        }
        if (++m_buysOfMoment == 2) ++m_rush;
        const std::uint64_t hash = (trade.trader + 1) * 0x9e3779b97f4a7c15ULL;
        m_buyers |= std::uint64_t{1} << (hash >> 58U);
    }
    return out;
}

std::optional<Burst> BurstMeter::alarm(const BurstTrade& trade, const BurstParams& params,
                                       BurstPopulation& population, bool graduated) {
    const auto burst = add(trade, params, population, graduated);
    if (!burst) return std::nullopt;
    const double terms = params.buyers ? kBurstTerms : kBurstTerms - 1;
    if (burst->score < params.score * terms / (kBurstTerms - 1) || burst->change < params.leastReturn)
        return std::nullopt;
    if (burst->end - m_first < params.leastAge || burst->end < m_quietUntil) return std::nullopt;
    m_quietUntil = burst->end + params.coolDown;
    return burst;
}

void BurstMeter::quiet(std::int64_t time, const BurstParams& params) noexcept {
    m_quietUntil = std::max(m_quietUntil, time + params.coolDown);
}

void BurstMeter::graduated(std::int64_t time, const BurstParams& params) noexcept {
    m_quietUntil = std::max(m_quietUntil, time + params.mask);
}

}  // namespace core::detect
