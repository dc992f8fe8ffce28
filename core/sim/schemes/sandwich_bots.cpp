// SPDX-License-Identifier: GPL-3.0-or-later
// Decoy: bots that buy right before somebody's trade and sell right behind it, and bots that turn a coin over
// within one slot. Flat at the end of every slot, and nobody's accomplice.
#include "core/sim/schemes/schemes.h"
#include "core/sim/schemes/toolkit.h"

#include <array>

namespace core::sim {
namespace {

class SandwichBots final : public Scheme {
public:
    void start(World& world) override {
        Random& random = world.random();
        for (TraderId& bot : m_bots) {
            bot = world.newAgent(random.between(200, 700) * kSol);
            world.truth().tagWallet(world.wallet(bot).text(), "bot", "");
        }
        for (TraderId& one : m_public) one = world.newAgent(random.between(10, 90) * kSol);
        m_meanMs = random.between(5'000, 14'000);
        schedule(world);
    }

    void act(World& world, const Action& action) override {
        if (m_exits.act(world, action)) return;
        schedule(world);
        Random& random = world.random();
        const TokenId token = popularToken(world, 5);
        if (token == 0) return;
        const TraderId bot = random.pick(m_bots);
        if (world.token(token)->held(bot) != 0) return;
        TradeStyle first = hastyStyle(world, true);
        first.router = static_cast<std::uint8_t>(random.below(4));
        const TradeResult front = world.buy(token, bot, random.between(500, 5'000) * (kSol / 1'000), first);
        if (!front.done) return;
        if (random.chance(800)) {
            const TraderId victim = random.pick(m_public);
            TradeStyle between = ordinaryStyle(world, true);
            between.contiguous = true;
            if (world.buy(token, victim, random.between(300, 3'000) * (kSol / 1'000), between).done) {
                m_pairs.add(world, bot, victim);
                // The victims keep what they bought and sell it much later.
                const std::size_t sale = m_exits.open("", "", ~std::uint64_t{0});
                m_exits.plan(
                    world, sale, token, victim, 1,
                    world.now() + static_cast<std::int64_t>(20'000 + random.waiting(90'000)) * kMillisecond, 9);
            }
        }
        TradeStyle last = first;
        last.exactIn = false;
        last.contiguous = true;
        world.sell(token, bot, front.tokens, last);
    }

private:
    void schedule(World& world) {
        Action action;
        action.atNs =
            world.now() + static_cast<std::int64_t>(500 + world.random().waiting(m_meanMs)) * kMillisecond;
        world.schedule(action);
    }

    std::array<TraderId, 5> m_bots{};
    std::array<TraderId, 40> m_public{};
    std::uint64_t m_meanMs = 8'000;
    UnrelatedPairs m_pairs{120};
    Exits m_exits;
};

}  // namespace

std::unique_ptr<Scheme> makeSandwichBots() {
    return std::make_unique<SandwichBots>();
}

}  // namespace core::sim
