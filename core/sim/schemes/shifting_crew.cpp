// SPDX-License-Identifier: GPL-3.0-or-later
// A crew that launches its own coins one after the other, each by a new creator, and changes half of its wallets
// every time.
#include "core/sim/schemes/crew.h"
#include "core/sim/schemes/schemes.h"

#include <algorithm>
#include <array>
#include <string>

namespace core::sim {
namespace {

class ShiftingCrew final : public CrewScheme {
    std::uint64_t crewCount(Random& random) override { return random.between(1, 2); }
    std::uint32_t takesPermille() const override { return 0; }

    Crew recruit(World& world) override {
        Random& random = world.random();
        Crew crew;
        crew.treasury = world.newAgent(random.between(300, 900) * kSol);
        for (std::uint64_t n = random.between(3, 6) * 2; n > 0; --n) crew.wallets.push_back(world.newAgent(0));
        crew.hops = random.below(3);
        crew.fundingSpan = random.between(5, 40);
        crew.ticket = random.between(400, 2'400) * (kSol / 1'000);
        crew.spread = random.between(20, 330);
        crew.rounds = random.chance(500);
        crew.buyWithin = random.between(1, 14);
        crew.holdAbout = random.between(20, 70);
        return crew;
    }

    std::int64_t fund(World& world, Crew& crew) override {
        Random& random = world.random();
        std::int64_t ready = world.now() + 2 * kSecond;
        for (const TraderId wallet : crew.wallets) {
            const std::uint64_t needed = withdrawal(random, crew.ticket + crew.ticket / 3 + kSol / 20);
            if (world.balance(wallet) > needed) continue;
            std::vector<TraderId> path;
            // Half comes from an exchange, so that no funder stands behind all of them.
            if (random.chance(500)) {
                path = {world.exchange(random.below(4)), wallet};
            } else {
                path.push_back(crew.treasury);
                for (std::uint64_t hop = 0; hop < crew.hops; ++hop) path.push_back(world.newAgent(0));
                path.push_back(wallet);
            }
            ready = std::max(ready, m_payments.send(world, std::move(path), needed,
                                                    inSeconds(world, 0, crew.fundingSpan), 1, 15));
        }
        return ready;
    }

    void regroup(World& world, Crew& crew) override {
        Random& random = world.random();
        for (std::size_t i = crew.wallets.size(); i > 1; --i)
            std::swap(crew.wallets[i - 1], crew.wallets[random.below(i)]);
        for (std::size_t i = 0; i < crew.wallets.size() / 2; ++i) crew.wallets[i] = world.newAgent(0);
    }

    TokenId launchOwn(World& world, Crew& crew) override {
        Random& random = world.random();
        // The creator is paid just before, or has waited with its own money since before anyone looked.
        const bool paid = random.chance(500);
        const TraderId dev = world.newAgent(paid ? 0 : random.between(kSol, 3 * kSol));
        if (paid) world.pay(crew.treasury, std::array{Payment{dev, withdrawal(random, kSol)}});
        const TokenId token = world.launch(dev, random.between(50, 900) * (kSol / 1'000));
        world.truth().tagWallet(world.wallet(dev).text(), "dev", world.token(token)->mint.text());
        return token;
    }

    TraderId sweepTo(World& world, const Crew& crew) override {
        return world.random().chance(400) ? crew.treasury : 0;
    }
};

}  // namespace

std::unique_ptr<Scheme> makeShiftingCrew() {
    return std::make_unique<ShiftingCrew>();
}

}  // namespace core::sim
