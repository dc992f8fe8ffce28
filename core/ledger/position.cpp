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

namespace {

constexpr std::uint8_t kBuyer = 1;
constexpr std::uint8_t kMoved = 2;

}  // namespace

void Position::write(ByteWriter& to) const {
    to.byte(static_cast<std::uint8_t>((isBuyer ? kBuyer : 0) | (m_moved ? kMoved : 0)));
    for (const std::uint64_t part : {bought, sold, covered, cost, std::uint64_t{trades}}) to.varint(part);
    to.signedVarint(realised);
    if (!m_moved) return;
    for (const std::uint64_t part : {m_moved->in, m_moved->out, m_moved->uncoveredSold}) to.varint(part);
}

void Position::read(ByteReader& from) {
    const auto has = from.integer<std::uint8_t>();
    if (has > (kBuyer | kMoved)) from.fail();
    isBuyer = (has & kBuyer) != 0;
    for (std::uint64_t* part : {&bought, &sold, &covered, &cost}) *part = from.varint();
    const std::uint64_t count = from.varint();
    if (count > std::numeric_limits<std::uint32_t>::max()) from.fail();
    trades = static_cast<std::uint32_t>(count);
    realised = from.signedVarint();
    m_moved.reset();
    if ((has & kMoved) == 0) return;
    for (std::uint64_t* part : {&moved().in, &moved().out, &moved().uncoveredSold}) *part = from.varint();
}

}  // namespace core::ledger
