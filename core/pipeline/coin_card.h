// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/pipeline/token_people.h"

#include <cstddef>
#include <cstdint>
#include <optional>

namespace core::pipeline {

/// One chip of a card: a part of the supply, and the statement that it comes from. Shares are 0..1.
struct ChipShare {
    std::optional<double> held;    ///< of supply, by these wallets, now; unknown when it cannot be known
    std::optional<double> bought;  ///< of supply, ever; unknown likewise
    /// Nothing was stated where a statement would have been made from this share on: it is less than this.
    std::optional<double> below;
    std::size_t wallets = 0;
    double confidence = 0;         ///< of the statement; 0 without one
    std::optional<FlagRef> flag;   ///< what opens; empty: nothing was stated
    std::optional<Slot> statedAt;  ///< slot of the last statement

    friend bool operator==(const ChipShare&, const ChipShare&) = default;
};

/// That a coin looks like one that was there before.
struct CopyMark {
    std::optional<Mint> first;            ///< the coin that it looks like
    std::optional<std::int64_t> olderBy;  ///< seconds; unknown when a creation time is
    std::uint32_t rank = 0;               ///< its place among the coins of this name or file, from 2
    double confidence = 0;
    FlagRef flag;

    friend bool operator==(const CopyMark&, const CopyMark&) = default;
};

/// What the creator launched before, this coin counted, as far as it was seen.
struct CreatorTotals {
    std::size_t created = 0;
    std::size_t judged = 0;  ///< of them, those that the next two are taken over: the newest
    std::size_t graduated = 0;
    std::optional<double> bestPeak;  ///< highest market cap of any of them in quote units of this coin

    friend bool operator==(const CreatorTotals&, const CreatorTotals&) = default;
};

/// What the flags of a coin come to on one card. Immutable; shared by pictures until something changes.
struct CoinCard {
    ChipShare sniper;   ///< bought in the creation slot or right behind it
    ChipShare bundler;  ///< bought side by side in one block
    ChipShare rat;      ///< holds what came from the dev side without a purchase
    ChipShare fresh;    ///< of the first buyers whose beginning is known, those new to the chain; held = that share
    ChipShare dev;
    ChipShare cluster;                ///< the one that holds most
    std::uint32_t clusterNumber = 0;  ///< 0: none was found
    std::size_t clusters = 0;
    std::optional<CopyMark> copy;
    std::uint32_t copies = 0;  ///< younger coins that look like this one
    std::optional<CreatorTotals> creator;

    friend bool operator==(const CoinCard&, const CoinCard&) = default;
};

}  // namespace core::pipeline
