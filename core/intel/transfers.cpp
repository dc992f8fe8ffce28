// SPDX-License-Identifier: GPL-3.0-or-later
// Links from coins that moved without a trade, and from proceeds that end in one place. Source: detection section
// 4.2, families transfer and same_cashout.
#include "core/intel/intel.h"

#include <algorithm>
#include <cmath>

namespace core::intel {
namespace {

// A bag: this share of supply, as a divisor. Source: detection section 4.3.
constexpr std::uint64_t kBagDivisor = 1'000;
// A wallet that sends a coin to more than this many is an airdrop or a payer of wages.
constexpr std::uint32_t kMostFanOut = 5;
constexpr float kTransfer = 9.5F;
constexpr std::size_t kMostCashiers = 10;
constexpr double kMostCashOut = 6;

}  // namespace

void Intel::onTokenTransfer(const EventHeader& at, const TokenTransfer& transfer, const ledger::TokenLedger& coin,
                            std::int64_t time) {
    if (transfer.from == transfer.to) return;
    if (!coin.supply || transfer.amount.value() < *coin.supply / kBagDivisor || transfer.amount.value() == 0)
        return;
    const WalletId from = m_wallets.id(transfer.from, time);
    const WalletId to = m_wallets.id(transfer.to, time);
    if (m_wallets[from].reserved || m_wallets[to].reserved) return;
    std::uint32_t& sends = m_activity[coin.ordinal()].sends[from];
    if (sends > kMostFanOut) return;
    ++sends;
    // A holder of a bag is a party, not an address that something passes through.
    m_wallets.facts(from).trades = true;
    m_wallets.facts(to).trades = true;
    party(from, coin);
    party(to, coin);
    m_wallets.meet(from, to);
    checkHub(from);
    checkHub(to);
    if (sends > kMostFanOut) {
        // What it gave to the first few said no more than what it gives to the others.
        m_links.drop(from);
        return;
    }
    if (m_wallets.lastingHub(from) != HubKind::None || m_wallets.lastingHub(to) != HubKind::None) return;
    m_links.add(from, to, LinkKind::Transfer, kTransfer, kTransfer,
                {LinkKind::Transfer, at.signature, at.slot, transfer.amount.value()});
    m_links.shareCoin(from, to);
}

void Intel::cashOut(const EventHeader& at, WalletId from, WalletId to, std::uint64_t lamports) {
    std::uint64_t& proceeds = m_wallets.facts(from).proceeds;
    if (proceeds == 0 || lamports < proceeds / 2) return;
    proceeds = 0;
    ++m_cashOuts;
    std::vector<WalletId>& senders = m_cashiers[to];
    if (senders.size() >= kMostCashiers || std::find(senders.begin(), senders.end(), from) != senders.end()) return;
    const double share = (2.0 + static_cast<double>(senders.size())) / (2.0 + static_cast<double>(m_cashOuts));
    const auto llr = static_cast<float>(std::min(kMostCashOut, std::log(0.3 / share)));
    if (llr >= 1) {
        for (const WalletId other : senders)
            m_links.set(from, other, LinkKind::SameCashout, llr,
                        {LinkKind::SameCashout, at.signature, at.slot, lamports});
    }
    senders.push_back(from);
    m_wallets.facts(to).cashiers = static_cast<std::uint8_t>(senders.size());
}

}  // namespace core::intel
