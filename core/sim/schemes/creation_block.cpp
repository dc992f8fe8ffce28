// SPDX-License-Identifier: GPL-3.0-or-later
// Crews that launch a coin, buy most of its curve in the creation's own slot and hand the bag on within seconds to
// collectors, who sell. Each wallet signs for itself; the creator is fresh every time and paid by an exchange.
// Proportions: detection section 0, fact 8 (42 real launches).
#include "core/sim/schemes/schemes.h"
#include "core/sim/schemes/toolkit.h"

#include <algorithm>
#include <array>
#include <string>

namespace core::sim {
namespace {

enum Kind : std::uint32_t { Prepare, Launch, HandOver };

class CreationBlock final : public Scheme {
public:
    void start(World& world) override {
        Random& random = world.random();
        m_crews.resize(random.between(1, 2));
        for (std::size_t i = 0; i < m_crews.size(); ++i) {
            Crew& crew = m_crews[i];
            crew.cluster = world.truth().openCluster("cabal");
            crew.treasury = world.newAgent(random.between(900, 2'500) * kSol);
            crew.hops = random.below(3);
            for (std::uint64_t n = random.between(6, 11); n > 0; --n) crew.buyers.push_back(world.newAgent(0));
            for (std::uint64_t n = random.between(3, 6); n > 0; --n)
                crew.collectors.push_back(world.newAgent(random.between(kSol / 10, kSol)));
            schedule(world, Prepare, i, inSeconds(world, 5, 40 + 60 * i));
        }
    }

    void act(World& world, const Action& action) override {
        if (m_payments.act(world, action) || m_exits.act(world, action)) return;
        switch (action.kind) {
            case Prepare: prepare(world, action.a); break;
            case Launch: launch(world, action.a); break;
            case HandOver: handOver(world, action); break;
            default: break;
        }
    }

private:
    struct Crew {
        std::size_t cluster = 0;
        TraderId treasury = 0;
        std::uint64_t hops = 0;
        std::vector<TraderId> buyers, collectors;
        std::vector<std::pair<TraderId, std::uint64_t>> tickets;  ///< of the launch in preparation
        TraderId dev = 0;
    };
    /// What became of one launch's bag.
    struct Bag {
        std::size_t sale = 0, crew = 0;
        std::int64_t sellFromNs = 0;
        std::uint64_t parts = 1;
    };

    static void schedule(World& world, Kind kind, std::size_t crew, std::int64_t atNs) {
        Action action;
        action.kind = kind;
        action.a = crew;
        action.atNs = atNs;
        world.schedule(action);
    }

    void prepare(World& world, std::size_t number) {
        Random& random = world.random();
        Crew& crew = m_crews[number];
        for (std::size_t i = crew.buyers.size(); i > 1; --i)
            std::swap(crew.buyers[i - 1], crew.buyers[random.below(i)]);
        const std::uint64_t signers = random.between(4, 5);
        // The whole curve costs 86 SOL; most crews want all of it.
        const std::uint64_t total =
            random.chance(700) ? around(random, 84 * kSol, 25) : random.between(52, 80) * kSol;
        const std::uint64_t spread = random.chance(710) ? random.between(4, 36) : random.between(40, 210);
        crew.tickets.clear();
        std::int64_t ready = 0;
        for (std::uint64_t i = 0; i < signers; ++i) {
            const std::uint64_t ticket = around(random, total / signers, spread);
            crew.tickets.emplace_back(crew.buyers[i], ticket);
            std::vector<TraderId> path{crew.treasury};
            for (std::uint64_t hop = 0; hop < crew.hops; ++hop) path.push_back(world.newAgent(0));
            path.push_back(crew.buyers[i]);
            const std::uint64_t needed = withdrawal(random, ticket + random.between(30, 200) * (kSol / 1'000));
            ready =
                std::max(ready, m_payments.send(world, std::move(path), needed, inSeconds(world, 0, 25), 2, 30));
        }
        crew.dev = world.newAgent(0);
        m_payments.send(world, {world.exchange(random.below(4)), crew.dev}, withdrawal(random, kSol / 2),
                        inSeconds(world, 0, 20), 0, 0);
        schedule(world, Launch, number,
                 std::max(ready, world.now() + 21 * kSecond) +
                     static_cast<std::int64_t>(random.between(2'000, 45'000)) * kMillisecond);
    }

    void launch(World& world, std::size_t number) {
        Random& random = world.random();
        Crew& crew = m_crews[number];
        const std::uint64_t devBuy = random.chance(400) ? random.between(5, 300) * (kSol / 1'000) : 0;
        const TokenId token = world.launch(crew.dev, devBuy);
        const std::string mint{world.token(token)->mint.text()};
        Truth& truth = world.truth();
        truth.tagWallet(world.wallet(crew.dev).text(), "dev", mint);
        truth.join(crew.cluster, world.wallet(crew.dev).text(), mint);
        truth.tagToken(mint, "bundler");
        truth.tagToken(mint, "cabal");

        // Four launches in five have the block in one piece, mostly right behind the creation.
        const bool onePiece = random.chance(810);
        const bool behind = random.chance(760);
        std::uint64_t bag = 0;
        std::vector<TraderId> holders;
        for (std::size_t i = 0; i < crew.tickets.size(); ++i) {
            TradeStyle style = hastyStyle(world, true);
            style.contiguous = i == 0 ? behind : onePiece;
            const auto& [buyer, ticket] = crew.tickets[i];
            const TradeResult result = buyAs(world, token, buyer, ticket, style);
            if (!result.done) continue;
            bag += result.tokens;
            holders.push_back(buyer);
            truth.join(crew.cluster, world.wallet(buyer).text(), mint);
            truth.tagWallet(world.wallet(buyer).text(), "bundler", mint);
        }
        Bag made;
        made.crew = number;
        made.sale = m_exits.open("cluster_dump", mint, bag);
        // Every wallet gives away at a median of 17.5 s after the launch, all within a few seconds.
        const std::int64_t base =
            world.now() + static_cast<std::int64_t>(4'000 + random.waiting(17'000)) * kMillisecond;
        made.sellFromNs = base + 8 * kSecond + static_cast<std::int64_t>(random.waiting(25'000)) * kMillisecond;
        made.parts = random.between(2, 9);
        const std::uint64_t used = random.between(1, std::min<std::uint64_t>(3, crew.collectors.size()));
        const std::uint64_t first = random.below(crew.collectors.size());
        for (std::size_t i = 0; i < holders.size(); ++i) {
            if (random.chance(85)) {  // a few sell for themselves
                m_exits.plan(world, made.sale, token, holders[i], made.parts, made.sellFromNs, 9, crew.treasury);
                continue;
            }
            Action move;
            move.kind = HandOver;
            move.token = token;
            move.trader = holders[i];
            move.a = m_bags.size();
            move.b = crew.collectors[(first + i % used) % crew.collectors.size()];
            move.atNs = base + static_cast<std::int64_t>(random.below(4'000)) * kMillisecond;
            world.schedule(move);
        }
        m_bags.push_back(made);
        schedule(world, Prepare, number, inSeconds(world, 50, 220));
    }

    void handOver(World& world, const Action& action) {
        const Token* token = world.token(action.token);
        if (token == nullptr) return;
        const Bag& bag = m_bags[action.a];
        const Crew& crew = m_crews[bag.crew];
        const std::string mint{token->mint.text()};
        if (!world.give(action.token, action.trader, action.b, token->held(action.trader))) return;
        Truth& truth = world.truth();
        truth.join(crew.cluster, world.wallet(action.b).text(), mint);
        truth.tagWallet(world.wallet(action.b).text(), "insider_holdings", mint);
        truth.tagToken(mint, "insider_holdings");
        Random& random = world.random();
        // Each bag that arrives starts a sale of its own; the first to find the collector's account full sells it.
        m_exits.plan(world, bag.sale, action.token, action.b, bag.parts,
                     bag.sellFromNs + static_cast<std::int64_t>(random.below(15'000)) * kMillisecond,
                     random.between(2, 14), random.chance(600) ? crew.treasury : 0);
    }

    std::vector<Crew> m_crews;
    std::vector<Bag> m_bags;
    Payments m_payments;
    Exits m_exits;
};

}  // namespace

std::unique_ptr<Scheme> makeCreationBlock() {
    return std::make_unique<CreationBlock>();
}

}  // namespace core::sim
