// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/bar_series.h"

#include <algorithm>
#include <cmath>

namespace ui {

void BarSeries::clear() {
    m_blocks.clear();
    m_size = 0;
}

void BarSeries::assign(const core::CandleBlocks& candles, int baseDecimals, int quoteDecimals) {
    if (baseDecimals != m_baseDecimals || quoteDecimals != m_quoteDecimals) clear();
    m_baseDecimals = baseDecimals;
    m_quoteDecimals = quoteDecimals;
    const double priceScale = std::pow(10.0, baseDecimals - quoteDecimals);
    const double quoteScale = std::pow(10.0, -quoteDecimals);
    const auto price = [&](const core::PriceRatio& ratio) {
        return ratio.valid() ? static_cast<double>(ratio.quote) / static_cast<double>(ratio.base) * priceScale
                             : 0.0;
    };
    m_blocks.resize(candles.blocks.size());
    m_size = 0;
    for (std::size_t i = 0; i < m_blocks.size(); ++i) {
        Block& block = m_blocks[i];
        const auto& source = candles.blocks[i];
        if (block.source != source) {
            block.source = source;
            block.bars.clear();
            block.bars.reserve(source->size());
            for (const core::Candle& candle : *source)
                block.bars.push_back({candle.openTime, price(candle.open), price(candle.high), price(candle.low),
                                      price(candle.close), static_cast<double>(candle.quoteVolume) * quoteScale,
                                      static_cast<double>(candle.buyQuoteVolume) * quoteScale, candle.buys,
                                      candle.sells});
        }
        m_size += block.bars.size();
    }
}

Bar BarSeries::bucket(std::size_t first, std::size_t last) const {
    Bar out = at(first);
    for (std::size_t i = first + 1; i < last; ++i) {
        const Bar& bar = at(i);
        out.high = std::max(out.high, bar.high);
        out.low = std::min(out.low, bar.low);
        out.close = bar.close;
        out.volume += bar.volume;
        out.buyVolume += bar.buyVolume;
        out.buys += bar.buys;
        out.sells += bar.sells;
    }
    return out;
}

std::size_t BarSeries::indexAt(std::int64_t unixSeconds) const {
    std::size_t low = 0;
    std::size_t high = m_size;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (at(middle).openTime <= unixSeconds)
            low = middle + 1;
        else
            high = middle;
    }
    return low == 0 ? 0 : low - 1;
}

}  // namespace ui
