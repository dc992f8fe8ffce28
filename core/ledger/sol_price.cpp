// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/sol_price.h"

#include "core/model/quote_asset.h"

#include <algorithm>

namespace core::ledger {

void SolPrice::apply(const Trade& trade) noexcept {
    // wSOL comes first among the quote assets, so a dollar token stands on the coin's side of the pair.
    constexpr std::uint64_t kLeastLamports = 50'000'000;
    const QuoteAsset* dollar = quoteAsset(trade.mint);
    if (dollar == nullptr || trade.quoteMint != wrappedSolMint() || trade.quoteAmount.value() < kLeastLamports)
        return;
    const double solPerDollar = trade.price().value(dollar->decimals, 9);
    if (solPerDollar <= 0) return;
    m_prices[m_next] = 1.0 / solPerDollar;
    m_next = (m_next + 1) % kKept;
    m_count = std::min(m_count + 1, kKept);
}

std::optional<double> SolPrice::dollars() const {
    if (m_count < kFewest) return std::nullopt;
    std::array<double, kKept> sorted = m_prices;
    const auto middle = sorted.begin() + static_cast<std::ptrdiff_t>(m_count / 2);
    std::nth_element(sorted.begin(), middle, sorted.begin() + static_cast<std::ptrdiff_t>(m_count));
    return *middle;
}

}  // namespace core::ledger
