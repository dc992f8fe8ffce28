// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/hubs.h"

#include "core/base/counted.h"

#include <fmt/format.h>

#include <cmath>
#include <unordered_set>

namespace core::detect {
namespace {

constexpr std::uint32_t kExchangeFunds = 25;
// An exchange takes in what customers earned; who only pays may be anybody. Source: detection section 4.1 (fan-in).
constexpr std::uint8_t kExchangeCashiers = 3;
// No hand buys and sells within one slot, and chance does not put others between time and again.
constexpr double kSandwichConfidence = 0.97;

class Hubs final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        if (const auto* transfer = std::get_if<SolTransfer>(&scene.event.body)) {
            look(scene, transfer->from, out);
            look(scene, transfer->to, out);
        } else if (const auto* trade = std::get_if<Trade>(&scene.event.body)) {
            // A wallet turns bot by the number of coins it buys.
            if (scene.coin->lastWasFirstBuy || tradesAsMachine(scene, trade->wallet))
                look(scene, trade->wallet, out);
        } else if (const auto* moved = std::get_if<TokenTransfer>(&scene.event.body)) {
            look(scene, moved->from, out);
            look(scene, moved->to, out);
        }
    }

private:
    [[nodiscard]] static bool sandwiches(const intel::WalletFacts& facts) noexcept {
        return facts.sandwiches >= intel::WalletBook::kSandwiches;
    }
    [[nodiscard]] static bool tradesAsMachine(const Scene& scene, const Wallet& wallet) {
        const intel::WalletId id = scene.who.find(wallet);
        return id != intel::kNoWallet && (scene.who.wallets()[id].machine || sandwiches(scene.who.wallets()[id]));
    }

    void look(const Scene& scene, const Wallet& wallet, Findings& out) {
        const intel::WalletId id = scene.who.find(wallet);
        if (id == intel::kNoWallet) return;
        const intel::WalletFacts& facts = scene.who.wallets()[id];
        const intel::HubKind kind = scene.who.wallets().hub(id);
        const bool machine = kind == intel::HubKind::None && (facts.machine || sandwiches(facts));
        if ((kind == intel::HubKind::None && !machine) || facts.reserved) return;
        // A wallet that has paid three others and not traded yet makes no links, and may be anybody.
        const bool mayPass =
            kind == intel::HubKind::Infrastructure && scene.who.wallets().lastingHub(id) == intel::HubKind::None;
        // One that pays a dozen beginners makes no links either; it takes more to call it an exchange: more of
        // them, and some that bring back what they earned.
        const bool mayBePrivate = kind == intel::HubKind::Exchange && facts.listed == intel::HubKind::None &&
                                  (facts.funded < kExchangeFunds || facts.cashiers < kExchangeCashiers);
        if (mayPass || mayBePrivate || !m_told.insert(wallet).second) return;
        const bool between = machine && !facts.machine;
        Flag flag = flagOf(intel::hubName(machine ? intel::HubKind::Bot : kind), scene);
        flag.mint.reset();
        flag.subject = wallet.base58();
        flag.wallets = {wallet};
        const bool bot = machine || kind == intel::HubKind::Bot;
        const bool exchange = kind == intel::HubKind::Exchange && facts.listed == intel::HubKind::None;
        flag.value = between    ? facts.sandwiches
                     : machine  ? intel::WalletBook::kMachineTrades
                     : bot      ? facts.mintsBought
                     : exchange ? facts.funded
                                : facts.peers;
        flag.unit = between    ? "buys and sells around others' trades"
                    : machine  ? "trades within ten minutes"
                    : bot      ? "coins bought"
                    : exchange ? "wallets that had their first SOL from it"
                               : "wallets it moved SOL or coins with";
        const std::string_view label = scene.who.label(wallet);
        if (facts.listed != intel::HubKind::None) {
            flag.confidence = 0.95;
            flag.rule = fmt::format("On the address list as {}.", label.empty() ? intel::hubName(kind) : label);
        } else {
            // Degree is weak evidence by itself (detection section 4.1): the more, the surer.
            flag.confidence = 1.0 / (1.0 + std::exp(1.5 - std::log1p(flag.value)));
            if (between) {
                flag.confidence = kSandwichConfidence;
                flag.rule = fmt::format("Bought and sold around somebody else's trade within one slot, {} times.",
                                        facts.sandwiches);
            } else if (bot)
                flag.rule =
                    machine ? fmt::format("Traded {} times within ten minutes.", intel::WalletBook::kMachineTrades)
                            : fmt::format("Bought {} of {} coins seen.", facts.mintsBought, scene.market.size());
            else if (exchange)
                flag.rule = counted(facts.funded, "wallet") +
                            " had their first SOL from it, as customers of an exchange have.";
            else
                flag.rule = fmt::format("Moved SOL or coins with at least {}.", counted(facts.peers, "wallet"));
            flag.against.emplace_back("A dev with many wallets has many counterparties too.");
        }
        flag.evidence.push_back(evidenceOf("seen", scene.event.at, {wallet}, std::nullopt, "the event that told"));
        out.flags.push_back(std::move(flag));
    }

    std::unordered_set<Wallet> m_told;
};

}  // namespace

std::unique_ptr<Detector> makeHubs() {
    return std::make_unique<Hubs>();
}

}  // namespace core::detect
