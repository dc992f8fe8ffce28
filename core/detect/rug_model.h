// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/detect/calibration.h"
#include "core/model/symbol.h"

#include <array>
#include <cstdint>
#include <map>
#include <string_view>
#include <vector>

namespace core::detect {

/// What is asked of a launch; the order is that of kRugSigns.
enum class RugSign : std::uint8_t {
    InsiderHoldings,
    DevDump,
    ClusterDump,
    LiquidityRemoval,
    Cabal,
    Bundler,
    WashTrading,
    Concentration,
    Copycat,
    DevHolds,
    DevSold,
    DevRugged,
    FewBuyers,
    MostlySells,
    HalfOfPeak,
    FifthOfPeak,
    Graduated,
    OnCurveFloor,
};
inline constexpr std::size_t kRugSignCount = 18;

/// One sign and how often launches that end as a rug, and others, show it, before any was seen here.
struct RugSignInfo {
    std::string_view name;
    double amongRugs;
    double amongOthers;
};
[[nodiscard]] const RugSignInfo& rugSign(RugSign sign) noexcept;

/// Signs of one launch, a bit each.
using RugSigns = std::uint32_t;
[[nodiscard]] constexpr RugSigns bitOf(RugSign sign) noexcept {
    return RugSigns{1} << static_cast<unsigned>(sign);
}

/// P(a launch ends as a rug | its signs, its age, its venue): naive Bayes that learns from launches whose end was
/// seen, and a calibration of it by what came of earlier judgements. Priors count as 20 launches. Thread: confined.
class RugModel {
public:
    /// Ages that are judged apart.
    static constexpr std::size_t kAges = 4;

    struct Part {
        RugSign sign;
        double logOdds;
    };
    struct Odds {
        double probability = 0;
        double base = 0;           ///< of the venue
        std::uint64_t seen = 0;    ///< launches of the venue that were watched to their end
        double spread = 0;         ///< half width of the calibration's 90% interval
        std::vector<Part> parts;   ///< strongest first, those that speak for a rug
        std::vector<Part> spared;  ///< strongest first, those that speak against
    };

    [[nodiscard]] Odds odds(RugSigns signs, std::size_t age, Symbol venue) const;
    /// What came of a launch that had these signs at this age.
    void learn(RugSigns signs, std::size_t age, Symbol venue, bool rugged);
    /// Counts a launch whose end was seen.
    void finish(Symbol venue, bool rugged);
    [[nodiscard]] std::uint64_t launches() const noexcept { return m_all.launches; }

private:
    struct Count {
        std::uint64_t launches = 0;
        std::uint64_t rugs = 0;
    };
    [[nodiscard]] double baseOf(Symbol venue) const;
    [[nodiscard]] double logOdds(RugSign sign, bool shown, std::size_t age) const;
    [[nodiscard]] double raw(RugSigns signs, std::size_t age, Symbol venue) const;

    std::array<std::array<std::array<std::uint64_t, 2>, kRugSignCount>, kAges> m_shown{};  ///< by [others, rugs]
    std::array<std::array<std::uint64_t, 2>, kAges> m_judged{};
    std::array<Calibration, kAges> m_calibration{};
    std::map<std::string_view, Count> m_venues;
    Count m_all;
};

}  // namespace core::detect
