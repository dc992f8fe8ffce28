// SPDX-License-Identifier: GPL-3.0-or-later
// Decoy: a creator's stake goes to a lock at once and is paid out in equal tranches to people who earned it. They
// get the same amounts at the same times from one wallet, and each does with it what it wants.
#include "core/sim/schemes/schemes.h"
#include "core/sim/schemes/toolkit.h"

#include <string>

namespace core::sim {
namespace {

enum Kind : std::uint32_t { Launch, Lock, Unlock };

class Vesting final : public Scheme {
public:
    void start(World& world) override { schedule(world, Launch, 0, inSeconds(world, 15, 60)); }

    void act(World& world, const Action& action) override {
        if (m_exits.act(world, action)) return;
        switch (action.kind) {
            case Launch: launch(world); break;
            case Lock: lock(world, action.a); break;
            case Unlock: unlock(world, action); break;
            default: break;
        }
    }

private:
    struct Plan {
        TraderId dev = 0, lock = 0;
        TokenId token = 0;
        std::vector<TraderId> receivers;
        std::uint64_t tranche = 0;  ///< tokens for each
        std::uint64_t everySeconds = 0;
    };

    static void schedule(World& world, Kind kind, std::size_t plan, std::int64_t atNs, std::uint64_t b = 0) {
        Action action;
        action.kind = kind;
        action.a = plan;
        action.b = b;
        action.atNs = atNs;
        world.schedule(action);
    }

    void launch(World& world) {
        Random& random = world.random();
        schedule(world, Launch, 0, inSeconds(world, 180, 400));
        Plan plan;
        plan.dev = world.newAgent(random.between(8, 20) * kSol);
        plan.lock = world.newAgent(kSol);
        plan.everySeconds = random.between(18, 50);
        for (std::uint64_t n = random.between(5, 12); n > 0; --n)
            plan.receivers.push_back(world.newAgent(random.between(kSol / 5, 9 * kSol)));
        plan.token = world.launch(plan.dev, random.between(2, 6) * kSol);
        world.truth().tagWallet(world.wallet(plan.dev).text(), "dev", world.token(plan.token)->mint.text());
        world.truth().tagWallet(world.wallet(plan.lock).text(), "infrastructure", "");
        schedule(world, Lock, m_plans.size(), inSeconds(world, 4, 25));
        m_plans.push_back(std::move(plan));
    }

    void lock(World& world, std::size_t number) {
        Random& random = world.random();
        Plan& plan = m_plans[number];
        const Token* token = world.token(plan.token);
        if (token == nullptr || !world.give(plan.token, plan.dev, plan.lock, token->held(plan.dev))) return;
        const std::uint64_t tranches = random.between(3, 6);
        plan.tranche = token->held(plan.lock) / tranches / plan.receivers.size();
        for (std::uint64_t i = 1; i <= tranches; ++i)
            for (std::size_t one = 0; one < plan.receivers.size(); ++one)
                schedule(world, Unlock, number,
                         world.now() +
                             static_cast<std::int64_t>(i * plan.everySeconds * 1'000 + one * 180) * kMillisecond,
                         one);
    }

    void unlock(World& world, const Action& action) {
        Random& random = world.random();
        const Plan& plan = m_plans[action.a];
        const TraderId receiver = plan.receivers[action.b];
        if (!world.give(plan.token, plan.lock, receiver, plan.tranche)) return;
        if (action.b != 0) m_pairs.add(world, plan.receivers[action.b - 1], receiver);
        if (!random.chance(350)) return;  // most keep most of it
        const std::size_t sale = m_exits.open("", "", ~std::uint64_t{0});
        m_exits.plan(world, sale, plan.token, receiver, random.between(1, 3),
                     world.now() + static_cast<std::int64_t>(3'000 + random.waiting(80'000)) * kMillisecond, 20);
    }

    std::vector<Plan> m_plans;
    Exits m_exits;
    UnrelatedPairs m_pairs{60};
};

}  // namespace

std::unique_ptr<Scheme> makeVesting() {
    return std::make_unique<Vesting>();
}

}  // namespace core::sim
