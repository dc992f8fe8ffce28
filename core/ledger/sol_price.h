// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/event.h"

#include <array>
#include <cstddef>
#include <optional>

namespace core::ledger {

/// US dollars for one SOL, from the trades of SOL against USDC, USDT and USD1 that the feed itself shows: the
/// median of the last ones that are large enough not to be dust, so that one odd trade moves nothing.
/// Thread: confined.
class SolPrice {
public:
    /// Takes any trade; those of other pairs change nothing.
    void apply(const Trade& trade) noexcept;
    /// Unknown until at least kFewest trades were seen.
    [[nodiscard]] std::optional<double> dollars() const;

    static constexpr std::size_t kFewest = 3;

private:
    static constexpr std::size_t kKept = 31;
    std::array<double, kKept> m_prices{};
    std::size_t m_count = 0;
    std::size_t m_next = 0;
};

}  // namespace core::ledger
