// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/schemes/toolkit.h"

#include <algorithm>
#include <array>

namespace core::sim {
namespace {

constexpr std::uint64_t kMostTries = 12;

std::int64_t nanoseconds(std::uint64_t seconds) {
    return static_cast<std::int64_t>(seconds) * kSecond;
}

}  // namespace

std::int64_t inSeconds(World& world, std::uint64_t low, std::uint64_t high) {
    return world.now() +
           static_cast<std::int64_t>(world.random().between(low * 1'000'000'000, high * 1'000'000'000));
}

TradeStyle ordinaryStyle(World& world, bool isBuy) {
    Random& random = world.random();
    TradeStyle style;
    style.computeLimit = static_cast<std::uint32_t>(random.between(20, 30)) * 10'000;
    style.computePrice = random.between(1, 80) * 12'500;
    style.exactIn = isBuy && random.chance(300);
    if (random.chance(180)) style.tipLamports = random.between(1, 20) * 50'000;
    if (random.chance(world.scenario().routedPermille)) style.router = static_cast<std::uint8_t>(random.below(4));
    return style;
}

TradeStyle hastyStyle(World& world, bool isBuy) {
    Random& random = world.random();
    TradeStyle style;
    style.computeLimit = static_cast<std::uint32_t>(random.between(22, 32)) * 10'000;
    style.computePrice = random.between(40, 600) * 10'000;
    style.exactIn = isBuy && random.chance(600);
    if (random.chance(600)) style.tipLamports = random.between(2, 40) * 100'000;
    return style;
}

std::uint64_t around(Random& random, std::uint64_t mean, std::uint64_t permille) {
    // Three even draws of ±1 have a standard deviation of 1 together.
    std::uint64_t sum = 0;
    for (int i = 0; i < 3; ++i) sum += random.below(2'000'001);
    const std::uint64_t spread = std::min<std::uint64_t>(permille, 330);
    const std::uint64_t factor = 1'000'000'000 + spread * sum - spread * 3'000'000;
    return mulDiv(mean, factor, 1'000'000'000).value_or(mean);
}

std::uint64_t typed(Random& random, std::uint64_t lamports) {
    if (!random.chance(550)) return lamports;
    const std::uint64_t unit = lamports > 2 * kSol ? kSol / 2 : lamports > kSol / 5 ? kSol / 10 : kSol / 100;
    return std::max<std::uint64_t>((lamports + unit / 2) / unit, 1) * unit;
}

std::uint64_t withdrawal(Random& random, std::uint64_t least) {
    if (!random.chance(360)) return around(random, least + least / 20, 15);
    return (least / (kSol / 10) + 1) * (kSol / 10);
}

TokenId popularToken(World& world, std::uint64_t minAge, std::uint64_t maxAge) {
    const auto& live = world.liveTokens();
    TokenId best = 0;
    std::uint64_t bestAppeal = 0;
    for (int look = 0; look < 12 && !live.empty(); ++look) {
        const TokenId id = live[world.random().below(live.size())];
        const Token& token = *world.token(id);
        const auto age = static_cast<std::uint64_t>(world.now() - token.createdNs) / 1'000'000'000;
        if (token.stage == TokenStage::Complete || age < minAge || age > maxAge) continue;
        if (best == 0 || token.appeal > bestAppeal) {
            best = id;
            bestAppeal = token.appeal;
        }
    }
    return best;
}

TradeResult buyAs(World& world, TokenId token, TraderId trader, std::uint64_t lamports, const TradeStyle& style) {
    const TradeResult result = world.buy(token, trader, lamports, style);
    const Token* bought = world.token(token);
    if (result.done && bought != nullptr && world.slot() == bought->createdSlot && bought->creator != trader)
        world.truth().tagWallet(world.wallet(trader).text(), "sniper", bought->mint.text());
    return result;
}

void UnrelatedPairs::add(World& world, TraderId a, TraderId b) {
    if (m_left == 0 || a == b || !m_seen.insert(std::minmax(a, b)).second) return;
    --m_left;
    world.truth().markUnrelated(world.wallet(a).text(), world.wallet(b).text());
}

std::int64_t Payments::send(World& world, std::vector<TraderId> path, std::uint64_t lamports, std::int64_t startNs,
                            std::uint64_t low, std::uint64_t high) {
    Random& random = world.random();
    Journey journey;
    journey.path = std::move(path);
    // From the last transfer to the first: each wallet between keeps its rent, its fee and some dust.
    for (std::size_t step = journey.path.size() - 1; step-- > 0;) {
        journey.lamports.insert(journey.lamports.begin(), lamports);
        lamports += random.between(1'200'000, 9'000'000);
    }
    std::int64_t at = startNs;
    for (std::size_t step = 0; step + 1 < journey.path.size(); ++step) {
        if (step != 0)
            at += static_cast<std::int64_t>(random.between(low * 1'000, high * 1'000 + 900)) * kMillisecond;
        Action action;
        action.kind = kPaymentKind;
        action.atNs = at;
        action.a = m_journeys.size();
        action.b = step;
        world.schedule(action);
    }
    m_journeys.push_back(std::move(journey));
    return at;
}

bool Payments::act(World& world, const Action& action) {
    if (action.kind != kPaymentKind) return false;
    const Journey& journey = m_journeys.at(action.a);
    const std::array payment{Payment{journey.path[action.b + 1], journey.lamports[action.b]}};
    const std::uint64_t price = world.random().chance(500) ? world.random().between(1, 60) * 1'000 : 0;
    world.pay(journey.path[action.b], payment, price);
    return true;
}

std::size_t Exits::open(std::string_view kind, std::string_view mint, std::uint64_t bag) {
    Sale sale;
    sale.kind = kind;
    sale.mint = mint;
    sale.bag = bag;
    m_sales.push_back(std::move(sale));
    return m_sales.size() - 1;
}

void Exits::plan(World& world, std::size_t sale, TokenId token, TraderId trader, std::uint64_t parts,
                 std::int64_t startNs, std::uint64_t pace, TraderId sweepTo) {
    Plan plan;
    plan.sale = sale;
    plan.partsLeft = std::max<std::uint64_t>(parts, 1);
    plan.pace = pace;
    plan.sweepTo = sweepTo;
    Action action;
    action.kind = kExitKind;
    action.atNs = startNs;
    action.token = token;
    action.trader = trader;
    action.a = m_plans.size();
    m_plans.push_back(plan);
    world.schedule(action);
}

void Exits::sold(World& world, std::size_t number, TraderId trader, std::uint64_t tokens) {
    Sale& sale = m_sales.at(number);
    if (sale.startSlot == 0) sale.startSlot = world.slot();
    sale.endSlot = world.slot();
    sale.sold += tokens;
    const std::string_view wallet = world.wallet(trader).text();
    if (std::find(sale.wallets.begin(), sale.wallets.end(), wallet) == sale.wallets.end())
        sale.wallets.emplace_back(wallet);
    if (sale.sold < sale.bag / 2) return;
    if (!sale.told) sale.told = world.truth().addEvent({sale.kind, sale.mint, sale.startSlot, 0, {}});
    Truth::Event& event = world.truth().event(*sale.told);
    event.endSlot = sale.endSlot;
    event.wallets = sale.wallets;
}

bool Exits::act(World& world, const Action& action) {
    if (action.kind != kExitKind) return false;
    Plan& plan = m_plans.at(action.a);
    Random& random = world.random();
    if (plan.sweeping) {
        const std::uint64_t left = world.balance(action.trader);
        const std::uint64_t kept = random.between(20'000'000, 60'000'000);
        if (left > kept + kSol / 20) world.pay(action.trader, std::array{Payment{plan.sweepTo, left - kept}}, 0);
        return true;
    }
    Action next = action;
    const Token* token = world.token(action.token);
    if (token != nullptr && token->held(action.trader) != 0) {
        const std::uint64_t held = token->held(action.trader);
        const std::uint64_t part = plan.partsLeft <= 1 ? held : around(random, held / plan.partsLeft, 150);
        const TradeResult result =
            world.sell(action.token, action.trader, part,
                       plan.pace < 4 ? hastyStyle(world, false) : ordinaryStyle(world, false));
        if (result.done) {
            sold(world, plan.sale, action.trader, result.tokens);
            if (plan.partsLeft > 1) --plan.partsLeft;
        } else if (++plan.tries > kMostTries) {
            return true;
        }
        if (token->held(action.trader) != 0) {
            // A curve that is being migrated makes everyone wait.
            next.atNs = world.now() + (result.done ? static_cast<std::int64_t>(random.waiting(
                                                         static_cast<std::uint64_t>(nanoseconds(plan.pace)))) +
                                                         200 * kMillisecond
                                                   : 2 * kSecond);
            world.schedule(next);
            return true;
        }
    }
    if (plan.sweepTo == 0) return true;
    plan.sweeping = true;
    next.atNs = inSeconds(world, 2, 40);
    world.schedule(next);
    return true;
}

}  // namespace core::sim
