// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intel/intel.h"
#include "core/ledger/market.h"
#include "core/pipeline/flag_index.h"
#include "core/pipeline/move_journal.h"
#include "core/pipeline/wallet_page.h"

#include <span>
#include <unordered_map>
#include <vector>

namespace core::pipeline {

/// What the pages of wallets and crews are made from. Thread: confined to the engine.
struct WalletScene {
    const ledger::Market& market;
    const intel::Intel& who;
    const MoveJournal& journal;
    const FlagIndex& flags;
    const std::unordered_map<Wallet, std::vector<Mint>>& created;  ///< coins by creator, in order of arrival
    std::span<const Lead> leads;
    std::optional<Mint> open;  ///< the coin that is open
};

/// Everything that was seen of a wallet. Cost: the moves of its coins, at most kMostWalkedMoves.
[[nodiscard]] WalletPage walletPage(const WalletScene& scene, const Wallet& wallet);
inline constexpr std::size_t kMostWalkedMoves = 400'000;

/// The cluster of a wallet over all its launches; nothing while it is in none. Cost: the moves of its newest
/// CrewPassport::kMostLaunches launches, at most kMostWalkedMoves.
[[nodiscard]] std::optional<CrewPassport> crewPassport(const WalletScene& scene, const Wallet& member);

/// Who is followed. Cost: the pairs, and a few prices of each.
[[nodiscard]] LeadBoard leadBoard(const WalletScene& scene);

/// What is said of a wallet over all coins, hubs among it.
[[nodiscard]] Roles rolesOver(const WalletScene& scene, const Wallet& wallet, intel::WalletId id);
/// A coin as the creator's record tells it.
[[nodiscard]] CreatorCoin createdCoin(const WalletScene& scene, const Mint& mint);

}  // namespace core::pipeline
