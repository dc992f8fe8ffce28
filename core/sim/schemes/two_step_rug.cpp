// SPDX-License-Identifier: GPL-3.0-or-later
// Creators who sell half, buy a little back so that the crowd returns, and then sell everything together with the
// wallets they had paid before the launch.
#include "core/sim/schemes/schemes.h"
#include "core/sim/schemes/toolkit.h"

#include <algorithm>
#include <string>

namespace core::sim {
namespace {

enum Kind : std::uint32_t { Prepare, Launch, HelperBuys, FirstSale, BuyBack };

class TwoStepRug final : public Scheme {
public:
    void start(World& world) override {
        m_meanMs = world.random().between(90'000, 200'000);
        schedule(world, Prepare, 0, inSeconds(world, 4, 25));
    }

    void act(World& world, const Action& action) override {
        if (m_payments.act(world, action) || m_exits.act(world, action)) return;
        switch (action.kind) {
            case Prepare: prepare(world); break;
            case Launch: launch(world, action.a); break;
            case HelperBuys: helperBuys(world, action); break;
            case FirstSale: firstSale(world, action); break;
            case BuyBack:
                world.buy(m_rugs[action.a].token, m_rugs[action.a].dev, action.b, ordinaryStyle(world, true));
                break;
            default: break;
        }
    }

private:
    struct Rug {
        TraderId dev = 0;
        std::vector<TraderId> helpers;
        TokenId token = 0;
        std::size_t cluster = 0, first = 0, helperSale = 0;
        std::uint64_t stake = 0;
        std::int64_t endNs = 0;  ///< when the second sale begins
    };

    static void schedule(World& world, Kind kind, std::size_t rug, std::int64_t atNs, TraderId trader = 0,
                         std::uint64_t b = 0) {
        Action action;
        action.kind = kind;
        action.a = rug;
        action.b = b;
        action.trader = trader;
        action.atNs = atNs;
        world.schedule(action);
    }

    void prepare(World& world) {
        Random& random = world.random();
        schedule(world, Prepare, 0,
                 world.now() + static_cast<std::int64_t>(40'000 + random.waiting(m_meanMs)) * kMillisecond);
        Rug rug;
        rug.dev = world.newAgent(random.between(40, 90) * kSol);
        rug.stake = random.between(2'000, 7'000) * (kSol / 1'000);
        std::int64_t ready = world.now();
        for (std::uint64_t n = random.between(2, 4); n > 0; --n) {
            const TraderId helper = world.newAgent(0);
            std::vector<TraderId> path{rug.dev};
            for (std::uint64_t hop = random.below(3); hop > 0; --hop) path.push_back(world.newAgent(0));
            path.push_back(helper);
            const std::uint64_t lamports = withdrawal(random, random.between(900, 4'000) * (kSol / 1'000));
            ready =
                std::max(ready, m_payments.send(world, std::move(path), lamports, inSeconds(world, 0, 20), 2, 20));
            rug.helpers.push_back(helper);
        }
        schedule(world, Launch, m_rugs.size(),
                 ready + static_cast<std::int64_t>(random.between(3'000, 40'000)) * kMillisecond);
        m_rugs.push_back(std::move(rug));
    }

    void launch(World& world, std::size_t number) {
        Random& random = world.random();
        Rug& rug = m_rugs[number];
        rug.token = world.launch(rug.dev, rug.stake);
        const std::string mint{world.token(rug.token)->mint.text()};
        Truth& truth = world.truth();
        truth.tagWallet(world.wallet(rug.dev).text(), "dev", mint);
        rug.cluster = truth.openCluster("insider");
        truth.join(rug.cluster, world.wallet(rug.dev).text(), mint);
        rug.helperSale = m_exits.open("cluster_dump", mint, 0);
        const std::int64_t firstNs = inSeconds(world, 25, 80);
        rug.endNs = firstNs + static_cast<std::int64_t>(random.between(30'000, 110'000)) * kMillisecond;
        for (const TraderId helper : rug.helpers)
            schedule(world, HelperBuys, number,
                     world.now() + static_cast<std::int64_t>(random.heavyTail(30, 15'000)) * kMillisecond, helper);
        schedule(world, FirstSale, number, firstNs, 0, random.between(2, 3));
    }

    void helperBuys(World& world, const Action& action) {
        Random& random = world.random();
        Rug& rug = m_rugs[action.a];
        const TradeResult result =
            buyAs(world, rug.token, action.trader, world.balance(action.trader) / 10 * 9, hastyStyle(world, true));
        if (!result.done) return;
        const std::string mint{world.token(rug.token)->mint.text()};
        world.truth().join(rug.cluster, world.wallet(action.trader).text(), mint);
        world.truth().tagWallet(world.wallet(action.trader).text(), "insider_holdings", mint);
        world.truth().tagToken(mint, "insider_holdings");
        m_exits.grow(rug.helperSale, result.tokens);
        m_exits.plan(world, rug.helperSale, rug.token, action.trader, random.between(1, 2),
                     rug.endNs + static_cast<std::int64_t>(random.below(9'000)) * kMillisecond, 2,
                     random.chance(500) ? rug.dev : 0);
    }

    // b = pieces left of the half.
    void firstSale(World& world, const Action& action) {
        Random& random = world.random();
        Rug& rug = m_rugs[action.a];
        const Token* token = world.token(rug.token);
        if (token == nullptr) return;
        const std::string mint{token->mint.text()};
        const std::uint64_t held = token->held(rug.dev);
        if (rug.first == 0) {
            rug.first = m_exits.open("dev_dump", mint, held / 2) + 1;
            world.truth().tagToken(mint, "rug_risk");
        }
        const TradeResult result =
            world.sell(rug.token, rug.dev, around(random, held / (action.b + 2), 60), hastyStyle(world, false));
        if (result.done) m_exits.sold(world, rug.first - 1, rug.dev, result.tokens);
        if (action.b > 1) {
            schedule(world, FirstSale, action.a, inSeconds(world, 1, 5), 0, action.b - 1);
            return;
        }
        for (std::uint64_t n = random.between(1, 3); n > 0; --n)
            schedule(world, BuyBack, action.a, inSeconds(world, 4, 22), 0,
                     random.between(100, 700) * (kSol / 1'000));
        const std::size_t second = m_exits.open("dev_dump", mint, token->held(rug.dev));
        m_exits.plan(world, second, rug.token, rug.dev, random.between(1, 3), rug.endNs, 2);
    }

    std::uint64_t m_meanMs = 100'000;
    std::vector<Rug> m_rugs;
    Payments m_payments;
    Exits m_exits;
};

}  // namespace

std::unique_ptr<Scheme> makeTwoStepRug() {
    return std::make_unique<TwoStepRug>();
}

}  // namespace core::sim
