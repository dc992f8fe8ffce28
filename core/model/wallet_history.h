// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/ids.h"
#include "core/model/time.h"

#include <cstdint>
#include <optional>
#include <vector>

namespace core {

/// How a wallet began, as far as a node's list of its signatures (getSignaturesForAddress) reaches back. Facts of
/// the chain: they say the same whenever they are asked for, but for a wallet so young that it still adds to them.
struct WalletHistory {
    /// Signatures kept from the beginning on; more say no more.
    static constexpr std::size_t kFirst = 10;

    Wallet wallet;
    bool complete = false;  ///< the list reached the wallet's first signature
    std::uint64_t listed = 0;
    std::optional<Signature> oldest;
    std::optional<std::int64_t> oldestTime;  ///< Unix seconds
    std::vector<std::uint64_t> firstSlots;   ///< of the oldest kFirst signatures, ascending; empty unless complete

    /// Signatures before a slot, counted to kFirst; only where the history is complete.
    [[nodiscard]] std::size_t before(std::uint64_t slot) const noexcept {
        std::size_t count = 0;
        for (const std::uint64_t each : firstSlots) count += each < slot ? 1 : 0;
        return count;
    }
};

}  // namespace core
