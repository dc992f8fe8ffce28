// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/pipeline/engine.h"
#include "core/pipeline/analysis_json.h"
#include "tests/support/market_events.h"
#include "tests/support/sim_frames.h"
#endif

#include <QTest>

using core::Event;
using core::pipeline::Engine;
using core::pipeline::EngineConfig;
using core::source::Channel;
using core::source::Frame;

namespace {

const std::vector<core::sim::SimTransaction>& stretch() {
    static const auto kStretch = [] {
        core::sim::MarketOptions options;
        options.tradesPerSecond = 40;
        options.durationSeconds = 120;
        return test::simTransactions(options);
    }();
    return kStretch;
}

std::uint64_t tradesIn(const std::vector<core::sim::SimTransaction>& transactions) {
    std::uint64_t out = 0;
    for (const auto& transaction : transactions) out += transaction.trades;
    return out;
}

// Everything an engine made of some frames.
struct Outcome {
    explicit Outcome(EngineConfig config = {}) : engine(config) {
        engine.onEvent = [this](const Event&, core::ledger::TokenLedger& coin) {
            ++events;
            // The ledger has taken the event before anybody hears of it.
            QVERIFY(coin.version > 0);
        };
        engine.onAlert = [this](const core::Alert& alert) {
            core::pipeline::appendAlertJson(alert, alerts);
            alerts += '\n';
        };
    }
    Engine engine;
    std::uint64_t events = 0;
    std::string alerts;
};

}  // namespace

class EngineTest : public QObject {
    Q_OBJECT
private slots:
    void countsEveryTradeOnce() {
        Outcome outcome;
        for (const auto& transaction : stretch()) QVERIFY(outcome.engine.frame(test::logsFrame(transaction)));
        QCOMPARE(outcome.engine.market().trades(), tradesIn(stretch()));
        QCOMPARE(outcome.engine.duplicates(), std::uint64_t{0});
        // The second subscription, the backfill, and everything once more.
        const std::uint64_t events = outcome.events;
        for (const auto& transaction : stretch()) QVERIFY(outcome.engine.frame(test::logsFrame(transaction)));
        for (const auto& transaction : stretch()) QVERIFY(outcome.engine.frame(test::httpFrame(transaction)));
        QCOMPARE(outcome.engine.market().trades(), tradesIn(stretch()));
        QCOMPARE(outcome.events, events);
        QCOMPARE(outcome.engine.duplicates(), 2 * events);
    }

    // Looking ahead changes nothing, however the list is cut and whatever is in it twice.
    void aListGivesWhatItsEventsGive() {
        core::sim::MarketOptions options;
        options.scenario = "mixed";
        options.tradesPerSecond = 20;
        options.durationSeconds = 240;
        auto market = core::sim::Market::create(options);
        QVERIFY(market);
        Engine decoding{EngineConfig{}};
        std::vector<Event> events;
        while (const auto transaction = (*market)->next())
            QVERIFY(decoding.decode(test::httpFrame(*transaction), events));
        QVERIFY(events.size() > 10 * Engine::kAhead);
        events.insert(events.begin() + 100, events.begin() + 40, events.begin() + 90);
        Outcome single;
        for (const Event& event : events) single.engine.apply(event);
        single.engine.finish();
        Outcome list;
        const std::span<const Event> all{events};
        std::size_t at = 0;
        for (const std::size_t piece : {std::size_t{1}, Engine::kAhead - 1, Engine::kAhead, Engine::kAhead + 1}) {
            list.engine.apply(all.subspan(at, piece));
            at += piece;
        }
        list.engine.apply(all.subspan(at));
        list.engine.finish();
        QCOMPARE(list.engine.market().trades(), single.engine.market().trades());
        QCOMPARE(list.engine.duplicates(), single.engine.duplicates());
        QVERIFY(list.engine.duplicates() >= 40);
        QCOMPARE(list.alerts, single.alerts);
        QVERIFY(single.engine.flags().size() > 20);
        QCOMPARE(list.engine.flags().size(), single.engine.flags().size());
        for (std::uint32_t place = 0; place < single.engine.flags().size(); ++place) {
            std::string one;
            std::string other;
            const core::Flag flag = single.engine.flags().at(place);
            const core::Flag same = list.engine.flags().at(place);
            core::pipeline::appendFlagJson(flag, flag, nullptr, one);
            core::pipeline::appendFlagJson(same, same, nullptr, other);
            QCOMPARE(other, one);
        }
    }

    void logsAndWholeTransactionsGiveTheSameMarket() {
        Outcome logs;
        Outcome whole;
        for (const auto& transaction : stretch()) {
            QVERIFY(logs.engine.frame(test::logsFrame(transaction)));
            QVERIFY(whole.engine.frame(test::httpFrame(transaction)));
        }
        QCOMPARE(whole.engine.market().size(), logs.engine.market().size());
        for (const auto& [mint, coin] : logs.engine.market().tokens()) {
            const auto* other = whole.engine.market().find(mint);
            QVERIFY(other != nullptr);
            QCOMPARE(other->trades, coin->trades);
            QCOMPARE(other->volumeQuote, coin->volumeQuote);
            QVERIFY(other->lastPrice == coin->lastPrice && other->athPrice == coin->athPrice);
            QCOMPARE(other->positions.size(), coin->positions.size());
            for (const auto& [wallet, held] : coin->positions) {
                const auto found = other->positions.find(wallet);
                QVERIFY(found != other->positions.end());
                QCOMPARE(found->second.realised, held.realised);
                QVERIFY(found->second.balance() == held.balance());
            }
        }
    }

    void sameFramesSameAlerts() {
        Outcome first;
        Outcome second;
        for (const auto& transaction : stretch()) (void)first.engine.frame(test::logsFrame(transaction));
        for (const auto& transaction : stretch()) (void)second.engine.frame(test::logsFrame(transaction));
        QVERIFY(!first.alerts.empty());
        QCOMPARE(second.alerts, first.alerts);
    }

    void decodingAloneAppliesNothing() {
        Outcome outcome;
        std::vector<Event> events;
        for (const auto& transaction : stretch())
            QVERIFY(outcome.engine.decode(test::logsFrame(transaction), events));
        QVERIFY(!events.empty());
        QCOMPARE(outcome.engine.market().size(), std::size_t{0});
        for (const Event& event : events) QVERIFY(outcome.engine.apply(event));
        for (const Event& event : events) QVERIFY(!outcome.engine.apply(event));
        QCOMPARE(outcome.engine.market().trades(), tradesIn(stretch()));
    }

    void badFramesAreCountedAndHarmNothing() {
        Outcome outcome;
        const Frame good = test::logsFrame(stretch().front());
        for (const char* bytes : {"", "{", "nul", "[[[[", "{\"a\":1}{", "\xff\xfe"}) {
            for (const Channel channel : {Channel::Ws, Channel::Http, Channel::EventLine}) {
                Frame frame = good;
                frame.bytes = bytes;
                frame.channel = channel;
                QVERIFY2(!outcome.engine.frame(frame), bytes);
            }
        }
        std::uint64_t undecoded = 0;
        for (const auto& [reason, count] : outcome.engine.decoder().stats().undecoded) undecoded += count;
        QCOMPARE(undecoded, std::uint64_t{18});
        // A good frame cut anywhere is an error or no event, and never half an event that harms the next.
        for (std::size_t size = 0; size < good.bytes.size(); size += 37) {
            Frame frame = good;
            frame.bytes.resize(size);
            QVERIFY(!outcome.engine.frame(frame));
        }
        QCOMPARE(outcome.events, std::uint64_t{0});
        QVERIFY(outcome.engine.frame(good));
        QVERIFY(outcome.events > 0);
    }

    void marksAreNoMarketData() {
        Outcome outcome;
        QVERIFY(outcome.engine.frame({core::RecvTime{1}, Channel::Mark, R"({"event":"gap"})"}));
        QCOMPARE(outcome.engine.decoder().stats().frames, std::uint64_t{0});
    }

    void remembersOnlySoMuch() {
        Outcome outcome{{.seenEvents = 100, .pathlessSources = false, .limits = {.points = 1'000}}};
        for (std::uint64_t i = 0; i < 5'000; ++i)
            QVERIFY(outcome.engine.apply(test::tradeEvent(i, i, core::Side::Buy, 1, 1, 1, i % 10)));
        std::size_t points = 0;
        for (const auto& [mint, coin] : outcome.engine.market().tokens()) points += coin->points.size();
        QVERIFY(points <= 1'000);
        QVERIFY(!outcome.engine.apply(test::tradeEvent(4'999, 1, core::Side::Buy, 1, 1)));
        QVERIFY(outcome.engine.apply(test::tradeEvent(0, 1, core::Side::Buy, 1, 1)));
    }
};

QTEST_APPLESS_MAIN(EngineTest)
#include "engine_test.moc"
