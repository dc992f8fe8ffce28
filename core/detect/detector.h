// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/ledger/token_ledger.h"
#include "core/model/alert.h"
#include "core/model/event.h"

#include <memory>
#include <string_view>
#include <vector>

namespace core::detect {

/// Looks at every event after the ledger has taken it and says what it finds. One file implements one
/// detector, one line in registry.cpp adds it. Its memory is bounded by the coins it follows.
/// Thread: confined to the engine. Same events in the same order give the same alerts.
class Detector {
public:
    Detector() = default;
    Detector(const Detector&) = delete;
    Detector& operator=(const Detector&) = delete;
    virtual ~Detector() = default;

    /// `coin` is the ledger of the event's coin, with the event applied. Appends to `out`.
    virtual void onEvent(const Event& event, const ledger::TokenLedger& coin, std::vector<Alert>& out) = 0;
};

/// A detector's entry in the table.
struct DetectorInfo {
    std::string_view kind;         ///< flag kind of interfaces section 4
    std::string_view description;  ///< one sentence with the rule and its numbers
    std::string_view version;      ///< raised whenever the rule changes
    std::unique_ptr<Detector> (*make)();
};

/// `symbol` for an alert's sentence: sanitized, or the short mint when the name is unknown.
[[nodiscard]] std::string coinName(const ledger::TokenLedger& coin);

}  // namespace core::detect
