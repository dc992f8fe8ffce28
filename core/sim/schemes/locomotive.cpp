// SPDX-License-Identifier: GPL-3.0-or-later
// Wallets that others follow: after each of a leader's buys some of its followers buy the same coin within seconds,
// each by its own habits. The followers have nothing to do with each other and trade for themselves too.
#include "core/sim/schemes/schemes.h"
#include "core/sim/schemes/toolkit.h"

#include <string>

namespace core::sim {
namespace {

enum Kind : std::uint32_t { Lead, Follow, Alone };

class Locomotive final : public Scheme {
public:
    void start(World& world) override {
        Random& random = world.random();
        m_trains.resize(random.between(1, 2));
        for (std::size_t i = 0; i < m_trains.size(); ++i) {
            Train& train = m_trains[i];
            train.cluster = world.truth().openCluster("lead_crowd");
            train.leader = world.newAgent(random.between(150, 400) * kSol);
            train.pace = random.between(25, 80);
            for (std::uint64_t n = random.between(12, 30); n > 0; --n) {
                Follower follower;
                follower.trader = world.newAgent(random.between(8, 60) * kSol);
                follower.permille = static_cast<std::uint32_t>(random.between(180, 650));
                follower.lagMs = random.between(800, 7'000);
                follower.ticket = random.heavyTail(kSol / 20, 2 * kSol);
                train.followers.push_back(follower);
                Action alone;
                alone.kind = Alone;
                alone.a = i;
                alone.b = train.followers.size() - 1;
                alone.atNs = inSeconds(world, 5, 90);
                world.schedule(alone);
            }
            Action lead;
            lead.kind = Lead;
            lead.a = i;
            lead.atNs = inSeconds(world, 12, 40);
            world.schedule(lead);
        }
    }

    void act(World& world, const Action& action) override {
        if (m_exits.act(world, action)) return;
        switch (action.kind) {
            case Lead: lead(world, action); break;
            case Follow: follow(world, action); break;
            case Alone: alone(world, action); break;
            default: break;
        }
    }

private:
    struct Follower {
        TraderId trader = 0;
        std::uint32_t permille = 0;
        std::uint64_t lagMs = 0, ticket = 0;
    };
    struct Train {
        std::size_t cluster = 0;
        TraderId leader = 0;
        std::uint64_t pace = 0;  ///< seconds between the leader's buys
        std::vector<Follower> followers;
        bool followed = false;
    };

    void lead(World& world, const Action& action) {
        Random& random = world.random();
        Train& train = m_trains[action.a];
        Action next = action;
        next.atNs =
            world.now() + static_cast<std::int64_t>(6'000 + random.waiting(train.pace * 1'000)) * kMillisecond;
        world.schedule(next);
        const TokenId token = popularToken(world, 4, 200);
        if (token == 0 || world.token(token)->held(train.leader) != 0) return;
        if (!buyAs(world, token, train.leader, typed(random, random.between(800, 4'500) * (kSol / 1'000)),
                   ordinaryStyle(world, true))
                 .done)
            return;
        sellLater(world, token, train.leader, 45);
        for (std::size_t i = 0; i < train.followers.size(); ++i) {
            const Follower& one = train.followers[i];
            if (!random.chance(one.permille)) continue;
            Action follow;
            follow.kind = Follow;
            follow.token = token;
            follow.a = action.a;
            follow.b = i;
            // Most within ten seconds, with a long tail of those who read the message late.
            follow.atNs = world.now() + static_cast<std::int64_t>(400 + random.waiting(one.lagMs)) * kMillisecond;
            world.schedule(follow);
        }
    }

    void follow(World& world, const Action& action) {
        Train& train = m_trains[action.a];
        const Follower& one = train.followers[action.b];
        const Token* token = world.token(action.token);
        if (token == nullptr) return;
        if (!world
                 .buy(action.token, one.trader, typed(world.random(), around(world.random(), one.ticket, 200)),
                      ordinaryStyle(world, true))
                 .done)
            return;
        Truth& truth = world.truth();
        const std::string mint{token->mint.text()};
        truth.tagWallet(world.wallet(train.leader).text(), "lead_wallet", "");
        truth.join(train.cluster, world.wallet(train.leader).text(), mint);
        truth.join(train.cluster, world.wallet(one.trader).text(), mint);
        sellLater(world, action.token, one.trader, 60);
    }

    // A follower's own idea.
    void alone(World& world, const Action& action) {
        Random& random = world.random();
        const Follower& one = m_trains[action.a].followers[action.b];
        const TokenId token = popularToken(world, 3, 300);
        if (token != 0 &&
            world.buy(token, one.trader, typed(random, around(random, one.ticket, 250)), ordinaryStyle(world, true))
                .done)
            sellLater(world, token, one.trader, 60);
        Action next = action;
        next.atNs = world.now() + static_cast<std::int64_t>(20'000 + random.waiting(160'000)) * kMillisecond;
        world.schedule(next);
    }

    void sellLater(World& world, TokenId token, TraderId trader, std::uint64_t about) {
        Random& random = world.random();
        const std::size_t sale = m_exits.open("", "", ~std::uint64_t{0});
        m_exits.plan(world, sale, token, trader, random.between(1, 2),
                     world.now() + static_cast<std::int64_t>(9'000 + random.waiting(about * 1'000)) * kMillisecond,
                     15);
    }

    std::vector<Train> m_trains;
    Exits m_exits;
};

}  // namespace

std::unique_ptr<Scheme> makeLocomotive() {
    return std::make_unique<Locomotive>();
}

}  // namespace core::sim
