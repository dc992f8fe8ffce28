// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/candle.h"

#include <cstddef>
#include <cstdint>
#include <memory>
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
    std::uint64_t buys = 0;
    std::uint64_t sells = 0;
};

/// The candle history as doubles. Sealed blocks are converted once and kept. Thread: GUI.
class BarSeries {
public:
    /// Cost: linear in the blocks that are not the same objects as before.
    void assign(const core::CandleBlocks& candles, int baseDecimals, int quoteDecimals);
    void clear();

    [[nodiscard]] std::size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] const Bar& at(std::size_t index) const {
        return m_blocks[index / core::CandleBlocks::kBlockSize].bars[index % core::CandleBlocks::kBlockSize];
    }
    /// Bars [first, last) as one; the range must not be empty.
    [[nodiscard]] Bar bucket(std::size_t first, std::size_t last) const;
    /// Index of the last bar that opened at or before `unixSeconds`; 0 when all opened later.
    [[nodiscard]] std::size_t indexAt(std::int64_t unixSeconds) const;

private:
    struct Block {
        std::shared_ptr<const std::vector<core::Candle>> source;
        std::vector<Bar> bars;
    };
    std::vector<Block> m_blocks;
    std::size_t m_size = 0;
    int m_baseDecimals = 0;
    int m_quoteDecimals = 0;
};

}  // namespace ui
