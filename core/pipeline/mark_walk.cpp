// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/mark_walk.h"

#include <algorithm>
#include <limits>

namespace core::pipeline {
namespace {

constexpr Roles kCreatorSide =
    static_cast<Roles>(static_cast<Roles>(Role::Creator) | static_cast<Roles>(Role::CreatorLinked));
// Tags that make a trade worth a mark; a bot's trades would bury the chart.
constexpr Roles kMarked =
    static_cast<Roles>(kCreatorSide | static_cast<Roles>(Role::Sniper) | static_cast<Roles>(Role::Bundler) |
                       static_cast<Roles>(Role::Insider) | static_cast<Roles>(Role::SmartMoney) |
                       static_cast<Roles>(Role::Lead) | static_cast<Roles>(Role::Tracked));

bool sameSide(const Standing& a, const Standing& b) noexcept {
    return (a.roles & kCreatorSide) != 0 && (b.roles & kCreatorSide) != 0;
}

}  // namespace

void BandSeries::add(const Move& move, bool inside) {
    switch (move.kind) {
        case MoveKind::Buy:
            m_held += move.base;
            m_last.bought = saturatingAdd(m_last.bought, move.base);
            break;
        case MoveKind::Sell:
            m_held -= move.base;
            m_last.sold = saturatingAdd(m_last.sold, move.base);
            break;
        case MoveKind::Received:
            m_held += move.base;
            if (!inside) m_last.received = saturatingAdd(m_last.received, move.base);
            break;
        case MoveKind::Sent:
            m_held -= move.base;
            if (!inside) m_last.sent = saturatingAdd(m_last.sent, move.base);
            break;
    }
    m_peak = std::max(m_peak, m_held);
    constexpr Int128 kMost = std::numeric_limits<std::int64_t>::max();
    m_last.held = static_cast<std::int64_t>(std::clamp(m_held, -kMost, kMost));
    // Late moves belong to an earlier second; a band tells what was known, so time does not run back.
    m_last.time = std::max(m_last.time, move.time);
    if (!m_points.empty() && m_points.back().time == m_last.time) {
        m_points.back() = m_last;
        return;
    }
    m_points.push_back(m_last);
    if (m_points.size() <= TokenPeople::kMostBand) return;
    std::size_t kept = 0;
    for (std::size_t i = 1; i < m_points.size(); i += 2) m_points[kept++] = m_points[i];
    const bool lastLeftOut = (m_points.size() - 1) % 2 == 0;
    m_points.resize(kept);
    if (lastLeftOut) m_points.push_back(m_last);
}

void MarkWalk::restart() {
    *this = MarkWalk{};
}

const BandSeries* MarkWalk::band(std::uint32_t cluster) const {
    const auto found = m_bands.find(cluster);
    return found == m_bands.end() ? nullptr : &found->second;
}

void MarkWalk::advance(const MoveJournal::Coin& coin, const Standings& standings) {
    const std::uint64_t end = coin.dropped + coin.moves.size();
    for (m_next = std::max(m_next, coin.dropped); m_next < end; ++m_next) {
        const std::size_t at = static_cast<std::size_t>(m_next - coin.dropped);
        const Move& move = coin.moves[at];
        const auto found = standings.find(move.wallet);
        if (found == standings.end()) continue;
        const Standing& standing = found->second;
        const bool creators = (standing.roles & kCreatorSide) != 0;
        if (!standing.cluster && !creators && (standing.roles & kMarked) == 0) continue;
        const Move* other = nullptr;
        if (move.kind == MoveKind::Sent && at + 1 < coin.moves.size() &&
            coin.moves[at + 1].kind == MoveKind::Received)
            other = &coin.moves[at + 1];
        if (move.kind == MoveKind::Received && at > 0 && coin.moves[at - 1].kind == MoveKind::Sent)
            other = &coin.moves[at - 1];
        Standing counterpart;
        if (other != nullptr && other->base == move.base && other->time == move.time)
            if (const auto known = standings.find(other->wallet); known != standings.end())
                counterpart = known->second;
        if (standing.cluster) m_bands[standing.cluster.number].add(move, counterpart.cluster == standing.cluster);
        if (creators) m_creator.add(move, sameSide(standing, counterpart));
        m_marks.push_back({move.time, move.slot, move.kind, move.base, move.quote, move.wallet, standing.roles,
                           standing.cluster});
        if (m_marks.size() > TokenPeople::kMostMarks) m_marks.pop_front();
    }
}

}  // namespace core::pipeline
