// SPDX-License-Identifier: GPL-3.0-or-later
// Decoy: market makers that quote both sides of a coin for minutes. Much volume, a small position that drifts, and
// no partner: what they buy comes from the crowd.
#include "core/sim/schemes/schemes.h"
#include "core/sim/schemes/toolkit.h"

#include <array>

namespace core::sim {
namespace {

class MarketMaker final : public Scheme {
public:
    void start(World& world) override {
        Random& random = world.random();
        for (std::size_t i = 0; i < m_makers.size(); ++i) {
            Maker& maker = m_makers[i];
            maker.trader = world.newAgent(random.between(60, 250) * kSol);
            maker.ticket = random.between(150, 1'100) * (kSol / 1'000);
            maker.paceMs = random.between(1'200, 6'000);
            world.truth().tagWallet(world.wallet(maker.trader).text(), "bot", "");
            quote(world, i, inSeconds(world, 20, 60));
        }
    }

    void act(World& world, const Action& action) override {
        Random& random = world.random();
        Maker& maker = m_makers[action.a];
        const Token* token = world.token(maker.token);
        if (token == nullptr || world.now() > maker.endNs) {
            if (token != nullptr && token->held(maker.trader) != 0)
                world.sell(maker.token, maker.trader, token->held(maker.trader), ordinaryStyle(world, false));
            maker.token = popularToken(world, 15, 900);
            maker.endNs = inSeconds(world, 90, 320);
            maker.target = 0;
            quote(world, action.a, inSeconds(world, 2, 15));
            return;
        }
        const std::uint64_t held = token->held(maker.trader);
        // The further the position is from its target, the more likely the other side.
        const bool buys = maker.target == 0 || random.below(2'000) < (held < maker.target ? 1'250 : 750);
        if (buys) {
            const TradeResult result =
                world.buy(maker.token, maker.trader, around(random, maker.ticket, 300), ordinaryStyle(world, true));
            if (maker.target == 0) maker.target = result.tokens * random.between(2, 5);
        } else {
            world.sell(maker.token, maker.trader, around(random, maker.target / 3, 300),
                       ordinaryStyle(world, false));
        }
        quote(world, action.a,
              world.now() + static_cast<std::int64_t>(200 + random.waiting(maker.paceMs)) * kMillisecond);
    }

private:
    struct Maker {
        TraderId trader = 0;
        TokenId token = 0;
        std::int64_t endNs = 0;
        std::uint64_t ticket = 0, paceMs = 0, target = 0;
    };

    static void quote(World& world, std::size_t maker, std::int64_t atNs) {
        Action action;
        action.a = maker;
        action.atNs = atNs;
        world.schedule(action);
    }

    std::array<Maker, 3> m_makers{};
};

}  // namespace

std::unique_ptr<Scheme> makeMarketMaker() {
    return std::make_unique<MarketMaker>();
}

}  // namespace core::sim
