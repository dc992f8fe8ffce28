// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/sniper.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace core::detect {
namespace {

// Detection section 4.6: slots as observed.
struct Params {
    std::uint64_t slots = 3;
    std::size_t mostListed = 100;
};

struct Buyer {
    Wallet wallet;
    std::uint64_t slots;
    std::optional<std::uint32_t> gap;  ///< transactions behind the creation, in its slot
    std::uint64_t coins;
    EventHeader at;
};

class Sniper final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        const auto* trade = std::get_if<Trade>(&scene.event.body);
        if (trade == nullptr || trade->side != Side::Buy) return;
        const ledger::TokenLedger& coin = *scene.coin;
        if (!coin.lastWasFirstBuy || !coin.creationSeen || !coin.createdSlot || !scene.event.at.slot) return;
        if (*scene.event.at.slot < *coin.createdSlot) return;
        const std::uint64_t slots = scene.event.at.slot->value() - coin.createdSlot->value();
        if (slots > m_params.slots || coin.creator == trade->wallet) return;
        std::vector<Buyer>& buyers = m_buyers[coin.mint()];
        if (buyers.size() >= m_params.mostListed) return;
        Buyer buyer{trade->wallet, slots, std::nullopt, trade->baseAmount.value(), scene.event.at};
        const auto creation = scene.who.creationIndex(coin);
        if (slots == 0 && creation && scene.event.at.txIndex && *scene.event.at.txIndex >= *creation)
            buyer.gap = *scene.event.at.txIndex - *creation;
        buyers.push_back(buyer);
        tell(scene, buyer, buyers, out);
    }

private:
    // A statement for each wallet: the fact is the wallet's own.
    void tell(const Scene& scene, const Buyer& buyer, const std::vector<Buyer>& all, Findings& out) const {
        const ledger::TokenLedger& coin = *scene.coin;
        Flag flag = flagOf("sniper", scene);
        flag.subject = buyer.wallet.base58();
        flag.wallets = {buyer.wallet};
        flag.value = static_cast<double>(buyer.slots);
        flag.unit = "slots behind the creation";
        // In the creation's own slot nobody can have reacted by hand; each further slot leaves more room for
        // chance.
        constexpr double kCertain[] = {1.0, 0.8, 0.6, 0.5};
        flag.confidence = kCertain[std::min<std::size_t>(buyer.slots, 3)];
        flag.rule = buyer.gap ? fmt::format("{}: bought in the creation slot, {} transactions behind the creation.",
                                            coinName(coin), *buyer.gap)
                    : buyer.slots == 0 ? fmt::format("{}: bought in the creation slot.", coinName(coin))
                                       : fmt::format("{}: bought {} slots behind the creation, as buyer {}.",
                                                     coinName(coin), buyer.slots, all.size());
        flag.evidence.push_back(
            evidenceOf("buy", buyer.at, {buyer.wallet}, TokenAmount{buyer.coins}, "first buy of the coin"));
        if (buyer.slots != 0)
            flag.against.emplace_back("A fast hand or a copy-trading service may buy this soon as well.");
        out.flags.push_back(std::move(flag));
    }

    Params m_params;
    std::unordered_map<Mint, std::vector<Buyer>> m_buyers;
};

}  // namespace

std::unique_ptr<Detector> makeSniper() {
    return std::make_unique<Sniper>();
}

}  // namespace core::detect
