// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/candle_series.h"

#include "core/base/checked_math.h"

#include <algorithm>

namespace core::ledger {
namespace {

std::int64_t bucketOf(std::int64_t time, std::int64_t seconds) {
    // Floor, also before the epoch: event lines may carry any time.
    const std::int64_t quotient = time / seconds - (time % seconds < 0 ? 1 : 0);
    return quotient * seconds;
}

Candle emptyBar(std::int64_t openTime) {
    Candle bar;
    bar.openTime = openTime;
    return bar;
}

}  // namespace

void CandleSeries::add(const TradePoint& trade) {
    ++m_version;
    if (m_spec.trades != 0) {
        if (m_candles.empty() || m_tradesInLast == m_spec.trades) {
            m_candles.push_back(emptyBar(trade.time));
            m_tradesInLast = 0;
        }
        ++m_tradesInLast;
        merge(m_candles.size() - 1, trade);
        return;
    }
    const std::int64_t bucket = bucketOf(trade.time, m_spec.seconds);
    if (m_candles.empty() || m_candles.back().openTime < bucket) {
        m_candles.push_back(emptyBar(bucket));
        merge(m_candles.size() - 1, trade);
        return;
    }
    const auto at = std::lower_bound(m_candles.begin(), m_candles.end(), bucket,
                                     [](const Candle& bar, std::int64_t time) { return bar.openTime < time; });
    const auto index = static_cast<std::size_t>(at - m_candles.begin());
    if (at->openTime != bucket) m_candles.insert(at, emptyBar(bucket));
    merge(index, trade);
}

void CandleSeries::merge(std::size_t index, const TradePoint& trade) {
    touch(index);
    Candle& bar = m_candles[index];
    const PriceRatio price{trade.quote, trade.base};
    if (price.valid()) {
        if (!bar.open.valid()) {
            bar.open = bar.high = bar.low = bar.close = price;
            bar.openKey = bar.closeKey = trade.key;
        } else {
            if (trade.key < bar.openKey) bar.open = price, bar.openKey = trade.key;
            if (!(trade.key < bar.closeKey)) bar.close = price, bar.closeKey = trade.key;
            if (bar.high < price) bar.high = price;
            if (price < bar.low) bar.low = price;
        }
    }
    bar.baseVolume = saturatingAdd(bar.baseVolume, trade.base);
    bar.quoteVolume = saturatingAdd(bar.quoteVolume, trade.quote);
    if (trade.side == Side::Buy) {
        bar.buyQuoteVolume = saturatingAdd(bar.buyQuoteVolume, trade.quote);
        ++bar.buys;
    } else {
        ++bar.sells;
    }
}

void CandleSeries::touch(std::size_t index) {
    m_firstDirty = std::min(m_firstDirty, index);
}

CandleBlocks CandleSeries::blocks() {
    constexpr std::size_t kSize = CandleBlocks::kBlockSize;
    const std::size_t count = (m_candles.size() + kSize - 1) / kSize;
    m_blocks.blocks.resize(count);
    // Without a change the last block, though not full, is still the right one.
    const std::size_t first = m_firstDirty < m_candles.size() ? m_firstDirty / kSize : count;
    for (std::size_t block = first; block < count; ++block) {
        const auto begin = m_candles.begin() + static_cast<std::ptrdiff_t>(block * kSize);
        const auto end =
            m_candles.begin() + static_cast<std::ptrdiff_t>(std::min((block + 1) * kSize, m_candles.size()));
        m_blocks.blocks[block] = std::make_shared<const std::vector<Candle>>(begin, end);
    }
    m_firstDirty = m_candles.size();
    return m_blocks;
}

}  // namespace core::ledger
