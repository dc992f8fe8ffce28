// SPDX-License-Identifier: GPL-3.0-or-later
// The schemes as an observer of whole transactions sees them, against what the truth says of them.
// moc does not parse the C++20 headers that these include.
#ifndef Q_MOC_RUN
#include "core/sim/capture_out.h"
#include "core/sim/market.h"
#include "core/wire/decoder.h"

#include <nlohmann/json.hpp>
#endif

#include <QtTest>

#include <algorithm>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <vector>

using namespace core::sim;
using nlohmann::json;

namespace {

using Slot = std::uint64_t;
using Held = std::pair<std::string, std::string>;  // mint, wallet

struct TradeSeen {
    std::string mint, wallet;
    Slot slot = 0;
    std::uint32_t txIndex = 0;
    bool buy = false;
    std::uint64_t tokens = 0;
    std::uint64_t lamports = 0;
};
struct Transfer {
    std::string mint, from, to;  ///< no mint: SOL
    Slot slot = 0;
    std::uint64_t amount = 0;
};
struct Created {
    std::string creator;
    Slot slot = 0;
    std::uint32_t txIndex = 0;
};

struct Removal {
    std::string mint, wallet;
    Slot slot = 0;
    std::uint64_t lamports = 0, left = 0;
};

/// A market read from its whole transactions, by the decoder that reads the real chain.
struct Played {
    std::vector<TradeSeen> trades;
    std::vector<Transfer> transfers;
    std::map<std::string, Created> created;
    std::vector<Removal> removals;
    std::set<std::string> traders, seen;
    json truth;
    std::uint64_t hash = 0xcbf29ce484222325ULL;

    void addToHash(std::string_view text) {
        for (const char c : text) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    }
    [[nodiscard]] std::vector<std::string> tagged(const std::string& kind, const std::string& mint) const {
        std::vector<std::string> out;
        for (const auto& tag : truth["wallet_tags"])
            if (tag["kind"] == kind && tag.value("mint", "") == mint) out.push_back(tag["address"]);
        return out;
    }
    [[nodiscard]] std::vector<json> clusters(const std::string& kind) const {
        std::vector<json> out;
        for (const auto& cluster : truth["clusters"])
            if (cluster["kind"] == kind) out.push_back(cluster);
        return out;
    }
    [[nodiscard]] std::vector<json> events(const std::string& kind) const {
        std::vector<json> out;
        for (const auto& event : truth["events"])
            if (event["kind"] == kind) out.push_back(event);
        return out;
    }
};

bool contains(const json& list, const std::string& text) {
    return std::find(list.begin(), list.end(), text) != list.end();
}

void note(Played& out, const core::Event& event) {
    const Slot slot = event.at.slot->value();
    const std::uint32_t index = event.at.txIndex.value_or(0);
    if (const auto* trade = std::get_if<core::Trade>(&event.body)) {
        out.trades.push_back({trade->mint.base58(), trade->wallet.base58(), slot, index,
                              trade->side == core::Side::Buy, trade->baseAmount.value(),
                              trade->quoteAmount.value()});
        out.traders.insert(out.trades.back().wallet);
        out.seen.insert(out.trades.back().wallet);
    } else if (const auto* sol = std::get_if<core::SolTransfer>(&event.body)) {
        out.transfers.push_back({"", sol->from.base58(), sol->to.base58(), slot, sol->amount.value()});
    } else if (const auto* moved = std::get_if<core::TokenTransfer>(&event.body)) {
        out.transfers.push_back(
            {moved->mint.base58(), moved->from.base58(), moved->to.base58(), slot, moved->amount.value()});
        out.seen.insert(out.transfers.back().to);
    } else if (const auto* made = std::get_if<core::TokenCreated>(&event.body)) {
        out.created[made->mint.base58()] = {made->creator->base58(), slot, index};
        out.seen.insert(made->creator->base58());
    } else if (const auto* change = std::get_if<core::LiquidityChange>(&event.body)) {
        if (!change->added)
            out.removals.push_back({change->mint.base58(), change->wallet.base58(), slot,
                                    change->quoteAmount.value(), change->after->quote});
    }
}

std::unique_ptr<Played> play(const MarketOptions& options) {
    auto out = std::make_unique<Played>();
    core::wire::Decoder decoder;
    std::vector<core::Event> events;
    auto market = Market::create(options);
    while (const auto transaction = (*market)->next()) {
        std::string message = transactionNotification(*transaction, 1, false);
        out->addToHash(message);
        message.reserve(message.size() + core::wire::Decoder::kPadding);
        events.clear();
        if (!decoder.websocket(message, core::RecvTime{transaction->timeNs}, events))
            qFatal("the decoder refuses %s", transaction->signature.c_str());
        for (const core::Event& event : events) note(*out, event);
    }
    const std::string truth = (*market)->truthJson();
    out->addToHash(truth);
    out->truth = json::parse(truth);
    return out;
}

MarketOptions optionsOf(const std::string& scenario, std::uint64_t seed) {
    MarketOptions options;
    options.scenario = scenario;
    options.seed = seed;
    options.tradesPerSecond = 8;
    options.durationSeconds = 600;
    return options;
}

/// Made once for each scenario and seed, because every test looks at it from another side.
const Played& played(const std::string& scenario, std::uint64_t seed) {
    static std::map<std::pair<std::string, std::uint64_t>, std::unique_ptr<Played>> kept;
    auto& one = kept[{scenario, seed}];
    if (!one) one = play(optionsOf(scenario, seed));
    return *one;
}

constexpr std::uint64_t kSeeds[] = {1, 2, 20'261'125};

}  // namespace

class SchemesTest : public QObject {
    Q_OBJECT
private slots:
    void sameSeedSameBytes_data();
    void sameSeedSameBytes();
    void goesOnWhenCoinsAreForgotten_data() { sameSeedSameBytes_data(); }
    void goesOnWhenCoinsAreForgotten();
    void truthIsSeen_data();
    void truthIsSeen();
    void salesLieWhereTheTruthSaysSo_data() { truthIsSeen_data(); }
    void salesLieWhereTheTruthSaysSo();
    void decoysAreUnrelated_data() { truthIsSeen_data(); }
    void decoysAreUnrelated();
    void blocksStandBehindTheCreation_data();
    void blocksStandBehindTheCreation();
    void bagsAreHandedOn_data() { blocksStandBehindTheCreation_data(); }
    void bagsAreHandedOn();
    void cabalsArePaidBeforeTheyBuy_data() { blocksStandBehindTheCreation_data(); }
    void cabalsArePaidBeforeTheyBuy();
    void washingLeavesThePositionAsItWas_data() { blocksStandBehindTheCreation_data(); }
    void washingLeavesThePositionAsItWas();
    void leadersAreFollowed_data() { blocksStandBehindTheCreation_data(); }
    void leadersAreFollowed();
    void pumpsRiseAndFall_data() { blocksStandBehindTheCreation_data(); }
    void pumpsRiseAndFall();
    void liquidityIsPulled_data() { blocksStandBehindTheCreation_data(); }
    void liquidityIsPulled();
    void dripsLastForMinutes_data() { blocksStandBehindTheCreation_data(); }
    void dripsLastForMinutes();
    void scenariosHaveWhatTheyAreCalledFor_data();
    void scenariosHaveWhatTheyAreCalledFor();
    void quietScenariosHaveNoSchemes();
};

void SchemesTest::sameSeedSameBytes_data() {
    QTest::addColumn<QString>("scenario");
    for (const ScenarioInfo& info : scenarios())
        QTest::newRow(std::string{info.name}.c_str()) << QString::fromStdString(std::string{info.name});
}

void SchemesTest::sameSeedSameBytes() {
    QFETCH(QString, scenario);
    MarketOptions options = optionsOf(scenario.toStdString(), 5);
    options.durationSeconds = 90;
    const std::uint64_t first = play(options)->hash;
    QCOMPARE(play(options)->hash, first);
    ++options.seed;
    QVERIFY(play(options)->hash != first);
}

// Coins die after minutes, and passing traders go with them, whatever anyone had planned with either.
void SchemesTest::goesOnWhenCoinsAreForgotten() {
    QFETCH(QString, scenario);
    MarketOptions options = optionsOf(scenario.toStdString(), 11);
    options.durationSeconds = 1'800;
    options.tradesPerSecond = 5;
    auto market = Market::create(options);
    std::uint64_t trades = 0;
    while (const auto transaction = (*market)->next()) trades += transaction->trades;
    QVERIFY(trades > 4'000);
}

void SchemesTest::truthIsSeen_data() {
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<quint64>("seed");
    for (const char* scenario : {"mixed", "decoys"})
        for (const std::uint64_t seed : kSeeds)
            QTest::addRow("%s, seed %llu", scenario, static_cast<unsigned long long>(seed))
                << QString(scenario) << quint64{seed};
}

void SchemesTest::truthIsSeen() {
    QFETCH(QString, scenario);
    QFETCH(quint64, seed);
    const Played& all = played(scenario.toStdString(), seed);
    std::set<std::string> ids;
    for (const auto& cluster : all.truth["clusters"]) {
        QVERIFY(ids.insert(cluster["id"]).second);
        QVERIFY(cluster["wallets"].size() >= 2 && !cluster["mints"].empty());
        std::size_t trading = 0;
        for (const auto& wallet : cluster["wallets"]) {
            QVERIFY2(all.seen.contains(wallet), wallet.get<std::string>().c_str());
            trading += all.traders.contains(wallet) ? 1 : 0;
        }
        QVERIFY(trading >= 1);
        for (const auto& mint : cluster["mints"]) QVERIFY(all.created.contains(mint));
    }
    QCOMPARE(all.truth["clusters"].empty(), scenario == "decoys");
    for (const auto& [mint, made] : all.created) {
        const auto devs = all.tagged("dev", mint);
        QCOMPARE(devs, std::vector<std::string>{made.creator});
        std::set<std::string> first;
        for (const TradeSeen& trade : all.trades)
            if (trade.mint == mint && trade.buy && trade.slot == made.slot && trade.wallet != made.creator)
                first.insert(trade.wallet);
        const auto snipers = all.tagged("sniper", mint);
        QCOMPARE(std::set<std::string>(snipers.begin(), snipers.end()), first);
    }
}

void SchemesTest::salesLieWhereTheTruthSaysSo() {
    QFETCH(QString, scenario);
    QFETCH(quint64, seed);
    const Played& all = played(scenario.toStdString(), seed);
    for (const auto& event : all.truth["events"]) {
        const std::string kind = event["kind"];
        const auto start = event["start_slot"].get<Slot>();
        const auto end = event["end_slot"].get<Slot>();
        QVERIFY(start <= end && !event["wallets"].empty());
        QVERIFY(all.created.at(event["mint"]).slot <= start);
        if (kind != "dev_dump" && kind != "cluster_dump" && kind != "wash_trading") continue;
        Slot first = ~Slot{0};
        Slot last = 0;
        std::set<std::string> sold;
        for (const TradeSeen& trade : all.trades) {
            if (trade.mint != event["mint"] || !contains(event["wallets"], trade.wallet)) continue;
            if (trade.slot < start || trade.slot > end) continue;
            if (trade.buy && kind != "wash_trading") continue;
            first = std::min(first, trade.slot);
            last = std::max(last, trade.slot);
            sold.insert(trade.wallet);
        }
        QCOMPARE(first, start);
        QCOMPARE(last, end);
        QCOMPARE(sold.size(), event["wallets"].size());
    }
}

void SchemesTest::decoysAreUnrelated() {
    QFETCH(QString, scenario);
    QFETCH(quint64, seed);
    const Played& all = played(scenario.toStdString(), seed);
    QVERIFY(all.truth["unrelated"].size() > 100);
    std::map<std::string, std::set<std::string>> clustersOf;
    for (const auto& cluster : all.truth["clusters"])
        for (const auto& wallet : cluster["wallets"]) clustersOf[wallet].insert(cluster["id"]);
    std::set<std::set<std::string>> pairs;
    for (const auto& pair : all.truth["unrelated"]) {
        QCOMPARE(pair.size(), std::size_t{2});
        const bool added = pairs.insert({pair[0].get<std::string>(), pair[1].get<std::string>()}).second;
        QVERIFY(added);
        QVERIFY(all.seen.contains(pair[0]) && all.seen.contains(pair[1]));
        for (const std::string& id : clustersOf[pair[0]]) QVERIFY(!clustersOf[pair[1]].contains(id));
    }
}

void SchemesTest::blocksStandBehindTheCreation_data() {
    QTest::addColumn<quint64>("seed");
    for (const std::uint64_t seed : kSeeds)
        QTest::addRow("seed %llu", static_cast<unsigned long long>(seed)) << quint64{seed};
}

void SchemesTest::blocksStandBehindTheCreation() {
    QFETCH(quint64, seed);
    const Played& all = played("mixed", seed);
    std::size_t blocks = 0;
    for (const auto& [mint, made] : all.created) {
        const auto bundlers = all.tagged("bundler", mint);
        if (bundlers.empty()) continue;
        ++blocks;
        QVERIFY(bundlers.size() >= 4 && bundlers.size() <= 5);
        std::uint64_t tokens = 0;
        for (const TradeSeen& trade : all.trades) {
            if (trade.mint != mint || !trade.buy ||
                std::find(bundlers.begin(), bundlers.end(), trade.wallet) == bundlers.end())
                continue;
            QCOMPARE(trade.slot, made.slot);
            QVERIFY(trade.txIndex > made.txIndex);
            tokens += trade.tokens;
        }
        // More than half of the billion, in raw units of a millionth.
        QVERIFY2(tokens > 500'000'000'000'000, qPrintable(QString::number(tokens)));
    }
    QVERIFY(blocks >= 1);
}

void SchemesTest::bagsAreHandedOn() {
    QFETCH(quint64, seed);
    const Played& all = played("mixed", seed);
    std::size_t moved = 0;
    for (const auto& [mint, made] : all.created) {
        const auto collectors = all.tagged("insider_holdings", mint);
        const auto bundlers = all.tagged("bundler", mint);
        if (bundlers.empty()) continue;
        for (const std::string& collector : collectors) {
            const auto transfer = std::find_if(
                all.transfers.begin(), all.transfers.end(),
                [&, key = mint](const Transfer& one) { return one.mint == key && one.to == collector; });
            QVERIFY(transfer != all.transfers.end());
            QVERIFY(std::find(bundlers.begin(), bundlers.end(), transfer->from) != bundlers.end());
            QVERIFY(transfer->slot > made.slot);
            ++moved;
        }
    }
    QVERIFY(moved >= 1);
}

void SchemesTest::cabalsArePaidBeforeTheyBuy() {
    QFETCH(quint64, seed);
    const Played& all = played("mixed", seed);
    std::map<std::string, Slot> paid;
    for (const Transfer& one : all.transfers)
        if (one.mint.empty() && one.amount > 100'000'000) paid.try_emplace(one.to, one.slot);
    std::map<std::string, Slot> firstBuy;
    for (const TradeSeen& trade : all.trades)
        if (trade.buy) firstBuy.try_emplace(trade.wallet, trade.slot);
    const auto cabals = all.clusters("cabal");
    QVERIFY(cabals.size() >= 4);
    for (const json& cabal : cabals) {
        std::size_t buyers = 0;
        std::size_t before = 0;
        for (const auto& wallet : cabal["wallets"]) {
            if (!firstBuy.contains(wallet)) continue;
            ++buyers;
            before += paid.contains(wallet) && paid[wallet] <= firstBuy[wallet] ? 1 : 0;
        }
        // Creators of some crews had their money before anybody looked.
        QVERIFY2(before * 10 >= buyers * 7, cabal.dump().c_str());
    }
}

void SchemesTest::washingLeavesThePositionAsItWas() {
    QFETCH(quint64, seed);
    const Played& all = played("mixed", seed);
    const auto events = all.events("wash_trading");
    QVERIFY(!events.empty());
    for (const json& event : events) {
        std::uint64_t bought = 0;
        std::uint64_t sold = 0;
        std::size_t legs = 0;
        for (const TradeSeen& trade : all.trades) {
            if (trade.mint != event["mint"] || !contains(event["wallets"], trade.wallet)) continue;
            if (trade.slot < event["start_slot"].get<Slot>() || trade.slot > event["end_slot"].get<Slot>())
                continue;
            ++legs;
            (trade.buy ? bought : sold) += trade.tokens;
        }
        if (legs < 12) continue;
        const std::uint64_t net = bought > sold ? bought - sold : sold - bought;
        QVERIFY2(net < (bought + sold) / 4, event.dump().c_str());
    }
}

void SchemesTest::leadersAreFollowed() {
    QFETCH(quint64, seed);
    const Played& all = played("mixed", seed);
    std::size_t leaders = 0;
    for (const auto& tag : all.truth["wallet_tags"]) {
        if (tag["kind"] != "lead_wallet") continue;
        ++leaders;
        const std::string leader = tag["address"];
        std::size_t led = 0;
        std::size_t followed = 0;
        for (const json& crowd : all.clusters("lead_crowd")) {
            if (!contains(crowd["wallets"], leader)) continue;
            for (const TradeSeen& lead : all.trades) {
                if (lead.wallet != leader || !lead.buy) continue;
                ++led;
                followed += std::any_of(all.trades.begin(), all.trades.end(),
                                        [&](const TradeSeen& trade) {
                                            return trade.mint == lead.mint && trade.buy &&
                                                   trade.slot >= lead.slot && trade.slot <= lead.slot + 150 &&
                                                   trade.wallet != leader &&
                                                   contains(crowd["wallets"], trade.wallet);
                                        })
                                ? 1
                                : 0;
            }
        }
        QVERIFY(led >= 3);
        QVERIFY(followed * 10 >= led * 7);
    }
    QVERIFY(leaders >= 1);
}

void SchemesTest::pumpsRiseAndFall() {
    QFETCH(quint64, seed);
    const Played& all = played("pump", seed);
    const auto pumps = all.events("pump");
    QVERIFY(!pumps.empty());
    std::size_t fallen = 0;
    for (const json& pump : pumps) {
        const auto start = pump["start_slot"].get<Slot>();
        const auto end = pump["end_slot"].get<Slot>();
        QVERIFY(end - start <= 300);
        std::set<std::string> rushing;
        double before = 0;
        double peak = 0;
        double low = 1e9;
        for (const TradeSeen& trade : all.trades) {
            if (trade.mint != pump["mint"] || trade.tokens == 0) continue;
            const double price = static_cast<double>(trade.lamports) / static_cast<double>(trade.tokens);
            if (trade.slot < start) before = price;
            if (trade.slot >= start && trade.slot <= end) {
                peak = std::max(peak, price);
                if (trade.buy && !contains(pump["wallets"], trade.wallet)) rushing.insert(trade.wallet);
            }
            if (trade.slot > end) low = std::min(low, price);
        }
        QVERIFY(rushing.size() >= 8);
        QVERIFY(peak > before * 1.2);
        fallen += low < peak * 0.55 ? 1 : 0;
    }
    QVERIFY(fallen * 2 >= pumps.size());
}

void SchemesTest::liquidityIsPulled() {
    QFETCH(quint64, seed);
    const Played& all = played("rugs", seed);
    const auto events = all.events("liquidity_removal");
    QCOMPARE(events.size(), all.removals.size());
    QVERIFY(!events.empty());
    for (std::size_t i = 0; i < events.size(); ++i) {
        const Removal& removal = all.removals[i];
        QCOMPARE(events[i]["mint"].get<std::string>(), removal.mint);
        QCOMPARE(events[i]["start_slot"].get<Slot>(), removal.slot);
        QCOMPARE(events[i]["wallets"], json::array({removal.wallet}));
        QVERIFY(removal.lamports > removal.left);
        QCOMPARE(all.created.at(removal.mint).creator, removal.wallet);
    }
}

void SchemesTest::dripsLastForMinutes() {
    QFETCH(quint64, seed);
    const Played& all = played("rugs", seed);
    std::size_t slow = 0;
    for (const json& dump : all.events("dev_dump")) {
        std::size_t pieces = 0;
        for (const TradeSeen& trade : all.trades)
            pieces += trade.mint == dump["mint"] && !trade.buy && contains(dump["wallets"], trade.wallet) ? 1 : 0;
        const Slot lasted = dump["end_slot"].get<Slot>() - dump["start_slot"].get<Slot>();
        slow += pieces >= 8 && lasted >= 150 ? 1 : 0;
    }
    QVERIFY2(slow >= 2, qPrintable(QString::number(slow)));
}

void SchemesTest::scenariosHaveWhatTheyAreCalledFor_data() {
    QTest::addColumn<QString>("scenario");
    QTest::addColumn<QString>("cluster");
    QTest::addColumn<QString>("event");
    QTest::newRow("cabal") << "cabal"
                           << "cabal"
                           << "cluster_dump";
    QTest::newRow("insider") << "insider"
                             << "insider"
                             << "cluster_dump";
    QTest::newRow("wash") << "wash"
                          << "wash_ring"
                          << "wash_trading";
    QTest::newRow("pump") << "pump"
                          << "cabal"
                          << "pump";
    QTest::newRow("locomotive") << "locomotive"
                                << "lead_crowd"
                                << "dev_dump";
    QTest::newRow("rugs") << "rugs"
                          << "insider"
                          << "liquidity_removal";
}

void SchemesTest::scenariosHaveWhatTheyAreCalledFor() {
    QFETCH(QString, scenario);
    QFETCH(QString, cluster);
    QFETCH(QString, event);
    for (const std::uint64_t seed : kSeeds) {
        const Played& all = played(scenario.toStdString(), seed);
        QVERIFY(!all.clusters(cluster.toStdString()).empty());
        QVERIFY(!all.events(event.toStdString()).empty());
        QVERIFY(all.truth["unrelated"].size() > 20);
    }
}

void SchemesTest::quietScenariosHaveNoSchemes() {
    const Played& all = played("quiet", 1);
    QVERIFY(all.truth["clusters"].empty());
    QVERIFY(all.truth["unrelated"].empty());
    QVERIFY(all.truth["token_tags"].empty());
}

QTEST_APPLESS_MAIN(SchemesTest)
#include "schemes_test.moc"
