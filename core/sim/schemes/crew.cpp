// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/schemes/crew.h"

#include <algorithm>
#include <string>

namespace core::sim {

void CrewScheme::start(World& world) {
    const std::uint64_t count = crewCount(world.random());
    for (std::uint64_t i = 0; i < count; ++i) {
        m_crews.push_back(recruit(world));
        m_crews.back().cluster = world.truth().openCluster("cabal");
        Action action;
        action.kind = Prepare;
        action.a = i;
        action.atNs = inSeconds(world, 3, 30);
        world.schedule(action);
    }
}

void CrewScheme::launched(World& world, TokenId token) {
    if (takesPermille() == 0) return;
    for (std::size_t i = 0; i < m_crews.size(); ++i) {
        if (!m_crews[i].waiting || !world.random().chance(takesPermille())) continue;
        strike(world, i, token);
        return;
    }
}

void CrewScheme::act(World& world, const Action& action) {
    if (m_payments.act(world, action) || m_exits.act(world, action)) return;
    switch (action.kind) {
        case Prepare: prepare(world, action.a); break;
        case Ready:
            m_crews[action.a].waiting = true;
            if (takesPermille() == 0)
                if (const TokenId own = launchOwn(world, m_crews[action.a]); own != 0) strike(world, action.a, own);
            break;
        case Buy: buy(world, action); break;
        default: break;
    }
}

void CrewScheme::prepare(World& world, std::size_t number) {
    Action ready;
    ready.kind = Ready;
    ready.a = number;
    ready.atNs = fund(world, m_crews[number]) +
                 static_cast<std::int64_t>(world.random().between(1'000, 20'000)) * kMillisecond;
    world.schedule(ready);
}

void CrewScheme::strike(World& world, std::size_t number, TokenId id) {
    Random& random = world.random();
    Crew& crew = m_crews[number];
    crew.waiting = false;
    Raid raid;
    raid.crew = number;
    raid.sale = m_exits.open("cluster_dump", world.token(id)->mint.text(), 0);
    const std::int64_t first = world.now() + static_cast<std::int64_t>(random.between(20, 6'000)) * kMillisecond;
    const std::int64_t last = first + static_cast<std::int64_t>(crew.buyWithin) * kSecond;
    raid.sellFromNs =
        last + static_cast<std::int64_t>(8'000 + random.waiting(crew.holdAbout * 1'000)) * kMillisecond;
    raid.parts = random.between(1, 3);
    std::int64_t at = first;
    for (const TraderId wallet : crew.wallets) {
        Action action;
        action.kind = Buy;
        action.token = id;
        action.trader = wallet;
        action.a = m_raids.size();
        action.b = crew.rounds ? typed(random, around(random, crew.ticket, crew.spread))
                               : around(random, crew.ticket, crew.spread);
        // Some press the button together, the others when they get to it.
        if (!random.chance(350))
            at = first + static_cast<std::int64_t>(random.below(crew.buyWithin * 1'000 + 1)) * kMillisecond;
        action.atNs = at + static_cast<std::int64_t>(random.below(250)) * kMillisecond;
        world.schedule(action);
    }
    m_raids.push_back(raid);
    Action again;
    again.kind = Prepare;
    again.a = number;
    again.atNs = raid.sellFromNs + static_cast<std::int64_t>(random.between(45'000, 160'000)) * kMillisecond;
    world.schedule(again);
    // Whoever joins next must not change who bought this one: renewed only now, behind the scheduled buys.
    regroup(world, crew);
}

void CrewScheme::buy(World& world, const Action& action) {
    const Token* token = world.token(action.token);
    if (token == nullptr) return;
    Random& random = world.random();
    const Raid& raid = m_raids[action.a];
    const Crew& crew = m_crews[raid.crew];
    const bool early = world.now() - token->createdNs < 3 * kSecond;
    const TradeResult result = buyAs(world, action.token, action.trader, action.b,
                                     early ? hastyStyle(world, true) : ordinaryStyle(world, true));
    if (!result.done) return;
    const std::string mint{token->mint.text()};
    const Address& dev = world.wallet(token->creator);
    if (takesPermille() == 0) world.truth().join(crew.cluster, dev.text(), mint);
    world.truth().join(crew.cluster, world.wallet(action.trader).text(), mint);
    world.truth().tagToken(mint, "cabal");
    m_exits.grow(raid.sale, result.tokens);
    m_exits.plan(world, raid.sale, action.token, action.trader, raid.parts,
                 raid.sellFromNs + static_cast<std::int64_t>(random.below(20'000)) * kMillisecond,
                 random.between(2, 8), sweepTo(world, crew));
}

}  // namespace core::sim
