// SPDX-License-Identifier: GPL-3.0-or-later
// Decoy: customers of one trading bot. They answer the same calls within seconds with the bot's default settings
// and preset amounts, through one program, and pay their fee to one wallet.
#include "core/sim/schemes/schemes.h"
#include "core/sim/schemes/toolkit.h"

#include <array>

namespace core::sim {
namespace {

enum Kind : std::uint32_t { Call, Buy };

class BotUsers final : public Scheme {
public:
    void start(World& world) override {
        Random& random = world.random();
        m_bots.resize(random.between(1, 2));
        for (std::size_t i = 0; i < m_bots.size(); ++i) {
            Bot& bot = m_bots[i];
            bot.feeWallet = world.newAgent(random.between(100, 900) * kSol);
            world.truth().tagWallet(world.wallet(bot.feeWallet).text(), "infrastructure", "");
            bot.router = static_cast<std::uint8_t>(random.below(4));
            bot.price = random.between(4, 40) * 100'000;
            for (std::uint64_t n = random.between(25, 60); n > 0; --n)
                bot.users.push_back(world.newAgent(random.between(2, 30) * kSol));
            Action action;
            action.kind = Call;
            action.a = i;
            action.atNs = inSeconds(world, 10, 60);
            world.schedule(action);
        }
    }

    void act(World& world, const Action& action) override {
        if (m_exits.act(world, action)) return;
        if (action.kind == Call)
            call(world, action);
        else
            buy(world, action);
    }

private:
    struct Bot {
        TraderId feeWallet = 0;
        std::uint8_t router = 0;
        std::uint64_t price = 0;
        std::vector<TraderId> users;
        std::vector<TraderId> answered;  ///< the last call
    };

    static TradeStyle style(const Bot& bot, std::uint64_t lamports) {
        TradeStyle style;
        style.computeLimit = 280'000;
        style.computePrice = bot.price;
        style.router = bot.router;
        style.exactIn = true;
        style.feeTo = bot.feeWallet;
        style.feeLamports = lamports / 100;
        return style;
    }

    void call(World& world, const Action& action) {
        Random& random = world.random();
        Bot& bot = m_bots[action.a];
        Action next = action;
        next.atNs = world.now() + static_cast<std::int64_t>(15'000 + random.waiting(60'000)) * kMillisecond;
        world.schedule(next);
        const TokenId token = popularToken(world, 1, 240);
        if (token == 0) return;
        bot.answered.clear();
        for (const TraderId user : bot.users) {
            if (!random.chance(250)) continue;
            Action answer;
            answer.kind = Buy;
            answer.a = action.a;
            answer.trader = user;
            answer.token = token;
            answer.atNs = world.now() + static_cast<std::int64_t>(200 + random.waiting(2'500)) * kMillisecond;
            world.schedule(answer);
        }
    }

    void buy(World& world, const Action& action) {
        static constexpr std::array<std::uint64_t, 5> kPresets{100, 100, 250, 500, 1'000};
        Random& random = world.random();
        Bot& bot = m_bots[action.a];
        const std::uint64_t lamports = random.pick(kPresets) * (kSol / 1'000);
        if (!buyAs(world, action.token, action.trader, lamports, style(bot, lamports)).done) return;
        for (const TraderId other : bot.answered) m_pairs.add(world, other, action.trader);
        bot.answered.push_back(action.trader);
        const std::size_t sale = m_exits.open("", "", ~std::uint64_t{0});
        m_exits.plan(world, sale, action.token, action.trader, random.between(1, 2),
                     world.now() + static_cast<std::int64_t>(8'000 + random.waiting(80'000)) * kMillisecond, 12);
    }

    std::vector<Bot> m_bots;
    UnrelatedPairs m_pairs{300};
    Exits m_exits;
};

}  // namespace

std::unique_ptr<Scheme> makeBotUsers() {
    return std::make_unique<BotUsers>();
}

}  // namespace core::sim
