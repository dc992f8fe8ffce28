// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace core::detect {

/// What a burst of buying is measured in.
enum class BurstTerm : std::uint8_t { Volume, Trades, Rush, Return, Buyers };
inline constexpr std::size_t kBurstTerms = 5;

/// One trade as the meter wants it.
struct BurstTrade {
    std::int64_t time = 0;  ///< milliseconds
    double volume = 0;      ///< quote units
    double price = 0;       ///< quote per coin; 0: unknown
    bool buy = false;
    std::uint64_t moment = 0;  ///< buys of one moment are a rush: the slot, or the millisecond on an exchange
    std::uint64_t trader = 0;  ///< any number that tells traders apart
};

/// How a burst is judged. Source: detection section 4.10.
struct BurstParams {
    std::int64_t width = 25'000;        ///< milliseconds of a bucket
    std::int64_t returnOver = 25'000;   ///< milliseconds, a multiple of the width
    double halfLife = 6 * 3'600'000.0;  ///< milliseconds, of a mature coin's baseline
    double halfLifeOfAge = 0.25;        ///< of the age, of a young one's
    double floorLog = 0.1;              ///< least deviation of logarithms
    double floorReturn = 0.001;         ///< least deviation of the return
    double clip = 12;                   ///< most one term adds
    double priorBuckets = 20;           ///< weight of the population against the coin's own past
    double score = 45;                  ///< of 4 terms at most 12 each; with buyers in proportion
    double leastReturn = 0.015;         ///< within returnOver
    bool buyers = true;                 ///< the tape tells traders apart
    std::int64_t coolDown = 3'600'000;  ///< milliseconds between two alarms
    std::int64_t mask = 30'000;         ///< milliseconds behind a graduation without alarm
    std::int64_t leastAge = 300'000;    ///< milliseconds: before, everything is the launch
};

/// Mean and mean square of each term.
struct BurstBaseline {
    std::array<double, kBurstTerms> mean{}, square{};
    double buckets = 0;
};

/// The rule of the pump detector: 5 s find a burst soon, 25 s one that takes longer. The points are chosen on five
/// coins that were pumped on an exchange in 2018 (tests/conformance/RESULTS.md); no labelled pumps of meme coins
/// exist.
struct PumpParams {
    BurstParams fast{.width = 5'000, .score = 46.5};
    BurstParams slow{.width = 25'000, .score = 42};
};

/// What buckets of coins of one age and stage look like; the baseline of a coin without a past. Thread: confined.
class BurstPopulation {
public:
    BurstPopulation();
    [[nodiscard]] const BurstBaseline& of(std::int64_t age, bool graduated) const;
    /// `empty`: buckets without a trade behind it.
    void add(std::int64_t age, bool graduated, const std::array<double, kBurstTerms>& terms, double empty);

private:
    static constexpr std::size_t kAges = 5;
    [[nodiscard]] static std::size_t ageOf(std::int64_t age);
    std::array<BurstBaseline, kAges * 2> m_of;
};

/// A closed bucket against the past.
struct Burst {
    std::int64_t end = 0;  ///< milliseconds
    double score = 0;
    std::array<double, kBurstTerms> z{};  ///< clipped to 0..clip
    double change = 0;                    ///< return over returnOver
    double volume = 0;                    ///< quote units
    double usualVolume = 0;               ///< median of the buckets with trades
    std::uint32_t trades = 0;
    std::uint32_t rush = 0;    ///< moments with more than one buy
    std::uint32_t buyers = 0;  ///< estimate, at most about 270
    double price = 0;
};

/// Buckets of one coin and their baseline; constant work per trade and constant memory. Trades older than the open
/// bucket are left out. Thread: confined.
class BurstMeter {
public:
    /// Takes one trade; the bucket that it closed, judged against the buckets before it.
    std::optional<Burst> add(const BurstTrade& trade, const BurstParams& params, BurstPopulation& population,
                             bool graduated);
    /// The same, but only what is worth an alarm: score, return, age, cool-down and mask.
    std::optional<Burst> alarm(const BurstTrade& trade, const BurstParams& params, BurstPopulation& population,
                               bool graduated);
    /// No alarm for the cool-down behind `time`: another width told already.
    void quiet(std::int64_t time, const BurstParams& params) noexcept;
    /// Masks what follows for a while.
    void graduated(std::int64_t time, const BurstParams& params) noexcept;

private:
    static constexpr std::size_t kCloses = 5;

    [[nodiscard]] std::array<double, kBurstTerms> terms(const BurstParams& params) const;
    [[nodiscard]] double change(const BurstParams& params) const;
    void open(std::int64_t bucket);

    bool m_started = false;
    std::int64_t m_first = 0;   ///< milliseconds
    std::int64_t m_bucket = 0;  ///< number of the open one
    std::int64_t m_quietUntil = 0;
    // The open bucket.
    double m_volume = 0;
    std::uint32_t m_trades = 0;
    std::uint32_t m_rush = 0;
    std::uint64_t m_moment = 0;
    std::uint32_t m_buysOfMoment = 0;
    std::uint64_t m_buyers = 0;  ///< one bit for each hash of a trader
    double m_price = 0;
    // The past.
    std::array<double, kCloses> m_close{};  ///< last prices of the buckets before, youngest first
    double m_median = 0;                    ///< logarithm of the median volume
    double m_medianStep = 0.5;
    bool m_hasMedian = false;
    BurstBaseline m_past;
};

}  // namespace core::detect
