// SPDX-License-Identifier: GPL-3.0-or-later
// Decoy: wallets that send dust, or crumbs of a coin, to many who trade. Receivers share a sender and a transaction
// with people they have never heard of.
#include "core/sim/schemes/schemes.h"
#include "core/sim/schemes/toolkit.h"

#include <algorithm>

namespace core::sim {
namespace {

enum Kind : std::uint32_t { Dust, Airdrop, Crumb };

class DustSpam final : public Scheme {
public:
    void start(World& world) override {
        Random& random = world.random();
        m_spammers.resize(random.between(1, 2));
        for (std::size_t i = 0; i < m_spammers.size(); ++i) {
            m_spammers[i] = world.newAgent(random.between(5, 30) * kSol);
            world.truth().tagWallet(world.wallet(m_spammers[i]).text(), "infrastructure", "");
            schedule(world, Dust, i, inSeconds(world, 15, 60));
        }
        m_promoter = world.newAgent(random.between(20, 60) * kSol);
        schedule(world, Airdrop, 0, inSeconds(world, 40, 120));
    }

    void act(World& world, const Action& action) override {
        switch (action.kind) {
            case Dust: dust(world, action); break;
            case Airdrop: airdrop(world, action); break;
            case Crumb: world.give(action.token, m_promoter, action.trader, action.b); break;
            default: break;
        }
    }

private:
    static void schedule(World& world, Kind kind, std::size_t number, std::int64_t atNs) {
        Action action;
        action.kind = kind;
        action.a = number;
        action.atNs = atNs;
        world.schedule(action);
    }

    // Some who bought lately, of several coins; with `crowd` only those of no scheme.
    std::vector<TraderId> traders(World& world, std::uint64_t count, bool crowd) {
        Random& random = world.random();
        std::vector<TraderId> found;
        m_strangers.clear();
        for (std::uint64_t look = 0; look < count * 6 && found.size() < count; ++look) {
            const TokenId id = popularToken(world, 3);
            const Token* token = id == 0 ? nullptr : world.token(id);
            if (token == nullptr || token->holdings.empty()) continue;
            const Holding& seen = token->holdings[random.below(token->holdings.size())];
            if (seen.boughtTokens == 0 || (crowd && seen.agent) ||
                std::find(found.begin(), found.end(), seen.trader) != found.end())
                continue;
            found.push_back(seen.trader);
            // Two wallets of schemes may well belong together; two of the crowd do not.
            if (!seen.agent) m_strangers.push_back(seen.trader);
        }
        return found;
    }

    void dust(World& world, const Action& action) {
        Random& random = world.random();
        schedule(world, Dust, action.a, inSeconds(world, 12, 50));
        std::vector<Payment> payments;
        const std::uint64_t crumb = random.heavyTail(1'000, 2'000'000);
        for (const TraderId trader : traders(world, random.between(6, 18), false))
            payments.push_back({trader, random.chance(700) ? crumb : crumb + random.below(1'000)});
        if (!world.pay(m_spammers[action.a], payments, 10'000)) return;
        tell(world);
    }

    // The promoter of a coin buys some and hands crumbs out, a wallet every second or so.
    void airdrop(World& world, const Action& action) {
        Random& random = world.random();
        schedule(world, Airdrop, action.a, inSeconds(world, 90, 240));
        const TokenId token = popularToken(world, 5, 300);
        if (token == 0) return;
        const TradeResult bought =
            world.buy(token, m_promoter, random.between(50, 400) * (kSol / 1'000), ordinaryStyle(world, true));
        if (!bought.done) return;
        const auto receivers = traders(world, random.between(6, 20), true);
        std::int64_t at = world.now();
        for (const TraderId trader : receivers) {
            at += static_cast<std::int64_t>(random.between(300, 2'500)) * kMillisecond;
            Action crumb;
            crumb.kind = Crumb;
            crumb.token = token;
            crumb.trader = trader;
            crumb.b = bought.tokens / 60;
            crumb.atNs = at;
            world.schedule(crumb);
        }
        tell(world);
    }

    void tell(World& world) {
        for (std::size_t i = 1; i < m_strangers.size(); ++i) m_pairs.add(world, m_strangers[i - 1], m_strangers[i]);
    }

    std::vector<TraderId> m_spammers;
    std::vector<TraderId> m_strangers;  ///< of the last receivers
    TraderId m_promoter = 0;
    UnrelatedPairs m_pairs{200};
};

}  // namespace

std::unique_ptr<Scheme> makeDustSpam() {
    return std::make_unique<DustSpam>();
}

}  // namespace core::sim
