// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/detect/cabal.h"

#include "core/base/text.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <unordered_map>
#include <vector>

namespace core::detect {
namespace {

// Detection section 4.2.
struct Params {
    std::size_t fewestShown = 2;
    std::size_t fewestAlerted = 3;
    double alertConfidence = 0.97;
    double retellShare = 0.05;  // of supply
    std::size_t mostWallets = 200;
    std::size_t mostEvidence = 24;
    std::uint64_t reviewSlots = 64;  // between looks whether what was told still stands
    std::uint64_t reviewed = 9'000;  // slots, an hour: older statements are history
};

// A kind of link in a sentence.
std::string words(intel::LinkKind kind) {
    std::string out{intel::linkName(kind)};
    std::replace(out.begin(), out.end(), '_', ' ');
    return out;
}

struct Told {
    std::size_t members = 0;
    double share = 0;
    bool alerted = false;
    Mint mint;
    std::uint64_t slot = 0;
    Evidence proof;  ///< of the last statement, the first one
    bool withdrawn = false;
};

class Cabal final : public Detector {
public:
    void onEvent(const Scene& scene, Findings& out) override {
        if (scene.coin == nullptr) return;
        if (const auto* trade = std::get_if<Trade>(&scene.event.body)) {
            look(scene, trade->wallet, out);
        } else if (const auto* moved = std::get_if<TokenTransfer>(&scene.event.body)) {
            look(scene, moved->from, out);
        }
    }

    void onSlotGroup(const Scene& scene, const intel::SlotGroup& group, Findings& out) override {
        // Links of a block exist from the end of its slot on.
        for (const intel::SlotTrade& trade : group.trades)
            look(scene, scene.who.wallets()[trade.wallet].address, out);
        review(scene, group.slot.value(), out);
    }

private:
    // A wallet that turned out to be a hub takes its links along, and with them a cluster that was told.
    void review(const Scene& scene, std::uint64_t slot, Findings& out) {
        if (slot < m_reviewAt || m_version == scene.who.links().version()) return;
        m_reviewAt = slot + m_params.reviewSlots;
        m_version = scene.who.links().version();
        std::erase_if(m_told, [&](const auto& entry) { return entry.second.slot + m_params.reviewed < slot; });
        for (auto& [key, told] : m_told) {
            if (told.withdrawn) continue;
            if (scene.who.links().clusterOf(key.second) != nullptr) continue;
            told.withdrawn = true;
            Flag flag = flagOf("cabal", scene);
            const Wallet first = scene.who.wallets()[key.second].address;
            flag.mint = told.mint;
            flag.subject = first.base58();
            flag.withdrawn = true;
            flag.confidence = 0.05;
            flag.unit = "share of supply";
            flag.wallets = {first};
            flag.rule = "Withdrawn: the links between these wallets do not count any more.";
            flag.evidence = {told.proof};
            flag.against.emplace_back("They may belong together all the same.");
            out.flags.push_back(std::move(flag));
        }
    }

    void look(const Scene& scene, const Wallet& wallet, Findings& out) {
        const intel::Cluster* cluster = scene.who.clusterOf(wallet);
        if (cluster == nullptr || cluster->members.size() < m_params.fewestShown) return;
        const ledger::TokenLedger& coin = *scene.coin;
        std::vector<Wallet> here;
        Int128 coins = 0;
        for (const intel::WalletId member : cluster->members) {
            const Wallet& address = scene.who.wallets()[member].address;
            const auto held = coin.positions.find(address);
            if (held == coin.positions.end()) continue;
            if (here.size() < m_params.mostWallets) here.push_back(address);
            coins += std::max<Int128>(0, held->second.balance());
        }
        if (here.size() < m_params.fewestShown) return;
        const double share =
            coin.supply && *coin.supply != 0 ? static_cast<double>(coins) / static_cast<double>(*coin.supply) : 0;
        Told& told = m_told[{coin.ordinal(), cluster->members.front()}];
        if (!told.withdrawn && here.size() <= told.members && std::abs(share - told.share) < m_params.retellShare)
            return;
        told.members = std::max(told.members, here.size());
        told.share = share;
        told.withdrawn = false;
        told.mint = coin.mint();
        if (scene.event.at.slot) told.slot = scene.event.at.slot->value();

        Flag flag = flagOf("cabal", scene);
        flag.mint = coin.mint();
        flag.subject = scene.who.wallets()[cluster->members.front()].address.base58();
        flag.value = share;
        flag.unit = "share of supply";
        flag.confidence = scene.who.links().confidence(*cluster);
        flag.wallets = here;
        std::array<std::size_t, intel::kLinkKinds> kinds{};
        for (const intel::Link* link : scene.who.links().linksIn(*cluster)) {
            for (const intel::LinkEvidence& seen : link->evidence) {
                ++kinds[static_cast<std::size_t>(seen.kind)];
                if (flag.evidence.size() >= m_params.mostEvidence) continue;
                EventHeader at;
                at.signature = seen.signature;
                at.slot = seen.slot;
                flag.evidence.push_back(
                    evidenceOf(intel::linkName(seen.kind), at,
                               {scene.who.wallets()[link->a].address, scene.who.wallets()[link->b].address},
                               TokenAmount{seen.amount}, fmt::format("link of {:.2f}", link->posterior())));
            }
        }
        std::string by;
        for (std::size_t kind = 0; kind < intel::kLinkKinds; ++kind)
            if (kinds[kind] != 0)
                by += fmt::format("{}{}", by.empty() ? "" : ", ", words(static_cast<intel::LinkKind>(kind)));
        flag.rule = fmt::format(
            "{}: {} likely linked wallets of a cluster of {} bought or hold the coin, {:.1f}% of "
            "supply now; linked by {}.",
            coinName(coin), here.size(), cluster->members.size(), share * 100, by);
        flag.against.emplace_back("Users of one service can act alike; look at the transactions.");
        if (!told.alerted && here.size() >= m_params.fewestAlerted && flag.confidence >= m_params.alertConfidence) {
            told.alerted = true;
            flag.gravity = Severity::Warning;
        }
        if (!flag.evidence.empty()) told.proof = flag.evidence.front();
        out.flags.push_back(std::move(flag));
    }

    Params m_params;
    std::uint64_t m_reviewAt = 0;
    std::uint64_t m_version = 0;
    std::map<std::pair<std::uint32_t, intel::WalletId>, Told> m_told;
};

}  // namespace

std::unique_ptr<Detector> makeCabal() {
    return std::make_unique<Cabal>();
}

}  // namespace core::detect
