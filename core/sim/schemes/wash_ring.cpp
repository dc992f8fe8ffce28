// SPDX-License-Identifier: GPL-3.0-or-later
// Rings that trade a coin among themselves: what one buys another sells seconds later, so that volume grows and the
// ring's position does not.
#include "core/sim/schemes/schemes.h"
#include "core/sim/schemes/toolkit.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>

namespace core::sim {
namespace {

enum Kind : std::uint32_t { Prepare, Choose, Seed, Buy, Sell };

class WashRing final : public Scheme {
public:
    void start(World& world) override {
        Random& random = world.random();
        m_rings.resize(random.between(2, 3));
        for (std::size_t i = 0; i < m_rings.size(); ++i) {
            Ring& ring = m_rings[i];
            ring.cluster = world.truth().openCluster("wash_ring");
            ring.treasury = random.chance(400) ? world.exchange(random.below(4))
                                               : world.newAgent(random.between(80, 300) * kSol);
            ring.ticket = random.between(250, 2'000) * (kSol / 1'000);
            ring.spread = random.between(80, 320);
            ring.mismatch = random.below(9);
            ring.paceMs = random.between(900, 7'000);
            for (std::uint64_t n = random.between(3, 7); n > 0; --n) ring.wallets.push_back(world.newAgent(0));
            schedule(world, Prepare, i, inSeconds(world, 3, 40));
        }
    }

    void act(World& world, const Action& action) override {
        if (m_payments.act(world, action) || m_exits.act(world, action)) return;
        switch (action.kind) {
            case Prepare: prepare(world, action.a); break;
            case Choose: choose(world, action.a); break;
            case Seed: seed(world, action); break;
            case Buy: buy(world, action); break;
            case Sell: sell(world, action); break;
            default: break;
        }
    }

private:
    struct Ring {
        std::size_t cluster = 0;
        TraderId treasury = 0;
        std::vector<TraderId> wallets;
        std::uint64_t ticket = 0, spread = 0, mismatch = 0, paceMs = 0;
        TokenId token = 0;
        std::int64_t endNs = 0;
        std::optional<std::size_t> event;
        std::size_t leftovers = 0;
    };

    static void schedule(World& world, Kind kind, std::size_t ring, std::int64_t atNs, TraderId trader = 0,
                         std::uint64_t tokens = 0) {
        Action action;
        action.kind = kind;
        action.a = ring;
        action.b = tokens;
        action.trader = trader;
        action.atNs = atNs;
        world.schedule(action);
    }

    void prepare(World& world, std::size_t number) {
        Random& random = world.random();
        Ring& ring = m_rings[number];
        std::int64_t ready = world.now();
        for (const TraderId wallet : ring.wallets) {
            const std::uint64_t needed = withdrawal(random, ring.ticket * 4);
            if (world.balance(wallet) >= needed) continue;
            ready = std::max(
                ready, m_payments.send(world, {ring.treasury, wallet}, needed, inSeconds(world, 0, 30), 0, 0));
        }
        schedule(world, Choose, number, ready + 2 * kSecond);
    }

    void choose(World& world, std::size_t number) {
        Random& random = world.random();
        Ring& ring = m_rings[number];
        ring.token = popularToken(world, 10, 400);
        if (ring.token == 0) {
            schedule(world, Choose, number, inSeconds(world, 4, 10));
            return;
        }
        ring.event.reset();
        ring.leftovers = m_exits.open("", "", ~std::uint64_t{0});
        ring.endNs = inSeconds(world, 70, 320);
        std::int64_t at = world.now();
        for (const TraderId wallet : ring.wallets) {
            at += static_cast<std::int64_t>(random.between(300, 6'000)) * kMillisecond;
            schedule(world, Seed, number, at, wallet);
        }
        schedule(world, Buy, number, at + 2 * kSecond);
    }

    // The first position of every wallet, which later legs turn over.
    void seed(World& world, const Action& action) {
        Ring& ring = m_rings[action.a];
        const std::uint64_t ticket = around(world.random(), ring.ticket, ring.spread);
        if (world.buy(ring.token, action.trader, ticket, ordinaryStyle(world, true)).done)
            note(world, ring, action.trader, false);
    }

    void note(World& world, Ring& ring, TraderId trader, bool leg) {
        const std::string mint{world.token(ring.token)->mint.text()};
        const std::string_view wallet = world.wallet(trader).text();
        world.truth().join(ring.cluster, wallet, mint);
        if (!leg) return;
        world.truth().tagToken(mint, "wash_trading");
        if (!ring.event) ring.event = world.truth().addEvent({"wash_trading", mint, world.slot(), 0, {}});
        Truth::Event& event = world.truth().event(*ring.event);
        event.endSlot = world.slot();
        if (std::find(event.wallets.begin(), event.wallets.end(), wallet) == event.wallets.end())
            event.wallets.emplace_back(wallet);
    }

    void buy(World& world, const Action& action) {
        Random& random = world.random();
        Ring& ring = m_rings[action.a];
        const Token* token = world.token(ring.token);
        if (token == nullptr || world.now() > ring.endNs) {
            finish(world, action.a);
            return;
        }
        // Who has money buys; now and then the richest helps the poorest out.
        const auto byMoney = [&](TraderId a, TraderId b) { return world.balance(a) < world.balance(b); };
        const auto [poor, rich] = std::minmax_element(ring.wallets.begin(), ring.wallets.end(), byMoney);
        if (world.balance(*poor) < ring.ticket && random.chance(200))
            world.pay(*rich, std::array{Payment{*poor, world.balance(*rich) / 3}});
        const TraderId buyer = random.chance(500) ? *rich : ring.wallets[random.below(ring.wallets.size())];
        const TradeResult leg =
            world.buy(ring.token, buyer, around(random, ring.ticket, ring.spread), ordinaryStyle(world, true));
        if (leg.done) {
            note(world, ring, buyer, true);
            // Whoever holds most sells the same amount, nearly.
            TraderId seller = 0;
            for (const TraderId wallet : ring.wallets)
                if (wallet != buyer && (seller == 0 || token->held(wallet) > token->held(seller))) seller = wallet;
            const auto delay =
                static_cast<std::int64_t>(random.between(150, 700) + random.waiting(ring.paceMs / 2));
            schedule(world, Sell, action.a, world.now() + delay * kMillisecond, seller,
                     around(random, leg.tokens, ring.mismatch));
        }
        schedule(world, Buy, action.a,
                 world.now() + static_cast<std::int64_t>(400 + random.waiting(ring.paceMs)) * kMillisecond);
    }

    void sell(World& world, const Action& action) {
        Ring& ring = m_rings[action.a];
        if (world.token(ring.token) == nullptr || world.now() > ring.endNs + 20 * kSecond) return;
        if (world.sell(ring.token, action.trader, action.b, ordinaryStyle(world, false)).done)
            note(world, ring, action.trader, true);
    }

    // What is left goes slowly, and the ring moves on.
    void finish(World& world, std::size_t number) {
        Random& random = world.random();
        Ring& ring = m_rings[number];
        if (world.token(ring.token) != nullptr)
            for (const TraderId wallet : ring.wallets)
                m_exits.plan(world, ring.leftovers, ring.token, wallet, random.between(1, 2),
                             inSeconds(world, 3, 60), 20);
        schedule(world, Prepare, number, inSeconds(world, 70, 150));
    }

    std::vector<Ring> m_rings;
    Payments m_payments;
    Exits m_exits;
};

}  // namespace

std::unique_ptr<Scheme> makeWashRing() {
    return std::make_unique<WashRing>();
}

}  // namespace core::sim
