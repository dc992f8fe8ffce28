// SPDX-License-Identifier: GPL-3.0-or-later
// Decoy: launches that were announced. Dozens of people wait for them with fresh wallets, several hit the
// creation's own slot, and each sells when it pleases.
#include "core/sim/schemes/schemes.h"
#include "core/sim/schemes/toolkit.h"

#include <array>
#include <string>

namespace core::sim {
namespace {

enum Kind : std::uint32_t { Announce, Launch, Buy };

class ViralLaunch final : public Scheme {
public:
    void start(World& world) override { schedule(world, Announce, 0, inSeconds(world, 5, 40)); }

    void act(World& world, const Action& action) override {
        if (m_payments.act(world, action) || m_exits.act(world, action)) return;
        switch (action.kind) {
            case Announce: announce(world); break;
            case Launch: launch(world, action.a); break;
            case Buy: buy(world, action); break;
            default: break;
        }
    }

private:
    struct Waiter {
        TraderId trader = 0;
        std::uint64_t lamports = 0;
    };
    struct Show {
        TraderId dev = 0;
        std::vector<Waiter> waiters;
        TokenId token = 0;
        TraderId last = 0;  ///< who bought before
    };

    static void schedule(World& world, Kind kind, std::size_t show, std::int64_t atNs, std::uint64_t b = 0) {
        Action action;
        action.kind = kind;
        action.a = show;
        action.b = b;
        action.atNs = atNs;
        world.schedule(action);
    }

    void announce(World& world) {
        Random& random = world.random();
        schedule(world, Announce, 0, inSeconds(world, 150, 380));
        Show show;
        show.dev = world.newAgent(random.between(3, 12) * kSol);
        const std::uint64_t lead = random.between(30, 90);  // seconds from the announcement to the launch
        for (std::uint64_t n = random.between(25, 70); n > 0; --n) {
            Waiter waiter;
            waiter.lamports = typed(random, random.heavyTail(kSol / 8, 5 * kSol));
            const bool fresh = random.chance(600);
            waiter.trader = world.newAgent(fresh ? 0 : waiter.lamports + random.between(1, 20) * kSol);
            if (fresh)
                m_payments.send(world, {world.exchange(random.below(4)), waiter.trader},
                                withdrawal(random, waiter.lamports + kSol / 20), inSeconds(world, 0, lead), 0, 0);
            show.waiters.push_back(waiter);
        }
        schedule(world, Launch, m_shows.size(), world.now() + static_cast<std::int64_t>(lead + 2) * kSecond);
        m_shows.push_back(std::move(show));
    }

    void launch(World& world, std::size_t number) {
        Random& random = world.random();
        Show& show = m_shows[number];
        show.token = world.launch(show.dev, random.between(100, 1'500) * (kSol / 1'000));
        world.truth().tagWallet(world.wallet(show.dev).text(), "dev", world.token(show.token)->mint.text());
        for (std::size_t i = 0; i < show.waiters.size(); ++i)
            schedule(world, Buy, number,
                     world.now() + static_cast<std::int64_t>(random.chance(120) ? random.between(1, 250)
                                                                                : 150 + random.waiting(12'000)) *
                                       kMillisecond,
                     i);
    }

    void buy(World& world, const Action& action) {
        Random& random = world.random();
        Show& show = m_shows[action.a];
        const Waiter& waiter = show.waiters[action.b];
        const bool hurry = random.chance(500);
        if (!buyAs(world, show.token, waiter.trader, waiter.lamports,
                   hurry ? hastyStyle(world, true) : ordinaryStyle(world, true))
                 .done)
            return;
        if (show.last != 0) m_pairs.add(world, show.last, waiter.trader);
        show.last = waiter.trader;
        const std::size_t sale = m_exits.open("", "", ~std::uint64_t{0});
        m_exits.plan(world, sale, show.token, waiter.trader, random.between(1, 3),
                     world.now() + static_cast<std::int64_t>(10'000 + random.waiting(150'000)) * kMillisecond, 30);
    }

    std::vector<Show> m_shows;
    Payments m_payments;
    Exits m_exits;
    UnrelatedPairs m_pairs{200};
};

}  // namespace

std::unique_ptr<Scheme> makeViralLaunch() {
    return std::make_unique<ViralLaunch>();
}

}  // namespace core::sim
