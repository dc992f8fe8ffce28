// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/text.h"
#include "core/pipeline/wallet_scene.h"

#include <algorithm>
#include <map>
#include <set>

namespace core::pipeline {
namespace {

constexpr std::size_t kTextCharacters = 40;
constexpr double kSoldOut = 0.9;  // of what came in: left
constexpr double kHalved = -0.5;

template <class Value>
std::optional<Value> median(std::vector<Value> values) {
    if (values.empty()) return std::nullopt;
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

std::optional<double> shareOfSupply(const ledger::TokenLedger& coin, double coins) {
    if (!coin.creationSeen || !coin.supply || *coin.supply == 0) return std::nullopt;
    return coins / static_cast<double>(*coin.supply);
}

class PassportMaker {
public:
    PassportMaker(const WalletScene& scene, const intel::Cluster& cluster) : m_scene(scene), m_cluster(cluster) {}

    CrewPassport make() {
        const intel::LinkBook& links = m_scene.who.links();
        m_out.tag.number = m_cluster.members.front() + 1;
        m_out.first = addressOf(m_cluster.members.front());
        m_out.size = m_cluster.members.size();
        m_out.confidence = links.confidence(m_cluster);
        for (const intel::WalletId id : m_cluster.members) m_members.insert(addressOf(id));
        addLaunches();
        addMembers();
        judge();
        return std::move(m_out);
    }

private:
    [[nodiscard]] const Wallet& addressOf(intel::WalletId id) const { return m_scene.who.wallets()[id].address; }

    void addLaunches() {
        std::map<std::uint32_t, std::vector<intel::WalletId>> byCoin;
        for (const intel::WalletId id : m_cluster.members)
            for (const std::uint32_t ordinal : m_scene.who.coinsOf(id)) byCoin[ordinal].push_back(id);
        // One of them alone is no launch of the crew.
        std::erase_if(byCoin, [](const auto& entry) { return entry.second.size() < 2; });
        m_out.launchCount = byCoin.size();
        std::size_t walked = 0;
        for (auto entry = byCoin.rbegin(); entry != byCoin.rend(); ++entry) {
            for (const intel::WalletId id : entry->second) ++m_launchesOf[id];
            const MoveJournal::Coin* journal = m_scene.journal.of(entry->first);
            if (journal == nullptr || m_out.launches.size() >= CrewPassport::kMostLaunches) continue;
            walked += journal->moves.size();
            const ledger::TokenLedger* coin = m_scene.market.find(journal->mint);
            if (coin == nullptr || walked > kMostWalkedMoves) continue;
            m_out.launches.push_back(launch(*coin, *journal));
        }
    }

    CrewLaunch launch(const ledger::TokenLedger& coin, const MoveJournal::Coin& journal) const {
        CrewLaunch out;
        out.mint = coin.mint();
        out.symbol = sanitizeText(coin.symbol, kTextCharacters);
        out.quoteDecimals = coin.quoteDecimals;
        out.open = m_scene.open == coin.mint();
        out.creators = coin.creator && m_members.contains(*coin.creator);
        std::set<Wallet> here;
        std::set<Wallet> buyers;
        std::set<Wallet> sellers;
        std::map<std::uint64_t, std::size_t> firstBuys;  // by slot
        double in = 0;
        double bought = 0;
        double sold = 0;
        std::optional<std::int64_t> firstSell, done;
        const Move* last = nullptr;
        std::optional<double> sellPrice;
        for (const Move& move : journal.moves) {
            const Move* before = std::exchange(last, &move);
            if (!m_members.contains(move.wallet)) continue;
            here.insert(move.wallet);
            const auto coins = static_cast<double>(move.base);
            switch (move.kind) {
                case MoveKind::Buy:
                    in += coins;
                    bought += coins;
                    if (buyers.insert(move.wallet).second && move.slot != 0) ++firstBuys[move.slot];
                    break;
                case MoveKind::Received:
                    // From one pocket into the other nothing comes in.
                    if (before == nullptr || before->kind != MoveKind::Sent || !m_members.contains(before->wallet))
                        in += coins;
                    break;
                case MoveKind::Sell:
                    sellers.insert(move.wallet);
                    if (!firstSell) {
                        firstSell = move.time;
                        if (move.base != 0 && move.quote != 0)
                            sellPrice = static_cast<double>(move.quote) / static_cast<double>(move.base);
                    }
                    sold += coins;
                    if (!done && in > 0 && sold >= kSoldOut * in) done = move.time;
                    break;
                case MoveKind::Sent: break;
            }
            if (move.kind == MoveKind::Buy || move.kind == MoveKind::Received)
                out.time = std::min(out.time.value_or(move.time), move.time);
        }
        out.wallets = here.size();
        out.sellers = sellers.size();
        for (const auto& [slot, count] : firstBuys)
            if (count > out.sameSlot) {
                out.sameSlot = count;
                out.slotOffset.reset();
                if (coin.createdSlot && slot >= coin.createdSlot->value())
                    out.slotOffset = slot - coin.createdSlot->value();
            }
        out.bought = shareOfSupply(coin, bought);
        double held = 0;
        std::int64_t realised = 0;
        bool any = false;
        for (const Wallet& wallet : here) {
            const auto position = coin.positions.find(wallet);
            if (position == coin.positions.end()) continue;
            held += std::max(0.0, static_cast<double>(position->second.balance()));
            if (position->second.sold == 0) continue;
            any = true;
            realised += position->second.realised;
        }
        out.held = shareOfSupply(coin, held);
        if (any) out.realised = realised;
        // What was trimmed came in too: how much, nobody knows.
        if (journal.dropped == 0 && in > 0) out.sold = std::min(1.0, sold / in);
        if (done && journal.dropped == 0) {
            if (out.time) out.hold = *done - *out.time;
            out.exit = *done - *firstSell;
        }
        if (sellPrice && *sellPrice > 0 && coin.lastPrice.valid())
            out.priceAfter =
                static_cast<double>(coin.lastPrice.quote) / static_cast<double>(coin.lastPrice.base) / *sellPrice -
                1;
        return out;
    }

    void addMembers() {
        std::map<intel::WalletId, CrewFunder> funders;
        for (const intel::WalletId id : m_cluster.members) {
            const intel::WalletFacts& facts = m_scene.who.wallets()[id];
            CrewMember member;
            member.wallet = facts.address;
            member.roles = rolesOver(m_scene, facts.address, id);
            member.membership = m_scene.who.links().membership(id);
            if (facts.firstSeen != 0) member.since = facts.firstSeen;
            if (const auto count = m_launchesOf.find(id); count != m_launchesOf.end())
                member.launches = count->second;
            if (facts.funding.from != intel::kNoWallet) {
                member.funder = addressOf(facts.funding.from);
                CrewFunder& funder = funders[facts.funding.from];
                ++funder.members;
                funder.lamports = saturatingAdd(funder.lamports, facts.funding.lamports);
            }
            m_out.members.push_back(member);
        }
        std::stable_sort(m_out.members.begin(), m_out.members.end(),
                         [](const CrewMember& a, const CrewMember& b) { return a.membership > b.membership; });
        if (m_out.members.size() > CrewPassport::kMostMembers) m_out.members.resize(CrewPassport::kMostMembers);
        for (auto& [id, funder] : funders) {
            funder.wallet = addressOf(id);
            funder.label = sanitizeText(m_scene.who.label(funder.wallet), kTextCharacters);
            funder.roles = rolesOver(m_scene, funder.wallet, id);
            m_out.funders.push_back(funder);
        }
        std::stable_sort(m_out.funders.begin(), m_out.funders.end(),
                         [](const CrewFunder& a, const CrewFunder& b) { return a.members > b.members; });
        if (m_out.funders.size() > CrewPassport::kMostFunders) m_out.funders.resize(CrewPassport::kMostFunders);
    }

    void judge() {
        std::vector<std::int64_t> holds;
        std::vector<std::int64_t> exits;
        for (const CrewLaunch& launch : m_out.launches) {
            if (launch.realised) {
                ++m_out.judged;
                m_out.won += *launch.realised > 0 ? 1 : 0;
            }
            if (!launch.exit) continue;
            ++m_out.left;
            m_out.fell += launch.priceAfter && *launch.priceAfter <= kHalved ? 1 : 0;
            m_out.together += launch.sellers >= 2 ? 1 : 0;
            exits.push_back(*launch.exit);
            if (launch.hold) holds.push_back(*launch.hold);
        }
        m_out.medianHold = median(std::move(holds));
        m_out.medianExit = median(std::move(exits));
    }

    const WalletScene& m_scene;
    const intel::Cluster& m_cluster;
    std::set<Wallet> m_members;
    std::map<intel::WalletId, std::size_t> m_launchesOf;
    CrewPassport m_out;
};

}  // namespace

std::optional<CrewPassport> crewPassport(const WalletScene& scene, const Wallet& member) {
    const intel::WalletId id = scene.who.find(member);
    const intel::Cluster* cluster = id == intel::kNoWallet ? nullptr : scene.who.links().clusterOf(id);
    if (cluster == nullptr) return std::nullopt;
    return PassportMaker(scene, *cluster).make();
}

}  // namespace core::pipeline
