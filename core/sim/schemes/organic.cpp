// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/schemes/schemes.h"

#include <algorithm>
#include <array>
#include <vector>

namespace core::sim {
namespace {

constexpr std::uint64_t kSol = 1'000'000'000;
constexpr std::int64_t kSecond = 1'000'000'000;
constexpr std::int64_t kNotBefore = 2 * kSecond;  // earlier buyers would be snipers
constexpr std::int64_t kForgottenAfter = 240 * kSecond;

enum Kind : std::uint32_t { Tick, Arrival, Offspring, Retry };
enum Side : std::uint64_t { AnySide, BuySide, SellSide };

class OrganicCrowd final : public Scheme {
public:
    void start(World& world) override {
        const std::uint32_t regulars = world.scenario().regulars;
        m_regulars.reserve(regulars);
        for (std::uint32_t i = 0; i < regulars; ++i)
            m_regulars.push_back(world.newTrader(world.random().between(kSol, 40 * kSol), true));
        Action tick;
        tick.kind = Tick;
        world.schedule(tick);
        Action arrival;
        arrival.kind = Arrival;
        arrival.atNs = kSecond;
        world.schedule(arrival);
    }

    void act(World& world, const Action& action) override {
        switch (action.kind) {
            case Tick: tick(world); break;
            case Arrival: arrive(world); break;
            case Offspring: trade(world, action.token, action.a); break;
            case Retry: buyOnce(world, action.token, action.trader, action.a, TradeStyle{}); break;
            default: break;
        }
    }

private:
    // Once a second: how much attention each token draws now, and how busy the market is.
    void tick(World& world) {
        const std::uint64_t second = static_cast<std::uint64_t>(world.now() / kSecond);
        if (second % 60 == 0) m_minute = world.random().pick(world.scenario().minutes);
        m_weights.clear();
        m_tokens.clear();
        m_dead.clear();
        std::uint64_t sum = 0;
        for (const TokenId id : world.liveTokens()) {
            const Token& token = *world.token(id);
            if (world.now() - token.createdNs < kNotBefore) continue;
            const std::uint64_t weight = attention(world, token);
            if (weight < 40 && token.stage == TokenStage::Curve &&
                world.now() - token.lastTradeNs > kForgottenAfter) {
                m_dead.push_back(id);
                continue;
            }
            if (token.stage == TokenStage::Complete) continue;
            sum += weight;
            m_weights.push_back(sum);
            m_tokens.push_back(id);
        }
        for (const TokenId id : m_dead) world.bury(id);
        Action next;
        next.kind = Tick;
        next.atNs = world.now() + kSecond;
        world.schedule(next);
    }

    // Rises over the first seconds, then halves again and again; what drew more halves more slowly.
    static std::uint64_t attention(const World& world, const Token& token) {
        const auto age = static_cast<std::uint64_t>((world.now() - token.createdNs) / kSecond);
        if (token.stage == TokenStage::Pool) {
            const std::uint64_t halfLife = 900;
            return decayed(token.appeal, age, halfLife) + world.scenario().poolAttention;
        }
        std::uint64_t halfLife = 25 + token.appeal / 600;
        if (token.star) halfLife = 1'200;
        return decayed(token.appeal, age, std::min<std::uint64_t>(halfLife, 1'200));
    }

    static std::uint64_t decayed(std::uint64_t value, std::uint64_t age, std::uint64_t halfLife) {
        const std::uint64_t halvings = age / halfLife;
        if (halvings >= 40) return 0;
        const std::uint64_t floor = value >> halvings;
        return floor - floor * (age % halfLife) / (2 * halfLife);
    }

    // The crowd's own rate: what is asked, shaped by the minute, less what trades set off themselves, and
    // steered slowly towards the asked average.
    void arrive(World& world) {
        Random& random = world.random();
        if (!m_tokens.empty() && m_weights.back() != 0) {
            const std::uint64_t draw = random.below(m_weights.back());
            const auto at = std::upper_bound(m_weights.begin(), m_weights.end(), draw) - m_weights.begin();
            trade(world, m_tokens[static_cast<std::size_t>(at)], AnySide);
        }
        const std::uint64_t asked = world.milliRate();
        const auto elapsed = static_cast<std::uint64_t>(world.now() / kSecond);
        const std::uint64_t goal = asked * elapsed / 1000;
        const std::uint64_t horizon = std::max<std::uint64_t>(asked * 90 / 1000, 1);
        const std::uint64_t behind = saturatingSub(goal, world.trades());
        const std::uint64_t ahead = saturatingSub(world.trades(), goal);
        const std::uint64_t steer = 1000 + std::min<std::uint64_t>(behind * 1000 / horizon, 1500) -
                                    std::min<std::uint64_t>(ahead * 1000 / horizon, 900);
        const std::uint64_t own = 1000 - std::min<std::uint32_t>(world.scenario().offspringPermille, 900);
        const std::uint64_t milli = std::max<std::uint64_t>(asked * m_minute / 1000 * steer / 1000 * own / 1000, 1);
        Action next;
        next.kind = Arrival;
        next.atNs = world.now() + static_cast<std::int64_t>(random.waiting(1'000'000'000'000ULL / milli));
        world.schedule(next);
    }

    void trade(World& world, TokenId id, std::uint64_t side) {
        const Token* token = world.token(id);
        if (token == nullptr || token->stage == TokenStage::Complete) return;
        Random& random = world.random();
        if (side == AnySide) side = random.chance(buyPermille(world, *token)) ? BuySide : SellSide;
        if (side == SellSide && token->holdings.empty()) side = BuySide;
        const TradeStyle style = chooseStyle(world, side == BuySide);
        const bool done = side == BuySide ? buy(world, *token, style) : sell(world, *token, style);
        if (!done || !random.chance(world.scenario().offspringPermille)) return;
        Action echo;
        echo.kind = Offspring;
        echo.token = id;
        echo.a = random.chance(750) ? side : std::uint64_t{AnySide};
        echo.atNs = world.now() + static_cast<std::int64_t>(50'000'000 + random.waiting(1'400'000'000));
        world.schedule(echo);
    }

    static std::uint32_t buyPermille(const World& world, const Token& token) {
        if (token.stage == TokenStage::Pool) return 510;
        const std::int64_t age = world.now() - token.createdNs;
        if (token.star) return 780;
        const std::int64_t rise = (15 + static_cast<std::int64_t>(token.appeal / 1'000)) * kSecond;
        return age < rise ? 660 : 400;
    }

    static TradeStyle chooseStyle(World& world, bool isBuy) {
        Random& random = world.random();
        TradeStyle style;
        style.computeLimit = static_cast<std::uint32_t>(random.between(20, 30)) * 10'000;
        style.computePrice = random.between(1, 80) * 12'500;
        style.exactIn = isBuy && random.chance(300);
        if (random.chance(180)) style.tipLamports = random.between(1, 20) * 50'000;
        if (random.chance(world.scenario().routedPermille)) {
            style.router = static_cast<std::uint8_t>(random.below(4));
            style.forgesEvent = random.chance(50);
        }
        if (random.chance(world.scenario().failedPermille)) {
            const std::uint64_t how = random.below(10);
            style.failure = style.router && how < 5 ? Failure::Router
                            : how < 7               ? Failure::Slippage
                                                    : Failure::AfterEvent;
        }
        return style;
    }

    // People type round numbers; bots and percent-of-balance buttons do not.
    static std::uint64_t buySize(World& world, const Token& token) {
        static constexpr std::array<std::uint64_t, 10> kRound{20, 50, 50, 100, 100, 200, 300, 500, 1'000, 2'000};
        Random& random = world.random();
        std::uint64_t lamports =
            random.chance(600) ? random.pick(kRound) * (kSol / 1000) : random.heavyTail(kSol / 40, 4 * kSol);
        if (token.star) lamports += lamports / 2;
        return lamports * world.scenario().sizePermille / 1000;
    }

    bool buy(World& world, const Token& token, const TradeStyle& style) {
        Random& random = world.random();
        const bool fresh = random.chance(world.scenario().freshPermille);
        const TraderId trader = fresh ? world.newTrader(random.between(kSol / 2, 12 * kSol), false)
                                      : m_regulars[random.below(m_regulars.size())];
        const TokenId id = token.id;
        const std::uint64_t lamports = buySize(world, token);
        if (buyOnce(world, id, trader, lamports, style)) return true;
        if (random.chance(500)) {
            Action retry;
            retry.kind = Retry;
            retry.token = id;
            retry.trader = trader;
            retry.a = lamports;
            retry.atNs = world.now() + static_cast<std::int64_t>(random.between(600, 3'000)) * (kSecond / 1000);
            world.schedule(retry);
        } else {
            world.dismiss(trader);
        }
        return false;
    }

    static bool buyOnce(World& world, TokenId token, TraderId trader, std::uint64_t lamports,
                        const TradeStyle& style) {
        return world.buy(token, trader, lamports, style).done;
    }

    // Of a few holders looked at, the one with the best price since its entry sells: early buyers take
    // profit first, and under water people hold on longer.
    static bool sell(World& world, const Token& token, const TradeStyle& style) {
        Random& random = world.random();
        const Holding* best = nullptr;
        std::uint64_t bestGain = 0;
        for (int look = 0; look < 4; ++look) {
            const Holding& seen = token.holdings[random.below(token.holdings.size())];
            if (seen.cell.amount == 0 || seen.agent || seen.trader == token.creator || seen.boughtTokens == 0)
                continue;
            const std::uint64_t entry = mulDiv(seen.paidLamports, kTokenSupply, seen.boughtTokens).value_or(1);
            const std::uint64_t gain = mulDiv(token.price(), 1000, std::max<std::uint64_t>(entry, 1)).value_or(0);
            if (best == nullptr || gain > bestGain) {
                best = &seen;
                bestGain = gain;
            }
        }
        if (best == nullptr) return false;
        static constexpr std::array<std::uint64_t, 6> kParts{100, 100, 100, 50, 50, 25};
        const std::uint64_t part = random.pick(kParts);
        const std::uint64_t amount = part == 100 ? best->cell.amount : best->cell.amount / 100 * part;
        return world.sell(token.id, best->trader, amount, style).done;
    }

    std::vector<TraderId> m_regulars;
    std::vector<TokenId> m_tokens;
    std::vector<std::uint64_t> m_weights;  ///< running sums, parallel to m_tokens
    std::vector<TokenId> m_dead;
    std::uint64_t m_minute = 1'000;
};

}  // namespace

std::unique_ptr<Scheme> makeOrganicCrowd() {
    return std::make_unique<OrganicCrowd>();
}

}  // namespace core::sim
