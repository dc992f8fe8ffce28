// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/holder_history.h"

#include <algorithm>

namespace core::pipeline {

void HolderHistory::restart() {
    *this = HolderHistory{};
}

void HolderHistory::move(const Wallet& wallet, std::uint32_t cluster, Int128 change) {
    Int128& balance = m_wallets[wallet];
    const bool held = balance > 0;
    balance += change;
    const bool holds = balance > 0;
    if (held != holds) m_holding = holds ? m_holding + 1 : m_holding - 1;

    const auto next = static_cast<std::uint32_t>(m_entities.size());
    const std::uint32_t entity = cluster != 0 ? m_clusters.try_emplace(cluster, next).first->second
                                              : m_alone.try_emplace(wallet, next).first->second;
    if (entity == next) m_entities.push_back(0);
    Int128& bag = m_entities[entity];
    if (bag > 0) m_bags.erase({bag, entity});
    bag += change;
    if (bag > 0) m_bags.emplace(bag, entity);
}

void HolderHistory::note(std::uint64_t supply) {
    constexpr int kLargest = 10;
    Int128 sum = 0;
    int taken = 0;
    for (auto bag = m_bags.rbegin(); bag != m_bags.rend() && taken < kLargest; ++bag, ++taken) sum += bag->first;
    const HolderPoint point{*m_time, m_holding, static_cast<double>(sum) / static_cast<double>(supply)};
    if (!m_points.empty() && m_points.back().time == point.time) {
        m_points.back() = point;
        return;
    }
    m_points.push_back(point);
    if (m_points.size() <= TokenPeople::kMostBand) return;
    // The last one stays: it is what is true now.
    std::size_t kept = 0;
    for (std::size_t i = (m_points.size() - 1) % 2; i < m_points.size(); i += 2) m_points[kept++] = m_points[i];
    m_points.resize(kept);
}

void HolderHistory::advance(const MoveJournal::Coin& coin, const Standings& standings, std::uint64_t supply) {
    if (supply == 0) return;
    const std::uint64_t end = coin.dropped + coin.moves.size();
    for (m_next = std::max(m_next, coin.dropped); m_next < end; ++m_next) {
        const Move& one = coin.moves[static_cast<std::size_t>(m_next - coin.dropped)];
        const auto found = standings.find(one.wallet);
        if (found != standings.end() && isExcluded(found->second.roles)) continue;
        // A late move belongs to an earlier second; the line tells what was known, so time does not run back.
        if (m_time && one.time > *m_time) note(supply);
        m_time = m_time ? std::max(*m_time, one.time) : one.time;
        const bool in = one.kind == MoveKind::Buy || one.kind == MoveKind::Received;
        const auto base = static_cast<Int128>(one.base);
        move(one.wallet, found == standings.end() ? 0 : found->second.cluster.number, in ? base : -base);
    }
    if (m_time) note(supply);
}

}  // namespace core::pipeline
