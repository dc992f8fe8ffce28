// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/pipeline/coin_graph.h"
#include "core/pipeline/coin_people.h"

namespace core::pipeline {

/// The graph of a coin: its clusters with all their wallets, its largest holders, who paid for them, and what links
/// them. `standings` names every wallet with the coin. Cost: the coin's positions and moves once, and the links of
/// what is shown. Thread: the engine's.
[[nodiscard]] CoinGraph coinGraph(const CoinScene& scene, const Standings& standings, const GraphWish& wish);

}  // namespace core::pipeline
