// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/intel/intel.h"
#include "core/model/alert.h"
#include "core/model/flag.h"

#include <span>
#include <string>

namespace core::pipeline {

// The parts of an analysis, each one JSON object. Source: interfaces section 4. Thread: any.

/// FLAG: what `last` says, since when `first` stood. `only`: as a tag of that wallet, which then names the coin and
/// not the other wallets; null for the coin.
void appendFlagJson(const Flag& first, const Flag& last, const Wallet* only, std::string& out);

/// A cluster with its members, links and, of `coins`, those that two of its members hold or held.
void appendClusterJson(const intel::Cluster& group, const intel::Intel& who,
                       std::span<const ledger::TokenLedger* const> coins, std::string& out);

void appendAlertJson(const Alert& alert, std::string& out);

}  // namespace core::pipeline
