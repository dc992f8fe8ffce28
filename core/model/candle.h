// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/model/price.h"

#include <compare>
#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace core {

/// Place of a trade in the one order that candles and ledgers are built in: (slot, transaction index,
/// path), arrival last. A part that the feed lacks is the maximum, so arrival decides.
struct OrderKey {
    std::uint64_t slot = 0;
    std::uint64_t txIndex = 0;
    std::uint64_t path = 0;
    std::uint64_t arrival = 0;

    friend constexpr auto operator<=>(const OrderKey&, const OrderKey&) noexcept = default;
};

/// One K-line bar. Prices are execution prices of trades, exact; volumes are raw units held at 2^64-1.
/// Source: solana-wire section 17 (candle price).
struct Candle {
    std::int64_t openTime = 0;  ///< Unix seconds; start of the interval, or of the first trade of an N-trade bar
    PriceRatio open;
    PriceRatio high;
    PriceRatio low;
    PriceRatio close;
    std::uint64_t baseVolume = 0;
    std::uint64_t quoteVolume = 0;
    std::uint64_t buyQuoteVolume = 0;
    std::uint32_t buys = 0;
    std::uint32_t sells = 0;
    OrderKey openKey;   ///< of the trade that opened it
    OrderKey closeKey;  ///< of the trade that closed it
};

/// How trades become bars: every `seconds`, or every `trades` trades. Exactly one is not zero.
struct BarSpec {
    std::uint32_t seconds = 0;
    std::uint32_t trades = 0;

    friend constexpr auto operator<=>(const BarSpec&, const BarSpec&) noexcept = default;

    /// "1s", "5m", "4h", "1d", "100t".
    [[nodiscard]] std::string text() const;
    /// Reads the same forms; 1 s to 30 d, 1 to 100,000 trades. Errors: BadValue.
    [[nodiscard]] static Result<BarSpec> parse(std::string_view text);
};

/// A candle history cut into blocks: sealed ones are shared between snapshots, only the last is rebuilt.
/// Bars are in ascending time; every block but the last is full.
struct CandleBlocks {
    static constexpr std::size_t kBlockSize = 256;
    std::vector<std::shared_ptr<const std::vector<Candle>>> blocks;

    [[nodiscard]] std::size_t size() const noexcept {
        return blocks.empty() ? 0 : (blocks.size() - 1) * kBlockSize + blocks.back()->size();
    }
    [[nodiscard]] const Candle& at(std::size_t index) const noexcept {
        return (*blocks[index / kBlockSize])[index % kBlockSize];
    }
};

}  // namespace core
