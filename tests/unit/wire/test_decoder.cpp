// SPDX-License-Identifier: GPL-3.0-or-later
#ifndef Q_MOC_RUN  // it cannot parse the standard library's concepts
#include "core/base/base64.h"
#include "core/wire/decoder.h"
#include "tests/support/sample_market.h"
#include "tests/support/seed.h"
#include "tests/support/venue_run.h"

#include <nlohmann/json.hpp>
#endif

#include <QTest>

#include <functional>
#include <limits>

#include <sys/resource.h>

using namespace core;
using core::wire::Decoder;
using core::wire::DecodeStats;
using test::Bytes;
using test::keyOf;
using test::PaddedText;
using test::SampleTransaction;
using test::TransactionEncoding;
using Json = nlohmann::ordered_json;

namespace {

constexpr RecvTime kNow{1'790'208'001'000'000'000};

struct Run {
    Result<void> result;
    std::vector<Event> events;
    DecodeStats stats;
    std::size_t pending = 0;
};

void teach(Decoder& decoder) {
    decoder.pools().learn(test::kSamplePool, {keyOf<Mint>(1), wrappedSolMint(), std::uint8_t{6}, std::uint8_t{9}});
}

Run websocket(std::string_view text, bool knowPool = true) {
    Decoder decoder;
    if (knowPool) teach(decoder);
    Run run;
    run.result = decoder.websocket(PaddedText{text}.view(), kNow, run.events);
    run.stats = decoder.stats();
    run.pending = decoder.pending();
    return run;
}
Run websocket(const Json& json, bool knowPool = true) {
    return websocket(std::string_view(json.dump()), knowPool);
}
Run http(std::string_view text) {
    Decoder decoder;
    Run run;
    run.result = decoder.http(PaddedText{text}.view(), kNow, run.events);
    run.stats = decoder.stats();
    return run;
}
Run http(const std::string& method, const Json& params, const Json& response) {
    return http(Json{
        {"request", {{"jsonrpc", "2.0"}, {"id", 1}, {"method", method}, {"params", params}}},
        {"response",
         response}}.dump());
}
Json answer(const Json& result) {
    return {{"jsonrpc", "2.0"}, {"id", 1}, {"result", result}};
}
Json notification(const std::string& method, const Json& result) {
    return {{"jsonrpc", "2.0"}, {"method", method}, {"params", {{"subscription", 24}, {"result", result}}}};
}
Json transactionNotification(TransactionEncoding encoding) {
    const SampleTransaction transaction = test::sampleMarket(true);
    Json inner = transaction.result(encoding);
    inner.erase("slot");
    inner.erase("blockTime");
    return notification("transactionNotification", {{"signature", transaction.signature.base58()},
                                                    {"slot", transaction.slot},
                                                    {"transactionIndex", 17},
                                                    {"transaction", inner}});
}
Json block(int transactions) {
    Json inner = test::sampleMarket().result(TransactionEncoding::Json);
    inner.erase("slot");
    inner.erase("blockTime");
    return {{"blockhash", keyOf<Pubkey>(1).base58()},
            {"parentSlot", 349'999'999},
            {"blockTime", 1'790'208'055},
            {"transactions", std::vector<Json>(static_cast<std::size_t>(transactions), inner)}};
}
SampleTransaction onePumpEvent(const Bytes& payload) {
    SampleTransaction out{keyOf<Wallet>(2)};
    out.blockTime.reset();
    out.call(wire::programOf(test::pumpFun()), {}, {},
             [&] { out.emitEvent(payload, wire::eventAuthorityOf(test::pumpFun())); });
    return out;
}

std::uint64_t countedErrors(const DecodeStats& stats) {
    std::uint64_t out = 0;
    for (const auto& [name, count] : stats.undecoded) out += count;
    return out;
}

long peakKilobytes() {
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss;
}

}  // namespace

class TestDecoder : public QObject {
    Q_OBJECT

private slots:
    void logFeedSaysWhatTheTransactionSays() {
        for (const bool lineFirst : {true, false}) {
            const SampleTransaction transaction = test::sampleMarket(false, lineFirst);
            const auto feed = websocket(transaction.notification());
            QVERIFY2(feed.result, feed.result ? "" : feed.result.error().message().c_str());
            Decoder decoder;
            std::vector<Event> whole;
            const std::string text = transaction.result(TransactionEncoding::Json).dump();
            QVERIFY(decoder.document(PaddedText{text}.view(), whole));
            QCOMPARE(feed.events.size(), std::size_t{2});
            QCOMPARE(whole.size(), std::size_t{2});
            for (std::size_t i = 0; i < 2; ++i) {
                const EventHeader& at = feed.events[i].at;
                QVERIFY(at.path == whole[i].at.path);
                QVERIFY(at.signature == whole[i].at.signature);
                QVERIFY(at.slot == whole[i].at.slot);
                QVERIFY(at.received == kNow);
                // The feed has no block time: the event's own stands in.
                QVERIFY(at.blockTime == BlockTime{test::kSampleTime});
                QVERIFY(!at.txIndex);
                const auto& a = std::get<Trade>(feed.events[i].body);
                const auto& b = std::get<Trade>(whole[i].body);
                QVERIFY(a.mint == b.mint && a.side == b.side && a.baseAmount == b.baseAmount);
                QVERIFY(a.quoteAmount == b.quoteAmount && a.quoteUser == b.quoteUser && a.route == b.route);
            }
        }
    }
    void keyOrderDoesNotMatter() {
        const Json frame = test::sampleMarket().notification();
        const Json value = frame["params"]["result"]["value"];
        const Json context = frame["params"]["result"]["context"];
        const std::string expected = test::textOf(websocket(frame).events);
        QVERIFY(!expected.empty());
        for (const auto& order : std::vector<std::vector<const char*>>{
                 {"logs", "err", "signature"}, {"err", "logs", "signature"}, {"logs", "signature", "err"}}) {
            Json reordered;
            for (const char* name : order) reordered[name] = value[name];
            for (const bool valueFirst : {true, false}) {
                Json result;
                if (valueFirst) result["value"] = reordered;
                result["context"] = context;
                if (!valueFirst) result["value"] = reordered;
                for (const bool paramsFirst : {true, false}) {
                    Json whole;
                    if (!paramsFirst) whole["method"] = "logsNotification";
                    whole["params"] = {{"subscription", 24}, {"result", result}};
                    if (paramsFirst) whole["method"] = "logsNotification";
                    QCOMPARE(test::textOf(websocket(whole).events), expected);
                }
            }
        }
    }
    void failedTransactionsGiveNone() {
        SampleTransaction transaction = test::sampleMarket();
        transaction.failed = true;
        for (const Json& err : {transaction.notification()["params"]["result"]["value"]["err"],
                                Json("AccountInUse"), Json(0), Json(false), Json::object(), Json::array()}) {
            Json frame = transaction.notification();
            frame["params"]["result"]["value"]["err"] = err;
            const auto run = websocket(frame);
            QVERIFY(run.result);
            QVERIFY(run.events.empty());
            QCOMPARE(run.stats.failedTransactions, std::uint64_t{1});
            QCOMPARE(run.stats.transactions, std::uint64_t{1});
        }
    }
    void otherFeeds() {
        for (const auto encoding :
             {TransactionEncoding::Json, TransactionEncoding::JsonParsed, TransactionEncoding::Base64}) {
            const auto run = websocket(transactionNotification(encoding), false);
            QVERIFY2(run.result, run.result ? "" : run.result.error().message().c_str());
            QCOMPARE(run.events.size(), std::size_t{2});
            QVERIFY(run.events[0].at.txIndex == 17U);
            QVERIFY(run.events[0].at.slot == Slot{350'000'001});
            QVERIFY(run.events[0].at.received == kNow);
        }
        const auto blocks =
            websocket(notification("blockNotification",
                                   {{"context", {{"slot", 5}}},
                                    {"value", {{"slot", 350'000'000}, {"err", nullptr}, {"block", block(2)}}}}),
                      false);
        QVERIFY(blocks.result);
        QCOMPARE(blocks.events.size(), std::size_t{4});
        QVERIFY(blocks.events[0].at.slot == Slot{350'000'000});
        QVERIFY(blocks.events[0].at.blockTime == BlockTime{1'790'208'055});
        // The subscription is filtered, so a position in it is none in the block.
        QVERIFY(!blocks.events[0].at.txIndex);
    }
    void httpAnswers() {
        const Json result = test::sampleMarket().result(TransactionEncoding::Base64);
        const auto one = http("getTransaction", Json::array({"x"}), answer(result));
        QVERIFY(one.result);
        QCOMPARE(one.events.size(), std::size_t{2});
        const auto blocks = http("getBlock", Json::array({350'000'777, Json::object()}), answer(block(3)));
        QCOMPARE(blocks.events.size(), std::size_t{6});
        QVERIFY(blocks.events[5].at.slot == Slot{350'000'777});
        QVERIFY(blocks.events[5].at.txIndex == 2U);
        for (const char* method : {"getTransaction", "getBlock"}) {
            const auto none = http(method, Json::array({1}), answer(nullptr));
            QVERIFY(!none.result);
            QCOMPARE(int(none.result.error().code), int(ErrorCode::NotFound));
        }
        const auto list = http("getSignaturesForAddress", Json::array({"x"}), answer(Json::array()));
        QVERIFY(list.result);
        QCOMPARE(list.stats.notices, std::uint64_t{1});
        const auto refused = http("getTransaction", Json::array({"x"}),
                                  Json{{"id", 1}, {"error", {{"code", -32005}, {"message", "slow\ndown"}}}});
        QCOMPARE(int(refused.result.error().code), int(ErrorCode::Remote));
        QCOMPARE(refused.result.error().context, std::string("server said: slowdown"));
    }
    void orderOfABlock() {
        Decoder decoder;
        std::vector<std::pair<Signature, std::uint32_t>> told;
        decoder.onOrder(
            [&](const Signature& signature, std::uint32_t index) { told.emplace_back(signature, index); });
        const auto ask = [&](const Json& result) {
            const Json exchange{{"request", {{"method", "getBlock"}, {"params", {350'000'777}}}},
                                {"response", answer(result)}};
            std::vector<Event> events;
            auto done = decoder.http(PaddedText{exchange.dump()}.view(), kNow, events);
            return done && events.empty();
        };
        const auto first = keyOf<Signature>(1);
        const auto last = keyOf<Signature>(2);
        Json signatures = {first.base58(), "no signature", 5, last.base58()};
        QVERIFY(ask({{"blockTime", 1}, {"signatures", signatures}}));
        // What stands between two others keeps its place, told or not.
        QCOMPARE(told.size(), std::size_t{2});
        QVERIFY(told[0] == std::pair(first, 0U));
        QVERIFY(told[1] == std::pair(last, 3U));
        QCOMPARE(decoder.stats().notices, std::uint64_t{1});
        QCOMPARE(countedErrors(decoder.stats()), std::uint64_t{2});
        QVERIFY(ask({{"signatures", Json::array()}}));
        QVERIFY(!ask({{"signatures", 5}}));
        QVERIFY(!ask(Json::object()));
        QCOMPARE(told.size(), std::size_t{2});
    }
    void beginningOfAWallet_data() {
        QTest::addColumn<int>("rows");
        QTest::addColumn<QByteArray>("options");
        QTest::addColumn<bool>("told");
        QTest::addColumn<bool>("complete");
        QTest::newRow("shorter than asked") << 3 << QByteArray("{\"limit\":10}") << true << true;
        QTest::newRow("as long as asked") << 10 << QByteArray("{\"limit\":10}") << true << false;
        QTest::newRow("no limit named") << 20 << QByteArray("{}") << true << true;
        QTest::newRow("a stretch") << 3 << QByteArray("{\"until\":\"x\"}") << false << false;
        QTest::newRow("nothing") << 0 << QByteArray("{\"limit\":10}") << true << true;
    }
    void beginningOfAWallet() {
        QFETCH(int, rows);
        QFETCH(QByteArray, options);
        QFETCH(bool, told);
        QFETCH(bool, complete);
        Decoder decoder;
        std::vector<core::WalletHistory> histories;
        decoder.onHistory([&](const core::WalletHistory& history) { histories.push_back(history); });
        const auto wallet = keyOf<core::Wallet>(9);
        Json list = Json::array();
        for (int i = 0; i < rows; ++i)  // newest first
            list.push_back({{"signature", keyOf<Signature>(static_cast<std::uint8_t>(i)).base58()},
                            {"slot", 1'000 - i},
                            {"blockTime", i == 1 ? Json{} : Json(50'000 - i)},
                            {"err", nullptr}});
        const Json exchange{{"request",
                             {{"method", "getSignaturesForAddress"},
                              {"params", {wallet.base58(), Json::parse(options.toStdString())}}}},
                            {"response", answer(list)}};
        std::vector<Event> events;
        QVERIFY(decoder.http(PaddedText{exchange.dump()}.view(), kNow, events));
        QVERIFY(events.empty());
        QCOMPARE(histories.size(), std::size_t{told ? 1U : 0U});
        if (!told) return;
        const core::WalletHistory& history = histories.front();
        QVERIFY(history.wallet == wallet);
        QCOMPARE(history.complete, complete);
        QCOMPARE(history.listed, static_cast<std::uint64_t>(rows));
        if (rows == 0) return;
        QVERIFY(history.oldest == keyOf<Signature>(static_cast<std::uint8_t>(rows - 1)));
        QVERIFY(history.oldestTime == 50'000 - (rows - 1));
        QCOMPARE(history.firstSlots.size(),
                 complete ? std::min<std::size_t>(static_cast<std::size_t>(rows), 10) : 0);
        if (complete) QCOMPARE(history.before(1'000 - static_cast<std::uint64_t>(rows) + 3), std::size_t{2});
    }
    void noListOfAWallet_data() {
        QTest::addColumn<QByteArray>("params");
        QTest::addColumn<QByteArray>("result");
        QTest::newRow("no address") << QByteArray("[]") << QByteArray("[]");
        QTest::newRow("no key") << QByteArray("[\"x\"]") << QByteArray("[]");
        QTest::newRow("no list") << QByteArray("[\"So11111111111111111111111111111111111111112\"]")
                                 << QByteArray("5");
        QTest::newRow("a row without a slot") << QByteArray("[\"So11111111111111111111111111111111111111112\"]")
                                              << QByteArray("[{\"signature\":\"x\"}]");
        QTest::newRow("a row that is none")
            << QByteArray("[\"So11111111111111111111111111111111111111112\"]") << QByteArray("[7]");
    }
    void noListOfAWallet() {
        QFETCH(QByteArray, params);
        QFETCH(QByteArray, result);
        Decoder decoder;
        bool told = false;
        decoder.onHistory([&](const core::WalletHistory&) { told = true; });
        const std::string text = R"({"request":{"method":"getSignaturesForAddress","params":)" +
                                 params.toStdString() + R"(},"response":{"result":)" + result.toStdString() + "}}";
        std::vector<Event> events;
        (void)decoder.http(PaddedText{text}.view(), kNow, events);
        QVERIFY(!told && events.empty());
    }
    void noticesAndErrors_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("code");
        const auto row = [](const char* name, const QByteArray& text, int code) {
            QTest::newRow(name) << text << code;
        };
        row("subscribed", "{\"jsonrpc\":\"2.0\",\"id\":1,\"result\":7}", 0);
        row("slot", "{\"method\":\"slotNotification\",\"params\":{\"result\":{\"slot\":1}}}", 0);
        row("error", "{\"jsonrpc\":\"2.0\",\"id\":1,\"error\":{\"code\":-32602,\"message\":\"no\"}}",
            int(ErrorCode::Remote));
        row("error of a wrong form", "{\"error\":5}", int(ErrorCode::Remote));
        row("empty", "", int(ErrorCode::BadJson));
        row("text", "pong", int(ErrorCode::BadJson));
        row("array", "[1]", int(ErrorCode::BadJson));
        row("no params", "{\"method\":\"logsNotification\"}", int(ErrorCode::BadShape));
        row("params null", "{\"method\":\"logsNotification\",\"params\":null}", int(ErrorCode::BadShape));
        row("no result", "{\"method\":\"logsNotification\",\"params\":{}}", int(ErrorCode::BadShape));
        row("block null", "{\"method\":\"blockNotification\",\"params\":{\"result\":{\"value\":{\"block\":null}}}}",
            int(ErrorCode::BadShape));
        row("other method without result", "{\"method\":\"x\",\"params\":{}}", int(ErrorCode::BadShape));
        row("deep", QByteArray("{\"id\":") + QByteArray(10'000, '[') + QByteArray(10'000, ']') + "}",
            int(ErrorCode::TooDeep));
        row("open", QByteArray(1'000'000, '{'), int(ErrorCode::BadJson));
        // Found by fuzzing: members asked for by name led simdjson out of its buffers here.
        row("brackets that do not pair",
            "{\"jsonrpc\":\"2.0\",\"method\":\"logsNotification\",\"params\":{\"result\":{\"context\":{\"slot\":"
            "35000000"
            "{\"signature\":\"x\",\"mint\":\"y\",\"tokenAmount\":1234.5,\"curve\":1040574707.77891302ts\","
            "\"Program success\"]"
            "}},\"subscription:24}}",
            int(ErrorCode::BadJson));
        row("text behind the frame", QByteArray::fromStdString(test::sampleMarket().notification().dump()) + " {}",
            int(ErrorCode::BadJson));
        row("another method behind", "{\"method\":\"logsNotification\",\"params\":{\"result\":{}},\"method\":5}",
            0);
        row("zero bytes", QByteArray(1000, '\0'), int(ErrorCode::BadJson));
    }
    void noticesAndErrors() {
        QFETCH(QByteArray, text);
        QFETCH(int, code);
        const auto run = websocket(std::string_view(text.constData(), static_cast<std::size_t>(text.size())));
        QCOMPARE(run.result.has_value(), code == 0);
        QVERIFY(run.events.empty());
        QCOMPARE(run.stats.frames, std::uint64_t{1});
        QCOMPARE(run.stats.bytes, static_cast<std::uint64_t>(text.size()));
        if (code == 0) {
            QCOMPARE(run.stats.notices, std::uint64_t{1});
        } else {
            QCOMPARE(int(run.result.error().code), code);
            QCOMPARE(run.stats.undecoded.at(std::string(errorName(ErrorCode(code)))), std::uint64_t{1});
        }
        QCOMPARE(countedErrors(run.stats), std::uint64_t{code == 0 ? 0U : 1U});
    }
    void impossibleTimesAreCounted_data() {
        QTest::addColumn<qint64>("time");
        QTest::newRow("negative") << qint64{-1};
        QTest::newRow("zero") << qint64{0};
        QTest::newRow("2019") << qint64{1'577'836'799};
        QTest::newRow("2100") << qint64{4'102'444'801};
        QTest::newRow("least") << std::numeric_limits<qint64>::min();
        QTest::newRow("most") << std::numeric_limits<qint64>::max();
    }
    void impossibleTimesAreCounted() {
        QFETCH(qint64, time);
        test::PumpTrade trade;
        trade.timestamp = time;
        const auto run = websocket(onePumpEvent(trade.bytes()).notification());
        QVERIFY(run.result);
        QVERIFY(run.events.empty());
        QCOMPARE(run.stats.events, std::uint64_t{0});
        QCOMPARE(run.stats.undecoded.at("bad_value"), std::uint64_t{1});
        // Where the node says the time, the event's is not asked.
        SampleTransaction timed = onePumpEvent(trade.bytes());
        timed.blockTime = test::kSampleTime;
        Decoder decoder;
        std::vector<Event> out;
        QVERIFY(decoder.document(PaddedText{timed.result(TransactionEncoding::Json).dump()}.view(), out));
        QCOMPARE(out.size(), std::size_t{1});
        QVERIFY(out[0].at.blockTime == BlockTime{test::kSampleTime});
    }
    void unknownEventsAreCountedByName() {
        const auto run =
            websocket(onePumpEvent(test::BorshWriter("0102030405060708").u64(1).bytes()).notification());
        QVERIFY(run.result);
        QVERIFY(run.events.empty());
        QCOMPARE(run.stats.undecoded.at("bad_discriminator"), std::uint64_t{1});
    }
    void stoppedLogsAreCounted() {
        SampleTransaction cut = test::sampleMarket();
        cut.line("Log truncated");
        const auto run = websocket(cut.notification());
        QCOMPARE(run.events.size(), std::size_t{2});
        QCOMPARE(run.stats.undecoded.at("log_truncated"), std::uint64_t{1});
        SampleTransaction odd = test::sampleMarket();
        odd.line("Program " + test::kTokenProgram.base58() + " success");
        QCOMPARE(websocket(odd.notification()).stats.undecoded.at("log_stack_mismatch"), std::uint64_t{1});
        SampleTransaction broken{keyOf<Wallet>(2)};
        broken.call(wire::programOf(test::pumpFun()), {}, {}, [&] { broken.line("Program data: !!"); });
        QCOMPARE(websocket(broken.notification()).stats.undecoded.at("bad_encoding"), std::uint64_t{1});
    }
    void eventsWaitForTheirPool() {
        Decoder decoder;
        std::vector<Event> out;
        const std::string frame = test::sampleMarket().notification().dump();
        QVERIFY(decoder.websocket(PaddedText{frame}.view(), kNow, out));
        QCOMPARE(out.size(), std::size_t{1});
        QCOMPARE(decoder.pending(), std::size_t{1});
        QCOMPARE(decoder.stats().undecoded.at("pool_unknown"), std::uint64_t{1});
        QVERIFY(decoder.pools().takeWanted() == std::vector{test::kSamplePool});

        test::BorshWriter account("f19a6d0411b16dbc");
        account.u8(254)
            .u16(0)
            .pubkey(keyOf<Pubkey>(2))
            .pubkey(keyOf<Mint>(1))
            .pubkey(wrappedSolMint())
            .pubkey(keyOf<Pubkey>(24));
        const auto reply = [&](const std::string& owner) {
            const Json value{
                {"owner", owner}, {"lamports", 1}, {"data", {base64Encode(account.bytes()), "base64"}}};
            return Json{
                {"request", {{"method", "getMultipleAccounts"}, {"params", {{test::kSamplePool.base58()}}}}},
                {"response", answer({{"context", {{"slot", 1}}}, {"value", Json::array({value})}})}}
                .dump();
        };
        // An account of another program says nothing about a pool.
        out.clear();
        QVERIFY(decoder.http(PaddedText{reply(test::kTokenProgram.base58())}.view(), kNow, out));
        QVERIFY(out.empty());
        QCOMPARE(decoder.pending(), std::size_t{1});
        QVERIFY(decoder.http(PaddedText{reply(std::string(test::pumpSwap().programText))}.view(), kNow, out));
        QCOMPARE(out.size(), std::size_t{1});
        QCOMPARE(decoder.pending(), std::size_t{0});
        QCOMPARE(decoder.stats().undecoded.at("pool_unknown"), std::uint64_t{0});
        QCOMPARE(decoder.stats().events, std::uint64_t{2});
        const auto& trade = std::get<Trade>(out[0].body);
        QCOMPARE(out[0].at.path->text(), std::string("2.3"));
        QCOMPARE(trade.route.name(), std::string_view("jupiter"));
        QVERIFY(trade.program == wire::programOf(test::pumpSwap()));
    }
    void waitingEventsAreBounded() {
        Decoder decoder;
        std::vector<Event> out;
        SampleTransaction transaction{keyOf<Wallet>(2)};
        transaction.call(wire::programOf(test::pumpSwap()), {}, {}, [&] {
            for (int i = 0; i < 1000; ++i)
                transaction.emitEvent(test::SwapTrade{}.buy(), wire::eventAuthorityOf(test::pumpSwap()));
        });
        const PaddedText frame{transaction.notification().dump()};
        for (int i = 0; i < 25; ++i) QVERIFY(decoder.websocket(frame.view(), kNow, out));
        QVERIFY(out.empty());
        QCOMPARE(decoder.pending(), std::size_t{20'000});
        QCOMPARE(decoder.stats().undecoded.at("pool_unknown"), std::uint64_t{25'000});
    }
    void fieldsAreShownToWhoAsks() {
        Decoder decoder;
        std::vector<std::string> seen;
        decoder.onFields([&](const Decoder::FieldsSeen& fields) {
            seen.push_back(std::string(fields.venue->id) + ' ' + std::string(fields.fields.event) + ' ' +
                           fields.path.text());
        });
        std::vector<Event> out;
        QVERIFY(decoder.websocket(PaddedText{test::sampleMarket().notification().dump()}.view(), kNow, out));
        QVERIFY((seen == std::vector<std::string>{"pumpfun TradeEvent 1.1", "pumpswap BuyEvent 2.3"}));
    }

    // A frame cut anywhere is an error, or everything that mattered had come; it never gives part of it.
    void framesCutAtEveryByte() {
        const std::vector<std::pair<const char*, std::string>> frames{
            {"logs", test::sampleMarket().notification().dump()},
            {"transaction", transactionNotification(TransactionEncoding::Base64).dump()}};
        for (const auto& [name, text] : frames) {
            const std::string whole = test::textOf(websocket(std::string_view(text)).events);
            Decoder decoder;
            teach(decoder);
            std::uint64_t events = 0;
            for (std::size_t size = 0; size < text.size(); ++size) {
                std::vector<Event> out;
                const auto result =
                    decoder.websocket(PaddedText{std::string_view(text).substr(0, size)}.view(), kNow, out);
                const QString where = QString("%1 %2").arg(name).arg(size);
                if (result)
                    QVERIFY2(test::textOf(out) == whole, qPrintable(where));
                else
                    QVERIFY2(out.empty(), qPrintable(where));
                events += out.size();
                QCOMPARE(decoder.stats().events, events);
            }
            std::vector<Event> out;
            QVERIFY(decoder.websocket(PaddedText{text}.view(), kNow, out));
            QCOMPARE(test::textOf(out), whole);
        }
        const std::string call = Json{{"request", {{"method", "getTransaction"}, {"params", {"x"}}}},
                                      {"response", answer(test::sampleMarket().result(TransactionEncoding::Json))}}
                                     .dump();
        for (std::size_t size = 0; size < call.size(); ++size)
            QVERIFY(!http(std::string_view(call).substr(0, size)).result);
    }
    void damagedLogFramesNeverChangeATrade() {
        const Json good = test::sampleMarket().notification();
        const std::string whole = test::textOf(websocket(good).events);
        std::vector<Json::json_pointer> members;
        const std::function<void(const Json&, const Json::json_pointer&)> collect =
            [&](const Json& node, const Json::json_pointer& at) {
                if (!at.empty()) members.push_back(at);
                if (node.is_object())
                    for (const auto& [key, value] : node.items()) collect(value, at / key);
                if (node.is_array())
                    for (std::size_t i = 0; i < node.size(); ++i) collect(node[i], at / i);
            };
        collect(good, Json::json_pointer{});
        const std::vector<Json> replacements{nullptr,
                                             true,
                                             -1,
                                             1.5,
                                             18'446'744'073'709'551'615ULL,
                                             "x",
                                             Json::array(),
                                             Json::object(),
                                             std::string(100'000, 'x')};
        for (const auto& member : members)
            for (const Json& replacement : replacements) {
                Json json = good;
                json.at(member) = replacement;
                const auto run = websocket(json);
                if (!run.result) {
                    QVERIFY(run.events.empty());
                    QVERIFY(countedErrors(run.stats) > 0);
                }
                for (const Event& event : run.events) {
                    const auto& trade = std::get<Trade>(event.body);
                    QVERIFY2(whole.find("\"base_amount\":\"" + std::to_string(trade.baseAmount.value())) !=
                                     std::string::npos &&
                                 whole.find("\"quote_amount\":\"" + std::to_string(trade.quoteAmount.value())) !=
                                     std::string::npos,
                             member.to_string().c_str());
                }
            }
    }
    void randomDamageNeverBreaksTheDecoder() {
        std::mt19937_64 random(test::printedSeed(15));
        const std::vector<std::string> frames{test::sampleMarket().notification().dump(),
                                              transactionNotification(TransactionEncoding::Json).dump(),
                                              transactionNotification(TransactionEncoding::JsonParsed).dump()};
        Decoder decoder;
        for (int i = 0; i < 6000; ++i) {
            std::string text = frames[test::below(random, frames.size())];
            for (std::size_t flips = 1 + test::below(random, 3); flips > 0; --flips)
                text[test::below(random, text.size())] = static_cast<char>(random());
            std::vector<Event> out;
            const auto result = decoder.websocket(PaddedText{text}.view(), kNow, out);
            if (!result) QVERIFY(out.empty());
            for (const Event& event : out) QVERIFY(!test::textOf(event).empty());
        }
        QCOMPARE(decoder.stats().frames, std::uint64_t{6000});
    }
    void hugeFramesAreRefusedUnread() {
        constexpr std::size_t kHuge = 100'000'000;
        struct Case {
            const char* front;
            const char* fill;
            const char* back;
        };
        // Text, numbers (which would take sixteen bytes each), brackets, and a log line that never ends.
        for (const Case& each :
             {Case{"{\"id\":\"", "A", "\"}"}, Case{"[", "0,", "0]"}, Case{"", "[", ""},
              Case{"{\"method\":\"logsNotification\",\"params\":{\"result\":{\"context\":{\"slot\":1},"
                   "\"value\":{\"logs\":[\"",
                   "A", "\"]}}}}"}}) {
            std::string text = each.front;
            text.reserve(kHuge + 1000);
            while (text.size() < kHuge) text += each.fill;
            text += each.back;
            const PaddedText padded{text};
            Decoder decoder;
            std::vector<Event> out;
            const long before = peakKilobytes();
            for (const auto& result :
                 {decoder.websocket(padded.view(), kNow, out), decoder.http(padded.view(), kNow, out),
                  decoder.eventLine(padded.view(), out)}) {
                QVERIFY(!result);
                QCOMPARE(int(result.error().code), int(ErrorCode::TooLarge));
            }
            QVERIFY(out.empty());
            QCOMPARE(decoder.stats().undecoded.at("too_large"), std::uint64_t{3});
            QVERIFY2(peakKilobytes() - before < 20'000, each.front);
            // What comes after is read as ever.
            QVERIFY(decoder.websocket(PaddedText{test::sampleMarket().notification().dump()}.view(), kNow, out));
            QVERIFY(!out.empty());
        }
    }
    void largeFramesWithinTheLimitAreRead() {
        SampleTransaction transaction = test::sampleMarket();
        transaction.line("Program log: " + std::string(20'000'000, 'A'));
        const auto run = websocket(transaction.notification());
        QVERIFY(run.result);
        QCOMPARE(run.events.size(), std::size_t{2});
    }
};

QTEST_APPLESS_MAIN(TestDecoder)
#include "test_decoder.moc"
