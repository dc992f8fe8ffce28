// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/wire/pool_directory.h"

#include "core/model/quote_asset.h"

#include <algorithm>

namespace core::wire {

void PoolDirectory::learn(const Pubkey& pool, const PoolSides& sides) {
    auto [entry, added] = m_pools.try_emplace(pool, sides);
    PoolSides& known = entry->second;
    if (added) {
        m_age.push_back(pool);
        m_learned.push_back(pool);
        if (m_age.size() > m_capacity) {
            m_pools.erase(m_age.front());
            m_age.pop_front();
        }
    }
    if (known.base != sides.base || known.quote != sides.quote) return;
    if (!known.baseDecimals) known.baseDecimals = sides.baseDecimals;
    if (!known.quoteDecimals) known.quoteDecimals = sides.quoteDecimals;
    const auto fixed = [](const Mint& mint, std::optional<std::uint8_t>& decimals) {
        if (const QuoteAsset* asset = quoteAsset(mint); asset != nullptr) decimals = asset->decimals;
    };
    fixed(known.base, known.baseDecimals);
    fixed(known.quote, known.quoteDecimals);
}

const PoolSides* PoolDirectory::find(const Pubkey& pool) const noexcept {
    const auto found = m_pools.find(pool);
    return found == m_pools.end() ? nullptr : &found->second;
}

void PoolDirectory::want(const Pubkey& pool) {
    constexpr std::size_t kMaxWanted = 10'000;
    if (m_wanted.size() >= kMaxWanted) return;
    if (std::find(m_wanted.begin(), m_wanted.end(), pool) != m_wanted.end()) return;
    m_wanted.push_back(pool);
}

std::vector<Pubkey> PoolDirectory::takeWanted() {
    constexpr std::size_t kMost = 100;
    const std::size_t count = std::min(kMost, m_wanted.size());
    const auto end = m_wanted.begin() + static_cast<std::ptrdiff_t>(count);
    std::vector<Pubkey> out(m_wanted.begin(), end);
    m_wanted.erase(m_wanted.begin(), end);
    return out;
}

}  // namespace core::wire
