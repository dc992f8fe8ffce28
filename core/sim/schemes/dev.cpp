// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sim/schemes/schemes.h"

#include <array>
#include <string>
#include <unordered_map>

namespace core::sim {
namespace {

constexpr std::uint64_t kSol = 1'000'000'000;
constexpr std::int64_t kMillisecond = 1'000'000;
constexpr std::size_t kSerialDevs = 24;

enum Kind : std::uint32_t { Launch, Dump, Trim };

class Devs final : public Scheme {
public:
    void start(World& world) override {
        for (TraderId& dev : m_serial) dev = world.newTrader(30 * kSol, true);
        for (std::int64_t at : {100, 900, 2'300}) {
            Action action;
            action.kind = Launch;
            action.atNs = at * kMillisecond;
            action.a = 1;
            world.schedule(action);
        }
        scheduleLaunch(world);
    }

    void act(World& world, const Action& action) override {
        switch (action.kind) {
            case Launch:
                launch(world);
                if (action.a == 0) scheduleLaunch(world);
                break;
            case Dump: dump(world, action); break;
            case Trim: trim(world, action); break;
            default: break;
        }
    }

private:
    static void scheduleLaunch(World& world) {
        const std::uint64_t mean =
            std::uint64_t{world.scenario().tradesPerLaunch} * 1'000'000'000'000ULL / world.milliRate();
        Action action;
        action.kind = Launch;
        action.atNs = world.now() + static_cast<std::int64_t>(world.random().waiting(mean));
        world.schedule(action);
    }

    void launch(World& world) {
        Random& random = world.random();
        const TraderId dev = random.chance(250) ? random.pick(m_serial)
                                                : world.newTrader(random.between(2 * kSol, 15 * kSol), false);
        const std::uint64_t stake =
            (kSol / 10 + random.heavyTail(kSol / 20, 3 * kSol)) * world.scenario().sizePermille / 1000;
        const std::uint64_t how = random.below(100);
        const TokenId token = world.launch(dev, how < 68 ? stake : 0);
        const Token* made = world.token(token);
        world.truth().tagWallet(world.wallet(dev).text(), "dev", made->mint.text());
        if (how >= 68 && how < 88) {
            TradeStyle behind;
            behind.contiguous = true;
            behind.computePrice = 2'000'000;
            behind.tipLamports = 1'000'000;
            world.buy(token, dev, stake, behind);
        }
        if (made->held(dev) == 0) return;

        Action later;
        later.token = token;
        later.trader = dev;
        const std::uint64_t plan = random.below(100);
        if (plan < 45) {
            later.kind = Dump;
            later.b = random.between(1, 3);
            later.atNs = world.now() + static_cast<std::int64_t>(8'000 + random.waiting(60'000)) * kMillisecond;
            world.schedule(later);
        } else if (plan < 62) {
            later.kind = Trim;
            later.atNs = world.now() + static_cast<std::int64_t>(60'000 + random.waiting(120'000)) * kMillisecond;
            world.schedule(later);
        }
    }

    // a = step, b = steps. All of the bag goes within seconds.
    void dump(World& world, const Action& action) {
        const Token* token = world.token(action.token);
        if (token == nullptr) return;
        Random& random = world.random();
        const std::uint64_t held = token->held(action.trader);
        if (held == 0) return;
        const std::uint64_t left = action.b - action.a;
        TradeStyle style;
        style.computePrice = 1'500'000;
        if (random.chance(500)) style.tipLamports = 1'000'000;
        const TradeResult result = world.sell(action.token, action.trader, left <= 1 ? held : held / left, style);
        Action next = action;
        if (!result.done) {
            // The curve is being migrated; it comes back as a pool.
            next.atNs = world.now() + 4'000 * kMillisecond;
            if (token->stage == TokenStage::Complete) world.schedule(next);
            return;
        }
        if (action.a == 0) m_firstSale[action.token] = world.slot();
        if (left > 1) {
            ++next.a;
            next.atNs = world.now() + static_cast<std::int64_t>(random.between(400, 3'000)) * kMillisecond;
            world.schedule(next);
            return;
        }
        Truth::Event event;
        event.kind = "dev_dump";
        event.mint = token->mint.text();
        event.startSlot = m_firstSale[action.token];
        event.endSlot = world.slot();
        event.wallets = {std::string{world.wallet(action.trader).text()}};
        world.truth().addEvent(std::move(event));
        m_firstSale.erase(action.token);
    }

    // Partial profit, well below what counts as a dump.
    static void trim(World& world, const Action& action) {
        const Token* token = world.token(action.token);
        if (token == nullptr) return;
        const std::uint64_t twoPercent = kTokenSupply / 50;
        const std::uint64_t part = std::min(token->held(action.trader) / 5, twoPercent / 2);
        world.sell(action.token, action.trader, part, TradeStyle{});
    }

    std::array<TraderId, kSerialDevs> m_serial{};
    std::unordered_map<TokenId, std::uint64_t> m_firstSale;
};

}  // namespace

std::unique_ptr<Scheme> makeDevs() {
    return std::make_unique<Devs>();
}

}  // namespace core::sim
