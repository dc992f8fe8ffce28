// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/apart.h"

namespace core::detect {
namespace {

// Coins sent here are gone. Source: the address has no known key and the incinerator empties it.
const Wallet& incinerator() {
    static const Wallet kIncinerator = *Wallet::fromBase58("1nc1nerator11111111111111111111111111111111");
    return kIncinerator;
}

}  // namespace

Apart apartOf(const ledger::TokenLedger& coin, const intel::Intel& who, const Wallet& wallet, intel::WalletId id) {
    if (coin.isReserve(Pubkey{wallet})) return Apart::Reserve;
    if (id != intel::kNoWallet) {
        const intel::WalletFacts& facts = who.wallets()[id];
        if (facts.listed == intel::HubKind::Exchange) return Apart::Exchange;
        if (facts.listed == intel::HubKind::Infrastructure) return Apart::Service;
        if (facts.reserved) return Apart::Reserve;
    }
    return wallet == incinerator() ? Apart::Burned : Apart::No;
}

}  // namespace core::detect
