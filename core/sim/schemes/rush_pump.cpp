// SPDX-License-Identifier: GPL-3.0-or-later
// Pump groups: organisers collect a quiet coin, name it to their members, who rush in within seconds, and sell to
// them. The members do not know each other.
#include "core/sim/schemes/schemes.h"
#include "core/sim/schemes/toolkit.h"

#include <algorithm>
#include <optional>
#include <string>

namespace core::sim {
namespace {

enum Kind : std::uint32_t { Prepare, Choose, Collect, Signal, Rush };

class RushPump final : public Scheme {
public:
    void start(World& world) override {
        Random& random = world.random();
        m_groups.resize(random.between(1, 2));
        for (std::size_t i = 0; i < m_groups.size(); ++i) {
            Group& group = m_groups[i];
            group.cluster = world.truth().openCluster("cabal");
            group.treasury = random.chance(500) ? world.exchange(random.below(4))
                                                : world.newAgent(random.between(80, 200) * kSol);
            for (std::uint64_t n = random.between(3, 6); n > 0; --n) group.organisers.push_back(world.newAgent(0));
            for (std::uint64_t n = random.between(45, 90); n > 0; --n)
                group.members.push_back(world.newAgent(random.between(4, 40) * kSol));
            schedule(world, Prepare, i, inSeconds(world, 5, 40));
        }
    }

    void act(World& world, const Action& action) override {
        if (m_payments.act(world, action) || m_exits.act(world, action)) return;
        switch (action.kind) {
            case Prepare: prepare(world, action.a); break;
            case Choose: choose(world, action.a); break;
            case Collect: collect(world, action); break;
            case Signal: signal(world, action.a); break;
            case Rush: rush(world, action); break;
            default: break;
        }
    }

private:
    struct Group {
        std::size_t cluster = 0, sale = 0;
        TraderId treasury = 0;
        std::vector<TraderId> organisers, members, inside;  ///< inside = hold the coin now
        TokenId token = 0;
        std::optional<std::size_t> event;
        std::uint64_t peak = 0;
    };

    static void schedule(World& world, Kind kind, std::size_t group, std::int64_t atNs, TraderId trader = 0,
                         std::uint64_t b = 0) {
        Action action;
        action.kind = kind;
        action.a = group;
        action.b = b;
        action.trader = trader;
        action.atNs = atNs;
        world.schedule(action);
    }

    void prepare(World& world, std::size_t number) {
        Random& random = world.random();
        Group& group = m_groups[number];
        std::int64_t ready = world.now();
        for (const TraderId wallet : group.organisers) {
            const std::uint64_t needed = withdrawal(random, random.between(2, 5) * kSol);
            if (world.balance(wallet) >= needed) continue;
            ready = std::max(
                ready, m_payments.send(world, {group.treasury, wallet}, needed, inSeconds(world, 0, 40), 0, 0));
        }
        schedule(world, Choose, number, ready + 3 * kSecond);
    }

    void choose(World& world, std::size_t number) {
        Random& random = world.random();
        Group& group = m_groups[number];
        // Any coin that is not new will do: the quieter the better.
        group.token = 0;
        for (const TokenId id : world.liveTokens()) {
            const Token& token = *world.token(id);
            const std::int64_t age = world.now() - token.createdNs;
            if (token.stage != TokenStage::Curve || age < 40 * kSecond || age > 230 * kSecond) continue;
            if (group.token == 0 || token.lastTradeNs < world.token(group.token)->lastTradeNs) group.token = id;
        }
        if (group.token == 0) {
            schedule(world, Choose, number, inSeconds(world, 5, 12));
            return;
        }
        group.event.reset();
        group.peak = 0;
        group.inside.clear();
        group.sale = m_exits.open("cluster_dump", world.token(group.token)->mint.text(), 0);
        std::int64_t last = world.now();
        for (const TraderId wallet : group.organisers)
            for (std::uint64_t n = random.between(1, 3); n > 0; --n) {
                const std::int64_t at = inSeconds(world, 1, 70);
                last = std::max(last, at);
                schedule(world, Collect, number, at, wallet, random.between(250, 1'300) * (kSol / 1'000));
            }
        schedule(world, Signal, number,
                 last + static_cast<std::int64_t>(random.between(5'000, 40'000)) * kMillisecond);
    }

    void collect(World& world, const Action& action) {
        Group& group = m_groups[action.a];
        const TradeResult result = world.buy(group.token, action.trader, action.b, ordinaryStyle(world, true));
        if (!result.done) return;
        m_exits.grow(group.sale, result.tokens);
        world.truth().join(group.cluster, world.wallet(action.trader).text(),
                           world.token(group.token)->mint.text());
    }

    void signal(World& world, std::size_t number) {
        Random& random = world.random();
        Group& group = m_groups[number];
        schedule(world, Prepare, number, inSeconds(world, 120, 300));
        if (world.token(group.token) == nullptr) return;
        const std::uint64_t meanMs = random.between(2'500, 9'000);
        for (const TraderId member : group.members)
            if (random.chance(650))
                schedule(world, Rush, number,
                         world.now() + static_cast<std::int64_t>(300 + random.waiting(meanMs)) * kMillisecond,
                         member);
        const std::int64_t sellFrom = inSeconds(world, 5, 18);
        for (const TraderId wallet : group.organisers)
            m_exits.plan(world, group.sale, group.token, wallet, random.between(2, 5),
                         sellFrom + static_cast<std::int64_t>(random.below(7'000)) * kMillisecond, 3,
                         random.chance(400) ? group.treasury : 0);
    }

    void rush(World& world, const Action& action) {
        Random& random = world.random();
        Group& group = m_groups[action.a];
        const std::uint64_t lamports = typed(random, random.heavyTail(kSol / 6, 4 * kSol));
        if (!world.buy(group.token, action.trader, lamports, hastyStyle(world, true)).done) return;
        const Token& token = *world.token(group.token);
        const std::string mint{token.mint.text()};
        // From the first who rushes in to the highest price.
        if (!group.event) {
            Truth::Event event{"pump", mint, world.slot(), world.slot(), {}};
            for (const TraderId wallet : group.organisers) event.wallets.emplace_back(world.wallet(wallet).text());
            group.event = world.truth().addEvent(std::move(event));
            world.truth().tagToken(mint, "pump");
        }
        if (token.price() > group.peak) {
            group.peak = token.price();
            world.truth().event(*group.event).endSlot = world.slot();
        }
        if (!group.inside.empty()) m_pairs.add(world, group.inside.back(), action.trader);
        group.inside.push_back(action.trader);
        const std::size_t sale = m_exits.open("", "", ~std::uint64_t{0});
        m_exits.plan(world, sale, group.token, action.trader, random.between(1, 2),
                     world.now() + static_cast<std::int64_t>(6'000 + random.waiting(22'000)) * kMillisecond, 6);
    }

    std::vector<Group> m_groups;
    Payments m_payments;
    Exits m_exits;
    UnrelatedPairs m_pairs{150};
};

}  // namespace

std::unique_ptr<Scheme> makeRushPump() {
    return std::make_unique<RushPump>();
}

}  // namespace core::sim
