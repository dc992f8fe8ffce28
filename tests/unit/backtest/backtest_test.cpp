// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/backtest/backtest.h"
#include "core/base/json_writer.h"
#include "core/pipeline/analysis_json.h"
#include "core/pipeline/live_pipeline.h"
#include "core/sim/capture_out.h"
#include "core/sim/market.h"
#include "core/source/factory.h"
#include "core/store/trade_store.h"
#include "core/wire/event_json.h"
#include "tests/support/market_events.h"
#include "tests/support/rule_run.h"
#include "tests/support/sim_frames.h"
#endif

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <atomic>
#include <cmath>
#include <fstream>

using core::Side;
using core::backtest::Backtest;
using core::backtest::Options;
using core::backtest::Outcome;
using core::backtest::OutcomeBook;
using core::backtest::Rate;

namespace {

constexpr std::int64_t kStart = 1'795'446'000;

// One coin whose trades are told by second and price (quote for 1,000 coins).
class Tape {
public:
    explicit Tape(std::vector<std::int64_t> delays) : book(std::move(delays)) {}

    void trade(std::int64_t second, std::uint64_t price, std::optional<std::uint64_t> slot = std::nullopt) {
        core::Event event = test::tradeEvent(++m_number, slot.value_or(static_cast<std::uint64_t>(second) * 5 / 2),
                                             Side::Sell, 1'000, price);
        event.at.blockTime = core::BlockTime{kStart + second};
        const auto* coin = m_market.apply(event, m_number);
        book.onTrade(event.at, std::get<core::Trade>(event.body), *coin);
    }
    void alert(std::int64_t second, std::uint64_t price, std::optional<std::uint64_t> slot = std::nullopt) {
        core::Alert alert;
        alert.mint = test::mintOf(1);
        alert.time = core::BlockTime{kStart + second};
        alert.slot = core::Slot{slot.value_or(static_cast<std::uint64_t>(second) * 5 / 2)};
        alert.price = {price, 1'000};
        book.onAlert(alert, 0);
    }
    const Outcome& finish(std::int64_t second) {
        book.finish(kStart + second);
        return book.outcomes().front();
    }

    OutcomeBook book;

private:
    core::ledger::Market m_market;
    std::uint64_t m_number = 0;
};

using State = Outcome::Entry::State;

struct Dump {
    std::string mint;
    std::uint64_t start;
    std::uint64_t end;
};

std::string truthOf(const std::vector<Dump>& dumps) {
    std::string out;
    core::JsonWriter json{out};
    json.open('{');
    json.textMember("schema", "cabalscope.truth/1");
    json.openMember("events", '[');
    for (const Dump& dump : dumps) {
        json.next();
        json.open('{');
        json.textMember("kind", "dev_dump");
        json.textMember("mint", dump.mint);
        json.number("start_slot", dump.start);
        json.number("end_slot", dump.end);
        json.close('}');
    }
    json.close(']');
    json.close('}');
    return out;
}

std::string jsonOf(const Backtest& backtest, const Options& options) {
    std::string out;
    core::backtest::appendBacktestJson(backtest, options, out);
    return out;
}

}  // namespace

class BacktestTest : public QObject {
    Q_OBJECT
private slots:
    void entersAtTheNextTradeThatCouldBeHad() {
        Tape tape{{0, 10}};
        tape.trade(100, 1'000, 250);
        tape.alert(100, 1'000, 250);
        tape.trade(100, 5'000, 250);  // the alert's own slot: nobody could have had it
        tape.trade(101, 800, 252);
        tape.trade(109, 700, 272);
        tape.trade(110, 600, 275);
        tape.trade(700, 300, 1'750);
        tape.trade(702, 200, 1'755);  // beyond ten minutes of the first entry
        const Outcome& outcome = tape.finish(2'000);
        QVERIFY(outcome.entries[0].state == State::Measured && outcome.entries[1].state == State::Measured);
        QVERIFY(std::abs(outcome.entries[0].change - (300.0 / 800 - 1)) < 1e-12);
        QVERIFY(std::abs(outcome.entries[1].change - (200.0 / 600 - 1)) < 1e-12);
        // Half of the alert's price came at 700 s, its last moment.
        QVERIFY(outcome.fell == true && outcome.leadSlots == 1'500U && outcome.leadSeconds == 600);
    }

    void saysWhereNothingCanBeMeasured() {
        Tape nobody{{5}};
        nobody.trade(0, 1'000);
        nobody.alert(0, 1'000);
        QVERIFY(nobody.finish(5'000).entries[0].state == State::None);
        Tape noExit{{5}};
        noExit.trade(0, 1'000);
        noExit.alert(0, 1'000);
        noExit.trade(50, 900);
        QVERIFY(noExit.finish(5'000).entries[0].state == State::NoExit);
        Tape open{{5}};
        open.trade(0, 1'000);
        open.alert(0, 1'000);
        open.trade(50, 900);
        open.trade(60, 100);
        const Outcome& outcome = open.finish(300);
        QVERIFY(outcome.entries[0].state == State::Open);
        QVERIFY(!outcome.fell);  // falls of half-seen times would count alone
        Tape late{{5}};
        late.trade(0, 1'000);
        late.alert(0, 1'000);
        late.trade(700, 100);  // too late for an entry, and no fall within ten minutes
        QVERIFY(late.finish(5'000).fell == false);
        QVERIFY(late.book.outcomes()[0].entries[0].state == State::None);
    }

    void knowsHowOftenCoinsFallAnyway() {
        Tape tape{{}};
        tape.trade(0, 1'000);
        tape.trade(30, 900);  // the same minute
        tape.trade(120, 800);
        tape.trade(300, 500);  // half of the first, not of the second
        tape.trade(2'000, 500);
        tape.book.finish(kStart + 10'000);
        QCOMPARE(tape.book.base().of, std::uint64_t{4});
        QCOMPARE(tape.book.base().hits, std::uint64_t{1});
    }

    void intervalsAreWilsons() {
        const Rate rate{8, 10};
        QVERIFY(std::abs(*rate.low() - 0.4902) < 1e-3 && std::abs(*rate.high() - 0.9433) < 1e-3);
        QVERIFY(!Rate{}.value() && !Rate{}.low());
        QVERIFY(core::backtest::median({3, 1, 2, 10}) == 2.5);
        QVERIFY(!core::backtest::medianInterval({1, 2, 3}));
        const auto interval = core::backtest::medianInterval({1, 2, 3, 4, 5, 6, 7, 8, 9});
        QVERIFY(interval->low >= 1 && interval->low < 5 && interval->high > 5 && interval->high <= 9);
    }

    void holdsAlertsAgainstTheTruth() {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("events.jsonl").toStdString();
        {
            std::ofstream out{file};
            std::uint64_t number = 0;
            const auto write = [&](core::Event event, std::int64_t second) {
                event.at.blockTime = core::BlockTime{kStart + second};
                event.at.slot = core::Slot{1'000 + static_cast<std::uint64_t>(second) * 5 / 2};
                std::string line;
                core::wire::appendEventJson(event, line);
                out << line << '\n';
            };
            for (std::uint64_t mint = 1; mint <= 3; ++mint) {
                write(test::createdEvent(++number, 0, 1, mint), 0);
                write(test::tradeEvent(++number, 0, Side::Buy, 100'000'000'000'000, 1'000'000'000, 1, mint), 1);
            }
            for (const std::int64_t second : {100, 130, 2'000})
                write(test::tradeEvent(++number, 0, Side::Sell, 20'000'000'000'000, 100'000'000, 1, 1), second);
            write(test::tradeEvent(++number, 0, Side::Sell, 20'000'000'000'000, 100'000'000, 1, 2), 2'001);
            write(test::tradeEvent(++number, 0, Side::Sell, 20'000'000'000'000, 100'000'000, 1, 3), 2'002);
        }
        const std::string mint1 = test::mintOf(1).base58(), mint2 = test::mintOf(2).base58();
        Options options;
        options.rules = test::rulesOf(test::ruleText("dev sells >= 1% of supply", "kind = \"dev_dump\""));
        options.inputs = {file};
        options.truth = truthOf({{mint1, 1'250, 1'260}, {mint2, 1, 2}});
        const auto result = core::backtest::run(options);
        QVERIFY2(result.has_value(), result ? "" : result.error().message().c_str());
        const auto& rule = result->rules.at(0);
        QCOMPARE(rule.alerts, std::uint64_t{5});
        QCOMPARE(rule.coins, std::uint64_t{3});
        QCOMPARE(rule.right.hits, std::uint64_t{1});  // at 100 s; 130 s repeats it; 2,000 s and coin 2 are wrong
        QCOMPARE(rule.right.of, std::uint64_t{3});
        QCOMPARE(rule.repeats, std::uint64_t{1});
        QCOMPARE(rule.unjudged, std::uint64_t{1});  // coin 3: the truth is silent
        QCOMPARE(rule.found.hits, std::uint64_t{1});
        QCOMPARE(rule.found.of, std::uint64_t{2});
        QVERIFY(result->cases[0].right == true && !result->cases[1].right && result->cases[2].right == false);
        QCOMPARE(rule.stretches.size(), std::size_t{3});
        options.truth = "{}";
        QVERIFY(core::backtest::run(options).error().context.starts_with("truth: "));
    }

    // The same bytes twice, and what a session over the capture fires.
    // Of a database all, or what traded in a time: with the coin's beginning, but no alerts from before it.
    void aTimeOfTheDatabase() {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("kept.sqlite").toStdString();
        {
            auto store = core::store::TradeStore::open(file, core::store::Database::Access::ReadWrite);
            QVERIFY(store.has_value());
            std::vector<core::store::StoreItem> items;
            std::uint64_t number = 0;
            const auto keep = [&](core::Event event, std::int64_t second) {
                event.at.blockTime = core::BlockTime{kStart + second};
                event.at.slot = core::Slot{400'000'000 + static_cast<std::uint64_t>(second) * 5 / 2};
                items.emplace_back(std::move(event));
            };
            keep(test::createdEvent(++number, 0), 0);
            for (const std::int64_t second : {10, 2'000, 4'000})
                keep(test::tradeEvent(++number, 0, Side::Sell, 1'000, 500, 5), second);
            core::Event sent = test::tradeEvent(++number, 0, Side::Sell, 0, 0);
            sent.body = core::TokenTransfer{test::mintOf(1), test::walletOf(5), test::walletOf(6),
                                            core::TokenAmount{7}, std::nullopt};
            keep(sent, 2'100);
            QVERIFY((*store)->write(items).has_value());
        }
        Options options;
        options.rules = test::rulesOf(
            "[[rule]]\nid = 'sells'\ncool_down = '1s'\nwhen = 'anyone sells'\n"
            "[[rule]]\nid = 'sends'\ncool_down = '1s'\nwhen = 'anyone sends'\n");
        options.database = file;
        const auto count = [](const Backtest& of, const std::string& rule) {
            return std::count_if(of.cases.begin(), of.cases.end(),
                                 [&](const auto& each) { return each.alert.rule == rule; });
        };
        const auto all = core::backtest::run(options);
        QVERIFY2(all.has_value(), all ? "" : all.error().message().c_str());
        QCOMPARE(count(*all, "sells"), 3);
        QCOMPARE(count(*all, "sends"), 1);
        QCOMPARE(all->trades, std::uint64_t{3});
        QCOMPARE(all->seconds, 4'000.0);
        options.span = core::backtest::Span{kStart + 1'500, kStart + 3'000};
        const auto part = core::backtest::run(options);
        QVERIFY(part.has_value());
        QCOMPARE(count(*part, "sells"), 1);
        QCOMPARE(count(*part, "sends"), 1);
        QCOMPARE(part->trades, std::uint64_t{1});
        QCOMPARE(part->seconds, 100.0);
        QCOMPARE(part->cases.front().alert.time->value(), kStart + 2'000);
        options.span = core::backtest::Span{kStart + 9'000, kStart + 9'001};
        QVERIFY(core::backtest::run(options)->cases.empty());
    }
    void equalsItselfAndWatch() {
        QTemporaryDir folder;
        const std::filesystem::path file = folder.filePath("market.jsonl").toStdString();
        core::sim::MarketOptions market;
        market.scenario = "mixed";
        market.tradesPerSecond = 20;
        market.durationSeconds = 240;
        {
            std::ofstream out{file};
            out << test::kCaptureHeader << '\n';
            for (const auto& transaction : test::simTransactions(market))
                out << test::captureLine(test::httpFrame(transaction)) << '\n';
        }
        Options options;
        options.inputs = {file};
        const auto first = core::backtest::run(options);
        QVERIFY2(first.has_value(), first ? "" : first.error().message().c_str());
        QVERIFY(!first->cases.empty());
        const auto second = core::backtest::run(options);
        QVERIFY(jsonOf(*first, options) == jsonOf(*second, options));
        std::string expected;
        for (const auto& each : first->cases) core::pipeline::appendAlertJson(each.alert, expected);
        const core::SystemClock clock;
        for (const double speed : {0.0, 200.0}) {
            std::string told;
            core::pipeline::PipelineConfig config;
            config.mode = core::pipeline::Mode::Replay;
            config.blockingFrames = true;
            config.onAlert = [&told](const core::Alert& alert) { core::pipeline::appendAlertJson(alert, told); };
            core::pipeline::LivePipeline pipeline{config, clock};
            auto source = core::source::makeReplaySource(file, {speed, false}, clock);
            QVERIFY(source.has_value());
            pipeline.addSource(std::move(*source));
            QVERIFY(pipeline.start().has_value());
            QVERIFY(pipeline.waitFinished(std::chrono::seconds{90}));
            pipeline.stop();
            QVERIFY(told == expected);
        }
        // What happens at the very first word of "stop".
        options.cancelled = [] { return true; };
        QVERIFY(core::backtest::run(options).error().code == core::ErrorCode::Cancelled);
    }
};

QTEST_APPLESS_MAIN(BacktestTest)
#include "backtest_test.moc"
