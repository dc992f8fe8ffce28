// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/candle.h"
#include "ui/chart/bar_pyramid.h"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace ui {

/// How candles become bars.
struct BarSource {
    int baseDecimals = 0;
    int quoteDecimals = 0;
    /// Seconds of an interval whose quiet times are shown as flat bars; 0 collapses them.
    std::uint32_t fillEvery = 0;
    /// Each bar opens at the close before it, high and low reach there: no gaps between bars of few trades.
    bool joined = false;

    friend bool operator==(const BarSource&, const BarSource&) = default;
};

/// The candle history as doubles. Sealed blocks are converted once and kept. Thread: GUI.
class BarSeries {
public:
    /// Flat bars put into one quiet time at most; a longer one is cut there.
    static constexpr std::size_t kLongestFill = 5000;

    /// Takes the candles over and tells the index of the first bar that differs from before (size() when
    /// none does). Cost: linear in the blocks that are not the same objects as before.
    std::size_t assign(const core::CandleBlocks& candles, const BarSource& source);
    void clear();

    [[nodiscard]] std::size_t size() const { return m_bars.size(); }
    [[nodiscard]] bool empty() const { return m_bars.empty(); }
    [[nodiscard]] const Bar& at(std::size_t index) const { return m_bars.at(index); }
    /// Bars [first, last) as one; the range must not be empty. Cost: O(log n).
    [[nodiscard]] Bar bucket(std::size_t first, std::size_t last) const { return m_bars.bucket(first, last); }
    [[nodiscard]] const BarPyramid& bars() const { return m_bars; }
    /// Index of the last bar that opened at or before `unixSeconds`; 0 when all opened later.
    [[nodiscard]] std::size_t indexAt(std::int64_t unixSeconds) const;

private:
    struct Block {
        std::shared_ptr<const std::vector<core::Candle>> candles;
        std::size_t firstBar = 0;
    };
    std::vector<Block> m_blocks;
    BarPyramid m_bars;
    BarSource m_source;
};

}  // namespace ui
