// SPDX-License-Identifier: GPL-3.0-or-later
#include "chart_input.h"

#include "core/model/quote_asset.h"

#include <algorithm>
#include <cmath>

namespace bench {
namespace {

constexpr std::uint64_t kCoins = 1'000'000'000'000ULL;
constexpr std::int64_t kFirst = 1'795'000'000;

/// A linear congruential generator of 32 bits: the other side of the comparison computes the same.
class Walk {
public:
    double part() {
        m_state = m_state * 1664525U + 1013904223U;
        return static_cast<double>(m_state) / 4294967296.0;
    }

private:
    std::uint32_t m_state = 7;
};

core::PriceRatio ratio(double price) {
    return {static_cast<std::uint64_t>(std::llround(price * 1e15)), kCoins};
}

}  // namespace

std::shared_ptr<core::pipeline::TokenDetail> walkDetail(std::size_t bars) {
    auto out = std::make_shared<core::pipeline::TokenDetail>();
    out->row.mint = core::wrappedSolMint();
    out->row.mintText = out->row.mint.base58();
    out->row.symbol = "BENCH";
    out->row.quoteMint = core::wrappedSolMint();
    out->row.marketCapQuote = 400;
    out->bars = {1, 0};
    out->candleVersion = 1;
    Walk walk;
    double price = 1e-6;
    std::vector<core::Candle> block;
    for (std::size_t i = 0; i < bars; ++i) {
        core::Candle candle;
        candle.openTime = kFirst + static_cast<std::int64_t>(i);
        const double open = price;
        price = std::clamp(price * (1 + (walk.part() - 0.5) * 0.02), 1e-7, 1e-5);
        candle.open = ratio(open);
        candle.close = ratio(price);
        candle.high = ratio(std::max(open, price) * (1 + walk.part() * 0.005));
        candle.low = ratio(std::min(open, price) * (1 - walk.part() * 0.005));
        candle.quoteVolume = static_cast<std::uint64_t>(walk.part() * 5e9) + 1;
        candle.buyQuoteVolume = static_cast<std::uint64_t>(static_cast<double>(candle.quoteVolume) * walk.part());
        candle.baseVolume = kCoins;
        candle.buys = 10;
        candle.sells = 8;
        block.push_back(candle);
        if (block.size() == core::CandleBlocks::kBlockSize || i + 1 == bars) {
            out->candles.blocks.push_back(std::make_shared<const std::vector<core::Candle>>(std::move(block)));
            block.clear();
        }
    }
    out->row.price = out->candles.at(bars - 1).close;
    return out;
}

void moveLast(core::pipeline::TokenDetail& detail, int step) {
    auto block = *detail.candles.blocks.back();
    core::Candle& last = block.back();
    const auto span = static_cast<std::int64_t>(last.high.quote - last.low.quote);
    last.close.quote = last.low.quote + static_cast<std::uint64_t>(span * (step % 17) / 17);
    ++last.buys;
    detail.candles.blocks.back() = std::make_shared<const std::vector<core::Candle>>(std::move(block));
    ++detail.candleVersion;
}

void appendBar(core::pipeline::TokenDetail& detail) {
    core::Candle next = detail.candles.at(detail.candles.size() - 1);
    ++next.openTime;
    if (detail.candles.blocks.back()->size() == core::CandleBlocks::kBlockSize) {
        detail.candles.blocks.push_back(std::make_shared<const std::vector<core::Candle>>(1, next));
    } else {
        auto block = *detail.candles.blocks.back();
        block.push_back(next);
        detail.candles.blocks.back() = std::make_shared<const std::vector<core::Candle>>(std::move(block));
    }
    ++detail.candleVersion;
}

std::shared_ptr<ui::ChartPeople> walkPeople(const core::pipeline::TokenDetail& detail, std::size_t count,
                                            std::size_t clusters) {
    auto out = std::make_shared<ui::ChartPeople>();
    const std::size_t bars = detail.candles.size();
    for (std::size_t i = 0; i < count; ++i) {
        ui::ChartMarker marker;
        marker.time = detail.candles.at(i * bars / count).openTime;
        marker.move = i % 3 != 0 ? ui::MarkerMove::Buy : ui::MarkerMove::Sell;
        marker.kind = static_cast<ui::MarkerKind>(i % ui::kMarkerKinds);
        marker.cluster = marker.kind == ui::MarkerKind::Cluster ? static_cast<std::uint32_t>(i % clusters + 1) : 0;
        marker.text = QStringLiteral("wallet %1").arg(i);
        out->markers.push_back(marker);
    }
    for (std::size_t c = 0; c < clusters; ++c) {
        ui::PositionBand band;
        band.cluster = static_cast<std::uint32_t>(c + 1);
        for (std::size_t i = 0; i < 100; ++i)
            band.points.push_back(
                {detail.candles.at(i * bars / 100).openTime, 0.02 + 0.0003 * static_cast<double>(i), 0.005});
        out->bands.push_back(std::move(band));
    }
    return out;
}

}  // namespace bench
