// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/sniper.h"

#include "core/base/counted.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <vector>

namespace core::detect {
namespace {

// Detection section 4.6: slots as observed.
struct Params {
    std::uint64_t slots = 3;
};

class Sniper final : public Detector {
public:
    void onEvent(const Scene&, Findings&) override {}

    void onSlotGroup(const Scene& scene, const intel::SlotGroup& group, Findings& out) override {
        const ledger::TokenLedger& coin = *group.coin;
        if (group.side != Side::Buy || !coin.creationSeen || !coin.createdSlot || group.slot < *coin.createdSlot)
            return;
        const std::uint64_t slots = group.slot.value() - coin.createdSlot->value();
        if (slots > m_params.slots) return;
        std::vector<const intel::SlotTrade*> buyers;
        std::uint64_t coins = 0;
        for (const intel::SlotTrade& trade : group.trades) {
            if (!trade.firstBuy || trade.wallet == group.creator) continue;
            buyers.push_back(&trade);
            coins = saturatingAdd(coins, trade.coins);
        }
        if (buyers.empty()) return;
        const double share =
            coin.supply && *coin.supply != 0 ? static_cast<double>(coins) / static_cast<double>(*coin.supply) : 0;

        Flag flag = flagOf("sniper", scene);
        // A statement a slot: a late buy of it, which came after the slot was closed, makes a further one.
        flag.subject = fmt::format("{} {}", slots, m_number++);
        flag.slot = group.slot;
        if (group.time) flag.time = BlockTime{*group.time};
        flag.value = static_cast<double>(slots);
        flag.unit = "slots behind the creation";
        // In the creation's own slot nobody can have reacted by hand; each further slot leaves more room for
        // chance.
        constexpr std::array kCertain{1.0, 0.8, 0.6, 0.5};
        flag.confidence = kCertain[std::min<std::size_t>(slots, kCertain.size() - 1)];
        const std::string when =
            slots == 0 ? std::string{"in the creation slot"} : counted(slots, "slot") + " behind the creation";
        flag.rule = fmt::format("{}: {} bought {:.1f}% of supply {}.", coinName(coin),
                                counted(buyers.size(), "wallet"), share * 100, when);
        flag.wallets.reserve(buyers.size());
        flag.evidence.reserve(buyers.size());
        for (const intel::SlotTrade* trade : buyers) {
            const Wallet wallet = scene.who.wallets()[trade->wallet].address;
            flag.wallets.push_back(wallet);
            EventHeader at;
            at.signature = trade->signature;
            at.slot = group.slot;
            const bool behind = group.creationIndex && trade->txIndex && *trade->txIndex >= *group.creationIndex;
            flag.evidence.push_back(evidenceOf(
                "buy", at, {wallet}, TokenAmount{trade->coins},
                behind ? fmt::format("{} behind", *trade->txIndex - *group.creationIndex) : "first buy"));
        }
        if (slots != 0)
            flag.against.emplace_back("A fast hand or a copy-trading service may buy this soon as well.");
        out.flags.push_back(std::move(flag));
    }

private:
    Params m_params;
    std::uint64_t m_number = 0;
};

}  // namespace

std::unique_ptr<Detector> makeSniper() {
    return std::make_unique<Sniper>();
}

}  // namespace core::detect
