// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sim/scheme.h"
#include "core/sim/schemes/toolkit.h"

#include <cstdint>
#include <vector>

namespace core::sim {

/// Wallets under one control that buy and sell together, coin after coin.
struct Crew {
    std::size_t cluster = 0;  ///< in the truth
    TraderId treasury = 0;
    std::vector<TraderId> wallets;
    std::uint64_t hops = 0;         ///< wallets between treasury and buyer
    std::uint64_t fundingSpan = 0;  ///< seconds over which the wallets are paid
    std::uint64_t ticket = 0;       ///< lamports of one buy, about
    std::uint64_t spread = 0;       ///< permille between the buys
    bool rounds = true;             ///< enters amounts as people do
    std::uint64_t buyWithin = 0;    ///< seconds between the first and the last buy
    std::uint64_t holdAbout = 0;    ///< seconds
    bool waiting = false;           ///< paid, and looking for a coin
};

/// The course of such crews: get paid, wait for a coin, buy, hold, sell together, start over. How they are paid and
/// where they find the coin is what the schemes built on it differ in. Thread: confined.
class CrewScheme : public Scheme {
public:
    void start(World& world) final;
    void launched(World& world, TokenId token) final;
    void act(World& world, const Action& action) final;

protected:
    /// A crew with its wallets; called once for each.
    virtual Crew recruit(World& world) = 0;
    virtual std::uint64_t crewCount(Random& random) = 0;
    /// Sends the wallets their money; returns when the last of it arrives.
    virtual std::int64_t fund(World& world, Crew& crew) = 0;
    /// Called between two coins.
    virtual void regroup(World&, Crew&) {}
    /// Chance that a crew that waits takes a coin that somebody launches; 0 = launches its own.
    virtual std::uint32_t takesPermille() const { return 300; }
    /// Where a wallet's money goes after the sale; 0 = stays.
    virtual TraderId sweepTo(World&, const Crew& crew) { return crew.treasury; }
    /// Launches a coin of the crew's own.
    virtual TokenId launchOwn(World&, Crew&) { return 0; }

    Payments m_payments;

private:
    enum Kind : std::uint32_t { Prepare, Ready, Buy };

    void prepare(World& world, std::size_t number);
    void strike(World& world, std::size_t number, TokenId token);
    void buy(World& world, const Action& action);

    struct Raid {
        std::size_t crew = 0, sale = 0;
        std::int64_t sellFromNs = 0;
        std::uint64_t parts = 1;
    };
    std::vector<Crew> m_crews;
    std::vector<Raid> m_raids;
    Exits m_exits;
};

}  // namespace core::sim
