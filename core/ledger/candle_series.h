// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/point_log.h"
#include "core/model/candle.h"

#include <cstdint>
#include <vector>

namespace core::ledger {

/// The bars of one token at one interval.
/// Time bars do not depend on the order of arrival: a trade that comes late goes into the bar of its time,
/// opens and closes are decided by OrderKey, so every split and every permutation of the same trades gives
/// the same bars. N-trade bars follow arrival. Cost: O(1) for the newest bar, O(log n) for an older one,
/// O(n) when a late trade opens a bar in the past. Thread: confined.
class CandleSeries {
public:
    explicit CandleSeries(BarSpec spec) : m_spec(spec) {}

    /// Adds one trade; a trade without coins has no price and only counts its quote volume.
    void add(const TradePoint& trade);

    [[nodiscard]] const BarSpec& spec() const noexcept { return m_spec; }
    [[nodiscard]] const std::vector<Candle>& candles() const noexcept { return m_candles; }
    /// Changes with every add.
    [[nodiscard]] std::uint64_t version() const noexcept { return m_version; }
    /// The bars as shared blocks; blocks without a change since the last call are the same objects.
    [[nodiscard]] CandleBlocks blocks();

private:
    void merge(std::size_t index, const TradePoint& trade);
    void touch(std::size_t index);

    BarSpec m_spec;
    std::vector<Candle> m_candles;
    CandleBlocks m_blocks;
    std::size_t m_firstDirty = 0;  ///< first candle changed since blocks()
    std::uint32_t m_tradesInLast = 0;
    std::uint64_t m_version = 0;
};

}  // namespace core::ledger
