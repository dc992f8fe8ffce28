// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/bundler.h"

#include "core/base/counted.h"

#include <fmt/format.h>

#include <cmath>

namespace core::detect {
namespace {

// Detection section 4.7; the share that lifts a block above the crowd is the one that keeps 42 of 42 launches.
struct Params {
    std::size_t fewest = 3;
    double similarTickets = 0.10;
    double blockShare = 0.10;
};

class Bundler final : public Detector {
public:
    void onEvent(const Scene&, Findings&) override {}

    void onSlotGroup(const Scene& scene, const intel::SlotGroup& group, Findings& out) override {
        if (group.side != Side::Buy || group.trades.size() < m_params.fewest) return;
        std::vector<std::vector<std::size_t>> blocks = group.chains(m_params.fewest);
        const std::vector<std::size_t> behind = group.behindCreation();
        if (behind.size() >= m_params.fewest) {
            // The run behind the creation allows wider gaps: it takes the place of the runs inside it.
            std::erase_if(blocks, [&](const auto& block) { return block.front() <= behind.back(); });
            blocks.insert(blocks.begin(), behind);
        }
        for (const auto& block : blocks) judge(scene, group, block, block == behind, out);
    }

private:
    void judge(const Scene& scene, const intel::SlotGroup& group, const std::vector<std::size_t>& block,
               bool behind, Findings& out) const {
        const ledger::TokenLedger& coin = *group.coin;
        std::uint64_t coins = 0;
        std::uint64_t lamports = 0;
        for (const std::size_t i : block) {
            coins = saturatingAdd(coins, group.trades[i].coins);
            lamports = saturatingAdd(lamports, group.trades[i].lamports);
        }
        const double share =
            coin.supply && *coin.supply != 0 ? static_cast<double>(coins) / static_cast<double>(*coin.supply) : 0;
        const auto spread = group.ticketSpread(block);
        const bool similar = spread && *spread <= m_params.similarTickets;
        if (!similar && share < m_params.blockShare) return;

        Flag flag = flagOf("bundler", scene);
        flag.slot = group.slot;
        if (group.time) flag.time = BlockTime{*group.time};
        flag.subject = fmt::format("{}", group.slot.value());
        flag.value = share;
        flag.unit = "share of supply";
        // Each fact adds to the odds of a block that was sent together; a crowd in a busy slot speaks against it.
        double odds = 0.0;
        odds += behind ? 2.5 : 0.5;
        odds += similar ? (*spread <= m_params.similarTickets / 2 ? 1.5 : 1.0) : 0;
        odds += share >= m_params.blockShare ? 1.5 : 0;
        odds += 0.3 * static_cast<double>(block.size() - m_params.fewest);
        const double crowd = static_cast<double>(group.wallets) - static_cast<double>(block.size());
        odds -= 0.05 * crowd;
        flag.confidence = 1.0 / (1.0 + std::exp(-odds));
        flag.rule =
            fmt::format("{}: {} wallets bought {:.1f}% of supply for {:.2f} SOL in slot {}, {}{}.", coinName(coin),
                        block.size(), share * 100, static_cast<double>(lamports) / 1e9, group.slot.value(),
                        behind ? "right behind the creation" : "side by side in the block",
                        spread ? fmt::format(", tickets within {:.1f}%", *spread * 100) : std::string{});
        for (const std::size_t i : block) {
            const intel::SlotTrade& trade = group.trades[i];
            const Wallet wallet = scene.who.wallets()[trade.wallet].address;
            flag.wallets.push_back(wallet);
            EventHeader at;
            at.signature = trade.signature;
            at.slot = group.slot;
            flag.evidence.push_back(
                evidenceOf("buy", at, {wallet}, TokenAmount{trade.coins},
                           fmt::format("transaction {} of the block, {:.2f} SOL", trade.txIndex.value_or(0),
                                       static_cast<double>(trade.lamports) / 1e9)));
        }
        if (crowd > 0)
            flag.against.push_back(counted(static_cast<std::uint64_t>(crowd), "other wallet") +
                                   " bought in the same slot.");
        if (!similar && spread)
            flag.against.push_back(fmt::format("The tickets differ by {:.0f}%.", *spread * 100));
        if (!behind) flag.against.emplace_back("A leader may pack unrelated buys side by side.");
        if (group.creationSlot && share >= m_params.blockShare) flag.gravity = Severity::Warning;
        out.flags.push_back(std::move(flag));
    }

    Params m_params;
};

}  // namespace

std::unique_ptr<Detector> makeBundler() {
    return std::make_unique<Bundler>();
}

}  // namespace core::detect
