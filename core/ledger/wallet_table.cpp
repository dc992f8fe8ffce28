// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/wallet_table.h"

#include "core/base/secret_hash.h"

#include <cstring>

namespace core::ledger {
namespace {

// Of a size known here: a few words side by side, where the comparison of arrays calls a function.
bool same(const Wallet& a, const Wallet& b) noexcept {
    return std::memcmp(a.bytes().data(), b.bytes().data(), Wallet::kSize) == 0;
}

}  // namespace

WalletTable::Recent& WalletTable::recentOf(const Wallet& address) const noexcept {
    return m_recent[address.bytes()[8] % m_recent.size()];
}

WalletNumber WalletTable::find(const Wallet& address, std::uint32_t hash) const {
    return m_index.find(hash, [&](WalletNumber number) { return same(m_addresses[number], address); });
}

WalletNumber WalletTable::number(const Wallet& address) {
    Recent& recent = recentOf(address);
    if (recent.number != kNoNumber && same(recent.address, address)) return recent.number;
    const std::uint32_t hash = secretHash(address.bytes());
    WalletNumber number = find(address, hash);
    if (number == kNoNumber) {
        number = static_cast<WalletNumber>(m_addresses.size());
        m_addresses.grow() = address;
        m_index.add(hash, number);
    }
    recent = {address, number};
    return number;
}

std::uint32_t WalletTable::fetch(const Wallet& address) const noexcept {
    const std::uint32_t hash = secretHash(address.bytes());
    m_index.fetch(hash);
    return hash;
}

WalletNumber WalletTable::guess(std::uint32_t hash) const noexcept {
    const WalletNumber number = m_index.guess(hash);
    if (number != kNoNumber) __builtin_prefetch(&m_addresses[number]);
    return number;
}

WalletNumber WalletTable::find(const Wallet& address) const {
    Recent& recent = recentOf(address);
    if (recent.number != kNoNumber && same(recent.address, address)) return recent.number;
    const WalletNumber number = find(address, secretHash(address.bytes()));
    if (number != kNoNumber) recent = {address, number};
    return number;
}

}  // namespace core::ledger
