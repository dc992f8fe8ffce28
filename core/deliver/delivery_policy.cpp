// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/deliver/delivery_policy.h"

#include <fmt/format.h>

#include <algorithm>

namespace core::deliver {
namespace {

constexpr std::int64_t kHour = 3'600;

template <class Key>
bool isMuted(const std::map<Key, std::int64_t>& muted, const Key& key, std::int64_t now) {
    const auto found = muted.find(key);
    return found != muted.end() && now < found->second;
}

}  // namespace

bool DeliveryPolicy::isQuiet(int localMinute) const {
    const auto [from, to] = std::pair(m_settings.quietFrom, m_settings.quietTo);
    if (from == to) return false;
    if (from < to) return localMinute >= from && localMinute < to;
    return localMinute >= from || localMinute < to;
}

void DeliveryPolicy::forget(std::int64_t now) {
    // A clock that was set back keeps nobody silent for longer than an hour.
    std::erase_if(m_delivered, [&](std::int64_t time) { return time + kHour <= now || time > now; });
}

DeliveryPolicy::Verdict DeliveryPolicy::decide(const Alert& alert, std::int64_t now, int localMinute) {
    if (m_settings.disturbNotBefore && now < *m_settings.disturbNotBefore) return Verdict::DoNotDisturb;
    if (alert.mint && isMuted(m_settings.mutedCoins, *alert.mint, now)) return Verdict::Muted;
    if (isMuted(m_settings.mutedRules, alert.rule, now)) return Verdict::Muted;
    const bool passes = m_settings.passesQuiet && alert.severity >= *m_settings.passesQuiet;
    if (isQuiet(localMinute) && !passes) return Verdict::Quiet;
    forget(now);
    if (m_delivered.size() >= m_settings.perHour) {
        ++m_folded[alert.rule];
        m_gravest = std::max(m_gravest, alert.severity);
        return Verdict::Folded;
    }
    m_delivered.push_back(now);
    return Verdict::Deliver;
}

std::optional<Alert> DeliveryPolicy::takeFolded(std::int64_t now) {
    if (m_folded.empty()) return std::nullopt;
    forget(now);
    if (m_delivered.size() >= m_settings.perHour && m_settings.perHour != 0) return std::nullopt;
    std::uint64_t count = 0;
    std::string list;
    for (const auto& [rule, times] : m_folded) {
        count += times;
        list += fmt::format("{}{} {}", list.empty() ? "" : ", ", times, rule);
    }
    Alert out;
    out.rule = "more_alerts";
    out.kind = "more_alerts";
    out.severity = m_gravest;
    out.confidence = 1;
    out.time = BlockTime{now};
    out.text = fmt::format("{} more alert{}: {}.", count, count == 1 ? "" : "s", list);
    m_folded.clear();
    m_gravest = Severity::Info;
    m_delivered.push_back(now);
    return out;
}

}  // namespace core::deliver
