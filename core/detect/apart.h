// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intel/intel.h"
#include "core/ledger/token_ledger.h"

#include <cstdint>
#include <vector>

namespace core::detect {

/// Why coins at an address have no holder of their own.
enum class Apart : std::uint8_t {
    No,        ///< a holder
    Reserve,   ///< in the curve or a pool
    Exchange,  ///< held for customers
    Service,   ///< listed infrastructure, lockers among it
    Burned,    ///< at the incinerator
};

/// `id`: the wallet's number, kNoWallet when nothing is known of it. Only what the address list names holds for
/// others: a wallet with many counterparties may be a dev's. Thread: confined to the engine.
[[nodiscard]] Apart apartOf(const ledger::TokenLedger& coin, const intel::Intel& who, const Wallet& wallet,
                            intel::WalletId id);

/// apartOf() for many holders of one coin: their addresses are looked at only where something speaks for it. Both
/// references must outlive it, and nothing may be applied meanwhile.
class ApartLook {
public:
    ApartLook(const ledger::TokenLedger& coin, const intel::Intel& who);
    /// `owner`: the ledger's number of the wallet, `id` intel's, kNoWallet when it has none.
    [[nodiscard]] Apart of(ledger::WalletNumber owner, intel::WalletId id) const;

private:
    const ledger::TokenLedger& m_coin;
    const intel::Intel& m_who;
    std::vector<ledger::WalletNumber> m_known;  ///< the coin's reserves and the incinerator
};

}  // namespace core::detect
