// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/pipeline/coin_graph_builder.h"

#include "core/base/text.h"
#include "core/intel/link.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

namespace core::pipeline {
namespace {

constexpr std::size_t kMostElsewhere = 60;  // members of a cluster without the coin
constexpr int kHops = 3;                    // of payments behind a wallet
constexpr std::size_t kLabelCharacters = 40;
constexpr std::string_view kFunding = "funding";

struct Payment {
    std::uint32_t child = 0;
    std::int64_t time = 0;
    std::uint64_t lamports = 0;
};

class GraphBuilder {
public:
    GraphBuilder(const CoinScene& scene, const Standings& standings, const GraphWish& wish)
        : m_scene(scene), m_standings(standings), m_wish(wish) {
        m_wish.nodes = std::min(m_wish.nodes, GraphWish::kMostNodes);
    }

    CoinGraph build() {
        m_out.mint = m_scene.coin.mint();
        m_out.wish = m_wish;
        m_out.asOfTime = m_scene.market.lastTime();
        if (m_scene.coin.creationSeen) m_out.supply = m_scene.coin.supply;
        addClusters();
        addHolders();
        addFunders();
        addLinks();
        addHistory();
        return std::move(m_out);
    }

private:
    [[nodiscard]] bool full() const { return m_out.nodes.size() >= m_wish.nodes; }

    /// The node of a wallet, made when there is room.
    std::optional<std::uint32_t> addWallet(const Wallet& wallet, intel::WalletId id, GraphNodeKind kind) {
        if (const auto known = m_nodeOf.find(wallet); known != m_nodeOf.end()) return known->second;
        if (full()) return std::nullopt;
        const auto index = static_cast<std::uint32_t>(m_out.nodes.size());
        m_nodeOf.emplace(wallet, index);
        m_ids.push_back(id);
        if (id != intel::kNoWallet) m_byId.emplace(id, index);
        GraphNode node;
        node.wallet = wallet;
        node.kind = kind;
        node.label = sanitizeText(m_scene.who.label(wallet), kLabelCharacters);
        if (const auto standing = m_standings.find(wallet); standing != m_standings.end()) {
            node.roles = standing->second.roles;
            node.cluster = standing->second.cluster;
        } else {
            node.roles = m_scene.flags.rolesOf(wallet);
        }
        if (const auto held = m_scene.coin.positions.find(wallet); held != m_scene.coin.positions.end()) {
            node.held = std::max(0.0, static_cast<double>(held->second.balance()));
            node.boughtCoins = static_cast<double>(held->second.bought);
        }
        if (id != intel::kNoWallet && node.cluster) node.membership = m_scene.who.links().membership(id);
        m_out.nodes.push_back(std::move(node));
        return index;
    }

    void addClusters() {
        struct Entry {
            ClusterTag tag;
            double held = 0;
            bool creators = false;
        };
        std::map<std::uint32_t, Entry> found;
        for (const auto& [wallet, position] : m_scene.coin.positions) {
            const auto standing = m_standings.find(wallet);
            if (standing == m_standings.end() || !standing->second.cluster) continue;
            Entry& entry = found[standing->second.cluster.number];
            entry.tag = standing->second.cluster;
            entry.held += std::max(0.0, static_cast<double>(position.balance()));
            entry.creators = entry.creators || has(standing->second.roles, Role::Creator);
        }
        std::vector<Entry> order;
        for (const auto& [number, entry] : found) order.push_back(entry);
        std::stable_sort(order.begin(), order.end(),
                         [](const Entry& a, const Entry& b) { return a.held > b.held; });
        for (const Entry& entry : order) {
            const intel::Cluster* cluster = m_scene.who.links().clusterOf(entry.tag.number - 1);
            if (cluster == nullptr) continue;
            GraphCluster row;
            row.tag = entry.tag;
            row.creators = entry.creators;
            row.confidence = m_scene.who.links().confidence(*cluster);
            std::size_t elsewhere = 0;
            for (const bool here : {true, false})
                for (const intel::WalletId id : cluster->members) {
                    const Wallet& wallet = m_scene.who.wallets()[id].address;
                    if (m_scene.coin.positions.contains(wallet) != here) continue;
                    const bool wanted = here || elsewhere++ < kMostElsewhere;
                    const auto kind = here ? GraphNodeKind::Wallet : GraphNodeKind::Intermediary;
                    const auto node = wanted ? addWallet(wallet, id, kind) : std::nullopt;
                    if (!node) {
                        ++(here ? m_out.hiddenNodes : row.elsewhere);
                        continue;
                    }
                    ++row.wallets;
                    if (here) continue;
                    m_out.nodes[*node].cluster = entry.tag;
                    m_out.nodes[*node].membership = m_scene.who.links().membership(id);
                }
            // Of one whose wallets are all hidden there is nothing to name.
            if (row.wallets != 0) m_out.clusters.push_back(row);
        }
    }

    void addHolders() {
        std::vector<std::tuple<Int128, Wallet>> bags;
        for (const auto& [wallet, position] : m_scene.coin.positions) {
            const auto standing = m_standings.find(wallet);
            if (position.balance() <= 0 || m_nodeOf.contains(wallet)) continue;
            if (standing != m_standings.end() && (isExcluded(standing->second.roles) || standing->second.cluster))
                continue;
            bags.emplace_back(-position.balance(), wallet);
        }
        const std::size_t room = m_wish.nodes - std::min(m_wish.nodes, m_out.nodes.size());
        const std::size_t shown = std::min({bags.size(), m_wish.holders, room});
        std::partial_sort(bags.begin(), bags.begin() + static_cast<std::ptrdiff_t>(shown), bags.end());
        for (std::size_t i = 0; i < shown; ++i) {
            const Wallet& wallet = std::get<Wallet>(bags[i]);
            (void)addWallet(wallet, m_scene.who.find(wallet), GraphNodeKind::Wallet);
        }
        m_out.hiddenNodes += bags.size() - shown;
    }

    /// Whose payments are customers' withdrawals.
    [[nodiscard]] bool isService(intel::WalletId id) const {
        return m_scene.who.wallets().lastingHub(id) != intel::HubKind::None ||
               m_scene.who.wallets().hub(id) == intel::HubKind::Exchange;
    }

    void addFunders() {
        std::map<intel::WalletId, std::vector<Payment>> services;
        std::uint32_t looked = 0;
        for (int hop = 0; hop < kHops; ++hop) {
            std::map<intel::WalletId, std::vector<Payment>> payers;
            const auto end = static_cast<std::uint32_t>(m_out.nodes.size());
            for (std::uint32_t node = 0; node < end; ++node) {
                if (m_ids[node] == intel::kNoWallet || m_out.nodes[node].kind == GraphNodeKind::Window) continue;
                const intel::Funding& funding = m_scene.who.wallets()[m_ids[node]].funding;
                if (funding.from == intel::kNoWallet) continue;
                const Payment payment{node, funding.time, funding.lamports};
                if (isService(funding.from)) {
                    // Of each wallet once: the round in which it was added.
                    if (node >= looked) services[funding.from].push_back(payment);
                } else {
                    payers[funding.from].push_back(payment);
                }
            }
            looked = end;
            for (const auto& [payer, payments] : payers) {
                const bool known = m_byId.contains(payer);
                // One that paid one wallet alone tells nothing about who belongs together.
                if (!known && payments.size() < 2) continue;
                const auto node =
                    addWallet(m_scene.who.wallets()[payer].address, payer, GraphNodeKind::Intermediary);
                if (!node) continue;
                for (const Payment& payment : payments) pay(*node, payment);
            }
            if (m_out.nodes.size() == looked) break;
        }
        for (auto& [service, payments] : services) addWindows(service, payments);
    }

    void addWindows(intel::WalletId service, std::vector<Payment>& payments) {
        std::stable_sort(payments.begin(), payments.end(),
                         [](const Payment& a, const Payment& b) { return a.time < b.time; });
        for (std::size_t begin = 0; begin < payments.size();) {
            std::size_t end = begin + 1;
            while (end < payments.size() && payments[end].time - payments[end - 1].time <= CoinGraph::kWindowGap)
                ++end;
            const bool linked =
                std::any_of(payments.begin() + static_cast<std::ptrdiff_t>(begin),
                            payments.begin() + static_cast<std::ptrdiff_t>(end), [this](const Payment& payment) {
                                const GraphNode& child = m_out.nodes[payment.child];
                                return child.cluster || child.kind == GraphNodeKind::Intermediary;
                            });
            if ((linked || end - begin >= 2) && !full()) {
                const auto index = static_cast<std::uint32_t>(m_out.nodes.size());
                GraphNode node;
                node.wallet = m_scene.who.wallets()[service].address;
                node.kind = GraphNodeKind::Window;
                node.label = sanitizeText(m_scene.who.label(node.wallet), kLabelCharacters);
                node.roles =
                    with(0, m_scene.who.wallets().hub(service) == intel::HubKind::Exchange ? Role::Exchange
                                                                                           : Role::Infrastructure);
                node.from = payments[begin].time;
                node.until = payments[end - 1].time;
                node.since = node.from;
                m_out.nodes.push_back(std::move(node));
                m_ids.push_back(intel::kNoWallet);
                for (std::size_t i = begin; i < end; ++i) pay(index, payments[i]);
            }
            begin = end;
        }
    }

    [[nodiscard]] static std::uint64_t keyOf(std::uint32_t a, std::uint32_t b) {
        return (std::uint64_t{std::min(a, b)} << 32U) | std::max(a, b);
    }

    void pay(std::uint32_t payer, const Payment& payment) {
        if (payer == payment.child) return;
        const auto [place, added] = m_linkOf.try_emplace(keyOf(payer, payment.child), m_out.links.size());
        if (!added) return;
        GraphLink link;
        link.a = payer;
        link.b = payment.child;
        link.paid = true;
        link.lamports = payment.lamports;
        link.firstTime = link.lastTime = payment.time;
        LinkProof proof;
        proof.amount = payment.lamports;
        link.parts.push_back({kFunding, 0, {proof}});
        m_out.links.push_back(std::move(link));
        GraphNode& node = m_out.nodes[payer];
        if (node.kind == GraphNodeKind::Intermediary && (!node.since || payment.time < *node.since))
            node.since = payment.time;
    }

    void addLinks() {
        std::vector<std::pair<double, const intel::Link*>> found;
        for (std::uint32_t node = 0; node < m_out.nodes.size(); ++node) {
            if (m_ids[node] == intel::kNoWallet) continue;
            for (const std::uint32_t index : m_scene.who.links().linksOf(m_ids[node])) {
                const intel::Link& link = m_scene.who.links().link(index);
                if (link.a != m_ids[node] || !m_byId.contains(link.b)) continue;
                const double posterior = link.posterior();
                if (posterior >= CoinGraph::kLeastPosterior) found.emplace_back(posterior, &link);
            }
        }
        std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
            return a.second->accepted != b.second->accepted ? a.second->accepted : a.first > b.first;
        });
        if (found.size() > CoinGraph::kMostLinks) {
            m_out.hiddenLinks = found.size() - CoinGraph::kMostLinks;
            found.resize(CoinGraph::kMostLinks);
        }
        for (const auto& [posterior, link] : found) addLink(posterior, *link);
    }

    void addLink(double posterior, const intel::Link& link) {
        const std::uint32_t a = m_byId.find(link.a)->second;
        const std::uint32_t b = m_byId.find(link.b)->second;
        const auto [place, added] = m_linkOf.try_emplace(keyOf(a, b), m_out.links.size());
        if (added) {
            m_out.links.emplace_back();
            m_out.links.back().a = a;
            m_out.links.back().b = b;
        }
        GraphLink& out = m_out.links[place->second];
        out.posterior = posterior;
        out.accepted = link.accepted && m_out.nodes[a].cluster && m_out.nodes[a].cluster == m_out.nodes[b].cluster;
        for (std::size_t kind = 0; kind < intel::kLinkKinds; ++kind) {
            if (link.llr[kind] == 0.0F) continue;
            GraphLinkPart part{intel::linkName(static_cast<intel::LinkKind>(kind)), link.llr[kind], {}};
            for (const intel::LinkEvidence& seen : link.evidence) {
                if (static_cast<std::size_t>(seen.kind) != kind) continue;
                part.proofs.push_back({seen.signature, seen.slot, seen.amount});
                if (seen.slot) note(out, seen.slot->value());
            }
            out.parts.push_back(std::move(part));
        }
        std::stable_sort(out.parts.begin(), out.parts.end(),
                         [](const auto& one, const auto& two) { return one.llr > two.llr; });
        // Evidence without a slot rests on what both were paid with, or on both having come to the coin.
        if (!out.firstTime) {
            const auto& facts = m_scene.who.wallets();
            const std::int64_t later = std::max(facts[link.a].funding.time, facts[link.b].funding.time);
            if (later > 0) out.firstTime = out.lastTime = later;
        }
    }

    void note(GraphLink& link, std::uint64_t slot) const {
        link.firstSlot = std::min(link.firstSlot.value_or(slot), slot);
        link.lastSlot = std::max(link.lastSlot.value_or(slot), slot);
        if (const auto time = m_scene.journal.timeOf(slot)) {
            link.firstTime = std::min(link.firstTime.value_or(*time), *time);
            link.lastTime = std::max(link.lastTime.value_or(*time), *time);
        }
    }

    void addHistory() {
        const MoveJournal::Coin* journal = m_scene.journal.of(m_scene.coin.ordinal());
        if (journal == nullptr) return;
        m_out.historyTrimmed = journal->dropped != 0;
        struct Walk {
            Int128 held = 0;
            std::size_t stride = 1;
            std::size_t steps = 0;
        };
        std::vector<Walk> walks(m_out.nodes.size());
        for (const Move& move : journal->moves) {
            if (!m_out.fromTime || move.time < *m_out.fromTime) m_out.fromTime = move.time;
            const auto known = m_nodeOf.find(move.wallet);
            if (known == m_nodeOf.end()) continue;
            Walk& walk = walks[known->second];
            GraphNode& node = m_out.nodes[known->second];
            if (!node.since || move.time < *node.since) node.since = move.time;
            const bool in = move.kind == MoveKind::Buy || move.kind == MoveKind::Received;
            walk.held += in ? static_cast<Int128>(move.base) : -static_cast<Int128>(move.base);
            const double held = std::max(0.0, static_cast<double>(walk.held));
            if (!node.history.empty() && move.time <= node.history.back().time) {
                node.history.back().coins = held;
                continue;
            }
            if (walk.steps++ % walk.stride != 0) {
                node.history.back() = {move.time, held};
                continue;
            }
            node.history.push_back({move.time, held});
            if (node.history.size() < GraphNode::kMostHistory) continue;
            // Every other point goes: what is left is spread over all of its time.
            std::size_t kept = 0;
            for (std::size_t i = 1; i < node.history.size(); i += 2) node.history[kept++] = node.history[i];
            node.history.resize(kept);
            walk.stride *= 2;
        }
    }

    const CoinScene& m_scene;
    const Standings& m_standings;
    GraphWish m_wish;
    CoinGraph m_out;
    std::vector<intel::WalletId> m_ids;  ///< by node
    boost::unordered_flat_map<Wallet, std::uint32_t, std::hash<Wallet>> m_nodeOf;
    boost::unordered_flat_map<intel::WalletId, std::uint32_t> m_byId;
    boost::unordered_flat_map<std::uint64_t, std::size_t> m_linkOf;
};

}  // namespace

CoinGraph coinGraph(const CoinScene& scene, const Standings& standings, const GraphWish& wish) {
    return GraphBuilder(scene, standings, wish).build();
}

}  // namespace core::pipeline
