// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/schemes/schemes.h"

#include <array>
#include <string_view>
#include <unordered_map>

namespace core::sim {
namespace {

constexpr std::size_t kWallets = 14;
constexpr std::uint32_t kBotCoins = 14;
constexpr std::uint64_t kSol = 1'000'000'000;
constexpr std::int64_t kMillisecond = 1'000'000;

enum Kind : std::uint32_t { Buy, Sell };

class Snipers final : public Scheme {
public:
    void start(World& world) override {
        for (TraderId& trader : m_traders) trader = world.newTrader(80 * kSol, true);
    }

    void launched(World& world, TokenId token) override {
        Random& random = world.random();
        if (!random.chance(world.scenario().sniperPermille)) return;
        const std::uint64_t count = random.between(1, 4);
        const std::uint64_t first = random.below(kWallets);
        for (std::uint64_t i = 0; i < count; ++i) {
            Action action;
            action.kind = Buy;
            action.token = token;
            action.trader = m_traders[(first + i) % kWallets];
            action.atNs = world.now() + static_cast<std::int64_t>(random.between(1, 60)) * kMillisecond;
            world.schedule(action);
        }
    }

    void act(World& world, const Action& action) override {
        if (action.kind == Buy)
            buy(world, action);
        else
            sell(world, action);
    }

private:
    static TradeStyle style(Random& random) {
        TradeStyle style;
        style.computeLimit = 300'000;
        style.computePrice = random.between(1'000'000, 6'000'000);
        style.tipLamports = random.between(200'000, 4'000'000);
        style.exactIn = true;
        if (random.chance(400)) style.router = static_cast<std::uint8_t>(random.below(2));
        return style;
    }

    void buy(World& world, const Action& action) {
        const Token* token = world.token(action.token);
        // Too late for the creation slot is too late for a sniper.
        if (token == nullptr || world.slot() != token->createdSlot) return;
        Random& random = world.random();
        TradeStyle how = style(random);
        if (random.chance(world.scenario().failedPermille)) how.failure = Failure::Slippage;
        const std::uint64_t lamports = random.between(kSol / 5, 2 * kSol) * world.scenario().sizePermille / 1000;
        if (!world.buy(action.token, action.trader, lamports, how).done) return;
        const std::string_view wallet = world.wallet(action.trader).text();
        world.truth().tagWallet(wallet, "sniper", token->mint.text());
        // By what it does, and not by what it is made of: detection section 4.1.
        if (++m_coins[action.trader] == kBotCoins) world.truth().tagWallet(wallet, "bot", "");
        Action exit = action;
        exit.kind = Sell;
        exit.a = 0;
        exit.atNs = world.now() + static_cast<std::int64_t>(4'000 + random.waiting(18'000)) * kMillisecond;
        world.schedule(exit);
    }

    static void sell(World& world, const Action& action) {
        const Token* token = world.token(action.token);
        if (token == nullptr) return;
        Random& random = world.random();
        const std::uint64_t held = token->held(action.trader);
        if (held == 0) return;
        // Most leave at once, some in two steps; a curve that is being migrated makes everyone wait.
        const bool half = action.a == 0 && random.chance(300);
        world.sell(action.token, action.trader, half ? held / 2 : held, style(random));
        if (world.token(action.token)->held(action.trader) == 0 || action.a >= 3) return;
        Action rest = action;
        ++rest.a;
        rest.atNs = world.now() + static_cast<std::int64_t>(random.between(2'000, 9'000)) * kMillisecond;
        world.schedule(rest);
    }

    std::array<TraderId, kWallets> m_traders{};
    std::unordered_map<TraderId, std::uint32_t> m_coins;  ///< it sniped
};

}  // namespace

std::unique_ptr<Scheme> makeSnipers() {
    return std::make_unique<Snipers>();
}

}  // namespace core::sim
