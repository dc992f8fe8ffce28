// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/positions.h"

namespace core::ledger {

std::uint32_t Positions::indexOf(WalletNumber wallet) const {
    return m_index.find(hashOfNumber(wallet), [&](std::uint32_t index) { return m_held[index].owner == wallet; });
}

Position& Positions::of(const Wallet& wallet) {
    look();
    const WalletNumber number = m_wallets->number(wallet);
    if (const std::uint32_t known = indexOf(number); known != HashIndex::kNone) return m_held[known].position;
    m_index.add(hashOfNumber(number), static_cast<std::uint32_t>(m_held.size()));
    Held& held = m_held.grow();
    held.owner = number;
    return held.position;
}

Positions::Iterator Positions::find(const Wallet& wallet) const {
    look();
    const WalletNumber number = m_wallets->find(wallet);
    const std::uint32_t known = number == kNoNumber ? HashIndex::kNone : indexOf(number);
    return known == HashIndex::kNone ? end() : Iterator{this, known};
}

void Positions::write(ByteWriter& to) const {
    for (std::size_t i = 0; i < m_held.size(); ++i) {
        to.varint(m_held[i].owner);
        m_held[i].position.write(to);
    }
}

void Positions::read(ByteReader& from) {
    for (std::size_t i = 0; i < m_sizeAway && !from.failed(); ++i) {
        const std::uint64_t owner = from.varint();
        const auto number = static_cast<WalletNumber>(owner);
        if (owner >= m_wallets->size() || indexOf(number) != HashIndex::kNone) from.fail();
        if (from.failed()) break;
        m_index.add(hashOfNumber(number), static_cast<std::uint32_t>(m_held.size()));
        Held& held = m_held.grow();
        held.owner = number;
        held.position.read(from);
    }
    if (from.failed()) {
        m_held.clear();
        m_index = {};
        return;
    }
    m_away = nullptr;
}

void Positions::leave(Thaw& thaw) {
    m_sizeAway = m_held.size();
    m_held.clear();
    m_index = {};
    m_away = &thaw;
}

void Positions::lose() noexcept {
    m_away = nullptr;
    m_held.clear();
    m_index = {};
}

}  // namespace core::ledger
