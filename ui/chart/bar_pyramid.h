// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/chart/block_array.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ui {

/// A candle in pixels' numbers: whole quote units.
struct Bar {
    std::int64_t openTime = 0;  ///< Unix seconds
    double open = 0;
    double high = 0;
    double low = 0;
    double close = 0;
    double volume = 0;
    double buyVolume = 0;
    double baseVolume = 0;  ///< coins
    std::uint64_t buys = 0;
    std::uint64_t sells = 0;
    bool traded = true;  ///< false: put in for a quiet time, at the close before it

    friend bool operator==(const Bar&, const Bar&) = default;
};

/// Bars with sums of 4, 16, 64 … of them, so that any stretch is one bar after O(log n) steps, with the
/// exact high and low. Thread: GUI.
class BarPyramid {
public:
    [[nodiscard]] std::size_t size() const { return m_bars.size(); }
    [[nodiscard]] bool empty() const { return m_bars.empty(); }
    [[nodiscard]] const Bar& at(std::size_t index) const { return m_bars[index]; }
    /// Bars [first, last) as one; the range must not be empty.
    [[nodiscard]] Bar bucket(std::size_t first, std::size_t last) const;

    /// Drops the bars from `size` on. Appended bars count in buckets after seal().
    void truncate(std::size_t size);
    void push(const Bar& bar) { m_bars.push(bar); }
    /// Brings the sums up to date. Cost: what was dropped and appended since.
    void seal();
    void clear();

private:
    BlockArray<Bar> m_bars;
    std::vector<BlockArray<Bar>> m_levels;  ///< [k] sums 4^(k+1) bars; whole sums only
};

}  // namespace ui
