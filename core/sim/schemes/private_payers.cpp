// SPDX-License-Identifier: GPL-3.0-or-later
// Decoy: wallets without a name that pay strangers, as swap services, card top-ups and payrolls do. Whom they paid
// within the same minutes trades on, each what it likes; now and then two like the same coin.
#include "core/sim/schemes/schemes.h"
#include "core/sim/schemes/toolkit.h"

#include <algorithm>
#include <array>

namespace core::sim {
namespace {

enum Kind : std::uint32_t { Pay, Buy };

class PrivatePayers final : public Scheme {
public:
    void start(World& world) override {
        Random& random = world.random();
        m_payers.resize(random.between(5, 9));
        for (std::size_t i = 0; i < m_payers.size(); ++i) {
            Payer& payer = m_payers[i];
            payer.trader = world.newAgent(random.between(400, 1'500) * kSol);
            // Some pay two or three people in all, some a new one every few seconds.
            payer.meanMs = random.heavyTail(6'000, 120'000);
            payer.relays = random.chance(300);
            schedule(world, Pay, i, inSeconds(world, 2, 90), 0);
        }
    }

    void act(World& world, const Action& action) override {
        if (m_payments.act(world, action) || m_exits.act(world, action)) return;
        if (action.kind == Pay)
            pay(world, action.a);
        else
            buy(world, action);
    }

private:
    struct Payer {
        TraderId trader = 0;
        std::uint64_t meanMs = 0;
        bool relays = false;  ///< pays over a wallet of its own
    };
    struct Paid {
        TraderId trader = 0;
        std::size_t payer = 0;
        std::int64_t atNs = 0;
        bool bought = false;
    };

    static void schedule(World& world, Kind kind, std::size_t number, std::int64_t atNs, std::uint64_t b) {
        Action action;
        action.kind = kind;
        action.a = number;
        action.b = b;
        action.atNs = atNs;
        world.schedule(action);
    }

    void pay(World& world, std::size_t number) {
        Random& random = world.random();
        const Payer& payer = m_payers[number];
        schedule(world, Pay, number,
                 world.now() + static_cast<std::int64_t>(500 + random.waiting(payer.meanMs)) * kMillisecond, 0);
        Paid one;
        one.trader = world.newAgent(0);
        one.payer = number;
        std::vector<TraderId> path{payer.trader};
        if (payer.relays) path.push_back(world.newAgent(0));
        path.push_back(one.trader);
        one.atNs = m_payments.send(world, std::move(path), withdrawal(random, random.heavyTail(kSol / 4, 8 * kSol)),
                                   world.now(), 1, 20);
        m_paid.push_back(one);
        schedule(world, Buy, m_paid.size() - 1,
                 one.atNs + static_cast<std::int64_t>(4'000 + random.waiting(70'000)) * kMillisecond,
                 random.between(1, 3));
    }

    // b = coins left to buy.
    void buy(World& world, const Action& action) {
        Random& random = world.random();
        Paid& one = m_paid[action.a];
        const TokenId token = popularToken(world, 2);
        const std::uint64_t share = world.balance(one.trader) / (action.b + 1);
        if (token != 0 &&
            world.buy(token, one.trader, typed(random, around(random, share, 200)), ordinaryStyle(world, true))
                .done) {
            if (!one.bought) {
                one.bought = true;
                for (std::size_t i = action.a > 60 ? action.a - 60 : 0; i < m_paid.size(); ++i)
                    if (i != action.a && m_paid[i].bought && m_paid[i].payer == one.payer)
                        m_pairs.add(world, m_paid[i].trader, one.trader);
            }
            const std::size_t sale = m_exits.open("", "", ~std::uint64_t{0});
            m_exits.plan(world, sale, token, one.trader, random.between(1, 2),
                         world.now() + static_cast<std::int64_t>(12'000 + random.waiting(110'000)) * kMillisecond,
                         20);
        }
        if (action.b > 1)
            schedule(world, Buy, action.a,
                     world.now() + static_cast<std::int64_t>(8'000 + random.waiting(90'000)) * kMillisecond,
                     action.b - 1);
    }

    std::vector<Payer> m_payers;
    std::vector<Paid> m_paid;
    UnrelatedPairs m_pairs{250};
    Payments m_payments;
    Exits m_exits;
};

}  // namespace

std::unique_ptr<Scheme> makePrivatePayers() {
    return std::make_unique<PrivatePayers>();
}

}  // namespace core::sim
