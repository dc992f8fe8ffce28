// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/wallet_table.h"

#include "core/base/checked_math.h"

#include <array>
#include <cstring>
#include <random>

namespace core::ledger {
namespace {

// Addresses in a file may be made up to fall on one place; that needs numbers which nobody outside knows. No
// result depends on them.
const std::array<std::uint64_t, 4>& secret() {
    static const std::array<std::uint64_t, 4> instance = [] {
        std::random_device device;
        std::array<std::uint64_t, 4> out{};
        for (std::uint64_t& word : out) word = (std::uint64_t{device()} << 32U) | device();
        return out;
    }();
    return instance;
}

std::uint64_t fold(std::uint64_t a, std::uint64_t b) {
    const Uint128 product = static_cast<Uint128>(a) * b;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64U);
}

}  // namespace

std::uint32_t WalletTable::hashOf(const Wallet& address) noexcept {
    const std::array<std::uint64_t, 4>& key = secret();
    std::array<std::uint64_t, 4> word{};
    static_assert(sizeof word == Wallet::kSize);
    std::memcpy(word.data(), address.bytes().data(), sizeof word);
    const std::uint64_t mixed = fold(word[0] ^ key[0], word[1] ^ key[1]) ^ fold(word[2] ^ key[2], word[3] ^ key[3]);
    return static_cast<std::uint32_t>(mixed ^ (mixed >> 32U));
}

WalletNumber WalletTable::number(const Wallet& address) {
    const std::uint32_t hash = hashOf(address);
    if (const WalletNumber known = find(address, hash); known != kNoNumber) return known;
    const auto number = static_cast<WalletNumber>(m_addresses.size());
    m_addresses.grow() = address;
    m_index.add(hash, number);
    return number;
}

WalletNumber WalletTable::find(const Wallet& address) const {
    return find(address, hashOf(address));
}

}  // namespace core::ledger
