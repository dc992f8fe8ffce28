// SPDX-License-Identifier: GPL-3.0-or-later
// Cabals whose wallets are paid from an exchange's hot wallet that everybody uses, within seconds to half an hour,
// and pay out to another exchange. Nothing but time, amounts and what they buy joins them.
#include "core/sim/schemes/crew.h"
#include "core/sim/schemes/schemes.h"

#include <algorithm>

namespace core::sim {
namespace {

class ExchangeCabal final : public CrewScheme {
    std::uint64_t crewCount(Random& random) override { return random.between(2, 3); }

    Crew recruit(World& world) override {
        Random& random = world.random();
        Crew crew;
        crew.treasury = world.exchange(random.below(4));
        for (std::uint64_t n = random.between(4, 10); n > 0; --n) crew.wallets.push_back(world.newAgent(0));
        crew.fundingSpan = random.heavyTail(8, 1'800);
        crew.ticket = random.between(300, 2'500) * (kSol / 1'000);
        crew.spread = random.chance(300) ? random.between(10, 60) : random.between(100, 330);
        crew.rounds = random.chance(500);
        crew.buyWithin = random.heavyTail(3, 60);
        crew.holdAbout = random.between(25, 150);
        return crew;
    }

    std::int64_t fund(World& world, Crew& crew) override {
        Random& random = world.random();
        std::int64_t ready = world.now();
        for (const TraderId wallet : crew.wallets) {
            const std::uint64_t needed = withdrawal(random, crew.ticket + crew.ticket / 3 + kSol / 20);
            if (world.balance(wallet) > needed) continue;
            const auto delay = static_cast<std::int64_t>(random.below(crew.fundingSpan * 1'000'000'000));
            ready =
                std::max(ready, m_payments.send(world, {crew.treasury, wallet}, needed, world.now() + delay, 0, 0));
        }
        // Later rounds are topped up faster: most of the money is still there.
        crew.fundingSpan = std::max<std::uint64_t>(crew.fundingSpan / 2, 8);
        return ready;
    }

    TraderId sweepTo(World& world, const Crew&) override {
        return world.random().chance(250) ? world.exchange(world.random().below(4)) : 0;
    }
};

}  // namespace

std::unique_ptr<Scheme> makeExchangeCabal() {
    return std::make_unique<ExchangeCabal>();
}

}  // namespace core::sim
