// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/position.h"

#include <algorithm>
#include <limits>

namespace core::ledger {
namespace {

std::int64_t clampToSigned(Int128 value) {
    constexpr auto kMost = static_cast<Int128>(std::numeric_limits<std::int64_t>::max());
    constexpr auto kLeast = static_cast<Int128>(std::numeric_limits<std::int64_t>::min());
    return static_cast<std::int64_t>(std::clamp(value, kLeast, kMost));
}

// The part of the known cost that goes with `coins` of the covered coins; both leave the position.
std::uint64_t takeCost(Position& position, std::uint64_t coins) {
    if (coins == 0) return 0;
    const std::uint64_t part = mulDiv(position.cost, coins, position.covered).value_or(position.cost);
    position.cost -= part;
    position.covered -= coins;
    return part;
}

}  // namespace

Position::Moved& Position::moved() {
    if (m_moved == nullptr) m_moved = std::make_unique<Moved>();
    return *m_moved;
}

void Position::buy(std::uint64_t coins, std::uint64_t paid) {
    bought = saturatingAdd(bought, coins);
    covered = saturatingAdd(covered, coins);
    cost = saturatingAdd(cost, paid);
    ++trades;
}

void Position::sell(std::uint64_t coins, std::uint64_t received) {
    sold = saturatingAdd(sold, coins);
    const std::uint64_t known = std::min(coins, covered);
    if (coins != known) moved().uncoveredSold = saturatingAdd(uncoveredSold(), coins - known);
    if (known != 0) {
        const std::uint64_t proceeds = mulDiv(received, known, coins).value_or(received);
        const Int128 gain = static_cast<Int128>(proceeds) - takeCost(*this, known);
        realised = clampToSigned(static_cast<Int128>(realised) + gain);
    }
    ++trades;
}

void Position::receive(std::uint64_t coins) {
    moved().in = saturatingAdd(transferredIn(), coins);
}

void Position::send(std::uint64_t coins) {
    moved().out = saturatingAdd(transferredOut(), coins);
    takeCost(*this, std::min(coins, covered));
}

}  // namespace core::ledger
