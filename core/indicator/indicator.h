// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cmath>
#include <cstdint>
#include <limits>
#include <memory>
#include <span>
#include <string_view>

namespace core::indicator {

/// "Not known yet": warm-up and missing series.
inline constexpr double kNone = std::numeric_limits<double>::quiet_NaN();
[[nodiscard]] inline bool known(double value) {
    return !std::isnan(value);
}

/// What an indicator sees of a bar. Prices and quote volumes in whole quote units.
struct BarInput {
    std::int64_t openTime = 0;  ///< Unix seconds
    double open = 0;
    double high = 0;
    double low = 0;
    double close = 0;
    double volume = 0;          ///< quote
    double buyVolume = 0;       ///< quote, the bought part of it
    double baseVolume = 0;      ///< coins
    double holders = kNone;     ///< at the end of the bar
    double top10Share = kNone;  ///< 0..1 of supply by entity, at the end of the bar
};

/// One indicator walking along the bars. The forming bar may be asked for any number of times before it closes.
class Indicator {
public:
    Indicator() = default;
    Indicator(const Indicator&) = delete;
    Indicator& operator=(const Indicator&) = delete;
    virtual ~Indicator() = default;

    /// The lines at `bar`, the one after the last closed; kNone where there is no value. O(1) or O(period).
    virtual void value(const BarInput& bar, std::span<double> lines) const = 0;
    /// `bar` will not change any more.
    virtual void close(const BarInput& bar) = 0;
};

/// How a line is drawn. Signed histograms change colour at zero.
enum class LineStyle : std::uint8_t { Line, Histogram, SignedHistogram };
struct LineSpec {
    std::string_view name;
    LineStyle style = LineStyle::Line;
};
struct ParameterSpec {
    std::string_view name;
    double standard = 0;
    double least = 1;
    double most = 1000;
    bool whole = true;
};
/// Where it is drawn and what its axis says.
enum class Place : std::uint8_t { OverPrice, OverVolume, OwnPane };
enum class Unit : std::uint8_t { Price, Quote, Plain, Percent };

inline constexpr std::size_t kMostLines = 3;
inline constexpr std::size_t kMostParameters = 3;

/// An indicator of the registry. Everything is static text.
struct Kind {
    std::string_view id;     ///< for files: "ema"
    std::string_view title;  ///< for legends: "EMA"
    Place place = Place::OverPrice;
    Unit unit = Unit::Price;
    std::span<const LineSpec> lines{};
    std::span<const ParameterSpec> parameters{};
    /// Levels worth a line across the pane (RSI: 30 and 70).
    std::span<const double> guides{};
    /// Whether values depend on series the bars do not carry.
    bool needsPeople = false;
    std::unique_ptr<Indicator> (*make)(std::span<const double> parameters) = nullptr;
};

}  // namespace core::indicator
