// SPDX-License-Identifier: GPL-3.0-or-later
// The graph of a coin, against the links and positions that it is made from.
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "tests/support/engine_run.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

using namespace core;
using namespace core::pipeline;

namespace {

test::EngineRun& mixed() {
    static test::EngineRun run;
    if (run.events.empty()) run.play("mixed", 900, 20);
    return run;
}

Snapshot lookAt(test::EngineRun& run, const Mint& mint, const std::optional<GraphWish>& wish) {
    Interest interest;
    interest.selected = mint;
    interest.inquiry.graph = wish;
    run.want(interest);
    return run.look();
}

std::vector<Mint> coinsWithClusters(test::EngineRun& run, std::size_t count) {
    std::vector<Mint> all;
    for (const auto& [mint, coin] : run.engine.market().tokens()) all.push_back(mint);
    std::sort(all.begin(), all.end());
    std::vector<Mint> out;
    for (const Mint& mint : all) {
        if (out.size() >= count) break;
        const Snapshot snapshot = lookAt(run, mint, std::nullopt);
        if (snapshot.selected && snapshot.selected->people && !snapshot.selected->people->clusters.empty())
            out.push_back(mint);
    }
    return out;
}

}  // namespace

class CoinGraphTest : public QObject {
    Q_OBJECT
private slots:
    void nothingIsBuiltUnlessAskedFor() {
        const auto coins = coinsWithClusters(mixed(), 1);
        QCOMPARE(coins.size(), std::size_t{1});
        QVERIFY(!lookAt(mixed(), coins.front(), std::nullopt).selected->graph);
        QVERIFY(lookAt(mixed(), coins.front(), GraphWish{}).selected->graph);
        QVERIFY(!lookAt(mixed(), coins.front(), std::nullopt).selected->graph);
    }

    void everyWalletOfEveryClusterIsOnIt() {
        std::size_t members = 0;
        for (const Mint& mint : coinsWithClusters(mixed(), 30)) {
            const Snapshot snapshot = lookAt(mixed(), mint, GraphWish{});
            const CoinGraph& graph = *snapshot.selected->graph;
            std::map<Wallet, const GraphNode*> nodes;
            for (const GraphNode& node : graph.nodes)
                if (node.kind != GraphNodeKind::Window) QVERIFY(nodes.emplace(node.wallet, &node).second);
            for (const ClusterRow& row : snapshot.selected->people->clusters)
                for (const ClusterMember& member : row.members) {
                    const auto node = nodes.find(member.wallet);
                    QVERIFY(node != nodes.end());
                    QCOMPARE(node->second->cluster, row.tag);
                    QCOMPARE(node->second->membership, member.membership);
                    QVERIFY(node->second->kind ==
                            (member.here ? GraphNodeKind::Wallet : GraphNodeKind::Intermediary));
                    QCOMPARE(node->second->held, std::max(0.0, static_cast<double>(member.balance)));
                    ++members;
                }
            std::size_t holders = 0;
            for (const HolderRow& row : snapshot.selected->people->holders) {
                if (row.balance <= 0 || holders++ >= 200) continue;
                QVERIFY(nodes.contains(row.wallet));
            }
        }
        QVERIFY(members > 50);
    }

    void linksAreThoseOfTheBook() {
        std::size_t accepted = 0;
        std::size_t paid = 0;
        const intel::Intel& who = mixed().engine.intel();
        for (const Mint& mint : coinsWithClusters(mixed(), 30)) {
            const Snapshot snapshot = lookAt(mixed(), mint, GraphWish{});
            const CoinGraph& graph = *snapshot.selected->graph;
            std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;
            for (const GraphLink& link : graph.links) {
                QVERIFY(link.a < graph.nodes.size() && link.b < graph.nodes.size() && link.a != link.b);
                QVERIFY(pairs.insert(std::minmax(link.a, link.b)).second);
                QVERIFY(!link.parts.empty());
                const GraphNode& a = graph.nodes[link.a];
                const GraphNode& b = graph.nodes[link.b];
                if (link.paid) {
                    const intel::Funding& funding = who.wallets()[who.find(b.wallet)].funding;
                    QCOMPARE(who.wallets()[funding.from].address, a.wallet);
                    QCOMPARE(link.lamports, funding.lamports);
                    if (a.kind == GraphNodeKind::Window) QVERIFY(a.from <= funding.time && funding.time <= a.until);
                    ++paid;
                }
                if (link.posterior == 0) continue;
                const intel::Link* known = who.links().find(who.find(a.wallet), who.find(b.wallet));
                QVERIFY(known != nullptr);
                QCOMPARE(link.posterior, known->posterior());
                QVERIFY(link.posterior >= CoinGraph::kLeastPosterior);
                QCOMPARE(link.accepted, known->accepted && a.cluster && a.cluster == b.cluster);
                accepted += link.accepted ? 1 : 0;
            }
            // What joins the wallets of a cluster is all there: they hang together on the map as they do in the
            // book.
            for (const ClusterRow& row : snapshot.selected->people->clusters) {
                const intel::Cluster* cluster = who.links().clusterOf(who.find(row.first));
                QVERIFY(cluster != nullptr);
                for (const intel::Link* link : who.links().linksIn(*cluster)) {
                    const auto find = [&](intel::WalletId id) {
                        return std::find_if(graph.nodes.begin(), graph.nodes.end(), [&](const GraphNode& node) {
                            return node.wallet == who.wallets()[id].address;
                        });
                    };
                    const auto a = find(link->a);
                    const auto b = find(link->b);
                    if (a == graph.nodes.end() || b == graph.nodes.end()) continue;
                    const auto one = static_cast<std::uint32_t>(a - graph.nodes.begin());
                    const auto two = static_cast<std::uint32_t>(b - graph.nodes.begin());
                    QVERIFY(pairs.contains(std::minmax(one, two)));
                }
            }
        }
        QVERIFY(accepted > 50);
        QVERIFY(paid > 10);
    }

    void bagsOfThePastAreWhatTheMovesAddUpTo() {
        std::size_t compared = 0;
        for (const Mint& mint : coinsWithClusters(mixed(), 20)) {
            const Snapshot snapshot = lookAt(mixed(), mint, GraphWish{});
            const CoinGraph& graph = *snapshot.selected->graph;
            for (const GraphNode& node : graph.nodes) {
                if (node.kind != GraphNodeKind::Wallet || node.history.empty()) continue;
                QVERIFY(std::is_sorted(node.history.begin(), node.history.end(),
                                       [](const auto& a, const auto& b) { return a.time < b.time; }));
                QVERIFY(node.history.size() <= GraphNode::kMostHistory);
                for (const HeldFrom& point : node.history) {
                    double held = 0;
                    for (const Event& event : mixed().events) {
                        if (core::mintOf(event.body) != mint || event.at.blockTime->value() > point.time) continue;
                        if (const auto* trade = std::get_if<Trade>(&event.body);
                            trade && trade->wallet == node.wallet)
                            held += (trade->side == Side::Buy ? 1 : -1) *
                                    static_cast<double>(trade->baseUser.value_or(trade->baseAmount).value());
                        if (const auto* moved = std::get_if<TokenTransfer>(&event.body)) {
                            if (moved->from == node.wallet) held -= static_cast<double>(moved->amount.value());
                            if (moved->to == node.wallet) held += static_cast<double>(moved->amount.value());
                        }
                    }
                    QCOMPARE(point.coins, std::max(0.0, held));
                }
                if (++compared > 60) return;
            }
        }
        QVERIFY(compared > 20);
    }

    void itIsBoundedAndCountsWhatItHides() {
        const Mint mint = coinsWithClusters(mixed(), 1).front();
        const CoinGraph all =
            *lookAt(mixed(), mint, GraphWish{GraphWish::kMostNodes, GraphWish::kMostNodes}).selected->graph;
        QCOMPARE(all.hiddenNodes, std::size_t{0});
        const CoinGraph few = *lookAt(mixed(), mint, GraphWish{1, 4}).selected->graph;
        QVERIFY(few.nodes.size() <= 4);
        QVERIFY(few.hiddenNodes > 0);
        const CoinGraph none = *lookAt(mixed(), mint, GraphWish{0, 0}).selected->graph;
        QVERIFY(none.nodes.empty() && none.links.empty());
        const CoinGraph huge = *lookAt(mixed(), mint, GraphWish{~std::size_t{0}, ~std::size_t{0}}).selected->graph;
        QCOMPARE(huge.nodes.size(), all.nodes.size());
    }

    void aWindowEndsWhereNothingIsPaidForTenMinutes() {
        test::EngineRun run;
        std::uint64_t number = 1;
        const auto pay = [&](std::uint64_t to, std::int64_t time) {
            Event event;
            event.at.signature = test::signatureOf(number);
            event.at.slot = Slot{1'000 + number++};
            event.at.blockTime = BlockTime{time};
            SolTransfer transfer;
            transfer.from = test::walletOf(900);
            transfer.to = test::walletOf(to);
            transfer.amount = Lamports{2'000'000'000};
            event.body = transfer;
            run.engine.apply(event);
        };
        constexpr std::int64_t kStart = 1'795'446'000;
        // A payer of more than a hundred wallets is an exchange, whatever it is called.
        for (std::uint64_t i = 0; i < 120; ++i) pay(1'000 + i, kStart - 5'000 + static_cast<std::int64_t>(i));
        for (std::uint64_t i = 1; i <= 3; ++i) pay(i, kStart + static_cast<std::int64_t>(i));
        for (std::uint64_t i = 4; i <= 5; ++i) pay(i, kStart + 900 + static_cast<std::int64_t>(i));
        run.engine.apply(test::createdEvent(number++, 3'000, 77));
        for (std::uint64_t i = 1; i <= 5; ++i) {
            Event buy = test::tradeEvent(number, 3'000 + 100 * i, Side::Buy, 1'000'000'000 * i, 500'000'000, i);
            ++number;
            run.engine.apply(buy);
        }
        const CoinGraph graph = *lookAt(run, test::mintOf(1), GraphWish{}).selected->graph;
        std::vector<const GraphNode*> windows;
        for (const GraphNode& node : graph.nodes)
            if (node.kind == GraphNodeKind::Window) windows.push_back(&node);
        QCOMPARE(windows.size(), std::size_t{2});
        QCOMPARE(windows[0]->from, kStart + 1);
        QCOMPARE(windows[0]->until, kStart + 3);
        QCOMPARE(windows[1]->from, kStart + 904);
        QCOMPARE(windows[1]->until, kStart + 905);
        QVERIFY(has(windows[0]->roles, Role::Exchange));
        // Customers of an exchange are linked to it, and by it to nobody.
        for (const GraphLink& link : graph.links) QVERIFY(link.paid && !link.accepted);
        QCOMPARE(graph.links.size(), std::size_t{5});
    }
};

QTEST_APPLESS_MAIN(CoinGraphTest)
#include "coin_graph_test.moc"
