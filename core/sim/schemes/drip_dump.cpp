// SPDX-License-Identifier: GPL-3.0-or-later
// Creators who sell a large bag in many small pieces over minutes, some of it through wallets they gave part of the
// bag to. Told as a dev dump from its first piece, once half of the bag is gone.
#include "core/sim/schemes/schemes.h"
#include "core/sim/schemes/toolkit.h"

#include <algorithm>
#include <array>
#include <string>

namespace core::sim {
namespace {

enum Kind : std::uint32_t { Launch, Split };

class DripDump final : public Scheme {
public:
    void start(World& world) override {
        m_meanMs = world.random().between(50'000, 120'000);
        schedule(world, inSeconds(world, 8, 40));
    }

    void act(World& world, const Action& action) override {
        if (m_exits.act(world, action)) return;
        if (action.kind == Launch)
            launch(world);
        else
            split(world, action);
    }

private:
    /// One creator's coin.
    struct Drip {
        TraderId dev = 0;
        std::size_t sale = 0, cluster = 0;
        std::uint64_t parts = 1, pace = 1;
        std::int64_t startNs = 0;
    };

    static void schedule(World& world, std::int64_t atNs) {
        Action action;
        action.kind = Launch;
        action.atNs = atNs;
        world.schedule(action);
    }

    void launch(World& world) {
        Random& random = world.random();
        schedule(world, world.now() + static_cast<std::int64_t>(15'000 + random.waiting(m_meanMs)) * kMillisecond);
        Drip drip;
        drip.dev = world.newAgent(random.between(14, 40) * kSol);
        const TokenId token = world.launch(drip.dev, random.between(2'500, 11'000) * (kSol / 1'000));
        const std::string mint{world.token(token)->mint.text()};
        world.truth().tagWallet(world.wallet(drip.dev).text(), "dev", mint);
        drip.sale = m_exits.open("dev_dump", mint, world.token(token)->held(drip.dev));
        drip.parts = random.between(12, 50);
        drip.pace = random.between(4, 11);
        drip.startNs = inSeconds(world, 15, 80);
        if (random.chance(450)) {
            drip.cluster = world.truth().openCluster("insider");
            for (std::uint64_t n = random.between(1, 3); n > 0; --n) {
                Action split;
                split.kind = Split;
                split.token = token;
                split.a = m_drips.size();
                split.b = random.between(150, 330);  // permille of what is left
                split.atNs = inSeconds(world, 4, 60);
                world.schedule(split);
            }
        }
        m_exits.plan(world, drip.sale, token, drip.dev, drip.parts, drip.startNs, drip.pace);
        m_drips.push_back(drip);
    }

    void split(World& world, const Action& action) {
        const Token* token = world.token(action.token);
        if (token == nullptr) return;
        Random& random = world.random();
        const Drip& drip = m_drips[action.a];
        // The helper's fees are paid by the creator, or it has some SOL of its own.
        const bool paid = random.chance(500);
        const TraderId helper = world.newAgent(paid ? 0 : random.between(kSol / 20, kSol));
        if (paid) world.pay(drip.dev, std::array{Payment{helper, random.between(30, 90) * (kSol / 1'000)}});
        if (!world.give(action.token, drip.dev, helper, token->held(drip.dev) / 1'000 * action.b)) return;
        const std::string mint{token->mint.text()};
        Truth& truth = world.truth();
        truth.join(drip.cluster, world.wallet(drip.dev).text(), mint);
        truth.join(drip.cluster, world.wallet(helper).text(), mint);
        truth.tagWallet(world.wallet(helper).text(), "insider_holdings", mint);
        truth.tagToken(mint, "insider_holdings");
        m_exits.plan(world, drip.sale, action.token, helper, random.between(5, 20),
                     std::max(drip.startNs, world.now()) +
                         static_cast<std::int64_t>(random.between(2'000, 60'000)) * kMillisecond,
                     drip.pace + 3);
    }

    std::uint64_t m_meanMs = 60'000;
    std::vector<Drip> m_drips;
    Exits m_exits;
};

}  // namespace

std::unique_ptr<Scheme> makeDripDump() {
    return std::make_unique<DripDump>();
}

}  // namespace core::sim
