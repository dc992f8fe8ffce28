// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/intel/link_book.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <utility>

namespace core::intel {
namespace {

// The link of one kind whose loss leaves the two most even sides of the component of `size` wallets, when both have
// LinkBook::kBridgeSide or more. Bridges of a graph by depth-first search (Tarjan 1974), without recursion.
const Link* thinBridge(std::size_t size, const std::vector<const Link*>& links) {
    if (size < 2 * LinkBook::kBridgeSide || links.empty()) return nullptr;
    struct Node {
        std::vector<std::uint32_t> links;
        std::uint32_t order = 0;  ///< 0: not reached
        std::uint32_t low = 0;
        std::size_t below = 1;  ///< nodes of its subtree
    };
    std::unordered_map<WalletId, Node> nodes;
    for (std::uint32_t i = 0; i < links.size(); ++i) {
        nodes[links[i]->a].links.push_back(i);
        nodes[links[i]->b].links.push_back(i);
    }
    struct Step {
        WalletId wallet;
        std::uint32_t by;  ///< the link it was reached by
        std::size_t next;
    };
    constexpr std::uint32_t kNoLink = 0xffffffffU;
    std::uint32_t reached = 0;
    std::vector<Step> path{{links.front()->a, kNoLink, 0}};
    nodes[links.front()->a].order = nodes[links.front()->a].low = ++reached;
    const Link* best = nullptr;
    std::size_t bestSide = 0;
    while (!path.empty()) {
        Step& step = path.back();
        Node& node = nodes[step.wallet];
        if (step.next < node.links.size()) {
            const std::uint32_t index = node.links[step.next++];
            if (index == step.by) continue;
            const WalletId other = links[index]->a == step.wallet ? links[index]->b : links[index]->a;
            Node& there = nodes[other];
            if (there.order != 0) {
                node.low = std::min(node.low, there.order);
                continue;
            }
            there.order = there.low = ++reached;
            path.push_back({other, index, 0});
            continue;
        }
        const Step done = step;
        path.pop_back();
        if (path.empty()) break;
        Node& parent = nodes[path.back().wallet];
        parent.low = std::min(parent.low, node.low);
        parent.below += node.below;
        const std::size_t side = std::min(node.below, size - node.below);
        const Link* by = links[done.by];
        if (node.low <= parent.order || by->kinds() >= 2 || side < LinkBook::kBridgeSide) continue;
        if (best == nullptr || side > bestSide ||
            (side == bestSide && std::tie(by->a, by->b) < std::tie(best->a, best->b))) {
            best = by;
            bestSide = side;
        }
    }
    return best;
}

// Takes out such links until none is left.
void cutBridges(std::size_t size, std::vector<const Link*>& links) {
    std::vector<std::pair<std::size_t, std::vector<const Link*>>> parts;
    parts.emplace_back(size, std::move(links));
    links.clear();
    while (!parts.empty()) {
        auto [wallets, part] = std::move(parts.back());
        parts.pop_back();
        const Link* cut = thinBridge(wallets, part);
        if (cut == nullptr) {
            links.insert(links.end(), part.begin(), part.end());
            continue;
        }
        std::unordered_map<WalletId, std::vector<const Link*>> of;
        for (const Link* link : part) {
            if (link == cut) continue;
            of[link->a].push_back(link);
            of[link->b].push_back(link);
        }
        std::unordered_set<WalletId> side{cut->a};
        std::vector<WalletId> todo{cut->a};
        while (!todo.empty()) {
            const WalletId at = todo.back();
            todo.pop_back();
            for (const Link* link : of[at]) {
                const WalletId other = link->a == at ? link->b : link->a;
                if (side.insert(other).second) todo.push_back(other);
            }
        }
        std::vector<const Link*> near;
        std::vector<const Link*> far;
        for (const Link* link : part)
            if (link != cut) (side.contains(link->a) ? near : far).push_back(link);
        parts.emplace_back(side.size(), std::move(near));
        parts.emplace_back(wallets - side.size(), std::move(far));
    }
}

}  // namespace

void LinkBook::grow(WalletId wallet) {
    m_hub.resize(wallet + 1);
    m_closed.resize(wallet + 1);
}

Link* LinkBook::touch(WalletId a, WalletId b, bool hard) {
    if (a == b) return nullptr;
    const auto most = std::max(a, b);
    if (m_hub.size() <= most) {
        grow(most);
    }
    if (m_hub[a] || m_hub[b]) return nullptr;
    const auto found = m_byPair.find(pairKey(a, b));
    if (found != m_byPair.end()) return &m_links[found->second];
    if (m_links.size() >= kMostLinks && !hard) {
        ++m_refused;
        return nullptr;
    }
    const auto index = static_cast<std::uint32_t>(m_links.size());
    m_byPair.emplace(pairKey(a, b), index);
    m_of[a].push_back(index);
    m_of[b].push_back(index);
    Link link;
    link.a = std::min(a, b);
    link.b = std::max(a, b);
    m_links.push_back(std::move(link));
    return &m_links.back();
}

void LinkBook::note(Link& link, LinkEvidence evidence) {
    const auto same = std::count_if(link.evidence.begin(), link.evidence.end(),
                                    [&](const LinkEvidence& old) { return old.kind == evidence.kind; });
    if (static_cast<std::size_t>(same) < kMostEvidence) link.evidence.push_back(std::move(evidence));
}

void LinkBook::judge(Link& link) {
    const bool open = !m_hub[link.a] && !m_hub[link.b] && !m_closed[link.a] && !m_closed[link.b];
    const bool counts = open && link.independent() && link.posterior() >= kAccept;
    if (counts == link.accepted && !counts) return;
    const std::uint16_t shape = link.shape();
    // An accepted link whose ratio grew changes the memberships alone. A second kind may bridge what one did not.
    if (counts && link.accepted && shape == link.judged) return;
    link.judged = shape;
    link.accepted = counts;
    m_changed.push_back(link.a);
    m_changed.push_back(link.b);
    ++m_version;
}

void LinkBook::add(WalletId a, WalletId b, LinkKind kind, float llr, float cap, LinkEvidence evidence) {
    Link* link = touch(a, b, llr >= Link::kHard);
    if (link == nullptr) return;
    float& part = link->llr[static_cast<std::size_t>(kind)];
    part = std::min(cap, part + llr);
    evidence.kind = kind;
    note(*link, std::move(evidence));
    judge(*link);
}

void LinkBook::set(WalletId a, WalletId b, LinkKind kind, float llr, LinkEvidence evidence) {
    Link* link = touch(a, b, false);
    if (link == nullptr) return;
    link->llr[static_cast<std::size_t>(kind)] = llr;
    evidence.kind = kind;
    note(*link, std::move(evidence));
    judge(*link);
}

void LinkBook::shareCoin(WalletId a, WalletId b) {
    const auto found = m_byPair.find(pairKey(a, b));
    if (found == m_byPair.end() || m_links[found->second].sharesCoin) return;
    m_links[found->second].sharesCoin = true;
    judge(m_links[found->second]);
}

void LinkBook::drop(WalletId wallet) {
    if (m_hub.size() <= wallet) {
        grow(wallet);
    }
    if (m_hub[wallet]) return;
    m_hub[wallet] = true;
    for (const std::uint32_t index : linksOf(wallet)) judge(m_links[index]);
}

void LinkBook::close(WalletId wallet, bool closed) {
    if (m_hub.size() <= wallet) {
        if (!closed) return;
        grow(wallet);
    }
    if (m_closed[wallet] == closed) return;
    m_closed[wallet] = closed;
    for (const std::uint32_t index : linksOf(wallet)) judge(m_links[index]);
}

const Link* LinkBook::find(WalletId a, WalletId b) const {
    const auto found = m_byPair.find(pairKey(a, b));
    return found == m_byPair.end() ? nullptr : &m_links[found->second];
}

std::span<const std::uint32_t> LinkBook::linksOf(WalletId wallet) const noexcept {
    const std::vector<std::uint32_t>* links = m_of.find(wallet);
    return links == nullptr ? std::span<const std::uint32_t>{} : std::span<const std::uint32_t>{*links};
}

void LinkBook::form(std::vector<WalletId> members) const {
    if (members.size() < 2) return;
    std::sort(members.begin(), members.end());
    std::uint32_t place = 0;
    if (!m_free.empty()) {
        place = m_free.back();
        m_free.pop_back();
    } else {
        place = static_cast<std::uint32_t>(m_clusters.size());
        m_clusters.emplace_back();
    }
    for (const WalletId member : members) m_clusterOf[member] = place;
    m_clusters[place].members = std::move(members);
}

// The component of `wallets` under accepted links, cut where one kind of evidence alone bridges two large sides, or
// two crews that each stand on evidence of their own.
void LinkBook::rebuild(std::span<const WalletId> wallets) const {
    if (wallets.size() < 2 * kCore) {
        form({wallets.begin(), wallets.end()});
        return;
    }
    std::vector<const Link*> links;
    for (const WalletId wallet : wallets) {
        for (const std::uint32_t index : linksOf(wallet)) {
            const Link& link = m_links[index];
            if (link.accepted && link.a == wallet) links.push_back(&link);
        }
    }
    cutBridges(wallets.size(), links);
    // Strongest first: a cluster is made of its best evidence before weaker links may bridge anything.
    std::vector<std::pair<double, const Link*>> order;
    order.reserve(links.size());
    for (const Link* link : links) order.emplace_back(link->posterior(), link);
    std::sort(order.begin(), order.end(), [](const auto& x, const auto& y) {
        return x.first != y.first ? x.first > y.first
                                  : std::tie(x.second->a, x.second->b) < std::tie(y.second->a, y.second->b);
    });
    struct Side {
        std::size_t size = 1;
        std::size_t core = 1;  ///< wallets joined by what they did together, not by what one sent the other
    };
    std::unordered_map<WalletId, WalletId> parent;
    std::unordered_map<WalletId, Side> sides;
    for (const WalletId wallet : wallets) {
        parent[wallet] = wallet;
        sides[wallet] = {};
    }
    const auto root = [&](WalletId wallet) {
        while (parent[wallet] != wallet) wallet = parent[wallet] = parent[parent[wallet]];
        return wallet;
    };
    const auto unite = [&](WalletId a, WalletId b, bool core) {
        if (sides[a].size < sides[b].size || (sides[a].size == sides[b].size && b < a)) std::swap(a, b);
        parent[b] = a;
        sides[a].size += sides[b].size;
        sides[a].core = core ? sides[a].core + sides[b].core : std::max(sides[a].core, sides[b].core);
    };
    for (const auto& [posterior, link] : order) {
        if (!link->together()) continue;
        const WalletId a = root(link->a);
        const WalletId b = root(link->b);
        if (a == b) continue;
        unite(a, b, true);
    }
    // What bridges two sides is judged over all links between them, so that their order does not matter.
    std::vector<const Link*> bridges;
    for (const auto& [posterior, link] : order) {
        const WalletId a = root(link->a);
        const WalletId b = root(link->b);
        if (a == b) continue;
        if (sides[a].core >= kCore && sides[b].core >= kCore)
            bridges.push_back(link);
        else
            unite(a, b, false);
    }
    std::map<std::pair<WalletId, WalletId>, std::array<bool, kLinkKinds>> kinds;
    for (const Link* link : bridges) {
        const std::pair<WalletId, WalletId> between = std::minmax(root(link->a), root(link->b));
        if (between.first == between.second) continue;
        for (std::size_t kind = 0; kind < kLinkKinds; ++kind)
            if (link->llr[kind] > 0) kinds[between][kind] = true;
    }
    for (const auto& [between, seen] : kinds) {
        if (std::count(seen.begin(), seen.end(), true) < 2) continue;
        const WalletId a = root(between.first);
        const WalletId b = root(between.second);
        if (a != b) unite(a, b, false);
    }
    std::unordered_map<WalletId, std::vector<WalletId>> parts;
    std::vector<WalletId> roots;
    for (const WalletId wallet : wallets) {
        auto& part = parts[root(wallet)];
        if (part.empty()) roots.push_back(root(wallet));
        part.push_back(wallet);
    }
    for (const WalletId at : roots) form(std::move(parts[at]));
}

void LinkBook::settle() const {
    if (m_changed.empty()) return;
    m_clusterOf.resize(m_hub.size(), kNoCluster);
    std::vector<WalletId> todo = std::exchange(m_changed, {});
    // The old clusters of everything that changed are taken apart and their members looked at again.
    std::unordered_set<std::uint32_t> broken;
    for (std::size_t i = 0; i < todo.size(); ++i) {
        const std::uint32_t place = m_clusterOf[todo[i]];
        if (place == kNoCluster || !broken.insert(place).second) continue;
        todo.insert(todo.end(), m_clusters[place].members.begin(), m_clusters[place].members.end());
    }
    std::unordered_set<WalletId> done;
    for (const WalletId start : todo) {
        if (!done.insert(start).second) continue;
        std::vector<WalletId> reached{start};
        for (std::size_t i = 0; i < reached.size(); ++i) {
            // A neighbour's old cluster may hold parts that the bridge test kept apart: it is made anew too.
            if (const std::uint32_t place = m_clusterOf[reached[i]]; place != kNoCluster) broken.insert(place);
            for (const std::uint32_t index : linksOf(reached[i])) {
                const Link& link = m_links[index];
                if (!link.accepted) continue;
                const WalletId other = link.a == reached[i] ? link.b : link.a;
                if (done.insert(other).second) reached.push_back(other);
            }
        }
        for (const WalletId wallet : reached) m_clusterOf[wallet] = kNoCluster;
        for (const std::uint32_t place : broken) {
            if (m_clusters[place].members.empty()) continue;
            for (const WalletId wallet : m_clusters[place].members)
                if (m_clusterOf[wallet] == place) m_clusterOf[wallet] = kNoCluster;
            m_clusters[place].members.clear();
            m_free.push_back(place);
        }
        broken.clear();
        std::sort(reached.begin(), reached.end());
        rebuild(reached);
    }
}

double LinkBook::best(WalletId wallet) const {
    double best = 0;
    for (const std::uint32_t index : linksOf(wallet)) {
        const Link& link = m_links[index];
        const WalletId other = link.a == wallet ? link.b : link.a;
        if (link.accepted && m_clusterOf[other] == m_clusterOf[wallet]) best = std::max(best, link.posterior());
    }
    return best;
}

double LinkBook::confidence(const Cluster& cluster) const {
    double sum = 0;
    for (const WalletId wallet : cluster.members) sum += best(wallet);
    return cluster.members.empty() ? 0 : sum / static_cast<double>(cluster.members.size());
}

const Cluster* LinkBook::clusterOf(WalletId wallet) const {
    settle();
    if (wallet >= m_clusterOf.size() || m_clusterOf[wallet] == kNoCluster) return nullptr;
    return &m_clusters[m_clusterOf[wallet]];
}

double LinkBook::membership(WalletId wallet) const {
    settle();
    if (wallet >= m_clusterOf.size() || m_clusterOf[wallet] == kNoCluster) return 0;
    return best(wallet);
}

std::vector<const Link*> LinkBook::linksIn(const Cluster& cluster) const {
    std::vector<const Link*> out;
    for (const WalletId wallet : cluster.members) {
        for (const std::uint32_t index : linksOf(wallet)) {
            const Link& link = m_links[index];
            if (link.accepted && link.a == wallet && m_clusterOf[link.b] == m_clusterOf[wallet])
                out.push_back(&link);
        }
    }
    std::sort(out.begin(), out.end(),
              [](const Link* x, const Link* y) { return std::tie(x->a, x->b) < std::tie(y->a, y->b); });
    return out;
}

std::vector<const Cluster*> LinkBook::clusters() const {
    settle();
    std::vector<const Cluster*> out;
    for (const Cluster& cluster : m_clusters)
        if (!cluster.members.empty()) out.push_back(&cluster);
    std::sort(out.begin(), out.end(),
              [](const Cluster* a, const Cluster* b) { return a->members.front() < b->members.front(); });
    return out;
}

}  // namespace core::intel
