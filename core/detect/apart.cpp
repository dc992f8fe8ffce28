// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/apart.h"

#include <algorithm>

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

ApartLook::ApartLook(const ledger::TokenLedger& coin, const intel::Intel& who) : m_coin(coin), m_who(who) {
    const ledger::WalletTable& numbers = coin.positions.wallets();
    const auto know = [&](const Wallet& wallet) {
        const ledger::WalletNumber number = numbers.find(wallet);
        if (number != ledger::kNoNumber) m_known.push_back(number);
    };
    for (const Pubkey& reserve : coin.reserveAddresses()) know(Wallet{reserve});
    know(incinerator());
}

Apart ApartLook::of(ledger::WalletNumber owner, intel::WalletId id) const {
    const bool known = std::find(m_known.begin(), m_known.end(), owner) != m_known.end();
    if (!known && (id == intel::kNoWallet || !m_who.wallets().apart(id))) return Apart::No;
    return apartOf(m_coin, m_who, m_coin.positions.wallets().address(owner), id);
}

}  // namespace core::detect
