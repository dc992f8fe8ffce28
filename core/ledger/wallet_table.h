// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/hash_index.h"
#include "core/base/stable_vector.h"
#include "core/model/ids.h"

#include <array>
#include <cstdint>

namespace core::ledger {

/// A wallet's number in a WalletTable, from 0 upwards.
using WalletNumber = std::uint32_t;
inline constexpr WalletNumber kNoNumber = HashIndex::kNone;

/// Addresses by number and back: what is kept for each wallet and coin holds 4 bytes instead of 32. Entries are
/// never taken out. Thread: confined to the engine.
class WalletTable {
public:
    /// The number of an address, the next one when it is new.
    WalletNumber number(const Wallet& address);
    /// kNoNumber when it was never numbered.
    [[nodiscard]] WalletNumber find(const Wallet& address) const;
    /// The reference stays good.
    [[nodiscard]] const Wallet& address(WalletNumber number) const noexcept { return m_addresses[number]; }
    /// Brings the place of an address in the table near; its hash, for guess().
    [[nodiscard]] std::uint32_t fetch(const Wallet& address) const noexcept;
    /// The number of an address that has this hash, brought near; kNoNumber when there is none.
    [[nodiscard]] WalletNumber guess(std::uint32_t hash) const noexcept;
    [[nodiscard]] std::size_t size() const noexcept { return m_addresses.size(); }

private:
    struct Recent {
        Wallet address;
        WalletNumber number = kNoNumber;
    };

    [[nodiscard]] WalletNumber find(const Wallet& address, std::uint32_t hash) const;
    [[nodiscard]] Recent& recentOf(const Wallet& address) const noexcept;

    StableVector<Wallet, 65'536> m_addresses;
    HashIndex m_index;
    // Of one event the same two or three wallets are asked for again and again.
    mutable std::array<Recent, 16> m_recent;
};

}  // namespace core::ledger
