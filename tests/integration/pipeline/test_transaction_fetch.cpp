// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/base64.h"
#include "core/pipeline/canonical_order.h"
#include "core/pipeline/live_pipeline.h"
#include "core/pipeline/transaction_resolver.h"
#include "core/sim/capture_out.h"
#include "core/sim/market.h"
#include "core/sim/server.h"
#include "core/source/token_bucket.h"
#include "core/store/trade_store.h"
#include "core/wire/dex/registry.h"
#include "tests/support/fake_chain.h"
#include "tests/support/scripted_server.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <functional>
#include <future>
#include <map>
#include <memory>
#include <mutex>
#include <set>
#endif

#include <QTemporaryDir>
#include <QTest>

using core::Mint;
using core::Signature;
using core::pipeline::FetchStats;
using core::pipeline::LivePipeline;
using core::pipeline::PipelineConfig;
using core::pipeline::TransactionResolver;
using core::pipeline::Visibility;
using core::source::LiveOptions;
using nlohmann::json;
using test::FakeChain;
using test::HttpAnswer;
using test::HttpAsked;
using test::result;
using test::ScriptedServer;
using test::WsPeer;

namespace {

constexpr auto kPatience = std::chrono::seconds(20);

bool eventually(LivePipeline& pipeline, const std::function<bool(const core::pipeline::Snapshot&)>& condition) {
    const auto end = std::chrono::steady_clock::now() + kPatience;
    while (std::chrono::steady_clock::now() < end) {
        if (const auto snapshot = pipeline.latest(); snapshot && condition(*snapshot)) return true;
        (void)pipeline.waitFinished(std::chrono::milliseconds(20));
    }
    return false;
}

Signature signatureOf(std::uint8_t number) {
    std::array<std::uint8_t, 64> bytes{};
    bytes.fill(number);
    return *Signature::fromBytes(bytes);
}
Mint mintOf(std::uint8_t number) {
    std::array<std::uint8_t, 32> bytes{};
    bytes.fill(number);
    return *Mint::fromBytes(bytes);
}

core::wire::WantedTransaction wanted(std::uint8_t number, std::vector<Mint> mints = {}) {
    core::wire::WantedTransaction out;
    out.signature = signatureOf(number);
    out.venue = core::wire::venueById("raydium_amm_v4");
    out.events = 1;
    out.mints = std::move(mints);
    return out;
}

/// One thread, which never waits for its allowance.
TransactionResolver::Options resolverOf(const ScriptedServer& server) {
    TransactionResolver::Options options;
    options.rpc.url = server.httpUrl();
    options.rpc.requestsPerSecond = 1;
    options.rpc.budget =
        std::make_shared<core::source::RequestBudget>(1'000'000.0, std::chrono::steady_clock::now());
    options.rpc.backoffFirst = options.rpc.backoffMax = std::chrono::milliseconds(1);
    options.again = std::chrono::milliseconds(1);
    return options;
}

/// Counts what was delivered and lets a test wait for so many.
class Delivered {
public:
    TransactionResolver::Deliver deliver() {
        return [this](core::source::Frame&& frame, bool block) {
            const std::scoped_lock lock(m_mutex);
            const json exchange = json::parse(frame.bytes);
            m_blocks += block ? 1 : 0;
            m_asked.push_back(exchange["request"]["params"][0].dump());
            m_changed.notify_all();
            return true;
        };
    }
    bool wait(std::size_t count) {
        std::unique_lock lock(m_mutex);
        return m_changed.wait_for(lock, kPatience, [&] { return m_asked.size() >= count; });
    }
    std::vector<std::string> asked() {
        const std::scoped_lock lock(m_mutex);
        return m_asked;
    }
    std::size_t blocks() {
        const std::scoped_lock lock(m_mutex);
        return m_blocks;
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::string> m_asked;
    std::size_t m_blocks = 0;
};

/// Successful transactions of a market, in order.
std::vector<core::sim::SimTransaction> successes(const core::sim::MarketOptions& options) {
    auto market = core::sim::Market::create(options);
    std::vector<core::sim::SimTransaction> out;
    while (auto transaction = (*market)->next())
        if (!transaction->failed) out.push_back(std::move(*transaction));
    return out;
}

/// The notification of a transaction whose log ends in a cut behind its last line.
std::string cutNotification(const core::sim::SimTransaction& transaction, std::size_t lines) {
    json message = json::parse(core::sim::logsNotification(transaction, 1));
    json& logs = message["params"]["result"]["value"]["logs"];
    json kept = json::array();
    for (std::size_t i = 0; i < std::min<std::size_t>(lines, logs.size()); ++i) kept.push_back(logs[i]);
    kept.push_back("Log truncated");
    logs = kept;
    return message.dump();
}

LiveOptions feedOf(const ScriptedServer& server) {
    LiveOptions options;
    options.wsUrl = server.wsUrl();
    options.backoffFirst = std::chrono::milliseconds(2);
    options.httpRequestsPerSecond = 10'000;
    return options;
}

}  // namespace

class TestTransactionFetch : public QObject {
    Q_OBJECT
    core::SystemClock m_clock;

private slots:
    void asksForWhatIsOpenThenShownThenNewest() {
        std::promise<void> started;
        std::promise<void> release;
        auto released = release.get_future().share();
        std::once_flag once;
        ScriptedServer server({.http = [&](const HttpAsked& asked) {
            std::call_once(once, [&] {
                started.set_value();
                released.wait();
            });
            return result(asked, {{"slot", 1}});
        }});
        Delivered delivered;
        auto options = resolverOf(server);
        options.waiting = 4;
        auto resolver = TransactionResolver::start(options, m_clock, delivered.deliver());
        QVERIFY(resolver.has_value());
        (*resolver)->ask({wanted(1)});
        QVERIFY(started.get_future().wait_for(kPatience) == std::future_status::ready);
        (*resolver)->watch(mintOf(7), {mintOf(8)});
        (*resolver)->ask({wanted(2), wanted(3), wanted(4, {mintOf(7)}), wanted(5, {mintOf(8)}), wanted(6)});
        (*resolver)->ask({wanted(3), wanted(1)});  // asked for before
        const FetchStats full = (*resolver)->stats();
        QCOMPARE(full.waiting, std::size_t{4});
        QCOMPARE(full.venues.at("raydium_amm_v4").wanted, std::uint64_t{6});
        QCOMPARE(full.venues.at("raydium_amm_v4").notFetched, std::uint64_t{1});
        release.set_value();
        QVERIFY(delivered.wait(5));
        (*resolver)->stop();
        std::vector<std::string> expected;
        for (const std::uint8_t number : std::vector<std::uint8_t>{1, 4, 5, 6, 3})
            expected.push_back("\"" + signatureOf(number).base58() + "\"");
        QCOMPARE(delivered.asked(), expected);
        QCOMPARE((*resolver)->stats().venues.at("raydium_amm_v4").fetched, std::uint64_t{5});
        QCOMPARE((*resolver)->stats().resolvedEvents, std::uint64_t{5});
    }

    void asksAgainForWhatIsNotServedYet() {
        std::atomic<int> asks{0};
        ScriptedServer server({.http = [&](const HttpAsked& asked) {
            return ++asks < 3 ? result(asked, nullptr) : result(asked, {{"slot", 1}});
        }});
        Delivered delivered;
        auto resolver = TransactionResolver::start(resolverOf(server), m_clock, delivered.deliver());
        (*resolver)->ask({wanted(1)});
        QVERIFY(delivered.wait(1));
        (*resolver)->stop();
        QCOMPARE(asks.load(), 3);
    }

    void countsWhatTheServerRefuses() {
        std::promise<void> third;
        std::atomic<int> asks{0};
        ScriptedServer server({.http = [&](const HttpAsked&) {
            if (++asks == 3) third.set_value();
            HttpAnswer out;
            out.status = 403;
            return out;
        }});
        Delivered delivered;
        auto resolver = TransactionResolver::start(resolverOf(server), m_clock, delivered.deliver());
        (*resolver)->ask({wanted(1), wanted(2), wanted(3)});
        QVERIFY(third.get_future().wait_for(kPatience) == std::future_status::ready);
        (*resolver)->stop();
        QCOMPARE((*resolver)->stats().venues.at("raydium_amm_v4").notFetched, std::uint64_t{3});
        QVERIFY(delivered.asked().empty());
    }

    void leavesOutVenuesNobodyFollowsButForTheOpenCoin() {
        ScriptedServer server({.http = [&](const HttpAsked& asked) { return result(asked, {{"slot", 1}}); }});
        Delivered delivered;
        auto options = resolverOf(server);
        options.venues = {"pumpfun"};
        auto resolver = TransactionResolver::start(options, m_clock, delivered.deliver());
        (*resolver)->watch(mintOf(7), {mintOf(8)});
        (*resolver)->ask({wanted(1), wanted(2, {mintOf(8)}), wanted(3, {mintOf(7)})});
        QVERIFY(delivered.wait(1));
        (*resolver)->stop();
        QCOMPARE(delivered.asked(), std::vector<std::string>{"\"" + signatureOf(3).base58() + "\""});
    }

    void completesCutLogsAndCountsNothingTwice() {
        core::sim::MarketOptions options;
        options.scenario = "steady";
        options.tradesPerSecond = 50;
        options.durationSeconds = 4;
        const auto transactions = successes(options);
        std::uint64_t trades = 0;
        std::map<std::string, std::string> bySignature;
        for (const auto& each : transactions) {
            trades += each.trades;
            bySignature[each.signature] = each.transactionJson;
        }
        QVERIFY(trades > 100);
        ScriptedServer server({.websocket =
                                   [&](WsPeer& peer, std::size_t) {
                                       for (int i = 0; i < 2; ++i) {
                                           const auto request = peer.read();
                                           if (!request || !peer.send(FakeChain::ack(*request, 1))) return;
                                       }
                                       std::size_t number = 0;
                                       for (const auto& each : transactions) {
                                           // Whole, cut after everything was told, and cut early.
                                           const std::size_t kind = number++ % 3;
                                           peer.send(kind == 0 ? core::sim::logsNotification(each, 1)
                                                               : cutNotification(each, kind == 1 ? 10'000 : 3));
                                       }
                                       peer.drain();
                                   },
                               .http =
                                   [&](const HttpAsked& asked) {
                                       const json request = json::parse(asked.body);
                                       if (request["method"] != "getTransaction")
                                           return result(asked, json::array());
                                       return result(asked, json::parse(bySignature[request["params"][0]]));
                                   }});
        auto live = feedOf(server);
        PipelineConfig config;
        core::pipeline::completeFromNode(config, live, m_clock);
        QVERIFY(config.transactionLookup.has_value());
        LivePipeline pipeline{config, m_clock};
        pipeline.addSource(std::move(*core::source::makeLiveSource(live, m_clock)));
        QVERIFY(pipeline.start().has_value());
        const std::uint64_t cut = transactions.size() - (transactions.size() + 2) / 3;
        QVERIFY(eventually(pipeline, [&](const auto& snapshot) {
            std::uint64_t fetched = 0;
            for (const auto& [venue, count] : snapshot.health.fetches.venues) fetched += count.fetched;
            return fetched == cut && snapshot.health.trades == trades;
        }));
        pipeline.stop();
        const auto last = pipeline.latest();
        QCOMPARE(last->health.trades, trades);
        QVERIFY(last->health.duplicates > 0);
    }

    void fetchesTradesWhoseLogNamesNoTrader() {
        // A swap of Raydium AMM v4: type 3 and seven amounts.
        std::vector<std::uint8_t> swap(57, 1);
        swap[0] = 3;
        const std::size_t direction = 1 + 2 * 8;
        std::fill_n(swap.begin() + direction, 8, std::uint8_t{0});
        swap[direction] = 2;
        const std::string program = "675kPX9MHTjS2zt1qfr1NYHuzeLXfQM9H24wFSUt1Mp8";
        FakeChain chain;
        const auto one = chain.add(100, {program});
        json message = json::parse(FakeChain::notification(1, one));
        message["params"]["result"]["value"]["logs"] = {"Program " + program + " invoke [1]",
                                                        "Program log: ray_log: " + core::base64Encode(swap),
                                                        "Program " + program + " success"};
        std::promise<void> go;
        auto gone = go.get_future().share();
        ScriptedServer server({.websocket =
                                   [&](WsPeer& peer, std::size_t) {
                                       const auto request = peer.read();
                                       if (!request || !peer.send(FakeChain::ack(*request, 1))) return;
                                       peer.send(message.dump());
                                       peer.drain();
                                   },
                               .http =
                                   [&](const HttpAsked& asked) {
                                       if (json::parse(asked.body)["method"] == "getTransaction") gone.wait();
                                       return chain.answer(asked);
                                   }});
        auto live = feedOf(server);
        live.programs = {"raydium_amm_v4"};
        PipelineConfig config;
        core::pipeline::completeFromNode(config, live, m_clock);
        LivePipeline pipeline{config, m_clock};
        pipeline.addSource(std::move(*core::source::makeLiveSource(live, m_clock)));
        QVERIFY(pipeline.start().has_value());
        const auto left = [](const core::pipeline::Snapshot& snapshot) {
            const auto found = snapshot.health.undecoded.find("needs_transaction");
            return found == snapshot.health.undecoded.end() ? std::uint64_t{0} : found->second;
        };
        QVERIFY(eventually(pipeline, [&](const auto& snapshot) {
            return left(snapshot) == 1 && snapshot.health.fetches.venues.contains("raydium_amm_v4");
        }));
        go.set_value();
        QVERIFY(eventually(pipeline, [&](const auto& snapshot) {
            return left(snapshot) == 0 && snapshot.health.fetches.venues.at("raydium_amm_v4").fetched == 1;
        }));
        bool told = false;
        for (const auto& row : pipeline.latest()->health.coverage) {
            if (row.venue == "raydium_amm_v4") {
                told = true;
                QVERIFY(row.visibility == Visibility::FromLogs);
                QCOMPARE(row.fetches.wanted, std::uint64_t{1});
            } else {
                QVERIFY(row.visibility == Visibility::NotVisible);
            }
        }
        QVERIFY(told);
        pipeline.stop();
    }

    void storesTheOrderOfACreationsSlot() {
        QTemporaryDir folder;
        const std::filesystem::path database = folder.filePath("trades.sqlite").toStdString();
        core::sim::ServerOptions options;
        options.market.scenario = "steady";
        options.market.tradesPerSecond = 100;
        options.market.durationSeconds = 4;
        constexpr std::int64_t kHeadStartNs = 1'000'000'000;
        options.epochNs = m_clock.now().value() + kHeadStartNs;
        const auto server = core::sim::Server::start(options);
        QVERIFY(server.has_value());
        LiveOptions live;
        live.wsUrl = "ws://127.0.0.1:" + std::to_string((*server)->port());
        PipelineConfig config;
        config.database = database;
        core::pipeline::completeFromNode(config, live, m_clock);
        LivePipeline pipeline{config, m_clock};
        pipeline.addSource(std::move(*core::source::makeLiveSource(live, m_clock)));
        QVERIFY(pipeline.start().has_value());
        QVERIFY(eventually(pipeline, [&](const auto& snapshot) {
            const auto& blocks = snapshot.health.fetches.blocks;
            return (*server)->marketOver() && blocks.wanted > 0 && blocks.fetched == blocks.wanted;
        }));
        const std::uint64_t fetched = pipeline.latest()->health.fetches.blocks.fetched;
        pipeline.stop();
        std::map<std::string, std::uint32_t> truth;
        for (const auto& each : successes(options.market)) truth[each.signature] = each.txIndex;
        auto store = core::store::TradeStore::open(database, core::store::Database::Access::ReadOnly);
        QVERIFY(store.has_value());
        std::size_t indexed = 0;
        bool right = true;
        std::set<std::uint64_t> filled;
        QVERIFY((*store)
                    ->eachTrade([&](const core::Event& event) {
                        if (!event.at.txIndex) return true;
                        ++indexed;
                        filled.insert(event.at.slot->value());
                        right = right && truth.at(event.at.signature->base58()) == *event.at.txIndex;
                        return true;
                    })
                    .has_value());
        QVERIFY(right);
        QVERIFY(indexed > 0);
        QVERIFY(filled.size() <= fetched);
    }

    void givesTheIndexOfOneCopyToTheOther() {
        std::vector<core::Event> events(3);
        for (auto& event : events) {
            event.at.slot = core::Slot{5};
            event.body = core::Graduated{};
        }
        events[0].at.signature = signatureOf(1);
        events[1].at.signature = signatureOf(2);
        events[2].at.signature = signatureOf(1);
        events[2].at.txIndex = 9;
        core::pipeline::fillTxIndexes(events);
        QCOMPARE(events[0].at.txIndex, std::optional<std::uint32_t>{9});
        QVERIFY(!events[1].at.txIndex);
        // An event's own index counts for more than what a list of signatures says.
        core::pipeline::BlockOrder told;
        told.add(signatureOf(3), 1);
        told.add(signatureOf(2), 4);
        told.add(signatureOf(1), 5);
        core::pipeline::fillTxIndexes(events, told);
        QCOMPARE(events[0].at.txIndex, std::optional<std::uint32_t>{9});
        QCOMPARE(events[1].at.txIndex, std::optional<std::uint32_t>{4});
    }

    void asksABlockForItsSignaturesOnly() {
        std::promise<json> params;
        ScriptedServer server({.http = [&](const HttpAsked& asked) {
            params.set_value(json::parse(asked.body)["params"]);
            return result(asked, {{"signatures", json::array()}});
        }});
        Delivered delivered;
        auto resolver = TransactionResolver::start(resolverOf(server), m_clock, delivered.deliver());
        QVERIFY(resolver.has_value());
        (*resolver)->askBlock(core::Slot{77});
        QVERIFY(delivered.wait(1));
        (*resolver)->stop();
        const json asked = params.get_future().get();
        QCOMPARE(asked[0].get<int>(), 77);
        QCOMPARE(asked[1]["transactionDetails"].get<std::string>(), std::string{"signatures"});
        QCOMPARE(delivered.blocks(), std::size_t{1});
    }
};

QTEST_APPLESS_MAIN(TestTransactionFetch)
#include "test_transaction_fetch.moc"
