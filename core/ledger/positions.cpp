// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/positions.h"

namespace core::ledger {

std::uint32_t Positions::indexOf(WalletNumber wallet) const {
    return m_index.find(hashOfNumber(wallet), [&](std::uint32_t index) { return m_owners[index] == wallet; });
}

Position& Positions::of(const Wallet& wallet) {
    const WalletNumber number = m_wallets->number(wallet);
    if (const std::uint32_t known = indexOf(number); known != HashIndex::kNone) return m_held[known];
    m_index.add(hashOfNumber(number), static_cast<std::uint32_t>(m_held.size()));
    m_owners.push_back(number);
    return m_held.grow();
}

Positions::Iterator Positions::find(const Wallet& wallet) const {
    const WalletNumber number = m_wallets->find(wallet);
    const std::uint32_t known = number == kNoNumber ? HashIndex::kNone : indexOf(number);
    return known == HashIndex::kNone ? end() : Iterator{this, known};
}

}  // namespace core::ledger
