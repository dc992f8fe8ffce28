// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/coin_people.h"

#include <cstdint>
#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace core::pipeline {

/// What a group of wallets held over time; thinned out when it grows long, so that the shape stays.
class BandSeries {
public:
    /// `inside`: the other side of a transfer is of the same group, so that nothing came in or left.
    void add(const Move& move, bool inside);
    [[nodiscard]] const std::vector<BandPoint>& points() const noexcept { return m_points; }
    [[nodiscard]] Int128 peak() const noexcept { return m_peak; }
    [[nodiscard]] std::uint64_t received() const noexcept { return m_last.received; }

private:
    std::vector<BandPoint> m_points;
    BandPoint m_last;
    Int128 m_held = 0;
    Int128 m_peak = 0;
};

/// Goes once through the moves of a coin for the marks of the chart and the bands of its clusters, and goes on
/// where it stopped. Thread: confined to the engine.
class MarkWalk {
public:
    /// Begins anew: another coin, or wallets that stand differently.
    void restart();
    void advance(const MoveJournal::Coin& coin, const Standings& standings);

    [[nodiscard]] const std::deque<TradeMark>& marks() const noexcept { return m_marks; }
    /// By cluster number; null for a cluster without moves.
    [[nodiscard]] const BandSeries* band(std::uint32_t cluster) const;
    /// The creator and the wallets linked to it.
    [[nodiscard]] const BandSeries& creator() const noexcept { return m_creator; }

private:
    std::uint64_t m_next = 0;  ///< counted from the coin's first move
    std::deque<TradeMark> m_marks;
    std::map<std::uint32_t, BandSeries> m_bands;
    BandSeries m_creator;
};

}  // namespace core::pipeline
