// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/recent_map.h"
#include "core/model/alert.h"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

namespace core::alert {

/// An alert that was raised in an earlier run, so that it is not raised again.
struct FiredKey {
    std::string rule;
    std::uint32_t version = 0;
    std::string mint;     ///< base58; empty: of no coin
    std::string subject;  ///< see Alert
    std::int64_t time = 0;
    Severity severity = Severity::Info;
};

/// Remembers what was raised and decides whether a condition that holds is news. Per coin and rule: silent for the
/// cool-down, unless it got graver; afterwards again only if the condition had failed in between, happens at one
/// moment anew, or is half as strong again. Bounded. Thread: confined.
class FiredBook {
public:
    /// A move this many times the one that was told is a clearly stronger one.
    static constexpr double kStronger = 1.5;

    /// A condition that holds.
    struct Holding {
        std::uint32_t plan = 0;
        std::uint32_t coin = 0;  ///< ordinal
        std::string subject;
        std::int64_t now = 0;
        double strength = 0;  ///< share of supply or another size; 0: none
        Severity severity = Severity::Info;
        bool instant = false;       ///< happens at one moment
        std::int64_t window = 0;    ///< seconds after which what held is over
        std::int64_t coolDown = 0;  ///< seconds
        bool old = false;           ///< remembered and not told
    };
    enum class Verdict : std::uint8_t { Fire, Repeat, Cooling, Old };

    /// `earlier`: of the rule on this coin, in an earlier run.
    [[nodiscard]] Verdict decide(const Holding& holding, std::span<const FiredKey* const> earlier);
    /// The condition was looked at and does not hold.
    void failed(std::uint32_t plan, std::uint32_t coin, const std::string& subject);
    /// Plans have other numbers from here on: `to` by old number; what became of none is forgotten.
    void renumber(const std::unordered_map<std::uint32_t, std::uint32_t>& to);

private:
    static constexpr std::size_t kMost = 100'000;
    static constexpr std::size_t kMostSubjects = 32;

    struct Fired {
        std::string subject;
        std::int64_t lastTrue = 0;
        double strength = 0;
        Severity severity = Severity::Info;
        bool standing = false;
    };
    struct OnCoin {
        std::optional<std::int64_t> last;  ///< time of the last alert
        Severity severity = Severity::Info;
        std::vector<Fired> fired;
        bool asked = false;  ///< whether earlier runs were looked at
    };

    static std::uint64_t keyOf(std::uint32_t plan, std::uint32_t coin) noexcept {
        return (std::uint64_t{plan} << 32U) | coin;
    }
    static Fired* find(OnCoin& on, const std::string& subject);

    RecentMap<std::uint64_t, OnCoin> m_on{kMost};
};

}  // namespace core::alert
