// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/cluster_history.h"
#include "tests/support/engine_run.h"
#include "tests/support/market_events.h"
#endif

#include <QTest>

#include <map>

using core::pipeline::ClusterHistory;
using core::store::StoredCluster;

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;

// What rows say of the clusters: members by first wallet, the last row counts.
struct Readers {
    void take(const std::vector<StoredCluster>& rows) {
        for (const StoredCluster& row : rows) {
            ++written;
            bytes += row.json.size();
            if (row.json.empty())
                members.erase(row.wallet);
            else
                members[row.wallet] = row.members;
        }
    }
    std::map<core::Wallet, std::uint64_t> members;
    std::size_t written = 0;
    std::size_t bytes = 0;
};

std::map<core::Wallet, std::uint64_t> clustersOf(const core::intel::Intel& who) {
    std::map<core::Wallet, std::uint64_t> out;
    for (const core::intel::Cluster* cluster : who.links().clusters())
        out[who.wallets()[cluster->members.front()].address] = cluster->members.size();
    return out;
}

}  // namespace

class ClusterHistoryTest : public QObject {
    Q_OBJECT
private slots:
    // Asked every few seconds of a market, the rows keep up with what clusters are, and are not written anew at
    // each change.
    void rowsKeepUpAndStayFew() {
        core::sim::MarketOptions options;
        options.scenario = "mixed";
        options.tradesPerSecond = 20;
        options.durationSeconds = 500;
        auto market = core::sim::Market::create(options);
        QVERIFY(market);
        core::pipeline::Engine engine{core::pipeline::EngineConfig{}};
        ClusterHistory history;
        ClusterHistory everyChange;
        Readers rows;
        Readers all;
        std::int64_t now = 0;
        std::int64_t allNow = 0;
        std::size_t sinceAsked = 0;
        while (const auto transaction = (*market)->next()) {
            QVERIFY(engine.frame(test::httpFrame(*transaction)));
            if (++sinceAsked % 50 != 0) continue;
            now += 2 * kSecond;
            allNow += ClusterHistory::kMostSilence;  // nothing may wait any longer
            rows.take(history.changes(engine.intel(), engine.market(), now, false));
            all.take(everyChange.changes(engine.intel(), engine.market(), allNow, false));
            const auto are = clustersOf(engine.intel());
            QVERIFY(all.members == are);
            // The same clusters are known, and what is known of each is less than a quarter off.
            QCOMPARE(rows.members.size(), are.size());
            for (const auto& [wallet, members] : are) {
                QVERIFY(rows.members.contains(wallet));
                QVERIFY(members * 4 < rows.members[wallet] * 5 && members * 4 > rows.members[wallet] * 3);
            }
        }
        rows.take(history.changes(engine.intel(), engine.market(), now, true));
        QVERIFY(rows.members == clustersOf(engine.intel()));
        QVERIFY(rows.members.size() > 5);
        QVERIFY(rows.written <= all.written && rows.bytes <= all.bytes);
        // Nothing changed since.
        QVERIFY(history.changes(engine.intel(), engine.market(), now + ClusterHistory::kMostSilence, true).empty());
    }

    // One wallet more is no quarter of ten: it is told when its time has come, though nothing changed since.
    void aSmallChangeIsToldInTheEnd() {
        core::pipeline::Engine engine{core::pipeline::EngineConfig{}};
        std::uint64_t number = 0;
        std::uint64_t slot = 10;
        engine.apply(test::createdEvent(++number, slot, 500));
        // A wallet that pays ten others, which buy what they were paid for.
        const auto pay = [&](std::uint64_t to) {
            slot += 10;
            core::Event event = test::tradeEvent(++number, slot, core::Side::Buy, 1, 1);
            event.body = core::SolTransfer{test::walletOf(1), test::walletOf(to), core::Lamports{2'000'000'000}};
            engine.apply(event);
            engine.apply(test::tradeEvent(++number, ++slot, core::Side::Buy, 1'000, 2'000'000'000, to));
        };
        engine.apply(test::tradeEvent(++number, ++slot, core::Side::Buy, 1'000, 2'000'000'000, 1));
        for (std::uint64_t to = 2; to <= 9; ++to) pay(to);
        ClusterHistory history;
        auto rows = history.changes(engine.intel(), engine.market(), kSecond, false);
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].members, std::uint64_t{9});
        pay(10);
        QVERIFY(history.changes(engine.intel(), engine.market(), 2 * kSecond, false).empty());
        QVERIFY(history.changes(engine.intel(), engine.market(), ClusterHistory::kMostSilence, false).empty());
        rows = history.changes(engine.intel(), engine.market(), kSecond + ClusterHistory::kMostSilence, false);
        QCOMPARE(rows.size(), std::size_t{1});
        QCOMPARE(rows[0].members, std::uint64_t{10});
    }
};

QTEST_APPLESS_MAIN(ClusterHistoryTest)
#include "cluster_history_test.moc"
