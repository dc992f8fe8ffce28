// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/scheme.h"

#include <memory>

namespace core::sim {

/// People who buy what is talked about, take profit, and lose interest.
[[nodiscard]] std::unique_ptr<Scheme> makeOrganicCrowd();
/// Bots that buy in the slot of the creation and sell within a minute.
[[nodiscard]] std::unique_ptr<Scheme> makeSnipers();
/// Deployers: they launch, buy first, and then dump, take some profit, or hold.
[[nodiscard]] std::unique_ptr<Scheme> makeDevs();
/// Trades at exact intervals, for tests that count.
[[nodiscard]] std::unique_ptr<Scheme> makeMetronome();

// Schemes with something to find. What each writes into the truth stands at the top of its file.
[[nodiscard]] std::unique_ptr<Scheme> makeCreationBlock();
[[nodiscard]] std::unique_ptr<Scheme> makeFundedCabal();
[[nodiscard]] std::unique_ptr<Scheme> makeExchangeCabal();
[[nodiscard]] std::unique_ptr<Scheme> makeShiftingCrew();
[[nodiscard]] std::unique_ptr<Scheme> makeWashRing();
[[nodiscard]] std::unique_ptr<Scheme> makeLocomotive();
[[nodiscard]] std::unique_ptr<Scheme> makeDripDump();
[[nodiscard]] std::unique_ptr<Scheme> makeTwoStepRug();
[[nodiscard]] std::unique_ptr<Scheme> makeLiquidityPull();
[[nodiscard]] std::unique_ptr<Scheme> makeRushPump();

// Decoys: what looks like one of them and is not.
[[nodiscard]] std::unique_ptr<Scheme> makeExchangeCustomers();
[[nodiscard]] std::unique_ptr<Scheme> makeCopyTraders();
[[nodiscard]] std::unique_ptr<Scheme> makeBotUsers();
[[nodiscard]] std::unique_ptr<Scheme> makeDustSpam();
[[nodiscard]] std::unique_ptr<Scheme> makePrivatePayers();
[[nodiscard]] std::unique_ptr<Scheme> makeSandwichBots();
[[nodiscard]] std::unique_ptr<Scheme> makeViralLaunch();
[[nodiscard]] std::unique_ptr<Scheme> makeVesting();
[[nodiscard]] std::unique_ptr<Scheme> makeMarketMaker();

}  // namespace core::sim
