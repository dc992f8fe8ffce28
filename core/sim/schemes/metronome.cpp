// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/schemes/schemes.h"

#include <array>
#include <utility>

namespace core::sim {
namespace {

constexpr std::uint64_t kTokens = 4;
constexpr std::uint64_t kLamports = 200'000'000;
constexpr std::uint64_t kFailEvery = 7;

class Metronome final : public Scheme {
public:
    void start(World& world) override {
        for (std::uint64_t i = 0; i < kTokens; ++i) {
            m_tokens[i] = world.launch(world.newTrader(kLamports * 100, true), 0);
            for (TraderId& trader : m_traders[i]) trader = world.newTrader(kLamports * 100, true);
        }
        world.schedule(Action{});
    }

    // Tick n trades token n mod 4. Each trader buys and, a round later, sells everything again, so that no
    // curve ever fills however long it runs.
    void act(World& world, const Action& action) override {
        const std::uint64_t tick = action.a;
        const std::uint64_t token = tick % kTokens;
        const std::uint64_t round = tick / kTokens;
        const std::uint64_t seat = (round / 2) % m_traders[token].size();
        const TraderId trader = m_traders[token][seat];
        TradeStyle style;
        if (tick % kFailEvery == kFailEvery - 1) {
            style.failure = tick % 2 == 0 ? Failure::Slippage : Failure::AfterEvent;
            world.buy(m_tokens[token], trader, kLamports, style);
            style.failure = Failure::None;
        }
        if (round % 2 == 0)
            world.buy(m_tokens[token], trader, kLamports, style);
        else
            world.sell(m_tokens[token], trader, kTokenSupply, style);
        Action next;
        next.a = tick + 1;
        next.atNs =
            static_cast<std::int64_t>(mulDiv(tick + 1, 1'000'000'000'000ULL, world.milliRate()).value_or(0));
        world.schedule(next);
    }

private:
    std::array<TokenId, kTokens> m_tokens{};
    std::array<std::array<TraderId, 25>, kTokens> m_traders{};
};

}  // namespace

std::unique_ptr<Scheme> makeMetronome() {
    return std::make_unique<Metronome>();
}

}  // namespace core::sim
