// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/live_pipeline.h"
#include "core/pipeline/wallet_lookup.h"
#include "core/sim/capture_out.h"
#include "core/sim/market.h"
#include "core/source/coverage.h"
#include "core/source/token_bucket.h"
#include "core/store/trade_store.h"
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
using core::Wallet;
using core::pipeline::LivePipeline;
using core::pipeline::LookupWish;
using core::pipeline::PipelineConfig;
using core::pipeline::Question;
using core::pipeline::WalletLookup;
using core::source::LiveOptions;
using nlohmann::json;
using test::FakeChain;
using test::HttpAnswer;
using test::HttpAsked;
using test::result;
using test::ScriptedServer;
using test::WsPeer;

namespace {

constexpr auto kPatience = std::chrono::seconds(60);
constexpr std::int64_t kNow = 1'795'446'000;

template <class Key>
Key keyOf(std::uint8_t number) {
    std::array<std::uint8_t, Key::kSize> bytes{};
    bytes.fill(number);
    return *Key::fromBytes(bytes);
}

json row(std::uint8_t number, std::uint64_t slot, std::int64_t time, bool failed = false) {
    return {{"signature", keyOf<Signature>(number).base58()},
            {"slot", slot},
            {"blockTime", time},
            {"err", failed ? json{{"InstructionError", json::array()}} : json{}}};
}

LookupWish wish(std::uint8_t wallet, std::uint8_t mint, double share, Question question = Question::Beginning) {
    return {keyOf<Wallet>(wallet), question, keyOf<Mint>(mint), share, std::nullopt};
}

WalletLookup::Options optionsOf(const ScriptedServer& server) {
    WalletLookup::Options options;
    options.rpc.url = server.httpUrl();
    options.rpc.budget =
        std::make_shared<core::source::RequestBudget>(1'000'000.0, std::chrono::steady_clock::now());
    options.rpc.backoffFirst = options.rpc.backoffMax = std::chrono::milliseconds(1);
    return options;
}

/// What was delivered: the first parameter of each request, in order.
class Delivered {
public:
    WalletLookup::Deliver deliver() {
        return [this](core::source::Frame&& frame) {
            const json exchange = json::parse(frame.bytes);
            const std::scoped_lock lock(m_mutex);
            m_asked.push_back(exchange["request"]["params"][0]);
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

private:
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::string> m_asked;
};

/// Holds the first request up until it is let go.
class Gate {
public:
    void pass() {
        std::call_once(m_once, [this] {
            m_reached.set_value();
            m_released.wait();
        });
    }
    bool reached() { return m_reachedAt.wait_for(kPatience) == std::future_status::ready; }
    void open() { m_release.set_value(); }

private:
    std::promise<void> m_reached, m_release;
    std::future<void> m_reachedAt = m_reached.get_future();
    std::shared_future<void> m_released = m_release.get_future().share();
    std::once_flag m_once;
};

/// Every transaction of a market behind a log feed and the calls of a node.
class SimulatedNode {
public:
    explicit SimulatedNode(const core::sim::MarketOptions& options) {
        auto market = core::sim::Market::create(options);
        while (auto transaction = (*market)->next())
            if (!transaction->failed) m_transactions.push_back(std::move(*transaction));
        for (const auto& each : m_transactions) {
            m_bySignature[each.signature] = &each;
            for (const std::string& address : each.mentions) m_byAddress[address].push_back(&each);
        }
    }
    ScriptedServer::Script script() {
        return {.websocket =
                    [this](WsPeer& peer, std::size_t) {
                        for (int i = 0; i < 2; ++i) {
                            const auto request = peer.read();
                            if (!request || !peer.send(FakeChain::ack(*request, 1))) return;
                        }
                        // A log feed follows programs: transfers alone are not in it.
                        for (const auto& each : m_transactions)
                            if (followed(each)) peer.send(core::sim::logsNotification(each, 1));
                        peer.drain();
                    },
                .http = [this](const HttpAsked& asked) { return answer(asked); }};
    }
    std::uint64_t trades() const {
        std::uint64_t sum = 0;
        for (const auto& each : m_transactions) sum += each.trades;
        return sum;
    }

private:
    static bool followed(const core::sim::SimTransaction& transaction) {
        return std::any_of(transaction.mentions.begin(), transaction.mentions.end(),
                           [](const std::string& address) {
                               return address == core::source::venueProgram("pumpfun")->id ||
                                      address == core::source::venueProgram("pumpswap")->id;
                           });
    }
    HttpAnswer answer(const HttpAsked& asked) const {
        const json request = json::parse(asked.body);
        const std::string about = request["params"][0].is_string() ? request["params"][0].get<std::string>() : "";
        if (request["method"] == "getTransaction") {
            const auto found = m_bySignature.find(about);
            return result(asked,
                          found == m_bySignature.end() ? json{} : json::parse(found->second->transactionJson));
        }
        if (request["method"] != "getSignaturesForAddress") return result(asked, nullptr);
        json rows = json::array();
        if (const auto found = m_byAddress.find(about); found != m_byAddress.end()) {
            for (auto at = found->second.rbegin(); at != found->second.rend() && rows.size() < 1'000; ++at)
                rows.push_back({{"signature", (*at)->signature},
                                {"slot", (*at)->slot},
                                {"blockTime", (*at)->blockTime},
                                {"err", nullptr}});
        }
        return result(asked, rows);
    }

    std::vector<core::sim::SimTransaction> m_transactions;
    std::map<std::string, const core::sim::SimTransaction*> m_bySignature;
    std::map<std::string, std::vector<const core::sim::SimTransaction*>> m_byAddress;
};

}  // namespace

class TestWalletLookup : public QObject {
    Q_OBJECT
    core::SystemClock m_clock;
    QTemporaryDir m_dir;

private slots:
    void asksForWhatIsOpenThenShownThenLarge() {
        Gate gate;
        ScriptedServer server({.http = [&](const HttpAsked& asked) {
            gate.pass();
            return result(asked, json::array());
        }});
        Delivered delivered;
        auto options = optionsOf(server);
        options.waiting = 4;
        auto lookup = WalletLookup::start(options, m_clock, delivered.deliver(), {});
        QVERIFY(lookup.has_value());
        (*lookup)->ask(wish(1, 1, 0.5));
        QVERIFY(gate.reached());
        (*lookup)->watch(keyOf<Mint>(7), {keyOf<Mint>(8)});
        (*lookup)->ask(wish(2, 1, 0.001));  // nobody looks at that coin, and it is little
        (*lookup)->ask(wish(3, 8, 0));
        (*lookup)->ask(wish(4, 7, 0));
        (*lookup)->ask(wish(5, 7, 0.2));
        (*lookup)->ask(wish(6, 1, 0.02));
        (*lookup)->ask(wish(7, 1, 0.03));  // one too many: the one of least share goes
        (*lookup)->ask(wish(5, 7, 0.2));   // asked before
        const auto full = (*lookup)->stats();
        QCOMPARE(full.wanted, std::uint64_t{6});
        QCOMPARE(full.dropped, std::uint64_t{1});
        QCOMPARE(full.waiting, std::size_t{4});
        gate.open();
        QVERIFY(delivered.wait(5));
        (*lookup)->stop();
        std::vector<std::string> expected;
        for (const std::uint8_t number : std::vector<std::uint8_t>{1, 5, 4, 3, 7})
            expected.push_back(keyOf<Wallet>(number).base58());
        QCOMPARE(delivered.asked(), expected);
    }

    void fetchesWhoPaidFirst() {
        ScriptedServer server({.http = [&](const HttpAsked& asked) {
            const json request = json::parse(asked.body);
            if (request["method"] == "getTransaction") return result(asked, {{"slot", 1}});
            // Newest first; the very first one failed and moved nothing.
            return result(asked, {row(3, 30, kNow), row(2, 20, kNow - 5), row(1, 10, kNow - 9, true)});
        }});
        Delivered delivered;
        auto lookup = WalletLookup::start(optionsOf(server), m_clock, delivered.deliver(), {});
        (*lookup)->ask(wish(1, 1, 0.5));
        QVERIFY(delivered.wait(2));
        (*lookup)->stop();
        QCOMPARE(delivered.asked(),
                 (std::vector<std::string>{keyOf<Wallet>(1).base58(), keyOf<Signature>(2).base58()}));
    }

    void looksAtABagForwardsAndAtLaunchesBackwards_data() {
        QTest::addColumn<bool>("bag");
        QTest::newRow("bag") << true;
        QTest::newRow("launches") << false;
    }
    void looksAtABagForwardsAndAtLaunchesBackwards() {
        QFETCH(bool, bag);
        ScriptedServer server({.http = [&](const HttpAsked& asked) {
            const json request = json::parse(asked.body);
            if (request["method"] == "getTransaction") return result(asked, {{"slot", 1}});
            return result(asked, {row(6, 60, kNow), row(5, 50, kNow, true), row(4, 40, kNow), row(3, 30, kNow),
                                  row(2, 20, kNow), row(1, 10, kNow)});
        }});
        Delivered delivered;
        auto options = optionsOf(server);
        options.bagTransactions = options.launchTransactions = 2;
        auto lookup = WalletLookup::start(options, m_clock, delivered.deliver(), {});
        LookupWish asked = wish(1, 1, 0.5, bag ? Question::Bag : Question::Launches);
        asked.slot = 30;
        (*lookup)->ask(asked);
        QVERIFY(delivered.wait(3));
        (*lookup)->stop();
        auto told = delivered.asked();
        told.erase(told.begin());
        const std::vector<std::uint8_t> numbers =
            bag ? std::vector<std::uint8_t>{3, 4} : std::vector<std::uint8_t>{2, 1};
        std::vector<std::string> expected;
        for (const std::uint8_t number : numbers) expected.push_back(keyOf<Signature>(number).base58());
        QCOMPARE(told, expected);
    }

    void keepsToTheAllowance() {
        std::atomic<int> requests{0};
        ScriptedServer server({.http = [&](const HttpAsked& asked) {
            ++requests;
            return result(asked, json::array());
        }});
        Delivered delivered;
        core::ManualClock clock{core::RecvTime{kNow * 1'000'000'000}};
        auto options = optionsOf(server);
        options.rpc.budget = std::make_shared<core::source::RequestBudget>(1'000'000.0, clock.steady());
        options.perHour = 3;
        auto lookup = WalletLookup::start(options, clock, delivered.deliver(), {});
        for (std::uint8_t wallet = 1; wallet <= 5; ++wallet) (*lookup)->ask(wish(wallet, 1, 0.5));
        QVERIFY(delivered.wait(3));
        QCOMPARE((*lookup)->stats().thisHour, std::uint64_t{3});
        QCOMPARE((*lookup)->stats().perHour, std::uint64_t{3});
        // The next hour has an allowance of its own; a further question makes the look-up see that it began.
        clock.advance(std::chrono::hours(1));
        (*lookup)->ask(wish(6, 1, 0.5));
        QVERIFY(delivered.wait(6));
        (*lookup)->stop();
        QCOMPARE(requests.load(), 6);
    }

    void asksNothingAgainThatStaysTrue() {
        std::atomic<int> requests{0};
        const std::string young = keyOf<Wallet>(2).base58();
        const std::string busy = keyOf<Wallet>(3).base58();
        ScriptedServer server({.http = [&](const HttpAsked& asked) {
            ++requests;
            const json request = json::parse(asked.body);
            if (request["method"] == "getTransaction") return result(asked, {{"slot", 1}});
            json rows = json::array();
            const std::int64_t now = core::SystemClock{}.now().value() / 1'000'000'000;
            const bool isYoung = request["params"][0] == young;
            const int count = request["params"][0] == busy ? 1'000 : isYoung ? 3 : 40;
            for (int i = 0; i < count; ++i)
                rows.push_back(row(static_cast<std::uint8_t>(100 + i % 100),
                                   1'000'000 - static_cast<std::uint64_t>(i),
                                   isYoung ? now - 60 : kNow - 900'000'000));
            return result(asked, rows);
        }});
        std::map<std::string, std::string> kept;
        std::mutex mutex;
        WalletLookup::Memory memory;
        memory.find = [&](const std::string& key) -> std::optional<std::string> {
            const std::scoped_lock lock(mutex);
            const auto found = kept.find(key);
            return found == kept.end() ? std::nullopt : std::optional(found->second);
        };
        memory.keep = [&](std::string key, std::string exchange) {
            const std::scoped_lock lock(mutex);
            kept[std::move(key)] = std::move(exchange);
        };
        // Old: list and transaction. Young: the same. Busy: a list that tells no beginning.
        for (const std::size_t requestsMade : {5U, 6U}) {
            Delivered delivered;
            auto lookup = WalletLookup::start(optionsOf(server), m_clock, delivered.deliver(), memory);
            for (std::uint8_t wallet = 1; wallet <= 3; ++wallet) (*lookup)->ask(wish(wallet, 1, 0.5));
            QVERIFY(delivered.wait(5));
            (*lookup)->stop();
            QCOMPARE(static_cast<std::size_t>(requests.load()), requestsMade);  // only the young one's list again
            QCOMPARE(delivered.asked().size(), std::size_t{5});
        }
        for (const auto& [key, exchange] : kept) QVERIFY2(exchange.size() < 4'000, key.c_str());
    }

    void countsWhatTheServerRefuses() {
        ScriptedServer server({.http = [](const HttpAsked&) {
            HttpAnswer out;
            out.status = 403;
            return out;
        }});
        auto lookup =
            WalletLookup::start(optionsOf(server), m_clock, [](core::source::Frame&&) { return true; }, {});
        (*lookup)->ask(wish(1, 1, 0.5));
        QTRY_COMPARE_WITH_TIMEOUT((*lookup)->stats().unanswered, std::uint64_t{1}, 20'000);
        (*lookup)->stop();
        QCOMPARE((*lookup)->stats().answered, std::uint64_t{0});
    }

    void joinsWalletsThatALogFeedKeepsApart() {
        core::sim::MarketOptions options;
        options.scenario = "cabal";
        options.seed = 3;
        options.durationSeconds = 900;
        SimulatedNode node(options);
        ScriptedServer server(node.script());
        // Wallets in clusters, as the database tells them in the end.
        const auto joined = [&](std::uint64_t perHour) -> std::optional<std::uint64_t> {
            const auto file = m_dir.filePath(QString::number(perHour)).toStdString();
            LiveOptions live;
            live.wsUrl = server.wsUrl();
            live.httpRequestsPerSecond = 10'000;
            live.lookupsPerHour = perHour;
            PipelineConfig config;
            config.database = file;
            core::pipeline::completeFromNode(config, live, m_clock);
            // The feed has told everything long before the first answer: only what is asked makes a difference.
            config.transactionLookup.reset();
            {
                LivePipeline pipeline{config, m_clock};
                pipeline.addSource(std::move(*core::source::makeLiveSource(live, m_clock)));
                if (!pipeline.start()) return std::nullopt;
                const auto end = std::chrono::steady_clock::now() + kPatience;
                bool done = false;
                while (!done && std::chrono::steady_clock::now() < end) {
                    const auto snapshot = pipeline.latest();
                    done = snapshot && snapshot->health.trades == node.trades() &&
                           (perHour == 0 ||
                            (snapshot->health.lookups.answered > 20 && snapshot->health.lookups.waiting == 0));
                    (void)pipeline.waitFinished(std::chrono::milliseconds(20));
                }
                pipeline.stop();
                if (!done) return std::nullopt;
            }
            auto store = core::store::TradeStore::open(file, core::store::Database::Access::ReadOnly);
            if (!store) return std::nullopt;
            std::map<Wallet, std::uint64_t> members;
            if (!(*store)->eachCluster([&](const core::store::StoredCluster& cluster) {
                    members[cluster.wallet] = cluster.members;
                    return true;
                }))
                return std::nullopt;
            std::uint64_t sum = 0;
            for (const auto& [wallet, count] : members) sum += count;
            return sum;
        };
        const auto without = joined(0);
        const auto with = joined(100'000);
        QVERIFY(without && with);
        QVERIFY2(*with > *without + 5, qPrintable(QStringLiteral("%1 with, %2 without").arg(*with).arg(*without)));
    }
};

QTEST_GUILESS_MAIN(TestWalletLookup)
#include "test_wallet_lookup.moc"
