// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/chart/bar_series.h"

#include <algorithm>
#include <cmath>

namespace ui {
namespace {

/// Appends bars, leaving those alone that are there already.
class Writer {
public:
    Writer(BarPyramid& bars, std::size_t at) : m_bars(bars), m_at(at) {}
    void put(const Bar& bar) {
        if (!m_changed && m_at < m_bars.size() && m_bars.at(m_at) == bar) {
            ++m_at;
            return;
        }
        if (!m_changed) m_bars.truncate(m_at);
        m_changed = true;
        m_bars.push(bar);
    }
    /// First bar that differs.
    std::size_t finish() {
        m_bars.truncate(m_changed ? m_bars.size() : m_at);
        m_bars.seal();
        return m_at;
    }
    [[nodiscard]] std::size_t written() const { return m_changed ? m_bars.size() : m_at; }

private:
    BarPyramid& m_bars;
    std::size_t m_at;
    bool m_changed = false;
};

}  // namespace

void BarSeries::clear() {
    m_blocks.clear();
    m_bars.clear();
}

std::size_t BarSeries::assign(const core::CandleBlocks& candles, const BarSource& source) {
    if (source != m_source) clear();
    m_source = source;
    const double priceScale = std::pow(10.0, source.baseDecimals - source.quoteDecimals);
    const double quoteScale = std::pow(10.0, -source.quoteDecimals);
    const double baseScale = std::pow(10.0, -source.baseDecimals);
    const auto price = [&](const core::PriceRatio& ratio) {
        return ratio.valid() ? static_cast<double>(ratio.quote) / static_cast<double>(ratio.base) * priceScale
                             : 0.0;
    };
    std::size_t block = 0;
    while (block < m_blocks.size() && block < candles.blocks.size() &&
           m_blocks[block].candles == candles.blocks[block])
        ++block;
    std::size_t from = block < m_blocks.size() ? m_blocks[block].firstBar : m_bars.size();
    m_blocks.resize(block);
    Writer writer(m_bars, from);
    for (; block < candles.blocks.size(); ++block) {
        m_blocks.push_back({candles.blocks[block], writer.written()});
        for (const core::Candle& candle : *candles.blocks[block]) {
            if (source.fillEvery != 0 && writer.written() > 0) {
                const Bar& before = m_bars.at(writer.written() - 1);
                Bar flat{.open = before.close, .high = before.close, .low = before.close, .close = before.close};
                flat.traded = false;
                flat.openTime = before.openTime + source.fillEvery;
                for (std::size_t i = 0; i < kLongestFill && flat.openTime < candle.openTime; ++i) {
                    writer.put(flat);
                    flat.openTime += source.fillEvery;
                }
            }
            Bar bar{candle.openTime,
                    price(candle.open),
                    price(candle.high),
                    price(candle.low),
                    price(candle.close),
                    static_cast<double>(candle.quoteVolume) * quoteScale,
                    static_cast<double>(candle.buyQuoteVolume) * quoteScale,
                    static_cast<double>(candle.baseVolume) * baseScale,
                    candle.buys,
                    candle.sells,
                    true};
            if (source.joined && writer.written() > 0 && bar.open > 0) {
                bar.open = m_bars.at(writer.written() - 1).close;
                bar.high = std::max(bar.high, bar.open);
                bar.low = std::min(bar.low, bar.open);
            }
            writer.put(bar);
        }
    }
    return writer.finish();
}

std::size_t BarSeries::indexAt(std::int64_t unixSeconds) const {
    std::size_t low = 0;
    std::size_t high = size();
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
