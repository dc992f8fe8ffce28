// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intel/intel.h"
#include "core/ledger/market.h"
#include "core/model/event.h"
#include "core/model/flag.h"
#include "core/model/lead.h"

#include <memory>
#include <string_view>
#include <vector>

namespace core::detect {

/// What a detector looks at: one event after ledger and intel took it, and all that is known by then.
struct Scene {
    const Event& event;
    const ledger::TokenLedger* coin;  ///< of the event's coin; null when nothing is known of it
    const ledger::Market& market;
    const intel::Intel& who;
};

/// What detectors say: flags of interfaces section 4.
struct Findings {
    std::vector<Flag> flags;
};

/// Looks at every event and says what it finds. One file implements one detector, one line in registry.cpp
/// adds it. Its memory is bounded by the coins and wallets it follows.
/// Thread: confined to the engine. Same events in the same order give the same findings.
class Detector {
public:
    Detector() = default;
    Detector(const Detector&) = delete;
    Detector& operator=(const Detector&) = delete;
    virtual ~Detector() = default;

    virtual void onEvent(const Scene& scene, Findings& out) = 0;
    /// A trade of the wallet in the coin comes soon: brings near where its state is looked for, then, some events
    /// later, the state. Changes nothing; never called where events come one at a time.
    virtual void fetchPlace(std::uint32_t /*coin*/, intel::WalletId /*wallet*/) const {}
    virtual void fetchState(std::uint32_t /*coin*/, intel::WalletId /*wallet*/) const {}
    /// Called after onEvent when the event closed groups of buys of one slot, with every group.
    virtual void onSlotGroup(const Scene&, const intel::SlotGroup&, Findings&) {}
    /// Called with every statement of every detector, its own too, before it is kept. `scene` is that of the event
    /// behind it; its coin need not be the flag's.
    virtual void onFlag(const Scene&, const Flag&, Findings&) {}
    /// Called when a node told how a wallet began; `scene` is the youngest moment seen and has no coin.
    virtual void onHistory(const Scene&, const WalletHistory&, Findings&) {}
    /// Pairs of a leader and a follower as they stand now, by leader and follower.
    [[nodiscard]] virtual std::vector<Lead> leads(const intel::Intel&) const { return {}; }
};

/// A detector's entry in the table.
struct DetectorInfo {
    std::string_view kind;         ///< flag kind of interfaces section 4
    std::string_view description;  ///< one sentence with the rule and its numbers
    std::string_view version;      ///< raised whenever the rule changes
    std::unique_ptr<Detector> (*make)();
};

/// `symbol` for a sentence: sanitized, or the short mint when the name is unknown.
[[nodiscard]] std::string coinName(const ledger::TokenLedger& coin);

/// A flag of `kind` about the coin as of the event.
[[nodiscard]] Flag flagOf(std::string_view kind, const Scene& scene);

/// A trade or transfer as evidence.
[[nodiscard]] Evidence evidenceOf(std::string_view kind, const EventHeader& at, std::vector<Wallet> wallets,
                                  std::optional<TokenAmount> amount, std::string text);

}  // namespace core::detect
