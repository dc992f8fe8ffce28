// SPDX-License-Identifier: GPL-3.0-or-later
// Cabals that one private wallet pays for, over 0 to 3 wallets between, before every coin.
#include "core/sim/schemes/crew.h"
#include "core/sim/schemes/schemes.h"

#include <algorithm>
#include <array>

namespace core::sim {
namespace {

class FundedCabal final : public CrewScheme {
    std::uint64_t crewCount(Random& random) override { return random.between(2, 3); }

    Crew recruit(World& world) override {
        Random& random = world.random();
        Crew crew;
        crew.treasury = world.newAgent(random.between(150, 600) * kSol);
        for (std::uint64_t n = random.between(5, 12); n > 0; --n) crew.wallets.push_back(world.newAgent(0));
        crew.hops = random.below(4);
        crew.fundingSpan = random.heavyTail(6, 120);
        crew.ticket = random.between(300, 3'200) * (kSol / 1'000);
        crew.spread = random.chance(400) ? random.between(5, 60) : random.between(100, 330);
        crew.rounds = random.chance(500);
        crew.buyWithin = random.heavyTail(3, 50);
        crew.holdAbout = random.between(25, 120);
        return crew;
    }

    std::int64_t fund(World& world, Crew& crew) override {
        Random& random = world.random();
        const auto span = static_cast<std::int64_t>(crew.fundingSpan * 1'000'000'000);
        // Without wallets between, some pay everyone in one transaction.
        const bool together = crew.hops == 0 && random.chance(250);
        std::vector<Payment> all;
        std::int64_t ready = world.now();
        std::vector<TraderId> shared;
        for (const TraderId wallet : crew.wallets) {
            const std::uint64_t needed = withdrawal(random, crew.ticket + crew.ticket / 3 + kSol / 20);
            if (world.balance(wallet) > needed) continue;
            if (together) {
                all.push_back({wallet, needed});
                continue;
            }
            // A wallet between serves one or two of them.
            std::vector<TraderId> path{crew.treasury};
            if (shared.empty() || random.chance(600)) {
                shared.clear();
                for (std::uint64_t hop = 0; hop < crew.hops; ++hop) shared.push_back(world.newAgent(0));
                path.insert(path.end(), shared.begin(), shared.end());
            } else {
                path.insert(path.end(), shared.begin(), shared.end());
                shared.clear();
            }
            path.push_back(wallet);
            const std::int64_t at =
                world.now() + static_cast<std::int64_t>(random.below(static_cast<std::uint64_t>(span)));
            ready = std::max(ready, m_payments.send(world, std::move(path), needed, at, 1, 35));
        }
        if (!all.empty()) world.pay(crew.treasury, all);
        return ready;
    }
};

}  // namespace

std::unique_ptr<Scheme> makeFundedCabal() {
    return std::make_unique<FundedCabal>();
}

}  // namespace core::sim
