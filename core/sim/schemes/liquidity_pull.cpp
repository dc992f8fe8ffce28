// SPDX-License-Identifier: GPL-3.0-or-later
// Crews that carry their own coin over the curve, put the bag and fresh SOL into its pool so that it looks deep,
// and take everything out again minutes later. What is left of the bag is sold into the rest.
#include "core/sim/schemes/schemes.h"
#include "core/sim/schemes/toolkit.h"

#include <algorithm>
#include <string>

namespace core::sim {
namespace {

enum Kind : std::uint32_t { Prepare, Launch, Push, Gather, Deposit, Withdraw };

class LiquidityPull final : public Scheme {
public:
    void start(World& world) override { schedule(world, Prepare, 0, inSeconds(world, 3, 30)); }

    void completed(World& world, TokenId token) override {
        for (std::size_t i = 0; i < m_pulls.size(); ++i)
            if (m_pulls[i].token == token) schedule(world, Gather, i, inSeconds(world, 5, 14));
    }

    void act(World& world, const Action& action) override {
        if (m_payments.act(world, action) || m_exits.act(world, action)) return;
        switch (action.kind) {
            case Prepare: prepare(world); break;
            case Launch: launch(world, action.a); break;
            case Push: push(world, action); break;
            case Gather: gather(world, action.a); break;
            case Deposit: deposit(world, action); break;
            case Withdraw: withdraw(world, action.a); break;
            default: break;
        }
    }

private:
    struct Pull {
        TraderId dev = 0;
        std::vector<TraderId> wallets;
        TokenId token = 0;
        std::size_t cluster = 0;
        std::uint64_t ticket = 0, pushes = 0;
    };

    static void schedule(World& world, Kind kind, std::size_t pull, std::int64_t atNs, std::uint64_t b = 0) {
        Action action;
        action.kind = kind;
        action.a = pull;
        action.b = b;
        action.atNs = atNs;
        world.schedule(action);
    }

    void prepare(World& world) {
        Random& random = world.random();
        schedule(world, Prepare, 0, inSeconds(world, 160, 420));
        Pull pull;
        pull.dev = world.newAgent(random.between(600, 900) * kSol);
        pull.ticket = random.between(1'200, 4'500) * (kSol / 1'000);
        std::int64_t ready = world.now();
        for (std::uint64_t n = random.between(4, 8); n > 0; --n) {
            const TraderId wallet = world.newAgent(0);
            std::vector<TraderId> path{pull.dev};
            if (random.chance(500)) path.push_back(world.newAgent(0));
            path.push_back(wallet);
            ready = std::max(
                ready, m_payments.send(world, std::move(path), withdrawal(random, random.between(18, 32) * kSol),
                                       inSeconds(world, 0, 15), 2, 12));
            pull.wallets.push_back(wallet);
        }
        schedule(world, Launch, m_pulls.size(), ready + 2 * kSecond);
        m_pulls.push_back(std::move(pull));
    }

    void launch(World& world, std::size_t number) {
        Random& random = world.random();
        Pull& pull = m_pulls[number];
        pull.token = world.launch(pull.dev, random.between(500, 4'000) * (kSol / 1'000));
        const std::string mint{world.token(pull.token)->mint.text()};
        pull.cluster = world.truth().openCluster("insider");
        world.truth().tagWallet(world.wallet(pull.dev).text(), "dev", mint);
        world.truth().join(pull.cluster, world.wallet(pull.dev).text(), mint);
        schedule(world, Push, number, inSeconds(world, 1, 8));
    }

    // One of the wallets after the other buys until the curve is full.
    void push(World& world, const Action& action) {
        Random& random = world.random();
        Pull& pull = m_pulls[action.a];
        const Token* token = world.token(pull.token);
        if (token == nullptr || token->stage != TokenStage::Curve || ++pull.pushes > 200) return;
        const TraderId wallet = pull.wallets[random.below(pull.wallets.size())];
        if (buyAs(world, pull.token, wallet, around(random, pull.ticket, 300), ordinaryStyle(world, true)).done) {
            // It buys with what the dev sent before the launch.
            world.truth().join(pull.cluster, world.wallet(wallet).text(), token->mint.text());
            world.truth().tagWallet(world.wallet(wallet).text(), "insider_holdings", token->mint.text());
            world.truth().tagToken(token->mint.text(), "insider_holdings");
        }
        schedule(world, Push, action.a,
                 world.now() + static_cast<std::int64_t>(300 + random.waiting(3'500)) * kMillisecond);
    }

    void gather(World& world, std::size_t number) {
        Pull& pull = m_pulls[number];
        const Token* token = world.token(pull.token);
        if (token == nullptr) return;
        for (const TraderId wallet : pull.wallets) world.give(pull.token, wallet, pull.dev, token->held(wallet));
        schedule(world, Deposit, number, inSeconds(world, 2, 20), 0);
    }

    // b = attempts: the migration may still be under way.
    void deposit(World& world, const Action& action) {
        Random& random = world.random();
        Pull& pull = m_pulls[action.a];
        const TradeResult result = world.addLiquidity(pull.token, pull.dev, random.between(130, 260) * kSol);
        if (result.done)
            schedule(world, Withdraw, action.a, inSeconds(world, 40, 160));
        else if (action.b < 5)
            schedule(world, Deposit, action.a, inSeconds(world, 2, 4), action.b + 1);
    }

    void withdraw(World& world, std::size_t number) {
        Random& random = world.random();
        Pull& pull = m_pulls[number];
        if (!world.removeLiquidity(pull.token, pull.dev).done) return;
        const std::string mint{world.token(pull.token)->mint.text()};
        world.truth().tagToken(mint, "liquidity_removal");
        world.truth().tagToken(mint, "rug_risk");
        world.truth().addEvent(
            {"liquidity_removal", mint, world.slot(), world.slot(), {std::string{world.wallet(pull.dev).text()}}});
        const std::size_t sale = m_exits.open("dev_dump", mint, world.token(pull.token)->held(pull.dev));
        m_exits.plan(world, sale, pull.token, pull.dev, random.between(1, 4), inSeconds(world, 1, 12), 3);
    }

    std::vector<Pull> m_pulls;
    Payments m_payments;
    Exits m_exits;
};

}  // namespace

std::unique_ptr<Scheme> makeLiquidityPull() {
    return std::make_unique<LiquidityPull>();
}

}  // namespace core::sim
