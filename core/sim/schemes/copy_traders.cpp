// SPDX-License-Identifier: GPL-3.0-or-later
// Decoy: bots that repeat an ordinary wallet's every trade one or two slots later, with their own money.
#include "core/sim/schemes/schemes.h"
#include "core/sim/schemes/toolkit.h"

namespace core::sim {
namespace {

enum Kind : std::uint32_t { Lead, Copy, LeadSells, CopySells };

class CopyTraders final : public Scheme {
public:
    void start(World& world) override {
        Random& random = world.random();
        m_groups.resize(random.between(2, 3));
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            Group& group = m_groups[i];
            group.source = world.newAgent(random.between(60, 200) * kSol);
            group.router = static_cast<std::uint8_t>(random.below(4));
            for (std::uint64_t n = random.between(4, 9); n > 0; --n) {
                Copier copier;
                copier.trader = world.newAgent(random.between(10, 60) * kSol);
                copier.lagMs = random.between(350, 900);
                copier.ticket = random.between(1, 20) * (kSol / 20);
                group.copiers.push_back(copier);
            }
            Action action;
            action.kind = Lead;
            action.a = i;
            action.atNs = inSeconds(world, 10, 50);
            world.schedule(action);
        }
    }

    void act(World& world, const Action& action) override {
        switch (action.kind) {
            case Lead: lead(world, action); break;
            case Copy: copy(world, action); break;
            case LeadSells: leadSells(world, action); break;
            case CopySells:
                world.sell(action.token, action.trader, kTokenSupply, style(world, m_groups[action.a], false));
                break;
            default: break;
        }
    }

private:
    struct Copier {
        TraderId trader = 0;
        std::uint64_t lagMs = 0, ticket = 0;
    };
    struct Group {
        TraderId source = 0;
        std::uint8_t router = 0;
        std::vector<Copier> copiers;
    };

    // One product, one setting.
    static TradeStyle style(World& world, const Group& group, bool isBuy) {
        TradeStyle style = hastyStyle(world, isBuy);
        style.router = group.router;
        style.computeLimit = 260'000;
        style.computePrice = 1'200'000;
        return style;
    }

    void lead(World& world, const Action& action) {
        Random& random = world.random();
        Group& group = m_groups[action.a];
        Action next = action;
        next.atNs = world.now() + static_cast<std::int64_t>(12'000 + random.waiting(50'000)) * kMillisecond;
        world.schedule(next);
        const TokenId token = popularToken(world, 2, 300);
        if (token == 0 || world.token(token)->held(group.source) != 0) return;
        if (!world.buy(token, group.source, random.between(400, 3'000) * (kSol / 1'000), ordinaryStyle(world, true))
                 .done)
            return;
        for (std::size_t i = 0; i < group.copiers.size(); ++i)
            if (random.chance(880)) repeat(world, Copy, action.a, i, token);
        Action sale;
        sale.kind = LeadSells;
        sale.a = action.a;
        sale.token = token;
        sale.atNs = world.now() + static_cast<std::int64_t>(12'000 + random.waiting(60'000)) * kMillisecond;
        world.schedule(sale);
    }

    void repeat(World& world, Kind kind, std::size_t group, std::size_t copier, TokenId token) {
        const Copier& one = m_groups[group].copiers[copier];
        Action action;
        action.kind = kind;
        action.a = group;
        action.b = copier;
        action.token = token;
        action.trader = one.trader;
        action.atNs = world.now() + static_cast<std::int64_t>(around(world.random(), one.lagMs, 40)) * kMillisecond;
        world.schedule(action);
    }

    void copy(World& world, const Action& action) {
        Group& group = m_groups[action.a];
        const Copier& one = group.copiers[action.b];
        if (!world.buy(action.token, one.trader, one.ticket, style(world, group, true)).done) return;
        m_pairs.add(world, group.source, one.trader);
        for (const Copier& other : group.copiers)
            if (const Token* token = world.token(action.token); token->held(other.trader) != 0)
                m_pairs.add(world, other.trader, one.trader);
    }

    void leadSells(World& world, const Action& action) {
        const Group& group = m_groups[action.a];
        if (!world.sell(action.token, group.source, kTokenSupply, ordinaryStyle(world, false)).done) return;
        for (std::size_t i = 0; i < group.copiers.size(); ++i) repeat(world, CopySells, action.a, i, action.token);
    }

    std::vector<Group> m_groups;
    UnrelatedPairs m_pairs{300};
};

}  // namespace

std::unique_ptr<Scheme> makeCopyTraders() {
    return std::make_unique<CopyTraders>();
}

}  // namespace core::sim
