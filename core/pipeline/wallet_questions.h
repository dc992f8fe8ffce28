// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/model/flag.h"
#include "core/pipeline/engine.h"
#include "core/pipeline/wallet_lookup.h"

#include <optional>
#include <unordered_map>

namespace core::pipeline {

/// Decides which wallets a node is asked about: how early buyers and those of a large share began, and who paid for
/// them up to 3 hops back, until a hub; what the creator of the open coin launched before; where bags of a flagged
/// coin went.
/// Thread: confined to the engine.
class WalletQuestions {
public:
    /// `bags`: the feed does not show transfers. Both must outlive it.
    WalletQuestions(WalletLookup& lookup, const Engine& engine, bool bags)
        : m_lookup(lookup), m_engine(engine), m_bags(bags) {}

    /// An event of the feed itself, after the ledger took it.
    void onEvent(const Event& event, const ledger::TokenLedger& coin);
    /// A transfer of SOL that came with an answer.
    void onPayment(const SolTransfer& transfer);
    void onFlag(const Flag& flag);
    /// The coin on the screen; asks about its creator and its largest buyers when it is another one.
    void open(const std::optional<Mint>& mint);

private:
    struct Asked {
        int hops;  ///< from a buyer
        Mint mint;
        double share;
    };
    void ask(const Wallet& wallet, const Mint& mint, double share, int hops);
    void askCreator(const ledger::TokenLedger& coin);

    WalletLookup& m_lookup;
    const Engine& m_engine;
    const bool m_bags;
    std::optional<Mint> m_open;
    std::unordered_map<Wallet, Asked> m_asked;
};

}  // namespace core::pipeline
