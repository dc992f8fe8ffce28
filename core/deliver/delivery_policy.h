// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/alert.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <string>

namespace core::deliver {

/// What the user wants to hear when. Every alert is listed and stored whatever stands here.
struct DeliverySettings {
    std::size_t perHour = 30;  ///< what goes beyond is folded into one statement
    /// Minutes of the local day; from after to runs over midnight. Equal: never quiet.
    int quietFrom = 0;
    int quietTo = 0;
    std::optional<std::int64_t> disturbNotBefore{};            ///< do not disturb until then, Unix seconds
    std::optional<Severity> passesQuiet = Severity::Critical;  ///< from here on quiet hours do not hold back
    std::map<Mint, std::int64_t> mutedCoins{};                 ///< until when
    std::map<std::string, std::int64_t> mutedRules{};
};

/// Decides which alerts are delivered now; kept apart from which ones fire. Thread: confined.
class DeliveryPolicy {
public:
    enum class Verdict : std::uint8_t { Deliver, Quiet, DoNotDisturb, Muted, Folded };

    explicit DeliveryPolicy(DeliverySettings settings = {}) : m_settings(std::move(settings)) {}
    void set(DeliverySettings settings) { m_settings = std::move(settings); }
    [[nodiscard]] const DeliverySettings& settings() const noexcept { return m_settings; }

    /// `now`: Unix seconds; `localMinute`: of the day, 0 to 1439.
    [[nodiscard]] Verdict decide(const Alert& alert, std::int64_t now, int localMinute);
    /// One statement for all that was folded, once there is room for it: "12 more alerts: 7 dev_dump, 5
    /// cluster_dump."
    [[nodiscard]] std::optional<Alert> takeFolded(std::int64_t now);

private:
    [[nodiscard]] bool isQuiet(int localMinute) const;
    void forget(std::int64_t now);

    DeliverySettings m_settings;
    std::deque<std::int64_t> m_delivered;  ///< times of the last hour
    std::map<std::string, std::uint64_t> m_folded;
    Severity m_gravest = Severity::Info;
};

}  // namespace core::deliver
