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

}  // namespace core::sim
